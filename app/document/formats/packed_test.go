package formats

import (
	"fmt"
	"html"
	"strings"

	"dateline/app/document/internal/golden"
)

// made are the samples of formats whose files are made by programs: the article with its sentence on the storm so many
// times more.
var made = map[string]func(more int) string{
	"docx": wordSample,
	"pdf":  printedSample,
	"zip":  zipSample, "tar": tarSample, "warc": warcSample, "webarchive": safariSample,
	"odt":  textSample,
	"rtf":  richSample,
	"mail": mailSample,
	"epub": bookSample,
	"feed": feedSample,
}

func init() {
	for name, sample := range made {
		samples[name] = sample(0)
	}
}

// line is a paragraph of the article.
type line struct{ kind, text string }

// article is the article in lines: "h1", "h2", "li" and "p".
func article(more int) []line {
	var out []line
	for i, s := range strings.Split(strings.ReplaceAll(articleWords, "ones\n", "ones\n\n"), "\n\n") {
		kind := "p"
		switch {
		case i == 0:
			kind = "h1"
		case strings.HasPrefix(s, "What comes"):
			kind = "h2"
		case strings.HasSuffix(s, "ones"):
			kind = "li"
		}
		out = append(out, line{kind, s})
		for range more {
			if strings.HasPrefix(s, "A storm") {
				out = append(out, line{kind, s})
			}
		}
	}
	return out
}

func wordSample(more int) string {
	styles := `<w:styles><w:style w:styleId="h1"><w:name w:val="Title"/></w:style><w:style w:styleId="h2"><w:name w:val="heading 2"/></w:style></w:styles>`
	var b strings.Builder
	for _, l := range article(more) {
		props := `<w:pStyle w:val="` + l.kind + `"/>`
		if l.kind == "li" {
			props += `<w:numPr><w:numId w:val="1"/></w:numPr>`
		}
		first, rest, _ := strings.Cut(l.text, " ")
		b.WriteString(`<w:p><w:pPr>` + props + `</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + first + ` </w:t></w:r>` +
			`<w:del><w:r><w:delText>unseen</w:delText></w:r></w:del><w:r><w:t>` + rest + `</w:t></w:r></w:p>`)
	}
	return golden.Zip("[Content_Types].xml", "<Types/>", "word/styles.xml", styles,
		"word/document.xml", `<w:document xmlns:w="w"><w:body>`+b.String()+`</w:body></w:document>`, "word/media/image1.png", "unseen",
		"docProps/core.xml", `<c><title>Ferries</title><creator>Ana Roe</creator><modified>2024-02-01T10:00:00Z</modified></c>`)
}

func printedSample(more int) string {
	var paragraphs []string
	for _, l := range article(more) {
		if l.kind == "h1" {
			l.text = "# " + l.text
		}
		paragraphs = append(paragraphs, l.text)
	}
	return golden.PDF(paragraphs...)
}

func zipSample(more int) string {
	return golden.Zip("in/", "", "in/split.html", pageOf(article(more)), "__MACOSX/split.html", "unseen", "in/.DS_Store", "unseen")
}

func tarSample(more int) string {
	return golden.Gzip(golden.Tar("in/split.html", pageOf(article(more)), "in/picture.png", "unseen"))
}

func warcSample(more int) string {
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + pageOf(article(more))
	return golden.Gzip("WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 6\r\n\r\nunseen\r\n\r\n") + golden.Gzip(golden.Record("https://x.example/2024/01/31/ferries", answer))
}

func safariSample(more int) string {
	return golden.Safari("https://x.example/2024/01/31/ferries", pageOf(article(more)))
}

// pageOf is the article as a page without anything around it.
func pageOf(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("<" + l.kind + ">" + l.text + "</" + l.kind + ">\n")
	}
	return b.String()
}

func mailSample(more int) string {
	lines := article(more)
	return "From: Ana Roe <ana@x.example>\r\nSubject: " + lines[0].text + "\r\nDate: Thu, 01 Feb 2024 10:00:00 +0100\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/alternative; boundary=B\r\n\r\nunseen\r\n--B\r\n\r\nsee the page\r\n--B\r\n" +
		"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body>" + pageOf(lines[1:]) + "</body></html>\r\n--B--\r\n"
}

func textSample(more int) string {
	var b strings.Builder
	for _, l := range article(more) {
		p := `<text:p>` + l.text + `<office:annotation><text:p>unseen</text:p></office:annotation></text:p>`
		switch l.kind {
		case "h1", "h2":
			p = `<text:h text:outline-level="` + l.kind[1:] + `">` + l.text + `</text:h>`
		case "li":
			p = `<text:list><text:list-item>` + p + `</text:list-item></text:list>`
		}
		b.WriteString(p)
	}
	return golden.Zip("mimetype", "application/vnd.oasis.opendocument.text", "Thumbnails/thumbnail.png", "unseen",
		"content.xml", `<office:document-content><office:body><office:text>`+b.String()+`</office:text></office:body></office:document-content>`,
		"meta.xml", `<m><title>Ferries</title><initial-creator>Ana Roe</initial-creator><date>2024-02-01T10:00:00</date></m>`)
}

func bookSample(more int) string {
	return golden.Zip("mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfile full-path="book.opf"/></container>`,
		"book.opf", `<package><metadata><title>Weather</title><creator>Ana Roe</creator><date>2024-02-01</date></metadata><manifest><item id="a" href="a.xhtml"/><item id="n" href="n.xhtml" properties="nav"/></manifest><spine><itemref idref="n"/><itemref idref="a"/></spine></package>`,
		"n.xhtml", "<html><nav>unseen</nav></html>", "a.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>unseen</title></head><body>`+pageOf(article(more))+`</body></html>`)
}

func richSample(more int) string {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\stylesheet{\s1 heading 1;}{\s2 heading 2;}}{\info{\author Ana Roe}{\revtim\yr2024\mo2\dy1}}{\header 7\par}`)
	for _, l := range article(more) {
		style := map[string]string{"h1": `\s1`, "h2": `\s2`}[l.kind]
		b.WriteString(`\pard` + style + ` {\b `)
		for _, r := range l.text {
			if r < 0x80 {
				b.WriteRune(r)
			} else {
				fmt.Fprintf(&b, `\u%d?`, r)
			}
		}
		b.WriteString("}\\par\r\n")
	}
	return b.String() + "{\\pict unseen}}"
}

func feedSample(more int) string {
	lines := article(more)
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>unseen</title><item><title>` + lines[0].text +
		`</title><link>https://x.example/ferries</link><pubDate>Thu, 01 Feb 2024 10:00:00 +0100</pubDate><description>unseen</description><content:encoded>` +
		html.EscapeString(pageOf(lines[1:])) + `</content:encoded></item></channel></rss>`
}

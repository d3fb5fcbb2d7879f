package mail

import (
	"strings"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/story"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// ownOnly leaves the marks of quoted text only where the mail has words of its own.
func ownOnly(blocks []extract.Block) []extract.Block {
	for _, b := range blocks {
		if b.Kind != story.ZoneBoilerplate {
			return blocks
		}
	}
	for i := range blocks {
		blocks[i].Kind = story.ZoneBody
	}
	return blocks
}

// original begin the mail that is answered, under the answer, in the languages of the programs that write so.
var original = []string{"original message", "ursprüngliche nachricht", "original-nachricht", "message d'origine", "message d’origine", "mensaje original", "messaggio originale", "исходное сообщение"}

// textBlocks makes blocks of plain text: paragraphs, quoted ones (">") apart. In flowing text a line that ends with a space
// goes on in the next; delsp says that this space is none of the text's.
func textBlocks(s string, flowed, delsp bool) []extract.Block {
	p := plainText{flowed: flowed, delsp: delsp}
	for line := range strings.SplitSeq(document.Clean(s), "\n") {
		p.line(line)
	}
	p.flush()
	for i := range p.out {
		p.out[i].Text = evened(p.out[i].Text)
	}
	return p.out
}

// plainText is a plain text on its way into blocks.
type plainText struct {
	flowed, delsp bool
	out           []extract.Block
	para          []byte         // the paragraph so far
	kind          story.ZoneKind // of it
	rest          bool           // all that follows is quoted
	joins         bool           // the next line goes on in this one
}

func (p *plainText) line(line string) {
	quoted := strings.HasPrefix(line, ">")
	isRule := line == "-- " || line == "--" // a signature follows
	if quoted {
		line = strings.TrimLeft(line, "> ")
	} else if p.flowed {
		line = strings.TrimPrefix(line, " ")
	}
	blank := strings.TrimSpace(line) == ""
	p.rest = p.rest || isRule || len(p.out)+len(p.para) > 0 && beginsOriginal(line)
	kind := story.ZoneBody
	if quoted || p.rest {
		kind = story.ZoneBoilerplate
	}
	if kind != p.kind && quoted {
		p.introduced()
	}
	if kind != p.kind || blank {
		p.flush()
		p.kind = kind
	}
	if blank {
		return
	}
	if len(p.para) > 0 && !p.joins {
		p.para = append(p.para, '\n')
	}
	p.joins = p.flowed && !isRule && strings.HasSuffix(line, " ")
	if p.joins && p.delsp {
		line = strings.TrimSuffix(line, " ")
	}
	p.para = append(p.para, line...)
}

func (p *plainText) flush() {
	if len(p.para) > 0 {
		p.out = append(p.out, extract.Block{Text: string(p.para), Kind: p.kind})
	}
	p.para, p.joins = nil, false
}

// mostIntro is the most bytes of a line that introduces a quotation.
const mostIntro = 300

// introduced marks the line that introduces a quotation: "On Friday, Ann wrote:".
func (p *plainText) introduced() {
	p.flush()
	if n := len(p.out); n > 0 && len(p.out[n-1].Text) < mostIntro && strings.HasSuffix(strings.TrimSpace(p.out[n-1].Text), ":") {
		p.out[n-1].Kind = story.ZoneBoilerplate
	}
}

func beginsOriginal(line string) bool {
	if !strings.HasPrefix(line, "---") {
		return false
	}
	line = strings.ToLower(strings.Trim(line, "- "))
	for _, s := range original {
		if line == s {
			return true
		}
	}
	return false
}

// evened evens out the white space of each line.
func evened(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = extract.Squeeze(line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// htmlText decodes a page: by the mail's word, else by the page's.
func htmlText(b []byte, label string) string {
	if label == "" && !utf8.Valid(b) {
		_, label, _ = charset.DetermineEncoding(b, "text/html")
	}
	return decode(b, label)
}

// htmlBlocks makes blocks of a page, with those marked that mail programs mark as quoted.
func htmlBlocks(page string) []extract.Block {
	var out []extract.Block
	for _, piece := range cut(page) {
		for _, b := range extract.Default.All(extract.Parse(piece.html)) {
			if piece.quoted {
				b.Kind, b.Level = story.ZoneBoilerplate, 0
			}
			out = append(out, b)
		}
	}
	return out
}

type piece struct {
	html   string
	quoted bool
}

// cut cuts a page where quoted parts begin and end. It looks at tags alone, however they are nested.
func cut(page string) []piece {
	z := html.NewTokenizer(strings.NewReader(page))
	var out []piece
	at, from, open, tag := 0, 0, 0, ""
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return append(out, piece{page[from:], open > 0})
		}
		end := min(at+len(z.Raw()), len(page))
		name, _ := z.TagName()
		switch {
		case kind == html.StartTagToken && open == 0:
			if quotes(string(name), z, page[end:]) {
				out = append(out, piece{page[from:at], false})
				from, open, tag = at, 1, string(name)
			}
		case kind == html.StartTagToken && string(name) == tag:
			open++
		case kind == html.EndTagToken && open > 0 && string(name) == tag:
			if open--; open == 0 {
				out = append(out, piece{page[from:end], true})
				from = end
			}
		}
		at = end
	}
}

// quotes reports a tag by which mail programs begin what they quote. A forwarded mail is what its sender means to say.
func quotes(tag string, z *html.Tokenizer, after string) bool {
	if tag != "blockquote" && tag != "div" {
		return false
	}
	for more := true; more; {
		var key, val []byte
		key, val, more = z.TagAttr()
		v := strings.ToLower(string(val))
		switch {
		case tag == "blockquote" && string(key) == "type" && v == "cite":
			return true
		case string(key) != "class":
		case strings.Contains(v, "moz-cite-prefix"), strings.Contains(v, "yahoo_quoted"):
			return true
		case strings.Contains(v, "gmail_quote"):
			const near = 300 // bytes in which a forwarded mail says that it is one
			return !strings.Contains(after[:min(len(after), near)], "Forwarded message")
		}
	}
	return false
}

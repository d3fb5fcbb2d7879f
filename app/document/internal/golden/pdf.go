package golden

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

const (
	pdfWide  = 80 // letters of a line
	pdfLines = 50 // lines of a page
)

// PDF is a simple file of one column with paragraphs; one that begins with "# " is a heading, "\f" begins a page. Of the letters outside of
// Windows-1252 it knows "ć" only.
func PDF(paragraphs ...string) string {
	var pages []string
	var page strings.Builder
	line, y := 0, 0
	write := func(size int, text string) {
		if line == pdfLines || text == "\f" {
			pages = append(pages, page.String())
			page.Reset()
			line = 0
		}
		if text == "\f" {
			return
		}
		if line == 0 {
			y = 790
		}
		line++
		y -= 14
		fmt.Fprintf(&page, "BT /F %d Tf 50 %d Td (%s) Tj ET\n", size, y, pdfBytes(text))
	}
	for _, p := range paragraphs {
		if p == "\f" {
			write(0, p)
			continue
		}
		size := 10
		if head, ok := strings.CutPrefix(p, "# "); ok {
			size, p = 20, head
		}
		text := ""
		for _, w := range strings.Fields(p) {
			if len(text)+len(w) >= pdfWide {
				write(size, text)
				text = ""
			}
			text += w + " "
		}
		write(size, text)
		y -= 8
	}
	return pdfOf(append(pages, page.String()))
}

func pdfBytes(s string) string {
	s = strings.NewReplacer("(", `\(`, ")", `\)`, `\`, `\\`).Replace(s)
	out, err := charmap.Windows1252.NewEncoder().String(strings.ReplaceAll(s, "ć", "\x01"))
	if err != nil {
		panic(err)
	}
	return out
}

// pdfOf is a file of pages, each of operators.
func pdfOf(pages []string) string {
	var out, kids strings.Builder
	out.WriteString("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica" +
		"/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/cacute]>>>>\nendobj\n")
	for i, p := range pages {
		n := 4 + 2*i
		fmt.Fprintf(&kids, "%d 0 R ", n)
		fmt.Fprintf(&out, "%d 0 obj\n<</Type/Page/Parent 2 0 R/Contents %d 0 R>>\nendobj\n%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", n, n+1, n+1, len(p), p)
	}
	fmt.Fprintf(&out, "2 0 obj\n<</Type/Pages/Count %d/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Kids[%s]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%%%EOF\n", len(pages), kids.String())
	return out.String()
}

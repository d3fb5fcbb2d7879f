package docx

import (
	"fmt"
	"regexp"
	"strings"

	"dateline/app/export"
	"dateline/app/export/internal/ooxml"
)

const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`

// paper is the size of pages, in twentieths of a point.
var paper = map[export.Paper]string{export.A4: `<w:pgSz w:w="11906" w:h="16838"/>`, export.Letter: `<w:pgSz w:w="12240" w:h="15840"/>`}

// paragraph writes runs in a style; "" is that of plain text.
func (r *report) paragraph(style, runs string) {
	r.body.WriteString(`<w:p>`)
	if style != "" {
		style = fmt.Sprintf(`<w:pStyle w:val="%s"/>`, style)
	}
	if properties := style + r.direction(runs); properties != "" {
		r.body.WriteString(`<w:pPr>` + properties + `</w:pPr>`)
	}
	r.body.WriteString(runs + `</w:p>`)
}

var tags = regexp.MustCompile(`<[^>]*>`)

// direction says of a paragraph in a file of a language that runs from right to left whether it does so too: what an article
// says may not.
func (r *report) direction(runs string) string {
	if r.c.RightToLeft() && export.FromTheRight(tags.ReplaceAllString(runs, "")) {
		return `<w:bidi/>`
	}
	return ""
}

// plain is a run of text, bold and italic one in such letters.
func plain(s string) string {
	return `<w:r><w:t xml:space="preserve">` + ooxml.Text(s) + `</w:t></w:r>`
}
func italic(s string) string {
	return `<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">` + ooxml.Text(s) + `</w:t></w:r>`
}
func bold(s string) string {
	return `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + ooxml.Text(s) + `</w:t></w:r>`
}

// table begins a table; its head is written again on each page. Whoever calls it ends it.
func (r *report) table(widths []int, head []string) {
	visual := ""
	if r.c.RightToLeft() {
		visual = `<w:bidiVisual/>`
	}
	r.body.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/>` + visual + `<w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(&r.body, `<w:gridCol w:w="%d"/>`, w)
	}
	r.body.WriteString(`</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>`)
	for _, h := range head {
		r.cell(bold(h))
	}
	r.body.WriteString(`</w:tr>`)
}

func (r *report) row(cells []string) {
	r.body.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	for _, c := range cells {
		r.cell(c)
	}
	r.body.WriteString(`</w:tr>`)
}

func (r *report) cell(runs string) {
	r.body.WriteString(`<w:tc><w:tcPr/><w:p><w:pPr><w:pStyle w:val="Cell"/>` + r.direction(runs) + `</w:pPr>` + runs + `</w:p></w:tc>`)
}

// style is one named style of paragraphs.
func style(id, name, extra, run string) string {
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, id, name, extra, run)
}

var styles = ooxml.Header + `<w:styles ` + ns + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>` +
	`<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` + strings.Join([]string{
	style("Title", "Title", `<w:spacing w:after="40"/>`, `<w:b/><w:sz w:val="44"/>`),
	style("Subtitle", "Subtitle", ``, `<w:color w:val="5F594E"/>`),
	style("Heading1", "heading 1", `<w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/>`, `<w:b/><w:sz w:val="30"/>`),
	style("Quote", "Quote", `<w:spacing w:after="100"/><w:ind w:left="340" w:hanging="340"/>`, ``),
	style("Caption", "caption", `<w:spacing w:after="60"/>`, `<w:color w:val="5F594E"/><w:sz w:val="18"/>`),
	style("Cell", "Table text", `<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="19"/>`),
	style("Footer", "footer", `<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>`, `<w:color w:val="5F594E"/><w:sz w:val="16"/>`),
}, "") + `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B72B5"/><w:u w:val="single"/></w:rPr></w:style>` +
	`<w:style w:type="table" w:styleId="Lines"><w:name w:val="Lines"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:color="9C917E"/><w:bottom w:val="single" w:sz="6" w:color="9C917E"/><w:insideH w:val="single" w:sz="4" w:color="CDC7BA"/></w:tblBorders>` +
	`<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`

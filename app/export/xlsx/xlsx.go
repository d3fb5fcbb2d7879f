// Package xlsx writes a workbook (Office Open XML, for Excel, Calc, Numbers): a sheet each of events, quotes, places, sources
// and of what the file is. Days are dates and never shift; what looks like a formula stays text.
package xlsx

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/app/export"
	"dateline/app/export/internal/ooxml"
	"dateline/app/export/rows"
	"dateline/app/story"
	"dateline/geo"
)

// Format is the workbook.
var Format = export.Format{Name: "xlsx", Label: "Workbook (XLSX)", Exts: []string{".xlsx"}, Write: write}

const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."

// sheet is one table in the making.
type sheet struct {
	name   string
	widths []int // of the columns, in letters
	rows   bytes.Buffer
	n      int // of rows so far
	col    int // of cells in the row that is written
	cut    int // texts that no cell holds whole
}

// book is the workbook in the making.
type book struct {
	c      export.Content
	checks rows.Checked
	sheets []*sheet
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	b := &book{c: c, checks: rows.NewChecked(c.Log)}
	if err := b.tables(ctx); err != nil {
		return err
	}
	b.places()
	b.named("People", rows.People(c.Story, c.View))
	b.heard()
	b.sources()
	b.about()
	return b.write(ctx, w)
}

// write puts the sheets together.
func (b *book) write(ctx context.Context, w io.Writer) error {
	p := ooxml.New()
	p.Rel("", ooxml.OfficeDocument, "xl/workbook.xml")
	var list, filters strings.Builder
	for i, s := range b.sheets {
		name := fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		id := p.Rel("xl/workbook.xml", ooxml.Worksheet, name)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="%s"/>`, s.name, i+1, id)
		if s.n > 1 {
			fmt.Fprintf(&filters, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">'%s'!$A$1:$%s$%d</definedName>`, i, s.name, letters(len(s.widths)), s.n)
		}
		p.Add(name, kind+"worksheet+xml", s.xml())
	}
	p.Rel("xl/workbook.xml", ooxml.Styles, "xl/styles.xml")
	names := filters.String()
	if names != "" {
		names = "<definedNames>" + names + "</definedNames>"
	}
	p.Add("xl/workbook.xml", kind+"sheet.main+xml", fmt.Appendf(nil, ooxml.Header+`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" `+
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>%s</sheets>%s</workbook>`, list.String(), names))
	p.Add("xl/styles.xml", kind+"styles+xml", []byte(styles))
	p.About(&b.c)
	return p.Write(ctx, w)
}

// The styles of cells, by their position in styles.
const (
	styleText = iota
	styleHead
	styleDate
	styleWrap
	styleNumber
)

const styles = ooxml.Header + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0ECE3"/></patternFill></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>` +
	`<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>` +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs></styleSheet>`

// sheet begins a table: names of columns, each with its width.
func (b *book) sheet(name string, columns ...any) *sheet {
	s := &sheet{name: name}
	b.sheets = append(b.sheets, s)
	s.row(func() {
		for i := 0; i < len(columns); i += 2 {
			s.widths = append(s.widths, columns[i+1].(int))
			s.styled(columns[i].(string), styleHead)
		}
	})
	return s
}

// row writes one row, the cells of which fill writes.
func (s *sheet) row(fill func()) {
	s.n++
	s.col = 0
	s.rows.WriteString(`<row r="` + strconv.Itoa(s.n) + `">`)
	fill()
	s.rows.WriteString(`</row>`)
}

// cell begins a cell, the attributes of which are still open.
func (s *sheet) cell(style int) {
	s.col++
	s.rows.WriteString(`<c r="` + letters(s.col) + strconv.Itoa(s.n) + `" s="` + strconv.Itoa(style) + `"`)
}

// mostUnits is what a cell holds, in UTF-16 units.
const mostUnits = 32767

func (s *sheet) styled(text string, style int) {
	if text == "" {
		s.col++
		return
	}
	text, cut := ooxml.Cut(text, mostUnits)
	if cut {
		s.cut++
	}
	s.cell(style)
	s.rows.WriteString(` t="inlineStr"><is><t xml:space="preserve">` + ooxml.Text(text) + `</t></is></c>`)
}

func (s *sheet) text(texts ...string) {
	for _, t := range texts {
		s.styled(t, styleText)
	}
}

// long writes a text that goes on over several lines of its cell.
func (s *sheet) long(text string) { s.styled(text, styleWrap) }

func (s *sheet) number(x float64) {
	s.cell(styleNumber)
	s.rows.WriteString(`><v>` + strconv.FormatFloat(x, 'f', -1, 64) + `</v></c>`)
}

// firstDay is the first day that these programs count alike: they take 1900 for a leap year.
var firstDay = story.NewDay(1900, 3, 1)

// zeroDay is the day from which days are counted.
var zeroDay = story.NewDay(1899, 12, 30)

// lastDay is the last day that they know.
var lastDay = story.NewDay(9999, 12, 31)

// day writes a date; as text where no such program has it as a date, and nothing for an open end.
func (s *sheet) day(d story.Day) {
	switch {
	case !d.Bounded():
		s.col++
	case d < firstDay || d > lastDay:
		s.styled(d.String(), styleText)
	default:
		s.cell(styleDate)
		s.rows.WriteString(`><v>` + strconv.Itoa(int(d-zeroDay)) + `</v></c>`)
	}
}

// xml is the sheet as a part.
func (s *sheet) xml() []byte {
	var b bytes.Buffer
	b.WriteString(ooxml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, w := range s.widths {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, w)
	}
	b.WriteString(`</cols><sheetData>`)
	b.Write(s.rows.Bytes())
	b.WriteString(`</sheetData>`)
	if s.n > 1 {
		fmt.Fprintf(&b, `<autoFilter ref="A1:%s%d"/>`, letters(len(s.widths)), s.n)
	}
	b.WriteString(`</worksheet>`)
	return b.Bytes()
}

// letters name a column: A, B, … Z, AA.
func letters(n int) string {
	out := ""
	for ; n > 0; n = (n - 1) / 26 {
		out = string(rune('A'+(n-1)%26)) + out
	}
	return out
}

// tables writes the sheets of events and quotes.
func (b *book) tables(ctx context.Context) error {
	events := b.sheet("Events", "From", 12, "To", 12, "Precision", 10, "How the day is known", 26, "Place", 20, "Kind of place", 14, "Country", 9, "Latitude", 11, "Longitude", 11, "How the place is known", 26,
		"What", 16, "Told as", 12, "Who", 22, "Sentence", 70, "Article", 34, "Published", 12, "Publisher", 18, "URL", 30, "Event", 14, "Probability", 11, "Status", 24, "Read before as", 20)
	quotes := b.sheet("Quotes", "From", 12, "To", 12, "Precision", 10, "How the day is known", 26, "Speaker", 24, "Quote", 60, "Given as", 10, "Sentence", 70, "Place", 20, "Latitude", 11, "Longitude", 11,
		"How the place is known", 26, "Article", 34, "Published", 12, "Publisher", 18, "URL", 30, "Probability", 11, "Status", 24, "Read before as", 20)
	for r := range rows.All(b.c.Story, b.c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.Kind == rows.Event {
			events.row(func() { b.event(events, &r) })
		} else {
			quotes.row(func() { b.quote(quotes, &r) })
		}
	}
	return nil
}

// when writes the four columns of a Moment.
func (s *sheet) when(m story.Moment) {
	if !m.Dated() {
		s.col += 3
		s.text("no day is told")
		return
	}
	s.day(m.Earliest)
	s.day(m.Latest)
	s.text(m.Precision.String(), export.English.HowKnown(m))
}

func (s *sheet) at(r *rows.Row) {
	if r.Where == nil {
		s.col += 2
		return
	}
	s.number(r.At[1])
	s.number(r.At[0])
}

func (b *book) event(s *sheet, r *rows.Row) {
	s.when(r.When)
	sort, country, how := "", "", ""
	if r.Where != nil {
		sort, country, how = r.Where.Place.Kind.String(), r.Where.Place.Country, export.English.HowPlaced(r.Where)
	}
	s.text(r.Place(), sort, country)
	s.at(r)
	s.text(how, r.What, r.Status, strings.Join(r.Who, "; "))
	s.long(r.Sentence)
	b.source(s, r)
	s.text(r.ID)
	b.checked(s, r)
}

func (b *book) quote(s *sheet, r *rows.Row) {
	s.when(r.When)
	s.text(r.Speaker)
	s.long(r.Quote)
	s.text(r.Status)
	s.long(r.Sentence)
	place, how := "", ""
	if r.Where != nil {
		place, how = r.Where.Place.Name, export.English.HowPlaced(r.Where)
	}
	s.text(place)
	s.at(r)
	s.text(how)
	b.source(s, r)
	b.checked(s, r)
}

func (b *book) source(s *sheet, r *rows.Row) {
	s.text(r.Article)
	if d, ok := story.ParseDay(r.Published); ok {
		s.day(d)
	} else {
		s.col++
	}
	s.text(r.Publisher, r.URL)
}

func (b *book) checked(s *sheet, r *rows.Row) {
	s.number(export.Round3(r.P))
	status, was := b.checks.Of(r)
	s.text(export.English.CheckedWords(status), was)
}

// places writes the sheet of places: those that are marked, with how much is there.
func (b *book) places() {
	s := b.sheet("Places", "Place", 24, "Kind", 14, "Country", 9, "Region", 22, "Latitude", 11, "Longitude", 11, "Marked at", 20, "Something happened", 18, "Somebody speaks from there", 24, "Events", 9, "Quotes", 9, "GeoNames", 12)
	for i := range b.c.View.Marks {
		m := &b.c.View.Marks[i]
		for k, p := range m.Places {
			s.row(func() {
				s.text(p.Name, p.Kind.String(), p.Country, p.Admin1Name)
				s.number(export.Round5(p.Point[1]))
				s.number(export.Round5(p.Point[0]))
				s.text(p.AnchorName, yes(m.Filled), yes(m.Ring))
				if k == 0 { // what is at the mark is counted once
					s.number(float64(len(m.Events)))
					s.number(float64(len(m.Quotes)))
				} else {
					s.col += 2
				}
				s.text(geonames(p.ID))
			})
		}
	}
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func geonames(id geo.PlaceID) string {
	if n := export.GeonameID(id); n != nil {
		return strconv.Itoa(int(*n))
	}
	return ""
}

// sources writes the sheet of articles.
func (b *book) sources() {
	s := b.sheet("Sources", "Number", 8, "Title", 50, "Author", 24, "Publisher", 22, "Published", 12, "How that is known", 34, "URL", 50, "File", 30)
	for i, x := range export.English.Sources(b.c.Story) {
		s.row(func() {
			s.number(float64(i + 1))
			s.text(x.Title, x.Author, x.Publisher)
			if x.Published.Kind == story.DateUnknown {
				s.col++
			} else {
				s.day(x.Published.Best)
			}
			s.text(x.Day(), x.URL, x.File)
		})
	}
}

// about writes the sheet that says what the file is.
func (b *book) about() {
	cut := 0
	for _, s := range b.sheets {
		cut += s.cut
	}
	s := b.sheet("About", "About", 24, "This file", 90)
	line := func(name, text string) {
		if text != "" {
			s.row(func() {
				s.text(name)
				s.long(text)
			})
		}
	}
	line("Title", b.c.Title)
	line("Days", export.English.Span(b.c.View))
	line("Shown", export.English.FilterInWords(b.c.Story, b.c.View.Filter))
	if len(b.c.View.Events)+len(b.c.View.Quotes) == 0 {
		line("Note", "Nothing is visible in these days.")
	}
	line("Dates", "Calendar days without a clock or a zone. From and To are the first and the last day that it can have been; days before 1 March 1900 are text.")
	line("Probability", "How sure the program is that all of the row is right, from 0 to 1.")
	if cut > 0 {
		line("Cut", export.English.Count(cut, "text", "texts")+" too long for a cell, cut with …")
	}
	line("Data", b.c.Attribution)
	line("Made with", b.c.Generator)
}

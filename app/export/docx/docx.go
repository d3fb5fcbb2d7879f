// Package docx writes a report (Office Open XML, for Word, Writer, Pages): the map with numbers, a dated list keyed to it, who
// said what, and the sources, with headings and real tables, to go on writing from.
package docx

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/app/export"
	"dateline/app/export/internal/ooxml"
	"dateline/app/export/internal/palette"
	"dateline/app/export/rows"
	"dateline/app/export/steps"
	"dateline/app/story"
)

// Format is the report.
var Format = export.Format{Name: "docx", Label: "Report (DOCX)", Exts: []string{".docx"}, Needs: export.NeedsMap, For: export.ForPeople, Asks: export.AsksPaper, Write: write}

// most is how many rows the list has at most, and how many quotes are given.
const most = 2000

// report is a report in the making.
type report struct {
	p    *ooxml.Package
	c    export.Content
	told steps.Told
	m    steps.Map
	body bytes.Buffer
}

const (
	mainPart   = "word/document.xml"
	footerPart = "word/footer1.xml"
	mapPart    = "word/media/map.png"
	kind       = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

func write(ctx context.Context, w io.Writer, c export.Content) error {
	r := &report{p: ooxml.New(), c: c, told: steps.Of(c, most)}
	r.paragraph("Title", plain(export.First(c.Title, c.Say("Story"))))
	about := c.Count(len(c.Story.Articles), "article", "articles") + ", " + r.told.Span(c.View)
	if f := c.FilterInWords(c.Story, c.View.Filter); f != "" {
		about += "; " + f
	}
	r.paragraph("Subtitle", plain(about))
	if err := r.picture(ctx); err != nil {
		return err
	}
	if err := r.list(ctx); err != nil {
		return err
	}
	if err := r.quotes(ctx); err != nil {
		return err
	}
	r.sources()
	return r.end(ctx, w)
}

// end puts the parts of the file together and writes it.
func (r *report) end(ctx context.Context, w io.Writer) error {
	c := &r.c
	r.p.Rel("", ooxml.OfficeDocument, mainPart)
	r.p.Rel(mainPart, ooxml.Styles, "word/styles.xml")
	foot := r.p.Rel(mainPart, ooxml.Footer, footerPart)
	r.p.Add(mainPart, kind+"document.main+xml", fmt.Appendf(nil, ooxml.Header+`<w:document %s><w:body>%s<w:sectPr><w:footerReference w:type="default" r:id="%s"/>%s<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
		ns, r.body.String(), foot, paper[c.Paper]))
	r.p.Add("word/styles.xml", kind+"styles+xml", []byte(styles))
	r.p.Add(footerPart, kind+"footer+xml", fmt.Appendf(nil, ooxml.Header+`<w:ftr %s><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>%s<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
		ns, plain(c.Attribution)))
	r.p.About(c)
	return r.p.Write(ctx, w)
}

// The map: px of the view, pixels for each of them, and EMU, of which 360,000 are a centimetre.
const (
	mapW, mapH = 720, 400
	mapScale   = 2
	emuW       = 17 * 360000
	emuH       = emuW * mapH / mapW
)

func (r *report) picture(ctx context.Context) (err error) {
	if r.m, err = r.told.Draw(ctx, r.c, steps.Look{W: mapW, H: mapH, Scale: mapScale, Style: r.c.Style}); err != nil {
		return err
	}
	file, err := palette.PNG(r.m.Image)
	if err != nil {
		return err
	}
	r.p.Add(mapPart, "", file)
	id := r.p.Rel(mainPart, ooxml.Image, mapPart)
	var names []string
	for i := range r.c.View.Marks {
		if k := r.m.Keys[i]; k > 0 {
			names = append(names, fmt.Sprintf("%d %s", k, strings.Join(r.c.MarkNames(&r.c.View.Marks[i]), ", ")))
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return number(a) - number(b) })
	key := strings.Join(names, " · ")
	fmt.Fprintf(&r.body, `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="1" name="Map" descr="%s"/>`+
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:nvPicPr><pic:cNvPr id="1" name="map.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
		emuW, emuH, ooxml.Text(r.c.Say("Map")+". "+key), id, emuW, emuH)
	if key != "" {
		r.paragraph("Caption", plain(key))
	}
	signs := r.c.Say("Filled: something happened there. Ring: somebody speaks or acts from there. Shaded: a region, no town named.")
	if slices.ContainsFunc(r.c.View.Marks, story.Mark.OnlyNamed) {
		signs += " " + r.c.Say("Thin grey ring: the place is only named.")
	}
	r.paragraph("Caption", plain(signs))
	return nil
}

func number(s string) (n int) {
	fmt.Sscan(s, &n)
	return n
}

// list writes what happened, a row for each step.
func (r *report) list(ctx context.Context) error {
	r.paragraph("Heading1", plain(r.c.Say("What happened")))
	if len(r.told.Dated)+len(r.told.Undated) == 0 {
		r.paragraph("", plain(r.c.Say("Nothing is visible in these days.")))
		return nil
	}
	r.table([]int{1350, 2100, 3888, 2300}, []string{r.c.Say("When"), r.c.Say("Where"), r.c.Say("What is told"), r.c.Say("How it is known")})
	for _, list := range [...][]steps.Step{r.told.Dated, r.told.Undated} {
		for i := range list {
			if err := ctx.Err(); err != nil {
				return err
			}
			x := &list[i]
			var where, known []string
			for _, p := range x.Places {
				name := r.c.PlaceName(&p.Place)
				known = append(known, name+": "+r.c.HowPlaced(&p.Spot))
				if p.Mark >= 0 && r.m.Keys[p.Mark] > 0 {
					name = fmt.Sprintf("%d %s", r.m.Keys[p.Mark], name)
				}
				where = append(where, name)
			}
			known = append([]string{r.c.HowKnown(x.When)}, known...)
			if words := r.c.Unreal(x.Modality); words != "" {
				known = append(known, words)
			}
			if x.Checked != "" {
				known = append(known, r.c.CheckedWords(x.Checked))
			}
			when := r.c.Say("no day is told")
			if x.When.Dated() {
				when = r.c.ShortDays(x.When.Earliest, x.When.Latest)
			}
			r.row([]string{bold(when), plain(strings.Join(where, "; ")), plain(x.Sentence + " " + numbers(x.Articles)), plain(strings.Join(known, "; "))})
		}
	}
	r.body.WriteString(`</w:tbl>`)
	if r.told.Left > 0 {
		r.paragraph("", plain(r.c.N("{{.N}} more are left out: these are the main ones.", r.told.Left)))
	}
	return nil
}

func numbers(articles []int) string {
	var out []string
	for _, i := range articles {
		out = append(out, fmt.Sprint(i+1))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// quotes writes who said what.
func (r *report) quotes(ctx context.Context) error {
	n := 0
	for k, i := range r.c.View.Quotes {
		if r.c.Story.Quotes[i].Kind != story.QuoteDirect {
			continue // what is only reported stands in its sentence
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if n == most {
			r.paragraph("", plain(r.c.N("{{.N}} more quotes are left out.", len(r.c.View.Quotes)-k)))
			break
		}
		if n++; n == 1 {
			r.paragraph("Heading1", plain(r.c.Say("Who said what")))
		}
		q := rows.OfQuote(r.c.Story, i)
		r.paragraph("Quote", italic(q.Quote)+plain(" — ")+bold(export.First(q.Speaker, r.c.Say("nobody is named")))+plain(", "+r.c.When(q.When)+" "+numbers([]int{r.c.Story.Quotes[i].Doc})))
	}
	return nil
}

// sources writes the articles, and what the file draws on.
func (r *report) sources() {
	r.paragraph("Heading1", plain(r.c.Say("Sources")))
	for i, s := range r.c.Sources(r.c.Story) {
		text := plain(fmt.Sprintf("[%d] ", i+1)) + bold(export.First(s.Title, r.c.Say("Untitled")))
		for _, x := range []string{s.Author, s.Publisher, s.Day()} {
			if x != "" {
				text += plain(", " + x)
			}
		}
		if strings.HasPrefix(s.URL, "http://") || strings.HasPrefix(s.URL, "https://") {
			text += plain(", ") + fmt.Sprintf(`<w:hyperlink r:id="%s"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>%s</w:t></w:r></w:hyperlink>`, r.p.Link(mainPart, export.Address(s.URL)), ooxml.Text(s.URL))
		}
		r.paragraph("", text)
	}
	r.paragraph("Caption", plain(r.c.Say("Days and places were read by a program ({{.Program}}); what a person checked is marked as checked.", "Program", r.c.Generator)+" "+r.c.Attribution))
}

// Package html writes a story as one web page that stands by itself: map, timeline, quotes, the sentences of the articles, a
// table of everything, and the sources. It opens from a file, asks nothing of any network, works by keyboard and for screen
// readers, prints, and without its script is a readable table.
//
// The table and the list of quotes are the data: the script (page.js) reads them and builds map, timeline and lists of them,
// so that nothing is in the page twice and nothing is only in the script. Text of articles stands in the page as text alone;
// the page allows no script but its own (see policy).
package html

import (
	"context"
	"encoding/json"
	"io"
	"math"
	"strconv"

	"dateline/app/export"
	"dateline/app/export/internal/draw"
	"dateline/app/export/rows"
	"dateline/app/story"
)

// Format is the page.
var Format = export.Format{Name: "html", Label: "Web page (HTML)", Exts: []string{".html", ".htm"}, Needs: export.NeedsMap, For: export.ForPeople, Asks: export.AsksSlides, Write: write}

// page is one page in the making.
type page struct {
	draw.Pencil
	export.Content
	ctx     context.Context
	items   []item // what happened, a sentence each, by day
	quotes  []item
	bare    int // reported remarks that say too little to be listed
	ground  ground
	checked rows.Checked
}

// item is what one row of the page tells: a sentence with its day and place, and all that it tells to have happened there
// and then; or a quote.
type item struct {
	rows.Row
	doc   int
	at    story.Span // the sentence, or the words of the quote
	mark  int        // -1: it has none
	place int        // among those with a shape; -1
	what  []string   // of an event: its verbs and nouns
	words []story.Span
	open  bool
	p     float64
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	p := &page{Pencil: draw.New(w), Content: c, ctx: ctx, checked: rows.NewChecked(c.Log)}
	p.ground.lay(&p.Content)
	p.collect()
	for _, part := range []func() error{p.head, p.top, p.map_, p.said, p.rest, p.table, p.foot} {
		if err := part(); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return p.Flush()
}

func (p *page) head() error {
	s := style()
	p.Printf("<!doctype html>\n<html lang=\"%s\"%s>\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", draw.Text(p.Language()), p.direction(), policy(s))
	p.Printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"%s\">\n", draw.Text(p.Generator))
	p.Printf("<title>%s</title>\n<style>%s</style>\n<script>%s</script>\n</head>\n", draw.Text(p.title()), s, startScript)
	return nil
}

func (p *page) title() string {
	if p.Title == "" {
		return p.Say("Story")
	}
	return p.Title
}

func (p *page) top() error {
	p.Printf("<body>\n<a class=\"skip\" href=\"#all\">%s</a>\n<header class=\"top\">\n<div class=\"words\">", p.t("Skip to the table of all events"))
	p.Printf("<h1 dir=\"auto\">%s</h1>\n<p class=\"span\">%s</p></div>\n", draw.Text(p.title()), draw.Text(p.span()))
	find := p.t("Search people, places, words")
	p.Printf(`<form class="needs-js" role="search" id="search"><label class="sr" for="find">%s</label>`+
		`<input type="search" id="find" placeholder="%s" autocomplete="off"><output id="found" for="find"></output></form>`+"\n"+
		`<button class="btn needs-js" id="dark" aria-pressed="false">%s</button>`+"\n</header>\n<main>\n<div class=\"app\">\n", find, find, p.t("Dark"))
	return nil
}

// span says what the page is of: the days, how much there is, and what was left out.
func (p *page) span() string {
	out := ""
	if p.Run != nil {
		out = p.Count(len(p.Slides()), "slide", "slides") + " · "
	}
	out += p.Span(p.View) + " · " + p.Counts(p.View) + " · " + p.Count(len(p.Story.Articles), "article", "articles")
	if f := p.FilterInWords(p.Story, p.View.Filter); f != "" {
		out += " · " + f
	}
	return out
}

// said is the list of quotes.
func (p *page) said() error {
	p.Printf("<section class=\"pane quotes\" aria-labelledby=\"h-quotes\" tabindex=\"0\">\n<h2 id=\"h-quotes\">%s</h2>\n", p.t("Who said what"))
	if len(p.quotes) == 0 {
		p.Printf("<p class=\"empty\">%s</p>\n", p.t("No quotes on these days."))
	}
	p.WriteString("<ol id=\"quotes\">\n")
	for i := range p.quotes {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		q := &p.quotes[i]
		p.Printf(`<li class="quote %s"%s><blockquote dir="auto"%s>%s</blockquote>`, lane(q.doc), p.data(q), p.tongue(q.Language), draw.Text(q.Quote))
		speaker := q.Speaker
		if speaker == "" {
			speaker = p.Say("Nobody is named")
		}
		p.Printf(`<p class="by" dir="auto"><strong>%s</strong>`, draw.Text(speaker))
		if role := p.role(q); role != "" {
			p.Printf(` <span>%s</span>`, draw.Text(role))
		}
		reported := ""
		if q.Status != story.QuoteDirect.String() {
			reported = ` <span class="note">` + p.t("in the article’s words") + `</span>`
		}
		p.Printf("</p><p class=\"meta\">%s%s%s</p><p class=\"meta src\"><cite dir=\"auto\">%s</cite></p></li>\n", p.day(q), p.place(q), reported, draw.Text(q.Article))
	}
	p.WriteString("</ol>\n")
	if p.bare > 0 {
		p.Printf(`<p class="empty">%s</p>`+"\n", draw.Text(p.Say("Left to its sentence, since it says little by itself: {{.What}}.", "What", p.Count(p.bare, "reported remark", "reported remarks"))))
	}
	p.WriteString("</section>\n")
	return nil
}

func (p *page) role(q *item) string {
	for i := range p.Story.Speakers {
		if s := &p.Story.Speakers[i]; s.Name == q.Speaker {
			return s.Beside()
		}
	}
	return ""
}

// rest are the panes that the script fills.
func (p *page) rest() error {
	p.Printf(`<section class="pane read needs-js" aria-labelledby="h-read" tabindex="0"><h2 id="h-read">%s</h2><div id="read"></div></section>`+"\n", p.t("In the articles"))
	hidden := ""
	if len(p.days(math.MaxInt32)) == 0 {
		hidden = " hidden" // no day is told: there is nothing to slide over
	}
	p.Printf(`<section class="time needs-js" aria-labelledby="h-time"%s><h2 class="sr" id="h-time">%s</h2>
<div class="row"><button class="btn main" id="play">%s</button><button class="btn" id="back">%s</button><button class="btn" id="next">%s</button>
<label>%s <select id="width"><option value="all">%s</option><option value="0">%s</option><option value="1">± %s</option><option value="3">± %s</option><option value="so">%s</option></select></label>
<label>%s <select id="speed"><option value="3600">%s</option><option value="1800" selected>%s</option><option value="900">%s</option></select></label>
`, hidden, p.t("Timeline"), p.t("Play"), p.t("Previous"), p.t("Next"), p.t("Show"), p.t("all days"), p.t("one day"), draw.Text(p.Count(1, "day", "days")), draw.Text(p.Count(3, "day", "days")),
		p.t("so far"), p.t("Speed"), p.t("0.5×"), p.t("1×"), p.t("2×"))
	p.Printf(`<span class="hint">%s</span></div>
<div class="lanes" dir="ltr" id="lanes" tabindex="0" role="img" aria-label="%s"></div>
<div class="axis" dir="ltr"><input type="range" id="slider" aria-label="%s" step="1"><svg id="axis" aria-hidden="true"></svg></div>
<p class="sr" id="news" role="status"></p></section>
</div>
`, p.t("A bar: the text gives only a range of days. A diamond: the day of publication."),
		p.t("When things happened, a row for each article. The table of all events says the same in words."), p.t("Day"))
	return p.script()
}

// script is what the table does not hold: the marks, the articles, the days of the axis.
func (p *page) script() error {
	type namedData struct {
		Article int       `json:"a"`
		Words   string    `json:"t"`
		Days    [2]*int32 `json:"w"`
	}
	type markData struct {
		Name  string      `json:"n"`
		X     float64     `json:"x"`
		Y     float64     `json:"y"`
		Who   [][2]*int32 `json:"w,omitempty"`     // days on which somebody acts from here
		Named []namedData `json:"named,omitempty"` // the sentences that name the place, where they do no more
	}
	type article struct {
		Title     string `json:"t"`
		Published *int32 `json:"p,omitempty"`
		Source    string `json:"s"`
	}
	data := struct {
		Marks    []markData `json:"marks"`
		Articles []article  `json:"articles"`
		Axis     [2]int32   `json:"axis"`
		Map      [4]float64 `json:"map"` // the size of the whole map, and of what it shows at first
		Words    spoken     `json:"words"`
	}{Words: p.spoken(), Marks: []markData{}, Articles: []article{}, Axis: p.axis(), Map: p.ground.sizes()}
	for i := range p.View.Marks {
		m := &p.View.Marks[i]
		x, y := p.ground.whole.Project(m.At)
		d := markData{Name: export.Clean(m.Name()), X: export.Round3(x), Y: export.Round3(y)}
		for _, e := range m.Named {
			if e := &p.Story.Events[e]; m.OnlyNamed() {
				d.Named = append(d.Named, namedData{e.Doc, export.Clean(e.Sentence.In(p.Story.Articles[e.Doc].Text)), bounds(e.When)})
			}
		}
		for _, a := range m.Actors {
			d.Who = append(d.Who, bounds(p.Story.Actors[a].When))
		}
		data.Marks = append(data.Marks, d)
	}
	sources := p.Sources(p.Story)
	for i, a := range p.Story.Articles {
		x := article{Title: export.Clean(a.Title), Source: export.Clean(sources[i].Publisher + ", " + sources[i].Day())}
		if a.Published.Kind != story.DateUnknown {
			best := int32(a.Published.Best)
			x.Published = &best
		}
		data.Articles = append(data.Articles, x)
	}
	b, err := json.Marshal(data) // with < and > as \u003c and \u003e
	if err != nil {
		return err
	}
	p.Printf("<script type=\"application/json\" id=\"data\">%s</script>\n", b)
	return nil
}

// bounds are the first and last day; nil for an open end, and both where no day is known.
func bounds(m story.Moment) (out [2]*int32) {
	if !m.Dated() {
		return out
	}
	for i, d := range [2]story.Day{m.Earliest, m.Latest} {
		if d.Bounded() {
			n := int32(d)
			out[i] = &n
		}
	}
	return out
}

// table is everything in words: what there is without the script, and for those who do not see the map.
func (p *page) table() error {
	p.WriteString("<div class=\"below\">\n")
	p.lesson()
	p.Printf("<details id=\"all\" open><summary><h2>%s</h2></summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n", p.t("All events in a table"), p.t("Table of all events"))
	p.Printf("<table><caption>%s</caption><colgroup><col class=\"c1\"><col class=\"c2\"><col class=\"c3\"><col class=\"c4\"><col class=\"c5\"></colgroup><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody id=\"events\">\n",
		draw.Text(p.span()), p.t("When"), p.t("Where"), p.t("What the article says"), p.t("Article"), p.t("How it is known"))
	if len(p.items) == 0 {
		p.Printf("<tr><td colspan=\"5\">%s</td></tr>\n", p.t("Nothing is visible in these days."))
	}
	for i := range p.items {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		e := &p.items[i]
		p.Printf(`<tr class="%s"%s data-n="%d"><td class="when">%s</td><td>%s</td><td class="sentence" dir="auto"%s>`, lane(e.doc), p.data(e), len(e.what), p.day(e), p.place(e), p.tongue(e.Language))
		p.sentence(e)
		p.Printf(`</td><td dir="auto">%s</td><td class="known">`, draw.Text(e.Article))
		p.known(e)
		p.WriteString("</td></tr>\n")
	}
	p.WriteString("</tbody></table>\n</div></details>\n")
	return nil
}

// data are the attributes that the script reads.
func (p *page) data(x *item) string {
	out := ` data-a="` + strconv.Itoa(x.doc) + `" data-s="` + strconv.Itoa(x.at.Start) + `"`
	if b := bounds(x.When); x.When.Dated() {
		for i, name := range [2]string{"f", "t"} {
			if b[i] != nil {
				out += ` data-` + name + `="` + strconv.Itoa(int(*b[i])) + `"`
			}
		}
		out += ` data-d`
	}
	if x.mark >= 0 {
		out += ` data-m="` + strconv.Itoa(x.mark) + `"`
	}
	if x.place >= 0 {
		out += ` data-p="` + strconv.Itoa(x.place) + `"`
	}
	if x.open {
		out += ` data-o`
	}
	if x.Where != nil {
		if x.Where.Actor {
			out += ` data-x`
		} else if x.country() {
			out += ` data-c`
		}
	}
	return out
}

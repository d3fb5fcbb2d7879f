package html

import (
	"strings"

	"dateline/app/export"
	"dateline/app/export/asked"
	"dateline/app/export/internal/draw"
	"dateline/app/export/steps"
)

// lesson lists the slides that a person chose, in their order: day, place, what they show, and whose words these are. Without
// such it writes nothing.
func (p *page) lesson() {
	if p.Run == nil {
		return
	}
	told := steps.Of(p.Content, steps.Most)
	sources := p.Sources(p.Story)
	p.Printf("<section aria-labelledby=\"h-lesson\"><h2 id=\"h-lesson\">%s</h2>\n<ol class=\"lesson\">\n", p.t("The slides"))
	for i := range told.Dated {
		x := &told.Dated[i]
		if x.Asked != nil {
			if !x.Answers {
				p.asks(x.Asked)
			}
			continue
		}
		p.WriteString("<li>")
		if x.Own {
			p.Printf("<h3 dir=\"auto\">%s</h3>", draw.Text(x.Head))
			for line := range strings.Lines(x.Body) {
				if line = strings.TrimSpace(line); line != "" {
					p.Printf("<p dir=\"auto\">%s</p>", draw.Text(export.Clean(line)))
				}
			}
			p.WriteString("</li>\n")
			continue
		}
		p.Printf(`<p class="meta"><span class="day">%s</span>`, draw.Text(p.shortDays(x.When)))
		for _, s := range x.Places {
			p.Printf(` <span class="where" dir="auto">%s</span>`, draw.Text(cut(p.PlaceName(&s.Place))))
		}
		p.WriteString("</p>")
		if x.Alone && len(x.Said) == 1 {
			p.Printf(`<blockquote dir="auto">%s</blockquote><p class="by" dir="auto"><strong>%s</strong></p>`, draw.Text(x.Said[0].Words), draw.Text(x.Said[0].Speaker))
		} else {
			p.Printf(`<p class="sentence" dir="auto">%s</p>`, draw.Text(x.Sentence))
		}
		p.Printf(`<p class="meta src"><cite dir="auto">%s</cite></p>`, draw.Text(export.Clean(sources[x.Articles[0]].Title)))
		for _, t := range x.More {
			p.Printf(`<p class="sentence" dir="auto">%s</p><p class="meta src"><cite dir="auto">%s</cite></p>`, draw.Text(t.Sentence), draw.Text(export.Clean(sources[t.Doc].Title)))
		}
		p.WriteString("</li>\n")
	}
	p.WriteString("</ol></section>\n")
}

// asks writes a question; its answer is folded away.
func (p *page) asks(q *asked.Question) {
	p.Printf("<li><h3>%s</h3>", draw.Text(q.Asks))
	if q.Text != "" {
		p.Printf(`<p class="sentence" dir="auto">%s</p>`, draw.Text(q.Text))
	}
	if len(q.Choices) > 0 {
		p.WriteString(`<ol type="A">`)
		for _, words := range q.Choices {
			p.Printf(`<li dir="auto">%s</li>`, draw.Text(words))
		}
		p.WriteString("</ol>")
	}
	p.Printf(`<details><summary>%s</summary><p dir="auto"><strong>%s</strong></p>`, p.t("Answer"), draw.Text(q.Answer))
	for line := range strings.Lines(q.Whole) {
		p.Printf(`<p class="sentence" dir="auto">%s</p>`, draw.Text(strings.TrimSpace(line)))
	}
	if q.Source != "" {
		p.Printf(`<p class="meta src"><cite dir="auto">%s</cite></p>`, draw.Text(q.Source))
	}
	p.WriteString("</details></li>\n")
}

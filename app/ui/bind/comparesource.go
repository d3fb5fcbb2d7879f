package bind

import (
	"fmt"
	"math"
	"strings"

	"dateline/app/compare"
	"dateline/app/story"
)

// sources are the table of who is heard: counts and names, no score.
func (w Words) sources(s *story.Story, docs []int) (heads []string, rows []CompareSource) {
	heads = []string{w.L("article"), w.L("published"), w.L("people by name"), w.L("institutions"), w.L("unnamed"), w.L("sentences without a source")}
	all := compare.Sources(s, docs)
	for i := range all[:min(len(all), mostSources)] {
		src := &all[i]
		a := s.Articles[src.Doc]
		rows = append(rows, CompareSource{ID: a.ID, Colour: LaneColour(src.Doc), Cells: []string{Title(a), w.publishedWord(src.Published), w.names(s, src.Named, 2), w.names(s, src.Institutions, 2),
			w.names(s, src.Unnamed, 2), fmt.Sprintf("%d %s %d", src.Unsourced, w.L("of"), src.Sentences)}})
	}
	return heads, rows
}

func (w Words) publishedWord(p story.Publication) string {
	switch p.Kind {
	case story.DateUnknown:
		return w.L("not known")
	case story.DateInferred:
		return w.Interval(p.From, p.To) + ", " + w.L("inferred")
	}
	return w.shortDay(p.Best)
}

// sourceCards are the whole story and its articles, to see who is heard in each.
func (w Words) sourceCards(s *story.Story, docs []int) []CompareCard {
	all := compare.Sources(s, docs)
	whole := compare.Whole(all)
	if len(all) == 0 {
		return nil
	}
	out := []CompareCard{{Title: w.L("The whole story"), Heard: &whole.Doc, Sub: w.heardIn(&whole)}}
	for i := range all {
		src := &all[i]
		out = append(out, CompareCard{Title: Title(s.Articles[src.Doc]), Heard: &src.Doc, Sub: w.heardIn(src)})
	}
	return headed(out, w.head(w.L("Sources"), len(all)))
}

// heardIn says in short how many are heard.
func (w Words) heardIn(src *compare.Source) string {
	return join(w.Count(len(src.Voices), "voice", "voices"), w.Count(src.Quotes, "quote", "quotes"))
}

// sourcePage is the card of an article, or of all of them where doc is -1: what is known of it, who is heard and how much.
// Counts and names, never a score.
func (w Words) sourcePage(s *story.Story, docs []int, doc int, atlas Atlas) ComparePage {
	src := compare.Source{Doc: -1}
	p := ComparePage{Title: w.L("The whole story")}
	if doc < 0 {
		all := compare.Sources(s, docs)
		src = compare.Whole(all)
		p.Facts = append(p.Facts, CompareFact{w.L("articles"), w.Number(len(all))})
	} else {
		a := s.Articles[doc]
		src = compare.Sources(s, []int{doc})[0]
		p.Title = Title(a)
		p.Facts = w.provenance(a, &src)
	}
	p.Facts = append(p.Facts, CompareFact{w.L("people by name"), w.names(s, src.Named, mostNames)}, CompareFact{w.L("institutions"), w.names(s, src.Institutions, mostNames)},
		CompareFact{w.L("unnamed sources"), w.names(s, src.Unnamed, mostNames)},
		CompareFact{w.L("sentences without a source"), fmt.Sprintf("%s %s %s", w.Number(src.Unsourced), w.L("of"), w.Number(src.Sentences))})
	p.Heads = []string{w.L("who speaks"), w.L("side"), w.L("quotes"), w.L("words"), w.L("share of the words")}
	p.Shares = []float32{0.36, 0.22, 0.1, 0.1, 0.22}
	p.Summary = []string{w.L("Counts of what is quoted and reported, no judgement. A click on a row shows only what they say.")}
	for i := range src.Voices {
		p.Sources = append(p.Sources, w.voiceRow(s, &src, i, atlas))
	}
	sides := compare.Sides(s, src.Voices)
	if len(sides) > 1 || len(sides) == 1 && sides[0].Country != "" {
		p.Sources = append(p.Sources, CompareSource{Head: true, Cells: []string{w.L("By side")}})
		for _, x := range sides {
			p.Sources = append(p.Sources, w.share(CompareSource{Cells: []string{w.side(x.Country, atlas), w.Count(x.Voices, "voice", "voices"), w.Number(x.Quotes), w.Number(x.Words)}}, x.Words, src.Words))
		}
	}
	return p
}

// provenance is what is known of an article: when it was published and how that is known, who published it, who wrote it, its
// dateline.
func (w Words) provenance(a *story.Article, src *compare.Source) []CompareFact {
	or := func(words string) string {
		if words == "" {
			return w.L("not known")
		}
		return words
	}
	when := w.publishedWord(a.Published)
	if why := w.because(a.Published.Reasons, 2); why != "" && a.Published.Kind != story.DateUnknown {
		when += " (" + why + ")"
	}
	dateline := strings.TrimRight(src.Dateline, " -–—:")
	if dateline == "" {
		dateline = w.L("none")
	}
	return []CompareFact{{w.L("published"), when}, {w.L("publisher"), or(a.PublishedBy())}, {w.L("author"), or(a.Author())}, {w.L("dateline"), dateline}}
}

// names is how many somebodies there are, and the first of them by name.
func (w Words) names(s *story.Story, speakers []int, most int) string {
	if len(speakers) == 0 {
		return w.L("none")
	}
	var out []string
	for _, i := range speakers[:min(len(speakers), most)] {
		out = append(out, clip(s.Speakers[i].Name, 40))
	}
	if len(speakers) > most {
		out = append(out, "…")
	}
	return w.Number(len(speakers)) + ": " + strings.Join(out, ", ")
}

// mostNames is how many are named in one line of a card.
const mostNames = 30

func (w Words) voiceRow(s *story.Story, src *compare.Source, i int, atlas Atlas) CompareSource {
	v := src.Voices[i]
	p := &s.Speakers[v.Speaker]
	r := CompareSource{ID: "speaker " + string(p.ID), Cells: []string{clip(p.Name, 60), w.side(p.Country, atlas), w.Number(v.Quotes), w.Number(v.Words)}}
	id, article := p.ID, ""
	if src.Doc >= 0 {
		article = s.Articles[src.Doc].ID
	}
	r.Only = func(f *story.Filter) {
		f.Speakers = []story.SpeakerID{id}
		if article != "" {
			f.Articles = []string{article}
		}
	}
	return w.share(r, v.Words, src.Words)
}

// share adds what part of all words somebody has.
func (w Words) share(r CompareSource, words, all int) CompareSource {
	if all == 0 {
		r.Cells = append(r.Cells, "")
		return r
	}
	r.Share = float32(words) / float32(all)
	r.Cells = append(r.Cells, w.percent(int(math.Round(100*float64(words)/float64(all)))))
	return r
}

// side is the state that somebody speaks for or belongs to.
func (w Words) side(iso string, atlas Atlas) string {
	if iso == "" {
		return w.L("not known")
	}
	return atlas.country(iso)
}

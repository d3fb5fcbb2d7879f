package bind

import (
	"fmt"

	"dateline/app/story"
	"dateline/geo"
)

// Hits is a group of what a search found, under its heading.
type Hits struct {
	Head string
	Rows []Hit
}

// Hit is one thing that a search found.
type Hit struct {
	story.Hit
	Title, Detail string
	Only          func(*story.Filter) // narrows a filter to it
}

// Hits words what a search for query found.
func (w Words) Hits(s *story.Story, query string, f story.Found) []Hits {
	var out []Hits
	add := func(head string, hits []story.Hit, word func(story.Hit) Hit) {
		if len(hits) == 0 {
			return
		}
		g := Hits{Head: head}
		for _, h := range hits {
			g.Rows = append(g.Rows, word(h))
		}
		out = append(out, g)
	}
	add(w.L("People"), f.People, func(h story.Hit) Hit { return person(s, h) })
	add(w.L("Places"), f.Places, w.placeHit)
	words := w.L("Words")
	if f.AllSentences > len(f.Sentences) {
		words += fmt.Sprintf("  %d %s %d", len(f.Sentences), w.L("of"), f.AllSentences)
	}
	ws := story.NewWords(query)
	add(words, f.Sentences, func(h story.Hit) Hit {
		a := s.Articles[h.Doc]
		return Hit{h, lineAround(h.Span.In(a.Text), ws), Title(a), func(g *story.Filter) { g.Words = query }}
	})
	return out
}

func person(s *story.Story, h story.Hit) Hit {
	if h.Speaker < 0 {
		return Hit{h, h.Name, "", func(g *story.Filter) { g.Words = h.Name }}
	}
	sp := &s.Speakers[h.Speaker]
	return Hit{h, h.Name, sp.Beside(), func(g *story.Filter) { g.Speakers = also(g.Speakers, sp.ID) }}
}

func (w Words) placeHit(h story.Hit) Hit {
	detail := w.Count(h.Count, "mention", "mentions")
	if whole := w.PlaceName(h.Place); whole != h.Place.Name && h.Place.Kind != geo.KindCountry {
		detail = whole[len(h.Place.Name)+2:] + " · " + detail
	}
	return Hit{h, h.Name, detail, func(g *story.Filter) { g.Places = also[geo.PlaceID](g.Places, h.Place.ID) }}
}

// lineAround is a sentence from a little before the first of the words, so that it is seen in one line.
func lineAround(s string, ws story.Words) string {
	at, ok := ws.First(s)
	if !ok || at.Start < 48 {
		return clip(s, 200)
	}
	cut := at.Start - 32
	for cut < at.Start && s[cut] != ' ' {
		cut++
	}
	return "… " + clip(s[cut:], 200)
}

package story

import (
	"context"
	"slices"
	"sort"
	"strings"

	"dateline/geo"
)

// Hit is one thing that a search found. Exactly one of the three groups of Found holds it.
type Hit struct {
	Name    string    // of the person, or of the place with what it lies in; "" for a sentence
	Speaker int       // index into Story.Speakers; -1 if not somebody who is quoted
	Place   geo.Place // for places
	Event   int       // the first event to show; -1 none
	Quote   int       // the first quote to show; -1 none
	Doc     int       // where the words stand
	Span    Span      // the sentence, or the name where it is first met
	Count   int       // quotes of a speaker, mentions of a person or place
}

// Found is what a search found, each group best first.
type Found struct {
	People, Places, Sentences []Hit
	AllSentences              int // how many there are, when only some are given
}

// Empty reports whether nothing was found.
func (f Found) Empty() bool { return len(f.People)+len(f.Places)+len(f.Sentences) == 0 }

// Search finds people, places and sentences that hold all words of a query, each word at the beginning of one, in any
// case. It gives at most the given number of each. When ctx ends it gives what it has.
func Search(ctx context.Context, s *Story, query string, most int) Found {
	ws := NewWords(query)
	if s == nil || len(ws) == 0 || most <= 0 {
		return Found{}
	}
	var f Found
	f.People = top(people(ctx, s, ws), most)
	f.Places = top(places(ctx, s, ws), most)
	f.Sentences, f.AllSentences = sentences(ctx, s, ws, most)
	return f
}

func top(hits []Hit, most int) []Hit {
	sort.SliceStable(hits, func(i, k int) bool {
		if hits[i].Count != hits[k].Count {
			return hits[i].Count > hits[k].Count
		}
		return hits[i].Name < hits[k].Name
	})
	return hits[:min(len(hits), most)]
}

// people are the speakers, and then whoever else is named. A speaker with words of their own stands before one who is
// only named.
func people(ctx context.Context, s *Story, ws Words) []Hit {
	var out []Hit
	at := map[string]int{}
	for i := range s.Speakers {
		sp := &s.Speakers[i]
		if !ws.In(sp.Name) && !slices.ContainsFunc(sp.Aliases, ws.In) && !ws.In(sp.Name+" "+sp.Role) {
			continue
		}
		at[strings.ToLower(sp.Name)] = len(out)
		out = append(out, Hit{Name: sp.Name, Speaker: i, Event: -1, Quote: -1, Doc: -1})
	}
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if q.Scare || q.Speaker < 0 {
			continue
		}
		for k := range out {
			if h := &out[k]; h.Speaker == q.Speaker {
				if h.Count += 1000; h.Quote < 0 || s.Quotes[h.Quote].Kind != QuoteDirect && q.Kind == QuoteDirect {
					h.Quote, h.Doc, h.Span = i, q.Doc, q.Span
				}
			}
		}
	}
	for d, a := range s.Articles {
		if ctx.Err() != nil {
			break
		}
		for i := range a.People {
			p := &a.People[i]
			if len(p.Spans) == 0 || !ws.In(p.Name) && !slices.ContainsFunc(p.Aliases, ws.In) {
				continue
			}
			key := strings.ToLower(p.Name)
			k, ok := at[key]
			if !ok {
				k = len(out)
				at[key] = k
				out = append(out, Hit{Name: p.Name, Speaker: -1, Event: -1, Quote: -1, Doc: -1})
			}
			h := &out[k]
			h.Count += len(p.Spans)
			if h.Doc < 0 {
				h.Doc, h.Span = d, p.Spans[0]
			}
		}
	}
	return slices.DeleteFunc(onePerson(out), func(h Hit) bool { return h.Doc < 0 })
}

// onePerson adds who is only named by the last name to the one person with that last name: "Putin" to "Vladimir Putin".
func onePerson(hits []Hit) []Hit {
	for i := range hits {
		short, whole := &hits[i], -1
		if short.Speaker >= 0 || strings.Contains(short.Name, " ") {
			continue
		}
		for k := range hits {
			if n := hits[k].Name; len(n) > len(short.Name) && strings.EqualFold(n[len(n)-len(short.Name):], short.Name) && n[len(n)-len(short.Name)-1] == ' ' {
				if whole >= 0 {
					whole = -1
					break // two of that name
				}
				whole = k
			}
		}
		if whole < 0 {
			continue
		}
		h := &hits[whole]
		if h.Count += short.Count; h.Doc < 0 {
			h.Doc, h.Span = short.Doc, short.Span
		}
		short.Doc = -1
	}
	return hits
}

// places are those of the story whose name, or whose name in the text, holds the words.
func places(ctx context.Context, s *Story, ws Words) []Hit {
	found := placeHits{words: ws, at: map[geo.PlaceID]int{}, names: map[string]bool{}}
	for d, a := range s.Articles {
		if ctx.Err() != nil {
			break
		}
		for i := range a.Toponyms {
			t := &a.Toponyms[i]
			if !t.Placed || t.Use == UseInName {
				continue
			}
			if h := found.meet(&t.Place, t.Name); h != nil {
				if h.Count++; h.Doc < 0 {
					h.Doc, h.Span = d, t.Span
				}
			}
		}
	}
	for i := range s.Events {
		e := &s.Events[i]
		if e.Where == nil {
			continue
		}
		if h := found.meet(&e.Where.Place, ""); h != nil {
			if h.Event < 0 {
				h.Event = i
			}
			h.first(e.Doc, e.Sentence)
		}
	}
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if q.Where == nil || q.Scare {
			continue
		}
		if h := found.meet(&q.Where.Place, ""); h != nil {
			if h.Quote < 0 {
				h.Quote = i
			}
			h.first(q.Doc, q.Span)
		}
	}
	return found.hits
}

// placeHits are the places that a search has found so far.
type placeHits struct {
	words Words
	hits  []Hit
	at    map[geo.PlaceID]int // of hits; -1: looked at, and not asked for by the names that were met
	names map[string]bool     // names met in the text: whether the words stand in them
}

// meet gives the hit of a place that is met in the story, under the words the text has for it if it has any; nil for one
// that was not asked for.
func (f *placeHits) meet(p *geo.Place, text string) *Hit {
	k, met := f.at[p.ID]
	if !met || k < 0 {
		inText := text != "" && text != p.Name && f.asked(text)
		if !inText && (met || !f.words.In(p.Name) && !f.words.In(p.AnchorName)) {
			if !met {
				f.at[p.ID] = -1
			}
			return nil
		}
		k = len(f.hits)
		f.at[p.ID] = k
		f.hits = append(f.hits, Hit{Name: p.Name, Place: *p, Speaker: -1, Event: -1, Quote: -1, Doc: -1})
	}
	return &f.hits[k]
}

// asked reports whether the words stand in a name. Few names are met many times.
func (f *placeHits) asked(name string) bool {
	in, known := f.names[name]
	if !known {
		in = f.words.In(name)
		f.names[name] = in
	}
	return in
}

// first notes where a hit stands, if nothing was noted yet.
func (h *Hit) first(doc int, span Span) {
	if h.Doc < 0 {
		h.Doc, h.Span, h.Count = doc, span, max(h.Count, 1)
	}
}

// sentences are those that hold the words, in the order of the articles; repeats and boilerplate are left out.
func sentences(ctx context.Context, s *Story, ws Words, most int) (out []Hit, all int) {
	for d, a := range s.Articles {
		if ctx.Err() != nil {
			break
		}
		for _, span := range a.Sentences {
			if !ws.In(span.In(a.Text)) || !a.ZoneAt(span.Start).Counts() {
				continue
			}
			if all++; len(out) < most {
				out = append(out, Hit{Speaker: -1, Event: -1, Quote: -1, Doc: d, Span: span})
			}
		}
	}
	return out, all
}

package csv

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/app/compare"
	"dateline/app/export"
	"dateline/app/export/internal/runes"
	"dateline/app/export/rows"
	"dateline/app/story"
)

// counter gives the columns from which every number of the program can be counted again: who is heard in an article, how many
// of its sentences give nobody's words, who says and who denies it.
type counter struct {
	s      *story.Story
	stands []compare.Stand
	told   map[int]string // how many sentences of each article met so far are counted
	group  []string       // of each article, from 1: those that tell of the same have the same
}

func newCounter(s *story.Story) *counter {
	n := &counter{s: s, stands: compare.Stands(s), told: map[int]string{}, group: make([]string, len(s.Articles))}
	for i, g := range s.Groups {
		for _, d := range g.Articles {
			n.group[d] = strconv.Itoa(i + 1)
		}
	}
	return n
}

func (n *counter) cells(r *rows.Row, text *runes.Text) []string {
	a := n.s.Articles[r.Doc]
	last, _ := slices.BinarySearchFunc(a.Sentences, r.Span.End-1, func(s story.Span, at int) int { return s.End - 1 - at })
	out := []string{a.ID, n.sentences(r.Doc), strconv.Itoa(min(last+1, len(a.Sentences))), a.ZoneAt(sentenceStart(a, r.Span.Start)).String(), fmt.Sprintf("char-offset:%d", text.At(r.Span.End))}
	if r.Kind == rows.Quote {
		return append(append(append(out, ""), n.quote(&n.s.Quotes[r.Index])...), n.group[r.Doc])
	}
	e, stand := &n.s.Events[r.Index], &n.stands[r.Index]
	shown := "no"
	if e.IsLikely() {
		shown = "yes"
	}
	var stances []string
	for _, s := range stand.Stances {
		stances = append(stances, s.String())
	}
	return append(out, n.ids(e.Who), "", "", "", "", "", "", "", shown, strings.Join(stances, "; "), stand.Matter, n.group[r.Doc])
}

func (n *counter) quote(q *story.Quote) []string {
	id, kind, country := "", "", ""
	var kinds, countries []string
	for _, i := range q.Also {
		kinds, countries = append(kinds, n.s.Speakers[i].Kind.String()), append(countries, n.s.Speakers[i].Country)
	}
	if q.Speaker >= 0 {
		p := &n.s.Speakers[q.Speaker]
		id, kind, country = string(p.ID), p.Kind.String(), p.Country
	}
	return []string{id, kind, country, inert(strings.Join(export.Speakers(n.s, q.Also), "; ")), n.ids(q.Also), strings.Join(kinds, "; "), strings.Join(countries, "; "), "yes", "", ""}
}

func (n *counter) ids(who []int) string {
	var out []string
	for _, i := range who {
		out = append(out, string(n.s.Speakers[i].ID))
	}
	return strings.Join(out, "; ")
}

// sentences is how many sentences of an article are counted.
func (n *counter) sentences(doc int) string {
	if told, ok := n.told[doc]; ok {
		return told
	}
	a, count := n.s.Articles[doc], 0
	for _, at := range a.Sentences {
		if compare.Told(a.ZoneAt(at.Start)) {
			count++
		}
	}
	n.told[doc] = strconv.Itoa(count)
	return n.told[doc]
}

// sentenceStart is where the sentence at an offset begins; the offset between sentences.
func sentenceStart(a *story.Article, at int) int {
	if s := a.SentenceAt(at); !s.Empty() {
		return s.Start
	}
	return at
}

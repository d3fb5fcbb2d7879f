package bind

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
)

// huge is a story of so many articles, each with what the small one of bindtest has twice over.
func huge(articles int) *story.Story {
	s := &story.Story{Title: "Port, May 2024", Speakers: bindtest.Story().Speakers}
	for d := range articles {
		small := bindtest.Story()
		a := small.Articles[0]
		a.ID = fmt.Sprintf("a%05d", d)
		a.Title, a.File = "Ships leave Port "+a.ID, a.ID+".txt"
		s.Articles = append(s.Articles, a)
		for n := range 2 {
			for _, e := range small.Events {
				e.ID, e.Doc, e.Quotes = "", d, nil
				if e.When.Dated() {
					e.When = story.On(e.When.Earliest+story.Day((d*7+n)%1000), 1, story.BasisClause)
				}
				s.Events = append(s.Events, e)
			}
		}
		q := small.Quotes[0]
		q.ID, q.Doc, q.Events = "", d, nil
		s.Quotes = append(s.Quotes, q)
	}
	story.Identify(s)
	return s
}

// BenchmarkHuge is what the window asks for when a story of 10,000 articles comes in, and looking all of it up by id.
func BenchmarkHuge(b *testing.B) {
	st := session.State{Story: huge(10000)}
	for _, a := range st.Story.Articles {
		st.Documents = append(st.Documents, a.Document)
	}
	st.View = story.Visible(st.Story, st.Period, st.Filter)
	w := Speak(func(s string, d ...any) string { return filled(s, d) }, func(_, s string, d ...any) string { return filled(s, d) },
		func(_, s string, _ int, d ...any) string { return filled(s, d) })
	var list *Articles
	var ticks []Tick
	rows := w.Events(st.Story)
	for _, row := range []struct {
		name string
		do   func()
	}{
		{"view", func() { st.View = story.Visible(st.Story, st.Period, st.Filter) }},
		{"lanes", func() { _, ticks = w.Lanes(st, color.NRGBA{}) }},
		{"legend", func() { w.Legend(ticks) }},
		{"marks", func() { w.Marks(st, false) }},
		{"quotes", func() { Quotes(st.Story, st.View) }},
		{"quotes worded", func() {
			cards := w.Cards(st.Story, st.Log)
			for _, q := range Quotes(st.Story, st.View) {
				cards.Named(q.ID)
			}
		}},
		{"places", func() { w.PlaceRows(st, Inks{}) }},
		{"events made", func() { rows = w.Events(st.Story) }},
		{"events picked", func() { rows.In(st) }},
		{"articles made", func() { list = w.ArticleList(st) }},
		{"articles sorted", func() { list.In(st.Filter, ByDay, nil) }},
		{"looked up", func() {
			for i := range st.Story.Events {
				if Means(st, string(st.Story.Events[i].ID)).Event == "" {
					b.Fatal("an event is not found")
				}
			}
		}},
	} {
		b.Run(strings.ReplaceAll(row.name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				row.do()
			}
		})
	}
}

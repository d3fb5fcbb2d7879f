package bind

import (
	"strings"

	"dateline/app/session"
	"dateline/app/story"
)

// Article is the text of an article with what was found in it. Head lines stand above Text and are no part of it.
type Article struct {
	ID    string
	Head  []string
	Text  string
	Found []Found
}

// Found is something that was found in a text, with what was read of it and why.
type Found struct {
	Span story.Span
	Is   Is
	Tip  string
}

// Is says what was found.
type Is uint8

// What can be found.
const (
	IsPlace Is = iota // where something happens
	IsActor           // who acts or is spoken of, by the name of a place
	IsTime
	IsQuote
	IsDimmed // no part of what the article tells
	IsHeadline
	IsSubhead
)

// Article gives article doc of the story.
func (w Words) Article(s *story.Story, doc int) Article {
	a := s.Articles[doc]
	out := Article{ID: a.ID, Text: a.Text, Head: head(a)}
	add := func(span story.Span, is Is, tip string) { out.Found = append(out.Found, Found{span, is, tip}) }
	for _, z := range a.Zones {
		switch z.Kind {
		case story.ZoneHeadline:
			add(z.Span, IsHeadline, "")
		case story.ZoneSubhead:
			add(z.Span, IsSubhead, "")
		case story.ZoneBoilerplate, story.ZoneByline, story.ZoneCaption, story.ZoneTeaser:
			add(z.Span, IsDimmed, "")
		}
	}
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if q.Doc == doc && q.Kind == story.QuoteDirect && !q.Scare {
			add(q.Span, IsQuote, w.quoteTip(s, q))
		}
	}
	for i := range a.Toponyms {
		t := &a.Toponyms[i]
		if !t.Placed || !a.ZoneAt(t.Span.Start).Counts() {
			continue
		}
		switch t.Use {
		case story.UseLiteral:
			add(t.Span, IsPlace, w.placeTip(t))
		case story.UseActor, story.UseTopic:
			add(t.Span, IsActor, w.placeTip(t))
		}
	}
	for i := range a.Timexes {
		t := &a.Timexes[i]
		if zone := a.ZoneAt(t.Span.Start); t.Vague || !zone.Counts() && zone != story.ZoneDate {
			continue
		}
		add(t.Span, IsTime, w.timeTip(t))
	}
	return out
}

// head is the title and byline, where the text does not begin with them.
func head(a *story.Article) []string {
	if a.Title == "" || strings.Contains(clip(a.Text, 4000), strings.TrimSuffix(clip(a.Title, 80), "…")) {
		return nil
	}
	if a.Byline == "" {
		return []string{a.Title}
	}
	return []string{a.Title, a.Byline}
}

// ArticleHead is the heading above an article: "ARTICLE 2 OF 5".
func (w Words) ArticleHead(doc, of int) string {
	return w.upper(w.L("Article {{.At}} of {{.All}}", map[string]any{"At": doc + 1, "All": of}))
}

// PublishedHead is the line below it: when the article was published, without the reasons.
func (w Words) PublishedHead(p story.Publication) string {
	switch p.Kind {
	case story.DateUnknown:
		return w.L("publication day unknown")
	case story.DateInferred:
		return w.L("published") + " " + w.Interval(p.From, p.To) + ", " + w.L("inferred")
	}
	s := w.L("published") + " " + w.shortDay(p.Best)
	if p.Clock != "" {
		s += ", " + p.Clock
	}
	return s
}

// Highlights are the sentences of article doc whose events or quotes are in view, where not all are.
func Highlights(st session.State, doc int) []story.Span {
	if !st.Narrowed() || doc < 0 {
		return nil
	}
	var out []story.Span
	for _, i := range st.View.Events {
		if e := &st.Story.Events[i]; e.Doc == doc {
			out = append(out, e.Sentence)
		}
	}
	for _, i := range st.View.Quotes {
		if q := &st.Story.Quotes[i]; q.Doc == doc && q.Kind == story.QuoteDirect {
			out = append(out, q.Span)
		}
	}
	return out
}

// Lead is the sentence that the article goes to while the slider moves: of the first event that lies in the Period for at
// least half of its days, else of the first that may; doc is -1 where there is none, or where what is selected is in view.
func Lead(st session.State) (doc int, span story.Span) {
	if !st.Period.On {
		return -1, span
	}
	first := -1
	for k, i := range st.View.Events {
		if i == st.SelectedEvent() {
			return -1, span
		}
		if first < 0 || possible(st.View.EventShare[first]) && !possible(st.View.EventShare[k]) {
			first = k
		}
	}
	if first < 0 {
		return -1, span
	}
	e := &st.Story.Events[st.View.Events[first]]
	return e.Doc, e.Sentence
}

// Focus is the stretch of the article to mark: the sentence of an event, the words of anything else.
func Focus(st session.State) story.Span {
	if st.SelectedEvent() >= 0 && st.SelectedQuote() < 0 {
		return st.Selected.Sentence
	}
	return st.Selected.Focus
}

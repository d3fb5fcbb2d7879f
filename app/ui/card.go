package ui

import (
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/mapview"
	"github.com/paulmach/orb"
)

// path is the places of the visible events in order of time, each once in a row.
func path(st session.State) []orb.Point {
	var out []orb.Point
	for _, i := range st.View.Events {
		e := &st.Story.Events[i]
		if e.Where == nil || e.Where.Actor || !e.When.Dated() {
			continue
		}
		if n := len(out); n == 0 || out[n-1] != e.Where.Place.Anchor {
			out = append(out, e.Where.Place.Anchor)
		}
	}
	return out
}

// detail is the card of a mark: what happened there and who spoke, each item leading to its sentence.
func detail(s *story.Story, m story.Mark) (d mapview.Detail, events, quotes []int) {
	t := markTip(s, m)
	d.Title = t.Title
	if m.Country {
		d.Note = text("known to country level only")
	}
	for _, i := range m.Events {
		e := &s.Events[i]
		a := s.Articles[e.Doc]
		d.Items = append(d.Items, mapview.Item{Head: moment(e.When) + " · " + title(a), Text: clip(e.Sentence.In(a.Text), 220)})
		events, quotes = append(events, i), append(quotes, -1)
	}
	for _, i := range m.Quotes {
		q := &s.Quotes[i]
		if q.Kind != story.QuoteDirect {
			continue
		}
		name, _ := speakerWords(s, q)
		d.Items = append(d.Items, mapview.Item{Head: name + ", " + moment(q.When), Text: clip(curly(q.Span.In(s.Articles[q.Doc].Text)), 220), Quote: true})
		events, quotes = append(events, -1), append(quotes, i)
	}
	return d, events, quotes
}

func (w *Window) tapMark(id int) {
	st := w.session.State()
	if id < 0 || id >= len(st.View.Marks) {
		return
	}
	w.session.Pause()
	m := st.View.Marks[id]
	w.session.SelectMark(m.At)
	d, events, quotes := detail(st.Story, m)
	if len(d.Items) == 0 || w.present != nil {
		return
	}
	w.cardEvents, w.cardQuotes = events, quotes
	w.mapp.ShowDetail(id, d)
}

// tapDetail selects what an item of the card stands for.
func (w *Window) tapDetail(_, item int) {
	if item < 0 || item >= len(w.cardEvents) {
		return
	}
	if e := w.cardEvents[item]; e >= 0 {
		w.selectEvent(e)
	} else {
		w.selectQuote(w.cardQuotes[item])
	}
}

// togglePath draws or removes the line through the events in order of time, and keeps the choice.
func (w *Window) togglePath() {
	w.pathOn = !w.pathOn
	w.cfg.App.Preferences().SetBool("path", w.pathOn)
	w.mapp.SetPath(path(w.session.State()), w.pathOn)
}

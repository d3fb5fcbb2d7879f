package ui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/app/ui/mapview"
	"dateline/app/ui/quotelist"
	"dateline/app/ui/textview"
	"dateline/geo"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"github.com/paulmach/orb"
)

// text words something for the person in the language of the program.
func text(s string) string { return lang.L(s) }

// show brings what changed of the session onto the screen.
func (w *Window) show(st session.State, c session.Change) {
	if c&session.Opened != 0 {
		w.showStory(st)
	}
	if c&(session.Opened|session.Selected) != 0 {
		w.showArticle(st, c&session.Opened != 0)
	}
	if c&(session.Opened|session.Filtered) != 0 || w.lanes != st.Lanes {
		w.showLanes(st)
	}
	if c&session.Viewed != 0 {
		w.showView(st)
	}
	if c&session.Filtered != 0 {
		w.showFilter(st)
	}
	if c&session.Moded != 0 {
		w.showModes(st)
	}
	if c&(session.Perioded|session.Moded) != 0 {
		w.showSlider(st)
	}
	if c&(session.Selected|session.Viewed) != 0 {
		w.showSelected(st, c&session.Selected != 0 && c&session.Opened == 0)
	}
	if c&session.Playing != 0 {
		w.play.SetIcon(theme.MediaPlayIcon())
		if st.Playing {
			w.play.SetIcon(theme.MediaPauseIcon())
		}
	}
	if c&session.Jobbed != 0 {
		w.showJob(st.Job)
	}
	if c&session.Noted != 0 {
		w.notes.set(noteWords(st.Notes, w.cfg.Articles))
	}
	if c&session.Opened != 0 && !w.fitted && len(st.Story.Articles) > 0 {
		w.fitted = true
		w.fitStory(st.View)
		if w.cfg.Present {
			w.cfg.Present = false
			w.cfg.Dispatch(w.presentFromStart)
		}
	}
	if w.present != nil && c&(session.Opened|session.Selected|session.Viewed) != 0 {
		w.showSlide(st, c&(session.Opened|session.Selected) != 0)
	}
}

// showStory brings a new story: its name. The map is fitted to it once it has its marks.
func (w *Window) showStory(st session.State) {
	if ids := documentIDs(st.Documents); ids != w.openIDs { // a given day moves the story, not the map
		w.fitted, w.openIDs = false, ids
	}
	w.title.Set(st.Story.Title)
	files := ""
	if n := len(st.Story.Articles); n > 0 {
		files = count(n, "article", "articles")
	}
	if st.Sample {
		files += " · " + text("sample story")
	}
	w.files.Set(files)
	window := "Dateline"
	if st.Story.Title != "" {
		window = st.Story.Title + " – Dateline"
	}
	w.win.SetTitle(window)
}

// publicationID keeps the ids of publication marks apart from those of events.
const publicationID = 1 << 30

func (w *Window) tapItem(id int) {
	w.session.Pause()
	switch {
	case id >= publicationID:
		w.session.SelectArticle(w.articleID(id - publicationID))
		return
	case id >= quoteID:
		w.selectQuote(id - quoteID)
		return
	}
	w.selectEvent(id)
}

// selectEvent selects event i of the story that is shown, selectQuote quote i.
func (w *Window) selectEvent(i int) {
	if s := w.session.State().Story; i >= 0 && i < len(s.Events) {
		w.session.SelectEvent(s.Events[i].ID)
	}
}

func (w *Window) selectQuote(i int) {
	if s := w.session.State().Story; i >= 0 && i < len(s.Quotes) {
		w.session.SelectQuote(s.Quotes[i].ID)
	}
}

// articleID is the Document.ID of article i of the story that is shown; "" where there is none.
func (w *Window) articleID(i int) string {
	if s := w.session.State().Story; i >= 0 && i < len(s.Articles) {
		return s.Articles[i].ID
	}
	return ""
}

// publishedWords says when an article was published and how that is known.
func publishedWords(p story.Publication) string {
	s := ""
	switch p.Kind {
	case story.DateUnknown:
		return text("publication day unknown")
	case story.DateInferred:
		s = text("published") + " " + interval(p.From, p.To) + ", " + text("inferred")
	default:
		s = text("published") + " " + shortDay(p.Best)
		if p.Clock != "" {
			s += ", " + p.Clock
		}
	}
	if why := because(p.Reasons, 2); why != "" {
		s += "\n" + why
	}
	return s
}

func eventTip(s *story.Story, e *story.Event) string {
	a := s.Articles[e.Doc]
	out := moment(e.When)
	if e.Where != nil {
		out += " · " + placeWords(e.Where.Place)
	}
	out += "\n" + clip(e.Sentence.In(a.Text), 160)
	if why := because(e.When.Reasons, 1); why != "" {
		out += "\n" + why
	}
	return out
}

// placeWords names a place with what it lies in: "Sudzha, Kursk Oblast".
func placeWords(p geo.Place) string {
	if p.Admin1Name != "" && p.Admin1Name != p.Name && p.Kind != geo.KindCountry {
		return p.Name + ", " + p.Admin1Name
	}
	return p.Name
}

// clip shortens to at most n characters, at a word, in one line.
func clip(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := 0
	for i := range s {
		if n--; n < 0 {
			break
		}
		cut = i
	}
	if at := strings.LastIndexByte(s[:cut], ' '); at > cut/2 {
		cut = at
	}
	return strings.TrimRight(s[:cut], " ,;:–-") + "…"
}

// showArticle brings the article of the selection; without one, the first.
func (w *Window) showArticle(st session.State, fresh bool) {
	n := len(st.Story.Articles)
	doc := st.SelectedArticle()
	if doc < 0 && !fresh {
		doc = w.article
	}
	if doc < 0 || doc >= n {
		doc = 0
	}
	if n == 0 {
		w.article, w.shownID = -1, ""
		w.heads[1].Set("")
		w.published.Set("")
		w.text.SetArticle(textview.Article{})
	} else if doc != w.article || fresh || st.Story.Articles[doc].ID != w.shownID {
		a := st.Story.Articles[doc]
		w.article, w.shownID = doc, a.ID
		head := strings.ToUpper(text("Article")) + fmt.Sprintf(" %d ", doc+1) + strings.ToUpper(text("of")) + fmt.Sprintf(" %d", n)
		w.heads[1].Set(head)
		w.published.Set(strings.SplitN(publishedWords(a.Published), "\n", 2)[0])
		w.text.SetArticle(article(st.Story, doc))
		w.text.SetHighlights(w.highlights(st))
	}
	enable(w.prevArticle, w.article > 0)
	enable(w.nextArticle, w.article < n-1)
}

func enable(c *kit.Control, on bool) {
	if on {
		c.Enable()
	} else {
		c.Disable()
	}
}

// article is the text of an article with all that was found in it, each with what was read and why.
func article(s *story.Story, doc int) textview.Article {
	a := s.Articles[doc]
	out := textview.Article{ID: a.ID, Text: a.Text}
	if a.Title != "" && !strings.Contains(clip(a.Text, 4000), clip(a.Title, 80)) {
		out.Head = append(out.Head, a.Title)
		if a.Byline != "" {
			out.Head = append(out.Head, a.Byline)
		}
	}
	add := func(span story.Span, k textview.Kind, id int, tip string) {
		out.Marks = append(out.Marks, textview.Mark{Span: span, Kind: k, ID: id, Tip: tip})
	}
	for _, z := range a.Zones {
		switch z.Kind {
		case story.ZoneHeadline:
			add(z.Span, textview.Headline, -1, "")
		case story.ZoneSubhead:
			add(z.Span, textview.Subhead, -1, "")
		case story.ZoneBoilerplate, story.ZoneByline, story.ZoneCaption, story.ZoneTeaser:
			add(z.Span, textview.Dimmed, -1, "")
		}
	}
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if q.Doc == doc && q.Kind == story.QuoteDirect && !q.Scare {
			add(q.Span, textview.Quote, i, quoteTip(s, q))
		}
	}
	for i := range a.Toponyms {
		t := &a.Toponyms[i]
		if !t.Placed || !a.ZoneAt(t.Span.Start).Counts() {
			continue
		}
		switch t.Use {
		case story.UseLiteral:
			add(t.Span, textview.PlaceLiteral, i, placeTip(t))
		case story.UseActor, story.UseTopic:
			add(t.Span, textview.PlaceActor, i, placeTip(t))
		}
	}
	for i := range a.Timexes {
		t := &a.Timexes[i]
		if t.Vague || !a.ZoneAt(t.Span.Start).Counts() && a.ZoneAt(t.Span.Start) != story.ZoneDate {
			continue
		}
		add(t.Span, textview.Time, i, timeTip(t))
	}
	return out
}

func quoteTip(s *story.Story, q *story.Quote) string {
	name, role := speakerWords(s, q)
	if role != "" {
		name += ", " + role
	}
	if q.When.Dated() {
		name += "\n" + moment(q.When)
	}
	if why := because(q.Reasons, 2); why != "" {
		name += "\n" + why
	}
	return name
}

func placeTip(t *story.Toponym) string {
	s := placeWords(t.Place)
	switch t.Use {
	case story.UseActor:
		s += " · " + text("named as an actor, not as a place")
	case story.UseTopic:
		s += " · " + text("spoken of, not the scene")
	}
	if why := because(t.Reasons, 3); why != "" {
		s += "\n" + why
	}
	if len(t.Rivals) > 0 {
		names := []string{}
		for _, r := range t.Rivals {
			names = append(names, placeWords(r.Place)+" "+r.Place.Country)
		}
		s += "\n" + text("could also be") + ": " + strings.Join(names, "; ")
	}
	return s
}

func timeTip(t *story.Timex) string {
	s := ""
	if t.Moment.Dated() {
		s = moment(t.Moment)
	} else {
		s = text("not placed on the timeline") + " (" + t.Value + ")"
	}
	if why := because(t.Reasons, 3); why != "" {
		s += "\n" + why
	}
	return s
}

// highlights are the sentences of the shown article whose events or quotes are in the Period.
func (w *Window) highlights(st session.State) []story.Span {
	if !st.Narrowed() || w.article < 0 {
		return nil
	}
	var out []story.Span
	for _, i := range st.View.Events {
		if e := &st.Story.Events[i]; e.Doc == w.article {
			out = append(out, e.Sentence)
		}
	}
	for _, i := range st.View.Quotes {
		if q := &st.Story.Quotes[i]; q.Doc == w.article && q.Kind == story.QuoteDirect {
			out = append(out, q.Span)
		}
	}
	return out
}

// showView brings what is visible onto every pane.
func (w *Window) showView(st session.State) {
	w.date.set(dateWords(st))
	w.mapp.SetMarks(w.marks(st))
	w.quotes.SetItems(quoteItems(st.Story, st.View))
	w.lists.changed(st)
	w.text.SetHighlights(w.highlights(st))
	enable(w.all, st.Narrowed())
	w.showHint(st)
}

// quoteItems are the visible quotes in marks, those of the story's order.
func quoteItems(s *story.Story, v story.View) []quotelist.Item {
	var out []quotelist.Item
	for _, i := range v.Quotes {
		q := &s.Quotes[i]
		if q.Kind != story.QuoteDirect {
			continue
		}
		a := s.Articles[q.Doc]
		name, role := speakerWords(s, q)
		it := quotelist.Item{ID: i, Words: curly(q.Span.In(a.Text)), Speaker: name, Role: role, Source: title(a),
			Colour: laneColour(q.Doc)}
		if q.When.Dated() {
			it.When = interval(q.When.Earliest, q.When.Latest)
		}
		if q.Where != nil {
			it.Where, it.WhereRing = q.Where.Place.Name, q.Where.Actor
			if q.Where.Actor && q.Where.Place.AnchorName != "" {
				it.Where = q.Where.Place.AnchorName
			}
		}
		out = append(out, it)
	}
	return out
}

// curly shows straight outer marks as typographic ones.
func curly(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if t, ok := strings.CutPrefix(s, `"`); ok {
		s = "“" + t
		if t, ok := strings.CutSuffix(s, `"`); ok {
			s = t + "”"
		}
	}
	return s
}

// marks are the marks of the view as the map draws them; a mark's ID is its index in View.Marks.
func (w *Window) marks(st session.State) []mapview.Mark {
	out := make([]mapview.Mark, 0, len(st.View.Marks))
	for i, m := range st.View.Marks {
		mm := mapview.Mark{ID: i, At: m.At, Label: m.Name(), Filled: m.Filled, Ring: m.Ring, Country: m.Country, Count: len(m.Events), P: m.P}
		if m.Filled && m.Area {
			mm.Shape = shape(st, m)
		}
		mm.Tip = markTip(st.Story, m)
		if w.names.hidden.Load() {
			mm.Label, mm.Tip = "", mapview.Tip{}
		}
		out = append(out, mm)
	}
	return out
}

// shape is the place whose outline is drawn under a mark: a region always, a whole country only while it is selected,
// so that one sentence about a large country does not paint the map over.
func shape(st session.State, m story.Mark) *geo.Place {
	selected := st.Selected.Placed && st.Selected.At == m.At
	for i := range m.Places {
		if p := &m.Places[i]; p.Kind.Area() && (p.Kind != geo.KindCountry || selected) {
			return p
		}
	}
	return nil
}

func markTip(s *story.Story, m story.Mark) mapview.Tip {
	t := mapview.Tip{Title: m.Name()}
	if len(m.Places) > 0 && m.Places[0].Name != m.Name() {
		t.Title = m.Places[0].Name + " (" + m.Name() + ")"
	}
	if m.Country {
		t.Lines = append(t.Lines, text("known to country level only"))
	}
	for k, i := range m.Events {
		if k == 3 {
			t.Lines = append(t.Lines, fmt.Sprintf("+ %d", len(m.Events)-k))
			break
		}
		e := &s.Events[i]
		t.Lines = append(t.Lines, moment(e.When)+": "+clip(e.Span.In(s.Articles[e.Doc].Text), 90))
	}
	if len(m.Events) == 0 {
		for k, i := range m.Quotes {
			if k == 2 {
				break
			}
			q := &s.Quotes[i]
			name, _ := speakerWords(s, q)
			t.Lines = append(t.Lines, name+": "+clip(curly(q.Span.In(s.Articles[q.Doc].Text)), 90))
		}
		for k, i := range m.Actors {
			if k+len(m.Quotes) >= 2 {
				break
			}
			a := &s.Actors[i]
			t.Lines = append(t.Lines, clip(a.Sentence.In(s.Articles[a.Doc].Text), 90))
		}
	}
	return t
}

// showSelected rings the selection everywhere; where it is new, article and map go to it.
func (w *Window) showSelected(st session.State, fresh bool) {
	x, event, quote := st.Selected, st.SelectedEvent(), st.SelectedQuote()
	w.quotes.SetSelected(quote)
	w.lists.showSelected(st)
	switch {
	case event >= 0 && quote >= 0:
		w.timeline.SetSelected(event, quoteID+quote)
	case event >= 0:
		w.timeline.SetSelected(event)
	case quote >= 0:
		w.timeline.SetSelected(quoteID + quote)
	default:
		w.timeline.SetSelected()
	}
	w.mapp.SetSelected()
	if x.Placed {
		for i, m := range st.View.Marks {
			if m.At == x.At {
				w.mapp.SetSelected(i)
			}
		}
	}
	if !fresh {
		return
	}
	if st.SelectedArticle() == w.article {
		if event >= 0 && quote < 0 {
			w.text.SetSelected(x.Sentence)
		} else {
			w.text.SetSelected(x.Focus)
		}
	}
	if x.None() {
		w.text.SetSelected(story.Span{})
	}
	w.mapp.SetMarks(w.marks(st)) // a country's shape comes and goes with the selection
	if x.Placed && w.present == nil {
		w.mapp.Center(x.At, true)
	}
}

// fitStory shows the filled marks that are not country-level; if there are none, all marks.
func (w *Window) fitStory(v story.View) {
	var pts []orb.Point
	for _, m := range v.Marks {
		if m.Filled && !m.Country {
			pts = append(pts, m.At)
		}
	}
	if len(pts) == 0 {
		pts = allPoints(v)
	}
	w.mapp.Fit(pts, maxFit, false)
}

// maxFit is the closest that fitting goes: a district, not a street (peers.md 5.3).
const maxFit = 8.5

func allPoints(v story.View) []orb.Point {
	var pts []orb.Point
	for _, m := range v.Marks {
		pts = append(pts, m.At)
	}
	return pts
}

// fitAll fits everything that is visible.
func (w *Window) fitAll() { w.mapp.Fit(allPoints(w.session.State().View), maxFit, true) }

func (w *Window) showJob(j session.Job) {
	words := ""
	if j.Running() {
		words = text("Reading") + "…"
		if j.Total > 1 {
			words = fmt.Sprintf("%s %d %s %d…", text("Reading"), min(j.Done+1, j.Total), text("of"), j.Total)
		}
		w.cancelJob.Show()
	} else {
		w.cancelJob.Hide()
	}
	w.job.Set(words)
}

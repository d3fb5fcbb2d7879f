package bind

import (
	"fmt"
	"path/filepath"
	"strings"

	"dateline/app/places"
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
)

// The names of modes, speeds, loops and kinds of rows, in English.
var (
	ModeNames = map[session.Mode]string{session.ModeAll: "All", session.ModeFixed: "Fixed window", session.ModeMoving: "Moving window",
		session.ModeSoFar: "So far", session.ModeStep: "Step by event"}
	SpeedNames = map[session.Speed]string{session.SpeedSlow: "0.5×", session.SpeedNormal: "1×", session.SpeedFast: "2×"}
	LoopNames  = map[session.Loop]string{session.LoopOnce: "Play once", session.LoopAgain: "Play again and again", session.LoopBounce: "Play back and forth"}
	LaneNames  = map[session.Lanes]string{session.LanesArticle: "A row for each article", session.LanesSpeaker: "A row for each speaker",
		session.LanesPlace: "A row for each place", session.LanesPublisher: "A row for each publisher", session.LanesGroup: "A row for each group"}
)

var modeHints = map[session.Mode]string{
	session.ModeAll:    "Everything stays in view; steps select event after event",
	session.ModeFixed:  "Windows of equal width, laid end to end from the first day",
	session.ModeMoving: "A window about each day that has events",
	session.ModeSoFar:  "From the first day to each event",
	session.ModeStep:   "The moment of each event by itself",
}

// Mode is what the mode is called, and what it does.
func (w Words) Mode(m session.Mode) (name, hint string) { return w.L(ModeNames[m]), w.L(modeHints[m]) }

// Files says what is open: how many articles, and whether they are the sample.
func (w Words) Files(st session.State) string {
	out := ""
	if n := len(st.Story.Articles); n > 0 {
		out = w.Count(n, "article", "articles")
		if files := bundles(st); files > 0 {
			out = w.Count(files, "file", "files") + ", " + out
		}
	}
	switch {
	case st.Sample && !st.Dirty:
		out += " · " + w.L("sample story")
	case st.File != "" && st.Dirty:
		out += " · " + fileName(st.File) + " · " + w.L("not saved")
	case st.File != "":
		out += " · " + fileName(st.File) + " · " + w.L("saved")
	case st.Dirty:
		out += " · " + w.L("not saved")
	}
	return out
}

// bundles is how many files the open articles are of, where some hold several; 0 where each is a file of its own.
func bundles(st session.State) int {
	files, several := map[string]bool{}, false
	for i := range st.Documents {
		d := &st.Documents[i]
		key := d.Path + "\x00" + d.File
		if d.Part > 0 {
			key = d.Path + "\x00" + d.Container
			several = several || files[key]
		}
		files[key] = true
	}
	if !several {
		return 0
	}
	return len(files)
}

// fileName is the last part of a path.
func fileName(path string) string { return filepath.Base(path) }

// WindowTitle is what the window is called: the story, with a sign where something of it is not saved.
func (w Words) WindowTitle(st session.State) string {
	title := w.StoryTitle(st)
	if title == "" && len(st.Story.Articles) > 0 {
		title = w.Count(len(st.Story.Articles), "article", "articles")
	}
	if title == "" {
		return "Dateline"
	}
	if st.Dirty {
		title = "● " + title
	}
	return title + " – Dateline"
}

// Undo is what would be taken back: "Undo: Kharkiv is the city".
func (w Words) Undo(st session.State, a Atlas) string {
	if st.UndoesRun() {
		return w.L("Undo") + ": " + w.L("change of the slides")
	}
	if d, ok := st.UndoesDeed(); ok {
		return w.L("Undo") + ": " + d.Words
	}
	_, c, ok := st.Log.Undone()
	if !ok {
		return w.L("Undo")
	}
	return w.L("Undo") + ": " + w.Said(st.Story, &c, a)
}

// Redo is what would be put back.
func (w Words) Redo(st session.State, a Atlas) string {
	n := len(st.Redo)
	if n == 0 {
		return w.L("Redo")
	}
	switch last := &st.Redo[n-1]; {
	case last.IsRun:
		return w.L("Redo") + ": " + w.L("change of the slides")
	case last.Deed != nil:
		return w.L("Redo") + ": " + last.Deed.Words
	default:
		return w.L("Redo") + ": " + w.Said(st.Story, &last.Said, a)
	}
}

// Job says what is being worked on; "" for nothing.
func (w Words) Job(j session.Job) string {
	switch {
	case !j.Running():
		return ""
	case j.Stage == places.Stage:
		return w.L("Reading places:") + " " + w.percent(min(100*j.Done/max(j.Total, 1), 100)) + "…"
	case j.Stage == "export":
		return w.L("Writing the file") + "…"
	case j.Total > 1:
		return fmt.Sprintf("%s %d %s %d…", w.L("Reading"), min(j.Done+1, j.Total), w.L("of"), j.Total)
	}
	return w.L("Reading") + "…"
}

// Contains says what a file of a view will hold: how much, of which days, and what the filter leaves out.
func (w Words) Contains(s *story.Story, v story.View) string {
	if n := len(named(s, v)); len(v.Events)+len(v.Quotes) == 0 && n > 0 {
		return join(w.Count(n, "place only named", "places only named"), w.Count(len(s.Articles), "article", "articles"))
	}
	if len(v.Events)+len(v.Quotes) == 0 {
		return w.L("Nothing is shown: the file will say so.")
	}
	out := []string{w.Count(len(v.Events), "event", "events"), w.Count(len(v.Quotes), "quote", "quotes"), w.Count(len(s.Articles), "article", "articles")}
	if v.Period.On {
		out = append(out, w.Interval(v.Period.From, v.Period.To))
	} else if from, to, ok := extent(s, v.Events); ok {
		out = append(out, w.Interval(from, to))
	}
	for _, c := range w.Chips(s, v.Filter) {
		out = append(out, c.Words)
	}
	return strings.Join(out, " · ")
}

// ContainsSlides says what a file of the slides of the lesson will hold.
func (w Words) ContainsSlides(st session.State) string {
	all := NewSlides(&st)
	if all.Len() == 0 {
		return w.L("Nothing is shown: the file will say so.")
	}
	own, asks, articles := 0, 0, map[int]bool{}
	for k := range all.Len() {
		switch all.Slide(k).Kind {
		case slides.Asked:
			asks++
		case slides.Title, slides.Text:
			own++
		}
		for i := range all.Slide(k).Found {
			articles[all.Slide(k).Found[i].Doc] = true
		}
	}
	out := w.Count(all.Len(), "slide", "slides")
	if own > 0 {
		out += " (" + w.L("own words: {{.N}}", map[string]any{"N": own}) + ")"
	}
	if asks > 0 {
		out = join(out, w.Count(asks, "question", "questions"))
	}
	return join(join(out, w.Count(len(articles), "article", "articles")), w.NewRunList(st, all, nil).Made())
}

// Slider is the Period as the timeline shows it. In So far only the end moves, so that the beginning is shown as open.
func Slider(st session.State) story.Period {
	p := st.Period
	if !p.On || st.Mode != session.ModeSoFar {
		return p
	}
	if first, _, ok := st.Story.Extent(); ok && p.From <= first {
		p.From = story.DayMin
	}
	return p
}

// Date is the two lines of the date card. So far is named by its last day, a fixed window by both its ends.
// Without a story nothing is counted: the first articles are being read.
func (w Words) Date(st session.State) (title, sub string) {
	if len(st.Story.Articles) == 0 {
		return w.L("Reading") + "…", ""
	}
	if !st.Period.On || st.Mode == session.ModeStep || st.Mode == session.ModeMoving || st.Mode == session.ModeFixed && st.Width == 0 {
		return w.period(st.Story, st.View, st.Width)
	}
	title, sub = w.period(st.Story, st.View, -1)
	if st.Mode == session.ModeSoFar && st.Period.To.Bounded() {
		return w.longDay(st.Period.To), w.L("so far") + " · " + sub
	}
	return title, sub
}

// period is the day or interval in large type, and what is visible in it. A period of width days on each side of a day is
// named by that day.
func (w Words) period(s *story.Story, v story.View, width int) (title, sub string) {
	events := w.Count(len(v.Events), "event", "events")
	if maybe := w.likelihood(v); maybe != "" {
		events = maybe
	} else if total := v.Whole; len(v.Events) != total {
		events = w.N("{{.Count}} of {{.N}} events", total, map[string]any{"Count": w.Number(len(v.Events))})
	}
	places := w.Count(v.Places, "place", "places")
	if v.Places == 0 { // they are only counted then: this is said anew at each step of the slider
		if n := len(named(s, v)); n > 0 {
			places = w.Count(n, "place only named", "places only named")
		}
	}
	rest := events + " · " + places + " · " + w.Count(directQuotes(s, v), "quote", "quotes")
	p := v.Period
	if !p.On {
		if from, to, ok := extent(s, v.Events); ok {
			rest = w.Interval(from, to) + " · " + rest
		}
		return w.L("All dates"), rest
	}
	if int(p.To-p.From) != 2*width {
		return w.Interval(p.From, p.To), rest
	}
	if known, ok := coarsely(s, v); ok { // "2022" where that is all that the text says of what is to be seen
		return w.Interval(known.Earliest, known.Latest), rest
	}
	if width > 0 {
		rest = w.Width(width) + " · " + rest
	}
	return w.longDay(p.From + story.Day(width)), rest
}

// likelihood says how many events are likely of the Period, and how many only may be; "" where all are likely.
func (w Words) likelihood(v story.View) string {
	if !v.Period.On || v.Inside == len(v.Events) {
		return ""
	}
	return w.L("{{.Likely}} likely, {{.Possible}} possible", map[string]any{"Likely": v.Inside, "Possible": len(v.Events) - v.Inside})
}

// coarsely is the narrowest interval of what is to be seen, where all of it is only known to be within a month or more, so
// that the days of the Period say more than the text.
func coarsely(s *story.Story, v story.View) (known story.Moment, ok bool) {
	const month = 28
	for _, i := range v.Events {
		m := s.Events[i].When
		if !m.Earliest.Bounded() || !m.Latest.Bounded() {
			continue
		}
		wide := m.Latest - m.Earliest
		if wide < month || wide <= v.Period.To-v.Period.From {
			return known, false
		}
		if !ok || wide < known.Latest-known.Earliest {
			known, ok = m, true
		}
	}
	return known, ok
}

// amongAll reports whether an event is one of those that View.Whole counts.
func amongAll(e *story.Event, f story.Filter) bool { return !e.Mention && (f.MinP < 0 || e.IsLikely()) }

// stretch says which of the events that View.Whole counts are shown, from 1, where they are one stretch of them.
func stretch(s *story.Story, f story.Filter, shown []int) (from, to int, ok bool) {
	if len(shown) == 0 {
		return 0, 0, false
	}
	rank := 0
	for i := 0; i <= shown[len(shown)-1]; i++ {
		if !amongAll(&s.Events[i], f) {
			continue
		}
		if rank++; i == shown[0] {
			from = rank
		}
		if i == shown[len(shown)-1] {
			to = rank
		}
	}
	return from, to, from > 0 && to-from == len(shown)-1
}

// extent is the first and last bounded day of some events.
func extent(s *story.Story, events []int) (from, to story.Day, ok bool) {
	from, to = story.DayMax, story.DayMin
	for _, i := range events {
		m := &s.Events[i].When
		if !m.Dated() {
			continue
		}
		for _, d := range [...]story.Day{m.Earliest, m.Latest} {
			if d.Bounded() {
				from, to = min(from, d), max(to, d)
			}
		}
	}
	return from, to, from <= to
}

// Hint is the line beside the buttons of the timeline: how much of the story is in view where not all is, else legend. How
// much is said by number where it is one stretch of the story.
func (w Words) Hint(st session.State, legend string) string {
	if !st.Narrowed() {
		return legend
	}
	n, all := len(st.View.Events), st.View.Whole
	if maybe := w.likelihood(st.View); maybe != "" {
		return w.N("{{.Count}} of {{.N}} events", all, map[string]any{"Count": maybe})
	}
	data := map[string]any{"Count": w.Number(n)}
	if from, to, ok := stretch(st.Story, st.Filter, st.View.Events); ok && n < all {
		data["From"], data["To"] = w.Number(from), w.Number(to)
		if n == 1 {
			return w.N("Event {{.From}} of {{.N}}", all, data)
		}
		return w.N("Events {{.From}} to {{.To}} of {{.N}}", all, data)
	}
	return w.N("Showing {{.Count}} of {{.N}} events", all, data)
}

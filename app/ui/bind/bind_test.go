package bind

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
	"dateline/geo"
	"github.com/google/go-cmp/cmp"
)

// state is the made-up story as a session shows it.
func state(change func(*session.State)) session.State {
	st := session.State{Story: bindtest.Story(), Width: 1}
	if change != nil {
		change(&st)
	}
	st.View = story.Visible(st.Story, st.Period, st.Filter)
	return st
}

func selected(event story.EventID, quote story.QuoteID) session.State {
	return state(func(st *session.State) {
		st.Selected = session.Selection{Article: "a", Event: event, Quote: quote, Sentence: story.Span{Start: 18, End: 47}, Focus: story.Span{Start: 20, End: 30}}
	})
}

func quoteID() story.QuoteID { return bindtest.Story().Quotes[0].ID }

func lines(rows []Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, strings.Join([]string{r.Section, r.Title, r.Right}, "|"))
	}
	return strings.Join(out, "\n")
}

func TestRows_MirrorMapAndTimeline(t *testing.T) {
	st := state(nil)
	if got, want := lines(Words{}.PlaceRows(st, Inks{})), "On the map|Port|1 event\nOn the map|Seat|1 event\nNot placed|Nobody knows more.|undated"; got != want {
		t.Errorf("places:\n%s\nwant\n%s", got, want)
	}
	e := Words{}.Events(st.Story)
	if got, want := lines(e.In(st)), "|Ships left Port on Wednesday.|1 May 2024\n|“We waited,” said Ann Roe in Valley on Saturday.|4 May 2024\n"+
		"Undated|Nobody knows more.|\nPublished|Ships leave Port|4–6 May 2024\nPublished|Second|"; got != want {
		t.Errorf("events:\n%s\nwant\n%s", got, want)
	}
	if !e.Of(st.Story) || e.Of(bindtest.Story()) || (*Events)(nil).Of(st.Story) {
		t.Error("the rows do not know whose they are")
	}
}

func TestRows_ShowTheWordThatTellsOfTheEvent(t *testing.T) {
	for _, c := range []struct{ claim, clause, word, want string }{
		{"a word at the beginning leaves the clause as it is", "Ships left Port on Wednesday", "left", "Ships left Port on Wednesday"},
		{"a late word is brought into sight", "in 1999, the council explained its retreat from the two valleys", "retreat", "… its retreat from the two valleys"},
		{"the second event of a clause has another row", "in 1999, the council explained its retreat from the two valleys by talks", "talks", "… valleys by talks"},
		{"a word without spaces before it begins the row", "Verwaltungsgemeinschaftsvorsitzende(gewählt)", "gewählt", "… gewählt)"},
		{"an event without a word has its clause", "Nobody in the whole of the valley knows more", "", "Nobody in the whole of the valley knows more"},
	} {
		text := "Before. " + c.clause + ". After."
		e := story.Event{Span: story.Span{Start: 8, End: 8 + len(c.clause)}}
		if c.word != "" {
			at := strings.Index(text, c.word)
			e.Trigger = story.Span{Start: at, End: at + len(c.word)}
		}
		if got := happening(&e, text, 90); got != c.want {
			t.Errorf("%s: %q", c.claim, got)
		}
	}
}

func TestRows_ObeyPeriodAndFilter(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	st := state(func(st *session.State) { st.Period = story.Between(d, d) })
	if got := lines(Words{}.PlaceRows(st, Inks{})); got != "On the map|Port|1 event" {
		t.Errorf("places of a day: %s", got)
	}
	if got := strings.Split(lines(Words{}.Events(st.Story).In(st)), "\n"); len(got) != 3 || got[0] != "|Ships left Port on Wednesday.|1 May 2024" {
		t.Errorf("events of a day: %q", got)
	}
	for _, c := range []struct {
		name string
		f    story.Filter
		want int
	}{{"a place", story.Filter{Places: []geo.PlaceID{2}}, 3}, {"an article", story.Filter{Articles: []string{"b"}}, 1}} {
		st := state(func(st *session.State) { st.Filter = c.f })
		if n := len(Words{}.Events(st.Story).In(st)); n != c.want {
			t.Errorf("%s: %d rows of events and papers", c.name, n)
		}
	}
}

func TestMeans_EveryIDLeadsBack(t *testing.T) {
	st := state(nil)
	seen := map[string]bool{}
	for _, r := range append(Words{}.PlaceRows(st, Inks{}), Words{}.Events(st.Story).In(st)...) {
		if seen[r.ID] && r.ID != "e3" { // without a place it stands in both lists
			t.Errorf("two rows are called %q", r.ID)
		}
		seen[r.ID] = true
		if m := Means(st, r.ID); m == (Meant{}) {
			t.Errorf("%q (%s) means nothing", r.ID, r.Title)
		}
	}
	for i := range st.View.Marks {
		m := &st.View.Marks[i]
		if !seen[MarkID(m.At)] || Means(st, MarkID(m.At)).Mark != m {
			t.Errorf("%s is not in the list of places, or leads elsewhere", m.Name())
		}
	}
	for _, q := range Quotes(st.Story, st.View) {
		if Means(st, q.ID).Quote != quoteID() {
			t.Errorf("the quote %q leads elsewhere", q.ID)
		}
	}
	if m := Means(st, "gone"); m != (Meant{}) {
		t.Errorf("what is gone means %+v", m)
	}
}

func TestSelected_InEveryPane(t *testing.T) {
	mark := func(st *session.State) {
		st.Selected.At, st.Selected.Placed = st.Story.Events[0].Where.Place.Anchor, true
	}
	for _, c := range []struct {
		name                string
		st                  session.State
		ticks, places, rows []string
		quote               string
		focus               story.Span
	}{
		{"nothing", state(nil), nil, nil, nil, "", story.Span{}},
		{"an event", selected("e1", ""), []string{"e1"}, []string{"e1"}, []string{"e1"}, "", story.Span{Start: 18, End: 47}},
		{"an event with its quote", selected("e2", quoteID()), []string{"e2", string(quoteID())}, []string{"e2"}, []string{"e2"}, string(quoteID()), story.Span{Start: 20, End: 30}},
		{"an event on the map", state(func(st *session.State) { *st = selected("e1", ""); mark(st) }), []string{"e1"},
			[]string{MarkID(bindtest.Story().Events[0].Where.Place.Anchor)}, []string{"e1"}, "", story.Span{Start: 18, End: 47}},
		{"an article", state(func(st *session.State) { st.Selected = session.Selection{Article: "b"} }), nil, nil, []string{"b"}, "", story.Span{}},
		{"an event of another story", selected("gone", "gone"), nil, nil, nil, "", story.Span{Start: 20, End: 30}},
	} {
		if got := SelectedTicks(c.st); !slices.Equal(got, c.ticks) {
			t.Errorf("%s: ticks %q", c.name, got)
		}
		if got := SelectedPlaces(c.st); !slices.Equal(got, c.places) {
			t.Errorf("%s: places %q", c.name, got)
		}
		if got := SelectedRows(c.st); !slices.Equal(got, c.rows) {
			t.Errorf("%s: rows %q", c.name, got)
		}
		if got := SelectedQuote(c.st); got != c.quote {
			t.Errorf("%s: quote %q", c.name, got)
		}
		if got := Focus(c.st); got != c.focus {
			t.Errorf("%s: focus %v", c.name, got)
		}
	}
}

func TestLanes(t *testing.T) {
	for _, c := range []struct {
		lanes session.Lanes
		f     story.Filter
		want  []string // "row: kind and id"
	}{
		{session.LanesArticle, story.Filter{}, []string{"Ships leave Port: P a, E e1, E e2, E e3", "Second:"}},
		{session.LanesSpeaker, story.Filter{}, []string{"Ann Roe: E e2, Q " + string(quoteID()), "no speaker: E e1, E e3", "published: P a"}},
		{session.LanesPlace, story.Filter{}, []string{"Port: E e1", "Valley: E e2", "not placed: E e3", "published: P a"}},
		{session.LanesPlace, story.Filter{Places: []geo.PlaceID{1}}, []string{"Port: E e1", "published: P a"}},
		{session.LanesArticle, story.Filter{Articles: []string{"b"}}, []string{"Second:"}},
		{session.LanesPublisher, story.Filter{}, []string{"a.txt: P a, E e1, E e2, E e3", "b.txt:"}},
		{session.LanesGroup, story.Filter{}, []string{"Port, May 2024: P a, E e1, E e2, E e3"}},
	} {
		lanes, ticks := Words{}.Lanes(state(func(st *session.State) { st.Lanes, st.Filter = c.lanes, c.f }), LaneColour(0))
		if d := cmp.Diff(c.want, laneLines(lanes, ticks)); d != "" {
			t.Errorf("%v %+v: (-want +got)\n%s", c.lanes, c.f, d)
		}
	}
}

func laneLines(lanes []Lane, ticks []Tick) (out []string) {
	for i, l := range lanes {
		var in []string
		for _, x := range ticks {
			if x.Lane == i {
				in = append(in, " "+string("EPQ"[x.Kind])+" "+x.ID)
			}
		}
		out = append(out, l.Title+":"+strings.Join(in, ","))
	}
	return out
}

func TestLanes_AllHaveARowUpToABound(t *testing.T) {
	s := &story.Story{Articles: []*story.Article{{Document: story.Document{Title: "One"}}}}
	places := mostLanes + 8
	for i := range places + 9 {
		p := geo.Place{ID: geo.PlaceID(i + 1), Name: fmt.Sprintf("P%05d", i)}
		if i >= places {
			p = geo.Place{ID: 1, Name: "P00000"} // the fullest
		}
		s.Events = append(s.Events, story.Event{When: story.On(story.Day(i), 1, story.BasisClause), Where: &story.Spot{Place: p, P: 1}, P: 1})
	}
	lanes, ticks := Words{}.Lanes(session.State{Story: s, Lanes: session.LanesPlace}, LaneColour(0))
	if len(lanes) != mostLanes || lanes[0].Title != "P00000" || lanes[mostLanes-1].Title != "others" {
		t.Errorf("%d rows: %v", len(lanes), lanes[0])
	}
	n := map[int]int{}
	for _, x := range ticks {
		n[x.Lane]++
	}
	if n[0] != 10 || n[mostLanes-1] != 9 || len(ticks) != places+9 {
		t.Errorf("ticks: %d in the first row, %d in the last, %d in all", n[0], n[mostLanes-1], len(ticks))
	}
}

func TestLanes_OfAGroupAndAPublisherNarrowAndLetGo(t *testing.T) {
	st := mixed()
	for _, c := range []struct {
		kind     session.Lanes
		row      string
		articles string
		chip     string
	}{
		{session.LanesGroup, "Porto, June 2024", "[b e]", "Group: Porto, June 2024 · 2 articles"},
		{session.LanesPublisher, "Post", "[b c]", "Publisher: Post · 2 articles"},
	} {
		st.Lanes = c.kind
		lanes, _ := Words{}.Lanes(st, LaneColour(0))
		i := slices.IndexFunc(lanes, func(l Lane) bool { return l.Title == c.row })
		if i < 0 || lanes[i].Only == nil {
			t.Fatalf("%s: rows %v", c.kind, lanes)
		}
		f := lanes[i].Toggled(story.Filter{Main: 10})
		if fmt.Sprint(f.Articles) != c.articles || f.Main != 10 {
			t.Errorf("%s: %+v", c.kind, f)
		}
		if chips := (Words{}).Chips(st.Story, f); chips[0].Words != c.chip {
			t.Errorf("%s: chip %q", c.kind, chips[0].Words)
		}
		if f = lanes[i].Toggled(f); f.Articles != nil {
			t.Errorf("%s again: %+v", c.kind, f)
		}
	}
	st.Lanes = session.LanesGroup
	if lanes, _ := (Words{}).Lanes(st, LaneColour(0)); lanes[len(lanes)-1].Title != "in no group" && lanes[len(lanes)-2].Title != "in no group" {
		t.Errorf("an article alone has no row: %v", lanes)
	}
}

// TestLaneColours: the first eight stay apart, also for those who do not see red, green or blue; distances
// are of CIELAB, in which 2 can just be seen.
func TestLaneColours(t *testing.T) {
	for name, sight := range bindtest.Sights {
		for i := range 8 {
			for k := range i {
				if d := sight.Apart(LaneColour(i), LaneColour(k)); d < 15 {
					t.Errorf("%s: colours %d and %d are %.1f apart", name, i, k, d)
				}
			}
		}
	}
	seen := map[string]bool{}
	for i := range 400 {
		key := fmt.Sprint(LaneColour(i), LaneLetter(i))
		if seen[key] || (LaneLetter(i) == "") != (i < 8) {
			t.Errorf("row %d is marked as another is: %s", i, key)
		}
		seen[key] = true
	}
}

// TestChips_MainEventsAreNotTheNumberThatIsCounted: articles that tell of the same make more rows than there are main events.
func TestChips_MainEventsAreNotTheNumberThatIsCounted(t *testing.T) {
	s := bindtest.Story()
	for _, c := range []struct {
		name     string
		articles int
		main     int
		want     string
	}{
		{"one article", 1, 10, "The 10 main events"},
		{"several", len(s.Articles), 10, "The 10 main events, as each article tells them"},
		{"several, twenty", len(s.Articles), 20, "The 20 main events, as each article tells them"},
	} {
		chips := Words{}.Chips(&story.Story{Articles: s.Articles[:c.articles]}, story.Filter{Main: c.main})
		if len(chips) != 1 || chips[0].Words != c.want {
			t.Errorf("%s: %+v", c.name, chips)
		}
	}
}

func TestChips_TakeAwayOnePart(t *testing.T) {
	f := story.Filter{Articles: []string{"a", "b"}}
	if d := cmp.Diff([]string{"b"}, Words{}.Chips(bindtest.Story(), f)[0].Without.Articles); d != "" || len(f.Articles) != 2 {
		t.Errorf("one of two: %s, %v", d, f.Articles)
	}
	gone := story.Filter{Articles: []string{"gone"}, Speakers: []story.SpeakerID{"gone"}, Places: []geo.PlaceID{99}}
	if chips := (Words{}).Chips(bindtest.Story(), gone); len(chips) != 3 {
		t.Errorf("what is not in the story can be taken away too: %v", chips)
	}
}

func TestHighlights_AreWhatIsInView(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	st := state(func(st *session.State) { st.Period = story.Between(d, d) })
	if got := Highlights(st, 0); len(got) != 1 || got[0] != st.Story.Events[0].Sentence {
		t.Errorf("of a day: %v", got)
	}
	st = state(func(st *session.State) { st.Filter.Places = []geo.PlaceID{2} })
	if got := Highlights(st, 0); len(got) != 2 { // the event and the quote
		t.Errorf("of a place: %v", got)
	}
	if got := Highlights(state(nil), 0); got != nil {
		t.Errorf("where all is in view: %v", got)
	}
}

func TestSlide(t *testing.T) {
	all := NewSlides(&session.State{Story: bindtest.Story()})
	show := func(st session.State) Slide { return Words{}.Slide(st, NewSlides(&st)) }
	s := show(selected("e2", quoteID()))
	if s.Date != "4 May 2024" || s.Under != "Saturday · Port, May 2024" || s.Words != "“We waited,”" || s.Speaker != "Ann Roe" || s.Role != "harbour master" || s.At != 2 || s.Of != 2 || all.Len() != 2 {
		t.Errorf("a quote: %+v", s)
	}
	if s := show(selected("e1", "")); s.Words != "" || s.Event != "Ships left Port on Wednesday." || s.Title != "Ships leave Port" || s.At != 1 {
		t.Errorf("an event: %+v", s)
	}
	if s := show(selected("e3", "")); s.Date != "Undated" || s.Of != 0 {
		t.Errorf("without a date: %+v", s)
	}
	if s := show(state(nil)); s.Date != "All dates" || s.Of != 0 || s.Words+s.Event != "" {
		t.Errorf("nothing: %+v", s)
	}
	if s := show(session.State{Story: &story.Story{}}); s.Words != "" {
		t.Errorf("an empty story: %+v", s)
	}
}

func TestDetail_ASentenceStandsOnce(t *testing.T) {
	s := bindtest.Story()
	again := s.Events[0]
	again.ID = "e1 again"
	s.Events = append(s.Events, again)
	m := story.Mark{Events: []int{0, len(s.Events) - 1}}
	if d := (Words{}).Detail(s, &m); len(d.Items) != 1 {
		t.Errorf("one sentence of one time stands %d times", len(d.Items))
	}
}

func TestDetail_EachItemLeadsToItsSentence(t *testing.T) {
	st := state(nil)
	for i := range st.View.Marks {
		m := &st.View.Marks[i]
		d := Words{}.Detail(st.Story, m)
		if len(d.Items) == 0 || d.Title == "" {
			t.Errorf("%s: %+v", m.Name(), d)
		}
		for _, it := range d.Items {
			if meant := Means(st, it.ID); (meant.Quote != "") != it.Quote || meant == (Meant{}) {
				t.Errorf("%s: %q means %+v", m.Name(), it.ID, meant)
			}
		}
	}
}

func TestLineAround(t *testing.T) {
	long := "There is quite a lot that comes before the word that is looked for, namely harbour, and some more."
	for _, c := range []struct{ in, query, want string }{
		{"short harbour", "harb", "short harbour"},
		{long, "there", long},
		{long, "harbour", "… that is looked for, namely harbour, and some more."},
	} {
		if got := lineAround(c.in, story.NewWords(c.query)); got != c.want {
			t.Errorf("%q: %q", c.query, got)
		}
	}
}

func TestWords_WithoutATranslationAreEnglish(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"plain", Words{}.L("Quotes"), "Quotes"},
		{"with places to fill", Words{}.L("{{.N}} of {{.All}}", map[string]any{"N": 2, "All": 7}), "2 of 7"},
		{"no template", Words{}.L("{{", map[string]any{"N": 2}), "{{"},
		{"under a key", Words{}.X("May (short)", "May"), "May"},
		{"a translation", Speak(func(s string, _ ...any) string { return "*" + s }, nil, nil).L("Quotes"), "*Quotes"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

package ui

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/bind/bindtest"
	"dateline/app/ui/kit"
	"dateline/geo"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"
)

var lake = geo.Place{ID: 3, Name: "Port Lake", Kind: geo.KindLake, Anchor: orb.Point{11, 50}, Point: orb.Point{11, 50}, Country: "NO"}

// doubtful is the made-up story with rivals, words of time and a second speaker.
func doubtful() *story.Story {
	s := bindtest.Story()
	a := s.Articles[0]
	at := func(words string, after int) story.Span {
		i := after + strings.Index(a.Text[after:], words)
		return story.Span{Start: i, End: i + len(words)}
	}
	body := s.Events[0].Span.Start
	day := s.Events[0].When
	a.Toponyms[0].Name, a.Toponyms[0].P, a.Toponyms[0].NameP, a.Toponyms[0].UseP = "Port", 0.6, 1, 1
	a.Toponyms[0].Rivals = []story.Candidate{{Place: lake, P: 0.3}}
	a.Toponyms[1].Name, a.Toponyms[1].NameP, a.Toponyms[1].UseP = "Valley", 1, 1
	a.Timexes = []story.Timex{{Span: at("Wednesday", body), Moment: day, P: 0.5, Rivals: []story.Timex{{Span: at("Wednesday", body), P: 0.4,
		Moment: story.On(day.Earliest-7, 0.4, story.BasisSentence)}}}}
	s.Events[0].Trigger, s.Events[0].Where.Toponym, s.Events[0].When.Words = at("left", body), 0, a.Timexes[0].Span
	s.Events[1].Where.Toponym = 1
	s.Speakers = append(s.Speakers, story.Speaker{ID: "s/Bo Vik", Name: "Bo Vik"})
	s.Quotes[0].P, s.Quotes[0].By = 0.5, at("Ann Roe", body)
	return s
}

// correctable is the window with that story open, in which context menus are noted.
func correctable(t *testing.T) (*bench, *[]*fyne.MenuItem) {
	t.Helper()
	b := newBench(t)
	b.made = doubtful
	menu := &[]*fyne.MenuItem{}
	b.correct.pop = func(items []*fyne.MenuItem, _ fyne.Position) { *menu = items }
	places := map[geo.PlaceID]geo.Place{3: lake, 4: {ID: 4, Name: "Porto", Kind: geo.KindCity}}
	b.correct.atlas = bind.Atlas{Place: func(id geo.PlaceID) (geo.Place, bool) { p, ok := places[id]; return p, ok }}
	b.correct.find = func(typed string, n int) []geo.Place { return []geo.Place{places[4]} }
	b.correct.days = func(words string, _ story.Day) (story.Day, story.Day, bool) {
		d := story.NewDay(2024, 5, 10)
		switch words {
		case "10-12 May":
			return d, d + 2, true
		case "10 May":
			return d, d, true
		}
		return 0, 0, false
	}
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	return b, menu
}

// pick chooses an item of the context menu, also in the menus inside it.
func pick(t *testing.T, items []*fyne.MenuItem, label string) {
	t.Helper()
	if !picked(items, label) {
		var all []string
		for _, it := range items {
			all = append(all, it.Label)
		}
		t.Fatalf("the menu has no %q: %q", label, all)
	}
}

func picked(items []*fyne.MenuItem, label string) bool {
	for _, it := range items {
		if it.Label == label && it.Action != nil {
			it.Action()
			return true
		}
		if it.ChildMenu != nil && picked(it.ChildMenu.Items, label) {
			return true
		}
	}
	return false
}

// action is one thing that a person does.
type action func(t *testing.T, b *bench, menu *[]*fyne.MenuItem)

func rightMark(i int) action {
	return func(_ *testing.T, b *bench, _ *[]*fyne.MenuItem) { b.maps.mapp.OnMenuMark(i, fyne.Position{}) }
}
func rightTick(id string) action {
	return func(_ *testing.T, b *bench, _ *[]*fyne.MenuItem) { b.time.timeline.OnMenuItem(id, fyne.Position{}) }
}
func rightQuote() action {
	return func(_ *testing.T, b *bench, _ *[]*fyne.MenuItem) {
		b.lists.quotes.OnMenu(string(b.s.State().Story.Quotes[0].ID), fyne.Position{})
	}
}
func rightRow(id string) action {
	return func(_ *testing.T, b *bench, _ *[]*fyne.MenuItem) { b.lists.events.OnMenu(id, fyne.Position{}) }
}
func rightWord(words string, mark bool) action {
	return func(_ *testing.T, b *bench, menu *[]*fyne.MenuItem) {
		a := b.s.State().Story.Articles[0]
		i := strings.LastIndex(a.Text, words)
		sel := story.Span{}
		if mark {
			sel = story.Span{Start: i, End: i + len(words)}
		}
		*menu = b.article.text.Menu(i, sel)
	}
}
func choose(label string) action {
	return func(t *testing.T, _ *bench, menu *[]*fyne.MenuItem) { t.Helper(); pick(t, *menu, label) }
}

// card opens the card of what is selected by C; answer types into it and takes.
func card(select_ func(b *bench)) action {
	return func(t *testing.T, b *bench, _ *[]*fyne.MenuItem) {
		select_(b)
		b.keys.rune('c')
		if !b.correct.card.Visible() {
			t.Fatal("C opens no card")
		}
	}
}
func answer(words string) action {
	return func(t *testing.T, b *bench, _ *[]*fyne.MenuItem) {
		t.Helper()
		b.correct.card.FocusField(b.win.Canvas())
		test.Type(b.win.Canvas().Focused(), words)
		b.until(t, "an answer to what was typed", b.correct.card.Changed)
		b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}
func twice(r rune) action { // C chooses the best rival and C takes it: one answer
	return func(_ *testing.T, b *bench, _ *[]*fyne.MenuItem) {
		b.win.Canvas().Focused().TypedRune(r)
		b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}
func place(b *bench)   { b.maps.mapp.OnTapMark(0) }
func tick(b *bench)    { b.time.timeline.OnTapItem("e1") }
func aQuote(b *bench)  { b.lists.quotes.OnTap(string(b.s.State().Story.Quotes[0].ID)) }
func article(b *bench) { b.s.SelectArticle("a") }

func TestCorrect_InTwoActions(t *testing.T) {
	day := story.NewDay(2024, 5, 10)
	for _, x := range []struct {
		name string
		does []action
		want story.Correction // the fields of its kind
		said string
	}{
		{"a mark is another place", []action{rightMark(0), choose("Port Lake, lake, NO")}, story.Correction{Kind: story.CorrectPlace, Place: 3}, "Port is Port Lake, lake"},
		{"a mark only speaks", []action{rightMark(0), choose("It only speaks")}, story.Correction{Kind: story.CorrectUse, Use: story.UseActor}, "Port: only speaks"},
		{"a mark is only spoken of", []action{rightMark(0), choose("It is only spoken of")}, story.Correction{Kind: story.CorrectUse, Use: story.UseTopic}, "Port: only spoken of"},
		{"a mark is no place", []action{rightMark(0), choose("Not a place")}, story.Correction{Kind: story.CorrectRemove, Mention: story.MentionPlace}, "“Port” is not a place"},
		{"a mark is nowhere known", []action{rightMark(0), choose("A place that is not known")}, story.Correction{Kind: story.CorrectPlace}, "Port is no known place"},
		{"a mark is right", []action{rightMark(0), choose("It is right")}, story.Correction{Kind: story.CorrectChecked, Verdict: story.VerdictRight}, "“Port”: it is right"},
		{"a mark cannot be told", []action{rightMark(0), choose("Cannot tell")}, story.Correction{Kind: story.CorrectChecked, Verdict: story.VerdictCannot}, "“Port”: it cannot be told"},
		{"what happens at a mark is planned", []action{rightMark(0), choose("Planned")}, story.Correction{Kind: story.CorrectModality, Modality: story.ModalPlanned}, "“left”: planned"},
		{"the card of a mark: its rival", []action{card(place), twice('c')}, story.Correction{Kind: story.CorrectPlace, Place: 3}, "Port is Port Lake, lake"},
		{"the card of a mark: a name of the gazetteer", []action{card(place), answer("Port")}, story.Correction{Kind: story.CorrectPlace, Place: 4}, "Port is Porto, city"},
		{"a tick is on another day", []action{rightTick("e1"), choose("24 Apr 2024")}, story.Correction{Kind: story.CorrectWhen, From: story.NewDay(2024, 4, 24), To: story.NewDay(2024, 4, 24)}, "“Wednesday” is 24 Apr 2024"},
		{"a tick has no day", []action{rightTick("e1"), choose("not known")}, story.Correction{Kind: story.CorrectWhen, From: story.DayMin, To: story.DayMin}, "“Wednesday”: the day is not known"},
		{"a tick is no time", []action{rightTick("e1"), choose("Not a time")}, story.Correction{Kind: story.CorrectRemove, Mention: story.MentionTime}, "“Wednesday” is not a time"},
		{"a tick was denied", []action{rightTick("e1"), choose("Denied")}, story.Correction{Kind: story.CorrectModality, Modality: story.ModalDenied}, "“left”: denied"},
		{"a tick is no event", []action{rightTick("e1"), choose("Not an event")}, story.Correction{Kind: story.CorrectRemove, Mention: story.MentionEvent}, "“left” is not an event"},
		{"a tick happened elsewhere", []action{rightTick("e1"), choose("Port Lake, lake, NO")}, story.Correction{Kind: story.CorrectPlace, Place: 3}, "Port is Port Lake, lake"},
		{"the card of a tick: days in plain words", []action{card(tick), answer("10-12 May")}, story.Correction{Kind: story.CorrectWhen, From: day, To: day + 2}, "“Wednesday” is 10–12 May 2024"},
		{"a quote has no speaker", []action{rightQuote(), choose("nobody who is named")}, story.Correction{Kind: story.CorrectSpeaker}, "Nobody is named for ““We waited,””"},
		{"a speaker is the same as another", []action{rightQuote(), choose("Ann Roe is the same as Bo Vik")}, story.Correction{Kind: story.CorrectPerson, Speaker: "Bo Vik"}, "Ann Roe is Bo Vik"},
		{"a quote is none", []action{rightQuote(), choose("Not a quote")}, story.Correction{Kind: story.CorrectRemove, Mention: story.MentionQuote}, "““We waited,”” is not a quote"},
		{"the card of a quote: a speaker of the story", []action{card(aQuote), answer("bo")}, story.Correction{Kind: story.CorrectSpeaker, Speaker: "Bo Vik"}, "Bo Vik says ““We waited,””"},
		{"the card of a quote: a new speaker", []action{card(aQuote), answer("Kari Nes")}, story.Correction{Kind: story.CorrectSpeaker, Speaker: "Kari Nes"}, "Kari Nes says ““We waited,””"},
		{"a row of events is only claimed", []action{rightRow("e1"), choose("Claimed")}, story.Correction{Kind: story.CorrectModality, Modality: story.ModalReported}, "“left”: claimed"},
		{"a word of the article is another place", []action{rightWord("Port", false), choose("Port Lake, lake, NO")}, story.Correction{Kind: story.CorrectPlace, Place: 3}, "Port is Port Lake, lake"},
		{"a word of time is another day", []action{rightWord("Wednesday", false), choose("24 Apr 2024")}, story.Correction{Kind: story.CorrectWhen, From: story.NewDay(2024, 4, 24), To: story.NewDay(2024, 4, 24)}, "“Wednesday” is 24 Apr 2024"},
		{"marked words are a place", []action{rightWord("Ships", true), choose("A place")}, story.Correction{Kind: story.CorrectAdd, Mention: story.MentionPlace}, "“Ships” is a place"},
		{"marked words are a time", []action{rightWord("Saturday", true), choose("A time")}, story.Correction{Kind: story.CorrectAdd, Mention: story.MentionTime}, "“Saturday” is a time"},
		{"marked words are a quote", []action{rightWord("Nobody knows more.", true), choose("A quote")}, story.Correction{Kind: story.CorrectAdd, Mention: story.MentionQuote}, "“Nobody knows more.” is a quote"},
		{"marked words are an event", []action{rightWord("waited", true), choose("An event")}, story.Correction{Kind: story.CorrectAdd, Mention: story.MentionEvent}, "“waited” is an event"},
		{"the day of an article", []action{card(article), answer("10 May")}, story.Correction{Kind: story.CorrectPublished, From: day, To: day}, "“Ships leave Port” is of 10 May 2024"},
	} {
		t.Run(x.name, func(t *testing.T) {
			b, menu := correctable(t)
			if len(x.does) > 2 {
				t.Fatalf("it takes %d actions", len(x.does))
			}
			for _, do := range x.does {
				do(t, b, menu)
			}
			log := b.s.State().Log
			if log.Len() != 1 {
				t.Fatalf("%d corrections", log.Len())
			}
			c := log.Entry(0)
			got := story.Correction{Kind: c.Kind, From: c.From, To: c.To, Place: c.Place, Use: c.Use, Speaker: c.Speaker, Modality: c.Modality,
				Verdict: c.Verdict}
			if c.Kind == story.CorrectAdd || c.Kind == story.CorrectRemove {
				got.Mention = c.Mention
			}
			if got != x.want || c.At == "" {
				t.Errorf("it says %+v", c)
			}
			if said := b.words.Said(b.s.State().Story, &c, b.correct.atlas); said != x.said {
				t.Errorf("in words: %q, want %q", said, x.said)
			}
			if b.s.Undo(); b.s.State().Log.Len() != 0 || len(b.s.State().Redo) != 1 {
				t.Error("it cannot be undone")
			}
			if b.s.Redo(); !b.s.State().Log.Equal(log) {
				t.Error("redone it is another one")
			}
		})
	}
}

func TestCorrect_SaysWhatMovesBeforeAndWhatWasReadAfter(t *testing.T) {
	b, _ := correctable(t)
	place(b)
	b.keys.rune('c')
	b.win.Canvas().Focused().TypedRune('2')
	b.until(t, "what it would change", func() bool { return b.correct.card.Effect() != "" })
	if got := b.correct.card.Effect(); got != "Changes nothing on map and timeline." { // the made-up Tell tells the same story
		t.Errorf("it says %q", got)
	}
	if b.s.State().Log.Len() > 0 {
		t.Error("it was taken before Enter")
	}
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c := b.s.State().Log.Entry(0); c.Was != "Port, city" {
		t.Errorf("the log says it was %q", c.Was)
	}
	if !b.correct.toast.Visible() || b.correct.toast.words.Words() != "Port is Port Lake, lake." {
		t.Errorf("the toast says %q", b.correct.toast.words.Words())
	}
	b.correct.toast.does.OnTapped()
	if b.s.State().Log.Len() > 0 || b.correct.toast.Visible() {
		t.Error("the toast's button takes nothing back")
	}
}

// The button of the toast takes back what the toast says, and nothing else: it goes where that is undone, or more is said.
func TestCorrect_TheToastGoesWithWhatItTakesBack(t *testing.T) {
	for name, do := range map[string]func(*bench){
		"undone by a key": func(b *bench) { b.session.Undo() },
		"more is said":    func(b *bench) { b.session.Correct(b.s.State().Log.Entry(0)) },
	} {
		b, _ := correctable(t)
		place(b)
		b.keys.rune('c')
		b.win.Canvas().Focused().TypedRune('2')
		b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if !b.correct.toast.Visible() || b.s.State().Log.Len() != 1 {
			t.Fatalf("%s: nothing was taken", name)
		}
		do(b)
		if b.correct.toast.Visible() {
			t.Errorf("%s: with %d corrections the toast still says %q", name, b.s.State().Log.Len(), b.correct.toast.words.Words())
		}
	}
}

func TestCorrect_APinIsPutOnTheMap(t *testing.T) {
	b, _ := correctable(t)
	place(b)
	b.keys.rune('c')
	b.correct.act(actPin)
	card := b.correct.card
	if x := b.maps.mapp.Project(b.maps.pin.At).X + b.app.Driver().AbsolutePositionForObject(b.maps.mapp).X; x > card.Position().X && x < card.Position().X+card.Size().Width || !b.correct.toast.Visible() {
		t.Errorf("the pin stands at %v, below the card at %v, %v; or nothing says what to do with it", x, card.Position(), card.Size())
	}
	b.maps.mapp.OnTapMap(orb.Point{12, 51})
	if b.maps.pin == nil || b.maps.pin.At != (orb.Point{12, 51}) {
		t.Fatal("no pin stands where the map was tapped")
	}
	b.correct.stage("pin 10")
	b.correct.card.Stage("pin 10")
	b.maps.mapp.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the map has the keyboard, and the card says that Enter changes
	c := b.s.State().Log.Entry(0)
	if !c.Pinned || c.Pin != (orb.Point{12, 51}) || c.Radius != 10 {
		t.Errorf("it says %+v", c)
	}
	if b.maps.pin != nil {
		t.Error("the pin still stands")
	}
}

func TestCorrect_EscLeavesTheCard(t *testing.T) {
	b, _ := correctable(t)
	tick(b)
	b.keys.rune('c')
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.correct.card.Visible() || b.s.State().Log.Len() > 0 {
		t.Error("Esc leaves it open, or takes")
	}
	b.s.Unselect()
	b.keys.rune('c')
	if b.correct.card.Visible() || len(b.s.State().Notes) == 0 {
		t.Error("with nothing selected C says nothing")
	}
}

func TestCheck_OneKeyEach(t *testing.T) {
	b, _ := correctable(t)
	b.until(t, "what to check", func() bool { return len(b.checks.items) > 0 })
	n := b.checks.left()
	b.lists.Choose(bind.ListChecks)
	if got := b.lists.names()[bind.ListChecks]; n == 0 || got != "Check "+strconv.Itoa(n) {
		t.Errorf("%d to check, the tab says %q", n, got)
	}
	b.keys.rune('n')
	first := b.checks.at
	if first == "" || b.s.State().Selected.None() {
		t.Fatal("N goes nowhere")
	}
	b.checks.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.until(t, "the item to be looked at", func() bool { return b.checks.left() == n-1 })
	if c := b.s.State().Log.Entry(0); c.Kind != story.CorrectChecked || c.Verdict != story.VerdictRight {
		t.Errorf("Enter says %+v", c)
	}
	if b.checks.at == first || b.checks.item(first).Status != review.StatusVerified {
		t.Error("it does not go on, or the item shows nothing")
	}
	b.checks.list.TypedRune('x')
	b.until(t, "the next one", func() bool { return b.checks.left() == n-2 })
	b.checks.list.TypedRune('c')
	if !b.correct.card.Visible() {
		t.Error("C opens no card")
	}
	if !strings.HasSuffix(b.lists.head.Words(), "2 OF "+strconv.Itoa(len(b.checks.items))+" LOOKED AT") {
		t.Errorf("the heading says %q", b.lists.head.Words())
	}
}

// An item shows which keys answer it: they do so however it was come to.
func TestCheck_TheKeysOfAnItemAnswerItAfterAClick(t *testing.T) {
	b, _ := correctable(t)
	b.until(t, "what to check", func() bool { return len(b.checks.items) > 2 })
	b.lists.Choose(bind.ListChecks)
	has := func() bool { return b.win.Canvas().Focused() == fyne.Focusable(b.checks.list) }
	b.checks.list.OnTap(bind.CheckID(&b.checks.items[1]))
	if !has() {
		t.Error("after a click on an item its keys are the window's")
	}
	b.win.Canvas().Unfocus() // as a click on one of its buttons does
	b.checks.list.OnRight(b.checks.at)
	if !has() {
		t.Error("after a click on an answer the keys of the next item are the window's")
	}
}

// buttons are those of a dialog.
func buttons(o fyne.CanvasObject) (out []*widget.Button) {
	switch x := o.(type) {
	case *widget.Button:
		return []*widget.Button{x}
	case *kit.Control:
		return []*widget.Button{&x.Button}
	case *fyne.Container:
		for _, c := range x.Objects {
			out = append(out, buttons(c)...)
		}
	case *container.Scroll:
		return buttons(x.Content)
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			out = append(out, buttons(c)...)
		}
	}
	return out
}

func press(t *testing.T, b *bench, label string) {
	t.Helper()
	for _, x := range buttons(b.win.Canvas().Overlays().Top()) {
		if x.Text == label {
			x.OnTapped()
			return
		}
	}
	t.Fatalf("no button %q", label)
}

func TestUnsaved_IsAskedBeforeItIsLost(t *testing.T) {
	for _, x := range []struct {
		name   string
		does   func(b *bench)
		closes bool
	}{
		{"New", func(b *bench) { b.desktop.New() }, true},
		{"the sample story", func(b *bench) { b.files.Sample("s") }, false},
		{"a project that is dropped", func(b *bench) { b.files.open([]fyne.URI{storage.NewFileURI("/no/such.dateline")}) }, false},
		{"Quit", func(b *bench) { b.keys.table.Named("quit").Run() }, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			b, _ := correctable(t)
			if x.name != "Quit" { // the test driver's window can be closed once
				x.does(b)
				if b.win.Canvas().Overlays().Top() != nil {
					t.Fatal("it asks though nothing would be lost")
				}
				b, _ = correctable(t)
			}
			b.s.GiveDate("a", story.NewDay(2024, 6, 1))
			x.does(b)
			if b.win.Canvas().Overlays().Top() == nil || len(b.s.State().Documents) == 0 {
				t.Fatal("it does not ask")
			}
			if x.name == "Quit" {
				press(t, b, "Cancel")
				return
			}
			press(t, b, "Do not save")
			if x.closes && len(b.s.State().Documents) > 0 {
				t.Error("it did not go on")
			}
		})
	}
}

func TestSave_AsksForANameOnce(t *testing.T) {
	b, _ := correctable(t)
	var saved []string
	b.saved = func(_ context.Context, _ session.State, path string) error { saved = append(saved, path); return nil }
	dir := t.TempDir()
	b.desktop.home = dir
	b.s.GiveDate("a", story.NewDay(2024, 6, 1))
	b.keys.table.Named("save").Run()
	press(t, b, "Save")
	b.until(t, "the file", func() bool { return b.s.State().File != "" })
	want := filepath.Join(dir, "Port, May 2024.dateline")
	if got := b.s.State().File; filepath.Base(got) != filepath.Base(want) || b.s.State().Dirty {
		t.Errorf("saved as %s, dirty %v", got, b.s.State().Dirty)
	}
	b.keys.table.Named("save").Run()
	if b.win.Canvas().Overlays().Top() != nil {
		t.Error("the second time it asks again")
	}
	b.until(t, "the second save", func() bool { return len(saved) == 2 })
	if !b.desktop.HasRecent() || b.desktop.recent()[0] != b.s.State().File {
		t.Errorf("recent: %q", b.desktop.recent())
	}
	if got := b.top.files.Words(); !strings.HasSuffix(got, ".dateline · saved") {
		t.Errorf("the bar says %q", got)
	}
}

func TestCorrect_WhatIsAnEventAndSomebodysWordsIsMeantAsItWasChosen(t *testing.T) {
	b, _ := correctable(t)
	st := b.s.State().Story
	st.Quotes[0].Span = st.Events[1].Span // "that between May and June they had met"
	quote := string(st.Quotes[0].ID)
	for _, c := range []struct {
		claim string
		do    func()
		want  review.SubjectKind
	}{
		{"stepped to, it is an event", func() { b.s.SelectEvent("e1"); b.s.Next() }, review.SubjectEvent},
		{"in the list of quotes, somebody's words", func() { b.lists.quotes.OnTap(quote) }, review.SubjectQuote},
		{"in the list of events, an event", func() { b.s.Unselect(); b.lists.events.OnTap("e2") }, review.SubjectEvent},
		{"stepped to after a click on a quote, an event", func() { b.lists.quotes.OnTap(quote); b.s.SelectEvent("e1"); b.s.Next() }, review.SubjectEvent},
	} {
		b.s.Unselect()
		c.do()
		if x := b.correct.subject(b.s.State()); x.Kind != c.want {
			t.Errorf("%s: the card asks about %v", c.claim, x.Kind)
		}
	}
}

package ui

import (
	"testing"

	"dateline/app/session"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
)

// typeIn types words into the search field and waits for the answer.
func typeIn(t *testing.T, b *bench, words string) {
	t.Helper()
	b.Find()
	test.Type(b.search.entry, words)
	b.until(t, "what was found", func() bool { return b.search.open() && b.search.entry.Text == words && len(b.q) == 0 })
}

func TestSearch_FindsAndGoesThere(t *testing.T) {
	enter := func(b *bench) { b.search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	only := func(b *bench) {
		b.search.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	}
	for _, c := range []struct {
		name, typed string
		rows        []string
		do          func(*bench)
		ok          func(session.State) bool
	}{
		{"a person: the words", "roe", []string{"Ann Roe", "“We waited,” said Ann Roe in Valley on Saturday."}, enter,
			func(s session.State) bool { return s.SelectedQuote() == 0 }},
		{"a place: what happened there", "port", []string{"Port", "Ships leave Port", "Ships left Port on Wednesday."}, enter,
			func(s session.State) bool { return s.SelectedEvent() == 0 }},
		{"words: the sentence", "knows", []string{"Nobody knows more."}, enter,
			func(s session.State) bool { return s.SelectedEvent() == 2 }},
		{"the arrows choose", "port", []string{"Port", "Ships leave Port", "Ships left Port on Wednesday."},
			func(b *bench) {
				b.search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				b.search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				enter(b)
			}, func(s session.State) bool { return s.SelectedEvent() == 0 && !s.Selected.Focus.Empty() }},
		{"a click", "valley", []string{"Valley", "“We waited,” said Ann Roe in Valley on Saturday."},
			func(b *bench) { test.Tap(b.search.rows[0]) }, func(s session.State) bool { return s.SelectedEvent() == 1 }},
		{"only this place", "port", nil, only, func(s session.State) bool { return len(s.Filter.Places) == 1 && s.Filter.Places[0] == 1 }},
		{"only this speaker", "ann", nil, func(b *bench) { test.Tap(b.search.rows[0].only) },
			func(s session.State) bool { return len(s.Filter.Speakers) == 1 && len(s.View.Events) == 1 }},
		{"only these words", "nobody", nil, only, func(s session.State) bool { return s.Filter.Words == "nobody" && len(s.View.Events) == 1 }},
		{"Esc changes nothing", "port", nil, func(b *bench) { b.search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
			func(s session.State) bool { return s.Selected.None() && !s.Filter.On() }},
		{"a click beside it changes nothing", "port", nil, func(b *bench) { test.Tap(b.search.root.Objects[0].(fyne.Tappable)); b.search.leave() },
			func(s session.State) bool { return s.Selected.None() && !s.Filter.On() }},
	} {
		b := opened(t)
		typeIn(t, b, c.typed)
		if c.rows != nil {
			var got []string
			for _, r := range b.search.rows {
				got = append(got, r.title.Words())
			}
			if d := cmp.Diff(c.rows, got); d != "" {
				t.Errorf("%s: rows (-want +got)\n%s", c.name, d)
			}
		}
		c.do(b)
		if s := b.s.State(); !c.ok(s) {
			t.Errorf("%s: selected %+v, filter %+v", c.name, s.Selected, s.Filter)
		}
		if b.search.open() || b.win.Canvas().Focused() != nil {
			t.Errorf("%s: the field keeps the keyboard", c.name)
		}
	}
}

func TestSearch_KeysDoNotFireWhileTyping(t *testing.T) {
	b := opened(t)
	typeIn(t, b, "a 1 l r 0")
	before := b.s.State()
	if before.Mode != session.ModeStep || before.Filter.On() || before.Playing || before.Lanes != session.LanesArticle {
		t.Errorf("typing ran commands: %+v", before)
	}
	b.app.Clipboard().SetContent("pasted")
	b.search.entry.SetText("")
	b.choose(b.keys.table.Named("paste"))
	if b.search.entry.Text != "pasted" || b.s.State().Job.Running() {
		t.Errorf("paste went elsewhere: %q", b.search.entry.Text)
	}
}

func TestSearch_NothingFoundIsSaid(t *testing.T) {
	b := opened(t)
	typeIn(t, b, "xyzzy")
	if len(b.search.rows) != 0 || !b.search.open() {
		t.Errorf("%d rows", len(b.search.rows))
	}
	b.search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.search.entry.SetText("")
	if b.search.open() {
		t.Error("the list stays without words")
	}
}

func TestSearch_F3GoesThroughAllThatWasFound(t *testing.T) {
	b := opened(t)
	b.search.query = "on"
	seen := map[int]bool{}
	var order []int
	for range 4 {
		before := b.s.State().Selected
		b.FindNext(1)
		b.until(t, "the next one", func() bool { return b.s.State().Selected != before })
		at := b.s.State().Selected.Sentence.Start
		order = append(order, at)
		seen[at] = true
	}
	if len(seen) < 2 || order[0] == order[1] {
		t.Errorf("F3 went to %v", order)
	}
	b.FindNext(-1)
	b.until(t, "the one before", func() bool { return b.s.State().Selected.Sentence.Start == order[2] })
}

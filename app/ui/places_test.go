package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/places"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"
)

// shelved is the window with the doubtful story open and a shelf for places.
func shelved(t *testing.T) (*bench, *places.Shelf) {
	t.Helper()
	s, faults := places.Open(t.TempDir(), func() *gazetteer.Index { return nil })
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	b, _ := correctable(t)
	b.own.shelf = func() *places.Shelf { return s }
	b.correct.own = b.own
	return b, s
}

func TestKeepAPin(t *testing.T) {
	b, s := shelved(t)
	place(b)
	b.keys.rune('c')
	b.correct.act(actPin)
	b.correct.card.Stage("pin 10")
	b.correct.stage("pin 10")
	if b.correct.card.Keep() {
		t.Fatal("a pin is kept though nobody said so")
	}
	boxes, _ := onCard(b)
	boxes[0].SetChecked(true)
	b.correct.take()
	b.until(t, "the place", func() bool { return len(s.Own()) == 1 && b.s.State().Log.Len() == 1 })
	o, c := s.Own()[0], b.s.State().Log.Entry(0)
	if o.Name != "Port" || o.Km != 10 || o.Kind != geo.KindRegion || c.Kind != story.CorrectPlace || c.Place != o.ID || c.Pinned {
		t.Errorf("kept %+v, said %+v", o, c)
	}
	if !b.correct.toast.Visible() || !strings.Contains(b.correct.toast.words.Words(), "own places") {
		t.Errorf("the toast says %q", b.correct.toast.words.Words())
	}
	b.correct.toast.does.OnTapped()
	b.until(t, "undo", func() bool { return len(s.Own()) == 0 && b.s.State().Log.Len() == 0 })
	if st := b.s.State(); st.CanUndo() {
		t.Error("the place and the correction are two things")
	}
	b.s.Redo()
	b.until(t, "redo", func() bool { return len(s.Own()) == 1 && b.s.State().Log.Len() == 1 })
	if st := b.s.State(); len(st.Redo) > 0 || b.s.State().Log.Entry(0).Place != o.ID {
		t.Errorf("put back: %+v", st.Log.Entry(0))
	}
}

func TestOwnPlacesAreInUndo(t *testing.T) {
	b, s := shelved(t)
	mill := places.Own("Mill Lane", orb.Point{1, 2})
	names := func() string {
		var out []string
		for _, o := range s.Own() {
			out = append(out, strings.Join(append([]string{o.Name}, o.Names...), "="))
		}
		return strings.Join(out, " ")
	}
	add := func(o geo.Own) func() {
		return func() {
			b.own.change(b.words.IsOwn(o.Name), func(all []geo.Own) []geo.Own { return withOwn(all, o) }, nil)
		}
	}
	named := mill
	named.Names = []string{"the lane"}
	came := geo.Own{ID: geo.AddedID("wick", orb.Point{5, 5}), Name: "Wick", Point: orb.Point{5, 5}}
	undo, redo := func() { b.s.Undo() }, func() { b.s.Redo() }
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"a place is added", add(mill), "Mill Lane"},
		{"it has another name", add(named), "Mill Lane=the lane"},
		{"a correction is made", func() { b.s.GiveDate(b.s.State().Documents[0].ID, 19000) }, "Mill Lane=the lane"},
		{"another one is added", add(places.Own("Far Wick", orb.Point{3, 4})), "Mill Lane=the lane Far Wick"},
		{"undo takes the last one", undo, "Mill Lane=the lane"},
		{"undo takes the correction", undo, "Mill Lane=the lane"},
		{"undo takes the name", undo, "Mill Lane"},
		{"undo takes the place", undo, ""},
		{"redo", redo, "Mill Lane"},
		{"redo again, twice at once", func() { redo(); redo(); redo() }, "Mill Lane=the lane Far Wick"},
		{"one is removed", func() { b.own.remove(fmt.Sprint(mill.ID)) }, "Far Wick"},
		{"what another window adds", func() { s.Change(func(all []geo.Own) []geo.Own { return append(all, came) }) }, "Far Wick Wick"},
		{"stays with undo", undo, "Far Wick Wick Mill Lane=the lane"},
	} {
		c.do()
		b.until(t, c.name+": "+c.want, func() bool { return names() == c.want && len(b.in) == 0 })
	}
	if st := b.s.State(); st.Log.Len() != 1 || !strings.Contains(b.words.Redo(st, b.correct.atlas), "Mill Lane is no longer one of your own places") {
		t.Errorf("%d corrections, %q", st.Log.Len(), b.words.Redo(b.s.State(), b.correct.atlas))
	}
}

func TestAPlaceThatCameWithTheProjectComesBack(t *testing.T) {
	b, s := shelved(t)
	came := geo.Own{ID: geo.AddedID("wick", orb.Point{5, 5}), Name: "Wick", Point: orb.Point{5, 5}}
	b.s.RememberPlace(came)
	b.own.remove(fmt.Sprint(came.ID))
	b.until(t, "removed", func() bool {
		return len(b.s.State().Places) == 0 && strings.Contains(b.correct.toast.words.Words(), "no longer")
	})
	b.s.Undo()
	b.until(t, "back", func() bool { return len(b.s.State().Places) == 1 })
	b.s.Redo()
	b.until(t, "gone again", func() bool { return len(b.s.State().Places) == 0 })
	if len(s.Own()) > 0 {
		t.Errorf("it is kept as one of the person's: %+v", s.Own())
	}
}

func TestPlacesSheet(t *testing.T) {
	b, s := shelved(t)
	file := filepath.Join(t.TempDir(), "villages.csv")
	if err := os.WriteFile(file, []byte("name,lat,lon\nFar Wick,50,36\nX,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.own.addLayers([]string{file})
	b.until(t, "the layer", func() bool { return len(s.Layers()) == 1 && len(b.s.State().Notes) == 1 })
	if n := b.s.State().Notes[0].Text; !strings.Contains(n, "villages.csv, line 3") {
		t.Errorf("told %q", n)
	}
	b.own.importFrom([]string{file})
	b.until(t, "the import", func() bool { return len(s.Own()) == 1 })
	b.own.Places()
	shown := func() (out []string) {
		for _, r := range b.own.ask().Rows {
			out = append(out, r.Name+": "+r.Detail)
		}
		return out
	}
	want := "villages.csv: layer · 1 place | Far Wick: city · 50.00° N, 36.00° E · one of yours"
	if got := strings.Join(shown(), " | "); got != want {
		t.Errorf("rows %s\nwant %s", got, want)
	}
	layer, place := s.Layers()[0].ID, b.own.ask().Rows[1].ID
	b.own.switchLayer(layer, false)
	b.until(t, "off", func() bool { return s.Layers()[0].Off })
	b.own.remove(place)
	b.until(t, "removed", func() bool { return strings.Contains(b.correct.toast.words.Words(), "no longer") })
	b.correct.toast.does.OnTapped()
	b.until(t, "back again", func() bool { return len(s.Own()) == 1 })
	b.own.show1(place)
	b.own.removeLayer(layer)
	b.until(t, "no layer", func() bool { return len(s.Layers()) == 0 })
	out := filepath.Join(t.TempDir(), "none", "x.geojson")
	if _, _, err := places.ReadOwn(t.Context(), out); err == nil {
		t.Error("a missing file is read")
	}
	if top := b.win.Canvas().Overlays().Top(); top == nil {
		t.Error("the sheet is not open")
	}
	if b.own.list.Closed() {
		t.Error("the sheet thinks that it is closed")
	}
}

func TestWhyGoesIntoTheLog(t *testing.T) {
	b, _ := shelved(t)
	place(b)
	b.keys.rune('c')
	b.correct.card.Stage("place 3")
	b.correct.stage("place 3")
	_, lines := onCard(b)
	lines[1].SetText("a lake, says the map ")
	b.correct.take()
	if c := b.s.State().Log.Entry(0); c.Why != "a lake, says the map" || c.Place != 3 {
		t.Errorf("said %+v", c)
	}
}

func TestPlacesOfAProjectAreListed(t *testing.T) {
	b, s := shelved(t)
	if got := b.words.OwnRows(nil, []geo.Own{{ID: -1 << 41, Name: "Mill", Kind: geo.KindCity, Point: orb.Point{1, 2}}}, s.Layers()); len(got) != 1 || got[0].Mine || !strings.Contains(got[0].Detail, "came with this project") {
		t.Errorf("%+v", got)
	}
}

// onCard are the sign boxes and the lines to type in of the card.
func onCard(b *bench) (boxes []interface{ SetChecked(bool) }, lines []interface{ SetText(string) }) {
	for _, o := range test.LaidOutObjects(b.correct.card) {
		switch x := o.(type) {
		case interface{ SetChecked(bool) }:
			boxes = append(boxes, x)
		case interface {
			SetText(string)
			SetPlaceHolder(string)
		}:
			lines = append(lines, x)
		}
	}
	return boxes, lines
}

package dialog

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestArticles_MovedTakenOutAndShown(t *testing.T) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	key := func(k fyne.KeyName) func(r *articleRow) {
		return func(r *articleRow) { r.TypedKey(&fyne.KeyEvent{Name: k}) }
	}
	for _, x := range []struct {
		name string
		does func(r *articleRow)
		want string
	}{
		{"Shift and Down moves it down", func(r *articleRow) { r.KeyDown(shift); key(fyne.KeyDown)(r); r.KeyUp(shift) }, "move b 2"},
		{"Shift and Up moves it up", func(r *articleRow) { r.KeyDown(shift); key(fyne.KeyUp)(r) }, "move b 0"},
		{"Down alone only goes there", key(fyne.KeyDown), ""},
		{"Delete takes it out", key(fyne.KeyDelete), "out b true"},
		{"Enter shows it", key(fyne.KeyReturn), "open b"},
		{"dragged over another row it moves", func(r *articleRow) {
			r.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DY: r.Size().Height * 0.8}})
			r.DragEnd()
		}, "move b 2"},
		{"dragged a little it stays", func(r *articleRow) {
			r.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DY: 4}})
			r.DragEnd()
		}, ""},
	} {
		test.NewTempApp(t)
		win := test.NewTempWindow(t, widget.NewLabel(""))
		win.Resize(fyne.NewSize(900, 700))
		got := ""
		a := ShowArticles(Desk{Window: win, Scale: 1}, ArticlesAsk{Title: "Ships", Rows: []ArticleRow{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}, {ID: "c", Title: "C"}},
			Open: func(id string) { got = "open " + id }, Out: func(id string, out bool) { got = fmt.Sprint("out ", id, " ", out) },
			Move: func(id string, to int) { got = fmt.Sprint("move ", id, " ", to) }})
		if x.does(a.rows[1]); got != x.want {
			t.Errorf("%s: told %q, want %q", x.name, got, x.want)
		}
	}
}

func TestArticles_TheKeyboardStaysWithTheArticle(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewTempWindow(t, widget.NewLabel(""))
	ask := ArticlesAsk{Rows: []ArticleRow{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}}}
	a := ShowArticles(Desk{Window: win, Scale: 1}, ask)
	win.Canvas().Focus(a.rows[1])
	slices.Reverse(ask.Rows)
	a.Set(ask)
	if win.Canvas().Focused() != fyne.Focusable(a.rows[0]) || a.rows[0].row.ID != "b" {
		t.Error("it goes elsewhere when the order is another one")
	}
	if a.Hide(); !a.Closed() {
		t.Error("hidden it is not closed")
	}
}

package dialog

import (
	"math"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ArticleRow is an article of the story in the list of them.
type ArticleRow struct {
	ID     string
	Title  string
	Detail string // publisher, day and how it is known, counts
	Out    bool   // it was taken out
}

// ArticlesAsk is what the list of articles shows and calls.
type ArticlesAsk struct {
	Title  string // of the story
	Rows   []ArticleRow
	Open   func(id string)
	Out    func(id string, out bool)
	Move   func(id string, to int)
	Rename func()
	Note   func(id string)
}

// Articles is the list of the articles of a story while it is open.
type Articles struct {
	d      Desk
	x      dialog.Dialog
	ask    ArticlesAsk
	box    *fyne.Container
	title  *widget.Label
	rows   []*articleRow
	closed bool
}

// ShowArticles opens the list.
func ShowArticles(d Desk, ask ArticlesAsk) *Articles {
	a := &Articles{d: d, box: container.NewVBox(), title: widget.NewLabel("")}
	a.title.TextStyle.Bold, a.title.Truncation = true, fyne.TextTruncateEllipsis
	rename := newButton(lang.L("Rename…"), func() { a.ask.Rename() })
	hint := widget.NewLabel(lang.L("Drag a row, or Shift and the arrows, to put it elsewhere; Delete takes it out."))
	hint.Wrapping, hint.Importance = fyne.TextWrapWord, widget.LowImportance
	body := container.NewBorder(container.NewBorder(nil, nil, nil, rename, a.title), hint, nil, nil, container.NewVScroll(container.New(kit.Indent{Left: 3, Right: 14}, a.box)))
	a.x = d.closing(lang.L("Articles of the story"), body)
	a.x.SetOnClosed(func() { a.closed = true })
	a.Set(ask)
	d.fit(a.x, 680*d.Scale, 560*d.Scale, 20)
	a.x.Show()
	if len(a.rows) > 0 {
		d.Window.Canvas().Focus(a.rows[0])
	}
	return a
}

// Closed reports whether the list has gone.
func (a *Articles) Closed() bool { return a == nil || a.closed }

// Hide closes the list.
func (a *Articles) Hide() { a.x.Hide() }

// Set shows other rows. The keyboard stays with the article it was at.
func (a *Articles) Set(ask ArticlesAsk) {
	at := ""
	for _, r := range a.rows {
		if a.d.Window.Canvas().Focused() == fyne.Focusable(r) {
			at = r.row.ID
		}
	}
	a.ask = ask
	a.title.SetText(ask.Title)
	a.box.Objects, a.rows = nil, nil
	for i := range ask.Rows {
		r := newArticleRow(a, i)
		a.rows = append(a.rows, r)
		a.box.Add(r)
	}
	a.box.Refresh()
	for _, r := range a.rows {
		if at != "" && r.row.ID == at {
			a.d.Window.Canvas().Focus(r)
		}
	}
}

// articleRow is one article: two lines and three buttons. It can be dragged, and moved by keys.
type articleRow struct {
	widget.BaseWidget
	list    *Articles
	at      int
	row     ArticleRow
	ring    *canvas.Rectangle
	dragged float32
	shift   bool
}

var (
	_ fyne.Draggable  = (*articleRow)(nil)
	_ fyne.Focusable  = (*articleRow)(nil)
	_ desktop.Keyable = (*articleRow)(nil)
)

func newArticleRow(a *Articles, at int) *articleRow {
	r := &articleRow{list: a, at: at, row: a.ask.Rows[at], ring: canvas.NewRectangle(nil)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 5
	r.ExtendBaseWidget(r)
	return r
}

// move puts the row so many places further down.
func (r *articleRow) move(by int) {
	to := min(max(r.at+by, 0), len(r.list.rows)-1)
	if to != r.at && !r.row.Out {
		r.list.ask.Move(r.row.ID, to)
	}
}

// Dragged is called by Fyne.
func (r *articleRow) Dragged(e *fyne.DragEvent) {
	r.dragged += e.Dragged.DY
	r.Move(r.Position().AddXY(0, e.Dragged.DY))
}

// DragEnd is called by Fyne.
func (r *articleRow) DragEnd() {
	by := int(math.Round(float64(r.dragged / max(r.Size().Height, 1))))
	r.dragged = 0
	r.list.box.Refresh()
	r.move(by)
}

// FocusGained is called by Fyne.
func (r *articleRow) FocusGained() {
	r.ring.StrokeColor = theme.Color(theme.ColorNameFocus)
	r.Refresh()
}

// FocusLost is called by Fyne.
func (r *articleRow) FocusLost() { r.ring.StrokeColor, r.shift = nil, false; r.Refresh() }

// TypedRune is called by Fyne.
func (r *articleRow) TypedRune(rune) {}

// KeyDown is called by Fyne.
func (r *articleRow) KeyDown(e *fyne.KeyEvent) {
	r.shift = r.shift || e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight
}

// KeyUp is called by Fyne.
func (r *articleRow) KeyUp(e *fyne.KeyEvent) {
	r.shift = r.shift && e.Name != desktop.KeyShiftLeft && e.Name != desktop.KeyShiftRight
}

// TypedKey is called by Fyne.
func (r *articleRow) TypedKey(e *fyne.KeyEvent) {
	step := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[e.Name]
	switch {
	case step != 0 && r.shift:
		r.move(step)
	case step != 0:
		if to := r.at + step; to >= 0 && to < len(r.list.rows) {
			r.list.d.Window.Canvas().Focus(r.list.rows[to])
		}
	case e.Name == fyne.KeyDelete:
		r.list.ask.Out(r.row.ID, !r.row.Out)
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		r.open()
	case e.Name == fyne.KeyEscape:
		r.list.Hide()
	}
}

func (r *articleRow) open() {
	r.list.Hide()
	r.list.ask.Open(r.row.ID)
}

// CreateRenderer is called by Fyne.
func (r *articleRow) CreateRenderer() fyne.WidgetRenderer {
	title, detail := widget.NewLabel(r.row.Title), widget.NewLabel(r.row.Detail)
	title.TextStyle.Bold = !r.row.Out
	title.Truncation = fyne.TextTruncateEllipsis
	detail.Wrapping, detail.Importance = fyne.TextWrapWord, widget.LowImportance
	words := lang.L("Take out")
	if r.row.Out {
		words = lang.L("Take in again")
	}
	buttons := container.NewHBox(newButton(words, func() { r.list.ask.Out(r.row.ID, !r.row.Out) }))
	if !r.row.Out {
		buttons.Objects = append([]fyne.CanvasObject{newButton(lang.L("Show"), r.open), newButton(lang.L("Note…"), func() { r.list.ask.Note(r.row.ID) })}, buttons.Objects...)
	}
	return widget.NewSimpleRenderer(container.NewStack(r.ring, container.NewVBox(container.NewBorder(nil, nil, nil, buttons, title), detail)))
}

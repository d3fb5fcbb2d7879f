package ui

import (
	"image/color"

	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// foundRow is one thing found: a line, what says more about it below, and the button that narrows the story to it.
type foundRow struct {
	widget.BaseWidget
	back          *canvas.Rectangle
	title, detail *kit.Caption
	only          *link
	pal           *kit.Palette
	jump, hovered func()
	filter        func(*story.Filter)
}

func newFoundRow(p *kit.Palette, h bind.Hit, jump, only func()) *foundRow {
	r := &foundRow{pal: p, back: canvas.NewRectangle(nil), title: kit.NewCaption(), detail: kit.NewCaption(), jump: jump, filter: h.Only}
	r.back.CornerRadius = 6
	r.title.Look(p.Text, p.TextSize, false)
	r.detail.Look(p.Muted, p.TextSize*0.86, false)
	r.title.Set(h.Title)
	r.detail.Set(h.Detail)
	r.only = newLink(text("Only this"), p, only)
	r.ExtendBaseWidget(r)
	return r
}

func (r *foundRow) mark(on bool) {
	r.back.FillColor = nil
	if on {
		r.back.FillColor = r.pal.Button
	}
	r.back.Refresh()
}

// Tapped is called by Fyne.
func (r *foundRow) Tapped(*fyne.PointEvent) { r.jump() }

// MouseIn is called by Fyne.
func (r *foundRow) MouseIn(*desktop.MouseEvent) { r.hovered() }

// MouseMoved is called by Fyne.
func (r *foundRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (r *foundRow) MouseOut() {}

// Cursor is called by Fyne.
func (r *foundRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (r *foundRow) CreateRenderer() fyne.WidgetRenderer {
	lines := []fyne.CanvasObject{r.title}
	if r.detail.Words() != "" {
		lines = append(lines, r.detail)
	}
	words := container.New(kit.Indent{Left: 8, Top: 3, Right: 4, Bottom: 3}, container.New(stackedLines{}, lines...))
	return widget.NewSimpleRenderer(container.NewStack(r.back, container.NewBorder(nil, nil, nil, r.only, words)))
}

// stackedLines puts lines below each other without a gap.
type stackedLines struct{}

func (stackedLines) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, c := range o {
		h += c.MinSize().Height
	}
	return fyne.NewSize(0, h)
}

func (stackedLines) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := float32(0)
	for _, c := range o {
		h += c.MinSize().Height
	}
	y := max(0, (s.Height-h)/2)
	for _, c := range o {
		m := c.MinSize().Height
		c.Move(fyne.NewPos(0, y))
		c.Resize(fyne.NewSize(s.Width, m))
		y += m
	}
}

// shade lies under an open list and closes it when the window is clicked beside it.
type shade struct {
	widget.BaseWidget
	tapped func()
}

func newShade(tapped func()) *shade {
	s := &shade{tapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped is called by Fyne.
func (s *shade) Tapped(*fyne.PointEvent) { s.tapped() }

// CreateRenderer is called by Fyne.
func (s *shade) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// link is a few quiet words that can be clicked.
type link struct {
	widget.BaseWidget
	line   *canvas.Text
	pal    *kit.Palette
	tapped func()
}

func newLink(words string, p *kit.Palette, tapped func()) *link {
	l := &link{line: canvas.NewText(words, p.Muted), pal: p, tapped: tapped}
	l.line.TextSize = p.TextSize * 0.86
	l.ExtendBaseWidget(l)
	return l
}

// Tapped is called by Fyne.
func (l *link) Tapped(*fyne.PointEvent) { l.tapped() }

// MouseIn is called by Fyne.
func (l *link) MouseIn(*desktop.MouseEvent) { l.ink(l.pal.Primary) }

// MouseMoved is called by Fyne.
func (l *link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (l *link) MouseOut() { l.ink(l.pal.Muted) }

func (l *link) ink(c color.Color) {
	l.line.Color = c
	l.line.Refresh()
}

// Cursor is called by Fyne.
func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (l *link) CreateRenderer() fyne.WidgetRenderer {
	l.line.Alignment = fyne.TextAlignCenter
	return widget.NewSimpleRenderer(container.New(kit.Indent{Left: 10, Top: 4, Right: 10, Bottom: 4}, l.line))
}

package ui

import (
	"strings"

	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// notice is the band under the top bar that says what went wrong or well, until it is closed.
type notice struct {
	widget.BaseWidget
	back  *canvas.Rectangle
	label *widget.Label
	root  fyne.CanvasObject
}

func newNotice(closeText string, closed func()) *notice {
	n := &notice{back: canvas.NewRectangle(nil), label: widget.NewLabel("")}
	n.label.Wrapping = fyne.TextWrapWord
	shut := kit.NewControl(closeText, theme.CancelIcon(), closed)
	n.root = container.NewStack(n.back, container.New(kit.Indent{Left: 10, Top: 2, Right: 10, Bottom: 2},
		container.NewBorder(nil, nil, nil, container.NewVBox(shut), n.label)))
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// CreateRenderer is called by Fyne.
func (n *notice) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.root) }

func (n *notice) setPalette(p *kit.Palette) {
	n.back.FillColor = p.Warn
	n.back.Refresh()
}

func (n *notice) set(w bind.Words, lines []string) {
	const most = 4
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], w.Count(len(lines)-most+1, "more", "more"))
	}
	n.label.SetText(strings.Join(lines, "\n"))
	if len(lines) == 0 {
		n.Hide()
	} else {
		n.Show()
	}
}

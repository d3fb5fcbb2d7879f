package ui

import (
	"strings"

	"dateline/app/session"
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
	label *kit.Paragraph
	all   *container.Scroll // of the label: many notes are scrolled through
	root  fyne.CanvasObject

	again, password *kit.Control // what can be tried again

	wide func() float32 // how wide the band will be; 0 where nobody knows yet
}

// offer shows what can be done about what is said.
func (n *notice) offer(again, password bool) {
	for c, on := range map[*kit.Control]bool{n.again: again, n.password: password} {
		if on {
			c.Show()
		} else {
			c.Hide()
		}
	}
}

func newNotice(closeText string, closed func(), again, password *kit.Control) *notice {
	n := &notice{back: canvas.NewRectangle(nil), label: kit.NewParagraph(""), again: again, password: password, wide: func() float32 { return 0 }}
	n.all = container.NewVScroll(n.label)
	shut := kit.NewControl(closeText, theme.CancelIcon(), closed)
	n.root = container.NewStack(n.back, container.New(kit.Indent{Left: 10, Top: 2, Right: 10, Bottom: 2},
		container.NewBorder(nil, nil, nil, container.NewVBox(shut, again, password), n.all)))
	n.offer(false, false)
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

// height is that of the lines at the band's width. The label itself knows it only once it has been laid out, which a
// hidden one is not.
func (n *notice) height(lines []string) float32 {
	face := kit.Face{Size: theme.TextSize()}
	room := n.wide() - 170 // beside the button, within the margins
	if room < 100 {
		room = 1000
	}
	rows := 0
	for _, l := range lines {
		rows += max(1, len(face.Wrap(l, room)))
	}
	return float32(rows)*face.Line() + 2*theme.InnerPadding()
}

// set shows notes, all of them: what has no room is scrolled to. It reports whether the band has another height.
func (n *notice) set(lines []string) bool {
	const most = 5 // lines that are shown at once
	before, shown := n.MinSize().Height, n.Visible()
	n.label.SetText(strings.Join(lines, "\n"))
	whole := n.height(lines)
	n.all.SetMinSize(fyne.NewSize(0, min(whole, float32(most)*fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height+2*theme.InnerPadding())))
	n.all.ScrollToTop()
	if len(lines) == 0 {
		n.Hide()
	} else {
		n.Show()
	}
	return shown != n.Visible() || n.MinSize().Height != before
}

// SettingsFault is what is wrong with the settings.
type SettingsFault struct {
	Unreadable bool // those of the last time could not be read
	Unkept     bool // none can be kept
	Passing    bool // they are kept among the temporary files
}

// TellSettings says what is wrong with the settings.
func (w *Window) TellSettings(wrong SettingsFault) {
	if wrong.Unreadable {
		w.session.Notify(session.Note{Text: text("The settings of the last time could not be read. Dateline starts with its own; the old file is kept as preferences.json.unreadable.")})
	}
	if wrong.Passing {
		w.session.Notify(session.Note{Text: text("Nothing can be written into the folder of the settings: what you choose is kept among the temporary files, which the system clears away, and a story is kept only where you save it.")})
	}
	if wrong.Unkept {
		w.session.Notify(session.Note{Text: text("Nothing can be written into the folder of the settings: what you choose is forgotten when the window closes, and a story is kept only where you save it.")})
	}
}

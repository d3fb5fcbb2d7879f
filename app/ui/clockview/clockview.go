// Package clockview is a Fyne widget that sets two clocks against each other. A row is an article, a dot an event.
// One plot shows when things happened beside the day on which the article was published; the other the order in which the
// text tells of them against the order in which they happened, so that a look back is seen as a line that goes down.
//
//	v := clockview.New(kinds, tools)
//	v.Plot.OnDot = func(id string) { … } // to the sentence
//	v.SetData(clockview.Data{Rows: rows, Summary: "3 before the day of publication"})
//
// It knows days and neither stories nor sessions. All of it runs on the UI goroutine.
package clockview

import (
	"image/color"

	"dateline/app/story"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Data is what is shown.
type Data struct {
	Rows    []Row
	Order   bool   // the order of the text against that of time; else days
	Summary string // above the plot
	Empty   string // where there are no rows, what is missing
}

// Row is an article.
type Row struct {
	ID             string
	Title, Detail  string
	Tip            string // said below the title while the pointer is at it
	Colour         color.NRGBA
	Letter         string // on the sign before the title: tells rows of one colour apart
	Dots           []Dot  // in the order of the text
	First, Last    string // their first and last day in words
	Ranks          int    // of the days of the dots: 0 to Ranks-1
	Told           bool   // the day of publication is known, at least as an interval
	Hatched        bool   // it is inferred
	PubFrom, PubTo story.Day
	PubBest        story.Day
}

// Dot is an event. From and To are inclusive; DayMin and DayMax leave that end open.
type Dot struct {
	ID        string
	From, To  story.Day
	At        float32 // when in the text it is told: 0 first, 1 last
	Low, High int     // ranks of From and To
	Open      bool    // planned, denied or only said: drawn hollow
	Step      Step
	Tip       func() string // asked when it is needed; nil says nothing
}

// Step is how time goes from the dot before in the text to this one.
type Step uint8

// The steps.
const (
	StepFirst Step = iota
	StepOn
	StepBack
	StepUnclear
)

// View is the widget: the choice of plots and a summary above the plot.
type View struct {
	widget.BaseWidget
	Plot  *Plot
	Kinds *kit.Segments // which plot; the caller says what they are

	ground  *canvas.Rectangle
	line    *canvas.Rectangle
	summary *canvas.Text
	empty   []*canvas.Text
	tools   fyne.CanvasObject
	pal     *kit.Palette
	words   string
	missing string
}

// New gives a view without content. Kinds is told of a choice; tools stand at the right above the plot.
func New(kinds *kit.Segments, tools fyne.CanvasObject) *View {
	v := &View{Plot: newPlot(), Kinds: kinds, ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), summary: canvas.NewText("", nil), tools: tools, pal: kit.Palettes[0]}
	v.ExtendBaseWidget(v)
	return v
}

// SetData shows something else. Another plot begins at its top; the same one stays where it is. It fires no callback.
func (v *View) SetData(d Data) {
	v.words, v.missing = d.Summary, ""
	if len(d.Rows) == 0 {
		v.words, v.missing = "", d.Empty
	}
	v.Plot.set(d)
	v.Refresh()
}

// SetPalette takes colours and sizes.
func (v *View) SetPalette(p *kit.Palette) {
	v.pal, v.Plot.pal = p, p
	v.Kinds.SetPalette(p)
	v.Refresh()
}

// Front is what the keyboard is given first.
func (v *View) Front() fyne.Focusable { return v.Plot }

// gap is the distance between things, in px.
const gap = 10

// CreateRenderer is called by Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return viewRenderer{v} }

type viewRenderer struct{ v *View }

func (r viewRenderer) Destroy()           {}
func (r viewRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

func (r viewRenderer) Objects() []fyne.CanvasObject {
	v := r.v
	out := []fyne.CanvasObject{v.ground, v.line, v.Kinds, v.summary, v.tools, v.Plot}
	for _, t := range v.empty {
		out = append(out, t)
	}
	return out
}

// Layout is called by Fyne. The summary stands beside the choice of plots, or below it where there is no room.
func (r viewRenderer) Layout(s fyne.Size) {
	v := r.v
	if s.Width <= 0 || s.Height <= 0 {
		return
	}
	v.ground.Resize(s)
	tools, plain := v.tools.MinSize(), kit.Face{Size: v.pal.TextSize}
	wide := min(400*v.pal.Scale(), s.Width-tools.Width-3*gap)
	v.Kinds.Break(wide)
	kinds := v.Kinds.MinSize().Height
	high := max(tools.Height, kinds) + 2*gap
	kit.Put(v.Kinds, true, gap, (high-kinds)/2, wide, kinds)
	kit.Put(v.tools, true, s.Width-tools.Width-gap, (high-tools.Height)/2, tools.Width, tools.Height)
	x, y := wide+3*gap, (high-plain.Line())/2
	room := s.Width - tools.Width - 2*gap - x
	if v.words != "" && plain.Measure(v.words).Width > room {
		x, y, room = 2*gap, high-gap/2, s.Width-4*gap
		high += plain.Line()
	}
	words, w := plain.Shorten(v.words, room)
	plain.Write(v.summary, words, v.pal.Muted)
	kit.Put(v.summary, words != "", x, y, w, plain.Line())
	kit.Put(v.line, true, 0, high, s.Width, 1)
	kit.Put(v.Plot, v.missing == "", 0, high+1, s.Width, max(s.Height-high-1, 0))
	r.say(s, high)
}

// say says in the middle what is missing.
func (r viewRenderer) say(s fyne.Size, top float32) {
	v := r.v
	face := kit.Face{Size: v.pal.TextSize * 1.15}
	lines := face.Wrap(v.missing, min(s.Width-4*gap, 520*v.pal.Scale()))
	if v.missing == "" {
		lines = nil
	}
	v.empty = v.empty[:0]
	y := top + (s.Height-top-float32(len(lines))*face.Line())/2
	for _, l := range lines {
		t := canvas.NewText("", nil)
		face.Write(t, l, v.pal.Muted)
		w := t.MinSize().Width
		kit.Put(t, true, (s.Width-w)/2, y, w, face.Line())
		v.empty = append(v.empty, t)
		y += face.Line()
	}
}

// Refresh is called by Fyne.
func (r viewRenderer) Refresh() {
	v := r.v
	v.ground.FillColor, v.line.FillColor = v.pal.Bar, v.pal.Line
	r.Layout(v.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// Package timeline is a Fyne widget that shows what happened when: a lane per article, ticks for days, bars for
// intervals, publication marks apart from events, and the Period that a person drags along the axis.
//
//	t := timeline.New()
//	t.SetData([]timeline.Lane{{Title: "Act of goodwill", Colour: green}}, items)
//	t.OnPeriod = func(p story.Period) { ... }   // while it moves
//	t.SetPeriod(story.Between(d-1, d+1))         // fires nothing
//
// It knows days and periods and neither stories nor sessions. All of it runs on the UI goroutine.
package timeline

import (
	"image/color"

	"dateline/app/story"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Kind is what an Item stands for; each kind has its own shape.
type Kind uint8

// The kinds.
const (
	KindEvent       Kind = iota // a filled dot, or a bar
	KindPublication             // a hollow diamond, with a bar when the day is only known to an interval
	KindQuote                   // a small upright stroke
)

// Lane is one row: an article (or a speaker, or a place).
type Lane struct {
	Title  string
	Colour color.NRGBA
}

// Item is one thing on the axis. From and To are inclusive; DayMin and DayMax leave that end open ("before August").
type Item struct {
	ID       int // the caller's; unique among the items, of whatever kind
	Lane     int // index into the lanes; an item outside them is not shown
	From, To story.Day
	Kind     Kind
	P        float64   // probability; low ones are paler. 0 means not stated
	Hatched  bool      // the interval is inferred, not said
	Undated  bool      // shown in the area "undated" at the end of its lane; From and To are not read
	Best     story.Day // the best day inside From..To, marked on the bar when HasBest
	HasBest  bool
	Tip      string // what hovering says; "" says nothing
}

// Timeline is the widget. Set the callbacks before it is shown.
type Timeline struct {
	widget.BaseWidget

	OnPeriod      func(story.Period) // while the period is being moved or widened
	OnPeriodEnded func(story.Period) // when it is at rest again
	OnTapItem     func(id int)       // a tick, bar or mark was clicked; clicking a stack again gives the next of it
	OnKey         func(*fyne.KeyEvent)
	OnRune        func(rune)

	Step  int // days that one notch of the wheel moves the period by; 1 if less
	Reach int // days on either side of the middle for a period that is begun by dragging while all is shown

	lanes []Lane
	items []Item
}

// New gives an empty timeline that shows everything.
func New() *Timeline {
	t := &Timeline{Step: 1, Reach: 1}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer is called by Fyne.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// SetData replaces lanes and items. The part of time in view is kept if it still holds something, else all is fitted.
func (t *Timeline) SetData(lanes []Lane, items []Item) { t.lanes, t.items = lanes, items }

// SetPeriod shows p; the zero Period shows that everything is selected. It fires no callback.
func (t *Timeline) SetPeriod(p story.Period) {}

// SetSelected rings the items with these ids; none takes the rings away. It fires no callback.
func (t *Timeline) SetSelected(ids ...int) {}

// SetLook replaces the palette and sizes; the zero Look follows the theme.
func (t *Timeline) SetLook(l Look) {}

// Fit shows all items, the days where most of them are widest.
func (t *Timeline) Fit() {}

// ZoomBy zooms time by a factor (2 is closer) about a horizontal position of the widget.
func (t *Timeline) ZoomBy(factor float64, about float32) {}

// PositionOf is the horizontal position of the middle of a day, in the widget; it may lie outside what is in view.
func (t *Timeline) PositionOf(d story.Day) float32 { return 0 }

// DayAt is the day at a horizontal position of the widget.
func (t *Timeline) DayAt(x float32) story.Day { return 0 }

// NextMoment is the first day after d on which something is dated; false at the end.
func (t *Timeline) NextMoment(after story.Day) (story.Day, bool) { return 0, false }

// PrevMoment is the last day before d on which something is dated; false at the beginning.
func (t *Timeline) PrevMoment(before story.Day) (story.Day, bool) { return 0, false }

// First is the first day on which something is dated; false if nothing is.
func (t *Timeline) First() (story.Day, bool) { return 0, false }

// Last is the last day on which something is dated; false if nothing is.
func (t *Timeline) Last() (story.Day, bool) { return 0, false }

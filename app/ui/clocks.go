package ui

import (
	"context"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/clockview"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// clocks is the view of when things happened and when and in which order they were told. While it is open it stands in place
// of lists, map and article.
type clocks struct {
	*desk
	view  *clockview.View
	kinds *kit.Segments
	cover func(over fyne.CanvasObject) // puts it in the place of the panes; nil takes it away
	other func() bool                  // closes what else stands there

	on     bool
	shown  bind.ClockPlot
	story  *story.Story // that is shown, with a filter
	filter story.Filter
	made   bind.Clocks
}

// kindClocks is the making of a plot.
const kindClocks session.Kind = "clocks"

func newClocks(d *desk) *clocks {
	c := &clocks{desk: d}
	c.kinds = kit.NewSegments(func(i int) { c.choose(bind.ClockPlot(i)) })
	c.kinds.OnKey, c.kinds.OnRune = d.onKey, d.onRune
	c.kinds.Set(d.words.ClockPlots()...)
	c.view = clockview.New(c.kinds, container.NewHBox(d.control(text("Close"), theme.CancelIcon(), c.close)))
	p := c.view.Plot
	p.OnKey, p.OnRune = d.onKey, d.onRune
	p.OnDot, p.OnRow = c.goTo, c.goTo
	return c
}

// ToggleClocks opens the view, or closes it.
func (c *clocks) ToggleClocks() {
	if c.on {
		c.close()
		return
	}
	c.session.Pause()
	c.other()
	c.on = true
	c.cover(c.view)
	st := c.session.State()
	c.make(st)
	c.follow(st)
	c.win.Canvas().Focus(c.view.Plot)
}

// ClocksOn reports whether the view is open.
func (c *clocks) ClocksOn() bool { return c.on }

func (c *clocks) close() {
	c.on = false
	c.cover(nil)
	c.win.Canvas().Unfocus()
}

// leave closes the view and reports whether it was open.
func (c *clocks) leave() bool {
	was := c.on
	if was {
		c.close()
	}
	return was
}

func (c *clocks) choose(p bind.ClockPlot) {
	c.shown = p
	c.make(c.session.State())
}

func (c *clocks) show(st session.State, ch session.Change) {
	switch {
	case !c.on:
	case len(st.Story.Articles) == 0:
		c.dispatch(func() { c.leave() })
	case st.Story != c.story || !st.Filter.Equal(c.filter):
		c.dispatch(func() { c.make(c.session.State()) }) // work is started by a command, and none may be called from here
	}
	if c.on && ch&(session.Selected|session.Perioded) != 0 {
		c.follow(st)
	}
}

// follow shows the period and what is selected.
func (c *clocks) follow(st session.State) {
	c.view.Plot.SetPeriod(bind.Slider(st))
	c.view.Plot.SetSelected(string(st.Selected.Event))
}

// make makes the plot off the UI goroutine.
func (c *clocks) make(st session.State) {
	shown, words := c.shown, c.words
	c.story, c.filter = st.Story, st.Filter
	c.kinds.Choose(int(shown))
	c.session.Start(session.Work{Kind: kindClocks, Fault: text("The two clocks could not be shown."),
		Do: func(context.Context, progress.Report) (func(), error) {
			made := words.Clocks(st, shown)
			return func() {
				c.made = made
				c.view.SetData(clockData(made, shown))
			}, nil
		}})
}

// goTo closes the view and shows the sentence of an event, or an article.
func (c *clocks) goTo(id string) {
	c.close()
	c.desk.goTo(id)
}

func (c *clocks) setPalette(p *kit.Palette) { c.view.SetPalette(p) }

var clockSteps = [...]clockview.Step{bind.ClockFirst: clockview.StepFirst, bind.ClockOn: clockview.StepOn, bind.ClockBack: clockview.StepBack,
	bind.ClockUnclear: clockview.StepUnclear}

// clockData hands what bind makes to the view.
func clockData(in bind.Clocks, plot bind.ClockPlot) clockview.Data {
	return clockview.Data{Order: plot == bind.ClockOrder, Summary: in.Summary, Empty: in.Empty, Rows: each(in.Rows, func(r *bind.ClockRow) clockview.Row {
		return clockview.Row{ID: r.ID, Title: r.Title, Detail: r.Detail, Tip: r.Tip, Colour: r.Colour, Letter: r.Letter, First: r.First, Last: r.Last, Ranks: r.Ranks,
			Told: r.Told, Hatched: r.Hatched, PubFrom: r.PubFrom, PubTo: r.PubTo, PubBest: r.PubBest,
			Dots: each(r.Dots, func(d *bind.ClockDot) clockview.Dot {
				return clockview.Dot{ID: d.ID, From: d.From, To: d.To, At: d.At, Low: d.Low, High: d.High, Open: d.Open, Step: clockSteps[d.Step], Tip: d.Tip}
			})}
	})}
}

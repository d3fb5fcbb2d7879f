package ui

import (
	"context"
	"fmt"
	"slices"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/compareview"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// comparer is the view in which the articles are held against each other. While it is open it stands in place of lists, map
// and article.
type comparer struct {
	*desk
	view  *compareview.View
	kinds *kit.Segments
	serif fyne.Resource
	atlas bind.Atlas
	cover func(over fyne.CanvasObject) // puts it in the place of the panes; nil takes it away
	other func() bool                  // closes what else stands there

	said  func(words string) // what was done, in passing
	on    bool
	shown bind.CompareView
	story *story.Story // that the cards are of
	docs  []int
	cards []bind.CompareCard
	page  bind.ComparePage
	at    string // id of the card that is shown
}

// The kinds of work of comparing: the list, and one page of it.
const (
	kindCompare     session.Kind = "compare"
	kindComparePage session.Kind = "compare page"
)

func newComparer(d *desk, serif fyne.Resource, atlas bind.Atlas) *comparer {
	c := &comparer{desk: d, serif: serif, atlas: atlas, said: func(string) {}}
	c.kinds = kit.NewSegments(func(i int) { c.choose(bind.CompareView(i)) })
	c.kinds.OnKey, c.kinds.OnRune = d.onKey, d.onRune
	c.kinds.Set(d.words.CompareViews()...)
	tools := container.NewHBox(d.control(text("Copy table"), theme.ContentCopyIcon(), c.copy), d.control(text("Close"), theme.CancelIcon(), c.close))
	c.view = compareview.New(c.kinds, tools)
	c.view.Cards.OnTap = c.open
	c.view.Cards.OnKey, c.view.Cards.OnRune = d.onKey, d.onRune
	c.view.Sheet.OnKey, c.view.Sheet.OnRune = d.onKey, d.onRune
	c.view.Sheet.OnCell = c.goTo
	return c
}

// Toggle opens the view, or closes it.
func (c *comparer) Toggle() {
	if c.on {
		c.close()
		return
	}
	st := c.session.State()
	if len(st.Story.Articles) < 2 {
		c.session.Notify(session.Note{Text: text("Open at least two articles: then they can be compared.")})
		return
	}
	c.session.Pause()
	c.other()
	c.on = true
	c.cover(c.view)
	c.kinds.Choose(int(c.shown))
	c.find(st)
	c.win.Canvas().Focus(c.view.Cards)
}

// On reports whether the view is open.
func (c *comparer) On() bool { return c.on }

func (c *comparer) close() {
	c.on = false
	c.cover(nil)
	c.win.Canvas().Unfocus()
}

// leave closes the view and reports whether it was open.
func (c *comparer) leave() bool {
	if c.on {
		c.close()
		return true
	}
	return false
}

func (c *comparer) choose(v bind.CompareView) {
	c.shown, c.at = v, ""
	c.find(c.session.State())
}

func (c *comparer) show(st session.State, ch session.Change) {
	if !c.on || ch&(session.Opened|session.Corrected|session.Viewed) == 0 {
		return
	}
	docs := bind.CompareDocs(st.Story, st.Filter)
	switch {
	case len(st.Story.Articles) < 2:
		c.dispatch(c.close)
	case st.Story != c.story || fmt.Sprint(docs) != fmt.Sprint(c.docs):
		c.dispatch(func() { c.find(c.session.State()) }) // work is started by a command, and none may be called from here
	}
}

// find lists what can be compared, off the UI goroutine.
func (c *comparer) find(st session.State) {
	docs, shown, words := bind.CompareDocs(st.Story, st.Filter), c.shown, c.words
	c.session.Start(session.Work{Kind: kindCompare, Fault: text("The articles could not be compared."),
		Do: func(context.Context, progress.Report) (func(), error) {
			cards := words.CompareCards(st.Story, docs, shown)
			return func() {
				c.story, c.docs, c.cards = st.Story, docs, cards
				c.fill(st)
			}, nil
		}})
}

// fill shows the cards, and the page of one: of that which was shown before, of what is selected, or of the first.
func (c *comparer) fill(st session.State) {
	c.view.Cards.SetItems(each(c.cards, func(k *bind.CompareCard) compareview.Card {
		return compareview.Card{ID: k.ID, Head: k.Head, Title: k.Title, Sub: k.Sub}
	}))
	at := -1
	selected := ""
	if i := st.SelectedEvent(); i >= 0 {
		selected = st.Story.Events[i].Same
	}
	for i := range c.cards {
		if k := &c.cards[i]; k.ID == c.at || at < 0 && c.at == "" && selected != "" && slices.Contains(k.Events, selected) {
			at = i
		}
	}
	if at < 0 && len(c.cards) > 0 {
		at = 0
	}
	if at < 0 {
		c.view.SetHeading("", "", "")
		c.view.SetPage(compareview.Page{})
		return
	}
	c.open(c.cards[at].ID)
}

// open shows the page of a card.
func (c *comparer) open(id string) {
	for i := range c.cards {
		if c.cards[i].ID == id {
			c.at = id
			c.view.Cards.SetSelected(id)
			c.make(c.cards[i])
		}
	}
}

// make words a page off the UI goroutine.
func (c *comparer) make(card bind.CompareCard) {
	s, docs, words, atlas := c.story, c.docs, c.words, c.atlas
	c.session.Start(session.Work{Kind: kindComparePage, Fault: text("The articles could not be compared."),
		Do: func(context.Context, progress.Report) (func(), error) {
			page := words.ComparePage(s, docs, &card, atlas)
			return func() {
				if c.at == card.ID {
					c.page = page
					c.give()
				}
			}, nil
		}})
}

// give hands the page to the view.
func (c *comparer) give() {
	p := &c.page
	c.view.SetHeading(p.Title, p.When, p.Where)
	caption := text("Who is heard")
	if p.HeadIDs != nil || p.Facts != nil {
		caption = ""
	}
	c.view.SetPage(compareview.Page{Summary: p.Summary, Note: p.Twins, Caption: caption, Heads: p.Heads, HeadIDs: p.HeadIDs, Shares: p.Shares,
		Columns: each(p.Columns, func(k *bind.CompareColumn) compareview.Column {
			return compareview.Column{ID: k.ID, Title: k.Title, Colour: k.Colour, Cells: each(k.Cells, func(x *bind.CompareCell) compareview.Cell {
				return compareview.Cell{ID: x.ID, Stance: x.Stance, Strong: x.Denies, Quiet: x.Quiet, Rest: x.Rest, Words: x.Words, Foot: x.Foot,
					Marks: each(x.Marks, func(m *bind.CompareMark) compareview.Mark { return compareview.Mark(*m) })}
			})}
		}),
		Facts: each(p.Facts, func(f *bind.CompareFact) compareview.Fact { return compareview.Fact(*f) }),
		Rows: each(p.ShownRows(), func(r *bind.CompareSource) compareview.Row {
			return compareview.Row{ID: r.ID, Head: r.Head, Share: r.Share, Colour: r.Colour, Cells: r.Cells}
		})})
}

// goTo closes the view and shows the sentence of a cell, or what a row of a table stands for; the head of a column sorts.
func (c *comparer) goTo(id string) {
	if column, ok := bind.HeadColumn(id); ok {
		c.sort(column)
		return
	}
	row, only := c.page.Row(id)
	c.close()
	if only { // of a table of people or places
		f := c.session.State().Filter
		row.Only(&f)
		c.session.SetFilter(f)
		return
	}
	if article, at, ok := bind.TextAt(id); ok {
		c.session.SelectText(article, at)
		return
	}
	c.desk.goTo(id)
}

// sort sorts the table that is shown by a column.
func (c *comparer) sort(column int) {
	for i := range c.cards {
		if k := &c.cards[i]; k.ID == c.at && k.Table != nil {
			t := k.Table.Sorted(column)
			k.Table = &t
			c.make(*k)
		}
	}
}

// copy puts the page on the clipboard as a table.
func (c *comparer) copy() {
	if c.page.Title != "" {
		c.app.Clipboard().SetContent(c.page.Table())
		c.said(text("The table is on the clipboard: paste it into a spreadsheet."))
	}
}

func (c *comparer) setPalette(p *kit.Palette) { c.view.SetPalette(p, c.serif) }

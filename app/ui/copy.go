package ui

import (
	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
)

// copier puts on the clipboard what the person is at: words that are marked in the article, a row of the list that is shown,
// or the list as a table.
type copier struct {
	*desk
	lists   *lists
	text    *articlePane
	compare *comparer
	atlas   bind.Atlas
	said    func(words string) // what was done, in passing: nothing else moves for it
}

// Copy copies the words that are marked where the article has the keyboard, else the row that is selected.
func (c *copier) Copy() {
	if t := c.text.text; c.win.Canvas().Focused() == fyne.Focusable(t) && !t.Selection().Empty() {
		t.Copy()
		return
	}
	if c.compare.On() {
		c.compare.copy()
		return
	}
	c.put(c.words.Copied(c.session.State(), c.lists.shown, c.atlas))
}

// CopyTable copies the list that is shown as a table.
func (c *copier) CopyTable() {
	st, table := c.session.State(), ""
	switch k := c.lists; {
	case c.compare.On():
		c.compare.copy()
		return
	case k.shown == bind.ListPlaces:
		table = c.words.PlaceTable(st)
	case k.shown == bind.ListEvents:
		table = c.words.EventTable(st)
	case k.shown == bind.ListChecks && k.checks.story != nil:
		table = c.words.CheckTable(k.checks.story, k.checks.items, c.atlas)
	case k.shown == bind.ListArticles:
		table = c.words.ArticleTable(st.Story, k.table.items)
	case k.shown == bind.ListQuotes:
		table = c.words.QuoteTable(st)
	}
	if table != "" {
		c.app.Clipboard().SetContent(table)
		c.said(text("The table is on the clipboard: paste it into a spreadsheet."))
	}
}

// items are what the context menu of what is selected offers to copy.
func (c *copier) items() []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, x := range c.words.Copies(c.session.State(), c.atlas) {
		out = append(out, fyne.NewMenuItem(x.Name, func() { c.put(x.Words) }))
	}
	return out
}

// list is the item that copies the list that is shown.
func (c *copier) list() *fyne.MenuItem {
	return fyne.NewMenuItem(text("Copy this list as a table"), c.CopyTable)
}

// put puts words on the clipboard and says so.
func (c *copier) put(words string) {
	if words != "" {
		c.app.Clipboard().SetContent(words)
		c.said(c.words.OnClipboard(words))
	}
}

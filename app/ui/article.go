package ui

import (
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/textview"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// articlePane is one article with what was found in it.
type articlePane struct {
	*desk
	text            *textview.Text
	head, published *kit.Title
	previous, next  *kit.Control
	root            fyne.CanvasObject
	serif, bold     fyne.Resource

	at int    // which article of the story is shown; -1 none
	id string // its Document.ID
}

func newArticlePane(d *desk, serif, bold fyne.Resource) *articlePane {
	a := &articlePane{desk: d, text: textview.New(), head: d.title(), published: d.title(), serif: serif, bold: bold, at: -1}
	a.head.Lines, a.published.Lines = 2, 3
	a.text.OnTap = func(_ int, span story.Span) { d.session.SelectText(a.id, span.Start) }
	a.text.OnTapText = func(offset int) { d.session.SelectText(a.id, offset) }
	a.text.OnKey, a.text.OnRune = d.onKey, d.onRune
	a.previous = d.control("", theme.NavigateBackIcon(), func() { a.turn(-1) })
	a.next = d.control("", theme.NavigateNextIcon(), func() { a.turn(1) })
	a.previous.Hint, a.next.Hint = text("Previous article"), text("Next article")
	head := container.NewBorder(nil, nil, nil, container.NewHBox(a.previous, a.next),
		container.New(kit.Indent{Left: 16, Top: 5, Bottom: 3}, container.NewVBox(a.head, a.published)))
	a.root = container.NewStack(d.ground(), container.NewBorder(head, nil, nil, nil, a.text))
	return a
}

// turn shows another article.
func (a *articlePane) turn(by int) {
	if s := a.session.State().Story; a.at+by >= 0 && a.at+by < len(s.Articles) {
		a.session.SelectArticle(s.Articles[a.at+by].ID)
	}
}

func (a *articlePane) show(st session.State, c session.Change) {
	opened := c&session.Opened != 0
	if c&(session.Opened|session.Selected) != 0 {
		a.showArticle(st, opened)
	}
	if c&session.Perioded != 0 && (c&session.Selected == 0 || st.Selected.None()) {
		a.lead(st)
	}
	if c&session.Viewed != 0 {
		a.text.SetHighlights(bind.Highlights(st, a.at))
	}
	if c&session.Selected != 0 && (!opened || !st.Selected.None()) { // a project opens as it was left
		if st.SelectedArticle() == a.at && a.at >= 0 {
			a.text.SetSelected(bind.Focus(st))
		}
		if st.Selected.None() {
			a.text.SetSelected(story.Span{})
		}
	}
}

// lead goes with the slider to the sentence of the first event that it shows.
func (a *articlePane) lead(st session.State) {
	if doc, span := bind.Lead(st); doc >= 0 {
		a.bring(st, doc, false)
		a.text.ScrollTo(span)
	}
}

// showArticle brings the article of the selection; without one it stays, and of a fresh story it is the first.
func (a *articlePane) showArticle(st session.State, fresh bool) {
	at := st.SelectedArticle()
	if at < 0 && !fresh {
		at = a.at
	}
	a.bring(st, at, fresh)
}

// bring shows article at of the story, the first where there is none such.
func (a *articlePane) bring(st session.State, at int, fresh bool) {
	n := len(st.Story.Articles)
	if at < 0 || at >= n {
		at = 0
	}
	if n == 0 {
		a.at, a.id = -1, ""
		a.head.Set("")
		a.published.Set("")
		a.text.SetArticle(textview.Article{})
	} else if found := st.Story.Articles[at]; at != a.at || fresh || found.ID != a.id {
		a.at, a.id = at, found.ID
		a.head.Set(a.words.ArticleHead(at, n))
		a.published.Set(a.words.UnderHead(found))
		a.text.SetArticle(marked(a.words.Article(st.Story, at)))
		a.text.SetHighlights(bind.Highlights(st, at))
	}
	enable(a.previous, a.at > 0)
	enable(a.next, a.at < n-1)
}

func (a *articlePane) setPalette(p *kit.Palette) {
	a.head.Look(p.Muted, p.TextSize*0.86, false)
	a.published.Look(p.Muted, p.TextSize*0.93, false)
	a.text.SetLook(textview.Look{Font: a.serif, BoldFont: a.bold, TextSize: p.ArticlePts, Text: p.Text,
		Dimmed: p.Muted, PlaceLine: p.Filled, ActorLine: p.Ring, TimeLine: p.Date})
}

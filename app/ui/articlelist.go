package ui

import (
	"strings"
	"time"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/placelist"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// articleList is the list of the articles: sorted, under the headings of their groups. Typing goes to a title.
type articleList struct {
	*desk
	list    *placelist.List
	sort    *kit.Control
	article *articlePane
	head    string // the heading that stands above the list
	changed func() // told when the heading is another
	out     func(id string, out bool)
	note    func(id string)
	copied  func() *fyne.MenuItem // copies the list

	shown  bool
	stale  bool
	order  bind.ArticleOrder
	rows   *bind.Articles // of the story
	items  []bind.ArticleItem
	saw    string    // the article that the session is being told of
	typed  string    // the beginning of a title
	at     string    // where the arrows or the letters came to
	lastAt time.Time // when the last letter was typed
	now    func() time.Time
}

func newArticleList(d *desk, article *articlePane, now func() time.Time) *articleList {
	l := &articleList{desk: d, list: placelist.New(), article: article, changed: func() {}, now: now, stale: true,
		order: bind.ArticleOrder(d.kept.number("articles.order", 0, 0, float64(len(bind.ArticleOrders)-1)))}
	if l.now == nil {
		l.now = time.Now
	}
	l.list.SetEmpty(text("No articles are open."))
	l.list.OnTap = l.tap
	l.list.OnStep = l.step
	l.list.OnEnter = l.tap
	l.list.OnMenu = l.menu
	l.list.OnKey = l.key
	l.list.OnHint = d.wholeRow(l.list)
	l.list.OnRune = l.rune
	l.sort = d.control("", theme.MenuDropDownIcon(), l.sortMenu)
	l.sort.IconPlacement = widget.ButtonIconTrailingText
	l.sort.Hint = text("How the articles are sorted")
	l.sort.SetText(text(bind.ArticleOrders[l.order]))
	l.sort.Hide()
	return l
}

// setShown says whether the list is the one on the screen: another is not kept up to date.
func (l *articleList) setShown(on bool) {
	l.shown = on
	if on {
		l.fill(l.session.State())
	}
}

func (l *articleList) setPalette(*kit.Palette) {}

func (l *articleList) show(st session.State, c session.Change) {
	if c&(session.Opened|session.Corrected) != 0 {
		l.rows = nil
	}
	if c&(session.Opened|session.Corrected|session.Filtered|session.Read) != 0 {
		l.stale = true
	}
	if id := l.article.id; id != "" && !st.Seen[id] && id != l.saw {
		l.saw = id
		l.dispatch(func() { l.saw = ""; l.session.Saw(id) })
	}
	if l.shown {
		l.fill(st)
	}
}

// fill brings the rows into the list, where they are not there yet, and marks the article in view.
func (l *articleList) fill(st session.State) {
	if l.stale {
		l.stale = false
		if !l.rows.Of(st.Story) {
			l.rows = l.words.ArticleList(st)
		}
		l.items = l.rows.In(st.Filter, l.order, st.Seen)
		l.list.SetItems(articleRows(l.items, l.pal.Muted))
		l.head = l.rows.Head(st.Seen)
		l.changed()
	}
	if id := l.article.id; id != "" && l.at == "" {
		l.list.SetSelected(id)
	}
}

// tap opens an article; the heading of a group narrows the story to it, and lets all through again.
func (l *articleList) tap(id string) {
	l.at = ""
	if g, ok := l.rows.GroupMeant(id); ok {
		st := l.session.State()
		l.session.SetFilter(bind.OnlyGroup(st.Story, st.Filter, g))
		return
	}
	l.open(id)
}

// step is where the arrows came to: at a heading nothing happens before Enter.
func (l *articleList) step(id string) {
	if _, ok := l.rows.GroupMeant(id); ok {
		l.at = id
		return
	}
	l.at = ""
	l.open(id)
}

func (l *articleList) open(id string) {
	if l.session.State().Story.ArticleAt(id) >= 0 {
		l.session.Pause()
		l.session.SelectArticle(id)
	}
}

// key takes an article out by Delete; the other keys are the window's.
func (l *articleList) key(e *fyne.KeyEvent) {
	if id := l.article.id; e.Name == fyne.KeyDelete && id != "" && l.at == "" {
		l.out(id, true)
		return
	}
	l.typed = ""
	l.onKey(e)
}

// pause is how long after a letter the next one begins another title.
const pause = 1200 * time.Millisecond

// rune goes to the title that begins with what is typed.
func (l *articleList) rune(r rune) {
	now := l.now()
	if now.Sub(l.lastAt) > pause {
		l.typed = ""
	}
	if r == ' ' && l.typed == "" {
		l.onRune(r)
		return
	}
	l.lastAt = now
	if l.typed += string(r); len([]rune(l.typed)) == 2 && strings.Count(l.typed, string(r)) == 2 {
		l.typed = string(r) // the same letter again: the next title with it
	}
	current := l.at
	if current == "" {
		current = l.article.id
	}
	if id := bind.TitleTyped(l.items, current, l.typed); id != "" {
		l.list.SetSelected(id)
		l.step(id)
	}
}

// sortMenu chooses the order.
func (l *articleList) sortMenu() {
	var items []*fyne.MenuItem
	for i := range bind.ArticleOrders {
		by := bind.ArticleOrder(i)
		items = append(items, choice(text(bind.ArticleOrders[i]), by == l.order, func() { l.sortBy(by) }))
	}
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), l.win.Canvas())
	m.ShowAtRelativePosition(fyne.NewPos(0, l.sort.Size().Height), l.sort)
}

func (l *articleList) sortBy(by bind.ArticleOrder) {
	l.order, l.stale = by, true
	l.kept.p.SetInt("articles.order", int(by))
	l.sort.SetText(text(bind.ArticleOrders[by]))
	l.fill(l.session.State())
	l.changed()
	l.win.Canvas().Focus(l.list) // so that typing finds a title
}

// menu offers what can be done with a row.
func (l *articleList) menu(id string, at fyne.Position) {
	st := l.session.State()
	var items []*fyne.MenuItem
	add := func(words string, do func()) { items = append(items, fyne.NewMenuItem(words, do)) }
	group := func(g story.Group) {
		add(text("Only this group"), func() {
			f := st.Filter
			f.Articles = bind.GroupIDs(st.Story, g)
			l.session.SetFilter(f)
		})
	}
	all := func() {
		if len(st.Filter.Articles) > 0 {
			add(text("All articles"), func() {
				f := st.Filter
				f.Articles = nil
				l.session.SetFilter(f)
			})
		}
	}
	if g, ok := l.rows.GroupMeant(id); ok {
		group(g)
		all()
	} else if st.Story.ArticleAt(id) >= 0 {
		add(text("Show"), func() { l.open(id) })
		add(text("Only this article"), func() {
			f := st.Filter
			f.Articles = []string{id}
			l.session.SetFilter(f)
		})
		if g, ok := l.rows.GroupWith(id); ok {
			group(g)
		}
		all()
		items = append(items, fyne.NewMenuItemSeparator())
		items = append(items, l.copied())
		add(text("Note…"), func() { l.note(id) })
		add(text("Take out"), func() { l.out(id, true) })
	} else if bind.Called(st, id) != "" {
		add(text("Take in again"), func() { l.out(id, false) })
	}
	if len(items) > 0 {
		widget.NewPopUpMenu(fyne.NewMenu("", items...), l.win.Canvas()).ShowAtPosition(at)
	}
}

package dialog

import (
	"maps"
	"slices"
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// OpenAsk is what the dialog of articles needs and calls.
type OpenAsk struct {
	Folder fyne.ListableURI // to begin in; nil lists nothing
	Home   fyne.ListableURI
	Title  string
	Kinds  string                   // what can be opened, in words
	Named  func(name string) bool   // a file of that name can be an article
	Alone  func(name string) bool   // a file of that name takes the place of all: it is not chosen beside others; nil: none does
	Files  bool                     // only files are opened, no folder; they are no articles
	Count  func(n int) string       // "3 articles", in the person's language
	Work   func(list func() func()) // runs list off the UI goroutine and what it gives on it
	Opened func(folder fyne.ListableURI, chosen []fyne.URI)
}

// chooser is the open dialog: it takes many files, or a whole folder. Fyne's own gives one file.
type chooser struct {
	ask     OpenAsk
	x       dialog.Dialog
	folder  fyne.ListableURI
	entries []entry
	chosen  map[string]fyne.URI
	list    *widget.List
	path    *widget.Label
	open    *kit.Control
	whole   *kit.Control
	every   *kit.Control
	empty   *widget.Label
	visit   int // number of the folder visit; a listing of an old one is dropped
}

type entry struct {
	uri    fyne.URI
	folder bool
}

// Open asks which articles to open.
func Open(d Desk, ask OpenAsk) {
	c := &chooser{ask: ask, chosen: map[string]fyne.URI{}}
	c.path = widget.NewLabel("")
	c.path.Truncation = fyne.TextTruncateEllipsis
	c.path.TextStyle.Bold = true
	c.empty = widget.NewLabel("")
	c.empty.Alignment = fyne.TextAlignCenter
	c.list = widget.NewList(func() int { return len(c.entries) }, c.row, c.fill)
	c.list.OnSelected = func(i widget.ListItemID) { c.list.Unselect(i); c.tap(i) }
	up := newIconButton(lang.L("Up"), theme.MoveUpIcon(), c.up)
	home := newIconButton(lang.X("Home (folder)", "Home"), theme.HomeIcon(), func() { c.goTo(ask.Home) })
	c.every = newIconButton(lang.L("Choose all"), theme.CheckButtonCheckedIcon(), c.all)
	kinds := kit.NewParagraph(ask.Kinds)
	top := container.NewBorder(nil, nil, container.NewHBox(up, home), c.every, c.path)
	body := container.NewBorder(container.NewVBox(kinds, top), c.buttons(), nil, nil, container.NewStack(c.list, container.NewCenter(c.empty)))
	c.x = dialog.NewCustomWithoutButtons(ask.Title, body, d.Window)
	c.goTo(ask.Folder)
	c.count()
	d.fit(c.x, 760, 560, 40)
	c.x.Show()
}

func (c *chooser) buttons() fyne.CanvasObject {
	c.open = newIconButton("", theme.ConfirmIcon(), c.take)
	c.open.Importance = widget.HighImportance
	c.whole = newIconButton(lang.L("Open the whole folder"), theme.FolderOpenIcon(), func() { // with the folders in it
		c.chosen = map[string]fyne.URI{c.folder.String(): c.folder}
		c.take()
	})
	if c.ask.Files {
		c.whole.Hide()
	}
	shut := newButton(lang.L("Cancel"), func() { c.x.Hide() })
	return container.NewHBox(c.whole, layout.NewSpacer(), shut, c.open)
}

// goTo lists a folder, off the UI goroutine: a network folder may take its time.
func (c *chooser) goTo(u fyne.ListableURI) {
	if u == nil {
		return
	}
	c.folder = u
	c.path.SetText(u.Path())
	c.visit++
	visit := c.visit
	c.ask.Work(func() func() {
		entries, err := listFolder(u, c.ask.Named)
		return func() {
			if visit == c.visit {
				c.listed(entries, err)
			}
		}
	})
}

func (c *chooser) listed(entries []entry, err error) {
	c.entries = entries
	words := ""
	switch {
	case err != nil:
		words = lang.L("This folder may not be read.")
	case len(entries) == 0 && c.ask.Files:
		words = lang.L("No such files in this folder.")
	case len(entries) == 0:
		words = lang.L("No articles in this folder.")
	}
	c.empty.SetText(words)
	c.list.Refresh()
	c.list.ScrollToTop()
	c.count()
}

// listFolder gives folders first, then the files that can be articles, each by name.
func listFolder(u fyne.ListableURI, named func(string) bool) ([]entry, error) {
	all, err := u.List()
	if err != nil {
		return nil, err
	}
	var out []entry
	for _, x := range all {
		if strings.HasPrefix(x.Name(), ".") {
			continue
		}
		if ok, _ := storage.CanList(x); ok {
			out = append(out, entry{x, true})
		} else if named(x.Name()) {
			out = append(out, entry{x, false})
		}
	}
	slices.SortStableFunc(out, func(a, b entry) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.uri.Name()), strings.ToLower(b.uri.Name()))
	})
	return out, nil
}

func (c *chooser) row() fyne.CanvasObject {
	l := widget.NewLabel("name")
	l.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, widget.NewIcon(theme.FileTextIcon()), nil, l)
}

func (c *chooser) fill(i widget.ListItemID, o fyne.CanvasObject) {
	if i >= len(c.entries) {
		return
	}
	e := c.entries[i]
	box := o.(*fyne.Container)
	icon := theme.CheckButtonIcon()
	if e.folder {
		icon = theme.FolderIcon()
	} else if c.chosen[e.uri.String()] != nil {
		icon = theme.CheckButtonCheckedIcon()
	}
	box.Objects[0].(*widget.Label).SetText(e.uri.Name())
	box.Objects[1].(*widget.Icon).SetResource(icon)
}

func (c *chooser) tap(i int) {
	if i >= len(c.entries) {
		return
	}
	e := c.entries[i]
	if e.folder {
		if u, err := storage.ListerForURI(e.uri); err == nil {
			c.goTo(u)
		}
		return
	}
	key := e.uri.String()
	if c.chosen[key] != nil {
		delete(c.chosen, key)
	} else {
		if c.alone(e.uri) || slices.ContainsFunc(slices.Collect(maps.Values(c.chosen)), c.alone) {
			clear(c.chosen)
		}
		c.chosen[key] = e.uri
	}
	c.list.Refresh()
	c.count()
}

// alone reports whether a file is chosen alone.
func (c *chooser) alone(u fyne.URI) bool { return c.ask.Alone != nil && c.ask.Alone(u.Name()) }

func (c *chooser) all() {
	maps.DeleteFunc(c.chosen, func(_ string, u fyne.URI) bool { return c.alone(u) })
	for _, e := range c.entries {
		if c.many(e) {
			c.chosen[e.uri.String()] = e.uri
		}
	}
	c.list.Refresh()
	c.count()
}

func (c *chooser) up() {
	if c.folder == nil {
		return
	}
	if p, err := storage.Parent(c.folder); err == nil {
		if u, err := storage.ListerForURI(p); err == nil {
			c.goTo(u)
		}
	}
}

// count shows how many files are chosen.
func (c *chooser) count() {
	words := lang.L("Open")
	if len(c.chosen) > 0 && !slices.ContainsFunc(slices.Collect(maps.Values(c.chosen)), c.alone) {
		words += " " + c.ask.Count(len(c.chosen))
	}
	c.open.SetText(words)
	able(c.open, len(c.chosen) > 0)
	able(c.whole, len(c.entries) > 0)
	able(c.every, slices.ContainsFunc(c.entries, c.many))
}

// many reports whether an entry is a file that can be chosen with others.
func (c *chooser) many(e entry) bool { return !e.folder && !c.alone(e.uri) }

func (c *chooser) take() {
	if len(c.chosen) == 0 {
		return
	}
	keys := make([]string, 0, len(c.chosen))
	for k := range c.chosen {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	uris := make([]fyne.URI, len(keys))
	for i, k := range keys {
		uris[i] = c.chosen[k]
	}
	c.x.Hide()
	c.ask.Opened(c.folder, uris)
}

func able(c *kit.Control, on bool) {
	if on {
		c.Enable()
	} else {
		c.Disable()
	}
}

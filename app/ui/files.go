package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"dateline/app/document"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// chooser is the open dialog: it takes many files, or a whole folder. Fyne's own gives one file.
type chooser struct {
	w       *Window
	win     dialog.Dialog
	folder  fyne.ListableURI
	entries []entry
	chosen  map[string]fyne.URI
	list    *widget.List
	path    *widget.Label
	open    *widget.Button
	whole   *widget.Button
	empty   *widget.Label
	visit   int // number of the folder visit; a listing of an old one is dropped
}

type entry struct {
	uri    fyne.URI
	folder bool
}

func (w *Window) openDialog() {
	c := &chooser{w: w, chosen: map[string]fyne.URI{}}
	c.path = widget.NewLabel("")
	c.path.Truncation = fyne.TextTruncateEllipsis
	c.path.TextStyle.Bold = true
	c.empty = widget.NewLabel("")
	c.empty.Alignment = fyne.TextAlignCenter
	c.list = widget.NewList(func() int { return len(c.entries) }, c.row, c.fill)
	c.list.OnSelected = func(i widget.ListItemID) { c.list.Unselect(i); c.tap(i) }
	up := widget.NewButtonWithIcon(text("Up"), theme.MoveUpIcon(), c.up)
	home := widget.NewButtonWithIcon(text("Home"), theme.HomeIcon(), func() { c.visitPath(w.homeURI()) })
	every := widget.NewButtonWithIcon(text("Choose all"), theme.CheckButtonCheckedIcon(), c.all)
	c.open = widget.NewButtonWithIcon("", theme.ConfirmIcon(), c.take)
	c.open.Importance = widget.HighImportance
	c.whole = widget.NewButtonWithIcon(text("Open the whole folder"), theme.FolderOpenIcon(), func() {
		c.chosen = map[string]fyne.URI{}
		c.all()
		c.take()
	})
	shut := widget.NewButton(text("Cancel"), func() { c.win.Hide() })
	top := container.NewBorder(nil, nil, container.NewHBox(up, home), every, c.path)
	buttons := container.NewHBox(c.whole, layout.NewSpacer(), shut, c.open)
	body := container.NewBorder(top, buttons, nil, nil, container.NewStack(c.list, container.NewCenter(c.empty)))
	c.win = dialog.NewCustomWithoutButtons(text("Open articles")+": "+formatNames(w.cfg.Articles), body, w.win)
	c.visitPath(w.lastFolder())
	c.count()
	size := w.win.Canvas().Size()
	c.win.Resize(fyne.NewSize(min(760, size.Width-40), min(560, size.Height-40)))
	c.win.Show()
}

// homeURI is the folder to begin in: the home folder, else the root; nil where neither can be listed.
func (w *Window) homeURI() fyne.ListableURI {
	for _, dir := range []string{w.cfg.Home, string(filepath.Separator)} {
		if dir == "" {
			continue
		}
		if u, err := storage.ListerForURI(storage.NewFileURI(dir)); err == nil {
			return u
		}
	}
	return nil
}

// lastFolder is where articles were last opened, else the home folder.
func (w *Window) lastFolder() fyne.ListableURI {
	if l := w.kept().folder(); l != nil {
		return l
	}
	return w.homeURI()
}

// visitPath lists a folder, off the UI goroutine: a network folder may take its time.
func (c *chooser) visitPath(u fyne.ListableURI) {
	if u == nil {
		return
	}
	c.folder = u
	c.path.SetText(u.Path())
	c.visit++
	visit := c.visit
	go func() {
		entries, err := listFolder(u, c.w.cfg.Articles)
		c.w.cfg.Dispatch(func() {
			if visit != c.visit {
				return
			}
			c.entries = entries
			words := ""
			switch {
			case err != nil:
				words = text("This folder may not be read.")
			case len(entries) == 0:
				words = text("No articles in this folder.")
			}
			c.empty.SetText(words)
			c.list.Refresh()
			c.list.ScrollToTop()
			c.count()
		})
	}()
}

// listFolder gives folders first, then the files that can be articles, each by name.
func listFolder(u fyne.ListableURI, articles document.Formats) ([]entry, error) {
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
		} else if _, ok := articles.ForFile(x.Name()); ok {
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
			c.visitPath(u)
		}
		return
	}
	key := e.uri.String()
	if c.chosen[key] != nil {
		delete(c.chosen, key)
	} else {
		c.chosen[key] = e.uri
	}
	c.list.RefreshItem(i)
	c.count()
}

func (c *chooser) all() {
	for _, e := range c.entries {
		if !e.folder {
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
			c.visitPath(u)
		}
	}
}

// count shows how many files are chosen.
func (c *chooser) count() {
	files := 0
	for _, e := range c.entries {
		if !e.folder {
			files++
		}
	}
	if len(c.chosen) == 0 {
		c.open.SetText(text("Open"))
		c.open.Disable()
	} else {
		c.open.SetText(text("Open") + " " + count(len(c.chosen), "article", "articles"))
		c.open.Enable()
	}
	if files == 0 {
		c.whole.Disable()
	} else {
		c.whole.Enable()
	}
}

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
	if c.folder != nil {
		c.w.cfg.App.Preferences().SetString("folder", c.folder.String())
	}
	c.win.Hide()
	c.w.open(uris)
}

// askSave asks where to write a file; then is not called when the person thinks better of it.
func (w *Window) askSave(name string, then func(fyne.URIWriteCloser)) {
	d := dialog.NewFileSave(func(out fyne.URIWriteCloser, err error) {
		if err != nil {
			dialog.ShowError(err, w.win)
			return
		}
		if out != nil {
			then(out)
		}
	}, w.win)
	d.SetFileName(name)
	if l := w.lastFolder(); l != nil {
		d.SetLocation(l)
	}
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(820, size.Width-40), min(600, size.Height-40)))
	d.Show()
}

package ui

import (
	"path/filepath"
	"strings"

	"dateline/app/session"
	"dateline/app/ui/command"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// startPage stands in place of the panes while no story is open: what can be opened, and how. While the first articles
// are being read at the start of the program it stays away, so that it does not flash up before them.
type startPage struct {
	*desk
	recent   func() []string // paths of projects, the newest first
	open     func(path string)
	panes    fyne.CanvasObject // that it stands in place of
	began    bool              // something was read, or was to be
	reading  bool
	heads    []*kit.Caption // titles of its columns
	title    *kit.Caption
	private  *kit.Caption
	keyed    []*kit.Keyed
	projects *fyne.Container // the column of projects: its head and its rows
	latest   *kit.Caption    // that head
	rows     []*kit.Keyed    // of projects, as many as were ever needed; those that stand come first
	root     *fyne.Container
}

// mostOffered is how many projects the start page offers.
const mostOffered = 6

func newStartPage(d *desk, recent func() []string, open func(string), panes fyne.CanvasObject) *startPage {
	p := &startPage{desk: d, recent: recent, open: open, panes: panes, title: kit.NewCaption(), private: kit.NewCaption()}
	p.title.Lines, p.private.Lines = 3, 3
	p.title.Set(text("Drop news articles here"))
	p.private.Set(text("Files, folders and saved pages. They are read on this computer: nothing is sent anywhere."))
	begin := container.NewVBox(p.head(text("Open")),
		p.choice("open", text("Open articles…"), theme.FolderOpenIcon(), "Ctrl+O"),
		p.choice("paste", text("Paste text"), theme.ContentPasteIcon(), "Ctrl+V"),
		p.choice("address", text("Open an address…"), theme.ComputerIcon(), "Ctrl+L"))
	samples := container.NewVBox(p.head(text("Sample story")),
		p.choice("sample.kursk", text("Kursk, March 2025"), theme.DocumentIcon(), ""),
		p.choice("sample.arda", text("A flood on the Arda, November 2024 (invented)"), theme.DocumentIcon(), ""))
	p.projects, p.latest = container.NewVBox(), p.head(text("Open recent"))
	page := container.New(startLayout{d}, p.title, p.private, begin, p.projects, samples)
	p.root = container.NewStack(d.ground(), container.NewVScroll(page))
	p.root.Hide()
	return p
}

// head is the title of a column.
func (p *startPage) head(words string) *kit.Caption {
	c := kit.NewCaption()
	c.Set(words)
	p.heads = append(p.heads, c)
	return c
}

// choice is a wide button of a command, with its key.
func (p *startPage) choice(id command.ID, words string, icon fyne.Resource, key string) *kit.Keyed {
	return p.row(p.button(words, icon, func() { p.run(id) }), key)
}

func (p *startPage) row(c *kit.Control, key string) *kit.Keyed {
	k := kit.NewKeyed(c, key)
	p.keyed = append(p.keyed, k)
	return k
}

// show brings the page where no story is open, and takes it away when there is one.
func (p *startPage) show(st session.State, c session.Change) {
	if c&(session.Opened|session.Jobbed|session.Noted) == 0 {
		return
	}
	none := len(st.Story.Articles) == 0
	p.reading = none && st.Job.Running()
	p.began = p.began || p.reading || !none || len(st.Notes) > 0
	on := none && p.began && (!p.reading || p.root.Visible()) // what stands stays until the articles are there
	if on == p.root.Visible() {
		return
	}
	if !on {
		p.root.Hide()
		p.panes.Show()
		return
	}
	p.offer()
	p.panes.Hide()
	p.root.Show()
}

// offer lists the projects that were open last. Its rows are used again: the page comes whenever a story is closed.
func (p *startPage) offer() {
	p.projects.Objects = p.projects.Objects[:0]
	all := p.recent()
	all = all[:min(len(all), mostOffered)]
	if len(all) > 0 {
		p.projects.Objects = append(p.projects.Objects, p.latest)
	}
	face := kit.Face{Size: p.pal.TextSize, Style: fyne.TextStyle{Bold: true}}
	for i, path := range all {
		if i == len(p.rows) {
			p.rows = append(p.rows, p.row(p.button("", theme.HistoryIcon(), nil), ""))
		}
		name, _ := face.Shorten(strings.TrimSuffix(filepath.Base(path), projectExt), startColumn*p.scale()-60)
		c := p.rows[i].Control
		c.SetText(name)
		c.Hint, c.OnTapped = path, func() { p.open(path) }
		p.projects.Objects = append(p.projects.Objects, p.rows[i])
	}
	p.setPalette(p.pal)
}

func (p *startPage) setPalette(pal *kit.Palette) {
	p.title.Look(pal.Text, pal.TitleSize, true)
	p.private.Look(pal.Muted, pal.TextSize*1.07, false)
	for _, h := range p.heads {
		h.Look(pal.Muted, pal.TextSize*0.93, true)
	}
	for _, k := range p.keyed {
		k.SetPalette(pal)
		k.Control.Refresh()
	}
	p.root.Refresh()
}

// startColumn is how wide a column of the start page is, at a text size of 14.
const startColumn = 400

// startLayout lays the page out: its title over two columns, or one where there is no room for two.
type startLayout struct{ *desk }

// MinSize asks for the height of one column, which is never less than that of two.
func (l startLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := l.margin()
	for _, x := range o {
		if x.Visible() {
			h += x.MinSize().Height + l.margin()/2
		}
	}
	return fyne.NewSize(200, h)
}

func (l startLayout) margin() float32 { return 36 * l.scale() }

// Layout is called by Fyne. The objects are title, what is said below it, and three columns, of which the second may be empty.
func (l startLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	gap := l.margin()
	column := min(startColumn*l.scale(), s.Width-2*gap)
	wide := s.Width >= 2*column+3*gap
	total := column
	if wide {
		total = 2*column + gap
	}
	x, y := (s.Width-total)/2, min(gap*1.6, max(gap/2, (s.Height-l.MinSize(o).Height)/2+gap))
	for _, head := range o[:2] {
		head.Resize(fyne.NewSize(total, head.MinSize().Height)) // how many lines it takes is known then
		head.Resize(fyne.NewSize(total, head.MinSize().Height))
		head.Move(fyne.NewPos(x, y))
		y += head.MinSize().Height + gap/6
	}
	y += gap / 2
	at := [2]float32{y, y}
	for i, c := range o[2:] {
		if box, ok := c.(*fyne.Container); ok && len(box.Objects) == 0 {
			continue
		}
		side := 0
		if wide && i == 1 || wide && i == 2 && at[1] == y { // samples stand beside what can be opened where there are no projects
			side = 1
		}
		h := c.MinSize().Height
		c.Resize(fyne.NewSize(column, h))
		c.Move(fyne.NewPos(x+float32(side)*(column+gap), at[side]))
		at[side] += h + gap*0.7
		if !wide {
			at[1] = at[0]
		}
	}
}

// firstSteps is the band under the top bar that tells who starts the program for the first time what to do: open, look,
// present. It stands over the sample story until the person closes it or opens an article of their own.
type firstSteps struct {
	*desk
	steps []*kit.Keyed
	words *canvas.Text
	root  *fyne.Container
	done  [3]bool
}

// keptSteps is where it is kept that the first steps were taken.
const keptSteps = "first.steps.done"

func newFirstSteps(d *desk) *firstSteps {
	f := &firstSteps{desk: d, words: canvas.NewText(text("First steps"), nil)}
	f.words.TextStyle.Bold = true
	row := container.New(&kit.Flow{Gap: 8}, container.New(kit.Indent{Top: 9, Right: 4}, f.words))
	for _, s := range []struct {
		id         command.ID
		words, key string
	}{{"open", text("1  Open your articles"), "Ctrl+O"}, {"next", text("2  Look, event by event"), "→"}, {"present", text("3  Present to a class"), "F5"}} {
		k := kit.NewKeyed(d.button(s.words, nil, func() { f.run(s.id) }), s.key)
		f.steps = append(f.steps, k)
		row.Add(k)
	}
	shut := d.control("", theme.CancelIcon(), f.finish)
	shut.Importance, shut.Hint = widget.LowImportance, text("Close the first steps")
	row.Add(shut)
	f.root = container.New(roomy{d}, container.NewVBox(container.New(kit.Indent{Left: 12, Top: 4, Right: 12, Bottom: 4}, row), d.line()))
	f.root.Hide()
	return f
}

// roomy leaves its one object out of a window that is too low for it beside the panes.
type roomy struct{ *desk }

const leastForSteps = 580 // height of the window, at a text size of 14

func (r roomy) low() bool {
	h := r.win.Canvas().Size().Height
	return h > 1 && h < leastForSteps*r.scale() // a window that is not shown yet has no height
}

// MinSize is called by Fyne.
func (r roomy) MinSize(o []fyne.CanvasObject) fyne.Size {
	if r.low() {
		return fyne.Size{}
	}
	return o[0].MinSize()
}

// Layout is called by Fyne.
func (r roomy) Layout(o []fyne.CanvasObject, s fyne.Size) {
	kit.Put(o[0], !r.low(), 0, 0, s.Width, s.Height)
}

// finish takes the band away for good.
func (f *firstSteps) finish() {
	f.kept.p.SetBool(keptSteps, true)
	f.set(false)
}

func (f *firstSteps) set(on bool) {
	if f.root.Visible() == on {
		return
	}
	if f.root.Hidden = !on; f.win.Content() != nil {
		f.win.Content().Refresh()
	}
}

func (f *firstSteps) show(st session.State, c session.Change) {
	if c&session.Opened != 0 {
		some := len(st.Story.Articles) > 0
		if some && !st.Sample {
			f.kept.p.SetBool(keptSteps, true)
		}
		f.set(some && st.Sample && !f.kept.p.Bool(keptSteps))
	}
	if c&session.Selected != 0 && !st.Selected.None() {
		f.tick(1)
	}
}

// tick marks a step as done.
func (f *firstSteps) tick(i int) {
	if f.done[i] || !f.root.Visible() {
		return
	}
	f.done[i] = true
	f.steps[i].Control.SetIcon(theme.ConfirmIcon())
	f.root.Refresh()
}

func (f *firstSteps) setPalette(p *kit.Palette) {
	f.words.Color, f.words.TextSize = p.Muted, p.TextSize*0.93
	f.words.Refresh()
	for _, k := range f.steps {
		k.SetPalette(p)
		k.Control.Refresh()
	}
}

package ui

import (
	"slices"

	"dateline/app/session"
	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"dateline/app/ui/dialog"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// topBar says what is open and what is being worked on, between the buttons; below it stand the filter and the notes.
type topBar struct {
	*desk
	title, files, job *kit.Title
	captions          *fyne.Container // the three, side by side
	cancel            *kit.Control
	present, save     *kit.Control // of what is open
	notes             *notice
	chips             *chipRow
	root              *fyne.Container
}

// newTopBar makes the bar with the search field in it.
func newTopBar(d *desk, field fyne.CanvasObject) *topBar {
	t := &topBar{desk: d, title: d.title(), files: d.title(), job: d.title(), chips: newChipRow(d)}
	t.cancel = d.control(text("Cancel"), nil, d.session.Cancel)
	t.cancel.Hide()
	t.notes = newNotice(text("Close"), d.session.Dismiss,
		d.control(text("Try again"), theme.ViewRefreshIcon(), func() { d.session.TryAgain("") }), d.control(text("Password…"), theme.LoginIcon(), t.unlock))
	does := func(id command.ID) func() { return func() { d.run(id) } }
	open := d.control(text("Open…"), theme.FolderOpenIcon(), does("open"))
	paste := d.control(text("Paste text"), theme.ContentPasteIcon(), does("paste"))
	t.save = d.control(text("Export…"), theme.DocumentSaveIcon(), does("export"))
	t.present = d.control(text("Present"), theme.MediaPlayIcon(), does("present"))
	t.present.Importance = widget.HighImportance
	t.present.IconPlacement = widget.ButtonIconTrailingText
	t.present.Hint = text(whichScreen)
	t.captions = container.New(kit.Beside{Gap: 10}, t.title, t.files, t.job)
	bar := &kit.Toolbar{Gap: 8, Scale: d.scale,
		Left: []fyne.CanvasObject{open, paste}, Right: []fyne.CanvasObject{t.cancel, field, t.save, t.present},
		Spare:  []fyne.CanvasObject{t.save, paste},
		Middle: t.captions}
	t.root = container.NewVBox(container.New(kit.Indent{Left: 12, Top: 8, Right: 12, Bottom: 8}, container.New(bar, append(bar.All(), bar.Middle)...)),
		d.line(), t.chips.root, t.notes)
	t.notes.wide = func() float32 { return max(t.root.Size().Width, d.win.Canvas().Size().Width) }
	return t
}

// whichScreen is said of presenting wherever it is offered.
const whichScreen = "Present (F5) opens on the screen that this window is on: drag it to the projector first"

func (t *topBar) show(st session.State, c session.Change) {
	if c&(session.Opened|session.Saved) != 0 {
		t.title.Set(t.words.StoryTitle(st))
		t.files.Set(t.words.Files(st))
		for _, c := range []*kit.Control{t.present, t.save} {
			enable(c, len(st.Story.Articles) > 0)
		}
	}
	if c&session.Jobbed != 0 {
		t.job.Set(t.words.Job(st.Job))
		if st.Job.Running() {
			t.cancel.Show()
		} else {
			t.cancel.Hide()
		}
	}
	if c&(session.Opened|session.Saved|session.Jobbed) != 0 {
		t.captions.Refresh() // each has the width of its words
	}
	if c&session.Filtered != 0 {
		t.chips.show(st)
	}
	if c&session.Noted != 0 {
		again, locked := bind.TryAgain(st.Notes)
		t.notes.offer(again, locked)
		t.chips.settle(t.notes.set(t.words.Notes(st.Notes)))
	}
}

// unlock asks for the password of what is protected by one. It is used once and never kept.
func (t *topBar) unlock() {
	dialog.Password(t.dialogs(), t.session.TryAgain)
}

func (t *topBar) setPalette(p *kit.Palette) {
	t.title.Look(p.Text, p.TextSize*1.07, true)
	t.files.Look(p.Muted, p.TextSize*0.93, false)
	t.job.Look(p.Muted, p.TextSize*0.93, false)
	t.notes.setPalette(p)
	for _, c := range t.chips.chips {
		c.Refresh()
	}
}

// chipRow shows the filter under the top bar, while there is one.
type chipRow struct {
	*desk
	box   *fyne.Container
	root  *fyne.Container
	chips []*kit.Control
}

func newChipRow(d *desk) *chipRow {
	r := &chipRow{desk: d, box: container.New(&kit.Flow{Gap: 6})}
	r.root = container.NewVBox(container.New(kit.Indent{Left: 12, Top: 1, Right: 12, Bottom: 2}, r.box), d.line())
	r.root.Hide()
	return r
}

func (r *chipRow) show(st session.State) {
	chips := r.words.Chips(st.Story, st.Filter)
	focused := slices.IndexFunc(r.chips, func(c *kit.Control) bool { return fyne.Focusable(c) == r.win.Canvas().Focused() })
	r.chips, r.box.Objects = nil, nil
	shown := r.root.Visible()
	if len(chips) == 0 {
		r.root.Hide()
		r.settle(shown)
		return
	}
	for _, c := range chips {
		r.chips = append(r.chips, r.chip(c))
	}
	reset := r.button(text("Reset"), theme.ContentClearIcon(), r.session.Reset)
	reset.Importance = widget.LowImportance
	reset.Hint = text("Show everything again: all dates, no filter")
	r.chips = append(r.chips, reset)
	for _, b := range r.chips {
		r.box.Objects = append(r.box.Objects, b)
	}
	r.root.Show()
	r.box.Refresh()
	r.settle(!shown)
	if focused >= 0 {
		r.win.Canvas().Focus(r.chips[min(focused, len(r.chips)-1)])
	}
}

func (r *chipRow) chip(c bind.Chip) *kit.Control {
	b := r.button(c.Words, theme.CancelIcon(), func() { r.session.SetFilter(c.Without) })
	b.IconPlacement = widget.ButtonIconTrailingText
	b.Hint = text("Take this filter away")
	return b
}

// settle lays the window out anew, where the row came or went.
func (r *chipRow) settle(changed bool) {
	if c := r.win.Content(); changed && c != nil {
		c.Refresh()
	}
}

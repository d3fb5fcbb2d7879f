package dialog

import (
	"image"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ExportAsk is what the export sheet offers and calls.
type ExportAsk struct {
	Groups  []ExportGroup
	Now     ExportChoice               // chosen at first
	Name    func(ExportChoice) string  // proposes a file name, without its ending
	Changed func(ExportChoice)         // something else is chosen: the sheet wants a preview
	Closed  func()                     // the sheet has gone; nil tells nobody
	Save    func(ExportChoice, string) // writes to a path; the person has agreed to what is there already
}

// ExportGroup is formats under one heading.
type ExportGroup struct {
	Title   string
	Formats []ExportFormat
}

// ExportFormat is one format to choose.
type ExportFormat struct {
	Name  string // what the choice holds
	Label string
	Ext   string
	Asks  []ExportOption
}

// ExportOption is something that is asked of a format.
type ExportOption struct {
	ID, Label string
	Values    []string
}

// ExportChoice is what was chosen.
type ExportChoice struct {
	Format     string
	Everything bool           // not only what is shown now
	Values     map[string]int // by ExportOption.ID: which of its Values
	Folder     string         // a path
}

// Export is the export sheet while it is open.
type Export struct {
	d        Desk
	x        dialog.Dialog
	ask      ExportAsk
	now      ExportChoice
	closed   bool
	groups   []*widget.RadioGroup
	scope    *widget.RadioGroup
	options  *fyne.Container
	contains *kit.Paragraph
	picture  *canvas.Image
	lines    *widget.Label
	waits    *widget.Label // in place of a preview that is being made
	name     *field
	ext      *widget.Label
	folder   *widget.Label
	proposed string // what Name gave last: a name that the person typed stays
	setting  bool   // the sheet itself chooses: nobody is told
}

// ShowExport opens the export sheet.
func ShowExport(d Desk, ask ExportAsk) *Export {
	e := &Export{d: d, ask: ask, now: ask.Now}
	e.now.Values = maps.Clone(ask.Now.Values)
	if e.now.Values == nil {
		e.now.Values = map[string]int{}
	}
	if _, ok := e.format(); !ok {
		e.now.Format = ask.Groups[0].Formats[0].Name
	}
	body := container.NewBorder(nil, e.foot(), container.NewVScroll(e.list()), nil, e.right())
	e.x = dialog.NewCustomWithoutButtons(lang.L("Export"), body, d.Window)
	e.x.SetOnClosed(func() {
		e.closed = true
		if ask.Closed != nil {
			ask.Closed()
		}
	})
	e.choose()
	d.fit(e.x, 980*d.Scale, 680*d.Scale, 20)
	e.x.Show()
	d.Window.Canvas().Focus(e.name)
	return e
}

// Closed reports whether the sheet has gone.
func (e *Export) Closed() bool { return e == nil || e.closed }

// Hide closes the sheet.
func (e *Export) Hide() { e.x.Hide() }

// list is the formats, each group under its heading.
func (e *Export) list() fyne.CanvasObject {
	box := container.NewVBox()
	for _, g := range e.ask.Groups {
		head := widget.NewLabel(g.Title)
		head.TextStyle.Bold = true
		names := make([]string, len(g.Formats))
		for i, f := range g.Formats {
			names[i] = f.Label
		}
		r := widget.NewRadioGroup(names, func(label string) { e.chosen(g, label) })
		e.groups = append(e.groups, r)
		box.Add(head)
		box.Add(r)
	}
	return box
}

// format is the format that is chosen.
func (e *Export) format() (ExportFormat, bool) {
	for _, g := range e.ask.Groups {
		for _, f := range g.Formats {
			if f.Name == e.now.Format {
				return f, true
			}
		}
	}
	return ExportFormat{}, false
}

// chosen is a tap on a format; a second tap on the same one leaves it chosen.
func (e *Export) chosen(g ExportGroup, label string) {
	if e.setting {
		return
	}
	for i := range g.Formats {
		if g.Formats[i].Label == label {
			e.now.Format = g.Formats[i].Name
		}
	}
	e.choose()
}

// choose shows the choice everywhere and asks for its preview.
func (e *Export) choose() {
	e.setting = true
	f, _ := e.format()
	for i, r := range e.groups {
		want := ""
		for j := range e.ask.Groups[i].Formats {
			if g := &e.ask.Groups[i].Formats[j]; g.Name == e.now.Format {
				want = g.Label
			}
		}
		r.SetSelected(want)
	}
	e.scope.SetSelected(e.scope.Options[0])
	if e.now.Everything {
		e.scope.SetSelected(e.scope.Options[1])
	}
	e.setOptions(f.Asks)
	if name := e.ask.Name(e.now); e.name.Text == e.proposed {
		e.proposed = name
		e.name.SetText(name)
	}
	e.ext.SetText(f.Ext)
	e.setting = false
	e.ask.Changed(e.now)
}

// selectWidth is the room for a value that is chosen, at the normal text size.
const selectWidth = 190

func (e *Export) setOptions(asks []ExportOption) {
	e.options.Objects = nil
	for _, o := range asks {
		s := widget.NewSelect(o.Values, nil)
		s.SetSelectedIndex(min(e.now.Values[o.ID], len(o.Values)-1))
		s.OnChanged = func(string) {
			e.now.Values[o.ID] = s.SelectedIndex()
			e.ask.Changed(e.now)
		}
		e.options.Add(widget.NewLabel(o.Label))
		e.options.Add(container.NewGridWrap(fyne.NewSize(selectWidth*e.d.Scale, s.MinSize().Height), s))
	}
	e.options.Refresh()
}

// right is what of the story goes out, in words and as a preview.
func (e *Export) right() fyne.CanvasObject {
	e.contains = kit.NewParagraph("")
	e.scope = widget.NewRadioGroup([]string{lang.L("What is shown now"), lang.L("Everything")}, func(string) {
		if !e.setting {
			e.now.Everything = e.scope.Selected == e.scope.Options[1]
			e.choose()
		}
	})
	e.scope.Horizontal, e.scope.Required = true, true
	e.options = container.NewHBox()
	e.picture = canvas.NewImageFromImage(nil)
	e.picture.FillMode = canvas.ImageFillContain
	e.lines = widget.NewLabel("")
	e.lines.TextStyle.Monospace, e.lines.Truncation = true, fyne.TextTruncateClip
	e.waits = widget.NewLabel("")
	e.waits.Importance, e.waits.Alignment = widget.LowImportance, fyne.TextAlignCenter
	preview := container.NewStack(canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground)), container.NewPadded(container.NewStack(e.picture, container.NewVScroll(e.lines), container.NewCenter(e.waits))))
	return container.NewBorder(container.NewVBox(e.scope, e.options, e.contains), nil, nil, nil, preview)
}

// Drawing says what the file will contain, and that its preview is being made, for so many seconds already.
func (e *Export) Drawing(contains string, seconds int) {
	e.Set(contains, nil, "")
	words := lang.L("Drawing…")
	if seconds > 0 {
		words += " " + lang.L("{{.N}} s", map[string]any{"N": seconds})
	}
	e.waits.SetText(kit.Visual(words))
}

// Set shows what the file will contain, and a preview of it: a picture, or its first lines.
func (e *Export) Set(contains string, picture image.Image, lines string) {
	e.contains.SetText(contains)
	e.picture.Image = picture
	e.picture.Refresh()
	e.lines.SetText(lines)
	e.waits.SetText("")
}

// foot is where the file goes, and the buttons.
func (e *Export) foot() fyne.CanvasObject {
	leave := func() { e.x.Hide() }
	e.name = newField("", lang.L("Name"))
	e.name.leave = leave
	e.name.OnSubmitted = func(string) { e.save() }
	e.ext = widget.NewLabel("")
	e.folder = widget.NewLabel(e.now.Folder)
	e.folder.Truncation = fyne.TextTruncateEllipsis
	elsewhere := newButton(lang.L("Another folder…"), func() {
		e.d.askFolder(e.now.Folder, func(path string) {
			e.now.Folder = path
			e.folder.SetText(path)
		})
	})
	ok := newButton(lang.L("Save"), e.save)
	ok.Importance = widget.HighImportance
	return container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, nil, e.ext, e.name),
		container.NewBorder(nil, nil, nil, container.NewHBox(elsewhere, newButton(lang.L("Cancel"), leave), ok), e.folder))
}

func (e *Export) save() {
	f, _ := e.format()
	keep := Keep{Folder: e.now.Folder, Name: e.name.Text, Ext: f.Ext, Over: lang.L("A file of that name is there already. It stays as it is until the new one is whole."),
		Save: func(path string) { e.x.Hide(); e.ask.Save(e.now, path) }}
	e.d.write(keep)
}

// write hands on the path of k when its name is one, and the person agrees to what becomes of a file that is there already.
func (d Desk) write(k Keep) {
	n := strings.TrimSpace(k.Name)
	if n == "" || strings.ContainsAny(n, `/\`) {
		return
	}
	path := filepath.Join(k.Folder, strings.TrimSuffix(n, k.Ext)+k.Ext)
	if _, err := os.Lstat(path); err != nil {
		k.Save(path)
		return
	}
	over := kit.NewParagraph(k.Over)
	sure := d.asking(lang.L("Write over it?"), over, lang.L("Yes"), lang.L("No"), false, func(yes bool) {
		if yes {
			k.Save(path)
		}
	})
	d.wide(sure, 460)
	sure.Show()
}

package dialog

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// PlaceRow is a place of the person's own, one that came with the project, or a layer of places.
type PlaceRow struct {
	ID, Name, Detail         string
	Layer, Off, Broken, Mine bool
}

// PlacesAsk is what the sheet of places shows and calls.
type PlacesAsk struct {
	Rows                     []PlaceRow
	Show, Edit, Remove, Keep func(id string) // of a place
	Switch                   func(id string, on bool)
	RemoveLayer              func(id string)
	Add, Layer               func()
	Import, Export           func()
}

// Places is the sheet of places while it is open. Only the rows in view are drawn.
type Places struct {
	x      dialog.Dialog
	ask    PlacesAsk
	rows   []PlaceRow // that hold what is sought
	sought string
	list   *widget.List
	empty  *widget.Label
	closed bool
}

// ShowPlaces opens the sheet.
func ShowPlaces(d Desk, ask PlacesAsk) *Places {
	p := &Places{empty: widget.NewLabel(lang.L("No places yet. Put one on the map while correcting, add one here, or add a layer of places from a file."))}
	p.empty.Wrapping, p.empty.Alignment = fyne.TextWrapWord, fyne.TextAlignCenter
	p.list = widget.NewList(func() int { return len(p.rows) }, p.row, p.fill)
	p.list.OnSelected = func(i widget.ListItemID) {
		p.list.Unselect(i)
		if i < len(p.rows) && !p.rows[i].Layer {
			p.x.Hide()
			p.ask.Show(p.rows[i].ID)
		}
	}
	seek := newField("", lang.L("Find"))
	seek.leave = func() { p.x.Hide() }
	seek.OnChanged = func(s string) { p.sought = s; p.sift() }
	top := container.NewBorder(nil, nil, nil, container.NewHBox(newButton(lang.L("Add…"), func() { p.ask.Add() }), newButton(lang.L("Add a layer…"), func() { p.ask.Layer() }),
		newButton(lang.L("Import…"), func() { p.ask.Import() }), newButton(lang.L("Export…"), func() { p.ask.Export() })), seek)
	hint := widget.NewLabel(lang.L("Your own places come before all others of their names. A layer adds the places of a file: for villages that no map of the world has, or for names of former times."))
	hint.Wrapping, hint.Importance = fyne.TextWrapWord, widget.LowImportance
	p.x = dialog.NewCustom(lang.L("My places"), lang.L("Close"), container.NewBorder(top, hint, nil, nil, container.NewStack(p.list, container.NewBorder(layout.NewSpacer(), nil, nil, nil, container.NewPadded(p.empty)))), d.Window)
	p.x.SetOnClosed(func() { p.closed = true })
	p.Set(ask)
	d.fit(p.x, 760*d.Scale, 560*d.Scale, 20)
	p.x.Show()
	d.Window.Canvas().Focus(seek)
	return p
}

// Closed reports whether the sheet has gone.
func (p *Places) Closed() bool { return p == nil || p.closed }

// Set shows other rows.
func (p *Places) Set(ask PlacesAsk) {
	p.ask = ask
	p.sift()
}

// sift leaves the rows that hold what is sought.
func (p *Places) sift() {
	p.rows = nil
	want := strings.ToLower(strings.TrimSpace(p.sought))
	for _, r := range p.ask.Rows {
		if strings.Contains(strings.ToLower(r.Name+" "+r.Detail), want) {
			p.rows = append(p.rows, r)
		}
	}
	p.empty.Hide()
	if len(p.ask.Rows) == 0 {
		p.empty.Show()
	}
	p.list.Refresh()
}

func (p *Places) row() fyne.CanvasObject {
	name, detail := widget.NewLabel(""), widget.NewLabel("")
	name.TextStyle.Bold, name.Truncation = true, fyne.TextTruncateEllipsis
	detail.Importance, detail.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	first, second := widget.NewButton("", nil), widget.NewButton("", nil)
	return container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(first, second)), container.New(tight{}, name, detail))
}

// tight sets two lines closer together than a box does.
type tight struct{}

func (tight) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60, o[0].MinSize().Height*1.55)
}

func (tight) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := o[0].MinSize().Height
	for i, x := range o {
		x.Resize(fyne.NewSize(s.Width, h))
		x.Move(fyne.NewPos(0, float32(i)*h*0.55))
	}
}

func (p *Places) fill(i widget.ListItemID, o fyne.CanvasObject) {
	if i >= len(p.rows) {
		return
	}
	r := p.rows[i]
	parts := o.(*fyne.Container).Objects
	words, buttons := parts[0].(*fyne.Container).Objects, parts[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects
	words[0].(*widget.Label).SetText(r.Name)
	words[1].(*widget.Label).SetText(r.Detail)
	set := func(n int, words string, do func()) {
		b := buttons[n].(*widget.Button)
		b.OnTapped = do
		b.SetText(words)
		if b.Show(); words == "" {
			b.Hide()
		}
	}
	switch {
	case r.Broken:
		set(0, "", nil)
	case r.Layer && r.Off:
		set(0, lang.L("Switch on"), func() { p.ask.Switch(r.ID, true) })
	case r.Layer:
		set(0, lang.L("Switch off"), func() { p.ask.Switch(r.ID, false) })
	case r.Mine:
		set(0, lang.L("Edit…"), func() { p.ask.Edit(r.ID) })
	default:
		set(0, lang.L("Keep"), func() { p.ask.Keep(r.ID) })
	}
	set(1, lang.L("Remove"), func() {
		if r.Layer {
			p.ask.RemoveLayer(r.ID)
			return
		}
		p.ask.Remove(r.ID)
	})
}

// PlaceForm is what is said of a place of the person's own.
type PlaceForm struct {
	Name, Names  string // other names, between semicolons
	Kind         int
	Kinds        []string // what it can be, by number; the first is none
	Lat, Lon, Km float64
}

// EditPlace asks what is to be said of a place, and hands it on when it can be one.
func EditPlace(d Desk, f PlaceForm, use func(PlaceForm)) {
	var x dialog.Dialog
	leave := func() { x.Hide() }
	line := func(words, hint string) *field {
		l := newField(words, hint)
		l.leave = leave
		return l
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	name, names := line(f.Name, lang.L("Name")), line(f.Names, lang.L("Old Mill; the Mill"))
	lat, lon, km := line(number(round4(f.Lat)), "51.2"), line(number(round4(f.Lon)), "35.5"), line(number(f.Km), "0")
	kind := widget.NewSelect(distinct(f.Kinds[1:]), nil)
	kind.SetSelected(f.Kinds[max(f.Kind, 1)])
	wrong := widget.NewLabel("")
	wrong.Wrapping, wrong.Importance = fyne.TextWrapWord, widget.WarningImportance
	wrong.Hide()
	save := func() {
		var ok bool
		if f.Lat, f.Lon, f.Km, ok = numbers(lat.Text, lon.Text, km.Text); !ok || strings.TrimSpace(name.Text) == "" {
			wrong.SetText(lang.L("A place needs a name, a latitude from -90 to 90 and a longitude from -180 to 180, in degrees."))
			wrong.Show()
			return
		}
		f.Name, f.Names = strings.TrimSpace(name.Text), names.Text
		for i := len(f.Kinds) - 1; i > 0; i-- {
			if f.Kinds[i] == kind.Selected {
				f.Kind = i
			}
		}
		leave()
		use(f)
	}
	for _, l := range []*field{name, names, lat, lon, km} {
		l.OnSubmitted = func(string) { save() }
	}
	ok := newButton(lang.L("Save"), save)
	ok.Importance = widget.HighImportance
	form := widget.NewForm(widget.NewFormItem(lang.L("Name"), name), widget.NewFormItem(lang.L("Other names"), names), widget.NewFormItem(lang.L("What it is"), kind),
		widget.NewFormItem(lang.L("Latitude"), lat), widget.NewFormItem(lang.L("Longitude"), lon), widget.NewFormItem(lang.L("Reaches, km"), km))
	x = dialog.NewCustomWithoutButtons(lang.L("A place of my own"), container.NewVBox(form, wrong, container.NewHBox(layout.NewSpacer(), newButton(lang.L("Cancel"), leave), ok)), d.Window)
	d.wide(x, 520)
	x.Show()
	d.Window.Canvas().Focus(name)
}

// distinct leaves of equal words the first.
func distinct(all []string) (out []string) {
	seen := map[string]bool{}
	for _, s := range all {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func round4(v float64) float64 { return math.Round(v*1e4) / 1e4 }

// numbers reads a point and how far it reaches; a decimal comma will do.
func numbers(lat, lon, km string) (y, x, r float64, ok bool) {
	read := func(s string) float64 {
		v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(s), ",", ".", 1), 64)
		if err != nil {
			return math.NaN()
		}
		return v
	}
	y, x, r = read(lat), read(lon), 0
	if strings.TrimSpace(km) != "" {
		r = read(km)
	}
	return y, x, r, math.Abs(y) <= 90 && math.Abs(x) <= 180 && r >= 0 && r <= 20000
}

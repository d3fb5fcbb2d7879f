package dialog

import (
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
)

// Background is what the map is drawn on: the map that ships (the zero value), a file of tiles on this computer, or a server
// that the person agreed to ask.
type Background struct {
	Kind        BackgroundKind `json:"kind"`
	Path        string         `json:"path,omitempty"`        // of the file
	Name        string         `json:"name,omitempty"`        // of the server, as the person calls it
	URL         string         `json:"url,omitempty"`         // with {z}, {x} and {y}
	Attribution string         `json:"attribution,omitempty"` // who made it: always on the map
	Contact     string         `json:"contact,omitempty"`     // sent with each request, as servers ask of a program
	Consent     bool           `json:"consent,omitempty"`     // nothing is asked of the server without
}

// BackgroundKind is what sort of map it is.
type BackgroundKind string

// The kinds.
const (
	BackgroundOwn    BackgroundKind = ""
	BackgroundFile   BackgroundKind = "file"
	BackgroundServer BackgroundKind = "server"
)

// grounds is the dialog of the map's background.
type grounds struct {
	d       Desk
	x       dialog.Dialog
	kinds   []BackgroundKind // in the order of the choice
	names   []string
	choice  *widget.RadioGroup
	file    fyne.CanvasObject
	server  fyne.CanvasObject
	path    *field
	fields  [4]*field // name, address, credit, contact
	consent *widget.Check
}

// AskBackground asks what the map is to be drawn on; now is what it is. Without a server in it, proposed fills the fields.
func AskBackground(d Desk, now, proposed Background, use func(Background)) {
	if now.URL == "" && proposed.URL != "" {
		now.Name, now.URL, now.Attribution = proposed.Name, proposed.URL, proposed.Attribution
	}
	g := &grounds{d: d, kinds: []BackgroundKind{BackgroundOwn, BackgroundFile, BackgroundServer}}
	g.names = []string{kit.Visual(lang.L("The map that ships (no network)")), kit.Visual(lang.L("A map file on this computer (MBTiles, PMTiles)")), lang.L("A map server on the internet")}
	g.file, g.server = g.fileRow(now), g.serverForm(now)
	g.choice = widget.NewRadioGroup(g.names, func(string) { g.show() })
	g.choice.Required = true
	for i, k := range g.kinds {
		if k == now.Kind {
			g.choice.SetSelected(g.names[i])
		}
	}
	body := container.NewVScroll(container.NewVBox(g.choice, g.file, g.server))
	g.x = d.asking(lang.L("Map background"), body, lang.L("Use"), lang.L("Cancel"), true, func(ok bool) {
		if ok {
			use(g.chosen())
		}
	})
	d.fit(g.x, 640*d.Scale, 520*d.Scale, 40)
	g.x.Show()
}

func (g *grounds) kind() BackgroundKind {
	for i, n := range g.names {
		if n == g.choice.Selected {
			return g.kinds[i]
		}
	}
	return BackgroundOwn
}

// show shows the fields of the kind that is chosen.
func (g *grounds) show() {
	for _, k := range []struct {
		kind BackgroundKind
		o    fyne.CanvasObject
	}{{BackgroundFile, g.file}, {BackgroundServer, g.server}} {
		if k.kind == g.kind() {
			k.o.Show()
		} else {
			k.o.Hide()
		}
	}
}

func (g *grounds) field(words, hint string) *field {
	f := newField(words, hint)
	f.leave = func() { g.x.Hide() }
	return f
}

func (g *grounds) fileRow(now Background) fyne.CanvasObject {
	g.path = g.field(now.Path, lang.L("Path of the file"))
	browse := newButton(lang.L("Browse…"), func() {
		x := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			if err == nil && r != nil {
				g.path.SetText(r.URI().Path())
				r.Close()
			}
		}, g.d.Window)
		x.SetTitleText(lang.L("Choose a map file"))
		x.SetFilter(storage.NewExtensionFileFilter([]string{".mbtiles", ".pmtiles"}))
		g.d.open(x)
	})
	return container.NewBorder(nil, nil, nil, browse, g.path)
}

func (g *grounds) serverForm(now Background) fyne.CanvasObject {
	g.fields = [...]*field{g.field(now.Name, lang.L("Name")), g.field(now.URL, "https://…/{z}/{x}/{y}.png"),
		g.field(now.Attribution, lang.L("Who made the map")), g.field(now.Contact, lang.L("Your e-mail or web address"))}
	form := widget.NewForm(
		widget.NewFormItem(lang.L("Name"), g.fields[0]),
		widget.NewFormItem(lang.L("Address"), g.fields[1]),
		widget.NewFormItem(lang.L("Credit"), g.fields[2]),
		widget.NewFormItem(lang.L("Contact"), g.fields[3]),
	)
	form.Items[3].HintText = lang.L("Sent with each request, so that the server's keepers can reach you.")
	g.consent = widget.NewCheck(lang.L("I agree: the server sees this computer's address and which part of the map is looked at."), nil)
	g.consent.SetChecked(now.Consent)
	g.fields[1].OnChanged = func(string) { g.consent.SetChecked(false) } // agreed is to one server and no other
	return container.NewVBox(form, g.consent)
}

// chosen is what the person has entered.
func (g *grounds) chosen() Background {
	words := func(f *field) string { return strings.TrimSpace(f.Text) }
	return Background{Kind: g.kind(), Path: words(g.path), Name: words(g.fields[0]), URL: words(g.fields[1]), Attribution: words(g.fields[2]),
		Contact: words(g.fields[3]), Consent: g.consent.Checked}
}

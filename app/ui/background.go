package ui

import (
	"context"
	"encoding/json"
	"strings"
	"sync/atomic"

	"dateline/app/session"
	"dateline/geo/tile"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"
)

// Background is what the map is drawn on: the map that ships (the zero value), a file of tiles on this computer, or a
// server that the person agreed to ask.
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

// Ground is a background that is open. Close is called when another takes its place.
type Ground struct {
	Tiles       tile.Source
	Attribution string
	Close       func()
}

// background gives the choice that was kept.
func (w *Window) background() Background { return w.kept().background() }

// SetBackground opens a map off the UI goroutine and draws on it. Where it cannot be opened, what was there stays and a
// note says why.
func (w *Window) SetBackground(b Background) {
	if w.cfg.Background == nil {
		return
	}
	w.session.Run(func(context.Context) (session.Note, error) {
		g, err := w.cfg.Background(b, func(s tile.Status) {
			w.cfg.Dispatch(func() { w.tileStatus(s) })
		})
		if err != nil {
			return session.Note{Text: text("The map could not be opened; the map that ships is shown.") + " " + err.Error()}, nil
		}
		w.cfg.Dispatch(func() { w.draw(b, g) })
		return session.Note{}, nil
	})
}

func (w *Window) draw(b Background, g Ground) {
	before := w.closeGround
	w.closeGround = g.Close
	w.mapp.SetTiles(w.names.over(g.Tiles), g.Attribution)
	if before != nil {
		before()
	}
	if data, err := json.Marshal(b); err == nil {
		w.cfg.App.Preferences().SetString("background", string(data))
	}
}

// over is another source whose names are hidden with those of n.
func (n *names) over(s tile.Source) tile.Source {
	if s == n.Source {
		return n
	}
	o := overNames{Source: s, hidden: &n.hidden}
	if live, ok := s.(tile.Live); ok {
		return liveNames{o, live}
	}
	return o
}

type overNames struct {
	tile.Source
	hidden *atomic.Bool
}

// Labels gives the names of the source, unless they are hidden.
func (o overNames) Labels(b orb.Bound, zoom float64) []tile.Label {
	if l, ok := o.Source.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok && !o.hidden.Load() {
		return l.Labels(b, zoom)
	}
	return nil
}

// liveNames is overNames of a source that betters its pictures.
type liveNames struct {
	overNames
	live tile.Live
}

func (l liveNames) Follow(better func(tile.Key)) (want func([]tile.Key), stop func()) {
	return l.live.Follow(better)
}
func (l liveNames) Provisional(k tile.Key) bool { return l.live.Provisional(k) }

// tileStatus tells of a map that does not come, once for each reason.
func (w *Window) tileStatus(s tile.Status) {
	if s.Good() || s.Code == w.lastTileStatus {
		return
	}
	w.lastTileStatus = s.Code
	w.session.Notify(session.Note{Text: s.Sentence()})
}

func (w *Window) backgroundDialog() {
	b := w.background()
	own, file, server := text("The map that ships (no network)"), text("A map file on this computer (MBTiles, PMTiles)"), text("A map server on the internet")
	path := widget.NewEntry()
	path.SetText(b.Path)
	path.SetPlaceHolder(text("Path of the file"))
	browse := widget.NewButton(text("Browse…"), func() {
		d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			if err == nil && r != nil {
				path.SetText(r.URI().Path())
				r.Close()
			}
		}, w.win)
		d.SetFilter(storage.NewExtensionFileFilter([]string{".mbtiles", ".pmtiles"}))
		d.Show()
	})
	entry := func(words, hint string) *widget.Entry {
		e := widget.NewEntry()
		e.SetText(words)
		e.SetPlaceHolder(text(hint))
		return e
	}
	if b.URL == "" && w.cfg.DefaultServer.URL != "" {
		d := w.cfg.DefaultServer
		b.Name, b.URL, b.Attribution = d.Name, d.URL, d.Attribution
	}
	name, address := entry(b.Name, "Name"), entry(b.URL, "https://…/{z}/{x}/{y}.png")
	credit, contact := entry(b.Attribution, "Who made the map"), entry(b.Contact, "Your e-mail or web address")
	consent := widget.NewCheck(text("I agree: the server sees this computer's address and which part of the map is looked at."), nil)
	consent.SetChecked(b.Consent)
	fileRow := container.NewBorder(nil, nil, nil, browse, path)
	form := widget.NewForm(
		widget.NewFormItem(text("Name"), name),
		widget.NewFormItem(text("Address"), address),
		widget.NewFormItem(text("Credit"), credit),
		widget.NewFormItem(text("Contact"), contact),
	)
	form.Items[3].HintText = text("Sent with each request, so that the server's keepers can reach you.")
	serverBox := container.NewVBox(form, consent)
	kinds := map[string]BackgroundKind{own: BackgroundOwn, file: BackgroundFile, server: BackgroundServer}
	choice := widget.NewRadioGroup([]string{own, file, server}, func(s string) {
		fileRow.Hide()
		serverBox.Hide()
		switch kinds[s] {
		case BackgroundFile:
			fileRow.Show()
		case BackgroundServer:
			serverBox.Show()
		}
	})
	choice.Required = true
	for words, k := range kinds {
		if k == b.Kind {
			choice.SetSelected(words)
		}
	}
	d := dialog.NewCustomConfirm(text("Map background"), text("Use"), text("Cancel"), container.NewVScroll(container.NewVBox(choice, fileRow, serverBox)), func(ok bool) {
		if !ok {
			return
		}
		w.lastTileStatus = ""
		w.SetBackground(Background{Kind: kinds[choice.Selected], Path: strings.TrimSpace(path.Text), Name: strings.TrimSpace(name.Text),
			URL: strings.TrimSpace(address.Text), Attribution: strings.TrimSpace(credit.Text), Contact: strings.TrimSpace(contact.Text), Consent: consent.Checked})
	}, w.win)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(640*w.pal.TextSize/14, size.Width-40), min(520*w.pal.TextSize/14, size.Height-40)))
	d.Show()
}

package ui

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"dateline/app/places"
	"dateline/app/progress"
	"dateline/app/safefile"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/dialog"
	"dateline/app/ui/kit"
	"dateline/geo"
	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"
)

// ownPlaces is the sheet of the person's own places and layers, and what is done with them.
type ownPlaces struct {
	*desk
	shelf   func() *places.Shelf // nil: nothing can be kept
	files   *files
	maps    *mapPane
	correct *corrector
	list    *dialog.Places // while it is open
	turn    chan struct{}  // closed when the last change that was asked for is made; nil none was
	turns   int
}

func newOwnPlaces(d *desk, c *Config, f *files, m *mapPane, k *corrector) *ownPlaces {
	p := &ownPlaces{desk: d, shelf: c.Places, files: f, maps: m, correct: k}
	if p.shelf != nil {
		k.own = p
	}
	return p
}

// kindLayer is the reading of files of places: only one goes on.
const kindLayer session.Kind = "layer"

// HasPlaces reports whether places can be kept.
func (p *ownPlaces) HasPlaces() bool { return p.shelf != nil }

// Places lists the own places and the layers.
func (p *ownPlaces) Places() {
	if p.shelf != nil {
		p.list = dialog.ShowPlaces(p.dialogs(), p.ask())
	}
}

// ask is what the sheet shows and calls.
func (p *ownPlaces) ask() dialog.PlacesAsk {
	s, st := p.shelf(), p.session.State()
	own := s.Own()
	return dialog.PlacesAsk{Rows: each(p.words.OwnRows(own, st.Places, s.Layers()), func(r *bind.OwnRow) dialog.PlaceRow { return dialog.PlaceRow(*r) }),
		Show: p.show1, Edit: p.edit, Remove: p.remove, Keep: p.keepOf, Switch: p.switchLayer, RemoveLayer: p.removeLayer,
		Add:    func() { p.edit("") },
		Layer:  func() { p.choose(text("Add a layer of places"), p.addLayers) },
		Import: func() { p.choose(text("Import places"), p.importFrom) }, Export: p.export}
}

// refresh brings what changed into the sheet.
func (p *ownPlaces) refresh() {
	if !p.list.Closed() {
		p.list.Set(p.ask())
	}
}

// change changes the own places and tells the story again with them. It can be undone, and is said beside a button that does so. then, if
// it is not nil, is called in place of both: it is handed what to note for Undo.
func (p *ownPlaces) change(said string, edit func([]geo.Own) []geo.Own, then func(session.Deed)) {
	p.keep(edit, func(before, after []geo.Own) {
		d := session.Deed{Words: strings.TrimRight(said, "."), Undo: func() { p.keep(between(after, before), nil) }, Redo: func() { p.keep(between(before, after), nil) }}
		switch {
		case then != nil:
			then(d)
			return
		case !slices.EqualFunc(before, after, geo.Own.Equal):
			p.session.Did(d)
			p.correct.say(said, "Ctrl+Z", func() { p.session.Undo() })
		}
		p.session.Retell()
	})
}

// keep changes the own places; without done the story is told again with them. Changes are made one after the other, in the order in
// which they were asked for, and none is dropped for a later one.
func (p *ownPlaces) keep(edit func([]geo.Own) []geo.Own, done func(before, after []geo.Own)) {
	p.turns++
	mine, before := make(chan struct{}), p.turn
	p.turn = mine
	p.session.Start(session.Work{Kind: session.Kind(fmt.Sprint("own places ", p.turns)), Fault: text("Your places could not be kept."),
		Do: func(context.Context, progress.Report) (func(), error) {
			defer close(mine)
			if before != nil {
				<-before
			}
			var after []geo.Own
			was, err := p.shelf().Change(func(all []geo.Own) []geo.Own {
				after = edit(all)
				return after
			})
			return func() {
				p.refresh()
				if done != nil {
					done(was, slices.Clone(after))
				} else {
					p.session.Retell()
				}
			}, err
		}})
}

// between makes of places what was done to them from one list to another: what another window has changed meanwhile stays.
func between(from, to []geo.Own) func([]geo.Own) []geo.Own {
	return func(all []geo.Own) []geo.Own {
		for _, o := range from {
			if !slices.ContainsFunc(to, func(x geo.Own) bool { return x.ID == o.ID }) {
				all = slices.DeleteFunc(all, func(x geo.Own) bool { return x.ID == o.ID })
			}
		}
		for _, o := range to {
			if !slices.ContainsFunc(from, func(x geo.Own) bool { return x.Equal(o) }) {
				all = withOwn(all, o)
			}
		}
		return all
	}
}

// find gives a place of the sheet by its id.
func (p *ownPlaces) find(id string) (geo.Own, bool) {
	for _, o := range geo.MergeOwn(p.shelf().Own(), p.session.State().Places) {
		if fmt.Sprint(o.ID) == id {
			return o, true
		}
	}
	return geo.Own{}, false
}

func (p *ownPlaces) show1(id string) {
	if o, ok := p.find(id); ok {
		d := o.Km / 111
		p.maps.mapp.FitClear([]orb.Point{{o.Point[0] - d, o.Point[1] - d}, {o.Point[0] + d, o.Point[1] + d}}, 9, true)
	}
}

// edit asks what is to be said of a place; of a new one where id is "".
func (p *ownPlaces) edit(id string) {
	o, known := p.find(id)
	form := dialog.PlaceForm{Name: o.Name, Names: strings.Join(o.Names, "; "), Kind: int(o.Kind), Kinds: p.words.Kinds(), Km: o.Km, Lat: o.Point[1], Lon: o.Point[0]}
	if !known {
		at := p.maps.mapp.Viewport().Center
		form.Kind, form.Lat, form.Lon = int(geo.KindCity), at[1], at[0]
	}
	dialog.EditPlace(p.dialogs(), form, func(f dialog.PlaceForm) {
		at := orb.Point{f.Lon, f.Lat}
		now := places.Own(f.Name, at)
		if known {
			now.ID = o.ID
		}
		now.Names, now.Kind, now.Km = namesOf(f.Names), geo.Kind(f.Kind), f.Km
		p.change(p.words.IsOwn(f.Name), func(all []geo.Own) []geo.Own { return withOwn(all, now) }, nil)
	})
}

// namesOf parts other names, which stand between semicolons or commas.
func namesOf(s string) []string {
	var out []string
	for _, n := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ',' }) {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// withOwn is a list of places with one that is new, or in place of the one with its id.
func withOwn(all []geo.Own, o geo.Own) []geo.Own {
	if i := slices.IndexFunc(all, func(x geo.Own) bool { return x.ID == o.ID }); i >= 0 {
		all[i] = o
		return all
	}
	return append(all, o)
}

func (p *ownPlaces) remove(id string) {
	o, ok := p.find(id)
	if !ok {
		return
	}
	without := func(all []geo.Own) []geo.Own {
		return slices.DeleteFunc(all, func(x geo.Own) bool { return x.ID == o.ID })
	}
	came := p.session.State().Places
	i := slices.IndexFunc(came, func(x geo.Own) bool { return x.ID == o.ID })
	if i < 0 {
		p.change(p.words.NoMoreOwn(o.Name), without, nil)
		return
	}
	with := came[i] // it came with the project
	p.session.ForgetPlace(o.ID)
	p.change(p.words.NoMoreOwn(o.Name), without, func(d session.Deed) {
		undo, redo := d.Undo, d.Redo
		d.Undo = func() { p.session.RememberPlace(with); undo() }
		d.Redo = func() { p.session.ForgetPlace(o.ID); redo() }
		p.session.Did(d)
		p.correct.say(p.words.NoMoreOwn(o.Name), "Ctrl+Z", func() { p.session.Undo() })
		p.session.Retell()
	})
}

// keepOf makes a place that came with the project one of the person's own.
func (p *ownPlaces) keepOf(id string) {
	if o, ok := p.find(id); ok {
		p.change(p.words.IsOwn(o.Name), func(all []geo.Own) []geo.Own { return withOwn(all, o) }, nil)
	}
}

// layers does something with the layers, and tells the story again.
func (p *ownPlaces) layers(do func(*places.Shelf) error) {
	p.session.Start(session.Work{Fault: text("Your places could not be kept."), Do: func(context.Context, progress.Report) (func(), error) {
		err := do(p.shelf())
		return func() { p.refresh(); p.session.Retell() }, err
	}})
}

func (p *ownPlaces) switchLayer(id string, on bool) {
	p.layers(func(s *places.Shelf) error { return s.Switch(id, on) })
}

func (p *ownPlaces) removeLayer(id string) {
	all := p.shelf().Layers()
	i := slices.IndexFunc(all, func(l places.Layer) bool { return l.ID == id })
	if i < 0 {
		return
	}
	p.layers(func(s *places.Shelf) error { return s.Remove(id) })
	p.correct.say(p.words.Removed(all[i].Name), "", func() {
		p.layers(func(s *places.Shelf) error { return s.PutBack(all[i]) })
	})
}

// choose asks for a file of places.
func (p *ownPlaces) choose(title string, use func(paths []string)) {
	dialog.Open(p.dialogs(), dialog.OpenAsk{Folder: p.files.folder(), Home: p.files.homeURI(), Title: title,
		Kinds: text("A GeoNames table (also zipped), a CSV with columns name, lat and lon, or a GeoJSON"),
		Named: func(name string) bool {
			return slices.Contains([]string{".txt", ".csv", ".tsv", ".zip", ".geojson", ".json"}, strings.ToLower(filepath.Ext(name)))
		},
		Files: true, Count: func(n int) string { return p.words.Count(n, "file", "files") },
		Work: func(list func() func()) {
			p.session.Start(session.Work{Kind: kindFolder, Fault: text("This folder may not be read."),
				Do: func(context.Context, progress.Report) (func(), error) { return list(), nil }})
		},
		Opened: func(_ fyne.ListableURI, chosen []fyne.URI) {
			use(each(chosen, func(u *fyne.URI) string { return filepath.FromSlash((*u).Path()) }))
		}})
}

// readFiles does work with one file of places after the other, as one job. What read gives is run on the UI goroutine.
func (p *ownPlaces) readFiles(paths []string, read func(ctx context.Context, path string, report progress.Report) (then func(), err error)) {
	p.session.Start(session.Work{Kind: kindLayer, Stage: places.Stage, Fault: text("The places could not be read."),
		Do: func(ctx context.Context, report progress.Report) (func(), error) {
			var all []func()
			for _, path := range paths {
				then, err := read(ctx, path, report)
				switch {
				case ctx.Err() != nil:
					return nil, ctx.Err()
				case err != nil:
					note := session.Note{File: filepath.Base(path), Text: text("The places could not be read."), Err: err}
					then = func() { p.session.Notify(note) }
				}
				all = append(all, then)
			}
			return func() {
				for _, then := range all {
					then()
				}
			}, nil
		}})
}

// addLayers reads files of places in as layers.
func (p *ownPlaces) addLayers(paths []string) {
	p.readFiles(paths, func(ctx context.Context, path string, report progress.Report) (func(), error) {
		l, faults, err := p.shelf().AddLayer(ctx, path, report)
		return func() {
			p.tell(faults)
			p.refresh()
			p.session.Retell()
			p.correct.say(p.words.Known(l.Name, l.Places), "", func() { p.removeLayer(l.ID) })
		}, err
	})
}

// importFrom reads the places of files in as the person's own.
func (p *ownPlaces) importFrom(paths []string) {
	p.readFiles(paths, func(ctx context.Context, path string, _ progress.Report) (func(), error) {
		more, faults, err := places.ReadOwn(ctx, path)
		return func() {
			p.tell(faults)
			p.change(p.words.Known(filepath.Base(path), len(more)), func(all []geo.Own) []geo.Own {
				for _, o := range more {
					all = withOwn(all, o)
				}
				return all
			}, nil)
		}, err
	})
}

// tell says what of a file could not be used: the first of it, and how much more there is.
func (p *ownPlaces) tell(faults *places.Faults) {
	if faults == nil {
		return
	}
	const most = 5
	told := min(len(faults.All), most)
	for i := range told {
		p.session.Notify(session.Note{Text: p.words.PlaceFault(faults.File, faults.All[i])})
	}
	if more := len(faults.All) - told + faults.More; more > 0 {
		p.session.Notify(session.Note{Text: p.words.LeftOut(more)})
	}
}

// TellPlaces says what of the person's places could not be read when they were opened.
func (w *Window) TellPlaces(faults []places.Fault) {
	for _, f := range faults {
		w.session.Notify(session.Note{Text: w.words.PlaceFault("", f)})
	}
}

// export writes the own places to a file.
func (p *ownPlaces) export() {
	folder := p.files.home
	if at := p.files.folder(); at != nil {
		folder = at.Path()
	}
	dialog.SaveFile(p.dialogs(), dialog.Keep{Title: text("Save my places"), Folder: folder, Name: "places.geojson", Ext: ".geojson",
		Over: text("A file of that name is there already. It stays as it is until the new one is whole."),
		Save: func(path string) {
			p.session.Run(func(context.Context) (session.Note, error) {
				own := p.shelf().Own()
				if err := safefile.Write(path, safefile.Shared, func(w io.Writer) error { return places.WriteOwn(w, own) }); err != nil {
					return session.Note{File: filepath.Base(path), Text: text("The file could not be written. Choose another folder and try again.")}, err
				}
				return session.Note{File: filepath.Base(path), Text: text("The file is saved.")}, nil
			})
		}})
}

func (p *ownPlaces) show(_ session.State, c session.Change) {
	if c&session.Corrected != 0 {
		p.refresh()
	}
}

func (p *ownPlaces) setPalette(*kit.Palette) {}

// offerKeep offers to keep a pin as a place of the person's own.
func (k *corrector) offerKeep() {
	words := ""
	if k.own != nil && k.staged.Says.Kind == story.CorrectPlace && k.staged.Says.Pinned {
		words = text("Keep it as my own place, for other stories too")
	}
	k.card.SetKeep(words)
}

// keep makes a pin one of the person's own places, and the correction one that names it.
func (k *corrector) keep(c story.Correction, reach int) {
	o := places.Own(k.ask.Title, c.Pin)
	if o.Km = c.Radius; o.Km > 0 {
		o.Kind = geo.KindRegion
	}
	k.close()
	said := k.words.IsOwn(o.Name)
	k.own.change(said, func(all []geo.Own) []geo.Own { return withOwn(all, o) }, func(d session.Deed) {
		d.Joins = true
		k.session.Did(d)
		c.Place, c.Pinned, c.Pin, c.Radius = o.ID, false, orb.Point{}, 0
		k.hold(c, reach)
		k.say(said, "Ctrl+Z", func() { k.session.Undo() })
	})
}

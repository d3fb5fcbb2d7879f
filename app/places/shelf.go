package places

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"dateline/app/progress"
	"dateline/app/project"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// MaxOwn bounds a person's own places; a file with more is a layer.
const MaxOwn = 20_000

// ErrMany is a file with more places than a person's own list takes.
var ErrMany = fmt.Errorf("places: it has more than %d places; add it as a layer", MaxOwn)

// Layer is a layer of places as the shelf keeps it.
type Layer struct {
	ID     string `json:"id"`
	Name   string `json:"name"` // of the file it was read from
	Off    bool   `json:"off,omitempty"`
	Places int    `json:"places"`

	Fault string           `json:"-"` // why it cannot be used; "" it can
	index *gazetteer.Layer // nil where it has a fault
}

// Shelf is the folder in which a person's own places and layers are kept:
//
//	own.geojson    the own places
//	layers.json    which layers there are, in order, and which are switched off
//	ID.places      a layer, ready to be looked up in
//
// Its methods may be called from several goroutines.
type Shelf struct {
	folder string
	base   func() *gazetteer.Index // what ships; nil where it cannot be had

	mu     sync.Mutex
	own    []geo.Own
	stamp  project.Stamp // of own.geojson as it was last read or written
	layers []Layer
	turn   int // counts up with every change
}

// Open reads what is kept in a folder. base gives the places that ship. What is damaged is left out and told, a sentence each; the
// rest goes on.
func Open(folder string, base func() *gazetteer.Index) (*Shelf, []Fault) {
	s := &Shelf{folder: folder, base: base}
	var faults []Fault
	gone, _ := filepath.Glob(filepath.Join(folder, "*.places"+removed))
	for _, path := range gone {
		os.Remove(path)
	}
	if !isFolder(folder) { // there is none yet, or none can be: nothing is kept
		return s, nil
	}
	if err := s.readOwn(); err != nil {
		faults = append(faults, fault(ownUnread, "Folder", folder))
		os.Rename(s.ownPath(), s.ownPath()+".damaged")
	}
	return s, append(faults, s.readLayers()...)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (s *Shelf) ownPath() string            { return filepath.Join(s.folder, "own.geojson") }
func (s *Shelf) layerPath(id string) string { return filepath.Join(s.folder, id+".places") }

// readOwn reads the own places anew where the file has changed.
func (s *Shelf) readOwn() error {
	stamp, err := project.StampOf(s.ownPath())
	if err != nil || stamp == s.stamp {
		return err
	}
	own, faults, err := ReadOwn(context.Background(), s.ownPath())
	switch {
	case err != nil:
		return err
	case faults.bad > 0:
		return errors.New(faults.Sentences()[0])
	}
	s.own, s.stamp = own, stamp
	s.turn++
	return nil
}

// readLayers opens the layers that are kept.
func (s *Shelf) readLayers() (faults []Fault) {
	data, err := os.ReadFile(filepath.Join(s.folder, "layers.json"))
	if err == nil {
		err = json.Unmarshal(data, &s.layers)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		faults = append(faults, fault(layersUnread, "Folder", s.folder))
		s.layers = nil
	}
	s.layers = slices.DeleteFunc(s.layers, func(l Layer) bool { return l.ID == "" || strings.ContainsAny(l.ID, `/\:.`) })
	for i := range s.layers {
		l := &s.layers[i]
		if err := s.load(l); err != nil {
			x := fault(layerDamaged, "Name", l.Name, "Path", s.layerPath(l.ID))
			l.Fault, faults = x.String(), append(faults, x)
		}
	}
	return faults
}

// reread is the list of layers as it is on disk now, where another window may have changed it.
func (s *Shelf) reread() []Layer {
	var disk []Layer
	data, err := os.ReadFile(filepath.Join(s.folder, "layers.json"))
	if err != nil || json.Unmarshal(data, &disk) != nil {
		return slices.Clone(s.layers)
	}
	for i := range disk {
		l := &disk[i]
		if k := slices.IndexFunc(s.layers, func(had Layer) bool { return had.ID == l.ID }); k >= 0 {
			l.index, l.Fault = s.layers[k].index, s.layers[k].Fault
		} else if s.load(l) != nil {
			l.Fault = "damaged"
		}
	}
	return slices.DeleteFunc(disk, func(l Layer) bool { return l.ID == "" || strings.ContainsAny(l.ID, `/\:.`) })
}

func (s *Shelf) load(l *Layer) error {
	data, err := os.ReadFile(s.layerPath(l.ID))
	if err != nil {
		return err
	}
	if l.index, err = gazetteer.LoadLayer(data); err != nil {
		return err
	}
	l.index.Name = l.Name
	return nil
}

// Own are the own places, in the order they were added.
func (s *Shelf) Own() []geo.Own {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.own)
}

// Change makes the own places what edit makes of them, and keeps them. What another window has changed meanwhile is in what edit
// is given. It returns the places as they were before.
func (s *Shelf) Change(edit func([]geo.Own) []geo.Own) (before []geo.Own, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.readOwn(); err != nil {
		return s.own, err
	}
	before = s.own
	after := edit(slices.Clone(before))
	if len(after) > MaxOwn {
		return before, ErrMany
	}
	data := encodeOwn(after)
	if err := project.WriteFile(s.ownPath(), data); err != nil {
		return before, fmt.Errorf("places: %w", err)
	}
	s.own = after
	s.turn++
	s.stamp, err = project.StampOf(s.ownPath())
	return before, err
}

// Layers are the layers, the one added last first.
func (s *Shelf) Layers() []Layer {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.layers)
}

// AddLayer reads a file of places and keeps it as a layer. A layer of a file of that name is replaced. Until it is ready nothing
// changes; cancelled, nothing is left behind.
func (s *Shelf) AddLayer(ctx context.Context, path string, report progress.Report) (Layer, *Faults, error) {
	index, data, faults, err := build(ctx, path, s.base(), report)
	if err != nil {
		return Layer{}, faults, err
	}
	h := fnv.New32a()
	h.Write([]byte(path))
	l := Layer{ID: fmt.Sprintf("layer-%08x", h.Sum32()), Name: filepath.Base(path), Places: index.Len(), index: index}
	if err := project.WriteFile(s.layerPath(l.ID), data); err != nil {
		return l, faults, fmt.Errorf("places: the layer cannot be kept: %w", err)
	}
	return l, faults, s.change(func(all []Layer) []Layer {
		all = slices.DeleteFunc(all, func(had Layer) bool { return had.ID == l.ID })
		return slices.Insert(all, 0, l)
	})
}

// build reads a file of places into a layer, which lies in memory as it lies in a file.
func build(ctx context.Context, path string, base *gazetteer.Index, report progress.Report) (*gazetteer.Layer, []byte, *Faults, error) {
	b := gazetteer.NewBuilder(base)
	faults, err := Read(ctx, path, func(r Row) error { return b.Add(r.Entry) }, report)
	if err != nil {
		return nil, nil, faults, err
	}
	data := b.Bytes(nil)
	if err := ctx.Err(); err != nil {
		return nil, nil, faults, err
	}
	index, err := gazetteer.LoadLayer(data)
	if err != nil {
		return nil, nil, faults, err
	}
	index.Name = filepath.Base(path)
	return index, data, faults, nil
}

// LoadLayer reads a file of places as a layer that is not kept: for the command line.
func LoadLayer(ctx context.Context, path string, base *gazetteer.Index) (*gazetteer.Layer, *Faults, error) {
	index, _, faults, err := build(ctx, path, base, nil)
	return index, faults, err
}

// Switch switches a layer on or off.
func (s *Shelf) Switch(id string, on bool) error {
	return s.change(func(all []Layer) []Layer {
		for i := range all {
			if all[i].ID == id {
				all[i].Off = !on
			}
		}
		return all
	})
}

// Remove takes a layer away. Until the shelf is opened again it can be put back.
func (s *Shelf) Remove(id string) error {
	err := s.change(func(all []Layer) []Layer {
		return slices.DeleteFunc(all, func(l Layer) bool { return l.ID == id })
	})
	if err == nil {
		err = os.Rename(s.layerPath(id), s.layerPath(id)+removed)
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return err
}

// removed is what the file of a layer ends with that was taken away.
const removed = ".removed"

// PutBack puts a layer back that Remove has taken away.
func (s *Shelf) PutBack(l Layer) error {
	if err := os.Rename(s.layerPath(l.ID)+removed, s.layerPath(l.ID)); err != nil {
		return fmt.Errorf("places: %w", err)
	}
	return s.change(func(all []Layer) []Layer { return slices.Insert(all, 0, l) })
}

func (s *Shelf) change(edit func([]Layer) []Layer) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	after := edit(s.reread())
	data, err := json.MarshalIndent(after, "", " ")
	if err == nil {
		err = project.WriteFile(filepath.Join(s.folder, "layers.json"), data)
	}
	if err != nil {
		return fmt.Errorf("places: %w", err)
	}
	s.layers = after
	s.turn++
	return nil
}

// Stack is what lies over the places that ship, the top first: the own places, then those of the story that are not among them,
// then the layers that are switched on. turn tells one stack from another.
func (s *Shelf) Stack(story []geo.Own) (own []geo.Own, layers []*gazetteer.Layer, turn int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	own = geo.MergeOwn(s.own, story)
	for _, l := range s.layers {
		if !l.Off && l.index != nil {
			layers = append(layers, l.index)
		}
	}
	return own, layers, s.turn
}

// ReadOwn reads a file of places as a person's own.
func ReadOwn(ctx context.Context, path string) ([]geo.Own, *Faults, error) {
	var out []geo.Own
	have := map[geo.PlaceID]bool{}
	faults, err := Read(ctx, path, func(r Row) error {
		p := Own(r.Name, r.Point)
		p.Names, p.Kind, p.Km, p.Country, p.Admin1 = r.Names, r.Kind, r.SpanKM/2, r.Country, r.Admin1
		if r.ID.Added() {
			p.ID = r.ID
		}
		switch {
		case gazetteer.Fold(p.Name) == "":
			return gazetteer.ErrNoPlace
		case have[p.ID]:
			return fault(placeAgain)
		case len(out) >= MaxOwn:
			return fault(tooMany)
		}
		have[p.ID] = true
		out = append(out, p)
		return nil
	}, nil)
	if errors.Is(err, ErrNoPlaces) && emptyCollection(path) {
		return nil, &Faults{File: filepath.Base(path)}, nil
	}
	if err == nil && len(out) >= MaxOwn && faults.bad > 0 {
		err = ErrMany
	}
	return out, faults, err
}

// emptyCollection reports whether a file is the list of own places with nothing in it.
func emptyCollection(path string) bool {
	data, err := os.ReadFile(path)
	var c struct {
		Features []json.RawMessage `json:"features"`
	}
	return err == nil && len(data) < 1000 && json.Unmarshal(data, &c) == nil && c.Features != nil && len(c.Features) == 0
}

// Own is a place of a person's own, a town until something else is said.
func Own(name string, at [2]float64) geo.Own {
	return geo.Own{ID: geo.AddedID(gazetteer.Fold(name), at), Name: name, Kind: geo.KindCity, Point: at}
}

// WriteOwn writes places as a GeoJSON that ReadOwn, and any map program, reads.
func WriteOwn(w io.Writer, places []geo.Own) error {
	_, err := w.Write(encodeOwn(places))
	return err
}

type ownFeature struct {
	Type       string      `json:"type"`
	Geometry   ownGeometry `json:"geometry"`
	Properties ownProps    `json:"properties"`
}

type ownGeometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

type ownProps struct {
	ID      geo.PlaceID `json:"id"`
	Name    string      `json:"name"`
	Names   []string    `json:"names,omitempty"`
	Kind    string      `json:"kind"`
	Km      float64     `json:"km,omitempty"`
	Country string      `json:"country,omitempty"`
}

// encodeOwn writes a line for each place, so that a difference between two files is easy to see.
func encodeOwn(places []geo.Own) []byte {
	var b strings.Builder
	b.WriteString("{\"type\":\"FeatureCollection\",\"features\":[")
	for i, p := range places {
		line, err := json.Marshal(ownFeature{"Feature", ownGeometry{"Point", p.Point}, ownProps{p.ID, p.Name, p.Names, p.Kind.String(), p.Km, p.Country}})
		if err != nil {
			continue // no value of a place is without JSON
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteString("\n]}\n")
	return []byte(b.String())
}

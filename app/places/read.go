// Package places is what a person adds to the gazetteer that ships: places of their own, and layers of places from a file. It
// reads the files, keeps what was added in a folder, and stacks it over the gazetteer. It shows nothing.
//
//	s, faults := places.Open(folder, index)
//	layer, faults, err := s.AddLayer(ctx, "UA.zip", report)
//	own, layers := s.Stack()
//	e = e.Over(own, layers...)
//
// Files of places are a GeoNames table (allCountries.txt, UA.txt, also in its zip), a CSV whose header names the columns of
// name, latitude and longitude, or a GeoJSON.
package places

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dateline/app/progress"
	"dateline/geo/gazetteer"
)

// Stage is what progress calls the reading of a file of places.
const Stage = "places"

// The errors of reading, for errors.Is. Their words are for the person.
var (
	ErrNoPlaces = errors.New("places: no places are found in it; it has to be a GeoNames table, a CSV with columns name, lat and lon, or a GeoJSON")
	ErrZip      = errors.New("places: the zip holds no table of places")
)

const (
	maxLine   = 1 << 20 // bytes of a line; longer ones are no row
	maxFaults = 20      // faults that are told one by one
	maxBad    = 10_000  // rows without a place, from which a file with hardly any other is given up
)

// Faults are what of a file could not be used, one sentence each with file and line. The first few are told, the others
// counted.
type Faults struct {
	File string
	All  []Fault
	More int // that are not in All
	bad  int // rows that could not be used
	row  int // the row that is read, 1 the first: a line of a table, a feature of a GeoJSON
	unit string
}

// at tells of a fault in the present row.
func (f *Faults) at(words string, pairs ...any) { f.of(fault(words, pairs...)) }

// of is at with a fault that is made already.
func (f *Faults) of(x Fault) {
	f.bad++
	if len(f.All) >= maxFaults {
		f.More++
		return
	}
	x.Unit, x.Row = f.unit, f.row
	f.All = append(f.All, x)
}

// note tells of something about the whole file.
func (f *Faults) note(words string, pairs ...any) {
	f.All = append(f.All, fault(words, pairs...))
}

// Sentences are all that is to be told, in English.
func (f *Faults) Sentences() []string {
	if f == nil {
		return nil
	}
	var out []string
	for _, x := range f.All {
		if x.Unit != "" {
			out = append(out, fmt.Sprintf("%s, %s %d: %s", f.File, x.Unit, x.Row, x))
		} else {
			out = append(out, fmt.Sprintf("%s: %s", f.File, x))
		}
	}
	if f.More > 0 {
		out = append(out, fmt.Sprintf("%s: %d more rows could not be used.", f.File, f.More))
	}
	return out
}

// input is a file of places while it is read.
type input struct {
	ctx    context.Context
	add    func(Row) error
	faults *Faults
	found  int
	left   int // rows of kinds that are no places of the news
	size   int64
	at     int64 // bytes read
	report progress.Report
}

// Row is a place of a file, with the columns that only a person's own places have.
type Row struct {
	gazetteer.Entry
	Names []string // other names
}

// Read hands every place of a file to add, in the order of the file, until add fails with gazetteer.ErrLayerFull, which is told
// among the faults. Other errors of add are faults of the row. The whole file is never in memory.
func Read(ctx context.Context, path string, add func(Row) error, report progress.Report) (*Faults, error) {
	f := &Faults{File: filepath.Base(path), unit: "line"}
	file, err := os.Open(path)
	if err != nil {
		return f, err
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return f, err
	case !info.Mode().IsRegular():
		return f, fmt.Errorf("places: %s is no file", f.File)
	}
	in := &input{ctx: ctx, add: add, faults: f, size: info.Size(), report: report}
	head := make([]byte, 4)
	if n, _ := file.ReadAt(head, 0); n == 4 && bytes.Equal(head, []byte("PK\x03\x04")) {
		r, size, err := zipped(file, info.Size())
		if err != nil {
			return f, err
		}
		defer r.Close()
		in.size = size
		return f, in.read(r)
	}
	return f, in.read(file)
}

// zipped is the table in a zip: the largest of its files whose name may be that of one.
func zipped(file io.ReaderAt, size int64) (io.ReadCloser, int64, error) {
	z, err := zip.NewReader(file, size)
	if err != nil {
		return nil, 0, fmt.Errorf("%w: %v", ErrZip, err)
	}
	var best *zip.File
	for _, e := range z.File {
		name := strings.ToLower(filepath.Base(e.Name))
		switch filepath.Ext(name) {
		case ".txt", ".csv", ".tsv", ".geojson", ".json":
		default:
			continue
		}
		if !strings.HasPrefix(name, "readme") && (best == nil || e.UncompressedSize64 > best.UncompressedSize64) {
			best = e
		}
	}
	if best == nil {
		return nil, 0, ErrZip
	}
	r, err := best.Open()
	if err != nil {
		return nil, 0, fmt.Errorf("%w: %v", ErrZip, err)
	}
	return r, int64(min(best.UncompressedSize64, 1<<62)), nil
}

// read finds out what r is and reads it.
func (in *input) read(r io.Reader) error {
	b := bufio.NewReaderSize(&counting{r, in}, 1<<16)
	head, _ := b.Peek(1 << 16)
	if err := in.ctx.Err(); err != nil {
		return err
	}
	if len(bytes.TrimSpace(head)) == 0 {
		return fmt.Errorf("%w (the file is empty)", ErrNoPlaces)
	}
	text, err := decoded(b, head, in.faults)
	if err != nil {
		return err
	}
	first, _ := text.Peek(1 << 15)
	switch start := bytes.TrimLeft(first, " \t\r\n\ufeff"); {
	case len(start) > 0 && (start[0] == '{' || start[0] == '['):
		err = in.geojson(text)
	default:
		err = in.table(text)
	}
	switch {
	case errors.Is(err, gazetteer.ErrLayerFull):
		in.faults.note(layerFull, "N", gazetteer.MaxLayer)
		err = nil
	case err != nil && in.found > 0 && in.ctx.Err() == nil:
		in.faults.at(cutShort)
		err = nil
	}
	switch {
	case err != nil:
		return err
	case in.ctx.Err() != nil:
		return in.ctx.Err()
	case in.found == 0:
		return ErrNoPlaces
	case in.left > 0:
		in.faults.note(noNews, "N", in.left)
	}
	return nil
}

// counting tells how far a file is read, and ends where the work is cancelled.
type counting struct {
	r  io.Reader
	in *input
}

// Read is called by io.
func (c *counting) Read(p []byte) (int, error) {
	if err := c.in.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	const step = 1 << 22
	if before := c.in.at; (before+int64(n))/step != before/step || before == 0 {
		c.in.report.At(Stage, int((before+int64(n))>>10), int(max(c.in.size, before+int64(n))>>10))
	}
	c.in.at += int64(n)
	return n, err
}

// errMostlyBad is a file that hardly holds a place.
var errMostlyBad = fmt.Errorf("%w; hardly a row has one", ErrNoPlaces)

// take hands a place on. The error ends the file.
func (in *input) take(r Row) error {
	if r.Name == "" {
		in.faults.at(noName)
		return in.enough()
	}
	switch err := in.add(r); {
	case errors.Is(err, gazetteer.ErrLayerFull):
		return err
	case errors.Is(err, gazetteer.ErrNoPlace):
		in.faults.at(noPlace)
	case err != nil:
		x, ok := err.(Fault)
		if !ok {
			return err
		}
		in.faults.of(x)
	default:
		in.found++
	}
	return in.enough()
}

// enough is an error where a file has so many rows without a place that it is none.
func (in *input) enough() error {
	if in.faults.bad >= maxBad && in.faults.bad > 9*in.found {
		return errMostlyBad
	}
	return nil
}

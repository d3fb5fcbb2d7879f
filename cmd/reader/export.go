package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"dateline/app/export"
	"dateline/app/story"
)

// export is "reader export".
func (t *tool) export(args []string) error {
	fs := t.flags("export")
	path := fs.String("o", "", "file to write; its ending names the format")
	at := fs.String("at", "", "only what can have been on this day, YYYY-MM-DD")
	size := fs.String("size", "1280x800", "of a picture, in pixels")
	date := fs.String("date", "", "day of publication of the articles, YYYY-MM-DD")
	if err := parse(fs, args); err != nil {
		return err
	}
	o, err := dateOption(*date)
	if err != nil {
		return err
	}
	if *path == "" {
		return misuse("-o names no file")
	}
	w, h, err := parseSize(*size)
	if err != nil {
		return err
	}
	var period story.Period
	if *at != "" {
		d, ok := story.ParseDay(*at)
		if !ok {
			return misuse("-at %q is not a date: write YYYY-MM-DD", *at)
		}
		period = story.Between(d, d)
	}
	format := strings.ToLower(strings.TrimPrefix(filepath.Ext(*path), "."))
	write, ok := exporters[format]
	switch {
	case !ok:
		return misuse("no format is known for %q; use png, geojson, csv or jsonl", *path)
	case fs.NArg() == 0:
		return misuse("no file named")
	}
	s, err := t.readFiles(fs.Args(), o)
	if err != nil || s == nil {
		return err
	}
	var b bytes.Buffer
	if err := write(t, &b, s, period, w, h); err != nil {
		return err
	}
	return writeWhole(*path, b.Bytes())
}

// exporters are the formats of "reader export", by the ending of the file.
var exporters = map[string]func(t *tool, w io.Writer, s *story.Story, p story.Period, width, height int) error{
	"geojson": func(_ *tool, w io.Writer, s *story.Story, p story.Period, _, _ int) error {
		return export.GeoJSON(w, s, story.Visible(s, p, story.Filter{}), exportOptions())
	},
	"csv": func(_ *tool, w io.Writer, s *story.Story, p story.Period, _, _ int) error {
		return export.CSV(w, s, story.Visible(s, p, story.Filter{}), exportOptions())
	},
	"jsonl": func(_ *tool, w io.Writer, s *story.Story, _ story.Period, _, _ int) error {
		return export.JSONL(w, s, export.LineOptions{WithDoc: true, Credit: true})
	},
}

func parseSize(s string) (w, h int, err error) {
	a, b, ok := strings.Cut(strings.ToLower(s), "x")
	w, err1 := strconv.Atoi(a)
	h, err2 := strconv.Atoi(b)
	if !ok || err1 != nil || err2 != nil || w < 64 || h < 64 || w > 8192 || h > 8192 {
		return 0, 0, misuse("-size %q: write WIDTHxHEIGHT, each from 64 to 8192", s)
	}
	return w, h, nil
}

// writeWhole writes a file so that a failure leaves no half of it.
func writeWhole(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".reader-*")
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(b); err != nil {
		f.Close()
		return fmt.Errorf("export: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

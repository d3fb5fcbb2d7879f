//go:build web

// What is written is shown to the programs that it is for, in a real browser without a network. .ci/web.sh installs what that
// takes and runs this; the checks themselves are in .ci/web.
package formats

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"dateline/app/document"
	informats "dateline/app/document/formats"
	"dateline/app/engine"
	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo"
	"dateline/geo/outline"
	"dateline/geo/tile"
	"github.com/paulmach/orb"
)

// shelf writes stories into a folder, each in all formats that have something to show.
type shelf struct {
	t    *testing.T
	dir  string
	base *tile.Basemap
	gaz  func(b orb.Bound, n int) []geo.Place
}

func (s *shelf) put(name string, st *story.Story, p story.Period, formats ...string) {
	s.t.Helper()
	c := export.Content{Story: st, View: story.Visible(st, p, story.Filter{})}
	c.Map = export.Map{Tiles: s.base, Outlines: outline.New(s.base.Archive()), Cities: s.gaz}
	for _, n := range formats {
		f, ok := All.Named(n)
		if !ok {
			s.t.Fatalf("no format %q", n)
		}
		path := filepath.Join(s.dir, name+f.Exts[0])
		if n == "timelinejs-csv" || n == "storymapjs" {
			path = filepath.Join(s.dir, name+"-"+n+f.Exts[0])
		}
		if err := export.WriteFile(context.Background(), path, f, c); err != nil {
			s.t.Fatal(err)
		}
	}
}

// shipped is the sample story that ships.
func shipped(t *testing.T, e *engine.Engine) *story.Story {
	t.Helper()
	var docs []story.Document
	err := fs.WalkDir(assets.Samples(), "kursk-2025", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(assets.Samples(), path)
		if err != nil {
			return err
		}
		read, err := informats.All.Bytes(context.Background(), b, path, document.Options{})
		docs = append(docs, read...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Read(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// crowd is a story of n events at 200 places in two months, told by seven articles.
func crowd(n int) *story.Story {
	s := sample.Story()
	one, a := s.Events[0], s.Articles[0]
	s.Events = nil
	for len(s.Articles) < 7 {
		s.Articles = append(s.Articles, a)
	}
	for i := range n {
		e := one
		e.Same, e.Doc = fmt.Sprint("e", i), i%7
		e.When = story.On(story.NewDay(2024, 5, 1)+story.Day(i*61/n), 0.9, story.BasisClause)
		w := *e.Where
		w.Place.ID, w.Place.Name = geo.PlaceID(1000+i%200), fmt.Sprintf("Town %d", i%200)
		w.Place.Point = orb.Point{-9 + 12*math.Mod(float64(i%200)*0.618, 1), 37 + float64(i%200)/25}
		w.Place.Anchor = w.Place.Point
		e.Where = &w
		s.Events = append(s.Events, e)
	}
	return s
}

func TestWeb(t *testing.T) {
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		t.Fatal(err)
	}
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	s := shelf{t, t.TempDir(), base, e.Gazetteer().In}
	tools := []string{"html", "svg", "geojson", "timelinejs", "timelinejs-csv", "storymapjs"}
	s.put("sample", shipped(t, e), story.Period{}, tools...)
	s.put("nasty", nasty(), story.Period{}, tools...)
	s.put("empty", sample.Story(), story.Between(1, 2), tools...)
	s.put("many", crowd(2000), story.Period{}, tools...)
	if info, err := os.Stat(filepath.Join(s.dir, "sample.html")); err != nil || info.Size() > 1_500_000 {
		t.Errorf("the page of the sample: %v, %v", info.Size(), err)
	} else {
		t.Logf("figure: HTML page of the sample: %d kB", info.Size()/1000)
	}
	check(t, s.dir)
}

// check runs the checks of .ci/web on a folder: each is a test.
func check(t *testing.T, dir string) {
	pictures, err := filepath.Abs("../../../build/web")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "check.mjs", dir, pictures, os.Getenv("DATELINE_WEB_ONLY"))
	cmd.Dir = "../../../.ci/web"
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	lines := bufio.NewScanner(bytes.NewReader(out))
	n := 0
	for lines.Scan() {
		var x struct {
			Name, Fault, Figure, Unit string
			Value                     float64
		}
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatalf("%v: %s", err, lines.Bytes())
		}
		if x.Figure != "" {
			t.Logf("figure: %s %v %s", x.Figure, x.Value, x.Unit)
			continue
		}
		n++
		t.Run(x.Name, func(t *testing.T) {
			if x.Fault != "" {
				t.Error(x.Fault)
			}
		})
	}
	if err != nil || n == 0 {
		t.Fatalf("the checks did not run to their end: %v, %d were run", err, n)
	}
}

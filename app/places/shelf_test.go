package places

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/assets"
	"dateline/geo"
	"dateline/geo/gazetteer"
	"github.com/google/go-cmp/cmp"
)

var shipped = sync.OnceValue(func() *gazetteer.Index {
	x, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		panic(err)
	}
	return x
})

func opened(t *testing.T, folder string) *Shelf {
	t.Helper()
	s, faults := Open(folder, shipped)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return s
}

func TestOwnPlacesAreKept(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	a, b := Own("Quillbrook", [2]float64{35.5, 51.2}), Own("Wide Moor", [2]float64{10, 50})
	a.Names, b.Kind, b.Km = []string{"Quill", "Old, Quill"}, geo.KindRegion, 3.5
	add := func(p geo.Own) func([]geo.Own) []geo.Own {
		return func(all []geo.Own) []geo.Own { return append(all, p) }
	}
	if _, err := s.Change(add(a)); err != nil {
		t.Fatal(err)
	}
	// Another window adds one meanwhile.
	if _, err := opened(t, dir).Change(add(b)); err != nil {
		t.Fatal(err)
	}
	before, err := s.Change(func(all []geo.Own) []geo.Own { return all })
	if err != nil || len(before) != 2 {
		t.Fatalf("%v %v", before, err)
	}
	got := opened(t, dir).Own()
	if d := cmp.Diff([]geo.Own{a, b}, got); d != "" {
		t.Error(d)
	}
	if _, err := s.Change(func([]geo.Own) []geo.Own { return nil }); err != nil {
		t.Fatal(err)
	}
	if got := opened(t, dir).Own(); len(got) != 0 {
		t.Errorf("after all are removed: %v", got)
	}
	if _, err := s.Change(func([]geo.Own) []geo.Own { return make([]geo.Own, MaxOwn+1) }); !errors.Is(err, ErrMany) {
		t.Errorf("too many: %v", err)
	}
}

func TestLayersAreKept(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	stages := 0
	one := written(t, "villages.csv", "name,lat,lon\nQuillbrook,51.2,35.5\nFar Wick,50,36\nX,,\n")
	l, faults, err := s.AddLayer(context.Background(), one, func(string, int, int) { stages++ })
	if err != nil || l.Places != 2 || len(faults.Sentences()) != 1 || stages == 0 {
		t.Fatalf("%+v %v %v", l, faults.Sentences(), err)
	}
	if _, _, err := s.AddLayer(context.Background(), written(t, "XX.txt", geonames), nil); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.AddLayer(context.Background(), one, nil); err != nil { // again: it takes the place of the first
		t.Fatal(err)
	}
	again := opened(t, dir)
	names := func(s *Shelf) (out []string) {
		for _, l := range s.Layers() {
			out = append(out, fmt.Sprintf("%s %d %v", l.Name, l.Places, l.Off))
		}
		return out
	}
	if got := names(again); !slices.Equal(got, []string{"villages.csv 2 false", "XX.txt 1 false"}) {
		t.Errorf("layers %q", got)
	}
	_, layers, turn := again.Stack(nil)
	x := shipped().Over(layers...)
	if h := x.Lookup("Quillbrook", nil); len(h) != 1 || x.LayerOf(h[0].Row) != "villages.csv" {
		t.Errorf("%v: two layers have the village, which is one place", h)
	}
	if err := again.Switch(l.ID, false); err != nil {
		t.Fatal(err)
	}
	if _, layers, now := again.Stack(nil); len(layers) != 1 || now == turn {
		t.Errorf("%d layers after one is switched off", len(layers))
	}
	if err := again.Remove(l.ID); err != nil {
		t.Fatal(err)
	}
	if got := names(opened(t, dir)); !slices.Equal(got, []string{"XX.txt 1 false"}) {
		t.Errorf("after one is removed: %q", got)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*.places*")); len(files) != 1 {
		t.Errorf("files left: %q", files)
	}
	last := opened(t, dir)
	only := last.Layers()[0]
	if err := errors.Join(last.Remove(only.ID), last.PutBack(only)); err != nil || len(opened(t, dir).Layers()) != 1 {
		t.Errorf("it is not put back: %v", err)
	}
}

func TestDamagedShelf(t *testing.T) {
	dir := t.TempDir()
	s := opened(t, dir)
	if _, err := s.Change(func([]geo.Own) []geo.Own { return []geo.Own{Own("Quillbrook", [2]float64{1, 2})} }); err != nil {
		t.Fatal(err)
	}
	good, _, err := s.AddLayer(context.Background(), written(t, "XX.txt", geonames), nil)
	if err != nil {
		t.Fatal(err)
	}
	bad, _, err := s.AddLayer(context.Background(), written(t, "villages.csv", "name,lat,lon\nFar Wick,50,36\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, bad.ID+".places")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data[:len(data)-5], 0o600); err != nil {
		t.Fatal(err)
	}
	again, faults := Open(dir, shipped)
	if len(faults) != 1 || !strings.Contains(faults[0].String(), "villages.csv") || !strings.Contains(faults[0].String(), path) {
		t.Errorf("told %q", faults)
	}
	if _, layers, _ := again.Stack(nil); len(layers) != 1 || layers[0].Name != good.Name || len(again.Own()) != 1 {
		t.Error("the rest does not go on")
	}
	if err := again.Remove(bad.ID); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"own.geojson", "layers.json"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("{\"fea"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, faults := Open(dir, shipped); len(faults) != 2 {
		t.Errorf("told %q", faults)
	}
	if _, err := os.Stat(filepath.Join(dir, "own.geojson.damaged")); err != nil {
		t.Error("the damaged file is gone")
	}
}

func TestReadOwn(t *testing.T) {
	own, faults, err := ReadOwn(context.Background(), written(t, "a.csv", "name,lat,lon,km\nA,1,2,\nA,1,2,\nB,3,4,2.5\n"))
	if err != nil || len(own) != 2 || own[1].Kind != geo.KindRegion || own[1].Km != 2.5 || len(faults.Sentences()) != 1 {
		t.Errorf("%+v %v %v", own, faults.Sentences(), err)
	}
	if _, _, err := ReadOwn(context.Background(), written(t, "a.csv", "name,lat,lon\n"+villages(MaxOwn+2))); !errors.Is(err, ErrMany) {
		t.Errorf("too many: %v", err)
	}
	var b strings.Builder
	if err := WriteOwn(&b, own); err != nil {
		t.Fatal(err)
	}
	again, _, err := ReadOwn(context.Background(), written(t, "b.geojson", b.String()))
	if d := cmp.Diff(own, again); d != "" || err != nil {
		t.Error(err, d)
	}
}

// villages are rows of a CSV.
func villages(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Village K%d of %c%c,%.4f,%.4f\n", i, 'A'+i%26, 'a'+i/26%26, float64(i%1500)/10-75, float64(i/1500%3500)/10-175)
	}
	return b.String()
}

// BenchmarkLayer indexes a million rows of a CSV and of a GeoNames table.
func BenchmarkLayer(b *testing.B) {
	for _, c := range []struct{ name, head string }{{"csv", "name,lat,lon\n"}, {"geonames", ""}} {
		path := filepath.Join(b.TempDir(), c.name+".txt")
		f, err := os.Create(path)
		if err != nil {
			b.Fatal(err)
		}
		io.WriteString(f, c.head)
		for i := range 1_000_000 {
			lat, lon := float64(i%1500)/10-75, float64(i/1500%3500)/10-175
			if c.head != "" {
				fmt.Fprintf(f, "Village K%d of %c,%.4f,%.4f\n", i, 'A'+i%26, lat, lon)
			} else {
				fmt.Fprintf(f, "%d\tVillage K%d\tVillage K%d\tOld K%d,Selo K%d\t%.4f\t%.4f\tP\tPPL\tUA\t\t07\t\t\t\t%d\t\t150\tEurope/Kyiv\t2024-01-01\n", i+20_000_000, i, i, i, i, lat, lon, i%900)
			}
		}
		f.Close()
		b.Run(c.name, func(b *testing.B) {
			peak := uint64(0)
			for b.Loop() {
				_, _, _, err := build(context.Background(), path, shipped(), func(string, int, int) {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					peak = max(peak, m.HeapInuse)
				})
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(1e6*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(float64(peak)/1e6, "MB-in-use")
		})
	}
}

// TestShelf_WithoutAFolderIsEmpty: where nothing can be kept nothing is damaged.
func TestShelf_WithoutAFolderIsEmpty(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]string{"a folder that is not there": file + "-not", "a folder below a file": filepath.Join(file, "places")} {
		if _, faults := Open(folder, nil); len(faults) > 0 {
			t.Errorf("%s: %q", name, faults)
		}
	}
}

package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rule says who may import what, and why. Folders are relative to the root; "x/..." is x and all below it.
type rule struct {
	why     string
	imports []string // what the rule is about
	only    []string // the folders that may; empty: none may
	from    []string // the folders the rule holds for; empty: all
	tests   bool     // test files are held to it too
}

// panes are the widgets that show a story. Each knows its own data and no other pane.
var panes = []string{"dateline/app/ui/mapview/...", "dateline/app/ui/timeline/...", "dateline/app/ui/quotelist/...",
	"dateline/app/ui/textview/...", "dateline/app/ui/placelist/...", "dateline/app/ui/present/...", "dateline/app/ui/presenter/...",
	"dateline/app/ui/reviewlist/...", "dateline/app/ui/compareview/...", "dateline/app/ui/clockview/...", "dateline/app/ui/correctcard/...", "dateline/app/ui/runlist/..."}

var rules = []rule{
	{"reading, sessions and maps must run and be tested without a window: Fyne only in the window's packages",
		[]string{"fyne.io/fyne/v2/..."}, []string{"app", "app/ui", "app/ui/...", "cmd/viewer", "cmd/gallery"}, nil, true},
	{"geography knows nothing of news: what is below stays below",
		[]string{"dateline/app/..."}, nil, []string{"geo", "geo/..."}, true},
	{"data is handed in, so that a package can be tested with small data and the linker can drop what nobody names",
		[]string{"dateline/assets"}, []string{"app", "cmd/...", "assets/gen/..."}, nil, false},
	{"one fence round go-staticmaps and its geometry",
		[]string{"github.com/flopp/go-staticmaps/...", "github.com/golang/geo/..."}, []string{"geo/staticmap"}, nil, true},
	{"widgets and exports show values; only the window and its table of commands turn gestures into commands",
		[]string{"dateline/app/session"}, []string{"app", "app/ui", "app/ui/bind", "app/ui/command", "app/session"}, nil, true},
	{"SQLite is large: only what reads map files and writes stories in its format links it",
		[]string{"modernc.org/..."}, []string{"geo/tile/mbtiles", "app/export/sqlite"}, nil, true},
	{"these link a BSON driver", []string{"github.com/paulmach/orb/maptile/...", "github.com/paulmach/orb/encoding/mvt"}, nil, nil, true},
	{"GeoJSON links a BSON driver too: only where it is written or read",
		[]string{"github.com/paulmach/orb/geojson"}, []string{"app/export/...", "app/document/..."}, nil, true},
	{"one fence round the parser of Markdown, so that another version or another parser touches one package",
		[]string{"github.com/yuin/goldmark/..."}, []string{"app/document/markdown"}, nil, true},
	{"the vocabulary is the bottom of app: it imports no sibling",
		[]string{"dateline/app/..."}, nil, []string{"app/story"}, true},
	{"readers give values: they know neither the story's assembly nor who shows it",
		[]string{"dateline/app/assemble", "dateline/app/engine", "dateline/app/session", "dateline/app/export", "dateline/app/ui/..."},
		nil, []string{"app/reading", "app/reading/...", "app/document", "app/document/...", "app/event", "app/assemble"}, true},
	{"panes are joined by the window, never to one another", panes, []string{"app/ui", "cmd/gallery"}, nil, false},
	{"what the panes are told is made without a window, and tested without one",
		[]string{"fyne.io/fyne/v2/...", "dateline/app/ui", "dateline/app/ui/kit/...", "dateline/app/ui/command", "dateline/app/ui/dialog"},
		nil, []string{"app/ui/bind", "app/ui/bind/..."}, true},
	{"the words and data of the window are the window's", []string{"dateline/app/ui/bind/..."}, []string{"app/ui", "app/ui/bind", "app/ui/command"}, nil, true},
	{"commands and dialogs are joined by the window", []string{"dateline/app/ui/command", "dateline/app/ui/dialog"}, []string{"app/ui"}, nil, true},
	{"the window is started by app alone", []string{"dateline/app/ui"}, []string{"app", "cmd/viewer"}, nil, false},
	{"what panes share knows no pane and nothing of the program: anything in ui may import it",
		[]string{"dateline/..."}, nil, []string{"app/ui/kit"}, false},
	{"widgets serve the window only", []string{"dateline/app/ui/kit/..."}, []string{"app/ui", "app/ui/...", "cmd/gallery"}, nil, true},
	{"a calendar date is no instant and never shifts with a zone: what reads and keeps days knows no time.Time (a PDF names the time of its making)",
		[]string{"time"}, []string{"app/export/pdf"}, []string{"app/story", "app/document", "app/reading", "app/reading/...", "app/event", "app/assemble", "app/engine", "app/export", "app/export/..."}, false},
	{"one fence round what writes PDF", []string{"codeberg.org/go-pdf/..."}, []string{"app/export/pdf"}, nil, true},
	{"what is derived from a story knows the story alone, so that window, reader and exports share it",
		[]string{"dateline/app/reading/...", "dateline/app/assemble", "dateline/app/event", "dateline/app/engine", "dateline/app/library", "dateline/app/session",
			"dateline/app/document/...", "dateline/app/export/...", "dateline/app/project", "dateline/app/ui/...", "dateline/assets"},
		nil, []string{"app/review", "app/compare", "app/quiz", "app/slides"}, false},
	{"nothing leaves the machine without consent: these two doors ask for it", []string{"net/http/..."}, []string{"app/fetch", "geo/tile/online"}, nil, false},
	{"nothing listens and nothing calls but these: the two doors above, and the socket of the file system where starts of the program meet",
		[]string{"net"}, []string{"app/fetch", "geo/tile/online", "app/instance"}, nil, false},
	{"what only one system has is fenced: where starts meet, what opens a file, a window that comes back and its terminal",
		[]string{"golang.org/x/sys/..."}, []string{"app/instance", "app/openwith", "app"}, nil, true},
	{"where starts of the program meet knows nothing of it", []string{"dateline/..."}, nil, []string{"app/instance"}, false},
	{"what the system is told of the program knows nothing of stories and windows",
		[]string{"dateline/app/story", "dateline/app/document/...", "dateline/app/project", "dateline/app/session", "dateline/app/engine", "dateline/app/ui/...", "dateline/assets"}, nil, []string{"app/openwith"}, false},
	{"the window is joined to the engine in app alone",
		[]string{"dateline/app/engine"}, []string{"app", "app/engine", "app/corpus", "cmd/reader", "cmd/reader/..."}, nil, false},
}

func matches(path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		if base, ok := strings.CutSuffix(p, "/..."); ok {
			return path == base || strings.HasPrefix(path, base+"/")
		}
		return path == p
	})
}

// TestLayers reads the imports of every Go file and holds them to the rules.
func TestLayers(t *testing.T) {
	root := ".."
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if rel == "build" || rel != "." && strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Errorf("%s: %v", rel, err)
			return nil
		}
		files++
		folder := strings.TrimSuffix(rel, "/"+d.Name())
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			for _, r := range rules {
				if !broken(r, folder, imported, strings.HasSuffix(path, "_test.go")) {
					continue
				}
				t.Errorf("%s imports %s: %s", rel, imported, r.why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 40 {
		t.Fatalf("only %d files read: the test looks in the wrong place", files)
	}
}

func broken(r rule, folder, imported string, test bool) bool {
	if test && !r.tests || !matches(imported, r.imports) || "dateline/"+folder == imported {
		return false
	}
	if test && strings.HasPrefix(imported, "dateline/"+folder) {
		return false // an external test of the package itself
	}
	if len(r.from) > 0 && !matches(folder, r.from) {
		return false
	}
	return !matches(folder, r.only)
}

// TestPanesKnowNoStory: of the vocabulary, panes know days, periods, stretches of text and the words in it, which are mere values.
func TestPanesKnowNoStory(t *testing.T) {
	known := []string{"Day", "DayMin", "DayMax", "NewDay", "ParseDay", "Period", "Between", "Span", "InWord", "WordAround"}
	for _, pane := range panes {
		folder := filepath.Join("..", strings.TrimSuffix(strings.TrimPrefix(pane, "dateline/"), "/..."))
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files, %v", folder, err)
		}
		for _, path := range files {
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if x, ok := n.(*ast.SelectorExpr); ok && isNamed(x.X, "story") && !slices.Contains(known, x.Sel.Name) {
					t.Errorf("%s knows story.%s: hand the pane plain values", path, x.Sel.Name)
				}
				return true
			})
		}
	}
}

// TestRulesBite shows each rule a file that breaks it and one that does not.
func TestRulesBite(t *testing.T) {
	for _, c := range []struct {
		name, folder, imported string
		test, bad              bool
	}{
		{"Fyne in a reader", "app/reading/timex", "fyne.io/fyne/v2", false, true},
		{"Fyne in a pane", "app/ui/timeline", "fyne.io/fyne/v2/canvas", false, false},
		{"Fyne in a test of geo", "geo/tile", "fyne.io/fyne/v2", true, true},
		{"app in geo", "geo/mark", "dateline/app/story", false, true},
		{"assets in a reader", "app/reading/name", "dateline/assets", false, true},
		{"assets in a reader's test", "app/reading/name", "dateline/assets", true, false},
		{"staticmaps in export", "app/export", "github.com/flopp/go-staticmaps", false, true},
		{"staticmaps in its fence", "geo/staticmap", "github.com/flopp/go-staticmaps", false, false},
		{"session in a pane", "app/ui/mapview", "dateline/app/session", false, true},
		{"session in the window", "app/ui", "dateline/app/session", false, false},
		{"session in the table of commands", "app/ui/command", "dateline/app/session", false, false},
		{"session in a dialog", "app/ui/dialog", "dateline/app/session", false, true},
		{"Fyne in what panes are told", "app/ui/bind", "fyne.io/fyne/v2/lang", false, true},
		{"Fyne in its tests", "app/ui/bind", "fyne.io/fyne/v2/test", true, true},
		{"a pane imports what it is told", "app/ui/timeline", "dateline/app/ui/bind", false, true},
		{"what panes are told imports a pane", "app/ui/bind", "dateline/app/ui/timeline", false, true},
		{"a dialog imports a pane", "app/ui/dialog", "dateline/app/ui/mapview", false, true},
		{"a dialog imports the commands", "app/ui/dialog", "dateline/app/ui/command", false, true},
		{"maptile anywhere", "app/ui/mapview", "github.com/paulmach/orb/maptile", false, true},
		{"plain orb", "geo/tile", "github.com/paulmach/orb", false, false},
		{"SQLite in tile", "geo/tile", "modernc.org/sqlite", false, true},
		{"SQLite in mbtiles", "geo/tile/mbtiles", "modernc.org/sqlite", false, false},
		{"geojson in its format", "app/export/geojson", "github.com/paulmach/orb/geojson", false, false},
		{"a clock in a format", "app/export/csv", "time", false, true},
		{"fpdf in its format", "app/export/pdf", "codeberg.org/go-pdf/fpdf", false, false},
		{"fpdf elsewhere", "app/export/docx", "codeberg.org/go-pdf/fpdf", false, true},
		{"goldmark in its format", "app/document/markdown", "github.com/yuin/goldmark/ast", false, false},
		{"goldmark elsewhere", "app/document/web", "github.com/yuin/goldmark", false, true},
		{"geojson in tile", "geo/tile", "github.com/paulmach/orb/geojson", false, true},
		{"the story imports a reader", "app/story", "dateline/app/reading", false, true},
		{"a reader imports assembly", "app/reading/name", "dateline/app/assemble", false, true},
		{"a pane imports a pane", "app/ui/mapview", "dateline/app/ui/timeline", false, true},
		{"the window imports a pane", "app/ui", "dateline/app/ui/timeline", false, false},
		{"a pane imports the window", "app/ui/mapview", "dateline/app/ui", false, true},
		{"a pane imports the kit", "app/ui/mapview", "dateline/app/ui/kit", false, false},
		{"the kit imports a pane", "app/ui/kit", "dateline/app/ui/timeline", false, true},
		{"the kit imports the story", "app/ui/kit", "dateline/app/story", false, true},
		{"an export imports the kit", "app/export", "dateline/app/ui/kit", false, true},
		{"a clock in a reader", "app/reading/pubdate", "time", false, true},
		{"the session in what is derived from a story", "app/review", "dateline/app/session", false, true},
		{"the story in what is derived from it", "app/review", "dateline/app/story", false, false},
		{"a clock in a reader's test", "app/export", "time", true, false},
		{"a clock in the session", "app/session", "time", false, false},
		{"a listener in the window", "app/ui", "net", false, true},
		{"a listener where starts meet", "app/instance", "net", false, false},
		{"the system's own calls in a pane", "app/ui/mapview", "golang.org/x/sys/windows", false, true},
		{"the story where starts meet", "app/instance", "dateline/app/story", false, true},
		{"the window imports the engine", "app/ui", "dateline/app/engine", false, true},
		{"app imports the engine", "app", "dateline/app/engine", false, false},
	} {
		got := slices.ContainsFunc(rules, func(r rule) bool { return broken(r, c.folder, c.imported, c.test) })
		if got != c.bad {
			t.Errorf("%s: broken %v, want %v", c.name, got, c.bad)
		}
	}
}

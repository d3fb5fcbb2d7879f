package app

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/app/document/formats"
	"dateline/geo/heat"
	"dateline/geo/mark"
	"golang.org/x/text/feature/plural"
	tag "golang.org/x/text/language"
)

// The window is worded by its English words as keys, the reasons by their codes. These tests read the sources for the
// words that are asked for and hold each file of assets/translations against them.

const (
	uiFolder          = "ui"
	exportFolder      = "export"
	storyFolder       = "story"
	placesFolder      = "places"
	translationFolder = "../assets/translations"
)

// worded collects the words that the sources of one package hand to the translation.
type worded struct {
	pkg    string
	out    bool // it writes files
	fset   *token.FileSet
	files  []*ast.File
	tables map[string]*ast.CompositeLit // package-level variables
	consts map[string]*ast.BasicLit     // package-level constants
	funcs  map[string]*ast.FuncDecl     // functions without a receiver
	others map[string]*worded           // all packages of the window, by name
	keys   map[string]bool
	counts map[string]bool // keys whose words count something
	menus  map[string]bool
	open   []string // arguments that could not be traced to literals
}

// fromElsewhere are arguments of words that are kept where they are handed over: the words of commands, the nouns of
// closures around Count, what formats are called, faults of files of places, and what a wording is made of.
var fromElsewhere = []string{"c.Name", "c.Pane", "outer", "inner", "many", "words", "f.Label", "f.Words"}

// fromCodes is the argument of the window's one wording of reasons.
const fromCodes = "r.Code"

func newWorded(t *testing.T, dir string) *worded {
	t.Helper()
	w := &worded{pkg: filepath.Base(dir), out: strings.HasPrefix(filepath.ToSlash(dir), exportFolder), fset: token.NewFileSet(), tables: map[string]*ast.CompositeLit{}, consts: map[string]*ast.BasicLit{},
		funcs: map[string]*ast.FuncDecl{}, keys: map[string]bool{}, counts: map[string]bool{}, menus: map[string]bool{}}
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(w.fset, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		w.files = append(w.files, f)
		for _, d := range f.Decls {
			w.declare(d)
		}
	}
	return w
}

// collect walks the package once all packages are read.
func (w *worded) collect(others map[string]*worded) {
	w.others = others
	for _, f := range w.files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && (fn.Recv == nil && fn.Name.Name == "text" || w.out && slices.Contains(handOn, fn.Name.Name)) {
				continue
			}
			w.walk(d)
		}
	}
}

func (w *worded) declare(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			w.funcs[d.Name.Name] = d
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for i, x := range v.Values {
				if i >= len(v.Names) {
					break
				}
				switch x := x.(type) {
				case *ast.CompositeLit:
					w.tables[v.Names[i].Name] = x
				case *ast.BasicLit:
					w.consts[v.Names[i].Name] = x
				}
			}
		}
	}
}

// walk visits one declaration and keeps the words of its calls and of its commands.
func (w *worded) walk(d ast.Decl) {
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			w.call(n, d)
		case *ast.CompositeLit:
			if isNamed(n.Type, "Command") {
				w.command(n, d)
			}
			if list, ok := n.Type.(*ast.ArrayType); ok && isNamed(list.Elt, "Command") {
				for _, e := range n.Elts {
					if c, ok := e.(*ast.CompositeLit); ok && c.Type == nil {
						w.command(c, d)
					}
				}
			}
		}
		return true
	})
}

// handOn are the functions of exports that hand words on as they get them.
var handOn = []string{"t", "unfilled"}

// call keeps the words that a call is handed: text in the window, package lang, in bind the methods L, X and N, in exports Say,
// N and t. Count words its third argument, the noun for many, after the number.
func (w *worded) call(c *ast.CallExpr, in ast.Decl) {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		if f.Name == "text" && w.pkg == "ui" {
			w.add(c.Args[0], in, w.keys)
		}
	case *ast.SelectorExpr:
		switch {
		case w.source(f.X) == "export.English": // for programs
		case w.out && (f.Sel.Name == "Say" || slices.Contains(handOn, f.Sel.Name)) && len(c.Args) > 0:
			w.add(c.Args[0], in, w.keys)
		case w.out && f.Sel.Name == "N" && len(c.Args) == 2:
			w.add(c.Args[0], in, w.counts)
		case isNamed(f.X, "lang") && f.Sel.Name == "N", w.pkg == "bind" && f.Sel.Name == "N" && len(c.Args) == 3:
			w.add(c.Args[0], in, w.counts)
		case isNamed(f.X, "lang") && (f.Sel.Name == "L" || f.Sel.Name == "X"), w.pkg == "bind" && (f.Sel.Name == "L" || f.Sel.Name == "X"),
			w.pkg == "command" && f.Sel.Name == "Word":
			w.add(c.Args[0], in, w.keys)
		case f.Sel.Name == "Count" && len(c.Args) == 3:
			nouns := map[string]bool{}
			w.add(c.Args[2], in, nouns)
			for noun := range nouns {
				w.counts["{{.N}} "+noun] = true
			}
		}
	}
}

// command keeps the menu, the name and the keys of a command: "Time>Speed" is two menus.
func (w *worded) command(c *ast.CompositeLit, in ast.Decl) {
	for _, e := range c.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch {
		case isNamed(kv.Key, "Name"), isNamed(kv.Key, "Pane"):
			w.add(kv.Value, in, w.keys)
		case isNamed(kv.Key, "Menu"):
			menus := map[string]bool{}
			w.add(kv.Value, in, menus)
			for m := range menus {
				outer, inner, _ := strings.Cut(m, ">")
				w.menus[outer], w.keys[outer] = true, true
				if inner != "" {
					w.keys[inner] = true
				}
			}
		}
	}
}

// home is the package that an expression names something of, and the name: of this one, or of another one of the window.
func (w *worded) home(x ast.Expr) (*worded, string) {
	switch x := x.(type) {
	case *ast.Ident:
		return w, x.Name
	case *ast.SelectorExpr:
		if id, ok := x.X.(*ast.Ident); ok && w.others[id.Name] != nil {
			return w.others[id.Name], x.Sel.Name
		}
	}
	return w, ""
}

// add keeps the literals that an argument can be: itself, a constant, the values of a table, what a function returns, or
// what is handed to the function or closure whose parameter it is.
func (w *worded) add(x ast.Expr, in ast.Decl, to map[string]bool) {
	switch x := x.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(x.Value); err == nil {
			if s != "" {
				to[s] = true
			}
			return
		}
	case *ast.IndexExpr:
		if p, name := w.home(x.X); p.tables[name] != nil {
			for _, e := range p.tables[name].Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					e = kv.Value
				}
				w.add(e, in, to)
			}
			return
		}
	case *ast.CallExpr:
		if p, name := w.home(x.Fun); p.funcs[name] != nil {
			fn := p.funcs[name]
			ast.Inspect(fn, func(n ast.Node) bool {
				if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 1 {
					p.add(r.Results[0], fn, to)
				}
				return true
			})
			return
		}
	case *ast.Ident:
		if lit := w.consts[x.Name]; lit != nil {
			w.add(lit, in, to)
			return
		}
		if w.handed(x, in, to) {
			return
		}
	}
	if s := w.source(x); s != fromCodes && !slices.Contains(fromElsewhere, s) {
		w.open = append(w.open, fmt.Sprintf("%s: %s", w.fset.Position(x.Pos()), s))
	}
}

// handed keeps what the calls of the function or closure around x hand over for the parameter x.
func (w *worded) handed(x *ast.Ident, in ast.Decl, to map[string]bool) bool {
	name, at := "", -1
	if fn, ok := in.(*ast.FuncDecl); ok && fn.Recv == nil {
		name, at = fn.Name.Name, parameter(fn.Type, x.Name)
	}
	ast.Inspect(in, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == 1 && len(a.Rhs) == 1 && a.Pos() <= x.Pos() && x.End() <= a.End() {
			id, ok1 := a.Lhs[0].(*ast.Ident)
			if fn, ok2 := a.Rhs[0].(*ast.FuncLit); ok1 && ok2 && parameter(fn.Type, x.Name) >= 0 {
				name, at = id.Name, parameter(fn.Type, x.Name)
			}
		}
		return true
	})
	if at < 0 {
		return false
	}
	for _, f := range w.files {
		for _, d := range f.Decls {
			ast.Inspect(d, func(n ast.Node) bool {
				if c, ok := n.(*ast.CallExpr); ok && isNamed(c.Fun, name) && at < len(c.Args) {
					w.add(c.Args[at], d, to)
				}
				return true
			})
		}
	}
	return true
}

// parameter is the index of a named parameter; -1 if there is none.
func parameter(f *ast.FuncType, name string) int {
	i := 0
	for _, field := range f.Params.List {
		for _, n := range field.Names {
			if n.Name == name {
				return i
			}
			i++
		}
	}
	return -1
}

func isNamed(x ast.Expr, name string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == name
}

func (w *worded) source(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return w.source(x.X) + "." + x.Sel.Name
	}
	return fmt.Sprintf("%T", x)
}

// windowWords are the keys that the window and what it exports ask for, those of them that count something, and those that
// name menus.
func windowWords(t *testing.T) (keys, counts, menus map[string]bool) {
	t.Helper()
	packages := map[string]*worded{}
	for _, folder := range []string{uiFolder, exportFolder} {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() || d.Name() == "testdata" {
				return err
			}
			packages[filepath.Base(path)] = newWorded(t, path)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	keys, counts, menus = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, w := range packages {
		w.collect(packages)
		for _, s := range w.open {
			t.Errorf("%s: the words cannot be traced to literals; hand a literal, a constant, a table or a function of literals to text", s)
		}
		maps.Copy(keys, w.keys)
		maps.Copy(keys, w.counts)
		maps.Copy(counts, w.counts)
		maps.Copy(menus, w.menus)
	}
	pen := mark.Pen{Say: func(english string, _ ...any) string { keys[english] = true; return english }}
	pen.Kinds([]mark.Mark{{Filled: true, Country: true}, {Filled: true, Open: true}, {Ring: true}})
	pen.HeatKind(&heat.Layer{Spots: make([]heat.Spot, 1)})
	for _, c := range newWorded(t, placesFolder).consts {
		if words, err := strconv.Unquote(c.Value); err == nil && (strings.HasSuffix(words, ".") || strings.HasSuffix(words, "?")) {
			keys[words] = true // of a places.Fault
		}
	}
	return keys, counts, menus
}

// reasonSentences are the codes of reasons with their English sentences, from the tables of app/story.
func reasonSentences(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	paths, _ := filepath.Glob(filepath.Join(storyFolder, "reason_*.go"))
	for _, path := range paths {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			kv, ok := n.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			k, ok1 := kv.Key.(*ast.BasicLit)
			v, ok2 := kv.Value.(*ast.BasicLit)
			if ok1 && ok2 {
				code, err1 := strconv.Unquote(k.Value)
				sentence, err2 := strconv.Unquote(v.Value)
				if err1 == nil && err2 == nil {
					out[code] = sentence
				}
			}
			return true
		})
	}
	return out
}

// readTranslation reads one file: each key with its forms ("other" alone where it has no plural). A key that stands
// twice is an error.
func readTranslation(t *testing.T, path string) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	out := map[string]map[string]string{}
	for d.More() {
		tok, err := d.Token()
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		key, _ := tok.(string)
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			t.Fatalf("%s: %q: %v", path, key, err)
		}
		if out[key] != nil {
			t.Errorf("%s: %q stands twice", path, key)
		}
		one, forms := "", map[string]string{}
		if json.Unmarshal(raw, &one) == nil {
			forms["other"] = one
		} else if err := json.Unmarshal(raw, &forms); err != nil {
			t.Errorf("%s: %q is neither words nor forms of a plural: %v", path, key, err)
		}
		out[key] = forms
	}
	return out
}

var placeholder = regexp.MustCompile(`\{\{\.[A-Za-z]+\}\}|\{[0-9]\}`)

func placeholders(s string) string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return strings.Join(found, " ")
}

func translationFiles(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(translationFolder, "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no translations: %v", err)
	}
	out := map[string]string{}
	for _, p := range paths {
		out[strings.TrimSuffix(filepath.Base(p), ".json")] = p
	}
	return out
}

var labelled = regexp.MustCompile(`export\.Format{Name: "[a-z0-9-]+", Label: "([^"]+)"`)

// exportLabels are what the formats out are called, also those that are offered only where another program is found.
func exportLabels(t *testing.T) (out []string) {
	t.Helper()
	paths, err := filepath.Glob("export/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range labelled.FindAllSubmatch(b, -1) {
			if !strings.HasSuffix(p, "_test.go") {
				out = append(out, string(m[1]))
			}
		}
	}
	if len(out) < 20 {
		t.Fatalf("only %d labels found", len(out))
	}
	return out
}

func TestTranslations(t *testing.T) {
	keys, counts, menus := windowWords(t)
	for _, label := range formats.All.Labels() {
		keys[label] = true
	}
	for _, label := range exportLabels(t) {
		keys[label] = true
	}
	reasons := reasonSentences(t)
	if len(keys) < 200 || len(menus) < 5 || len(reasons) < 100 {
		t.Fatalf("the sources give %d keys, %d menus and %d reasons: too few to be all", len(keys), len(menus), len(reasons))
	}
	files := translationFiles(t)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		t.Run(name, func(t *testing.T) {
			got, of, c := readTranslation(t, files[name]), formsOf(name), checked{name, keys, reasons}
			for _, k := range slices.Sorted(maps.Keys(keys)) {
				if got[k] == nil {
					t.Errorf("missing: %q", k)
				}
			}
			for _, code := range slices.Sorted(maps.Keys(reasons)) {
				if got[code] == nil && name != "en" {
					t.Errorf("missing: %q: %q", code, reasons[code])
				}
			}
			for _, k := range slices.Sorted(maps.Keys(got)) {
				c.forms(t, k, got[k], of.single)
				if counts[k] && !slices.Equal(slices.Sorted(maps.Keys(got[k])), of.all) {
					t.Errorf("%q counts something: it has the forms %v, and the language needs %v", k, slices.Sorted(maps.Keys(got[k])), of.all)
				} else if !counts[k] && len(got[k]) > 1 {
					t.Errorf("%q counts nothing: it needs one form", k)
				}
			}
			titles := map[string]string{}
			for _, m := range slices.Sorted(maps.Keys(menus)) {
				title := got[m]["other"]
				if titles[title] != "" {
					t.Errorf("the menus %q and %q are both called %q", titles[title], m, title)
				}
				titles[title] = m
			}
		})
	}
}

// apart tells two keys of the same English word from each other.
var apart = regexp.MustCompile(` \((short|of a day|short, of a day|of i|compass|folder)\)$`)

// formOf is the form that a whole number asks for in a language, by the rules of CLDR.
func formOf(language string, n int) string {
	names := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}
	return names[plural.Cardinal.MatchPlural(tag.Make(language), n, 0, 0, 0, 0)]
}

// forms are those of words that count something in a language, and those among them that a single number has, so that they
// can name it without a sign: "حدثان", two events.
type forms struct{ all, single []string }

func formsOf(language string) (out forms) {
	numbers := map[string]int{"other": 2}
	for n := range 1000 {
		numbers[formOf(language, n)]++
	}
	for form, n := range numbers {
		if n == 1 {
			out.single = append(out.single, form)
		}
	}
	out.all = slices.Sorted(maps.Keys(numbers))
	return out
}

// checked is one language, with what is asked of it.
type checked struct {
	language string
	keys     map[string]bool
	reasons  map[string]string
}

// forms holds the forms of one key against its English words.
func (c checked) forms(t *testing.T, key string, forms map[string]string, single []string) {
	t.Helper()
	english := key
	if s, ok := c.reasons[key]; ok {
		english = s
	} else if !c.keys[key] {
		t.Errorf("unknown: %q is not asked for", key)
		return
	}
	english = apart.ReplaceAllString(english, "")
	switch key {
	case "[direction]":
		english = "from the left"
	case "[language]":
		english = c.language
	}
	if forms["other"] == "" {
		t.Errorf("%q has no words", key)
	}
	for form, s := range forms {
		if strings.TrimSpace(s) != s || s == "" {
			t.Errorf("%q: %s is %q: no words, or blank around them", key, form, s)
		}
		if places := placeholders(s); places != placeholders(english) && !(slices.Contains(single, form) && places == placeholders(strings.ReplaceAll(english, "{{.N}}", ""))) {
			t.Errorf("%q: %s is %q: it needs the places %q", key, form, s, placeholders(english))
		}
		if c.language == "en" && form == "other" && s != english {
			t.Errorf("%q: the English words are %q", key, s)
		}
	}
}

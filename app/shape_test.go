package app

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	screen    = 60 // lines: a function that is longer does not fit a screen
	mostLong  = 15 // functions that are longer nevertheless; the number never goes up
	mostTaken = 6  // parameters: what takes more wants a struct
)

// long is the lines of a function without those of the tables in it: a list of words may be as long as it is. A call
// such as add("noon midday", 12), with a string and nothing but constants, is a row of a table too.
func long(files *token.FileSet, f *ast.FuncDecl) int {
	lines := func(n ast.Node) int { return files.Position(n.End()).Line - files.Position(n.Pos()).Line }
	total := lines(f) + 1
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if holdsCode(n) {
				return true
			}
			total -= lines(n)
			return false
		case *ast.ExprStmt:
			if call, ok := n.X.(*ast.CallExpr); ok && isRow(call) {
				total -= lines(n) + 1
				return false
			}
		}
		return true
	})
	return total
}

// isRow reports whether a call writes a row of a table: to a function named add.
func isRow(call *ast.CallExpr) bool {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	if name != "add" {
		return false
	}
	words := false
	for _, a := range call.Args {
		plain := true
		ast.Inspect(a, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				words = words || n.Kind == token.STRING
			case *ast.CallExpr:
				conversion, ok := n.Fun.(*ast.Ident)
				plain = plain && ok && conversion.Name == "int"
			case *ast.FuncLit, *ast.IndexExpr, *ast.CompositeLit:
				plain = false
			}
			return plain
		})
		if !plain {
			return false
		}
	}
	return words
}

// holdsCode reports whether there are functions among the values of a table.
func holdsCode(table *ast.CompositeLit) (found bool) {
	ast.Inspect(table, func(n ast.Node) bool {
		_, is := n.(*ast.FuncLit)
		found = found || is
		return !found
	})
	return found
}

// taken is how many parameters a function has.
func taken(f *ast.FuncType) (n int) {
	for _, p := range f.Params.List {
		n += max(1, len(p.Names))
	}
	return n
}

// sources calls visit for each Go file of the repository, tests included.
func sources(t *testing.T, visit func(path string, files *token.FileSet, f *ast.File)) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "build" || name == "testdata" || name == ".git" {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(path), files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestFunctionsFitAScreen counts the functions that do not, outside tests and tables.
func TestFunctionsFitAScreen(t *testing.T) {
	var tooLong []string
	read := 0
	sources(t, func(path string, files *token.FileSet, f *ast.File) {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			read++
			if n := taken(fn.Type); n > mostTaken {
				t.Errorf("%s: %s takes %d parameters, more than %d", path, fn.Name.Name, n, mostTaken)
			}
			if n := long(files, fn); n > screen && !strings.HasSuffix(path, "_test.go") {
				tooLong = append(tooLong, fmt.Sprintf("%4d lines  %s: %s", n, path, fn.Name.Name))
			}
		}
	})
	if read < 1000 {
		t.Fatalf("only %d functions read: the test looks in the wrong place", read)
	}
	if len(tooLong) > mostLong {
		slices.Sort(tooLong)
		slices.Reverse(tooLong)
		t.Errorf("%d functions are longer than %d lines, more than %d:\n%s", len(tooLong), screen, mostLong, strings.Join(tooLong, "\n"))
	}
}

// TestShapeBites shows that tables are not counted and code is.
func TestShapeBites(t *testing.T) {
	row := strings.Repeat("\t\t{\"a\", 1},\n", 100)
	for _, c := range []struct {
		claim, body string
		params      string
		lines, n    int
	}{
		{"a short function", "\n", "a, b int, string", 3, 4},
		{"a table in a function", "\tx := []pair{\n" + row + "\t}\n\t_ = x\n", "", 4, 0},
		{"rows that are calls", strings.Repeat("\tadd(\"noon\", class|other, int(part), 0)\n", 70), "", 2, 0},
		{"calls that are none", strings.Repeat("\tadd(noon, \"a\", f(x))\n", 35) + strings.Repeat("\tprint(\"a\")\n", 35), "", 72, 0},
		{"code among the rows", "\tx := []any{\n\t\tfunc() {\n" + strings.Repeat("\t\t\tf()\n", 70) + "\t\t},\n\t}\n\t_ = x\n", "", 77, 0},
		{"code alone", strings.Repeat("\tf()\n", 70), "a ...int", 72, 1},
	} {
		params := strings.ReplaceAll(c.params, ", string", ", c, d string")
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, "x.go", "package x\n\nfunc g("+params+") {\n"+c.body+"}\n", 0)
		if err != nil {
			t.Fatal(err)
		}
		fn := f.Decls[0].(*ast.FuncDecl)
		if got, n := long(files, fn), taken(fn.Type); got != c.lines || n != c.n {
			t.Errorf("%s: %d lines and %d parameters, want %d and %d", c.claim, got, n, c.lines, c.n)
		}
	}
}

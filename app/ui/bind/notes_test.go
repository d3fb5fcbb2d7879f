package bind

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestNotesOfDocumentsAreWorded(t *testing.T) {
	w := spoken(t, "de")
	for _, c := range []struct{ in, want string }{
		{"its day does not exist", "den Tag gibt es nicht"},
		{"row 4: its day does not exist", "Zeile 4: den Tag gibt es nicht"},
		{"1 pages of the archive hold no article's text and were left out", "1 Seite des Archivs enthält keinen Artikeltext und wurde ausgelassen"},
		{"12000 rows more have a day or a place that cannot be used", "12.000 weitere Zeilen haben einen Tag oder Ort, der nicht verwendet werden kann"},
		{"something that no format says", "something that no format says"},
	} {
		if got := w.note(c.in); got != c.want {
			t.Errorf("%q is worded %q, want %q", c.in, got, c.want)
		}
	}
}

// TestEveryNoteOfAFormatIsKnown reads the sources of the formats for the sentences that they note.
func TestEveryNoteOfAFormatIsKnown(t *testing.T) {
	verb := regexp.MustCompile(`%[+#]?[a-z]|%\.[0-9]+[a-z]`)
	found := 0
	err := filepath.WalkDir("../../document", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testdata") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if s, ok := c.Fun.(*ast.SelectorExpr); !ok || s.Sel.Name != "Note" || len(c.Args) != 1 {
				return true
			}
			ast.Inspect(c.Args[0], func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					s, _ := strconv.Unquote(lit.Value)
					said := verb.ReplaceAllString(s, "7")
					found++
					if marked := (Words{local: func(s string, _ ...any) string { return "known" }, count: func(string, string, int, ...any) string { return "known" }}).note(said); marked != "known" {
						t.Errorf("%s notes %q, which no language of the window words", path, s)
					}
				}
				return true
			})
			return true
		})
		return nil
	})
	if err != nil || found < 15 {
		t.Errorf("%d notes found (%v)", found, err)
	}
}

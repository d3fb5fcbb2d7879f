package name

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/app/reading/token"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"President Karl Lund met Dr. Ann Smith-Holm III. He left.", "The Ministry of the of for", "Mr. Mr. Mr.", "A. B. C. said", "de la van von",
		"ANN BERG 's 's’ \xff", "the the's president's chief, Karl Lund,", "Institute for the Study of War (ISW)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tx := token.Split(text)
		n := Find(tx, nil)
		last := 0
		for i, b := range n.Blocks {
			if b.Tokens.First < last || b.Tokens.First >= b.Tokens.Last || b.Tokens.Last > len(tx.Tokens) {
				t.Fatalf("block %d %+v after token %d of %d", i, b, last, len(tx.Tokens))
			}
			last = b.Tokens.Last
			if b.Entity < 0 || b.Entity >= len(n.Entities) || b.P < 0 || b.P > 1 {
				t.Fatalf("block %+v", b)
			}
			if b.Title.First < b.Title.Last && (b.Title.First < 0 || b.Title.Last > len(tx.Tokens)) {
				t.Fatalf("title %+v", b)
			}
		}
		for i := range tx.Tokens {
			n.Who(i, nil)
		}
		if d := cmp.Diff(n.People(), Find(tx, nil).People()); d != "" {
			t.Fatal("two runs differ:", d)
		}
		Same(text, text+" "+text)
	})
}

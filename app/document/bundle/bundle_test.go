package bundle_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/app/document"
	"dateline/app/document/bundle"
	"dateline/app/document/docx"
	"dateline/app/document/internal/golden"
	"dateline/app/document/plain"
	"dateline/app/document/rtf"
	"dateline/app/story"
)

var formats = document.Formats{bundle.In(plain.Format), bundle.In(docx.Format), bundle.In(rtf.Format)}

func read(t testing.TB, b []byte, name string, whole bool) []story.Document {
	t.Helper()
	docs, err := formats.Bytes(context.Background(), b, name, document.Options{Whole: whole})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return docs
}

// told is the text of an article that counts: neither furniture nor what is said of it.
func told(d *story.Document) string {
	var b strings.Builder
	at := 0
	for _, z := range d.Zones {
		b.WriteString(d.Text[at:z.Span.Start])
		b.WriteByte('\n')
		at = z.Span.End
	}
	b.WriteString(d.Text[at:])
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestTwentyBundles: every article is found, no two are joined, none is cut, and what is said of each is read.
func TestTwentyBundles(t *testing.T) {
	articles, titles, days, papers, authors, asked := 0, 0, 0, 0, 0, 0
	for i, b := range bundles() {
		docs := read(t, b.file, b.name, false)
		if len(docs) != len(b.articles) {
			t.Errorf("bundle %d (%s): %d of %d articles", i+1, b.name, len(docs), len(b.articles))
			continue
		}
		for k, d := range docs {
			want := b.articles[k]
			golden.Sound(t, d)
			articles++
			if d.Title == want.title {
				titles++
			} else {
				t.Logf("%s #%d: title %q, want %q", b.name, k+1, d.Title, want.title)
			}
			if len(d.Dates) > 0 && d.Dates[0].Day == want.day {
				days++
			} else {
				t.Logf("%s #%d: days %v, want %v", b.name, k+1, d.Dates, want.day)
			}
			if d.Publisher == want.paper {
				papers++
			} else {
				t.Logf("%s #%d: paper %q, want %q", b.name, k+1, d.Publisher, want.paper)
			}
			if b.signed {
				asked++
				if strings.TrimPrefix(strings.TrimPrefix(d.Byline, "By "), "Von ") == want.author {
					authors++
				} else {
					t.Logf("%s #%d: author %q, want %q", b.name, k+1, d.Byline, want.author)
				}
			}
			if got := told(&d); got != strings.Join(strings.Fields(want.text()), " ") {
				t.Errorf("%s #%d: the text is\n%q, want\n%q", b.name, k+1, got, want.text())
			}
			if d.File != fmt.Sprintf("%s #%d", b.name, k+1) || d.Container != b.name || d.Part != k+1 {
				t.Errorf("%s: article %d is %q, part %d of %q", b.name, k+1, d.File, d.Part, d.Container)
			}
		}
	}
	for _, m := range []struct {
		what   string
		n, of  int
		needed float64
	}{{"titles", titles, articles, 0.95}, {"days", days, articles, 0.95}, {"papers", papers, articles, 0.95}, {"authors", authors, asked, 0.95}} {
		t.Logf("%s right: %d of %d", m.what, m.n, m.of)
		if float64(m.n) < m.needed*float64(m.of) {
			t.Errorf("%s: %d of %d right", m.what, m.n, m.of)
		}
	}
}

func TestJoin_AndPartAgain(t *testing.T) {
	for _, b := range bundles() {
		docs := read(t, b.file, b.name, false)
		one := bundle.Join(docs)
		golden.Sound(t, one)
		if one.Joined != len(docs) || one.File != b.name {
			t.Errorf("%s: joined %d of %d as %q", b.name, one.Joined, len(docs), one.File)
		}
		again := bundle.Part(&one)
		if len(again) != len(docs) {
			t.Errorf("%s: %d articles, then %d", b.name, len(docs), len(again))
			continue
		}
		for i := range again {
			if a, d := &again[i], &docs[i]; a.ID != d.ID || a.File != d.File || a.Title != d.Title || a.Part != d.Part || len(a.Dates) != len(d.Dates) {
				t.Errorf("%s: part %d is %q (%s), was %q (%s)", b.name, i+1, a.Title, a.File, d.Title, d.File)
			}
		}
	}
}

func TestOneArticle(t *testing.T) {
	for _, c := range []struct{ name, in string }{
		{"an article", "Bridge mended\n\nLISBON, March 12 (Agency) - It is open.\n\nThe mayor was glad."},
		{"an article with a line across", "Bridge mended\n\nIt is open.\n\n* * *\n\nThe mayor was glad.\n\n-----\n\nSo were all."},
		{"an article that ends with a mark of its own", "Bridge mended\n\nIt is open.\n\nEnd of document"},
		{"an article that speaks of documents", "Papers found\n\nDocument 2 of 3\n\nwas lost, said Ann Roe, who had seen it."},
		{"a note with a title and a day", "Title: Bridge mended\nDate: 2025-03-12\n\nIt is open."},
		{"a table of figures between lines", "Prices\n----------\nBread 2\n----------\nMilk 1\n----------\n"},
		{"a table of days", "-----\n12 March 2025\n-----\n13 March 2025\n-----\n14 March 2025"},
	} {
		if docs := read(t, []byte(c.in), "a.txt", false); len(docs) != 1 || docs[0].Text != c.in && strings.TrimSpace(docs[0].Text) != strings.TrimSpace(c.in) {
			t.Errorf("%s is %d articles", c.name, len(docs))
		}
	}
	b := bundles()[0]
	if docs := read(t, b.file, b.name, true); len(docs) != 1 {
		t.Errorf("a bundle that is to be one article is %d", len(docs))
	}
}

func TestWhatStandsBeforeTheFirstArticleIsSaidToBeLeftOut(t *testing.T) {
	for _, b := range bundles() {
		docs := read(t, b.file, b.name, false)
		lists := strings.HasPrefix(b.name, "nexis") || strings.HasPrefix(b.name, "lexis") || strings.HasPrefix(b.name, "proquest")
		if said := len(docs[0].Notes) == 1 && strings.Contains(docs[0].Notes[0], "before the first article"); said != lists || len(docs[1].Notes) > 0 {
			t.Errorf("%s: notes %q", b.name, docs[0].Notes)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, b := range bundles() {
		if strings.HasSuffix(b.name, ".txt") {
			f.Add(b.file[:min(len(b.file), 3000)])
		}
	}
	golden.Fuzz(f, bundle.In(plain.Format), "1 of 2 DOCUMENTS\n\nA\n12 March 2025\n\nT\n\nLENGTH: 1 words\n\nx\n\n2 of 2 DOCUMENTS\n", "Title: a\nDate: 2025-01-01\n\nx\n\nTitle: b\nDate: 2025-01-02\n\ny",
		"HD a\nWC 5 words\nPD 1 May 2024\nLP x\nAN Document ABCDE00020250312el3c0001a\n", "Body\nEnd of Document", "____________________\nTitle: x\nFull text:\n")
}

func BenchmarkSplit(b *testing.B) {
	one := bundles()[4]
	for _, n := range []int{1, 10, 100} {
		file := []byte(strings.Repeat(string(one.file), n))
		b.Run(fmt.Sprintf("%dkB", len(file)>>10), func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			for b.Loop() {
				read(b, file, one.name, false)
			}
		})
	}
}

// TestSplit_IsLinear: files that are all marks, all labels or one long line take no more time per byte than others.
func TestSplit_IsLinear(t *testing.T) {
	for _, c := range []struct{ name, unit string }{
		{"lines across", "-----\nx\n"}, {"titles", "Title: a\n"}, {"numbered", "1 of 2 DOCUMENTS\n"}, {"ends", "Body\nEnd of Document\n"}, {"codes", "HD a\n"}, {"figures", "1.1.1.1.2025"},
		{"a label that never ends", "x "}, {"underscores", "____________________\n"}, {"days", "12 March 2025\n"},
	} {
		d := story.Document{Text: "Title: x\n" + strings.Repeat(c.unit, (2<<20)/len(c.unit))}
		done := make(chan int, 1)
		go func() { done <- len(bundle.Split(&d)) }()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Fatalf("2 MB of %s take longer than 20 s", c.name)
		}
	}
}

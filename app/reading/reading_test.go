package reading_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/reading"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

var gaz = sync.OnceValue(func() *gazetteer.Index {
	x, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		panic(err)
	}
	return x
})

func finders() *reading.Finders { return &reading.Finders{Gazetteer: gaz()} }

func resolve(r *reading.Reading, pub story.Publication) *reading.Resolved {
	return r.Resolve((&geocode.Geocoder{Gazetteer: gaz()}).Resolve(r.Mentions(), geocode.Prior{}), pub, nil)
}

func on(y, m, d int) story.Publication {
	day := story.NewDay(y, m, d)
	return story.Publication{Kind: story.DateGiven, Best: day, From: day, To: day, P: 1}
}

func ExampleFinders() {
	doc := document.Plain("Police arrested two men in Lisbon on Monday.", "a.txt", document.Options{})
	r := finders().Read(&doc)
	for _, y := range []int{2023, 2024} {
		a := resolve(r, on(y, 5, 15)).Article // the same reading, another day of publication
		fmt.Println(a.Toponyms[0].Place.Name, a.Timexes[0].Value)
	}
	// Output:
	// Lisbon 2023-05-15
	// Lisbon 2024-05-13
}

func TestTitleIsFoundInTheText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"the first line that is a headline", "Ferry sinks off Manila\n\nA ferry sank off Manila on Monday, the coast guard said.", "Ferry sinks off Manila"},
		{"else what the text begins with", "a ferry sank off Manila on Monday.", "a ferry sank off Manila on Monday."},
		{"nothing in nothing", "", ""},
	} {
		doc := document.Plain(c.text, "a.txt", document.Options{})
		r := finders().Read(&doc)
		if got := resolve(r, r.Publication()).Article.Title; got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestGivenSpans(t *testing.T) {
	text := "It rained in Lima and in Quito."
	doc := document.Plain(text, "a.txt", document.Options{})
	r := finders().ReadGiven(&doc, []story.Span{{Start: 25, End: 30}})
	a := resolve(r, r.Publication()).Article
	if len(a.Toponyms) != 1 || a.Toponyms[0].Span.In(text) != "Quito" {
		t.Errorf("got %+v", a.Toponyms)
	}
}

func TestBlankHoldsTheText(t *testing.T) {
	doc := document.Plain("It rained in Lima.", "a.txt", document.Options{})
	a := reading.Blank(&doc).Resolve(nil, story.Publication{}, nil).Article
	if a.Text != doc.Text || len(a.Toponyms)+len(a.Timexes)+len(a.Sentences) != 0 || len(a.Zones) != 1 {
		t.Errorf("got %+v", a)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("KYIV, March 13 (Reuters) - “We will go,” said Mr O’Neill in Paris, Texas.\n\nBy A. Nyone\n• one\r\n• two")
	f.Add("\u200f\u202e “ ‘ « \" ' ( in Ŀima on 31/02/2024, 30-day U.S.-Russia")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		doc := document.Plain(text, "a.txt", document.Options{})
		r := finders().Read(&doc)
		x := resolve(r, on(2024, 5, 15))
		check := func(what string, s story.Span, empty bool) {
			if s.Start < 0 || s.End > len(text) || s.End < s.Start || s.Empty() && !empty ||
				s.Start < len(text) && !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
				t.Fatalf("%s %v in %q", what, s, text)
			}
		}
		end := 0
		for _, z := range x.Article.Zones {
			check("zone", z.Span, false)
			if z.Span.Start != end {
				t.Fatalf("zones leave a gap: %v", x.Article.Zones)
			}
			end = z.Span.End
		}
		if end != len(text) {
			t.Fatalf("zones end at %d of %d", end, len(text))
		}
		end = 0
		for _, p := range x.Article.Toponyms {
			check("toponym", p.Span, false)
			if p.Span.Start < end {
				t.Fatalf("toponyms overlap: %+v", x.Article.Toponyms)
			}
			end = p.Span.End
		}
		end = 0
		for _, m := range x.Article.Timexes {
			check("timex", m.Span, false)
			if m.Span.Start < end {
				t.Fatalf("timexes overlap: %+v", x.Article.Timexes)
			}
			end = m.Span.End
		}
		for _, q := range x.Quotes {
			check("quote", q.Span, false)
			check("speaker", q.By, true)
			check("cue", q.Cue, true)
			if q.Speaker < -1 || q.Speaker >= len(x.Speakers) {
				t.Fatalf("speaker %d of %d", q.Speaker, len(x.Speakers))
			}
		}
	})
}

func TestDenseTextIsBoundedAndSaysSo(t *testing.T) {
	f := finders()
	r := f.Read(&story.Document{Text: strings.Repeat("Monday ", 40_000)})
	if len(r.Times) != 30_000 || len(r.Document.Notes) != 1 || !strings.Contains(r.Document.Notes[0], "far more times") {
		t.Errorf("%d times, notes %q", len(r.Times), r.Document.Notes)
	}
	if r = f.Read(&story.Document{Text: strings.Repeat("Lima, Oslo, ", 40_000)}); len(r.Places) != 30_000 || len(r.Document.Notes) != 1 || !strings.Contains(r.Document.Notes[0], "only the first 30000") {
		t.Errorf("%d places, notes %q", len(r.Places), r.Document.Notes)
	}
	if r = f.Read(&story.Document{Text: strings.Repeat("Rain fell in Lima on Monday, and it was cold. ", 100)}); len(r.Document.Notes) != 0 || len(r.Times) != 100 {
		t.Errorf("an article: %d times, notes %q", len(r.Times), r.Document.Notes)
	}
}

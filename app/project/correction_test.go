package project

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/app/story"
)

func reader() Reader {
	doc := story.Document{ID: "a", File: "a.txt", Text: "Ç Ships left. Ships came. In early March they sank."}
	return Reader{
		Article: func(name string) (*story.Document, bool) { return &doc, name == "a" || name == "a.txt" },
		Days: func(words string, _ *story.Document) (from, to story.Day, ok bool) {
			return 10, 20, words == "early March"
		},
	}
}

func TestReader_Decode(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"an article by its file", `{"article":"a.txt","set":{"published":"2024-05-15"}}`, `published a 0-0 "" 19858..19858`},
		{"offsets are code points", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"use":"actor"}}`, `use a 3-8 "Ships"`},
		{"words that moved are found again, the nearest ones", `{"article":"a","start":13,"end":18,"text":"Ships","set":{"use":"actor"}}`, `use a 15-20 "Ships"`},
		{"plain words are days", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"when":"early March"}}`, `when a 3-8 "Ships" 10..20`},
		{"an interval", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"when":"2024-05-15/2024-05-17"}}`, `when a 3-8 "Ships" 19858..19860`},
		{"null takes a day of publication back", `{"article":"a","set":{"published":null}}`, `published a 0-0 "" 0..0 as read`},
		{"two keys are two corrections", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"use":"literal","place":7}}`, `place a 3-8 "Ships"; use a 3-8 "Ships"`},
		{"no article of that name", `{"article":"z","set":{"published":"2024-05-15"}}`, `error: no article is called "z"`},
		{"words that are not there", `{"article":"a","start":2,"end":7,"text":"Boats","set":{"use":"actor"}}`, `error: the words "Boats" are not in the article`},
		{"a use that is none", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"use":"hero"}}`, `error: "use": it can be literal`},
		{"a day that is none", `{"article":"a","set":{"published":"soon"}}`, `error: "published": no day can be read in "soon"`},
		{"a month", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"when":"2024-05"}}`, `when a 3-8 "Ships" 19844..19874`},
		{"two months", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"when":"2024-04/2024-05"}}`, `when a 3-8 "Ships" 19814..19874`},
		{"a year that is told as EDTF has it", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"when":"2024"}}`, `when a 3-8 "Ships" 19723..20088`},
		{"days the wrong way round", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"when":"2024-05-17/2024-05-15"}}`, `error: "when": no day can be read`},
		{"a point off the earth", `{"article":"a","start":2,"end":7,"text":"Ships","set":{"place":[200,5]}}`, `error: "place": it has to be`},
		{"nothing to set", `{"article":"a","set":{}}`, `error: set holds nothing`},
		{"a key that nobody knows", `{"article":"a","set":{"published":"2024-05-15","colour":"red"}}`, `error: set holds nothing`},
		{"a scope that is none", `{"article":"a","scope":"world","set":{"published":"2024-05-15"}}`, `error: scope is "world"`},
		{"no JSON", `hello`, `error: it is no correction`},
		{"a place needs its words", `{"article":"a","set":{"place":7}}`, `error: "place" needs start, end and text`},
	} {
		r := reader()
		cs, err := r.Decode([]byte(c.line))
		var out []string
		for _, x := range cs {
			s := x.Kind.String() + " " + x.About.Article + " " + itoa(x.About.Span.Start) + "-" + itoa(x.About.Span.End) + ` "` + x.About.Words + `"`
			if x.From != 0 || x.To != 0 || x.AsRead {
				s += " " + itoa(int(x.From)) + ".." + itoa(int(x.To))
			}
			if x.AsRead {
				s += " as read"
			}
			out = append(out, s)
		}
		got := strings.Join(out, "; ")
		if err != nil {
			got = "error: " + err.Error()
		}
		if got != c.want && !(err != nil && strings.HasPrefix(got, c.want)) {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func itoa(n int) string { b, _ := json.Marshal(n); return string(b) }

func FuzzReader_Decode(f *testing.F) {
	for _, s := range []string{`{"article":"a","start":2,"end":7,"text":"Ships","set":{"use":"actor"}}`, `{"set":{"person":null},"text":"x"}`,
		`{"article":"a","start":-5,"end":99,"text":"Ships","set":{"place":[0,0],"radius":1e99}}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		r := reader()
		cs, err := r.Decode([]byte(line))
		if err == nil && len(cs) == 0 {
			t.Fatal("neither a correction nor an error")
		}
		doc, _ := r.Article("a")
		for _, c := range cs {
			if s := c.About.Span; s.Start < 0 || s.End > len(doc.Text) || s.Start > s.End {
				t.Fatalf("span %v", s)
			}
		}
	})
}

package corpus_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/corpus"
	"dateline/app/engine"
	"dateline/assets"
)

func open(t testing.TB) *engine.Engine {
	t.Helper()
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestAnswer(t *testing.T) {
	e := open(t)
	for _, c := range []struct{ name, line, has, fault string }{
		{"a number stays a number", `{"id":7,"text":"A ferry sank off Bari on Monday.","dct":"2024-05-15"}`, `{"id":7,`, ""},
		{"words stay words", `{"id":"7","text":"A ferry sank off Bari."}`, `{"id":"7",`, ""},
		{"places are found", `{"id":1,"text":"A ferry sank off Bari."}`, `"name":"Bari"`, ""},
		{"a title of another type is none", `{"id":1,"title":5,"text":"Rain."}`, `"places":[]`, ""},
		{"the first line may have a mark before it", "\xef\xbb\xbf" + `{"id":1,"text":"A ferry sank off Bari."} `, `"name":"Bari"`, ""},
		{"no object", `nonsense`, "", "not a JSON object"},
		{"no id", `{"text":"Rain."}`, "", `no "id"`},
		{"no text", `{"id":1}`, "", `no "text"`},
	} {
		out, err := corpus.Answer(t.Context(), e, []byte(c.line))
		if (err != nil) != (c.fault != "") || err != nil && !strings.Contains(err.Error(), c.fault) || !strings.Contains(string(out), c.has) {
			t.Errorf("%s: %s, %v", c.name, out, err)
		}
		if err == nil && strings.Count(string(out), "\n") != 1 {
			t.Errorf("%s: no single line: %q", c.name, out)
		}
	}
	for _, blank := range []string{"", " \r\n", "\xef\xbb\xbf"} {
		if out, err := corpus.Answer(t.Context(), e, []byte(blank)); out != nil || err != nil {
			t.Errorf("a blank line is answered: %q, %v", out, err)
		}
	}
}

func TestParse_SaysWhatIsNotUsed(t *testing.T) {
	if a, err := corpus.Parse([]byte(`{"id":1,"text":"Rain.","dct":"some day"}`), false); err != nil || !strings.Contains(a.Note, "some day") {
		t.Errorf("%q, %v", a.Note, err)
	}
	for _, places := range []string{`[{"start":2,"end":99}]`, `"none"`} {
		line := []byte(`{"id":1,"text":"Rain.","places":` + places + `}`)
		if _, err := corpus.Parse(line, true); err == nil {
			t.Errorf("places %s are taken", places)
		}
		if _, err := corpus.Parse(line, false); err != nil {
			t.Errorf("places %s, which are not asked for: %v", places, err)
		}
	}
}

// BenchmarkAnswer is a line of an archive from the first byte in to the last byte out, on one core.
func BenchmarkAnswer(b *testing.B) {
	e := open(b)
	text := strings.Repeat("A ferry sank off Bari on Monday, police said. “We lost two friends in the harbour,” said Anna Rossi, who was on board. ", 40)
	line := fmt.Appendf(nil, `{"id":1,"text":%q,"dct":"2024-05-15"}`, text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := corpus.Answer(b.Context(), e, line); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`{"id":1,"text":"Rain.","places":[{"start":0,"end":4}]}`, `{"id":[],"text":""}`, `[]`, `{"id":1e9,"text":"\u0000"}`} {
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, line []byte, given bool) {
		a, err := corpus.Parse(line, given)
		if err != nil {
			return
		}
		for _, s := range a.Input.Spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(a.Input.Document.Text) {
				t.Errorf("span %v of %d bytes", s, len(a.Input.Document.Text))
			}
		}
	})
}

func ExampleParse() {
	a, err := corpus.Parse([]byte(`{"id":"a","text":"Rain fell."}`), false)
	fmt.Println(a.Out.ID, len(a.Input.Document.Text), err)
	// Output: a 10 <nil>
}

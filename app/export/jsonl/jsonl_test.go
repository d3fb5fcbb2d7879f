package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/runes"
	"dateline/app/export/internal/sample"
)

func TestGolden(t *testing.T) {
	sample.Golden(t, "testdata/sample.jsonl", sample.Written(t, Format, sample.Content(sample.Story())))
}

func TestOffsetsAreCodePoints(t *testing.T) {
	s := sample.Story()
	b := Of(s).Append(nil, 0, Options{ID: "x"})
	var l struct {
		ID     string
		Text   *string
		Places []struct {
			Start, End int
			Text       string
		}
	}
	if err := json.Unmarshal(b, &l); err != nil {
		t.Fatal(err)
	}
	r := []rune(s.Articles[0].Text)
	if p := l.Places[0]; l.ID != "x" || l.Text != nil || string(r[p.Start:p.End]) != p.Text || p.Text != "Lisbon" {
		t.Errorf("got %+v", l)
	}
}

// TestWrite: a line that is handed on piece by piece is the same line.
func TestWrite(t *testing.T) {
	s := sample.Story()
	for range 2000 {
		s.Articles[0].Toponyms = append(s.Articles[0].Toponyms, s.Articles[0].Toponyms[0])
	}
	var got bytes.Buffer
	if err := Of(s).Write(&got, 0, Options{}); err != nil || got.Len() < 4*enough || got.String() != string(Of(s).Append(nil, 0, Options{})) {
		t.Errorf("%d bytes, %v", got.Len(), err)
	}
	if err := Of(s).Write(full{}, 0, Options{}); err == nil {
		t.Error("a full disk is not told")
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

// asJSON is what encoding/json writes.
func asJSON(t testing.TB, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func FuzzLetters(f *testing.F) {
	for _, s := range []string{"", "plain", `a"b\c/d<e>&`, "\x00\x08\x0c\n\r\t\x1f\x7f", "Żółw 漢🙂\u2028\u2029\ufffd", "cut \xe2\x82", "\xff\xc0\x80", "\xed\xa0\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := string(quoted(nil, s)), asJSON(t, s); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	})
}

func FuzzDecimal(f *testing.F) {
	for _, x := range []float64{0, math.Copysign(0, -1), 1, 0.5, 0.001, 0.9995, -0.0004, 179.99999, -9.1333333, 1e-5, 38.716666, 123456.789, 1e15, 3e17} {
		f.Add(x)
	}
	f.Fuzz(func(t *testing.T, x float64) {
		if math.IsNaN(x) || math.Abs(x) > 1e17 {
			if math.IsNaN(x) && string(decimal(nil, x, 3)) != "null" {
				t.Error("what is no number is written")
			}
			return
		}
		if got, want := string(decimal(nil, export.Round3(x), 3)), asJSON(t, export.Round3(x)); got != want {
			t.Errorf("%v to 3 decimals: got %s, want %s", x, got, want)
		}
		if got, want := string(decimal(nil, export.Round5(x), 5)), asJSON(t, export.Round5(x)); got != want {
			t.Errorf("%v to 5 decimals: got %s, want %s", x, got, want)
		}
	})
}

func TestRawID(t *testing.T) {
	for raw, want := range map[string]string{"7": `{"id":7,`, ` [1, "a"] `: `{"id":[1,"a"],`, "1e400": `{"id":1e400,`} {
		if got := string(Of(sample.Story()).Append(nil, 0, Options{ID: "x", RawID: []byte(raw)})); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %.40s", raw, got)
		}
	}
}

func TestRunes(t *testing.T) {
	text := strings.Repeat("aé漢🙂", 200)
	r := runes.Of(text)
	n := 0
	for i := range text {
		if r.At(i) != n {
			t.Fatalf("byte %d: got %d, want %d", i, r.At(i), n)
		}
		n++
	}
	if r.At(len(text)) != n || r.At(len(text)+9) != n || r.At(-1) != 0 {
		t.Error("the ends")
	}
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const article = "Café under water\n\nPolice evacuated 200 people in Lisbon on Monday. “The water is rising,” said Mayor Jan Nowak.\n"

// reader runs the program on a folder of its own.
func reader(t *testing.T, in string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(in), &o, &e)
	return code, o.String(), e.String()
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// findings is a line of output, as far as the tests look at it.
type findings struct {
	ID   any
	File string
	Text string
	DCT  struct {
		Best, Kind string
		Why        []string
	}
	Places []struct {
		Start, End int
		Text, Name string
		Literal    bool
		Lat, Lon   float64
		Anchor     [2]float64
	}
	Timexes []struct {
		Start, End int
		Text       string
		Value      string
		Resolved   []string
	}
	Quotes []struct {
		Start, End   int
		Text         string
		Speaker      string
		SpeakerStart int    `json:"speaker_start"`
		SpeakerEnd   int    `json:"speaker_end"`
		SpeakerName  string `json:"speaker_name"`
		When         []string
	}
	Events []struct {
		Start, End int
		What       string
		Where      string
		When       []string
		Basis, ID  string
		Modality   string
	}
	Claims      []struct{ Event, Stance string }
	Zones       []struct{ Start, End int }
	Attribution string
}

func parseLines(t *testing.T, out string) []findings {
	t.Helper()
	var fs []findings
	for _, l := range strings.Split(strings.TrimSpace(out), "\n") {
		var f findings
		if err := json.Unmarshal([]byte(l), &f); err != nil {
			t.Fatalf("%v in %q", err, l)
		}
		fs = append(fs, f)
	}
	return fs
}

func TestReadFile(t *testing.T) {
	path := write(t, "flood.txt", article)
	code, out, errs := reader(t, "", "read", "-date", "2024-05-15", path)
	if code != 0 || errs != "" {
		t.Fatalf("status %d, %s", code, errs)
	}
	f := parseLines(t, out)[0]
	if f.File != "flood.txt" || f.Text != article || f.DCT.Best != "2024-05-15" || f.DCT.Kind != "given" || f.Attribution == "" {
		t.Errorf("got %+v", f)
	}
	r := []rune(article)
	cut := func(a, b int) string { return string(r[a:b]) }
	for _, p := range f.Places {
		if cut(p.Start, p.End) != p.Text {
			t.Errorf("place %+v is %q", p, cut(p.Start, p.End))
		}
	}
	if len(f.Places) == 0 || f.Places[0].Name != "Lisbon" || f.Places[0].Lat < 38 || f.Places[0].Lat > 39 || f.Places[0].Anchor[0] < 38 {
		t.Errorf("places %+v", f.Places)
	}
	if len(f.Timexes) != 1 || f.Timexes[0].Value != "2024-05-13" || len(f.Timexes[0].Resolved) != 2 || cut(f.Timexes[0].Start, f.Timexes[0].End) != "Monday" {
		t.Errorf("timexes %+v", f.Timexes)
	}
	if len(f.Quotes) != 1 || cut(f.Quotes[0].Start, f.Quotes[0].End) != f.Quotes[0].Text || f.Quotes[0].SpeakerName != "Jan Nowak" || len(f.Quotes[0].When) != 2 {
		t.Errorf("quotes %+v", f.Quotes)
	} else if q := f.Quotes[0]; cut(q.SpeakerStart, q.SpeakerEnd) != q.Speaker {
		t.Errorf("speaker %+v", q)
	}
	found := false
	for _, e := range f.Events {
		found = found || e.What == "evacuate" && e.Where == "Lisbon" && strings.Join(e.When, " ") == "2024-05-13 2024-05-13" && e.Basis == "clause" && e.ID != ""
	}
	if !found || len(f.Claims) == 0 {
		t.Errorf("events %+v", f.Events)
	}
	if z := f.Zones; len(z) == 0 || z[0].Start != 0 || z[len(z)-1].End != len(r) {
		t.Errorf("zones %+v", z)
	}
}

func TestStandardInput(t *testing.T) {
	code, out, errs := reader(t, "It rained in Lima.", "read", "-")
	if code != 0 || !strings.Contains(out, `"name":"Lima"`) {
		t.Errorf("status %d, %s, %s", code, out, errs)
	}
}

func TestBadFilesAreNamedAndTheOthersRead(t *testing.T) {
	good, empty, pdf := write(t, "good.txt", article), write(t, "empty.txt", ""), write(t, "paper.pdf", "%PDF-1.7")
	code, out, errs := reader(t, "", "read", empty, good, pdf, filepath.Join(t.TempDir(), "gone.txt"), t.TempDir())
	if code != 1 || len(parseLines(t, out)) != 1 {
		t.Errorf("status %d, %s", code, out)
	}
	for _, w := range []string{"empty.txt: the file is empty", "paper.pdf: the PDF is damaged", "gone.txt", "is a folder"} {
		if !strings.Contains(errs, w) {
			t.Errorf("no %q in\n%s", w, errs)
		}
	}
}

func TestUnusableArguments(t *testing.T) {
	for _, args := range [][]string{nil, {"write"}, {"read"}, {"read", "-date", "yesterday", "x"}, {"read", "-format", "doc", "x"}, {"read", "-no"},
		{"read", "-story", "x"}, {"read", "-corpus", "x", "y"}, {"read", "-corpus", "x", "-toponyms", "none"}, {"read", "-corpus", "x", "-story", "-by-source"},
		{"export", "x"}, {"export", "-o", "x.doc", "x"}, {"export", "-o", "x.geojson"}, {"export", "-o", "x.png", "-size", "9x9", "x"}, {"export", "-o", "x.png", "-at", "now", "x"},
		{"place"}, {"version", "x"}} {
		if code, out, errs := reader(t, "", args...); code != 2 || out != "" || errs == "" {
			t.Errorf("%v: status %d, %q, %q", args, code, out, errs)
		}
	}
}

const corpusText = `{"id":"a","text":"Pólice arrested two men in Lisbon on Monday.","dct":"2024-05-15","url":"https://x.example/1","places":[{"start":27,"end":33,"lat":1}]}

{"id":7,"text":"It rained.","places":[{"start":0,"end":2}]}
not json
{"id":"c"}
{"id":"d","text":"It rained in Quito.","dct":"1998-02-06T12:00","places":[{"start":13,"end":99}]}
{"id":"e","text":""}
`

func TestCorpus(t *testing.T) {
	path := write(t, "c.jsonl", corpusText)
	code, out, errs := reader(t, "", "read", "-corpus", path)
	fs := parseLines(t, out)
	var ids []string
	for _, f := range fs {
		b, _ := json.Marshal(f.ID)
		ids = append(ids, string(b))
	}
	if code != 1 || strings.Join(ids, " ") != `"a" 7 "d" "e"` {
		t.Errorf("status %d, ids %v", code, ids)
	}
	if !strings.Contains(errs, "c.jsonl:4: not a JSON object") || !strings.Contains(errs, `c.jsonl:5: no "text"`) {
		t.Errorf("errors\n%s", errs)
	}
	if fs[0].Timexes[0].Value != "2024-05-13" || fs[2].DCT.Best != "1998-02-06" || fs[0].Text != "" {
		t.Errorf("got %+v", fs)
	}
}

func TestCorpusModes(t *testing.T) {
	path := write(t, "c.jsonl", corpusText)
	_, alone, _ := reader(t, "", "read", "-corpus", path)
	code, together, _ := reader(t, "", "read", "-corpus", path, "-story")
	if code != 1 || len(parseLines(t, together)) != len(parseLines(t, alone)) {
		t.Errorf("status %d\n%s", code, together)
	}
	if code, out, _ := reader(t, corpusText, "read", "-corpus", "-", "-by-source"); code != 1 || len(parseLines(t, out)) != 4 {
		t.Errorf("status %d\n%s", code, out)
	}
	code, given, errs := reader(t, "", "read", "-corpus", path, "-toponyms", "given")
	fs := parseLines(t, given)
	if code != 1 || len(fs) != 3 || !strings.Contains(errs, "c.jsonl:6: place 13 to 99 lies outside the text") {
		t.Fatalf("status %d, %s\n%s", code, errs, given)
	}
	if p := fs[0].Places; len(p) != 1 || p[0].Text != "Lisbon" || p[0].Lat < 38 || p[0].Lat > 39 {
		t.Errorf("places %+v", p)
	}
	if p := fs[1].Places; len(p) != 1 || p[0].Text != "It" {
		t.Errorf("places %+v", p)
	}
}

func TestReadFormats(t *testing.T) {
	path := write(t, "flood.txt", article)
	code, out, _ := reader(t, "", "read", "-date", "2024-05-15", "-format", "csv", path)
	if code != 0 || !strings.HasPrefix(out, "type,from,to,") || !strings.Contains(out, "event,2024-05-13,2024-05-13,day,clause,Lisbon,city,PT,") {
		t.Errorf("status %d\n%s", code, out)
	}
	code, out, _ = reader(t, "", "read", "-date", "2024-05-15", "-format", "geojson", path)
	var c struct {
		Type     string
		Features []struct{ Properties map[string]any }
	}
	if err := json.Unmarshal([]byte(out), &c); err != nil || code != 0 || c.Type != "FeatureCollection" || len(c.Features) == 0 {
		t.Errorf("status %d, %v\n%s", code, err, out)
	}
}

func TestExport(t *testing.T) {
	path := write(t, "flood.txt", article)
	to := filepath.Join(t.TempDir(), "out.geojson")
	code, out, errs := reader(t, "", "export", "-o", to, "-date", "2024-05-15", "-at", "2024-05-13", path)
	b, err := os.ReadFile(to)
	if code != 0 || out != "" || errs != "" || err != nil || !bytes.Contains(b, []byte("Lisbon")) {
		t.Errorf("status %d, %v, %s", code, err, errs)
	}
	if code, _, errs := reader(t, "", "export", "-o", filepath.Join(t.TempDir(), "no", "out.csv"), path); code != 1 || errs == "" {
		t.Errorf("status %d, %s", code, errs)
	}
	to = filepath.Join(t.TempDir(), "out.png")
	if code, _, errs := reader(t, "", "export", "-o", to, "-date", "2024-05-15", "-at", "2024-05-13", "-size", "400x300", path); code != 0 {
		t.Fatalf("status %d, %s", code, errs)
	}
	f, err := os.Open(to)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := png.DecodeConfig(f)
	if err != nil || c.Width != 400 || c.Height != 300 {
		t.Errorf("%v, %+v", err, c)
	}
}

func TestPlace(t *testing.T) {
	code, out, errs := reader(t, "", "place", "Lisbon", "Xyzzyxq")
	if code != 1 || !strings.Contains(errs, "Xyzzyxq") || !strings.Contains(out, `{"query":"Lisbon","candidates":[{"id":`) || !strings.Contains(out, `"query":"Xyzzyxq","candidates":[]`) {
		t.Errorf("status %d, %s, %s", code, out, errs)
	}
}

func TestVersion(t *testing.T) {
	code, out, _ := reader(t, "", "version")
	if code != 0 || !strings.HasPrefix(out, "Dateline ") || !strings.Contains(out, "GeoNames") || !strings.Contains(out, "CC BY 4.0") {
		t.Errorf("status %d, %s", code, out)
	}
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The cases of testdata/reports: a text as somebody could hand it in, and what is right of it, a claim on a line (reportVerbs
// lists them). own.txt holds texts and claims; bench.txt only the claims on cases whose texts lie in DATELINE_BENCH/reports.
//
//	=== name of the case
//	--- file.txt
//	the text
//	--- right
//	place: Leeds | 53.8 | -1.55
type report struct {
	name, file, text string
	right            []string
}

func reportCases(t *testing.T, path string) []report {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []report
	for _, part := range strings.Split("\n"+string(b), "\n=== ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		text, right, ok := strings.Cut(rest, "--- right\n")
		if !ok {
			t.Fatalf("%s: %q says nothing that is right", path, name)
		}
		c := report{name: name}
		if text != "" {
			head, body, _ := strings.Cut(text, "\n")
			c.file, c.text = strings.TrimPrefix(head, "--- "), body
		}
		for _, l := range strings.Split(right, "\n") {
			if l = strings.TrimSpace(l); l != "" {
				c.right = append(c.right, l)
			}
		}
		out = append(out, c)
	}
	return out
}

// reported is a line of output, as far as claims look at it.
type reported struct {
	Title, Text string
	DCT         struct{ Best, Kind string }
	Places      []struct {
		Text, Name, Kind, Use string
		Literal               bool
		Lat, Lon              *float64
	}
	Timexes []struct {
		Text, Value, Mod string
		Start, End       int
		Resolved         []string
	}
	Quotes []struct {
		Text, Kind     string
		Partial, Scare bool
		SpeakerName    string `json:"speaker_name"`
	}
	Events []struct {
		Where, What, Modality string
		Start, End            int
		When                  []string
	}
	Zones []struct {
		Start, End int
		Zone       string
	}
	path string
	runs func(args ...string) string
}

// wrong gives the claims that do not hold.
func (c report) wrong(t *testing.T, path string) (out []string) {
	t.Helper()
	runs := func(args ...string) string {
		var o, e bytes.Buffer
		if code := run(context.Background(), args, strings.NewReader(""), &o, &e); code != 0 {
			t.Errorf("%s: %v ends with %d: %s", c.name, args, code, e.String())
		}
		return o.String()
	}
	f := reported{path: path, runs: runs}
	line, _, _ := strings.Cut(runs("read", path), "\n")
	if err := json.Unmarshal([]byte(line), &f); err != nil {
		return []string{"no article: " + err.Error()}
	}
	for _, l := range c.right {
		verb, rest, _ := strings.Cut(l, ":")
		do, ok := reportVerbs[verb]
		if !ok {
			t.Fatalf("%s: no claim is called %q", c.name, verb)
		}
		args := strings.Split(strings.TrimSpace(rest), " | ")
		if !do(&f, args) {
			out = append(out, l)
		}
	}
	return out
}

const reportKM = 50 // a place that is right lies so near

var reportVerbs = map[string]func(f *reported, a []string) bool{
	"place": func(f *reported, a []string) bool { // name | lat | lon: each name of it stands there
		n := 0
		for _, p := range f.Places {
			if p.Text != a[0] {
				continue
			}
			if n++; p.Lat == nil || kmApart(*p.Lat, *p.Lon, number(a[1]), number(a[2])) > reportKM {
				return false
			}
		}
		return n > 0
	},
	"kind": func(f *reported, a []string) bool {
		return f.placed(a[0], func(i int) bool { return f.Places[i].Kind == a[1] })
	},
	"use": func(f *reported, a []string) bool {
		return f.placed(a[0], func(i int) bool { return f.Places[i].Use == a[1] })
	},
	"unplaced": func(f *reported, a []string) bool {
		return f.placed(a[0], func(i int) bool { return f.Places[i].Lat == nil && f.Places[i].Name != "" })
	},
	"literal": func(f *reported, a []string) bool { // these and no others, by name in the text
		var got []string
		for _, p := range f.Places {
			if p.Literal && !slices.Contains(got, p.Text) {
				got = append(got, p.Text)
			}
		}
		want := slices.DeleteFunc(slices.Clone(a), func(s string) bool { return s == "" })
		slices.Sort(got)
		slices.Sort(want)
		return slices.Equal(got, want)
	},
	"not literal": func(f *reported, a []string) bool {
		for _, p := range f.Places {
			if p.Literal && slices.ContainsFunc(a, func(s string) bool { return strings.Contains(p.Text, s) }) {
				return false
			}
		}
		return true
	},
	"time": func(f *reported, a []string) bool { // words | from | to | mod
		for _, x := range f.Timexes {
			if strings.Contains(strings.ToLower(x.Text), strings.ToLower(a[0])) && len(x.Resolved) == 2 && x.Resolved[0] == a[1] && x.Resolved[1] == a[len(a)-1-btoi(len(a) > 3)] && (len(a) < 4 || x.Mod == a[3]) {
				return true
			}
		}
		return false
	},
	"within": func(f *reported, a []string) bool { // words | a day | most days around it
		for _, x := range f.Timexes {
			if strings.Contains(x.Text, a[0]) && len(x.Resolved) == 2 && x.Resolved[0] <= a[1] && a[1] <= x.Resolved[1] {
				return true
			}
		}
		return false
	},
	"days": func(f *reported, a []string) bool { // the first days of all times that have days: these and no others
		var got []string
		for _, x := range f.Timexes {
			if len(x.Resolved) == 2 && !slices.Contains(got, x.Resolved[0]) {
				got = append(got, x.Resolved[0])
			}
		}
		want := slices.DeleteFunc(slices.Clone(a), func(s string) bool { return s == "" })
		slices.Sort(got)
		slices.Sort(want)
		return slices.Equal(got, want)
	},
	"no time": func(f *reported, a []string) bool {
		for _, x := range f.Timexes {
			if strings.Contains(x.Text, a[0]) || strings.Contains(a[0], x.Text) {
				return false
			}
		}
		return true
	},
	"said": func(f *reported, a []string) bool { // words | speaker | or another
		for _, q := range f.Quotes {
			if strings.Contains(q.Text, a[0]) && !q.Scare && slices.Contains(a[1:], q.SpeakerName) {
				return true
			}
		}
		return false
	},
	"nobody says": func(f *reported, a []string) bool { // no quote of just these words but a scare quote
		for _, q := range f.Quotes {
			if strings.Trim(q.Text, "“”‘’\"'.,!?") == a[0] && !q.Scare {
				return false
			}
		}
		return true
	},
	"speakers": func(f *reported, a []string) bool {
		for _, q := range f.Quotes {
			if q.SpeakerName != "" && !slices.Contains(a, q.SpeakerName) {
				return false
			}
		}
		return true
	},
	"event": func(f *reported, a []string) bool { // where | from | to | modality
		for _, e := range f.Events {
			if e.Where == a[0] && len(e.When) == 2 && e.When[0] == a[1] && e.When[1] == a[len(a)-1-btoi(len(a) > 3)] && (len(a) < 4 || e.Modality == a[3]) {
				return true
			}
		}
		return false
	},
	"no event": func(f *reported, a []string) bool { // where | words of the sentence
		for _, e := range f.Events {
			if e.Where == a[0] && (len(a) < 2 || strings.Contains(cutRunes(f.Text, e.Start, e.End), a[1])) {
				return false
			}
		}
		return true
	},
	"published": func(f *reported, a []string) bool { return f.DCT.Best == a[0] },
	"title":     func(f *reported, a []string) bool { return f.Title == a[0] },
	"has": func(f *reported, a []string) bool {
		return !slices.ContainsFunc(a, func(s string) bool { return !strings.Contains(f.Text, s) })
	},
	"lacks": func(f *reported, a []string) bool {
		return !slices.ContainsFunc(a, func(s string) bool { return strings.Contains(f.Text, s) })
	},
	"zone": func(f *reported, a []string) bool { // zone | words in it; "left out" is right for what is no text
		for _, z := range f.Zones {
			if strings.Contains(cutRunes(f.Text, z.Start, z.End), a[1]) {
				return z.Zone == a[0]
			}
		}
		return !strings.Contains(f.Text, a[1])
	},
	"spreadsheet": func(f *reported, a []string) bool { // mark: begins with the mark of UTF-8; text: no cell is run
		out := filepath.Join(filepath.Dir(f.path), "rows.csv")
		f.runs("export", "-bom", "-o", out, f.path)
		b, err := os.ReadFile(out)
		if a[0] == "mark" {
			return err == nil && bytes.HasPrefix(b, []byte("\xef\xbb\xbf"))
		}
		return err == nil && !regexp.MustCompile(`(?m)(^|,|,")[=@+-][A-Za-z"=(]`).Match(b)
	},
	"tested": func(f *reported, a []string) bool { // file | test: of the window, so it is looked for there
		b, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(a[0])))
		return err == nil && strings.Contains(string(b), "func "+a[1]+"(")
	},
}

func (f *reported) placed(name string, ok func(i int) bool) bool {
	n := 0
	for i, p := range f.Places {
		if p.Text != name {
			continue
		}
		if n++; !ok(i) {
			return false
		}
	}
	return n > 0
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func number(s string) (v float64) {
	if _, err := fmt.Sscan(s, &v); err != nil {
		panic(s + " is no number")
	}
	return v
}

func cutRunes(s string, from, to int) string { return string([]rune(s)[from:to]) }

// kmApart is good enough for places that lie near each other.
func kmApart(lat1, lon1, lat2, lon2 float64) float64 {
	const perDegree = 111.2
	return perDegree * math.Hypot(lat1-lat2, (lon1-lon2)*math.Cos(lat1*math.Pi/180))
}

// TestReports: texts of the kinds that people reported other programs for.
func TestReports(t *testing.T) {
	dir := t.TempDir()
	for i, c := range reportCases(t, "testdata/reports/own.txt") {
		path := filepath.Join(dir, fmt.Sprintf("%03d-%s", i, c.file))
		if err := os.WriteFile(path, []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		for _, w := range c.wrong(t, path) {
			t.Errorf("%s: not so: %s", c.name, w)
		}
	}
}

// TestReportsOfTheBench counts the cases of reports/cases.tsv that pass, where DATELINE_BENCH names a folder that has them.
func TestReportsOfTheBench(t *testing.T) {
	const least = 78
	in := filepath.Join(os.Getenv("DATELINE_BENCH"), "reports", "in")
	cases := reportCases(t, "testdata/reports/bench.txt")
	passed, there := 0, 0
	for _, c := range cases {
		found, _ := filepath.Glob(filepath.Join(in, c.name[:strings.IndexByte(c.name+" ", ' ')]+"-*"))
		if len(found) != 1 {
			continue
		}
		there++
		path := filepath.Join(t.TempDir(), filepath.Base(found[0]))
		b, err := os.ReadFile(found[0])
		if err == nil {
			err = os.WriteFile(path, b, 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
		wrong := c.wrong(t, path)
		if len(wrong) == 0 {
			passed++
		}
		for _, w := range wrong {
			t.Logf("case %s: not so: %s", c.name, w)
		}
	}
	if there > 0 {
		fmt.Printf("| reports | each alone | cases that pass, of %d | %d |\n", there, passed)
	}
	if there > 0 && passed < min(least, there) {
		t.Errorf("%d of %d cases pass; %d did", passed, there, least)
	}
}

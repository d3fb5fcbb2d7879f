package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"os"
	"regexp"
	"runtime"
	"slices"
	"sort"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/formats"
	"dateline/app/engine"
	"dateline/app/export/jsonl"
	"dateline/app/story"
	"dateline/assets"
)

// stories gives the articles of the sample and made-up ones of many shapes, their paragraphs apart by an empty line.
func stories(t *testing.T, most int) []string {
	t.Helper()
	var out []string
	add := func(text string) {
		if len(out) < most {
			out = append(out, strings.Join(paragraphs(text), "\n\n")+"\n")
		}
	}
	if err := fs.WalkDir(assets.Samples(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") {
			return err
		}
		b, err := fs.ReadFile(assets.Samples(), path)
		add(string(b))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("../../app/reading/toponym/testdata/fresh/first.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		add(a.Text)
	}
	return out
}

func paragraphs(text string) []string {
	var out []string
	for _, p := range strings.Split(document.Clean(text), "\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// oneArticle reads single articles as the program does.
type oneArticle struct {
	t *testing.T
	e *engine.Engine
}

func (o oneArticle) read(text, file string) *story.Story {
	o.t.Helper()
	docs, err := formats.All.Bytes(context.Background(), []byte(text), file, document.Options{})
	if err != nil {
		o.t.Fatal(err)
	}
	s, err := o.e.Read(context.Background(), docs, nil)
	if err != nil {
		o.t.Fatal(err)
	}
	return s
}

// seen names what was found in an article by what a person sees of it, whatever the form of the text.
func seen(s *story.Story) []string {
	var out []string
	a := s.Articles[0]
	for i := range a.Toponyms {
		p := &a.Toponyms[i]
		out = append(out, fmt.Sprint("place ", plain(p.Name), " ", p.Use, " ", p.Place.ID))
	}
	for i := range a.Timexes {
		x := &a.Timexes[i]
		out = append(out, fmt.Sprint("time ", plain(x.Span.In(a.Text)), " ", x.Value))
	}
	for i := range s.Quotes {
		q := &s.Quotes[i]
		who := ""
		if q.Speaker >= 0 && q.Speaker < len(s.Speakers) {
			who = s.Speakers[q.Speaker].Name
		}
		out = append(out, fmt.Sprint("quote ", strings.Trim(plain(q.Span.In(a.Text)), `"`), " by ", plain(who)))
	}
	for i := range s.Events {
		e := &s.Events[i]
		out = append(out, fmt.Sprint("event ", plain(e.What), " ", e.When.Earliest, " ", e.When.Latest))
	}
	sort.Strings(out)
	return out
}

var blanks = regexp.MustCompile(`\s+`)

// plain is words with straight marks and single blanks.
func plain(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'").Replace(document.Visible(s))
	return strings.TrimSpace(blanks.ReplaceAllString(s, " "))
}

// wrap breaks the lines of each paragraph at a width, as in mail.
func wrap(text string, width int) string {
	var out []string
	for _, p := range paragraphs(text) {
		line, lines := "", []string{}
		for _, w := range strings.Fields(p) {
			if line != "" && len([]rune(line))+1+len([]rune(w)) > width {
				lines, line = append(lines, line), ""
			}
			line = strings.TrimSpace(line + " " + w)
		}
		out = append(out, strings.Join(append(lines, line), "\n"))
	}
	return strings.Join(out, "\n\n") + "\n"
}

func tagged(text, tag string) string {
	var b strings.Builder
	for _, p := range paragraphs(text) {
		fmt.Fprintf(&b, "<%s>%s</%s>\n", tag, html.EscapeString(p), tag)
	}
	return b.String()
}

// TestForms: one article in many forms gives the same places, times, quotes and events. A form may change one article.
func TestForms(t *testing.T) {
	e, err := openEngine()
	if err != nil {
		t.Fatal(err)
	}
	r := oneArticle{t, e}
	letters := regexp.MustCompile(`([A-Za-z]{4})([a-z]{2})`)
	texts := stories(t, 20)
	if len(texts) < 20 {
		t.Fatalf("%d articles", len(texts))
	}
	base := make([][]string, len(texts))
	for i, text := range texts {
		if base[i] = seen(r.read(text, "a.txt")); len(base[i]) < 4 {
			t.Fatalf("article %d: only %q", i, base[i])
		}
	}
	for _, form := range []struct {
		name, file string
		of         func(string) string
	}{
		{"curly marks", "a.txt", func(s string) string {
			s = regexp.MustCompile(`"([^"\n]*)"`).ReplaceAllString(s, "“$1”")
			return regexp.MustCompile(`(\w)'(\w|\s|$)`).ReplaceAllString(s, "$1’$2") // two apostrophes are a mark of their own
		}},
		{"straight marks", "a.txt", func(s string) string {
			return strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'").Replace(s)
		}},
		{"line ends of Windows", "a.txt", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
		{"more empty lines", "a.txt", func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n\n\n\n") }},
		{"wrapped at 72", "a.txt", func(s string) string { return wrap(s, 72) }},
		{"soft hyphens", "a.txt", func(s string) string { return letters.ReplaceAllString(s, "$1\u00ad$2") }},
		{"word joiners", "a.txt", func(s string) string { return letters.ReplaceAllString(s, "$1\u2060$2") }},
		{"marks of direction", "a.txt", func(s string) string { return strings.ReplaceAll(s, " ", " \u200e") }},
		{"a page of paragraphs", "a.html", func(s string) string { return "<!doctype html><html><body>" + tagged(s, "p") + "</body></html>" }},
		{"a page of an article", "a.html", func(s string) string { return "<html><body><article>" + tagged(s, "p") + "</article></body></html>" }},
		{"Markdown", "a.md", func(s string) string { return s }},
		{"a paragraph of the site more", "a.txt", func(s string) string {
			return s + "\nSign up for our newsletter and get the best of our stories by mail.\n"
		}},
	} {
		changed := 0
		for i, text := range texts {
			if got := seen(r.read(form.of(text), form.file)); !slices.Equal(got, base[i]) {
				changed++
				t.Logf("%s: article %d: %s", form.name, i, firstDifference(base[i], got))
			}
		}
		if changed > 1 {
			t.Errorf("%s: %d of %d articles change", form.name, changed, len(texts))
		}
	}
}

func firstDifference(a, b []string) string {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return "lost " + x
		}
	}
	for _, x := range b {
		if !slices.Contains(a, x) {
			return "new " + x
		}
	}
	return "counts differ"
}

// TestCoresDoNotMatter: the same articles give the same bytes on one core and on several.
func TestCoresDoNotMatter(t *testing.T) {
	e, err := openEngine()
	if err != nil {
		t.Fatal(err)
	}
	var docs []story.Document
	for i, text := range stories(t, 12) {
		docs = append(docs, document.Plain(text, fmt.Sprintf("%d.txt", i), document.Options{}))
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first string
	for _, n := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(n)
		s, err := e.Read(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for i := range s.Articles {
			b.Write(jsonl.Of(s).Append(nil, i, jsonl.Options{WithDoc: true}))
		}
		if first == "" {
			first = b.String()
		}
		if b.String() != first {
			t.Errorf("%d cores give other bytes than one", n)
		}
	}
}

// TestOrderDoesNotMatter: the articles of a story say the same of themselves in any order, by the same ids.
func TestOrderDoesNotMatter(t *testing.T) {
	e, err := openEngine()
	if err != nil {
		t.Fatal(err)
	}
	var docs []story.Document
	for i, text := range stories(t, 20) {
		docs = append(docs, document.Plain(text, fmt.Sprintf("%d.txt", i), document.Options{}))
	}
	lines := func(docs []story.Document) map[string]string {
		s, err := e.Read(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for i := range s.Articles {
			var b strings.Builder
			b.Write(jsonl.Of(s).Append(nil, i, jsonl.Options{WithDoc: true}))
			out[s.Articles[i].File] = b.String()
		}
		return out
	}
	want := lines(docs)
	backwards := slices.Clone(docs)
	slices.Reverse(backwards)
	for _, order := range []struct {
		name string
		docs []story.Document
	}{{"backwards", backwards}, {"from the middle on", append(slices.Clone(docs[7:]), docs[:7]...)}} {
		got := lines(order.docs)
		for file, line := range want {
			if got[file] != line {
				at := 0
				for at < min(len(line), len(got[file])) && line[at] == got[file][at] {
					at++
				}
				from := max(0, at-120)
				t.Errorf("%s: %s is told in another way:\n%.200s\n%.200s", order.name, file, line[from:], got[file][min(from, len(got[file])):])
			}
		}
	}
}

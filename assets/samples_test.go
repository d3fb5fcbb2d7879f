package assets

import (
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

const kursk = "samples/kursk-2025/"

// stories are the folders of the samples.
var stories = []string{"kursk-2025", "arda-2024"}

func TestSamplesAreTheArticlesOnly(t *testing.T) {
	folders, err := fs.ReadDir(Samples(), ".")
	if err != nil || len(folders) != len(stories) {
		t.Fatalf("%v: %v", folders, err)
	}
	for _, s := range stories {
		t.Run(s, func(t *testing.T) { articlesOnly(t, s) })
	}
}

func articlesOnly(t *testing.T, story string) {
	files, err := fs.ReadDir(Samples(), story)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 5 {
		t.Errorf("%d files, want 5 articles", len(files))
	}
	kinds := map[string]bool{}
	for _, f := range files {
		b, err := fs.ReadFile(Samples(), story+"/"+f.Name())
		if err != nil {
			t.Fatal(err)
		}
		kinds[f.Name()[strings.LastIndex(f.Name(), "."):]] = true
		if !strings.Contains(string(b), "Written for this program") {
			t.Errorf("%s does not say what it is", f.Name())
		}
		if n := len(strings.Fields(string(b))); n < 200 || n > 420 {
			t.Errorf("%s has %d words", f.Name(), n)
		}
	}
	if len(kinds) != 3 {
		t.Errorf("kinds of file: %v, want text, Markdown and HTML", kinds)
	}
}

// Words in quotation marks were really said: each is in quotes.txt with speaker, day and source, and is short.
func TestSampleQuotesHaveProvenance(t *testing.T) {
	known, err := os.ReadFile(kursk + "quotes.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]string{}
	for _, l := range strings.Split(string(known), "\n") {
		if cells := strings.Split(l, " | "); strings.HasPrefix(l, "“") && len(cells) == 5 {
			lines[letters(cells[0])] = strings.TrimSpace(cells[4])
		}
	}
	files, _ := fs.ReadDir(Samples(), "kursk-2025")
	found := 0
	for _, f := range files {
		b, _ := fs.ReadFile(Samples(), "kursk-2025/"+f.Name())
		for _, q := range regexp.MustCompile(`“[^”]*”`).FindAllString(string(b), -1) {
			found++
			if lines[letters(q)] != f.Name() {
				t.Errorf("%s: %s is not in quotes.txt", f.Name(), q)
			}
			if n := len(strings.Fields(q)); n > 25 {
				t.Errorf("%s: %d words: %s", f.Name(), n, q)
			}
		}
	}
	if found != len(lines) {
		t.Errorf("%d quotes in the articles, %d in quotes.txt", found, len(lines))
	}
}

// Everybody who speaks in the invented story is named as invented in its about.txt.
func TestTheInventedStoryNamesWhoIsInvented(t *testing.T) {
	about, err := os.ReadFile("samples/arda-2024/about.txt")
	if err != nil {
		t.Fatal(err)
	}
	gold, err := os.ReadFile("samples/arda-2024/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	people := 0
	for _, line := range strings.Split(strings.TrimSpace(string(gold)), "\n") {
		var d struct{ People []struct{ Name string } }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		for _, p := range d.People {
			people++
			if last := p.Name[strings.LastIndex(p.Name, " ")+1:]; !strings.Contains(string(about), last) {
				t.Errorf("%s is not in about.txt", p.Name)
			}
		}
	}
	if people == 0 {
		t.Error("nobody is in the story")
	}
}

func letters(s string) string { return strings.ToLower(strings.Trim(s, "“”,. ")) }

// The gold annotations fit the articles: every line of their text stands in the file, and every span is its words.
func TestSampleGoldFitsTheArticles(t *testing.T) {
	for _, s := range stories {
		t.Run(s, func(t *testing.T) { goldFits(t, s) })
	}
}

func goldFits(t *testing.T, story string) {
	gold, err := os.ReadFile("samples/" + story + "/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	type entry struct {
		Start, End int
		Text       string
	}
	for _, line := range strings.Split(strings.TrimSpace(string(gold)), "\n") {
		var d struct {
			ID, Text, DCT           string
			Places, Timexes, Quotes []entry
		}
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		file, err := fs.ReadFile(Samples(), story+"/"+d.ID)
		if err != nil {
			t.Fatal(err)
		}
		plain := regexp.MustCompile(`<[^>]*>|[*#]`).ReplaceAllString(string(file), "")
		for _, l := range strings.Split(strings.ReplaceAll(d.Text, "*", ""), "\n") {
			if !strings.Contains(plain, strings.TrimSpace(l)) {
				t.Errorf("%s: not in the article: %q", d.ID, l)
			}
		}
		runes := []rune(d.Text)
		for _, e := range append(append(d.Places, d.Timexes...), d.Quotes...) {
			if e.Start < 0 || e.End > len(runes) || e.Start >= e.End || string(runes[e.Start:e.End]) != e.Text {
				t.Errorf("%s: %d-%d is not %q", d.ID, e.Start, e.End, e.Text)
			}
		}
		if !utf8.ValidString(d.Text) || d.DCT == "" {
			t.Errorf("%s: text or date is missing", d.ID)
		}
	}
}

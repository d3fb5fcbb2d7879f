package html

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/outline"
	"dateline/geo/tile"
	"golang.org/x/net/html"
)

func whole(t *testing.T) export.Content {
	t.Helper()
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	c := sample.Content(sample.Story())
	c.Map.Tiles, c.Map.Outlines = base, outline.New(base.Archive())
	return c
}

// all gives the elements of a page.
func all(t *testing.T, page string) (out []*html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(words(c))
	}
	return b.String()
}

func TestThePageHoldsEverythingInWords(t *testing.T) {
	got := sample.Written(t, Format, whole(t))
	for _, want := range []string{"<title>Sample</title>", "all dates · 2 events, 1 quote · 1 article", "“It is over,”", "<strong>Rui Gomes</strong> <span>mayor</span>",
		`<span class="day">13 May 2024</span>`, `<span class="where" dir="auto">Lisbon</span>`, `<span class="where actor" dir="auto">Portugal</span>`,
		`in <span class="pl">Lisbon</span> on Monday.`, "Day: the day that is told with it.", "Place: told in the article. 70 % sure. Not checked by a person.",
		"Arrests, a.example, published 14 May 2024", `href="https://www.a.example/1"`, "GeoNames", "Made with Dateline."} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not hold %q", want)
		}
	}
}

func TestWhatAPersonCheckedIsSaid(t *testing.T) {
	c := whole(t)
	e := c.Story.Events[0]
	c.Log = story.NewLog(story.Correction{Kind: story.CorrectChecked, About: story.Target{Article: "d1", Span: e.Trigger, Words: e.Trigger.In(c.Story.Articles[0].Text)}, Verdict: story.VerdictRight})
	if got := sample.Written(t, Format, c); !strings.Contains(got, "70 % sure. Checked by a person.") || !strings.Contains(got, "Not checked by a person.") {
		t.Error("it does not say which event was checked, and which was not")
	}
}

// TestOnlyTheOwnScriptRuns: the page's rules name the sums of its own scripts and style, and nothing that is fetched.
func TestOnlyTheOwnScriptRuns(t *testing.T) {
	page := sample.Written(t, Format, whole(t))
	rules, run := "", 0
	for _, n := range all(t, page) {
		if v, ok := attribute(n, "http-equiv"); ok && v == "Content-Security-Policy" {
			rules, _ = attribute(n, "content")
		}
		if kind, ok := attribute(n, "type"); n.Data == "style" || n.Data == "script" && (!ok || kind != "application/json") {
			run++
			h := sha256.Sum256([]byte(words(n)))
			if sum := "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"; !strings.Contains(rules, sum) {
				t.Errorf("a %s that the page itself forbids", n.Data)
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
				t.Errorf("<%s %s>: it would not be allowed", n.Data, a.Key)
			}
		}
	}
	if run != 3 || !strings.HasPrefix(rules, "default-src 'none'; base-uri 'none'; form-action 'none';") || strings.Contains(rules, "unsafe") {
		t.Errorf("%d scripts and styles under the rules %q", run, rules)
	}
}

func TestTheScriptIsToldOfMarksAndDays(t *testing.T) {
	c := whole(t)
	page := sample.Written(t, Format, c)
	day := fmt.Sprint(int(story.NewDay(2024, 5, 13)))
	rows, quotes := 0, 0
	var data struct {
		Marks []struct {
			N    string
			X, Y float64
		}
		Axis [2]int
	}
	for _, n := range all(t, page) {
		if id, _ := attribute(n, "id"); id == "data" {
			if err := json.Unmarshal([]byte(words(n)), &data); err != nil {
				t.Fatal(err)
			}
		}
		if _, ok := attribute(n, "data-a"); !ok {
			continue
		}
		from, dated := attribute(n, "data-f")
		m, placed := attribute(n, "data-m")
		if n.Data == "tr" {
			rows++
			if dated != placed || dated && (from != day || m != "0") {
				t.Errorf("a row from %q at mark %q", from, m)
			}
		} else {
			quotes++
			if from != day {
				t.Errorf("a quote from %q", from)
			}
		}
	}
	if rows != 2 || quotes != 1 {
		t.Errorf("%d rows, %d quotes", rows, quotes)
	}
	if len(data.Marks) != 1 || data.Marks[0].N != "Lisbon" || data.Marks[0].X < 600 || data.Marks[0].X > 1900 || data.Axis[0] > int(story.NewDay(2024, 5, 13)) || data.Axis[1] < int(story.NewDay(2024, 5, 14)) {
		t.Errorf("got %+v", data)
	}
}

// What one sentence tells of one day and one place is one row, which counts as many events.
func TestOneSentenceIsOneRow(t *testing.T) {
	c := whole(t)
	again := c.Story.Events[0]
	again.Same, again.What = "e9", "detain"
	c.Story.Events = append(c.Story.Events, again)
	c.View = story.Visible(c.Story, story.Period{}, story.Filter{})
	if page := sample.Written(t, Format, c); strings.Count(page, `data-n="2"`) != 1 || strings.Count(page, `data-n="`) != 2 {
		t.Error("two events of one sentence are not one row that counts two")
	}
}

// TestWithoutADayThereIsNoTimeline: a slider would begin at 1970.
func TestWithoutADayThereIsNoTimeline(t *testing.T) {
	content := whole(t)
	s := content.Story
	for _, c := range []struct {
		claim string
		want  bool
	}{{"days are told", false}, {"no day is told", true}} {
		if c.want {
			for i := range s.Events {
				s.Events[i].When = story.Moment{}
			}
			for i := range s.Quotes {
				s.Quotes[i].When = story.Moment{}
			}
		}
		got := sample.Written(t, Format, content)
		if hidden := strings.Contains(got, `aria-labelledby="h-time" hidden>`); hidden != c.want {
			t.Errorf("%s: hidden %v", c.claim, hidden)
		}
	}
}

func TestShortDays(t *testing.T) {
	d := story.NewDay
	for want, m := range map[string]story.Moment{
		"undated": {}, "12 Mar 2025": story.On(d(2025, 3, 12), 1, story.BasisClause), "2016–2019": {Earliest: d(2016, 1, 1), Latest: d(2019, 12, 31)}, "79 CE": {Earliest: d(79, 1, 1), Latest: d(79, 12, 31)}, "44 BCE": {Earliest: d(-43, 1, 1), Latest: d(-43, 12, 31)},
		"10–16 Mar 2025": {Earliest: d(2025, 3, 10), Latest: d(2025, 3, 16)}, "2022": {Earliest: d(2022, 1, 1), Latest: d(2022, 12, 31)},
		"Feb 2024": {Earliest: d(2024, 2, 1), Latest: d(2024, 2, 29)}, "28 Feb – 2 Mar 2024": {Earliest: d(2024, 2, 28), Latest: d(2024, 3, 2)},
		"31 Dec 2023 – 1 Jan 2024": {Earliest: d(2023, 12, 31), Latest: d(2024, 1, 1)}, "until 3 May 2024": {Earliest: story.DayMin, Latest: d(2024, 5, 3)},
		"from 3 May 2024": {Earliest: d(2024, 5, 3), Latest: story.DayMax},
	} {
		if want != "undated" {
			m.Precision = story.PrecisionDay
		}
		if got := (&page{}).shortDays(m); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// The slider is not spoilt by one sentence about the war before last.
func TestAxisLeavesFarDaysOut(t *testing.T) {
	c := whole(t)
	for i := range 30 {
		e := c.Story.Events[0]
		e.Same = fmt.Sprint("x", i)
		e.When = story.On(story.NewDay(2024, 5, 1)+story.Day(i), 1, story.BasisClause)
		if i == 0 {
			e.When = story.On(story.NewDay(1945, 5, 8), 1, story.BasisClause)
		}
		e.Sentence.Start = i % 3
		c.Story.Events = append(c.Story.Events, e)
	}
	c.View = story.Visible(c.Story, story.Period{}, story.Filter{})
	p := &page{Content: c}
	p.ground.lay(&c)
	p.collect()
	a := p.axis()
	if from, to := story.Day(a[0]), story.Day(a[1]); from < story.NewDay(2024, 4, 1) || from > story.NewDay(2024, 5, 4) || to < story.NewDay(2024, 5, 28) || to > story.NewDay(2024, 7, 1) {
		t.Errorf("from %v to %v", from, to)
	}
}

func TestThePageOfTheWorldIsNotTooLarge(t *testing.T) {
	c := whole(t)
	for i, at := range [][2]float64{{18.9, 69.6}, {-70, -53}, {25, 37}, {139, 35}, {151, -33}} { // fjords and islands
		e := c.Story.Events[0]
		w := *e.Where
		w.Place.ID, w.Place.Point, w.Place.Anchor = 100, at, at
		e.Same, e.Where = fmt.Sprint("y", i), &w
		c.Story.Events = append(c.Story.Events, e)
	}
	c.View = story.Visible(c.Story, story.Period{}, story.Filter{})
	if n := len(sample.Written(t, Format, c)); n > 1_500_000 {
		t.Errorf("%d bytes", n)
	}
}

var (
	saidWords = regexp.MustCompile(`say\((?:on \? |dark \? )?"([^"]+)"(?: : "([^"]+)")?`)
	counted   = regexp.MustCompile(`many\([^"\n]*?, "([a-z]+)"\)`)
)

func TestWhatTheScriptSaysIsTranslated(t *testing.T) {
	n := 0
	for _, m := range saidWords.FindAllStringSubmatch(pageScript, -1) {
		for _, words := range m[1:] {
			if n++; words != "" && !slices.Contains(scriptWords[:], words) {
				t.Errorf("the script says %q, which is not in scriptWords", words)
			}
		}
	}
	for _, m := range counted.FindAllStringSubmatch(pageScript, -1) {
		if n++; !slices.Contains(scriptOne[:], m[1]) {
			t.Errorf("the script counts %q, which is not in scriptOne", m[1])
		}
	}
	if n < 40 {
		t.Errorf("only %d found", n)
	}
}

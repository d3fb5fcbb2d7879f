package compare_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/app/compare"
	"dateline/app/document"
	"dateline/app/document/formats"
	"dateline/app/engine"
	"dateline/app/export"
	outcsv "dateline/app/export/csv"
	"dateline/app/project"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo"
	"github.com/google/go-cmp/cmp"
)

// row is a row of the exported table, by the names of its columns.
type row map[string]string

func exported(t *testing.T, s *story.Story) (out []row) {
	t.Helper()
	var b bytes.Buffer
	view := story.Visible(s, story.Period{}, story.Filter{MinP: story.HoweverLikely})
	if err := export.Write(context.Background(), &b, outcsv.Format, export.Content{Story: s, View: view}); err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range table[1:] {
		r := row{}
		for i, name := range table[0] {
			r[name] = cells[i]
		}
		out = append(out, r)
	}
	return out
}

func (r row) number(name string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(r[name], "char-offset:"))
	return n
}

func (r row) list(name string) (out []string) {
	for _, x := range strings.Split(r[name], "; ") {
		if x != "" && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

func (r row) quote() bool { return r["type"] == "quote" }
func (r row) event() bool { return r["type"] == "event" }

// sample is the articles of a folder of assets/samples.
func sample(t *testing.T, name string) (docs []story.Document) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "assets", "samples", name, "[1-9]*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %d files", err, len(files))
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := formats.All.Read(context.Background(), bytes.NewReader(data), filepath.Base(path), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, got...)
	}
	return docs
}

func tell(t *testing.T, docs []story.Document, log story.Log) *story.Story {
	t.Helper()
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		t.Fatal(err)
	}
	rs, err := e.Gather(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Tell(context.Background(), rs, log, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// kept is a project with what a person said of its story, written and opened again.
func kept(t *testing.T, docs []story.Document, said ...story.Correction) *story.Story {
	t.Helper()
	var b bytes.Buffer
	if err := project.Encode(&b, project.File{Documents: docs, Log: story.NewLog(said...)}); err != nil {
		t.Fatal(err)
	}
	f, err := project.Decode(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return tell(t, f.Documents, f.Log)
}

// about is some words of a document, for a correction.
func about(t *testing.T, d *story.Document, words string) story.Target {
	t.Helper()
	i := strings.Index(d.Text, words)
	if i < 0 {
		t.Fatalf("no %q in %q", words, d.Title)
	}
	return story.Target{Article: d.ID, Span: story.Span{Start: i, End: i + len(words)}, Words: words}
}

// TestEveryNumberIsARecountOfTheTable: what the view of comparing, the cards of sources and the tables show is what somebody
// counts who has nothing but the exported table.
func TestEveryNumberIsARecountOfTheTable(t *testing.T) {
	arda, kursk := sample(t, "arda-2024"), sample(t, "kursk-2025")
	for _, c := range []struct {
		name  string
		story *story.Story
	}{
		{"made-up flood", told(t, "2024-05-16", flood...)},
		{"the sample of a flood", tell(t, arda, story.Log{})},
		{"the sample of a war", tell(t, kursk, story.Log{})},
		{"both samples as one story", tell(t, slices.Concat(arda, kursk), story.Log{})},
		{"articles of five groups", told(t, "2024-05-16", mixed()...)},
		{"the same text three times", told(t, "2024-05-16", flood[0], flood[0]+" ", flood[0]+"  ", flood[1])},
		{"a project, a place put elsewhere", kept(t, arda, story.Correction{Kind: story.CorrectPlace, About: about(t, &arda[0], "Kardzhali"), Scope: story.ScopeStory})},
		{"a project, an article published on another day", kept(t, arda, story.Published(arda[2].ID, story.NewDay(2024, 11, 20)))},
		{"a project, a stretch that is no place", kept(t, kursk, story.Correction{Kind: story.CorrectRemove, About: about(t, &kursk[0], "Sudzha"), Scope: story.ScopeStory})},
		{"a project, an article taken out", kept(t, kursk, story.Correction{Kind: story.CorrectOut, About: story.Target{Article: kursk[1].ID}})},
		{"none", &story.Story{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := exported(t, c.story)
			if len(rows) == 0 && len(c.story.Articles) > 0 {
				t.Fatal("nothing is exported")
			}
			recountSources(t, c.story, rows)
			recountCoverage(t, c.story, rows)
			recountTables(t, c.story, rows)
			recountStances(t, c.story, rows)
			recountFigures(t, c.story, rows)
		})
	}
}

// mixed is made-up articles of several stories, in which people and places of one name come up.
func mixed() []string {
	var out []string
	for _, town := range []string{"Faro", "Braga", "Lyon", "Turku", "Gdynia"} {
		out = append(out, strings.ReplaceAll("Officials in TOWN said on Monday that 12 people had died. “We heard the wall go,” said Ann Roe of TOWN. Was the gate opened? The mayor denied that the gate at TOWN was opened on Sunday.", "TOWN", town),
			strings.ReplaceAll("The gate at TOWN was opened on Sunday, officials said. In TOWN, 14 people died on Monday, Ann Roe and Bo Lind said. “The wall went,” said Ann Roe, “and then we heard the water.” Schools in TOWN will open on Friday.", "TOWN", town))
	}
	return out
}

// heard is who is heard in an article, counted by hand.
type heard struct {
	Quotes, Named, Institutions, Unnamed, Sentences, Unsourced, Words int
	Voices, Sides                                                     map[string]string
}

// aWord is a word, with figures and hyphens in it.
var aWord = regexp.MustCompile(`[\pL\pN](?:[.,'’-]*[\pL\pN])*`)

func recountSources(t *testing.T, s *story.Story, rows []row) {
	type voice struct {
		kind, country string
		quotes, words int
	}
	for _, src := range compare.Sources(s, nil) {
		id := s.Articles[src.Doc].ID
		var quotes []row
		sentences := 0
		for _, r := range rows {
			if r["article_id"] == id {
				sentences = r.number("article_sentences")
				if r.quote() && r["speaker_id"] != "" {
					quotes = append(quotes, r)
				}
			}
		}
		voices, sourced := map[string]*voice{}, map[int]bool{}
		hear := func(who, kind, country string, words int) {
			if voices[who] == nil {
				voices[who] = &voice{kind: kind, country: country}
			}
			voices[who].quotes++
			voices[who].words += words
		}
		for i, q := range quotes {
			words := len(aWord.FindAllString(q["quote"], -1))
			for k, o := range quotes {
				if k != i && o["speaker_id"] == q["speaker_id"] && (o["anchor"] != q["anchor"] || o["anchor_end"] != q["anchor_end"]) &&
					o.number("anchor") <= q.number("anchor") && o.number("anchor_end") >= q.number("anchor_end") {
					words = 0
				}
			}
			hear(q["speaker_id"], q["speaker_kind"], q["speaker_country"], words)
			if q["also_ids"] != "" {
				kinds, countries := strings.Split(q["also_kinds"], "; "), strings.Split(q["also_countries"], "; ")
				for i, who := range strings.Split(q["also_ids"], "; ") {
					hear(who, kinds[i], countries[i], 0)
				}
			}
			for n := q.number("sentence_no"); n <= q.number("sentence_last"); n++ {
				if zone := q["sentence_zone"]; zone == "body" || zone == "list" {
					sourced[n] = true
				}
			}
		}
		want := heard{Quotes: len(quotes), Sentences: sentences, Unsourced: sentences - len(sourced), Voices: map[string]string{}, Sides: map[string]string{}}
		sides := map[string][3]int{}
		for who, v := range voices {
			want.Voices[who] = fmt.Sprint(v.quotes, " ", v.words)
			want.Words += v.words
			side := sides[v.country]
			sides[v.country] = [3]int{side[0] + 1, side[1] + v.quotes, side[2] + v.words}
			switch v.kind {
			case "person":
				want.Named++
			case "role":
				want.Unnamed++
			default:
				want.Institutions++
			}
		}
		for country, n := range sides {
			want.Sides[country] = fmt.Sprint(n)
		}
		got := heard{src.Quotes, len(src.Named), len(src.Institutions), len(src.Unnamed), src.Sentences, src.Unsourced, src.Words, map[string]string{}, map[string]string{}}
		for _, v := range src.Voices {
			got.Voices[string(s.Speakers[v.Speaker].ID)] = fmt.Sprint(v.Quotes, " ", v.Words)
		}
		for _, x := range compare.Sides(s, src.Voices) {
			got.Sides[x.Country] = fmt.Sprint([3]int{x.Voices, x.Quotes, x.Words})
		}
		if len(quotes) == 0 && sentences == 0 {
			want.Sentences, want.Unsourced = got.Sentences, got.Unsourced // an article of which nothing is exported
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("who is heard in %q (- the table, + shown):\n%s", s.Articles[src.Doc].Title, d)
		}
	}
}

// placeKey is a place of the table.
func (r row) placeKey() string {
	if r["gazetteer_uri"] != "" {
		return strings.TrimPrefix(r["gazetteer_uri"], "https://www.geonames.org/")
	}
	return r["place"]
}

func recountCoverage(t *testing.T, s *story.Story, rows []row) {
	happened := map[string]bool{"asserted": true, "reported": true, "background": true}
	want, got := map[string]int{}, map[string]int{}
	for _, r := range rows {
		if !r.event() || r["shown"] != "yes" || !happened[r["status"]] {
			continue
		}
		if r["lat"] != "" {
			want[r.placeKey()+" in "+r["article_id"]]++
		}
		if r["from"] != "" && r["from"] == r["to"] {
			want[r["from"]+" in "+r["article_id"]]++
		}
	}
	places, days := compare.Coverage(s, nil)
	note := func(list []compare.Covered, key func(*compare.Covered) string) {
		for i := range list {
			c := &list[i]
			all, docs := 0, 0
			for doc, n := range c.Counts {
				if n > 0 {
					got[key(c)+" in "+s.Articles[doc].ID] += n
					docs++
				}
				all += n
			}
			if all != c.All || docs != c.Docs {
				t.Errorf("%s: %d events in %d articles, %d in %d are shown", key(c), all, docs, c.All, c.Docs)
			}
		}
	}
	note(places, func(c *compare.Covered) string { return keyOf(&c.Place.ID, c.Place.Name) })
	note(days, func(c *compare.Covered) string { return c.Subject.Day.String() })
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("what is covered (- the table, + shown):\n%s", d)
	}
}

// counted is a row of the table of people or of places, counted by hand.
type counted struct {
	Events, Quotes int
	First, Last    string
	By             map[string]int
}

func (c *counted) add(r row) {
	if c.By == nil {
		c.By = map[string]int{}
	}
	c.By[r["article_id"]]++
	for _, day := range []string{r["from"], r["to"]} {
		if day != "" && (c.First == "" || day < c.First) {
			c.First = day
		}
		c.Last = max(c.Last, day)
	}
}

func recountTables(t *testing.T, s *story.Story, rows []row) {
	people, places := map[string]*counted{}, map[string]*counted{}
	at := func(all map[string]*counted, key string, r row) *counted {
		if all[key] == nil {
			all[key] = &counted{}
		}
		all[key].add(r)
		return all[key]
	}
	for _, r := range rows {
		switch {
		case r.event() && r["shown"] == "yes":
			for _, who := range r.list("who_ids") {
				at(people, who, r).Events++
			}
			if r["place_use"] == "literal" {
				at(places, r.placeKey(), r).Events++
			}
		case r.quote() && r["status"] == "direct":
			if r["speaker_id"] != "" {
				at(people, r["speaker_id"], r).Quotes++
			}
			if r["place_use"] == "literal" {
				at(places, r.placeKey(), r).Quotes++
			}
		}
	}
	same := func(what string, want map[string]*counted, list []compare.Entry, key func(*compare.Entry) string) {
		got := map[string]*counted{}
		for i := range list {
			e := &list[i]
			c := &counted{Events: e.Events, Quotes: e.Quotes, By: map[string]int{}}
			if e.Dated {
				c.First, c.Last = e.First.String(), e.Last.String()
			}
			for _, p := range e.By {
				c.By[s.Articles[p.Doc].ID] += p.N
			}
			if len(c.By) != e.Docs {
				t.Errorf("%s: %q is in %d articles, %d are shown", what, key(e), len(c.By), e.Docs)
			}
			got[key(e)] = c
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (- the table, + shown):\n%s", what, d)
		}
	}
	same("people", people, compare.People(s, nil), func(e *compare.Entry) string { return string(s.Speakers[e.Speaker].ID) })
	same("places", places, compare.Places(s, nil), func(e *compare.Entry) string { return keyOf(&e.Place.ID, e.Place.Name) })
}

// recountStances counts who says, denies, tells otherwise and asks.
func recountStances(t *testing.T, s *story.Story, rows []row) {
	by := map[string]map[string]map[string]bool{} // matter -> article -> stances
	for _, r := range rows {
		if !r.event() || r["stance"] == "" {
			continue
		}
		m := by[r["matter"]]
		if m == nil {
			m = map[string]map[string]bool{}
			by[r["matter"]] = m
		}
		if m[r["article_id"]] == nil {
			m[r["article_id"]] = map[string]bool{}
		}
		for _, stance := range r.list("stance") {
			m[r["article_id"]][stance] = true
		}
	}
	for _, d := range compare.Differences(s, nil) {
		if d.Kind == compare.Figures || d.Kind == compare.OnlyFigure {
			continue
		}
		var says, denies, other, asks int
		for _, v := range by[d.Subject.Event] {
			told := v["says"] || v["reports"]
			says += count(told)
			denies += count(v["denies"])
			other += count(v["otherwise"] && !told)
			asks += count(v["asks"] && !told && !v["denies"] && !v["otherwise"])
		}
		want := fmt.Sprint(says, denies, other, asks, besides(s, rows, by[d.Subject.Event])-len(by[d.Subject.Event]))
		if got := fmt.Sprint(d.Says, d.Denies, d.Other, d.Asks, d.Silent); got != want {
			t.Errorf("%s: say, deny, otherwise, ask, silent: %s, the table has %s", show(s, &d), got, want)
		}
		table := compare.Of(s, d.Subject, nil)
		gotSays, gotOther, gotDenies, gotAsks := table.Voices()
		if got := fmt.Sprint(gotSays, gotDenies, gotOther, gotAsks, table.Count(compare.Silent)); got != want {
			t.Errorf("%s: on its page %s, the table has %s", show(s, &d), got, want)
		}
	}
}

// besides is how many articles of the table are in the groups of some; those of which nothing is exported are counted from the
// story.
func besides[T any](s *story.Story, rows []row, telling map[string]T) int {
	group, in := map[string]string{}, map[string]bool{}
	for i, g := range s.Groups {
		for _, d := range g.Articles {
			group[s.Articles[d].ID] = strconv.Itoa(i + 1)
		}
	}
	for _, r := range rows {
		group[r["article_id"]] = r["group"]
	}
	for id := range telling {
		in[group[id]] = true
	}
	n := 0
	for _, g := range group {
		n += count(in[g])
	}
	return n
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// recountFigures finds each number that is held against others in a sentence of its article.
func recountFigures(t *testing.T, s *story.Story, rows []row) {
	sentences := map[string]string{}
	for _, r := range rows {
		sentences[r["article_id"]] += r["sentence"] + "\n"
	}
	for _, d := range compare.Differences(s, nil) {
		for _, f := range d.Figures {
			a := s.Articles[f.Doc]
			if words := strings.Join(strings.Fields(f.Span.In(a.Text)), " "); !strings.Contains(sentences[a.ID], words) {
				t.Errorf("%q stands in no exported sentence of %q", words, a.Title)
			}
		}
		if articles := slices.Compact(slices.Sorted(slices.Values(d.Docs))); len(articles) != len(d.Docs) {
			t.Errorf("%s: an article twice", show(s, &d))
		}
	}
	if len(slices.Collect(maps.Keys(sentences))) > len(s.Articles) {
		t.Error("more articles are exported than there are")
	}
}

// keyOf is what placeKey gives for a place.
func keyOf(id *geo.PlaceID, name string) string {
	if n := export.GeonameID(*id); n != nil {
		return strconv.Itoa(int(*n))
	}
	return name
}

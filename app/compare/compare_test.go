package compare_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/app/compare"
	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/story"
	"dateline/assets"
)

// flood is four made-up articles on one flood, each told in its own way.
var flood = []string{
	`The Danube burst its banks at Novi Sad on Tuesday, killing 12 people, the interior ministry said.

Rescuers evacuated 3,000 residents from Novi Sad on Tuesday. "The dam at Zrenjanin was destroyed," said Mayor Petar Zelensky. President Ana Kovac visited Novi Sad on Wednesday.`,
	`At least 19 people were killed when the Danube burst its banks at Novi Sad on Tuesday, officials said.

The army denied that the dam at Zrenjanin was destroyed. Mayor Petar Zelenskiy said that help was late. The water covered 400 square kilometres around Novi Sad on Tuesday.`,
	`Novi Sad was under water on Wednesday. The Danube burst its muddy banks at Novi Sad on Tuesday, and shops stayed shut.

President Ana Kovac will visit Novi Sad on Friday, her office said.`,
	`Shops in Novi Sad stayed shut on Wednesday, traders said.`,
}

func told(t testing.TB, days string, texts ...string) *story.Story {
	t.Helper()
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		t.Fatal(err)
	}
	var docs []story.Document
	for i, text := range texts {
		d := document.Plain(text, fmt.Sprintf("%d.txt", i+1), document.Options{Title: fmt.Sprintf("Article %d", i+1)})
		if day, ok := story.ParseDay(days); ok {
			d.Dates = append(d.Dates, story.DateClue{Day: day, Source: story.SourceGiven})
		}
		docs = append(docs, d)
	}
	rs, err := e.Gather(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Tell(context.Background(), rs, story.Log{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// show is a difference in a line: "contradiction destroy at Zrenjanin: 1 says, 1 denies, 2 silent".
func show(s *story.Story, d *compare.Difference) string {
	where := ""
	if d.Where != nil {
		where = " at " + d.Where.Place.Name
	}
	var figures []string
	for _, f := range d.Figures {
		figures = append(figures, f.Span.In(s.Articles[f.Doc].Text))
	}
	return fmt.Sprintf("%v %s%s in %v, %d say, %d deny, %d other, %d silent %s", d.Kind, d.What, where, d.Docs, d.Says, d.Denies, d.Other, d.Silent, strings.Join(figures, " | "))
}

func TestDifferences(t *testing.T) {
	s := told(t, "2024-05-16", flood...)
	list := compare.Differences(s, nil)
	var lines []string
	for i := range list {
		lines = append(lines, show(s, &list[i]))
	}
	all := strings.Join(lines, "\n")
	for _, c := range []struct{ name, want string }{
		{"what one says and another denies comes first", "contradiction destroy at Zrenjanin in [0 1], 1 say, 1 deny, 0 other, 2 silent"},
		{"numbers of the dead stand side by side", "figures dead at Novi Sad in [0 1], 2 say, 0 deny, 0 other, 2 silent 12 people | 19 people"},
		{"an area that only one gives", "only km2 at Novi Sad in [1], 1 say, 0 deny, 0 other, 3 silent 400 square kilometres"},
		{"what three tell alike", "agreement burst at Novi Sad in [0 1 2], 3 say, 0 deny, 0 other, 1 silent"},
	} {
		if !strings.Contains(all, c.want) {
			t.Errorf("%s: no %q in\n%s", c.name, c.want, all)
		}
	}
	if len(list) == 0 || list[0].Kind != compare.Contradiction {
		t.Errorf("first comes\n%s", all)
	}
}

func TestOf(t *testing.T) {
	s := told(t, "2024-05-16", flood...)
	var about compare.Subject
	for _, d := range compare.Differences(s, nil) {
		if d.Kind == compare.Contradiction {
			about = d.Subject
		}
	}
	table := compare.Of(s, about, nil)
	var stances []string
	for _, c := range table.Cells {
		stances = append(stances, c.Stance.String())
	}
	if got := strings.Join(stances, " "); got != "reports denies silent silent" {
		t.Errorf("the dam: %s", got)
	}
	cell := table.Cells[0].Tellings[0]
	if name := s.Speakers[cell.Speaker].Name; name != "Petar Zelensky" || cell.Nth != 3 {
		t.Errorf("said by %s in sentence %d", name, cell.Nth)
	}
	if len(cell.Shared) == 0 || cell.Shared[0].In(s.Articles[0].Text) != "dam" || len(cell.Only) != 1 || cell.Only[0].In(s.Articles[0].Text) != "Zelensky" {
		t.Errorf("marked in the first: %v, only there %v", cell.Shared, cell.Only)
	}
	if none := compare.Of(s, compare.Subject{Event: "none"}, nil); none.Count(compare.Silent) != 4 {
		t.Errorf("of an event that the story lacks: %+v", none.Cells)
	}
}

func TestOf_MarksWhatOnlyOneHas(t *testing.T) {
	s := told(t, "2024-05-16", flood...)
	for _, d := range compare.Differences(s, nil) {
		if d.What != "burst" {
			continue
		}
		for _, c := range compare.Of(s, d.Subject, nil).Cells {
			var only []string
			for _, x := range c.Tellings {
				for _, at := range x.Only {
					only = append(only, at.In(s.Articles[c.Doc].Text))
				}
			}
			if want := map[int]string{2: "muddy"}[c.Doc]; strings.Join(only, ";") != want {
				t.Errorf("only in %s: %q", s.Articles[c.Doc].Title, only)
			}
		}
	}
}

func TestOf_PlaceDaySpeaker(t *testing.T) {
	s := told(t, "2024-05-16", flood...)
	var place compare.Subject
	places, days := compare.Coverage(s, nil)
	for _, c := range places {
		if c.Place.Name == "Novi Sad" {
			place = c.Subject
		}
	}
	if got := compare.Of(s, place, nil); got.Count(compare.Silent) != 0 {
		t.Errorf("all four tell of Novi Sad: %+v", got.Cells)
	}
	tuesday, _ := story.ParseDay("2024-05-14")
	if got := compare.Of(s, compare.Subject{Kind: compare.SubjectDay, Day: tuesday}, nil); got.Count(compare.Silent) != 1 {
		t.Errorf("three tell of Tuesday: %+v", got.Cells)
	}
	if len(days) == 0 || !slices.IsSortedFunc(days, func(a, b compare.Covered) int { return int(a.Subject.Day - b.Subject.Day) }) {
		t.Errorf("days: %+v", days)
	}
	for i := range s.Speakers {
		if strings.HasPrefix(s.Speakers[i].Name, "Petar") {
			got := compare.Of(s, compare.Subject{Kind: compare.SubjectSpeaker, Speaker: s.Speakers[i].ID}, nil)
			if got.Count(compare.Reports) != 2 {
				t.Errorf("two articles quote the mayor: %+v", got.Cells)
			}
		}
	}
}

// spelled are the names that articles spell in several ways: "Kyiv/Kiev, Roe/Row".
func spelled(s *story.Story) string {
	var got []string
	for _, sp := range compare.Spellings(s, nil) {
		var forms []string
		for _, f := range sp.Forms {
			forms = append(forms, f.Text)
		}
		got = append(got, strings.Join(forms, "/"))
	}
	return strings.Join(got, ", ")
}

func TestSpellings(t *testing.T) {
	if got := spelled(told(t, "2024-05-16", flood...)); got != "Zelensky/Zelenskiy" {
		t.Errorf("a surname in two articles: %q", got)
	}
	for _, c := range []struct{ name, first, second, want string }{
		{"a town by its Ukrainian and its Russian name", "A train left Kyiv on Monday.", "The train came back to Kiev on Monday.", "Kyiv/Kiev"},
		{"h and g", "A train left Luhansk on Monday.", "The train came back to Lugansk on Monday.", "Luhansk/Lugansk"},
		{"a letter that stands twice", "A train left Odesa on Monday.", "The train came back to Odessa on Monday.", "Odesa/Odessa"},
		{"a given name by its sounds", "“The dam holds,” said the director, Hristo Belov, in Sofia.", "“The dam holds,” said the director, Christo Belov, in Sofia.", "Hristo Belov/Christo Belov"},
		{"a surname by its sounds", "“The dam holds,” said the director, Ivan Smirnow, in Sofia.", "“The dam holds,” said the director, Ivan Smirnov, in Sofia.", "Smirnow/Smirnov"},
		{"a given name and an initial are no two spellings", "“The dam holds,” said the director, Ivan Belov, in Sofia.", "“The dam holds,” said the director, I. Belov, in Sofia.", ""},
		{"other names of one country are no spellings", "Trains run in the Netherlands.", "Trains run in Holland.", ""},
		{"a town and its region are two places", "Trains run in Kursk.", "Trains run in the Kursk region.", ""},
	} {
		if got := spelled(told(t, "2024-05-16", c.first, c.second)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// marked are the words of a table that only one article has.
func marked(s *story.Story, t compare.Table) string {
	var out []string
	for _, c := range t.Cells {
		for _, x := range c.Tellings {
			for _, at := range x.Only {
				out = append(out, at.In(s.Articles[c.Doc].Text))
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestOfWording_MarksWhereTheWordsDiffer(t *testing.T) {
	for _, c := range []struct {
		name, first, second, want string
	}{
		{"a word in the middle", "“The old dam will hold until the summer,” Ann Roe said in Braga.", "“The old dam might hold until the summer,” Ann Roe said in Braga.", "will; might"},
		{"more at the end", "“The old dam will hold until the summer,” Ann Roe said in Braga.", "“The old dam will hold until the summer ends,” Ann Roe said in Braga.", "ends"},
	} {
		s := told(t, "2024-05-16", c.first, c.second)
		list := compare.Wordings(s, nil)
		if len(list) != 1 || !list[0].Differ {
			t.Errorf("%s: %+v", c.name, list)
			continue
		}
		table := compare.OfWording(s, &list[0], nil)
		if got := marked(s, table); got != c.want || table.Count(compare.Reports) != 2 {
			t.Errorf("%s: %q, want %q; %+v", c.name, got, c.want, table.Cells)
		}
	}
}

func TestOfFigures_TheNumbersStandSideBySide(t *testing.T) {
	s := told(t, "2024-06-05", "A fire in Lyon killed 31 people on Monday.", "A fire in Lyon on Monday left twenty-six dead.", "A fire in Lyon killed 31 people on Monday, police said.", "Lyon is a town.")
	for _, d := range compare.Differences(s, nil) {
		if d.Kind != compare.Figures {
			continue
		}
		table := compare.OfFigures(s, &d, nil)
		if got := marked(s, table); got != "twenty-six dead" || table.Count(compare.Silent) != 1 || len(table.Cells[0].Tellings[0].Shared) != 1 {
			t.Errorf("marked %q in %+v", got, table.Cells)
		}
		return
	}
	t.Error("no numbers differ")
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name, first, second, want string
	}{
		{"a death toll and who was killed", "A fire in Lyon killed 31 people on Monday.", "A fire in Lyon on Monday left twenty-six dead.", "dead 31 people|twenty-six dead"},
		{"thousands in words", "A storm in Lyon on Monday displaced 2,000 people.", "On Monday a storm in Lyon displaced three thousand people.", "fled 2,000 people|three thousand people"},
		{"the same number twice is no difference", "A fire in Lyon killed 31 people on Monday.", "A fire in Lyon on Monday left 31 dead.", ""},
		{"the last count of an article is the one that holds", "A fire in Lyon killed 31 people on Monday. In the end the fire in Lyon on Monday killed 40 people.", "A fire in Lyon on Monday left 31 dead.", "dead 40 people|31 dead"},
		{"the hurt are not the dead", "A fire in Lyon killed 31 people on Monday.", "A fire in Lyon on Monday injured 12 people.", ""},
		{"a year and a day are no figures", "A fire in Lyon killed people on 3 June 2024.", "A fire in Lyon killed people on 3 June 2024, two days before.", ""},
	} {
		s := told(t, "2024-06-05", c.first, c.second)
		var got []string
		for _, d := range compare.Differences(s, nil) {
			if d.Kind == compare.Figures {
				var words []string
				for _, f := range d.Figures {
					words = append(words, f.Span.In(s.Articles[f.Doc].Text))
				}
				got = append(got, d.What+" "+strings.Join(words, "|"))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSources(t *testing.T) {
	s := told(t, "2024-05-16", flood...)
	src := compare.Sources(s, nil)
	if got := fmt.Sprint(len(src[0].Named), len(src[0].Institutions), len(src[0].Unnamed), src[0].Sentences, src[0].Unsourced); got != "1 1 0 4 2" {
		t.Errorf("the first article: %s", got)
	}
	if len(src[1].Unnamed) != 1 {
		t.Errorf("the officials of the second: %+v", src[1])
	}
	heard := compare.Heard(src)
	words := 0
	for _, v := range heard {
		words += v.Words
	}
	if !strings.HasPrefix(s.Speakers[heard[0].Speaker].Name, "Petar") && words == 0 {
		t.Errorf("heard: %+v", heard)
	}
}

func TestOddStories(t *testing.T) {
	one := "A train derailed in Lyon on Monday, killing 31 people, police said."
	copies := slices.Repeat([]string{one}, 40)
	for _, c := range []struct {
		name  string
		texts []string
	}{
		{"none", nil}, {"one article", []string{one}}, {"two that agree in everything", []string{one, one + " "}}, {"forty copies", copies}, {"an empty article", []string{"", one}},
	} {
		s := told(t, "2024-06-05", c.texts...)
		for _, d := range compare.Differences(s, nil) {
			if d.Kind != compare.Agreement {
				t.Errorf("%s: %s", c.name, show(s, &d))
			}
			compare.Of(s, d.Subject, nil)
		}
		if len(compare.Spellings(s, nil)) > 0 {
			t.Errorf("%s: spellings", c.name)
		}
		if n := len(compare.Sources(s, nil)); n != len(s.Articles) {
			t.Errorf("%s: %d sources", c.name, n)
		}
	}
}

func ExampleDifferences() {
	a := &story.Article{Document: story.Document{ID: "a", Text: "The dam broke."}}
	b := &story.Article{Document: story.Document{ID: "b", Text: "The dam, the army says, never broke."}}
	broke := story.Event{Same: "e1", What: "break", P: 0.8, When: story.On(story.NewDay(2024, 5, 14), 1, story.BasisClause)}
	here, there := broke, broke
	here.Span, there.Span = story.Span{End: 13}, story.Span{End: 35}
	there.Doc, there.Modality = 1, story.ModalDenied
	s := &story.Story{Articles: []*story.Article{a, b}, Events: []story.Event{here, there}}
	s.Claims = []story.Claim{{Event: "e1", Doc: 0, Speaker: -1, Span: here.Span}, {Event: "e1", Doc: 1, Speaker: -1, Span: there.Span, Stance: story.StanceDenies}}
	for _, d := range compare.Differences(s, nil) {
		fmt.Println(d.Kind, d.What, d.Says, d.Denies)
	}
	// Output: contradiction break 1 1
}

// BenchmarkDifferences is 300 and 1,200 articles on four floods: four times the articles, four times the time.
func BenchmarkDifferences(b *testing.B) {
	for _, n := range []int{75, 300} {
		var texts []string
		for i := range n {
			for k, text := range flood {
				texts = append(texts, strings.ReplaceAll(text, "Tuesday", []string{"Monday", "Tuesday", "Wednesday"}[(i+k)%3])+fmt.Sprintf("\n\nReport %d of %d.", i, k))
			}
		}
		s := told(b, "2024-05-16", texts...)
		b.Run(fmt.Sprint(len(texts)), func(b *testing.B) {
			for b.Loop() {
				compare.Differences(s, nil)
			}
		})
	}
}

package engine

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/app/story"
)

func TestGroups_PlacesStayWithTheirStory(t *testing.T) {
	e := open(t)
	alone := "Flood in Toronto\n\nA street in Toronto was flooded on Monday, the mayor, Mia Lund, said. Shops in Toronto closed."
	others := []string{
		"Fire near Newcastle\n\nA fire burned near Newcastle, New South Wales, on Sunday. Carl Dunn of the fire service spoke in Sydney. Roads to Gosford were shut.",
		"Fire is out\n\nThe fire near Newcastle, New South Wales, is out, Carl Dunn of the fire service said in Sydney. The road to Gosford is open."}
	place := func(s *story.Story) string {
		for _, a := range s.Articles {
			for i := range a.Toponyms {
				if x := &a.Toponyms[i]; x.Name == "Toronto" {
					return x.Place.Country + " " + x.Place.Admin1Name
				}
			}
		}
		return "none"
	}
	read := func(texts ...string) *story.Story {
		var docs []story.Document
		for _, x := range texts {
			docs = append(docs, doc(x, "2024-05-15", ""))
		}
		s, err := e.Read(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	want := place(read(alone))
	s := read(append([]string{alone}, others...)...)
	if got := place(s); got != want || !strings.HasPrefix(want, "CA") {
		t.Errorf("beside two other articles it is %q, alone %q", got, want)
	}
	if len(s.Groups) != 2 || fmt.Sprint(s.Groups[1].Articles) != "[1 2]" {
		t.Errorf("groups %v", s.Groups)
	}
}

func TestGroups_TheReasonNamesWhoLends(t *testing.T) {
	e := open(t)
	first := "Fire near Newcastle\n\nA fire burned near Newcastle, New South Wales, on Sunday. Carl Dunn of the fire service spoke in Sydney. Roads to Gosford and Wyong were shut."
	second := "Fire is out\n\nThe fire near Newcastle is out, Carl Dunn of the fire service said. The road to Toronto is open."
	s, err := e.Read(context.Background(), []story.Document{doc(first, "2024-05-15", ""), doc(second, "2024-05-16", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	words := ""
	for i := range s.Articles[1].Toponyms {
		for _, r := range s.Articles[1].Toponyms[i].Reasons {
			words += r.String() + "\n"
		}
	}
	if !strings.Contains(words, "“Fire near Newcastle” speaks of other places in") {
		t.Errorf("the reasons of the second article:\n%s", words)
	}
	if strings.Contains(words, "the article speaks of other places in New South Wales") {
		t.Errorf("what another article says is told as its own:\n%s", words)
	}
}

// news is n articles of five made-up stories in five countries, each story told again and again in other words; of[i] is
// the story of article i. Each story names towns that other countries have too.
func news(n int) (docs []story.Document, of []int) {
	type cast struct {
		people, towns []string
		what, when    string
	}
	stories := []cast{
		{[]string{"Mia Lund", "Rob Tate", "City Hydro"}, []string{"Toronto", "Hamilton", "London, Ontario"}, "flood", "the Don River rose"},
		{[]string{"Carl Dunn", "Jill Moss", "Rural Fire Service"}, []string{"Newcastle", "Gosford", "Sydney"}, "bushfire", "the ridge burned"},
		{[]string{"Nora Feld", "Hugo Brandt", "Union of Miners"}, []string{"Cambridge", "Boston", "Worcester"}, "strike", "the gates stayed shut"},
		{[]string{"Sana Iqbal", "Omar Rafiq", "National Bank"}, []string{"Hyderabad", "Karachi", "Lahore"}, "trial", "the hall was full"},
		{[]string{"Ana Prado", "Luis Vega", "Instituto del Agua"}, []string{"Córdoba", "Rosario", "Santa Fe"}, "drought", "the wells ran dry"},
	}
	where := []string{"Ontario", "New South Wales", "Massachusetts", "Pakistan", "Argentina"}
	for i := range n {
		k := i % len(stories)
		c, j := stories[k], i/len(stories)
		at := func(list []string, shift int) string { return list[(j+shift)%len(list)] }
		text := fmt.Sprintf("%s: day %d of the %s\n\n%s said on Monday that the %s in %s, %s, was worse than before. In %s %s. %s of %s spoke to %d people in %s. ",
			at(c.towns, 0), j+1, c.what, at(c.people, 0), c.what, at(c.towns, 0), where[k], at(c.towns, 1), c.when, c.people[1], c.people[2], 20+j, at(c.towns, 2))
		text += fmt.Sprintf("The road from %s to %s was closed for %d hours. %s asked for help with the %s.", at(c.towns, 1), at(c.towns, 0), j%9+2, c.people[0], c.what)
		docs, of = append(docs, doc(text, "2024-05-15", "")), append(of, k)
	}
	return docs, of
}

// TestGroups_500MixedArticlesKeepTheirPlaces: of 500 articles of five stories each is read alone and among the others.
// The measure of QUALITY.md allows 0.5 % of city mentions to differ.
func TestGroups_500MixedArticlesKeepTheirPlaces(t *testing.T) {
	e := open(t)
	docs, of := news(500)
	s, err := e.Read(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Groups) != 5 {
		t.Errorf("%d groups", len(s.Groups))
	}
	for _, g := range s.Groups {
		for _, i := range g.Articles {
			if of[i] != of[g.Articles[0]] {
				t.Fatalf("article %d is grouped with article %d", i, g.Articles[0])
			}
		}
	}
	var in []Input
	for _, d := range docs {
		in = append(in, Input{Document: d})
	}
	all, differ := 0, 0
	err = e.Alone(context.Background(), in, false, func(i int, alone *story.Story) error {
		a, b := alone.Articles[0].Toponyms, s.Articles[i].Toponyms
		for k := range a {
			all++
			if k >= len(b) || a[k].Place.ID != b[k].Place.ID {
				differ++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d mentions differ", differ, all)
	if differ*200 > all {
		t.Errorf("%d of %d mentions are elsewhere than in the article alone", differ, all)
	}
}

// TestTitle_OfUnrelatedArticlesIsTheirNumber: the place of one of them is no name for all.
func TestTitle_OfUnrelatedArticlesIsTheirNumber(t *testing.T) {
	fire := "Fire near Gosford\n\nA fire burned near Gosford, New South Wales, on Sunday. Carl Dunn of the fire service spoke in Sydney. Roads to Gosford were shut."
	out := "Fire is out\n\nThe fire near Gosford, New South Wales, is out, Carl Dunn of the fire service said in Sydney. The road to Gosford is open."
	flood := "Flood in Porto\n\nA street in Porto was flooded on Monday, the mayor, Mia Lund, said. Shops in Porto closed."
	strike := "Strike in Oslo\n\nDrivers of Oslo walked out on Tuesday. Per Holm of the union asked for more pay."
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"two that have nothing in common", []string{flood, strike}, "2 articles"},
		{"three that have nothing in common", []string{flood, strike, fire}, "3 articles"},
		{"two of the same", []string{fire, out}, "Gosford, May 2024"},
	} {
		var docs []story.Document
		for _, x := range c.texts {
			docs = append(docs, doc(x, "2024-05-15", ""))
		}
		s, err := open(t).Read(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		if s.Title != c.want {
			t.Errorf("%s: %q, want %q", c.name, s.Title, c.want)
		}
	}
}

// TestTitle_OfManyThatTellTheSame: however many there are, they are one group with the name of what they tell.
func TestTitle_OfManyThatTellTheSame(t *testing.T) {
	for _, c := range []struct {
		name string
		more func(i int) string
	}{
		{"exact copies", func(int) string { return "" }},
		{"near copies", func(i int) string { return fmt.Sprintf(" Edition %d was printed by the Sample%d Wire.", i, i) }},
	} {
		var docs []story.Document
		for i := range 500 {
			d := doc("Fire near Gosford\n\nA fire burned near Gosford, New South Wales, on Sunday. Carl Dunn of the fire service spoke in Sydney. Roads to Gosford were shut."+c.more(i), "2024-05-15", "")
			d.ID = fmt.Sprintf("%s-%d", d.ID, i)
			docs = append(docs, d)
		}
		s, err := open(t).Read(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Groups) != 1 || s.Title != "Gosford, May 2024" {
			t.Errorf("%s: %d groups, named %q", c.name, len(s.Groups), s.Title)
		}
	}
}

// TestGroups_AreNamedByTheirOwnPlaceAndMonth: where there are several.
func TestGroups_AreNamedByTheirOwnPlaceAndMonth(t *testing.T) {
	docs, _ := news(10)
	s, err := open(t).Read(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range s.Groups {
		first := s.Articles[g.Articles[0]]
		place, when, ok := strings.Cut(g.Name, ", ")
		if !ok || !strings.Contains(first.Text, place) || when != "May 2024" {
			t.Errorf("the group of %q is called %q", first.Title, g.Name)
		}
	}
	one, err := open(t).Read(context.Background(), []story.Document{docs[0], docs[5]}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(one.Groups) != 1 || one.Groups[0].Name != "" {
		t.Errorf("a single group: %+v", one.Groups)
	}
}

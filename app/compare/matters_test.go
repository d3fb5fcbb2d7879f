package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/app/compare"
	"dateline/app/story"
)

// stances are what each article does with what is told of somewhere: "denies reports asks silent"; "" where the articles do not
// differ there.
func stances(s *story.Story, where string) string {
	for _, d := range compare.Differences(s, nil) {
		if d.Kind != compare.Contradiction || d.Where == nil || d.Where.Place.Name != where {
			continue
		}
		t := compare.Of(s, d.Subject, nil)
		var out []string
		for _, c := range t.Cells {
			out = append(out, c.Stance.String())
		}
		return strings.Join(out, " ")
	}
	return ""
}

func TestMatters(t *testing.T) {
	const denied = "“No gate was opened at Faro on Sunday,” Ann Roe said."
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"what is denied and what is told two days after, dated by who says so alone", []string{denied, "The gate at Faro had been opened, Bo Lind said on Tuesday."}, "denies reports"},
		{"a question asserts nothing", []string{denied, "The gate at Faro had been opened, Bo Lind said on Tuesday.", "Was the gate at Faro opened on Sunday? People shook their heads."}, "denies reports asks"},
		{"a question in quotation marks asserts nothing", []string{denied, "The gate at Faro had been opened, Bo Lind said on Tuesday.", "“Was the gate at Faro opened on Sunday?” Carl Dunn asked."}, "denies reports asks"},
		{"nor does what follows “whether”", []string{denied, "The gate at Faro had been opened, Bo Lind said on Tuesday.", "Judges want to know whether the gate at Faro was opened on Sunday."}, "denies reports asks"},
		{"a denial and a question differ in nothing", []string{denied, "Was the gate at Faro opened on Sunday? People shook their heads."}, ""},
		{"a denial that is placed in the country alone", []string{"Portugal’s water board denied it. “No gate was opened in Portugal on Sunday,” Ann Roe said.", "The gate at Faro had been opened, Bo Lind said on Tuesday. Ann Roe of Portugal’s water board was away."}, "denies reports"},
		{"another day of its own is another matter", []string{denied, "The gate at Faro was opened on 3 May, Bo Lind said."}, ""},
		{"another thing is another matter", []string{denied, "A bakery was opened at Faro by two sisters on Sunday."}, ""},
		{"another place is another matter", []string{denied, "The gate at Braga had been opened, Bo Lind said on Tuesday."}, ""},
		{"in one article: another word of the same kind, in passing", []string{
			"The mayor denied that Faro was encircled on Monday. Troops of the garrison are surrounded, Bo Lind said on Monday.", "Faro was encircled by troops on Monday."}, "denies says"},
	} {
		s := told(t, "2024-05-15", c.texts...)
		if got := stances(s, "Faro"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestOf_WhoIsQuotedWithItSaysIt: not the article.
func TestOf_WhoIsQuotedWithItSaysIt(t *testing.T) {
	s := told(t, "2024-05-15", "“The gate at Faro was opened on Sunday,” Ann Roe said.", "“No gate was opened at Faro on Sunday,” Bo Lind said.")
	var got []string
	for _, d := range compare.Differences(s, nil) {
		if d.Kind != compare.Contradiction {
			continue
		}
		table := compare.Of(s, d.Subject, nil)
		for _, c := range table.Cells {
			for _, x := range c.Tellings {
				who := "the article"
				if x.Speaker >= 0 {
					who = s.Speakers[x.Speaker].Name
				}
				got = append(got, fmt.Sprint(who, " ", x.Stance))
			}
		}
		says, other, denies, asks := table.Voices()
		if fmt.Sprint(says, other, denies, asks) != "1 0 1 0" || d.Says != says || d.Denies != denies {
			t.Errorf("counted %d %d %d %d, in the list %+v", says, other, denies, asks, d)
		}
	}
	if strings.Join(got, ", ") != "Ann Roe reports, Bo Lind denies" {
		t.Errorf("%q", got)
	}
}

func TestDifferences_WhatIsSharedMustBeMoreThanAWordAndAPlace(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
	}{
		{"trains do not run, somebody runs the dam", []string{"Trains to Faro did not run on Monday. Ann Roe, who runs the dam at Faro, was away.", "It rained in Faro on Monday."}},
		{"two papers are issued", []string{"The mayor of Faro issued a joint paper with the mayor of Braga on Monday.", "In Faro on Monday, a court issued an order against a baker."}},
	} {
		s := told(t, "2024-05-15", c.texts...)
		for _, d := range compare.Differences(s, nil) {
			if d.Kind == compare.Contradiction || d.Kind == compare.Agreement {
				t.Errorf("%s: %s", c.name, show(s, &d))
			}
		}
	}
}

func TestFigures_TollsThatRiseFromArticleToArticle(t *testing.T) {
	const first = "A dyke broke near Braga in the night to Sunday, 12 May. Twelve people are dead in Braga, the mayor, Ann Roe, said. The flood of the Cavado filled streets of Braga."
	for _, c := range []struct {
		name string
		next []string
		want string
	}{
		{"three counts, told in three ways", []string{"The flood of the Cavado has killed at least 19 people, the mayor of Braga, Ann Roe, said.", "The number of dead in the flood of the Cavado near Braga has risen to 31, Ann Roe said."}, "Twelve people|19 people|31"},
		{"a part of the count is none", []string{"The flood of the Cavado has killed 19 people. Rescuers found seven more dead in Braga, Ann Roe said. Six of them died in cellars of Braga."}, "Twelve people|19 people"},
		{"by how many it rose is none", []string{"The number of dead in the flood of the Cavado near Braga has risen by seven to 19, Ann Roe said."}, "Twelve people|19"},
		{"a flood of long ago", []string{"The flood of the Cavado near Braga has killed 12 people, Ann Roe said. In Braga, a flood in May 1978 killed 44 people."}, ""},
		{"a flood far away", []string{"The flood of the Cavado near Braga has killed 12 people, Ann Roe said. In Faro on Sunday, a fire killed 3 people."}, ""},
		{"the same number in another word is none", []string{"The flood of the Cavado has killed 12 people, the mayor of Braga, Ann Roe, said."}, ""},
		{"a toll that is feared is none", []string{"The flood of the Cavado near Braga could kill 90 people, Ann Roe said."}, ""},
	} {
		s := told(t, "2024-05-15", append([]string{first}, c.next...)...)
		var got []string
		for _, d := range compare.Differences(s, nil) {
			if d.Kind == compare.Figures && d.What == "dead" {
				var words []string
				for _, f := range d.Figures {
					words = append(words, f.Span.In(s.Articles[f.Doc].Text))
				}
				got = append(got, strings.Join(words, "|"))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	two := told(t, "2024-05-17", "A drone killed 5 people in Braga on Monday, the mayor, Ann Roe, said.", "A drone killed 7 people in Braga on Thursday, the mayor, Ann Roe, said.")
	for _, d := range compare.Differences(two, nil) {
		if d.Kind == compare.Figures {
			t.Errorf("two attacks on two days: %s", show(two, &d))
		}
	}
}

func TestDifferences_TwoWordsForOneThingInOneArticle(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"one says surrounded, the other denies trapped", "Ann Roe said that thousands of soldiers were surrounded. Bo Lind denied that anybody was trapped.", 1},
		{"words of two kinds", "Ann Roe said that thousands of soldiers were surrounded. Bo Lind denied that anybody was arrested.", 0},
		{"somebody wants it, somebody does not", "Ann Roe said that she wants a road. “I do not want a war,” Bo Lind said.", 0},
	} {
		s := told(t, "2024-05-15", c.text, "Soldiers marched through Faro on Monday, Ann Roe said.")
		n := 0
		for _, d := range compare.Differences(s, nil) {
			if d.Kind == compare.Contradiction {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: %d contradictions", c.name, n)
		}
	}
}

// TestDifferences_AnotherGroupIsNotSilent: of what another group of articles tells, an article has nothing to say.
func TestDifferences_AnotherGroupIsNotSilent(t *testing.T) {
	s := told(t, "2024-05-16", append(slices.Clone(flood), "A court in Oslo freed Per Holm of the Skagen Line on Monday. Mette Krogh, the judge, said that the papers were false. Per Holm left Oslo.")...)
	if len(s.Groups) != 2 {
		t.Fatalf("%d groups", len(s.Groups))
	}
	list := compare.Differences(s, nil)
	for _, d := range list {
		table := compare.Of(s, d.Subject, nil)
		if len(d.Docs)+d.Silent != len(flood) || d.Kind != compare.Figures && d.Kind != compare.OnlyFigure && len(table.Cells) != len(flood) {
			t.Errorf("%s; %d columns", show(s, &d), len(table.Cells))
		}
	}
	if len(list) == 0 {
		t.Error("nothing differs")
	}
}

package zone

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/app/reading/token"
	"dateline/app/story"
)

const (
	runA = "The council of the town voted on Monday to repair the bridge over the river after a long debate about money."
	runB = "Several members said that the work had been put off for too long and that the road was no longer safe."
)

// kinds names the zone of each line of text, by its first word that is not blank.
func kinds(d *story.Document) string {
	var out []string
	for _, z := range Find(d, token.Split(d.Text)) {
		out = append(out, z.Kind.String())
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a lone paragraph is body", runA, "body"},
		{"headline before body", "Bridge to be repaired at last\n\n" + runA, "headline body"},
		{"breadcrumb glued before the headline", "Home Europe Bridge to be repaired at last\n\nBridge to be repaired at last\n\n" + runA, "boilerplate headline body"},
		{"section label", "News\n\nBridge to be repaired at last\n\n" + runA, "boilerplate headline body"},
		{"byline", "Bridge to be repaired at last\n\nby editor\n\n" + runA, "headline byline body"},
		{"byline with a name", "Bridge to be repaired at last\n\nBy Ann Lee and Tom Roe\n\n" + runA, "headline byline body"},
		{"repeated headline", "Bridge to be repaired at last\n\nGazette\n\nBridge to be repaired at last\n\n" + runA, "headline boilerplate body"},
		{"teaser that repeats the lead", "Bridge to be repaired at last\n" + runA + "\n\nPhoto: Ann Lee/AFP\n\n" + runA + " " + runB, "headline teaser caption body"},
		{"date line", "Bridge to be repaired at last\n\nCouncils 15/03/2025 08:00\n\n" + runA, "headline date body"},
		{"date line in words", "Bridge to be repaired at last\n\nPublished: March 12, 2025 at 5 p.m.\n\n" + runA, "headline date body"},
		{"dateline", "KYIV, Ukraine (AP) — " + runA, "dateline body"},
		{"dateline with a day", "PARIS, March 13 (Reuters) - " + runA, "dateline body"},
		{"dateline without agency", "ATLANTA -- " + runA, "dateline body"},
		{"a dash in a sentence is no dateline", "The town - small and poor - voted. " + runA, "body"},
		{"subhead between paragraphs", "Bridge to be repaired at last\n\n" + runA + "\n\nA Long Debate\n\n" + runB, "headline body subhead body"},
		{"bullets are a list", "Bridge to be repaired at last\n\n" + runA + "\n\n  • The work starts in May.\n  • It costs little.", "headline body list list"},
		{"comment form", "Bridge to be repaired at last\n\n" + runA + "\n\nLeave a Reply\n\nYour email address will not be published.", "headline body boilerplate"},
		{"cookie text", runA + "\n\nWe use cookies on our website. If you consent to their use, we use them to measure it.\n\nInformation and Settings", "body boilerplate"},
		{"related posts", "Bridge to be repaired at last\n\n" + runA + "\n\nRelated Posts\n\nTen things to do in spring", "headline body boilerplate"},
		{"byline of a desk, with a remark", "Bridge to be repaired at last\n\nBy the news desk. Written for the school paper.\n\n" + runA, "headline byline body"},
		{"dateline in small letters", "Valencia, Spain - " + runA, "dateline body"},
		{"dateline with a colon", "PATNA: " + runA, "dateline body"},
		{"a colon in a sentence is no dateline", "The vote: " + runA, "body"},
		{"who else reported", "Bridge to be repaired at last\n\n" + runA + "\n\nTom Roe in Oslo contributed to this report.", "headline body boilerplate"},
		{"who wrote and edited", "Bridge to be repaired at last\n\n" + runA + "\n\n(Reporting by Ann Lee in Bonn; Editing by Tom Roe)", "headline body boilerplate"},
		{"a question asked again", "Bridge to be repaired at last\n\n" + runA + "\n\nWhat will it cost the city?\n\n" + runB + "\n\nWhat will it cost the city?\n\n" + runB[:40] + " and so on, the council said on Monday.", "headline body subhead body subhead body"},
		{"a lede that tells of a browser", "Bridge to be repaired at last\n\nThe game is played in your browser, and " + runA, "headline body"},
		{"where to follow a paper", runA + "\n\nFollow the Daily on Facebook and Instagram.", "body boilerplate"},
		{"who pays for a link", runA + "\n\nWe may earn a commission if you buy something through this page.", "body boilerplate"},
		{"how the paper is reached", "Bridge to be repaired at last\n\n" + runA + "\n\nThe desk of the Daily is open from nine to five. Telephone: 555 0100 or 555 0102 Fax: 555 0101 E-mail: desk@daily.example", "headline body boilerplate"},
		{"one way to reach a person is text", "Bridge to be repaired at last\n\n" + runA + "\n\nThe mayor asked people to call by telephone on 555 0100 if they see a crack in the bridge.", "headline body"},
		{"what the paper offers", "Bridge to be repaired at last\n\n" + runA + "\n\nGet our subscription for as little as 5 a month for the first year. Use the code BRIDGE and read on.", "headline body boilerplate"},
		{"subscribers in the news are text", "Bridge to be repaired at last\n\n" + runA + "\n\nThe firm lost 5 million subscribers in March, after it had raised its price in the spring of last year.", "headline body"},
		{"share row", "Bridge to be repaired at last\n\nShare Tweet Email Print\n\n" + runA, "headline boilerplate body"},
		{"share row with words between", "Bridge to be repaired at last\n\nShare on Facebook Tweet Email Print\n\n" + runA, "headline boilerplate body"},
		{"subscribe row", "Sign in | Subscribe | Newsletters\n\nBridge to be repaired at last\n\n" + runA, "boilerplate headline body"},
		{"row of sections", "World Europe Asia Africa Sport\n\nBridge to be repaired at last\n\n" + runA, "boilerplate headline body"},
		{"places are no row of sections", "Oslo Bergen Bodo Tromso\n\n" + runA, "headline body"},
		{"breadcrumb with >", "Home > World > Europe\n\nBridge to be repaired at last\n\n" + runA, "boilerplate headline body"},
		{"breadcrumb with ›", "Home › World › Europe\n\nBridge to be repaired at last\n\n" + runA, "boilerplate headline body"},
		{"photo credit", "Bridge to be repaired at last\n\n" + runA + "\n\nPhotograph: Ann Lee/Sample Agency\n\n" + runB, "headline body caption body"},
		{"photo credit in brackets", "Bridge to be repaired at last\n\n" + runA + "\n\nThe old bridge in spring (Photo: Ann Lee)\n\n" + runB, "headline body caption body"},
		{"stories after the article", "Bridge to be repaired at last\n\n" + runA + "\n\nYou might also like\n\nTen things to do in spring\n\nWhy the road is closed", "headline body boilerplate"},
		{"cookie line", "Bridge to be repaired at last\n\n" + runA + "\n\nWe use cookies to improve your visit. Accept all", "headline body boilerplate"},
		{"empty", "", ""},
		{"blank", " \n\n ", "body"},
	} {
		if got := kinds(&story.Document{Text: c.text}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFind_MarkupStands(t *testing.T) {
	text := "Menu Home\nBridge to be repaired at last\n" + runA + "\n" + runB
	head := strings.Index(text, "Bridge")
	d := &story.Document{Text: text, Zones: []story.Zone{
		{Span: story.Span{Start: 0, End: head}, Kind: story.ZoneBoilerplate},
		{Span: story.Span{Start: head, End: head + 29}, Kind: story.ZoneHeadline},
		{Span: story.Span{Start: len(text) - len(runB), End: len(text)}, Kind: story.ZoneCaption},
	}}
	if got, want := kinds(d), "boilerplate headline body caption"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Home News A b c\nA b c\n\nx", 0, 3)
	f.Add("KYIV (AP) — Rain.\n\n\xff\n", 2, 30)
	f.Fuzz(func(t *testing.T, s string, a, b int) {
		d := &story.Document{Text: s, Zones: []story.Zone{{Span: story.Span{Start: a, End: b}, Kind: story.ZoneBody}}}
		zs := Find(d, token.Split(s))
		at := 0
		for _, z := range zs {
			if z.Span.Start != at || z.Span.Empty() {
				t.Fatalf("zone %v after %d", z, at)
			}
			if utf8.ValidString(s) && z.Span.End < len(s) && !utf8.RuneStart(s[z.Span.End]) {
				t.Fatalf("zone %v not on a rune border", z)
			}
			at = z.Span.End
		}
		if at != len(s) {
			t.Fatalf("zones cover %d of %d", at, len(s))
		}
		again := fmt.Sprint(Find(d, token.Split(s)))
		if again != fmt.Sprint(zs) {
			t.Fatal("not the same twice")
		}
	})
}

func ExampleFind() {
	d := &story.Document{Text: "Bridge to be repaired\n\nby editor\n\n" + runA}
	for _, z := range Find(d, token.Split(d.Text)) {
		fmt.Println(z.Kind)
	}
	// Output:
	// headline
	// byline
	// body
}

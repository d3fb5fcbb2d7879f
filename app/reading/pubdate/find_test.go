package pubdate

import (
	"strings"
	"testing"

	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

func day(t testing.TB, s string) story.Day {
	t.Helper()
	d, ok := story.ParseDay(s)
	if !ok {
		t.Fatalf("%q is no date", s)
	}
	return d
}

func of(doc *story.Document) story.Publication {
	t := token.Split(doc.Text)
	return New(nil).Find(doc, t, timex.Find(t))
}

const body = "\n\nThe council met in the old hall and agreed to mend the bridge before the winter comes. The mayor thanked the members for their patience and said that work would begin soon.\n"

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, url, want string }{
		{"a date line under the headline", "Bridge to be mended\nWorld 15/03/2025 08:00" + body, "", "explicit 2025-03-15 08:00"},
		{"a date line in words", "Bridge to be mended\nBy Ann Reed\nMarch 12, 2025" + body, "", "explicit 2025-03-12"},
		{"a date line with Published", "Bridge to be mended\nPublished: 12 March 2025, 18:30 GMT" + body, "", "explicit 2025-03-12 18:30"},
		{"a date line beside the byline", "Bridge to be mended\nAnn Reed | 12 March 2025" + body, "", "explicit 2025-03-12"},
		{"an ISO date line", "Bridge to be mended\n2025-03-12" + body, "", "explicit 2025-03-12"},
		{"a date line at the end that says so", "Bridge to be mended" + body + "\nPublished on 12 March 2025\n", "", "explicit 2025-03-12"},
		{"a wire dateline with its year", "Bridge to be mended\n\nLEEDS, March 13, 2025 (Newswire) - The council met in the old hall.", "", "explicit 2025-03-13"},
		{"a wire dateline takes the year from the text", "Bridge to be mended\n\nLEEDS, March 13 (Newswire) - The council met in the old hall. It was shut on 10 March 2025.", "", "inferred from 2025-03-13"},
		{"a German dateline in its first sentence", "Brücke wird saniert\n\nDresden, den 12. September 2024 – Teile der Brücke sind am Mittwoch eingestürzt.", "", "explicit 2024-09-12"},
		{"a place and a day in brackets", "(Dresden, 12.09.2024) Teile der Brücke sind am Mittwoch eingestürzt.", "", "explicit 2024-09-12"},
		{"a French one", "Paris, le 12 septembre 2024 - Le pont est tombé mercredi.", "", "explicit 2024-09-12"},
		{"a place and a day that end a sentence are none", "The council met in Bonn, 12 September 2024 - a bad day for all who live there and by the river.", "", "unknown"},
		{"a wire dateline with a dash alone", "Bridge to be mended\n\nLEEDS, England, March 13, 2025 — The council met in the old hall.", "", "explicit 2025-03-13"},
		{"a wire dateline without a year to be had is none", "Bridge to be mended\n\nLEEDS, March 13 (Newswire) - The council met in the old hall.", "", "unknown"},
		{"the address", "Bridge to be mended" + body, "https://news.example/2025/03/12/bridge", "explicit 2025-03-12"},
		{"the address with dashes", "Bridge to be mended" + body, "https://news.example/a/2025-03-12-bridge.html", "explicit 2025-03-12"},
		{"the address in eight figures", "Bridge to be mended" + body, "https://news.example/20250312/bridge", "explicit 2025-03-12"},
		{"other figures in the address are no date", "Bridge to be mended" + body, "https://news.example/item/20259912345", "unknown"},
		{"an article id is no date", "Bridge to be mended" + body, "https://news.example/id/1202503129", "unknown"},
		{"a copyright year is no date", "Bridge to be mended" + body + "\n© 2024 The Leeds Letter\n", "", "unknown"},
		{"a full copyright date is no date", "Bridge to be mended" + body + "\nCopyright 3 May 2024 The Leeds Letter. All rights reserved.\n", "", "unknown"},
		{"a date in the body is too little", "Bridge to be mended\n\nThe bridge fell on 29 March 2022 and the council met twice over what it had cost the town and its people.", "", "unknown"},
		{"two dates in the body that lie close bound", "Bridge to be mended\n\nThe bridge fell on 29 March 2022 and the council met on 2 April 2022 over what it had cost the town and its people.", "", "inferred from 2022-04-02"},
		{"a day of mourning is no date", "Bridge to be mended\n\nThe law was changed after 9/11 and the council met over it.", "", "unknown"},
		{"a date of birth is no date line", "Ann Reed\nBorn 3 May 1960\n" + body, "", "unknown"},
		{"published and updated are told apart", "Bridge to be mended\nPublished 12 March 2025\nUpdated 14 March 2025" + body, "", "explicit 2025-03-12"},
		{"updated first, then published", "Bridge to be mended\nUpdated 14 March 2025\nPublished 12 March 2025" + body, "", "explicit 2025-03-12"},
		{"published and updated on one line", "Bridge to be mended\nPublished 12 March 2025, updated 14 March 2025" + body, "", "explicit 2025-03-12"},
		{"updated alone bounds from above", "Bridge to be mended\nUpdated 14 March 2025" + body, "", "inferred to 2025-03-14"},
		{"modified alone bounds from above", "Bridge to be mended\nLast modified: 14 March 2025" + body, "", "inferred to 2025-03-14"},
		{"an old article put up again keeps its date", "This article was first published on 3 May 2019" + body, "", "explicit 2019-05-03"},
		{"an old article that was originally posted", "Originally posted 3 May 2019" + body, "", "explicit 2019-05-03"},
		{"a date line beats a date in the body", "Bridge to be mended\n12 March 2025\n\nThe bridge fell on 29 March 2022, and the council met over what it had cost the town.", "", "explicit 2025-03-12"},
		{"days of what is history are no clue", "The canal\n\nOn 26 July 1956 the canal was seized. Troops came on 29 October. Boats landed on 5 November. On 23 March 2021 a ship stuck in it, and on 2 April 2021 the council met over that.", "", "inferred from 2021-04-02"},
		{"nothing at all", "Bridge to be mended" + body, "", "unknown"},
		{"empty", "", "", "unknown"},
		{"a year alone is too little", "The plan\n\nThe town lost half of its trees in 2019, and the council will meet over it.", "", "unknown"},
		{"early March puts it after", "The plan\n\nBy early March 2025 the town had lost half of its trees, and the council will meet over it.", "", "inferred from 2025-03-01"},
		{"a plan alone is too little", "The plan\n\nThe council will meet on 4 June 2025 to settle the matter of the bridge for good.", "", "unknown"},
		{"a plan bounds from above", "The plan\n\nThe bridge fell on 20 May 2025. The council will meet on 4 June 2025 to settle the matter.", "", "inferred to 2025-06-04"},
	} {
		doc := &story.Document{Text: c.text, URL: c.url}
		p := of(doc)
		got := p.Kind.String()
		switch p.Kind {
		case story.DateExplicit:
			got += " " + p.Best.String()
			if p.Clock != "" {
				got += " " + p.Clock
			}
		case story.DateInferred:
			// only the bound that the row names is checked
			switch f := strings.Fields(c.want); {
			case len(f) != 3:
			case f[1] == "from" && p.From >= day(t, f[2])-7 && p.Best >= day(t, f[2]), f[1] == "to" && p.To <= day(t, f[2])+7 && p.Best <= day(t, f[2]):
				got = c.want
			default:
				got += " " + p.From.String() + " " + p.Best.String() + " " + p.To.String()
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if len(p.Reasons) == 0 {
			t.Errorf("%s: no reason", c.name)
		}
	}
}

func TestFind_Trust(t *testing.T) {
	d := func(s string, src story.DateSource) story.DateClue {
		return story.DateClue{Day: day(t, s), Source: src, Words: s}
	}
	for _, c := range []struct {
		name  string
		dates []story.DateClue
		want  string
		kind  story.DateKind
	}{
		{"JSON-LD beats meta", []story.DateClue{d("2025-03-11", story.SourceMeta), d("2025-03-12", story.SourceJSONLD)}, "2025-03-12", story.DateExplicit},
		{"meta beats the time element", []story.DateClue{d("2025-03-11", story.SourceTime), d("2025-03-12", story.SourceMeta)}, "2025-03-12", story.DateExplicit},
		{"the time element beats the address", []story.DateClue{d("2025-03-11", story.SourceURL), d("2025-03-12", story.SourceTime)}, "2025-03-12", story.DateExplicit},
		{"a person beats them all", []story.DateClue{d("2025-03-11", story.SourceJSONLD), d("2019-01-01", story.SourceGiven)}, "2019-01-01", story.DateGiven},
		{"an update is never the date", []story.DateClue{d("2025-03-14", story.SourceUpdated), d("2025-03-12", story.SourceMeta)}, "2025-03-12", story.DateExplicit},
	} {
		p := of(&story.Document{Text: "Bridge" + body, Dates: c.dates})
		if p.Best != day(t, c.want) || p.Kind != c.kind {
			t.Errorf("%s: got %s %s, want %s %s", c.name, p.Kind, p.Best, c.kind, c.want)
		}
	}
	p := of(&story.Document{Text: "Bridge" + body, Dates: []story.DateClue{d("2025-03-12", story.SourceMeta), d("2023-01-05", story.SourceURL)}})
	if len(p.Reasons) < 2 || p.Reasons[1].Code != whyDiffers {
		t.Errorf("a second date that contradicts the first is not told: %v", p.Reasons)
	}
}

func TestFind_OpenOrder(t *testing.T) {
	p := of(&story.Document{Text: "Bridge to be mended\nWorld 03/04/2025" + body})
	if p.P > 0.6 || p.From != day(t, "2025-03-04") || p.To != day(t, "2025-04-03") {
		t.Errorf("an open order of day and month: got %v %s..%s", p.P, p.From, p.To)
	}
}

func TestFind_Weekdays(t *testing.T) {
	// Tuesday and Wednesday are past, Thursday is to come, some days after 7 March 2025: Wednesday or Thursday.
	p := of(&story.Document{Text: "The plan\n\nThe town signed the pact on 7 March 2025 and changed it on 9 March 2025. On Wednesday the mayor spoke. The pact was read on Tuesday. She might travel on Thursday."})
	if p.Kind != story.DateInferred || p.Best != day(t, "2025-03-12") && p.Best != day(t, "2025-03-13") {
		t.Errorf("got %s %s", p.Kind, p.Best)
	}
}

func TestFind_TheFuture(t *testing.T) {
	opened := day(t, "2025-03-20")
	meta := func(s string) []story.DateClue {
		return []story.DateClue{{Day: day(t, s), Source: story.SourceMeta, Words: s}}
	}
	for _, c := range []struct {
		name string
		doc  story.Document
		want string // kind, best day and the code of one of the reasons
		why  string
		most float64 // P at most
	}{
		{"a date to come is kept and told of", story.Document{Text: "Bridge" + body, Dates: meta("2031-03-12")}, "explicit 2031-03-12", whyFuture, 0.5},
		{"tomorrow is today somewhere", story.Document{Text: "Bridge" + body, Dates: meta("2025-03-21")}, "explicit 2025-03-21", whyPage, 1},
		{"a lesser source that has come beats a better one that has not", story.Document{Text: "Bridge\n12 March 2025" + body, Dates: meta("2031-03-12")}, "explicit 2025-03-12", whySkipped, 1},
		{"the order of day and month that has come is meant", story.Document{Text: "Bridge\nWorld 12/03/2025" + body}, "explicit 2025-03-12", whyDecided, 0.95},
		{"and so it is the other way round", story.Document{Text: "Bridge\nWorld 03/12/2025" + body}, "explicit 2025-03-12", whyDecided, 0.95},
		{"both orders to come stay open", story.Document{Text: "Bridge\nWorld 03/12/2031" + body}, "explicit 2031-03-12", whyOrder, 0.5},
		{"a plan does not push an article past its opening", story.Document{Text: "Bridge\n\nThe bridge fell on 16 March 2025, and the mayor saw it on 18 March 2025. The council met on Wednesday."}, "inferred", whyOpened, 1},
	} {
		c.doc.Opened = opened
		p := of(&c.doc)
		got := p.Kind.String()
		if p.Kind == story.DateExplicit {
			got += " " + p.Best.String()
		} else if p.To > opened+1 {
			t.Errorf("%s: up to %s", c.name, p.To)
		}
		has := false
		for _, r := range p.Reasons {
			has = has || r.Code == c.why
		}
		if got != c.want || !has || p.P > c.most {
			t.Errorf("%s: got %s %.2f %v, want %s with %s", c.name, got, p.P, p.Reasons, c.want, c.why)
		}
	}
}

func TestFind_HalfLiesInside(t *testing.T) {
	p := of(&story.Document{Text: "The plan\n\nThe town signed the pact on 7 March 2025 and changed it on 9 March 2025. On Wednesday the mayor spoke."})
	if p.Kind != story.DateInferred || p.From > p.From50 || p.From50 > p.Best || p.Best > p.To50 || p.To50 > p.To {
		t.Errorf("80 %%: %s..%s, 50 %%: %s..%s, best %s", p.From, p.To, p.From50, p.To50, p.Best)
	}
	if p.To50-p.From50 >= p.To-p.From {
		t.Errorf("the 50 %% interval %s..%s is no narrower than %s..%s", p.From50, p.To50, p.From, p.To)
	}
	if p := of(&story.Document{Text: "Nothing."}); p.From50 != story.DayMin || p.To50 != story.DayMax {
		t.Errorf("unknown: %d..%d", p.From50, p.To50)
	}
}

func TestEvidence_Given(t *testing.T) {
	own := evidence("Bridge\n15 March 2025" + body)
	d := day(t, "2024-01-05")
	e := own.Given(d)
	p := e.Publication
	if p.Kind != story.DateGiven || p.Best != d || p.From50 != d || p.To != d || p.P != 1 || len(p.Reasons) != 2 || p.Reasons[1].Code != whyDiffers {
		t.Errorf("got %+v", p)
	}
	if own.Publication.Kind != story.DateExplicit {
		t.Error("the evidence itself was changed")
	}
	if got := own.Given(story.DayMax).Publication; got.Kind != story.DateExplicit {
		t.Errorf("no date at all is taken for one: %+v", got)
	}
}

package event_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/app/document"
	"dateline/app/event"
	"dateline/app/reading"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

var gaz = sync.OnceValue(func() *gazetteer.Index {
	x, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		panic(err)
	}
	return x
})

// find gives the events of a text that was published on a day, YYYY-MM-DD; "" is no known day.
func find(day, text string) (*reading.Resolved, *event.Article) {
	o := document.Options{}
	if d, ok := story.ParseDay(day); ok {
		o.Given, o.HasGiven = d, true
	}
	d := document.Plain(text, "made-up.txt", o)
	r := (&reading.Finders{Gazetteer: gaz()}).Read(&d)
	out := r.Resolve((&geocode.Geocoder{Gazetteer: gaz()}).Resolve(r.Mentions(), geocode.Prior{}), r.Publication(), nil)
	f := event.Finder{Gazetteer: gaz()}
	return out, f.Find(0, out, true)
}

// show words an event: what, where, when, how it is spoken of.
func show(e *event.Found) string {
	where, when := "nowhere", "undated"
	if e.Where != nil {
		where = e.Where.Place.Name
	}
	if e.Named != "" {
		where = e.Named + " in " + where
	}
	if e.When.Dated() {
		when = e.When.Earliest.String()
		if e.When.Latest != e.When.Earliest {
			when += ".." + e.When.Latest.String()
		}
	}
	return fmt.Sprintf("%s | %s | %s | %s", e.What, where, when, e.Modality)
}

func TestFind_AsideIsWhatARelativeClauseTells(t *testing.T) {
	for _, c := range []struct{ name, text, aside, main string }{
		{"which", "Television showed crowds in Bari on Monday, which floods had reached last year.", "reach", "show"},
		{"who, in the middle", "The mayor of Bari, who was elected in 2021, opened a school in Bari on Monday.", "elect", "open"},
		{"where", "On Monday rescuers left Bari, where a fire had killed nine people in 2021.", "kill", "leave"},
		{"that, of a thing", "Engineers inspected a bridge in Bari that collapsed in 2019.", "collapse", "inspect"},
		{"one more thing that a relative clause tells", "Police found the car which had rolled into a river and hit a boat in Bari in 2019.", "hit", "found"},
		{"what somebody says is none", "Police said on Monday that a fire killed nine people in Bari.", "", "kill"},
		{"when it was is none", "The mayor resigned in Bari after police searched his house on Monday.", "", "search"},
	} {
		_, got := find("2024-05-15", c.text)
		for _, e := range got.Events {
			if e.Aside != (e.What == c.aside) && (e.What == c.aside || e.What == c.main) {
				t.Errorf("%s: %s is told aside: %v", c.name, e.What, e.Aside)
			}
		}
		for _, what := range []string{c.aside, c.main} {
			if what != "" && !slices.ContainsFunc(got.Events, func(e event.Found) bool { return e.What == what }) {
				t.Errorf("%s: no %q in %v", c.name, what, got.Events)
			}
		}
	}
}

func TestFind(t *testing.T) {
	const day = "2024-05-15" // a Wednesday
	for _, c := range []struct {
		name, text string
		want       []string // events, or how they begin
		never      []string
	}{
		{"a verb that no list has", "Ten lorries skidded off the road in Bari on Thursday.", []string{"skidded | Bari | 2024-05-09 | asserted"}, nil},
		{"each happening of a sentence has the place", "Six people died on Monday when a ferry capsized off Bari.",
			[]string{"die | Bari | 2024-05-13", "capsize | Bari | 2024-05-13"}, nil},
		{"a participle clause has the place of the verb that governs it", "The quake razed a school in Bari on Monday, burying two teachers.",
			[]string{"razed | Bari | 2024-05-13", "bury | Bari | 2024-05-13"}, nil},
		{"a noun and the relative clause that tells its day", "A court in Bari charged two men on Monday over the attack that took place in March.",
			[]string{"charge | Bari | 2024-05-13", "attack | Bari | 2024-03-01..2024-03-31"}, nil},
		{"a verb in two places on two days", "She spoke in Bari on Monday and in Trani on Tuesday.",
			[]string{"speak | Bari | 2024-05-13", "speak | Trani | 2024-05-14"}, nil},
		{"a place whose name has a verb in it", "Soldiers landed at Port Said on 5 November 1956.", []string{"land | Port Said | 1956-11-05"}, []string{"say"}},
		{"in a line in capitals", "Soldiers Land At Port Said.", []string{"land | Port Said"}, []string{"say"}},
		{"back in the main clause after a relative one with more in it", "A doctor, Ann Smith, who suffered burns while trying to save a man, was flown to Belgium on Monday.",
			[]string{"fly | Belgium | 2024-05-13", "suffer | nowhere"}, nil},
		{"and after one that tells two things", "The ferry, which left Bari and was carrying cars, sank off Durres on Monday.", []string{"sink | Durrës | 2024-05-13", "leave | Bari", "carry | Bari"}, nil},
		{"what was found last year was not found where somebody was in 1944", "Ann Smith found the sketch in 2023 in a box of her late brother, a guard who was stationed near Liege in 1944.",
			[]string{"found | nowhere | 2023", "station | Liège | 1944"}, nil},
		{"who somebody is, is not where", "Fans from Manchester sang.", nil, []string{"sing | Manchester"}},
		{"a state acts from afar", "A bomb went off in Bari on Monday. Washington blamed Iran.", nil, []string{"blame | Bari"}},
		{"an unknown hamlet stays unknown", "The council met in Lyon last month. Raiders attacked the hamlet of Ounkaba on Thursday.",
			[]string{"attack | Ounkaba in nowhere | 2024-05-09"}, []string{"attack | Lyon"}},
		{"an unknown checkpoint stays unknown", "The council met in Lyon last month. Two lorries collided at the Kessim checkpoint on Thursday.",
			[]string{"collide | Kessim in nowhere | 2024-05-09"}, []string{"collide | Lyon"}},
		{"somebody with the name of a hill is no place", "In 1955 she met the singer Anna Hill.", []string{"meet | nowhere | 1955"}, nil},
		{"a hill is one", "Troops captured Karnov Hill on Monday.", []string{"capture | Karnov Hill in nowhere | 2024-05-13"}, nil},
		{"where nothing happens the places are named", "The old hall stands between Bari and Trani.", []string{"mentioned | Bari", "mentioned | Trani"}, nil},
		{"where something happens they are not", "The old hall between Bari and Trani burned down on Monday.", []string{"burn"}, []string{"mentioned | Trani"}},
		{"what is so, says somebody whose name stands between commas", "Nine people are dead in Bari, the mayor, Ann Smith, said on Monday.", []string{"are | Bari"}, nil},
		{"one of a kind has no name", "A fire at a Covid ward in Bari killed nine people on Monday.", []string{"kill | Bari | 2024-05-13", "fire | Bari"}, []string{"fire | Covid"}},
		{"a room with a number is no place", "A hearing is set for June 12 in Room 200.", []string{"set | nowhere | 2024-06-12"}, nil},
		{"an unknown place has the container that the text states", "A shell hit the Qarbesh district of Aleppo on Monday.",
			[]string{"hit | Qarbesh in Aleppo | 2024-05-13"}, nil},
		{"the capital of the country named", "Talks began in Sanaa in March. The fire spread through the Yemeni capital on Monday.", []string{"spread | Sanaa | 2024-05-13"}, nil},
		{"the city is the last one named", "A train derailed in Genoa on Monday. Trams stopped in the city.", []string{"stop | Genoa"}, nil},
		{"May is a month", "On May 3 the trawler sank off Bari.", []string{"sink | Bari | 2024-05-03 | asserted"}, nil},
		{"a present tense with a day ahead is a plan", "Leaders meet in Paris on Friday.", []string{"meet | Paris | 2024-05-17 | planned"}, nil},
		{"what is denied", "The trawler did not sink off Bari on Monday.", []string{"sink | Bari | 2024-05-13 | denied"}, nil},
		{"what might happen", "The dam could burst in Bari.", []string{"burst | Bari | 2024-05-13..2024-05-15 | conditional", "burst | Bari | 2024-05-15 | conditional"}, nil},
		{"a season gives no day to what was done for it", "Troops dug in for the winter in Bari.", []string{"dig | Bari | 2024-05-13..2024-05-15"}, nil},
		{"the place of the dateline", "BARI, Italy (Sample Wire) - Rain fell on Monday.\n\nTwo men drowned.", []string{"drown | Bari | 2024-05-13"}, nil},
		{"a retold past runs on", "In 1911 the dam cracked in Bari. It burst after rain.", []string{"crack | Bari | 1911-01-01..1911-12-31", "burst | Bari | 1911-01-01..1911-12-31 | background"}, nil},
		{"a new paragraph is back in the story", "A dam broke in Bari on Monday. It was mended in 1911.\n\nTwo men drowned in Trani.", []string{"drown | Trani | 2024-05-13..2024-05-15"}, nil},
		{"what somebody holds right", "“The town must rebuild the bridge in Bari,” said Anna Berg.", []string{"rebuild | Bari | 2024-05-13..2024-05-15 | opinion"}, nil},
		{"what a relative clause looks back on dates itself alone", "Television showed crowds in Bari, which floods had reached last year.",
			[]string{"show | Bari | 2024-05-13..2024-05-15", "reach | Bari | 2023-01-01..2023-12-31"}, []string{"show | Bari | 2023"}},
		{"a relative clause of years ago dates itself alone", "Engineers inspected a bridge in Bari that collapsed in 2019.",
			[]string{"inspect | Bari | 2024-05-13..2024-05-15", "collapse | Bari | 2019"}, []string{"inspect | Bari | 2019"}},
		{"a clause of place looks back too", "The army shelled Bari, where volunteers had rebuilt a hospital in 2021.",
			[]string{"shell | Bari | 2024-05-13..2024-05-15", "rebuild | Bari | 2021"}, []string{"shell | Bari | 2021"}},
		{"a relative clause of this week dates the sentence", "Divers searched off Bari for a trawler that sank on Monday.",
			[]string{"search | Bari | 2024-05-13", "sink | Bari | 2024-05-13"}, nil},
		{"what is told within a relative clause has its day", "Police found the car which had rolled into a river and hit a boat in Bari in 2019.", []string{"hit | Bari | 2019"}, nil},
		{"a past tense never takes a day ahead", "The mayor sent his condolences and said he would travel to Bari on Friday.",
			[]string{"send | nowhere | 2024-05-13..2024-05-15", "travel | Bari | 2024-05-17"}, []string{"send | nowhere | 2024-05-17"}},
		{"what lasts until a day ahead began before", "The airline cancelled all flights to Bari until Saturday.", []string{"cancelled | Bari | 2024-05-13..2024-05-15 | asserted"}, nil},
		{"a warning is no plan", "It could snow in Bari next week, the weather service warned.", nil, []string{"warn | Bari | 2024-05-20", "warn | nowhere | 2024-05-20"}},
		{"a treaty signed years ago dates its signing alone", "Both countries agreed in Bari to revive a treaty signed in 2001.",
			[]string{"agree | Bari | 2024-05-13..2024-05-15 | asserted", "sign | Bari | 2001"}, []string{"agree | Bari | 2001", "revive | Bari | 2001"}},
		{"nor the paragraph after it", "Both countries agreed in Bari to revive a treaty signed in 2001.\n\nIn Trani, farmers welcomed the treaty.",
			[]string{"welcome | Trani | 2024-05-13..2024-05-15"}, nil},
		{"a bridge built long ago falls now", "A bridge built in 1932 collapsed in Bari.", []string{"collapse | Bari | 2024-05-13..2024-05-15", "build | Bari | 1932"}, nil},
		{"a finite verb has the day right behind it", "Police said the man died on Monday in Bari.", []string{"die | Bari | 2024-05-13"}, nil},
		{"one verb after another has the day at the end", "The ferry left Bari and sank on Monday.", []string{"leave | Bari | 2024-05-13", "sink | Bari | 2024-05-13"}, nil},
		{"a passive has its day", "A school was burned on Monday in Bari.", []string{"burn | Bari | 2024-05-13"}, nil},
		{"the lead behind a dateline has the story's day", "BARI, Italy, May 14 (Sample Wire) - Two trams crashed on Tuesday.\n\nA bridge in Trani was closed in January 2016.\n\nA school was flooded in Lecce.",
			[]string{"flood | Lecce | 2024-05-14..2024-05-15"}, nil},
		{"where somebody has an office is no happening", "The bank, based in Lecce, warned of losses on Monday. The firm is headquartered in Trani. The hamlet, located near Bari, was flooded on Tuesday.",
			[]string{"flood | Bari | 2024-05-14"}, []string{"base |", "headquartered | Trani", "locate | Bari"}},
		{"a court is in its town", "A driver will appear at Lecce Crown Court on Friday.", []string{"appear | Lecce | 2024-05-17 | planned"}, nil},
		{"a station is in its town, and its second name is no place", "Police were called to Lecce High station on Monday.", []string{"call | Lecce | 2024-05-13"}, []string{"High"}},
		{"a hospital of a town that the text speaks of is there", "It rained in Lecce. Two men were taken to Lecce Royal Hospital on Monday.", []string{"take | Lecce | 2024-05-13"}, nil},
		{"a university may be anywhere", "Students met at Columbia University on Monday.", nil, []string{"meet | Columbia |"}},
		{"a university in a town that the text speaks of", "It rained in Lecce. Students met at Lecce University on Monday.", []string{"meet | Lecce | 2024-05-13"}, nil},
		{"a hospital that speaks is no place", "Lecce Royal Hospital said on Monday that two men had died.", nil, []string{"say | Lecce | 2024-05-13"}},
		{"what is said of a place behind a comma dates itself alone", "Television showed the mayor in Bari, an area previously targeted by raiders during a raid last year.",
			[]string{"show | Bari | 2024-05-13..2024-05-15"}, []string{"show | Bari | 2023"}},
		{"the clause goes on behind a relative one, without a mark", "A trawler that had offered help was sent back to Bari on Monday.", []string{"send | Bari | 2024-05-13 | asserted"}, nil},
		{"and behind its day", "The man who killed two people in Bari in 1999 died in Trani on Monday.",
			[]string{"kill | Bari | 1999", "die | Trani | 2024-05-13 | asserted"}, []string{"die | Trani | 1999"}},
		{"and behind two things that it tells", "A man, who fled to Trani in 2018 and has not returned, will be tried in Bari in September.",
			[]string{"flee | Trani | 2018", "return | Trani | 2018", "try | Bari | 2024-09-01..2024-09-30 | planned"}, []string{"return | Trani | 2024-09"}},
		{"a plural that could be a verb is a subject", "Albania has ordered a review, and ministers will discuss the failure in Bari on Friday.",
			[]string{"discuss | Bari | 2024-05-17 | planned"}, []string{"order | Bari"}},
		{"what has been done is not ahead", "The finds will be shown in Bari next spring; the coins have been sent to a bank in Trani.", nil, []string{"send | Trani | 2025"}},
		{"before a year dates its own clause alone", "The portrait is being restored in Bari and will not return to Trani before 2026.", []string{"restore | Bari | 2024-05-13..2024-05-15"}, nil},
		{"all days of an interval", "The theatre in Bari was dug out between 1910 and 1936.", []string{"dig | Bari | 1910-01-01..1936-12-31"}, nil},
		{"days that are listed", "The museum in Bari opened in 1911 and 1966.", []string{"open | Bari | 1911-01-01..1911-12-31", "open | Bari | 1966-01-01..1966-12-31"}, nil},
		{"two days on end", "The school in Bari was closed on Monday and Tuesday.", []string{"close | Bari | 2024-05-13..2024-05-14"}, nil},
		{"a day of the next clause is not listed", "He was arrested on Monday and on Tuesday a court freed him in Bari.", []string{"arrest | Bari | 2024-05-13 |"}, []string{"arrest | Bari | 2024-05-14"}},
		{"two days after a clause", "Work in Bari stopped on 11 May, two days after a driver noticed bones.", []string{"stop | Bari | 2024-05-11", "notice | Bari | 2024-05-09"}, nil},
		{"three days after a noun", "Rescuers found the bodies in Bari on Tuesday, three days after an explosion in a mine.", []string{"found | Bari | 2024-05-14", "explosion | Bari | 2024-05-11"}, nil},
		{"two days after a day that only the second has", "He died in Bari two days after he was shot on Saturday.", []string{"die | Bari | 2024-05-13 | asserted", "shoot | Bari | 2024-05-11"}, nil},
		{"a week after, told today", "The fire in Bari comes a week after a landslide closed the road at Trani.", []string{"landslide | Trani | 2024-05-07..2024-05-09"}, nil},
		{"when, right behind a year", "It is the third fire in Bari since 2019, when eleven wagons burned at Trani.", []string{"burn | Trani | 2019-01-01..2019-12-31"}, nil},
		{"where a rocket started", "In Florida, a launch from Cape Canaveral was called off on Monday.", []string{"launch | Cape Canaveral | 2024-05-13"}, nil},
		{"where a way began that is set out on", "The climbers who set out from Trani on Monday turned back.", []string{"set out | Trani | 2024-05-13"}, nil},
		{"where something was stolen", "Thieves stole a painting from a museum in Trani on Monday.", []string{"steal | Trani | 2024-05-13"}, nil},
		{"off an unknown port", "A boat sank off Zuwelia on Monday.", []string{"sink | Zuwelia in nowhere | 2024-05-13"}, nil},
		{"what is called off is nowhere", "The council called off Zuwelia Day on Monday.", nil, []string{"Zuwelia in"}},
		{"a plain verb behind a relative clause", "Rovers, who last reached the final in 1998, travel to Bari on Saturday.", []string{"travel | Bari | 2024-05-18 | planned", "reach | nowhere | 1998"}, nil},
		{"a park that stands for its town is told once", "A man was found in Richmond Park in Cork on Monday.", []string{"found | Cork | 2024-05-13"}, nil},
		{"goods that are taken back", "A dairy is recalling 40,000 packs of cheese in Denmark.", []string{"recall | Denmark | 2024-05-13..2024-05-15 | asserted"}, nil},
		{"a noun with its whereabouts behind it", "Five men died in an explosion deep in a mine near Bari on Monday.", []string{"explosion | Bari | 2024-05-13"}, nil},
		{"what is not believed", "Doctors do not believe that they ate the cheese in Bari.", []string{"eat | Bari | 2024-05-13..2024-05-15 | denied"}, nil},
		{"what has yet to happen", "The plant in Bari has yet to open.", []string{"open | Bari | 2024-05-13..2024-05-15 | denied"}, nil},
		{"a participle between two commas dates itself alone", "The picture, painted in Trani in 1521, was bought at an auction in Bari in 1957.",
			[]string{"paint | Trani | 1521", "buy | Bari | 1957", "auction | Bari | 1957"}, []string{"buy | Bari | 1521"}},
		{"nouns of crime and of the weather, several of them", "Bari saw three robberies and two mudslides in March.", []string{"robberies | Bari | 2024-03", "mudslides | Bari | 2024-03"}, nil},
		{"the hour of a page dates nothing", "Warship foils attack off Bari Nov 15, 2024, 05:51 TRANI: A warship on Monday stopped three boats off Bari.", []string{"stop | Bari | 2024-05-13"}, nil},
		{"nor does when it was updated", "Fire in Bari put out. Updated: May 15, 2024 18:50 Crews in Bari fought a fire on Monday.", []string{"fire | Bari | 2024-05-13"}, []string{"fire | Bari | 2024-05-15"}},
		{"what had been done by an hour of the story's day", "A fire broke out in Bari on Monday. By 6.30am the fire had been contained.", []string{"contain | nowhere | 2024-05-13"}, nil},
		{"one side's charge", "Hungary accused Serbia of shelling a school in Bari on Monday.", []string{"shell | Bari | 2024-05-13 | claimed"}, nil},
	} {
		_, a := find(day, c.text)
		var got []string
		for i := range a.Events {
			got = append(got, show(&a.Events[i]))
		}
		all := strings.Join(got, "\n\t")
		found := len(c.want) == 0
		for _, w := range c.want {
			if strings.Contains(w, "conditional") {
				found = found || strings.Contains(all, w)
			} else if found = true; !strings.Contains(all, w) {
				t.Errorf("%s: no %q among\n\t%s", c.name, w, all)
			}
		}
		if !found {
			t.Errorf("%s: none of %q among\n\t%s", c.name, c.want, all)
		}
		for _, n := range c.never {
			if strings.Contains(all, n) {
				t.Errorf("%s: %q among\n\t%s", c.name, n, all)
			}
		}
	}
}

// TestFind_EachEventHasItsOwnPeople: their numbers are changed where they stand when articles are joined, so no two events may
// share the list of them.
func TestFind_EachEventHasItsOwnPeople(t *testing.T) {
	_, a := find("2024-05-15", "“It is old,” said Rosa Berg, the mayor of Bari. The museum in Bari was opened by Rosa Berg in 1911 and 1966.")
	at := map[*int]int{}
	for i, e := range a.Events {
		if len(e.Who) == 0 {
			continue
		}
		if k, shared := at[&e.Who[0]]; shared {
			t.Errorf("%s and %s share their people", show(&a.Events[k]), show(&e))
		}
		at[&e.Who[0]] = i
	}
	if len(at) < 2 {
		t.Fatalf("%d events with people", len(at))
	}
}

// TestFind_ManyHouses: of many towns and of houses that no gazetteer has, each house keeps its name.
func TestFind_ManyHouses(t *testing.T) {
	const n = 500
	_, a := find("2024-05-15", manyHouses(n))
	named := map[string]bool{}
	for _, e := range a.Events {
		if strings.HasSuffix(e.Named, " Hall") {
			named[e.Named] = true
		} else if strings.Contains(e.What, "break out") {
			t.Fatalf("a fire broke out at %q", e.Named)
		}
	}
	if len(named) != n {
		t.Errorf("fires at %d of %d houses", len(named), n)
	}
}

// manyHouses tells of fires at n houses, each with a name of its own.
func manyHouses(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "A fire broke out at Um%c%c%cl Hall on Monday. Men in Lisbon met in Porto. ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
	}
	return b.String()
}

// BenchmarkFindManyHouses: which town a house is named after is looked up, not sought among all of them: ten times as many take ten
// times as long.
func BenchmarkFindManyHouses(b *testing.B) {
	for _, n := range []int{1700, 17_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			text := manyHouses(n)
			for b.Loop() {
				find("2024-05-15", text)
			}
		})
	}
}

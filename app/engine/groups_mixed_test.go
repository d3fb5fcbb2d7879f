package engine

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo/geocode"
)

// plots are five kinds of news, each as sentences with choices in them: "{a|b}" is one of them, $ begins what a story fills in:
// $A, $B, $C people, $O a body, $T, $U, $V towns, $D a day, $E a later one, $N a number. Stories of one kind share their words.
var plots = [5][]string{
	{ // a flood
		"{Water|The river|A wall of water} {poured|swept|broke} {into|through} {the lower town of|the streets of|the old quarter of} $T on $D{, and the cellars filled| after two days of rain|, the town hall said}.",
		"{At least $N|Some $N|$N} people {left their homes|were brought out by boat|spent the night on their roofs} in $T{ on $D| in the dark|, $O said}.",
		"{“Nobody rang us,”|“It came at night,”|“The dyke was old,”} {said $A|$A said}{, who keeps a shop in $T|, a farmer from $U|, as the water rose}.",
		"{The dyke|A dam|The bank} {near|above|below} $U {gave way|broke|held} {on $D|shortly before dawn|in the first night}, {$B|the engineer $B} of $O {said|told a hearing in $V|explained}.",
		"{$O|The $O} {had warned|says it had warned|denies that it had been warned} {of the flood|of high water|that the gauge at $U was rising} {a week|three days|hours} before.",
		"{On $E|By $E} the {water|flood} {in $T|around $U} {had fallen by a metre|was going down|had left mud in every house}{, $C said| and schools were still shut|}.",
		"{$C, the mayor of $T,|The mayor, $C,} {asked|called} for {help|boats and pumps|an inquiry} {on $E|at once|in front of the town hall}.",
		"{The railway|The road|The bridge} {between|from} $T and $U {is closed|was under water|will be repaired by summer}{, $O said|}.",
	},
	{ // a strike
		"{Workers|Crews|Hundreds of workers} {at the yard|at the plant|of the works} in $T {walked out|stopped work|laid down their tools} on $D{ over pay| after talks failed|}.",
		"{$A|The union’s leader, $A,} {said|told a crowd in $T|declared} that {the offer was an insult|nobody would go back|the gates would stay shut} {until there was more money|for $N days|}.",
		"{$O|The owner, $O,} {offered|has offered|would not offer} {four per cent|$N euros more a month|a bonus} {and no more|on $D|in a letter}.",
		"{“We have bread for weeks,”|“They laugh at us,”|“My pay buys less each year,”} {said $B|$B said}{, a welder from $U| at the gate|}.",
		"{Talks|A meeting|A first round} {in $V|under $C} {ended without a result|broke up on $E|will go on}{, $O said|}.",
		"{$C, who leads the talks,|The go-between, $C,} {saw|sees} {no way out|a way out|some movement} {on $E|yet|in $V}.",
		"{Ferries|Lorries|Ships} {turned back|waited} {off $U|before $T|at the gates} {on $D|for hours|with goods for $V}.",
		"{The strike|The dispute} {costs|has cost} $O {a million a day|$N orders|its best month}{, $B said|}.",
	},
	{ // a trial
		"{The trial|A trial} of $A {began|opened} {in $T|before a court in $T} on $D{ under guard|, and the hall was full|}.",
		"{$A|The accused, $A,} {is charged with|is accused of} {taking|hiding|selling} {$N paintings|money of $O|$N coins} {from $O|from a vault in $U|}.",
		"{“I was not there,”|“I signed nothing,”|“Ask the others,”} {$A told the court|said $A|$A said on $E}.",
		"{The prosecutor, $B,|$B, who prosecutes,} {read|showed|spoke for hours about} {letters|bank papers|pictures from a camera} {from $U|found in $V|}.",
		"{A witness|A clerk of $O|A guard} {saw|had seen|did not know} {the car|the keys|the two men} {in $U|near $V on that night|}{, the court heard|}.",
		"{$C, for the defence,|The lawyer, $C,} {asked|called} {for patience|the papers a forgery|the case thin} {on $E|before the judges in $T|}.",
		"{$O|The board of $O} {wants|has asked for} {its money back|the coins back|$N million in damages}{, $B said|}.",
		"{A verdict|The verdict} is {expected|due} {in autumn|after $N more days|next month}{ in $T|}.",
	},
	{ // a fire
		"{A fire|Fire|Flames} {burned|ate through|destroyed} {the market hall|a warehouse|the old mill} in $T {on $D|in the night to $D|}{, and smoke could be seen in $U|}.",
		"{$N|About $N|At least $N} {firefighters|men and women of the fire service} {came|were sent} {from $U|from $V|} {to put it out|with ladders}.",
		"{“The roof came down behind me,”|“We smelled it first,”|“I ran for the dog,”} {said $A|$A said}{, who lives opposite| of $T|}.",
		"{$B|The fire chief, $B,} {said|believes|ruled out} that {a cable|a cigarette|a heater} {started it|was the cause|was to blame}{, he said on $E|}.",
		"{$O|The insurer, $O,} {puts|has put} the {damage|loss} at $N million{, $C said|}.",
		"{$C, who owned the hall,|The owner, $C,} {wants|vowed} to build it up again {in $T|by next year|}.",
		"{Police|Detectives from $V} {questioned|are looking for} {two boys|a man with a can|a guard of $O} {on $E|in $U|}.",
		"{Traders|Families} from {the hall|the next house} {were given|found} {rooms|stalls} {in $U|in a school|by $O}.",
	},
	{ // an election
		"{Voters|The people} {in|of} $T {went to the polls|chose a new council|voted} on $D{, in rain|, and many stayed at home|}.",
		"{$A|The teacher $A|$A of $O} {won|has won|came first with} {$N per cent|by $N votes|the most districts}{ in $T|}.",
		"{“We begin tomorrow,”|“The hard part comes now,”|“I thank the streets,”} {said $A|$A said} {in $U|to a crowd|on $E}.",
		"{$B|The loser, $B,|$B, who had ruled for years,} {conceded|would not concede|asked for a count} {on $E|late at night|in $V}.",
		"{$O|The commission, $O,} {found|has found} {$N boxes|errors|no errors} {in $U|in $V|}{, $C said|}.",
		"{$C, who leads the count,|The clerk, $C,} {promised|gave} {a result|figures} {by $E|for all of $V|}.",
		"{Turnout|The turnout} {fell|rose} to $N per cent{ in $U|, $O said|}.",
		"{The new council|The council of $T} {meets|will meet} {in autumn|on $E|for the first time} {to choose a mayor|}.",
	},
}

// common are sentences that any story may have.
var common = []string{
	"{Officials|A spokesman|The ministry} {would not say more|gave no figures|had no comment}{ on Monday| in the evening|}.",
	"{Many people|Residents|Neighbours} {were|are} {tired|angry|worried}{, they say|}{ and ask what comes next|}.",
	"{The government|A minister} {in the capital|} {promised|has promised} {help|an answer|a report} {soon|by the end of the year|}.",
	"{It was|This was} {the second time|the worst week|the first time} {in years|since the war|this year}.",
	"{Shops|Schools|Offices} {stayed shut|opened late|were open again}{ on Friday|}.",
}

// filled fills a sentence in: one of each choice, and the words of a story.
func filled(r *rand.Rand, sentence string, words map[string]string) string {
	for {
		end := strings.IndexByte(sentence, '}')
		if end < 0 {
			break
		}
		start := strings.LastIndexByte(sentence[:end], '{')
		choices := strings.Split(sentence[start+1:end], "|")
		sentence = sentence[:start] + choices[r.IntN(len(choices))] + sentence[end+1:]
	}
	for k, v := range words {
		sentence = strings.ReplaceAll(sentence, k, v)
	}
	sentence = strings.ReplaceAll(sentence, "$N", fmt.Sprint(2+r.IntN(90)))
	return strings.ToUpper(sentence[:1]) + sentence[1:]
}

var (
	givens   = strings.Fields("Mia Rob Carl Jill Nora Hugo Sana Omar Ana Luis Vera Paul Ida Jonas Lena Marta Piotr Selma Tariq Yara Bruno Clara Dana Emil Greta")
	families = madeUp("Lun Tar Dor Mos Fel Bran Ras Pra Veg Sor Kem Hol Nyb Cas Zie", "dal wick nes lund stad berg")
	bodies   = strings.Fields("Hydro Lines Union Bank Works Trust Guard Board Water League")
	towns    = []string{"Toronto", "Hamilton", "Windsor", "Newcastle", "Gosford", "Bathurst", "Lyon", "Dijon", "Nantes", "Porto", "Braga", "Faro", "Turku", "Tampere", "Oulu", "Gdynia", "Torun", "Lublin",
		"Rosario", "Salta", "Mendoza", "Karachi", "Lahore", "Multan", "Bergen", "Stavanger", "Drammen", "Graz", "Linz", "Villach", "Izmir", "Bursa", "Konya", "Ghent", "Bruges", "Liege", "Cork", "Galway",
		"Limerick", "Pisa", "Lucca", "Siena", "Kobe", "Nara", "Otsu", "Accra", "Kumasi", "Tamale", "Bristol", "Exeter", "Plymouth"}
	weekdays = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday")
)

// madeUp is names of a beginning and an end each.
func madeUp(starts, ends string) (out []string) {
	for _, e := range strings.Fields(ends) {
		for _, s := range strings.Fields(starts) {
			out = append(out, s+e)
		}
	}
	return out
}

// castOf is what story i of a mix fills in. Each fifth is of one kind. Every story shares a town with the one after it, every third
// a person with another one, and many a day.
func castOf(i int) map[string]string {
	person := func(k int) string { return givens[7*k%len(givens)] + " " + families[k%len(families)] }
	c := map[string]string{"$A": person(3 * i), "$B": person(3*i + 1), "$C": person(3*i + 2), "$T": towns[2*i%len(towns)], "$U": towns[(2*i+1)%len(towns)], "$V": towns[(2*i+2)%len(towns)],
		"$O": families[75+i%15] + " " + bodies[i%len(bodies)], "$D": weekdays[i%3], "$E": weekdays[3+i%3]}
	if i%3 == 2 && i > 3 {
		c["$C"] = person(3 * (i - 4))
	}
	return c
}

// mixedStories is n articles of so many made-up stories, mixed. No two articles of a story have a sentence of it in common.
func mixedStories(stories, n int, seed uint64) (docs []story.Document, of []int) {
	r := rand.New(rand.NewPCG(seed, uint64(stories)))
	used := make([]map[string]bool, stories)
	for i := range n {
		k := i % stories
		if used[k] == nil {
			used[k] = map[string]bool{}
		}
		plot, words := plots[k%len(plots)], castOf(k)
		var text []string
		for _, p := range r.Perm(len(plot))[:4+r.IntN(3)] {
			for range 40 {
				if s := filled(r, plot[p], words); !used[k][s] {
					used[k][s] = true
					text = append(text, s)
					break
				}
			}
		}
		for _, p := range r.Perm(len(common))[:2] {
			text = append(text, filled(r, common[p], nil))
		}
		docs = append(docs, doc(strings.Join(text, " "), fmt.Sprintf("2024-05-%02d", 10+i/stories%7), ""))
		of = append(of, k)
	}
	return docs, of
}

// pairs counts pairs of articles: in one story and one group, in one group, in one story.
func pairs(of, groups []int) (c counts) {
	for i := range of {
		for k := range i {
			same, found := of[i] == of[k], groups[i] == groups[k]
			if same {
				c.gold++
			}
			if found {
				c.found++
			}
			if same && found {
				c.right++
			}
		}
	}
	return c
}

// TestGroups_25StoriesMixed: articles of 25 made-up stories of five kinds, told in other words each time, that share
// towns, people and days: the groups are right, with twenty articles of each story and with four.
func TestGroups_25StoriesMixed(t *testing.T) {
	for _, c := range []struct {
		articles int
		seed     uint64
	}{{500, 1}, {500, 2}, {100, 3}, {100, 4}} {
		docs, of := mixedStories(25, c.articles, c.seed)
		s, err := open(t).Read(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		groups := make([]int, len(docs))
		for g, x := range s.Groups {
			for _, d := range x.Articles {
				groups[d] = g
			}
		}
		n := pairs(of, groups)
		t.Logf("%d articles: %d groups; pairs: F1 %.1f (%d right of %d found, %d in the stories)", len(docs), len(s.Groups), n.f1(), n.right, n.found, n.gold)
		if n.f1() < 95 {
			t.Errorf("%d articles, seed %d: F1 %.1f of pairs", len(docs), c.seed, n.f1())
		}
	}
}

// TestMixedStories_ShareNoSentence: what the measure above is worth.
func TestMixedStories_ShareNoSentence(t *testing.T) {
	docs, of := mixedStories(25, 500, 1)
	in := map[string][]int{}
	for i, d := range docs {
		for _, s := range strings.SplitAfter(d.Text, ". ") {
			in[s] = append(in[s], i)
		}
	}
	own, shared := 0, 0
	for s, list := range in {
		if slices.ContainsFunc(list[1:], func(i int) bool { return of[i] == of[list[0]] }) && !strings.Contains(strings.Join(common, " "), strings.Fields(s)[0]) {
			shared++
		}
		own++
	}
	if shared*50 > own {
		t.Errorf("%d of %d sentences stand in two articles of one story", shared, own)
	}
}

// BenchmarkGroups is reading 1,000 articles of 25 stories, and finding their groups.
func BenchmarkGroups(b *testing.B) {
	e := open(b)
	docs, _ := mixedStories(25, 1000, 1)
	var rs []*reading.Reading
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			var err error
			if rs, err = e.Gather(context.Background(), docs, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("groups", func(b *testing.B) {
		for b.Loop() {
			groupsOf(rs, make([][]geocode.Choice, len(rs)))
		}
	})
}

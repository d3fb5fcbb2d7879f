package name

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// found gives the blocks of a text as "person Ann Smith", in order.
func found(text string) []string {
	t := token.Split(text)
	n := Find(t, nil)
	out := []string{}
	for i, b := range n.Blocks {
		out = append(out, [...]string{"person ", "organisation ", "role "}[b.Kind]+n.Span(i).In(text))
	}
	return out
}

func TestFind_Blocks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"title and name", "President Karl Lund spoke.", "person Karl Lund"},
		{"country, title and name", "Oldland President Karl Lund spoke.", "person Karl Lund"},
		{"office with of", "Secretary of State Ann Moor spoke.", "person Ann Moor"},
		{"mayor of a city and name", "Mayor of Oldport Ann Smith won.", "person Ann Smith"},
		{"a title that begins with a number", "First Minister Karl Lund spoke.", "person Karl Lund"},
		{"a deputy of one", "Later Deputy First Minister Ann Moor spoke.", "person Ann Moor"},
		{"a number at the start of a sentence is none", "First Karl Lund spoke.", "person Karl Lund"},
		{"a race is nobody", "She won the Boston Marathon twice.", ""},
		{"a festival is nobody", "He sang at the Austin Festival in May.", ""},
		{"a cup is nobody", "They won the Jackson Cup.", ""},
		{"honorific", "Later Mr. Holm left.", "person Holm"},
		{"role in small letters", "The special envoy Wojtek Zbik left.", "person Wojtek Zbik"},
		{"given name and surname", "On Monday Anna Berg left.", "person Anna Berg"},
		{"initial", "Later Zbik F. Moor left.", "person Zbik F. Moor"},
		{"a party and MP before the name", "Labour MP Lucia Berg left.", "person Lucia Berg"},
		{"MP after the name", "Lucia Berg MP left.", "person Lucia Berg MP"},
		{"an office for this and that", "Secretary for Women and Sport Nadia Moor left.", "person Nadia Moor"},
		{"a surname that is a month and a modal, after an honorific", "Mrs May left.", "person May"},
		{"a surname that is a modal, after a given name", "Theresa Will left. Later Ms. Will came back.", "person Theresa Will|person Will"},
		{"a bare surname that is a month", "Theresa May left. In May, it rained. “Yes,” May said.", "person Theresa May|person May"},
		{"a month after a given name and before a day is a month", "She met Theresa May 5.", ""},
		{"a given name that is a month", "At noon April Ryde and June Holm left the hall.", "person April Ryde|person June Holm"},
		{"a month before a capital is a month", "In April Berg left. On June Street it rained.", ""},
		{"a surname that is a kind of place, introduced", "Hugo Hall, a doctor in Leeds, left. Hall came back.", "person Hugo Hall|role a doctor|person Hall"},
		{"a hall that nobody introduces is a place", "Hugo Hall is cold.", ""},
		{"a nickname in quotation marks", "Raul “Rocky” Mendel left. Mendel came back.", "person Raul “Rocky” Mendel|person Mendel"},
		{"a nickname in straight marks", `William "Bill" Harper left.`, `person William "Bill" Harper`},
		{"a nickname in brackets", `William (Bill) Harper left.`, `person William (Bill) Harper`},
		{"particle", "Ludwig van Holm left.", "person Ludwig van Holm"},
		{"hyphen", "Jean-Claude Holm left.", "person Jean-Claude Holm"},
		{"article of a name with a hyphen", "Abu Bakr al-Holmi left.", "person Abu Bakr al-Holmi"},
		{"age after an unknown name", "Wojtek Zbik, 45, left.", "person Wojtek Zbik"},
		{"apposition after an unknown name", "Wojtek Zbik, a lawyer, left.", "person Wojtek Zbik|role a lawyer"},
		{"a role and a comma before an unknown name", "The mayor, Wojtek Zbik, left.", "role The mayor|person Wojtek Zbik"},
		{"said after an unknown name", "Grzegorz Brzyk said so.", "person Grzegorz Brzyk"},
		{"surname later", "Anna Berg left. Berg came back.", "person Anna Berg|person Berg"},
		{"a full name fixes a surname that is a place", "Michael Jordan left. Jordan came back.", "person Michael Jordan|person Jordan"},
		{"a country alone is nobody", "Jordan is dry.", ""},
		{"a given name that is a place needs a surname", "Paris is large.", ""},
		{"two capitals without a sign are nobody", "He lives in Saudi Arabia and North Korea.", ""},
		{"a tower is not its owner", "Anna Berg left. The Berg Tower is high.", "person Anna Berg"},
		{"a street is nobody", "Mark Street is long.", ""},
		{"a question is no name", "Will Berg come?", ""},
		{"ministry of", "The Ministry of Foreign Affairs wrote.", "organisation Ministry of Foreign Affairs"},
		{"university of", "The University of Oldport wrote.", "organisation University of Oldport"},
		{"institute for the study", "The Institute for the Study of Rain wrote.", "organisation Institute for the Study of Rain"},
		{"suffix", "Holm Motors Inc. rose.", "organisation Holm Motors Inc."},
		{"club", "Oldport United FC won.", "organisation Oldport United FC"},
		{"party", "The Rain Party lost.", "organisation Rain Party"},
		{"acronym", "It was NATO and the EU.", "organisation NATO|organisation EU"},
		{"agencies", "Reuters and Tass wrote.", "organisation Reuters|organisation Tass"},
		{"a newspaper named for a city", "The Washington Post wrote.", "organisation Washington Post"},
		{"a seat of power is a place", "The White House is white.", ""},
		{"a country that sounds like a body is a place", "It is in the Russian Federation.", ""},
		{"organisation before a title", "NATO Secretary General Peter Holm left.", "person Peter Holm"},
		{"definite role", "The foreign ministry spokeswoman left.", "role The foreign ministry spokeswoman"},
		{"possessive role", "Oldland's army commander-in-chief left.", "role Oldland's army commander-in-chief"},
		{"bare plural", "On Monday officials left.", "role officials"},
		{"body in small letters", "It is what the ministry wrote.", "organisation the ministry"},
		{"Title Case line finds no unknown names", "Rain Falls In Old Port And New Port Today", ""},
		{"empty", "", ""},
	} {
		if d := cmp.Diff(c.want, strings.Join(found(c.in), "|")); d != "" {
			t.Errorf("%s: %s (-want +got)\n%s", c.name, c.in, d)
		}
	}
}

// entities gives the name and aliases of the people of a text.
func entities(text string) []string {
	n := Find(token.Split(text), nil)
	out := []string{}
	for _, e := range n.order() {
		if n.Entities[e].Kind == Person {
			out = append(out, n.Entities[e].Name+": "+strings.Join(n.Entities[e].Aliases, ", "))
		}
	}
	return out
}

func TestFind_Entities(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"surname joins the full name", "Anna Berg left. Berg came back.", []string{"Anna Berg: Anna Berg, Berg"}},
		{"the full name may come later", "Berg's plan failed. Anna Berg left.", []string{"Anna Berg: Anna Berg, Berg"}},
		{"spellings of one name", "Oleksandr Hrynskyi left. Hrynsky came. Aleksandr Hrynskiy ate.",
			[]string{"Oleksandr Hrynskyi: Aleksandr Hrynskiy, Hrynsky, Oleksandr Hrynskyi"}},
		{"nickname", "William Holm left. Bill Holm came.", []string{"William Holm: Bill Holm, William Holm"}},
		{"two people of one surname stay two", "Anna Berg left. Karl Berg came.", []string{"Anna Berg: Anna Berg", "Karl Berg: Karl Berg"}},
		{"Mrs is the woman", "Anna Berg left. Karl Berg came. Mrs. Berg ate.", []string{"Anna Berg: Anna Berg, Berg, Mrs. Berg", "Karl Berg: Karl Berg"}},
		{"a surname is who was named last", "Anna Berg left. Karl Berg came. Berg ate.", []string{"Anna Berg: Anna Berg", "Karl Berg: Berg, Karl Berg"}},
		{"role of a title", "Oldish President Karl Lund left. The Oldish president ate.",
			[]string{"Karl Lund: Karl Lund, Oldish President Karl Lund, The Oldish president"}},
		{"a role of another country is somebody else", "Oldish President Karl Lund left. The Newish president ate.",
			[]string{"Karl Lund: Karl Lund, Oldish President Karl Lund"}},
		{"leader of a seat of power", "Russian President Karl Lund left. The Kremlin leader ate.",
			[]string{"Karl Lund: Karl Lund, Russian President Karl Lund, The Kremlin leader"}},
		{"apposition gives the role", "Karl Lund, the mayor of Oldport, left. The mayor ate.", []string{"Karl Lund: Karl Lund, The mayor, the mayor"}},
		{"a headline in capitals gives no alias", "Anna Berg left.\n\nBERG LEAVES\n", []string{"Anna Berg: Anna Berg"}},
	} {
		if d := cmp.Diff(c.want, entities(c.in)); d != "" {
			t.Errorf("%s: %s (-want +got)\n%s", c.name, c.in, d)
		}
	}
}

func TestFind_RoleAndGender(t *testing.T) {
	for _, c := range []struct {
		name, in, who, role string
		gender              byte
	}{
		{"title", "Foreign Minister Anna Berg left.", "Anna Berg", "Foreign Minister", 'f'},
		{"apposition after", "Karl Lund, deputy head of the council, left.", "Karl Lund", "deputy head of the council", 'm'},
		{"apposition before", "Oldland's army chief, Wojtek Zbik, left.", "Wojtek Zbik", "Oldland's army chief", 0},
		{"apposition at the beginning of a sentence", "The judge, Anna Berg, left.", "Anna Berg", "the judge", 'f'},
		{"a title with a possessive at the beginning", "Her lawyer, Karl Lund, left.", "Karl Lund", "her lawyer", 'm'},
		{"whose envoy is somebody else", "Karl Lund, whose envoy left, slept.", "Karl Lund", "", 'm'},
		{"whose deputy of something is somebody else", "Karl Lund, whose deputy for ports left, slept.", "Karl Lund", "", 'm'},
		{"honorific is no role", "Mrs. Zbik left.", "Zbik", "", 'f'},
		{"a name of both sexes", "Later Jordan Zbik left.", "Jordan Zbik", "", 0},
	} {
		n := Find(token.Split(c.in), nil)
		if len(n.Entities) == 0 {
			t.Errorf("%s: nobody", c.name)
			continue
		}
		for _, e := range n.Entities {
			if e.Name == c.who && (e.Role != c.role || e.Gender != c.gender) {
				t.Errorf("%s: role %q gender %q", c.name, e.Role, e.Gender)
			}
		}
	}
}

func TestNames_Who(t *testing.T) {
	for _, c := range []struct{ name, in, pronoun, want string }{
		{"the subject before, not the nearest name", "Karl Lund urged Peter Holm to wait. He left.", "He", "Karl Lund"},
		{"by sex", "Karl Lund met Anna Berg. She left.", "She", "Anna Berg"},
		{"an object of the other sex does not count", "Anna Berg met Karl Lund. He left.", "He", "Karl Lund"},
		{"inside the sentence", "Karl Lund said he left.", "he", "Karl Lund"},
		{"a name after a preposition is weaker", "Karl Lund left with Peter Holm. He ate.", "He", "Karl Lund"},
		{"a possessive is weaker than a subject", "Peter Holm's plan failed as Karl Lund left. He ate.", "He", "Karl Lund"},
		{"they are several", "Karl Lund met officials. They left.", "They", "officials"},
		{"nobody before", "He left.", "He", ""},
		{"far away is nobody", "Karl Lund left." + strings.Repeat(" Rain fell.", 30) + " He ate.", "He", ""},
	} {
		tx := token.Split(c.in)
		n := Find(tx, nil)
		at := tx.At(strings.LastIndex(c.in, c.pronoun))
		e, p := n.Who(at, nil)
		got := ""
		if e >= 0 {
			got = n.Entities[e].Name
		}
		if got != c.want || p < 0 || p > 1 {
			t.Errorf("%s: %s is %q (%.2f), want %q", c.name, c.pronoun, got, p, c.want)
		}
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"equal", "Anna Berg", "Anna Berg", true},
		{"surname", "Anna Berg", "Berg", true},
		{"title", "President Anna Berg", "Anna Berg", true},
		{"title and surname", "Oldland President Berg", "Anna Berg", true},
		{"endings of one name", "Hrynskyi", "Hrynskiy", true},
		{"given names of two languages", "Oleksandr Hrynskyi", "Alexander Hrynsky", true},
		{"accents", "Recep Erdoğan", "Recep Erdogan", true},
		{"initial", "A. Berg", "Anna Berg", true},
		{"article", "the Kremlin", "Kremlin", true},
		{"possessive", "Anna Berg’s", "Anna Berg", true},
		{"given names by their sounds", "Hristo Belov", "Christo Belov", true},
		{"surnames by their sounds", "Ivan Smirnow", "Ivan Smirnov", true},
		{"a surname alone is not told by its sounds", "Smirnow", "Ivan Smirnov", false},
		{"given names differ", "Anna Berg", "Karl Berg", false},
		{"surnames differ", "Anna Berg", "Anna Lund", false},
		{"given name alone", "Anna", "Anna Berg", false},
		{"empty", "", "", false},
		{"empty beside a name", "", "Berg", false},
	} {
		if got := Same(c.a, c.b); got != c.want {
			t.Errorf("%s: Same(%q, %q) = %v", c.name, c.a, c.b, got)
		}
		if Same(c.a, c.b) != Same(c.b, c.a) {
			t.Errorf("%s: not symmetric", c.name)
		}
	}
}

func TestFind_BoilerplateNamesNobodyElsewhere(t *testing.T) {
	text := "Photo: Karl Berg\n\nAnna Berg left. Berg ate."
	zones := []story.Zone{{Span: story.Span{End: 16}, Kind: story.ZoneBoilerplate}, {Span: story.Span{Start: 16, End: len(text)}}}
	n := Find(token.Split(text), zones)
	for _, e := range n.Entities {
		if e.Name == "Anna Berg" && !cmp.Equal(e.Aliases, []string{"Anna Berg", "Berg"}) {
			t.Errorf("aliases %q", e.Aliases)
		}
	}
}

func TestNames_At(t *testing.T) {
	tx := token.Split("Later Anna Berg left.")
	n := Find(tx, nil)
	if n.At(0) != -1 || n.At(1) != 0 || n.At(2) != 0 || n.At(3) != -1 || n.At(99) != -1 || n.At(-1) != -1 {
		t.Errorf("At: %d %d %d %d", n.At(0), n.At(1), n.At(2), n.At(3))
	}
}

package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// What makes a text one that is typed in capitals throughout.
const (
	capitalLetters = 120   // letters it has at least
	capitalShare   = 90    // per cent of them that are capitals
	nameWords      = 5     // words of the longest name of a place that is looked for
	townPeople     = 1_000 // of a place whose name is one word, after a word for where
	namePeople     = 500   // of one whose name is no word of the language besides
	famousPeople   = 100_000
	cityPeople     = 5_000 // elsewhere
)

// cased is a text that is typed in capitals as it would be written, with the same bytes at the same offsets: small letters
// but for the first of a sentence and of what is known to be a name. Any other text is given back as it is.
func (f *Finders) cased(text string) string {
	if !shouted(text) || f.Gazetteer == nil {
		return text
	}
	t := token.Split(text)
	c := caser{t: t, gaz: f.Gazetteer, keep: make([]bool, len(t.Tokens)), whole: make([]bool, len(t.Tokens))}
	for i := range t.Tokens {
		c.word(i)
	}
	return c.write()
}

// shouted reports a text in capitals.
func shouted(text string) bool {
	upper, letters := 0, 0
	for i, r := range text {
		switch {
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			upper++
			letters++
		case 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			letters++
			if (letters-upper)*100 > (letters+len(text)-i)*(100-capitalShare) {
				return false // whatever follows
			}
		}
	}
	return letters >= capitalLetters && upper*100 >= letters*capitalShare
}

// caser decides which words keep their first letter, or all of them.
type caser struct {
	t     *token.Text
	gaz   *gazetteer.Index
	keep  []bool
	whole []bool
	hits  []gazetteer.Hit
	done  int // names reach up to this token
}

func (c *caser) word(i int) {
	k := &c.t.Tokens[i]
	if k.Has(token.SentStart) && !(i > 0 && strings.HasSuffix(c.t.Word(i-1), ".") && c.t.Tokens[i-1].Kind == token.Word && grammar.Of(k.Hash)&(grammar.And|grammar.Prep|grammar.Finite|grammar.Be|grammar.Modal|grammar.Have) != 0) {
		c.keep[i] = true // but not in "THE U.S. AND"
	}
	if k.Kind != token.Word || i < c.done {
		return
	}
	w := c.t.Word(i)
	switch {
	case strings.Contains(w, ".") && len(w) <= 6 && strings.Count(w, ".") > 1, acronyms[w]:
		c.whole[i] = true // U.S.
		return
	case i > 0 && c.t.Word(i-1) == "," && (len(w) == 2 || strings.HasSuffix(w, ".")) && c.state(w):
		c.whole[i], c.keep[i] = len(w) == 2, true // "GARY, IN", "LOUISVILLE, KY."
		return
	case w == "US" && (c.adjective(i) || c.at(i-1, "THE") || c.at(i-1, "-") || c.at(i+1, "-") || i+1 < len(c.t.Tokens) && c.t.Tokens[i+1].Kind == token.Clitic):
		c.whole[i] = true
		return
	case daysAndMonths[w] || i > 0 && i+1 < len(c.t.Tokens) && (w == "MAY" || w == "MARCH") && (c.t.Tokens[i+1].Kind == token.Number || c.t.Word(i-1) == "IN"):
		c.keep[i] = true
		return
	case titles[w]:
		c.keep[i] = true
		c.surname(i + 1)
		return
	}
	if c.place(i) {
		c.classes(c.done)
		return
	}
	switch g := grammar.Of(k.Hash); {
	case g != 0:
	case name.IsGiven(k.Hash):
		c.keep[i] = true
		c.surname(i + 1)
	case len(w) > 2 && !ordinary(strings.ToLower(w)):
		c.keep[i] = true // no word of the language: a name that no table has
		c.classes(i + 1)
	case i+1 < len(c.t.Tokens) && (streetWords[c.t.Word(i+1)] && !streetWords[w] || streetWords[w] && c.t.Tokens[i+1].Kind == token.Number):
		c.keep[i] = true // "BROAD STREET", "HIGHWAY 59"
		c.classes(i + 1)
	}
}

// adjective reports that "US" at i is the country: a noun follows that is no word of the language's frame, and the word
// before it is not one that "us" often follows.
func (c *caser) adjective(i int) bool {
	if i+1 >= len(c.t.Tokens) || i > 0 && beforeUs[c.t.Word(i-1)] {
		return false
	}
	n := &c.t.Tokens[i+1]
	return n.Kind == token.Word && grammar.Of(n.Hash) == 0 && c.t.Sentence(i+1) == c.t.Sentence(i)
}

func (c *caser) at(i int, w string) bool { return i >= 0 && c.t.Word(i) == w }

// person reports a given name before what is no word of the language's frame, nor of a road, a school or an office.
func (c *caser) person(i int) bool {
	if !name.IsGiven(c.t.Tokens[i].Hash) || i+1 >= len(c.t.Tokens) {
		return false
	}
	n := &c.t.Tokens[i+1]
	w := c.t.Word(i + 1)
	return n.Kind == token.Word && grammar.Of(n.Hash) == 0 && !classWords[w] && !officeWords[w] && c.t.Sentence(i+1) == c.t.Sentence(i)
}

// classes keeps the capitals of the words that make one name with a place before them: "TARRANT COUNTY", "ATHENS POLICE
// DEPARTMENT", but not "ATHENS POLICE SAID".
func (c *caser) classes(i int) {
	j, sure := i, false
	for ; j < len(c.t.Tokens) && c.t.Tokens[j].Kind == token.Word && (classWords[c.t.Word(j)] || officeWords[c.t.Word(j)]); j++ {
		sure = sure || classWords[c.t.Word(j)] || j > i
	}
	if !sure {
		return
	}
	for k := i; k < j; k++ {
		c.keep[k] = true
	}
	c.done = max(c.done, j)
}

// surname keeps the capital of a word that stands behind a given name or a title and is no word of the language's frame.
func (c *caser) surname(i int) {
	for ; i < len(c.t.Tokens) && c.t.Tokens[i].Kind == token.Word && grammar.Of(c.t.Tokens[i].Hash) == 0; i++ {
		c.keep[i] = true
		if !name.IsGiven(c.t.Tokens[i].Hash) && len(c.t.Word(i)) > 2 {
			c.done = max(c.done, i+1)
			return
		}
	}
}

// place keeps the capitals of the longest name of a place that begins at token i.
func (c *caser) place(i int) bool {
	t := c.t
	if grammar.Of(t.Tokens[i].Hash) != 0 && !strings.Contains("NEW SAN LOS LAS EL LA SAINT UNITED", t.Word(i)) {
		return false
	}
	last, words := i, 0
	var ends [nameWords]int
	for j := i; j < len(t.Tokens) && words < nameWords && t.Sentence(j) == t.Sentence(i); j++ {
		if k := t.Tokens[j].Kind; k == token.Word {
			ends[words] = j + 1
			words++
		} else if t.Word(j) != "-" && t.Word(j) != "." {
			break
		}
	}
	for n := words - 1; n >= 0; n-- {
		s, e := t.Bytes(token.Range{First: i, Last: ends[n]})
		c.hits = c.gaz.Lookup(t.Source[s:e], c.hits[:0])
		if n == 0 && (c.person(i) && !c.famous() || c.wordOnly(i)) {
			break
		}
		if n > 0 && areaWords[t.Word(ends[n]-1)] && c.alone(i, ends[n-1]) {
			continue // "IDLIB PROVINCE": the name is Idlib
		}
		if c.known(c.least(i, n+1), n+1, ends[n]-1 > i && grammar.Of(t.Tokens[ends[n]-1].Hash) != 0) || n == 0 && c.beforeState(i) {
			last = ends[n]
			break
		}
	}
	if last == i {
		return false
	}
	for j := i; j < last; j++ {
		if t.Tokens[j].Kind == token.Word && (j == i || grammar.Of(t.Tokens[j].Hash)&(grammar.Prep|grammar.And) == 0 && t.Word(j) != "THE") {
			c.keep[j] = true
		}
	}
	c.done = last
	return true
}

// alone reports that the tokens [i, end) are a name of a place without the class word behind them.
func (c *caser) alone(i, end int) bool {
	s, e := c.t.Bytes(token.Range{First: i, Last: end})
	hits := c.gaz.Lookup(c.t.Source[s:e], nil)
	return len(hits) > 0 && !directions[c.t.Word(i)]
}

// wordOnly reports a single word of the language that is also a place, where nothing says that the place is meant: "FREE",
// "POOL"; but "IN READING" and "SURPRISE, ARIZ.".
func (c *caser) wordOnly(i int) bool {
	if !ordinary(strings.ToLower(c.t.Word(i))) || c.at(i-1, "IN") || c.at(i-1, "NEAR") || c.at(i-1, "AT") || c.at(i-1, "FROM") || c.at(i+1, ",") && i+2 < len(c.t.Tokens) && c.stateAt(i+2) {
		return false
	}
	for _, h := range c.hits {
		if k := c.gaz.Kind(h.Row); k == geo.KindCountry || h.Match == gazetteer.Demonym || h.Match <= gazetteer.Official && c.gaz.Population(h.Row) > famousPeople && !h.Word {
			return false
		}
	}
	return true
}

// beforeState reports that token i, whose hits are known, is a town whose state stands behind it: "MOBILE, ALA.".
func (c *caser) beforeState(i int) bool {
	if !c.at(i+1, ",") || i+2 >= len(c.t.Tokens) || !c.stateAt(i+2) {
		return false
	}
	for _, h := range c.hits {
		if c.gaz.Kind(h.Row) == geo.KindCity && c.gaz.Population(h.Row) >= townPeople {
			return true
		}
	}
	return false
}

// stateAt reports that the letters of a state stand at token i. The hits stay as they are.
func (c *caser) stateAt(i int) bool {
	hits := c.hits
	c.hits = nil
	ok := c.state(c.t.Word(i))
	c.hits = hits
	return ok
}

// famous reports that the hits are of a country, a state or a city that most people know: "AUSTIN RESIDENTS" are no Austin
// Residents.
func (c *caser) famous() bool {
	for _, h := range c.hits {
		if k := c.gaz.Kind(h.Row); k == geo.KindCountry || k == geo.KindAdmin1 || h.Match <= gazetteer.Official && c.gaz.Population(h.Row) > famousPeople {
			return true
		}
	}
	return false
}

// least is how many people a place must have to be meant by so many words at token i.
func (c *caser) least(i, words int) int64 {
	switch {
	case words > 1:
		return 0
	case !ordinary(strings.ToLower(c.t.Word(i))):
		return namePeople
	case c.at(i-1, "IN"), c.at(i-1, "NEAR"), c.at(i-1, "AT"), c.at(i-1, "FROM"), c.at(i-1, "OF"), c.at(i-1, ","), c.at(i+1, ","):
		return townPeople
	}
	return cityPeople
}

// known reports that the hits are of a place that a text in capitals may well mean: no ordinary word, and no hamlet whose
// name is a single word.
func (c *caser) known(least int64, words int, frame bool) bool {
	for _, h := range c.hits {
		kind := c.gaz.Kind(h.Row)
		switch {
		case h.Match == gazetteer.Demonym:
			return true
		case frame && !(kind == geo.KindCountry && h.Match <= gazetteer.Official) || h.Match == gazetteer.Abbreviation && words == 1:
		case kind == geo.KindCountry || kind == geo.KindContinent || kind == geo.KindAdmin1 || c.gaz.Capital(h.Row) || c.gaz.Table(h.Row) && (words > 1 || !h.Word):
			return true
		case !h.Word && (words > 1 || h.Match <= gazetteer.Alternate) && c.gaz.Population(h.Row) >= least:
			return true
		}
	}
	return false
}

// state reports the code of a state.
func (c *caser) state(w string) bool {
	c.hits = c.gaz.Lookup(w, c.hits[:0])
	for _, h := range c.hits {
		if h.Match == gazetteer.Abbreviation && c.gaz.Kind(h.Row) == geo.KindAdmin1 {
			return true
		}
	}
	return false
}

// write puts the words into small letters where they take as many bytes.
func (c *caser) write() string {
	out := []byte(c.t.Source)
	for i, k := range c.t.Tokens {
		if k.Kind != token.Word && k.Kind != token.Clitic && k.Kind != token.Number || c.whole[i] {
			continue
		}
		for at := int(k.Start); at < int(k.End); {
			r, n := utf8.DecodeRuneInString(c.t.Source[at:])
			if low := unicode.ToLower(r); low != r && utf8.RuneLen(low) == n && !(c.keep[i] && at == int(k.Start)) {
				utf8.EncodeRune(out[at:at+n], low)
			}
			at += n
		}
	}
	return string(out)
}

func wordsOf(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var (
	acronyms = wordsOf(`UN EU UK USA UAE NATO AP AFP UPI BBC CNN CBS NBC ABC FBI CIA NASA NSA IMF WTO IAEA OPEC OSCE BRICS IRA ETA PLO KGB GDP HIV AIDS COVID CEO TV FIFA UEFA NBA NFL`)
	titles   = wordsOf(`MR MRS MS DR MR. MRS. MS. DR. GEN. SEN. REP. GOV. LT. COL. SGT. CAPT. REV. PROF. PRESIDENT PREMIER CHANCELLOR KING QUEEN PRINCE PRINCESS POPE SENATOR GOVERNOR MAYOR GENERAL COLONEL
		JUDGE MINISTER SIR LORD`)
	classWords = wordsOf(`COUNTY PARISH ROAD STREET AVENUE BOULEVARD DRIVE LANE HIGHWAY BRIDGE LAKE RIVER CREEK BAY ISLAND ISLANDS MOUNTAINS VALLEY UNIVERSITY COLLEGE DEPARTMENT BUREAU COMMISSION COMMITTEE
		COUNCIL AUTHORITY ASSOCIATION CHAMBER GUARD MUSEUM STADIUM AIRPORT ACCORDS CONFERENCE CONVENTION TIMES HERALD COWBOYS PENINSULA STRIP OBLAST`)
	officeWords = wordsOf(`POLICE FIRE HIGH SCHOOL SCHOOLS ELEMENTARY MIDDLE NATIONAL STATE CITY TOWN CENSUS HOSPITAL MEDICAL CENTER CENTRE COMMUNITY PUBLIC COUNTY SHERIFF DISTRICT COURT SUPERIOR SUPREME
		CIRCUIT GENERAL REGIONAL INTERNATIONAL PARK LAW ENFORCEMENT YOUTH SHOPPING STATION BOARD OFFICE SOCIETY CHURCH LIBRARY NEWS POST`)
	streetWords   = wordsOf(`ROAD STREET AVENUE BOULEVARD LANE HIGHWAY TRAIL ROUTE INTERSTATE`)
	areaWords     = wordsOf(`PROVINCE DISTRICT GOVERNORATE REGION BOULEVARD`)
	directions    = wordsOf(`NORTH SOUTH EAST WEST NORTHERN SOUTHERN EASTERN WESTERN CENTRAL UPPER LOWER NEW GREATER`)
	beforeUs      = wordsOf(`LET GIVE GIVES GAVE TELL TELLS TOLD HELP HELPS HELPED SHOW SHOWS SHOWED BRING BROUGHT ASK ASKED MAKE MAKES MADE TEACH TAUGHT REMIND REMINDS KEEP LEAVE LEFT BOTH ALL OFFER OFFERED SEND SENT`)
	daysAndMonths = wordsOf(`MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN. FEB. MAR. APR. JUN. JUL. AUG. SEPT. SEP. OCT.
		NOV. DEC. CHRISTMAS EASTER THANKSGIVING RAMADAN`)
)

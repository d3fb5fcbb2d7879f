package timex

import (
	"strings"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// named is a time that has a name of its own: a war, an age. words are its tokens in lower case.
type named struct {
	words    []string
	from, to story.Day
}

// names are the times that have a name and are the same for all who use it. What is told to have happened "during
// World War II" is dated by them; TIMEX3 does not count them among the expressions of time.
var names = func() []named {
	out := []named{{}} // 0 is none
	add := func(from, to string, words ...string) {
		a, _ := story.ParseDay(from)
		b, _ := story.ParseDay(to)
		for _, w := range words {
			out = append(out, named{strings.Fields(w), a, b})
		}
	}
	add("1939-09-01", "1945-09-02", "world war ii", "world war two", "world war 2", "second world war", "wwii", "ww2", "w.w.ii")
	add("1914-07-28", "1918-11-11", "world war i", "world war one", "world war 1", "first world war", "wwi", "ww1", "great war")
	add("1941-06-22", "1945-05-09", "great patriotic war")
	add("1947-03-12", "1991-12-26", "cold war")
	add("1929-10-24", "1939-08-31", "great depression")
	add("2007-12-01", "2009-06-30", "great recession")
	add("1950-06-25", "1953-07-27", "korean war")
	add("1955-11-01", "1975-04-30", "vietnam war")
	add("1990-08-02", "1991-02-28", "gulf war", "persian gulf war", "first gulf war")
	add("2003-03-20", "2011-12-18", "iraq war")
	add("1980-09-22", "1988-08-20", "iran - iraq war")
	add("1982-04-02", "1982-06-14", "falklands war")
	add("1967-06-05", "1967-06-10", "six - day war")
	add("1973-10-06", "1973-10-25", "yom kippur war")
	add("1956-10-29", "1956-11-07", "suez crisis")
	add("1962-10-16", "1962-10-28", "cuban missile crisis")
	add("1853-10-16", "1856-03-30", "crimean war")
	add("1861-04-12", "1865-05-26", "american civil war")
	add("1936-07-17", "1939-04-01", "spanish civil war")
	add("1899-10-11", "1902-05-31", "boer war")
	add("1803-05-18", "1815-11-20", "napoleonic wars")
	add("1618-05-23", "1648-10-24", "thirty years ' war")
	add("1337-05-24", "1453-10-19", "hundred years ' war")
	add("1775-04-19", "1783-09-03", "american revolution", "revolutionary war")
	add("1789-05-05", "1799-11-09", "french revolution")
	add("1917-03-08", "1917-11-08", "russian revolution")
	add("1760-01-01", "1840-12-31", "industrial revolution")
	add("1989-11-17", "1989-12-29", "velvet revolution")
	add("2004-11-22", "2005-01-23", "orange revolution")
	add("2013-11-21", "2014-02-23", "euromaidan")
	add("1968-01-05", "1968-08-21", "prague spring")
	add("2010-12-17", "2012-12-31", "arab spring")
	add("1940-09-07", "1941-05-11", "blitz")
	add("1940-07-10", "1940-10-31", "battle of britain")
	add("1941-06-22", "1945-05-08", "holocaust")
	add("1346-01-01", "1353-12-31", "black death")
	add("0500-01-01", "1500-12-31", "middle ages")
	add("1400-01-01", "1600-12-31", "renaissance")
	add("1837-06-20", "1901-01-22", "victorian era")
	add("1922-12-30", "1991-12-26", "soviet era")
	add("2020-03-11", "2023-05-05", "covid - 19 pandemic", "covid pandemic", "coronavirus pandemic")
	return out
}()

var nameHashes = func() []uint32 {
	out := make([]uint32, len(names))
	for i, n := range names {
		if len(n.words) > 0 {
			out[i] = token.HashOf(n.words[0])
		}
	}
	return out
}()

func addNames(l *lexiconTable) {
	for _, n := range names[1:] {
		l.add(n.words[0], cNamed, 0, 0, 0)
	}
}

// nameAt gives the longest name of a time whose words stand at token i.
func (p *parser) nameAt(i int) (id, end int) {
	if !p.is(i, cNamed) {
		return 0, 0
	}
	h := p.t.Tokens[i].Hash
	for k := 1; k < len(names); k++ {
		w := names[k].words
		if nameHashes[k] != h || i+len(w) <= end || i+len(w) > len(p.t.Tokens) {
			continue
		}
		match := p.has(i, token.Capital) || w[len(w)-1] == "pandemic"
		for n := 1; match && n < len(w); n++ {
			match = p.t.Is(i+n, w[n]) || w[n] == "'" && p.clitic(i+n) || w[n] == "-" && p.hyphen(i+n)
		}
		if match && (len(w) == 1 || p.has(i+len(w)-1, token.Capital) || p.has(i+len(w)-1, token.Digit) || w[len(w)-1] == "pandemic" || w[len(w)-1] == "era" || w[len(w)-1] == "crisis") {
			id, end = k, i+len(w)
		}
	}
	return id, end
}

// name reads "during | World War II", "since the | Cold War": a name of a time after a word that makes it one.
// "A veteran of World War II" and "Cold War weapons" date nothing.
func (p *parser) name(i int) (Object, int) {
	j := i
	if p.is(j, cThe) {
		j++
	}
	id, end := p.nameAt(j)
	if id == 0 {
		return Object{}, 0
	}
	e := p.at(i - 1)
	ok := e.sig == SignalSince || e.sig == SignalUntil || e.sig == SignalBefore || e.sig == SignalDuring || p.word(i-1, "in") || p.word(i-1, "from") && (p.word(i-2, "dates") || p.word(i-2, "dating") || p.word(i-2, "dated") || p.word(i-2, "date"))
	if !ok || p.is(i-1, cApprox) && !p.word(i-1, "over") && !p.word(i-1, "within") {
		return Object{}, 0
	}
	if !p.has(end, token.LineStart) && (p.lower(end) && !p.is(end, cPrep|cSignal|cAnd|cVerb|cTo|cThe|cA|cPossessive|cThat|cPlan) || p.hyphen(end) || p.clitic(end)) {
		if p.clitic(end) || p.hyphen(end) || !p.lower(end+1) { // "in Cold War Berlin", "in World War II bunkers"
			return Object{}, 0
		}
		if w := p.t.Word(end); strings.HasSuffix(w, "s") {
			return Object{}, 0
		}
	}
	if p.capital(end) && !p.has(end, token.SentStart) {
		return Object{}, 0
	}
	n := &names[id]
	y1, _, _ := n.from.Date()
	y2, _, _ := n.to.Date()
	o := Object{Form: FormRange, HasYear: true, Year: int16(y1), EndYear: int16(y2), N: int32(id), Implied: true, rule: ruleNamed}
	if y1 == y2 {
		o.Form = FormDate
	}
	return o, end
}

// named puts the days of a name in the place of whole years. What is told since a war is told since its end, and what
// came after it nobody can date.
func (r *resolver) named(f *Found, a *answer) {
	n := &names[f.N]
	a.from, a.to, a.fine, a.days, a.p = n.from, n.to, story.PrecisionYear, true, r.w.Named
	switch {
	case n.to-n.from < r.w.NamedDay:
		a.fine = story.PrecisionDay
	case n.to-n.from < r.w.NamedMonth:
		a.fine = story.PrecisionMonth
	case n.to-n.from > r.w.NamedCentury:
		a.fine = story.PrecisionCentury
	case n.to-n.from > r.w.NamedDecade:
		a.fine = story.PrecisionDecade
	}
	if f.Signal == SignalSince {
		a.from, a.fine = n.to, story.PrecisionDay
	}
}

// nations are the days of independence of those that celebrate one, by words that tell whose day it is.
var nations = func() map[uint32][2]uint8 {
	m := map[uint32][2]uint8{}
	for _, n := range []struct {
		words      string
		month, day uint8
	}{
		{"ukraine ukrainian ukrainians kyiv kiev", 8, 24}, {"india indian delhi mumbai modi", 8, 15}, {"pakistan pakistani islamabad", 8, 14},
		{"poland polish warsaw", 11, 11}, {"mexico mexican", 9, 16}, {"brazil brazilian", 9, 7}, {"kenya kenyan nairobi", 12, 12},
		{"nigeria nigerian abuja lagos", 10, 1}, {"ghana ghanaian accra", 3, 6}, {"indonesia indonesian jakarta", 8, 17},
		{"finland finnish helsinki", 12, 6}, {"greece greek athens", 3, 25}, {"philippines philippine filipino manila", 6, 12},
		{"georgia georgian tbilisi", 5, 26}, {"armenia armenian yerevan", 9, 21}, {"kazakhstan kazakh astana", 12, 16},
		{"estonia estonian tallinn", 2, 24}, {"lithuania lithuanian vilnius", 2, 16}, {"latvia latvian riga", 11, 18},
		{"moldova moldovan chisinau", 8, 27}, {"belarus belarusian minsk", 7, 3}, {"argentina argentine", 7, 9}, {"chile chilean", 9, 18},
		{"colombia colombian bogota", 7, 20}, {"peru peruvian lima", 7, 28}, {"jamaica jamaican", 8, 6}, {"bangladesh bangladeshi dhaka", 3, 26},
		{"malaysia malaysian", 8, 31}, {"vietnam vietnamese hanoi", 9, 2}, {"tanzania tanzanian", 12, 9}, {"uganda ugandan", 10, 9},
		{"zambia zambian", 10, 24}, {"lebanon lebanese beirut", 11, 22}, {"kosovo kosovar pristina", 2, 17}, {"bulgaria bulgarian", 9, 22},
		{"america american americans u.s. us washington", 7, 4},
	} {
		for _, w := range strings.Fields(n.words) {
			m[token.HashOf(w)] = [2]uint8{n.month, n.day}
		}
	}
	return m
}()

// nation gives the month and day of the day of independence of the state named nearest before the expression, else in
// the rest of its sentence; that of the United States where none is.
func (p *parser) nation(f *Found) (month, day uint8) {
	i := int(f.First)
	for j := i - 1; j >= 0 && j > i-80; j-- {
		if p.t.Tokens[j].Has(token.Capital) {
			if n, ok := nations[p.t.Tokens[j].Hash]; ok {
				return n[0], n[1]
			}
		}
	}
	s := p.t.Sentences[p.t.Sentence(i)]
	for j := int(f.Last); j < s.Last && j < i+80; j++ {
		if p.t.Tokens[j].Has(token.Capital) {
			if n, ok := nations[p.t.Tokens[j].Hash]; ok {
				return n[0], n[1]
			}
		}
	}
	return 7, 4
}

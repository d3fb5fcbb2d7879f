package toponym

import (
	"strings"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/geocode"
)

// plain is for names that seldom act: towns, regions, rivers. They are literal, but for a team, a council or a state that
// does what only people do: "Fulham have signed", "Texas sent troopers", "Delhi did not comment".
func (d *decider) plain(r token.Range, c *geocode.Choice) verdict {
	t := d.t
	literal := verdict{use: story.UseLiteral, p: d.w.SureKind, why: story.Why("place.use-kind")}
	n := r.Last
	if w := d.rival(r); w != "" {
		return verdict{use: story.UseActor, p: d.w.SureDeed, why: story.Why("place.use-verb", w)}
	}
	if t.Word(n) == "-" && d.has(n+1, cueStatus) && !t.Is(n+1, "based") && !t.Is(n+1, "born") && !t.Is(n+1, "area") {
		return verdict{use: story.UseActor, p: d.w.SureCompound, why: story.Why("place.use-compound", t.Word(n+1))}
	}
	if n >= len(t.Tokens) || t.Tokens[n].Kind != token.Word || !c.Placed || t.Sentence(n) != t.Sentence(r.First) {
		return literal
	}
	city := c.Place.Kind == geo.KindCity
	if !city && c.Place.Kind != geo.KindAdmin1 && c.Place.Kind != geo.KindAdmin2 && c.Place.Kind != geo.KindRegion && c.Place.Kind != geo.KindDistrict {
		return literal
	}
	if t.Tokens[n].Has(token.Capital) || !d.subject(r.First) {
		return literal
	}
	if k, ok := d.and(n); ok {
		n = d.found[k].Tokens.Last // "Everton and Leeds have signed"
	}
	if d.deed(n, n != r.Last || d.listed(r.First)) || d.team(r) || d.teams[t.Tokens[r.First].Hash] && d.verbAt(r.Last) {
		return verdict{use: story.UseActor, p: d.w.SureDeed, why: story.Why("place.use-verb", t.Word(n))}
	}
	return literal
}

// and gives the found name that "and" joins to the name before token n.
func (d *decider) and(n int) (int, bool) {
	if !d.is(n, hashAnd) {
		return 0, false
	}
	n++
	if d.is(n, hashThe) {
		n++
	}
	k, ok := d.starts[n]
	if !ok {
		return 0, false
	}
	return d.kept[k], true
}

// rival gives the verb by which a name and another play against each other: "Arsenal beat Liverpool", "Everton lost to
// Burnley", "Georgetown holds off Villanova"; "" if there is none.
func (d *decider) rival(r token.Range) string {
	t := d.t
	same := func(i int) bool { return i >= 0 && i < len(t.Tokens) && t.Sentence(i) == t.Sentence(r.First) }
	if v, n := d.contest(r.Last); n > r.Last && same(n) {
		if k, ok := d.starts[n]; ok && d.found[d.kept[k]].Use == story.UseLiteral {
			return v
		}
	}
	for p := r.First - 1; p >= r.First-6 && same(p); p-- {
		if v, n := d.contest(p); n == r.First {
			if _, ok := d.at[p-1]; ok || p > 0 && t.Tokens[p-1].Has(token.Capital) && (d.scored(r.Last) || p == 1 || t.Tokens[p-1].Has(token.SentStart)) {
				return v
			}
		}
	}
	return ""
}

// contest reads the verb of a match at token i and gives the token after it, past "the" and a score: "beat", "lost 2-1 to".
func (d *decider) contest(i int) (verb string, next int) {
	t := d.t
	if i < 0 || i >= len(t.Tokens) {
		return "", i
	}
	verb = t.Word(i)
	want := contests[t.Tokens[i].Hash]
	if want == nil || t.Tokens[i].Has(token.Capital) {
		return "", i
	}
	i++
	for i < len(t.Tokens) && (t.Tokens[i].Kind == token.Number || t.Word(i) == "-" || t.Word(i) == "–") {
		i++
	}
	for _, w := range want {
		if w == "" || t.Is(i, w) {
			if w != "" {
				i++
			}
			if d.is(i, hashThe) {
				i++
			}
			return verb, i
		}
	}
	return "", i
}

// contests are the verbs of a match and the small words that can follow each; "" is none.
var contests = func() map[uint32][]string {
	m := map[uint32][]string{}
	for verbs, small := range map[string][]string{
		"beat beats defeated defeats thrashed thrash thrashes edged edges routed routs trounced hammered hammers outscored upset upsets stunned stuns": {"past", ""},
		"lost loses lose fell falls succumbed": {"to"},
		"drew draws draw tied ties":            {"with", "against", "at"},
		"holds held":                           {"off"},
		"rallied rallies":                      {"past"},
		"faces face faced hosts host":          {""},
	} {
		for v := range fields(verbs) {
			m[token.HashOf(v)] = small
		}
	}
	return m
}()

// scored reports a score like "70-61" or "3-0" from token n on.
func (d *decider) scored(n int) bool {
	t := d.t
	return n+2 < len(t.Tokens) && t.Tokens[n].Kind == token.Number && (t.Word(n+1) == "-" || t.Word(n+1) == "–") && t.Tokens[n+2].Kind == token.Number
}

// addressed reports the town of an address, "14195 Berlin, Germany", and the country or state that ends one, "Pittsburgh,
// PA, USA": nobody acts in it.
func (d *decider) addressed(r token.Range) bool {
	t := d.t
	p := r.First - 1
	closed := r.Last >= len(t.Tokens) || t.Sentence(r.Last) != t.Sentence(r.First) || t.Tokens[r.Last].Kind == token.Punct && t.Word(r.Last) != "-"
	if p < 1 || !closed || t.Sentence(p) != t.Sentence(r.First) {
		return false
	}
	if k := &t.Tokens[p]; k.Kind == token.Number && k.End-k.Start >= 4 && p > 0 && t.Tokens[p-1].Kind == token.Punct && r.Last < len(t.Tokens) && t.Word(r.Last) == "," {
		return true
	}
	if t.Word(p) != "," {
		return false
	}
	k, ok := d.at[p-1]
	q, here := d.starts[r.First]
	if !ok || !here {
		return false
	}
	in, out := d.choice(d.kept[k]), d.choice(d.kept[q])
	return in.Placed && out.Placed && out.Place.Kind == geo.KindCountry && in.Place.Kind == geo.KindAdmin1 && in.Place.Country == out.Place.Country
}

// verbAt reports a verb at token n that tells of the name before it.
func (d *decider) verbAt(n int) bool {
	return n < len(d.t.Tokens) && !d.t.Tokens[n].Has(token.Capital) && grammar.Of(d.t.Tokens[n].Hash)&(grammar.Finite|grammar.Modal|grammar.Have) != 0
}

// findTeams notes the names that the text treats as teams somewhere: "England were bowled out".
func (d *decider) findTeams() {
	for _, i := range d.kept {
		f, c := &d.found[i], d.choice(i)
		if f.Use != story.UseLiteral || !c.Placed || d.acts(&c.Place) || f.Tokens.First >= f.Tokens.Last || f.Tokens.Last >= len(d.t.Tokens) {
			continue
		}
		if d.t.Sentence(f.Tokens.Last) == d.t.Sentence(f.Tokens.First) && d.team(f.Tokens) && d.subject(f.Tokens.First) {
			if d.teams == nil {
				d.teams = map[uint32]bool{}
			}
			d.teams[d.t.Tokens[f.Tokens.First].Hash] = true
		}
	}
}

// deed reports a verb at token n, after its helpers, that only people do: "sent", "have signed", "did not comment".
// With plural the verb may stand without its "s".
func (d *decider) deed(n int, plural bool) bool {
	t := d.t
	helped := false
	for j := n; j < n+5 && j < len(t.Tokens) && t.Tokens[j].Kind == token.Word; j++ {
		g := grammar.Of(t.Tokens[j].Hash)
		switch {
		case g&grammar.Aux != 0 && !d.has(j, cueDeed):
			helped = true
		case d.has(j, cueDeed):
			if helped {
				// "was sold", "is banned": done to the place
				return !d.undergone(n, j)
			}
			return g&grammar.Finite != 0 || plural && g&grammar.VerbBase != 0
		case t.Is(j, "not"), t.Is(j, "also"), t.Is(j, "never"), t.Is(j, "now"), t.Is(j, "already"), strings.HasSuffix(t.Word(j), "ly"):
		default:
			return false
		}
	}
	return false
}

// undergone reports that a form of "be" stands before the participle at j: "is banned", "has been sold".
func (d *decider) undergone(n, j int) bool {
	if grammar.Of(d.t.Tokens[j].Hash)&grammar.VerbIng != 0 {
		return false
	}
	for k := n; k < j; k++ {
		if grammar.Of(d.t.Tokens[k].Hash)&grammar.Be != 0 {
			return true
		}
	}
	return false
}

// team reports a verb in the plural after a name in the singular: "England were bowled out", "Fulham travel to Burnley".
func (d *decider) team(r token.Range) bool {
	t := d.t
	if last := t.Word(r.Last - 1); strings.HasSuffix(last, "s") || d.listed(r.First) {
		return false
	}
	switch t.Word(r.Last) {
	case "were", "are", "have", "play", "face", "host", "meet":
		return true
	case "travel", "win", "lose", "beat", "lead", "need", "want", "visit", "go", "take":
		return r.Last+1 < len(t.Tokens) && t.Tokens[r.Last+1].Kind == token.Word
	}
	return false
}

// listed reports that a name stands before token i in a list with it.
func (d *decider) listed(i int) bool {
	_, list := d.governor(i)
	return list
}

// subject reports that a name at token i can be what the verb after it tells of: no preposition governs it, as in "the port
// of Beirut has".
func (d *decider) subject(i int) bool {
	p, _ := d.governor(i)
	if p < 0 || d.t.Tokens[p].Kind != token.Word {
		return true
	}
	switch strings.ToLower(d.t.Word(p)) {
	case "of", "in", "from", "to", "at", "by", "with", "for", "on", "about", "against", "between", "near", "into", "through", "towards", "toward", "via", "off", "around",
		"across", "inside", "outside", "within", "throughout", "onto", "beyond", "behind", "under", "over", "among", "around.":
		return false
	}
	return true
}

// superlative reports "largest", "second-biggest", "most populous", "oldest" at token n.
func (d *decider) superlative(n int) bool {
	t := d.t
	if n >= len(t.Tokens) || t.Tokens[n].Kind != token.Word || t.Tokens[n].Has(token.Capital) {
		return false
	}
	w := t.Word(n)
	if t.Is(n, "second") || t.Is(n, "third") || t.Is(n, "once") {
		return d.superlative(n+1) || t.Word(n+1) == "-" && d.superlative(n+2)
	}
	return len(w) > 5 && strings.HasSuffix(w, "est") && w != "interest" && w != "request" && w != "protest" && w != "latest" && w != "arrest" && w != "invest" &&
		w != "conquest" && w != "harvest" && w != "contest" && w != "forest" && w != "honest" && w != "modest" && w != "unrest" && w != "manifest" || t.Is(n, "best-known")
}

// within reports that the kept name k was given a place inside the country place.
func (d *decider) within(k int, place *geo.Place) bool {
	c := d.choice(d.kept[k])
	return c.Placed && place.Kind == geo.KindCountry && c.Place.Country == place.Country && c.Place.Kind != geo.KindCountry && c.Place.Kind != geo.KindSeat &&
		d.found[d.kept[k]].Use == story.UseLiteral
}

// containerOf reports that the name at token i is the wider place of the name before it: "Linz, Austria".
func (d *decider) containerOf(i int) bool {
	if i < 2 || d.t.Word(i-1) != "," {
		return false
	}
	k, ok := d.at[i-2]
	if !ok {
		return false
	}
	q, ok := d.starts[i]
	return ok && d.found[d.kept[k]].Mention.Container != "" && d.found[d.kept[k]].Mention.Container == d.found[d.kept[q]].Mention.Name
}

// border reports a word for a border at token p: "the border with Togo".
func (d *decider) border(p int) bool {
	for _, w := range [...]string{"border", "borders", "frontier", "boundary", "crossing", "bordering"} {
		if d.t.Is(p, w) {
			return true
		}
	}
	return false
}

// ways reports a word at token p for what lies or runs between two countries: "a cable between Albania and Greece".
func (d *decider) ways(p int) bool {
	return d.border(p) || p >= 0 && p < len(d.t.Tokens) && between[d.t.Tokens[p].Hash]
}

var between = hashes(`cable cables pipeline pipelines road roads highway motorway railway railways route routes line lines bridge tunnel ferry ferries flight flights train trains
	strait straits channel sea waters island islands islet river valley pass stretch mountains halfway midway somewhere traffic voyage voyages crossings`)

// bound reports that somebody sets out at token p or before the name that ends there: "left for", "bound for",
// "sailed from Genoa for".
func (d *decider) bound(p int) bool {
	if k, ok := d.at[p]; ok {
		p = d.found[d.kept[k]].Tokens.First - 1
		if d.has(p, cueTo) {
			p--
		}
	}
	for steps := 0; steps < 2 && p >= 0; steps++ {
		switch d.t.Word(p) {
		case "left", "leave", "leaves", "leaving", "bound", "headed", "heading", "heads", "head", "departed", "depart", "departs", "departing", "sailed", "sailing", "flew", "flying", "fled",
			"flight", "flights", "train", "trains", "ferry", "bus", "buses", "ship", "ships", "set":
			return d.t.Word(p) != "set" || steps == 1
		}
		p--
	}
	return false
}

// onward gives the word before "to" that says that a way goes on: "and then to Morocco", "back to Kenya"; -1 if none.
func (d *decider) onward(p int) int {
	t := d.t
	if !t.Is(p, "to") && !t.Is(p, "into") {
		return -1
	}
	switch t.Word(p - 1) {
	case "then", "on", "onwards", "away", "home", "bus", "ferry", "plane", "train", "way", "trip", "trips", "ride":
		return p - 1
	case "back":
		if d.message(p - 1) {
			return -1
		}
		return p - 1
	}
	// "from Jubail in Saudi Arabia to Singapore"
	if d.message(p) {
		return -1
	}
	for j, steps := p-1, 0; j > 0 && steps < d.w.ReachOnward && t.Sentence(j) == t.Sentence(p); j, steps = j-1, steps+1 {
		if t.Word(j) == "," {
			continue // "from Paris, France, to Rome"
		}
		if t.Tokens[j].Kind != token.Word || grammar.Of(t.Tokens[j].Hash)&(grammar.VerbS|grammar.Modal|grammar.Be) != 0 && !t.Tokens[j].Has(token.Capital) {
			return -1
		}
		if t.Is(j, "from") {
			if _, ok := d.starts[j+1]; ok {
				return j
			}
			return -1
		}
	}
	return -1
}

// origin reports people or goods that come from a place: "experts from Ottawa", "most of them from Haiti".
func (d *decider) origin(p int) bool {
	if !d.t.Is(p, "from") || p < 1 || d.t.Tokens[p-1].Has(token.Capital) && !d.t.Tokens[p-1].Has(token.SentStart) {
		return false
	}
	if origins[d.t.Tokens[p-1].Hash] {
		return true
	}
	w := d.t.Word(p - 1)
	for _, end := range [...]string{"er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men"} {
		if len(w) >= len(end)+3 && strings.HasSuffix(w, end) {
			return !statesmen[d.t.Tokens[p-1].Hash] && grammar.Of(d.t.Tokens[p-1].Hash) == 0
		}
	}
	return false
}

// statesmen end like those who come from a place, and are its government, or no people at all.
var statesmen = hashes(`minister ministers leader leaders negotiator negotiators ambassador ambassadors lawmaker lawmakers letter letters answer answers offer offers
	order orders power powers partner partners number numbers matter member members pressure error favor terror horror danger anger consumer after
	barrister premier premiers prisoner prisoners`)

var origins = hashes(`people person group groups family families team teams crew crews expert experts man men woman women boy girl student students pupils
	refugees refugee migrants migrant tourist tourists visitor visitors worker workers doctor doctors nurses player players fan fans supporters residents
	farmers farmer families children child passengers battery batteries unit units them three four five six ten guests guest couple engineer engineers scientist scientists
	journalist journalists volunteers firefighters rescuers pilgrims truck trucks lorry lorries plane planes ship ships boat boats tanker aircraft
	pilot pilots captain captains athlete athletes runners guard guards chef chefs nun nuns monk monks priest priests imam surgeon surgeons clerk soldier soldiers nurse
	cousin uncle aunt brother brothers sister sisters father mother son sons daughter wife husband friend colleague colleagues teenager teenagers pensioner victim victims
	express coach coaches ferry ferries shuttle convoy convoys container containers parcel parcels package packages shipment shipments consignment car cars van vans
	jet jets helicopter helicopters freighter freighters vessel vessels yacht liner
	flight flights train trains bus statement statement came come comes native immigrants immigrant exiles survivors
	goods oil gas grain wheat rice coffee wine chemicals cars coal food imports cargo water air smoke dust winds storm return returned home back
	away hours miles kilometres kilometers km`)

func hashes(words string) map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields(words) {
		m[token.HashOf(w)] = true
	}
	return m
}

// departed reports that "left" before a name that ends at token n means going away: "left Haiti years ago", but not "left
// Russia isolated".
func (d *decider) departed(n int) bool {
	t := d.t
	if n >= len(t.Tokens) || t.Sentence(n) != t.Sentence(n-1) || t.Tokens[n].Kind != token.Word {
		return n >= len(t.Tokens) || t.Tokens[n].Kind != token.Clitic
	}
	if t.Is(n, "with") || t.Is(n, "without") || t.Is(n, "little") || t.Is(n, "no") {
		return false
	}
	g := grammar.Of(t.Tokens[n].Hash)
	return g&(grammar.Prep|grammar.And|grammar.Sub) != 0 || departs[t.Tokens[n].Hash] || t.Tokens[n].Has(token.Capital)
}

var departs = hashes(`years months weeks days hours shortly soon early earlier late later last this yesterday today tonight two three four five ten just
	immediately again together quietly alone aboard when where while because but`)

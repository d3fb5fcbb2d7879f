package event

import (
	"strings"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// shape is how a word that tells of something happening stands in its clause.
type shape uint8

const (
	shapeNone       shape = iota
	shapeFinite           // "sank", "is sinking", "was sunk", "has sunk"
	shapeParticiple       // "killing two", "hit by a shell", "before fleeing"
	shapeInfinitive       // "to meet"
	shapeNoun             // "the attack"
	shapeBe               // "was in Paris": somebody or something is there
)

// trigger is a word that tells of something happening.
type trigger struct {
	at    int // token
	end   int // token after it, for phrases
	class Class
	shape shape
	known bool // the lexicon has it
	past  bool // a past or participle: may stand as an adjective
	ing   bool
	weak  bool // tells of something only where the clause names a place itself
	mild  bool // a noun of which only the ending is known: "annexation"
	what  string
	root  uint32 // of what, where the lexicon has it: see rootOf
}

func (t *trigger) noun() bool { return t.shape == shapeNoun }

// triggers adds the words in r that tell of something happening to out, in order, which holds those of the sentence so
// far, this clause's from on. What a word can be is
// told by the lexicon, the table of verbs and the word's ending; what it is here, by the words around it. No list
// decides whether a verb tells of a happening: the lexicon only says of what sort it is.
func (a *article) triggers(r token.Range, out []trigger, from int) []trigger {
	t := tables()
	titled := a.titleCase(r)
	for i := r.First; i < r.Last; i++ {
		k := &a.text.Tokens[i]
		if k.Kind != token.Word || a.class[i]&grammar.TimeWord != 0 {
			continue
		}
		if k.Flags&token.Capital != 0 && k.Flags&token.SentStart == 0 && !titled {
			continue
		}
		if ps, ok := t.phrases.Get(k.Hash); ok {
			if g, ok := a.phrase(i, r.Last, ps); ok && a.classAt(i-1, r)&grammar.Det == 0 && (titled || !a.inName(i)) {
				out = append(out, g)
				continue
			}
		}
		e := t.entryOf(k.Hash)
		g := trigger{at: i, end: i + 1}
		forms := a.can[i]
		noun := e.form&formNoun != 0
		if a.class[i] == 0 && e == &noEntry {
			g.mild = forms == 0 && derived(a.text.Word(i))
			noun = g.mild
		}
		if forms == 0 && !noun || a.class[i]&(grammar.Aux|grammar.Prep) != 0 || doing.Has(k.Hash) {
			continue
		}
		if !titled && a.inName(i) || seated.Has(k.Hash) && i+1 < r.Last && a.class[i+1]&grammar.Prep != 0 {
			continue
		}
		g.past, g.ing = forms&(grammar.VerbPast|grammar.VerbPart) != 0, forms&grammar.VerbIng != 0
		last := shapeNone
		if len(out) > from {
			last = out[len(out)-1].shape
		}
		g.shape = a.shapeOf(i, r, forms, noun, last)
		if g.shape == shapeNone || g.shape == shapeNoun && !noun {
			continue
		}
		a.classify(&g, e, r)
		out = append(out, g)
	}
	out = append(out[:from], a.dropLight(out[from:])...)
	switch {
	case len(out) == from:
		out = a.being(r, out)
	case len(out) == from+1 && !out[from].noun() && out[from].class.is(utters) && a.byteAt(out[from].at-1) == ',': // "Nine people are dead, the mayor, Ann Smith, said"
		said := out[from]
		out = append(a.being(token.Range{First: r.First, Last: said.at}, out[:from]), said)
	}
	return out
}

// being finds the verb of a clause that tells of no more than that something is: "Among the dead are four tourists".
func (a *article) being(r token.Range, out []trigger) []trigger {
	for i := r.First; i < r.Last; i++ {
		if a.text.Tokens[i].Hash == hashThere {
			return out // "there has been a precedent"
		}
		if c := a.class[i]; c&(grammar.Be|grammar.Have|grammar.Do) != 0 && c&grammar.Subject == 0 || a.text.Tokens[i].Kind == token.Word && doing.Has(a.text.Tokens[i].Hash) {
			return append(out, trigger{at: i, end: i + 1, class: classState, shape: shapeBe, known: true, what: strings.ToLower(a.text.Word(i))})
		}
	}
	return out
}

// seated are participles that say where somebody has an office and where something lies: "based in", "located near".
var seated = token.SetOf("based", "headquartered", "located", "situated", "nestled", "perched", "domiciled")

// doing are forms of verbs that help others: "the work is done".
var doing = token.SetOf("do", "does", "did", "done", "doing", "had", "has", "have", "having")

// classify says of what sort a trigger is.
func (a *article) classify(g *trigger, e *entry, r token.Range) {
	switch {
	case g.noun() && !g.mild:
		g.known, g.class, g.what, g.weak, g.root = true, e.noun, e.plain, e.faint, e.roots[1]
		return
	case !g.noun() && e.verb != classNone:
		g.known, g.class, g.what, g.weak, g.root = true, e.verb, e.lemma, e.weak, e.roots[0]
		if e.alone && a.objectAt(g.at+1, r) || e.place && !a.passive(g) && !a.placeObject(g.at+1, r) {
			g.class, g.weak = classOther, true // "took a photograph"
		}
		if g.class.is(utters) && recalls.Has(a.text.Tokens[g.at].Hash) && (a.passive(g) || a.classAt(g.at+1, r)&(grammar.Number|grammar.Poss) != 0 || g.at+1 < r.Last && a.text.Tokens[g.at+1].Kind == token.Number) {
			g.class = classBusiness // "is recalling 40,000 cars"
		}
		return
	}
	g.class = classOther
	if base, ok := tables().bases.Get(a.text.Tokens[g.at].Hash); ok && !g.noun() {
		g.what, g.root = base.word, base.root
	} else {
		g.what = strings.ToLower(a.text.Word(g.at))
	}
}

// recalls are forms of a verb that tells of words, and of goods that are taken back.
var recalls = token.SetOf("recall", "recalls", "recalled", "recalling")

// notVerbs end like verbs and are none.
var notVerbs = token.SetOf("hundred", "indeed", "need", "speed", "breed", "seed", "weed", "feed", "greed", "creed", "sacred", "naked", "wicked", "united", "kindred",
	"shed", "sled", "embed", "evening", "morning", "building", "buildings", "something", "nothing", "anything", "everything", "string", "spring", "ceiling", "offspring",
	"wing", "ring", "being", "sibling", "clothing", "pudding", "railing", "lightning", "housing", "sterling", "herring", "aged", "so-called", "bicentennial", "armored", "armoured",
	"unmanned", "gifted", "talented", "alleged", "supposed", "long-running", "ongoing", "outstanding", "upcoming", "forthcoming", "neighboring", "neighbouring", "surrounding",
	"missing", "leading", "remaining", "according", "interesting", "amazing", "unprecedented", "related", "renowned", "limited", "advanced", "experienced", "retired", "unwanted",
	"outgoing", "incoming", "overwhelming", "sweeping", "looming", "lasting", "longstanding", "long-standing", "dining", "wedding", "parking", "shopping")

// verbForms notes the forms of a verb that each word can be, and what it says of how something is spoken of.
func (a *article) verbForms() {
	t := tables()
	a.can, a.sign = sized(a.can, len(a.text.Tokens)), sized(a.sign, len(a.text.Tokens))
	out := a.can
	for i := range out {
		k := &a.text.Tokens[i]
		a.sign[i] = signWords.Of(k.Hash)
		if k.Kind != token.Word {
			continue
		}
		out[i] = a.class[i] & grammar.Verb
		if e := t.entryOf(k.Hash); e != &noEntry {
			out[i] |= e.verbs
		} else if a.class[i] == 0 && k.Flags&token.Capital == 0 {
			out[i] = a.guess(i)
		}
	}
}

// guess gives the forms of a verb that a word that no table knows may be, by its ending.
func (a *article) guess(i int) grammar.Class {
	k := &a.text.Tokens[i]
	w := a.text.Source[k.Start:k.End]
	n := len(w)
	if n < 5 || k.Flags&(token.Digit|token.Foreign) != 0 || notVerbs.Has(k.Hash) {
		return 0
	}
	switch {
	case w[n-2:] == "ed" && w[n-3] != 'e':
		return grammar.VerbPast | grammar.VerbPart
	case n >= 6 && w[n-3:] == "ing" && w[:2] != "un":
		return grammar.VerbIng
	}
	if p := a.text.Word(i - 1); i > 0 && a.class[i-1]&grammar.Modal != 0 && p != "" {
		return grammar.VerbBase
	}
	return 0
}

// notDeeds end like nouns of happening and name things, bodies and qualities.
var notDeeds = token.SetOf("nation", "station", "position", "section", "government", "parliament", "department", "document", "apartment", "element", "moment", "equipment",
	"environment", "management", "tradition", "condition", "mention", "question", "institution", "constitution", "population", "generation", "location", "function", "fiction",
	"version", "passion", "pension", "tension", "commission", "television", "profession", "division", "dimension", "organisation", "organization", "administration", "association",
	"corporation", "foundation", "federation", "coalition", "opposition", "delegation", "direction", "information", "situation", "relation", "opinion", "union", "option", "reputation",
	"ammunition", "attention", "intention", "caption", "fraction", "portion", "proportion", "exception", "perception", "notion", "motion", "emotion", "legislation", "regulation",
	"compensation", "regiment", "settlement", "basement", "segment", "instrument", "monument", "garment", "treatment", "sentiment", "argument", "comment", "requirement", "assessment",
	"establishment", "development", "commitment", "employment", "payment", "installation", "education", "application", "publication", "communication", "plantation", "vacation",
	"edition", "addition", "faction", "convention", "session", "vision", "precision", "mansion", "extension", "suspension", "permission", "mission", "aggression", "depression", "impression",
	"transportation", "operation", "intersection", "ambition", "nutrition", "pollution", "solution", "resolution", "accusation", "allegation", "expectation", "temptation")

// derived reports a noun that was made of a verb: "annexation", "detonation", "deployment".
func derived(w string) bool {
	n := len(w)
	if n < 8 || notDeeds.Has(token.HashOf(w)) {
		return false
	}
	return strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion") || strings.HasSuffix(w, "ment")
}

// before is the token before i that says what i is: adverbs, "not" and quotation marks are passed over. -1 at the start
// of r.
func (a *article) before(i int, r token.Range) int {
	for j := i - 1; j >= r.First && j >= i-5; j-- {
		t := &a.text.Tokens[j]
		if t.Kind == token.Quote || t.Kind == token.Word && a.class[j]&(grammar.Adverb|grammar.Not) != 0 && a.class[j]&grammar.And == 0 ||
			a.adverb(j) {
			continue
		}
		return j
	}
	return -1
}

// adverb reports an adverb that no table knows, by its ending: "families" and "assemblies" have one that ends so too.
func (a *article) adverb(j int) bool {
	t := &a.text.Tokens[j]
	return a.class[j] == 0 && t.End-t.Start > 4 && strings.HasSuffix(a.text.Source[t.Start:t.End], "ly") && !groupsInLy.Has(t.Hash)
}

// groupsInLy are nouns that end like adverbs and name who does something.
var groupsInLy = token.SetOf("family", "stepfamily", "assembly", "monopoly", "ally", "butterfly")

// nounish reports a token that may be the noun a subject ends in.
func (a *article) nounish(j int) bool {
	t := &a.text.Tokens[j]
	switch t.Kind {
	case token.Number, token.Symbol:
		return true
	case token.Word:
		c := a.class[j]
		return c == 0 || t.Flags&token.Capital != 0 && c&(grammar.Prep|grammar.Det) == 0 || c&(grammar.TimeWord|grammar.Number) != 0 || a.inName(j) || a.nounOnly(j)
	}
	return false
}

// nounOnly reports a noun of happening, or a plural that could be a verb as well.
func (a *article) nounOnly(j int) bool {
	if tables().entryOf(a.text.Tokens[j].Hash).form&formNoun != 0 {
		return true
	}
	return a.class[j]&(grammar.VerbBase|grammar.VerbS) != 0 && a.class[j]&(grammar.VerbPast|grammar.Aux) == 0
}

// opensObject reports that what begins at token i can follow a verb and not a noun.
func (a *article) opensObject(i int, r token.Range) bool {
	if i >= r.Last {
		return false
	}
	c := a.class[i]
	t := &a.text.Tokens[i]
	return c&(grammar.Det|grammar.Poss|grammar.Object|grammar.Number) != 0 || t.Kind == token.Number || t.Kind == token.Symbol ||
		t.Kind == token.Word && t.Flags&token.Capital != 0
}

// describes reports that a participle at i stands before its noun: "the captured town", "injured people".
func (a *article) describes(i int, r token.Range) bool {
	n := i + 1
	if n >= r.Last || a.text.Tokens[n].Kind != token.Word {
		return false
	}
	c := a.class[n]
	return c == 0 && !a.adverb(n) || c&grammar.Verb != 0 && c&(grammar.Prep|grammar.Det|grammar.Aux|grammar.VerbPast|grammar.VerbIng) == 0
}

// shapeOf says what a word that can be the given forms of a verb, or a noun, is among its neighbours. last is the shape
// of the trigger before.
func (a *article) shapeOf(i int, r token.Range, forms grammar.Class, noun bool, last shape) shape {
	orNoun := func(yes bool) shape {
		if noun && yes {
			return shapeNoun
		}
		return shapeNone
	}
	if forms == 0 {
		return orNoun(!a.modifies(i, r))
	}
	p := a.before(i, r)
	if p < 0 {
		return a.firstShape(i, r, forms, noun)
	}
	t, c := &a.text.Tokens[p], a.class[p]
	past, ing := forms&(grammar.VerbPast|grammar.VerbPart) != 0, forms&grammar.VerbIng != 0
	switch {
	case t.Hash == hashTo && t.Kind == token.Word:
		if forms&grammar.VerbBase != 0 && !(noun && a.nounAfterTo(i, r)) {
			return shapeInfinitive
		}
		return orNoun(true)
	case c&(grammar.Modal|grammar.Do) != 0 && !a.isMonth(p) && forms&grammar.VerbBase != 0:
		return shapeFinite
	case c&grammar.Be != 0 && (past || ing) && p > r.First && a.text.Tokens[p-1].Hash == hashTo:
		return shapeInfinitive // "unlikely to be swayed"
	case c&grammar.Be != 0 && past && t.Hash == hashBeing:
		return shapeParticiple // "the risk of being drawn in"
	case c&grammar.Be != 0 && (past || ing), c&grammar.Have != 0 && past && c&grammar.Be == 0:
		return shapeFinite
	case c&grammar.Aux != 0 && c&grammar.Subject == 0:
		return orNoun(true)
	case t.Hash == hashThat && forms&(grammar.VerbPast|grammar.VerbS) != 0, c&(grammar.Subject|grammar.Relative) != 0 && c&grammar.Det == 0 && !ing:
		return shapeFinite
	case t.Kind == token.Clitic, c&(grammar.Det|grammar.Poss) != 0 && c&grammar.Prep == 0:
		if noun && !a.modifies(i, r) {
			return shapeNoun
		}
		if c&grammar.Number == 0 && t.Kind == token.Word && quantities.Has(t.Hash) && past && !a.describes(i, r) {
			return shapeFinite // "many fled"
		}
		return shapeNone
	case c&grammar.And != 0:
		return a.joined(i, r, forms, noun, last)
	case c&grammar.Prep != 0:
		if ing && !(noun && !a.opensObject(i+1, r)) {
			return shapeParticiple
		}
		return orNoun(!a.modifies(i, r))
	case t.Kind == token.Punct:
		return a.firstShape(i, r, forms, noun)
	}
	return a.afterNoun(i, p, r, forms, noun, last)
}

var quantities = token.SetOf("many", "some", "several", "both", "all", "most", "few", "others", "another", "more", "those", "others", "one")

// nounAfterTo tells "to talks" from "to talk".
func (a *article) nounAfterTo(i int, r token.Range) bool {
	w := a.text.Word(i)
	return strings.HasSuffix(w, "s") && !a.opensObject(i+1, r)
}

// modifies reports that a noun stands before another noun, to which it belongs: "attack helicopters".
func (a *article) modifies(i int, r token.Range) bool {
	n := i + 1
	return n < r.Last && a.text.Tokens[n].Kind == token.Word && a.class[n] == 0 && a.text.Tokens[n].Flags&token.Capital == 0 &&
		a.can[n] == 0 && !a.adverb(n) && !whereabouts.Has(a.text.Tokens[n].Hash)
}

// whereabouts stand behind a noun and say where, and no noun is made of both: "an explosion deep in a mine".
var whereabouts = token.SetOf("deep", "nearby", "ahead", "aboard", "close", "early", "late", "overnight", "upstream", "downstream", "north", "south", "east", "west", "northeast", "northwest",
	"southeast", "southwest", "abroad", "offshore", "underground", "upstairs", "downtown", "there", "here", "outside", "inside", "shortly", "thereafter", "elsewhere")

// firstShape is shapeOf for a word that begins its clause or follows a mark.
func (a *article) firstShape(i int, r token.Range, forms grammar.Class, noun bool) shape {
	switch {
	case forms&grammar.VerbIng != 0:
		if noun && !a.opensObject(i+1, r) {
			return shapeNoun
		}
		return shapeParticiple
	case forms&grammar.VerbPast != 0 && i == r.First && i > a.now.First && a.text.Tokens[i-1].Kind != token.Punct && a.class[i-1]&grammar.And == 0:
		return shapeFinite // the clause that a relative one interrupts: "who left in 1937 | turned back"
	case forms&(grammar.VerbPast|grammar.VerbPart) != 0:
		if a.describes(i, r) {
			return shapeNone // "Injured workers"
		}
		if i == r.First && a.text.Tokens[i].Flags&token.SentStart == 0 && forms&grammar.VerbPast != 0 && a.class[max(i-1, 0)]&grammar.And != 0 {
			return shapeFinite // "… and killed"
		}
		if forms&grammar.VerbPart == 0 || a.opensObject(i+1, r) && forms&grammar.VerbPast != 0 {
			return shapeFinite
		}
		return shapeParticiple
	case forms&grammar.VerbS != 0 && a.opensObject(i+1, r) && !noun, forms&(grammar.VerbS|grammar.VerbBase) != 0 && i == r.First && i > a.now.First && a.resumes(i, r.Last):
		return shapeFinite // "Rovers, who last won in 1998, | travel to Naples"
	}
	if noun && !a.modifies(i, r) {
		return shapeNoun
	}
	if forms&(grammar.VerbS|grammar.VerbBase) != 0 && i > 0 && i == r.First && a.class[i-1]&grammar.And != 0 && a.opensObject(i+1, r) {
		return shapeFinite
	}
	return shapeNone
}

// joined is shapeOf for a word after "and" or "or": as a rule it is what the one before was.
func (a *article) joined(i int, r token.Range, forms grammar.Class, noun bool, last shape) shape {
	past, ing := forms&(grammar.VerbPast|grammar.VerbPart) != 0, forms&grammar.VerbIng != 0
	switch {
	case ing && !noun && i-1 >= r.First && a.before(i-1, r) < 0:
		return shapeParticiple // "…, killing two and wounding at least nine"
	case ing && (last == shapeParticiple || last == shapeFinite) && !noun, ing && a.opensObject(i+1, r):
		return shapeParticiple
	case past && !a.describes(i, r) && last != shapeNone && last != shapeNoun:
		if last == shapeInfinitive {
			return shapeFinite
		}
		return last
	case past && !a.describes(i, r):
		return shapeFinite
	case forms&grammar.VerbBase != 0 && last == shapeInfinitive && !(noun && a.modifies(i, r)):
		return shapeInfinitive
	case forms&(grammar.VerbBase|grammar.VerbS) != 0 && last == shapeFinite && a.opensObject(i+1, r):
		return shapeFinite
	case noun && !a.modifies(i, r):
		return shapeNoun
	}
	return shapeNone
}

// afterNoun is shapeOf for a word after p, which is a noun, a name or another verb.
func (a *article) afterNoun(i, p int, r token.Range, forms grammar.Class, noun bool, last shape) shape {
	c := a.class[p]
	nounBefore := a.nounish(p)
	verbBefore := c&(grammar.VerbPast|grammar.VerbIng|grammar.VerbPart) != 0 && !nounBefore
	hadFinite := last == shapeFinite
	switch {
	case forms&grammar.VerbIng != 0:
		if noun && !a.opensObject(i+1, r) {
			return shapeNoun
		}
		if verbBefore || a.opensObject(i+1, r) || i+1 < r.Last && a.class[i+1]&grammar.Prep != 0 {
			return shapeParticiple
		}
		return shapeNone
	case forms&(grammar.VerbPast|grammar.VerbPart) != 0:
		if verbBefore && a.describes(i, r) {
			return shapeNone
		}
		if forms&grammar.VerbPast == 0 || hadFinite && !a.opensObject(i+1, r) || verbBefore {
			return shapeParticiple
		}
		if c&grammar.Number != 0 && a.describes(i, r) {
			return shapeNone // "two wounded soldiers"
		}
		if !a.opensObject(i+1, r) && a.auxAhead(i+1, r) {
			return shapeParticiple // "The lessons learned from it will last"
		}
		return shapeFinite
	case forms&grammar.VerbS != 0:
		if !nounBefore || hadFinite || a.helped(i, r) || noun && !a.opensObject(i+1, r) && i+1 < r.Last && a.class[i+1]&(grammar.Prep|grammar.Adverb) == 0 || a.finiteNext(i, r) {
			return a.nounOrNone(noun && !a.modifies(i, r))
		}
		if noun && !a.opensObject(i+1, r) && (a.hasFinite(i+1, r.Last) || a.text.Tokens[p].Flags&token.Capital == 0) {
			return shapeNoun // "police raids in Bari left two hurt"
		}
		if a.modifies(i, r) && !a.opensObject(i+1, r) && noun {
			return shapeNone
		}
		return shapeFinite
	case forms&grammar.VerbBase != 0:
		w := a.text.Word(p)
		plural := len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' || crowds.Has(a.text.Tokens[p].Hash) || c&grammar.Number != 0
		if a.text.Tokens[p].Flags&token.Capital != 0 && !noun && !a.hasFinite(i+1, r.Last) {
			plural = true // "Fulham travel to Burnley"
		}
		if nounBefore && (plural || a.demanded(p, r)) && !hadFinite && !a.finiteNext(i, r) && (a.opensObject(i+1, r) || i+1 < r.Last && a.class[i+1]&(grammar.Prep|grammar.Adverb) != 0) {
			return shapeFinite
		}
	}
	return a.nounOrNone(noun && !a.modifies(i, r))
}

// helped reports that the clause r begins with a helping verb, so that the word in -s at token i is a noun: "were in better positions".
func (a *article) helped(i int, r token.Range) bool {
	return i > r.First && a.class[r.First]&grammar.Aux != 0 && a.class[r.First]&grammar.Subject == 0
}

// demanded reports that the clause r is what somebody asks for, told with the bare verb behind its subject, which ends at p:
// "insisted that every ship leave Trani".
func (a *article) demanded(p int, r token.Range) bool {
	if r.First == 0 || a.text.Tokens[r.First].Hash != hashThat || a.sign[r.First-1]&isIrrealis == 0 {
		return false
	}
	return p-r.First <= 4 && p > r.First+1 && a.class[p-1]&(grammar.Det|grammar.Poss) != 0
}

// auxAhead reports a helping verb before any mark or "and": the verb of the subject comes there.
func (a *article) auxAhead(i int, r token.Range) bool {
	for n := i; n < r.Last && n < i+9; n++ {
		if a.text.Tokens[n].Kind == token.Punct || a.class[n]&grammar.And != 0 {
			return false
		}
		if a.class[n]&grammar.Aux != 0 {
			return true
		}
	}
	return false
}

// crowds are plurals without an s.
var crowds = token.SetOf("people", "police", "men", "women", "children", "both", "troops", "dozens", "thousands", "hundreds", "many")

func (a *article) nounOrNone(noun bool) shape {
	if noun {
		return shapeNoun
	}
	return shapeNone
}

// finiteNext reports that the next word is the verb of a sentence whose subject token i is.
func (a *article) finiteNext(i int, r token.Range) bool {
	for n := i + 1; n < r.Last && n < i+3; n++ {
		c := a.class[n]
		if c&(grammar.Adverb|grammar.Not) != 0 {
			continue
		}
		return c&grammar.Prep == 0 && (c&(grammar.Aux|grammar.VerbPast) != 0 || a.can[n]&grammar.VerbPast != 0)
	}
	return false
}

// lightVerbs say only that the happening takes place which the noun after them names: "held talks".
var lightVerbs = token.SetOf("hold", "holds", "held", "holding", "launch", "launches", "launched", "launching", "make", "makes", "made", "making",
	"conduct", "conducts", "conducted", "carry", "carried", "carrying", "carries", "take", "took", "give", "gave", "given", "stage", "staged", "host", "hosted", "hosts",
	"begin", "began", "begun", "start", "started", "continue", "continued", "continues", "intensify", "intensified", "mount", "mounted", "attend", "attended", "opened")

// dropLight leaves a light verb out where its noun follows, which then stands for the clause.
func (a *article) dropLight(ts []trigger) []trigger {
	kept := ts[:0]
	for i, g := range ts {
		if !g.noun() && lightVerbs.Has(a.text.Tokens[g.at].Hash) && i+1 < len(ts) && ts[i+1].noun() && !ts[i+1].mild && ts[i+1].at-g.at <= 5 && a.objectOf(g.at, ts[i+1].at) {
			ts[i+1].shape = shapeNoun
			continue
		}
		kept = append(kept, g)
	}
	return kept
}

// objectOf reports that the noun at token to is the object of the verb at from: no preposition and no time stand between.
func (a *article) objectOf(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if a.class[i]&(grammar.Prep|grammar.TimeWord) != 0 || a.text.Tokens[i].Kind == token.Punct {
			return false
		}
	}
	return true
}

// phrase finds a verb whose meaning hangs on a second word near it.
func (a *article) phrase(i, end int, ps []phrase) (trigger, bool) {
	for j := i + 1; j < end && j <= i+3; j++ {
		for _, p := range ps {
			if a.text.Tokens[j].Hash == p.second {
				return trigger{at: i, end: j + 1, class: p.class, shape: shapeFinite, known: true, what: p.lemma}, true
			}
		}
	}
	return trigger{}, false
}

// titleCase reports that most words of r have capitals, so that they say nothing.
func (a *article) titleCase(r token.Range) bool {
	caps, all := 0, 0
	for i := r.First; i < r.Last; i++ {
		if k := &a.text.Tokens[i]; k.Kind == token.Word && k.End-k.Start > 3 {
			all++
			if k.Flags&token.Capital != 0 {
				caps++
			}
		}
	}
	return caps*3 > all*2
}

// placeObject reports that a place is the object that begins at token i: "took the town of Sudzha".
func (a *article) placeObject(i int, r token.Range) bool {
	for j := i; j < r.Last && j < i+4; j++ {
		if a.regionWord(j) {
			return true
		}
		if ps := a.placesIn(token.Range{First: j, Last: j + 1}); len(ps) > 0 {
			return true
		}
		if a.class[j]&(grammar.Det|grammar.Prep) == 0 || j > i && a.class[j]&grammar.Prep != 0 && a.text.Tokens[j].Hash != hashOf {
			return false
		}
	}
	return false
}

// objectAt reports that an object begins at token i.
func (a *article) objectAt(i int, r token.Range) bool {
	c := a.classAt(i, r)
	return c&(grammar.Det|grammar.Poss|grammar.Object|grammar.Number) != 0 && c&grammar.Prep == 0 ||
		i < r.Last && a.text.Tokens[i].Kind == token.Word && (c == 0 || a.text.Tokens[i].Has(token.Capital) || a.text.Tokens[i].Hash == hashThat)
}

func (a *article) classAt(i int, r token.Range) grammar.Class {
	if i < r.First || i >= r.Last {
		return 0
	}
	return a.class[i]
}

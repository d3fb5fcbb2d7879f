package event

import (
	"slices"
	"strings"

	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
)

// An unknown place stays unknown: what happens there has its name and no point, or the point of what the text says it lies
// in. Otherwise a neighbour would be taken for it.

// placeWords say what sort of place a name beside them is: "the hamlet of X", "X checkpoint". Those of rooms are buildings
// and grounds, which are places only where something is said to be in or at them.
var (
	placeWords = token.SetOf("village", "villages", "town", "towns", "hamlet", "hamlets", "settlement", "settlements", "area", "district", "districts", "neighborhood", "neighbourhood",
		"suburb", "suburbs", "quarter", "camp", "checkpoint", "crossing", "junction", "road", "street", "avenue", "highway", "hill", "hilltop", "ridge", "pass", "valley", "forest",
		"peninsula", "commune", "municipality", "shantytown", "slum", "outpost", "roundabout", "farm", "farms", "township", "borough", "canton", "subdistrict", "sub-district",
		"parish", "ward", "barrio", "favela", "countryside", "axis", "wadi", "river", "lake", "island", "mountain", "mountains", "beach", "bay", "intersection", "gate", "locality")
	rooms = token.SetOf("hospital", "airport", "airfield", "airbase", "base", "barracks", "prison", "jail", "mosque", "church", "cathedral", "school", "station", "bridge", "market", "square",
		"park", "stadium", "cemetery", "dam", "plant", "port", "harbour", "harbor", "mine", "refinery", "factory", "factories", "complex", "hotel", "theatre", "theater", "temple", "mall",
		"university", "college", "academy", "field", "garden", "gardens", "palace", "castle", "museum", "tower", "courthouse", "clinic", "embassy", "oval", "arena", "opera", "hall")
	streets = token.SetOf("road", "street", "avenue", "junction", "crossing", "roundabout", "neighborhood", "neighbourhood", "quarter", "gate", "intersection", "ward")
	namedAs = token.SetOf("called", "named", "of")
	// inside are prepositions after which a bare name is a place, and notPlaces names that are none there.
	inside    = token.SetOf("in", "near", "outside", "inside", "around")
	notPlaces = token.SetOf("parliament", "congress", "senate", "english", "french", "german", "arabic", "spanish", "russian", "chinese", "hebrew", "latin", "ramadan", "christmas", "easter",
		"islam", "christianity", "god", "internet", "web", "facebook", "twitter", "youtube", "instagram", "telegram", "whatsapp", "google", "apple", "microsoft", "amazon", "wall",
		"friday", "chapter", "section", "article", "part", "table", "figure", "group", "division", "league", "cup", "round", "game", "phase", "stage", "court", "earth", "mr", "ms", "mrs",
		"dr", "president", "minister", "prime", "general", "colonel", "king", "queen", "prince", "state", "federal", "house", "cabinet", "government", "army", "navy", "police", "bible",
		"quran", "koran", "fiscal", "world", "olympics", "covid", "nazi", "democratic", "republican", "labour", "conservative", "linux", "windows", "java", "android", "php", "flash")
)

// unknowns finds names of places that the gazetteer lacks and that no finder of places took for one. taken marks the tokens
// of names that are known.
func (a *article) unknowns(taken []bool) []placed {
	var out []placed
	for i := 0; i < len(taken); {
		if taken[i] || !a.nameWord(i) {
			i++
			continue
		}
		end := a.nameEnd(i, taken)
		if i > 0 && taken[i-1] && a.nameWord(i-1) && a.text.Tokens[i].Flags&token.SentStart == 0 {
			i = end // the rest of a longer name: "Falkirk High station"
			continue
		}
		if p, ok := a.unknownAt(i, end); ok {
			out = append(out, p)
		}
		i = end
	}
	return out
}

// nameWord reports a word that may be part of a name.
func (a *article) nameWord(i int) bool {
	t := &a.text.Tokens[i]
	return t.Kind == token.Word && t.Flags&token.Capital != 0 && a.class[i]&(grammar.TimeWord|grammar.Subject|grammar.Poss|grammar.Prep) == 0 &&
		!(a.class[i]&(grammar.Det|grammar.Opener) != 0 && t.Flags&token.SentStart != 0)
}

// nameEnd is the token after the name that begins at i: capitals, hyphens and the small words inside names.
func (a *article) nameEnd(i int, taken []bool) int {
	ts := a.text.Tokens
	end := i + 1
	for j := i + 1; j < len(ts) && j < i+8 && !taken[j]; j++ {
		switch {
		case ts[j].Flags&token.SentStart != 0:
			return end
		case a.nameWord(j):
			end = j + 1
		case a.byteAt(j) == '-' && ts[j].Flags&token.Spaced == 0, particles.Has(ts[j].Hash) && ts[j].Kind == token.Word:
			if j+1 >= len(ts) || taken[j+1] || !a.nameWord(j+1) {
				return end
			}
		default:
			return end
		}
	}
	return end
}

// particles stand inside names of places.
var particles = token.SetOf("al", "el", "de", "del", "la", "le", "los", "las", "da", "do", "dos", "di", "du", "des", "ad", "as", "ash", "an", "ar", "um", "bin", "ben", "van", "den", "der", "von", "zum", "zur", "am", "im", "sur", "en")

// unknownAt decides whether the name of tokens [i, end) is that of a place, by the words beside it.
func (a *article) unknownAt(i, end int) (placed, bool) {
	ts := a.text.Tokens
	s := a.text.Sentences[a.text.Sentence(i)]
	if end > s.Last || end-i == 1 && (ts[i].Flags&token.Upper != 0 || ts[i].End-ts[i].Start < 3) {
		return placed{}, false
	}
	prep, at := a.preposition(i, s.First)
	lastWord, next := ts[end-1].Hash, uint32(0)
	if end < s.Last && ts[end].Kind == token.Word && ts[end].Flags&token.Capital == 0 {
		next = ts[end].Hash
		if i > s.First && ts[i-1].Kind == token.Word && (ts[i-1].Hash == hashA || ts[i-1].Hash == hashAn) {
			next = 0 // "a Covid ward", "a Tesla factory": one of that kind
		}
	}
	locative := locatives.Of(prep) >= 0.9
	w := &a.w.Where
	p := 0.0
	local := rooms.Has(next) || rooms.Has(lastWord) || streets.Has(next) || streets.Has(lastWord)
	switch {
	case end-i > 1 && placeWords.Has(lastWord) && (locative || prep != 0 || a.ruledBy(i)) && !a.personAt(i),
		placeWords.Has(next) && (locative || prep != 0 || a.ruledBy(i)):
		p = w.UnknownKind
	case i >= 2 && namedAs.Has(ts[i-1].Hash) && ts[i-1].Kind == token.Word && placeWords.Has(ts[i-2].Hash):
		p = w.UnknownKind // "the hamlet of X"
	case (rooms.Has(next) || end-i > 1 && rooms.Has(lastWord)) && locative:
		p = w.UnknownKind
	case i > s.First && (inside.Has(ts[i-1].Hash) || a.atSea(i-1)) && ts[i-1].Kind == token.Word && at == i-1 && !notPlaces.Has(ts[i].Hash) && !a.someoneAt(i) && a.endsHere(end, s.Last):
		p = w.UnknownName
	default:
		return placed{}, false
	}
	sp := a.span(i, end)
	words := strings.Join(strings.Fields(sp.In(a.text.Source)), " ")
	return placed{top: -1, first: i, last: end, place: &geo.Place{Name: words}, p: p, unknown: true, in: -1, local: local}, true
}

// atSea reports an "off" at token i that says where: "sank off X", and not "called off X".
func (a *article) atSea(i int) bool {
	return i > 0 && a.text.Tokens[i].Hash == hashOff && (a.class[i-1]&grammar.Verb == 0 || seaVerbs.Has(a.text.Tokens[i-1].Hash))
}

var seaVerbs = token.SetOf("sank", "sunk", "capsized", "drowned", "anchored", "moored", "aground", "collided", "fishing", "rescued", "drifting", "intercepted", "seized", "stranded", "lies", "lying")

// ruledBy reports that a verb rules the name at i: "captured the X hill".
func (a *article) ruledBy(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if a.can[j] != 0 {
			return true
		}
		if a.class[j]&(grammar.Det|grammar.Poss) == 0 && a.class[j] != 0 {
			return false
		}
	}
	return false
}

// someoneAt reports that a person or an organisation is named at i.
func (a *article) someoneAt(i int) bool {
	b := a.Names.At(i)
	return b >= 0 && a.Names.Blocks[b].Kind != name.Role
}

// personAt reports that a person is named at i, surely: by a title or a given name, as in "the singer Anna Hill".
func (a *article) personAt(i int) bool {
	b := a.Names.At(i)
	if b < 0 || a.Names.Blocks[b].Kind != name.Person {
		return false
	}
	k := &a.Names.Blocks[b]
	return k.Title.First < k.Title.Last || k.Entity >= 0 && a.Names.Entities[k.Entity].Gender != 0
}

// endsHere reports that a name is over at end: nothing follows to which it belongs, as in "in Nobel circles".
func (a *article) endsHere(end, last int) bool {
	if end >= last {
		return true
	}
	t := &a.text.Tokens[end]
	return t.Kind != token.Word && t.Kind != token.Clitic && t.Kind != token.Number || // "in Room 200"
		t.Kind == token.Word && a.class[end] != 0 && a.class[end]&grammar.Verb == 0 || a.class[end]&(grammar.Aux|grammar.VerbPast) != 0
}

// sites are buildings that are called by the town they stand in; colleges are called by anything.
var (
	sites    = token.SetOf("court", "courthouse", "hospital", "infirmary", "station", "airport", "prison", "jail", "stadium", "cathedral", "castle", "museum", "harbour", "harbor", "port", "zoo", "barracks", "mosque")
	campuses = token.SetOf("university", "college", "school", "academy")
)

// sited reports that the town of the toponym t, which is the first part of the name of a building, is where something is said
// to be: "at Falkirk Sheriff Court". Of a campus only where the town itself is named as a place too.
func (a *article) sited(t *story.Toponym, first int) bool {
	if !t.Placed || t.Place.Kind != geo.KindCity || t.P < a.w.Where.SitedLeast || first == 0 || t.Span.In(a.text.Source) != t.Place.Name {
		return false
	}
	s := a.text.Sentences[a.text.Sentence(first)]
	prep, _ := a.preposition(first, s.First)
	if locatives.Of(prep) < 0.9 && prep != hashTo {
		return false
	}
	for i := a.text.At(t.Span.End-1) + 1; i < s.Last && i < first+6; i++ {
		word := &a.text.Tokens[i]
		capital := word.Flags&token.Capital != 0
		switch {
		case word.Kind != token.Word || a.text.Word(i) == "Memorial":
			return false
		case sites.Has(word.Hash):
			return true
		case campuses.Has(word.Hash):
			return a.literally(t.Place.ID)
		case !capital:
			return false
		}
	}
	return false
}

// literally reports that the article names a place itself somewhere.
func (a *article) literally(id geo.PlaceID) bool {
	for i := range a.Article.Toponyms {
		if t := &a.Article.Toponyms[i]; t.Placed && t.Use == story.UseLiteral && t.Place.ID == id {
			return true
		}
	}
	return false
}

// addUnknown puts places without a point among those of the article, and finds what the text says each lies in.
func (a *article) addUnknown() {
	for i := range a.Article.Toponyms {
		t := &a.Article.Toponyms[i]
		if t.Placed || t.Use != story.UseLiteral {
			continue
		}
		first := a.text.At(t.Span.Start)
		last := max(first+1, a.text.At(t.Span.End-1)+1)
		word := a.text.Tokens[last-1].Hash
		a.places = append(a.places, placed{top: i, first: first, last: last, place: &geo.Place{Name: t.Name}, p: t.NameP, unknown: true, in: -1, local: rooms.Has(word) || streets.Has(word)})
	}
	a.taken = sized(a.taken, len(a.text.Tokens))
	taken := a.taken
	for i := range a.Article.Toponyms {
		sp := a.Article.Toponyms[i].Span
		for k := a.text.At(sp.Start); k < len(taken) && int(a.text.Tokens[k].Start) < sp.End; k++ {
			taken[k] = true
		}
	}
	order := func(x, y placed) int { return x.first - y.first }
	slices.SortStableFunc(a.places, order)
	if more := a.unknowns(taken); len(more) > 0 {
		a.places = append(a.places, more...)
		slices.SortStableFunc(a.places, order)
	}
	known := map[string]int{} // name of a known place -> the first that has it
	for i := range a.places {
		if p := &a.places[i]; !p.unknown {
			if _, ok := known[p.place.Name]; !ok {
				known[p.place.Name] = i
			}
		}
	}
	for i := range a.places {
		if p := &a.places[i]; p.unknown {
			p.in = a.containerOf(i, known)
		}
	}
}

// containerOf gives the known place beside the unknown one i in which the text says that it lies: "X, Aleppo", "X in Aleppo",
// "Aleppo's X district". -1 for none.
func (a *article) containerOf(i int, known map[string]int) int {
	p := &a.places[i]
	sentence := a.text.Sentence(p.first)
	if j := i + 1; j < len(a.places) && !a.places[j].unknown {
		q := &a.places[j]
		if q.first-p.last <= 6 && a.text.Sentence(q.first) == sentence && a.linked(p.last, q.first) {
			return j
		}
	}
	if j := i - 1; j >= 0 && !a.places[j].unknown {
		q := &a.places[j]
		if q.last < len(a.text.Tokens) && a.text.Tokens[q.last].Kind == token.Clitic && p.first-q.last <= 4 && a.text.Sentence(q.first) == sentence {
			return j
		}
	}
	in := -1
	for k, c := range p.place.Name { // "Aleppo" of "Aleppo Royal Hospital"
		if c != ' ' {
			continue
		}
		if j, ok := known[p.place.Name[:k]]; ok && (in < 0 || j < in) {
			in = j
		}
	}
	return in
}

// linked reports that the tokens between two places say that the first lies in or by the second.
func (a *article) linked(from, to int) bool {
	said := false
	for i := from; i < to; i++ {
		t := &a.text.Tokens[i]
		switch {
		case a.byteAt(i) == ',' || a.byteAt(i) == '(':
			said = true
		case t.Kind == token.Word && (inside.Has(t.Hash) || t.Hash == hashOf || t.Hash == hashAt):
			said = true
		case t.Kind == token.Word && a.class[i]&(grammar.Det) != 0, a.regionWord(i), placeWords.Has(t.Hash), rooms.Has(t.Hash), t.Kind == token.Word && a.class[i] == 0 && t.Flags&token.Capital == 0:
		case a.byteAt(i) == '-':
		default:
			return false
		}
	}
	return said
}

package name

import (
	"slices"
	"sort"
	"strings"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// maxNamesakes bounds how many people of one surname or title are compared.
const maxNamesakes = 64

// person is what clustering knows of one entity.
type person struct {
	last, first string
	recent      int // index of its latest block
	titles      []token.Range
	stems       []string // of the words of the first stemmed titles
	stemmed     int
	aliases     []string // each once, in order of the text
}

// maxAliases bounds the forms that are kept of one name.
const maxAliases = 64

// alias notes a form of the name.
func (p *person) alias(form string) {
	if form != "" && len(p.aliases) < maxAliases && !slices.Contains(p.aliases, form) {
		p.aliases = append(p.aliases, form)
	}
}

// cluster joins the blocks to entities: full names first, then surnames, then roles.
func cluster(n *Names, f *finder) {
	n.Entities = make([]Entity, 0, len(n.Blocks)/2+2)
	c := &clusterer{Names: n, people: make([]person, 0, len(n.Blocks)/2+2), f: f, byLast: map[string][]int{}, byFirst: map[string][]int{}, byText: map[string]int{}, byHead: map[uint32][]int{}, apposed: map[int]int{}}
	for i := range n.Blocks {
		if b := &n.Blocks[i]; b.Kind == Person && c.words(b) >= 2 && !f.off[f.Sentence(b.Tokens.First)] {
			c.fullName(i)
		}
	}
	for i := range n.Blocks {
		b := &n.Blocks[i]
		switch {
		case b.Kind == Person && b.Entity < 0:
			c.bareName(i)
		case b.Kind == Organisation:
			c.other(i)
		}
		if b.Entity >= 0 {
			c.people[b.Entity].recent = i
		}
	}
	c.descriptions()
	for i := range n.Blocks {
		if n.Blocks[i].Kind == Role {
			c.role(i)
		}
	}
	c.finish()
}

type clusterer struct {
	*Names
	f       *finder
	people  []person // beside Entities
	byLast  map[string][]int
	byFirst map[string][]int
	byText  map[string]int
	apposed map[int]int      // block of a role -> the entity whose name stands beside it
	byHead  map[uint32][]int // role word -> people whose title holds it
}

// words counts the words of a name that are no suffix.
func (c *clusterer) words(b *Block) int {
	n := 0
	for i := b.Tokens.First; i < b.Tokens.Last; i++ {
		if c.f.word(i) && !c.f.is(i, isSuffix) {
			n++
		}
	}
	return n
}

func (c *clusterer) split(b *Block) (first, last string) {
	l := b.Tokens.Last - 1
	for l > b.Tokens.First && c.f.is(l, isSuffix) {
		l--
	}
	start := l
	for start-2 >= b.Tokens.First && c.f.hyphen(start-1) && c.f.joined(start) {
		start -= 2 // "Holtz-Eakin"
	}
	last = fold(c.textOf(token.Range{First: start, Last: l + 1}))
	if start > b.Tokens.First {
		first = fold(c.text.Word(b.Tokens.First))
	}
	return first, last
}

func (c *clusterer) textOf(r token.Range) string {
	a, b := c.text.Bytes(r)
	return c.text.Source[a:b]
}

// nameOf gives the words of a name without a nickname in marks or brackets: "Raul “Rocky” Mendel" is Raul Mendel.
func (c *clusterer) nameOf(r token.Range) string {
	for i := r.First + 1; i+3 < r.Last; i++ {
		if n := c.f.nickname(i); n > 0 {
			return c.textOf(token.Range{First: r.First, Last: i}) + " " + c.textOf(token.Range{First: i + n, Last: r.Last})
		}
	}
	return c.textOf(r)
}

func (c *clusterer) create(k Kind, name, first, last string) int {
	e := len(c.Entities)
	c.Entities = append(c.Entities, Entity{Name: name, Kind: k})
	c.people = append(c.people, person{last: last, first: first, recent: -1})
	if k == Person {
		c.byLast[last] = append(c.byLast[last], e)
		if first != "" {
			c.byFirst[first] = append(c.byFirst[first], e)
		}
	}
	return e
}

func (c *clusterer) fullName(i int) {
	b := &c.Blocks[i]
	first, last := c.split(b)
	if e, ok := c.byText[first+" "+last]; ok {
		c.join(i, e)
		return
	}
	list := c.byLast[last]
	for _, e := range list[max(0, len(list)-maxNamesakes):] {
		if givenCompatible(c.people[e].first, first) {
			c.join(i, e)
			return
		}
	}
	e := c.create(Person, c.nameOf(b.Tokens), first, last)
	c.byText[first+" "+last] = e
	c.join(i, e)
}

// bareName finds whose surname stands alone: "Mrs. Berg" is a woman's; else who was named last.
func (c *clusterer) bareName(i int) {
	b := &c.Blocks[i]
	_, last := c.split(b)
	want := c.sexOfTitle(b)
	best := -1
	first, _ := c.split(b)
	pick := func(list []int) {
		for _, e := range list {
			if first != "" && !givenCompatible(first, c.people[e].first) {
				continue
			}
			if want != 0 && c.Entities[e].Gender != 0 && c.Entities[e].Gender != want {
				continue
			}
			if best < 0 || c.people[e].recent > c.people[best].recent {
				best = e
			}
		}
	}
	list := c.byLast[last]
	pick(list[max(0, len(list)-maxNamesakes):])
	if list := c.byFirst[last]; best < 0 {
		pick(list[max(0, len(list)-maxNamesakes):])
	}
	if best < 0 && c.f.off[c.f.Sentence(b.Tokens.First)] {
		best = c.create(Person, c.textOf(b.Tokens), first, "") // of boilerplate: no surname for others
	}
	if best < 0 {
		best = c.create(Person, c.textOf(b.Tokens), "", last)
	}
	c.join(i, best)
}

func (c *clusterer) join(i, e int) {
	b := &c.Blocks[i]
	b.Entity = e
	ent, p := &c.Entities[e], &c.people[e]
	ent.Blocks = append(ent.Blocks, i)
	p.recent = i
	text := c.textOf(b.Tokens)
	if !c.text.Tokens[b.Tokens.First].Has(token.Upper) || b.Kind != Person {
		p.alias(text) // "SMITH" of a headline is no spelling
	}
	if b.Kind == Person {
		text = c.nameOf(b.Tokens)
	}
	if b.Kind == Person && ent.Kind == Person && text != ent.Name && len(strings.Fields(text)) > len(strings.Fields(ent.Name)) {
		ent.Name = text
		if first, last := c.split(b); p.first == "" {
			p.first = first
			p.last = last
			if first != "" {
				c.byFirst[first] = append(c.byFirst[first], e)
			}
		}
	}
	if ent.Gender == 0 && b.Kind == Person {
		ent.Gender = c.sexOfTitle(b)
		if ent.Gender == 0 && b.Tokens.Last-b.Tokens.First > 1 {
			if !c.f.hyphen(b.Tokens.First + 1) { // "Jean-Claude" is not Jean
				ent.Gender, _ = givenSex(c.text.Tokens[b.Tokens.First].Hash)
			}
		}
	}
	if b.Title.First < b.Title.Last {
		c.describe(e, b.Title)
		p.alias(c.textOf(token.Range{First: b.Title.First, Last: b.Tokens.Last}))
	}
}

// describe notes a title or description of e.
func (c *clusterer) describe(e int, r token.Range) {
	p := &c.people[e]
	if len(p.titles) >= 8 {
		return
	}
	p.titles = append(p.titles, r)
	honorific := true
	for i := r.First; i < r.Last; i++ {
		if c.f.is(i, isRole|isTitle) && !c.f.is(i, isHonorific) {
			honorific = false
			h := c.text.Tokens[i].Hash
			if l := c.byHead[h]; len(l) == 0 || l[len(l)-1] != e {
				c.byHead[h] = append(l, e)
			}
		}
	}
	if !honorific && c.Entities[e].Role == "" {
		c.Entities[e].Role = c.roleOf(r)
	}
}

// roleOf is a title as it stands within a sentence: "the judge" also where it began one.
func (c *clusterer) roleOf(r token.Range) string {
	s := c.textOf(r)
	if first, rest, more := strings.Cut(s, " "); more && c.f.can(r.First, grammar.Det|grammar.Poss) && !c.text.Tokens[r.First].Has(token.Upper) {
		return strings.ToLower(first) + " " + rest
	}
	return s
}

func (c *clusterer) sexOfTitle(b *Block) byte {
	for _, i := range []int{b.Tokens.First - 1, b.Title.First} {
		if i < 0 || i >= len(c.f.kinds) || i >= b.Tokens.First {
			continue
		}
		switch {
		case c.f.is(i, isMale) && !c.f.is(i, isFemale):
			return 'm'
		case c.f.is(i, isFemale) && !c.f.is(i, isMale):
			return 'f'
		}
	}
	return 0
}

// other gives organisations and nameless roles one entity per wording.
func (c *clusterer) other(i int) {
	b := &c.Blocks[i]
	first := b.Tokens.First
	for first < b.Tokens.Last-1 && c.f.can(first, grammar.Det) {
		first++
	}
	text := c.textOf(token.Range{First: first, Last: b.Tokens.Last})
	key := string('0'+byte(b.Kind)) + strings.ToLower(text)
	e, ok := c.byText[key]
	if !ok {
		e = c.create(b.Kind, text, "", "")
		c.byText[key] = e
		head := b.Tokens.Last - 1
		c.Entities[e].Plural = c.f.is(head, isRoles) && !c.f.is(head, isRole)
		switch {
		case c.f.is(head, isMale) && !c.f.is(head, isFemale):
			c.Entities[e].Gender = 'm'
		case c.f.is(head, isFemale):
			c.Entities[e].Gender = 'f'
		}
		if b.Kind == Role {
			c.Entities[e].Role = text
		}
		c.acronym(i, e)
	}
	c.join(i, e)
}

// acronym notes the short form in brackets: "Institute for the Study of War (ISW)".
func (c *clusterer) acronym(i, e int) {
	j := c.Blocks[i].Tokens.Last
	if c.Blocks[i].Kind != Organisation || !c.f.mark(j, '(') || !c.f.capital(j+1) || !c.f.mark(j+2, ')') || !c.text.Tokens[j+1].Has(token.Upper) {
		return
	}
	short := c.text.Word(j + 1)
	c.people[e].alias(short)
	c.byText[string('0'+byte(Organisation))+strings.ToLower(short)] = e
}

// descriptions reads what is set off by commas beside a name: "Ann Smith, the mayor of Leeds," and "Ukraine's army
// commander-in-chief, Anna Berg,".
func (c *clusterer) descriptions() {
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != Person || b.Entity < 0 {
			continue
		}
		if i+1 < len(c.Blocks) && c.f.mark(b.Tokens.Last, ',') && c.Blocks[i+1].Kind == Role && c.Blocks[i+1].Tokens.First == b.Tokens.Last+1 &&
			!c.f.Is(b.Tokens.Last+1, "whose") {
			end := c.Blocks[i+1].Tokens.Last
			for k := end; k < end+12 && k < len(c.text.Tokens); k++ {
				if t := c.text.Tokens[k]; t.Kind == token.Punct && !c.f.hyphen(k) || t.Kind == token.Quote {
					if c.f.mark(k, ',') || c.f.mark(k, '.') {
						end = k
					}
					break
				}
				if c.f.can(k, grammar.Finite|grammar.Aux) {
					break
				}
			}
			c.describe(b.Entity, token.Range{First: b.Tokens.Last + 1, Last: end})
		}
		start := b.Tokens.First
		if b.Title.First < b.Title.Last {
			start = b.Title.First
		}
		if k := c.roleBefore(i, start-1); k >= 0 {
			c.describe(b.Entity, c.Blocks[k].Tokens)
			if b.Title.First >= b.Title.Last {
				b.Title = c.Blocks[k].Tokens
			}
			c.apposed[k] = b.Entity
		}
	}
}

// roleBefore gives the block of the role that stands before the comma at token i and describes the person of block k: "the
// mayor, Ann Smith,", "The head of the port, Ann Smith,"; -1 if there is none.
func (c *clusterer) roleBefore(k, i int) int {
	end := c.Blocks[k].Tokens.Last
	if i < 1 || !c.f.mark(i, ',') || !c.f.mark(end, ',') && !c.f.mark(end, '.') {
		return -1
	}
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		r := &c.Blocks[j]
		if r.Kind != Role {
			continue
		}
		if r.Tokens.Last > i || i-r.Tokens.Last > maxOffice || c.f.is(r.Tokens.Last-1, isRoles) || r.Tokens.Last < i && !c.f.Is(r.Tokens.Last, "of") && !c.f.Is(r.Tokens.Last, "for") && !c.f.Is(r.Tokens.Last, "at") {
			return -1
		}
		for t := r.Tokens.Last; t < i; t++ {
			if !c.f.word(t) && !c.f.hyphen(t) || c.f.can(t, grammar.Finite|grammar.Aux) && !c.f.capital(t) {
				return -1
			}
		}
		return j
	}
	return -1
}

// maxOffice bounds the tokens between a role and the comma after what it belongs to: "head of the port of Oldport,".
const maxOffice = 9

// role finds who a definite role stands for: "the Russian president" is the person introduced with that title.
func (c *clusterer) role(i int) {
	b := &c.Blocks[i]
	if b.Entity >= 0 {
		return
	}
	if e, ok := c.apposed[i]; ok {
		c.join(i, e)
		return
	}
	if i+1 < len(c.Blocks) && c.Blocks[i+1].Kind == Person && c.Blocks[i+1].Title == b.Tokens && c.Blocks[i+1].Entity >= 0 {
		c.join(i, c.Blocks[i+1].Entity) // "said the mayor, Ann Smith."
		return
	}
	head := b.Tokens.Last - 1
	for head > b.Tokens.First && (c.f.hyphen(head-1) && c.f.joined(head)) {
		head -= 2
	}
	head = max(head, b.Tokens.First)
	definite := c.text.Is(b.Tokens.First, "the") || c.f.can(b.Tokens.First, grammar.Poss) || c.text.Is(b.Tokens.First, "this")
	for k := b.Tokens.First; k < b.Tokens.Last; k++ {
		if c.text.Tokens[k].Kind == token.Clitic {
			definite = true
		}
	}
	if definite && c.f.is(head, isRole) {
		if e := c.titled(i, head); e >= 0 {
			c.join(i, e)
			return
		}
	}
	c.other(i)
}

// leaders are words for whoever stands at the top, whatever the title is.
var leaders = token.SetOf("leader", "head", "chief")

var tops = []uint32{token.HashOf("president"), token.HashOf("minister"), token.HashOf("chancellor"), token.HashOf("premier"), token.HashOf("leader"), token.HashOf("chief"),
	token.HashOf("king"), token.HashOf("general")}

// titled gives the person whose titles hold the head and the other words of a role, the one named last before it.
func (c *clusterer) titled(i, head int) int {
	b := &c.Blocks[i]
	h := c.text.Tokens[head].Hash
	lists := [][]int{c.byHead[h]}
	if leaders.Has(h) {
		for _, t := range tops {
			lists = append(lists, c.byHead[t])
		}
	}
	best, bestBlock, bestHit := -1, -1, -1
	for _, l := range lists {
		l = l[max(0, len(l)-maxNamesakes):]
		for _, e := range l {
			hit, ok := c.fits(e, b.Tokens, head)
			if !ok {
				continue
			}
			at := c.mentionBefore(e, i)
			if at < 0 && hit == 0 {
				continue
			}
			if hit > bestHit || hit == bestHit && at > bestBlock {
				best, bestBlock, bestHit = e, at, hit
			}
		}
	}
	return best
}

// mentionBefore gives the last block of e before block i; -1 if none.
func (c *clusterer) mentionBefore(e, i int) int {
	bl := c.Entities[e].Blocks
	k := sort.SearchInts(bl, i)
	if k == 0 {
		return -1
	}
	return bl[k-1]
}

// fits counts the words of a role that a title of e holds too; every word that names something must be there.
func (c *clusterer) fits(e int, r token.Range, head int) (hits int, ok bool) {
	p := &c.people[e]
	for ; p.stemmed < len(p.titles); p.stemmed++ {
		t := p.titles[p.stemmed]
		for k := t.First; k < t.Last; k++ {
			if c.f.word(k) {
				p.stems = append(p.stems, stem(c.text.Word(k)))
			}
		}
	}
	for k := r.First; k < r.Last; k++ {
		if k == head || !c.f.word(k) || c.f.can(k, grammar.Det|grammar.Poss) {
			continue
		}
		s := stem(c.text.Word(k))
		switch {
		case slices.Contains(p.stems, s):
			hits++
		default:
			return 0, false
		}
	}
	return hits, true
}

// stem cuts a word so that "Russia", "Russian" and the Kremlin meet.
func stem(w string) string {
	w = fold(w)
	if s, ok := seats[w]; ok {
		return s
	}
	if len(w) > 5 {
		return w[:5]
	}
	return w
}

// seats are names for a state by its seat of power, and states whose adjective looks different.
var seats = map[string]string{"kremlin": "rusia", "rusian": "rusia", "american": "us", "uk": "briti", "britain": "briti", "united": "us", "france": "frenc", "germani": "germa",
	"china": "chine", "spain": "spani", "poland": "polis", "turkei": "turki", "white": "us", "kiiv": "ukrai", "moscow": "rusia", "washington": "us", "beijing": "chine"}

// oneLine makes all white space single spaces.
func oneLine(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == 0xc2 || c == 0xe2 || c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// finish sorts the aliases and fills what is shown.
func (c *clusterer) finish() {
	for e := range c.Entities {
		ent := &c.Entities[e]
		ent.Aliases = make([]string, 0, len(c.people[e].aliases)+1)
		for _, a := range c.people[e].aliases {
			ent.Aliases = append(ent.Aliases, oneLine(a))
		}
		ent.Name = oneLine(ent.Name)
		ent.Aliases = append(ent.Aliases, ent.Name)
		sort.Strings(ent.Aliases)
		ent.Aliases = slices.Compact(ent.Aliases)
		sort.Ints(ent.Blocks)
	}
}

// Package name finds who is named in a text: people, organisations and the roles they are called by. It joins the
// forms of one name ("Oleksandr Hrynskyi", "Hrynsky", "the president") to one Entity, and says who "he" is.
//
//	names := name.Find(token.Split(text), zones)
//
// It does not know places: "Kyiv" as a speaker is handed to reading/quotation by the finder of toponyms. Nothing here
// joins articles; Same is the rule that reading/assemble does it with.
package name

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Kind is what a block names.
type Kind uint8

// The kinds of block.
const (
	Person       Kind = iota // "Anna Berg", "Mr Smith"
	Organisation             // "the Ministry of Defence", "NATO", "Leeds United FC"
	Role                     // "the Russian president", "officials", "a spokesperson"
)

// Block is one mention of a person, organisation or role.
type Block struct {
	Tokens token.Range // the name alone for a person ("Anna Berg"); the whole phrase for organisations and roles
	Title  token.Range // the role words right before or, set off by commas, after a person's name; empty if none
	Kind   Kind
	Entity int     // index into Names.Entities; -1 none
	P      float64 // probability that this is a name of that kind
	Plain  bool    // a description in small letters, "the Ontario government": place names inside keep their own meaning
}

// Entity is one identity within the document: every block that names it.
type Entity struct {
	Name    string // the fullest form, without honorifics: "Oleksandr Hrynskyi"
	Kind    Kind
	Aliases []string // every form found, sorted, Name included
	Role    string   // as the article words it: "Ukraine's army commander-in-chief"; "" if none
	Gender  byte     // 'm', 'f' or 0
	Plural  bool     // "officials", "analysts"
	Blocks  []int    // indices into Names.Blocks
}

// Names is all that Find found, in order of the text.
type Names struct {
	Blocks   []Block
	Entities []Entity
	text     *token.Text
	class    []grammar.Class
	kinds    []kindOf
	at       []int32 // per token: its block, counted from 1; 0 for none. Nil where blocks overlap
}

// index fills at.
func (n *Names) index() {
	for i := range n.Blocks {
		if r := n.Blocks[i].Tokens; r.Last <= r.First || i > 0 && r.First < n.Blocks[i-1].Tokens.Last {
			return
		}
	}
	n.at = make([]int32, len(n.text.Tokens))
	for i := range n.Blocks {
		for k := n.Blocks[i].Tokens.First; k < n.Blocks[i].Tokens.Last; k++ {
			n.at[k] = int32(i + 1)
		}
	}
}

// At gives the index of the block that holds token i; -1 if there is none.
func (n *Names) At(i int) int {
	if uint(i) < uint(len(n.at)) {
		return int(n.at[i]) - 1
	}
	lo, hi := 0, len(n.Blocks)
	for lo < hi {
		mid := (lo + hi) / 2
		if n.Blocks[mid].Tokens.Last <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(n.Blocks) && n.Blocks[lo].Tokens.First <= i {
		return lo
	}
	return -1
}

// People gives the people named, in order of their first mention. Names that only boilerplate has are among them.
func (n *Names) People() []story.Person {
	var out []story.Person
	for _, e := range n.order() {
		ent := &n.Entities[e]
		if ent.Kind != Person {
			continue
		}
		p := story.Person{Name: ent.Name, Aliases: ent.Aliases}
		for _, b := range ent.Blocks {
			if n.Blocks[b].Kind == Person {
				p.Spans = append(p.Spans, n.Span(b))
			}
		}
		out = append(out, p)
	}
	return out
}

// order gives the entities by their first mention.
func (n *Names) order() []int {
	var out []int
	seen := make([]bool, len(n.Entities))
	for i := range n.Blocks {
		if e := n.Blocks[i].Entity; e >= 0 && !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	return out
}

// Span gives the bytes of block i, without its title.
func (n *Names) Span(i int) story.Span {
	a, b := n.text.Bytes(n.Blocks[i].Tokens)
	return story.Span{Start: a, End: b}
}

// Classes gives what each token can be, as grammar.Classes does. Shared: not to be changed.
func (n *Names) Classes() []grammar.Class { return n.class }

// Role reports whether token i is a word for what a person is or is called by: "moderator", "Senator", "Mr".
func (n *Names) Role(i int) bool {
	return i >= 0 && i < len(n.kinds) && n.kinds[i]&(isRole|isRoles|isTitle) != 0
}

// Given reports whether token i is a given name that is no common word.
func (n *Names) Given(i int) bool {
	if i < 0 || i >= len(n.kinds) || n.kinds[i]&(isWordName|isPlaceName|isOrgWord) != 0 {
		return false
	}
	_, ok := givenSex(n.text.Tokens[i].Hash)
	return ok
}

// Surnames gives the hashes of the last words of the people's names that stand in mixed case.
func (n *Names) Surnames() map[uint32]bool {
	out := map[uint32]bool{}
	for _, b := range n.Blocks {
		if t := n.text.Tokens[b.Tokens.Last-1]; b.Kind == Person && !t.Has(token.Upper) {
			out[t.Hash] = true
		}
	}
	return out
}

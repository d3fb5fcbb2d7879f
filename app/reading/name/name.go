// Package name finds who is named in a text: people, organisations and the roles they are called by. It joins the
// forms of one name ("Volodymyr Zelenskyy", "Zelensky", "the Ukrainian president") to one Entity, and says who "he" is.
//
//	names := name.Find(token.Split(text), zones)
//
// It does not know places: "Kyiv" as a speaker is handed to reading/quotation by the finder of toponyms. Nothing here
// joins articles; Same is the rule that reading/assemble does it with.
package name

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Kind is what a block names.
type Kind uint8

// The kinds of block.
const (
	Person       Kind = iota // "Oleksandr Syrskyi", "Mr Smith"
	Organisation             // "the Ministry of Defence", "NATO", "Leeds United FC"
	Role                     // "the Russian president", "officials", "a spokesperson"
)

// Block is one mention of a person, organisation or role.
type Block struct {
	Tokens token.Range // the name alone for a person ("Donald Trump"); the whole phrase for organisations and roles
	Title  token.Range // the role words right before or, set off by commas, after a person's name; empty if none
	Kind   Kind
	Entity int     // index into Names.Entities; -1 none
	P      float64 // probability that this is a name of that kind
}

// Entity is one identity within the document: every block that names it.
type Entity struct {
	Name    string // the fullest form, without honorifics: "Volodymyr Zelenskyy"
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
}

// At gives the index of the block that holds token i; -1 if there is none.
func (n *Names) At(i int) int {
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

// People gives the people named, in order of their first mention.
func (n *Names) People() []story.Person { return nil }

// Find finds the names of t. Names in zones of boilerplate are found too, but do not name anybody elsewhere.
func Find(t *token.Text, zones []story.Zone) *Names { return &Names{text: t} }

// Same reports whether two full names or forms of a name may be one identity: "Volodymyr Zelenskyy" and "Zelensky".
func Same(a, b string) bool { return a == b }

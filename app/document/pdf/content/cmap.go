package content

import (
	"strings"
	"unicode/utf16"

	"dateline/app/document/pdf/object"
)

const (
	maxMapped = 100_000 // codes of one table
	maxRange  = 65_536  // codes of one row of a table
)

// cmap is a table of codes: how long they are, and which letters or glyph numbers they mean.
type cmap struct {
	spaces []codeSpace
	text   map[uint32]string
	cids   map[uint32]int
	ranges []cidRange
}

// codeSpace is codes of one length.
type codeSpace struct {
	bytes    int
	from, to uint32
}

// cidRange numbers glyphs by their codes one after another.
type cidRange struct {
	from, to uint32
	cid      int
}

func code(s object.String) uint32 {
	var n uint32
	for i := 0; i < len(s) && i < 4; i++ {
		n = n<<8 | uint32(s[i])
	}
	return n
}

// parseCMap reads a table. What is damaged in it is left out.
func parseCMap(data []byte) *cmap {
	c := &cmap{text: map[uint32]string{}, cids: map[uint32]int{}}
	p := object.Parser{Data: data}
	var args []any
	for {
		v, ok := p.Next()
		if !ok {
			return c
		}
		word, isWord := v.(object.Keyword)
		if !isWord {
			if len(args) < 3*maxMapped {
				args = append(args, v)
			}
			continue
		}
		c.add(word, args)
		args = args[:0]
	}
}

// add takes the rows of one block of the table.
func (c *cmap) add(word object.Keyword, args []any) {
	switch word {
	case "endcodespacerange":
		for ; len(args) >= 2; args = args[2:] {
			from, ok1 := args[0].(object.String)
			to, ok2 := args[1].(object.String)
			if ok1 && ok2 && len(from) > 0 && len(from) <= 4 && len(c.spaces) < 64 {
				c.spaces = append(c.spaces, codeSpace{len(from), code(from), code(to)})
			}
		}
	case "endbfchar":
		for ; len(args) >= 2; args = args[2:] {
			from, ok1 := args[0].(object.String)
			to, ok2 := args[1].(object.String)
			if ok1 && ok2 && len(c.text) < maxMapped {
				c.text[code(from)] = unicodeOf(to)
			}
		}
	case "endbfrange":
		for ; len(args) >= 3; args = args[3:] {
			c.textRange(args[0], args[1], args[2])
		}
	case "endcidchar":
		for ; len(args) >= 2; args = args[2:] {
			from, ok1 := args[0].(object.String)
			cid, ok2 := args[1].(int)
			if ok1 && ok2 && len(c.cids) < maxMapped {
				c.cids[code(from)] = cid
			}
		}
	case "endcidrange":
		for ; len(args) >= 3; args = args[3:] {
			from, ok1 := args[0].(object.String)
			to, ok2 := args[1].(object.String)
			cid, ok3 := args[2].(int)
			if ok1 && ok2 && ok3 && len(c.ranges) < 1000 {
				c.ranges = append(c.ranges, cidRange{code(from), code(to), cid})
			}
		}
	}
}

func (c *cmap) textRange(a, b, to any) {
	first, ok1 := a.(object.String)
	last, ok2 := b.(object.String)
	if !ok1 || !ok2 {
		return
	}
	from, until := code(first), code(last)
	if until < from {
		return
	}
	n := min(until-from, maxRange-1) + 1
	switch to := to.(type) {
	case object.String:
		units := []byte(to)
		for i := range n {
			if len(c.text) >= maxMapped {
				return
			}
			c.text[from+i] = unicodeOf(object.String(units))
			for k := len(units) - 1; k >= 0; k-- { // the next letter
				units[k]++
				if units[k] != 0 {
					break
				}
			}
		}
	case object.Array:
		for i, v := range to[:min(len(to), int(n))] {
			if s, ok := v.(object.String); ok && len(c.text) < maxMapped {
				c.text[from+uint32(i)] = unicodeOf(s)
			}
		}
	}
}

// mostUnits bounds the letters of one glyph.
const mostUnits = 64

// unicodeOf decodes letters in UTF-16, the big end first.
func unicodeOf(s object.String) string {
	if len(s) == 1 {
		return clean(string(rune(s[0])))
	}
	units := make([]uint16, 0, 4)
	for i := 0; i+1 < len(s) && len(units) < mostUnits; i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return clean(string(utf16.Decode(units)))
}

// next cuts the first code off s: as long as the code spaces say, two bytes where they say nothing.
func (c *cmap) next(s string) (n uint32, size int) {
	if c == nil || len(c.spaces) == 0 {
		return code(object.String(s[:min(2, len(s))])), min(2, len(s))
	}
	shortest := 4
	for size := 1; size <= 4 && size <= len(s); size++ {
		n := code(object.String(s[:size]))
		for _, space := range c.spaces {
			if space.bytes == size && n >= space.from && n <= space.to {
				return n, size
			}
		}
	}
	for _, space := range c.spaces {
		shortest = min(shortest, space.bytes)
	}
	shortest = min(shortest, len(s))
	return code(object.String(s[:shortest])), shortest
}

// cid is the number of the glyph that a code means.
func (c *cmap) cid(n uint32) int {
	if cid, ok := c.cids[n]; ok {
		return cid
	}
	for _, r := range c.ranges {
		if n >= r.from && n <= r.to {
			return r.cid + int(n-r.from)
		}
	}
	return int(n)
}

// clean takes letters apart that are painted as one (ﬁ), and drops what is no letter: control characters, and codes that
// only one font knows.
func clean(s string) string {
	plain := true
	for _, r := range s {
		if r < ' ' || r > '~' {
			plain = false
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			b.WriteByte(' ')
		case r < ' ' || r == 0x7f || r == 0xfffd || r == 0xfeff || r == 0xffff:
		case r >= 0xf020 && r <= 0xf0ff: // fonts of signs: their own code, moved here
			b.WriteString(symbols[byte(r)])
		case r >= 0xe000 && r <= 0xf8ff:
		case r >= 0xfb00 && r <= 0xfdff, r >= 0xfe70 && r <= 0xfeff:
			b.WriteString(apart(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

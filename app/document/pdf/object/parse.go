package object

import (
	"bytes"
	"math"
	"strconv"
)

const maxDepth = 64 // arrays and dictionaries in one another: what lies deeper is passed over

// Parser reads values and keywords one after another. The bytes are not copied; do not change them.
type Parser struct {
	Data []byte
	At   int
	left *int // values that may still be read
}

// end is what closes an array or a dictionary.
type end byte

// Next gives the next value or Keyword; false at the end.
func (p *Parser) Next() (any, bool) {
	for {
		v, ok := p.next(0)
		if _, stray := v.(end); stray && ok {
			continue
		}
		return v, ok
	}
}

func (p *Parser) next(depth int) (any, bool) {
	p.space()
	if p.At >= len(p.Data) {
		return nil, false
	}
	if p.left != nil {
		if *p.left--; *p.left < 0 {
			p.At = len(p.Data)
			return nil, false
		}
	}
	switch c := p.Data[p.At]; c {
	case '/':
		return p.name(), true
	case '(':
		return p.literal(), true
	case '<':
		if p.At+1 < len(p.Data) && p.Data[p.At+1] == '<' {
			p.At += 2
			return p.dict(depth), true
		}
		return p.hex(), true
	case '[':
		p.At++
		if depth >= maxDepth {
			p.skip()
			return nil, true
		}
		return Array(p.list(']', depth)), true
	case '>':
		p.At++
		if p.At < len(p.Data) && p.Data[p.At] == '>' {
			p.At++
		}
		return end('>'), true
	case ']', '{', '}', ')':
		p.At++
		return end(c), true
	}
	return p.word(), true
}

// skip passes over the rest of an array that lies too deep, and all that lies in it.
func (p *Parser) skip() {
	for open := 1; open > 0 && p.At < len(p.Data); {
		switch c := p.Data[p.At]; {
		case c == '(':
			p.literal()
			continue
		case c == '[':
			open++
		case c == ']':
			open--
		}
		p.At++
	}
}

// list gives the values up to a closing mark. A reference is three values in the file and becomes one.
func (p *Parser) list(closing byte, depth int) []any {
	var out []any
	for {
		before := p.At
		v, ok := p.next(depth + 1)
		if !ok {
			return out
		}
		switch v := v.(type) {
		case end:
			if byte(v) == closing {
				return out
			}
		case Keyword:
			switch v {
			case "R":
				out = joined(out)
			case "null":
				out = append(out, nil)
			case "endobj", "stream", "endstream", "TJ", "Tj":
				p.At = before // it was never closed
				return out
			}
		default:
			out = append(out, v)
		}
	}
}

func joined(out []any) []any {
	n := len(out)
	if n < 2 {
		return out
	}
	num, ok1 := out[n-2].(int)
	gen, ok2 := out[n-1].(int)
	if !ok1 || !ok2 {
		return out
	}
	return append(out[:n-2], Ref{num, gen})
}

func (p *Parser) dict(depth int) any {
	if depth >= maxDepth {
		p.skipDict()
		return nil
	}
	list := p.list('>', depth)
	d := Dict{}
	for i := 0; i < len(list); {
		key, ok := list[i].(Name)
		if !ok || i+1 >= len(list) {
			i++
			continue
		}
		d[key] = list[i+1]
		i += 2
	}
	return d
}

// skipDict passes over the rest of a dictionary that lies too deep.
func (p *Parser) skipDict() {
	for open := 1; open > 0 && p.At < len(p.Data); {
		rest := p.Data[p.At:]
		switch {
		case rest[0] == '(':
			p.literal()
		case bytes.HasPrefix(rest, []byte("<<")):
			open++
			p.At += 2
		case bytes.HasPrefix(rest, []byte(">>")):
			open--
			p.At += 2
		default:
			p.At++
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// space passes over white space and comments.
func (p *Parser) space() {
	for p.At < len(p.Data) {
		switch c := p.Data[p.At]; {
		case isSpace(c):
			p.At++
		case c == '%':
			for p.At < len(p.Data) && p.Data[p.At] != '\n' && p.Data[p.At] != '\r' {
				p.At++
			}
		default:
			return
		}
	}
}

func (p *Parser) name() Name {
	p.At++
	start, plain := p.At, true
	for p.At < len(p.Data) && !isSpace(p.Data[p.At]) && !isDelimiter(p.Data[p.At]) {
		plain = plain && p.Data[p.At] != '#'
		p.At++
	}
	raw := p.Data[start:p.At]
	if plain {
		return Name(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && digit(raw[i+1]) >= 0 && digit(raw[i+2]) >= 0 {
			out = append(out, byte(digit(raw[i+1])<<4|digit(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return Name(out)
}

// digit is the value of a hexadecimal digit; -1 if it is none.
func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (p *Parser) hex() String {
	p.At++
	var out []byte
	half := -1
	for p.At < len(p.Data) {
		c := p.Data[p.At]
		p.At++
		if c == '>' {
			break
		}
		d := digit(c)
		switch {
		case d < 0:
		case half < 0:
			half = d
		default:
			out = append(out, byte(half<<4|d))
			half = -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return String(out)
}

// literal reads a string in brackets, which may hold brackets in pairs.
func (p *Parser) literal() String {
	p.At++
	var out []byte
	for open := 1; p.At < len(p.Data); {
		c := p.Data[p.At]
		p.At++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return String(out)
			}
		case '\\':
			out = p.escaped(out)
			continue
		}
		out = append(out, c)
	}
	return String(out)
}

func (p *Parser) escaped(out []byte) []byte {
	if p.At >= len(p.Data) {
		return out
	}
	c := p.Data[p.At]
	p.At++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if p.At < len(p.Data) && p.Data[p.At] == '\n' {
			p.At++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := int(c - '0')
	for range 2 {
		if p.At < len(p.Data) && p.Data[p.At] >= '0' && p.Data[p.At] <= '7' {
			n = n<<3 | int(p.Data[p.At]-'0')
			p.At++
		}
	}
	return append(out, byte(n))
}

// word reads a number or a keyword.
func (p *Parser) word() any {
	start := p.At
	for p.At < len(p.Data) && !isSpace(p.Data[p.At]) && !isDelimiter(p.Data[p.At]) {
		p.At++
	}
	w := p.Data[start:p.At]
	if c := w[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		if v, ok := number(w); ok {
			return v
		}
	}
	switch s := string(w); s {
	case "true":
		return true
	case "false":
		return false
	default:
		return Keyword(s)
	}
}

// number reads the numbers that programs write, with a few faults that all readers forgive: "--5", "1.-3".
func number(w []byte) (any, bool) {
	minus, whole := false, true
	for len(w) > 0 && (w[0] == '-' || w[0] == '+') {
		minus = minus || w[0] == '-'
		w = w[1:]
	}
	if i := bytes.IndexByte(w, '-'); i > 0 {
		w = w[:i]
	}
	n := 0
	for _, c := range w {
		switch {
		case c >= '0' && c <= '9':
			n = min(n*10+int(c-'0'), math.MaxInt32)
		case c == '.':
			whole = false
		default:
			return nil, false
		}
	}
	if whole {
		if minus {
			n = -n
		}
		return n, len(w) > 0
	}
	f, err := strconv.ParseFloat(string(w), 64)
	if err != nil && len(w) > 1 {
		return nil, false
	}
	if minus {
		f = -f
	}
	return f, true
}

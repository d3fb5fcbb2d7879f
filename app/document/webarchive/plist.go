package webarchive

import (
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

// list is a binary property list: objects that name one another by numbers, and a table of where each lies. Only what is
// asked for is read.
type list struct {
	data    []byte
	table   []byte // where the objects lie
	offset  int    // bytes of a place in the table
	refSize int    // bytes of the number of an object
	root    int
}

var errList = errors.New("webarchive: no property list")

const (
	tailBytes = 32 // what says how the file is made stands at its end
	none      = -1 // no object
)

func openList(b []byte) (*list, error) {
	if len(b) < len(magic)+tailBytes {
		return nil, errList
	}
	tail := b[len(b)-tailBytes:]
	l := &list{data: b[:len(b)-tailBytes], offset: int(tail[6]), refSize: int(tail[7])}
	many, root, start := binary.BigEndian.Uint64(tail[8:]), binary.BigEndian.Uint64(tail[16:]), binary.BigEndian.Uint64(tail[24:])
	size := uint64(len(l.data))
	if l.offset < 1 || l.offset > 8 || l.refSize < 1 || l.refSize > 8 || start > size || many > (size-start)/uint64(l.offset) || root >= many {
		return nil, errList
	}
	l.table = l.data[start : start+many*uint64(l.offset)]
	l.root = int(root)
	return l, nil
}

// number reads a number of some bytes, the big end first.
func number(b []byte) uint64 {
	var n uint64
	for _, c := range b {
		n = n<<8 | uint64(c)
	}
	return n
}

// object gives the kind of an object, how many things it holds, and the bytes from there on.
func (l *list) object(ref int) (kind byte, many int, rest []byte) {
	if ref < 0 || ref >= len(l.table) || (ref+1)*l.offset > len(l.table) {
		return 0, 0, nil
	}
	at := number(l.table[ref*l.offset : (ref+1)*l.offset])
	if at >= uint64(len(l.data)) {
		return 0, 0, nil
	}
	rest = l.data[at:]
	kind, many = rest[0]>>4, int(rest[0]&15)
	rest = rest[1:]
	if many == 15 { // the number follows as an object of its own
		if len(rest) == 0 || rest[0]>>4 != 1 {
			return 0, 0, nil
		}
		n := 1 << (rest[0] & 15)
		if n > 8 || len(rest) < 1+n {
			return 0, 0, nil
		}
		size := number(rest[1 : 1+n])
		if size > uint64(len(l.data)) {
			return 0, 0, nil
		}
		many, rest = int(size), rest[1+n:]
	}
	return kind, many, rest
}

// get is the value of a key in a dictionary; none if there is no such key.
func (l *list) get(ref int, key string) int {
	kind, many, rest := l.object(ref)
	if kind != 0xd || len(rest)/(2*l.refSize) < many {
		return none
	}
	for i := range many {
		if s, ok := l.text(int(number(rest[i*l.refSize : (i+1)*l.refSize]))); ok && s == key {
			value := rest[(many+i)*l.refSize:]
			return int(number(value[:l.refSize]))
		}
	}
	return none
}

func (l *list) bytes(ref int) ([]byte, bool) {
	kind, many, rest := l.object(ref)
	if kind != 4 || many > len(rest) {
		return nil, false
	}
	return rest[:many], true
}

// text is a string: of ASCII, or of UTF-16.
func (l *list) text(ref int) (string, bool) {
	kind, many, rest := l.object(ref)
	switch {
	case kind == 5 && many <= len(rest):
		return string(rest[:many]), true
	case kind == 6 && many <= len(rest)/2:
		units := make([]uint16, many)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(rest[2*i:])
		}
		return string(utf16.Decode(units)), true
	}
	return "", false
}

package object

import "bytes"

// entry is where an object lies: in the file, or in a stream of objects.
type entry struct {
	at     int // the byte after "obj", or in the unpacked stream
	gen    int
	stream int // the number of the stream of objects; 0 for the file itself
	body   int // where the bytes of its own stream begin; 0 if it has none
	end    int // where they end
}

const (
	maxObjects = 1_000_000
	nearBytes  = 4096 // how far before "stream" its dictionary is looked at while the file is walked
)

// walker goes through the file once and notes where the objects lie.
type walker struct {
	data     []byte
	at       map[int]entry // a later object of the same number wins
	packs    []int         // the numbers of streams of objects, in the order of the file
	tables   []int         // the numbers of streams that are tables and hold what a trailer holds
	streamAt int           // the next "stream" from where we are; len(data) if there is none
	endless  bool          // there is no "endstream" from here on
}

func walk(data []byte) *walker {
	w := &walker{data: data, at: map[int]entry{}, streamAt: -1}
	num, gen, start := 0, 0, 0 // the object that is open
	for pos := 0; len(w.at) < maxObjects; {
		next := find(data, pos, "obj")
		if s := w.nextStream(pos); num > 0 && s < next {
			pos = w.stream(num, gen, start, s)
			num = 0
			continue
		}
		if next >= len(data) {
			break
		}
		pos = next + len("obj")
		n, g, ok := before(data[:next])
		if !ok {
			num = 0 // endobj
			continue
		}
		num, gen, start = n, g, pos
		w.at[num] = entry{at: start, gen: gen}
	}
	return w
}

// find is the place of a word from pos on; the end if there is none.
func find(data []byte, pos int, word string) int {
	if i := bytes.Index(data[pos:], []byte(word)); i >= 0 {
		return pos + i
	}
	return len(data)
}

// nextStream is where the next "stream" begins, from pos on.
func (w *walker) nextStream(pos int) int {
	for w.streamAt < pos {
		w.streamAt = find(w.data, pos, "stream")
		if w.streamAt >= 3 && w.streamAt < len(w.data) && string(w.data[w.streamAt-3:w.streamAt]) == "end" {
			pos, w.streamAt = w.streamAt+1, -1
		}
	}
	return w.streamAt
}

// before reads the "12 0 " in front of an "obj".
func before(head []byte) (num, gen int, ok bool) {
	i := len(head)
	if gen, i, ok = backNumber(head, i); !ok {
		return 0, 0, false
	}
	num, _, ok = backNumber(head, i)
	return num, gen, ok && num > 0
}

// backNumber reads a number that ends before i, with white space after it.
func backNumber(b []byte, i int) (n, start int, ok bool) {
	for i > 0 && isSpace(b[i-1]) {
		i--
	}
	unit := 1
	for start = i; start > 0 && b[start-1] >= '0' && b[start-1] <= '9' && i-start < 9; start-- {
		n += int(b[start-1]-'0') * unit
		unit *= 10
	}
	return n, start, start < i
}

// stream notes the bytes of a stream and gives where the walk goes on.
func (w *walker) stream(num, gen, start, keyword int) (pos int) {
	body := keyword + len("stream")
	if body < len(w.data) && w.data[body] == '\r' {
		body++
	}
	if body < len(w.data) && w.data[body] == '\n' {
		body++
	}
	head := w.data[max(start, keyword-nearBytes):keyword]
	e := entry{at: start, gen: gen, body: body, end: len(w.data)}
	n, ok := declared(head)
	switch {
	case ok && body+n <= len(w.data) && ends(w.data[body+n:]):
		e.end, pos = body+n, body+n
	case w.endless:
		pos = body // what follows may hold objects all the same
	default:
		if e.end = find(w.data, body, "endstream"); e.end == len(w.data) {
			w.endless, pos = true, body
		} else {
			pos = e.end
		}
	}
	w.at[num] = e
	switch {
	case bytes.Contains(head, []byte("ObjStm")):
		w.packs = append(w.packs, num)
	case bytes.Contains(head, []byte("XRef")):
		w.tables = append(w.tables, num)
	}
	return pos
}

// declared is the /Length of a dictionary, where it is a number and not a reference.
func declared(head []byte) (int, bool) {
	i := bytes.LastIndex(head, []byte("/Length"))
	if i < 0 {
		return 0, false
	}
	p := Parser{Data: head, At: i + len("/Length")}
	v, _ := p.Next()
	n, ok := v.(int)
	if !ok || n < 0 {
		return 0, false
	}
	second, _ := p.Next()
	third, _ := p.Next()
	if _, ref := second.(int); ref && third == Keyword("R") {
		return 0, false
	}
	return n, true
}

// ends reports that "endstream" follows, after white space.
func ends(b []byte) bool {
	for i := 0; i < len(b) && i < 4; i++ {
		if !isSpace(b[i]) {
			return bytes.HasPrefix(b[i:], []byte("endstream"))
		}
	}
	return bytes.HasPrefix(b[min(len(b), 4):], []byte("endstream"))
}

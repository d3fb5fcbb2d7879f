package object

import (
	"bytes"
	"errors"
	"sort"
)

// What can be wrong with a file as a whole.
var (
	ErrPassword = errors.New("object: the file is protected by a password")
	ErrCipher   = errors.New("object: the file is protected in a way that is not known")
	ErrDamaged  = errors.New("object: the file holds no page")
)

const (
	maxValues   = 30_000_000 // values read from one file, again and again counted
	maxUnpacked = 256 << 20  // bytes that may be unpacked from one file
	maxKept     = 64 << 20   // bytes of streams of objects, which are kept
	maxCache    = 10_000     // objects kept as values
	maxSteps    = 20         // references that lead to references
	maxTrailers = 1000
)

// File is the objects of a PDF. It belongs to one reading and is used by one goroutine.
type File struct {
	data    []byte
	at      map[int]entry
	packs   map[int][]byte // the unpacked streams of objects
	cache   map[int]any
	open    map[int]bool // objects that are being read: one that needs itself is nothing
	trailer Dict
	cipher  *cipherOf
	values  int   // that may still be read
	left    int64 // bytes that may still be unpacked
	kept    int
}

// Open finds the objects. The password is the reader's or the owner's; files that anybody may open have an empty one.
func Open(data []byte, password string) (*File, error) {
	w := walk(data)
	f := &File{data: data, at: w.at, packs: map[int][]byte{}, cache: map[int]any{}, open: map[int]bool{}, trailer: Dict{}, values: maxValues, left: maxUnpacked}
	f.trailers(w.tables)
	if err := f.unlock(password); err != nil {
		return nil, err
	}
	clear(f.cache) // what was read before the key was known
	for _, num := range w.packs {
		f.unpack(num)
	}
	return f, nil
}

// trailers merges what all trailers say: of a file that was changed, the last one says it.
func (f *File) trailers(tables []int) {
	merge := func(d Dict) {
		for _, key := range []Name{"Root", "Encrypt", "Info", "ID"} {
			if v := d[key]; v != nil {
				f.trailer[key] = v
			}
		}
	}
	for _, num := range tables {
		if s, ok := f.object(num).(*Stream); ok {
			merge(s.Dict)
		}
	}
	pos := 0
	for range maxTrailers {
		if pos = find(f.data, pos, "trailer"); pos >= len(f.data) {
			return
		}
		pos += len("trailer")
		p := Parser{Data: f.data, At: pos, left: &f.values}
		if v, ok := p.Next(); ok {
			if d, ok := v.(Dict); ok {
				merge(d)
			}
		}
	}
}

// unpack notes the objects in a stream of objects. They yield to one of the same number that comes later in the file.
func (f *File) unpack(num int) {
	s, ok := f.object(num).(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		return
	}
	first, ok := Int(f.Resolve(s.Dict["First"]))
	data, err := f.Decode(s)
	if !ok || err != nil && len(data) == 0 || first < 0 || first > len(data) {
		return
	}
	if f.kept += len(data); f.kept > maxKept {
		return
	}
	f.packs[num] = data
	pack := f.at[num]
	p := Parser{Data: data[:first], left: &f.values}
	for len(f.at) < maxObjects {
		a, ok1 := p.Next()
		b, ok2 := p.Next()
		n, ok3 := a.(int)
		offset, ok4 := b.(int)
		if !ok1 || !ok2 || !ok3 || !ok4 {
			return
		}
		if offset < 0 || n <= 0 || first+offset > len(data) {
			continue
		}
		if had, ok := f.at[n]; ok && f.place(had) > pack.at {
			continue
		}
		f.at[n] = entry{at: first + offset, stream: num}
	}
}

// place is where in the file an object stands, be it packed or not.
func (f *File) place(e entry) int {
	if e.stream > 0 {
		return f.at[e.stream].at
	}
	return e.at
}

// Resolve follows references to the value that they mean; nil if there is none.
func (f *File) Resolve(v any) any {
	for range maxSteps {
		ref, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.object(ref.Num)
	}
	return nil
}

// Dict is v, or what it refers to, as a dictionary: also that of a stream. nil if it is none.
func (f *File) Dict(v any) Dict {
	switch v := f.Resolve(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array is v, or what it refers to, as a list; nil if it is none.
func (f *File) Array(v any) Array {
	a, _ := f.Resolve(v).(Array)
	return a
}

// object reads an object of the file.
func (f *File) object(num int) any {
	if v, ok := f.cache[num]; ok {
		return v
	}
	e, ok := f.at[num]
	if !ok || f.open[num] {
		return nil
	}
	f.open[num] = true
	defer delete(f.open, num)
	v := f.parse(num, e)
	if len(f.cache) >= maxCache {
		clear(f.cache)
	}
	f.cache[num] = v
	return v
}

func (f *File) parse(num int, e entry) any {
	p := Parser{Data: f.data, At: e.at, left: &f.values}
	if e.stream > 0 {
		p.Data = f.packs[e.stream]
	} else if e.body > 0 {
		p.Data = f.data[:e.body]
	}
	v, ok := p.Next()
	if !ok {
		return nil
	}
	if n, isInt := v.(int); isInt { // the whole object may be a reference
		at := p.At
		gen, _ := p.Next()
		mark, _ := p.Next()
		if g, ok := gen.(int); ok && mark == Keyword("R") {
			v = Ref{n, g}
		}
		p.At = at
	}
	if _, word := v.(Keyword); word {
		return nil
	}
	ref := Ref{num, e.gen}
	if e.stream == 0 && f.cipher != nil {
		v = f.cipher.stringsIn(v, ref)
	}
	if d, ok := v.(Dict); ok && e.body > 0 && e.stream == 0 {
		return &Stream{Dict: d, raw: f.body(d, e), Ref: ref}
	}
	return v
}

// body is the bytes of a stream: as many as a length says that stands elsewhere, if "endstream" follows there.
func (f *File) body(d Dict, e entry) []byte {
	if _, ref := d["Length"].(Ref); ref {
		if n, ok := f.Resolve(d["Length"]).(int); ok && n >= 0 && n <= len(f.data)-e.body && ends(f.data[e.body+n:]) {
			return f.data[e.body : e.body+n]
		}
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(f.data[e.body:e.end], []byte("\n")), []byte("\r"))
}

// numbers are the numbers of all objects, in order.
func (f *File) numbers() []int {
	out := make([]int, 0, len(f.at))
	for n := range f.at {
		out = append(out, n)
	}
	sort.Ints(out)
	return out
}

// Info is what the file says of itself: title, author, when it was made. It may be nil.
func (f *File) Info() Dict { return f.Dict(f.trailer["Info"]) }

// Root is the catalogue: where pages and descriptions are listed. It may be nil.
func (f *File) Root() Dict {
	if d := f.Dict(f.trailer["Root"]); d != nil && d["Pages"] != nil {
		return d
	}
	var last Dict
	for _, n := range f.numbers() {
		if d, ok := f.object(n).(Dict); ok && d["Type"] == Name("Catalog") {
			last = d
		}
	}
	return last
}

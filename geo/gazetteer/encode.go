package gazetteer

import (
	"cmp"
	"fmt"
	"hash/crc32"
	"math"
	"slices"

	"dateline/geo"
)

// Name is one name of an Entry.
type Name struct {
	Text  string
	Match Match
}

// Entry is one place as the generator hands it in. Of Place, AnchorName and Admin1Name are not
// stored, and Point to four decimals only; Anchor follows from AnchorID.
type Entry struct {
	geo.Place
	Names    []Name      // Place.Name is added as Primary
	AnchorID geo.PlaceID // the entry where the map marks this one, 0 for its own point
	Disputed bool
	Table    bool // a row of our own tables
}

type encoder struct {
	entries  []Entry
	rowOf    map[geo.PlaceID]Row
	strings  map[string]uint32
	pool     []byte
	country  map[string]int
	admin1   map[string]int
	admin2   map[string]int
	sections [sectionCount][]byte
	areas    int
	seed     uint64
}

// Encode writes the index of entries. word tells which folded names are also ordinary words. The same input in any order
// of names gives the same bytes. Duplicate ids, unknown anchors and more than 255 countries are errors.
func Encode(entries []Entry, word func(folded string) bool, note string) ([]byte, error) {
	e := &encoder{entries: slices.Clone(entries), rowOf: map[geo.PlaceID]Row{}, strings: map[string]uint32{},
		country: map[string]int{}, admin1: map[string]int{}, admin2: map[string]int{}}
	e.order()
	for i, en := range e.entries {
		if _, twice := e.rowOf[en.ID]; twice || en.ID == 0 {
			return nil, fmt.Errorf("gazetteer: id %d of %q is taken or zero", en.ID, en.Name)
		}
		e.rowOf[en.ID] = Row(i)
	}
	for _, step := range []func() error{e.rowNames, e.divisions, e.rows, func() error { return e.keys(word) }, e.grid} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	e.sections[secNames] = e.pool
	e.sections[secNote] = []byte(note)
	return e.file(), nil
}

func (e *encoder) area(en *Entry) bool { return en.AnchorID != 0 || en.SpanKM > 0 }

// order puts areas first, and each part by id.
func (e *encoder) order() {
	slices.SortStableFunc(e.entries, func(a, b Entry) int {
		ra, rb := 1, 1
		if e.area(&a) {
			ra = 0
		}
		if e.area(&b) {
			rb = 0
		}
		return cmp.Or(ra-rb, cmp.Compare(a.ID, b.ID))
	})
	for i := range e.entries {
		if e.area(&e.entries[i]) {
			e.areas++
		}
	}
}

func (e *encoder) str(s string) uint32 {
	if len(s) > 255 {
		s = s[:255]
	}
	if off, ok := e.strings[s]; ok {
		return off
	}
	off := uint32(len(e.pool))
	e.strings[s] = off
	e.pool = append(append(e.pool, byte(len(s))), s...)
	return off
}

func put24(b []byte, v uint32) []byte { return append(b, byte(v), byte(v>>8), byte(v>>16)) }
func put16(b []byte, v uint32) []byte { return append(b, byte(v), byte(v>>8)) }
func put32(b []byte, v uint32) []byte {
	return append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
}

// division is one sort of division: countries, admin1 or admin2. Divisions are numbered in the order of their keys, which
// are their codes parted by zero bytes; number 0 is none.
type division struct {
	number map[string]int
	keys   []string
	rows   map[string]Row // the entry of the division itself
	limit  int
	what   string // for the person who rebuilds the data
}

func newDivision(number map[string]int, limit int, what string) *division {
	return &division{number: number, rows: map[string]Row{}, limit: limit, what: what}
}

// saw takes a key; of the entries that are the division itself the first counts.
func (d *division) saw(key string, row Row, itself bool) {
	d.keys = append(d.keys, key)
	if _, ok := d.rows[key]; itself && !ok {
		d.rows[key] = row
	}
}

// fix gives the numbers.
func (d *division) fix() error {
	slices.Sort(d.keys)
	d.keys = slices.Compact(d.keys)
	for i, k := range d.keys {
		d.number[k] = i + 1
	}
	if len(d.keys) >= d.limit {
		return fmt.Errorf("gazetteer: %d %s are too many", len(d.keys), d.what)
	}
	return nil
}

func (d *division) row(key string) uint32 {
	if r, ok := d.rows[key]; ok {
		return uint32(r)
	}
	return uint32(NoRow)
}

// divisions numbers countries, admin1 and admin2.
func (e *encoder) divisions() error {
	countries := newDivision(e.country, 256, "countries")
	firsts, seconds := newDivision(e.admin1, 1<<16, "admin1"), newDivision(e.admin2, 1<<16, "admin2")
	for i := range e.entries {
		en := &e.entries[i]
		if en.Country == "" {
			continue
		}
		if len(en.Country) != 2 {
			return fmt.Errorf("gazetteer: %q has country %q", en.Name, en.Country)
		}
		countries.saw(en.Country, Row(i), en.Kind == geo.KindCountry)
		if en.Admin1 == "" {
			continue
		}
		key := en.Country + "\x00" + en.Admin1
		firsts.saw(key, Row(i), en.Kind == geo.KindAdmin1)
		if en.Admin2 != "" {
			seconds.saw(key+"\x00"+en.Admin2, Row(i), en.Kind == geo.KindAdmin2)
		}
	}
	if err := cmp.Or(countries.fix(), firsts.fix(), seconds.fix()); err != nil {
		return err
	}
	c, a1, a2 := make([]byte, countrySize), make([]byte, admin1Size), make([]byte, admin2Size)
	for _, k := range countries.keys {
		c = put24(append(c, k...), countries.row(k))
	}
	for _, k := range firsts.keys {
		iso, code := k[:2], k[3:]
		a1 = put24(append(a1, byte(e.country[iso])), e.str(code))
		a1 = put24(a1, firsts.row(k))
	}
	for _, k := range seconds.keys {
		i := 3 + slices.Index([]byte(k[3:]), 0)
		a2 = put16(a2, uint32(e.admin1[k[:i]]))
		a2 = put24(put24(a2, e.str(k[i+1:])), seconds.row(k))
	}
	e.sections[secCountries], e.sections[secAdmin1], e.sections[secAdmin2] = c, a1, a2
	return nil
}

func degrees(v float64) uint32 { return uint32(int32(math.Round(v*1e4))) & 0xFFFFFF }

func (e *encoder) rows() error {
	var rows, ids, areas []byte
	for i := range e.entries {
		en := &e.entries[i]
		if !(math.Abs(en.Point[0]) <= 180 && math.Abs(en.Point[1]) <= 90) {
			return fmt.Errorf("gazetteer: %q lies at %v", en.Name, en.Point)
		}
		flags := byte(en.Kind)
		for _, f := range []struct {
			on  bool
			bit byte
		}{{en.Capital, flagCapital}, {en.Seat, flagSeat}, {en.Disputed, flagDispute}, {en.Table, flagTable}} {
			if f.on {
				flags |= f.bit
			}
		}
		a1, a2 := 0, 0
		if en.Admin1 != "" {
			a1 = e.admin1[en.Country+"\x00"+en.Admin1]
			if en.Admin2 != "" {
				a2 = e.admin2[en.Country+"\x00"+en.Admin1+"\x00"+en.Admin2]
			}
		}
		rows = put24(put24(rows, degrees(en.Point[1])), degrees(en.Point[0]))
		rows = put16(put24(rows, packPop(en.Population)), uint32(a1))
		rows = append(rows, byte(e.country[en.Country]), flags, byte(min(en.Fame, 255)))
		rows = put16(rows, uint32(a2))
		ids = put32(ids, uint32(int32(en.ID)))
		if i < e.areas {
			anchor := uint32(NoRow)
			if en.AnchorID != 0 {
				r, ok := e.rowOf[en.AnchorID]
				if !ok {
					return fmt.Errorf("gazetteer: %q is anchored at %d, which is missing", en.Name, en.AnchorID)
				}
				anchor = uint32(r)
			}
			areas = put16(put24(areas, anchor), uint32(math.Min(65535, math.Round(en.SpanKM))))
		}
	}
	e.sections[secRows], e.sections[secIDs], e.sections[secAreas] = planes(rows, rowSize), planes(ids, idSize), areas
	return nil
}

// planes puts byte k of every record together.
func planes(records []byte, size int) []byte {
	n := len(records) / size
	out := make([]byte, len(records))
	for i := range n {
		for k := range size {
			out[k*n+i] = records[i*size+k]
		}
	}
	return out
}

// splitHalves puts the low halves of 32-bit numbers together, then the high ones.
func splitHalves(b []byte) []byte {
	var lo, hi []byte
	for i := 0; i < len(b); i += 4 {
		lo, hi = append(lo, b[i:i+2]...), append(hi, b[i+2:i+4]...)
	}
	return append(lo, hi...)
}

// rowNames writes the names in the order of the rows, where they are found by block; strings after them by offset.
func (e *encoder) rowNames() error {
	for i, en := range e.entries {
		if len(en.Name) == 0 || len(en.Name) > 255 {
			return fmt.Errorf("gazetteer: %d has a name of %d bytes", en.ID, len(en.Name))
		}
		if i%nameBlock == 0 {
			e.sections[secBlocks] = put32(e.sections[secBlocks], uint32(len(e.pool)))
		}
		e.pool = append(append(e.pool, byte(len(en.Name))), en.Name...)
	}
	return nil
}

type posting struct {
	row   Row
	match Match
}

// before orders the places of one name: our own rows, capitals and countries first, weak matches last, then population.
func (e *encoder) before(a, b posting) int {
	x, y := &e.entries[a.row], &e.entries[b.row]
	flag := func(b bool) int {
		if b {
			return 0
		}
		return 1
	}
	weak := func(m Match) int { return flag(m < Short) }
	// A division's people are those of its towns: its seat, which mostly bears the same name, is the likelier one.
	people := func(e *Entry) int64 {
		if e.Kind == geo.KindAdmin1 || e.Kind == geo.KindAdmin2 {
			return e.Population / 4
		}
		return e.Population
	}
	return cmp.Or(flag(x.Table)-flag(y.Table), weak(a.match)-weak(b.match), cmp.Compare(people(y), people(x)),
		cmp.Compare(a.match, b.match), cmp.Compare(x.ID, y.ID))
}

// low gives the part of a hash that is kept beside its bucket.
func low(h uint64) uint32 { return uint32(h) & (1<<(8*hashSize) - 1) }

// keys writes the index of names: for each folded name, in the order of buckets and hashes, the rows that bear it.
func (e *encoder) keys(word func(string) bool) error {
	lists := e.postings()
	buckets, shift := 1, 64
	for buckets*3 < len(lists) || buckets < 2 {
		buckets, shift = buckets*2, shift-1
	}
	all := e.sortedKeys(lists, shift)
	if all == nil {
		return fmt.Errorf("gazetteer: no seed tells all names apart")
	}
	counts := make([]uint32, buckets+1)
	var values, hashes, postings []byte
	for _, k := range all {
		counts[k.hash>>shift+1]++
		hashes = put24(hashes, low(k.hash))
		l := lists[k.text]
		slices.SortFunc(l, e.before)
		v := uint32(0)
		if word != nil && word(k.text) {
			v = valueWord
		}
		if len(l) == 1 {
			values = put32(values, v|uint32(l[0].row)|uint32(l[0].match)<<valueShift)
			continue
		}
		values = put32(values, v|valueMany|uint32(len(postings)/4))
		for j, p := range l {
			w := uint32(p.row) | uint32(p.match)<<valueShift
			if j == len(l)-1 {
				w |= valueLast
			}
			postings = put32(postings, w)
		}
	}
	if err := e.buckets(counts); err != nil {
		return err
	}
	e.sections[secHashes], e.sections[secValues], e.sections[secPostings] = hashes, splitHalves(values), splitHalves(postings)
	e.firstWords(lists)
	return nil
}

// postings gives the rows that bear each folded name, each row once with its best match.
func (e *encoder) postings() map[string][]posting {
	lists := map[string][]posting{}
	add := func(r Row, text string, m Match) {
		f := Fold(text)
		if f == "" {
			return
		}
		l := lists[f]
		for i := range l {
			if l[i].row == r {
				l[i].match = min(l[i].match, m)
				return
			}
		}
		lists[f] = append(l, posting{r, m})
	}
	for i := range e.entries {
		add(Row(i), e.entries[i].Name, Primary)
		for _, n := range e.entries[i].Names {
			add(Row(i), n.Text, n.Match)
		}
	}
	return lists
}

// buckets writes where each bucket begins; counts[i+1] is how many names are in bucket i.
func (e *encoder) buckets(counts []uint32) error {
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	var base, rel []byte
	for i, n := range counts {
		if i%1024 == 0 {
			base = put32(base, n)
		}
		d := n - counts[i/1024*1024]
		if d > 65535 {
			return fmt.Errorf("gazetteer: bucket %d is too full", i)
		}
		rel = put16(rel, d)
	}
	e.sections[secBase], e.sections[secRel] = base, rel
	return nil
}

type key struct {
	hash uint64
	text string
}

// sortedKeys orders the names by bucket and hash under the first seed that tells all of them apart.
func (e *encoder) sortedKeys(lists map[string][]posting, shift int) []key {
	for e.seed = 1; e.seed < 100; e.seed++ {
		all := make([]key, 0, len(lists))
		for t := range lists {
			all = append(all, key{hashBytes([]byte(t), e.seed), t})
		}
		slices.SortFunc(all, func(a, b key) int {
			return cmp.Or(cmp.Compare(a.hash>>shift, b.hash>>shift), cmp.Compare(low(a.hash), low(b.hash)), cmp.Compare(a.text, b.text))
		})
		clash := false
		for i := 1; i < len(all); i++ {
			clash = clash || all[i-1].hash>>shift == all[i].hash>>shift && low(all[i-1].hash) == low(all[i].hash)
		}
		if !clash {
			return all
		}
	}
	return nil
}

// firstWords fills the gate: for each slot of a first word the words of the longest name.
func (e *encoder) firstWords(lists map[string][]posting) {
	slots, shift := 1, 64
	for slots < len(lists) || slots < 4 {
		slots, shift = slots*2, shift-1
	}
	first := make([]byte, slots/2)
	for t := range lists {
		n, end := 1, len(t)
		for i := 0; i < len(t); i++ {
			if t[i] == ' ' {
				n++
				end = min(end, i)
			}
		}
		s := int(hashBytes([]byte(t[:end]), e.seed) >> shift)
		sh := 4 * (s & 1)
		if old := int(first[s>>1] >> sh & 15); n > old {
			first[s>>1] = first[s>>1]&^(15<<sh) | byte(min(n, 15))<<sh
		}
	}
	e.sections[secFirst] = first
}

// grid lists the points of each one-degree cell, capitals first, then the most populous.
func (e *encoder) grid() error {
	cells := make([][]Row, cellsX*cellsY)
	for i := range e.entries {
		en := &e.entries[i]
		if en.Kind.Area() || en.Kind == geo.KindRiver {
			continue
		}
		c := cellOf(en.Point[1]+90, cellsY)*cellsX + cellOf(en.Point[0]+180, cellsX)
		cells[c] = append(cells[c], Row(i))
	}
	var starts, near []byte
	for _, c := range cells {
		starts = put32(starts, uint32(len(near)/3))
		slices.SortFunc(c, func(a, b Row) int {
			x, y := &e.entries[a], &e.entries[b]
			if x.Capital != y.Capital {
				if x.Capital {
					return -1
				}
				return 1
			}
			return cmp.Or(cmp.Compare(y.Population, x.Population), cmp.Compare(a, b))
		})
		for _, r := range c {
			near = put24(near, uint32(r))
		}
	}
	e.sections[secCells] = put32(starts, uint32(len(near)/3))
	e.sections[secNear] = near
	return nil
}

func (e *encoder) file() []byte {
	head := make([]byte, headerSize)
	copy(head, magic)
	out := head
	putAt := func(i int, v uint32) { copy(out[i:], put32(nil, v)) }
	for i, s := range e.sections {
		putAt(headerTable+8*i, uint32(len(out)))
		putAt(headerTable+8*i+4, uint32(len(s)))
		out = append(out, s...)
	}
	putAt(len(magic), sectionCount)
	putAt(headerLen, uint32(len(out)))
	putAt(headerAreas, uint32(e.areas))
	putAt(headerSeed, uint32(e.seed))
	putAt(headerCRC, crc32.Checksum(out[headerSize:], castagnoli))
	return out
}

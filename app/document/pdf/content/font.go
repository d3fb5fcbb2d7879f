package content

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"dateline/app/document/pdf/object"
)

// font says which letters codes mean, and how wide they are.
type font struct {
	text   [256]string // of a font with codes of one byte
	width  [256]float64
	twoWay bool // a font with longer codes
	codes  *cmap
	names  *cmap           // what the file says of the letters; nil if nothing
	legacy *legacy         // an encoding that needs no table of the file
	widths map[int]float64 // by the number of the glyph
	usual  float64
	bold   bool
	em     float64 // how high letters are, in sizes of the font; 1 but for fonts that draw
	scale  float64 // from units of width to the size of the font
}

const (
	thousandth = 0.001
	maxWidths  = 200_000
	maxWidth   = 20_000 // units; what is wider is damage
	boldWeight = 600
	leastHigh  = 0.01 // a font that says less says nothing
)

// font reads a font. A nil dictionary gives one of usual letters.
func (r *Reader) font(d object.Dict) *font {
	f := &font{usual: wideWidth, em: 1, scale: thousandth}
	if ref, ok := d["ToUnicode"].(object.Ref); ok {
		f.names = r.cmap(ref)
	}
	base, _ := r.file.Resolve(d["BaseFont"]).(object.Name)
	name := string(base)
	if i := strings.IndexByte(name, '+'); i == 6 { // "ABCDEF+Times": a part of the font
		name = name[i+1:]
	}
	low := strings.ToLower(name)
	f.bold = strings.Contains(low, "bold") || strings.Contains(low, "black") || strings.Contains(low, "heavy") || strings.HasSuffix(low, "-bd")
	if r.file.Resolve(d["Subtype"]) == object.Name("Type0") {
		r.composite(f, d)
		return f
	}
	r.simple(f, d, name)
	return f
}

// cmap reads a table that is an object of its own, once.
func (r *Reader) cmap(ref object.Ref) *cmap {
	if c, ok := r.cmaps[ref.Num]; ok {
		return c
	}
	var c *cmap
	if s, ok := r.file.Resolve(ref).(*object.Stream); ok {
		data, _ := r.file.Decode(s) // what came before a fault is good
		c = parseCMap(data)
	}
	r.cmaps[ref.Num] = c
	return c
}

// simple reads a font with codes of one byte.
func (r *Reader) simple(f *font, d object.Dict, name string) {
	desc := r.file.Dict(d["FontDescriptor"])
	if n, ok := object.Number(r.file.Resolve(desc["FontWeight"])); ok && n >= boldWeight {
		f.bold = true
	}
	f.text = r.encoding(d, desc, name)
	if f.names != nil {
		for code, s := range f.names.text {
			if code < 256 {
				f.text[code] = s
			}
		}
	}
	widths := r.file.Array(d["Widths"])
	start, _ := object.Int(r.file.Resolve(d["FirstChar"]))
	missing, _ := object.Number(r.file.Resolve(desc["MissingWidth"]))
	for i := range f.width {
		switch {
		case widths == nil:
			f.width[i] = knownWidth(name, f.text[i])
		case i >= start && i-start < len(widths):
			f.width[i] = bounded(r.file.Resolve(widths[i-start]), missing)
		default:
			f.width[i] = missing
		}
	}
	if r.file.Resolve(d["Subtype"]) == object.Name("Type3") {
		r.drawn(f, d)
	}
}

// drawn reads the units of a font whose letters are drawn by operators (Type 3). They need not be thousandths, and its size
// can be any number: how high its letters are says more.
func (r *Reader) drawn(f *font, d object.Dict) {
	unit := 0.0
	if m := r.file.Array(d["FontMatrix"]); len(m) == 6 {
		if n, ok := object.Number(r.file.Resolve(m[0])); ok && n > 0 && n < 10 {
			f.scale = n
		}
		unit, _ = object.Number(r.file.Resolve(m[3]))
	}
	if box := r.file.Array(d["FontBBox"]); len(box) == 4 {
		foot, _ := object.Number(r.file.Resolve(box[1]))
		head, _ := object.Number(r.file.Resolve(box[3]))
		if high := math.Abs(unit * (head - foot)); high > leastHigh {
			f.em = high
		}
	}
}

func bounded(v any, other float64) float64 {
	if n, ok := object.Number(v); ok && n > -maxWidth && n < maxWidth {
		return n
	}
	return other
}

// encoding is the letter of each code by what the font says: a named encoding, with differences.
func (r *Reader) encoding(d, desc object.Dict, name string) [256]string {
	enc := r.file.Resolve(d["Encoding"])
	base := ""
	if n, ok := enc.(object.Name); ok {
		base = string(n)
	}
	dict, _ := enc.(object.Dict)
	if n, ok := r.file.Resolve(dict["BaseEncoding"]).(object.Name); ok {
		base = string(n)
	}
	type3 := r.file.Resolve(d["Subtype"]) == object.Name("Type3")
	switch {
	case base != "":
	case strings.HasPrefix(name, "Symbol"):
		base = "Symbol"
	case strings.Contains(name, "Dingbats"):
		base = "ZapfDingbats"
	case r.file.Resolve(d["Subtype"]) == object.Name("TrueType"):
		base = "WinAnsiEncoding"
	}
	var out [256]string
	if !type3 { // the letters of a Type 3 font are whatever it draws
		out = baseTable(base)
	}
	if s, ok := r.file.Resolve(desc["FontFile"]).(*object.Stream); ok && base == "" {
		r.builtIn(s, &out)
	}
	at := 0
	for _, v := range r.file.Array(dict["Differences"]) {
		switch v := r.file.Resolve(v).(type) {
		case int:
			at = v
		case object.Name:
			if at >= 0 && at < 256 {
				out[at] = nameOf(string(v))
			}
			at++
		}
	}
	return out
}

// builtIn reads the encoding in a Type 1 font: lines such as "dup 65 /A put" in its part that is not encrypted.
func (r *Reader) builtIn(s *object.Stream, out *[256]string) {
	data, _ := r.file.Decode(s) // the beginning is enough
	at := bytes.Index(data, []byte("/Encoding"))
	if at < 0 {
		return
	}
	data, _, _ = bytes.Cut(data[at:], []byte("eexec"))
	words := strings.Fields(string(data[:min(len(data), 16_000)]))
	for i := 0; i+3 < len(words); i++ {
		if words[i] != "dup" || words[i+3] != "put" {
			continue
		}
		n, err := strconv.Atoi(words[i+1])
		if err == nil && n >= 0 && n < 256 {
			out[n] = nameOf(strings.TrimPrefix(words[i+2], "/"))
		}
	}
}

// composite reads a font with longer codes.
func (r *Reader) composite(f *font, d object.Dict) {
	f.twoWay = true
	switch enc := d["Encoding"].(type) {
	case object.Ref:
		if name, ok := r.file.Resolve(enc).(object.Name); ok {
			f.legacy = legacyOf(string(name))
		} else {
			f.codes = r.cmap(enc)
		}
	case object.Name:
		f.legacy = legacyOf(string(enc))
	}
	if f.codes == nil && f.legacy == nil && f.names != nil {
		f.codes = &cmap{} // two bytes a code
	}
	list := r.file.Array(d["DescendantFonts"])
	if len(list) == 0 {
		return
	}
	kid := r.file.Dict(list[0])
	desc := r.file.Dict(kid["FontDescriptor"])
	if n, ok := object.Number(r.file.Resolve(desc["FontWeight"])); ok && n >= boldWeight {
		f.bold = true
	}
	f.usual = bounded(r.file.Resolve(kid["DW"]), wideWidth)
	f.widths = r.glyphWidths(r.file.Array(kid["W"]))
}

// glyphWidths reads the widths by glyph number: "7 [500 600]" or "7 9 500".
func (r *Reader) glyphWidths(list object.Array) map[int]float64 {
	out := map[int]float64{}
	for i := 0; i+1 < len(list) && len(out) < maxWidths; {
		from, ok := object.Int(r.file.Resolve(list[i]))
		if !ok {
			i++
			continue
		}
		switch v := r.file.Resolve(list[i+1]).(type) {
		case object.Array:
			for k, w := range v[:min(len(v), maxRange)] {
				out[from+k] = bounded(r.file.Resolve(w), wideWidth)
			}
			i += 2
		default:
			to, ok := object.Int(v)
			if !ok || i+2 >= len(list) {
				return out
			}
			w := bounded(r.file.Resolve(list[i+2]), wideWidth)
			for n := from; n <= to && n-from < maxRange && len(out) < maxWidths; n++ {
				out[n] = w
			}
			i += 3
		}
	}
	return out
}

// next cuts the first code off s: its letters, its width in sizes of the font, and whether it is the single byte 32, which
// word spacing is for.
func (f *font) next(s string) (letters string, width float64, size int, space bool) {
	if !f.twoWay {
		c := s[0]
		return f.text[c], f.width[c] * f.scale, 1, c == ' '
	}
	var n uint32
	if f.legacy != nil {
		n, size, letters = f.legacy.next(s)
	} else {
		n, size = f.codes.next(s)
	}
	if f.names != nil {
		if text, ok := f.names.text[n]; ok {
			letters = text
		}
	}
	cid := int(n)
	if f.codes != nil {
		cid = f.codes.cid(n)
	}
	width = f.usual
	if w, ok := f.widths[cid]; ok {
		width = w
	}
	return letters, width * f.scale, size, size == 1 && n == ' '
}

package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decoded is a text, and how its letters were read.
type decoded struct {
	text, note string
	encoding   string // "UTF-8", "windows-1251"
	guessed    bool   // nothing in the file says so
}

// decode makes UTF-8 of b and drops a byte order mark. The note says when letters were lost. A label says how the letters
// are to be read, whatever the bytes look like.
func decode(b []byte, label string) (d decoded, err error) {
	if label != "" {
		return decodeAs(b, label)
	}
	e, name, guessed, err := encodingOf(b)
	if err != nil {
		return d, err
	}
	d = decoded{encoding: name, guessed: guessed}
	if e == nil {
		d.text, d.note, err = decodeUTF8(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))
	} else {
		d.text, d.note, err = decodeBy(e, b)
	}
	return d, err
}

// encodingOf finds out how the letters of a text are written; nil is UTF-8.
func encodingOf(b []byte) (e encoding.Encoding, name string, guessed bool, err error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return nil, utf8Name, false, nil
	case bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM), "UTF-32LE", false, nil
	case bytes.HasPrefix(b, []byte("\x00\x00\xfe\xff")):
		return utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM), "UTF-32BE", false, nil
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), "UTF-16LE", false, nil
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), "UTF-16BE", false, nil
	}
	if order, ok := bareUTF16(b); ok {
		name = "UTF-16LE"
		if order == unicode.BigEndian {
			name = "UTF-16BE"
		}
		return unicode.UTF16(order, unicode.IgnoreBOM), name, true, nil
	}
	if isBinary(b) {
		return nil, "", false, ErrBinary
	}
	if utf8.Valid(b) {
		return nil, utf8Name, false, nil
	}
	if enc, name, ok := declared(b); ok {
		return enc, name, false, nil
	}
	if mostlyUTF8(b) {
		return nil, utf8Name, true, nil
	}
	if enc, ok := guess8bit(b); ok {
		name, _ := htmlindex.Name(enc)
		return enc, name, true, nil
	}
	return nil, "", false, ErrEncoding
}

const utf8Name = "UTF-8"

// Encodings are the ways of writing letters that a person can choose from, by the names of the web.
var Encodings = []string{utf8Name, "windows-1252", "windows-1250", "iso-8859-2", "iso-8859-15", "macintosh", "windows-1251", "koi8-r", "koi8-u", "ibm866", "iso-8859-5", "windows-1253", "windows-1254",
	"windows-1255", "windows-1256", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "utf-16le", "utf-16be"}

// decodeAs reads the letters as a person says.
func decodeAs(b []byte, label string) (decoded, error) {
	e, err := htmlindex.Get(label)
	if err != nil {
		return decoded{}, ErrEncoding
	}
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return decoded{}, ErrEncoding
	}
	d := decoded{text: strings.ReplaceAll(strings.ToValidUTF8(strings.TrimPrefix(string(out), "\ufeff"), "\ufffd"), "\x00", "\ufffd"), encoding: label}
	if n := strings.Count(d.text, "\ufffd"); n > 0 {
		d.note = fmt.Sprintf("%d damaged letters are shown as \ufffd", n)
	}
	return d, nil
}

func decodeUTF8(b []byte) (string, string, error) {
	if isBinary(b) {
		return "", "", ErrBinary
	}
	if utf8.Valid(b) {
		return string(b), "", nil
	}
	if !mostlyUTF8(b) {
		return "", "", ErrEncoding
	}
	s := strings.ToValidUTF8(string(b), "\ufffd")
	return s, fmt.Sprintf("%d damaged letters are shown as \ufffd", strings.Count(s, "\ufffd")), nil
}

func decodeBy(e encoding.Encoding, b []byte) (string, string, error) {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", "", ErrEncoding
	}
	s := strings.TrimPrefix(string(out), "\ufeff")
	if isBinary([]byte(s[:min(len(s), 1<<16)])) {
		return "", "", ErrBinary
	}
	bad := strings.Count(s, "\ufffd")
	if bad == 0 {
		return s, "", nil
	}
	if bad*50 > utf8.RuneCountInString(s) {
		return "", "", ErrEncoding
	}
	return s, fmt.Sprintf("%d damaged letters are shown as \ufffd", bad), nil
}

// isBinary reports NULs or many control characters.
func isBinary(b []byte) bool {
	control := 0
	for _, c := range b {
		switch {
		case c == 0:
			return true
		case c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1b, c == 0x7f:
			control++
		}
	}
	return control*100 > len(b)
}

// bareUTF16 sees UTF-16 without a mark: nearly every other byte of Latin text is then zero.
func bareUTF16(b []byte) (unicode.Endianness, bool) {
	n := min(len(b), 4096) &^ 1
	if n < 8 {
		return unicode.LittleEndian, false
	}
	var zero [2]int
	for i := 0; i < n; i++ {
		if b[i] == 0 {
			zero[i&1]++
		}
	}
	half := n / 2
	switch {
	case zero[1]*10 > half*6 && zero[0]*20 < half:
		return unicode.LittleEndian, true
	case zero[0]*10 > half*6 && zero[1]*20 < half:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// mostlyUTF8 reports that damaged bytes are rare among the multi-byte letters: a file cut short or pasted together.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good >= 4*bad
}

// declared is the encoding that a page or a mail's head names in its first bytes. What stands in the text itself names
// none; UTF-8 does not count, since the caller has seen that it is not, nor does what a single-byte label rules out.
func declared(b []byte) (e encoding.Encoding, name string, ok bool) {
	head := strings.ToLower(string(b[:min(len(b), 4096)]))
	label := ""
	for _, m := range [...]struct{ before, key, end string }{{"<?xml", "encoding=", "?>"}, {"<meta", "charset=", ">"}, {"\ncontent-type:", "charset=", "\n\n"}} {
		for rest := "\n" + head; label == ""; {
			i := strings.Index(rest, m.before)
			if i < 0 {
				break
			}
			rest = rest[i+len(m.before):]
			tag, _, _ := strings.Cut(rest, m.end)
			if j := strings.Index(tag, m.key); j >= 0 {
				label = strings.TrimLeft(tag[j+len(m.key):], `"' `)
			}
		}
	}
	if j := strings.IndexAny(label, "\"'> ;/?\r\n\t"); j >= 0 {
		label = label[:j]
	}
	e, name = charset.Lookup(label)
	if e == nil || name == "utf-8" || name == "replacement" || strings.HasPrefix(name, "utf-16") {
		return nil, "", false
	}
	return e, name, true
}

// guess8bit tells Cyrillic from Western single-byte text by how letters above ASCII stand together: in rows, or alone
// among ASCII letters. Anything else is refused, since wrong letters are worse than none.
func guess8bit(b []byte) (encoding.Encoding, bool) {
	var high, rows, other int
	for i, c := range b {
		if c < 0x80 {
			continue
		}
		high++
		if i > 0 && b[i-1] >= 0x80 {
			rows++
		}
		if c < 0xc0 && strings.IndexByte("\x91\x92\x93\x94\x95\x96\x97\x82\x83\x84\x85\xa0\xab\xbb\xb9\x80\xa9\xae\x99", c) < 0 {
			other++
		}
	}
	if rows*2 > high && high > 1 {
		return cyrillic(b)
	}
	if other*4 > high && other > 3 && high*20 > len(b) {
		return nil, false
	}
	return charmap.Windows1252, true
}

// frequent are the letters that make three quarters of Russian, Ukrainian and Bulgarian text.
const frequent = "оеаинтсрвлкмдпуя"

// cyrillic gives the code page by which most letters are frequent small ones. In the wrong one they are capitals, rare
// letters or lines of boxes.
func cyrillic(b []byte) (encoding.Encoding, bool) {
	var best encoding.Encoding
	most, letters := 0, 0
	for _, page := range []*charmap.Charmap{charmap.Windows1251, charmap.KOI8R, charmap.CodePage866} {
		good, all, odd := 0, 0, 0
		for _, c := range b[:min(len(b), 1<<16)] {
			if c < 0x80 {
				continue
			}
			r := page.DecodeByte(c)
			all++
			switch {
			case strings.ContainsRune(frequent, r):
				good++
			case r < 0x400 || r >= 0x530:
				odd++
			}
		}
		if odd*6 <= all && good > most {
			best, most, letters = page, good, all
		}
	}
	return best, best != nil && most*2 >= letters
}

// Clean evens line ends out and drops what is never seen.
func Clean(s string) string {
	if strings.ContainsAny(s, "\r\f\v") {
		s = lineEnds.Replace(s)
	}
	return Visible(s)
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\v", "\n")

// Visible drops the characters that show nothing and part nothing: soft hyphens, zero-width spaces, marks of direction.
// What joins letters and pictures into others (U+200C, U+200D) stays.
func Visible(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == 0xc2 || c == 0xcd || c == 0xd8 || c == 0xe1 || c == 0xe2 || c == 0xef {
			return strings.Map(visible, s)
		}
	}
	return s
}

func visible(r rune) rune {
	switch {
	case r < 0xad:
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x180e, r == 0xfeff, r == 0x200b, r == 0x200e, r == 0x200f,
		r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2064, r >= 0x2066 && r <= 0x2069:
		return -1
	}
	return r
}

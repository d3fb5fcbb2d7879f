package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decode makes UTF-8 of b and drops a byte order mark. The note says when letters were lost.
func decode(b []byte) (text, note string, err error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return decodeUTF8(b[3:])
	case bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")):
		return decodeBy(utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM), b)
	case bytes.HasPrefix(b, []byte("\x00\x00\xfe\xff")):
		return decodeBy(utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM), b)
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return decodeBy(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), b)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return decodeBy(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), b)
	}
	if order, ok := bareUTF16(b); ok {
		return decodeBy(unicode.UTF16(order, unicode.IgnoreBOM), b)
	}
	if isBinary(b) {
		return "", "", ErrBinary
	}
	if utf8.Valid(b) {
		return string(b), "", nil
	}
	if enc, ok := declared(b); ok {
		return decodeBy(enc, b)
	}
	if mostlyUTF8(b) {
		return decodeUTF8(b)
	}
	if enc, ok := guess8bit(b); ok {
		return decodeBy(enc, b)
	}
	return "", "", ErrEncoding
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
func declared(b []byte) (encoding.Encoding, bool) {
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
	e, name := charset.Lookup(label)
	if e == nil || name == "utf-8" || name == "replacement" || strings.HasPrefix(name, "utf-16") {
		return nil, false
	}
	return e, true
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

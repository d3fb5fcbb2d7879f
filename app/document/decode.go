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

// declared is the encoding that a page names in its first bytes. UTF-8 does not count: the caller has seen that it is not.
func declared(b []byte) (encoding.Encoding, bool) {
	head := strings.ToLower(string(b[:min(len(b), 4096)]))
	i := strings.Index(head, "charset=")
	skip := len("charset=")
	if i < 0 && strings.HasPrefix(strings.TrimSpace(head), "<?xml") {
		i, skip = strings.Index(head, "encoding="), len("encoding=")
	}
	if i < 0 {
		return nil, false
	}
	label := strings.TrimLeft(head[i+skip:], `"' `)
	if j := strings.IndexAny(label, "\"'> ;/\r\n\t"); j >= 0 {
		label = label[:j]
	}
	e, name := charset.Lookup(label)
	if e == nil || name == "utf-8" || name == "replacement" {
		return nil, false
	}
	return e, true
}

// guess8bit tells Cyrillic from Western single-byte text by how letters above ASCII stand together: in rows, or alone
// among ASCII letters. Anything else is refused, since wrong letters are worse than none.
func guess8bit(b []byte) (encoding.Encoding, bool) {
	var high, rows, c0df, e0ff, cyr, other int
	for i, c := range b {
		if c < 0x80 {
			continue
		}
		high++
		if i > 0 && b[i-1] >= 0xc0 {
			rows++
		}
		switch {
		case c >= 0xe0:
			e0ff++
		case c >= 0xc0:
			c0df++
		case strings.IndexByte("\xa8\xb8\xb2\xb3\xbf\xaf\xaa\xba\xa5\xb4", c) >= 0:
			cyr++
		case c >= 0x91 && c <= 0x97, c >= 0x82 && c <= 0x85, c == 0xa0, c == 0xab, c == 0xbb, c == 0xb9, c == 0x80, c == 0xa9, c == 0xae, c == 0x99:
		default:
			other++
		}
	}
	letters := c0df + e0ff + cyr
	switch {
	case letters > 0 && rows*2 > letters:
		if other*12 > high {
			return nil, false
		}
		if c0df > 2*e0ff {
			return charmap.KOI8R, true
		}
		return charmap.Windows1251, true
	case other*4 > high && other > 3 && high*20 > len(b):
		return nil, false
	}
	return charmap.Windows1252, true
}

// Clean evens line ends out and drops what is never seen.
func Clean(s string) string {
	if !strings.ContainsAny(s, "\r\u200b\ufeff\f\v") {
		return s
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\v", "\n", "\u200b", "", "\ufeff", "").Replace(s)
}

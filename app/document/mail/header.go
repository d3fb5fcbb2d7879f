package mail

import (
	"bytes"
	"io"
	"mime"
	"net/mail"
	"strings"
	"unicode/utf8"

	"dateline/app/document/extract"
	"golang.org/x/net/html/charset"
)

// header holds the first value of each field, under its name in small letters.
type header map[string]string

func (h header) get(name string) string { return h[name] }

const (
	maxHeader = 1 << 20 // bytes of a header that are looked at
	maxFields = 1000
	maxField  = 16 << 10 // bytes of one field from which on what it goes on with is passed over
)

// parseHeader reads the fields up to the first empty line, and gives what comes after it. Lines that are no field are
// passed over, but a mail that does not begin with a field has no header.
func parseHeader(b []byte) (header, []byte) {
	h := header{}
	rest, name := b, ""
	for len(rest) > 0 && len(b)-len(rest) < maxHeader {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			return h, after
		}
		key, val, ok := bytes.Cut(line, []byte(":"))
		switch {
		case line[0] == ' ' || line[0] == '\t':
			if old, had := h[name]; had && name != "" && len(old) < maxField {
				h[name] = old + " " + string(bytes.TrimSpace(line))
			}
		case ok && isFieldName(key):
			name = strings.ToLower(string(key))
			if _, had := h[name]; had || len(h) >= maxFields {
				name = "" // the first counts
				break
			}
			h[name] = string(bytes.TrimSpace(val))
		case len(h) == 0 && !bytes.HasPrefix(line, []byte("From ")):
			return h, b
		default:
			name = ""
		}
		rest = after
	}
	return h, rest
}

func isFieldName(key []byte) bool {
	for _, c := range key {
		if c <= ' ' || c >= 0x7f {
			return false
		}
	}
	return len(key) > 0
}

var words = mime.WordDecoder{CharsetReader: charset.NewReaderLabel}

// unfold decodes the words of a field: "=?utf-8?q?caf=C3=A9?=".
func unfold(s string) string {
	if out, err := words.DecodeHeader(s); err == nil {
		s = out
	}
	if !utf8.ValidString(s) {
		s = decode([]byte(s), "")
	}
	return extract.Squeeze(s)
}

// sender is the name of whoever wrote the mail; the address where there is no name.
func sender(s string) string {
	parser := mail.AddressParser{WordDecoder: &words}
	list, err := parser.ParseList(s)
	if err != nil || len(list) == 0 {
		name, _, _ := strings.Cut(unfold(s), "<")
		return strings.Trim(name, ` "`)
	}
	if list[0].Name != "" {
		return unfold(list[0].Name)
	}
	return list[0].Address
}

// decode makes UTF-8 of a text; label is the encoding that the mail names.
func decode(b []byte, label string) string {
	label = strings.ToLower(label)
	plain := label == "" || label == "us-ascii" || label == "utf-8" || label == "utf8"
	if plain && utf8.Valid(b) {
		return clean(string(b))
	}
	e, name := charset.Lookup(label)
	if e == nil || name == "replacement" {
		if utf8.Valid(b) {
			return clean(string(b))
		}
		e, _ = charset.Lookup("windows-1252")
	}
	out, err := io.ReadAll(e.NewDecoder().Reader(bytes.NewReader(b)))
	if err != nil {
		out = b
	}
	return clean(string(out))
}

// clean drops what is no text.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
}

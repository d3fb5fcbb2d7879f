package content

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"dateline/app/document/pdf/object"
	"golang.org/x/text/encoding/charmap"
)

// Text is the letters of a string that is meant for people: a title, an author. Such strings are UTF-16 or UTF-8 with a mark
// in front, else nearly Latin 1.
func Text(s object.String) string {
	switch {
	case strings.HasPrefix(string(s), "\xfe\xff"):
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return clean(string(utf16.Decode(units)))
	case strings.HasPrefix(string(s), "\xff\xfe"):
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i+1])<<8|uint16(s[i]))
		}
		return clean(string(utf16.Decode(units)))
	case strings.HasPrefix(string(s), "\xef\xbb\xbf") && utf8.ValidString(string(s)):
		return clean(string(s[3:]))
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0x80 && c < 0xa0:
			b.WriteString([]string{"•", "†", "‡", "…", "—", "–", "ƒ", "⁄", "‹", "›", "−", "‰", "„", "“", "”", "‘", "’", "‚", "™", "fi", "fl", "Ł", "Œ",
				"Š", "Ÿ", "Ž", "ı", "ł", "œ", "š", "ž", ""}[c-0x80])
		case c == 0xa0:
			b.WriteString("€")
		default:
			b.WriteRune(charmap.ISO8859_1.DecodeByte(c))
		}
	}
	return clean(b.String())
}

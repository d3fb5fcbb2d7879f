package document

import (
	"bytes"
	"encoding/xml"
	"net/url"
	"strings"
	"unicode/utf16"
)

// addressIn gives the address that a file holds and nothing else: a shortcut to a page (.url, .webloc, .desktop), or a text
// of one address. "" for every other file. Only small files are such; start is all of them.
func addressIn(start []byte) string {
	text := strings.TrimSpace(string(bytes.TrimPrefix(start, []byte("\xef\xbb\xbf"))))
	switch low := strings.ToLower(text); {
	case strings.HasPrefix(low, "[internetshortcut"), strings.HasPrefix(low, "[{") && strings.Contains(low, "[internetshortcut]"), strings.HasPrefix(low, "[desktop entry]"):
		for _, l := range strings.Split(text, "\n") {
			if k, v, ok := strings.Cut(strings.TrimSpace(l), "="); ok && strings.HasPrefix(strings.ToUpper(k), "URL") {
				return pageAddress(strings.TrimSpace(v))
			}
		}
	case strings.HasPrefix(low, "bplist00"):
		return pageAddress(packedAddress(start))
	case strings.HasPrefix(low, "<?xml") && strings.Contains(low, "<plist"):
		return pageAddress(listedAddress(start))
	default:
		return pageAddress(text)
	}
	return ""
}

// pageAddress is s if it is the address of a page and nothing else.
func pageAddress(s string) string {
	if strings.ContainsAny(s, " \t\r\n<>\"") {
		return ""
	}
	if strings.HasPrefix(strings.ToLower(s), "www.") {
		return s
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return s
}

// listedAddress is the string under the key URL of a property list that holds nothing else.
func listedAddress(b []byte) string {
	var list struct {
		Keys    []string `xml:"dict>key"`
		Strings []string `xml:"dict>string"`
	}
	if xml.Unmarshal(b, &list) != nil || len(list.Keys) != 1 || list.Keys[0] != "URL" || len(list.Strings) != 1 {
		return ""
	}
	return strings.TrimSpace(list.Strings[0])
}

// packedAddress is the same of a binary property list: the key as "S" and "URL", then a marker, a length and the string.
func packedAddress(b []byte) string {
	at := bytes.Index(b, []byte("SURL"))
	if at < 0 || at > 24 || at+6 > len(b) { // it is the first thing in the list
		return ""
	}
	b = b[at+4:]
	wide, n := b[0]>>4 == 6, int(b[0]&0x0f)
	b = b[1:]
	if n == 15 && len(b) >= 3 { // a length of its own: 0x10 has one byte, 0x11 two
		switch b[0] {
		case 0x10:
			n, b = int(b[1]), b[2:]
		case 0x11:
			n, b = int(b[1])<<8|int(b[2]), b[3:]
		}
	}
	if !wide {
		return string(b[:min(n, len(b))])
	}
	var units []uint16
	for i := 0; i+1 < len(b) && len(units) < n; i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

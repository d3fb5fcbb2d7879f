package content

import (
	"strings"
	"unicode/utf8"

	"dateline/app/document/pdf/object"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// legacy is an encoding of East Asian fonts that is known by its name: the codes are letters in that encoding.
type legacy struct {
	wide bool // the codes are UTF-16
	enc  encoding.Encoding
}

// legacyNames are the names of such encodings, by what they begin with.
var legacyNames = []struct {
	name string
	enc  encoding.Encoding
}{
	{"GBK-", simplifiedchinese.GBK}, {"GBKp-", simplifiedchinese.GBK}, {"GB-EUC", simplifiedchinese.GBK}, {"GBK2K", simplifiedchinese.GB18030},
	{"B5pc", traditionalchinese.Big5}, {"ETen-B5", traditionalchinese.Big5}, {"ETenms-B5", traditionalchinese.Big5}, {"HKscs-B5", traditionalchinese.Big5},
	{"83pv-RKSJ", japanese.ShiftJIS}, {"90ms-RKSJ", japanese.ShiftJIS}, {"90msp-RKSJ", japanese.ShiftJIS}, {"90pv-RKSJ", japanese.ShiftJIS}, {"EUC-", japanese.EUCJP},
	{"KSC-EUC", korean.EUCKR}, {"KSCms-UHC", korean.EUCKR},
}

// legacyOf is the encoding of a name; nil if the codes are only numbers of glyphs.
func legacyOf(name string) *legacy {
	if strings.HasPrefix(name, "Uni") && (strings.Contains(name, "-UCS2-") || strings.Contains(name, "-UTF16-")) {
		return &legacy{wide: true}
	}
	for _, l := range legacyNames {
		if strings.HasPrefix(name, l.name) {
			return &legacy{enc: l.enc}
		}
	}
	return nil
}

// next cuts the first code off s. Codes of one byte are those below 0x80 and, in Japanese, half-width ones.
func (l *legacy) next(s string) (n uint32, size int, letters string) {
	if l.wide {
		size = min(2, len(s))
		if len(s) >= 4 && s[0] >= 0xd8 && s[0] < 0xdc { // a letter of two units
			size = 4
		}
		return code(object.String(s[:size])), size, unicodeOf(object.String(s[:size]))
	}
	size = 1
	if s[0] >= 0x80 && len(s) > 1 && !(l.enc == japanese.ShiftJIS && s[0] >= 0xa0 && s[0] <= 0xdf) {
		size = 2
	}
	out, err := l.enc.NewDecoder().String(s[:size])
	if r, _ := utf8.DecodeRuneInString(out); err != nil || r == utf8.RuneError {
		out = ""
	}
	return code(object.String(s[:size])), size, clean(out)
}

package content

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// apart gives the letters of one that is painted in another shape or as several: of the presentation forms.
func apart(r rune) string { return norm.NFKC.String(string(r)) }

// symbols are the signs of the fonts Symbol and Wingdings that stand in texts: bullets, mostly.
var symbols = map[byte]string{0x20: " ", 0xb7: "•", 0xa7: "▪", 0x6c: "●", 0x6e: "■", 0xd8: "➢", 0xfc: "✓", 0x76: "❖", 0xa8: "◻", 0xe0: "→", 0x2d: "−"}

// greek are the letters of the font Symbol, from A on and from a on.
const (
	greekLarge = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	greekSmall = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
)

// standard is what the standard encoding has above the letters of ASCII, by code.
var standard = map[byte]string{
	0x27: "’", 0x60: "‘", 0xa1: "¡", 0xa2: "¢", 0xa3: "£", 0xa4: "⁄", 0xa5: "¥", 0xa6: "ƒ", 0xa7: "§", 0xa8: "¤", 0xa9: "'",
	0xaa: "“", 0xab: "«", 0xac: "‹", 0xad: "›", 0xae: "fi", 0xaf: "fl", 0xb1: "–", 0xb2: "†", 0xb3: "‡", 0xb4: "·", 0xb6: "¶",
	0xb7: "•", 0xb8: "‚", 0xb9: "„", 0xba: "”", 0xbb: "»", 0xbc: "…", 0xbd: "‰", 0xbf: "¿", 0xc1: "`", 0xc2: "´", 0xc3: "ˆ",
	0xc4: "˜", 0xc5: "¯", 0xc6: "˘", 0xc7: "˙", 0xc8: "¨", 0xca: "˚", 0xcb: "¸", 0xcd: "˝", 0xce: "˛", 0xcf: "ˇ", 0xd0: "—",
	0xe1: "Æ", 0xe3: "ª", 0xe8: "Ł", 0xe9: "Ø", 0xea: "Œ", 0xeb: "º", 0xf1: "æ", 0xf5: "ı", 0xf8: "ł", 0xf9: "ø", 0xfa: "œ", 0xfb: "ß",
}

// baseTable is the letters of a named encoding by code.
func baseTable(name string) (out [256]string) {
	for i := range out {
		c := byte(i)
		switch {
		case name == "MacRomanEncoding":
			out[i] = clean(string(charmap.Macintosh.DecodeByte(c)))
		case name == "WinAnsiEncoding":
			out[i] = clean(string(charmap.Windows1252.DecodeByte(c)))
		case name == "Symbol":
			out[i] = symbolOf(c)
		case name == "ZapfDingbats":
			if c > 0x20 && c < 0x7f || c > 0xa0 && c < 0xff {
				out[i] = string(0x2701 + rune(c) - 0x21)
			}
		case standard[c] != "":
			out[i] = standard[c]
		case c >= ' ' && c < 0x7f:
			out[i] = string(rune(c))
		}
	}
	return out
}

func symbolOf(c byte) string {
	at := func(s string, i byte) string {
		return string([]rune(s)[i])
	}
	switch {
	case c >= 'A' && c <= 'Z':
		return at(greekLarge, c-'A')
	case c >= 'a' && c <= 'z':
		return at(greekSmall, c-'a')
	case symbols[c] != "":
		return symbols[c]
	case c >= ' ' && c < 'A':
		return string(rune(c))
	}
	return ""
}

// accents are the parts of glyph names that stand for a mark over, under or through the letter before.
var accents = map[string]rune{
	"grave": 0x300, "acute": 0x301, "circumflex": 0x302, "tilde": 0x303, "macron": 0x304, "breve": 0x306, "dotaccent": 0x307, "dot": 0x307,
	"dieresis": 0x308, "ring": 0x30a, "hungarumlaut": 0x30b, "caron": 0x30c, "commaaccent": 0x327, "cedilla": 0x327, "ogonek": 0x328, "commabelow": 0x326,
}

// glyphNames are the names of glyphs that are no letter with a mark.
var glyphNames = map[string]string{
	"space": " ", "nbspace": " ", "nonbreakingspace": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&",
	"quotesingle": "'", "quoteright": "’", "quoteleft": "‘", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+",
	"comma": ",", "hyphen": "-", "sfthyphen": "\u00ad", "minus": "−", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3",
	"four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=",
	"greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": `\`, "bracketright": "]", "asciicircum": "^",
	"underscore": "_", "grave": "`", "braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~", "exclamdown": "¡", "cent": "¢",
	"sterling": "£", "currency": "¤", "yen": "¥", "brokenbar": "¦", "section": "§", "dieresis": "¨", "copyright": "©", "ordfeminine": "ª",
	"guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "logicalnot": "¬", "registered": "®", "macron": "¯", "degree": "°",
	"plusminus": "±", "twosuperior": "²", "threesuperior": "³", "onesuperior": "¹", "acute": "´", "mu": "µ", "paragraph": "¶",
	"periodcentered": "·", "middot": "·", "cedilla": "¸", "ordmasculine": "º", "onequarter": "¼", "onehalf": "½", "threequarters": "¾",
	"questiondown": "¿", "multiply": "×", "divide": "÷", "AE": "Æ", "ae": "æ", "Oslash": "Ø", "oslash": "ø", "germandbls": "ß", "Thorn": "Þ",
	"thorn": "þ", "Eth": "Ð", "eth": "ð", "Dcroat": "Đ", "dcroat": "đ", "dmacron": "đ", "Lslash": "Ł", "lslash": "ł", "OE": "Œ", "oe": "œ", "dotlessi": "ı",
	"dotlessj": "ȷ", "Idotaccent": "İ", "kgreenlandic": "ĸ", "Eng": "Ŋ", "eng": "ŋ", "Hbar": "Ħ", "hbar": "ħ", "longs": "ſ", "florin": "ƒ",
	"circumflex": "ˆ", "caron": "ˇ", "breve": "˘", "dotaccent": "˙", "ring": "˚", "ogonek": "˛", "tilde": "˜", "hungarumlaut": "˝",
	"endash": "–", "emdash": "—", "quotesinglbase": "‚", "quotedblleft": "“", "quotedblright": "”", "quotedblbase": "„", "dagger": "†",
	"daggerdbl": "‡", "bullet": "•", "ellipsis": "…", "perthousand": "‰", "guilsinglleft": "‹", "guilsinglright": "›", "fraction": "⁄",
	"Euro": "€", "euro": "€", "trademark": "™", "numero": "№", "afii61352": "№", "figuredash": "‒", "horizontalbar": "―", "afii00208": "―",
	"fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "ft": "ft", "tt": "tt", "arrowright": "→", "arrowleft": "←", "approxequal": "≈", "notequal": "≠",
	"lessequal": "≤", "greaterequal": "≥", "infinity": "∞", "visiblespace": " ", "square": "■", "filledbox": "■", "triagrt": "►", "checkmark": "✓",
	"Alpha": "Α", "Beta": "Β", "Gamma": "Γ", "Delta": "Δ", "Epsilon": "Ε", "Zeta": "Ζ", "Eta": "Η", "Theta": "Θ", "Iota": "Ι", "Kappa": "Κ",
	"Lambda": "Λ", "Mu": "Μ", "Nu": "Ν", "Xi": "Ξ", "Omicron": "Ο", "Pi": "Π", "Rho": "Ρ", "Sigma": "Σ", "Tau": "Τ", "Upsilon": "Υ",
	"Phi": "Φ", "Chi": "Χ", "Psi": "Ψ", "Omega": "Ω", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ",
	"eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "rho": "ρ",
	"sigma1": "ς", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "alphatonos": "ά",
	"epsilontonos": "έ", "etatonos": "ή", "iotatonos": "ί", "omicrontonos": "ό", "upsilontonos": "ύ", "omegatonos": "ώ",
}

// nameOf is the letter that a glyph's name means; "" if it is none that is known.
func nameOf(name string) string {
	if s, ok := glyphNames[name]; ok {
		return s
	}
	if i := strings.IndexByte(name, '.'); i > 0 { // "one.oldstyle", "a.sc"
		return nameOf(name[:i])
	}
	if strings.Contains(name, "_") && len(name) < 40 { // "f_i"
		var b strings.Builder
		for _, part := range strings.Split(name, "_") {
			if part != "" {
				b.WriteString(nameOf(part))
			}
		}
		return b.String()
	}
	if utf8.RuneCountInString(name) == 1 {
		return clean(name)
	}
	if s := numbered(name); s != "" {
		return s
	}
	first, size := utf8.DecodeRuneInString(name)
	if mark, ok := accents[name[size:]]; ok && first != utf8.RuneError {
		return norm.NFC.String(string(first) + string(mark))
	}
	return ""
}

// numbered reads names that hold the number of the letter.
func numbered(name string) string {
	if rest, ok := strings.CutPrefix(name, "afii"); ok {
		if n, err := strconv.Atoi(rest); err == nil {
			return cyrillic(n)
		}
	}
	for _, prefix := range []string{"uni", "u"} {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || len(rest) < 4 || len(rest) > 40 {
			continue
		}
		if prefix == "u" && len(rest) <= 6 {
			if n, err := strconv.ParseUint(rest, 16, 32); err == nil && n <= unicode.MaxRune {
				return clean(string(rune(n)))
			}
		}
		var b strings.Builder
		for ; len(rest) >= 4; rest = rest[4:] {
			n, err := strconv.ParseUint(rest[:4], 16, 32)
			if err != nil {
				return ""
			}
			b.WriteRune(rune(n))
		}
		return clean(b.String())
	}
	return ""
}

// cyrillic is the letter of a number in Adobe's list of glyphs of other scripts.
func cyrillic(n int) string {
	switch {
	case n == 10023:
		return "Ё"
	case n == 10071:
		return "ё"
	case n >= 10017 && n <= 10022:
		return string(rune('А' + n - 10017))
	case n >= 10024 && n <= 10049:
		return string(rune('Ж' + n - 10024))
	case n >= 10051 && n <= 10062:
		return string([]rune("ЂЃЄЅІЇЈЉЊЋЌЎ")[n-10051])
	case n >= 10065 && n <= 10070:
		return string(rune('а' + n - 10065))
	case n >= 10072 && n <= 10097:
		return string(rune('ж' + n - 10072))
	case n >= 10099 && n <= 10110:
		return string([]rune("ђѓєѕіїјљњћќў")[n-10099])
	case n == 10050:
		return "Ґ"
	case n == 10098:
		return "ґ"
	case n == 10145:
		return "Џ"
	case n == 10193:
		return "џ"
	}
	return ""
}

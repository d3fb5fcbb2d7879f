package rtf

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// control reads what follows a backslash.
func (r *reader) control() {
	c, err := r.in.ReadByte()
	if err != nil {
		return
	}
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		word, n, given := r.word(c)
		r.do(word, n, given)
		return
	}
	switch c {
	case '\'':
		var digits [2]byte
		if _, err := io.ReadFull(r.in, digits[:]); err != nil {
			return
		}
		if b, err := strconv.ParseUint(string(digits[:]), 16, 8); err == nil && b != 0 {
			r.char(byte(b))
		}
	case '{', '}', '\\':
		r.char(c)
	case '~':
		r.sign(" ")
	case '_':
		r.sign("-")
	case '*':
		r.top().starred = true
	case '\r', '\n':
		r.par()
	}
}

// word reads a word of letters, its number, and the space that ends it.
func (r *reader) word(c byte) (word string, n int, given bool) {
	const most = 32
	letters := []byte{c}
	digits := []byte{}
	for {
		c, err := r.in.ReadByte()
		switch {
		case err != nil:
		case len(digits) == 0 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') && len(letters) < most:
			letters = append(letters, c)
			continue
		case len(digits) < 12 && (c >= '0' && c <= '9' || c == '-' && len(digits) == 0):
			digits = append(digits, c)
			continue
		case c != ' ':
			_ = r.in.UnreadByte() // the byte before was just read
		}
		n, err = strconv.Atoi(string(digits))
		return string(letters), n, err == nil
	}
}

// targets are the words that say where the text of a group goes. Of what a star marks all else goes nowhere.
var targets = map[string]target{
	"fonttbl": toFonts, "stylesheet": toStyles, "title": toTitle, "author": toAuthor, "revtim": toRevised,
	"colortbl": toNothing, "info": toNothing, "pict": toNothing, "objdata": toNothing, "fldinst": toNothing, "themedata": toNothing, "datastore": toNothing,
	"listtext": toNothing, "pntext": toNothing, "listtable": toNothing, "listoverridetable": toNothing, "rsidtbl": toNothing, "xmlnstbl": toNothing,
	"filetbl": toNothing, "revtbl": toNothing, "shprslt": toNothing, "nonesttables": toNothing, "nonshppict": toNothing, "upr": toNothing, "sp": toNothing,
	"bkmkstart": toNothing, "bkmkend": toNothing, "xe": toNothing, "tc": toNothing, "creatim": toNothing, "printim": toNothing, "buptim": toNothing,
	"header": toMargin, "headerl": toMargin, "headerr": toMargin, "headerf": toMargin, "footer": toMargin, "footerl": toMargin, "footerr": toMargin, "footerf": toMargin,
	"annotation": toMargin, "ftnsep": toNothing, "ftnsepc": toNothing, "aftnsep": toNothing, "aftnsepc": toNothing, "atnid": toNothing, "atnauthor": toNothing,
}

// shown are targets that a star marks and that are text nevertheless.
var shown = map[string]bool{"shpinst": true, "shptxt": true, "ud": true, "footnote": true}

// signs are characters that are written as words.
var signs = map[string]string{"tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ", "qmspace": " ", "line": "\n", "softline": "\n"}

// do does what a word says.
func (r *reader) do(word string, n int, given bool) {
	if r.toSkip > 0 && word != "bin" && word != "u" {
		r.toSkip--
		return
	}
	if word == "bin" {
		if n > 0 {
			_, _ = r.in.Discard(n) // a file that ends in a picture ends
		}
		return
	}
	g := r.top()
	starred := g.starred
	g.starred = false
	if to, ok := targets[word]; ok && r.over == 0 {
		r.flush()
		if g.to == toText || word == "title" || word == "author" || word == "revtim" {
			g.to = to
		}
		return
	}
	if starred && !shown[word] {
		if g.to == toText && r.over == 0 {
			g.to = toNothing
		}
		return
	}
	if s, ok := signs[word]; ok {
		r.sign(s)
		return
	}
	r.act(g, word, n, given)
}

// act does what a word says that is neither a target nor a sign.
func (r *reader) act(g *group, word string, n int, given bool) {
	switch word {
	case "u":
		r.unicode(n)
	case "uc":
		g.skip = max(0, min(n, 32))
	case "ud":
		g.to = toText
	case "par", "sect", "page", "column", "nestcell", "nestrow":
		r.par()
	case "cell", "row":
		if r.par(); g.to != toText {
			break
		}
		if r.flow().CloseCell(); word == "row" {
			r.flow().CloseRow()
		}
	case "footnote":
		r.flush()
		if r.over == 0 {
			g.note, g.table, g.style, g.level = true, false, 0, 0
		}
	case "f":
		r.flush()
		g.font, r.font = n, n
	case "fcharset":
		r.listFont(charsets[n])
	case "cpg":
		r.listFont(n)
	case "ansicpg":
		r.page = n
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "yr", "mo", "dy":
		if at := strings.Index("yrmody", word) / 2; g.to == toRevised {
			r.revised[at] = n
		}
	default:
		r.format(g, word, n, given)
	}
}

// format changes how the text from here on looks.
func (r *reader) format(g *group, word string, n int, given bool) {
	on := !given || n != 0
	switch word {
	case "v", "deleted", "plain":
		r.flush()
		g.hidden = word == "v" && on || word == "deleted" && g.hidden
		g.deleted = word == "deleted" && on || word == "v" && g.deleted
	case "pard":
		r.flush()
		g.style, g.level, g.table = 0, 0, false
	case "s":
		if r.style = n; g.to != toStyles {
			r.flush()
			g.style = n
		}
	case "outlinelevel":
		r.flush()
		if g.level = 0; n >= 0 && n < 6 {
			g.level = n + 1
		}
	case "intbl":
		r.flush()
		g.table = true
	}
}

// sign puts a character that is written as a word.
func (r *reader) sign(s string) {
	if r.toSkip > 0 {
		r.toSkip--
		return
	}
	r.flush()
	if s != "\n" || r.flow().Head() != nil {
		r.put(s)
	}
}

// par ends a paragraph.
func (r *reader) par() {
	r.flush()
	if r.top().to == toText {
		r.flow().End()
	}
}

func (r *reader) listFont(page int) {
	if r.top().to == toFonts && len(r.fonts) < maxListed && page > 0 {
		r.fonts[r.font] = page
	}
}

// charsets are the code pages of the character sets that fonts name; the others are the file's.
var charsets = map[int]int{77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 850}

// pages are the names of code pages that are not "windows-" and the number.
var pages = map[int]string{10000: "macintosh", 932: "shift_jis", 949: "euc-kr", 936: "gbk", 950: "big5", 65001: "utf-8", 10007: "x-mac-cyrillic", 20866: "koi8-r", 28592: "iso-8859-2"}

// decode makes UTF-8 of characters of a code page; of one that is not known Western letters.
func decode(b []byte, page int) string {
	ascii := true
	for _, c := range b {
		ascii = ascii && c < 0x80
	}
	if ascii {
		return string(b)
	}
	var e encoding.Encoding
	switch page {
	case 437:
		e = charmap.CodePage437
	case 850:
		e = charmap.CodePage850
	default:
		name := pages[page]
		if name == "" {
			name = "windows-" + strconv.Itoa(page)
		}
		if e, _ = charset.Lookup(name); e == nil {
			e = charmap.Windows1252
		}
	}
	out, err := io.ReadAll(e.NewDecoder().Reader(bytes.NewReader(b)))
	if err != nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return strings.ToValidUTF8(string(out), "\ufffd")
}

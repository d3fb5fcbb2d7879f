package document

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestDecode(t *testing.T) {
	russian := strings.Repeat("Мост через реку закрыли в понедельник, сообщили в городе. ", 6)
	in := func(page *charmap.Charmap, s string) string {
		b, err := page.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, c := range []struct{ name, in, want, encoding string }{
		{"Russian of DOS", in(charmap.CodePage866, russian), russian, "ibm866?"},
		{"Russian of Windows", in(charmap.Windows1251, russian), russian, "windows-1251?"},
		{"Russian of Unix", in(charmap.KOI8R, russian), russian, "koi8-r?"},
		{"Western letters of Windows", in(charmap.Windows1252, "In Malmö “it rained”, said Zoë of Orléans."), "In Malmö “it rained”, said Zoë of Orléans.", "windows-1252?"},
		{"a page names its encoding", in(charmap.Windows1250, "<html><meta charset=windows-1250><p>Łódź i Gdańsk"), "<html><meta charset=windows-1250><p>Łódź i Gdańsk", "windows-1250"},
		{"a page names it by its equivalent of a header", in(charmap.ISO8859_2, `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź`), `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź`, "iso-8859-2"},
		{"what prose says of encodings names none", in(charmap.Windows1252, "The mail said charset=koi8-r and was read in Orléans."), "The mail said charset=koi8-r and was read in Orléans.", "windows-1252?"},
		{"a page in single bytes that says UTF-16", in(charmap.Windows1252, "<meta charset=utf-16><p>Rain fell in Orléans."), "<meta charset=utf-16><p>Rain fell in Orléans.", "windows-1252?"},
		{"a page in ASCII that says UTF-16", "<meta charset=utf-16><p>Rain fell.", "<meta charset=utf-16><p>Rain fell.", "UTF-8"},
		{"UTF-8 with a damaged letter", "Łódź i Gdańsk \xc5, Żółć", "Łódź i Gdańsk \ufffd, Żółć", "UTF-8?"},
		{"UTF-16 without a mark", "R\x00a\x00i\x00n\x00 \x00f\x00e\x00l\x00l\x00", "Rain fell", "UTF-16LE?"},
	} {
		got, err := decode([]byte(c.in), "")
		if err != nil || got.text != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, err, got.text, c.want)
		}
		if name := got.encoding + map[bool]string{true: "?"}[got.guessed]; name != c.encoding {
			t.Errorf("%s is read as %q, want %q", c.name, name, c.encoding)
		}
	}
	if s, err := decode([]byte(strings.Repeat("\xe9\xf7\xff\xd0\xdf\xc3", 40)), ""); err == nil || !errors.Is(err, ErrEncoding) {
		t.Errorf("rows of letters that no page makes words of: %q, %v", s.text, err)
	}
}

func TestDecode_AsAPersonSays(t *testing.T) {
	for _, c := range []struct{ name, in, label, want string }{
		{"a guess that was wrong", "\xb3\xf3d\xbc", "iso-8859-2", "łódź"},
		{"letters that a page has not are shown as damaged", "a\x81b", "windows-1253", "a\ufffdb"},
		{"UTF-16", "R\x00\xe9\x00", "utf-16le", "Ré"},
		{"what was valid can be read otherwise", "Ã©", "windows-1252", "ÃƒÂ©"},
	} {
		got, err := decode([]byte(c.in), c.label)
		if err != nil || got.text != c.want || got.encoding != c.label || got.guessed {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
	if _, err := decode([]byte("a"), "of the moon"); !errors.Is(err, ErrEncoding) {
		t.Errorf("an encoding that is none: %v", err)
	}
	for _, name := range Encodings {
		if _, err := decode([]byte("a "), name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"line ends of Windows and of old Macs", "a\r\nb\rc", "a\nb\nc"},
		{"soft hyphens, joiners and what has no width", "Alex\u00adandria, Lis\u2060bon, Bra\u200bga\ufeff", "Alexandria, Lisbon, Braga"},
		{"marks of direction", "\u200eLima\u200f \u202aCuzco\u202c \u2068Ica\u2069", "Lima Cuzco Ica"},
		{"joiners that change letters stay", "می\u200cرود", "می\u200cرود"},
		{"letters and marks that are seen stay", "“Żółć” – naïve… €5", "“Żółć” – naïve… €5"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBase(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"folders are left out", "dir/sub/a.txt", "a.txt"},
		{"a path of Windows", `C:\news\a.txt`, "a.txt"},
		{"a share of Windows", `\\host\news\a.txt`, "a.txt"},
		{"a file's name may hold a backslash", `news/a\b.txt`, `a\b.txt`},
	} {
		if got := base(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

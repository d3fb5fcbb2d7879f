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
	for _, c := range []struct{ name, in, want string }{
		{"Russian of DOS", in(charmap.CodePage866, russian), russian},
		{"Russian of Windows", in(charmap.Windows1251, russian), russian},
		{"Russian of Unix", in(charmap.KOI8R, russian), russian},
		{"Western letters of Windows", in(charmap.Windows1252, "In Malmö “it rained”, said Zoë of Orléans."), "In Malmö “it rained”, said Zoë of Orléans."},
		{"a page names its encoding", in(charmap.Windows1250, "<html><meta charset=windows-1250><p>Łódź i Gdańsk"), "<html><meta charset=windows-1250><p>Łódź i Gdańsk"},
		{"a page names it by its equivalent of a header", in(charmap.ISO8859_2, `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź`), `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź`},
		{"what prose says of encodings names none", in(charmap.Windows1252, "The mail said charset=koi8-r and was read in Orléans."), "The mail said charset=koi8-r and was read in Orléans."},
		{"a page in single bytes that says UTF-16", in(charmap.Windows1252, "<meta charset=utf-16><p>Rain fell in Orléans."), "<meta charset=utf-16><p>Rain fell in Orléans."},
		{"a page in ASCII that says UTF-16", "<meta charset=utf-16><p>Rain fell.", "<meta charset=utf-16><p>Rain fell."},
	} {
		if got, _, err := decode([]byte(c.in)); err != nil || got != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, err, got, c.want)
		}
	}
	if s, _, err := decode([]byte(strings.Repeat("\xe9\xf7\xff\xd0\xdf\xc3", 40))); err == nil || !errors.Is(err, ErrEncoding) {
		t.Errorf("rows of letters that no page makes words of: %q, %v", s, err)
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

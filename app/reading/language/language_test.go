package language

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"English news", "The minister said on Monday that talks would go on in the capital, and that they had not been easy.", "en"},
		{"English with many foreign names", "Łukasz Żółkiewski of Gdańsk met Jürgen Größler in Köln, and they said that it was a good talk.", "en"},
		{"an English paragraph that begins with an Arabic quote", "«السلام عليكم» said the mayor of the town, who was in the office of the council with his staff.", "en"},
		{"English in capitals", "THE MINISTER SAID ON MONDAY THAT TALKS WOULD GO ON IN THE CAPITAL.", "en"},
		{"German", "Der Minister sagte am Montag, dass die Gespräche in der Hauptstadt weitergehen und nicht leicht sind.", "de"},
		{"German without umlauts", "Die Regierung hat am Montag mit den Vertretern der Stadt gesprochen, und das war nicht leicht.", "de"},
		{"French", "Le ministre a déclaré lundi que les discussions se poursuivent dans la capitale et ne sont pas faciles.", "fr"},
		{"Spanish", "El ministro dijo el lunes que las conversaciones siguen en la capital y que no son fáciles para los vecinos.", "es"},
		{"Italian", "Il ministro ha detto lunedì che i colloqui nella capitale non sono facili, ma che si va avanti con gli altri.", "it"},
		{"Portuguese", "O ministro disse na segunda-feira que as conversas continuam na capital e que não são fáceis para os vizinhos.", "pt"},
		{"Dutch", "De minister zei maandag dat het overleg in de hoofdstad niet makkelijk is en dat er nog een ronde volgt.", "nl"},
		{"Polish", "Minister powiedział w poniedziałek, że rozmowy w stolicy nie są łatwe i że będzie jeszcze jedna runda.", "pl"},
		{"Russian", "Министр сообщил в понедельник, что переговоры в столице продолжаются и что они не были простыми.", "ru"},
		{"Ukrainian", "Міністр повідомив у понеділок, що переговори в столиці тривають і що вони не були простими.", "uk"},
		{"Turkish", "Bakan pazartesi günü başkentte görüşmelerin sürdüğünü ve bunun kolay olmadığını söyledi, ancak yeni bir tur için tarih verdi.", "tr"},
		{"Arabic", "قال الوزير يوم الاثنين إن المحادثات في العاصمة مستمرة، وإن هذه الجولة لم تكن سهلة على الوفد.", "ar"},
		{"Persian is no Arabic", "وزیر گفت که گفتگوها در پایتخت ادامه دارد و این دور برای هیئت آسان نبود.", "fa"},
		{"Swedish is no Danish", "Ministern sade på måndagen att samtalen i huvudstaden inte är lätta och att det också blir en ny runda.", "sv"},
		{"Czech", "Ministr v pondělí řekl, že rozhovory v hlavním městě nejsou snadné a že bude ještě jedno kolo.", "cs"},
		{"Hungarian", "A miniszter hétfőn azt mondta, hogy a tárgyalások a fővárosban nem könnyűek, és lesz még egy forduló.", "hu"},
		{"Greek, by its script", "Ο υπουργός δήλωσε τη Δευτέρα ότι οι συνομιλίες συνεχίζονται.", "el"},
		{"Chinese", "部长星期一表示首都的会谈将继续进行", "zh"},
		{"Japanese is no Chinese", "大臣は月曜日に首都での会談が続くと述べた", "ja"},
		{"Korean", "장관은 월요일 수도에서 회담이 계속된다고 말했다", "ko"},
		{"most of the text decides", strings.Repeat("Der Minister sagte am Montag, dass die Gespräche weitergehen. ", 5) + "The minister said so.", "de"},
		{"nothing is in no language", "", ""},
		{"figures are in no language", "12 345 6.7 2025-03-12 99 %", ""},
		{"names are in no language", "Anna Lindqvist, Per Holm, Kursk, Sudzha, Moskva, Tver", ""},
		{"one small word is too little", "the Kremlin", ""},
		{"bytes that are no text", "\xff\xfe\x00\x01\x80", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, p := Of(c.text)
			if got != c.want {
				t.Fatalf("%s (%.2f), want %q", got, p, c.want)
			}
			if got != "" && p < 0.8 {
				t.Errorf("%s is only %.2f likely", got, p)
			}
		})
	}
}

// TestTable: a letter or word that does not belong into a row makes every text of another language less sure.
func TestTable(t *testing.T) {
	tags := map[string]bool{}
	for _, e := range table {
		if tags[e.tag] {
			t.Errorf("%s stands twice", e.tag)
		}
		tags[e.tag] = true
		if n := len(strings.Fields(e.words)); n < 25 {
			t.Errorf("%s has %d words", e.tag, n)
		}
		for _, w := range strings.Fields(e.words) {
			if strings.ToLower(w) != w || strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) >= 0 {
				t.Errorf("%s: %q cannot be met: words are small letters only", e.tag, w)
			}
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("The minister said that talks go on.")
	f.Add("\xff大臣は")
	f.Fuzz(func(t *testing.T, s string) {
		tag, p := Of(s)
		if again, q := Of(s); again != tag || q != p {
			t.Fatalf("%q: %s %v, then %s %v", s, tag, p, again, q)
		}
		if (tag == "") != (p == 0) || p < 0 || p > 1 {
			t.Fatalf("%q: %q with %v", s, tag, p)
		}
		if utf8.RuneCountInString(s) < 5 && tag != "" {
			t.Fatalf("%q: %s of so little", s, tag)
		}
	})
}

func TestSmallWordsAreFound(t *testing.T) {
	for w, want := range small {
		if mask, _ := lookUp(w); mask != want {
			t.Errorf("%s: %b, want %b", w, mask, want)
		}
		if up := strings.ToUpper(w); strings.ToLower(up) == w {
			if mask, _ := lookUp(up); mask != want {
				t.Errorf("%s: %b, want %b", up, mask, want)
			}
		}
	}
}

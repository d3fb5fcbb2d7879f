package bind

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/story"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

const translations = "../../../assets/translations"

// spoken is the words of a translation, read as the window toolkit reads it.
func spoken(t *testing.T, name string) Words {
	t.Helper()
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("json", json.Unmarshal)
	if _, err := b.LoadMessageFile(filepath.Join(translations, name+".json")); err != nil {
		t.Fatal(err)
	}
	l := i18n.NewLocalizer(b, name)
	say := func(c i18n.LocalizeConfig, data []any) string {
		if len(data) > 0 {
			c.TemplateData = data[0]
		}
		s, err := l.Localize(&c)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return s
	}
	return Speak(func(s string, data ...any) string { return say(i18n.LocalizeConfig{MessageID: s}, data) },
		func(key, english string, data ...any) string {
			return say(i18n.LocalizeConfig{DefaultMessage: &i18n.Message{ID: key, Other: english}}, data)
		},
		func(key, _ string, n int, data ...any) string {
			return say(i18n.LocalizeConfig{MessageID: key, PluralCount: n}, data)
		})
}

// inLanguages are a number of things, days and numbers as each language writes them.
var inLanguages = map[string]struct {
	counts                    map[int]string
	long, full, short, month  string // Wed 5 March 2025
	may, days, until, bce     string // 5 May 2025; 5 to 7 March; an open end; 15 March 44 BCE
	number, decimal, percent  string // 12000, 1.5, 80
	capitals, title, in, deed string // of "istanbul"; "Kursk, March 2025"; 3 of 5 events; a reason with a day
}{
	"en": {map[int]string{0: "0 events", 1: "1 event", 2: "2 events", 21: "21 events", 101: "101 events"},
		"Wed 5 March 2025", "5 March 2025", "5 Mar 2025", "Mar 2025", "5 May 2025", "5–7 Mar 2025", "until 5 Mar 2025", "15 Mar 44 BCE",
		"12 000", "1.5", "80 %", "ISTANBUL", "Kursk, March 2025", "3 of 5 events", "Wed 5 March 2025: a person says so"},
	"de": {map[int]string{0: "0 Ereignisse", 1: "1 Ereignis", 2: "2 Ereignisse", 21: "21 Ereignisse", 101: "101 Ereignisse"},
		"Mi 5. März 2025", "5. März 2025", "5. März 2025", "März 2025", "5. Mai 2025", "5.–7. März 2025", "bis 5. März 2025", "15. März 44 v. Chr.",
		"12.000", "1,5", "80 %", "ISTANBUL", "Kursk, März 2025", "3 von 5 Ereignissen", "Mi 5. März 2025: von Hand angegeben"},
	"es": {map[int]string{0: "0 sucesos", 1: "1 suceso", 2: "2 sucesos", 21: "21 sucesos", 101: "101 sucesos"},
		"Mié 5 de marzo de 2025", "5 de marzo de 2025", "5 mar 2025", "mar 2025", "5 may 2025", "5–7 mar 2025", "hasta el 5 mar 2025", "15 mar 44 a. C.",
		"12 000", "1,5", "80 %", "ISTANBUL", "Kursk, marzo de 2025", "3 de 5 sucesos", "Mié 5 de marzo de 2025: lo indica una persona"},
	"fr": {map[int]string{0: "0 événement", 1: "1 événement", 2: "2 événements", 21: "21 événements", 101: "101 événements"},
		"Mer. 5 mars 2025", "5 mars 2025", "5 mars 2025", "mars 2025", "5 mai 2025", "5–7 mars 2025", "jusqu’au 5 mars 2025", "15 mars 44 av. J.-C.",
		"12 000", "1,5", "80 %", "ISTANBUL", "Kursk, mars 2025", "3 sur 5 événements", "Mer. 5 mars 2025 : donné par une personne"},
	"uk": {map[int]string{0: "0 подій", 1: "1 подія", 2: "2 події", 3: "3 події", 5: "5 подій", 11: "11 подій", 21: "21 подія", 22: "22 події", 25: "25 подій", 101: "101 подія", 111: "111 подій"},
		"ср, 5 березня 2025", "5 березня 2025", "5 бер. 2025", "бер. 2025", "5 трав. 2025", "5–7 бер. 2025", "до 5 бер. 2025", "15 бер. 44 до н. е.",
		"12 000", "1,5", "80 %", "ISTANBUL", "Kursk, березень 2025", "3 з 5 подій", "ср, 5 березня 2025: так вказала людина"},
	"ru": {map[int]string{0: "0 событий", 1: "1 событие", 2: "2 события", 3: "3 события", 5: "5 событий", 11: "11 событий", 21: "21 событие", 22: "22 события", 25: "25 событий", 101: "101 событие", 111: "111 событий"},
		"ср, 5 марта 2025", "5 марта 2025", "5 мар. 2025", "мар. 2025", "5 мая 2025", "5–7 мар. 2025", "до 5 мар. 2025", "15 мар. 44 до н. э.",
		"12 000", "1,5", "80 %", "ISTANBUL", "Kursk, март 2025", "3 из 5 событий", "ср, 5 марта 2025: так указал человек"},
	"pl": {map[int]string{0: "0 wydarzeń", 1: "1 wydarzenie", 2: "2 wydarzenia", 3: "3 wydarzenia", 5: "5 wydarzeń", 11: "11 wydarzeń", 21: "21 wydarzeń", 22: "22 wydarzenia", 25: "25 wydarzeń", 101: "101 wydarzeń", 112: "112 wydarzeń"},
		"śr. 5 marca 2025", "5 marca 2025", "5 mar 2025", "mar 2025", "5 maja 2025", "5–7 mar 2025", "do 5 mar 2025", "15 mar 44 p.n.e.",
		"12 000", "1,5", "80 %", "ISTANBUL", "Kursk, marzec 2025", "3 z 5 wydarzeń", "śr. 5 marca 2025: tak podała osoba"},
	"tr": {map[int]string{0: "0 olay", 1: "1 olay", 2: "2 olay", 5: "5 olay", 21: "21 olay", 101: "101 olay"},
		"5 Mart 2025 Çar", "5 Mart 2025", "5 Mar 2025", "Mar 2025", "5 May 2025", "5–7 Mar 2025", "5 Mar 2025 tarihine dek", "15 Mar MÖ 44",
		"12.000", "1,5", "%80", "İSTANBUL", "Kursk, Mart 2025", "5 olaydan 3", "5 Mart 2025 Çar: bir kişi öyle belirtti"},
	"ar": {map[int]string{0: "لا أحداث", 1: "حدث واحد", 2: "حدثان", 3: "3 أحداث", 5: "5 أحداث", 11: "11 حدثًا", 21: "21 حدثًا", 22: "22 حدثًا", 99: "99 حدثًا", 100: "100 حدث", 101: "101 حدث", 103: "103 أحداث", 111: "111 حدثًا"},
		"الأربعاء 5 مارس 2025", "5 مارس 2025", "5 مارس 2025", "مارس 2025", "5 مايو 2025", "5–7 مارس 2025", "حتى 5 مارس 2025", "15 مارس 44 ق.م",
		"12,000", "1.5", "80%", "ISTANBUL", "Kursk, مارس 2025", "3 من 5 أحداث", "الأربعاء 5 مارس 2025: هكذا حدد شخص"},
}

func TestEachLanguageHasItsOwnFormsOfCountsDaysAndNumbers(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(translations, "*.json"))
	if err != nil || len(files) != len(inLanguages) {
		t.Errorf("%d languages are translated and %d are held against what they should say (%v)", len(files), len(inLanguages), err)
	}
	plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	d, fifteenth := story.NewDay(2025, 3, 5), story.NewDay(-43, 3, 15)
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".json")
		w, want := spoken(t, name), inLanguages[name]
		for n, words := range want.counts {
			if got := w.Count(n, "event", "events"); plain.Replace(got) != words {
				t.Errorf("%s: %d is %q, want %q", name, n, got, words)
			}
		}
		for _, c := range []struct{ claim, got, want string }{
			{"a day with its weekday", w.longDay(d), want.long},
			{"a day", w.fullDay(d), want.full},
			{"a day in short", w.Interval(d, d), want.short},
			{"a month in short", w.Interval(d-4, d+26), want.month},
			{"a day of May", w.Interval(d+61, d+61), want.may},
			{"days of a month", w.Interval(d, d+2), want.days},
			{"an open beginning", w.Interval(story.DayMin, d), want.until},
			{"a year before the era", w.Interval(fifteenth, fifteenth), want.bce},
			{"a number", w.Number(12_000), want.number},
			{"a fraction", w.decimal(1.5, 1), want.decimal},
			{"a share", w.percent(80), want.percent},
			{"capitals", w.upper("istanbul"), want.capitals},
			{"the month of a title", w.titled("Kursk, March 2025"), want.title},
			{"some of many", w.N("{{.Count}} of {{.N}} events", 5, map[string]any{"Count": 3}), want.in},
			{"a day in a reason", w.reason(story.Why("time.pub.given", "2025-03-05", "Wed 5 March 2025")), want.deed},
		} {
			if plain.Replace(c.got) != c.want {
				t.Errorf("%s: %s is %q, want %q", name, c.claim, c.got, c.want)
			}
		}
	}
}

func TestReasonsKeepTheWordsOfTheArticle(t *testing.T) {
	w := spoken(t, "de")
	for _, c := range []struct {
		claim, want string
		r           story.Reason
	}{
		{"what is quoted stays, what was made of it is worded", "„5 March 2025“ nennt 5. März 2025 von sich aus", story.Why("time.absolute", "5 March 2025", "", "5 March 2025")},
		{"months from and to", "der Erscheinungstag ist selbst nur erschlossen: März – Mai 2025", story.Why("time.unsure", "March to May 2025")},
		{"days from and to", "der Erscheinungstag ist selbst nur erschlossen: 5 – 7. März 2025", story.Why("time.unsure", "5 to 7 March 2025")},
		{"a year is a year", "der Erscheinungstag ist selbst nur erschlossen: 2024", story.Why("time.unsure", "2024")},
	} {
		if got := w.reason(c.r); got != c.want {
			t.Errorf("%s: %q, want %q", c.claim, got, c.want)
		}
	}
}

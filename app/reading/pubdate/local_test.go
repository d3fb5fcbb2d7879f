package pubdate

import (
	"strings"
	"testing"

	"dateline/app/story"
)

// A stamp in UTC is the day of the place of publication where the page tells what that was.
func TestFind_TakesTheLocalDayOfAStampInUTC(t *testing.T) {
	stamp := func(day, clock string, src story.DateSource) story.DateClue {
		d, _ := story.ParseDay(day)
		return story.DateClue{Day: d, Clock: clock, Source: src, Words: "datePublished: " + day}
	}
	for _, c := range []struct {
		name, text, url string
		clues           []story.DateClue
		want            string
		moved           bool
	}{
		{"the address names the day before", "", "https://news.example/2023/11/08/bridge", []story.DateClue{stamp("2023-11-09", "03:28Z", story.SourceJSONLD)}, "2023-11-08", true},
		{"a date line names the day before", "Bridge to be mended\nNov. 8, 2023, 10:28 p.m. ET" + body, "", []story.DateClue{stamp("2023-11-09", "03:28Z", story.SourceMeta)}, "2023-11-08", true},
		{"a <time> names the day after", "", "", []story.DateClue{stamp("2023-11-09", "20:10+00:00", story.SourceJSONLD), stamp("2023-11-10", "05:10", story.SourceTime)}, "2023-11-10", true},
		{"another stamp names the zone", "", "", []story.DateClue{stamp("2023-11-09", "03:28Z", story.SourceJSONLD), stamp("2023-11-09", "22:40-05:00", story.SourceUpdated)}, "2023-11-08", true},
		{"the country has one zone", "", "https://news.example.it/bridge", []story.DateClue{stamp("2020-12-05", "23:15Z", story.SourceJSONLD)}, "2020-12-06", true},
		{"in summer it is an hour more", "", "https://news.example.co.uk/bridge", []story.DateClue{stamp("2020-07-05", "23:15Z", story.SourceJSONLD)}, "2020-07-06", true},
		{"in winter it is not", "", "https://news.example.co.uk/bridge", []story.DateClue{stamp("2020-12-05", "23:15Z", story.SourceJSONLD)}, "2020-12-05", false},
		{"the address agrees", "", "https://news.example.it/2020/12/05/bridge", []story.DateClue{stamp("2020-12-05", "23:15Z", story.SourceJSONLD)}, "2020-12-05", false},
		{"a stamp with its own zone stays", "", "https://news.example/2023/11/08/bridge", []story.DateClue{stamp("2023-11-09", "03:28+01:00", story.SourceJSONLD)}, "2023-11-09", false},
		{"no zone is that far west", "", "https://news.example/2023/11/08/bridge", []story.DateClue{stamp("2023-11-09", "13:28Z", story.SourceJSONLD)}, "2023-11-09", false},
		{"nothing tells", "", "https://news.example/bridge", []story.DateClue{stamp("2023-11-09", "03:28Z", story.SourceJSONLD)}, "2023-11-09", false},
	} {
		text := c.text
		if text == "" {
			text = "Bridge to be mended" + body
		}
		p := of(&story.Document{Text: text, URL: c.url, Dates: c.clues})
		moved := false
		for _, r := range p.Reasons {
			moved = moved || r.Code == whyLocal
		}
		if p.Best.String() != c.want || moved != c.moved {
			t.Errorf("%s: got %s, moved %v", c.name, p.Best, moved)
		}
	}
}

func TestFind_ReadsDateLinesOfOtherLanguages(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"French", "Publié le 12 mars 2019 à 10h14 - Mis à jour le 14 mars 2019", "2019-03-12"},
		{"Spanish", "/ martes 17 de marzo de 2020", "2020-03-17"},
		{"Russian", "18 февраля 2020, 09:15", "2020-02-18"},
		{"Korean with a reporter", "이용민 기자 | 2020-03-04 16:52:59", "2020-03-04"},
		{"Portuguese figures with a source and a picture", "22/11/2020 - 04:30 - Fonte: Agência Brasil - Foto: Ana Reis/Palmas", "2020-11-22"},
		{"German, changed only", "Aktualisiert am 3. Mai 2020", ""},
		{"Italian figures, changed only", "Aggiornato il 25/03/2020", ""},
		{"a sentence is no date line", "Le 12 mars 2019, le conseil a voté la réparation du vieux pont de pierre sur la rivière.", ""},
	} {
		p := of(&story.Document{Text: "Bridge to be mended\n" + c.line + body})
		got := ""
		if p.Kind == story.DateExplicit {
			got = p.Best.String()
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q (%s)", c.name, got, c.want, strings.TrimSpace(c.line))
		}
	}
}

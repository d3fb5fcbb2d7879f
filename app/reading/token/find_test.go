package token

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func cut(s string) []string {
	t := Split(s)
	out := []string{}
	for i := range t.Tokens {
		out = append(out, t.Word(i))
	}
	return out
}

func TestSplit_Tokens(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"words and a full stop", "Rain fell.", "Rain|fell|."},
		{"initials keep their stops", "the U.S. and D.C. met", "the|U.S.|and|D.C.|met"},
		{"hyphen between names is a token", "U.S.-Russia talks", "U.S.|-|Russia|talks"},
		{"number and unit at a hyphen", "a 30-day truce", "a|30|-|day|truce"},
		{"possessive is split off", "Kyiv’s army, Rome's walls", "Kyiv|’s|army|,|Rome|'s|walls"},
		{"plural possessive is split off", "the soldiers' lives", "the|soldiers|'|lives"},
		{"apostrophe inside a name stays", "O'Neill and Ma’rib", "O'Neill|and|Ma’rib"},
		{"dates and clocks are one number", "15/03/2025 08:00", "15/03/2025|08:00"},
		{"thousands and ordinals", "1,200 on the 12th", "1,200|on|the|12th"},
		{"money", "$75 billion", "$|75|billion"},
		{"em dash between words", "Moscow—a full", "Moscow|—|a|full"},
		{"title with stop", "Gov. Smith said", "Gov.|Smith|said"},
		{"initial of a name", "John F. Kennedy", "John|F.|Kennedy"},
		{"year with apostrophe", "in ’24 and '25", "in|’24|and|'25"},
		{"clock with letters", "at 5 p.m. and 6pm", "at|5|p.m.|and|6pm"},
		{"ellipsis is one token", "well... yes", "well|...|yes"},
		{"quotation marks are tokens", "“Yes,” she said", "“|Yes|,|”|she|said"},
		{"no-break space parts words", "urged\u00a0Ann", "urged|Ann"},
		{"a soft hyphen parts no word", "Alex\u00adandria on Mon\u00adday", "Alexandria|on|Monday"},
		{"nor does what joins or has no width", "Lis\u2060bon and Bra\u200bga", "Lisbon|and|Braga"},
		{"nor do marks of direction around a word", "in \u200eLisbon\u200f, \u202aPorto\u202c", "in|Lisbon|,|Porto"},
		{"other scripts", "Курск и Суджа.", "Курск|и|Суджа|."},
		{"month with stop", "on Jan. 5", "on|Jan.|5"},
		{"day name at the end keeps the stop apart", "He sat.", "He|sat|."},
		{"empty", "", ""},
	} {
		if got := strings.Join(cut(c.in), "|"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestSplit_Sentences(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"two sentences", "Rain fell. It was cold.", []string{"Rain fell.", "It was cold."}},
		{"title does not end one", "Mr. Smith met Gov. Jones.", []string{"Mr. Smith met Gov. Jones."}},
		{"country initials before a title", "The U.S. President spoke.", []string{"The U.S. President spoke."}},
		{"country initials before a starter", "He left the U.S. The envoy stayed.", []string{"He left the U.S.", "The envoy stayed."}},
		{"hour before a city", "at 5 p.m. Kyiv time", []string{"at 5 p.m. Kyiv time"}},
		{"closing mark belongs to the sentence", "“Go home.” He left.", []string{"“Go home.”", "He left."}},
		{"question inside a quotation", "“Why?” he asked. Nobody knew.", []string{"“Why?” he asked.", "Nobody knew."}},
		{"blank line ends", "A headline\n\nThe text", []string{"A headline", "The text"}},
		{"line break before a capital ends", "A headline\nThe text goes on.", []string{"A headline", "The text goes on."}},
		{"line break in mid sentence goes on", "the text\ngoes on.", []string{"the text\ngoes on."}},
		{"decimal point", "It rose 3.5 per cent.", []string{"It rose 3.5 per cent."}},
		{"a capital after a stop without space", "He came home.Then he slept.", []string{"He came home.", "Then he slept."}},
		{"bracket closes", "He left (at noon.) She stayed.", []string{"He left (at noon.)", "She stayed."}},
		{"wrapped text is joined", "The minister went to the capital of the country on\nMonday and met with the President of the neighbouring\nRepublic who had come there by train in the morning and\nParliament sat until late.\n",
			[]string{"The minister went to the capital of the country on\nMonday and met with the President of the neighbouring\nRepublic who had come there by train in the morning and\nParliament sat until late."}},
	} {
		tx := Split(c.in)
		got := []string{}
		for _, s := range tx.Sentences {
			a, b := tx.Bytes(s)
			got = append(got, c.in[a:b])
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, d)
		}
	}
}

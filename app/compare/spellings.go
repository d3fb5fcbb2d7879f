package compare

import (
	"slices"
	"strings"
	"unicode"

	"dateline/app/spelling"
	"dateline/app/story"
	"dateline/geo"
	"golang.org/x/text/unicode/norm"
)

// Spelling is one person or place that the articles write in several ways: "Kharkiv" and "Kharkov".
type Spelling struct {
	Place   geo.PlaceID // 0 for a person
	Speaker int         // index into Story.Speakers; -1 for a place
	Forms   []Form      // the commonest first
}

// Form is one way to write a name, and where.
type Form struct {
	Text string
	Docs []int        // the articles that write it so, in order
	At   []story.Span // its first mention in each of Docs
}

// Spellings lists the names that are written in several ways: spellings of one name, not other names for the same
// ("Putin", "the president"; "Russia", "Russian Federation").
func Spellings(s *story.Story, docs []int) []Spelling {
	b := newBench(s, docs)
	out := b.people()
	return append(out, b.places()...)
}

// places are those whose name is spelled in several ways.
func (b *bench) places() (out []Spelling) {
	forms := map[geo.PlaceID][]Form{}
	var order []geo.PlaceID
	for _, d := range b.docs {
		a := b.s.Articles[d]
		for i := range a.Toponyms {
			t := &a.Toponyms[i]
			if !t.Placed || t.Use == story.UseAdjective || t.Use == story.UseInName || !a.ZoneAt(t.Span.Start).Counts() {
				continue
			}
			if forms[t.Place.ID] == nil {
				order = append(order, t.Place.ID)
			}
			forms[t.Place.ID] = withForm(forms[t.Place.ID], t.Name, d, t.Span)
		}
	}
	for _, id := range order {
		if twins := twinsOf(forms[id], twin); len(twins) > 1 {
			out = append(out, Spelling{Place: id, Speaker: -1, Forms: twins})
		}
	}
	return out
}

// people are those whose surname is spelled in several ways, or else their name in full: "Hristo Belov", "Christo Belov".
func (b *bench) people() (out []Spelling) {
	forms, full := make([][]Form, len(b.s.Speakers)), make([][]Form, len(b.s.Speakers))
	names := map[string]int{}
	for i := range b.s.Speakers {
		if p := &b.s.Speakers[i]; p.Kind == story.SpeakerPerson {
			for _, alias := range p.Aliases {
				names[alias] = i
			}
		}
	}
	for _, d := range b.docs {
		a := b.s.Articles[d]
		for i := range a.People {
			p := &a.People[i]
			who, ok := names[p.Name]
			for k := 0; !ok && k < len(p.Aliases); k++ {
				who, ok = names[p.Aliases[k]]
			}
			if !ok {
				continue
			}
			for _, at := range p.Spans {
				words := unpossessed(at.In(a.Text))
				forms[who] = withForm(forms[who], words[strings.LastIndexByte(words, ' ')+1:], d, at)
				full[who] = withForm(full[who], words, d, at)
			}
		}
	}
	for i := range forms {
		twins := twinsOf(forms[i], twin)
		if len(twins) < 2 {
			twins = twinsOf(full[i], fullTwin)
		}
		if len(twins) > 1 {
			out = append(out, Spelling{Speaker: i, Forms: twins})
		}
	}
	return out
}

// unpossessed is a name without a possessive.
func unpossessed(name string) string {
	return strings.TrimSuffix(strings.ReplaceAll(name, "’", "'"), "'s")
}

// fullTwin reports whether two names of somebody have the same words, some of them spelled otherwise.
func fullTwin(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	other := false
	for i := range x {
		if x[i] != y[i] {
			if !spelling.Same(x[i], y[i]) {
				return false
			}
			other = other || !strings.EqualFold(x[i], y[i])
		}
	}
	return other
}

func withForm(list []Form, text string, doc int, at story.Span) []Form {
	text = strings.Join(strings.Fields(text), " ")
	i := slices.IndexFunc(list, func(f Form) bool { return f.Text == text })
	if i < 0 {
		return append(list, Form{Text: text, Docs: []int{doc}, At: []story.Span{at}})
	}
	if list[i].Docs[len(list[i].Docs)-1] != doc {
		list[i].Docs = append(list[i].Docs, doc)
		list[i].At = append(list[i].At, at)
	}
	return list
}

// twinsOf are the forms that spell one name in several ways, the commonest first: at least two, else nil.
func twinsOf(forms []Form, twin func(a, b string) bool) []Form {
	var out []Form
	for i := range forms {
		if slices.ContainsFunc(forms, func(f Form) bool { return twin(f.Text, forms[i].Text) }) {
			out = append(out, forms[i])
		}
	}
	slices.SortStableFunc(out, func(a, b Form) int { return len(b.Docs) - len(a.Docs) })
	return out
}

// twin reports whether two names of one person or place are one name in two spellings: nearly the same letters or the same
// sounds, and not merely another case.
func twin(a, b string) bool {
	x, y := []rune(folded(a)), []rune(folded(b))
	if a == b || len(x) < 4 || len(y) < 4 || strings.EqualFold(a, b) {
		return false
	}
	if strings.Count(a, " ") == strings.Count(b, " ") && spelling.Close(a, b) {
		return true
	}
	if x[0] != y[0] {
		return false
	}
	if strings.HasPrefix(string(x)+" ", string(y)+" ") || strings.HasPrefix(string(y)+" ", string(x)+" ") {
		return string(x) == string(y) // marks on letters alone differ; else one is the other with more to it: "Kursk region"
	}
	return distance(x, y)*3 <= max(len(x), len(y))
}

// folded is a name in small letters without marks.
func folded(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// distance is how many letters have to be changed, put in or taken out to make one of the other (Levenshtein).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before := row[0]
		row[0] = i + 1
		for j := range b {
			cost := before + one(a[i] != b[j])
			before = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

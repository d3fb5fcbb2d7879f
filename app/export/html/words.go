package html

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"dateline/app/export"
	"dateline/app/export/internal/draw"
	"dateline/app/export/rows"
	"dateline/app/story"
	"dateline/geo"
)

// collect makes the items of the page: rows of one sentence, day and place are one.
func (p *page) collect() {
	marks := p.markOf()
	seen := map[itemKey]int{}
	n := 0
	for r := range rows.All(p.Story, p.View) {
		if n >= len(p.View.Events) {
			i := p.View.Quotes[n-len(p.View.Events)]
			q := &p.Story.Quotes[i]
			if r.Says() {
				p.quotes = append(p.quotes, p.item(r, q.Doc, q.Span, marks[-1-i]))
			} else {
				p.bare++
			}
			n++
			continue
		}
		i := p.View.Events[n]
		n++
		e := &p.Story.Events[i]
		x := p.item(r, e.Doc, e.Sentence, marks[i])
		x.open = !e.Modality.Real()
		k := itemKey{doc: e.Doc, at: e.Sentence.Start, from: e.When.Earliest, to: e.When.Latest, open: x.open, actor: r.PlaceUse() == "actor"}
		if e.Where != nil {
			k.place, k.name = e.Where.Place.ID, e.Where.Place.Name
		}
		at, met := seen[k]
		if !met {
			at = len(p.items)
			seen[k] = at
			p.items = append(p.items, x)
		}
		y := &p.items[at]
		y.what = append(y.what, e.What)
		y.p = max(y.p, r.P)
		y.words = append(y.words, e.When.Words)
		if w := e.Where; w != nil && w.Toponym >= 0 && w.Toponym < len(p.Story.Articles[e.Doc].Toponyms) {
			y.words = append(y.words, p.Story.Articles[e.Doc].Toponyms[w.Toponym].Span)
		}
	}
	byDay := func(a, b item) int { return a.When.Compare(b.When) }
	slices.SortStableFunc(p.items, byDay)
	slices.SortStableFunc(p.quotes, byDay)
}

// itemKey is what rows have in common that are told as one.
type itemKey struct {
	doc, at     int
	from, to    story.Day
	place       geo.PlaceID
	name        string
	open, actor bool
}

func (p *page) item(r rows.Row, doc int, at story.Span, mark int) item {
	x := item{Row: r, doc: doc, at: at, mark: mark - 1, place: -1, p: r.P}
	if r.Where != nil && !r.Where.Actor {
		if i, ok := p.ground.places[r.Where.Place.ID]; ok {
			x.place = i
		}
	}
	return x
}

// markOf gives the number of the mark of each event, and of each quote i at -1-i, counted from 1; 0 is none.
func (p *page) markOf() map[int]int {
	out := map[int]int{}
	for i := range p.View.Marks {
		for _, e := range p.View.Marks[i].Events {
			out[e] = i + 1
		}
		for _, q := range p.View.Marks[i].Quotes {
			out[-1-q] = i + 1
		}
	}
	return out
}

func (x *item) country() bool { return x.Where != nil && x.Where.Place.Kind == geo.KindCountry }

func lane(doc int) string { return fmt.Sprintf("a%d", doc%len(light.map_.Lanes)) }

// day is the chip with the day.
func (p *page) day(x *item) string {
	out := `<span class="day">` + draw.Text(p.shortDays(x.When)) + `</span>`
	if x.open {
		out += ` <span class="note">` + draw.Text(p.Unreal(p.Story.Events[x.Index].Modality)) + `</span>`
	}
	return out
}

// place is the chip with the place; the script makes it lead to the mark.
func (p *page) place(x *item) string {
	if x.Where == nil {
		return ""
	}
	class := "where"
	if x.Where.Actor {
		class += " actor"
	}
	return ` <span class="` + class + `" dir="auto">` + draw.Text(cut(p.PlaceName(&x.Where.Place))) + `</span>`
}

// cut keeps a name to a length that anybody reads.
func cut(s string) string {
	const most = 100
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// shortDays is a Moment as short as it can be said without saying more than is known: "12 Mar 2025", "10–16 Mar 2025", "2022".
func (p *page) shortDays(m story.Moment) string {
	if !m.Dated() {
		return p.Say("undated")
	}
	return p.ShortDays(m.Earliest, m.Latest)
}

// known says how day and place are known, how sure it is, and whether a person has looked.
func (p *page) known(x *item) {
	place := p.Say("Place: told in the article.")
	switch {
	case x.Where == nil:
		place = p.Say("Place: none is told.")
	case x.Where.Actor:
		place = p.Say("Place: the seat of who acts or speaks.")
	case x.country():
		place = p.Say("Place: only the country is told.")
	}
	said := []string{p.Say("Day: {{.Day}}", "Day", p.HowKnown(x.When)) + ".", place, p.Say("{{.N}} % sure.", "N", fmt.Sprintf("%.0f", 100*export.Round3(x.p)))}
	switch status, from := p.checked.Of(&x.Row); {
	case status == "verified":
		said = append(said, p.Say("Checked by a person."))
	case status == "corrected" && from != "":
		said = append(said, p.Say("Corrected by a person from: {{.Was}}.", "Was", from))
	case status == "corrected":
		said = append(said, p.Say("Corrected by a person."))
	case status == "cannot":
		said = append(said, p.Say("A person looked: it cannot be told."))
	default:
		said = append(said, p.Say("Not checked by a person."))
	}
	p.WriteString(draw.Text(strings.Join(said, " ")))
	e := &p.Story.Events[x.Index]
	if why := append(p.Because(e.Reasons), p.Because(e.When.Reasons)...); len(why) > 0 {
		p.Printf(" <details><summary>%s</summary>%s</details>", p.t("Why"), draw.Text(strings.Join(why, "; ")))
	}
}

// piece is a stretch of a sentence with a class of its own.
type piece struct {
	story.Span
	class string
}

// sentence writes the sentence of an event, with the words of its day and place marked.
func (p *page) sentence(x *item) {
	a := p.Story.Articles[x.doc]
	at := x.at
	for _, q := range p.pieces(x) {
		if q.Start < at.Start || q.End > at.End {
			continue
		}
		p.WriteString(draw.Text(spaces(a.Text[at.Start:q.Start])))
		p.Printf(`<span class="%s">%s</span>`, q.class, draw.Text(spaces(a.Text[q.Start:q.End])))
		at.Start = q.End
	}
	if at.End > len(a.Text) || at.Start > at.End {
		return
	}
	p.WriteString(draw.Text(spaces(a.Text[at.Start:at.End])))
}

func (p *page) pieces(x *item) []piece {
	var out []piece
	for _, w := range x.words {
		if w.Empty() {
			continue
		}
		class := "ti"
		for _, t := range p.Story.Articles[x.doc].Toponyms {
			if t.Span == w {
				class = "pl"
				if x.Where != nil && x.Where.Actor {
					class = "pl actor"
				}
			}
		}
		out = append(out, piece{w, class})
	}
	slices.SortFunc(out, func(a, b piece) int { return a.Start - b.Start })
	return slices.CompactFunc(out, func(a, b piece) bool { return a.Span.Overlaps(b.Span) })
}

// spaces makes each run of white space one space.
func spaces(s string) string {
	var b strings.Builder
	was := false
	for _, r := range s {
		is := unicode.IsSpace(r)
		switch {
		case is && !was:
			b.WriteByte(' ')
		case !is:
			b.WriteRune(r)
		}
		was = is
	}
	return b.String()
}

// narrow is how many days a Moment may span that has a say in what the slider shows.
const narrow = 31

// days are the first and last days of what spans so many days at most.
func (p *page) days(most int) (out []int32) {
	for _, list := range [2][]item{p.items, p.quotes} {
		for i := range list {
			b := bounds(list[i].When)
			if b[0] != nil && b[1] != nil && int(*b[1]-*b[0]) > most {
				continue
			}
			for _, d := range b {
				if d != nil {
					out = append(out, *d)
				}
			}
		}
	}
	return out
}

// axis is the days of the slider: those of all but a few far-off events, which are reached by Previous and Next.
func (p *page) axis() [2]int32 {
	days := p.days(narrow)
	if len(days) == 0 {
		days = p.days(math.MaxInt32)
	}
	if len(days) == 0 {
		return [2]int32{}
	}
	slices.Sort(days)
	first, last := days[0], days[len(days)-1]
	a, b := days[len(days)/10], days[len(days)-1-len(days)/10]
	if room := max(3, (b-a)/2); last-first > 3*max(7, b-a) {
		first, last = max(first, a-room), min(last, b+room)
	}
	if last-first < 6 {
		first, last = first-3, last+3
	}
	return [2]int32{first, last}
}

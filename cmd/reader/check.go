package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/app/review"
	"dateline/app/story"
	"dateline/geo"
)

// checkLine is one line of "reader check"; see ARCHITECTURE.md. Offsets are code points.
type checkLine struct {
	Kind     string   `json:"kind"`
	Article  string   `json:"article"`
	File     string   `json:"file,omitempty"`
	Start    *int     `json:"start"`
	End      *int     `json:"end"`
	Text     string   `json:"text"`
	Mentions int      `json:"mentions"`
	Shown    string   `json:"shown"`
	P        float64  `json:"p"`
	Rivals   []string `json:"rivals"`
	Weight   float64  `json:"weight"`
	Status   string   `json:"status"`
}

// check is "reader check": what a person should look at, the least sure and most useful first.
func (t *tool) check(args []string) error {
	fs := t.flags("check")
	t.added.flags(fs)
	if err := parse(fs, args); err != nil {
		return err
	}
	if fs.NArg() == 0 {
		return misuse("no file named")
	}
	o, _ := dateOption("")
	in := t.open(fs.Args(), o)
	s, err := t.tell(in)
	if err != nil || s == nil {
		return err
	}
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	for _, i := range review.Items(s, in.log) {
		a := s.Articles[i.Doc]
		l := checkLine{Kind: i.Kind.String(), Article: a.ID, File: a.File, Text: i.About.Words, Mentions: i.Mentions, Shown: shown(s, &i), P: round(1 - i.Doubt),
			Rivals: rivals(&i), Weight: round(i.Weight), Status: i.Status.String()}
		if !i.About.Span.Empty() {
			start := utf8.RuneCountInString(a.Text[:i.About.Span.Start])
			end := start + utf8.RuneCountInString(i.About.Words)
			l.Start, l.End = &start, &end
		}
		if err := enc.Encode(l); err != nil {
			return err
		}
	}
	return t.ctx.Err()
}

func round(v float64) float64 { return float64(int(v*1000+0.5)) / 1000 }

// shown is what the program chose, in words.
func shown(s *story.Story, i *review.Item) string {
	switch i.Kind {
	case review.KindPlace:
		return placeName(&i.Place)
	case review.KindUse:
		return placeName(&i.Place) + ", " + i.Use.String()
	case review.KindUnplaced:
		return "not placed"
	case review.KindSpeaker:
		if i.Speaker < 0 {
			return "nobody"
		}
		return s.Speakers[i.Speaker].Name
	}
	return days(i.When)
}

func placeName(p *geo.Place) string {
	out := []string{p.Name}
	if p.Admin1Name != "" && p.Admin1Name != p.Name {
		out = append(out, p.Admin1Name)
	}
	if p.Country != "" {
		out = append(out, p.Country)
	}
	return strings.Join(out, ", ")
}

func days(m story.Moment) string {
	switch {
	case !m.Dated():
		return "not known"
	case m.Earliest == m.Latest:
		return m.Earliest.String()
	}
	end := func(d story.Day) string {
		if !d.Bounded() {
			return ".."
		}
		return d.String()
	}
	return fmt.Sprintf("%s/%s", end(m.Earliest), end(m.Latest))
}

func rivals(i *review.Item) []string {
	out := []string{}
	for k := range i.Rivals {
		out = append(out, placeName(&i.Rivals[k].Place))
	}
	for k := range i.Times {
		out = append(out, days(i.Times[k].Moment))
	}
	return out
}

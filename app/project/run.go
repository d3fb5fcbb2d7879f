package project

import (
	"bytes"
	"encoding/json"
	"slices"

	"dateline/app/quiz"
	"dateline/app/slides"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// runJSON is which slides are presented. A slide is kept as it stands, so that one of a kind that a later version made comes
// back as it was.
type runJSON struct {
	Made   string            `json:"made"`
	Slides []json.RawMessage `json:"slides,omitempty"`
}

type slideJSON struct {
	ID    string      `json:"id"`
	Kind  string      `json:"kind"`
	Parts []partJSON  `json:"parts,omitempty"`
	Ask   string      `json:"ask,omitempty"`
	Head  string      `json:"head,omitempty"`
	Body  string      `json:"body,omitempty"`
	Note  string      `json:"note,omitempty"`
	Area  *[4]float64 `json:"area,omitempty"` // west, south, east, north
	Hide  bool        `json:"hide,omitempty"`
}

type partJSON struct {
	Article string   `json:"article"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Text    string   `json:"text"`
	Event   string   `json:"event,omitempty"`
	Quote   string   `json:"quote,omitempty"`
	Keep    [][2]int `json:"keep,omitempty"`
}

// The words of the file.
var (
	madeNames  = [...]string{slides.MadeMain: "main", slides.MadeAll: "all", slides.MadeOwn: "own"}
	asks       = [...]quiz.Kind{quiz.Where, quiz.When, quiz.Who, quiz.First, quiz.Which}
	slideKinds = [...]string{slides.Told: "told", slides.Title: "title", slides.Text: "text", slides.Asked: "question"}
)

// The bounds of what is read.
const (
	mostSlides = 20000
	mostParts  = 50    // stretches of one slide
	mostWords  = 20000 // bytes of a text
)

// runOf is the run of f; nil where nobody has chosen anything.
func runOf(f *File) json.RawMessage {
	if f.Run.Made == slides.MadeMain {
		return nil
	}
	out := runJSON{Made: madeNames[f.Run.Made]}
	texts := make(map[string]*points, len(f.Documents))
	for i := range f.Documents {
		texts[f.Documents[i].ID] = &points{text: f.Documents[i].Text}
	}
	for i := range f.Run.Slides {
		s := &f.Run.Slides[i]
		if s.Kind == slides.Later {
			out.Slides = append(out.Slides, json.RawMessage(s.Raw))
			continue
		}
		if b, err := marshal(slideOf(s, texts)); err == nil {
			out.Slides = append(out.Slides, joined(b, s.Raw))
		}
	}
	b, err := marshal(out)
	if err != nil {
		return nil
	}
	return b
}

func slideOf(s *slides.Slide, texts map[string]*points) slideJSON {
	out := slideJSON{ID: s.ID, Kind: slideKinds[s.Kind], Head: s.Head, Body: s.Body, Note: s.Note, Hide: s.Hide}
	if s.Kind == slides.Asked {
		out.Ask = s.Ask.String()
	}
	if s.Held {
		out.Area = &[4]float64{s.Area.Min[0], s.Area.Min[1], s.Area.Max[0], s.Area.Max[1]}
	}
	for i := range s.Parts {
		p := &s.Parts[i]
		in := texts[p.Article]
		if in == nil { // its article was taken out: the numbers count in the words that are kept
			in = &points{text: p.Words}
		}
		j := partJSON{Article: p.Article, Text: p.Words, Event: string(p.Event), Quote: string(p.Quote)}
		j.Start, j.End = in.pair(p.Span)
		for _, k := range p.Keep {
			a, b := in.pair(k)
			j.Keep = append(j.Keep, [2]int{a, b})
		}
		out.Parts = append(out.Parts, j)
	}
	return out
}

// run reads which slides are presented. A slide that cannot be read is kept and passed over.
func (u *unpacker) run(f *File, raw json.RawMessage) {
	var j runJSON
	if len(raw) == 0 {
		return
	}
	if json.Unmarshal(raw, &j) != nil {
		u.leave("which slides are presented cannot be read: it is kept as it is")
		f.keep("run", raw)
		return
	}
	for made, name := range madeNames {
		if j.Made == name {
			f.Run.Made = slides.Made(made)
		}
	}
	if f.Run.Made != slides.MadeOwn && len(j.Slides) > 0 {
		f.Run.Made = slides.MadeOwn // made in a way that a later version knows: the slides are there
	}
	texts := make(map[string]*points, len(f.Documents))
	for i := range f.Documents {
		texts[f.Documents[i].ID] = &points{text: f.Documents[i].Text}
	}
	if len(j.Slides) > mostSlides {
		u.leave("of %d slides the first %d are read", len(j.Slides), mostSlides)
		j.Slides = j.Slides[:mostSlides]
	}
	seen := map[string]bool{}
	for i, raw := range j.Slides {
		s, ok := readSlide(raw, texts)
		if !ok {
			u.leave("slide %d was made by a newer version of the program: it is kept and passed over", i+1)
		}
		if s.ID == "" || seen[s.ID] {
			s.ID = freeID(seen, i)
		}
		seen[s.ID] = true
		f.Run.Slides = append(f.Run.Slides, s)
	}
}

func freeID(seen map[string]bool, i int) string {
	id := "slide " + string(rune('0'+i%10))
	for seen[id] {
		id += "+"
	}
	return id
}

func readSlide(raw json.RawMessage, texts map[string]*points) (slides.Slide, bool) {
	var j slideJSON
	err := json.Unmarshal(raw, &j)
	var flat bytes.Buffer
	if json.Compact(&flat, raw) != nil {
		return slides.Slide{Kind: slides.Later, Raw: "{}"}, false
	}
	later := slides.Slide{ID: j.ID, Kind: slides.Later, Raw: flat.String()}
	kind := -1
	for k, name := range slideKinds {
		if j.Kind == name {
			kind = k
		}
	}
	if err != nil || kind < 0 || len(j.Parts) > mostParts || len(j.Head)+len(j.Body)+len(j.Note) > mostWords {
		return later, false
	}
	s := slides.Slide{ID: j.ID, Kind: slides.Kind(kind), Head: j.Head, Body: j.Body, Note: j.Note, Hide: j.Hide, Raw: unknown(raw)}
	if s.Kind == slides.Asked {
		k := slices.IndexFunc(asks[:], func(k quiz.Kind) bool { return k.String() == j.Ask })
		if k < 0 {
			return later, false // something that only a newer program can ask
		}
		s.Ask = asks[k]
	}
	if a := j.Area; a != nil && onEarth([2]float64{a[0], a[1]}) && onEarth([2]float64{a[2], a[3]}) && a[0] < a[2] && a[1] < a[3] {
		s.Area, s.Held = orb.Bound{Min: orb.Point{a[0], a[1]}, Max: orb.Point{a[2], a[3]}}, true
	}
	for i := range j.Parts {
		p, ok := readPart(&j.Parts[i], texts)
		if !ok {
			return later, false
		}
		s.Parts = append(s.Parts, p)
	}
	return s, true
}

// unknown are the members of a slide that only a later version knows, as JSON; "" where there are none.
func unknown(raw json.RawMessage) string {
	var all map[string]json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return ""
	}
	for _, known := range []string{"id", "kind", "parts", "ask", "head", "body", "note", "area", "hide"} {
		delete(all, known)
	}
	if len(all) == 0 {
		return ""
	}
	out, err := marshal(all)
	if err != nil {
		return ""
	}
	return string(out)
}

// joined is a slide with the members that only a later version knows.
func joined(slide []byte, more string) json.RawMessage {
	if more == "" {
		return slide
	}
	return append(append(bytes.TrimSuffix(slide, []byte("}")), ','), more[1:]...)
}

func readPart(j *partJSON, texts map[string]*points) (slides.Part, bool) {
	p := slides.Part{Article: j.Article, Words: j.Text, Event: story.EventID(j.Event), Quote: story.QuoteID(j.Quote)}
	in := texts[j.Article]
	if in == nil {
		in = &points{text: j.Text}
	}
	var ok bool
	if p.Span, ok = in.span(j.Start, j.End); !ok || len(j.Text) > mostWords || len(j.Keep) > mostParts {
		return p, false
	}
	at := p.Span.Start
	for _, k := range j.Keep {
		span, ok := in.span(k[0], k[1])
		if !ok || span.Start < at || span.End > p.Span.End {
			return p, false
		}
		p.Keep = append(p.Keep, span)
		at = span.End
	}
	return p, true
}

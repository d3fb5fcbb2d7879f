package main

import (
	"encoding/json"
	"unicode/utf8"

	"dateline/app/compare"
	"dateline/app/story"
)

// compareOut is what "reader compare" writes; see ARCHITECTURE.md. Offsets are code points.
type compareOut struct {
	Events    []compareEvent   `json:"events"`
	Quotes    [][]compareQuote `json:"quotes"`
	Only      []compareFigures `json:"only"`
	Figures   []compareFigures `json:"figures"`
	Spellings [][]string       `json:"spellings"`
	Sources   []compareSource  `json:"sources"`
	Heard     []compareVoice   `json:"heard"`
	Places    []compareCover   `json:"places"`
	Days      []compareCover   `json:"days"`
}

type compareEvent struct {
	ID       string           `json:"id"`
	Kind     string           `json:"kind"`
	What     string           `json:"what"`
	Where    *string          `json:"where"`
	When     []string         `json:"when"`
	Articles []compareTelling `json:"articles"`
	Silent   []string         `json:"silent"`
}

type compareTelling struct {
	Article  string   `json:"article"`
	Stance   string   `json:"stance"`
	Modality string   `json:"modality,omitempty"`
	Speaker  *string  `json:"speaker"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Text     string   `json:"text"`
	Sentence int      `json:"sentence"`
	Only     []string `json:"only"`
}

type compareQuote struct {
	Article string  `json:"article"`
	Speaker *string `json:"speaker"`
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Text    string  `json:"text"`
}

type compareFigures struct {
	Event   string          `json:"event"`
	Of      string          `json:"of"`
	Where   *string         `json:"where"`
	When    []string        `json:"when"`
	Figures []compareFigure `json:"figures"`
}

type compareFigure struct {
	Article string  `json:"article"`
	Value   float64 `json:"value"`
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Text    string  `json:"text"`
}

type compareSource struct {
	Article      string         `json:"article"`
	File         string         `json:"file,omitempty"`
	Published    []string       `json:"published"`
	Kind         string         `json:"kind"`
	Named        []string       `json:"named"`
	Institutions []string       `json:"institutions"`
	Unnamed      []string       `json:"unnamed"`
	Quotes       int            `json:"quotes"`
	Unsourced    int            `json:"unsourced"`
	Sentences    int            `json:"sentences"`
	Voices       []compareVoice `json:"voices"`
	Words        int            `json:"words"`
	Sides        []compareSide  `json:"sides"`
	Publisher    string         `json:"publisher,omitempty"`
	Author       string         `json:"author,omitempty"`
	Dateline     string         `json:"dateline,omitempty"`
}

type compareSide struct {
	Country string `json:"country"` // "" where it is not known
	Voices  int    `json:"voices"`
	Quotes  int    `json:"quotes"`
	Words   int    `json:"words"`
}

type compareVoice struct {
	Speaker string `json:"speaker"`
	Quotes  int    `json:"quotes"`
	Words   int    `json:"words"`
}

type compareCover struct {
	Place  string         `json:"place,omitempty"`
	Day    string         `json:"day,omitempty"`
	Events map[string]int `json:"events"` // by article; those that tell nothing are left out
}

// compare is "reader compare": where the articles differ, and who is heard in each.
func (t *tool) compare(args []string) error {
	fs := t.flags("compare")
	if err := parse(fs, args); err != nil {
		return err
	}
	if fs.NArg() == 0 {
		return misuse("no file named")
	}
	o, _ := dateOption("")
	s, err := t.tell(t.open(fs.Args(), o))
	if err != nil || s == nil {
		return err
	}
	w := comparing{s: s}
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(w.out()); err != nil {
		return err
	}
	return t.ctx.Err()
}

// comparing puts a comparison into the words of the command line.
type comparing struct{ s *story.Story }

func (w *comparing) out() compareOut {
	out := compareOut{Events: []compareEvent{}, Quotes: [][]compareQuote{}, Only: []compareFigures{}, Figures: []compareFigures{}, Spellings: [][]string{},
		Sources: []compareSource{}, Places: []compareCover{}, Days: []compareCover{}}
	for _, d := range compare.Differences(w.s, nil) {
		switch d.Kind {
		case compare.Figures:
			out.Figures = append(out.Figures, w.figures(&d))
		case compare.OnlyFigure:
			out.Only = append(out.Only, w.figures(&d))
		default:
			out.Events = append(out.Events, w.event(&d))
		}
	}
	for _, v := range compare.Wordings(w.s, nil) {
		out.Quotes = append(out.Quotes, w.wording(&v))
	}
	for _, sp := range compare.Spellings(w.s, nil) {
		var forms []string
		for _, f := range sp.Forms {
			forms = append(forms, f.Text)
		}
		out.Spellings = append(out.Spellings, forms)
	}
	sources := compare.Sources(w.s, nil)
	for i := range sources {
		out.Sources = append(out.Sources, w.source(&sources[i]))
	}
	out.Heard = w.voices(compare.Heard(sources))
	places, days := compare.Coverage(w.s, nil)
	for i := range places {
		out.Places = append(out.Places, compareCover{Place: places[i].Place.Name, Events: w.counts(places[i].Counts)})
	}
	for i := range days {
		out.Days = append(out.Days, compareCover{Day: days[i].Subject.Day.String(), Events: w.counts(days[i].Counts)})
	}
	return out
}

func (w *comparing) event(d *compare.Difference) compareEvent {
	e := compareEvent{ID: d.Subject.Event, Kind: d.Kind.String(), What: d.What, Where: whereName(d.Where), When: whenDays(d.When), Articles: []compareTelling{}, Silent: []string{}}
	for _, c := range compare.Of(w.s, d.Subject, nil).Cells {
		a := w.s.Articles[c.Doc]
		if c.Stance == compare.Silent {
			e.Silent = append(e.Silent, a.ID)
		}
		for _, t := range c.Tellings {
			start, end := points(a.Text, t.Span)
			e.Articles = append(e.Articles, compareTelling{Article: a.ID, Stance: t.Stance.String(), Modality: t.Modality.String(), Speaker: w.speaker(t.Speaker),
				Start: start, End: end, Text: t.Span.In(a.Text), Sentence: t.Nth, Only: texts(a.Text, t.Only)})
		}
	}
	return e
}

func (w *comparing) figures(d *compare.Difference) compareFigures {
	out := compareFigures{Event: d.Subject.Event, Of: d.What, Where: whereName(d.Where), When: whenDays(d.When)}
	for _, f := range d.Figures {
		a := w.s.Articles[f.Doc]
		start, end := points(a.Text, f.Span)
		out.Figures = append(out.Figures, compareFigure{Article: a.ID, Value: f.Value, Start: start, End: end, Text: f.Span.In(a.Text)})
	}
	return out
}

func (w *comparing) wording(v *compare.Wording) (out []compareQuote) {
	for _, i := range v.Quotes {
		q := &w.s.Quotes[i]
		a := w.s.Articles[q.Doc]
		start, end := points(a.Text, q.Span)
		out = append(out, compareQuote{Article: a.ID, Speaker: w.speaker(q.Speaker), Start: start, End: end, Text: q.Span.In(a.Text)})
	}
	return out
}

func (w *comparing) source(src *compare.Source) compareSource {
	a := w.s.Articles[src.Doc]
	out := compareSource{Article: a.ID, File: a.File, Kind: src.Published.Kind.String(), Named: w.names(src.Named), Institutions: w.names(src.Institutions), Unnamed: w.names(src.Unnamed),
		Quotes: src.Quotes, Unsourced: src.Unsourced, Sentences: src.Sentences, Voices: w.voices(src.Voices),
		Words: src.Words, Sides: []compareSide{}, Publisher: a.PublishedBy(), Author: a.Author(), Dateline: src.Dateline}
	for _, x := range compare.Sides(w.s, src.Voices) {
		out.Sides = append(out.Sides, compareSide(x))
	}
	if src.Published.Kind != story.DateUnknown {
		out.Published = []string{src.Published.From.String(), src.Published.To.String()}
	}
	return out
}

func (w *comparing) voices(list []compare.Voice) []compareVoice {
	out := []compareVoice{}
	for _, v := range list {
		out = append(out, compareVoice{w.s.Speakers[v.Speaker].Name, v.Quotes, v.Words})
	}
	return out
}

func (w *comparing) counts(n []int) map[string]int {
	out := map[string]int{}
	for doc, k := range n {
		if k > 0 {
			out[w.s.Articles[doc].ID] = k
		}
	}
	return out
}

func (w *comparing) names(speakers []int) []string {
	out := []string{}
	for _, i := range speakers {
		out = append(out, w.s.Speakers[i].Name)
	}
	return out
}

func (w *comparing) speaker(i int) *string {
	if i < 0 {
		return nil
	}
	return &w.s.Speakers[i].Name
}

func whereName(w *story.Spot) *string {
	if w == nil {
		return nil
	}
	return &w.Place.Name
}

// whenDays is the first and the last day that something may have happened on; nil if neither is known.
func whenDays(m story.Moment) []string {
	if !m.Dated() {
		return nil
	}
	return []string{m.Earliest.String(), m.Latest.String()}
}

func points(text string, at story.Span) (start, end int) {
	start = utf8.RuneCountInString(text[:at.Start])
	return start, start + utf8.RuneCountInString(at.In(text))
}

func texts(text string, spans []story.Span) []string {
	out := []string{}
	for _, at := range spans {
		out = append(out, at.In(text))
	}
	return out
}

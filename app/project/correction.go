package project

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// entry is one correction as a line of log.jsonl, and as `reader correct` reads it: offsets are code points of the
// article's text. A key of set that is null says "none" or "not known".
type entry struct {
	Article string                     `json:"article,omitempty"` // Document.ID, or the name of its file
	Start   *int                       `json:"start,omitempty"`
	End     *int                       `json:"end,omitempty"`
	Text    string                     `json:"text,omitempty"`
	Set     map[string]json.RawMessage `json:"set"`
	Scope   string                     `json:"scope,omitempty"`
	AsRead  bool                       `json:"as_read,omitempty"`
	At      string                     `json:"at,omitempty"`
	Was     string                     `json:"was,omitempty"`
	Why     string                     `json:"why,omitempty"`
}

// EncodeCorrection writes a correction as one line of JSON, without the line's end. text is that of the article it is
// about.
func EncodeCorrection(c story.Correction, text string) ([]byte, error) {
	e := entry{Article: c.About.Article, AsRead: c.AsRead, At: c.At, Was: c.Was, Why: c.Why, Set: map[string]json.RawMessage{}}
	if c.Scope != story.ScopeOne {
		e.Scope = c.Scope.String()
	}
	if c.About.Words != "" {
		e.Text = c.About.Words
		if c.Kind != story.CorrectPerson {
			start, end := (&points{text: text}).pair(c.About.Span)
			e.Start, e.End = &start, &end
		}
	}
	for key, v := range valuesOf(c) {
		if b, err := marshal(v); err == nil {
			e.Set[key] = b
		}
	}
	return marshal(e)
}

// valuesOf is what a correction sets, by key; nil is null.
func valuesOf(c story.Correction) map[string]any {
	switch c.Kind {
	case story.CorrectPublished:
		return map[string]any{"published": dayOrNull(c.From)}
	case story.CorrectPlace:
		switch {
		case c.Pinned && c.Radius > 0:
			return map[string]any{"place": [2]float64{c.Pin[0], c.Pin[1]}, "radius": c.Radius}
		case c.Pinned:
			return map[string]any{"place": [2]float64{c.Pin[0], c.Pin[1]}}
		case c.Place != 0:
			return map[string]any{"place": c.Place}
		}
		return map[string]any{"place": nil}
	case story.CorrectUse:
		return map[string]any{"use": c.Use.String()}
	case story.CorrectWhen:
		return map[string]any{"when": daysOrNull(c.From, c.To)}
	case story.CorrectSpeaker:
		return map[string]any{"speaker": nameOrNull(c.Speaker)}
	case story.CorrectPerson:
		return map[string]any{"person": nameOrNull(c.Speaker)}
	case story.CorrectModality:
		return map[string]any{"modality": c.Modality.String()}
	case story.CorrectAdd:
		return map[string]any{"add": c.Mention.String()}
	case story.CorrectRemove:
		return map[string]any{"remove": true, "of": c.Mention.String()}
	case story.CorrectChecked:
		return map[string]any{"checked": c.Verdict.String(), "of": c.Mention.String()}
	case story.CorrectTitle:
		return map[string]any{"title": c.Text}
	case story.CorrectOut:
		return map[string]any{"out": true}
	case story.CorrectOrder:
		return map[string]any{"position": c.Position}
	case story.CorrectNote:
		return map[string]any{"note": c.Text}
	}
	return nil
}

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

func dayOrNull(d story.Day) any {
	if !d.Bounded() {
		return nil
	}
	return d.String()
}

func daysOrNull(from, to story.Day) any {
	switch {
	case !from.Bounded() && !to.Bounded():
		return nil
	case from == to:
		return from.String()
	case !from.Bounded():
		return "../" + to.String()
	case !to.Bounded():
		return from.String() + "/.."
	}
	return from.String() + "/" + to.String()
}

func nameOrNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// Reader reads lines of corrections. Its functions may be nil, which finds nothing.
type Reader struct {
	// Article gives the document that a line names, by its Document.ID or the name of its file.
	Article func(name string) (*story.Document, bool)
	// Days reads days in plain words, "early March 2025", as of the article; false where they are none.
	Days func(words string, of *story.Document) (from, to story.Day, ok bool)
}

// Decode reads one line: the corrections it makes, one for each key of set. The error says in a sentence what is wrong
// with the line.
func (r *Reader) Decode(line []byte) ([]story.Correction, error) {
	var e entry
	dec := json.NewDecoder(bytes.NewReader(line))
	if err := dec.Decode(&e); err != nil {
		return nil, fmt.Errorf("it is no correction: %v", err)
	}
	c := story.Correction{AsRead: e.AsRead, At: e.At, Was: e.Was, Why: e.Why}
	if e.Scope != "" {
		s, ok := story.ParseScope(e.Scope)
		if !ok {
			return nil, fmt.Errorf("scope is %q; it can be one, article or story", e.Scope)
		}
		c.Scope = s
	}
	var doc *story.Document
	if e.Article != "" {
		var ok bool
		if r.Article != nil {
			doc, ok = r.Article(e.Article)
		}
		if !ok {
			return nil, fmt.Errorf("no article is called %q", e.Article)
		}
		c.About.Article = doc.ID
	}
	if e.Text != "" {
		c.About.Words = e.Text
	}
	if e.Start != nil && e.End != nil {
		if doc == nil {
			return nil, errors.New("it has start and end, and no article")
		}
		p := points{text: doc.Text}
		span, ok := p.span(*e.Start, *e.End)
		if !ok || span.In(doc.Text) != e.Text {
			if span, ok = near(doc.Text, e.Text, span.Start); !ok {
				return nil, fmt.Errorf("the words %q are not in the article", e.Text)
			}
		}
		c.About.Span = span
	}
	return r.sets(e.Set, c, doc)
}

// near finds words in a text, where they stand closest to a position.
func near(text, words string, at int) (story.Span, bool) {
	best, found := 0, false
	for from := 0; words != ""; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			break
		}
		if i += from; !found || distance(i, at) < distance(best, at) {
			best, found = i, true
		}
		from = i + len(words)
	}
	return story.Span{Start: best, End: best + len(words)}, found
}

func distance(a, b int) int { return max(a-b, b-a) }

// sets makes a correction of each key that is known, in a fixed order.
func (r *Reader) sets(set map[string]json.RawMessage, c story.Correction, doc *story.Document) ([]story.Correction, error) {
	var out []story.Correction
	known := 0
	for _, k := range setKeys {
		raw, ok := set[k.key]
		if !ok {
			continue
		}
		known++
		if k.read == nil {
			continue // read by its companion
		}
		x := c
		if k.about && x.About.Article == "" {
			return nil, fmt.Errorf("%q needs the article it is about", k.key)
		}
		if k.words && (x.About.Span.Empty() || x.About.Words == "") {
			return nil, fmt.Errorf("%q needs start, end and text", k.key)
		}
		if err := k.read(r, &x, raw, set, doc); err != nil {
			return nil, fmt.Errorf("%q: %w", k.key, err)
		}
		out = append(out, x)
	}
	if known < len(set) || len(out) == 0 {
		return nil, fmt.Errorf("set holds nothing that can be corrected; it can be %s", strings.Join(keyNames(), ", "))
	}
	return out, nil
}

// setKey is one key of set: whether it needs an article and a stretch of it, and how it is read.
type setKey struct {
	key          string
	about, words bool
	read         func(r *Reader, c *story.Correction, raw json.RawMessage, set map[string]json.RawMessage, doc *story.Document) error
}

var setKeys []setKey

func init() {
	setKeys = []setKey{
		{"published", true, false, readPublished}, {"place", true, true, readPlace}, {"radius", true, true, nil},
		{"use", true, true, readUse}, {"when", true, true, readWhen}, {"speaker", true, true, readSpeaker},
		{"person", false, false, readPerson}, {"modality", true, true, readModality}, {"add", true, true, readAdd},
		{"remove", true, true, readRemove}, {"of", true, true, nil}, {"checked", true, false, readChecked},
		{"title", false, false, readTitle}, {"out", true, false, readOut}, {"position", true, false, readPosition},
		{"note", false, false, readNote},
	}
}

func keyNames() (out []string) {
	for _, k := range setKeys {
		if k.read != nil {
			out = append(out, k.key)
		}
	}
	return out
}

type values = map[string]json.RawMessage

func null(raw json.RawMessage) bool { return string(raw) == "null" }

func word(raw json.RawMessage) (s string, err error) {
	if null(raw) {
		return "", nil
	}
	if json.Unmarshal(raw, &s) != nil {
		return "", errors.New("it has to be a text or null")
	}
	return s, nil
}

func readPublished(r *Reader, c *story.Correction, raw json.RawMessage, _ values, doc *story.Document) error {
	c.Kind, c.About.Span, c.About.Words = story.CorrectPublished, story.Span{}, ""
	from, _, err := r.days(raw, doc)
	if err == nil && !from.Bounded() {
		if !c.AsRead {
			c.AsRead = true // null: what the article says of itself holds
		}
		from = 0
	}
	c.From, c.To = from, from
	return err
}

func readPlace(_ *Reader, c *story.Correction, raw json.RawMessage, set values, _ *story.Document) error {
	c.Kind = story.CorrectPlace
	var id geo.PlaceID
	var at [2]float64
	switch {
	case null(raw):
	case json.Unmarshal(raw, &id) == nil:
		c.Place = id
	case json.Unmarshal(raw, &at) == nil && at[0] >= -180 && at[0] <= 180 && at[1] >= -90 && at[1] <= 90:
		c.Pin, c.Pinned = orb.Point{at[0], at[1]}, true
		if km, ok := set["radius"]; ok && (json.Unmarshal(km, &c.Radius) != nil || c.Radius < 0 || c.Radius > 20000) {
			return errors.New("radius is no distance in km")
		}
	default:
		return errors.New("it has to be a number of GeoNames, [lon, lat] or null")
	}
	return nil
}

func readUse(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) (err error) {
	s, err := word(raw)
	ok := false
	if c.Kind = story.CorrectUse; err == nil {
		if c.Use, ok = story.ParseUse(s); !ok {
			err = errors.New("it can be literal, actor, adjective, topic or in-name")
		}
	}
	return err
}

func readWhen(r *Reader, c *story.Correction, raw json.RawMessage, _ values, doc *story.Document) (err error) {
	c.Kind = story.CorrectWhen
	c.From, c.To, err = r.days(raw, doc)
	if err == nil && !c.From.Bounded() && !c.To.Bounded() {
		c.From, c.To = story.DayMin, story.DayMin
	}
	return err
}

// days reads a day, a month or year, two of them with a slash between (".." for an open end), plain words, or null for
// none.
func (r *Reader) days(raw json.RawMessage, doc *story.Document) (from, to story.Day, err error) {
	s, err := word(raw)
	if err != nil || s == "" {
		return story.DayMin, story.DayMin, err
	}
	if m, ok := story.ParseEDTF(s); ok {
		return m.Earliest, m.Latest, nil
	}
	if r.Days != nil {
		if from, to, ok := r.Days(s, doc); ok {
			return from, to, nil
		}
	}
	return 0, 0, fmt.Errorf("no day can be read in %q", s)
}

func readSpeaker(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) (err error) {
	c.Kind = story.CorrectSpeaker
	c.Speaker, err = word(raw)
	return err
}

func readPerson(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) (err error) {
	if c.Kind = story.CorrectPerson; c.About.Words == "" {
		return errors.New("text has to hold the name")
	}
	c.About.Article, c.About.Span, c.Scope = "", story.Span{}, story.ScopeStory
	c.Speaker, err = word(raw)
	return err
}

func readModality(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) error {
	s, err := word(raw)
	ok := false
	if c.Kind = story.CorrectModality; err == nil {
		if c.Modality, ok = story.ParseModality(s); !ok {
			err = errors.New("it can be asserted, reported, denied, planned, conditional or background")
		}
	}
	return err
}

func readMention(c *story.Correction, raw json.RawMessage) error {
	s, err := word(raw)
	ok := false
	if err == nil {
		if c.Mention, ok = story.ParseMention(s); !ok {
			err = errors.New("it can be place, time, quote or event")
		}
	}
	return err
}

func readAdd(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) error {
	c.Kind = story.CorrectAdd
	return readMention(c, raw)
}

// readRemove takes what a stretch was found to be from "of", which is a place where it is left out.
func readRemove(_ *Reader, c *story.Correction, raw json.RawMessage, set values, _ *story.Document) error {
	c.Kind = story.CorrectRemove
	if string(raw) != "true" {
		return errors.New("it has to be true")
	}
	if of, ok := set["of"]; ok {
		return readMention(c, of)
	}
	return nil
}

func readChecked(_ *Reader, c *story.Correction, raw json.RawMessage, set values, _ *story.Document) error {
	s, err := word(raw)
	ok := false
	if c.Kind = story.CorrectChecked; err == nil {
		if c.Verdict, ok = story.ParseVerdict(s); !ok {
			return errors.New("it can be right or cannot")
		}
		if of, has := set["of"]; has {
			err = readMention(c, of)
		}
	}
	return err
}

func readTitle(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) (err error) {
	c.Kind, c.About = story.CorrectTitle, story.Target{}
	c.Text, err = word(raw)
	return err
}

func readOut(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) error {
	c.Kind, c.About = story.CorrectOut, story.Target{Article: c.About.Article}
	if string(raw) != "true" {
		return errors.New("it has to be true")
	}
	return nil
}

func readPosition(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) error {
	c.Kind, c.About = story.CorrectOrder, story.Target{Article: c.About.Article}
	if json.Unmarshal(raw, &c.Position) != nil || c.Position < 0 {
		return errors.New("it has to be the number of a position, 0 the first")
	}
	return nil
}

func readNote(_ *Reader, c *story.Correction, raw json.RawMessage, _ values, _ *story.Document) (err error) {
	c.Kind = story.CorrectNote
	c.Text, err = word(raw)
	return err
}

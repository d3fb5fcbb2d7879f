package project

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Decode reads a project of size bytes. ErrDamaged is what holds no project at all, ErrNewerVersion one of a later
// program, ErrTooLarge one that would not fit. What of a project cannot be used is left out and told in File.Left.
func Decode(r io.ReaderAt, size int64) (File, error) {
	if size > maxFile {
		return File{}, ErrTooLarge
	}
	head := make([]byte, 1)
	if n, _ := r.ReadAt(head, 0); n == 1 && head[0] == '{' {
		return decodeVersion1(io.NewSectionReader(r, 0, size))
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return File{}, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	if len(z.File) > maxEntries {
		return File{}, fmt.Errorf("%w: it has %d parts", ErrTooLarge, len(z.File))
	}
	u := unpacker{entries: map[string]*zip.File{}, room: maxAll}
	for _, e := range z.File {
		switch {
		case strings.Contains(e.Name, "..") || strings.ContainsAny(e.Name, `\:`) || strings.HasPrefix(e.Name, "/"):
			u.leave("a part named %.60q, which leads out of the file, is left out", e.Name)
		case u.entries[e.Name] != nil:
			u.leave("a second part named %.60q is left out", e.Name)
		default:
			u.entries[e.Name] = e
		}
	}
	f, err := u.file()
	f.Left = u.left
	if err != nil {
		return File{}, err
	}
	return f, nil
}

// unpacker takes a project out of its zip, with a bound on how much in all.
type unpacker struct {
	entries map[string]*zip.File
	room    int64
	left    []string
}

func (u *unpacker) leave(format string, args ...any) {
	if len(u.left) < 100 {
		u.left = append(u.left, fmt.Sprintf(format, args...))
	}
}

func (u *unpacker) entry(name string) ([]byte, error) {
	e := u.entries[name]
	if e == nil {
		return nil, fmt.Errorf("%w: %s is missing", ErrDamaged, name)
	}
	r, err := e.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %v", ErrDamaged, name, err)
	}
	defer r.Close()
	most := min(maxEntry, u.room)
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case int64(len(data)) > most:
		return nil, fmt.Errorf("%w: %s", ErrTooLarge, name)
	case err != nil:
		return nil, fmt.Errorf("%w: %s: %v", ErrDamaged, name, err)
	}
	u.room -= int64(len(data))
	return data, nil
}

func (u *unpacker) file() (File, error) {
	var f File
	data, err := u.entry("story.json")
	if err != nil {
		return f, err
	}
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
		Reads   int    `json:"reads"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return f, fmt.Errorf("%w: story.json: %v", ErrDamaged, err)
	}
	switch {
	case head.Version > Version && (head.Reads < 2 || head.Reads > Version):
		return f, fmt.Errorf("%w: version %d", ErrNewerVersion, head.Version)
	case head.Version < 2 || head.Format != "dateline":
		return f, fmt.Errorf("%w: story.json is not that of a project", ErrDamaged)
	}
	var s storyJSON
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &s); err != nil {
		return f, fmt.Errorf("%w: story.json: %v", ErrDamaged, err)
	}
	json.Unmarshal(data, &all)
	for _, known := range []string{"format", "version", "reads", "title", "articles", "places", "view", "run", "lesson"} {
		delete(all, known)
	}
	if len(all) > 0 {
		f.later = all
	}
	f.Title = s.Title
	if err := u.articles(&f, s.Articles); err != nil {
		return f, err
	}
	u.places(&f, s.Places)
	u.view(&f, s.View)
	u.run(&f, s.Run)
	if f.Lesson = string(s.Lesson) == "true"; !f.Lesson && len(s.Lesson) > 0 && string(s.Lesson) != "false" {
		f.keep("lesson", s.Lesson)
	}
	log, err := u.entry("log.jsonl")
	if err != nil {
		u.leave("what was corrected cannot be read: %v", err)
	}
	u.corrections(&f, log)
	return f, nil
}

func (u *unpacker) articles(f *File, all []articleJSON) error {
	seen := map[string]bool{}
	for i := range all {
		a := &all[i]
		if a.ID == "" || seen[a.ID] {
			u.leave("article %d (%.60q) has the id of another one and is left out", i+1, a.File)
			continue
		}
		data, err := u.entry(a.Text)
		if err != nil {
			if u.room <= 0 {
				return err
			}
			u.leave("the text of article %d (%.60q) cannot be read, and it is left out", i+1, a.File)
			continue
		}
		if !utf8.Valid(data) {
			u.leave("the text of article %d (%.60q) is no UTF-8, and it is left out", i+1, a.File)
			continue
		}
		seen[a.ID] = true
		f.Documents = append(f.Documents, u.document(a, string(data)))
		if a.Source != "" {
			if data, err := u.entry(a.Source); err == nil {
				if f.Sources == nil {
					f.Sources = map[string][]byte{}
				}
				f.Sources[a.ID] = data
			} else {
				u.leave("the file that article %d was read from is not kept", i+1)
			}
		}
	}
	return nil
}

func (u *unpacker) document(a *articleJSON, text string) story.Document {
	d := story.Document{ID: a.ID, File: a.File, Path: a.Path, Title: a.Title, Byline: a.Byline, URL: a.URL, Text: text, Notes: a.Notes, Subtitle: a.Subtitle, Publisher: a.Publisher,
		Section: a.Section, Declared: a.Language, Container: a.Container, Part: max(a.Part, 0), Joined: max(a.Joined, 0), Encoding: a.Encoding, Guessed: a.Guessed, Hash: a.Hash}
	if _, err := time.Parse(time.RFC3339, a.Retrieved); err == nil {
		d.Retrieved = a.Retrieved
	}
	if day, ok := story.ParseDay(a.Opened); ok {
		d.Opened = day
	}
	p := points{text: text}
	end := 0
	for _, z := range a.Zones {
		span, ok := p.span(z.Start, z.End)
		kind, known := story.ParseZone(z.Zone)
		if !ok || !known || span.Start < end {
			u.leave("a part of the article %.60q is not marked as %.30q: it lies outside the text", a.File, z.Zone)
			continue
		}
		end = span.End
		d.Zones = append(d.Zones, story.Zone{Span: span, Kind: kind})
	}
	for i := range a.Given {
		g, ok := a.Given[i].given(&p)
		if !ok {
			u.leave("an event that the file of the article %.60q gives cannot be used", a.File)
			continue
		}
		d.Given = append(d.Given, g)
	}
	for _, c := range a.Dates {
		day, ok := story.ParseDay(c.Day)
		span, inside := p.span(c.Start, c.End)
		if !ok || !inside || c.Source > uint8(story.SourceUpdated) {
			u.leave("a date of the article %.60q cannot be read", a.File)
			continue
		}
		d.Dates = append(d.Dates, story.DateClue{Day: day, Clock: c.Clock, Source: story.DateSource(c.Source), Words: c.Words, Span: span})
	}
	return d
}

// given is an event as the file gives it; false for one that lies outside the text or the Earth, or on no day.
func (j *givenJSON) given(p *points) (g story.Given, ok bool) {
	if g.Span, ok = p.span(j.Start, j.End); !ok || g.Span.Empty() || j.At != nil && !onEarth(*j.At) {
		return g, false
	}
	g.What, g.Place = j.What, j.Place
	if j.At != nil {
		g.At, g.HasAt = orb.Point(*j.At), true
	}
	g.Status, _ = story.ParseModality(j.Status)
	if j.From == "" && j.To == "" {
		return g, true
	}
	m := story.Moment{Earliest: story.DayMin, Latest: story.DayMax, Precision: story.PrecisionDay, P: 1, Clock: j.Clock}
	for k := story.PrecisionUnknown + 1; k <= story.PrecisionClock; k++ {
		if k.String() == j.Precision {
			m.Precision = k
		}
	}
	ok1, ok2 := true, true
	if j.From != "" {
		m.Earliest, ok1 = story.ParseDay(j.From)
	}
	if j.To != "" {
		m.Latest, ok2 = story.ParseDay(j.To)
	}
	g.When = m
	return g, ok1 && ok2 && m.Earliest <= m.Latest
}

// keep keeps a member of story.json that this version cannot read.
func (f *File) keep(name string, raw json.RawMessage) {
	if f.later == nil {
		f.later = map[string]json.RawMessage{}
	}
	f.later[name] = raw
}

func (u *unpacker) places(f *File, all []placeJSON) {
	seen := map[int64]bool{}
	for _, p := range all {
		kind := geo.ParseKind(p.Kind)
		ok := kind != geo.KindUnknown
		if !(geo.PlaceID(p.ID).Added() || p.ID > 0) || seen[p.ID] || p.Name == "" || !ok || !onEarth(p.At) || p.Km < 0 || p.Km > 20000 {
			u.leave("the place %.60q cannot be used", p.Name)
			continue
		}
		seen[p.ID] = true
		f.Places = append(f.Places, geo.Own{ID: geo.PlaceID(p.ID), Name: p.Name, Names: p.Names, Kind: kind, Point: orb.Point(p.At), Km: p.Km,
			Country: p.Country, Admin1: p.Admin1})
	}
}

func onEarth(at [2]float64) bool {
	return at[0] >= -180 && at[0] <= 180 && at[1] >= -90 && at[1] <= 90
}

func (u *unpacker) view(f *File, v *viewJSON) {
	if v == nil {
		return
	}
	f.View = View{Width: min(max(v.Width, 0), 36500), Article: v.Article, Event: story.EventID(v.Event), Quote: story.QuoteID(v.Quote), Mode: v.Mode, Rows: v.Rows, Heat: v.Heat, Counts: v.Counts, Seen: v.Seen}
	if onEarth(v.Center) && v.Zoom >= 0 && v.Zoom <= 24 {
		f.View.Center, f.View.Zoom = orb.Point(v.Center), v.Zoom
	}
	from, ok1 := story.ParseDay(v.From)
	to, ok2 := story.ParseDay(v.To)
	if ok1 && ok2 {
		f.View.Period = story.Between(from, to)
	}
	if g := v.Filter; g != nil {
		f.View.Filter = story.Filter{HideActors: g.HideActors, HideUnreal: g.HideUnreal, HideEvents: g.HideEvents, HideQuotes: g.HideQuotes, Articles: g.Articles,
			MinP: min(max(g.MinP, 0), 1), Main: max(g.Main, 0), Words: g.Words}
		for _, id := range g.Speakers {
			f.View.Filter.Speakers = append(f.View.Filter.Speakers, story.SpeakerID(id))
		}
		for _, id := range g.Places {
			f.View.Filter.Places = append(f.View.Filter.Places, geo.PlaceID(id))
		}
	}
}

// corrections reads a line for each correction. One that cannot be read is left out, the others are kept.
func (u *unpacker) corrections(f *File, data []byte) {
	byID := make(map[string]*story.Document, len(f.Documents))
	for i := range f.Documents {
		byID[f.Documents[i].ID] = &f.Documents[i]
	}
	r := Reader{Article: func(id string) (*story.Document, bool) { d, ok := byID[id]; return d, ok }}
	in := bufio.NewScanner(bytes.NewReader(data))
	in.Buffer(nil, 1<<20)
	var all []story.Correction
	for n := 1; in.Scan(); n++ {
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		cs, err := r.Decode(in.Bytes())
		if err != nil {
			u.leave("correction %d is left out: %v", n, err)
			continue
		}
		all = append(all, cs...)
	}
	if in.Err() != nil {
		u.leave("the rest of the corrections is left out: %v", in.Err())
	}
	f.Log = story.NewLog(all...)
}

// decodeVersion1 reads what the first version kept: a list of files, and of texts where there was no file.
func decodeVersion1(in io.Reader) (File, error) {
	var v struct {
		Version   int `json:"version"`
		Documents []struct {
			Name string `json:"name"`
			Path string `json:"path"`
			Text string `json:"text"`
		} `json:"documents"`
	}
	if err := json.NewDecoder(in).Decode(&v); err != nil {
		return File{}, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	switch {
	case v.Version > 1:
		return File{}, ErrNewerVersion
	case v.Version < 1:
		return File{}, fmt.Errorf("%w: no version", ErrDamaged)
	}
	var f File
	for _, d := range v.Documents {
		f.Documents = append(f.Documents, story.Document{File: d.Name, Path: d.Path, Text: d.Text})
	}
	return f, nil
}

package project

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dateline/app/story"
)

// storyJSON is story.json.
type storyJSON struct {
	Format   string        `json:"format"` // "dateline"
	Version  int           `json:"version"`
	Reads    int           `json:"reads,omitempty"` // programs that know this version can read it, though it is written by a newer one
	Title    string        `json:"title,omitempty"`
	Articles []articleJSON `json:"articles"`
	Places   []placeJSON   `json:"places,omitempty"`
	View     *viewJSON     `json:"view,omitempty"`

	// What makes a project a lesson is read by itself: what a later version makes of it must not keep the articles back.
	Run    json.RawMessage `json:"run,omitempty"`
	Lesson json.RawMessage `json:"lesson,omitempty"`
}

type articleJSON struct {
	ID        string      `json:"id"`
	File      string      `json:"file,omitempty"`
	Path      string      `json:"path,omitempty"`
	Title     string      `json:"title,omitempty"`
	Byline    string      `json:"byline,omitempty"`
	Subtitle  string      `json:"subtitle,omitempty"`
	Publisher string      `json:"publisher,omitempty"`
	Section   string      `json:"section,omitempty"`
	Language  string      `json:"language,omitempty"`
	Container string      `json:"container,omitempty"`
	Part      int         `json:"part,omitempty"`
	Joined    int         `json:"joined,omitempty"`
	Encoding  string      `json:"encoding,omitempty"`
	Guessed   bool        `json:"encoding_guessed,omitempty"`
	Hash      string      `json:"sha256,omitempty"`
	Retrieved string      `json:"retrieved,omitempty"` // RFC 3339, in UTC
	URL       string      `json:"url,omitempty"`
	Text      string      `json:"text"`             // entry of the zip
	Source    string      `json:"source,omitempty"` // entry of the zip: the bytes it was read from
	Opened    string      `json:"opened,omitempty"`
	Zones     []zoneJSON  `json:"zones,omitempty"`
	Dates     []dateJSON  `json:"dates,omitempty"`
	Given     []givenJSON `json:"given,omitempty"`
	Notes     []string    `json:"notes,omitempty"`
}

type zoneJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Zone  string `json:"zone"`
}

type dateJSON struct {
	Day    string `json:"day"`
	Clock  string `json:"clock,omitempty"`
	Source uint8  `json:"source"` // story.DateSource
	Words  string `json:"words,omitempty"`
	Start  int    `json:"start,omitempty"`
	End    int    `json:"end,omitempty"`
}

// givenJSON is an event that the file itself gives.
type givenJSON struct {
	Start     int         `json:"start"`
	End       int         `json:"end"`
	What      string      `json:"what,omitempty"`
	Place     string      `json:"place,omitempty"`
	At        *[2]float64 `json:"at,omitempty"`
	From      string      `json:"from,omitempty"`
	To        string      `json:"to,omitempty"`
	Precision string      `json:"precision,omitempty"`
	Clock     string      `json:"clock,omitempty"`
	Status    string      `json:"status,omitempty"`
}

type placeJSON struct {
	ID    int64      `json:"id"`
	Name  string     `json:"name"`
	Names []string   `json:"names,omitempty"`
	Kind  string     `json:"kind"`
	At    [2]float64 `json:"at"`
	Km    float64    `json:"km,omitempty"`

	Country string `json:"country,omitempty"`
	Admin1  string `json:"admin1,omitempty"`
}

type viewJSON struct {
	From    string      `json:"from,omitempty"`
	To      string      `json:"to,omitempty"`
	Width   int         `json:"width"`
	Filter  *filterJSON `json:"filter,omitempty"`
	Article string      `json:"article,omitempty"`
	Event   string      `json:"event,omitempty"`
	Quote   string      `json:"quote,omitempty"`
	Center  [2]float64  `json:"center"`
	Zoom    float64     `json:"zoom"`
	Mode    string      `json:"mode,omitempty"`
	Rows    string      `json:"rows,omitempty"`
	Heat    bool        `json:"heat,omitempty"`
	Counts  string      `json:"counts,omitempty"`
	Seen    []string    `json:"seen,omitempty"`
}

type filterJSON struct {
	HideActors bool     `json:"hide_actors,omitempty"`
	HideUnreal bool     `json:"hide_unreal,omitempty"`
	HideEvents bool     `json:"hide_events,omitempty"`
	HideQuotes bool     `json:"hide_quotes,omitempty"`
	Articles   []string `json:"articles,omitempty"`
	Speakers   []string `json:"speakers,omitempty"`
	Places     []int64  `json:"places,omitempty"`
	MinP       float64  `json:"min_p,omitempty"`
	Main       int      `json:"main,omitempty"`
	Words      string   `json:"words,omitempty"`
}

// Encode writes f. The same f gives the same bytes with one version of the program.
func Encode(w io.Writer, f File) error {
	z := zip.NewWriter(w)
	add := func(name string, method uint16, data []byte) error {
		e, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = e.Write(data)
		}
		return err
	}
	main, err := storyOf(&f)
	if err != nil {
		return fmt.Errorf("project: write: %w", err)
	}
	log, err := logOf(&f)
	if err != nil {
		return fmt.Errorf("project: write: %w", err)
	}
	if err = add("mimetype", zip.Store, []byte(MIME)); err == nil {
		err = add("story.json", zip.Deflate, main)
	}
	if err == nil {
		err = add("log.jsonl", zip.Deflate, log)
	}
	for i := range f.Documents {
		if err == nil {
			err = add(textEntry(i), zip.Deflate, []byte(f.Documents[i].Text))
		}
		if data, ok := f.Sources[f.Documents[i].ID]; ok && err == nil {
			err = add(sourceEntry(i), zip.Deflate, data)
		}
	}
	if cerr := z.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("project: write: %w", err)
	}
	return nil
}

func textEntry(i int) string   { return fmt.Sprintf("text/%05d.txt", i+1) }
func sourceEntry(i int) string { return fmt.Sprintf("source/%05d", i+1) }

// storyOf is story.json of f, with what a later version wrote into it.
func storyOf(f *File) ([]byte, error) {
	s := storyJSON{Format: "dateline", Version: Version, Reads: leastVersion, Title: f.Title, Articles: []articleJSON{}, View: viewOf(&f.View), Run: runOf(f)}
	if f.Lesson {
		s.Lesson = json.RawMessage("true")
	}
	for i := range f.Documents {
		a := articleOf(&f.Documents[i])
		a.Text = textEntry(i)
		if _, ok := f.Sources[f.Documents[i].ID]; ok {
			a.Source = sourceEntry(i)
		}
		s.Articles = append(s.Articles, a)
	}
	for _, p := range f.Places {
		s.Places = append(s.Places, placeJSON{int64(p.ID), p.Name, p.Names, p.Kind.String(), p.Point, p.Km, p.Country, p.Admin1})
	}
	out, err := marshal(s)
	if err != nil || len(f.later) == 0 {
		return indented(out), err
	}
	all := map[string]json.RawMessage{}
	for k, v := range f.later { // written in the order of the keys, after what is known
		all[k] = v
	}
	if s.Run != nil { // a person has made another
		delete(all, "run")
	}
	if s.Lesson != nil {
		delete(all, "lesson")
	}
	if len(all) == 0 {
		return indented(out), nil
	}
	rest, err := marshal(all)
	if err != nil {
		return nil, err
	}
	return indented(append(append(bytes.TrimSuffix(out, []byte("}")), ','), rest[1:]...)), nil
}

// indented is JSON for people to read; what is none stays as it is.
func indented(b []byte) []byte {
	var out bytes.Buffer
	if json.Indent(&out, b, "", " ") != nil {
		return b
	}
	out.WriteByte('\n')
	return out.Bytes()
}

func articleOf(d *story.Document) articleJSON {
	a := articleJSON{ID: d.ID, File: d.File, Path: d.Path, Title: d.Title, Byline: d.Byline, URL: d.URL, Notes: d.Notes, Subtitle: d.Subtitle, Publisher: d.Publisher,
		Section: d.Section, Language: d.Declared, Container: d.Container, Part: d.Part, Joined: d.Joined, Encoding: d.Encoding, Guessed: d.Guessed, Hash: d.Hash, Retrieved: d.Retrieved}
	if d.Opened != 0 {
		a.Opened = d.Opened.String()
	}
	p := points{text: d.Text}
	for _, z := range d.Zones {
		start, end := p.pair(z.Span)
		a.Zones = append(a.Zones, zoneJSON{start, end, z.Kind.String()})
	}
	for i := range d.Given {
		a.Given = append(a.Given, givenOf(&d.Given[i], &p))
	}
	for _, c := range d.Dates {
		start, end := p.pair(c.Span)
		a.Dates = append(a.Dates, dateJSON{c.Day.String(), c.Clock, uint8(c.Source), c.Words, start, end})
	}
	return a
}

func givenOf(g *story.Given, p *points) givenJSON {
	out := givenJSON{What: g.What, Place: g.Place, Clock: g.When.Clock}
	out.Start, out.End = p.pair(g.Span)
	if g.HasAt {
		out.At = (*[2]float64)(&g.At)
	}
	if g.When.Dated() {
		out.Precision = g.When.Precision.String()
		if g.When.Earliest.Bounded() {
			out.From = g.When.Earliest.String()
		}
		if g.When.Latest.Bounded() {
			out.To = g.When.Latest.String()
		}
	}
	if g.Status != story.ModalAsserted {
		out.Status = g.Status.String()
	}
	return out
}

func viewOf(v *View) *viewJSON {
	out := viewJSON{Width: v.Width, Article: v.Article, Event: string(v.Event), Quote: string(v.Quote), Center: v.Center, Zoom: v.Zoom,
		Mode: v.Mode, Rows: v.Rows, Heat: v.Heat, Counts: v.Counts, Seen: v.Seen}
	if v.Period.On {
		out.From, out.To = v.Period.From.String(), v.Period.To.String()
	}
	if f := v.Filter; f.On() {
		g := filterJSON{HideActors: f.HideActors, HideUnreal: f.HideUnreal, HideEvents: f.HideEvents, HideQuotes: f.HideQuotes, Articles: f.Articles, MinP: f.MinP, Main: f.Main, Words: f.Words}
		for _, id := range f.Speakers {
			g.Speakers = append(g.Speakers, string(id))
		}
		for _, id := range f.Places {
			g.Places = append(g.Places, int64(id))
		}
		out.Filter = &g
	}
	return &out
}

// logOf is log.jsonl of f: a line for each correction, the first one made first.
func logOf(f *File) ([]byte, error) {
	texts := make(map[string]string, len(f.Documents))
	for i := range f.Documents {
		texts[f.Documents[i].ID] = f.Documents[i].Text
	}
	var out strings.Builder
	for i := range f.Log.Len() {
		c := f.Log.Entry(i)
		line, err := EncodeCorrection(c, texts[c.About.Article])
		if err != nil {
			return nil, err
		}
		out.Write(line)
		out.WriteByte('\n')
	}
	return []byte(out.String()), nil
}

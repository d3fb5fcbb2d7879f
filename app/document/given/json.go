package given

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// JSON is TimelineJS, StoryMapJS or GeoJSON.
var JSON = document.Format{Name: "events-json", Label: "Events (GeoJSON, TimelineJS, StoryMapJS)", Exts: []string{".geojson", ".json"}, Sniff: sniffJSON, Read: readJSON}

// marks are what stands near the start of each kind.
var marks = []string{`"featurecollection"`, `"type":"feature"`, `"start_date"`, `"storymap"`, `"events"`}

func sniffJSON(in *document.Input) document.Match {
	head := strings.TrimSpace(strings.TrimPrefix(string(in.Head()), "\ufeff"))
	if !strings.HasPrefix(head, "{") {
		return document.NoMatch
	}
	flat := strings.ToLower(strings.Join(strings.Fields(head), ""))
	for _, m := range marks {
		if strings.Contains(flat, m) {
			return document.Certain
		}
	}
	return document.NoMatch
}

// file is all three kinds at once; what a file has not stays empty.
type file struct {
	Type     string     `json:"type"`
	Title    anyTitle   `json:"title"`
	Name     string     `json:"name"`
	Made     string     `json:"generator"`
	Features []feature  `json:"features"`
	Geometry *geometry  `json:"geometry"`
	Props    properties `json:"properties"`
	When     *when      `json:"when"`
	Events   []slide    `json:"events"`
	Eras     []slide    `json:"eras"`
	Map      *struct {
		Slides []slide `json:"slides"`
	} `json:"storymap"`
}

// anyTitle is a slide (TimelineJS) or words (GeoJSON).
type anyTitle struct {
	slide
	words string
}

// UnmarshalJSON takes either.
func (t *anyTitle) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, &t.words) != nil {
		_ = json.Unmarshal(b, &t.slide) // neither: no title
	}
	return nil
}

// slide is an event of TimelineJS or a slide of StoryMapJS.
type slide struct {
	Type    string          `json:"type"`
	Start   *date           `json:"start_date"`
	End     *date           `json:"end_date"`
	Display string          `json:"display_date"`
	Date    string          `json:"date"`
	Group   string          `json:"group"`
	Text    slideText       `json:"text"`
	At      *location       `json:"location"`
	Link    json.RawMessage `json:"link"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

type location struct {
	Name string `json:"name"`
	Lat  loose  `json:"lat"`
	Lon  loose  `json:"lon"`
}

// date is a day as TimelineJS has it: there is no year 0.
type date struct {
	Year  loose `json:"year"`
	Month loose `json:"month"`
	Day   loose `json:"day"`
	Hour  loose `json:"hour"`
	Min   loose `json:"minute"`
}

// loose is a number that may be written in quotation marks; absent where it is not there.
type loose struct {
	n  float64
	ok bool
}

// UnmarshalJSON takes 12, "12" and "".
func (l *loose) UnmarshalJSON(b []byte) error {
	*l = number(strings.Trim(string(b), `"`))
	return nil
}

func number(s string) loose {
	n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return loose{n, err == nil}
}

// moment is the days of a date as precisely as it is written.
func (d *date) moment() (story.Moment, bool) {
	y := int(d.Year.n)
	if !d.Year.ok || d.Year.n != float64(y) || y < -9999 || y > 9999 {
		return story.Moment{}, false
	}
	if y < 0 {
		y++
	}
	m, n := int(d.Month.n), int(d.Day.n)
	switch {
	case !d.Month.ok || m < 1 || m > 12:
		return story.Moment{Earliest: story.NewDay(y, 1, 1), Latest: story.NewDay(y, 12, 31), Precision: story.PrecisionYear, P: 1}, true
	case !d.Day.ok || n < 1:
		return story.Moment{Earliest: story.NewDay(y, m, 1), Latest: story.NewDay(y, m, story.DaysIn(y, m)), Precision: story.PrecisionMonth, P: 1}, true
	case !story.ValidDate(y, m, n):
		return story.Moment{}, false
	}
	out := story.On(story.NewDay(y, m, n), 1, story.BasisNone)
	if d.Hour.ok {
		out.Clock = fmt.Sprintf("%02d:%02d", int(d.Hour.n)%24, int(d.Min.n)%60)
	}
	return out, true
}

func readJSON(_ context.Context, in *document.Input) ([]story.Document, error) {
	src, err := in.Text()
	if err != nil {
		return nil, err
	}
	var f file
	if err := json.Unmarshal([]byte(src), &f); err != nil {
		return nil, fmt.Errorf("%w (%s)", document.ErrDamaged, err)
	}
	s := set{title: first(f.Title.words, plain(f.Title.Text.Headline), f.Name), own: strings.Contains(f.Title.Text.Text, "Made with Dateline") || strings.HasPrefix(f.Made, "Dateline")}
	if f.Type == "Feature" {
		f.Features = []feature{{Geometry: f.Geometry, Props: f.Props, When: f.When}}
	}
	for i := range f.Features {
		s.feature(&f.Features[i])
	}
	slides := append(f.Events, f.Eras...)
	if f.Map != nil {
		slides = append(slides, f.Map.Slides...)
	}
	for i := range slides {
		s.jsonSlide(&slides[i])
	}
	return s.documents(in)
}

func (s *set) jsonSlide(x *slide) {
	if x.Type == "overview" && x.Start == nil {
		s.title = first(s.title, plain(x.Text.Headline))
		s.own = s.own || strings.Contains(x.Text.Text, "Made with Dateline")
		return
	}
	r := row{first: x.Text.Headline, second: x.Text.Text, group: x.Group}
	if x.At != nil {
		r.place = x.At.Name
		if x.At.Lat.ok && x.At.Lon.ok {
			r.point(x.At.Lon.n, x.At.Lat.n)
		}
	}
	if x.Start == nil {
		r.wordy(plain(x.Date))
		s.slide(&r, date{}, date{})
		return
	}
	end := date{}
	if x.End != nil {
		end = *x.End
	}
	s.slide(&r, *x.Start, end)
}

// slide reads what TimelineJS and StoryMapJS have in common: a headline, a text in HTML, and days.
func (s *set) slide(r *row, start, end date) {
	if r.kind == "title" {
		s.title = first(s.title, plain(r.first))
		s.own = s.own || strings.Contains(r.second, "Made with Dateline")
		return
	}
	if a, ok := start.moment(); ok {
		r.when = a
		if b, ok := end.moment(); ok && b.Latest >= a.Earliest && b.Latest != a.Latest {
			r.when.Latest, r.when.Precision = b.Latest, story.PrecisionOf(int(b.Latest-a.Earliest)+1)
		}
	} else if start.Year.ok {
		r.bad = "its day does not exist"
	}
	paras := html(r.second)
	r.what = plain(r.first)
	r.text = line(strings.Join(paras, " "))
	if s.own && len(paras) > 0 { // the sentence, the article with its publisher and day, how the day is known
		r.text = line(paras[0])
		r.what = strings.TrimSuffix(r.what, ", "+r.place)
		r.article = plain(r.group)
		if len(paras) > 2 && r.group != "" {
			rest := strings.TrimPrefix(strings.TrimPrefix(line(paras[1]), r.article), ", ")
			if i := strings.LastIndex(rest, ", "); i >= 0 {
				rest, r.published = rest[:i], rest[i+2:]
			}
			r.publisher = rest
		}
	} else {
		r.headed()
	}
	s.rows = append(s.rows, *r)
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

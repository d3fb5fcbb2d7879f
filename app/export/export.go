// Package export writes what is visible of a story to a file: one function for each format.
//
//	err := export.GeoJSON(w, s, story.Visible(s, story.Period{}, story.Filter{}), export.Options{})
//
// Every format carries the credits of the data that the places come from, and shows the same story.View as the screen.
// Nothing here reads or resolves, and nothing is fetched.
package export

import (
	"math"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Attribution is the credit that the data asks for. It goes into every file.
const Attribution = "Places: GeoNames (geonames.org), CC BY 4.0, modified. Map: Natural Earth, public domain."

// Options are common to the formats. The zero value works.
type Options struct {
	Title       string // of the whole; "" takes the story's own
	Generator   string // the program and its version; "" is "Dateline"
	Attribution string // "" is Attribution
}

func (o *Options) applyDefaults(s *story.Story) {
	if o.Title == "" {
		o.Title = s.Title
	}
	if o.Generator == "" {
		o.Generator = "Dateline"
	}
	if o.Attribution == "" {
		o.Attribution = Attribution
	}
}

// round5 rounds to 5 decimals: about a metre.
func round5(x float64) float64 { return math.Round(x*1e5) / 1e5 }

// round3 is for probabilities.
func round3(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return math.Round(x*1e3) / 1e3
}

func roundPoint(p orb.Point) orb.Point { return orb.Point{round5(p[0]), round5(p[1])} }

// anchorOf is where the map marks a place.
func anchorOf(p geo.Place) orb.Point {
	if p.Anchor == (orb.Point{}) {
		return p.Point
	}
	return p.Anchor
}

// sentence is the text of a span on one line.
func sentence(text string, s story.Span) string { return strings.Join(strings.Fields(s.In(text)), " ") }

// why words reasons.
func why(rs []story.Reason) []string {
	out := make([]string, 0, len(rs))
	for _, r := range rs {
		out = append(out, r.String())
	}
	return out
}

// publisher is the host of the article's address, else its file.
func publisher(a *story.Article) string {
	if u, err := url.Parse(a.URL); err == nil && u.Hostname() != "" {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return strings.TrimSuffix(a.File, path.Ext(a.File))
}

// speakerName is who speaks, in full; "" for nobody.
func speakerName(s *story.Story, i int) string {
	if i < 0 || i >= len(s.Speakers) {
		return ""
	}
	return s.Speakers[i].Name
}

func names(s *story.Story, who []int) []string {
	out := make([]string, 0, len(who))
	for _, i := range who {
		if n := speakerName(s, i); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// dayOf is a day or, where the end is open, nil.
func dayOf(d story.Day) *string {
	if !d.Bounded() {
		return nil
	}
	s := d.String()
	return &s
}

// runes turns byte offsets of a text into code points. Offsets outside the text count as its end.
type runes struct {
	text  string
	every []int32 // code points before each multiple of stride
	ascii bool
}

const stride = 128

func newRunes(text string) *runes {
	r := &runes{text: text, ascii: true}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			r.every = append(r.every, int32(n))
		}
		if text[i] >= utf8.RuneSelf {
			r.ascii = false
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	r.every = append(r.every, int32(n))
	return r
}

// at is the number of code points before byte offset i.
func (r *runes) at(i int) int {
	i = max(0, min(i, len(r.text)))
	if r.ascii {
		return i
	}
	k := i / stride
	n := int(r.every[k])
	for j := k * stride; j < i; j++ {
		if utf8.RuneStart(r.text[j]) {
			n++
		}
	}
	return n
}

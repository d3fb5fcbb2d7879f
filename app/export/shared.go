package export

import (
	"math"
	"net/url"
	"path"
	"slices"
	"strings"

	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Round5 rounds a degree to 5 decimals: about a metre.
func Round5(x float64) float64 { return math.Round(x*1e5) / 1e5 }

// Round3 rounds a probability to 3 decimals. What is no number is 0.
func Round3(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return math.Round(x*1e3) / 1e3
}

// Anchor is where the map marks a place, rounded.
func Anchor(p geo.Place) orb.Point {
	at := p.Anchor
	if at == (orb.Point{}) {
		at = p.Point
	}
	return orb.Point{Round5(at[0]), Round5(at[1])}
}

// GeonameID is the number of a place at GeoNames; nil for a place that has none.
func GeonameID(id geo.PlaceID) *int32 {
	if n, ok := id.GeoNames(); ok {
		return &n
	}
	return nil
}

// Day is a day as YYYY-MM-DD; "" for the open end of an interval.
func Day(d story.Day) string {
	if !d.Bounded() {
		return ""
	}
	return d.String()
}

// OneLine is the text of a span on one line.
func OneLine(text string, s story.Span) string { return strings.Join(strings.Fields(s.In(text)), " ") }

// Filled are those texts that are more than white space.
func Filled(texts ...string) []string {
	var out []string
	for _, s := range texts {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}

// First is the first text that is more than white space; "" where none is.
func First(texts ...string) string {
	for _, s := range texts {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// Why words reasons. It is never nil.
func Why(rs []story.Reason) []string {
	out := make([]string, 0, len(rs))
	for _, r := range rs {
		out = append(out, r.String())
	}
	return out
}

// Publisher is who published the article: by name, else by the host of its address, else its file's name.
func Publisher(a *story.Article) string {
	if by := a.PublishedBy(); by != "" {
		return by
	}
	return strings.TrimSuffix(a.File, path.Ext(a.File))
}

// Speaker is the name in full of speaker i of the story; "" for nobody.
func Speaker(s *story.Story, i int) string {
	if i < 0 || i >= len(s.Speakers) {
		return ""
	}
	return s.Speakers[i].Name
}

// Speakers are the names in full of several speakers, without those who have none. It is never nil.
func Speakers(s *story.Story, who []int) []string {
	out := make([]string, 0, len(who))
	for _, i := range who {
		if n := Speaker(s, i); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// LastDay is the last day that a story knows, which files give as their own so that the same story makes the same bytes; the
// first of 2000 where none is known.
func LastDay(s *story.Story) story.Day {
	last := story.NewDay(2000, 1, 1)
	for _, a := range s.Articles {
		if p := a.Published; p.Kind != story.DateUnknown && p.Best.Bounded() {
			last = max(last, p.Best)
		}
	}
	return last
}

// MarkNames names what stands at a mark: "Sudzha", "Kyiv (Kyiv Oblast, Ukraine)" where regions and countries are marked there.
func (w Words) MarkNames(m *story.Mark) []string {
	var names, areas []string
	for _, p := range m.Places {
		if m.OnlyNamed() {
			names = append(names, w.PlaceName(&p))
			continue
		}
		if p.Kind.Area() && p.AnchorName != "" && p.AnchorName != p.Name {
			areas = append(areas, w.PlaceName(&p))
			if !slices.Contains(names, p.AnchorName) {
				names = append(names, p.AnchorName)
			}
		} else if name := w.PlaceName(&p); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return []string{m.Name()}
	}
	if len(areas) > 0 {
		names[len(names)-1] += " (" + strings.Join(areas, ", ") + ")"
	}
	return names
}

// Address is the address of a page as it can stand in a file: what no address may hold is written as %XX.
func Address(s string) string {
	u, err := url.Parse(Clean(s))
	if err != nil {
		return url.QueryEscape(s)
	}
	return u.String()
}

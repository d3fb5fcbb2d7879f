// Package scene is the picture of what is visible of a story, before it is drawn: where the map looks, its marks, areas
// and names, and the words on it. Formats that draw begin here, so that all of them show the same.
//
//	s := scene.Of(content)
package scene

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/app/export"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/heat"
	"dateline/geo/mark"
	"dateline/geo/outline"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Scene is a picture in parts.
type Scene struct {
	Frame       viewport.Viewport
	Marks       []mark.Mark // the most important last, on top
	Areas       []mark.Area
	Labels      []tile.Label
	Heat        heat.Layer // empty where it is not asked for
	Title       string     // cut to one line
	Subtitle    string
	Attribution string
}

// The size of a picture that nobody asked a size of, in pixels.
const (
	width  = 1280
	height = 800
)

// room is what stays free around the marks: the title stands above, the credits below.
var room = viewport.Pad{Left: 90, Top: 100, Right: 90, Bottom: 70}

// Of is the scene of c. A view in which nothing is marked shows where the whole story happens.
func Of(c export.Content) Scene { return of(c, room) }

func of(c export.Content, free viewport.Pad) Scene {
	f := c.Frame
	if f.W <= 0 || f.H <= 0 {
		f.W, f.H = width, height
	}
	if f.Zoom == 0 && f.Center == (orb.Point{}) {
		seen := c.View
		if len(seen.Marks) == 0 {
			seen = story.Visible(c.Story, story.Period{}, story.Filter{})
		}
		f = Fit(seen, f.W, f.H, free)
	}
	s := Scene{Frame: f, Marks: Marks(c.View), Areas: Areas(c.View, c.Map.Outlines, f.Zoom), Labels: cityLabels(f, c.Map.Cities, c.View),
		Title: oneLine(c.Title, f.W), Subtitle: c.Subtitle, Attribution: c.Attribution}
	if c.Heat {
		s.Heat = heat.Layer{Spots: story.Density(c.Story, c.View), Most: story.DensityMost(c.Story, c.View.Filter)}
	}
	if s.Subtitle == "" {
		s.Subtitle = periodWords(c.Words, c.View.Period)
	}
	return s
}

// Still is Of for a picture that goes out alone: it says itself of which days it is and which articles it is drawn from.
func Still(c export.Content) Scene {
	free := room
	free.Top += 2 * subtitleLine
	s := of(c, free)
	lines := []string{s.Subtitle}
	if s.Subtitle == "" && len(c.View.Events)+len(c.View.Quotes) > 0 {
		lines[0] = c.Say("All dates")
		if from, to := extent(&c); from <= to {
			lines[0] += ": " + c.Days(from, to)
		}
	}
	if told := sourceWords(&c, s.Frame.W); told != "" {
		lines = append(lines, told)
	}
	s.Subtitle = strings.TrimPrefix(strings.Join(lines, "\n"), "\n")
	return s
}

// extent is the first and the last known day of what is to be seen; the last before the first where none is known.
func extent(c *export.Content) (from, to story.Day) {
	from, to = story.DayMax, story.DayMin
	for _, i := range c.View.Events {
		for _, d := range [...]story.Day{c.Story.Events[i].When.Earliest, c.Story.Events[i].When.Latest} {
			if c.Story.Events[i].When.Dated() && d.Bounded() {
				from, to = min(from, d), max(to, d)
			}
		}
	}
	return from, to
}

// sourceWords names the articles on one line of a picture that is w px wide: by their publishers, else by their titles, as
// many as there is room for.
func sourceWords(c *export.Content, w float64) string {
	s := c.Story
	if s == nil || len(s.Articles) == 0 {
		return ""
	}
	var names []string
	for _, a := range c.Sources(s) {
		name := a.Publisher
		if name == "" {
			name = a.Title
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	count := c.Count(len(s.Articles), "article", "articles")
	out := c.Say("From {{.Articles}}", "Articles", count)
	for i := range names {
		list := strings.Join(names[:i+1], ", ")
		if left := len(names) - i - 1; left > 0 {
			list = c.Say("{{.Names}} and {{.N}} more", "Names", list, "N", left)
		}
		line := c.Say("From {{.Articles}}: {{.Names}}", "Articles", count, "Names", list)
		if float64(utf8.RuneCountInString(line))*sourceLetter > w-titleMargin {
			break
		}
		out = line
	}
	return out
}

// Of the small lines: the room in px that a letter takes on average, and from one line to the next.
const (
	sourceLetter = 6.5
	subtitleLine = 17
)

// Fit is the view that shows the filled marks that are not country-level; where there are none, all marks.
func Fit(v story.View, w, h float64, pad viewport.Pad) viewport.Viewport {
	var near, all []orb.Point
	for _, m := range v.Marks {
		all = append(all, m.At)
		if m.Filled && !m.Country {
			near = append(near, m.At)
		}
	}
	if len(near) == 0 {
		near = all
	}
	return viewport.Fit(near, w, h, pad, viewport.MaxFitZoom)
}

// Marks turns the marks of a view into what the map draws, the most important last, on top.
func Marks(v story.View) []mark.Mark {
	out := make([]mark.Mark, 0, len(v.Marks))
	for i := len(v.Marks) - 1; i >= 0; i-- {
		m := &v.Marks[i]
		out = append(out, mark.Mark{Point: m.At, Number: len(m.Events), Filled: m.Filled, Open: m.Open, Ring: m.Ring, Named: m.OnlyNamed(), Country: m.Filled && m.Country, Area: m.Area,
			Label: m.Name(), Places: m.Places})
	}
	return out
}

// Areas are the shapes of the regions in which something visible happened. Countries have none, as in the window: one
// sentence about a large country would paint the map over.
func Areas(v story.View, o *outline.Outlines, zoom float64) []mark.Area {
	if o == nil {
		return nil
	}
	var out []mark.Area
	seen := map[geo.PlaceID]bool{}
	for _, m := range v.Marks {
		if !m.Filled {
			continue
		}
		for _, p := range m.Places {
			if !p.Kind.Area() || p.Kind == geo.KindCountry || seen[p.ID] {
				continue
			}
			seen[p.ID] = true
			if shape, ok := o.Of(p, zoom); ok {
				out = append(out, mark.Area{Shape: shape})
			}
		}
	}
	return out
}

const (
	labelZoom   = 4         // from here on towns are named: farther out the names would cover the map
	labelTowns  = 40        // at most so many are asked for
	labelPeople = 1_000_000 // a town of so many people is written like a capital
)

// cityLabels names towns between the marks, more of them the closer the view is; those that are marked have their name.
func cityLabels(view viewport.Viewport, cities func(b orb.Bound, n int) []geo.Place, v story.View) []tile.Label {
	if cities == nil || view.Zoom < labelZoom {
		return nil
	}
	marked := map[string]bool{}
	for _, m := range v.Marks {
		marked[m.Name()] = true
	}
	var out []tile.Label
	for i, p := range cities(view.Bound(), labelTowns) {
		if p.Kind != geo.KindCity || marked[p.Name] {
			continue
		}
		l := tile.Label{Point: p.Point, Text: p.Name, Rank: i, Kind: tile.LabelTown}
		if p.Capital || p.Population >= labelPeople {
			l.Kind = tile.LabelCity
		}
		out = append(out, l)
	}
	return out
}

const (
	titleMargin = 80   // pixels of the width that no title may take
	titleLetter = 11.5 // pixels that a letter of a title takes on average
	titleLeast  = 10   // letters that a title has at least
)

// oneLine cuts a title at a word so that it stands on one line of a picture that is w px wide.
func oneLine(s string, w float64) string {
	room := max(titleLeast, int((w-titleMargin)/titleLetter))
	r := []rune(s)
	if len(r) <= room {
		return s
	}
	cut := string(r[:room])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-–—") + "…"
}

func periodWords(w export.Words, p story.Period) string {
	if !p.On {
		return ""
	}
	return w.ShortDays(p.From, p.To)
}

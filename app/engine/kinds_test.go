package engine

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

// kindsTally is what of testdata/kinds/README.txt was found right, a share for each question that its lines ask.
type kindsTally struct {
	share   map[string]*counts
	misses  []string
	asserts int // what did not happen, and stands as if it had
}

func (k *kindsTally) tell(what string, right bool, miss string) {
	c := k.share[what]
	if c == nil {
		c = &counts{}
		k.share[what] = c
	}
	c.gold++
	if right {
		c.right++
	} else {
		k.misses = append(k.misses, what+": "+miss)
	}
}

// The floors stand one point under the figures of QUALITY.md.
func TestKindsOfStories(t *testing.T) {
	e := open(t)
	for _, set := range []struct {
		folder string
		floors map[string]float64
	}{
		{"kinds", map[string]float64{"told": 98.2, "day": 94, "where": 87.6, "quote": 95.2, "place": 96}},
		{"news", map[string]float64{"told": 97.1, "day": 96.1, "where": 86.6, "quote": 94.4, "place": 94.4, "time": 97.1}},
	} {
		t.Run(set.folder, func(t *testing.T) {
			files, err := filepath.Glob("testdata/" + set.folder + "/[a-z]*.txt")
			if err != nil || len(files) != 12 {
				t.Fatal(files, err)
			}
			sum := kindsTally{share: map[string]*counts{}}
			for _, path := range files {
				sum.file(t, e, path)
			}
			sum.report(t, set.floors)
		})
	}
}

func (k *kindsTally) report(t *testing.T, floors map[string]float64) {
	for _, what := range slices.Sorted(maps.Keys(k.share)) {
		got := k.share[what]
		share := 100 * float64(got.right) / float64(got.gold)
		t.Logf("%s: %.1f (%d of %d)", what, share, got.right, got.gold)
		if share < floors[what] {
			t.Errorf("%s: %.1f is below %.1f", what, share, floors[what])
		}
	}
	t.Logf("did not happen and stands as if it had: %d", k.asserts)
	for _, m := range k.misses {
		t.Log(m)
	}
}

// file reads one story and asks what its lines ask.
func (k *kindsTally) file(t *testing.T, e *Engine, path string) {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(b), "\n\n")
	text, lines, ok := strings.Cut(rest, "\n----\n")
	d, dated := story.ParseDay(strings.TrimPrefix(head, "dct: "))
	if !ok || !dated {
		t.Fatalf("%s: no day or no lines", path)
	}
	in := []Input{{Document: document.Plain(text, filepath.Base(path), document.Options{Given: d, HasGiven: true})}}
	if err := e.Alone(context.Background(), in, false, func(_ int, s *story.Story) error {
		for _, l := range strings.Split(strings.TrimSpace(lines), "\n") {
			f := strings.Split(l, " | ")
			at := spanOf(text, f[1])
			if at.Empty() {
				t.Fatalf("%s: %q is not in the text", path, f[1])
			}
			miss := filepath.Base(path) + ": " + l
			switch f[0] {
			case "event":
				k.event(e.gaz, s, at, f, miss)
			case "quote":
				k.quote(s, at, f, miss)
			case "place":
				k.place(s, at, f, miss)
			case "time":
				k.time(s, at, f, miss)
			default:
				t.Fatalf("%s: %q", path, l)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// spanOf finds words in a text, the n-th ones for "words#n", as whole words.
func spanOf(text, words string) story.Span {
	n := 1
	if w, num, ok := strings.Cut(words, "#"); ok {
		words = w
		fmt.Sscan(num, &n)
	}
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i]|32 >= 'a' && text[i]|32 <= 'z' || text[i] >= 0x80)
	}
	for i := 0; i+len(words) <= len(text); i++ {
		if text[i:i+len(words)] == words && !letter(i-1) && !letter(i+len(words)) {
			if n--; n == 0 {
				return story.Span{Start: i, End: i + len(words)}
			}
		}
	}
	return story.Span{}
}

// event asks how a happening is told, on which days and where.
func (k *kindsTally) event(x *gazetteer.Index, s *story.Story, at story.Span, f []string, miss string) {
	var ev *story.Event
	for i := range s.Events {
		if e := &s.Events[i]; e.Trigger.Overlaps(at) && !e.Mention && (ev == nil || e.P > ev.P) {
			ev = e
		}
	}
	want := strings.Split(f[2], "/")
	unreal := !slices.Contains(want, "asserted") && !slices.Contains(want, "reported") && !slices.Contains(want, "background")
	if ev == nil {
		k.tell("told", unreal, miss+": no event")
		return
	}
	miss += fmt.Sprintf(": %s %s %s..%s P %.2f", ev.Modality, whereName(ev), ev.When.Earliest, ev.When.Latest, ev.P)
	m := ev.Modality.String()
	if slices.Contains(want, m) || !unreal && ev.Modality.Real() || slices.Contains(want, "unreal") && !ev.Modality.Real() || slices.Contains(want, "none") && (!ev.Modality.Real() || !ev.IsLikely()) {
		k.tell("told", true, "")
	} else {
		k.tell("told", false, miss)
	}
	if unreal && ev.Modality.Real() && ev.IsLikely() {
		k.asserts++
	}
	if from, to, ok := strings.Cut(f[3], ".."); ok {
		k.tell("day", sameDays([]string{from, to}, ev.When), miss)
	}
	if f[4] != "-" {
		k.tell("where", slices.ContainsFunc(strings.Split(f[4], "/"), func(name string) bool {
			return name == "-" || atPoint(name, ev.Where) || samePlace(x, strings.TrimPrefix(name, "nowhere"), ev.Where)
		}), miss)
	}
}

// atPoint tells whether "lat,lon" is where an event stands.
func atPoint(words string, w *story.Spot) bool {
	var pt orb.Point
	n, _ := fmt.Sscanf(words, "%f,%f", &pt[1], &pt[0])
	return n == 2 && w != nil && min(gazetteer.Kilometres(w.Place.Point, pt), gazetteer.Kilometres(w.Place.Anchor, pt)) <= 161
}

// time asks for the value of an expression of time.
func (k *kindsTally) time(s *story.Story, at story.Span, f []string, miss string) {
	for _, x := range s.Articles[0].Timexes {
		if x.Span.Overlaps(at) {
			k.tell("time", x.Value == f[2], miss+": "+x.Value)
			return
		}
	}
	k.tell("time", false, miss+": not found")
}

// quote asks who said what begins so.
func (k *kindsTally) quote(s *story.Story, at story.Span, f []string, miss string) {
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if !q.Span.Overlaps(at) || (q.Kind == story.QuoteDirect) != (f[2] == "direct") {
			continue
		}
		name := "nobody"
		if q.Speaker >= 0 {
			name = s.Speakers[q.Speaker].Name
		}
		k.tell("quote", strings.Contains(name, f[3]), miss+": "+name)
		return
	}
	k.tell("quote", false, miss+": no quote")
}

// place asks whether a name is literal, and which place it is.
func (k *kindsTally) place(s *story.Story, at story.Span, f []string, miss string) {
	var p *story.Toponym
	for i := range s.Articles[0].Toponyms {
		if n := &s.Articles[0].Toponyms[i]; n.Span.Overlaps(at) {
			p = n
		}
	}
	placed := p != nil && p.Placed
	if f[3] == "none" {
		k.tell("place", !placed, miss)
		return
	}
	if p == nil {
		k.tell("place", f[2] == "not", miss+": not found")
		return
	}
	miss += fmt.Sprintf(": %v %s %v", p.Use, p.Place.Name, p.Place.Point)
	right := f[2] == "-" || (p.Use == story.UseLiteral) == (f[2] == "literal")
	if f[3] != "-" {
		var pt orb.Point
		fmt.Sscanf(f[3], "%f,%f", &pt[1], &pt[0])
		near := 161.0
		if p.Place.Kind == geo.KindCountry || p.Place.Kind == geo.KindSea {
			near = 800
		}
		right = right && placed && gazetteer.Kilometres(p.Place.Point, pt) <= near
	}
	k.tell("place", right, miss)
}

package zone

import (
	"sort"
	"strings"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// plain judges a text without markup: every line by itself, then by its neighbours and repeats.
func plain(doc *story.Document, t *token.Text) []story.Zone {
	ls := lines(t)
	if len(ls) == 0 {
		return nil
	}
	for i := range ls {
		ls[i].alone()
		ls[i].aside = beside(doc.Zones, &ls[i])
	}
	body := firstBody(ls)
	breadcrumbs(ls)
	headline(ls, doc.Title, body)
	repeats(ls, body)
	teasers(ls, body)
	body = pastTeaser(ls, body)
	labels(ls, body)
	subheads(ls, body)
	tail(ls)
	zs := make([]story.Zone, 0, len(ls)+1)
	seenBody := false
	for i := range ls {
		l := &ls[i]
		if l.kind == story.ZoneBody && !seenBody {
			seenBody = true
			if n := datelineEnd(l.text); n > 0 {
				zs = append(zs, story.Zone{Span: story.Span{Start: l.start, End: l.start + n}, Kind: story.ZoneDateline})
				l.start += n
			}
		}
		zs = append(zs, story.Zone{Span: story.Span{Start: l.start, End: l.end}, Kind: l.kind})
	}
	return zs
}

// beside reports that the markup calls a line a caption or a teaser: the body may say the same.
func beside(zones []story.Zone, l *line) bool {
	i := sort.Search(len(zones), func(i int) bool { return zones[i].Span.End > l.start })
	return i < len(zones) && zones[i].Span.Start <= l.start && (zones[i].Kind == story.ZoneCaption || zones[i].Kind == story.ZoneTeaser)
}

// firstBody is the first line that is surely running text: several words of which enough are small, closed by a full stop
// or long. Without one it is the line after the first.
func firstBody(ls []line) int {
	for i := range ls {
		l := &ls[i]
		if !l.known && l.running() && !(i == 0 && l.closed && l.words <= 25 && len(ls) > 2 && ls[1].title()) {
			return i
		}
	}
	if len(ls) == 1 {
		return 0
	}
	return 1
}

// running reports whether the line reads as sentences of an article.
func (l *line) running() bool {
	if l.words >= 40 {
		return true
	}
	return l.closed && l.words >= 8 && l.small+l.function >= 4 && !l.titled()
}

// title reports whether the line can be a headline or subhead: not long, not closed by a full stop.
func (l *line) title() bool {
	return l.words >= 1 && l.words <= 22 && (!l.closed || strings.HasSuffix(l.text, "?") || strings.HasSuffix(l.text, "!")) &&
		!strings.HasSuffix(l.text, ",") && !strings.HasSuffix(l.text, ";") && !l.bullet && !quoted(l.text)
}

// heading reports whether the line is surely a heading by its case alone.
func (l *line) heading() bool { return l.title() && l.words <= 12 && l.titled() }

func quoted(s string) bool {
	return strings.HasPrefix(s, "“") || strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "«") || strings.HasPrefix(s, "‘")
}

func (l *line) set(k story.ZoneKind) { l.kind, l.known = k, true }

// alone decides what a line says by itself.
func (l *line) alone() {
	switch {
	case l.navigation():
		l.set(story.ZoneBoilerplate)
	case l.dateLine():
		l.set(story.ZoneDate)
	case l.credit():
		l.set(story.ZoneCaption)
	case l.byline():
		l.set(story.ZoneByline)
	case l.bullet:
		l.set(story.ZoneList)
	}
}

// breadcrumbs finds lines before the headline that end with the headline: "Home Europe US envoys fly to Oslo" before
// "US envoys fly to Oslo". What stands in front of the headline is navigation.
func breadcrumbs(ls []line) {
	for i := 0; i+1 < len(ls) && i < 6; i++ {
		for j := i + 1; j < len(ls) && j < i+4; j++ {
			a, b := ls[i].text, ls[j].text
			if ls[j].words < 3 || len(a) <= len(b) || len(a) > len(b)+60 || !strings.HasSuffix(a, b) {
				continue
			}
			if extra := ls[i].words - ls[j].words; extra >= 1 && extra <= 6 && !ls[i].closed {
				ls[i].set(story.ZoneBoilerplate)
			}
		}
	}
}

// headline marks the headline: the line of the given title, else the last title-like line of the block before the body
// that is not a label, else the first.
func headline(ls []line, title string, body int) {
	if title = strings.TrimSpace(title); title != "" {
		for i := range ls {
			if i < 12 && !ls[i].known && strings.EqualFold(ls[i].text, title) {
				ls[i].set(story.ZoneHeadline)
				return
			}
		}
	}
	best := -1
	for i := 0; i < body && i < 12; i++ {
		l := &ls[i]
		if l.known || quoted(l.text) || l.words > 30 {
			continue
		}
		if best < 0 || (ls[best].words <= 2 && l.words > 3) {
			best = i
		}
	}
	if best >= 0 {
		ls[best].set(story.ZoneHeadline)
	}
}

// repeats marks a line that says the same as an earlier line: the headline again, a pulled quotation. A question is asked
// again, and what a caption or teaser says first is the body's.
func repeats(ls []line, body int) {
	first := make(map[uint64]int, len(ls))
	for i := range ls {
		l := &ls[i]
		if l.words < 3 {
			continue
		}
		j, seen := first[l.key]
		if !seen {
			if l.kind != story.ZoneBoilerplate && l.kind != story.ZoneCaption && !l.aside {
				first[l.key] = i
			}
			continue
		}
		if !l.known && len(l.text) <= maxLook && !l.bullet && !(i > body && strings.HasSuffix(l.text, "?")) {
			l.set(story.ZoneBoilerplate)
			if !ls[j].known && j < body && !ls[j].running() {
				ls[j].set(story.ZoneHeadline)
			}
		}
	}
}

// teasers marks paragraphs before or at the start of the body whose words stand again further down.
func teasers(ls []line, body int) {
	runs := runsOf{lines: ls}
	for i := 0; i < len(ls) && i < min(body+2, 20); i++ {
		if l := &ls[i]; !l.known && l.words >= 8 && l.words <= 120 && i+1 < len(ls) && runs.repeatedLater(i) {
			l.set(story.ZoneTeaser)
		}
	}
	// A single sentence between headline and body that is closed and set off: the standfirst.
	if body > 0 && body < len(ls) {
		for i := 1; i < body; i++ {
			if l := &ls[i]; !l.known && l.closed && l.words >= 6 && !quoted(l.text) && ls[i-1].kind == story.ZoneHeadline {
				l.set(story.ZoneTeaser)
			}
		}
	}
}

// pastTeaser moves the start of the body past a teaser: to the next line that is surely running text.
func pastTeaser(ls []line, body int) int {
	if body >= len(ls) || ls[body].kind != story.ZoneTeaser {
		return body
	}
	for i := body + 1; i < len(ls) && i < body+12; i++ {
		if !ls[i].known && ls[i].running() {
			return i
		}
	}
	return body
}

// runsOf keeps the runs of five words of lines, so that each line is cut up once.
type runsOf struct {
	lines []line
	all   []uint64
	at    map[int][2]int // line -> where its runs stand in all
}

func (r *runsOf) line(i int) []uint64 {
	at, ok := r.at[i]
	if !ok {
		if r.at == nil {
			r.at, r.all = map[int][2]int{}, make([]uint64, 0, 1024)
		}
		at[0] = len(r.all)
		r.all = r.lines[i].shingles(r.all)
		at[1] = len(r.all)
		r.at[i] = at
	}
	return r.all[at[0]:at[1]]
}

// repeatedLater reports whether at least 60 % of the runs of five words of line i stand in a later line.
func (r *runsOf) repeatedLater(i int) bool {
	mine := r.line(i)
	if len(mine) < 4 {
		return false
	}
	want := make(map[uint64]bool, len(mine))
	var maybe [64]uint64 // a bit for each run that is wanted, by its hash: most runs are not
	for _, h := range mine {
		want[h] = true
		maybe[h>>6&63] |= 1 << (h & 63)
	}
	total, hit := len(want), 0
	looked := 0
	for j := i + 1; j < len(r.lines) && looked < 40; j++ {
		if r.lines[j].words < 8 {
			continue
		}
		looked++
		for _, h := range r.line(j) {
			if maybe[h>>6&63]&(1<<(h&63)) != 0 && want[h] {
				delete(want, h)
				hit++
			}
		}
	}
	return hit*10 >= total*6
}

// shingles adds a hash of every run of five words of the line to out.
func (l *line) shingles(out []uint64) []uint64 {
	words := l.runs
	if words == nil {
		s := l.text
		if len(s) > 4*maxLook {
			s = s[:border(s, 4*maxLook)]
		}
		for at := 0; at < len(s); {
			w, step := nextWord(s[at:])
			if at += step; w != "" {
				words = append(words, wordHash(w))
			}
		}
	}
	for n := 5; n <= len(words); n++ {
		sum := uint64(0)
		for _, h := range words[n-5 : n] {
			sum = sum*1099511628211 ^ h
		}
		out = append(out, sum)
	}
	return out
}

// labels marks short lines before the body that are neither headline nor date: sections, tags, site names.
func labels(ls []line, body int) {
	head := -1
	for i := 0; i < body && i < len(ls); i++ {
		if ls[i].kind == story.ZoneHeadline {
			head = i
		}
	}
	for i := 0; i < body && i < len(ls); i++ {
		l := &ls[i]
		if l.known {
			continue
		}
		switch {
		case l.words <= 3 && !l.closed && (i < head || head >= 0 && body-i > 1):
			l.set(story.ZoneBoilerplate)
		case i > head && head >= 0 && l.words > 3 && l.closed:
			l.set(story.ZoneTeaser)
		case l.title():
			l.set(story.ZoneSubhead)
		}
	}
}

// subheads marks short open lines inside the body; in an article whose subheads stand in title case, a short line of
// small words without any verb or article is the alternative text of a picture: "Russia Ukraine peace talks".
func subheads(ls []line, body int) {
	var found []int
	titled := 0
	for i := body; i < len(ls); i++ {
		l := &ls[i]
		if l.known || !l.title() || l.words > 16 || (!l.blankBefore && !lineBreaks(ls, i)) || i == 0 {
			continue
		}
		if i+1 < len(ls) && strings.HasSuffix(ls[i-1].text, ",") {
			continue
		}
		found = append(found, i)
		if l.titled() {
			titled++
		}
	}
	for _, i := range found {
		l := &ls[i]
		if titled*2 > len(found) && len(found) >= 3 && !l.titled() && l.function == 0 && l.words <= 8 {
			l.set(story.ZoneCaption)
			continue
		}
		if i+1 >= len(ls) && !l.titled() {
			continue
		}
		l.set(story.ZoneSubhead)
	}
}

// lineBreaks reports whether lines around i are paragraphs of their own, so that a short line is a heading and not
// the end of a wrapped sentence.
func lineBreaks(ls []line, i int) bool {
	before := i > 0 && (ls[i-1].closed || ls[i-1].known || ls[i-1].heading())
	return before && (i+1 >= len(ls) || ls[i+1].words >= 12 || ls[i+1].known || ls[i+1].heading())
}

// tail marks what follows the article: after a first line of comment form, related posts or cookies, everything that is not
// running text, and running text that speaks of the site.
func tail(ls []line) {
	from := -1
	for i := range ls {
		if ls[i].kind == story.ZoneBoilerplate && ls[i].ends() && i*3 >= len(ls) {
			from = i
			break
		}
	}
	if from < 0 {
		return
	}
	for i := from + 1; i < len(ls); i++ {
		if l := &ls[i]; l.known && l.kind == story.ZoneList || !l.running() {
			l.set(story.ZoneBoilerplate)
		}
	}
}

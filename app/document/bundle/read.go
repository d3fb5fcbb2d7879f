package bundle

import (
	"strings"

	"dateline/app/story"
)

// readLexis reads an article as LexisNexis gave it out in plain text: paper, day, edition, title, labels, text, labels.
func readLexis(p *part) bool {
	n := len(p.lines)
	p.mark(0, 0, story.ZoneBoilerplate)
	day := -1
	for i := 1; i < min(n, 8) && day < 0; i++ {
		if _, ok := isDate(p.lines[i].text); ok || isMonth(p.lines[i].text) {
			day = i
		}
	}
	if day < 0 || !p.hasLabel() {
		return n > 4 // an article of which nothing more is said
	}
	for i := 1; i < day; i++ {
		p.put(publisher, i, 0)
	}
	p.put(date, day, 0)
	i := day + 1
	for i < n && (p.lines[i].block == p.lines[day].block || strings.Contains(strings.ToLower(p.lines[i].text), "edition") && len(p.lines[i].text) < 40) && !p.isLabel(i) {
		p.mark(i, 0, story.ZoneBoilerplate)
		i++
	}
	for from := i; i < n && !p.isLabel(i) && (i == from || p.lines[i].block == p.lines[from].block); i++ {
		if i == from {
			p.put(title, i, 0)
		} else {
			p.goesOn(title, i)
		}
	}
	i = p.head(i)
	p.tail(i, inText)
	return true
}

func (p *part) hasLabel() bool {
	for i := range p.lines {
		if f, _ := label(p.lines[i].text); f != none {
			return true
		}
	}
	return false
}

// head reads the labels from line i on, and gives the line that the text begins in.
func (p *part) head(i int) int {
	for i < len(p.lines) {
		f, at := label(p.lines[i].text)
		switch {
		case f == body:
			p.put(body, i, at)
			return i + 1
		case f == none && !isCopyright(p.lines[i].text):
			return i
		}
		from := i
		for i++; i < len(p.lines) && p.lines[i].block == p.lines[from].block && !p.isLabel(i) && broken(p.lines[i-1].text, f); i++ {
		}
		p.labels(from, i)
	}
	return i
}

// broken reports that the value of a field may go on in the next line: the line is long.
func broken(s string, f field) bool {
	const least = 50 // bytes of a line that was broken
	return len(s) >= least && f != date && f != address && f != tongue
}

// readProQuest reads an article as ProQuest gives it out: labels, "Full text:", text, labels.
func readProQuest(p *part) bool {
	full, known := -1, 0
	for i := range p.lines {
		f, _ := label(p.lines[i].text)
		if f == body && full < 0 && fullText[strings.ToLower(before(p.lines[i].text))] {
			full = i
		}
		if f != none {
			known++
		}
	}
	if known < 3 || full < 0 && (known < 5 || !p.says("ProQuest")) {
		return false
	}
	i := 0
	for ; i < len(p.lines) && (ofMany(p.lines[i].text) || isBar(p.lines[i].text)); i++ {
		p.mark(i, 0, story.ZoneBoilerplate)
	}
	if i < len(p.lines) && !p.isLabel(i) {
		p.put(title, i, 0)
		for i++; i < len(p.lines) && p.lines[i].block == p.lines[i-1].block && !p.isLabel(i); i++ {
			p.goesOn(title, i)
		}
	}
	stop := full
	if stop < 0 {
		stop = len(p.lines)
	}
	p.labels(i, stop)
	p.citation(i, stop)
	if full >= 0 {
		_, at := label(p.lines[full].text)
		p.put(body, full, at)
		p.tail(full+1, func(f field) bool { return f == body })
	}
	return true
}

// fullText are the labels before a text.
var fullText = map[string]bool{"full text": true, "volltext": true, "texte intégral": true, "texto completo": true}

func before(s string) string {
	s, _, _ = strings.Cut(s, ":")
	return s
}

func (p *part) says(word string) bool {
	for i := range p.lines {
		if strings.Contains(p.lines[i].text, word) {
			return true
		}
	}
	return false
}

// citation reads the line with paper and day in it, where no label gives them: "The Paper; London [London]. 12 Mar 2025: 4.".
func (p *part) citation(from, to int) {
	for i := from; i < to && len(p.said.Dates) == 0; i++ {
		s := p.lines[i].text
		if f, _ := label(s); f != none || len(s) > 200 {
			continue
		}
		d, ok := dateIn(s)
		if !ok || !strings.Contains(s[:d.start], "[") && !strings.Contains(s[:d.start], ";") {
			continue
		}
		paper, _, _ := strings.Cut(s[:d.start], "[")
		paper, _, _ = strings.Cut(paper, ";")
		if by, rest, ok := strings.Cut(paper, ". "); ok && isName(turned(by)) {
			keep(&p.said.Byline, turned(by))
			paper = rest
		}
		if !strings.Contains(s[:d.start], "://") {
			keep(&p.said.Publisher, paper)
		}
		p.day(i, 0)
	}
}

// readDump reads an article of a plain list of articles: a line across or a title with its label, what is said of it, text.
func readDump(p *part) bool {
	n := len(p.lines)
	i := 0
	for ; i < n && isBar(p.lines[i].text); i++ {
		p.mark(i, 0, story.ZoneBoilerplate)
	}
	const top = 8 // lines in which all that is said must begin
	end := i
	for end < n && end-i < top && !prose(p.lines[end].text) {
		end++
	}
	labelled, dated, free := 0, -1, -1
	for j := i; j < min(end+1, n); j++ {
		f, _ := label(p.lines[j].text)
		_, day := isDate(p.lines[j].text)
		switch {
		case f != none && f != other:
			labelled++
		case f != none:
		case day && dated < 0:
			dated = j
		case free < 0 && (j <= i+1 || dated >= 0 && dated == j-1):
			free = j
		}
	}
	switch {
	case labelled >= 2:
	case dated >= 0 && free >= 0:
	default:
		return false
	}
	return p.dump(i, dated, free)
}

// dump reads what is said in the lines from i on: labels, a line with the title, one with the day, the author, the paper.
func (p *part) dump(i, dated, free int) bool {
	n := len(p.lines)
	for ; i < n; i++ {
		s := p.lines[i].text
		f, at := label(s)
		switch {
		case f == body:
			p.put(body, i, at)
			return p.ok(n)
		case f != none:
			from := i
			for i+1 < n && p.lines[i+1].block == p.lines[i].block && !p.isLabel(i+1) && broken(p.lines[i].text, f) && f != other && f != publisher {
				i++
			}
			p.labels(from, i+1)
		case i == dated:
			p.put(date, i, 0)
		case i == free && p.said.Title == "":
			p.put(title, i, 0)
			for i+1 < n && i+1 != dated && p.lines[i+1].block == p.lines[i].block && p.wraps(i) {
				i++
				p.goesOn(title, i)
			}
		case i < dated && !prose(s) || dated >= 0 && i == dated+1 && !prose(s) && !strings.ContainsAny(s[len(s)-1:], ".!?"):
			p.besideDay(i)
		case len(s) > 3 && strings.EqualFold(s[:3], "by ") && isName(s[3:]):
			p.put(author, i, 0)
		default:
			return p.ok(n)
		}
	}
	return p.ok(n)
}

// wraps reports that a title goes on in the next line, which is neither a name nor a day.
func (p *part) wraps(i int) bool {
	next := p.lines[i+1].text
	_, day := isDate(next)
	return len(p.lines[i].text) >= 50 && !day && !p.isLabel(i+1) && !prose(next) && !(len(next) > 3 && strings.EqualFold(next[:3], "by "))
}

// besideDay reads a line beside the day: who wrote it, or which paper.
func (p *part) besideDay(i int) {
	s := p.lines[i].text
	switch {
	case len(s) > 3 && strings.EqualFold(s[:3], "by "):
		p.put(author, i, 0)
	case p.said.Publisher == "" && !isNumber(s):
		p.put(publisher, i, 0)
	default:
		p.mark(i, 0, story.ZoneBoilerplate)
	}
}

// ok ends the reading of a list's article: it has a title or a day, and text.
func (p *part) ok(n int) bool {
	marked := map[int]bool{}
	for _, z := range p.zones {
		marked[z.Span.Start] = true
	}
	for i := range p.lines[:n] {
		if !marked[p.lines[i].at.Start] {
			return p.said.Title != "" || len(p.said.Dates) > 0
		}
	}
	return false
}

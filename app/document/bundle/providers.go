package bundle

import (
	"strings"

	"dateline/app/story"
)

// provider is one maker of bundles.
type provider struct {
	starts func(line) bool // the line that stands before each article; nil where there is none
	ends   func(line) bool // the line that stands after each article; nil where there is none
	whole  bool            // an article is one only with a title or a day, and two at least make a bundle
	read   func(*part) bool
}

// providers in the order in which they are tried: those with the surest signs first.
var providers = []provider{
	// Nexis
	{ends: func(l line) bool { return endMarks[strings.ToLower(l.text)] }, read: readNexis},
	// Factiva
	{ends: isFactivaEnd, read: readFactiva},
	// ProQuest, with numbers
	{starts: func(l line) bool { return ofMany(l.text) && strings.HasPrefix(l.text, "Document") }, read: readProQuest},
	// LexisNexis
	{starts: func(l line) bool { return ofMany(l.text) }, read: readLexis},
	// ProQuest
	{starts: func(l line) bool { return len(l.text) >= 20 && strings.Trim(l.text, "_") == "" }, read: readProQuest},
}

// titled is a list of articles that begin with a line of their title.
var titled = provider{starts: isTitleLabel, whole: true, read: readDump}

var endMarks = map[string]bool{"end of document": true, "ende des dokuments": true, "fin du document": true, "fin del documento": true, "fine del documento": true, "fim do documento": true,
	"einde van document": true}

// isFactivaEnd sees the line with the number of an article: "Document EXTIM00020250312el3c0001a".
func isFactivaEnd(l line) bool {
	s := strings.TrimSpace(strings.TrimPrefix(l.text, "AN "))
	word, id, ok := strings.Cut(s, " ")
	id = strings.TrimSpace(id)
	return ok && documentWords[strings.ToLower(word)] && len(id) >= 20 && len(id) <= 45 && strings.IndexFunc(id, notAlphanumeric) < 0 && strings.ContainsAny(id, "0123456789")
}

func notAlphanumeric(r rune) bool {
	return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
}

func isTitleLabel(l line) bool {
	f, at := label(l.text)
	return f == title && at < len(l.text)
}

// bars are the lines across of a file, each kind as the mark of a list of articles. A line that parts articles is the same
// between all of them.
func bars(all []line) []provider {
	const kinds = 8
	var out []provider
	seen := map[string]bool{}
	for _, l := range all {
		if len(out) < kinds && isBar(l.text) && !seen[l.text] {
			seen[l.text] = true
			out = append(out, provider{starts: func(m line) bool { return m.text == l.text }, whole: true, read: readDump})
		}
	}
	return out
}

// cut gives the articles of the file; none where it is not this provider's.
func (p *provider) cut(all []line) []part {
	var parts []part
	sure := 0
	for _, lines := range p.slice(all) {
		q := part{lines: lines, from: lines[0].at.Start}
		if ok := p.read(&q); ok {
			sure++
			parts = append(parts, q)
			continue
		}
		if len(parts) > 0 {
			parts[len(parts)-1].add(lines, !p.whole)
		}
	}
	if sure == 0 || p.whole && sure < 2 {
		return nil
	}
	return parts
}

// add puts lines behind an article that are none: what a database writes between and behind articles, or, where lines across
// part articles, a part of the text.
func (p *part) add(lines []line, furniture bool) {
	at := len(p.lines)
	p.lines = p.lines[:at+len(lines)] // they follow in the file
	if furniture {
		p.furniture(at, len(p.lines))
	}
}

// slice cuts the lines at the provider's marks. What stands before the first start is none of its articles.
func (p *provider) slice(all []line) [][]line {
	var out [][]line
	from := 0
	begun := p.starts == nil
	for i, l := range all {
		switch {
		case p.starts != nil && p.starts(l):
			if begun && i > from || p.whole && !begun && i > 0 {
				out = append(out, all[from:i])
			}
			from, begun = i, true
		case p.ends != nil && p.ends(l):
			out = append(out, all[from:i+1])
			from = i + 1
		}
	}
	if len(out) == 0 && (p.starts == nil || !begun) {
		return nil
	}
	if from < len(all) {
		out = append(out, all[from:])
	}
	return out
}

// readNexis reads an article as Nexis gives it out today: title, paper, day, labels, "Body", text, "Classification".
func readNexis(p *part) bool {
	n := len(p.lines)
	if n == 0 || !endMarks[strings.ToLower(p.lines[n-1].text)] {
		return false
	}
	begin := -1
	for i, l := range p.lines {
		if f, at := label(l.text + ":"); f == body && at >= len(l.text) {
			begin = i
			break
		}
	}
	anchor := begin
	for i := 0; i < n && anchor < 0; i++ {
		if f, _ := label(p.lines[i].text); f == other && strings.Contains(p.lines[i].text, " ") && isCount(lastWords(p.lines[i].text)) {
			anchor = i
		}
	}
	if anchor < 0 {
		return false
	}
	day := p.dayBefore(anchor)
	top := p.nexisTop(day, anchor)
	if p.isFirst(top) {
		p.from = p.lines[top].at.Start
	} else {
		p.furniture(0, top)
	}
	p.nexisHead(top, day)
	if begin < 0 {
		p.tail(p.head(max(day, top)+1), inText)
		return true
	}
	p.labels(max(day, top)+1, begin)
	p.mark(begin, 0, story.ZoneBoilerplate)
	p.tail(begin+1, inText)
	return true
}

// lastWords are the last two words of a line.
func lastWords(s string) string {
	f := strings.Fields(s)
	return strings.Join(f[max(0, len(f)-2):], " ")
}

func (p *part) isLabel(i int) bool {
	f, _ := label(p.lines[i].text)
	return f != none || isCopyright(p.lines[i].text)
}

// dayBefore is the line with the day of publication above line i; -1 if there is none.
func (p *part) dayBefore(i int) int {
	const reach = 30 // lines of labels between
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		if _, ok := isDate(p.lines[j].text); (ok || isMonth(p.lines[j].text)) && !p.isLabel(j) {
			return j
		}
	}
	return -1
}

// nexisTop is the line that the title begins in: two blocks above the day.
func (p *part) nexisTop(day, anchor int) int {
	if day < 0 {
		for day = anchor; day > 0 && p.isLabel(day-1); day-- {
		}
		return max(day-1, 0)
	}
	i := day - 1 // the paper
	if i <= 0 {
		return max(i, 0)
	}
	if p.lines[i-1].block == p.lines[i].block {
		return i - 1
	}
	i-- // the last line of the title
	for i > 0 && p.lines[i-1].block == p.lines[i].block {
		i--
	}
	return i
}

// isFirst reports that the lines before top are a list of what is in the file.
func (p *part) isFirst(top int) bool {
	for i := 0; i < top; i++ {
		l := strings.ToLower(p.lines[i].text)
		if strings.HasPrefix(l, "job number") || strings.HasPrefix(l, "date and time") || strings.HasPrefix(l, "documents (") || strings.HasPrefix(l, "dokumente (") ||
			strings.HasPrefix(l, "jobnummer") || strings.HasPrefix(l, "user name") {
			return true
		}
	}
	return false
}

// nexisHead reads title and paper, which stand above the day.
func (p *part) nexisHead(top, day int) {
	if day < 0 {
		p.put(title, top, 0)
		return
	}
	for i := top; i < day; i++ {
		switch {
		case i == day-1 && i > top:
			p.put(publisher, i, 0)
		case i > top:
			p.goesOn(title, i)
		default:
			p.put(title, i, 0)
		}
	}
	p.put(date, day, 0)
}

// labels reads lines that are labels with values, from line from to before to.
func (p *part) labels(from, to int) {
	last := none
	for i := from; i < min(to, len(p.lines)); i++ {
		l := p.lines[i]
		if f, at := label(l.text); f != none {
			p.put(f, i, at)
			last = f
			continue
		}
		if last != none && i > from && p.lines[i-1].block == l.block && !isCopyright(l.text) {
			p.goesOn(last, i)
			continue
		}
		last = none
		p.mark(i, 0, story.ZoneBoilerplate)
	}
}

// tail marks what a database adds below the text, from line from on at the earliest.
// Labels that may also begin a line of the text are passed over: but.
func (p *part) tail(from int, but func(field) bool) {
	at := len(p.lines)
	for i := len(p.lines) - 1; i >= from; i-- {
		l := p.lines[i]
		switch f, _ := label(l.text); {
		case f != none && !but(f), isCopyright(l.text), endMarks[strings.ToLower(l.text)], isFactivaEnd(l), isBar(l.text),
			strings.EqualFold(l.text, "classification"), strings.EqualFold(l.text, "klassifizierung"), strings.EqualFold(l.text, "notes"):
			at = i
		default:
			if i+1 < len(p.lines) && at == i+1 && (len(p.lines)-i > 40 || p.lines[i+1].block != l.block) && !p.afterLabel(i) {
				i = from // the text has been reached
			}
		}
	}
	if at < len(p.lines) {
		p.labels(at, len(p.lines))
	}
}

// inText are the labels that may begin a line of a text, where a database writes none of them below it.
func inText(f field) bool { return f == body || f == title || f == author || f == subtitle }

// afterLabel reports that line i goes on a label above it in its block.
func (p *part) afterLabel(i int) bool {
	for j := i - 1; j >= 0 && p.lines[j].block == p.lines[i].block && j > i-8; j-- {
		if f, _ := label(p.lines[j].text); f != none && f != body {
			return true
		}
	}
	return false
}

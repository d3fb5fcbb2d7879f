package bundle

import (
	"strings"

	"dateline/app/story"
)

// readFactiva reads an article as Factiva gives it out: with two letters before each field, or without.
func readFactiva(p *part) bool {
	n := len(p.lines)
	if n < 4 || !isFactivaEnd(p.lines[n-1]) {
		return false
	}
	coded := 0
	for i := range p.lines {
		if f, _ := code(p.lines[i].text); f != none {
			coded++
		}
	}
	if coded >= 4 {
		return p.coded()
	}
	return p.uncoded()
}

// coded reads fields with two letters before them.
func (p *part) coded() bool {
	last := none
	begun := false
	for i, l := range p.lines {
		f, at := code(l.text)
		switch {
		case f == none && last == body:
		case f == none && begun:
			p.goesOn(last, i)
		case f == none:
			p.mark(i, 0, story.ZoneBoilerplate)
		default:
			p.put(f, i, at)
			last, begun = f, true
		}
	}
	if p.said.Publisher == "" {
		p.said.Publisher = p.fieldOf("PUB")
	}
	return p.said.Title != ""
}

// fieldOf is the value of the field with these letters.
func (p *part) fieldOf(letters string) string {
	for _, l := range p.lines {
		if rest, ok := strings.CutPrefix(l.text, letters+" "); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

// uncoded reads title, author, the number of words, day, paper, language and rights, in this order, and the text below.
func (p *part) uncoded() bool {
	const reach = 40 // lines of a head, and of what may stand before the first one
	words := -1
	for i := 0; i < min(len(p.lines), reach) && words < 0; i++ {
		if isCount(p.lines[i].text) {
			words = i
		}
	}
	if words < 1 {
		return false
	}
	p.aboveCount(words)
	p.mark(words, 0, story.ZoneBoilerplate)
	i := words + 1
	day := false
	for ; i < len(p.lines)-1; i++ {
		s := p.lines[i].text
		_, ok := isDate(s)
		switch {
		case isCopyright(s):
			p.mark(i, 0, story.ZoneBoilerplate)
			for i++; i < len(p.lines)-1 && p.lines[i].block == p.lines[i-1].block && !prose(p.lines[i].text); i++ {
				p.mark(i, 0, story.ZoneBoilerplate)
			}
			p.factivaTail(i)
			return true
		case ok && !day && len(p.said.Dates) == 0:
			day = true
			p.put(date, i, 0)
		case prose(s) && day:
			p.factivaTail(i)
			return true
		case !day || isClock(s) || isNumber(s):
			p.mark(i, 0, story.ZoneBoilerplate)
		case languages[strings.ToLower(s)] != "":
			p.put(tongue, i, 0)
		case p.said.Publisher == "":
			p.put(publisher, i, 0)
		default:
			p.mark(i, 0, story.ZoneBoilerplate)
		}
	}
	return day
}

// aboveCount reads the lines above the number of words: a section, the title, who wrote it.
func (p *part) aboveCount(words int) {
	from := words - 1 // the block that ends here, and one above it that is the title
	for from > 0 && (p.lines[from-1].block == p.lines[from].block || p.lines[words-1].block-p.lines[from-1].block <= 2 && !isBar(p.lines[from-1].text)) {
		from--
	}
	to := words
	for to-1 > from && p.isAuthor(to-1, from) {
		to--
		p.put(author, to, 0)
	}
	if few := strings.Fields(p.lines[from].text); to-from >= 2 && len(few) <= 3 && len(strings.Fields(p.lines[from+1].text)) >= 4 {
		p.put(section, from, 0)
		from++
	}
	p.put(title, from, 0)
	for i := from + 1; i < to; i++ {
		if p.lines[i].block == p.lines[i-1].block && len(p.lines[i-1].text) >= 60 {
			p.goesOn(title, i)
		} else {
			p.put(subtitle, i, 0)
		}
	}
}

// isAuthor reports a line above the number of words that names who wrote the article.
func (p *part) isAuthor(i, first int) bool {
	s := p.lines[i].text
	for _, by := range []string{"by ", "von ", "par ", "por ", "di ", "door "} {
		if len(s) > len(by) && strings.EqualFold(s[:len(by)], by) && len(strings.Fields(s)) <= 12 {
			return true
		}
	}
	return i > first && isName(s)
}

// factivaTail marks the lines below the text: who owns the paper, and the number of the article.
func (p *part) factivaTail(from int) {
	n := len(p.lines)
	p.mark(n-1, 0, story.ZoneBoilerplate)
	if i := n - 2; i >= from && !prose(p.lines[i].text) && !strings.ContainsAny(p.lines[i].text[len(p.lines[i].text)-1:], ".!?\"”") && p.lines[i].block != p.lines[max(i-1, 0)].block {
		p.mark(i, 0, story.ZoneBoilerplate)
	}
}

// isClock reports a time of day alone: "08:30", "8:30 AM GMT".
func isClock(s string) bool {
	return len(s) <= 16 && strings.Contains(s, ":") && s[0] >= '0' && s[0] <= '9' && !strings.Contains(s, "://")
}

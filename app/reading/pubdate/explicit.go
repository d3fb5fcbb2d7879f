package pubdate

import (
	"strings"

	"dateline/app/daywords"
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// stated is what a document states openly of its date.
type stated struct {
	clues  []story.DateClue
	first  story.DateClue // of those in the text
	swap   story.Day      // the other reading of first, where the order of day and month is open; 0 if not
	best   int            // index of the most trusted of clues; -1 if none
	ahead  int            // of the most trusted one that lies after the day of opening; -1 if none
	bound  story.Day      // the day of the earliest update; DayMin if none
	limit  story.Day      // see limitOf
	moved  story.Day      // the day of a stamp in UTC that was moved; 0 if none was
	bounds []clue         // datelines without a year
}

// explicit gives the most trusted date that the document states openly. bounds is what binds the date where
// none is stated: an update, a dateline without a year.
func (r *Dater) explicit(doc *story.Document, t *token.Text, found []timex.Found) (p story.Publication, bounds []clue) {
	s := stated{best: -1, ahead: -1, bound: story.DayMin, limit: limitOf(doc)}
	s.gather(doc)
	r.inText(&s, t, found)
	r.foreignLines(&s, t.Source, found)
	s.choose()
	if s.best < 0 {
		if s.bound.Bounded() {
			s.bounds = append(s.bounds, clue{kind: clueUpdated, from: s.bound, to: s.bound, words: s.bound.String()})
		}
		return unknown(), s.bounds
	}
	s.local(doc)
	return r.publication(doc, &s), nil
}

// gather collects what the page and its address state.
func (s *stated) gather(doc *story.Document) {
	hasURL := false
	for _, c := range doc.Dates {
		if c.Source == story.SourceNone || !c.Day.Bounded() {
			continue
		}
		hasURL = hasURL || c.Source == story.SourceURL
		s.clues = append(s.clues, c)
	}
	if d, ok := urlDay(doc.URL); ok && !hasURL {
		s.clues = append(s.clues, story.DateClue{Day: d, Source: story.SourceURL, Words: doc.URL})
	}
}

// inText adds what lines of the text state.
func (r *Dater) inText(s *stated, t *token.Text, found []timex.Found) {
	fromText, swap := r.textDates(t, found, s.clues)
	for _, c := range fromText {
		if c.Day.Bounded() {
			s.clues = append(s.clues, c)
			continue
		}
		if len(s.bounds) == 0 { // a dateline without a year
			m, d := monthDay(found, c.Span)
			s.bounds = append(s.bounds, clue{kind: clueDateline, month: m, day: d, words: oneLine(c.Words)})
		}
	}
	if len(s.clues) > 0 && len(s.bounds) > 0 && s.clues[0].Source != story.SourceUpdated {
		s.bounds = nil
	}
	if swap == 0 {
		return
	}
	s.first, s.swap = fromText[0], swap
	if s.first.Day > s.limit && swap <= s.limit { // one order of day and month has not come yet
		for i := range s.clues {
			if s.isFirst(&s.clues[i]) {
				s.clues[i].Day, s.swap = swap, s.clues[i].Day
				break
			}
		}
	}
}

// isFirst reports the date line whose order of day and month is open.
func (s *stated) isFirst(c *story.DateClue) bool {
	return c.Span == s.first.Span && c.Source == story.SourceDateLine
}

// choose finds the most trusted clue.
func (s *stated) choose() {
	for i, c := range s.clues {
		switch {
		case c.Source != story.SourceGiven && c.Day > s.limit: // the page's clock is wrong, or its template
			if c.Source != story.SourceUpdated && (s.ahead < 0 || c.Source < s.clues[s.ahead].Source) {
				s.ahead = i
			}
		case c.Source == story.SourceUpdated:
			if !s.bound.Bounded() || c.Day < s.bound {
				s.bound = c.Day
			}
		case s.best < 0 || c.Source < s.clues[s.best].Source:
			s.best = i
		}
	}
	if s.best < 0 && !s.bound.Bounded() {
		s.best = s.ahead
	}
}

// publication words the best clue, and what speaks against it.
func (r *Dater) publication(doc *story.Document, s *stated) story.Publication {
	w, c := r.w, &s.clues[s.best]
	p := story.Publication{Kind: story.DateExplicit, Best: c.Day, From: c.Day, To: c.Day, From50: c.Day, To50: c.Day, Clock: c.Clock, P: w.Trust[c.Source]}
	if c.Source == story.SourceGiven {
		p.Kind = story.DateGiven
	}
	p.Reasons = append(p.Reasons, story.Why(whyOf(c.Source), oneLine(c.Words), timex.DayInWords(c.Day)))
	if s.moved != 0 {
		p.Reasons = append(p.Reasons, s.movedWhy())
	}
	if s.swap != 0 && s.isFirst(c) {
		if c.Day <= s.limit && s.swap > s.limit {
			p.P = w.OrderDecided
			p.Reasons[0] = story.Why(whyDecided, oneLine(c.Words), timex.DayInWords(c.Day))
		} else {
			p.P = w.OrderOpen
			p.From, p.To = min(c.Day, s.swap), max(c.Day, s.swap)
			p.Reasons = append(p.Reasons, story.Why(whyOrder, oneLine(c.Words), timex.DayInWords(s.swap)))
		}
	}
	if c.Day > s.limit {
		p.Reasons = append(p.Reasons, story.Why(whyFuture, timex.DayInWords(doc.Opened), timex.DayInWords(c.Day)))
		if p.Kind != story.DateGiven {
			p.P = min(p.P, w.Ahead)
		}
	} else if s.ahead >= 0 {
		p.Reasons = append(p.Reasons, story.Why(whySkipped, oneLine(s.clues[s.ahead].Words), timex.DayInWords(s.clues[s.ahead].Day)))
	}
	for i, o := range s.clues {
		if i == s.best || i == s.ahead || o.Source == story.SourceUpdated {
			continue
		}
		if gap := o.Day - c.Day; gap > w.DiffersDays || gap < -w.DiffersDays {
			p.Reasons = append(p.Reasons, story.Why(whyDiffers, oneLine(o.Words), timex.DayInWords(o.Day)))
			if c.Source != story.SourceGiven {
				p.P = min(p.P, w.Differs)
			}
			break
		}
	}
	if s.bound.Bounded() && s.bound < c.Day && c.Source != story.SourceGiven {
		p.P = min(p.P, w.Updated)
	}
	return p
}

// unknown is the publication of which nothing is known.
func unknown() story.Publication {
	return story.Publication{From: story.DayMin, To: story.DayMax, From50: story.DayMin, To50: story.DayMax}
}

// limitOf is the last day on which an article can have been published: the day it was opened, and one more for those
// who live further east.
func limitOf(doc *story.Document) story.Day {
	if doc.Opened == 0 || !doc.Opened.Bounded() {
		return story.DayMax
	}
	return doc.Opened + 1
}

// monthDay is the month and day of the expression inside a dateline.
func monthDay(found []timex.Found, s story.Span) (month, day uint8) {
	for i := range found {
		if f := &found[i]; s.Contains(f.Span) && f.Month != 0 && f.Day != 0 {
			return f.Month, f.Day
		}
	}
	return 0, 0
}

func whyOf(s story.DateSource) string {
	switch s {
	case story.SourceGiven:
		return whyGiven
	case story.SourceURL:
		return whyURL
	case story.SourceDateLine:
		return whyLine
	case story.SourceDateline:
		return whyDateline
	}
	return whyPage
}

func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 120 {
		cut := 117
		for cut > 0 && s[cut]&0xC0 == 0x80 {
			cut--
		}
		s = s[:cut] + "…"
	}
	return s
}

// urlDay finds /2025/03/12/, /2025-03-12 or 20250312 in an address.
func urlDay(url string) (story.Day, bool) {
	for i := 0; i+8 <= len(url); i++ {
		if url[i] < '1' || url[i] > '2' || i > 0 && url[i-1] >= '0' && url[i-1] <= '9' {
			continue
		}
		num := func(from, n int) int {
			if from+n > len(url) {
				return -1
			}
			v := 0
			for _, c := range []byte(url[from : from+n]) {
				if c < '0' || c > '9' {
					return -1
				}
				v = v*10 + int(c-'0')
			}
			return v
		}
		y := num(i, 4)
		if y < 1990 || y > 2100 {
			continue
		}
		m, d, end := -1, -1, 0
		switch s := url[i+4]; {
		case s == '/' || s == '-' || s == '_':
			m = num(i+5, 2)
			if i+7 < len(url) && url[i+7] == s {
				d, end = num(i+8, 2), i+10
			}
		default:
			m, d, end = num(i+4, 2), num(i+6, 2), i+8
		}
		if end > 0 && (end >= len(url) || url[end] < '0' || url[end] > '9') && story.ValidDate(y, m, d) {
			return story.NewDay(y, m, d), true
		}
	}
	return 0, false
}

// textDates finds date lines and wire datelines in the text. swap is the other reading of the first one, where the
// order of day and month is open.
func (r *Dater) textDates(t *token.Text, found []timex.Found, known []story.DateClue) (out []story.DateClue, swap story.Day) {
	for i := range found {
		f := &found[i]
		if f.Form != timex.FormDate || f.Month == 0 || f.Day == 0 || f.Holiday != 0 || f.InQuote || f.Rule() == "holiday" {
			continue
		}
		first, last := r.lineOf(t, int(f.First), int(f.Last))
		if f.Span.Start < r.w.TextBytes {
			if c, ok := r.wire(t, f, known); ok {
				out = append(out, c)
				continue
			}
		}
		if !f.HasYear {
			continue
		}
		kind := r.lineKind(t, f, first, last)
		if kind == story.SourceNone || f.Span.Start >= r.w.TextBytes && kind == story.SourceDateLine && !says(t, first, last, &publishedWords) {
			continue
		}
		d := story.NewDay(int(f.Year), int(f.Month), int(f.Day))
		if !story.ValidDate(int(f.Year), int(f.Month), int(f.Day)) || f.Year < 1500 {
			continue
		}
		s, e := t.Bytes(token.Range{First: first, Last: last})
		c := story.DateClue{Day: d, Source: kind, Words: t.Source[s:e], Span: f.Span}
		if f.HasTime {
			c.Clock = clock(f)
		}
		if f.Swap && f.Order == 0 && len(out) == 0 && kind == story.SourceDateLine {
			swap = story.NewDay(int(f.Year), int(f.Day), int(f.Month))
		}
		out = append(out, c)
	}
	return out, swap
}

func clock(f *timex.Found) string {
	two := func(n int8) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }
	return two(f.Hour) + ":" + two(f.Minute)
}

// lineOf is the run of tokens on the same line, as far as is looked.
func (r *Dater) lineOf(t *token.Text, first, last int) (int, int) {
	lo := first
	for lo > 0 && first-lo < r.w.LineTokens && !t.Tokens[lo].Has(token.LineStart) {
		lo--
	}
	hi := last
	for hi < len(t.Tokens) && hi-last < r.w.LineTokens && !t.Tokens[hi].Has(token.LineStart) {
		hi++
	}
	return lo, hi
}

var publishedWords = token.SetOf("published", "posted", "date", "dated", "issued", "released", "filed", "created", "first")
var updatedWords = token.SetOf("updated", "modified", "edited", "revised", "accessed", "retrieved", "archived", "update")
var rightsWords = token.SetOf("copyright", "©", "rights", "c")
var fillWords = token.SetOf("by", "on", "at", "the", "of", "in", "and", "from", "last", "|", "time", "gmt", "utc", "est", "edt", "am", "pm", "a.m.", "p.m.",
	"staff", "editor", "admin", "min", "read", "minutes", "minute", "originally", "first", "this", "article", "was", "story")

func says(t *token.Text, first, last int, words *token.Set) bool {
	for i := first; i < last; i++ {
		if words.Has(t.Tokens[i].Hash) {
			return true
		}
	}
	return false
}

// otherDates are words that say that a date is not that of the article.
var otherDates = token.SetOf("copyright", "rights", "born", "died")

// lineKind tells what a line with a full date is: a date line, an update, or neither.
func (r *Dater) lineKind(t *token.Text, f *timex.Found, first, last int) story.DateSource {
	// the words just before say what the date is
	before := max(first, int(f.First)-r.w.BeforeTokens)
	updated := says(t, before, int(f.First), &updatedWords)
	published := says(t, before, int(f.First), &publishedWords)
	if lead, _ := t.Bytes(token.Range{First: before, Last: int(f.First)}); before < int(f.First) { // "Aggiornato il 12/03/2020"
		p, u := daywords.Says(t.Source[lead:f.Span.Start])
		published, updated = published || p, updated || u
	}
	words, small := 0, 0
	for i := first; i < last; i++ {
		if i >= int(f.First) && i < int(f.Last) {
			continue
		}
		k := t.Tokens[i]
		switch {
		case k.Kind == token.Symbol && t.Word(i) == "©":
			return story.SourceNone
		case k.Kind == token.Word:
			if fillWords.Has(k.Hash) || publishedWords.Has(k.Hash) || updatedWords.Has(k.Hash) {
				continue
			}
			if otherDates.Has(k.Hash) {
				return story.SourceNone
			}
			words++
			if !k.Has(token.Capital) && !k.Has(token.Foreign) {
				small++
			}
		case k.Kind == token.Punct && (t.Word(i) == "." || t.Word(i) == "?" || t.Word(i) == "!") && i+1 < last:
			small++
		}
	}
	if updated && !published {
		if words <= r.w.UpdatedWords {
			return story.SourceUpdated
		}
		return story.SourceNone
	}
	switch {
	case published && words <= r.w.PublishedWords && small <= r.w.PublishedSmall:
		return story.SourceDateLine
	case first == int(f.First) && last > int(f.Last) && t.Tokens[f.Last].Kind != token.Word && words <= r.w.PublishedWords && small == 0 && !sentence(t, last):
		return story.SourceDateLine // "22/11/2020 - 04:30 - Fonte: Agência Brasil - Foto: Ana Reis"
	case words <= r.w.LineWords && small <= r.w.LineSmall && !sentence(t, last):
		return story.SourceDateLine
	}
	return story.SourceNone
}

// sentence reports whether the line that ends at token last ends as a sentence does.
func sentence(t *token.Text, last int) bool {
	if last == 0 {
		return false
	}
	w := t.Word(last - 1)
	return w == "." || w == "!" || w == "?"
}

// wire finds "KYIV, March 13 (Reuters) -" at the beginning of a paragraph.
func (r *Dater) wire(t *token.Text, f *timex.Found, known []story.DateClue) (story.DateClue, bool) {
	i := int(f.First)
	start := i
	for start > 0 && i-start < r.w.WireTokens && !t.Tokens[start].Has(token.LineStart) {
		start--
	}
	if !t.Tokens[start].Has(token.LineStart) {
		return story.DateClue{}, false
	}
	place, agency, ok := beforeWire(t, start, i)
	if !ok {
		return story.DateClue{}, false
	}
	place = place || f.HasYear && beforeDay(t, start, i)
	// after it: an agency in brackets or a dash, then the story
	j := int(f.Last)
	if t.Word(j) == "," {
		j++
	}
	if j < len(t.Tokens) && t.Tokens[j].Has(token.LineStart) {
		return story.DateClue{}, false
	}
	if t.Word(j) == "(" {
		agency = true
		for n := 0; n < r.w.AgencyTokens && j < len(t.Tokens) && t.Word(j) != ")"; n++ {
			j++
		}
		j++
	}
	dash := false
	switch t.Word(j) {
	case "-", "--", "—", "–", "_", "―", "---":
		dash = true
	case ":":
		dash = agency
	}
	bracket := t.Word(start) == "(" && t.Word(j) == ")" && f.HasYear && beforeDay(t, start+1, i) // "(Dresden, 12.09.2024) Parts of"
	if !bracket && (!(dash && (place || agency)) || i == start && !agency) {
		return story.DateClue{}, false
	}
	s, e := t.Bytes(token.Range{First: start, Last: min(j+1, len(t.Tokens))})
	c := story.DateClue{Source: story.SourceDateline, Words: t.Source[s:e], Span: story.Span{Start: s, End: e}}
	if f.HasYear {
		c.Day = story.NewDay(int(f.Year), int(f.Month), int(f.Day))
		return c, true
	}
	c.Day = story.DayMin // of some year
	if y, ok := yearNear(int(f.Month), known); ok && story.ValidDate(y, int(f.Month), int(f.Day)) {
		c.Day = story.NewDay(y, int(f.Month), int(f.Day))
	}
	return c, true
}

// beforeWire looks at the tokens from start to i, before the date: a place in capitals, or an agency in brackets; not ok where
// there is anything else.
func beforeWire(t *token.Text, start, i int) (place, agency, ok bool) {
	for j := start; j < i; j++ {
		k := t.Tokens[j]
		switch {
		case k.Kind == token.Word && k.Has(token.Upper) && k.End-k.Start > 2:
			place = true
		case k.Kind == token.Word && !k.Has(token.Capital) && !t.Is(j, "in") && !t.Is(j, "and") && !t.Is(j, "of") && !(j == i-1 && dayArticles.Has(k.Hash)):
			return false, false, false
		case t.Word(j) == "(":
			agency = true
		case k.Kind == token.Punct && (t.Word(j) == "." || t.Word(j) == ";" || t.Word(j) == ":"):
			return false, false, false
		}
	}
	return place, agency, true
}

// dayArticles stand before a day in other languages: "Dresden, den 12. September 2024".
var dayArticles = token.SetOf("den", "am", "le", "el", "il", "dia")

// beforeDay reports one or two words with capitals and a comma between the tokens start and i, before a whole date: "Dresden, den ".
func beforeDay(t *token.Text, start, i int) bool {
	if i > start && dayArticles.Has(t.Tokens[i-1].Hash) {
		i--
	}
	if i-start < 2 || i-start > 4 || t.Word(i-1) != "," {
		return false
	}
	for j := start; j < i-1; j++ {
		if k := t.Tokens[j]; k.Kind != token.Word && t.Word(j) != "-" || k.Kind == token.Word && !k.Has(token.Capital) {
			return false
		}
	}
	return true
}

// yearNear finds the year for a dateline without one from the first of what else dates the page.
func yearNear(month int, known []story.DateClue) (int, bool) {
	if len(known) == 0 {
		return 0, false
	}
	y, m, _ := known[0].Day.Date()
	switch {
	case m-month > 6:
		return y + 1, true
	case month-m > 6:
		return y - 1, true
	}
	return y, true
}

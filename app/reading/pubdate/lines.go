package pubdate

import (
	"strings"

	"dateline/app/daywords"
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// foreignLines adds the date lines that name their month in a language which package timex does not read: "Publié le 12
// mars 2019 à 10h14".
func (r *Dater) foreignLines(s *stated, text string, found []timex.Found) {
	end := min(len(text), r.w.TextBytes)
	for at, next := 0, 0; at < end; at = next {
		line := text[at:]
		next = len(text)
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line, next = line[:i], at+i+1
		}
		if len(line) > r.w.ForeignBytes {
			continue
		}
		r.foreignLine(s, line, at, found)
	}
}

// foreignLine adds what one line, which begins at byte at of the text, says with such a date. Of two dates on a line each
// is what the words right before it say: "Actualizado: 9 de mayo de 2021 | Publicado: 8 de mayo de 2021".
func (r *Dater) foreignLine(s *stated, line string, at int, found []timex.Found) {
	d, ok := daywords.Find(line)
	if !ok {
		return
	}
	_, more := daywords.Find(line[d.End:])
	add := func(kind story.DateSource, d daywords.Day, from int) {
		span := story.Span{Start: from + d.Start, End: from + d.End}
		if kind != story.SourceNone && !r.readAlready(found, span) {
			s.clues = append(s.clues, story.DateClue{Day: d.Day, Clock: d.Clock, Source: kind, Words: strings.TrimSpace(line), Span: span})
		}
	}
	if !more {
		add(r.foreignKind(line, d), d, at)
		return
	}
	for from := 0; ok; d, ok = daywords.Find(line[from:]) {
		before := line[from : from+d.Start]
		published, updated := daywords.Says(before)
		switch few := len(strings.Fields(before)) <= r.w.PublishedWords; {
		case updated && few:
			add(story.SourceUpdated, d, at+from)
		case published && few:
			add(story.SourceDateLine, d, at+from)
		case from == 0:
			add(r.foreignKind(line, d), d, at)
		}
		from += d.End
	}
}

// readAlready reports whether timex found a whole date in the span.
func (r *Dater) readAlready(found []timex.Found, s story.Span) bool {
	for i := range found {
		f := &found[i]
		if f.Span.Start >= s.End {
			break
		}
		if f.Span.End > s.Start && f.HasYear && f.Month != 0 && f.Day != 0 {
			return true
		}
	}
	return false
}

// foreignKind tells what a line with such a date is: a date line, an update, or a sentence.
func (r *Dater) foreignKind(line string, d daywords.Day) story.DateSource {
	published, updated := daywords.Says(line)
	rest := len(strings.Fields(line[:d.Start])) + len(strings.Fields(line[d.End:]))
	wire := foreignWire(line, d)
	line = strings.TrimSpace(line)
	stop := strings.HasSuffix(line, ".") && d.End < len(line)-2 || strings.ContainsAny(line, "?!")
	switch {
	case updated && !published && rest <= r.w.UpdatedWords:
		return story.SourceUpdated
	case published && rest <= r.w.PublishedWords+r.w.PublishedSmall, !updated && rest <= r.w.LineWords && !stop:
		return story.SourceDateLine
	case !updated && wire:
		return story.SourceDateline
	}
	return story.SourceNone
}

// foreignWire reports a line that begins with a place, a comma, the day and a dash: "Paris, le 12 septembre 2024 – Le pont".
func foreignWire(line string, d daywords.Day) bool {
	before := strings.Fields(line[:min(d.Start, len(line))])
	if len(before) == 2 && dayArticles.Has(token.HashOf(before[1])) {
		before = before[:1]
	}
	if len(before) != 1 || !strings.HasSuffix(before[0], ",") || before[0][0] < 'A' || before[0][0] > 'Z' && before[0][0] < 0x80 {
		return false
	}
	after := strings.TrimSpace(line[min(d.End, len(line)):])
	for _, dash := range [...]string{"-", "–", "—"} {
		if strings.HasPrefix(after, dash) {
			return true
		}
	}
	return false
}

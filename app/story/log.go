package story

// Log is the corrections in the order they were made. It is a value: With and Undone give new ones, and what was handed
// out before stays as it was. The zero Log is empty.
type Log struct {
	all []Correction
}

// NewLog is the log of some corrections, the first one made first.
func NewLog(all ...Correction) Log { return Log{append([]Correction(nil), all...)} }

// Len is the number of corrections.
func (l Log) Len() int { return len(l.all) }

// Entry is correction i, the first one made being 0.
func (l Log) Entry(i int) Correction { return l.all[i] }

// With is the log with one more correction at its end.
func (l Log) With(c Correction) Log { return Log{append(l.all[:len(l.all):len(l.all)], c)} }

// Undone is the log without its last correction, and that correction; false where it is empty.
func (l Log) Undone() (Log, Correction, bool) {
	n := len(l.all)
	if n == 0 {
		return l, Correction{}, false
	}
	return Log{l.all[: n-1 : n-1]}, l.all[n-1], true
}

// Equal reports whether two logs hold the same corrections in the same order.
func (l Log) Equal(o Log) bool {
	if len(l.all) != len(o.all) {
		return false
	}
	if len(l.all) == 0 || &l.all[0] == &o.all[0] {
		return true
	}
	for i := range l.all {
		if l.all[i] != o.all[i] {
			return false
		}
	}
	return true
}

// thing is what a correction speaks of, as far as only one can hold.
type thing struct {
	kind    CorrectionKind
	about   Target
	mention MentionKind
}

func (c *Correction) thing() thing {
	t := thing{kind: c.Kind, about: Target{Article: c.About.Article}}
	switch c.Kind {
	case CorrectPublished, CorrectTitle, CorrectOut, CorrectOrder:
	case CorrectPerson:
		t.about.Words = c.About.Words
	case CorrectAdd, CorrectRemove, CorrectChecked:
		t.about, t.mention = c.About, c.Mention
	default:
		t.about = c.About
	}
	return t
}

// InForce are the corrections that count, in order: of several about the same thing the last one, and none that was taken
// back.
func (l Log) InForce() []Correction {
	last := make(map[thing]int, len(l.all))
	for i := range l.all {
		last[l.all[i].thing()] = i
	}
	var out []Correction
	for i := range l.all {
		if c := &l.all[i]; last[c.thing()] == i && !c.AsRead {
			out = append(out, *c)
		}
	}
	return out
}

// Published is the day of publication that a person gave an article, by its Document.ID; false if none is in force.
func (l Log) Published(article string) (Day, bool) {
	for i := len(l.all) - 1; i >= 0; i-- {
		if c := &l.all[i]; c.Kind == CorrectPublished && c.About.Article == article {
			return c.From, !c.AsRead
		}
	}
	return 0, false
}

package story

import (
	"dateline/geo"
	"github.com/paulmach/orb"
)

// CorrectionKind is what a Correction is about.
type CorrectionKind uint8

// The kinds of correction.
const (
	CorrectPublished CorrectionKind = iota // the day an article was published
	CorrectPlace                           // which place a name means
	CorrectUse                             // what a name does in its sentence: the scene, an actor …
	CorrectWhen                            // the days of an event or of an expression of time
	CorrectSpeaker                         // who says a quote
	CorrectModality                        // whether an event happened, is planned, is denied …
	CorrectAdd                             // a stretch that was missed is a place, a time, a quote or an event
	CorrectRemove                          // a stretch is none of what was found there
)

var correctionNames = [...]string{"published", "place", "use", "when", "speaker", "modality", "add", "remove"}

// String is the word that files and the command line use: "published".
func (k CorrectionKind) String() string {
	if int(k) < len(correctionNames) {
		return correctionNames[k]
	}
	return correctionNames[0]
}

// Scope says how far a Correction reaches.
type Scope uint8

// The scopes.
const (
	ScopeOne     Scope = iota // this mention alone
	ScopeArticle              // the same ones in the article
	ScopeStory                // the same ones in every article of the story
)

var scopeNames = [...]string{"one", "article", "story"}

// String is the word that files and the command line use: "one".
func (s Scope) String() string {
	if int(s) < len(scopeNames) {
		return scopeNames[s]
	}
	return scopeNames[0]
}

// Target is what a Correction is about: an article by its Document.ID and, for all but its day of publication, a stretch
// of it with the words that stood there, so that the stretch is found again in a changed text.
type Target struct {
	Article string
	Span    Span
	Words   string
}

// MentionKind is what a stretch of text was found, or is said, to be.
type MentionKind uint8

// The kinds of mention that a person can mark.
const (
	MentionPlace MentionKind = iota
	MentionTime
	MentionQuote
	MentionEvent
)

var mentionNames = [...]string{"place", "time", "quote", "event"}

// String is the word that files and the command line use: "place".
func (k MentionKind) String() string {
	if int(k) < len(mentionNames) {
		return mentionNames[k]
	}
	return mentionNames[0]
}

// Correction is what a person said is so. Only the fields of its Kind count. It is a value: two with the same fields say
// the same.
type Correction struct {
	Kind  CorrectionKind
	About Target
	Scope Scope
	// AsRead takes back what was said before of the same thing: what the text tells holds again.
	AsRead bool

	From, To Day         // CorrectPublished (From alone), CorrectWhen: the days, inclusive; both DayMin: not known
	Place    geo.PlaceID // CorrectPlace: a place of the gazetteer; 0 where Pin says it, or where it is no known place
	Pin      orb.Point   // CorrectPlace: {lon, lat}, where Pinned
	Pinned   bool
	Use      Use         // CorrectUse
	Speaker  string      // CorrectSpeaker: the name in full; "" nobody
	Modality Modality    // CorrectModality
	Mention  MentionKind // CorrectAdd, CorrectRemove

	At  string // when it was said, as RFC 3339 writes it; "" if not known. For the log alone: it moves no day
	Why string // a word the person gave; may be empty
}

// same reports whether two corrections speak of the same thing, so that the later one holds.
func (c *Correction) same(o *Correction) bool {
	return c.Kind == o.Kind && c.About == o.About && (c.Kind != CorrectAdd && c.Kind != CorrectRemove || c.Mention == o.Mention)
}

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

// InForce are the corrections that count, in order: of several about the same thing the last one, and none that was taken
// back.
func (l Log) InForce() []Correction {
	var out []Correction
	for i := range l.all {
		c := &l.all[i]
		later := false
		for k := i + 1; k < len(l.all) && !later; k++ {
			later = l.all[k].same(c)
		}
		if !later && !c.AsRead {
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

// Published is the correction that an article was published on a day.
func Published(article string, day Day) Correction {
	return Correction{Kind: CorrectPublished, About: Target{Article: article}, From: day, To: day}
}

package story

import (
	"slices"

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
	CorrectPerson                          // a name is that of somebody who is known by another one, or of nobody else
	CorrectChecked                         // what was read is right, or cannot be told
	CorrectTitle                           // the name of the story
	CorrectOut                             // an article is taken out of the story
	CorrectOrder                           // an article stands at another position of the list
	CorrectNote                            // a note on an event, an article or a place
)

var correctionNames = [...]string{"published", "place", "use", "when", "speaker", "modality", "add", "remove", "person", "checked",
	"title", "out", "order", "note"}

// String is the word that files and the command line use: "published".
func (k CorrectionKind) String() string { return nameOf(correctionNames[:], int(k)) }

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
func (s Scope) String() string { return nameOf(scopeNames[:], int(s)) }

// ParseScope reads what String writes; false for any other word.
func ParseScope(s string) (Scope, bool) { return parseName[Scope](scopeNames[:], s) }

// Target is what a Correction is about: an article by its Document.ID and, for all but what is said of the whole of it, a
// stretch of it with the words that stood there, so that the stretch is found again in a changed text.
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
func (k MentionKind) String() string { return nameOf(mentionNames[:], int(k)) }

// ParseMention reads what String writes; false for any other word.
func ParseMention(s string) (MentionKind, bool) { return parseName[MentionKind](mentionNames[:], s) }

// Verdict is what a person found when checking what the program read.
type Verdict uint8

// The verdicts.
const (
	VerdictNone   Verdict = iota // not looked at
	VerdictRight                 // it is as the program read it, or as the person corrected it
	VerdictCannot                // it cannot be told from the text
)

var verdictNames = [...]string{"", "right", "cannot"}

// String is the word that files and the command line use: "right"; "" for none.
func (v Verdict) String() string { return nameOf(verdictNames[:], int(v)) }

// ParseVerdict reads what String writes; false for any other word.
func ParseVerdict(s string) (Verdict, bool) { return parseName[Verdict](verdictNames[:], s) }

// ParseUse reads what Use.String writes; false for any other word.
func ParseUse(s string) (Use, bool) { return parseName[Use](useNames[:], s) }

// ParseModality reads what Modality.String writes; false for any other word.
func ParseModality(s string) (Modality, bool) { return parseName[Modality](modalNames[:], s) }

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return names[0]
}

func parseName[T ~uint8](names []string, s string) (T, bool) {
	i := slices.Index(names, s)
	return T(max(i, 0)), i >= 0
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
	Radius   float64     // CorrectPlace: km around Pin within which it lies; 0 a point
	Use      Use         // CorrectUse
	Speaker  string      // CorrectSpeaker, CorrectPerson: the name in full; "" nobody, or nobody else
	Modality Modality    // CorrectModality
	Mention  MentionKind // CorrectAdd, CorrectRemove, CorrectChecked
	Verdict  Verdict     // CorrectChecked
	Position int         // CorrectOrder: of the article in the list, 0 the first
	Text     string      // CorrectTitle, CorrectNote

	At  string // when it was said, as RFC 3339 writes it; "" if not known. For the log alone: it moves no day
	Was string // what the program had read, in words, for the log
	Why string // a word the person gave; may be empty
}

// Published is the correction that an article was published on a day.
func Published(article string, day Day) Correction {
	return Correction{Kind: CorrectPublished, About: Target{Article: article}, From: day, To: day}
}

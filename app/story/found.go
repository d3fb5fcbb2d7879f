package story

import (
	"strings"

	"dateline/geo"
)

// Zone is a stretch of the document with one function.
type Zone struct {
	Span Span
	Kind ZoneKind
}

// ZoneKind is the function of a stretch of text.
type ZoneKind uint8

// The kinds of zone. Everything that is not known to be something else is body.
const (
	ZoneBody ZoneKind = iota
	ZoneHeadline
	ZoneTeaser // standfirst, or a repeat of the lead
	ZoneByline
	ZoneDateline // "KYIV, March 13 (Reuters) -"
	ZoneDate     // "Eurasia 15/03/2025 08:00"
	ZoneSubhead
	ZoneCaption
	ZoneList
	ZoneBoilerplate // navigation, cookies, comments, labels, repeats of the headline
)

var zoneNames = [...]string{"body", "headline", "teaser", "byline", "dateline", "date", "subhead", "caption", "list", "boilerplate"}

// String is the word the command line prints.
func (k ZoneKind) String() string {
	if int(k) < len(zoneNames) {
		return zoneNames[k]
	}
	return zoneNames[0]
}

// ParseZone reads what ZoneKind.String writes; false for any other word.
func ParseZone(s string) (ZoneKind, bool) { return parseName[ZoneKind](zoneNames[:], s) }

// Counts reports whether what is found in such a zone makes events. Teasers, repeats and boilerplate do not, so that
// nothing is counted twice.
func (k ZoneKind) Counts() bool {
	switch k {
	case ZoneBody, ZoneList, ZoneHeadline, ZoneSubhead, ZoneDateline:
		return true
	}
	return false
}

// Use is what a toponym does in its sentence.
type Use uint8

// The uses.
const (
	UseLiteral   Use = iota // the place itself: "in Kursk"
	UseActor                // a government, an army, a team: "Moscow demands"
	UseAdjective            // "Ukrainian troops"
	UseTopic                // what is spoken of: "talks on Ukraine"
	UseInName               // part of another name: "Paris Agreement"
)

var useNames = [...]string{"literal", "actor", "adjective", "topic", "in-name"}

// String is the word the command line prints.
func (u Use) String() string {
	if int(u) < len(useNames) {
		return useNames[u]
	}
	return useNames[0]
}

// Candidate is a rival place for a toponym.
type Candidate struct {
	Place   geo.Place
	P       float64
	Reasons []Reason
}

// Toponym is a place name in the text.
type Toponym struct {
	Span    Span   // the name alone: without "the", possessive or full stop of the sentence
	Name    string // the words of Span
	Kind    geo.Kind
	Use     Use
	Placed  bool    // Place is known
	UseP    float64 // probability that Use is right
	Place   geo.Place
	P       float64 // probability that Place is right, given that the name is a place name
	NameP   float64 // probability that this is a place name at all
	Rivals  []Candidate
	Reasons []Reason
}

// TimexType is a TIMEX3 type.
type TimexType uint8

// The TIMEX3 types.
const (
	TimexDate TimexType = iota
	TimexTime
	TimexDuration
	TimexSet
)

var timexNames = [...]string{"DATE", "TIME", "DURATION", "SET"}

// String is the TIMEX3 word: "DATE", "TIME", "DURATION", "SET".
func (t TimexType) String() string {
	if int(t) < len(timexNames) {
		return timexNames[t]
	}
	return timexNames[0]
}

// Timex is an expression of time in the text, resolved.
type Timex struct {
	Span    Span
	Type    TimexType
	Implied bool    // dates what is told though TIMEX3 does not count it: "World War II", "since then"; exported apart
	Vague   bool    // "now", "recently": read, but too vague to place an event
	Anchor  Day     // the day it was counted from; DayMin if it needed none
	Value   string  // TIMEX3 value: "2025-03-12", "2024-SU", "P3W", "PRESENT_REF"
	Mod     string  // TIMEX3 mod: "START", "MID", "END", "APPROX", "BEFORE" …; "" if none
	Moment  Moment  // the days it stands for; undated for durations that are not placed, sets and vague words
	Signal  string  // the word before it that bounds what is told: "since", "until", "by", "before", "after", "from", "on" …; "" if none
	Rule    string  // name of the rule that read it
	P       float64 // probability that Value is right
	Rivals  []Timex // other readings, at most 3 ("03/04/2025"); their Span is the same
	Reasons []Reason
}

// QuoteKind is how the words are given.
type QuoteKind uint8

// The kinds of quote.
const (
	QuoteDirect   QuoteKind = iota // one stretch in quotation marks, marks included
	QuoteIndirect                  // reported content without marks
	QuoteMixed                     // reported content with quoted phrases in it; each phrase is also a direct, partial Quote
)

var quoteNames = [...]string{"direct", "indirect", "mixed"}

// String is the word the command line prints.
func (k QuoteKind) String() string {
	if int(k) < len(quoteNames) {
		return quoteNames[k]
	}
	return quoteNames[0]
}

// Quote is quoted or reported words. As an utterance it has a time and a place of its own.
type Quote struct {
	ID      QuoteID
	Doc     int // index into Story.Articles
	Span    Span
	Kind    QuoteKind
	Partial bool    // a phrase inside reported speech
	Scare   bool    // marks of distance or a title: nobody is quoted
	Speaker int     // index into Story.Speakers (into Reading.Speakers before assembly); -1 nobody
	By      Span    // the words that name the speaker here ("he", "Syrskyi"); empty if none
	Cue     Span    // "said", "according to"; empty if none
	When    Moment  // the day of speech
	Where   *Spot   // where it was said; nil if unknown
	Events  []int   // indices into Story.Events it speaks of
	P       float64 // probability that the speaker is right
	Reasons []Reason

	Also     []int     // others who say it together with Speaker, indices as Speaker's
	Variants []Variant // the same words as other articles give them, in order of Quote
}

// Variant is a quote of another article that gives the same words, perhaps in other words.
type Variant struct {
	Quote int     // index into Story.Quotes
	Share float64 // share of the words with a meaning that both have, 0 to 1
	Only  []Span  // the words of this quote that the other one lacks, in this quote's article
}

// Spot is a place in an utterance or event, and how it is known.
type Spot struct {
	Place   geo.Place
	Toponym int  // index into the article's Toponyms; -1 if it stands for the speaker's seat
	Actor   bool // a ring at the speaker's seat, not a literal place
	P       float64
}

// SpeakerKind is what sort of voice speaks.
type SpeakerKind uint8

// The kinds of speaker.
const (
	SpeakerPerson       SpeakerKind = iota
	SpeakerRole                     // "a spokesperson", "officials", "analysts"
	SpeakerOrganisation             // "the ministry", "Tass"
	SpeakerPlace                    // a metonym: "Kyiv", "the Kremlin"
)

var speakerNames = [...]string{"person", "role", "organisation", "place"}

// String is the word the command line prints.
func (k SpeakerKind) String() string {
	if int(k) < len(speakerNames) {
		return speakerNames[k]
	}
	return speakerNames[0]
}

// Speaker is somebody who is quoted: one identity per story, with every spelling kept.
type Speaker struct {
	ID      SpeakerID
	Name    string // in full: "Oleksandr Syrskyi"
	Kind    SpeakerKind
	Aliases []string // every form found, sorted, Name included
	Role    string   // as the article words it: "Ukraine's army commander-in-chief"; "" if none
	Gender  byte     // 'm', 'f' or 0
	Country string   // ISO code of the state it speaks for or belongs to; "" if unknown
}

// Beside is the role as it can stand beside the name; "" where the name says it already ("officials").
func (s *Speaker) Beside() string {
	if strings.EqualFold(s.Role, s.Name) {
		return ""
	}
	return s.Role
}

// Modality says how an event is spoken of.
type Modality uint8

// The modalities.
const (
	ModalAsserted Modality = iota
	ModalReported
	ModalDenied
	ModalPlanned
	ModalConditional
	ModalBackground
	ModalClaimed // one side says so of another: "accused of shelling"
	ModalOpinion // somebody judges or foretells
)

var modalNames = [...]string{"asserted", "reported", "denied", "planned", "conditional", "background", "claimed", "opinion"}

// Real reports whether what is so spoken of is told as something that happened: not planned, conditional, denied, claimed
// by one side of another, or somebody's opinion.
func (m Modality) Real() bool {
	return m == ModalAsserted || m == ModalReported || m == ModalBackground
}

// String is the word the command line prints.
func (m Modality) String() string {
	if int(m) < len(modalNames) {
		return modalNames[m]
	}
	return modalNames[0]
}

// Event is Moment x Place x sentence: the unit that is both a marker and a tick.
type Event struct {
	ID       EventID // of this telling
	Same     string  // the same in every article of a story for the same event
	Doc      int     // index into Story.Articles
	Span     Span    // the clause or sentence
	Sentence Span    // the sentence it stands in
	Trigger  Span    // the word that tells of it; empty if none
	What     string  // the trigger's words in plain form: "withdraw", "talks"
	Where    *Spot   // nil: not placed
	Named    string  // a place of the text that the gazetteer lacks: Where is then nil, or what the text says it lies in
	When     Moment
	Who      []int // indices into Story.Speakers of persons and states that act; may be empty
	Modality Modality
	Travel   bool    // it tells that somebody goes to Where: "fled to", "arrived in"
	Mention  bool    // the place is only named; nothing is told to happen there. Dated only where the clause itself has a day
	Aside    bool    // a relative clause tells it, beside what its sentence tells: "showed the town, which troops had entered"
	Quotes   []int   // indices into Story.Quotes
	P        float64 // that all is right that it says: that it happens, there and then
	Weight   int     // how many articles of the story tell of it
	Reasons  []Reason
}

// Actor is one use of a place name as an actor ("Moscow demands"): a hollow ring on the map, never an event there.
type Actor struct {
	Doc      int
	Toponym  int  // index into the article's Toponyms
	Sentence Span // where it stands
	When     Moment
}

// Stance is what an article does with a claim.
type Stance uint8

// The stances.
const (
	StanceAsserts Stance = iota
	StanceReports
	StanceDenies
)

var stanceNames = [...]string{"asserts", "reports", "denies"}

// String is the word the command line prints.
func (s Stance) String() string {
	if int(s) < len(stanceNames) {
		return stanceNames[s]
	}
	return stanceNames[0]
}

// Claim is what one article asserts, reports or denies about an event.
type Claim struct {
	Event   string // Event.Same
	Doc     int
	Stance  Stance
	Speaker int // index into Story.Speakers; -1 the article itself
	Span    Span
	P       float64
	Reasons []Reason
}

// Person is somebody named in an article.
type Person struct {
	Name    string
	Aliases []string
	Spans   []Span // each mention, sorted
}

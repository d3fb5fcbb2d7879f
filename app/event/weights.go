package event

import "dateline/app/story"

// Weights are all numbers of this package that were set by hand. Each is a probability or a factor of one, set on the
// development sets of events (QUALITY.md) unless it says otherwise.
type Weights struct {
	Happening HappeningWeights
	Bond      BondWeights
	Where     WhereWeights
	When      WhenWeights
	Said      SaidWeights
	Reach     Reaches
	Scale     float64 // that all is right that an event says, is Scale times the product of its parts to the power of Power:
	Power     float64 // the parts are not independent, and what is a happening at all is a matter of taste
}

// BondWeights say how well a word of happening governs a place of its clause, 0 to 1. It falls with the words between.
type BondWeights struct {
	GapFall       float64 // how fast: at 1/GapFall words it is half
	Passive       float64 // at least: "Sudzha was said to be encircled"
	PassiveGap    int     // words between at most, for that
	Genitive      float64 // "Kursk's encirclement"
	Fronted       float64 // "In Kursk, troops attacked"
	Subject       float64 // "The garrison in Mariupol has surrendered"
	SubjectLeast  float64 // but at least so much
	OfSubject     float64 // "The president of Ukraine arrived"
	BeforeIn      float64 // "the situation in Ukraine during a conference": it belongs to what stands before
	BeforeBare    float64 // any other place before the word
	Object        float64 // "attacked Kharkiv"
	AfterBare     float64 // any other place after the word, without a preposition
	Topic         float64 // factor: "ending the war in Ukraine"
	OfNoun        float64 // "discuss the future of Kursk"
	AfterPrep     float64 // after the word, with a preposition: so much
	AfterPrepGain float64 // and so much times how much the preposition says where
	FromLeaves    float64 // "withdrew from"
	FromMoves     float64 // "travelled from"
	ToMoves       float64 // "travelled to"
	Weak          float64 // a word that tells of something only where a place stands by: "war"
	Says          float64 // a word of speech
	TalkTo        float64 // talks, with a preposition that does not say where they are held
	Demand        float64 // demands and agreements
	Life          float64 // life, aid, openings and the rest
}

// SaidWeights say when and where somebody's words were said.
type SaidWeights struct {
	On        float64 // an expression of time beside the cue
	OnWords   int     // words between at most
	Before    float64 // the day on which the same person spoke before
	Sentences int     // sentences between at most
	Published float64 // the day of publication or the day before
	In        float64 // "said in Geneva"
	InWords   int     // words between the cue and "in"
	Fronted   int     // words between "In Geneva" and the cue
}

// Reaches bound how far rules look, so that the work grows with the text and no faster.
type Reaches struct {
	Words    int // tokens within which words can govern each other
	People   int // persons and states of one event
	Subject  int // words between a verb and the subject or question word that says how it is spoken of
	Noun     int // words between a noun of happening and the relative clause that tells its day
	Denial   int // words between a denial and the "that" of what it denies
	States   int // words of states that are kept of one article
	CueBytes int // bytes back within which a quote can still reach into a clause
}

// HappeningWeights say how likely a word tells of something that happens, by what it is.
type HappeningWeights struct {
	Known      float64 // a verb of the lexicon
	Verb       float64 // a verb of which no more is known
	Participle float64 // factor: "killing two"
	Infinitive float64 // factor: "to meet"
	Noun       float64 // a noun of happening with a place or a day of its own
	BareNoun   float64 // one without
	Derived    float64 // a noun of which only the ending tells
	Weak       float64 // a word that seldom tells of something: "war", "face"
	State      float64 // a verb that tells how things are: "know"
	Speech     float64 // a verb of speech: what is said counts, seldom that it is
	Being      float64 // "was in Paris"
	Headline   float64 // factor: the body tells it again
	Quoted     float64 // factor: somebody says so
	General    float64 // factor: a present tense without a day: "carries most of its trade"
	Unreal     float64 // factor: asked for, planned, thought of, with neither place nor day
	Aside      float64 // factor: a participle, a noun or somebody's words with neither place nor day
	Nowhere    float64 // factor: neither place nor day is known
	Mention    float64 // a place that is only named
	Present    float64 // the same, and somebody is there: "showed the president among officers in Minsk"
}

// WhereWeights say how likely a place is that of a happening, by the step of the search that found it.
type WhereWeights struct {
	Tied        float64 // tied to the word in its clause: this where the tie is weakest, 1 where it is strongest
	Own         float64 // named in the clause, without a tie to the word
	Apart       float64 // the same, and another word of happening stands between
	Governing   float64 // in the clause that governs it
	Later       float64 // in a when, while or after clause that it governs
	Sentence    float64 // elsewhere in the sentence
	Speech      float64 // where it is said, not where it happens
	Relative    float64 // the clause says something of the place
	There       float64 // "there", "here"
	Described   float64 // "the city"
	Scene       float64 // the sentence before, in its paragraph
	Before      float64 // the last place named, up to SceneReach sentences before
	Dateline    float64
	OtherDays   story.Day // a clause that tells of days further apart lends its place to no other
	Loose       float64   // factor for a scene lent to a happening of a kind that need not be on the spot
	UnknownKind float64   // that a name that the gazetteer lacks is that of a place: "the hamlet of X"
	UnknownName float64   // the same, by no more than "in X"
	Sited       float64   // factor: the town that a building is called by: "at Falkirk Sheriff Court"
	SitedLeast  float64   // least probability of that town
	Container   float64   // factor: what the text says it lies in stands for it
	None        float64   // that it is right that no place is given
	Bond        float64   // least tie of a place and a word of its clause
}

// WhenWeights say how likely days are those of a happening, by the step of the search that found them.
type WhenWeights struct {
	Clause      float64
	Governing   float64
	Later       float64 // in a when or after clause that it governs, or in a piece that tells of nothing
	Sentence    float64 // elsewhere in the sentence
	Speech      float64 // the day on which it was said
	Offset      float64 // a length of time off another day: "two days after he was shot on Monday"
	Narrative   float64 // the day of a past that is retold
	Story       float64 // from the day of the story's own happening to publication
	Publication float64
	Planned     float64 // a plan without a day
	Spoken      float64 // what has not happened
	None        float64 // that it is right that no day is given
	Aside       int     // days before publication from which on a relative clause looks back
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		Scale: 0.85, Power: 0.5,
		Bond: BondWeights{GapFall: 0.06, Passive: 0.85, PassiveGap: 16, Genitive: 0.9, Fronted: 0.75, Subject: 0.7, SubjectLeast: 0.6, OfSubject: 0.36, BeforeIn: 0.35,
			BeforeBare: 0.5, Object: 0.95, AfterBare: 0.75, Topic: 0.4, OfNoun: 0.5, AfterPrep: 0.6, AfterPrepGain: 0.4, FromLeaves: 1.3, FromMoves: 0.8, ToMoves: 1.2,
			Weak: 0.75, Says: 0.45, TalkTo: 0.35, Demand: 0.7, Life: 0.8},
		Said:  SaidWeights{On: 0.9, OnWords: 14, Before: 0.7, Sentences: 2, Published: 0.6, In: 0.8, InWords: 7, Fronted: 8},
		Reach: Reaches{Words: 80, People: 3, Denial: 10, Subject: 16, Noun: 8, States: 200, CueBytes: 2000},
		Happening: HappeningWeights{Known: 0.85, Verb: 0.75, Participle: 0.85, Infinitive: 0.6, Noun: 0.7, BareNoun: 0.3, Derived: 0.3, Weak: 0.5,
			State: 0.35, Speech: 0.2, Being: 0.25, Headline: 0.6, Quoted: 0.6, General: 0.25, Unreal: 0.15, Aside: 0.35, Nowhere: 0.2, Mention: 0.35, Present: 0.45},
		Where: WhereWeights{Tied: 0.8, Own: 0.8, Apart: 0.55, Governing: 0.78, Later: 0.88, Sentence: 0.65, Speech: 0.3, Relative: 0.88, There: 0.8, Described: 0.7,
			Scene: 0.4, Before: 0.3, Dateline: 0.45, OtherDays: 300, Loose: 0.75, UnknownKind: 0.85, UnknownName: 0.6, Sited: 0.85, SitedLeast: 0.65, Container: 0.9, None: 0.75, Bond: 0.34},
		When: WhenWeights{Clause: 0.95, Governing: 0.85, Later: 0.85, Sentence: 0.8, Speech: 0.8, Offset: 0.85, Narrative: 0.68, Story: 0.9, Publication: 0.88,
			Planned: 0.6, Spoken: 0.6, None: 0.6, Aside: 45},
	}
}

var defaults = DefaultWeights()

package assemble

import "dateline/app/story"

// Weights are the numbers by which events are found and joined. They were set by hand on the sample story, on samples-gold
// and on the stories that TestEventsOfTheBench judges; none is calibrated. Where nothing else is said a field is a
// probability, 0 to 1, or a factor on one.
//
// One value may be shared by goroutines as long as nobody changes it.
type Weights struct {
	// How well a word of happening governs a place of its clause, 0 to 1. It falls with the words between.
	GapFall       float64              // how fast: at 1/GapFall words it is half
	Passive       float64              // at least: "Sudzha was said to be encircled"
	PassiveGap    int                  // words between at most, for that
	Genitive      float64              // "Kursk's encirclement"
	Fronted       float64              // "In Kursk, troops attacked"
	Subject       float64              // "The garrison in Mariupol has surrendered"
	SubjectLeast  float64              // but at least so much
	BeforeIn      float64              // "the situation in Ukraine during a conference": it belongs to what stands before
	BeforeBare    float64              // any other place before the word
	Object        float64              // "attacked Kharkiv"
	AfterBare     float64              // any other place after the word, without a preposition
	OfNoun        float64              // "discuss the future of Kursk"
	AfterPrep     float64              // after the word, with a preposition: so much
	AfterPrepGain float64              // and so much times Preposition
	Preposition   [prepFor + 1]float64 // how much a preposition says where
	FromLeaves    float64              // "withdrew from"
	FromMoves     float64              // "travelled from"
	ToMoves       float64              // "travelled to"
	Weak          float64              // a word that tells of something only where a place stands by: "war"
	Says          float64              // a word of speech
	TalkTo        float64              // talks, with a preposition that does not say where they are held
	Demand        float64              // demands and agreements
	Life          float64              // life, aid, openings and the rest
	GovernLeast   float64              // from which a word governs a place at all
	GovernBase    float64              // probability of the place then: so much
	GovernGain    float64              // and so much times how well it is governed
	Ungoverned    float64              // probability of a place that no word governs

	// Where the clause names no place.
	There        float64 // "crossed the border there"
	ThereBack    int     // sentences back to the place that "there" means
	ThereWords   int     // words between the happening and "there"
	Elsewhere    float64 // what the clause names besides, if it happened "there"
	Relative     float64 // "the region, which troops had entered"
	FromClause   float64 // a place of the clause before
	FromSentence float64 // of the sentence before
	FromBefore   float64 // of the one before that, or over a paragraph
	FromDateline float64 // of the dateline
	LeastGrave   float64 // from which such a place makes an event of an attack, a death, a disaster
	LeastOther   float64 // or of anything else

	// That it happened.
	Happens      float64
	Vague        float64 // speech, weak words
	Demands      float64 // demands, lives
	Mention      float64 // a place in a clause that tells of nothing
	Present      float64 // the same, and somebody is there: "showed the president among officers in Minsk"
	MentionLeast float64 // probability of the place from which a mere mention is kept
	ClaimLeast   float64 // probability of a speaker, at least, for a claim

	// When.
	InClause       float64   // an expression of time in the clause
	InSentence     float64   // in a clause before it
	Behind         float64   // in a clause behind it that tells nothing of its own
	FromTold       float64   // the day that the sentences before told of
	ToldSentences  int       // how many of them
	BeforeDay      float64   // "before Monday"
	Published      float64   // the days around publication
	PublishedDays  story.Day // how many before
	Planned        float64   // the same for what is planned
	PlannedDays    story.Day // how many after
	Conditional    float64   // for what might happen
	Reported       float64   // for "said that they had left"
	ReportedDays   story.Day // how many before
	CoarseWords    int       // words by which an expression coarser than a month counts as further off
	BackgroundDays story.Day // days before publication from which it is background
	SoonDays       story.Day // days within which what might happen is shown

	// When and where it was said.
	SaidOn        float64 // an expression of time beside the cue
	SaidOnWords   int     // words between at most
	SaidBefore    float64 // the day on which the same person spoke before
	SaidSentences int     // sentences between at most
	SaidPublished float64 // the day of publication or the day before
	SaidIn        float64 // "said in Geneva"
	SaidInWords   int     // words between the cue and "in"
	SaidFronted   int     // words between "In Geneva" and the cue
	Seat          float64 // the seat of the speaker's state

	// Of several happenings without a place the chief one is told: points, most wins.
	ChiefPhysical, ChiefTalk, ChiefDemand, ChiefWeak int
	ChiefWord                                        int // points lost for each word between it and an expression of time
	ChiefWords                                       int // words after which no more are lost
	ChiefAfter                                       int // words by which an expression before it counts as further off

	// One event in several articles: share of the days that either may take which both must take.
	SameDays      float64 // at one place
	SamePlaceless float64 // without a place
	SamePlanned   float64 // where one plans what the other tells of
	FuseBack      int     // events of one kind and place that one is compared with
	Sieges        int     // sieges that are compared with each other

	// The same words in several articles: shares of words with a meaning that both have.
	WordingLeast       int     // words below which a quote is like any other
	WordingShort       float64 // of the shorter one, from one speaker
	WordingLong        float64 // of the longer one, from one speaker
	WordingOthers      float64 // of the longer one, from two speakers
	WordingOthersLeast int     // words at least, from two speakers
	WordingBearers     int     // quotes that are looked at for one word
	WordingVariants    int     // variants of one quote

	// The title.
	TitleMonth float64 // a month beside the chief one is named too if it weighs at least this part of it: a third is 3

	// How far rules look, in tokens.
	Reach    int // within which words can govern each other; it bounds the work on sentences without end
	People   int // persons and states of one event
	States   int // words of states that are kept of one article
	CueBytes int // bytes back within which a quote can still reach into a clause
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		GapFall: 0.06, Passive: 0.85, PassiveGap: 16, Genitive: 0.9, Fronted: 0.75, Subject: 0.7, SubjectLeast: 0.6, BeforeIn: 0.35, BeforeBare: 0.5, Object: 0.95,
		AfterBare: 0.75, OfNoun: 0.5, AfterPrep: 0.6, AfterPrepGain: 0.4,
		Preposition: [...]float64{prepIn: 1, prepOn: 0.9, prepOf: 0.8, prepFor: 0.65},
		FromLeaves:  1.3, FromMoves: 0.8, ToMoves: 1.2, Weak: 0.75, Says: 0.45, TalkTo: 0.35, Demand: 0.7, Life: 0.8,
		GovernLeast: 0.34, GovernBase: 0.55, GovernGain: 0.45, Ungoverned: 0.5,

		There: 0.75, ThereBack: 3, ThereWords: 4, Elsewhere: 0.5, Relative: 0.85, FromClause: 0.75, FromSentence: 0.55, FromBefore: 0.4, FromDateline: 0.4,
		LeastGrave: 0.3, LeastOther: 0.45,

		Happens: 0.75, Vague: 0.5, Demands: 0.6, Mention: 0.35, Present: 0.45, MentionLeast: 0.4, ClaimLeast: 0.3,

		InClause: 1, InSentence: 0.75, Behind: 0.7, FromTold: 0.6, ToldSentences: 2, BeforeDay: 0.6, Published: 0.5, PublishedDays: 2, Planned: 0.4, PlannedDays: 7,
		Conditional: 0.3, Reported: 0.4, ReportedDays: 7, CoarseWords: 4, BackgroundDays: 45, SoonDays: 60,

		SaidOn: 0.9, SaidOnWords: 14, SaidBefore: 0.7, SaidSentences: 2, SaidPublished: 0.6, SaidIn: 0.8, SaidInWords: 7, SaidFronted: 8, Seat: 0.6,

		ChiefPhysical: 400, ChiefTalk: 300, ChiefDemand: 200, ChiefWeak: 100, ChiefWord: 12, ChiefWords: 20, ChiefAfter: 3,

		SameDays: 0.2, SamePlaceless: 0.5, SamePlanned: 0.05, FuseBack: 64, Sieges: 64,

		WordingLeast: 3, WordingShort: 0.6, WordingLong: 0.25, WordingOthers: 0.7, WordingOthersLeast: 5, WordingBearers: 100, WordingVariants: 6,

		TitleMonth: 3,

		Reach: 80, People: 3, States: 200, CueBytes: 2000,
	}
}

// defaults are what an Assembler without Weights uses.
var defaults = DefaultWeights()

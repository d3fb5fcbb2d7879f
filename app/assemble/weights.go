package assemble

// Weights are the numbers by which events are joined. They were set by hand on the sample story, on samples-gold
// and on the stories that TestEventsOfTheSample judges; none is calibrated. Where nothing else is said a field is a
// probability, 0 to 1, or a factor on one.
//
// One value may be shared by goroutines as long as nobody changes it.
type Weights struct {
	ClaimLeast float64 // probability of a speaker, at least, for a claim
	Seat       float64 // the seat of the speaker's state

	// One event in several articles: share of the days that either may take which both must take.
	SameDays    float64 // at one place
	SamePlanned float64 // where one plans what the other tells of
	FuseBack    int     // events of one word, or of one kind and place, that one is compared with

	// What speaks for two tellings being of one event, added up.
	FusePlace     float64 // the same place
	FuseWithin    float64 // one place in the other
	FuseApart     float64 // against: other places, times how sure they are
	FuseDay       float64 // the same days, told
	FusePublished float64 // the same days, by the day of publication
	FuseOther     float64 // against: other days
	FuseWho       float64 // the same person or state
	FuseWord      float64 // each word that both clauses have
	FuseCommon    float64 // part of it that is lost where all articles have the word
	FuseWords     float64 // all such words, at most
	FuseLeast     float64 // from which they are one, told with one word
	FuseHead      float64 // the same, with the first telling of it
	FuseKind      float64 // from which they are one, of one kind at one place
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
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		ClaimLeast: 0.3, Seat: 0.6,

		SameDays: 0.2, SamePlanned: 0.05, FuseBack: 64,
		FusePlace: 1, FuseWithin: 0.5, FuseApart: 1.5, FuseDay: 1, FusePublished: 0.3, FuseOther: 2, FuseWho: 0.6, FuseWord: 0.5, FuseCommon: 1, FuseWords: 1.5,
		FuseLeast: 0.4, FuseHead: -0.4, FuseKind: 2.5, Sieges: 64,

		WordingLeast: 3, WordingShort: 0.6, WordingLong: 0.25, WordingOthers: 0.7, WordingOthersLeast: 5, WordingBearers: 100, WordingVariants: 6,

		TitleMonth: 3,
	}
}

// defaults are what an Assembler without Weights uses.
var defaults = DefaultWeights()

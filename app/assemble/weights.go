package assemble

// Weights are the numbers by which events are joined. They were set by hand on the sample story, on samples-gold
// and on the stories that TestEventsOfTheBench judges; none is calibrated. Where nothing else is said a field is a
// probability, 0 to 1, or a factor on one.
//
// One value may be shared by goroutines as long as nobody changes it.
type Weights struct {
	ClaimLeast float64 // probability of a speaker, at least, for a claim
	Seat       float64 // the seat of the speaker's state

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
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		ClaimLeast: 0.3, Seat: 0.6,

		SameDays: 0.2, SamePlaceless: 0.5, SamePlanned: 0.05, FuseBack: 64, Sieges: 64,

		WordingLeast: 3, WordingShort: 0.6, WordingLong: 0.25, WordingOthers: 0.7, WordingOthersLeast: 5, WordingBearers: 100, WordingVariants: 6,

		TitleMonth: 3,
	}
}

// defaults are what an Assembler without Weights uses.
var defaults = DefaultWeights()

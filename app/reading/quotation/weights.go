package quotation

// Weights are the numbers by which speakers are found: how often the speaker is right where a sieve speaks, 0 to 1, as
// counted on polnear-dev and rounded. The rules were tuned on that set too, so on other news they are upper bounds.
//
// One value may be shared by goroutines as long as nobody changes it.
type Weights struct {
	// The words stand beside a cue.
	Beside     float64 // "…," said Ann; Ann said: "…"
	Partial    float64 // Ann called it "…"
	Inside     float64 // Ann said that it was "…"
	Sentence   float64 // another cue of the sentence
	According  float64 // according to Ann
	Label      float64 // SMITH: …; "…" — Ann Smith
	Signed     float64 // We will see. Ann Smith
	Guest      float64 // A: … in an interview with one person
	Headline   float64 // Ann Smith: Taxes Will Rise
	Verb       float64 // "…," Ann offered: no verb that we know
	Fragment   float64 // Adding: "…"
	Paper      float64 // From the report: "…"
	ColonName  float64 // Here is Ann Smith in May: "…"
	ColonWords float64 // any other words before a colon that end in a capital
	Possessive float64 // Ann's "…" plan
	View       float64 // For Ann Smith, the river is "…"
	Subject    float64 // the subject of the sentence, a person
	Thing      float64 // the subject, no person

	// The words are reported without marks.
	Reported float64 // Ann said that it was
	Trailing float64 // it was, Ann said
	Intent   float64 // Ann vowed to
	Attitude float64 // Ann praised

	// The words stand alone, and somebody spoke before or speaks next.
	Floating     float64 // in the same paragraph
	Next         float64 // who begins the next sentence or paragraph
	Colon        float64 // the paragraph before ends in a colon
	NextFirst    float64 // who begins the next paragraph, where nobody has spoken yet
	Before       float64 // who spoke one or two paragraphs before
	BeforeReport float64 // whose words the sentence before reports
	BeforeThing  float64 // the subject of the sentence before
	FloatsFrom   float64 // probability from which words in marks lend their speaker to those that follow
	FloatsParas  int     // paragraphs that may lie between

	// Who the source is.
	Nobody       float64 // words that nobody was found for
	PronounOpen  float64 // factor: "he", and nobody whom it could be
	PronounWords float64 // factor: another pronoun, taken as it stands: "everyone"
	SpokeBefore  float64 // factor: "she", and the person who spoke last can be one
	OnlyTokens   int     // so many tokens before "she" the paragraph may name one person and no more, whom she then is
	Metonym      float64 // factor: a place speaks
	NameLike     float64 // factor: words that look like a name and are none that was found
	NameFrom     float64 // probability of a name from which its words are no cue: "Mark Says"

	// How far rules look.
	Phrase     int // tokens that a subject may span
	Reach      int // tokens of a sentence that are looked through for what belongs together; hardly a sentence is longer
	Joint      int // tokens in which several speakers are sought
	Reports    int // reports before and after one that are looked at
	Intro      int // tokens of an introduction between a cue and the clause that it opens: "said as they came in, one man left"
	Aside      int // tokens of when and where between a cue and its "that": "said at a rally in Oldport that"
	BlockWords int // words that a paragraph without marks must have to be what somebody said
	Tail       int // tokens between a cue and the comma after which the reported words go on
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		Beside: 0.97, Partial: 0.87, Inside: 0.89, Sentence: 0.85, According: 0.93, Label: 0.95, Signed: 0.7, Guest: 0.7, Headline: 0.8, Verb: 0.8, Fragment: 0.8,
		Paper: 0.7, ColonName: 0.75, ColonWords: 0.7, Possessive: 0.5, View: 0.55, Subject: 0.6, Thing: 0.4,
		Reported: 0.88, Trailing: 0.96, Intent: 0.7, Attitude: 0.9,
		Floating: 0.95, Next: 0.9, Colon: 0.85, NextFirst: 0.7, Before: 0.75, BeforeReport: 0.6, BeforeThing: 0.4, FloatsFrom: 0.8, FloatsParas: 2,
		Nobody: 0.5, PronounOpen: 0.4, PronounWords: 0.6, SpokeBefore: 0.85, OnlyTokens: 120, Metonym: 0.95, NameLike: 0.9, NameFrom: 0.6,
		Phrase: 40, Reach: 200, Joint: 40, Reports: 40, Intro: 24, Aside: 16, Tail: 12, BlockWords: 6,
	}
}

// defaults are what nil Weights stand for.
var defaults = DefaultWeights()

package toponym

// Weights are the numbers by which names are taken for places and their use is decided. They were set by hand on the places
// of lgl-dev, trnews-dev and the stories of testdata/fresh, their use on the latter and on samples-gold. Where nothing else
// is said a field is a natural logarithm of odds that is added: below zero it speaks against.
//
// One value may be shared by goroutines as long as nobody changes it.
type Weights struct {
	// How well known the best place of a name is: inhabitants above which it is of a tier, and what the tier says.
	SmallPop, TownPop, CityPop, BigPop float64                // inhabitants
	FameAlternate                      float64                // names that sources know: below it another spelling of a place is a tier lower
	PopAlternate                       float64                // inhabitants: the same for a city
	PopOwnName                         float64                // inhabitants of a town above which "Niger"-like names are no adjectives
	Tier                               [tierState + 1]float64 // before the sentence is read

	// How many names of a text are looked at, at most: so many, or one for so many bytes. News has one in a hundred or more.
	Items, ItemBytes int

	// The name by itself.
	Pattern        float64 // made by a class word: "Dry Fork River"; stands alone
	Alternate      float64 // another spelling of the place
	Foreign        float64 // a spelling in another script
	Short          float64 // a division without its class word
	Word           float64 // the name is also an ordinary word: "reading"
	WordStart      float64 // and begins its sentence
	WordPower      float64 // the same for a capital or a seat of power: "Berlin", "Kremlin": the word is rarer than the place
	WordPowerStart float64
	Firm           float64 // a town whose firm is named far more often: "Toyota"
	Several        float64 // several words, of which nobody makes an ordinary phrase
	GivenName      float64 // also a given name
	GivenNameNext  float64 // and a capital follows: "Paris Hilton"
	Ampersand      float64 // joined by "&" to another: a firm
	Strong         float64 // the words around say that it is a place
	Dateline       float64 // in the line that says where a story was filed
	Title          float64 // in a line whose words all have capitals
	TitleSmall     float64 // and a place below a city
	TitleWord      float64 // and an ordinary word
	TitleShare     float64 // share of the longer words with capitals that makes such a line
	People         float64 // an adjective that means a people or a state
	PeopleAlone    float64 // one that may be a language and stands by itself
	PeopleEnglish  float64 // "English" beside nothing that is of England
	PeopleTongue   float64 // beside "speak", "fluent", "in"

	// What stands before it.
	First          float64 // nothing: it begins its sentence
	FirstUnique    float64 // the same, of a long name that one town of some size bears and nothing else
	PartyState     float64 // "Sen. Jensen, R-London"
	HyphenName     float64 // "Jean-Paris"
	Direction      float64 // "northern", "downtown"
	TitleBefore    float64 // "Gen. Warsaw"
	PlaceBefore    float64 // another well known place right before
	GivenBefore    float64 // a given name that begins the sentence: "Jack London wrote"
	CapitalBefore  float64 // another capital right before
	Of             float64 // "of"
	OfPlace        float64 // more for "city of", "west of"
	OfOrganisation float64 // more for "University of"
	In             float64 // "in", "at", "near"
	InStrong       float64 // taken back where Strong is added for the same word
	To             float64 // "to", "from"
	ToMotion       float64 // more for "travelled to"
	Between        float64 // "between A and B"
	Visit          float64 // "visited"
	Joined         float64 // "and", "or", a comma, in a list of places
	Bracket        float64 // "("

	// What stands behind it.
	SaintsDay      float64 // "St. Patrick's Day"
	PossessivePart float64 // "Oslo's harbour"
	Possessive     float64 // any other possessive
	HyphenStatus   float64 // "Oslo-based"
	HyphenCapital  float64 // "Paris-Smith"
	Mark           float64 // a mark
	NameGoesOn     float64 // "Oslo University": a part of a name, and a place
	CapitalMonth   float64 // "Paris May 5": says nothing
	CapitalWide    float64 // a capital after several words, or after "in"
	CapitalRegion  float64 // a capital after a region or a state
	CapitalBehind  float64 // any other capital: "Paris Hilton"
	Local          float64 // "Oslo police"
	Says           float64 // "Paris says" of a lesser place
	Undergoes      float64 // "Sudzha is encircled"
	VerbBehind     float64 // a finite verb after a lesser place
	PrepBehind     float64 // a preposition

	// People and organisations that the name stands in; probabilities of these are multiplied in where said.
	PersonDemonym  float64 // times the probability of the person: an adjective in a person's name
	Person         float64 // times probability and sureness: a person of that name
	PersonPart     float64 // at least so much for one word of a person's name
	PersonStrong   float64 // factor where the words around say that it is a place
	PersonRegion   float64 // factor for a region or a state, and no long name
	KnownTown      float64 // sureness, 0 to 1, of two capitals alone that are a place's own name
	Known          float64 // the same for other capitals alone
	Organisation   float64 // times its probability: a lesser place that is an organisation
	OrganisationIn float64 // inside an organisation's name, not first

	// What other mentions of the article say.
	PersonNamed float64 // somebody bears the name, and nothing says that it is a place
	PersonLast  float64 // the last name of somebody, and another mention is surely a place
	PersonSmall float64 // the last name of somebody, a lesser place, and the words around say that it is one
	PersonFirst float64 // the first name of somebody, and another mention is surely a place
	LowerCase   float64 // it begins a sentence, and the article also writes it with a small letter
	AgreeFrom   float64 // logit of the best mention from which it lifts the others
	AgreeDown   float64 // logit below which a mention is not lifted
	AgreeShare  float64 // share of the difference that is made up
	AgreeMost   float64 // but no more than so much
	ContextFrom float64 // logit from which a name that was not given is evidence for those that were

	// What the chosen place says of the name being one.
	Nowhere      float64 // no place fits a name that the gazetteer knows
	ContextGain  float64 // factor on what the other names give the place: geocode.Choice.Context
	ContextZero  float64 // of that, what says nothing either way
	ContextMost  float64 // the most that it can say for
	ContextLeast float64 // the most that it can say against
	ContextPer   float64 // the same for each other name in the article
	Furniture    float64 // in navigation, credits or captions, a lesser place
	Byline       float64 // in a byline or a line of the date
	Outside      float64 // in furniture outside the article, in no sentence
	Navigation   float64 // after "Home", "News" at the beginning of a line
	KeepAt       float64 // probability from which a name is kept as a place
	KeepIn       float64 // the same for a place inside another name
	KeepInBare   float64 // the same where the article names the place by itself too
	KeepInMiddle float64 // the same where a capital stands before it: "Foley Middle School"
	BareFrom     float64 // probability from which a name counts as named by itself
	BuildingKM   float64 // km from the town that a building is said to be in: a town of the building's name that is farther off is not meant

	// Use: does the name mean the place, or those who act for it? Above zero it is the place.
	UseDefault     float64 // nothing is said
	UseBloc        float64 // "the West"
	UseDateline    float64
	UseDirection   float64 // "southern Lebanon"
	UseContainer   float64 // "Linz, Austria"
	UseSubject     float64 // first of its sentence, and a verb follows
	UseOffice      float64 // "officials in Moscow said"
	UseAt          float64 // "at", which is of places and of targets
	UseIn          float64 // "in", "near"
	UseInList      float64 // the same in a list
	UseOfSeat      float64 // "of the Kremlin"
	UseOfPlace     float64 // "the city of"
	UseOfActor     float64 // "the government of"
	UseMotion      float64 // "travel to", "bound for", "the border with"
	UseOnward      float64 // "and then to"
	UseOrigin      float64 // "experts from"
	UseReceiver    float64 // "said to", "from" of a message
	UseBetween     float64 // "between A and B"
	UseTopic       float64 // "about", "on"
	UseAgainst     float64 // "against", "with"
	UseVisit       float64 // "visited"
	UseHitCity     float64 // "attacked" a city
	UseHit         float64 // "attacked" a country
	UseWhere       float64 // "Australia, where"
	UseSuperlative float64 // "Africa's largest lake"
	UseHolds       float64 // "Russia's Belgorod", "Oslo's harbour"
	UseActorOf     float64 // "Oslo's government", "Oslo-backed"
	UseGoverned    float64 // "in Cairo's Maadi district"
	UsePossessive  float64 // any other possessive
	UseBased       float64 // "Oslo-based"
	UseLies        float64 // "Japan lies", "was hit"
	UseWish        float64 // "Moscow demands", "Moscow officials", "UK-Moscow"
	UseLocal       float64 // "the London club", "Oslo harbour"
	UseSure        float64 // size from which what follows the name settles it
	UsePrior       float64 // how strongly an article that is all diplomacy, or all scenes, draws the doubtful
	UsePriorMid    float64 // share of places among sure uses that draws neither way
	UsePriorAdd    float64 // places that are added before the share is taken: one sure use is no article
	UsePriorAddAll float64 // sure uses that are added below
	UsePriorWidth  float64 // by what the distance from that share is divided
	BlocKM         float64 // km: a landscape of no one country and wider than this is a bloc that acts

	// Probabilities of uses that are not weighed, 0 to 1.
	SureKind      float64 // a kind of place that seldom acts
	SureCompound  float64 // "Texas-backed"
	SureDeed      float64 // a town that does what only people do: "Delhi did not comment"
	SureAdjective float64
	SureInName    float64
	SureGiven     float64 // a span that meets no words

	// How far rules look, in tokens where nothing else is said.
	ReachBracket  int     // over brackets after a name: "Albany (pop. 300) is a town in"
	ReachNoun     int     // for the class noun: "is a small farming town"
	ReachWider    int     // for the wider place of a definition
	ReachNames    int     // the same, in names
	ReachCountry  int     // between an adjective and its town: "the Russian border city of Kursk"
	ReachGovernor int     // steps over lists to the word that governs a name
	ReachMotion   int     // steps back from "to" to a word of motion
	ReachMessage  int     // around a word of sending, for what is sent
	ReachOffice   int     // back from "officials in", for a meeting or a journey
	ReachOnward   int     // steps back from "to", for "from"
	ReachOwned    int     // after a possessive, for what is owned
	UniqueRest    float64 // share of the people of a town that all others of its name may have, for it to be the only one
	UniqueBytes   int     // a name longer than so many bytes is long
	ReachCoarse   int     // tokens from a small place to the state named after "in"
	ChainKM       float64 // km: a place of the name this near to the city named after it is the one: "LaSalle, Montréal, Canada"
	IslandKM      float64 // km: a place this near to the middle of an island or landscape can lie in it
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		SmallPop: 5_000, TownPop: 25_000, CityPop: 150_000, BigPop: 1_000_000, FameAlternate: 20, PopAlternate: 400_000, PopOwnName: 300_000,
		Tier: [...]float64{tierNone: -1.5, tierTiny: -1.3, tierSmall: -0.6, tierTown: 0, tierCity: 0.9, tierBig: 1.9, tierRegion: 2.2, tierState: 3.2},

		Pattern: 2, Alternate: -0.7, Foreign: -2, Short: -0.3, Word: -1.5, WordStart: -2, WordPower: -0.7, WordPowerStart: -0.5, Firm: -3, Several: 1,
		Items: 40_000, ItemBytes: 60,
		GivenName: -1, GivenNameNext: -1.5, Ampersand: -2, Strong: 2.5, Dateline: 3, Title: -0.7, TitleSmall: -1.5, TitleWord: -2, TitleShare: 0.8,
		People: 3, PeopleAlone: 0.3, PeopleEnglish: -1.5, PeopleTongue: -3,

		First: -0.3, FirstUnique: 1.2, PartyState: 2.5, HyphenName: -2, Direction: 0.9, TitleBefore: -2.5, GivenBefore: -3, PlaceBefore: -0.3, CapitalBefore: -1.6, Of: 0.6, OfPlace: 1.5,
		OfOrganisation: 0.3, In: 2, InStrong: -1.2, To: 1, ToMotion: 0.7, Between: 1.2, Visit: 0.8, Joined: 0.4, Bracket: 0.1,

		SaintsDay: -3.5, PossessivePart: 1.2, Possessive: 0.2, HyphenStatus: 2, HyphenCapital: -1.5, Mark: 0.1, NameGoesOn: 0.6, CapitalMonth: 0,
		CapitalWide: -0.3, CapitalRegion: -1, CapitalBehind: -2.2, Local: 1.6, Says: -1.5, Undergoes: 1.2, VerbBehind: -0.4, PrepBehind: 0.1,

		PersonDemonym: -4, Person: -5, PersonPart: -3.5, PersonStrong: 0.4, PersonRegion: 0.5, KnownTown: 0.2, Known: 0.7, Organisation: -2.5, OrganisationIn: -0.5,

		PersonNamed: -4, PersonLast: -1.5, PersonSmall: -0.7, PersonFirst: -0.5, LowerCase: -3.5, AgreeFrom: 1.5, AgreeDown: -3, AgreeShare: 0.4, AgreeMost: 1.5,
		ContextFrom: 1.5,

		Nowhere: -0.5, ContextGain: 0.6, ContextZero: 1.2, ContextMost: 1.6, ContextLeast: -1, ContextPer: -0.1, Furniture: -1.5, Byline: -5, Outside: -9,
		Navigation: -8, KeepAt: 0.5, KeepIn: 0.82, KeepInBare: 0.6, KeepInMiddle: 0.93, BareFrom: 0.6, BuildingKM: 60,

		UseDefault: -0.9, UseBloc: -3, UseDateline: 4, UseDirection: 2, UseContainer: 2.5, UseSubject: -1.6, UseOffice: -0.9, UseAt: 0.2, UseIn: 2.8, UseInList: 2,
		UseOfSeat: -1, UseOfPlace: 1.8, UseOfActor: -2, UseMotion: 2, UseOnward: 1.6, UseOrigin: 1.2, UseReceiver: -1.2, UseBetween: -1.8, UseTopic: -1.5,
		UseAgainst: -1.6, UseVisit: 1.6, UseHitCity: 1.6, UseHit: 0.3, UseWhere: 2, UseSuperlative: 1.6, UseHolds: 1.7, UseActorOf: -2.5, UseGoverned: 1.5,
		UsePossessive: -1.3, UseBased: 1, UseLies: 1.6, UseWish: -2.2, UseLocal: 1.2, UseSure: 1.5,
		UsePrior: 1.2, UsePriorMid: 0.3, UsePriorAdd: 0.6, UsePriorAddAll: 2, UsePriorWidth: 0.7, BlocKM: 2500,

		SureKind: 0.95, SureCompound: 0.6, SureDeed: 0.7, SureAdjective: 0.97, SureInName: 0.85, SureGiven: 0.6,

		ReachBracket: 30, ReachNoun: 9, ReachWider: 40, ReachNames: 6, ReachCountry: 6, ReachGovernor: 24, ReachMotion: 5, ReachMessage: 4, ReachOffice: 9,
		ReachOnward: 9, ReachOwned: 4, UniqueRest: 0.2, UniqueBytes: 6, ReachCoarse: 6, ChainKM: 60, IslandKM: 500,
	}
}

// defaults are what nil Weights stand for.
var defaults = DefaultWeights()

// orDefault gives the weights that ship for nil.
func orDefault(w *Weights) *Weights {
	if w == nil {
		return &defaults
	}
	return w
}

package event

import "dateline/app/reading/token"

// sign is what a word says of how something is spoken of: a set of the bits below.
type sign uint32

const (
	isFuture      sign = 1 << iota // "will"
	isWould                        // "would"
	isHad                          // "had"
	isHave                         // "has"
	isNot                          // "not", "without"
	isPlan                         // "plans"
	isIrrealis                     // asked for, feared, thought of
	isDeny                         // "denied", "false"
	isClaim                        // what is denied: "reports"
	isDoubt                        // "likely"
	isDuty                         // "must"
	isCharge                       // one side says so of another
	isClaimedThat                  // verbs whose that-clause is no more than somebody's claim
	isReport                       // hearsay: "reportedly"
	isDenies                       // says of a deed itself that it is not so: "denied the attack", "denied shelling it"
	isNobody                       // denies without a "not" before the verb: "nobody", "no ship"
	isSupposed                     // may make a condition: "if", "in case", "had they come"
	isTruth                        // with "no" or "not" before it the that-clause behind it is not so: "no evidence that"
)

// signWords gives the signs of a word.
var signWords = func() token.Words[sign] {
	m := map[uint32]sign{}
	for s, words := range map[sign][]string{
		isFuture: {"will", "shall", "'ll", "won't"},
		isWould:  {"would", "could", "might", "may", "should", "can", "must", "cannot", "couldn't", "wouldn't", "shouldn't", "can't"},
		isHad:    {"had", "hadn't", "'d"},
		isHave:   {"has", "have", "having", "hasn't", "haven't", "'ve"},
		isNot: {"not", "never", "n't", "without", "neither", "cannot", "can't", "won't", "wouldn't", "couldn't", "didn't", "doesn't", "don't",
			"isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "no"},
		isPlan: {"expected", "plan", "plans", "planned", "planning", "slated", "scheduled", "due", "intends", "intend", "intended", "set",
			"upcoming", "forthcoming", "prepares", "preparing", "about", "going", "agreed", "vowed", "pledged", "promised", "ready", "poised", "next"},
		isIrrealis: {"insist", "insists", "insisted", "insisting", "possibility", "possible", "idea", "proposal", "proposals", "propose", "proposes", "proposed", "consider", "considers", "considering",
			"demand", "demands", "demanded", "demanding", "urge", "urges", "urged", "urging", "call", "calls", "called", "calling", "seek", "seeks", "seeking", "sought",
			"require", "requires", "required", "condition", "precondition", "conditions", "request", "requests", "threat", "threaten", "threatens", "threatened",
			"want", "wants", "wanted", "deserve", "deserves", "deserved", "hope", "hopes", "hoping", "prevent", "avoid", "unless", "allow", "force", "compel", "compelling", "potential", "refuse", "refused", "refusal",
			"likely", "unlikely", "risk", "fear", "fears", "ultimatum", "order", "ordered", "option", "whether", "if", "suggest", "suggests", "bid", "aim", "aims", "aimed", "in-exchange"},
		isDeny: {"deny", "denies", "denied", "denying", "dismiss", "dismisses", "dismissed", "dismissing", "reject", "rejects", "rejected", "rejecting",
			"refute", "refutes", "refuted", "refuting", "dispute", "disputes", "disputed", "disputing", "false", "untrue", "unfounded", "baseless", "groundless", "fabricated", "denial", "contradict", "contradicted"},
		isClaim: {"claim", "claims", "claimed", "report", "reports", "allegation", "allegations", "suggestion", "suggestions", "rumours", "rumors",
			"accusation", "accusations", "statement", "statements", "talk", "notion", "idea", "assertion", "assertions", "that", "having"},
		isDoubt:    {"likely", "unlikely", "possible", "impossible", "expected", "planned", "imminent", "inevitable"},
		isNobody:   {"nobody", "none", "nothing", "neither", "nowhere", "no-one", "no", "not", "without"},
		isSupposed: {"if", "unless", "lest", "assuming", "supposing", "suppose", "imagine", "assume", "provided", "whether", "case", "event", "though", "had", "should", "were"},
		isDuty:     {"should", "must", "ought", "shouldn't"},
		isCharge: {"accused", "accuses", "accuse", "accusing", "blamed", "blames", "blame", "blaming", "alleged", "alleges", "allegedly", "claimed", "claims", "claiming",
			"charged", "denounced"},
		isDenies:      {"deny", "denies", "denied", "denying", "denial"},
		isTruth:       {"evidence", "proof", "truth", "true", "sign", "signs", "indication", "indications", "trace", "grounds", "basis", "case", "believe", "believes", "believed", "think", "thinks", "thought"},
		isClaimedThat: {"alleged", "alleges", "alleging", "claimed", "claims", "claiming"},
		isReport:      {"reportedly", "allegedly", "apparently", "accused", "alleged", "reported", "claimed", "said", "believed", "thought", "according"},
	} {
		for _, w := range words {
			m[token.HashOf(w)] |= s
		}
	}
	return token.Index(m)
}()

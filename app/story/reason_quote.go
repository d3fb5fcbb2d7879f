package story

// quoteReasons words the reasons whose codes begin with "quote.".
var quoteReasons = map[string]string{
	"quote.beside":     "“{0}” and “{1}” stand right beside the words",
	"quote.inside":     "the words stand in what “{0}” is reported to have said (“{1}”)",
	"quote.according":  "the sentence gives “{0}” as its source (“{1}”)",
	"quote.sentence":   "“{0} {1}” is the only report in the sentence",
	"quote.next":       "the next sentence begins with “{0} {1}”",
	"quote.colon":      "the words before end in a colon, and “{0}” speaks there",
	"quote.floating":   "a sentence that is all quotation goes on after “{0}”",
	"quote.continues":  "the quotation was left open in the paragraph before, where “{0}” speaks",
	"quote.label":      "the words begin with the speaker's name, “{0}”",
	"quote.signature":  "the words are signed “{0}”",
	"quote.verb":       "“{0}” and a verb stand right after the words",
	"quote.headline":   "a headline begins with “{0}” and a colon",
	"quote.interview":  "question and answer: “{0}” speaks in turn",
	"quote.subject":    "“{0}” is the subject of the sentence, which has no word of speech",
	"quote.possessive": "“{0}” owns the words",
	"quote.relative":   "“{0}” stands for the words before it",
	"quote.pronoun":    "“{0}” was read as {1}, the subject before",
	"quote.metonym":    "“{0}” is a place that speaks for its government",
	"quote.reported":   "“{1}” reports what “{0}” said",
	"quote.trailing":   "“{0} {1}” stands after what is reported",
	"quote.intent":     "“{1}” tells what “{0}” means to do",
	"quote.attitude":   "“{1}” tells what “{0}” speaks of",
	"quote.scare":      "marks of distance: no word of speech leads to it",
	"quote.nobody":     "the text does not say who speaks",
}

package story

// timeReasons words the reasons whose codes begin with "time.". In those of app/reading/timex {0} is the expression as
// the text has it, {1} the day it was counted from, {2} the days that come out.
var timeReasons = map[string]string{
	"time.absolute":      `"{0}" names {2} by itself`,
	"time.published":     `"{0}" + published {1} -> {2}`,
	"time.spoken":        `"{0}" + said on {1} -> {2}`,
	"time.told":          `"{0}" + {1}, told of before -> {2}`,
	"time.noanchor":      `"{0}" needs a publication date, and none is known`,
	"time.vague":         `"{0}" is too vague to be dated`,
	"time.length":        `"{0}" is a length of time, not a date`,
	"time.span":          `"{0}" + published {1} -> {2}`,
	"time.set":           `"{0}" comes again and again`,
	"time.south":         `"{0}", by the seasons of the southern hemisphere -> {2}`,
	"time.order.text":    `"{0}" -> {2}: another date in the text shows the order of day and month`,
	"time.order.open":    `"{0}" can be {2}: nothing decides the order of day and month`,
	"time.order.near":    `"{0}" -> {2}: nearer to the publication on {1} than the other order`,
	"time.other.year":    `"{0}" could mean another year: {2}`,
	"time.other.week":    `"{0}" could mean another week: {2}`,
	"time.other.century": `"{0}" could mean another century: {2}`,
	"time.tense.future":  "the sentence speaks of what is to come",
	"time.tense.past":    "the sentence speaks of what has been",

	// In those of app/reading/pubdate {0} is what was read, {1} the day that comes out.
	"time.pub.given":    "{1}: a person says so",
	"time.pub.page":     "{1}: the page states it ({0})",
	"time.pub.url":      "{1}: it stands in the address ({0})",
	"time.pub.line":     `{1}: the article's date line "{0}"`,
	"time.pub.dateline": `{1}: the article's dateline "{0}"`,
	"time.pub.updated":  "not later than {0}, when it was updated",
	"time.pub.differs":  `another date stands beside it: "{0}" ({1})`,
	"time.pub.order":    `"{0}" could also be {1}: nothing decides the order of day and month`,
	"time.pub.after":    `tells of "{0}" ({1}), so it is not older`,
	"time.pub.before":   `speaks of "{0}" ({1}) as still to come`,
	"time.pub.weekday":  `"{0}" fits {1}`,
	"time.pub.month":    `"{0}", without a year, fits {1}`,
	"time.pub.sibling":  `much like "{0}", published {1}`,
	"time.pub.planned":  `plans what "{0}" tells of as done`,
	"time.pub.done":     `tells of as done what "{0}" plans`,
	"time.pub.nothing":  "nothing in it tells when it was published",
}

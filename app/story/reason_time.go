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
}

package bind

import (
	"regexp"
	"strconv"
	"strings"
)

// readingNotes are what formats and the reading say of an article in English, besides what goes well. {{.What}} stands for
// words of the file, {{.N}} for a number.
var readingNotes = [...]string{
	"a paragraph has so many Markdown signs that some of them are shown as they stand",
	"the file is damaged: it is shown as far as it could be read",
	"the file is damaged: the text is shown as far as it could be read",
	"the file is damaged or cut short: the page is shown up to there",
	"the file is cut short: the text is shown as far as it goes",
	"the table is damaged: it is shown as far as it could be read",
	"the PDF holds more than is read of one file: the text is shown up to there",
	"the page is too large: its end was left out",
	"{{.What}} is never closed in the page: what comes after it was left out",
	"the map leads to others on the network, which are not fetched",
	"the feed may hold only the beginning of this article; open its page for the rest",
	"what stands before the first article of the file (a list of them, or what was asked for) was left out",
	"what stands in the margins of the pages (comments, running heads and feet) was left out",
	"what comes again at the edge of the pages (running heads and feet, page numbers) was left out",
	"words that the author has struck out (tracked changes) were left out",
	"words that the author has hidden were left out",
	"items without text (pictures, lists of others) that were passed over: {{.N}}",
	"row {{.N}}: {{.What}}",
	"its day does not exist",
	"{{.What}} is no day that is understood; write it as 2025-03-12",
	"{{.What}} is no place: write degrees, as 48.85 and 2.35",
	"{{.What}} is no place on Earth: the file may count in metres; save it in degrees (WGS 84)",
	"nothing was read in it, by a fault of the program: {{.What}}",
	"The article has changed and is read again.",
	"What you said of “{{.What}}” has no place in the new text.",
	"The project could not be opened.",
	"Another window has this project open. What is saved last is what stays.",
}

// countedNotes are those of them that count something.
var countedNotes = [...]string{
	"{{.N}} pages of the archive hold no article's text and were left out",
	"{{.N}} files of the archive were left out, since they are no articles ({{.What}})",
	"{{.N}} rows more have a day or a place that cannot be used",
	"what comes after the first {{.N}} rows was left out",
	"{{.N}} damaged letters are shown as {{.What}}",
}

var plainForms, countedForms = forms(readingNotes[:]), forms(countedNotes[:])

// forms are expressions that find out what stands in the places of sentences.
func forms(sentences []string) (out []*regexp.Regexp) {
	places := strings.NewReplacer(`\{\{\.N\}\}`, `([0-9]+)`, `\{\{\.What\}\}`, `((?s).+)`)
	for _, s := range sentences {
		out = append(out, regexp.MustCompile("^"+places.Replace(regexp.QuoteMeta(s))+"$"))
	}
	return out
}

// note words a note that formats or the reading wrote; any other stays.
func (w Words) note(s string) string {
	for i, form := range plainForms {
		if m := form.FindStringSubmatch(s); m != nil {
			_, data := w.inNote(readingNotes[i], m[1:])
			return w.L(readingNotes[i], data)
		}
	}
	for i, form := range countedForms {
		if m := form.FindStringSubmatch(s); m != nil {
			n, data := w.inNote(countedNotes[i], m[1:])
			return w.N(countedNotes[i], n, data)
		}
	}
	return s
}

// inNote are what stands in the places of a note, in their order; a note in it is worded too.
func (w Words) inNote(form string, found []string) (n int, data map[string]any) {
	data = map[string]any{}
	for _, place := range regexp.MustCompile(`\{\{\.(N|What)\}\}`).FindAllStringSubmatch(form, -1) {
		if place[1] == "N" {
			n, _ = strconv.Atoi(found[0])
			data["N"] = w.Number(n)
		} else {
			data["What"] = w.note(found[0])
		}
		found = found[1:]
	}
	return n, data
}

// Package story is the vocabulary of the program: Document, Span, Toponym, Timex, Moment, Quote, Speaker, Event, Claim,
// Story, Period, Filter and View. Values only, and one rule: Visible, what of a Story is to be seen for a Period and a
// Filter. Nothing here reads text, looks places up or draws.
package story

import (
	"strconv"

	"dateline/geo"
	"github.com/paulmach/orb"
)

// DateSource says where an explicit publication date was found.
type DateSource uint8

// The sources, in falling order of trust.
const (
	SourceNone     DateSource = iota
	SourceGiven               // a person, or -date on the command line
	SourceJSONLD              // datePublished
	SourceMeta                // article:published_time and the like
	SourceTime                // <time> in the article's header
	SourceURL                 // /2025/03/12/
	SourceDateLine            // a line of the article that holds little but a date
	SourceDateline            // "KYIV, March 13 (Reuters) -"
	SourceUpdated             // "Updated …": an upper bound only
)

// DateClue is an explicit sign of when a document was published.
type DateClue struct {
	Day    Day
	Clock  string
	Source DateSource
	Words  string // what was read, to show: `datePublished: 2025-03-12`
	Span   Span   // where in Text; empty when it came from metadata
}

// Document is one article as it was given. Text never changes, and every Span indexes it in bytes.
type Document struct {
	ID        string // stable for the same text: made by document.ID
	File      string // the name to show: "syrskyi.html", "pasted text"; never a path
	Path      string // where it was opened, to open it again; "" for pasted text
	Container string // the file it was packed in, with those in between: "mails.mbox", "all.zip/mails.mbox"; "" for a file of its own
	Part      int    // its number among the articles of the file that was opened, from 1; 0 for a file of its own
	Joined    int    // so many articles of one file were made one of by a person; 0 as a rule
	Encoding  string // how the letters of a text file were read: "UTF-8", "windows-1251"; "" for other kinds of file
	Guessed   bool   // Encoding is a guess: the file does not say it
	Hash      string // SHA-256 of the file it was read from, in hex; of the unpacked part where that was packed. "" for pasted text
	Title     string
	Subtitle  string // the line below the title, where the file marks one
	Byline    string // who wrote it, as the file words it
	Publisher string // the paper, agency or site by its name, where the file says so
	Section   string // the part of the paper: "World"
	Declared  string // the language that the file says it is in, as a tag: "en-GB"; "" if it says none
	URL       string // where it was published, if the page says so; gives host and URL date
	Text      string
	Zones     []Zone     // what the markup already says, sorted; empty for plain text. reading/zone fills the rest
	Dates     []DateClue // what the markup, the URL or a person says
	Given     []Given    // events that the file itself gives, with their days and places, in its order
	Notes     []string   // what went wrong or was left out on the way in, one sentence each
	Opened    Day        // when it was first opened: it was not published later. 0 is not known
	Retrieved string     // the moment it was fetched from URL: "2025-03-12T08:30:00Z", in UTC; "" for what was opened as a file
}

// Given is an event that the file of an article gives with its day and place: a row of a table, a mark of a map. Where a
// Document has any, they are its events, and none is looked for in its words.
type Given struct {
	Span   Span      // the sentence that tells of it
	What   string    // it in short; may be ""
	Place  string    // the name of the place; "" if none is given
	At     orb.Point // {lon, lat} of the place, where HasAt
	HasAt  bool
	When   Moment // undated where the file gives no day
	Status Modality
}

// DateKind says how well a publication date is known.
type DateKind uint8

// The kinds.
const (
	DateUnknown DateKind = iota
	DateInferred
	DateExplicit
	DateGiven
)

var dateKindNames = [...]string{"unknown", "inferred", "explicit", "given"}

// String is the word the command line prints.
func (k DateKind) String() string {
	if int(k) < len(dateKindNames) {
		return dateKindNames[k]
	}
	return dateKindNames[0]
}

// Publication is when an article was published: the best day and the 80 and 50 % intervals, with the reasons.
type Publication struct {
	Kind         DateKind
	Best         Day // meaningless when Kind is DateUnknown
	From, To     Day // 80 % interval, inclusive; DayMin and DayMax when unknown
	From50, To50 Day // 50 % interval, inside the other
	Clock        string
	P            float64 // of Best
	Reasons      []Reason
}

// Article is a Document with all that was found in it. Slices are sorted by Span and must not be changed.
type Article struct {
	Document
	Language   string // of the text, as a BCP 47 tag: "en", "de"; "" where it cannot be told
	Published  Publication
	Sentences  []Span
	Paragraphs []Span
	Zones      []Zone // cover the whole text, in order, without gaps
	Toponyms   []Toponym
	Timexes    []Timex
	People     []Person
}

// Foreign reports a language that is known not to be English. Of a text in it, only what can be told without the language
// is found: well-known places, days that are written whole, and words in quotation marks.
func Foreign(language string) bool { return language != "" && language != "en" }

// ZoneAt gives the kind of zone at a byte offset; ZoneBody outside the text.
func (a *Article) ZoneAt(offset int) ZoneKind {
	lo, hi := 0, len(a.Zones)
	for lo < hi {
		mid := (lo + hi) / 2
		if a.Zones[mid].Span.End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(a.Zones) && a.Zones[lo].Span.Holds(offset) {
		return a.Zones[lo].Kind
	}
	return ZoneBody
}

// SentenceAt gives the sentence that holds a byte offset; an empty Span between sentences.
func (a *Article) SentenceAt(offset int) Span {
	lo, hi := 0, len(a.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if a.Sentences[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(a.Sentences) && a.Sentences[lo].Holds(offset) {
		return a.Sentences[lo]
	}
	return Span{}
}

// Story is documents and everything found in them. It is immutable: a change makes a new Story. Events are sorted by
// Moment, then Doc, then Span; Quotes by Doc, then Span.
type Story struct {
	Title    string
	Articles []*Article
	Speakers []Speaker
	Quotes   []Quote
	Events   []Event
	Actors   []Actor
	Claims   []Claim
	Groups   []Group
	Copies   []Group   // articles that give one text: a wire story in several papers, one text in two files. Such of one article are not listed
	Own      []geo.Own // the places of the story that a person added and that do not ship, by id: what another machine lacks

	index *index // where things stand by their ids; nil in a story put together by hand
}

// Unnamed is the title of a story of so many articles that have nothing in common to name it by.
func Unnamed(articles int) string { return strconv.Itoa(articles) + " articles" }

// Group is articles that tell of the same. Every article is in one group, alone where no other tells of the same.
type Group struct {
	Name     string // what the group is called, as Story.Title: "Kursk, March 2025"; "" where the story has one group, and for an article alone
	Articles []int  // indices into Story.Articles, in order
}

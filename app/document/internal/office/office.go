// Package office is what the readers of office documents and books share: what a file says of itself, how its blocks become
// an article, and what is done about damage.
package office

import (
	"errors"
	"io"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// Properties reads title, author and the day of the last change from a part with Dublin Core's names in it. A part that is
// missing (nil) or damaged says nothing.
func Properties(r io.Reader, d *story.Document) {
	if r == nil {
		return
	}
	var p properties
	_ = xmlwalk.Walk(r, xmlwalk.Office, &p) // what it said before a fault is good
	p.into(d)
}

// properties are the first values of each name.
type properties struct {
	open                      string
	buf                       []byte
	title, creator, initially string
	modified                  string
	publisher, language       string
	category                  string
}

func (p *properties) Start(name string, _ xmlwalk.Attrs) { p.open, p.buf = name, p.buf[:0] }

// mostBytes bounds a property: what is longer is none.
const mostBytes = 1000

func (p *properties) Text(s []byte) {
	if p.open != "" && len(p.buf) < mostBytes {
		p.buf = append(p.buf, s...)
	}
}

func (p *properties) End(name string) {
	if name != p.open {
		return
	}
	p.open = ""
	s := extract.Squeeze(string(p.buf[:min(len(p.buf), mostBytes)]))
	s = strings.ToValidUTF8(s, "")
	switch name {
	case "title":
		keep(&p.title, s)
	case "creator":
		keep(&p.creator, s)
	case "initial-creator":
		keep(&p.initially, s)
	case "publisher":
		keep(&p.publisher, s)
	case "language":
		keep(&p.language, s)
	case "category":
		keep(&p.category, s)
	case "modified", "date":
		keep(&p.modified, s)
	}
}

func keep(to *string, s string) {
	if *to == "" {
		*to = s
	}
}

// nobody are names that programs write where nobody gave one.
var nobody = []string{"user", "admin", "administrator", "author", "unknown", "owner", "microsoft office user", "windows user", "python-docx"}

// Named keeps a title and an author that a file names, unless they are what programs write where nobody gave any.
func Named(d *story.Document, title, author string) {
	title, author = extract.Squeeze(title), extract.Squeeze(author)
	if s := strings.ToLower(title); !strings.HasPrefix(s, "microsoft word") && s != "untitled" {
		d.Title = title
	}
	if !slices.Contains(nobody, strings.ToLower(author)) {
		d.Byline = author
	}
}

func (p *properties) into(d *story.Document) {
	author := p.initially
	if author == "" {
		author = p.creator
	}
	Named(d, p.title, author)
	d.Publisher, d.Section, d.Declared = p.publisher, p.category, document.LanguageTag(p.language)
	if day, clock, ok := document.ISODay(p.modified); ok {
		d.Dates = append(d.Dates, story.DateClue{Day: day, Clock: clock, Source: story.SourceUpdated, Words: "modified: " + p.modified})
	}
}

// titleAmong is how many blocks from the start a headline may stand: before it stand a date, a name, a section.
const titleAmong = 3

// Compose makes the article of the blocks. Its title is the headline that the text shows, else the one that the file names,
// which is not added to the text: programs write there what nobody has read. A first heading after the text has begun heads
// a part of it.
func Compose(d *story.Document, blocks []extract.Block) {
	start := blocks[:min(len(blocks), titleAmong)]
	first := func(b extract.Block) bool { return b.Level == 1 }
	if !slices.ContainsFunc(start, first) {
		for i := range blocks {
			if first(blocks[i]) {
				blocks[i].Level = 2
			}
		}
		for i := range start {
			if b := &start[i]; d.Title != "" && strings.EqualFold(b.Text, d.Title) {
				b.Level, d.Title = 1, b.Text
				break
			}
		}
	}
	blocks, headline := extract.Headed(blocks, "")
	if headline != "" {
		d.Title = headline
	}
	extract.Compose(d, blocks)
}

// Broken decides about a fault in the middle of a file: nil if what came before it is shown, with a note that says so.
func Broken(in *document.Input, err error, some bool) error {
	if errors.Is(err, document.ErrDamaged) && some {
		in.Note("the file is damaged: the text is shown as far as it could be read")
		return nil
	}
	return err
}

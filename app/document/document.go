// Package document gets articles in: it says what a format is and what it is handed, finds the format of a file by its
// content, and completes what the format gives.
//
//	docs, err := formats.All.Read(ctx, f, "front-line.html", document.Options{})
//
// A story.Document has a Text that is what a person would see, Zones that are what the markup says, and Dates that are
// what its metadata says. The text is made once, here, and never changes afterwards: every Span of the program indexes
// it. Each format is a package beside this one with a value of type Format; package formats lists them. Nothing is read
// from the network, and pages are never executed. It does not decide when an article was published (reading/pubdate)
// and does not tell headline from body in plain text (reading/zone).
package document

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"dateline/app/story"
)

// Format is one kind of file that articles come in.
type Format struct {
	Name  string   // what the command line shows: "markdown"; unique among the formats
	Label string   // what people read, in English: "Markdown"
	Exts  []string // the endings of its files in small letters, with their dot, the usual one first

	// Sniff says how well in fits. It looks at the content, and at the name only where the content leaves it open.
	Sniff func(in *Input) Match

	// Read gives the articles in the file, in their order. It may give articles and an error together: what could be
	// read, and what could not, several faults joined with errors.Join. It hands what it unpacks to in.Part and never
	// drops text of an article without a note. A cancelled context ends it with what it has. What the file says of the
	// article (Title to URL), Text, Zones and Dates are its business; the rest of the Document is filled in afterwards.
	Read func(ctx context.Context, in *Input) ([]story.Document, error)
}

// Match says how well a file fits a format. The best match wins; of equal ones, the first in the list.
type Match uint8

// The matches, from the worst to the best.
const (
	NoMatch  Match = iota
	Fallback       // any text can be read so: what is left where nothing fits better
	Likely         // the content looks like it
	Named          // the name says so, and the content allows it
	Certain        // the content says so, whatever the name
)

// What can be wrong with an input. Every error that reading returns wraps one of them, or the reader's own error, and
// names the file.
var (
	ErrEmpty    = errors.New("the file is empty; choose one that holds an article")
	ErrBinary   = errors.New("this is not text; save the article as plain text or as a web page (HTML)")
	ErrFormat   = errors.New("this kind of file is not read")
	ErrTooLarge = errors.New("the file is too large; split it into single articles")
	ErrEncoding = errors.New("the letters are in an unknown encoding; save the file as UTF-8")
	ErrNoText   = errors.New("the page holds no article text; save it again when it has loaded fully, or copy the text into a file")
	ErrScan     = errors.New("the file has pictures of text and no text; have the text recognised (OCR) and open that")
	ErrLetters  = errors.New("the file does not say which letters it shows; copy the text by hand, or have it recognised (OCR)")
	ErrNested   = errors.New("files are packed in files too many times over; unpack it and open what is inside")
	ErrDamaged  = errors.New("the file is damaged or cut short; get it again, or save the article as plain text")
	ErrLocked   = errors.New("the file is protected by a password; save it without one and open that")
	ErrAddress  = errors.New("it holds only the address of a page, not an article; open it in a browser, save the page and open that file, or copy the article's text into a file")
	ErrPassword = fmt.Errorf("%w", ErrLocked) // a password opens it: Options.Password
	ErrFault    = errors.New("it could not be read, by a fault of the program; save the article as plain text and open that")
)

// MaxBytes is the size from which on a file is refused.
const MaxBytes = 20 << 20

// Options are what the caller knows of the input. The zero value knows nothing. What a single format needs to be told (a
// password, a range of pages) is a field here too, so that it reaches what is packed in other files.
type Options struct {
	MaxBytes int64     // 0 is MaxBytes
	Path     string    // where the file can be opened again; kept in Document.Path
	URL      string    // where it was published, when the caller knows
	Title    string    // its title, when the caller knows
	Given    story.Day // the day of publication that a person gave; used when HasGiven
	HasGiven bool
	Encoding string                // how the letters of a text file are to be read, one of Encodings; "" finds it out
	Report   func(done, total int) // is told how far a file of many articles has been read; may be nil
	Whole    bool                  // a file that holds many articles is one all the same
	Password string                // opens files that are protected by one
	Pages    string                // the pages of a file that has pages: "3-7" or "1,4-"; "" is all of them
}

// Plain makes a Document of a text that is kept to the byte, such as a line of a corpus or pasted text. It never fails.
func Plain(text, name string, o Options) story.Document {
	d := story.Document{Text: text}
	complete(&d, name, o)
	return d
}

// complete adds what the caller knows, and the ID.
func complete(d *story.Document, name string, o Options) {
	if d.File == "" {
		d.File = base(name)
	}
	d.Path = o.Path
	if o.Title != "" {
		d.Title = o.Title
	}
	if o.URL != "" {
		d.URL = o.URL
	}
	if day, words, ok := urlDay(d.URL); ok {
		d.Dates = append(d.Dates, story.DateClue{Day: day, Source: story.SourceURL, Words: words})
	}
	if o.HasGiven {
		clue := story.DateClue{Day: o.Given, Source: story.SourceGiven, Words: o.Given.String()}
		d.Dates = append([]story.DateClue{clue}, d.Dates...)
	}
	if d.Subtitle == "" {
		d.Subtitle = standfirst(d)
	}
	d.ID = ID(d.Text)
}

// standfirst is the first teaser of the markup, where it comes before the body and is short.
func standfirst(d *story.Document) string {
	const longest = 400 // bytes
	for i, z := range d.Zones {
		switch {
		case z.Kind == story.ZoneTeaser && z.Span.End-z.Span.Start <= longest:
			return strings.Join(strings.Fields(z.Span.In(d.Text)), " ")
		case z.Kind == story.ZoneSubhead || z.Kind == story.ZoneList || i > 0 && z.Span.Start-d.Zones[i-1].Span.End > longest:
			return ""
		}
	}
	return ""
}

// ID is the identity of a text: the same for the same text, on every machine.
func ID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}

// base is the last element of a path of any system.
func base(name string) string {
	if filepath.Separator == '\\' || len(name) > 2 && name[1:3] == `:\` || strings.HasPrefix(name, `\\`) {
		name = strings.ReplaceAll(name, `\`, "/") // a path of Windows; elsewhere a file's name may hold the mark
	}
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		name = name[i+1:]
	}
	return name
}

// CutPages cuts the pages off a name that asks for some of a file, such as "paper.pdf#pages=3-7".
func CutPages(name string) (file, pages string) {
	if file, pages, ok := strings.Cut(name, "#pages="); ok && pages != "" && strings.Trim(pages, "0123456789-,") == "" {
		return file, pages
	}
	return name, ""
}

// Ext is the ending of a file's name in small letters, with its dot; "" if it has none.
func Ext(name string) string { return strings.ToLower(path.Ext(base(name))) }

// Formats is a list of formats.
type Formats []Format

// ForFile finds the format that files of that name have as a rule, so that a folder can be listed or opened whole.
// Read takes files of any name.
func (fs Formats) ForFile(name string) (Format, bool) {
	ext := Ext(name)
	for _, f := range fs {
		for _, e := range f.Exts {
			if e == ext {
				return f, true
			}
		}
	}
	return Format{}, false
}

// Labels lists what people call the formats, in order.
func (fs Formats) Labels() []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.Label
	}
	return out
}

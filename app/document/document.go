// Package document gets an article in: plain text, Markdown or a saved web page becomes a story.Document whose Text is
// what a person would see, whose Zones are what the markup says, and whose Dates are what its metadata says.
//
//	doc, err := document.Read(f, "front-line.html", document.Options{})
//
// The text is made once, here, and never changes afterwards: every Span of the program indexes it. Nothing is read
// from the network, and pages are never executed. It does not decide when an article was published (reading/pubdate)
// and does not tell headline from body in plain text (reading/zone).
package document

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"dateline/app/story"
)

// What can be wrong with an input. Every error that Read returns wraps one of them, or the reader's own error, and
// names the file.
var (
	ErrEmpty    = errors.New("the file is empty; choose one that holds an article")
	ErrBinary   = errors.New("this is not text; save the article as plain text or as a web page (HTML)")
	ErrFormat   = errors.New("this kind of file is not read; save the article as plain text or as a web page (HTML)")
	ErrTooLarge = errors.New("the file is too large; split it into single articles")
	ErrEncoding = errors.New("the letters are in an unknown encoding; save the file as UTF-8")
	ErrNoText   = errors.New("the page holds no article text; save it again when it has loaded fully, or copy the text into a file")
)

// MaxBytes is the size from which on a file is refused.
const MaxBytes = 20 << 20

// Options are what the caller knows of the input. The zero value knows nothing.
type Options struct {
	MaxBytes int64     // 0 is MaxBytes
	Path     string    // where the file can be opened again; kept in Document.Path
	URL      string    // where it was published, when the caller knows
	Title    string    // its title, when the caller knows
	Given    story.Day // the day of publication that a person gave; used when HasGiven
	HasGiven bool
}

// Read reads one article. The name decides between formats only where the content leaves it open; its last element
// becomes Document.File. The error is a sentence that begins with the name and says what to do.
func Read(r io.Reader, name string, o Options) (story.Document, error) {
	limit := o.MaxBytes
	if limit <= 0 {
		limit = MaxBytes
	}
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return story.Document{}, fmt.Errorf("document: %s: %w", show(name), err)
	}
	if int64(len(b)) > limit {
		return story.Document{}, fmt.Errorf("document: %s: %w (limit %s)", show(name), ErrTooLarge, size(limit))
	}
	return Bytes(b, name, o)
}

// Bytes is Read for an input that is already in memory; it does not keep b.
func Bytes(b []byte, name string, o Options) (story.Document, error) {
	fail := func(err error) (story.Document, error) {
		return story.Document{}, fmt.Errorf("document: %s: %w", show(name), err)
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return fail(ErrEmpty)
	}
	if kind := foreignFormat(b); kind != "" {
		return fail(fmt.Errorf("it is a %s: %w", kind, ErrFormat))
	}
	if isMHTML(b, name) {
		page, location := unpackMHTML(b)
		if page == nil {
			return fail(ErrNoText)
		}
		if o.URL == "" {
			o.URL = location
		}
		b, name = page, strings.TrimSuffix(name, path.Ext(name))+".html"
	}
	text, note, err := decode(b)
	if err != nil {
		return fail(err)
	}
	if strings.TrimSpace(text) == "" {
		return fail(ErrEmpty)
	}
	var d story.Document
	switch {
	case isHTML(text, name):
		d = readHTML(text)
	case isMarkdown(text, name):
		d = readMarkdown(text)
	default:
		d = story.Document{Text: plain(text)}
	}
	if strings.TrimSpace(d.Text) == "" {
		return fail(ErrNoText)
	}
	if note != "" {
		d.Notes = append(d.Notes, note)
	}
	d.File, d.Path = base(name), o.Path
	finish(&d, o)
	return d, nil
}

// Plain makes a Document of a text that is kept to the byte, such as a line of a corpus or pasted text. It never fails.
func Plain(text, name string, o Options) story.Document {
	d := story.Document{Text: text, File: base(name), Path: o.Path}
	finish(&d, o)
	return d
}

// finish adds what the caller knows, and the ID.
func finish(d *story.Document, o Options) {
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
	d.ID = ID(d.Text)
}

// ID is the identity of a text: the same for the same text, on every machine.
func ID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}

// plain evens line ends out and drops what is never seen.
func plain(s string) string {
	if !strings.ContainsAny(s, "\r\u200b\ufeff\f\v") {
		return s
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\v", "\n", "\u200b", "", "\ufeff", "").Replace(s)
}

func show(name string) string {
	if name == "" || name == "-" {
		return "standard input"
	}
	return name
}

func base(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		name = name[i+1:]
	}
	return name
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// extension is the lower-case ending of a name, without the dot.
func extension(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(base(name)), "."))
}

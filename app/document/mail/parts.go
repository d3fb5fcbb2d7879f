package mail

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"mime"
	"path"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/story"
)

const (
	maxDepth = 20  // parts in parts, and mails in mails
	maxParts = 500 // parts of one mail
)

// maxAttached is how many bytes of text the attachments of a file may come to; one that is too large counts as largeCost.
const (
	maxAttached = 256 << 20
	largeCost   = 32 << 20
)

// budget is what is left of that, for all mails of a file.
type budget struct{ left int }

// message is one mail on its way in.
type message struct {
	*budget
	ctx   context.Context
	in    *document.Input
	parts int
	notes []string
	docs  []story.Document // what is attached
	day   []story.DateClue // the day of the mail, as the day that what is attached cannot be later than
}

// readMail gives the mail, and after it what is attached to it.
func readMail(ctx context.Context, in *document.Input, b []byte, left *budget) ([]story.Document, error) {
	m := message{budget: left, ctx: ctx, in: in}
	d := m.mail(b, 0)
	d.Notes = m.notes
	if strings.TrimSpace(d.Text) == "" && len(m.docs) > 0 {
		return m.docs, ctx.Err()
	}
	if strings.TrimSpace(d.Text) == "" {
		fault := document.ErrNoText
		if len(m.notes) > 0 {
			return nil, fmt.Errorf("%s: %w", strings.Join(m.notes, "; "), fault)
		}
		return nil, fault
	}
	return append([]story.Document{d}, m.docs...), ctx.Err()
}

// mail reads a mail, whole or forwarded in another.
func (m *message) mail(b []byte, depth int) story.Document {
	h, body := parseHeader(b)
	d := story.Document{Title: unfold(h.get("subject")), Byline: sender(h.get("from")), Declared: document.LanguageTag(h.get("content-language"))}
	date := unfold(h.get("date"))
	if day, clock, ok := document.ISODay(date); ok {
		clue := story.DateClue{Day: day, Clock: clock, Source: story.SourceMeta, Words: "Date: " + date}
		d.Dates = []story.DateClue{clue}
		clue.Source, clue.Words = story.SourceUpdated, "attached to a mail of "+date
		m.day = []story.DateClue{clue}
	}
	blocks := ownOnly(m.body(h, body, depth))
	blocks, d.Title = extract.Headed(flat(blocks), d.Title)
	extract.Compose(&d, blocks)
	return d
}

// flat takes the level off headings where the subject is the headline.
func flat(blocks []extract.Block) []extract.Block {
	for i := range blocks {
		if b := &blocks[i]; b.Level == 1 {
			b.Level = 2
		}
	}
	return blocks
}

// body gives the text of a part, and puts what is attached aside.
func (m *message) body(h header, b []byte, depth int) []extract.Block {
	if m.parts++; m.parts > maxParts || depth > maxDepth || m.ctx.Err() != nil {
		m.note("the mail has more parts than are read: the rest was left out")
		return nil
	}
	kind, params, err := mime.ParseMediaType(h.get("content-type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	place, where, _ := mime.ParseMediaType(h.get("content-disposition"))
	name := unfold(first(where["filename"], params["name"]))
	switch {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		return m.multipart(kind, params["boundary"], b, depth)
	case kind == "message/rfc822":
		m.forwarded(undo(h, b), depth)
	case place == "attachment" || name != "" && kind != "text/plain" && kind != "text/html":
		m.attached(name, kind, undo(h, b))
	case kind == "text/html":
		return htmlBlocks(htmlText(undo(h, b), params["charset"]))
	case strings.HasPrefix(kind, "text/") && kind != "text/calendar", kind == "multipart/mixed":
		flowed := strings.EqualFold(params["format"], "flowed")
		return textBlocks(decode(undo(h, b), params["charset"]), flowed, strings.EqualFold(params["delsp"], "yes"))
	default:
		m.attached(name, kind, undo(h, b))
	}
	return nil
}

// multipart reads parts one after the other, or the best of those that say the same.
func (m *message) multipart(kind, boundary string, b []byte, depth int) []extract.Block {
	var all [][]extract.Block
	for _, part := range split(b, boundary) {
		h, body := parseHeader(part)
		if blocks := m.body(h, body, depth+1); len(blocks) > 0 {
			all = append(all, blocks)
		}
	}
	if kind == "multipart/alternative" {
		return fullest(all)
	}
	var out []extract.Block
	for _, blocks := range all {
		out = append(out, blocks...)
	}
	return out
}

// nearly is how many words of a hundred the later way to say the same may have fewer: it is the richer one.
const nearly = 90

// fullest is the last of several ways to say the same, unless an earlier one has more words.
func fullest(all [][]extract.Block) (best []extract.Block) {
	for _, blocks := range all {
		if wordsIn(blocks)*100 >= wordsIn(best)*nearly {
			best = blocks
		}
	}
	return best
}

// wordsIn counts words without addresses, which plain text shows and pages hide.
func wordsIn(blocks []extract.Block) int {
	n := 0
	for _, b := range blocks {
		for _, w := range strings.Fields(b.Text) {
			if !strings.Contains(w, "://") {
				n++
			}
		}
	}
	return n
}

// split cuts a body at its borders. What stands before the first is for programs that know no parts; an end that is missing
// costs nothing.
func split(b []byte, boundary string) [][]byte {
	var out [][]byte
	border := []byte("--" + boundary)
	start := -1
	for at := 0; at < len(b) && len(out) < maxParts; {
		end := len(b)
		if i := bytes.IndexByte(b[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if line := bytes.TrimRight(b[at:end], " \t\r\n"); bytes.HasPrefix(line, border) {
			tail := string(line[len(border):])
			if tail == "" || tail == "--" {
				if start >= 0 {
					part := bytes.TrimSuffix(b[start:at], []byte("\n")) // the line end before a border is the border's
					out = append(out, bytes.TrimSuffix(part, []byte("\r")))
				}
				if start = end; tail == "--" {
					return out
				}
			}
		}
		at = end
	}
	if start >= 0 && start < len(b) {
		out = append(out, b[start:])
	}
	return out
}

func (m *message) note(s string) {
	if len(m.notes) == 0 || m.notes[len(m.notes)-1] != s {
		m.notes = append(m.notes, s)
	}
}

// forwarded reads a mail in the mail as an article of its own.
func (m *message) forwarded(b []byte, depth int) {
	if depth >= maxDepth {
		m.note("the mail has more parts than are read: the rest was left out")
		return
	}
	day := m.day
	if d := m.mail(b, depth+1); strings.TrimSpace(d.Text) != "" {
		m.docs = append(m.docs, d)
	}
	m.day = day
}

// silent are kinds of parts that no reader of a mail misses.
var silent = []string{"image/", "audio/", "video/", "font/", "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
	"text/calendar", "application/ics", "message/delivery-status", "text/rfc822-headers", "application/ms-tnef"}

// attached reads a file that is attached; one that cannot be read is named in a note.
func (m *message) attached(name, kind string, b []byte) {
	if name != "" {
		name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	}
	for _, s := range silent {
		if strings.HasPrefix(kind, s) {
			if name != "" {
				m.note("attached and not shown: " + name)
			}
			return
		}
	}
	if name == "" {
		name = "attachment"
	}
	if m.left <= 0 {
		m.note("attached and not read: " + name + " (so much is attached that the rest was left out)")
		return
	}
	docs, err := m.in.Part(m.ctx, document.Part{Name: name, Data: b})
	for i := range docs {
		m.left -= len(docs[i].Text)
		docs[i].Dates = append(docs[i].Dates, m.day...)
	}
	if errors.Is(err, document.ErrTooLarge) {
		m.left -= largeCost
	}
	m.docs = append(m.docs, docs...)
	for _, fault := range document.Faults(err) {
		if !errors.Is(fault, document.ErrEmpty) {
			m.note("attached and not read: " + name + " (" + fault.Error() + ")")
		}
	}
}

// undo undoes the transfer encoding of a part. Both are read as far as they make sense, so that damage costs letters and not
// the rest of the mail.
func undo(h header, b []byte) []byte {
	switch strings.ToLower(h.get("content-transfer-encoding")) {
	case "quoted-printable":
		return unquote(b)
	case "base64":
		return unbase64(b)
	}
	return b
}

func unquote(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		line, rest, more := bytes.Cut(b, []byte("\n"))
		line = bytes.TrimRight(line, " \t\r")
		soft := bytes.HasSuffix(line, []byte("="))
		line = bytes.TrimSuffix(line, []byte("="))
		for i := 0; i < len(line); i++ {
			if line[i] == '=' && i+2 < len(line) && hex(line[i+1]) >= 0 && hex(line[i+2]) >= 0 {
				out = append(out, byte(hex(line[i+1])<<4|hex(line[i+2])))
				i += 2
				continue
			}
			out = append(out, line[i])
		}
		if !soft && more {
			out = append(out, '\n')
		}
		b = rest
	}
	return out
}

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

func unbase64(b []byte) []byte {
	signs := make([]byte, 0, len(b))
	for _, c := range b {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' {
			signs = append(signs, c)
		}
	}
	if len(signs)%4 == 1 {
		signs = signs[:len(signs)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(signs)))
	n, _ := base64.RawStdEncoding.Decode(out, signs) // only signs of the alphabet are left
	return out[:n]
}

func first(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

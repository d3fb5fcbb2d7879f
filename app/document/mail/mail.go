// Package mail reads e-mails: single ones (EML) and mailboxes (MBOX), each mail an article. Of a mail that says the same in
// two ways the fuller one is shown; attached articles and forwarded mails are articles of their own; what is quoted of an
// earlier mail is marked, since it was said there.
//
// It does not show pictures, and does not join the mails of a conversation.
package mail

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// Format is the e-mail and the mailbox.
var Format = document.Format{Name: "mail", Label: "E-mail", Exts: exts, Sniff: sniff, Read: read}

var exts = []string{".eml", ".mbox", ".mbx"}

// Fields of a mail's header, in small letters. Only programs that carry mail write those that are true.
var known = map[string]bool{"message-id": true, "mime-version": true, "received": true, "return-path": true, "delivered-to": true, "dkim-signature": true,
	"from": false, "to": false, "cc": false, "subject": false, "date": false, "reply-to": false, "content-type": false, "sender": false}

func sniff(in *document.Input) document.Match {
	head := in.Head()
	if bytes.HasPrefix(head, []byte("From: <Saved by")) || in.Ext() == ".mht" || in.Ext() == ".mhtml" {
		return document.NoMatch // a web page in one file
	}
	box := isEnvelope(firstLine(head))
	if box {
		head = head[min(len(head), len(firstLine(head))+1):]
	}
	h, _ := parseHeader(head)
	fields, carried := 0, false
	for name, sure := range known {
		if h.get(name) != "" {
			fields++
			carried = carried || sure
		}
	}
	switch from := h.get("from") != ""; {
	case fields >= 2 && (box || carried && from):
		return document.Certain
	case fields >= 2 && from && slices.Contains(exts, in.Ext()):
		return document.Named
	}
	return document.NoMatch
}

func firstLine(b []byte) string {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return string(b[:i])
	}
	return string(b)
}

// isEnvelope sees the line before each mail of a mailbox: "From ann@x.example Fri May 17 08:00:00 2024".
func isEnvelope(line string) bool {
	rest, ok := strings.CutPrefix(strings.TrimRight(line, "\r"), "From ")
	if !ok || len(line) > 300 {
		return false
	}
	_, clock, ok := document.ISODay(rest)
	return ok && clock != ""
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	start := firstLine(in.Head())
	if isEnvelope(start) {
		return readBox(ctx, in)
	}
	b, err := in.Bytes()
	if err != nil {
		return nil, err
	}
	return readMail(ctx, in, b, &budget{maxAttached})
}

// maxMails bounds the articles of one mailbox: they are all in memory afterwards.
const maxMails = 20_000

// readBox reads the mails of a mailbox one by one, whatever its size. Each fault costs one mail.
func readBox(ctx context.Context, in *document.Input) (docs []story.Document, err error) {
	if in.MaxBytes > 0 && in.Reader().Size() > in.MaxBytes {
		return nil, fmt.Errorf("%w (limit %d bytes)", document.ErrTooLarge, in.MaxBytes)
	}
	b := boxReader{lines: bufio.NewReaderSize(in.Reader(), 1<<16)}
	left := &budget{maxAttached}
	name := path.Base(strings.ReplaceAll(in.Name, `\`, "/"))
	for n := 1; ; n++ {
		if ctx.Err() != nil {
			return docs, errors.Join(err, ctx.Err())
		}
		mail, fault := b.next()
		if mail == nil && fault == io.EOF {
			break
		}
		if n > maxMails {
			return docs, errors.Join(err, fmt.Errorf("mail %d and all after it: %w", n, document.ErrTooLarge))
		}
		var inner []story.Document
		if fault == nil {
			inner, fault = readMail(ctx, in, mail, left)
		}
		for i := range inner {
			if inner[i].File == "" {
				inner[i].File = fmt.Sprintf("%s #%d", name, n)
			}
		}
		docs = append(docs, inner...)
		if fault != nil {
			err = errors.Join(err, fmt.Errorf("mail %d: %w", n, fault))
		}
	}
	if len(docs) == 1 && err == nil && docs[0].File == name+" #1" {
		docs[0].File = "" // the mail is the file
	}
	return docs, err
}

// boxReader cuts a mailbox into mails.
type boxReader struct {
	lines *bufio.Reader
	begun bool // the line before a mail has been read
}

// next gives a mail; io.EOF with none when there are no more, document.ErrTooLarge for one that is passed over.
func (b *boxReader) next() ([]byte, error) {
	var mail []byte
	blank, some, large := true, false, false
	for {
		line, err := b.lines.ReadSlice('\n')
		if len(line) > 0 {
			if blank && isEnvelope(string(line[:min(len(line), 400)])) {
				if b.begun {
					return ended(mail, large)
				}
				b.begun = true
				continue
			}
			some = true
			if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, []byte("From ")) {
				line = line[1:] // mailboxes put a ">" before a line of text that looks like a border
			}
			if large = large || len(mail)+len(line) > document.MaxBytes; !large {
				mail = append(mail, line...)
			}
			blank = len(bytes.TrimRight(line, "\r\n")) == 0 && err == nil
		}
		if err != nil && err != bufio.ErrBufferFull {
			if !some && err == io.EOF {
				return nil, io.EOF
			}
			if err != io.EOF {
				return mail, err
			}
			return ended(mail, large)
		}
	}
}

func ended(mail []byte, large bool) ([]byte, error) {
	if large {
		return nil, document.ErrTooLarge
	}
	if mail == nil {
		mail = []byte{}
	}
	return mail, nil
}

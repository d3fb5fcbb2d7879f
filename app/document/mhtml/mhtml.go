// Package mhtml reads a page that a browser saved as a single file: a MIME message whose first part in HTML is the page.
package mhtml

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// Format is the page in a single file.
var Format = document.Format{Name: "mhtml", Label: "Web page in one file", Exts: []string{".mhtml", ".mht"}, Sniff: sniff, Read: read}

// headBytes is how much of the file is looked at: the header of the message.
const headBytes = 2048

func sniff(in *document.Input) document.Match {
	head := in.Head()
	head = head[:min(len(head), headBytes)]
	switch {
	case !bytes.Contains(bytes.ToLower(head), []byte("multipart/related")):
		return document.NoMatch
	case bytes.HasPrefix(head, []byte("From: <Saved by")):
		return document.Certain
	case in.Ext() == ".mhtml" || in.Ext() == ".mht":
		return document.Named
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	b, err := in.Bytes()
	if err != nil {
		return nil, err
	}
	page, err := unpack(b)
	if err != nil {
		return nil, err
	}
	if page.cut {
		in.Note("the file is damaged or cut short: the page is shown up to there")
	}
	docs, err := in.Part(ctx, document.Part{Name: "page.html", URL: page.location, Data: page.data})
	for i := range docs {
		docs[i].File = "" // the page is the file
	}
	return docs, err
}

// found is the page in a message.
type found struct {
	data     []byte
	location string // where it came from
	cut      bool   // the rest of the page could not be read
}

// maxParts bounds the parts that are looked at for the page: it is one of the first.
const maxParts = 64

// unpack gives the page inside; document.ErrNoText if there is none.
func unpack(b []byte) (found, error) {
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return found{}, document.ErrNoText
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || !strings.HasPrefix(kind, "multipart/") || params["boundary"] == "" {
		return found{}, document.ErrNoText
	}
	p := found{location: m.Header.Get("Snapshot-Content-Location")}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for range maxParts {
		part, err := parts.NextRawPart()
		if err != nil {
			break
		}
		if !strings.HasPrefix(part.Header.Get("Content-Type"), "text/html") {
			continue
		}
		if p.location == "" {
			p.location = part.Header.Get("Content-Location")
		}
		p.data, err = io.ReadAll(plain(part, part.Header.Get("Content-Transfer-Encoding")))
		p.cut = err != nil
		if len(bytes.TrimSpace(p.data)) > 0 {
			return p, nil
		}
		break
	}
	return found{}, document.ErrNoText
}

// plain undoes the encoding of a part.
func plain(r io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}

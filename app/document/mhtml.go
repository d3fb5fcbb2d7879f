package document

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// isMHTML sees a page that a browser saved as a single file: a MIME message whose first part is the page.
func isMHTML(b []byte, name string) bool {
	head := b[:min(len(b), 2048)]
	if ext := extension(name); ext != "mhtml" && ext != "mht" && !bytes.HasPrefix(head, []byte("From: <Saved by")) {
		return false
	}
	return bytes.Contains(bytes.ToLower(head), []byte("multipart/related"))
}

// unpackMHTML gives the page inside and where it came from; nil if there is none.
func unpackMHTML(b []byte) (page []byte, location string) {
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return nil, ""
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || !strings.HasPrefix(kind, "multipart/") || params["boundary"] == "" {
		return nil, ""
	}
	location = m.Header.Get("Snapshot-Content-Location")
	parts := multipart.NewReader(m.Body, params["boundary"])
	for range 64 {
		p, err := parts.NextRawPart()
		if err != nil {
			return nil, ""
		}
		if !strings.HasPrefix(p.Header.Get("Content-Type"), "text/html") {
			continue
		}
		if location == "" {
			location = p.Header.Get("Content-Location")
		}
		var r io.Reader = p
		switch strings.ToLower(p.Header.Get("Content-Transfer-Encoding")) {
		case "quoted-printable":
			r = quotedprintable.NewReader(p)
		case "base64":
			r = base64.NewDecoder(base64.StdEncoding, p)
		}
		page, _ = io.ReadAll(r)
		if len(bytes.TrimSpace(page)) == 0 {
			return nil, ""
		}
		return page, location
	}
	return nil, ""
}

package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"dateline/app/document"
)

const (
	maxHead   = 64 << 10 // bytes of the head of a record
	maxRecord = 64 << 20 // bytes of a page, also when it is unpacked
)

// header is the fields of a record or of an answer, in small letters.
type header map[string]string

func (h header) get(name string) string { return h[name] }

// record is one record of the archive. Its body ends where the next record begins.
type record struct {
	head header
	body io.Reader
}

// recordReader reads records one after the other.
type recordReader struct {
	r    *bufio.Reader
	body *io.LimitedReader
}

// next gives the next record; io.EOF after the last.
func (rr *recordReader) next() (*record, error) {
	if rr.body != nil {
		if _, err := io.Copy(io.Discard, rr.body); err != nil {
			return nil, err
		}
		if rr.body.N > 0 {
			return nil, io.ErrUnexpectedEOF
		}
	}
	line := ""
	for line == "" { // records end with two empty lines
		var err error
		if line, err = shortLine(rr.r); err != nil {
			return nil, err
		}
	}
	if !strings.HasPrefix(line, mark) {
		return nil, document.ErrDamaged
	}
	head, err := readHeader(rr.r)
	if err != nil {
		return nil, unexpected(err)
	}
	n, err := strconv.ParseInt(head.get("content-length"), 10, 64)
	if err != nil || n < 0 {
		return nil, document.ErrDamaged
	}
	rr.body = &io.LimitedReader{R: rr.r, N: n}
	return &record{head: head, body: rr.body}, nil
}

func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// shortLine reads a line without its end.
func shortLine(r *bufio.Reader) (string, error) {
	b, err := r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return "", document.ErrDamaged
	}
	if err != nil && len(b) == 0 {
		return "", err
	}
	return strings.TrimRight(string(b), "\r\n"), nil
}

// readHeader reads fields up to an empty line.
func readHeader(r *bufio.Reader) (header, error) {
	h, size, last := header{}, 0, ""
	for {
		line, err := shortLine(r)
		if err != nil {
			return nil, err
		}
		if line == "" {
			return h, nil
		}
		if size += len(line); size > maxHead {
			return nil, document.ErrDamaged
		}
		if line[0] == ' ' || line[0] == '\t' { // the field goes on
			h[last] += " " + textproto.TrimString(line)
			continue
		}
		name, value, _ := strings.Cut(line, ":")
		last = strings.ToLower(textproto.TrimString(name))
		h[last] = textproto.TrimString(value)
	}
}

// moment is when the record was made, such as 2025-03-12T08:30:00Z.
func (r *record) moment() string {
	s := r.head.get("warc-date")
	if _, _, ok := document.ISODay(s); !ok {
		return ""
	}
	return s
}

// page is what a server answered.
type page struct {
	url    string
	ending string // that of a file of its kind
	data   []byte
	packed bool // in a way that is not known
}

// page reads the page of a record; nil if it is none. The answer of a server has a head of its own.
func (r *record) page(answer bool) (*page, error) {
	p := &page{url: strings.Trim(r.head.get("warc-target-uri"), "<>")}
	head, body := r.head, bufio.NewReader(r.body)
	if answer {
		status, err := shortLine(body)
		if err != nil {
			return nil, unexpected(err)
		}
		if head, err = readHeader(body); err != nil {
			return nil, unexpected(err)
		}
		if f := strings.Fields(status); len(f) < 2 || f[1] != "200" {
			return nil, nil
		}
	}
	if !strings.HasPrefix(p.url, "http://") && !strings.HasPrefix(p.url, "https://") {
		return nil, nil
	}
	if p.ending = endingOf(head.get("content-type")); p.ending == "" {
		return nil, nil
	}
	return p, p.read(head, body)
}

// endingOf is the ending of a file of a media type that articles come in; "" if it is none.
func endingOf(media string) string {
	media, _, _ = strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(media) {
	case "text/html", "application/xhtml+xml":
		return ".html"
	case "application/pdf":
		return ".pdf"
	}
	return ""
}

// read unpacks the body: first how it was sent, then how it was packed.
func (p *page) read(head header, body *bufio.Reader) error {
	r := io.Reader(body)
	if strings.Contains(strings.ToLower(head.get("transfer-encoding")), "chunked") {
		if first, _ := body.Peek(1); len(first) == 1 && isHex(first[0]) { // some programs undo it and keep the head
			r = &chunks{r: body}
		}
	}
	raw, err := io.ReadAll(io.LimitReader(r, maxRecord))
	if err != nil && len(raw) == 0 {
		return unexpected(err)
	}
	p.data = raw
	var z io.Reader
	switch enc := strings.ToLower(strings.TrimSpace(head.get("content-encoding"))); {
	case enc == "gzip" || enc == "x-gzip":
		z, err = gzip.NewReader(bytes.NewReader(raw))
	case enc == "deflate":
		if z, err = zlib.NewReader(bytes.NewReader(raw)); err != nil {
			z, err = flate.NewReader(bytes.NewReader(raw)), nil
		}
	case enc == "br" || enc == "zstd":
		p.packed = !looksPlain(raw)
		return nil
	default:
		return nil
	}
	if err != nil {
		if looksPlain(raw) { // it was unpacked when it was kept
			return nil
		}
		return document.ErrDamaged
	}
	p.data, err = io.ReadAll(io.LimitReader(z, maxRecord))
	if len(p.data) == 0 {
		return err
	}
	return nil // what came before a fault is shown
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// looksPlain reports a page that is not packed.
func looksPlain(b []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(b[:min(len(b), 200)]), []byte("<"))
}

// chunks undoes the pieces in which an answer is sent: each has its length in front.
type chunks struct {
	r    *bufio.Reader
	left int64
	done bool
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.done {
		return 0, io.EOF
	}
	if c.left == 0 {
		line := ""
		for line == "" { // a piece ends with the end of a line
			var err error
			if line, err = shortLine(c.r); err != nil {
				return 0, unexpected(err)
			}
		}
		size, _, _ := strings.Cut(line, ";")
		n, err := strconv.ParseInt(strings.TrimSpace(size), 16, 64)
		if err != nil || n < 0 {
			return 0, document.ErrDamaged
		}
		if n == 0 {
			c.done = true
			return 0, io.EOF
		}
		c.left = n
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

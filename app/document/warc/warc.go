// Package warc reads what programs that collect web pages write: WARC files, compressed or not, and WACZ packages of them.
// Each page that was got is an article, with its address and the moment when it was got.
//
// Only pages are read: what a page is made of besides (scripts, pictures, frames without text) is counted and said. Where a
// package lists its pages, those are read.
package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// Format is the archive of web pages.
var Format = document.Format{Name: "warc", Label: "Web archive (WARC)", Exts: []string{".warc", ".wacz"}, Sniff: sniff, Read: read}

const (
	mark     = "WARC/"
	maxBytes = 4 << 30 // bytes that are unpacked of one archive
	maxPages = 20_000  // pages that are read of one archive
)

func sniff(in *document.Input) document.Match {
	head := in.Head()
	if bytes.HasPrefix(head, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(bytes.NewReader(head))
		if err != nil {
			return document.NoMatch
		}
		start := make([]byte, len(mark))
		_, _ = io.ReadFull(z, start) // too little is no mark
		head = start
	}
	if bytes.HasPrefix(head, []byte(mark)) || isPackage(in) {
		return document.Certain
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	if isPackage(in) {
		return readPackage(ctx, in)
	}
	c := collector{ctx: ctx, in: in}
	c.archive(in.Reader())
	return c.result()
}

// collector reads the pages of one or several archives.
type collector struct {
	ctx    context.Context
	in     *document.Input
	listed map[string]bool // the addresses that are pages; nil where no list says so
	docs   []story.Document
	faults []error
	blank  int // pages without text
	others int // what is no page
	brotli int // pages packed in a way that is not known
	seen   int
}

// archive reads the records of an archive one by one. What is damaged ends it; what came before is kept.
func (c *collector) archive(r io.Reader) {
	b := bufio.NewReader(r)
	if head, _ := b.Peek(2); string(head) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			c.faults = append(c.faults, document.ErrDamaged)
			return
		}
		b = bufio.NewReader(z)
	}
	records := recordReader{r: bufio.NewReader(io.LimitReader(b, maxBytes))}
	for c.ctx.Err() == nil {
		rec, err := records.next()
		if errors.Is(err, io.EOF) {
			return
		}
		if len(c.docs) >= maxPages {
			c.faults = append(c.faults, fmt.Errorf("%w (it holds more than %d pages)", document.ErrTooLarge, maxPages))
			return
		}
		if err == nil {
			err = c.record(rec)
		}
		if err != nil {
			c.faults = append(c.faults, fmt.Errorf("record %d: %w", c.seen+1, document.ErrDamaged))
			return
		}
		c.seen++
		c.in.Progress(c.seen, 0)
	}
}

// record reads a record, if it is a page.
func (c *collector) record(rec *record) error {
	kind := rec.head.get("warc-type")
	if kind != "response" && kind != "resource" {
		return nil
	}
	p, err := rec.page(kind == "response")
	switch {
	case err != nil:
		return err
	case p == nil || c.listed != nil && !c.listed[p.url]:
		c.others++
		return nil
	case p.packed:
		c.brotli++
		return nil
	}
	docs, err := c.in.Part(c.ctx, document.Part{Name: p.name(), URL: p.url, Data: p.data})
	for i := range docs {
		docs[i].Retrieved = rec.moment()
		docs[i].URL = p.url
	}
	c.docs = append(c.docs, docs...)
	for _, e := range document.Faults(err) {
		if errors.Is(e, document.ErrNoText) || errors.Is(e, document.ErrEmpty) || errors.Is(e, document.ErrFormat) {
			c.blank++
			continue
		}
		c.faults = append(c.faults, fmt.Errorf("%s: %w", p.url, e))
	}
	return nil
}

// result gives the pages, and says what was passed over.
func (c *collector) result() ([]story.Document, error) {
	if c.brotli > 0 {
		c.faults = append(c.faults, fmt.Errorf("%d pages are packed with Brotli, which is not read: %w", c.brotli, document.ErrFormat))
	}
	if len(c.docs) == 0 && len(c.faults) == 0 && c.ctx.Err() == nil {
		return nil, document.ErrNoText
	}
	if c.blank > 0 {
		c.in.Note(fmt.Sprintf("%d pages of the archive hold no article's text and were left out", c.blank))
	}
	if len(c.docs) == 1 {
		c.docs[0].File = "" // the page is the file
	}
	return c.docs, errors.Join(append(c.faults, c.ctx.Err())...)
}

// shortName bounds the name of a page.
const shortName = 60

// name is the last part of the address, with an ending by which the page is known as one.
func (p *page) name() string {
	s, _, _ := strings.Cut(strings.TrimRight(p.url, "/"), "?")
	s = s[strings.LastIndexByte(s, '/')+1:]
	if len(s) > shortName {
		s = strings.ToValidUTF8(s[:shortName], "")
	}
	if s == "" {
		s = "page"
	}
	if ext := document.Ext(s); ext != ".html" && ext != ".htm" && ext != ".pdf" && ext != ".txt" {
		s += p.ending
	}
	return s
}

// Package xmlwalk goes through XML once, element by element, within bounds. Entities that a file declares itself are not
// expanded, so that a small file stays small.
//
//	err := xmlwalk.Walk(r, xmlwalk.Office, &visitor)
//
// Names are given without their name space: files of one kind use several, and mean the same.
package xmlwalk

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/app/document"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// ErrDeep says that elements lie in elements more often than in any honest file.
var ErrDeep = errors.New("it is built more deeply than any article; copy the text into a file and open that")

// Visitor is told what comes.
type Visitor interface {
	Start(name string, attrs Attrs)
	End(name string)
	Text(s []byte) // not kept
}

// Attrs are the attributes of an element.
type Attrs []xml.Attr

// Get is the value of the attribute of that name in any name space; "" if there is none.
func (a Attrs) Get(name string) string {
	for i := range a {
		if a[i].Name.Local == name {
			return a[i].Value
		}
	}
	return ""
}

// Rules say how strict the XML is.
type Rules bool

// The rules.
const (
	Office Rules = true  // programs wrote it: what is not well-formed is damaged
	Loose  Rules = false // sites wrote it: HTML's entities are known, faults are passed over
)

const (
	maxDepth = 256     // elements in elements: a table in a table in a text box is 60 deep
	maxTag   = 1 << 16 // bytes of one tag with its attributes
)

// Walk tells v what is in r. The error is document.ErrDamaged where the XML breaks off, ErrDeep, or the reader's own;
// what came before has been told.
func Walk(r io.Reader, rules Rules, v Visitor) error {
	d := xml.NewDecoder(utf8Of(&tagGuard{r: r}))
	d.CharsetReader = charset.NewReaderLabel
	if rules == Loose {
		d.Strict = false
		d.Entity = xml.HTMLEntity
	}
	depth := 0
	for {
		token, err := d.Token()
		if err != nil {
			return ended(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return ErrDeep
			}
			v.Start(nameOf(t.Name), t.Attr)
		case xml.EndElement:
			depth--
			v.End(nameOf(t.Name))
		case xml.CharData:
			v.Text(t)
		}
	}
}

// nameOf is the name of an element without its name space; those that describe pictures, sound and film in feeds keep a mark,
// since they bear the names of what the article says of itself.
func nameOf(n xml.Name) string {
	if strings.Contains(n.Space, "search.yahoo.com/mrss") || strings.Contains(n.Space, "itunes.com/dtds") {
		return "media:" + n.Local
	}
	return n.Local
}

func ended(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case err == io.EOF:
		return nil
	case errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w (%s)", document.ErrDamaged, err)
	}
	return err
}

// utf8Of makes UTF-8 of UTF-16 with a byte order mark, which the decoder does not read.
func utf8Of(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	head, _ := b.Peek(2)
	if bytes.Equal(head, []byte("\xff\xfe")) || bytes.Equal(head, []byte("\xfe\xff")) {
		text := transform.NewReader(b, unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder())
		return withoutDeclaration(bufio.NewReader(text))
	}
	return b
}

// withoutDeclaration passes over <?xml ... ?>, which names the encoding that the text had before.
func withoutDeclaration(b *bufio.Reader) io.Reader {
	if head, _ := b.Peek(5); string(head) == "<?xml" {
		for {
			if c, err := b.ReadByte(); err != nil || c == '>' {
				break
			}
		}
	}
	return b
}

// tagGuard stops at a tag that is too long: the decoder keeps all attributes of a tag in memory.
type tagGuard struct {
	r     io.Reader
	in    byte // what the last byte lies in: 0 text, 't' a tag, a quote in a tag, 'c' a comment, 'd' CDATA
	n     int  // bytes of the tag so far
	start [9]byte
	last  [2]byte
}

func (g *tagGuard) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	for _, c := range p[:n] {
		if g.step(c); g.n > maxTag {
			return 0, fmt.Errorf("%w (a tag of more than %d kB)", document.ErrDamaged, maxTag>>10)
		}
	}
	return n, err
}

func (g *tagGuard) step(c byte) {
	switch g.in {
	case 0:
		if c == '<' {
			g.in, g.n = 't', 0
		}
	case 't':
		if g.n < len(g.start) {
			g.start[g.n] = c
		}
		g.n++
		switch {
		case g.n == 3 && string(g.start[:3]) == "!--":
			g.in, g.n = 'c', 0
		case g.n == 8 && string(g.start[:8]) == "![CDATA[":
			g.in, g.n = 'd', 0
		case c == '>':
			g.in, g.n = 0, 0
		case c == '"' || c == '\'':
			g.in = c
		}
	case '"', '\'':
		if g.n++; c == g.in {
			g.in = 't'
		}
	case 'c', 'd':
		if c == '>' && (g.in == 'c' && string(g.last[:]) == "--" || g.in == 'd' && string(g.last[:]) == "]]") {
			g.in = 0
		}
	}
	g.last = [2]byte{g.last[1], c}
}

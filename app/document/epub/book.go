package epub

import (
	"fmt"
	"path"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/document/internal/packed"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// book is what the package file says: the chapters in their order, and who wrote them when.
type book struct {
	title, author string
	publisher     string
	language      string
	published     string
	changed       string
	spine         []string          // parts, in the order of reading
	labels        map[string]string // what the table of contents calls a part
}

// titleOf is what the book calls a part; its own title for the only one.
func (b *book) titleOf(part string, only bool) string {
	if s := b.labels[part]; s != "" || !only {
		return s
	}
	return b.title
}

// dates are the clues that the book gives for each chapter.
func (b *book) dates() []story.DateClue {
	var out []story.DateClue
	if day, clock, ok := document.ISODay(b.published); ok {
		out = append(out, story.DateClue{Day: day, Clock: clock, Source: story.SourceMeta, Words: "date: " + b.published})
	}
	if day, clock, ok := document.ISODay(b.changed); ok {
		out = append(out, story.DateClue{Day: day, Clock: clock, Source: story.SourceUpdated, Words: "modified: " + b.changed})
	}
	return out
}

// open reads the package file that the container names.
func open(f *packed.Files) (*book, error) {
	var c rootfile
	if r := f.Part(container); r != nil {
		_ = xmlwalk.Walk(r, xmlwalk.Office, &c) // what it told before a fault is good
	}
	if c.name == "" {
		for _, name := range f.Names() { // a book without a container has one package file all the same
			if strings.HasSuffix(name, ".opf") {
				c.name = name
				break
			}
		}
	}
	r := f.Part(c.name)
	if r == nil {
		return nil, fmt.Errorf("it lacks the list of its chapters: %w", document.ErrDamaged)
	}
	o := opf{folder: path.Dir(c.name), items: map[string]item{}}
	if err := xmlwalk.Walk(r, xmlwalk.Office, &o); err != nil && len(o.refs) == 0 {
		return nil, err
	}
	b := o.book()
	if len(b.spine) == 0 {
		return nil, fmt.Errorf("its list of chapters is empty: %w", document.ErrDamaged)
	}
	b.labels = o.contents(f)
	return b, nil
}

type rootfile struct{ name string }

func (c *rootfile) Start(name string, a xmlwalk.Attrs) {
	if name == "rootfile" && c.name == "" {
		c.name = under("", a.Get("full-path"))
	}
}
func (c *rootfile) End(string)  {}
func (c *rootfile) Text([]byte) {}

// item is a part of the book, as the package file lists it.
type item struct {
	part, kind string
	nav        bool // it is the table of contents
}

const maxItems = 20_000 // parts of a book that are looked at

// opf reads the package file.
type opf struct {
	folder string
	items  map[string]item
	refs   []string // the items in the order of reading
	nav    string   // the part that is the table of contents
	toc    string   // the item that is the table of contents of older books
	open   string
	text   []byte
	meta   book
}

func (o *opf) Start(name string, a xmlwalk.Attrs) {
	o.open, o.text = name, o.text[:0]
	switch name {
	case "item":
		if len(o.items) < maxItems {
			it := item{under(o.folder, a.Get("href")), a.Get("media-type"), strings.Contains(" "+a.Get("properties")+" ", " nav ")}
			if o.items[a.Get("id")] = it; it.nav && o.nav == "" {
				o.nav = it.part
			}
		}
	case "spine":
		o.toc = a.Get("toc")
	case "itemref":
		if len(o.refs) < maxItems {
			o.refs = append(o.refs, a.Get("idref"))
		}
	case "date":
		if a.Get("event") == "modification" {
			o.open = "modified"
		}
	case "meta":
		if o.open = ""; a.Get("property") == "dcterms:modified" {
			o.open = "modified"
		}
	}
}

func (o *opf) Text(s []byte) {
	const most = 1000 // bytes of a title or a name
	if o.open != "" && len(o.text) < most {
		o.text = append(o.text, s...)
	}
}

func (o *opf) End(string) {
	s := strings.ToValidUTF8(extract.Squeeze(string(o.text)), "")
	to := map[string]*string{"title": &o.meta.title, "creator": &o.meta.author, "publisher": &o.meta.publisher, "language": &o.meta.language,
		"date": &o.meta.published, "modified": &o.meta.changed}[o.open]
	if to != nil && *to == "" {
		*to = s
	}
	o.open, o.text = "", o.text[:0]
}

// book is what the package file says. The table of contents is no chapter, and a part is read once.
func (o *opf) book() *book {
	b := o.meta
	seen := map[string]bool{}
	for _, ref := range o.refs {
		it, ok := o.items[ref]
		if !ok || it.part == "" || seen[it.part] || it.nav || strings.HasPrefix(it.kind, "image/") {
			continue
		}
		seen[it.part] = true
		b.spine = append(b.spine, it.part)
	}
	return &b
}

// contents reads what the table of contents calls the parts. A table that cannot be read calls them nothing.
func (o *opf) contents(f *packed.Files) map[string]string {
	c := contents{labels: map[string]string{}}
	c.read(f, o.nav)
	if it, ok := o.items[o.toc]; ok {
		c.read(f, it.part)
	}
	return c.labels
}

type contents struct {
	labels map[string]string
	folder string
	text   []byte
	part   string // what the open link leads to
}

func (c *contents) read(f *packed.Files, part string) {
	if r := f.Part(part); r != nil {
		c.folder = path.Dir(part)
		_ = xmlwalk.Walk(r, xmlwalk.Loose, c) // what it told before a fault is good
	}
}

func (c *contents) Start(name string, a xmlwalk.Attrs) {
	switch name {
	case "a":
		c.text, c.part = c.text[:0], under(c.folder, a.Get("href"))
	case "navPoint":
		c.text = c.text[:0]
	case "content": // of an older table: the label stands before it
		c.part = under(c.folder, a.Get("src"))
		c.keep()
	}
}

func (c *contents) Text(s []byte) {
	const most = 300 // bytes of a title
	if len(c.text) < most {
		c.text = append(c.text, s...)
	}
}

func (c *contents) End(name string) {
	if name == "a" {
		c.keep()
	}
}

// keep keeps the first label of a part.
func (c *contents) keep() {
	if s := strings.ToValidUTF8(extract.Squeeze(string(c.text)), ""); s != "" && c.labels[c.part] == "" && len(c.labels) < maxItems {
		c.labels[c.part] = s
	}
	c.text = c.text[:0]
}

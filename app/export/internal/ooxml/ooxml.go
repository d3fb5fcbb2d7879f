// Package ooxml writes packages of Office Open XML: parts with their types and what they refer to. The same parts give the
// same bytes.
//
//	p := ooxml.New()
//	p.Rel("", ooxml.OfficeDocument, "word/document.xml")
//	p.Add("word/document.xml", "application/…", body)
//	err := p.Write(ctx, w)
//
// What the parts say is up to the formats.
package ooxml

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"dateline/app/export"
)

// The types of what parts refer to.
const (
	rel            = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	OfficeDocument = rel + "officeDocument"
	Worksheet      = rel + "worksheet"
	Styles         = rel + "styles"
	Footer         = rel + "footer"
	Image          = rel + "image"
	Hyperlink      = rel + "hyperlink"
	Slide          = rel + "slide"
	SlideMaster    = rel + "slideMaster"
	SlideLayout    = rel + "slideLayout"
	NotesMaster    = rel + "notesMaster"
	NotesSlide     = rel + "notesSlide"
	Theme          = rel + "theme"

	coreProperties = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	appProperties  = rel + "extended-properties"
)

// Package is a package in the making.
type Package struct {
	parts []part
	rels  map[string][]string // of a part, "" for the package: its relationships as XML
	order []string            // the keys of rels, in the order of their first use
}

type part struct {
	name, kind string
	body       []byte
}

// New is an empty package.
func New() *Package { return &Package{rels: map[string][]string{}} }

// Header begins every part.
const Header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Add adds a part of a content type. A picture (.png) needs none.
func (p *Package) Add(name, kind string, body []byte) {
	p.parts = append(p.parts, part{name, kind, body})
}

// Rel says that part from, "" for the package, refers to part to. It gives the id to name it by.
func (p *Package) Rel(from, kind, to string) string {
	target := to
	if from != "" {
		target = relative(path.Dir(from), to)
	}
	return p.relate(from, fmt.Sprintf(`Type="%s" Target="%s"`, kind, Text(target)))
}

// Link says that part from refers to an address on the web.
func (p *Package) Link(from, address string) string {
	return p.relate(from, fmt.Sprintf(`Type="%s" Target="%s" TargetMode="External"`, Hyperlink, Text(address)))
}

func (p *Package) relate(from, what string) string {
	if p.rels[from] == nil {
		p.order = append(p.order, from)
	}
	id := fmt.Sprintf("rId%d", len(p.rels[from])+1)
	p.rels[from] = append(p.rels[from], fmt.Sprintf(`<Relationship Id="%s" %s/>`, id, what))
	return id
}

// relative is the way from a folder to a part.
func relative(folder, to string) string {
	up := ""
	for folder != "." && folder != "" && !strings.HasPrefix(to, folder+"/") {
		folder = path.Dir(folder)
		up += "../"
	}
	if folder == "." || folder == "" {
		return up + to
	}
	return up + strings.TrimPrefix(to, folder+"/")
}

// About adds what the file says of itself: its title, what made it, what it draws on, and the last day that the story knows.
func (p *Package) About(c *export.Content) {
	y, m, d := export.LastDay(c.Story).Date()
	made := fmt.Sprintf("%04d-%02d-%02dT12:00:00Z", max(y, 1900), m, d)
	p.Rel("", coreProperties, "docProps/core.xml")
	p.Rel("", appProperties, "docProps/app.xml")
	p.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", fmt.Appendf(nil, Header+
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" `+
		`xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>`+
		`<dc:description>%s</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>`,
		Text(c.Title), Text(c.Generator), Text(c.Attribution), made, made))
	p.Add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", fmt.Appendf(nil, Header+
		`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>%s</Application></Properties>`, Text(c.Generator)))
}

// Write writes the package.
func (p *Package) Write(ctx context.Context, w io.Writer) error {
	z := zip.NewWriter(w)
	put := func(name string, body []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		h := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if strings.HasSuffix(name, ".png") {
			h.Method = zip.Store
		}
		e, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		_, err = e.Write(body)
		return err
	}
	if err := put("[Content_Types].xml", p.types()); err != nil {
		return err
	}
	for _, of := range p.order {
		body := Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(p.rels[of], "") + `</Relationships>`
		if err := put(path.Join(path.Dir(of), "_rels", path.Base("/"+of)+".rels"), []byte(body)); err != nil {
			return err
		}
	}
	for _, x := range p.parts {
		if err := put(x.name, x.body); err != nil {
			return err
		}
	}
	return z.Close()
}

func (p *Package) types() []byte {
	var b bytes.Buffer
	b.WriteString(Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>`)
	for _, x := range p.parts {
		if x.kind != "" {
			fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, x.name, x.kind)
		}
	}
	b.WriteString(`</Types>`)
	return b.Bytes()
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// Text is a text as XML has it, in an element or an attribute, without the signs that no XML may hold.
func Text(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return escaper.Replace(export.Clean(s))
}

// Cut is a text of at most so many UTF-16 units, as these formats count, and whether it was cut.
func Cut(s string, units int) (string, bool) {
	n := 0
	for i, r := range s {
		if n += max(1, utf16.RuneLen(r)); n > units-1 {
			rest := s[i:]
			if n == units && len(rest) == utf8.RuneLen(r) {
				return s, false
			}
			return s[:i] + "…", true
		}
	}
	return s, false
}

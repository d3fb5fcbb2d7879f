// Package docx reads Word documents (DOCX): the running text with headings, lists, tables and text boxes, and notes at the
// end. Text that is struck out, hidden or in the margin is left out, and that is said.
//
// It does not read the old kind (DOC), and takes no day of publication from the file: when a file was made says nothing of
// when its article appeared, only that it was not later than the last change.
package docx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/document/internal/office"
	"dateline/app/document/internal/packed"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// Format is the Word document.
var Format = document.Format{Name: "docx", Label: "Word document", Exts: exts, Sniff: sniff, Read: read}

var exts = []string{".docx", ".docm", ".dotx"}

const mainPart = "word/document.xml"

func sniff(in *document.Input) document.Match {
	if !packed.Is(in.Head()) {
		return document.NoMatch
	}
	if slices.Contains(exts, in.Ext()) {
		return document.Certain
	}
	if packed.Kind(in.Head()) != "" {
		return document.NoMatch
	}
	if f, err := packed.Open(context.Background(), in); err == nil && f.Has(mainPart) {
		return document.Certain
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	f, err := packed.Open(ctx, in)
	if err != nil {
		return nil, err
	}
	main := findMain(f)
	if f.Encrypted(main) {
		return nil, document.ErrLocked
	}
	r := f.Part(main)
	if r == nil {
		return nil, fmt.Errorf("it lacks the part of a Word document that holds the text (%s): %w", mainPart, document.ErrDamaged)
	}
	folder := path.Dir(main)
	b := body{styles: stylesOf(f, folder)}
	err = xmlwalk.Walk(r, xmlwalk.Office, &b)
	blocks := b.text.Blocks()
	if err := office.Broken(in, err, len(blocks) > 0); err != nil {
		return nil, err
	}
	notes, err := notesOf(f, folder, b.styles)
	if err := office.Broken(in, err, true); err != nil {
		return nil, err
	}
	b.sayLeft(in)
	if beside(f, folder) {
		in.Note("what stands in the margins of the pages (comments, running heads and feet) was left out")
	}
	d := story.Document{}
	office.Properties(f.Part("docProps/core.xml"), &d)
	office.Compose(&d, append(blocks, notes...))
	return []story.Document{d}, nil
}

// sayLeft notes what the walk passed over.
func (b *body) sayLeft(in *document.Input) {
	if b.struck {
		in.Note("words that the author has struck out (tracked changes) were left out")
	}
	if b.unseen {
		in.Note("words that the author has hidden were left out")
	}
}

// findMain finds the part with the text through the relations of the package; its usual name if they do not tell.
func findMain(f *packed.Files) string {
	found := relations{}
	if r := f.Part("_rels/.rels"); r != nil {
		_ = xmlwalk.Walk(r, xmlwalk.Office, &found) // what it told before a fault is good
	}
	if found.main != "" && f.Has(found.main) {
		return found.main
	}
	return mainPart
}

type relations struct{ main string }

func (r *relations) Start(name string, a xmlwalk.Attrs) {
	if name == "Relationship" && strings.HasSuffix(a.Get("Type"), "/officeDocument") && r.main == "" {
		r.main = strings.TrimPrefix(path.Clean("/"+a.Get("Target")), "/")
	}
}
func (r *relations) End(string)  {}
func (r *relations) Text([]byte) {}

// notesOf are the footnotes and endnotes, in the order of their parts.
func notesOf(f *packed.Files, folder string, s styles) ([]extract.Block, error) {
	var out []extract.Block
	var faults error
	for _, name := range []string{"footnotes.xml", "endnotes.xml"} {
		r := f.Part(path.Join(folder, name))
		if r == nil {
			continue
		}
		b := body{styles: s}
		faults = errors.Join(faults, xmlwalk.Walk(r, xmlwalk.Office, &b))
		for _, block := range b.text.Blocks() {
			block.Level, block.Kind = 0, story.ZoneBody
			out = append(out, block)
		}
	}
	return out, faults
}

// marginLeast is how many bytes beside the text are worth a word: page numbers are not.
const marginLeast = 12

// beside reports words in comments and running heads or feet.
func beside(f *packed.Files, folder string) bool {
	for _, name := range f.Names() {
		base := path.Base(name)
		if path.Dir(name) != folder || !strings.HasPrefix(base, "header") && !strings.HasPrefix(base, "footer") && base != "comments.xml" {
			continue
		}
		var b body
		if r := f.Part(name); r != nil {
			_ = xmlwalk.Walk(io.LimitReader(r, 1<<20), xmlwalk.Office, &b) // only whether there is text
		}
		size := 0
		for _, block := range b.text.Blocks() {
			size += len(block.Text)
		}
		if size >= marginLeast {
			return true
		}
	}
	return false
}

package odt

import (
	"slices"
	"strings"

	"dateline/app/document/internal/flow"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// body collects the text of the elements that it is about.
type body struct {
	within  []string          // the elements whose text is collected
	parents map[string]string // the style that a style is based on; nil where nobody asks
	text    flow.Text
	notes   flow.Text // footnotes and endnotes

	open     []string // the elements that are open
	inside   int      // elements of within that are open
	inNote   int      // notes that are open
	items    int      // list items that are open
	paras    int      // paragraphs that are open
	skip     int      // elements open inside one that is passed over
	deleted  bool     // there is deleted text
	comments bool
}

// passed are elements whose text is not seen in the running text.
var passed = []string{"tracked-changes", "annotation", "note-citation", "binary-data", "forms", "sequence-decls", "variable-decls"}

const maxStyles = 10_000 // styles that are looked at

func (b *body) flow() *flow.Text {
	if b.inNote > 0 {
		return &b.notes
	}
	return &b.text
}

func (b *body) Start(name string, a xmlwalk.Attrs) {
	silent := b.describes(name)
	b.open = append(b.open, name)
	switch {
	case b.skip > 0:
		b.skip++
		b.deleted = b.deleted || name == "deletion"
		return
	case name == "style" && b.inside == 0 && b.parents != nil && len(b.parents) < maxStyles:
		b.parents[a.Get("name")] = a.Get("parent-style-name")
	case slices.Contains(b.within, name):
		b.inside++
	case b.inside == 0:
	case silent || slices.Contains(passed, name):
		b.skip = 1
		b.comments = b.comments || name == "annotation"
	default:
		b.start(name, a)
	}
}

// describes reports what describes a picture to those who do not see it. In a line of text <title> is a field.
func (b *body) describes(name string) bool {
	if name != "title" && name != "desc" || len(b.open) == 0 {
		return false
	}
	return !slices.Contains([]string{"p", "h", "span", "a"}, b.open[len(b.open)-1])
}

func (b *body) start(name string, a xmlwalk.Attrs) {
	text := b.flow()
	switch name {
	case "p", "h":
		b.paras++
		text.Begin()
		head := text.Head()
		if b.inNote > 0 {
			return
		}
		if head.Level, head.Kind = b.meaning(a.Get("style-name")); name == "h" {
			head.Level = 1
			if l := a.Get("outline-level"); len(l) == 1 && l[0] > '1' && l[0] <= '6' {
				head.Level = int(l[0] - '0')
			}
		} else if b.items > 0 && head.Kind == story.ZoneBody {
			head.Kind = story.ZoneList
		}
	case "note-body":
		b.inNote++
	case "list-item":
		b.items++
	case "table-row":
		text.OpenRow()
	case "table-cell":
		text.OpenCell()
	case "s", "tab":
		b.sign(" ")
	case "line-break":
		b.sign("\n")
	}
}

func (b *body) sign(s string) {
	if text := b.flow(); text.Head() != nil {
		text.Write(s)
	}
}

// meaning is what a style, or one that it is based on, makes of a paragraph.
func (b *body) meaning(style string) (level int, kind story.ZoneKind) {
	for range 16 { // styles based on one another in a circle end here
		switch style {
		case "":
			return 0, story.ZoneBody
		case "Title":
			return 1, story.ZoneBody
		case "Subtitle":
			return 0, story.ZoneTeaser
		case "Author":
			return 0, story.ZoneByline
		case "Date":
			return 0, story.ZoneDate
		case "Caption", "Figure", "Illustration", "Table":
			return 0, story.ZoneCaption
		}
		style = b.parents[style]
	}
	return 0, story.ZoneBody
}

func (b *body) End(name string) {
	b.open = b.open[:max(0, len(b.open)-1)]
	if b.skip > 0 {
		b.skip--
		return
	}
	if slices.Contains(b.within, name) {
		b.inside--
		return
	}
	if b.inside == 0 {
		return
	}
	switch name {
	case "p", "h":
		b.paras--
		b.flow().End()
	case "note-body":
		b.inNote--
	case "list-item":
		b.items--
	case "table-row":
		b.flow().CloseRow()
	case "table-cell":
		b.flow().CloseCell()
	}
}

func (b *body) Text(s []byte) {
	if b.skip == 0 && b.inside > 0 && b.paras > 0 {
		b.flow().Write(strings.ReplaceAll(string(s), "\n", " "))
	}
}

package rtf

import (
	"bufio"
	"context"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/document/internal/flow"
	"dateline/app/story"
)

// target is where the characters of a group go.
type target uint8

const (
	toText target = iota
	toNothing
	toMargin // nowhere, but counted: running heads and feet, comments
	toFonts
	toStyles
	toTitle
	toAuthor
	toRevised // the moment of the last change
)

// group is what holds between two braces; a group in it begins with the same.
type group struct {
	to      target
	note    bool // the text is a note's
	starred bool // the next word names a target that may be passed over
	skip    int  // characters that stand for each \u where it is not understood
	font    int
	hidden  bool
	deleted bool
	style   int
	level   int // of an outline; 0 is none
	table   bool
}

type reader struct {
	ctx    context.Context
	in     *bufio.Reader
	groups []group
	over   int // open groups beyond maxGroups

	text, notes flow.Text
	size        int // bytes of text so far
	raw         []byte
	page        int  // the code page of the file
	high        rune // the first half of a letter in two halves
	toSkip      int  // characters still to be passed over after \u

	fonts   map[int]int // code page of each font
	font    int         // the font that is being listed
	styles  map[int]int // level of each style that is a heading
	style   int         // the style that is being listed
	name    strings.Builder
	info    map[target]*strings.Builder
	revised [3]int

	struck, unseen bool
	margin         int
}

const (
	maxGroups = 1000  // groups in groups: what is deeper is read with the state of the last
	maxListed = 5_000 // fonts and styles
	maxName   = 1000  // bytes of a title or a name
)

func newReader(ctx context.Context, in *bufio.Reader) *reader {
	return &reader{ctx: ctx, in: in, groups: []group{{skip: 1, font: -1}}, page: 1252, fonts: map[int]int{}, styles: map[int]int{},
		info: map[target]*strings.Builder{toTitle: {}, toAuthor: {}}}
}

func (r *reader) top() *group { return &r.groups[len(r.groups)-1] }

// all reads the file to its end.
func (r *reader) all() error {
	for n := 0; ; n++ {
		if n&0xffff == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		if r.size > document.MaxBytes {
			return document.ErrTooLarge
		}
		c, err := r.in.ReadByte()
		if err == io.EOF {
			r.flush()
			return nil
		}
		if err != nil {
			return err
		}
		switch c {
		case '{':
			r.flush()
			r.open()
		case '}':
			r.flush()
			r.close()
		case '\\':
			r.control()
		case '\r', '\n', 0:
		default:
			r.char(c)
		}
	}
}

func (r *reader) open() {
	r.toSkip = 0
	if len(r.groups) >= maxGroups {
		r.over++
		return
	}
	g := *r.top()
	g.starred = false
	r.groups = append(r.groups, g)
	r.name.Reset()
}

func (r *reader) close() {
	r.toSkip = 0
	if r.over > 0 {
		r.over--
		return
	}
	if len(r.groups) == 1 {
		return
	}
	g := *r.top()
	r.listed(g.to)
	r.groups = r.groups[:len(r.groups)-1]
	if g.note && !r.top().note {
		r.notes.End()
	}
}

// listed keeps a style whose name has been read.
func (r *reader) listed(to target) {
	if to != toStyles || r.name.Len() == 0 {
		return
	}
	name := strings.ToLower(strings.Trim(r.name.String(), "; "))
	level := 0
	switch {
	case name == "title":
		level = 1
	case len(name) == len("heading 1") && strings.HasPrefix(name, "heading ") && name[8] >= '1' && name[8] <= '6':
		level = int(name[8] - '0')
	}
	if level > 0 && len(r.styles) < maxListed {
		r.styles[r.style] = level
	}
	r.name.Reset()
}

// char takes a character of the file, in the code page of the font.
func (r *reader) char(c byte) {
	if r.toSkip > 0 {
		r.toSkip--
		return
	}
	if r.top().to == toNothing {
		return
	}
	const enough, most = 1 << 12, 1 << 20 // bytes that wait: a space is never half a letter
	if r.raw = append(r.raw, c); len(r.raw) >= enough && c == ' ' || len(r.raw) >= most {
		r.flush()
	}
}

// flush decodes the characters that wait.
func (r *reader) flush() {
	if len(r.raw) > 0 {
		s := decode(r.raw, r.codePage())
		r.raw = r.raw[:0]
		r.put(s)
	}
}

func (r *reader) codePage() int {
	if page, ok := r.fonts[r.top().font]; ok && page > 0 {
		return page
	}
	return r.page
}

// put hands text to where the group sends it.
func (r *reader) put(s string) {
	g := r.top()
	if r.high != 0 {
		r.high = 0 // a half letter without its other half is none
	}
	switch {
	case g.to == toMargin:
		r.margin += len(strings.TrimSpace(s))
	case g.to == toStyles || g.to == toFonts:
		if r.name.Len() < maxName {
			r.name.WriteString(s)
		}
	case g.to == toTitle || g.to == toAuthor:
		if b := r.info[g.to]; b.Len() < maxName {
			b.WriteString(s)
		}
	case g.to != toText:
	case g.deleted:
		r.struck = r.struck || strings.TrimSpace(s) != ""
	case g.hidden:
		r.unseen = r.unseen || strings.TrimSpace(s) != ""
	default:
		r.size += len(s)
		r.write(g, s)
	}
}

// write adds to the paragraph, and opens it, with row and cell where it stands in a table.
func (r *reader) write(g *group, s string) {
	t := r.flow()
	if t.Head() == nil {
		if strings.TrimSpace(s) == "" {
			return
		}
		switch row, cell := t.Open(); {
		case !g.table && row:
			t.CloseRow()
		case g.table && !row:
			t.OpenRow()
			t.OpenCell()
		case g.table && !cell:
			t.OpenCell()
		}
		t.Begin()
	}
	t.Write(s)
	if head := t.Head(); !g.note {
		head.Level = g.level
		if l := r.styles[g.style]; l > 0 {
			head.Level = l
		}
	} else {
		head.Kind = story.ZoneBody
	}
}

func (r *reader) flow() *flow.Text {
	if r.top().note {
		return &r.notes
	}
	return &r.text
}

// unicode takes a letter by its number, which is signed, or half of one.
func (r *reader) unicode(n int) {
	r.flush()
	c := rune(n)
	if n < 0 {
		c = rune(n + 1<<16)
	}
	high := r.high
	switch {
	case c >= 0xd800 && c < 0xdc00:
		r.high = c
		r.toSkip = r.top().skip
		return
	case utf16.IsSurrogate(c):
		c = utf16.DecodeRune(high, c)
	}
	if c > 0 && utf8.ValidRune(c) {
		r.put(string(c))
	}
	r.toSkip = r.top().skip
}

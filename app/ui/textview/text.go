// Package textview is the pane that shows one article: its words with what was found in them marked, from a headline
// to a 5 MB file. Lines are broken once per width, and only what is in view becomes canvas objects.
//
//	t := textview.New()
//	t.OnTap = func(id int, span story.Span) { … }
//	t.SetArticle(textview.Article{ID: "a", Text: text, Marks: marks})
//	t.SetSelected(sentence) // in view, tinted
//
// It knows neither Story nor Session: Marks and spans are handed in, taps are handed out. It does not edit.
package textview

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/app/story"
)

// Kind says how a Mark is drawn.
type Kind uint8

// The kinds. Inline ones can be hovered and tapped; Dimmed, Headline and Subhead only change how text looks.
const (
	PlaceLiteral Kind = iota + 1 // filled red, red underline
	PlaceActor                   // blue dotted underline
	Time                         // filled green, green underline
	Quote                        // tinted yellow
	Dimmed                       // boilerplate
	Headline                     // the paragraphs it touches are set as a headline
	Subhead                      // the paragraphs it touches are set as a sub-heading or teaser
)

// Mark is something found in the text. ID is the caller's own and comes back in OnTap and OnHover; Tip says what was
// read and why ("" shows no tip). Spans outside the text are cut to it; empty ones are left out.
type Mark struct {
	Span story.Span
	Kind Kind
	ID   int
	Tip  string
}

// Article is what the pane shows. Head lines stand above Text and are no part of it: the first is set as a headline,
// the rest small (leave Head empty where Text begins with its own title).
type Article struct {
	ID    string // an article with another ID is shown from its top; the same ID keeps the place
	Head  []string
	Text  string
	Marks []Mark
}

// Text is the article pane. All methods are called on the UI goroutine. SetX never fires an OnX.
type Text struct {
	widget.BaseWidget

	OnTap      func(id int, span story.Span)        // a mark was tapped
	OnTapText  func(offset int)                     // plain text was tapped, at this byte of Text
	OnHover    func(id int, absolute fyne.Position) // the pointer came over a mark
	OnHoverEnd func()                               // … and left it
	OnScrolled func(visible story.Span)             // the person scrolled; what is in view now
	OnKey      func(*fyne.KeyEvent)                 // a key that the pane has no use for, while it has the focus
	OnRune     func(rune)                           // the same for typed characters
	// Menu is what the context menu offers besides copying, for a byte of the text and what the person selected; nil nothing.
	Menu func(offset int, selected story.Span) []*fyne.MenuItem

	set  Look // as set
	look Look // with the theme's values filled in

	article    Article
	marks      markSet // inline: places, times, quotes
	zones      markSet // dimmed, headline, subhead
	highlights []story.Span
	selected   story.Span
	wanted     *story.Span // to be in view whatever the size, until the person scrolls

	lay     layout
	laid    bool
	offset  float64 // of the view's top into the layout
	indent  float32 // left of the text
	lines   []*lineView
	spare   []*lineView
	version int // raised when every visible line must be decorated anew

	anchor, caret int  // of the selection; equal when nothing is selected
	pressed       int  // byte where the button went down, -1 outside
	dragging      bool // the person selects
	shift         bool // a Shift key is held
	hovered       *Mark
	overText      bool
	lastTap       time.Time
	lastTapAt     fyne.Position

	parts parts
	now   func() time.Time
}

// New makes an empty pane in the default Look of the theme.
func New() *Text {
	t := &Text{pressed: -1, now: time.Now}
	t.ExtendBaseWidget(t)
	return t
}

// SetLook changes colours, sizes and fonts; zero fields keep the theme's.
func (t *Text) SetLook(l Look) {
	t.set = l
	t.Refresh()
}

// SetArticle shows another article, from its top, or the same one with other marks, at the same place.
// Highlights and selection stay when ID and text are the same, and are dropped otherwise.
func (t *Text) SetArticle(a Article) {
	same := a.ID == t.article.ID && a.Text == t.article.Text
	t.article = a
	inline, zones := make([]Mark, 0, len(a.Marks)), []Mark(nil)
	for _, m := range a.Marks {
		switch m.Kind {
		case Dimmed, Headline, Subhead:
			zones = append(zones, m)
		case PlaceLiteral, PlaceActor, Time, Quote:
			inline = append(inline, m)
		}
	}
	t.marks, t.zones = newMarkSet(inline, len(a.Text)), newMarkSet(zones, len(a.Text))
	t.endHover()
	if !same {
		t.highlights, t.selected, t.wanted = nil, story.Span{}, nil
		t.anchor, t.caret, t.pressed, t.offset = 0, 0, -1, 0
	}
	t.lay.split(a, t.zones.styleOf)
	t.reflow(same)
}

// SetHighlights gives the sentences of the current Period a soft background. The spans need not be sorted.
func (t *Text) SetHighlights(spans []story.Span) {
	next := joined(spans, len(t.article.Text))
	if slices.Equal(next, t.highlights) {
		return
	}
	t.highlights = next
	t.redecorate()
}

// SetSelected tints the span strongly and scrolls so that it is in view; an empty span selects nothing and does not
// scroll. Before the first layout the scroll waits for it.
func (t *Text) SetSelected(s story.Span) {
	s = clip(s, len(t.article.Text))
	if s.Empty() {
		s = story.Span{}
	}
	if s != t.selected {
		t.selected = s
		t.redecorate()
	}
	if !s.Empty() {
		t.ScrollTo(s)
	}
}

// Selected is the span that SetSelected set.
func (t *Text) Selected() story.Span { return t.selected }

// ScrollTo brings a span into view without selecting it.
func (t *Text) ScrollTo(s story.Span) {
	s = clip(s, len(t.article.Text))
	t.wanted = &s
	if t.laid {
		t.reveal(s)
	}
}

// LineAt gives the words of the line that holds a byte offset, as broken at the present width; an empty span outside
// the text or before the first layout.
func (t *Text) LineAt(offset int) story.Span {
	if !t.laid || offset < 0 || offset >= len(t.article.Text) {
		return story.Span{}
	}
	i := t.lay.blockAt(offset)
	if i < 0 {
		return story.Span{}
	}
	t.lay.ensure(i)
	b := &t.lay.blocks[i]
	from, to := b.lineSpan(t.lay.lineIn(i, offset), b.end-b.start)
	return story.Span{Start: b.start + from, End: b.start + to}
}

// VisibleSpan is the part of the text that is in view, from the first visible line to the last; for tests and traces.
func (t *Text) VisibleSpan() story.Span {
	var out story.Span
	seen := false
	for _, v := range t.lines {
		if v.span.Start < 0 || v.y < -0.5 || v.y+v.face.line > t.Size().Height+0.5 {
			continue
		}
		if !seen {
			out, seen = v.span, true
		}
		out.End = max(out.End, v.span.End)
	}
	return out
}

// PositionOf is where the byte at offset stands, relative to the pane: left end, top of its line. ok is false when it
// is not in view. For tests and traces.
func (t *Text) PositionOf(offset int) (p fyne.Position, ok bool) {
	for _, v := range t.lines {
		if v.span.Start < 0 || offset < v.span.Start || offset >= v.span.End {
			continue
		}
		at := offset - v.blockStart
		for _, e := range extent(v.face, v.text, v.pieces, at, at+max(1, clusterLen(v.text[at:]))) {
			return fyne.NewPos(t.indent+e[0], v.y), true
		}
		return fyne.NewPos(t.indent, v.y), true
	}
	return fyne.Position{}, false
}

// OffsetAt is the byte offset of the character at a position relative to the pane; ok is false beside the text.
func (t *Text) OffsetAt(p fyne.Position) (offset int, ok bool) { return t.offsetAt(p, false) }

// Selection is what the person selected by dragging; empty when nothing is.
func (t *Text) Selection() story.Span {
	return story.Span{Start: min(t.anchor, t.caret), End: max(t.anchor, t.caret)}
}

// SelectAll selects the whole text.
func (t *Text) SelectAll() { t.setSelection(0, len(t.article.Text)) }

// Copy puts what the person selected on the clipboard; nothing when nothing is selected.
func (t *Text) Copy() {
	if s := t.Selection().In(t.article.Text); s != "" {
		fyne.CurrentApp().Clipboard().SetContent(s)
	}
}

// MinSize is small: the pane takes what it is given.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(120, 60)
}

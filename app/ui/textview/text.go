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

	pane
}

// New makes an empty pane in the default Look of the theme.
func New() *Text {
	t := &Text{}
	t.init()
	t.ExtendBaseWidget(t)
	return t
}

// SetLook changes colours, sizes and fonts; zero fields keep the theme's.
func (t *Text) SetLook(l Look) { t.setLook(l) }

// SetArticle shows another article, from its top, or the same one with other marks, at the same place.
// Highlights and selection stay when the ID is the same and are dropped when it is another.
func (t *Text) SetArticle(a Article) { t.setArticle(a) }

// SetHighlights gives the sentences of the current Period a soft background. The spans need not be sorted.
func (t *Text) SetHighlights(spans []story.Span) { t.setHighlights(spans) }

// SetSelected tints the span strongly and scrolls so that it is in view; an empty span selects nothing and does not
// scroll. Before the first layout the scroll waits for it.
func (t *Text) SetSelected(s story.Span) { t.setSelected(s) }

// ScrollTo brings a span into view without selecting it.
func (t *Text) ScrollTo(s story.Span) { t.scrollTo(s) }

// LineAt gives the words of the line that holds a byte offset, as broken at the present width; an empty span outside
// the text or before the first layout.
func (t *Text) LineAt(offset int) story.Span { return t.lineAt(offset) }

// VisibleSpan is the part of the text that is in view, from the first visible line to the last; for tests and traces.
func (t *Text) VisibleSpan() story.Span { return t.visibleSpan() }

// PositionOf is where the byte at offset stands, relative to the pane: left end, top of its line. ok is false when it
// is not in view. For tests and traces.
func (t *Text) PositionOf(offset int) (p fyne.Position, ok bool) { return t.positionOf(offset) }

// OffsetAt is the byte offset of the character at a position relative to the pane; ok is false beside the text.
func (t *Text) OffsetAt(p fyne.Position) (offset int, ok bool) { return t.offsetAt(p) }

// Selection is what the person selected by dragging; empty when nothing is.
func (t *Text) Selection() story.Span { return t.selection() }

// SelectAll selects the whole text, Copy puts the selection on the clipboard.
func (t *Text) SelectAll() { t.selectAll() }

// Copy puts what the person selected on the clipboard; nothing when nothing is selected.
func (t *Text) Copy() { t.copySelection() }

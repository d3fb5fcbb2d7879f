package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is a label of words that are broken into lines, which reads rightly also where it runs from right to left and has
// names and numbers that do not: the toolkit would lay out each line of such words from the left (see Visual).
type Paragraph struct {
	widget.Label
	words string
	width float32 // that the words were broken for
}

// NewParagraph makes one with words.
func NewParagraph(words string) *Paragraph {
	p := &Paragraph{words: words}
	p.Text, p.Wrapping = words, fyne.TextWrapWord
	p.ExtendBaseWidget(p)
	return p
}

// Words are all of its words, unbroken.
func (p *Paragraph) Words() string { return p.words }

// SetText replaces the words.
func (p *Paragraph) SetText(words string) {
	p.words = words
	p.lay()
}

// Resize is called by the layout: the words are broken for the new width.
func (p *Paragraph) Resize(s fyne.Size) {
	p.Label.Resize(s)
	if p.width != s.Width {
		p.width = s.Width
		p.lay()
	}
}

// MinSize is as narrow as that of a label that breaks its words itself, and as high as the lines.
func (p *Paragraph) MinSize() fyne.Size {
	s := p.Label.MinSize()
	if p.Wrapping == fyne.TextWrapOff {
		s.Width = min(s.Width, 4*theme.TextSize())
	}
	return s
}

// lay hands the label the words: line by line where any of them has to be put into another order, else as they are.
func (p *Paragraph) lay() {
	lines := p.lines()
	text, wrap := p.words, fyne.TextWrapWord
	if lines != nil {
		text, wrap = strings.Join(lines, "\n"), fyne.TextWrapOff
	}
	if p.Text == text && p.Wrapping == wrap {
		return
	}
	p.Text, p.Wrapping = text, wrap
	p.Refresh()
}

// lines are the words broken for the width, each as it is seen; nil where the label can break them itself.
func (p *Paragraph) lines() (out []string) {
	room := p.width - 2*theme.InnerPadding()
	if room <= 0 || p.Truncation != fyne.TextTruncateOff {
		return nil
	}
	size := theme.TextSize()
	if p.SizeName != "" {
		size = theme.Size(p.SizeName)
	}
	face, other := Face{Style: p.TextStyle, Size: size}, false
	for para := range strings.Lines(p.words) {
		for _, line := range face.Wrap(strings.TrimRight(para, "\n"), room) {
			seen := Visual(line)
			other = other || seen != line
			out = append(out, seen)
		}
	}
	if !other {
		return nil
	}
	return out
}

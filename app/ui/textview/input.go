package textview

import (
	"math"
	"time"
	"unicode/utf8"

	"dateline/app/story"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

const (
	wheel     = 1.8                    // units of text per unit of the wheel
	doubleTap = 350 * time.Millisecond // the second tap selects the word
)

var (
	_ fyne.Scrollable        = (*Text)(nil)
	_ fyne.Draggable         = (*Text)(nil)
	_ fyne.Tappable          = (*Text)(nil)
	_ fyne.SecondaryTappable = (*Text)(nil)
	_ fyne.Focusable         = (*Text)(nil)
	_ fyne.Shortcutable      = (*Text)(nil)
	_ desktop.Hoverable      = (*Text)(nil)
	_ desktop.Mouseable      = (*Text)(nil)
	_ desktop.Cursorable     = (*Text)(nil)
	_ desktop.Keyable        = (*Text)(nil)
)

// offsetAt finds the byte under a position. nearest takes the border next to it, and positions beside the text too.
func (t *Text) offsetAt(p fyne.Position, nearest bool) (int, bool) {
	var best *lineView
	for _, v := range t.lines {
		if v.span.Start < 0 {
			continue
		}
		if best == nil || v.y <= p.Y {
			best = v
		}
	}
	if best == nil || !nearest && (p.Y < best.y || p.Y >= best.y+best.face.line) {
		return 0, false
	}
	x := p.X - t.indent
	if nearest && p.Y < best.y {
		return best.span.Start, true
	}
	for i := range best.pieces {
		pc := &best.pieces[i]
		if x >= pc.x && x < pc.x+pc.width {
			return best.blockStart + pc.offsetAt(best.face, best.text, x, nearest), true
		}
	}
	if !nearest || len(best.pieces) == 0 {
		return best.span.Start, nearest
	}
	first, last := &best.pieces[0], &best.pieces[len(best.pieces)-1]
	if x < first.x {
		if first.rtl {
			return best.blockStart + first.end, true
		}
		return best.blockStart + first.start, true
	}
	if last.rtl {
		return best.blockStart + last.start, true
	}
	return best.blockStart + last.end, true
}

func (t *Text) scrollTo(offset float64) {
	t.scrollBy(offset - t.offset)
	t.scrolled()
}

// page moves by a distance as a person does.
func (t *Text) page(dy float64) {
	t.endHover()
	t.scrollBy(dy)
	t.scrolled()
}

func (t *Text) scrolled() {
	t.wanted = nil
	if t.OnScrolled != nil {
		t.OnScrolled(t.VisibleSpan())
	}
}

// Scrolled is the wheel.
func (t *Text) Scrolled(e *fyne.ScrollEvent) { t.page(-float64(e.Scrolled.DY) * wheel) }

// MouseDown notes where a selection may begin.
func (t *Text) MouseDown(e *desktop.MouseEvent) {
	t.pressed = -1
	if e.Button == desktop.MouseButtonPrimary {
		t.pressed, _ = t.offsetAt(e.Position, true)
	}
}

// MouseUp does nothing; a tap or the end of a drag follows.
func (t *Text) MouseUp(*desktop.MouseEvent) {}

// Dragged selects text; beyond an edge the text follows. It takes the keyboard, so that it can be copied.
func (t *Text) Dragged(e *fyne.DragEvent) {
	t.endHover()
	if !t.dragging {
		t.dragging = true
		if t.pressed < 0 {
			t.pressed, _ = t.offsetAt(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY), true)
		}
		t.takeFocus()
	}
	if over := e.Position.Y - t.Size().Height; over > 0 {
		t.scrollBy(math.Min(40, float64(over)))
	} else if e.Position.Y < 0 {
		t.scrollBy(math.Max(-40, float64(e.Position.Y)))
	}
	if at, ok := t.offsetAt(e.Position, true); ok {
		t.setSelection(t.pressed, at)
	}
}

// DragEnd ends the selection.
func (t *Text) DragEnd() { t.dragging, t.pressed = false, -1 }

func (t *Text) setSelection(anchor, caret int) {
	if anchor == t.anchor && caret == t.caret {
		return
	}
	t.anchor, t.caret = anchor, caret
	t.redecorate()
}

func (t *Text) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(t) }

func (t *Text) takeFocus() {
	if c := t.canvas(); c != nil && c.Focused() != fyne.Focusable(t) {
		c.Focus(t)
		t.parts.ring.Hidden = true // only Tab needs to be shown where it went
	}
}

// Tapped is a mark or plain text; the second tap at once selects the word. A tap does not take the keyboard, but it
// takes it from whatever field had it.
func (t *Text) Tapped(e *fyne.PointEvent) {
	t.pressed = -1
	if c := t.canvas(); c != nil && c.Focused() != nil && c.Focused() != fyne.Focusable(t) {
		c.Unfocus()
	}
	again := t.now().Sub(t.lastTap) < doubleTap && math.Hypot(float64(e.Position.X-t.lastTapAt.X), float64(e.Position.Y-t.lastTapAt.Y)) < 5
	t.lastTap, t.lastTapAt = t.now(), e.Position
	at, ok := t.offsetAt(e.Position, false)
	if again {
		if ok {
			t.selectWord(at)
		}
		return
	}
	t.setSelection(0, 0)
	if !ok {
		return
	}
	if m := t.marks.at(at); m != nil {
		if t.OnTap != nil {
			t.OnTap(m.ID, m.Span)
		}
		return
	}
	if t.OnTapText != nil {
		t.OnTapText(at)
	}
}

func (t *Text) selectWord(at int) {
	if word := story.WordAround(t.article.Text, at); !word.Empty() {
		t.setSelection(word.Start, word.End)
		t.takeFocus()
	}
}

// TappedSecondary opens the context menu.
func (t *Text) TappedSecondary(e *fyne.PointEvent) {
	if at, ok := t.offsetAt(e.Position, false); ok {
		t.openMenu(at, e.AbsolutePosition)
	} else {
		t.openMenu(-1, e.AbsolutePosition)
	}
}

// OpenMenu opens the context menu where the keyboard is: at what is selected, else at the first words in view.
func (t *Text) OpenMenu() {
	at := t.VisibleSpan().Start
	if s := t.Selection(); !s.Empty() {
		at = s.Start
	} else if !t.selected.Empty() {
		at = t.selected.Start
	}
	p, ok := t.PositionOf(at)
	if !ok {
		p = fyne.NewPos(t.indent, 0)
	}
	t.openMenu(at, fyne.CurrentApp().Driver().AbsolutePositionForObject(t).Add(p).AddXY(0, t.look.TextSize*1.6))
}

// openMenu offers what the caller has for a byte of the text, -1 for none, and to copy.
func (t *Text) openMenu(at int, absolute fyne.Position) {
	t.endHover()
	c := t.canvas()
	if c == nil || t.article.Text == "" {
		return
	}
	var items []*fyne.MenuItem
	if t.Menu != nil && at >= 0 {
		if items = t.Menu(at, t.Selection()); len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
	}
	copyItem := fyne.NewMenuItem(lang.L("Copy"), t.Copy)
	copyItem.Disabled = t.Selection().Empty()
	all := fyne.NewMenuItem(lang.L("Select all"), func() { t.SelectAll(); t.takeFocus() })
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", append(items, copyItem, all)...), c, absolute)
}

// MouseIn is the pointer over the pane.
func (t *Text) MouseIn(e *desktop.MouseEvent) { t.hover(e) }

// MouseMoved follows it.
func (t *Text) MouseMoved(e *desktop.MouseEvent) { t.hover(e) }

// MouseOut takes the tip away.
func (t *Text) MouseOut() {
	t.overText = false
	t.endHover()
}

func (t *Text) hover(e *desktop.MouseEvent) {
	if t.dragging {
		return
	}
	at, ok := t.offsetAt(e.Position, false)
	t.overText = ok
	var m *Mark
	if ok {
		m = t.marks.at(at)
	}
	if m == t.hovered {
		return
	}
	t.endHover()
	if m == nil {
		return
	}
	t.hovered = m
	if m.Tip != "" {
		for _, v := range t.lines {
			if v.span.Holds(at) {
				t.parts.tip.show(t, m.Tip, e.Position.X, v.y, v.y+v.face.line)
				break
			}
		}
		t.arrange()
	}
	if t.OnHover != nil {
		t.OnHover(m.ID, e.AbsolutePosition)
	}
}

func (t *Text) endHover() {
	if t.hovered == nil {
		return
	}
	t.hovered = nil
	if t.parts.tip.Tip != nil && t.parts.tip.Hide() {
		t.arrange()
	}
	if t.OnHoverEnd != nil {
		t.OnHoverEnd()
	}
}

// Cursor is a hand over marks and a bar over text.
func (t *Text) Cursor() desktop.Cursor {
	switch {
	case t.hovered != nil:
		return desktop.PointerCursor
	case t.overText:
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

// FocusGained shows the ring.
func (t *Text) FocusGained() { t.setFocused(true) }

// FocusLost hides it.
func (t *Text) FocusLost() { t.setFocused(false) }

func (t *Text) setFocused(on bool) {
	if t.parts.ring != nil {
		t.parts.ring.Hidden = !on
		canvas.Refresh(t.parts.ring)
	}
}

// TypedRune is passed on.
func (t *Text) TypedRune(r rune) {
	if t.OnRune != nil {
		t.OnRune(r)
	}
}

// KeyDown notes that Shift is held.
func (t *Text) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		t.shift = true
	}
}

// KeyUp notes that it is not any more.
func (t *Text) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		t.shift = false
	}
}

// extend moves the end of the selection with Shift and an arrow: by a letter, by a word, or by a line. Without a selection
// it begins where the selected sentence does, else at the top of what is in view.
func (t *Text) extend(key fyne.KeyName, word bool) bool {
	if t.Selection().Empty() {
		t.anchor = t.VisibleSpan().Start
		if !t.selected.Empty() {
			t.anchor = t.selected.Start
		}
		t.caret = t.anchor
	}
	text, to := t.article.Text, t.caret
	switch key {
	case fyne.KeyRight:
		to = next(text, to, word)
	case fyne.KeyLeft:
		to = before(text, to, word)
	case fyne.KeyDown:
		to = min(t.LineAt(to).End+1, len(text))
	case fyne.KeyUp:
		to = max(t.LineAt(to).Start-1, 0)
	default:
		return false
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	t.setSelection(t.anchor, to)
	t.ScrollTo(story.Span{Start: max(to-1, 0), End: max(to, 1)})
	return true
}

// next is the border after the letter or word at i.
func next(text string, i int, word bool) int {
	begun := false
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if word && begun && !story.InWord(r) {
			return i
		}
		begun = begun || story.InWord(r)
		if i += n; !word {
			return i
		}
	}
	return i
}

// before is the border before the letter or word that ends at i.
func before(text string, i int, word bool) int {
	begun := false
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if word && begun && !story.InWord(r) {
			return i
		}
		begun = begun || story.InWord(r)
		if i -= n; !word {
			return i
		}
	}
	return i
}

// TypedKey scrolls; other keys are passed on, since a focused widget keeps them from the window.
func (t *Text) TypedKey(e *fyne.KeyEvent) {
	if t.shift && t.extend(e.Name, false) {
		return
	}
	page := math.Max(20, float64(t.Size().Height)-2*float64(t.look.TextSize)*1.6)
	switch e.Name {
	case fyne.KeyPageDown:
		t.page(page)
	case fyne.KeyPageUp:
		t.page(-page)
	case fyne.KeyHome:
		t.scrollTo(0)
	case fyne.KeyEnd:
		t.scrollBy(t.maxOffset())
		t.scrollTo(t.maxOffset()) // the blocks there may have turned out higher
	case fyne.KeyDown:
		t.page(float64(t.look.TextSize) * 2)
	case fyne.KeyUp:
		t.page(-float64(t.look.TextSize) * 2)
	case fyne.KeyEscape:
		if !t.Selection().Empty() {
			t.setSelection(0, 0)
			return
		}
		t.passOn(e)
	default:
		t.passOn(e)
	}
}

func (t *Text) passOn(e *fyne.KeyEvent) {
	if t.OnKey != nil {
		t.OnKey(e)
	}
}

// TypedShortcut copies and selects; others go to the window.
func (t *Text) TypedShortcut(s fyne.Shortcut) {
	switch k := s.(type) {
	case *desktop.CustomShortcut:
		if k.Modifier&fyne.KeyModifierShift != 0 && k.Modifier&^fyne.KeyModifierShift != 0 && t.extend(k.KeyName, true) {
			return
		}
	case *fyne.ShortcutCopy:
		t.Copy()
		return
	case *fyne.ShortcutSelectAll:
		t.SelectAll()
		return
	}
	if c, ok := t.canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Control is a button that hands the keys it has no use for to the window, so that the arrows step through the story
// wherever the focus is.
type Control struct {
	widget.Button
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)
	OnHint func(string) // told what to say about the control while the pointer or the keyboard is at it; "" ends it
	words  string       // all of its words, also while only the icon is shown
	Hint   string       // more than its words say; "" is the words
	away   bool         // hidden for its own reasons
	tight  bool         // left out for want of room
	opens  bool         // it opens a menu, as its icon says
}

// NewControl makes a button with words, an icon, or both.
func NewControl(text string, icon fyne.Resource, tapped func()) *Control {
	c := &Control{}
	c.Text, c.Icon, c.OnTapped, c.words = Visual(text), icon, tapped, text
	c.opens = icon != nil && icon.Name() == theme.MenuDropDownIcon().Name()
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey is called by Fyne while the control has the focus.
func (c *Control) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		c.tell(false)
		c.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		return
	}
	if c.OnKey != nil {
		c.OnKey(e)
	}
}

// TypedRune is called by Fyne while the control has the focus.
func (c *Control) TypedRune(r rune) {
	if c.OnRune != nil && r != ' ' {
		c.OnRune(r)
	}
}

// Tapped is called by Fyne. Who taps knows what the control does; what opens next is not to be covered.
func (c *Control) Tapped(e *fyne.PointEvent) { c.tell(false); c.Button.Tapped(e) }

// MouseIn is called by Fyne.
func (c *Control) MouseIn(e *desktop.MouseEvent) { c.Button.MouseIn(e); c.tell(true) }

// MouseOut is called by Fyne.
func (c *Control) MouseOut() { c.Button.MouseOut(); c.tell(false) }

// FocusGained is called by Fyne.
func (c *Control) FocusGained() { c.Button.FocusGained(); c.tell(true) }

// FocusLost is called by Fyne.
func (c *Control) FocusLost() { c.Button.FocusLost(); c.tell(false) }

func (c *Control) tell(on bool) {
	if c.OnHint == nil {
		return
	}
	words := c.Hint
	if words == "" && c.Text == "" {
		words = c.words
	}
	if !on {
		words = ""
	}
	c.OnHint(words)
}

// Natural is the width of the control with its words.
func (c *Control) Natural() float32 {
	th := fyne.CurrentApp().Settings().Theme()
	size, pad := th.Size(theme.SizeNameText), th.Size(theme.SizeNameInnerPadding)
	w := fyne.MeasureText(c.words, size, fyne.TextStyle{Bold: true}).Width + 2*pad
	if c.Icon != nil {
		w += th.Size(theme.SizeNameInlineIcon) + th.Size(theme.SizeNamePadding)
	}
	return w
}

// Compact shows the icon alone, or the words too. A control without an icon keeps its words, and so does one that opens a
// menu: its words are what is chosen there.
func (c *Control) Compact(on bool) {
	want := Visual(c.words)
	if on && c.Icon != nil && !c.opens {
		want = ""
	}
	if c.Text != want {
		c.Button.SetText(want)
	}
}

// Words are all of its words, also while only its icon is shown.
func (c *Control) Words() string { return c.words }

// SetText replaces the words; those of a compact control are shown once there is room.
func (c *Control) SetText(words string) {
	short := c.Text == "" && c.words != "" && c.Icon != nil && !c.opens
	c.words = words
	if !short {
		c.Button.SetText(Visual(words))
	}
}

// Room hides the control while the window has no room for it.
func (c *Control) Room(on bool) {
	if c.tight != !on {
		c.tight = !on
		c.showOrHide()
	}
}

// Show shows the control where there is room for it.
func (c *Control) Show() { c.away = false; c.showOrHide() }

// Hide hides the control.
func (c *Control) Hide() { c.away = true; c.showOrHide() }

func (c *Control) showOrHide() {
	if c.away || c.tight {
		c.Button.Hide()
	} else {
		c.Button.Show()
	}
}

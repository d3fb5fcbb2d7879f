package kit

import "fyne.io/fyne/v2/driver/desktop"

// Title is a Caption that says all of its words while the pointer is at it, where they are cut. It takes the pointer from what it
// is a part of, so that the names of buttons are captions.
type Title struct {
	Caption
	OnHint func(words string) // "" ends it
}

// NewTitle makes an empty one.
func NewTitle() *Title {
	t := &Title{}
	t.init()
	t.ExtendBaseWidget(t)
	return t
}

// MouseIn is called by Fyne.
func (t *Title) MouseIn(*desktop.MouseEvent) {
	if t.OnHint != nil && t.Cut() {
		t.OnHint(t.full)
	}
}

// MouseMoved is called by Fyne.
func (t *Title) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (t *Title) MouseOut() {
	if t.OnHint != nil {
		t.OnHint("")
	}
}

package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// newSplit puts one object above another.
func newSplit(top, rest fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(top, nil, nil, nil, rest)
}

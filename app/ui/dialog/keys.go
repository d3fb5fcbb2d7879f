package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"dateline/app/ui/kit"
)

// KeyRow is a row of the sheet of keys: the keys and what they do. A row without keys is a heading.
type KeyRow struct{ Keys, Words string }

// Sheet is the sheet of keys while it is open: it scrolls by keys.
type Sheet struct {
	x      dialog.Dialog
	scroll *container.Scroll
}

// Keys opens the sheet; closed is called when it has gone.
func Keys(d Desk, rows []KeyRow, closed func()) *Sheet {
	list := container.NewVBox()
	width := 250 * d.Scale
	for _, r := range rows {
		words := widget.NewLabel(r.Words)
		words.Wrapping = fyne.TextWrapWord
		if r.Keys == "" {
			words.TextStyle.Bold = true
			list.Add(words)
			continue
		}
		keys := widget.NewLabel(r.Keys)
		keys.TextStyle.Bold, keys.Wrapping = true, fyne.TextWrapWord
		list.Add(container.New(pair{width}, keys, words))
	}
	s := &Sheet{scroll: container.NewVScroll(list)}
	s.x = d.closing(lang.L("Keys"), s.scroll)
	s.x.SetOnClosed(closed)
	size := d.Window.Canvas().Size()
	s.x.Resize(fyne.NewSize(min(620*d.Scale, size.Width-20), min(640, size.Height-20)))
	s.x.Show()
	return s
}

// Hide closes the sheet.
func (s *Sheet) Hide() { s.x.Hide() }

// TypedKey scrolls or closes the sheet.
func (s *Sheet) TypedKey(e *fyne.KeyEvent) {
	turn := map[fyne.KeyName]float32{fyne.KeyDown: 0.15, fyne.KeyUp: -0.15, fyne.KeyPageDown: 0.9, fyne.KeyPageUp: -0.9, fyne.KeySpace: 0.9,
		fyne.KeyHome: -1e4, fyne.KeyEnd: 1e4}
	if by, ok := turn[e.Name]; ok {
		s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+by*s.scroll.Size().Height))
	} else if e.Name == fyne.KeyEscape {
		s.x.Hide()
	}
}

// pair lays a key and what it does beside each other; each may take more lines.
type pair struct{ first float32 }

func (p pair) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (p pair) Layout(o []fyne.CanvasObject, s fyne.Size) {
	first := min(p.first, s.Width*0.45)
	kit.Put(o[0], true, 0, 0, first, s.Height)
	kit.Put(o[1], true, first, 0, s.Width-first, s.Height)
}

// Package kit is what the parts of the window share: palettes and the theme, contrast, faces of type, captions, buttons,
// a row of choices, bars that make room, tips and hints, and the list of which only the rows in view are drawn.
//
//	l := &List{}                                   // embeds kit.List[state]
//	l.Init(l, rows{l}, kit.Edges{End: 5})          // rows say how tall each row is and what it shows
//	l.Change(func() { l.items = items })           // rows in view stay where they are
//
// It knows no pane, no story and no session. Everything runs on the UI goroutine.
package kit

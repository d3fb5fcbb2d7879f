package runlist

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
)

// Ask is what a slide asks.
type Ask uint8

// What can be asked.
const (
	NoAsk Ask = iota
	AskWhere
	AskWhen
	AskWho
	AskFirst
	AskWhich
)

// askShapes are the small pictures of what is asked, in a box of 96 by 60, drawn with lines: each what the answer is found on, and a
// question mark beside it.
var askShapes = [...]string{
	AskWhere: `<path d="M36 50 C36 50 22 36 22 25 C22 16.5 28.5 11 36 11 C43.5 11 50 16.5 50 25 C50 36 36 50 36 50 Z"/><circle cx="36" cy="25" r="5"/>`,
	AskWhen:  `<path d="M12 36 L58 36"/><path d="M16 36 L16 28"/><path d="M28 36 L28 22"/><path d="M44 36 L44 28"/><path d="M54 36 L54 22"/><path d="M36 42 L30 51 L42 51 Z"/>`,
	AskWho:   `<path d="M14 13 L56 13 L56 40 L34 40 L24 50 L24 40 L14 40 Z"/><path d="M24 23 L46 23"/><path d="M24 31 L40 31"/>`,
	AskFirst: `<path d="M14 15 L20 15"/><path d="M28 15 L56 15"/><path d="M14 30 L20 30"/><path d="M28 30 L46 30"/><path d="M14 45 L20 45"/><path d="M28 45 L38 45"/>`,
	AskWhich: `<path d="M14 18 L32 18 L32 50 L14 50 Z"/><path d="M38 11 L56 11 L56 43 L38 43 Z"/><path d="M19 26 L27 26"/><path d="M19 34 L27 34"/><path d="M43 19 L51 19"/><path d="M43 27 L51 27"/>`,
}

// questionMark stands beside each.
const questionMark = `<path d="M69 23 C69 17 72 14 77 14 C82 14 85 17 85 22 C85 28 77 28 77 36"/><path d="M77 45 L77 46"/>`

// askPicture is the picture of what is asked, in a colour.
func askPicture(a Ask, ink color.Color) fyne.Resource {
	r, g, b, _ := ink.RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	return fyne.NewStaticResource(fmt.Sprintf("ask-%d-%s.svg", a, hex[1:]), []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="192" height="120" viewBox="0 0 96 60"><g fill="none" stroke="`+hex+
		`" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">`+askShapes[a]+questionMark+`</g></svg>`))
}

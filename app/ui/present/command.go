package present

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// Cmd is what a key of a keyboard or a clicker asks for.
type Cmd uint8

// The commands.
const (
	Next     Cmd = iota + 1
	Previous     // also of what is stepped through
	First
	Last
	Close    // ends presenting, or the questions
	Start    // a clicker's start button; while presenting it only ends a blank screen
	Black    // blanks the screen, or brings it back
	White    // the same in white
	Speakers // hides speakers, reveals this one, shows all: in turn
	Labels   // the same for the names of places
	Pen      // takes the pen or puts it down
	Unpen    // takes the last stroke away
	Whole    // shows a shortened sentence whole, and back
)

// keyCommands are the keys that type nothing. Clickers are keyboards that send PageUp, PageDown, F5, Esc and a full stop.
var keyCommands = map[fyne.KeyName]Cmd{
	fyne.KeyPageDown:  Next,
	fyne.KeyRight:     Next,
	fyne.KeyDown:      Next,
	fyne.KeyReturn:    Next,
	fyne.KeyEnter:     Next,
	fyne.KeySpace:     Next,
	fyne.KeyPageUp:    Previous,
	fyne.KeyLeft:      Previous,
	fyne.KeyUp:        Previous,
	fyne.KeyBackspace: Previous,
	fyne.KeyHome:      First,
	fyne.KeyEnd:       Last,
	fyne.KeyEscape:    Close,
	fyne.KeyF5:        Start,
}

// runeCommands are the keys that type something, by what they type on a Latin keyboard and, in the order n p b w s l i z
// and full stop, on others: a clicker's full stop types what stands on that key.
var runeCommands = map[rune]Cmd{
	'n': Next, 'p': Previous, 'b': Black, '.': Black, 'w': White, 's': Speakers, 'l': Labels, 'i': Pen, 'z': Unpen, 'v': Whole,
	'т': Next, 'з': Previous, 'и': Black, 'ц': White, 'ы': Speakers, 'і': Speakers, 'д': Labels, 'ш': Pen, 'я': Unpen, 'ю': Black, // Russian, Ukrainian
	'ν': Next, 'π': Previous, 'β': Black, 'ς': White, 'σ': Speakers, 'λ': Labels, 'ι': Pen, 'ζ': Unpen, // Greek
	'ى': Next, 'ح': Previous, 'ص': White, 'س': Speakers, 'م': Labels, 'ه': Pen, 'ئ': Unpen, 'ز': Black, // Arabic
	'מ': Next, 'פ': Previous, 'נ': Black, 'ד': Speakers, 'ך': Labels, 'ן': Pen, 'ז': Unpen, 'ץ': Black, // Hebrew
	':': Black, // French: the key of the full stop
}

// Command gives the command of a key or of a typed character; false where there is none. Fyne tells of a key twice,
// first as a key and then, if it types something, as a character: no key has a command in both ways, so a caller hands on
// both, with the other one zero.
func Command(key fyne.KeyName, r rune) (Cmd, bool) {
	c, ok := keyCommands[key]
	if !ok && r != 0 {
		c, ok = runeCommands[unicode.ToLower(r)]
	}
	return c, ok
}

// Binding is a row of the sheet of keys.
type Binding struct {
	Cmd   Cmd    // 0 is what the screen itself is not told of as a command
	Keys  string // as printed on them
	Words string // what they do, in the person's language
}

// Bindings lists the keys for the sheet that "?" shows.
func Bindings() []Binding {
	return []Binding{
		{Next, lang.L("Page Down, →, ↓, Space, Enter, N"), lang.L("Next event")},
		{Previous, lang.L("Page Up, ←, ↑, Backspace, P"), lang.L("Previous event")},
		{First, lang.L("Home"), lang.L("First event")},
		{Last, lang.L("End"), lang.L("Last event")},
		{Black, lang.L("B or ."), lang.L("Black screen, and back")},
		{White, lang.L("W"), lang.L("White screen, and back")},
		{Speakers, lang.L("S"), lang.L("Hide who speaks, reveal it, show all")},
		{Labels, lang.L("L"), lang.L("Hide the names of places, reveal them, show all")},
		{Whole, "V", lang.L("The whole sentence, and back")},
		{0, "D", lang.L("Two screens, and back to one")},
		{0, "X", lang.L("Swap screens")},
		{Pen, "I", lang.L("Pen: draw with the mouse; what is drawn goes with the slide")},
		{Unpen, "Z", lang.L("Take the last stroke away")},
		{0, lang.L("F, held"), lang.L("Spotlight about the pointer")},
		{0, lang.L("+, −, the wheel; 0"), lang.L("Zoom the map; back to the slide")},
		{Close, lang.L("Esc"), lang.L("End the presentation")},
		{0, lang.L("1 to 4"), lang.L("Answer a question; on map and timeline arrows move the answer then")},
		{0, lang.L("T"), lang.L("The other team answers")},
	}
}

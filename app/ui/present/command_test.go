package present

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestEveryKeyHasItsCommandOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		key  fyne.KeyName // as Fyne tells of it
		r    rune         // what it types; 0 types nothing
		want Cmd          // 0: none
	}{
		{"the clicker's forward key is Page Down", fyne.KeyPageDown, 0, Next},
		{"the clicker's back key is Page Up", fyne.KeyPageUp, 0, Previous},
		{"the clicker's start key is F5", fyne.KeyF5, 0, Start},
		{"the clicker's stop key is Esc", fyne.KeyEscape, 0, Close},
		{"the clicker's screen key is a full stop", fyne.KeyPeriod, '.', Black},
		{"N is next", fyne.KeyN, 'n', Next},
		{"capitals count too", fyne.KeyN, 'N', Next},
		{"P is previous", fyne.KeyP, 'p', Previous},
		{"Enter is next", fyne.KeyReturn, 0, Next},
		{"Enter of the number pad is next", fyne.KeyEnter, 0, Next},
		{"Right is next", fyne.KeyRight, 0, Next},
		{"Left is previous", fyne.KeyLeft, 0, Previous},
		{"Down is next", fyne.KeyDown, 0, Next},
		{"Up is previous", fyne.KeyUp, 0, Previous},
		{"Space is next, once", fyne.KeySpace, ' ', Next},
		{"Backspace is previous", fyne.KeyBackspace, 0, Previous},
		{"B is black", fyne.KeyB, 'b', Black},
		{"W is white", fyne.KeyW, 'w', White},
		{"Home is first", fyne.KeyHome, 0, First},
		{"End is last", fyne.KeyEnd, 0, Last},
		{"S hides and reveals who speaks", fyne.KeyS, 's', Speakers},
		{"L hides and reveals the names of places", fyne.KeyL, 'l', Labels},
		{"W on a French keyboard is where Z is on others", fyne.KeyZ, 'w', White},
		{"a clicker's full stop types a colon in French", fyne.KeyPeriod, ':', Black},
		{"N on a Ukrainian keyboard", fyne.KeyN, 'т', Next},
		{"S on a Ukrainian keyboard", fyne.KeyS, 'і', Speakers},
		{"a clicker's full stop on a Russian keyboard", fyne.KeyPeriod, 'ю', Black},
		{"W on a Greek keyboard", fyne.KeyW, 'ς', White},
		{"Tab is the focus's", fyne.KeyTab, 0, 0},
		{"a plus is the map's", fyne.KeyPlus, '+', 0},
		{"? shows the keys", fyne.KeySlash, '?', 0},
		{"a digit is nothing", fyne.Key5, '5', 0},
		{"an unknown key is nothing", fyne.KeyUnknown, 0, 0},
		{"no key at all is nothing", "", 0, 0},
	} {
		var got []Cmd
		if cmd, ok := Command(c.key, 0); ok {
			got = append(got, cmd)
		}
		if c.r != 0 { // as Fyne does it: first the key, then what it types
			if cmd, ok := Command("", c.r); ok {
				got = append(got, cmd)
			}
		}
		if c.want == 0 && len(got) != 0 || c.want != 0 && (len(got) != 1 || got[0] != c.want) {
			t.Errorf("%s: commands %v, want one %v", c.name, got, c.want)
		}
	}
}

func TestTheSheetTellsOfEveryCommand(t *testing.T) {
	told := map[Cmd]bool{}
	for _, b := range Bindings() {
		told[b.Cmd] = true
		if b.Keys == "" || b.Words == "" {
			t.Errorf("command %d has no words", b.Cmd)
		}
	}
	for c := Next; c <= Labels; c++ {
		if !told[c] && c != Start {
			t.Errorf("command %d is not on the sheet", c)
		}
	}
}

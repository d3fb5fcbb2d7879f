// Package command is the one table of what a person can do: the menu, the keys and the sheet of keys are made of it.
//
//	t := command.All(parts)
//	win.SetMainMenu(t.Menu(lang.L, app.Clipboard()))
//	if c, ok := t.ForRune('+'); ok { c.Run() }
//
// To add a command, add a row to one of the lists in table.go. It draws nothing and keeps no state: what is checked and
// what is possible is asked of the session and of the window's parts each time.
package command

import (
	"strings"
	"unicode"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ID names a command in tests: it stays when its words change.
type ID string

// Command is something a person can do.
type Command struct {
	ID   ID
	Menu string // the menu it stands in; "Time>Speed" is one inside another; "" none
	Name string // in English; "" is a key without a row in menu and sheet
	Line bool   // a line stands above it in the menu
	Key  Key
	Also []Key         // other ways to type it
	Text fyne.Shortcut // what its key is for while a text field has the keyboard; nil: the same
	Pane string        // its keys, where a pane takes them itself: a row of the sheet and nothing else
	Quit bool          // it ends the program: some systems place it themselves
	Do   func()

	Words    func() string // what it is called now, in the person's language; nil: Name
	Possible func() bool   // nil: always
	Checked  func() bool   // nil: it is nothing that is chosen
}

// Run does it, if it is possible.
func (c *Command) Run() {
	if c.Can() {
		c.Do()
	}
}

// Can reports whether it is possible.
func (c *Command) Can() bool { return c.Do != nil && (c.Possible == nil || c.Possible()) }

// IsChecked reports whether it stands for what is chosen.
func (c *Command) IsChecked() bool { return c.Checked != nil && c.Checked() }

// Shortcut is its key with Ctrl; nil where it has none.
func (c *Command) Shortcut(board fyne.Clipboard) fyne.Shortcut { return c.Key.shortcut(board) }

// Key is how a command is typed: with Ctrl (Cmd on macOS) a shortcut; a bare key that types nothing by its name, one that
// types something by what it types, wherever that stands on the keyboard. The zero Key is none.
type Key struct {
	Name  fyne.KeyName
	Rune  rune
	Ctrl  bool
	Shift bool
}

func ctrl(n fyne.KeyName) Key  { return Key{Name: n, Ctrl: true} }
func shift(n fyne.KeyName) Key { return Key{Name: n, Shift: true} }
func bare(n fyne.KeyName) Key  { return Key{Name: n} }
func typed(r rune) Key         { return Key{Rune: r} }

// None reports whether there is no key.
func (k Key) None() bool { return k == Key{} }

// keyWords are the bare keys whose name is not what stands on them.
var keyWords = map[fyne.KeyName]string{fyne.KeyRight: "→", fyne.KeyLeft: "←", fyne.KeyEscape: "Esc"}

// keyNames are those whose name is a word, which other languages print otherwise.
var keyNames = map[fyne.KeyName]string{fyne.KeySpace: "Space", fyne.KeyDelete: "Delete", fyne.KeyHome: "Home", fyne.KeyEnd: "End"}

// namer words what stands on keys.
type namer struct{ Word func(string) string }

// In is the key as the sheet names it: "Ctrl+O", "Shift+F5", "→"; word says words in the person's language.
func (k Key) In(word func(string) string) string {
	out, n := "", namer{word}
	if k.Ctrl {
		out += "Ctrl+"
	}
	if k.Shift {
		out += "Shift+"
	}
	switch {
	case k.Rune != 0:
		out += string(k.Rune)
	case keyWords[k.Name] != "":
		out += keyWords[k.Name]
	case keyNames[k.Name] != "":
		out += n.Word(keyNames[k.Name])
	default:
		out += string(k.Name)
	}
	return out
}

// shortcut is the key as Fyne knows it; nil for a bare one, which Fyne takes for no shortcut.
func (k Key) shortcut(board fyne.Clipboard) fyne.Shortcut {
	if !k.Ctrl {
		return nil
	}
	mod := fyne.KeyModifierShortcutDefault
	if k.Shift {
		mod |= fyne.KeyModifierShift
	}
	if !k.Shift { // these are told of as what they do to text
		switch k.Name {
		case fyne.KeyC:
			return &fyne.ShortcutCopy{Clipboard: board}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: board}
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		}
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: mod}
}

// Table is all commands, in the order of the menus.
type Table []Command

// Named finds a command by its id; it panics where there is none, since ids are constants of this package.
func (t Table) Named(id ID) *Command {
	for i := range t {
		if t[i].ID == id {
			return &t[i]
		}
	}
	panic("command: there is no " + string(id))
}

// ForKey finds the command of a bare key that types nothing.
func (t Table) ForKey(name fyne.KeyName, shifted bool) (*Command, bool) {
	for _, exact := range []bool{true, false} { // what has no command with Shift has the one without
		for i := range t {
			for _, k := range t[i].keys() {
				if !k.Ctrl && k.Rune == 0 && k.Name == name && name != "" && (k.Shift == shifted || !exact && !k.Shift) {
					return &t[i], true
				}
			}
		}
	}
	return nil, false
}

// ForRune finds the command of a typed letter or sign, in any case.
func (t Table) ForRune(r rune) (*Command, bool) {
	for i := range t {
		for _, k := range t[i].keys() {
			if k.Rune != 0 && unicode.ToUpper(r) == k.Rune {
				return &t[i], true
			}
		}
	}
	return nil, false
}

func (c *Command) keys() []Key {
	if c.Key.None() {
		return c.Also
	}
	return append([]Key{c.Key}, c.Also...)
}

// Extra gives the shortcuts that the menu has no place for: a command has one there.
func (t Table) Extra(board fyne.Clipboard) (keys []fyne.Shortcut, commands []*Command) {
	for i := range t {
		for _, k := range t[i].Also {
			if s := k.shortcut(board); s != nil {
				keys, commands = append(keys, s), append(commands, &t[i])
			}
		}
	}
	return keys, commands
}

// Row is a row of the sheet of keys.
type Row struct{ Keys, Name string }

// Sheet lists the commands that have a key, in the order of the menus, worded by word.
func (t Table) Sheet(word func(string) string) []Row {
	var out []Row
	for i := range t {
		switch c := &t[i]; {
		case c.Pane != "":
			out = append(out, Row{word(c.Pane), word(c.Name)})
		case c.Name != "" && !c.Key.None():
			out = append(out, Row{c.Key.In(word), word(c.Name)})
		}
	}
	return out
}

// Menu makes the menus, worded by word. What runs a command is run, which may hand it to a text field instead.
func (t Table) Menu(word func(string) string, board fyne.Clipboard, run func(*Command)) *fyne.MainMenu {
	var menus []*fyne.Menu
	for i := range t {
		c := &t[i]
		if c.Menu == "" || c.Name == "" {
			continue
		}
		outer, inner, _ := strings.Cut(c.Menu, ">")
		if len(menus) == 0 || menus[len(menus)-1].Label != word(outer) {
			menus = append(menus, fyne.NewMenu(word(outer)))
		}
		m := menus[len(menus)-1]
		if c.Line {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		}
		if inner != "" {
			m = submenu(m, word(inner))
		}
		m.Items = append(m.Items, c.item(word, board, run))
	}
	return fyne.NewMainMenu(menus...)
}

// submenu is the menu of that name at the end of m, made where it is not there.
func submenu(m *fyne.Menu, name string) *fyne.Menu {
	if n := len(m.Items); n == 0 || m.Items[n-1].Label != name {
		item := fyne.NewMenuItem(name, nil)
		item.ChildMenu = fyne.NewMenu(name)
		m.Items = append(m.Items, item)
	}
	return m.Items[len(m.Items)-1].ChildMenu
}

// item is the row in the menu. A bare key stands in it as words, since Fyne takes none as a shortcut.
func (c *Command) item(word func(string) string, board fyne.Clipboard, run func(*Command)) *fyne.MenuItem {
	name := word(c.Name)
	if c.Words != nil {
		name = c.Words()
	}
	if !c.Key.None() && !c.Key.Ctrl {
		name += "   (" + c.Key.In(word) + ")"
	}
	item := fyne.NewMenuItem(kit.Visual(name), func() { run(c) })
	item.IsQuit, item.Checked, item.Disabled = c.Quit, c.IsChecked(), !c.Can()
	item.Shortcut = c.Key.shortcut(board)
	return item
}

// Signs is what is checked, what is possible and what is called otherwise than before, to see whether the menu must be made anew.
func (t Table) Signs() string {
	b := make([]byte, len(t))
	for i := range t {
		b[i] = '0'
		if t[i].IsChecked() {
			b[i]++
		}
		if t[i].Can() {
			b[i] += 2
		}
	}
	for i := range t {
		if t[i].Words != nil {
			b = append(b, t[i].Words()...)
		}
	}
	return string(b)
}

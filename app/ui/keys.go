package ui

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"dateline/app/ui/dialog"
	"dateline/app/ui/present"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// keys hands what is typed to whatever is open: a dialog, the presenter's screen, else the commands.
type keys struct {
	*desk
	table   command.Table
	present *presenter
	search  *search
	sheet   *dialog.Sheet // the sheet of keys, while it is shown
	now     func() time.Time
	last    [2]sent // what was typed last while presenting: the key, and the character that it types
	ran     func()  // told when a bare key did something: the menu may say other things now
}

// listen takes the bare keys while nothing has the focus, and the shortcuts that the menu has no place for; panes with the
// focus hand theirs on.
func (k *keys) listen() {
	c := k.win.Canvas()
	c.SetOnTypedKey(k.key)
	c.SetOnTypedRune(k.rune)
	if d, ok := c.(desktop.Canvas); ok {
		d.SetOnKeyDown(func(e *fyne.KeyEvent) { k.hold(e.Name, true) })
		d.SetOnKeyUp(func(e *fyne.KeyEvent) { k.hold(e.Name, false) })
	}
	shortcuts, commands := k.table.Extra(k.app.Clipboard())
	for i, s := range shortcuts {
		c.AddShortcut(s, func(fyne.Shortcut) { k.do(commands[i]) })
	}
}

// do runs a command, unless its key is for the text field that has the keyboard.
func (k *keys) do(c *command.Command) {
	if field, ok := k.win.Canvas().Focused().(interface {
		fyne.Shortcutable
		fyne.Validatable
	}); ok && c.Text != nil {
		s := c.Text
		switch s.(type) {
		case *fyne.ShortcutPaste:
			s = &fyne.ShortcutPaste{Clipboard: k.app.Clipboard()}
		case *fyne.ShortcutCopy:
			s = &fyne.ShortcutCopy{Clipboard: k.app.Clipboard()}
		}
		field.TypedShortcut(s)
		return
	}
	if k.busy() && (strings.HasSuffix(c.Name, "…") || !k.search.open() && !c.Quit && c.Menu != "View" && c.Menu != "Help") {
		return // one dialog at a time, and what it asks about stays as it is
	}
	c.Run()
}

// busy reports whether a dialog or menu is open: then bare keys are not the window's.
func (k *keys) busy() bool { return k.win.Canvas().Overlays().Top() != nil }

// shifted reports whether a Shift key is held.
func (k *keys) shifted() bool {
	d, ok := k.app.Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

func (k *keys) key(e *fyne.KeyEvent) {
	if k.busy() {
		if k.sheet != nil {
			k.sheet.TypedKey(e)
		}
		if o := k.win.Canvas().Overlays(); e.Name == fyne.KeyEscape && o.Top() != nil && !k.search.open() {
			o.Remove(o.Top()) // Fyne's dialogs have no key to leave them
		}
		return
	}
	if k.present.on() {
		if !k.twice(e.Name, 0) {
			k.present.screen.TypedKey(e)
		}
		return
	}
	if c, ok := k.table.ForKey(e.Name, k.shifted()); ok {
		c.Run()
		k.ran()
	}
}

func (k *keys) rune(r rune) {
	if k.busy() {
		return
	}
	r = command.OnKey(r)
	if k.present.on() {
		if !k.twice("", r) {
			k.present.screen.TypedRune(r)
		}
		return
	}
	if c, ok := k.table.ForRune(r); ok {
		c.Run()
		k.ran()
	}
}

// bounce is how soon after a key the same key is no second press: some clickers send each key twice, and a held key repeats more
// slowly.
const bounce = 25 * time.Millisecond

// sent is a key or a character that was typed.
type sent struct {
	key   fyne.KeyName
	typed rune
	at    time.Time
}

// twice reports whether a key, or a character, was sent a second time for one press.
func (k *keys) twice(key fyne.KeyName, typed rune) bool {
	last := &k.last[0]
	if typed != 0 {
		last = &k.last[1]
	}
	now := k.now()
	if last.key == key && last.typed == typed && now.Sub(last.at) < bounce {
		return true
	}
	*last = sent{key, typed, now}
	return false
}

// hold is a key that goes down or up: F is the spotlight of the presenter's screen as long as it is held.
func (k *keys) hold(name fyne.KeyName, down bool) {
	if name == fyne.KeyF && k.present.on() {
		k.present.screen.SetSpot(down && !k.busy())
	}
}

// Keys shows the sheet of keys.
func (k *keys) Keys() {
	var out []dialog.KeyRow
	for _, r := range k.table.Sheet(text) {
		out = append(out, dialog.KeyRow{Keys: r.Keys, Words: r.Name})
	}
	out = append(out, dialog.KeyRow{Words: text("While presenting") + " – " + text("a clicker has the same keys")})
	for _, b := range present.Bindings() {
		out = append(out, dialog.KeyRow{Keys: b.Keys, Words: b.Words})
	}
	out = append(out, dialog.KeyRow{Words: text(whichScreen)})
	k.sheet = dialog.Keys(k.dialogs(), out, func() { k.sheet = nil })
}

// sheets are the dialogs that only show or ask.
type sheets struct {
	*keys
	article        *articlePane
	version, about string
	guide          func() (path string, err error) // writes the guide; nil: there is none
}

// kindGuide is the writing of the guide.
const kindGuide session.Kind = "guide"

// Guide shows the guide in the browser. It is written first, so that the one of this version is seen.
func (s *sheets) Guide() {
	if s.guide == nil {
		return
	}
	s.session.Start(session.Work{Kind: kindGuide, Fault: text("The guide could not be written: is the disk full?"),
		Do: func(context.Context, progress.Report) (func(), error) {
			path, err := s.guide()
			if err != nil {
				return nil, err
			}
			return func() { s.browse(path) }, nil
		}})
}

// browse opens a page that lies in a file.
func (s *sheets) browse(path string) {
	at := filepath.ToSlash(path)
	if !strings.HasPrefix(at, "/") {
		at = "/" + at // a drive of Windows
	}
	if err := s.app.OpenURL(&url.URL{Scheme: "file", Path: at}); err != nil {
		s.session.Notify(session.Note{File: path, Text: text("No browser could be opened. The guide is in this file; open it by hand."), Err: err})
	}
}

// About shows what the program is.
func (s *sheets) About() { dialog.About(s.dialogs(), s.version, s.about) }

// Date asks when the article in view was published. Everything relative to that day moves with it.
func (s *sheets) Date() {
	st := s.session.State()
	i := st.Story.ArticleAt(s.article.id)
	if i < 0 {
		return
	}
	a := st.Story.Articles[i]
	ask := dialog.DayAsk{Name: bind.Title(a), Known: s.words.Published(a.Published), Use: func(d story.Day) { s.session.GiveDate(a.ID, d) }}
	if a.Published.Kind != story.DateUnknown {
		ask.Day = a.Published.Best.String()
	}
	if _, given := st.Log.Published(a.ID); given {
		ask.Forget = func() { s.session.TakeDate(a.ID) }
	}
	dialog.Day(s.dialogs(), ask)
}

// fullScreen fills the screen with the window. It heeds one press and not its repeats.
type fullScreen struct {
	win  fyne.Window
	now  func() time.Time
	last time.Time
}

func (f *fullScreen) toggle() {
	if f.now().Sub(f.last) >= 400*time.Millisecond {
		f.set(!f.win.FullScreen())
	}
}

func (f *fullScreen) set(on bool) {
	f.last = f.now()
	f.win.SetFullScreen(on)
}

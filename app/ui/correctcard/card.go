// Package correctcard is a Fyne widget on which a person says what is so: the sentence with the words in question, what
// the program chose and why, what else it could be, a line to type in, how far the correction reaches, and what it would
// change before it is taken.
//
//	c := correctcard.New()
//	c.SetData(correctcard.Data{Title: "Lyngholm", Words: "Lyngholm", Choices: choices, Shown: "7"})
//	c.OnStage = func(id string) { c.SetEffect("Moves 2 events.") }
//	c.OnTake = func() { ... }
//
// It decides nothing and knows neither stories nor sessions. All of it runs on the UI goroutine.
package correctcard

import (
	"strings"
	"unicode"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice is one answer.
type Choice struct {
	ID    string // the caller's; unique in the card
	Name  string
	Rest  string  // beside the name: what sort of thing it is
	Why   string  // below it; may be empty
	Share float64 // how probable it is, 0 to 1, as a bar; below 0 no bar
}

// Action is a button among the answers.
type Action struct {
	ID, Name string
	Menu     []Choice // what the button offers; empty: it is told itself
}

// Data is what the card shows.
type Data struct {
	Kind                 string // what the words are: "PLACE · 3 MENTIONS ALIKE"
	Title                string
	Before, Words, After string // the sentence; Words are marked in it
	Source               string // where it stands
	Note                 string // what the person noted of it
	Ask                  string // above the answers
	Choices              []Choice
	Shown                string   // id of the answer that the story shows now
	Field                string   // what can be typed, as the line says while it is empty; "" there is no line
	Typed                string   // what stands in the line at first
	TypeFirst            bool     // the line has the keyboard at first
	Actions              []Action // other answers
	Scopes               []string // how far it reaches; empty: there is no question
	Scope                int
	Why                  string // what the person may say of a change, as its line says while it is empty; "" there is no such line
}

// Card is the widget. Set the callbacks before it is shown.
type Card struct {
	widget.BaseWidget

	OnStage  func(id string)    // an answer was chosen, and not taken yet
	OnType   func(words string) // the words in the line changed
	OnAction func(id string)    // a button, or what its menu offers
	OnScope  func(i int)
	OnRight  func() // what the story shows is right
	OnTake   func() // the answer that is chosen is to hold
	OnClose  func()

	data   Data
	found  []Choice // answers to what was typed, after those of the data
	staged string   // id of the answer chosen; Data.Shown where none was
	typed  bool     // what stands in the line is the answer
	effect string
	keep   string // what the sign box says; "" there is none
	read   string // what was understood of the words in the line
	pal    *kit.Palette
	serif  fyne.Resource

	parts       parts
	most        float32 // height that the card may take; 0 any
	columnWidth float32 // that the column is laid out for
	columnTall  float32
}

// parts are the objects of the card, top down.
type parts struct {
	back        *canvas.Rectangle
	shade       *canvas.Rectangle
	kind        *kit.Caption
	leave       *kit.Control
	title       *kit.Caption
	passage     *passage
	source      *kit.Caption
	note        *para
	rules       [2]*canvas.Rectangle
	ask         *kit.Caption
	choices     *radio
	field       *field
	read        *para
	actions     *fyne.Container
	scopes      *radio
	keep        *box
	why         *field
	effect      *para
	right, take *kit.Keyed
	column      *fyne.Container // what scrolls
	scroll      *container.Scroll
}

// New makes a card without data.
func New() *Card {
	c := &Card{pal: kit.Palettes[0]}
	p := &c.parts
	p.back, p.shade = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	p.kind, p.title, p.source, p.ask = kit.NewCaption(), kit.NewCaption(), kit.NewCaption(), kit.NewCaption()
	p.leave = c.control("", theme.CancelIcon(), func() { c.tell(c.OnClose) })
	p.passage, p.note, p.read, p.effect = newPassage(), newPara(), newPara(), newPara()
	p.rules = [2]*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	p.choices = newRadio(c, func(id string) { c.stage(id) })
	p.scopes = newRadio(c, func(id string) { c.scope(id) })
	p.field = newField(c)
	p.field.OnChanged = func(s string) {
		if !p.field.silent && c.OnType != nil {
			c.OnType(s)
		}
	}
	p.why, p.keep = newField(c), newBox(c)
	p.actions = container.New(&kit.Flow{Gap: 8})
	p.leave.Importance = widget.LowImportance
	p.right = kit.NewKeyed(c.control(lang.L("It is right"), nil, func() { c.tell(c.OnRight) }), lang.L("Enter"))
	take := c.control(lang.L("Change"), nil, func() { c.tell(c.OnTake) })
	take.Importance = widget.HighImportance
	p.take = kit.NewKeyed(take, "C")
	p.column = container.New(column{c}, p.passage, p.source, p.note, p.rules[0], p.ask, p.choices, p.field, p.read, p.actions,
		p.keep, p.rules[1], p.scopes, p.why)
	p.scroll = container.NewVScroll(p.column)
	c.ExtendBaseWidget(c)
	c.SetPalette(c.pal, nil)
	return c
}

func (c *Card) control(words string, icon fyne.Resource, tapped func()) *kit.Control {
	k := kit.NewControl(words, icon, tapped)
	k.OnKey, k.OnRune = c.key, c.rune
	return k
}

func (c *Card) tell(f func()) {
	if f != nil {
		f()
	}
}

// SetData shows another question, with nothing chosen but what the story shows.
func (c *Card) SetData(d Data) {
	c.data, c.found, c.staged, c.typed, c.effect, c.read = d, nil, d.Shown, false, "", ""
	p := &c.parts
	p.kind.Set(d.Kind)
	p.title.Set(d.Title)
	p.passage.set(d.Before, d.Words, d.After)
	p.source.Set(d.Source)
	p.note.set(d.Note)
	p.ask.Set(d.Ask)
	p.field.silent = true
	p.field.SetPlaceHolder(kit.Visual(d.Field))
	p.field.SetText(d.Typed)
	p.field.silent = false
	p.why.SetPlaceHolder(kit.Visual(d.Why))
	p.why.SetText("")
	c.keep = ""
	p.keep.SetChecked(false)
	p.actions.Objects = nil
	for _, a := range d.Actions {
		p.actions.Add(c.action(a))
	}
	var scopes []Choice
	for i, s := range d.Scopes {
		scopes = append(scopes, Choice{ID: scopeID(i), Name: s, Share: -1})
	}
	p.scopes.set(scopes, scopeID(d.Scope))
	c.showChoices()
	p.scroll.Offset = fyne.Position{}
}

func scopeID(i int) string { return string(rune('0' + i)) }

// action is the button of an action; one with a menu opens it.
func (c *Card) action(a Action) *kit.Control {
	var k *kit.Control
	if len(a.Menu) == 0 {
		return c.control(a.Name, nil, func() { c.tellID(c.OnAction, a.ID) })
	}
	k = c.control(a.Name, theme.MenuDropDownIcon(), func() {
		var items []*fyne.MenuItem
		for _, x := range a.Menu {
			items = append(items, fyne.NewMenuItem(x.Name, func() { c.tellID(c.OnAction, x.ID) }))
		}
		on := fyne.CurrentApp().Driver().CanvasForObject(k)
		if on == nil {
			return
		}
		m := widget.NewPopUpMenu(fyne.NewMenu("", items...), on)
		m.ShowAtRelativePosition(fyne.NewPos(0, k.Size().Height+2), k)
	})
	k.IconPlacement = widget.ButtonIconTrailingText
	return k
}

func (c *Card) tellID(f func(string), id string) {
	if f != nil {
		f(id)
	}
}

// SetFound shows answers to what was typed, after those of the data; none takes them away. It fires no callback.
func (c *Card) SetFound(found []Choice) {
	c.found = found
	c.showChoices()
}

// SetRead says what was understood of the words in the line. Where ok, they are the answer that is chosen.
func (c *Card) SetRead(words string, ok bool) {
	c.read = words
	c.typed = ok
	if ok {
		c.staged = ""
	} else if c.staged == "" {
		c.staged = c.data.Shown
	}
	c.showChoices()
}

// SetEffect says what the answer that is chosen would change; "" says nothing.
func (c *Card) SetEffect(words string) {
	if c.effect != words {
		c.effect = words
		c.showChoices()
		c.reveal(c.staged)
	}
}

// Stage chooses an answer as a person does, without telling it.
func (c *Card) Stage(id string) {
	c.staged, c.typed = id, false
	c.showChoices()
	c.reveal(id)
}

// Staged is the answer that is chosen; "" where it is what was typed.
func (c *Card) Staged() string { return c.staged }

// Typed is what stands in the line.
func (c *Card) Typed() string { return c.parts.field.Text }

// Changed reports whether what is chosen differs from what the story shows.
func (c *Card) Changed() bool { return c.typed || c.staged != c.data.Shown }

// Effect is what is said of what would change.
func (c *Card) Effect() string { return c.effect }

// Understood is what is said of the words in the line.
func (c *Card) Understood() string { return c.read }

// Choices are the answers that are offered, those to what was typed last.
func (c *Card) Choices() []Choice {
	return append(append([]Choice(nil), c.data.Choices...), c.found...)
}

// Why is what the person said of the change; may be empty.
func (c *Card) Why() string { return strings.TrimSpace(c.parts.why.Text) }

// SetKeep offers to keep what is chosen for later, in these words; "" offers nothing.
func (c *Card) SetKeep(words string) {
	if c.keep != words {
		c.keep = words
		c.parts.keep.Text = words
		c.parts.keep.Refresh()
		c.showChoices()
	}
}

// Keep reports whether the person wants to keep what is chosen for later.
func (c *Card) Keep() bool { return c.keep != "" && c.parts.keep.Checked }

// Data is what the card was given.
func (c *Card) Data() Data { return c.data }

func (c *Card) showChoices() {
	c.parts.choices.set(c.Choices(), c.staged)
	c.parts.read.set(c.read)
	c.parts.effect.set(c.effect)
	if c.data.Shown == "" { // nothing is shown that could be right
		c.parts.right.Hide()
	} else {
		c.parts.right.Show()
	}
	if c.Changed() { // Enter is for what is chosen
		c.parts.take.Control.Enable()
		c.parts.take.SetKey(lang.L("Enter"))
		c.parts.right.SetKey("")
	} else {
		c.parts.take.Control.Disable()
		c.parts.take.SetKey("C")
		c.parts.right.SetKey(lang.L("Enter"))
	}
	c.columnWidth = 0
	c.Refresh()
}

func (c *Card) stage(id string) {
	if id == c.staged && !c.typed {
		return
	}
	c.Stage(id)
	c.tellID(c.OnStage, id)
}

func (c *Card) scope(id string) {
	i := int(id[0] - '0')
	c.data.Scope = i
	c.parts.scopes.set(c.parts.scopes.all, id)
	if c.OnScope != nil {
		c.OnScope(i)
	}
}

// TakeFocus gives the keyboard to the line or, where nothing is to be typed, to the answers.
func (c *Card) TakeFocus(on fyne.Canvas) {
	if c.data.Field != "" && (c.data.TypeFirst || len(c.data.Choices) == 0) {
		on.Focus(c.parts.field)
		return
	}
	if len(c.data.Choices) == 0 {
		on.Focus(c.parts.right.Control)
		return
	}
	on.Focus(c.parts.choices)
}

// FocusField gives the keyboard to the line.
func (c *Card) FocusField(on fyne.Canvas) {
	if c.data.Field != "" {
		on.Focus(c.parts.field)
	}
}

// enter takes what is chosen, or says that what is shown is right.
func (c *Card) enter() {
	switch {
	case c.Changed():
		c.tell(c.OnTake)
	case c.data.Shown != "":
		c.tell(c.OnRight)
	}
}

// key is a key that no part of the card has use for.
func (c *Card) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		c.tell(c.OnClose)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.enter()
	case fyne.KeyDown, fyne.KeyUp:
		c.parts.choices.TypedKey(e)
	}
}

// rune is a typed sign: a digit chooses the answer at that position, C changes: it takes what is chosen or, where that is
// what the story shows, chooses the best rival. Any other letter is typed into the line.
func (c *Card) rune(r rune) {
	all := c.Choices()
	switch {
	case r >= '1' && r <= '9' && int(r-'1') < len(all):
		c.stage(all[r-'1'].ID)
	case r == 'c' || r == 'C':
		if c.Changed() {
			c.tell(c.OnTake)
			return
		}
		for _, x := range all {
			if x.ID != c.data.Shown {
				c.stage(x.ID)
				return
			}
		}
		c.typeInto(0)
	case unicode.IsLetter(r):
		c.typeInto(r)
	}
}

// typeInto gives the keyboard to the line, and the letter that was typed, if any.
func (c *Card) typeInto(r rune) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil && c.data.Field != "" {
		c.FocusField(on)
		if r != 0 {
			c.parts.field.TypedRune(r)
		}
	}
}

// Tapped keeps a tap on the card from what lies below it.
func (c *Card) Tapped(*fyne.PointEvent) {}

// Cursor is called by Fyne.
func (c *Card) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// Scrolled keeps the wheel from what lies below.
func (c *Card) Scrolled(e *fyne.ScrollEvent) { c.parts.scroll.Scrolled(e) }

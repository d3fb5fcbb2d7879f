package dialog

import (
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// AddressAsk is what the dialog of an address shows and calls.
type AddressAsk struct {
	Typed  string                                    // to begin with
	Site   func(typed string) (site string, ok bool) // the site of what is typed; false while that is no address
	Agreed func(site string) bool                    // whether the person agreed to ask that site before
	Get    func(typed, site string)                  // the person wants the page, and agrees to ask the site
	Sites  int                                       // how many sites the person agreed to
	Forget func()                                    // takes that back for all of them
}

// Address asks for the address of an article, and for consent to ask its site.
func Address(d Desk, ask AddressAsk) {
	var x dialog.Dialog
	leave := func() { x.Hide() }
	entry := newField(ask.Typed, "https://www.example.com/news/1")
	entry.leave = leave
	what := widget.NewLabel("")
	what.Wrapping = fyne.TextWrapWord
	var get *kit.Control
	tell := func(typed string) {
		site, ok := ask.Site(typed)
		switch {
		case !ok:
			what.SetText(lang.L("Type or paste the address of an article. It is asked for once, and nothing else leaves this computer."))
		case ask.Agreed(site):
			what.SetText(lang.L("{{.Site}} is asked for this one page. You agreed to ask this site before.", map[string]any{"Site": site}))
		default:
			what.SetText(lang.L("{{.Site}} will be asked for this one page, under the name of Dateline and without cookies. It learns the address of your computer, as it would from a browser. What comes is kept in your story.", map[string]any{"Site": site}))
		}
		if ok {
			get.Enable()
		} else {
			get.Disable()
		}
	}
	use := func() {
		if site, ok := ask.Site(entry.Text); ok {
			leave()
			ask.Get(entry.Text, site)
		}
	}
	get = newButton(lang.L("Get the page"), use)
	get.Importance = widget.HighImportance
	entry.OnChanged = tell
	entry.OnSubmitted = func(string) { use() }
	buttons := []fyne.CanvasObject{newButton(lang.L("Cancel"), leave)}
	if ask.Sites > 0 {
		buttons = append(buttons, newButton(lang.L("Forget the sites that may be asked"), func() { leave(); ask.Forget() }))
	}
	buttons = append(buttons, get)
	tell(ask.Typed)
	x = dialog.NewCustomWithoutButtons(lang.L("Open an address"), container.NewVBox(entry, what, container.NewHBox(buttons...)), d.Window)
	x.Resize(fyne.NewSize(min(620*d.Scale, d.Window.Canvas().Size().Width-40), 0))
	x.Show()
	d.Window.Canvas().Focus(entry)
}

// Moved asks whether another site may be asked as well, since the page has moved there.
func Moved(d Desk, site string, yes func()) {
	words := kit.NewParagraph(lang.L("It is at {{.Site}} now. Ask that site for it?", map[string]any{"Site": site}))
	x := d.asking(lang.L("The page has moved"), words, lang.L("Yes"), lang.L("No"), false, func(ok bool) {
		if ok {
			yes()
		}
	})
	d.wide(x, 460)
	x.Show()
}

// Package ui is the window: it binds the session to the panes and the panes' gestures to commands. What is shown is
// decided by story.Visible and by the session; here it is put into words, colours and places on the screen.
package ui

import (
	"context"
	"io"
	"slices"
	"time"

	"dateline/app/document"
	"dateline/app/export"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/app/ui/mapview"
	"dateline/app/ui/quotelist"
	"dateline/app/ui/textview"
	"dateline/app/ui/timeline"
	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"
)

// Config is what the window needs from the app. Session, App and Dispatch are needed.
type Config struct {
	App         fyne.App
	Session     *session.Session
	Dispatch    func(func())
	Guard       func(func()) // runs work off the UI goroutine; a panic in it is reported and does not end the program
	Tiles       tile.Source
	Attribution string                                                        // of the basemap and the gazetteer, always on the map
	Outlines    func(p geo.Place, zoom float64) orb.MultiPolygon              // called off the UI goroutine; nil where there is none
	Cities      func(b orb.Bound, n int) []geo.Place                          // the n largest places in a bound, for labels
	Sample      func() []session.Source                                       // the sample story
	Source      func(uri fyne.URI) session.Source                             // a file to open
	Background  func(b Background, changed func(tile.Status)) (Ground, error) // opens another map; nil: there is only one
	// DefaultServer is what the dialog of map servers proposes.
	DefaultServer Background
	Articles      document.Formats                               // what is opened
	Exports       export.Formats                                 // what the story can be saved as
	Export        func(context.Context, Export, io.Writer) error // saves it; called off the UI goroutine
	Recover       func() (session.Source, bool)                  // what was open when the program ended badly; false if nothing. May be nil
	Recovered     func(opened bool)                              // the person has answered whether to open it
	Icon          fyne.Resource
	Serif, Bold   fyne.Resource // faces of articles and quotes
	Fonts         *mark.Fonts   // of the names on the map; nil takes the Go fonts
	Theme         string        // "light", "dark", "projector"; "" takes the preference
	Present       bool          // the first story is presented as soon as it is open
	Version       string
	About         string // data sets and licences
	Home          string // the person's home folder, where choosing files begins; "" if unknown
	Now           func() time.Time
	FirstFrame    func() // tiles and marks of the first story are placed
}

// Window is the program's window. All methods are called on the UI goroutine.
type Window struct {
	cfg     Config
	session *session.Session
	win     fyne.Window
	pal     *kit.Palette

	quotes   *quotelist.List
	mapp     *mapview.Map
	text     *textview.Text
	timeline *timeline.Timeline
	date     *dateCard
	lists    *lists
	frame    *frame
	names    *names
	tips     *kit.Hints
	search   *search
	chips    *chipRow
	present  *presenting // nil while nothing is presented

	heads        [2]*kit.Caption // quotes, article
	published    *kit.Caption
	grounds      []*canvas.Rectangle
	lines        []*canvas.Rectangle
	title, files *kit.Caption
	hint, job    *kit.Caption
	legend       string        // what the shapes of the timeline mean
	lanes        session.Lanes // that the timeline shows
	cancelJob    *kit.Control
	notes        *notice
	play         *kit.Control
	mode, speed  *kit.Control
	width        *kit.Control
	all          *kit.Control
	prevArticle  *kit.Control
	nextArticle  *kit.Control
	content      fyne.CanvasObject
	controls     []*kit.Control
	presentation *kit.Control
	sheet        dialog.Dialog // the sheet of keys, while it is shown
	turnSheet    func(float32) // scrolls it by a part of its height

	styles                 map[styleKey]*tile.Style
	article                int    // index of the article that is shown
	shownID                string // its Document.ID
	openIDs                string // of the documents the map was fitted to
	fitted                 bool   // the map was fitted to the story that is open
	ready                  bool   // FirstFrame was called
	cardEvents, cardQuotes []int  // what the items of the map's open card stand for; -1 for the other kind
	pathOn                 bool   // the line through the events is drawn
	closeGround            func() // closes the background that is drawn on, when another takes its place
	lastTileStatus         string
	stop                   func()
	fullTime               time.Time // when full screen was last toggled; key repeat must not flicker
}

// New builds the window around a session and follows it.
func New(c Config) *Window {
	w := &Window{cfg: c, session: c.Session, article: -1}
	theme := c.Theme
	if theme == "" {
		theme = w.kept().theme()
	}
	w.pal = kit.PaletteNamed(theme).Scaled(w.textPercent())
	c.App.Settings().SetTheme(kit.Theme{Palette: w.pal})
	w.win = c.App.NewWindow("Dateline")
	w.win.SetIcon(c.Icon)
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.build()
	w.win.SetMainMenu(w.menu())
	w.keys()
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.open(uris) })
	w.win.SetCloseIntercept(func() { w.win.Close() })
	w.win.Resize(fyne.NewSize(1440, 880))
	w.win.CenterOnScreen()
	w.applyPalette()
	w.stop = w.session.Observe(w.show)
	if b := w.background(); b.Kind != BackgroundOwn {
		w.SetBackground(b)
	}
	return w
}

// Fyne gives the window itself, for the app and tests.
func (w *Window) Fyne() fyne.Window { return w.win }

func (w *Window) build() {
	w.quotes = quotelist.New()
	w.quotes.OnTap = w.selectQuote
	w.quotes.OnKey, w.quotes.OnRune = w.key, w.rune

	w.names = &names{Source: w.cfg.Tiles, cities: w.cfg.Cities}
	w.mapp = mapview.New(mapview.Config{Dispatch: w.cfg.Dispatch, Guard: w.cfg.Guard, Tiles: w.names, Cities: w.names.Cities, Attribution: w.cfg.Attribution,
		Fonts: w.cfg.Fonts, Outlines: w.cfg.Outlines, ReducedMotion: w.cfg.App.Preferences().Bool("reducedmotion")})
	w.mapp.OnTapMark = w.tapMark
	w.mapp.OnTapEdge = w.tapMark
	w.mapp.OnTapDetail = w.tapDetail
	w.pathOn = w.cfg.App.Preferences().Bool("path")
	w.mapp.OnTapMap = func(orb.Point) { w.session.Unselect() }
	w.mapp.OnViewport = w.session.SetViewport
	w.mapp.OnViewportEnded = w.session.SetViewport
	w.mapp.OnFit = w.fitAll
	w.mapp.OnKey, w.mapp.OnRune = w.key, w.rune
	w.mapp.OnReady = w.frameReady

	w.text = textview.New()
	w.text.OnTap = func(_ int, span story.Span) { w.session.SelectText(w.shownID, span.Start) }
	w.text.OnTapText = func(offset int) { w.session.SelectText(w.shownID, offset) }
	w.text.OnKey, w.text.OnRune = w.key, w.rune

	w.timeline = timeline.New()
	w.timeline.OnPeriod = w.drag
	w.timeline.OnPeriodEnded = w.drag
	w.timeline.OnTapItem = w.tapItem
	w.timeline.OnKey, w.timeline.OnRune = w.key, w.rune

	w.date = newDateCard(w.pal)
	w.lists = newLists(w)
	w.tips = kit.NewHints(w.pal)
	w.search = newSearch(w)
	w.chips = newChipRow(w)
	w.frame = newFrame(w, w.left(), w.middle(), w.right(), w.bottom())
	w.content = container.NewStack(container.New(kit.Below{}, w.topBar(), w.frame.root), w.search.root, w.tips.Root)
	w.win.SetContent(w.content)
}

func (w *Window) ground() *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	w.grounds = append(w.grounds, r)
	return r
}

func (w *Window) line() *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(1, 1))
	w.lines = append(w.lines, r)
	return r
}

func (w *Window) control(text string, icon fyne.Resource, tapped func()) *kit.Control {
	c := kit.NewControl(text, icon, tapped)
	c.OnKey, c.OnRune = w.key, w.rune
	c.OnHint = func(words string) { w.tips.Show(c, words) }
	w.controls = append(w.controls, c)
	return c
}

func (w *Window) topBar() fyne.CanvasObject {
	w.title, w.files, w.job = kit.NewCaption(), kit.NewCaption(), kit.NewCaption()
	w.cancelJob = w.control(text("Cancel"), nil, w.session.Cancel)
	w.cancelJob.Hide()
	w.notes = newNotice(text("Close"), w.session.Dismiss)
	open := w.control(text("Open…"), theme.FolderOpenIcon(), w.openDialog)
	paste := w.control(text("Paste text"), theme.ContentPasteIcon(), w.paste)
	save := w.control(text("Save map picture…"), theme.DocumentSaveIcon(), w.savePicture)
	w.presentation = w.control(text("Present"), theme.MediaPlayIcon(), w.presentFromStart)
	w.presentation.Importance = widget.HighImportance
	w.presentation.IconPlacement = widget.ButtonIconTrailingText
	w.presentation.Hint = text("Present (F5) opens on the screen that this window is on: drag it to the projector first")
	bar := &kit.Toolbar{Gap: 8, Scale: w.scale,
		Left: []fyne.CanvasObject{open, paste}, Right: []fyne.CanvasObject{w.cancelJob, w.search.entry, save, w.presentation},
		Spare:  []fyne.CanvasObject{save, paste},
		Middle: container.New(kit.Beside{Gap: 10}, w.title, w.files, w.job)}
	return container.NewVBox(container.New(kit.Indent{Left: 12, Top: 8, Right: 12, Bottom: 8}, container.New(bar, append(bar.All(), bar.Middle)...)), w.line(), w.chips.root, w.notes)
}

// left is the pane with the lists, right the one with the article.
func (w *Window) left() fyne.CanvasObject {
	w.heads[0] = kit.NewCaption()
	return w.lists.pane(w.heads[0])
}

func (w *Window) right() fyne.CanvasObject {
	w.heads[1], w.published = kit.NewCaption(), kit.NewCaption()
	w.prevArticle = w.control("", theme.NavigateBackIcon(), func() { w.session.SelectArticle(w.articleID(w.article - 1)) })
	w.nextArticle = w.control("", theme.NavigateNextIcon(), func() { w.session.SelectArticle(w.articleID(w.article + 1)) })
	w.prevArticle.Hint, w.nextArticle.Hint = text("Previous article"), text("Next article")
	head := container.NewBorder(nil, nil, nil, container.NewHBox(w.prevArticle, w.nextArticle),
		container.New(kit.Indent{Left: 16, Top: 5, Right: 0, Bottom: 3}, container.NewVBox(w.heads[1], w.published)))
	return container.NewStack(w.ground(), container.NewBorder(head, nil, nil, nil, w.text))
}

func (w *Window) middle() fyne.CanvasObject {
	return container.NewStack(w.mapp, container.New(corner{w, 16}, w.date))
}

// bottom is the timeline with its buttons.
func (w *Window) bottom() *bottomPane {
	w.play = w.control("", theme.MediaPlayIcon(), w.session.Play)
	w.play.Importance = widget.HighImportance
	w.play.Hint = text("Play or pause") + " (" + text("Space") + ")"
	w.width = w.control("", theme.MenuDropDownIcon(), w.widthMenu)
	w.width.IconPlacement = widget.ButtonIconTrailingText
	w.all = w.control(text("Reset"), nil, w.session.Reset)
	w.all.Hint = text("Show everything again: all dates, no filter")
	mode, speed := w.playControls()
	w.hint = kit.NewCaption()
	return newBottomPane(w, w.line(), w.play,
		w.control(text("Previous"), theme.MediaSkipPreviousIcon(), func() { w.session.Previous() }),
		w.control(text("Next"), theme.MediaSkipNextIcon(), func() { w.session.Next() }),
		mode, w.width, speed, w.all, w.hint)
}

// scale is how much larger than at first the text is.
func (w *Window) scale() float32 { return w.pal.TextSize / 14 }

// applyPalette gives every pane the colours of the palette.
func (w *Window) applyPalette() {
	p := w.pal
	for _, g := range w.grounds {
		g.FillColor = p.Pane
		g.Refresh()
	}
	for _, l := range w.lines {
		l.FillColor = p.Line
		l.Refresh()
	}
	w.title.Look(p.Text, p.TextSize*1.07, true)
	for _, c := range []*kit.Caption{w.files, w.job, w.hint, w.published} {
		c.Look(p.Muted, p.TextSize*0.93, false)
	}
	for _, c := range w.heads {
		c.Look(p.Muted, p.TextSize*0.86, false)
	}
	w.date.setPalette(p)
	w.notes.setPalette(p)
	for _, c := range w.controls {
		c.Refresh()
	}
	w.lists.setPalette(p)
	w.search.close()
	w.tips.SetPalette(p)
	w.frame.setPalette(p)
	if w.present != nil {
		w.presentLooks()
	} else {
		w.mapLooks(p.TextSize, w.style(float64(w.textPercent())/100))
		w.timeline.SetLook(timeline.Look{})
		w.placeCard()
	}
	w.text.SetLook(textview.Look{Font: w.cfg.Serif, BoldFont: w.cfg.Bold, TextSize: p.ArticlePts, Text: p.Text,
		Dimmed: p.Muted, PlaceLine: p.Filled, ActorLine: p.Ring, TimeLine: p.Date})
	w.quotes.SetLook(quotelist.Look{WordsFont: w.cfg.Serif, Background: p.Pane, Card: p.Bar, Border: p.Line, Text: p.Text,
		Muted: p.Muted, Date: p.Date, Ring: p.Ring, Place: p.Filled, WordsSize: p.ArticlePts, TextSize: p.TextSize,
		SmallSize: p.TextSize * 0.84})
	w.content.Refresh()
}

// mapLooks gives the map its colours, with text of a size, in a style.
func (w *Window) mapLooks(size float32, style *tile.Style) {
	p := w.pal
	w.mapp.SetStyle(style)
	w.mapp.SetLook(mapview.Look{Filled: p.Filled, Ring: p.Ring, Card: kit.WithAlpha(p.Bar, 0xF2), CardText: p.Text,
		CardMuted: p.Muted, Focus: p.Ring, TextSize: size})
}

// style is the map's style of the theme with text larger by a factor. The same values give the same style, so that tiles
// already drawn are still good.
func (w *Window) style(factor float64) *tile.Style {
	base := tile.StyleNamed(w.pal.Name)
	if factor > 0.99 && factor < 1.01 {
		return base
	}
	key := styleKey{base, int(factor*100 + 0.5)}
	if w.styles[key] == nil {
		if w.styles == nil {
			w.styles = map[styleKey]*tile.Style{}
		}
		c := *base
		c.TextScale *= factor
		w.styles[key] = &c
	}
	return w.styles[key]
}

type styleKey struct {
	base    *tile.Style
	percent int
}

// placeCard tells the map where the date stands on it.
func (w *Window) placeCard() {
	if w.present != nil {
		return
	}
	size := w.date.Size()
	side := 72 * float64(w.scale())
	w.mapp.SetInset(viewport.Pad{Left: 24, Top: float64(size.Height) + 32, Right: side, Bottom: 52})
	w.mapp.SetCards(mapview.Card{At: fyne.NewPos(16, 16), Size: size})
}

// setTheme changes the palette and keeps the choice.
func (w *Window) setTheme(name string) {
	w.cfg.App.Preferences().SetString("theme", name)
	w.usePalette(name)
}

// usePalette shows everything in a palette at the person's text size.
func (w *Window) usePalette(name string) {
	w.pal = kit.PaletteNamed(name).Scaled(w.textPercent())
	w.cfg.App.Settings().SetTheme(kit.Theme{Palette: w.pal})
	w.applyPalette()
	if w.present == nil { // the menu has another height
		w.win.SetMainMenu(w.menu())
	}
	w.frame.relayout()
}

// textPercent is the text size that the person chose.
func (w *Window) textPercent() int { return w.kept().textPercent() }

// stepText makes text larger or smaller by so many steps; 0 makes it normal.
func (w *Window) stepText(by int) {
	to := 100
	if by != 0 {
		i, _ := slices.BinarySearch(kit.TextSizes, w.textPercent())
		to = kit.TextSizes[min(max(i+by, 0), len(kit.TextSizes)-1)]
	}
	if to == w.textPercent() {
		return
	}
	w.cfg.App.Preferences().SetInt("textsize", to)
	w.usePalette(w.pal.Name)
}

// toggleMotion turns flights of the map into cuts, or back.
func (w *Window) toggleMotion() {
	on := !w.cfg.App.Preferences().Bool("reducedmotion")
	w.cfg.App.Preferences().SetBool("reducedmotion", on)
	w.mapp.SetReducedMotion(on)
	w.checkMenu()
}

// frameReady is told by the map when all it shows is placed. The session learns what is in view, and the first time
// with a story in it is the first frame.
func (w *Window) frameReady() {
	w.cfg.Dispatch(func() {
		w.session.SetViewport(w.mapp.Viewport())
		if w.ready || len(w.session.State().Story.Articles) == 0 {
			return
		}
		w.ready = true
		if w.cfg.FirstFrame != nil {
			w.cfg.FirstFrame()
		}
	})
}

// Panes gives where each pane stands in the window, as x, y, width and height; for tests and traces.
func (w *Window) Panes() map[string][4]float32 {
	out := map[string][4]float32{}
	d := w.cfg.App.Driver()
	for name, o := range map[string]fyne.CanvasObject{"quotes": w.quotes, "present": w.presentation, "map": w.mapp, "article": w.text, "timeline": w.timeline, "date": w.date} {
		p, s := d.AbsolutePositionForObject(o), o.Size()
		out[name] = [4]float32{p.X, p.Y, s.Width, s.Height}
	}
	return out
}

// VisibleText is the part of the article that is in view; for tests and traces.
func (w *Window) VisibleText() story.Span { return w.text.VisibleSpan() }

// Package ui is the window: it binds the session to the panes and the panes' gestures to commands. What is shown is
// decided by story.Visible and by the session; here it is put into words, colours and places on the screen.
package ui

import (
	"context"
	"io"
	"slices"
	"time"

	"dateline/app/export"
	"dateline/app/session"
	"dateline/app/story"
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
	Exports       export.Formats                                 // what the story can be saved as
	Export        func(context.Context, Export, io.Writer) error // saves it; called off the UI goroutine
	Recover       []session.Source                               // what was open when the program ended badly; nil if nothing
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
	pal     *palette

	quotes   *quotelist.List
	mapp     *mapview.Map
	text     *textview.Text
	timeline *timeline.Timeline
	date     *dateCard
	lists    *lists
	frame    *frame
	names    *names
	tips     *tips
	search   *search
	chips    *chipRow
	present  *presenting // nil while nothing is presented

	heads        [2]*caption // quotes, article
	published    *caption
	grounds      []*canvas.Rectangle
	lines        []*canvas.Rectangle
	title, files *caption
	hint, job    *caption
	legend       string        // what the shapes of the timeline mean
	lanes        session.Lanes // that the timeline shows
	cancelJob    *control
	notes        *notice
	play         *control
	mode, speed  *control
	width        *control
	all          *control
	prevArticle  *control
	nextArticle  *control
	content      fyne.CanvasObject
	controls     []*control
	presentation *control
	sheet        dialog.Dialog // the sheet of keys, while it is shown
	turnSheet    func(float32) // scrolls it by a part of its height

	styles                 map[styleKey]*tile.Style
	article                int    // index of the article that is shown
	shownID                string // its Document.ID
	openIDs                string // of the documents the map was fitted to
	fitted                 bool   // the map was fitted to the story that is open
	ready                  bool   // FirstFrame was called
	picture                string // name of the last picture saved
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
	w.pal = paletteNamed(theme).scaled(w.textPercent())
	c.App.Settings().SetTheme(look{w.pal})
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
	w.tips = newTips(w)
	w.search = newSearch(w)
	w.chips = newChipRow(w)
	w.frame = newFrame(w, w.left(), w.middle(), w.right(), w.bottom())
	w.content = container.NewStack(container.New(below{}, w.topBar(), w.frame.root), w.search.root, w.tips.root)
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

func (w *Window) control(text string, icon fyne.Resource, tapped func()) *control {
	c := newControl(text, icon, tapped)
	c.onKey, c.onRune = w.key, w.rune
	c.onHint = func(words string) { w.tips.show(c, words) }
	w.controls = append(w.controls, c)
	return c
}

func (w *Window) topBar() fyne.CanvasObject {
	w.title, w.files, w.job = newCaption(), newCaption(), newCaption()
	w.cancelJob = w.control(text("Cancel"), nil, w.session.Cancel)
	w.cancelJob.Hide()
	w.notes = newNotice(text("Close"), w.session.Dismiss)
	open := w.control(text("Open…"), theme.FolderOpenIcon(), w.openDialog)
	paste := w.control(text("Paste text"), theme.ContentPasteIcon(), w.paste)
	save := w.control(text("Save map picture…"), theme.DocumentSaveIcon(), w.savePicture)
	w.presentation = w.control(text("Present"), theme.MediaPlayIcon(), w.presentFromStart)
	w.presentation.Importance = widget.HighImportance
	w.presentation.IconPlacement = widget.ButtonIconTrailingText
	w.presentation.hint = text("Present (F5) opens on the screen that this window is on: drag it to the projector first")
	bar := &toolbar{gap: 8, scale: w.scale,
		left: []fyne.CanvasObject{open, paste}, right: []fyne.CanvasObject{w.cancelJob, w.search.entry, save, w.presentation},
		spare:  []fyne.CanvasObject{save, paste},
		middle: container.New(beside{10}, w.title, w.files, w.job)}
	return container.NewVBox(container.New(indent{12, 8, 12, 8}, container.New(bar, append(bar.all(), bar.middle)...)), w.line(), w.chips.root, w.notes)
}

// left is the pane with the lists, right the one with the article.
func (w *Window) left() fyne.CanvasObject {
	w.heads[0] = newCaption()
	return w.lists.pane(w.heads[0])
}

func (w *Window) right() fyne.CanvasObject {
	w.heads[1], w.published = newCaption(), newCaption()
	w.prevArticle = w.control("", theme.NavigateBackIcon(), func() { w.session.SelectArticle(w.articleID(w.article - 1)) })
	w.nextArticle = w.control("", theme.NavigateNextIcon(), func() { w.session.SelectArticle(w.articleID(w.article + 1)) })
	w.prevArticle.hint, w.nextArticle.hint = text("Previous article"), text("Next article")
	head := container.NewBorder(nil, nil, nil, container.NewHBox(w.prevArticle, w.nextArticle),
		container.New(indent{16, 5, 0, 3}, container.NewVBox(w.heads[1], w.published)))
	return container.NewStack(w.ground(), container.NewBorder(head, nil, nil, nil, w.text))
}

func (w *Window) middle() fyne.CanvasObject {
	return container.NewStack(w.mapp, container.New(corner{w, 16}, w.date))
}

// bottom is the timeline with its buttons.
func (w *Window) bottom() *bottomPane {
	w.play = w.control("", theme.MediaPlayIcon(), w.session.Play)
	w.play.Importance = widget.HighImportance
	w.play.hint = text("Play or pause") + " (" + text("Space") + ")"
	w.width = w.control("", theme.MenuDropDownIcon(), w.widthMenu)
	w.width.IconPlacement = widget.ButtonIconTrailingText
	w.all = w.control(text("Reset"), nil, w.session.Reset)
	w.all.hint = text("Show everything again: all dates, no filter")
	mode, speed := w.playControls()
	w.hint = newCaption()
	return newBottomPane(w, w.line(), w.play,
		w.control(text("Previous"), theme.MediaSkipPreviousIcon(), func() { w.session.Previous() }),
		w.control(text("Next"), theme.MediaSkipNextIcon(), func() { w.session.Next() }),
		mode, w.width, speed, w.all, w.hint)
}

// scale is how much larger than at first the text is.
func (w *Window) scale() float32 { return w.pal.textSize / 14 }

// applyPalette gives every pane the colours of the palette.
func (w *Window) applyPalette() {
	p := w.pal
	for _, g := range w.grounds {
		g.FillColor = p.pane
		g.Refresh()
	}
	for _, l := range w.lines {
		l.FillColor = p.line
		l.Refresh()
	}
	w.title.look(p.text, p.textSize*1.07, true)
	for _, c := range []*caption{w.files, w.job, w.hint, w.published} {
		c.look(p.muted, p.textSize*0.93, false)
	}
	for _, c := range w.heads {
		c.look(p.muted, p.textSize*0.86, false)
	}
	w.date.setPalette(p)
	w.notes.setPalette(p)
	for _, c := range w.controls {
		c.Refresh()
	}
	w.lists.setPalette(p)
	w.search.close()
	w.tips.setPalette(p)
	w.frame.setPalette(p)
	if w.present != nil {
		w.presentLooks()
	} else {
		w.mapLooks(p.textSize, w.style(float64(w.textPercent())/100))
		w.timeline.SetLook(timeline.Look{})
		w.placeCard()
	}
	w.text.SetLook(textview.Look{Font: w.cfg.Serif, BoldFont: w.cfg.Bold, TextSize: p.articlePts, Text: p.text,
		Dimmed: p.muted, PlaceLine: p.filled, ActorLine: p.ring, TimeLine: p.date})
	w.quotes.SetLook(quotelist.Look{WordsFont: w.cfg.Serif, Background: p.pane, Card: p.bar, Border: p.line, Text: p.text,
		Muted: p.muted, Date: p.date, Ring: p.ring, Place: p.filled, WordsSize: p.articlePts, TextSize: p.textSize,
		SmallSize: p.textSize * 0.84})
	w.content.Refresh()
}

// mapLooks gives the map its colours, with text of a size, in a style.
func (w *Window) mapLooks(size float32, style *tile.Style) {
	p := w.pal
	w.mapp.SetStyle(style)
	w.mapp.SetLook(mapview.Look{Filled: p.filled, Ring: p.ring, Card: withAlpha(p.bar, 0xF2), CardText: p.text,
		CardMuted: p.muted, Focus: p.ring, TextSize: size})
}

// style is the map's style of the theme with text larger by a factor. The same values give the same style, so that tiles
// already drawn are still good.
func (w *Window) style(factor float64) *tile.Style {
	base := tile.StyleNamed(w.pal.name)
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
	w.pal = paletteNamed(name).scaled(w.textPercent())
	w.cfg.App.Settings().SetTheme(look{w.pal})
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
		i, _ := slices.BinarySearch(textSizes, w.textPercent())
		to = textSizes[min(max(i+by, 0), len(textSizes)-1)]
	}
	if to == w.textPercent() {
		return
	}
	w.cfg.App.Preferences().SetInt("textsize", to)
	w.usePalette(w.pal.name)
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

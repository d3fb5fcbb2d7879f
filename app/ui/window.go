// Package ui is the window: it hands what bind makes of the session to the panes, and the panes' gestures to commands.
// What is shown is decided by story.Visible and by the session, how it is worded by bind; here it gets its place on the
// screen.
//
// The window is made of parts (desk.go says what they share): the bar at the top with search and filter, the lists, the
// map with the date over it, the article, the timeline with its buttons, the frame that places them, and the presenter's
// screen. Each follows the session by itself; the window only joins them.
package ui

import (
	"context"
	"image"
	"io"
	"time"

	"dateline/app/document"
	"dateline/app/export"
	"dateline/app/places"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"dateline/app/ui/dialog"
	"dateline/app/ui/kit"
	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/paulmach/orb"
)

// Config is what the window needs from the app. Session, App and Dispatch are needed.
type Config struct {
	App         fyne.App
	Session     *session.Session
	Dispatch    func(func())
	Guard       func(func()) // runs work off the UI goroutine; a panic in it is reported and does not end the program
	Outside     func(func()) // does what looks for the person's own folders. May be nil
	Tiles       tile.Source
	Attribution string                                                        // of the basemap and the gazetteer, always on the map
	Outlines    func(p geo.Place, zoom float64) orb.MultiPolygon              // called off the UI goroutine; nil where there is none
	Cities      func(b orb.Bound, n int) []geo.Place                          // the n largest places in a bound, for labels
	Sample      func(folder string) []session.Source                          // a sample story, by its folder in assets/samples
	Guide       func() (path string, err error)                               // writes the guide and says where; nil: there is none
	Source      func(uri fyne.URI) session.Source                             // a file to open
	Background  func(b Background, changed func(tile.Status)) (Ground, error) // opens another map; nil: there is only one
	// DefaultServer is what the dialog of map servers proposes.
	DefaultServer  Background
	Articles       document.Formats                                  // what is opened
	Exports        export.Formats                                    // what the story can be saved as
	Export         func(context.Context, Export, io.Writer) error    // saves it; called off the UI goroutine
	Still          func(context.Context, Still) (image.Image, error) // draws a small map; called off the UI goroutine. May be nil
	Recover        func() (session.Source, bool)                     // what was open when the program ended badly; false if nothing. May be nil
	Recovered      func(opened bool)                                 // the person has answered whether to open it
	Icon           fyne.Resource
	Serif, Bold    fyne.Resource           // faces of articles and quotes
	Countries      func(iso string) string // what a country is called in the person's language; "" where that is not known. May be nil
	Sans, SansBold fyne.Resource           // faces of everything else; nil takes the toolkit's own
	Fonts          *mark.Fonts             // of the names on the map; nil takes the Go fonts
	Theme          string                  // "light", "dark", "projector"; "" takes the preference
	Present        bool                    // the first story is presented as soon as it is open
	Version        string
	About          string // data sets and licences
	// Fetch asks for the page at an address; agreed says which sites may be asked. Called off the UI goroutine. Needed.
	Fetch func(ctx context.Context, typed string, agreed func(site string) bool) (session.Source, error)
	Home  string // the person's home folder, where choosing files begins; "" if unknown
	Now   func() time.Time

	// What corrections need of the gazetteer and of the reading of days; each may be nil. FindPlaces is called off the UI
	// goroutine.
	PlaceByID   func(geo.PlaceID) (geo.Place, bool)
	CountryName func(iso string) string
	FindPlaces  func(typed string, n int) []geo.Place
	ReadDays    func(words string, anchor story.Day) (from, to story.Day, ok bool)
	// Places is what the person added to the gazetteer; nil: nothing can be added. It may take its time when it is first called.
	Places func() *places.Shelf
	// Lesson writes what is open to a file that is presented as soon as it is opened. Called off the UI goroutine; nil: it cannot be.
	Lesson func(ctx context.Context, st session.State, path string) error
	// Versions are the earlier states of the project at a path, the newest first.
	Versions func(path string) []Version

	FileKind FileKind // whether the system opens project files by this program; nil: there is nothing to choose

	Presents   func(on bool) // a story is presented, or no longer. May be nil
	FirstFrame func()        // tiles and marks of the first story are placed
}

// Still is a small map with its marks and nothing else on it.
type Still struct {
	Story  *story.Story
	View   story.View
	Frame  viewport.Viewport
	Chosen orb.Point // of the mark that is selected
	Style  *tile.Style
	Scale  float64 // of px: 2 draws twice as many on each side
}

// Window is the program's window. All methods are called on the UI goroutine. Several windows may follow one session.
type Window struct {
	*desk
	article *articlePane
	lists   *lists
	maps    *mapPane
	time    *timePane
	frame   *frame
	search  *search
	top     *topBar
	present *presenter
	screens *screens
	lesson  *lesson
	looks   *looks
	files   *files
	grounds *grounds
	keys    *keys
	correct *corrector
	copier  *copier
	checks  *checks
	table   *articleList
	compare *comparer
	clocks  *clocks
	desktop *projects
	own     *ownPlaces
	full    *fullScreen
	begin   *startPage
	steps   *firstSteps

	parts   []part // in the order in which they are told of a change
	content fyne.CanvasObject
	menu    string // what the menu was made for; see checkMenu
	again   func() // offers what was open when the program ended badly
	wanted  bool   // the first story is to be presented
	stop    func() // ends following the session
}

// New builds the window around a session and follows it.
func New(c Config) *Window {
	w := &Window{desk: newDesk(&c), wanted: c.Present}
	w.again = func() { offerRecovery(w.desk, &c) }
	w.run = func(id command.ID) { w.keys.table.Named(id).Run() }
	w.build(&c)
	w.keys.table = command.All(command.Parts{System: w.system(c.FileKind), Session: c.Session, Files: w.files, Map: mapCommands{w.maps, w.grounds}, Lists: w.lists,
		Frame: w.frame, Looks: w.looks, Show: showCommands{w.present, w.present.ask}, Screens: w.screens, Window: w, Word: text, Correct: correctCommands{w.correct, w.lists}, Copying: w.copier, Projects: w.desktop, Places: w.own, Compare: w.compare, Slides: w.lesson, Time: w.time, Clocks: w.clocks,
		Sheets: &sheets{keys: w.keys, article: w.article, version: c.Version, about: c.About, guide: c.Guide}})
	w.keys.listen()
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.files.open(uris) })
	w.win.SetCloseIntercept(w.Close)
	w.win.SetOnClosed(w.closed)
	w.win.Resize(fyne.NewSize(1440, 880))
	w.win.CenterOnScreen()
	w.wear()
	w.looks.follow()
	w.stop = w.session.Observe(w.show)
	if b := w.kept.background(); b.Kind != BackgroundOwn {
		w.grounds.use(b)
	}
	return w
}

// newDesk opens the window that the parts stand in.
func newDesk(c *Config) *desk {
	d := &desk{app: c.App, outside: c.Outside, session: c.Session, dispatch: c.Dispatch, words: bind.Speak(lang.L, lang.X, lang.XN).Naming(c.Countries), kept: kept{c.App.Preferences()}, letters: kit.Letters{Regular: c.Sans, Bold: c.SansBold}}
	kit.SetFromTheRight(lang.X("[direction]", "from the left") == "from the right")
	theme := c.Theme
	if theme == "" {
		theme = d.kept.theme()
	}
	d.pal = kit.PaletteNamed(theme).Scaled(d.kept.textPercent())
	d.hints = kit.NewHints(d.pal)
	c.App.Settings().SetTheme(kit.Theme{Palette: d.pal, Letters: d.letters})
	d.win = c.App.NewWindow("Dateline")
	d.win.SetIcon(c.Icon)
	if len(c.App.Driver().AllWindows()) == 1 { // closing the first window ends the program, closing another does not
		d.win.SetMaster()
	}
	d.win.SetPadded(false)
	return d
}

// build makes the parts and lays them out.
func (w *Window) build(c *Config) {
	d := w.desk
	w.keys = &keys{desk: d, now: c.Now, ran: w.checkMenu}
	d.onKey, d.onRune = w.keys.key, w.keys.rune
	w.full = &fullScreen{win: d.win, now: c.Now}
	w.maps = newMapPane(d, c)
	w.article = newArticlePane(d, c.Serif, c.Bold)
	w.correct = newCorrector(d, c, w.maps, w.article)
	w.checks = newChecks(d, w.correct, c.Serif)
	w.table = newArticleList(d, w.article, c.Now)
	w.lists = newLists(d, c.Serif, w.checks, w.table)
	w.time = newTimePane(d)
	w.frame = newFrame(d, w.lists, w.maps, w.article, w.time)
	w.compare = newComparer(d, c.Serif, w.correct.atlas)
	w.compare.said = w.correct.tell
	w.compare.cover = w.frame.cover
	w.clocks = newClocks(d)
	w.clocks.cover, w.clocks.other, w.compare.other = w.frame.cover, w.compare.leave, w.clocks.leave
	w.copier = &copier{desk: d, lists: w.lists, text: w.article, compare: w.compare, atlas: w.correct.atlas, said: w.correct.tell}
	w.correct.copy, w.table.copied = w.copier, w.copier.list
	w.search = newSearch(d)
	w.top = newTopBar(d, w.search.entry)
	w.files = newFiles(d, c)
	w.looks = &looks{desk: d, wear: w.wear, motion: w.maps.mapp.SetReducedMotion}
	w.maps.mapp.OnDeepest = w.deepest
	w.grounds = &grounds{desk: d, open: c.Background, proposed: c.DefaultServer, draw: w.maps.setTiles}
	w.present = &presenter{desk: d, serif: c.Serif, presents: c.Presents, maps: w.maps, time: w.time, full: w.full,
		keys:  func(r rune) (*command.Command, bool) { return w.keys.table.ForRune(r) },
		enter: w.giveWay, leave: w.comeBack}
	w.present.ask = &asker{presenter: w.present, outlines: c.Outlines, seed: 1}
	w.screens = newScreens(d, c, w.present)
	w.keys.present, w.keys.search = w.present, w.search
	w.screens.hold = w.keys.hold
	w.lesson = newLesson(d, c, w.maps, w.present)
	w.lesson.beside, w.lesson.shifted = w.frame.beside, w.keys.shifted
	w.desktop = newProjects(d, c, w.files, w.correct)
	w.table.out, w.table.note = w.desktop.takeOut, w.desktop.note
	w.own = newOwnPlaces(d, c, w.files, w.maps, w.correct)
	w.begin = newStartPage(d, w.desktop.recent, w.desktop.openPath, w.frame.root)
	w.steps = newFirstSteps(d)
	w.top.root.Add(w.steps.root)
	w.parts = []part{w.top, w.steps, w.begin, w.article, w.time, w.maps, w.checks, w.table, w.lists, w.search, w.correct, w.desktop, w.own, w.compare, w.clocks, w.present, w.screens, w.lesson}
	w.point()
	w.content = container.NewStack(container.New(kit.Below{}, w.top.root, container.NewStack(w.frame.root, w.begin.root)), w.correct.root, w.search.root, w.hints.Root)
	d.win.SetContent(w.content)
}

// showCommands are the presenter's screen and the questions on it.
type showCommands struct {
	*presenter
	asker *asker
}

// Ask asks about the story.
func (s showCommands) Ask() { s.asker.Ask() }

// mapCommands are the map and what it is drawn on, as the commands know them.
type mapCommands struct {
	*mapPane
	grounds *grounds
}

// Background asks for another background.
func (m mapCommands) Background() { m.grounds.ask() }

// show brings what changed of the session onto the screen.
func (w *Window) show(st session.State, c session.Change) {
	if c&(session.Opened|session.Saved) != 0 {
		w.win.SetTitle(w.words.WindowTitle(st))
	}
	for _, p := range w.parts {
		p.show(st, c)
	}
	w.checkMenu()
	if lesson := session.Opened | session.Ran; c&lesson == lesson && st.Lesson {
		w.wanted = true
	}
	if w.wanted && c&session.Opened != 0 && len(st.Story.Articles) > 0 {
		w.wanted = false
		w.dispatch(w.present.FromStart)
	}
}

// wear shows everything in the colours of the desk.
func (w *Window) wear() {
	w.repaint()
	w.hints.SetPalette(w.pal)
	w.frame.setPalette(w.pal)
	for _, p := range w.parts {
		p.setPalette(w.pal)
	}
	w.content.Refresh()
	w.menu = "" // it has another height
	w.checkMenu()
	w.frame.relayout()
}

// checkMenu makes the menu anew where something in it is checked or possible that was not, or the other way round.
func (w *Window) checkMenu() {
	if w.present.on() {
		return
	}
	if signs := w.keys.table.Signs(); signs != w.menu {
		w.menu = signs
		w.win.SetMainMenu(w.keys.table.Menu(text, w.app.Clipboard(), w.choose))
	}
}

// choose is a command that was chosen in the menu or by its shortcut.
func (w *Window) choose(c *command.Command) {
	w.keys.do(c)
	w.checkMenu()
}

// giveWay puts the presenter's screen in the window's place. Its menu goes, but the program can be left as ever.
func (w *Window) giveWay(screen fyne.CanvasObject) {
	w.win.SetMainMenu(nil)
	quit := w.keys.table.Named("quit")
	w.win.Canvas().AddShortcut(quit.Shortcut(w.app.Clipboard()), func(fyne.Shortcut) { quit.Run() })
	w.win.SetContent(screen)
}

// comeBack brings the window back after presenting.
func (w *Window) comeBack() {
	w.win.Canvas().RemoveShortcut(w.keys.table.Named("quit").Shortcut(w.app.Clipboard()))
	w.win.SetContent(w.content)
	w.wear()
	w.show(w.session.State(), session.Everything&^(session.Moved|session.Opened))
	w.steps.tick(2)
}

// closed ends what the window holds on to.
func (w *Window) closed() {
	w.looks.gone = true
	w.screens.end()
	w.stop()
	w.grounds.close()
}

// Handed opens what another start of the program was asked to open, as if it were dropped here, and comes to the front. No
// sources: it only comes to the front.
func (w *Window) Handed(add []session.Source) {
	w.win.RequestFocus()
	w.files.openSources(add)
}

// Find gives the keyboard to the search field.
func (w *Window) Find() {
	if !w.present.on() && !w.keys.busy() {
		w.search.take()
	}
}

// FindNext goes to the next of what was found, or by -1 to the one before.
func (w *Window) FindNext(by int) {
	if !w.present.on() && !w.keys.busy() {
		w.search.next(by)
	}
}

// Article is the Document.ID of the article in view; "" where there is none.
func (w *Window) Article() string { return w.article.id }

// FullScreen fills the screen with the window, or ends that.
func (w *Window) FullScreen() { w.full.toggle() }

// deepest says that the map has no more detail.
func (w *Window) deepest() {
	w.correct.tell(text("The map has no more detail than this."))
}

// OpenMenu opens the menu, to be walked by the arrows, or closes it. Alt does the same on systems where the menu is the window's.
func (w *Window) OpenMenu() {
	if bar, ok := w.win.Canvas().(interface{ ToggleMenu() }); ok && w.win.MainMenu() != nil {
		bar.ToggleMenu()
	}
}

// Leave goes one step out of whatever is open: the list of what was found, what stands open on the map, full screen, the
// keyboard's place, the selection.
func (w *Window) Leave() {
	switch {
	case w.search.open():
		w.search.leave()
	case w.correct.leave():
	case w.compare.leave(), w.clocks.leave():
	case w.lesson.leave():
	case w.maps.mapp.CloseOpen():
	case w.win.FullScreen():
		w.full.toggle()
	case w.win.Canvas().Focused() != nil:
		w.win.Canvas().Unfocus()
	default:
		w.session.Pause()
		w.session.Unselect()
	}
}

// Close closes the window; first the person says what becomes of changes that are in no file.
func (w *Window) Close() {
	if w.screens.CanSwap() { // leaving either of two windows ends the presentation and nothing else
		w.present.end()
		return
	}
	w.desktop.guard(w.win.Close)
}

// Fyne gives the window itself, for the app and tests.
func (w *Window) Fyne() fyne.Window { return w.win }

// OfferRecovery asks whether what was open when the program ended badly is to be opened again.
func (w *Window) OfferRecovery() { w.again() }

func offerRecovery(d *desk, c *Config) {
	if c.Recover == nil {
		return
	}
	left, ok := c.Recover()
	if !ok {
		return
	}
	dialog.Recover(d.dialogs(), func(yes bool) {
		if c.Recovered != nil {
			c.Recovered(yes)
		}
		if yes {
			d.session.Open([]session.Source{left})
		}
	})
}

// Panes gives where each pane stands in the window, as x, y, width and height; for tests and traces.
func (w *Window) Panes() map[string][4]float32 {
	out := map[string][4]float32{}
	d := w.app.Driver()
	for name, o := range map[string]fyne.CanvasObject{"quotes": w.lists.quotes, "present": w.top.present, "map": w.maps.mapp, "article": w.article.text,
		"timeline": w.time.timeline, "date": w.maps.date} {
		p, s := d.AbsolutePositionForObject(o), o.Size()
		out[name] = [4]float32{p.X, p.Y, s.Width, s.Height}
	}
	return out
}

// VisibleText is the part of the article that is in view; for tests and traces.
func (w *Window) VisibleText() story.Span { return w.article.text.VisibleSpan() }

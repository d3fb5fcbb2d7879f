// Package app joins the data that ships, the engine, the session and the window, and runs them. All decisions about
// reading are below it, all decisions about looks in app/ui.
package app

import (
	"context"
	"fmt"
	"image"
	"io"
	"log"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	informats "dateline/app/document/formats"
	"dateline/app/engine"
	"dateline/app/export"
	outformats "dateline/app/export/formats"
	"dateline/app/export/scene"
	"dateline/app/fetch"
	"dateline/app/instance"
	"dateline/app/library"
	_ "dateline/app/locale" // before Fyne starts
	"dateline/app/places"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui"
	"dateline/assets"
	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/outline"
	"dateline/geo/staticmap"
	"dateline/geo/tile"
	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/paulmach/orb"
)

// ID names the program to the system: where it keeps its settings.
const ID = "org.dateline.viewer"

// Version is the program's version.
const Version = engine.Version

// How much the heap grows before it is collected, in per cent of what lives: most of that is pictures, which stay. While a story
// is presented little is made anew, so that collecting early costs little.
const (
	gcPercent        = 50
	gcWhilePresented = 25
)

// While a story is presented, all of Go's memory is at most this many times what lived when that began, or mostWhilePresented
// bytes if that is more: what a flight over the map leaves behind goes back to the system at once and not in a few minutes.
const (
	timesWhilePresented = 2
	mostWhilePresented  = 160 << 20
)

// settled is how long after the first frame all is drawn and the sample told: what starting has left behind then goes back to the
// system at once and not in a few minutes.
const settled = 3 * time.Second

// presents is told that a story is presented, or no longer.
func (p *program) presents(on bool) {
	p.presented.Store(on)
	switch {
	case os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "":
	case on:
		debug.SetGCPercent(gcWhilePresented)
		go p.watch.run(p.holdMemory)
	default:
		debug.SetGCPercent(gcPercent)
		debug.SetMemoryLimit(math.MaxInt64)
	}
}

// holdMemory gives the system back what is free, and bounds what there may be from now on.
func (p *program) holdMemory() {
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	debug.SetMemoryLimit(max(mostWhilePresented, timesWhilePresented*int64(m.HeapAlloc)))
	if !p.presented.Load() { // it ended meanwhile
		debug.SetMemoryLimit(math.MaxInt64)
	}
}

// Config is what the command line and the environment say. The zero value opens the sample story.
type Config struct {
	Files    []string  // articles and folders to open in place of the sample story
	Theme    string    // "light", "dark", "projector"; "" the one last chosen
	Language string    // "de", "uk" …; "" the system's
	Trace    string    // file to write the trace to; "" none
	Begin    time.Time // when the process started
	Present  bool      // begin presenting
	New      bool      // open a window of its own, even where the program runs already
	Fault    string    // "thread": make one wrong call from another goroutine, so that a test sees Fyne report it
}

func logf(format string, args ...any) { log.Printf(format, args...) }

// program is what Run joins.
type program struct {
	shapes  *outline.Outlines
	engine  func() (*engine.Engine, error)
	library func() (*library.Library, error)
	loaded  atomic.Pointer[library.Library] // what library gave; nil until it was first asked

	presented atomic.Bool // a story is

	projects *projects
	stack    stack

	app    fyne.App
	folder string      // for settings, reports and what is kept
	kept   keeping     // where that is
	own    environment // of the process, while Fyne runs
	base   *tile.Basemap
	watch  *guard
	trace  *trace         // nil: none is written
	door   *instance.Door // where later starts hand over what they are asked to open; nil: this one stands alone
}

// Run opens the window and returns when it is closed. An error means that it could not be opened.
func Run(c Config) (err error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if c.Begin.IsZero() {
		c.Begin = time.Now()
	}
	if err := screenless(runtime.GOOS, os.Getenv); err != nil {
		return err
	}
	speak(c.Language)
	returnLargeBlocks()
	p := newProgram(c.Begin)
	wrong := p.startFyne()
	handed := false
	if p.door, handed = join(p.folder, &c); handed {
		return nil
	}
	defer p.door.Close()
	if p.trace, err = openTrace(c.Trace, c.Begin); err != nil {
		return err
	}
	defer p.trace.close()
	go func() { // the sample story wants it at once
		defer func() { _ = recover() }() // whoever asks for the engine meets the same panic, and is guarded
		p.engine()
	}()
	if p.base, err = tile.Open(assets.Basemap()); err != nil {
		return fmt.Errorf("app: %w", err)
	}
	p.shapes = outline.New(p.base.Archive())

	if err := translate(assets.Translations(), "translations"); err != nil {
		logf("app: %v", err)
	}
	p.base.Called = onMap(countries())
	defer func() {
		if fault := recover(); fault != nil {
			if err = unopened(fault); err != nil {
				return
			}
			path := report(p.folder, Version, fault, time.Now())
			err = fmt.Errorf("app: the program failed; a report is in %s: %v", path, fault)
		}
	}()
	p.watch = newGuard(p.folder, time.Now)
	p.projects = newProjects(p.folder, time.Now)
	defer p.projects.release()
	return p.show(c, wrong)
}

// startFyne makes Fyne's app with the program's folder for settings, and says what is wrong with them.
func (p *program) startFyne() (wrong ui.SettingsFault) {
	program, _ := os.Executable()
	p.kept = settle(program, &p.own)
	listenToSystem()
	wrong.Unreadable, wrong.Unkept = settings(settingsFolder())
	wrong.Passing = p.kept.passing
	p.app = lent{fyneapp.NewWithID(ID), &p.own}
	setScale(p.app.Settings().Scale())
	p.folder = p.app.Storage().RootURI().Path()
	if os.MkdirAll(p.folder, 0o700) == nil {
		os.Chmod(p.folder, 0o700) // Fyne lets others in
	}
	keepChosen(p.app, filepath.Join(p.folder, settingsFile))
	return wrong
}

// show opens the window on what the command line asks for, and returns when it is closed.
func (p *program) show(c Config, wrong ui.SettingsFault) (err error) {
	dispatch := func(f func()) { fyne.Do(f) } // the only crossing to the UI goroutine in the program
	after := func(d time.Duration, f func()) (stop func()) {
		t := time.AfterFunc(d, func() { dispatch(f) })
		return func() { t.Stop() }
	}
	open := newKeeper(p.folder, p.watch, after)
	s := session.New(session.Config{
		Dispatch: dispatch,
		Faulted:  p.watch.tell,
		Read:     p.read,
		Tell:     p.tell,
		Remake:   p.remake,
		Save:     p.projects.save,
		After:    after,
		Applied:  p.traced,
	})
	var w *ui.Window
	p.stack.shelf = openShelf(p.folder, p.engine, func(faults []places.Fault) { dispatch(func() { w.TellPlaces(faults) }) })
	config := p.window(c)
	config.Places = p.stack.shelf
	config.Session, config.Dispatch, config.Recover, config.Recovered = s, dispatch, open.left, open.answered
	p.lend(&config)
	config.FirstFrame = func() {
		p.trace.firstFrame(time.Now(), w.Panes())
		time.AfterFunc(settled, func() { p.watch.run(debug.FreeOSMemory) })
	}
	w = ui.New(config)
	if p.trace != nil {
		p.trace.text = w.VisibleText
	}
	s.Observe(func(st session.State, ch session.Change) {
		p.follow(st, ch)
		open.follow(st, ch)
	})
	p.app.Lifecycle().SetOnStarted(func() {
		if !drawn(w.Fyne()) {
			err = errNoGraphics
			p.app.Quit()
			return
		}
		if len(c.Files) > 0 {
			s.Open(fileSources(c.Files))
		} else {
			s.OpenSample(sample(firstSample))
		}
		w.TellSettings(wrong)
		w.OfferRecovery()
		handed := func(add []session.Source) {
			restore(w.Fyne())
			w.Handed(add)
		}
		p.serve(dispatch, handed)
		openedBySystem(func(files []string) { dispatch(func() { handed(fileSources(files)) }) })
		if c.Fault == "thread" {
			go w.Fyne().SetTitle("called from another goroutine")
		}
	})
	w.Fyne().ShowAndRun()
	p.door.Close()
	open.end()
	return err
}

// window is what a window is given of the program.
func (p *program) window(c Config) ui.Config {
	var home string
	p.own.asBefore(func() { home, _ = os.UserHomeDir() })
	cache := filepath.Join(p.folder, "cache")
	return ui.Config{
		App: p.app, Guard: p.watch.run, Outside: p.own.asBefore,
		Tiles: p.base, Attribution: tile.Attribution, Fonts: mapFonts(), Outlines: p.outline, Cities: p.cities,
		Sample:   sample,
		Guide:    func() (string, error) { return writeGuide(cache) },
		Source:   func(u fyne.URI) session.Source { return fileSource(filepath.FromSlash(u.Path())) },
		Articles: informats.All, Exports: outformats.All,
		Export:    func(ctx context.Context, x ui.Export, out io.Writer) error { return p.export(ctx, p.base, x, out) },
		Still:     p.still,
		Presents:  p.presents,
		Icon:      fyne.NewStaticResource("icon.png", assets.Icon()),
		Serif:     fyne.NewStaticResource("NotoSerif-Regular.ttf", assets.Serif()),
		Bold:      fyne.NewStaticResource("NotoSerif-Bold.ttf", assets.SerifBold()),
		Countries: countries(),
		Sans:      fyne.NewStaticResource("NotoSansWindow-Regular.ttf", assets.Window()),
		SansBold:  fyne.NewStaticResource("NotoSansWindow-Bold.ttf", assets.WindowBold()),
		Theme:     c.Theme, Present: c.Present, Version: engine.Build(), About: assets.About(), Home: home, Now: time.Now,
		Background: func(b ui.Background, changed func(tile.Status)) (ui.Ground, error) {
			return background(tile.StackConfig{Under: p.base, Changed: changed, Guard: p.watch.run}, cache, b)
		},
		DefaultServer: defaultServer(),
		Fetch:         fetchPage,
		Lesson:        p.projects.lesson,
		FileKind:      fileKind(runtime.GOOS, p.kept.stick),
	}
}

// fetchPage asks for the page at an address, under the program's name.
func fetchPage(ctx context.Context, typed string, agreed func(site string) bool) (session.Source, error) {
	page, err := fetch.New(fetch.Config{UserAgent: "Dateline/" + Version + " (an article reader; asks when a person does)", Agreed: agreed}).Get(ctx, typed)
	if err != nil {
		return session.Source{}, err
	}
	return session.Source{Name: page.Name(), URL: page.URL, Retrieved: page.At.Format(time.RFC3339), Read: func() ([]byte, error) { return page.Body, nil }}, nil
}

// traced writes a change into the trace.
func (p *program) traced(st session.State, c session.Change, work time.Duration) {
	p.trace.changed(st, c, work)
	if c&(session.Perioded|session.Moved|session.Playing) != 0 {
		p.trace.frames(time.Now)
	}
}

// newProgram is the reading side of the program: the engine, loaded when it is first asked for, and what it has read.
func newProgram(now time.Time) *program {
	p := &program{engine: sync.OnceValues(func() (*engine.Engine, error) { return openEngine(now) })}
	p.library = sync.OnceValues(func() (*library.Library, error) {
		e, err := p.engine()
		if err != nil {
			return nil, err
		}
		l := library.New(e)
		p.loaded.Store(l)
		return l, nil
	})
	return p
}

// follow lets go of what was read of articles that are closed.
func (p *program) follow(st session.State, c session.Change) {
	if c&(session.Opened|session.Corrected) != 0 {
		p.stack.ofProject(&st)
	}
	if lib := p.loaded.Load(); lib != nil && c&session.Opened != 0 {
		lib.Keep(st.Documents)
	}
}

// openEngine loads the gazetteer. Articles are opened on the day of now: none was published later.
func openEngine(now time.Time) (*engine.Engine, error) {
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		return nil, err
	}
	y, m, d := now.Date()
	return e.At(story.NewDay(y, int(m), d)), nil
}

// speak chooses the language: Fyne reads the system's, which on Linux is what these variables say. Elsewhere the
// system's own setting stands.
func speak(language string) {
	if language == "" {
		return
	}
	for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"} {
		os.Setenv(v, language+".UTF-8")
	}
}

// mapFonts gives the window's own face to the names on the map; the Go fonts where it cannot be read.
func mapFonts() *mark.Fonts {
	f, err := mark.NewFonts(assets.Window(), assets.WindowBold())
	if err != nil {
		logf("app: %v", err)
		return nil
	}
	return f
}

// firstSample is the sample story that is shown when nothing else is asked for.
const firstSample = "kursk-2025"

// sample gives the articles of a sample story.
func sample(folder string) []session.Source { return folderSources(assets.Samples(), folder) }

// cities gives the largest places in a bound, for the map's labels.
func (p *program) cities(b orb.Bound, n int) []geo.Place {
	e, err := p.engine()
	if err != nil {
		return nil
	}
	return e.Gazetteer().In(b, n)
}

// outline gives the shape of a place in the detail of a zoom; nil where there is none.
func (p *program) outline(place geo.Place, zoom float64) orb.MultiPolygon {
	shape, _ := p.shapes.Of(place, zoom)
	return shape
}

// still draws a small map.
func (p *program) still(ctx context.Context, x ui.Still) (image.Image, error) {
	c := export.Content{Story: x.Story, View: x.View, Map: export.Map{Tiles: p.base, Outlines: p.shapes, Fonts: mapFonts(), Cities: p.cities}}
	c.Frame = x.Frame
	s := scene.Of(c)
	for i := range s.Marks {
		s.Marks[i].Selected = s.Marks[i].Point == x.Chosen
	}
	return staticmap.Render(ctx, p.base, staticmap.Picture{View: s.Frame, Marks: s.Marks, Areas: s.Areas, Labels: s.Labels},
		staticmap.Options{Style: x.Style, Fonts: mapFonts(), Scale: min(max(x.Scale, 1), 3), NoScaleBar: true})
}

// export writes what the person has chosen, with the map as it ships.
func (p *program) export(ctx context.Context, base *tile.Basemap, x ui.Export, out io.Writer) error {
	x.Options.Generator, x.Options.BOM = "Dateline "+Version, true
	return export.Write(ctx, out, x.Format, export.Content{Story: x.Story, View: x.View, Log: x.Log, Run: x.Run,
		Map:     export.Map{Tiles: base, Outlines: p.shapes, Fonts: mapFonts(), Cities: p.cities},
		Faces:   export.Faces{Regular: assets.Serif(), Bold: assets.SerifBold(), More: assets.MoreFaces()},
		Options: x.Options})
}

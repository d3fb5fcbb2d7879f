package command

import (
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/geo"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Parts are what commands act on, each with the few things that commands ask of it.
type Parts struct {
	Session  *session.Session
	Files    Files
	Map      Map
	Lists    Lists
	Frame    Frame
	Looks    Looks
	Show     Show
	Screens  Screens
	Sheets   Sheets
	Window   Window
	Correct  Correct
	Copying  Copying
	Projects Projects
	Places   Places
	Compare  Compare
	Slides   Slides
	Time     Time
	Clocks   Clocks
	System   System              // nil: there is nothing to choose
	Word     func(string) string // the translation of what a command tells the person
}

// Files is what can be opened and saved.
type Files interface {
	Open()
	Paste()
	Address()
	Sample(folder string) // a folder of assets/samples
	Export()
	SavePicture()
}

// Correct is the card on which a person says what is so.
type Correct interface {
	Can() bool // something is selected that can be corrected
	Correct()
	Menu()
	Remove()
	NextCheck()
	Undoes() string // what undoing takes back, in words
	Redoes() string
}

// Copying puts what the person is at on the clipboard.
type Copying interface {
	Copy()
	CopyTable()
}

// Projects is what is kept in project files, and what is done with the articles of a story.
type Projects interface {
	New()
	Save()
	SaveAs()
	Recent()
	HasRecent() bool
	Versions()
	HasVersions() bool
	SaveLesson()
	CanLesson() bool
	Articles()
	Whole(article string) // Document.ID
	CanWhole(article string) bool
	WholeWords(article string) string // what Whole does, in words
	ReadAs(article string)
	CanReadAs(article string) bool
	Log()
	ReadAgain()
}

// Places is what the person added to the gazetteer.
type Places interface {
	Places()
	HasPlaces() bool
}

// Compare is the view in which articles are held against each other.
type Compare interface {
	Toggle()
	On() bool
}

// Time is the timeline.
type Time interface {
	ToggleCounts()
	CountsOn() bool
}

// Clocks is the view of when things happened and when they were told.
type Clocks interface {
	ToggleClocks()
	ClocksOn() bool
}

// System is what the system is told of the program.
type System interface {
	ToggleOpens()
	Opens() bool // project files are opened by this program
}

// Slides is the list of which slides are presented, and how.
type Slides interface {
	Toggle()
	On() bool
}

// Map is the map.
type Map interface {
	ZoomIn()
	ZoomOut()
	FitAll()
	TogglePath()
	PathOn() bool
	ToggleHeat()
	HeatOn() bool
	Background()
}

// Lists are the lists beside the map.
type Lists interface{ Choose(bind.List) }

// Frame is where the panes stand.
type Frame interface {
	Arrange(name string)
	Arrangement() string
	Swap()
	Swapped() bool
	NextPane(by int)
}

// The arrangements of panes.
const (
	AllPanes    = "all"
	MapTimeline = "map+timeline"
	MapArticle  = "map+article"
)

// Looks is how the window looks.
type Looks interface {
	Theme(name string)
	Text(by int) // larger or smaller by so many steps; 0 is normal
	ToggleMotion()
	Reduced() bool
}

// Show is the presenter's screen.
type Show interface {
	FromStart()
	FromSelected()
	WithPen() // presents from the selected event, or goes on; with the pen taken
	Ask()
}

// Screens are the windows of a presentation: one for the class, one for the teacher.
type Screens interface {
	Two() bool
	ToggleTwo()
	CanSwap() bool
	Swap()
}

// Sheets are the dialogs that only show or ask.
type Sheets interface {
	Date()
	Guide()
	Keys()
	About()
}

// Window is the window itself.
type Window interface {
	FindNext(by int) // goes to the next of what was found, or to the one before
	Find()           // gives the keyboard to the search field
	Article() string // Document.ID of the article in view; "" for none
	FullScreen()
	OpenMenu() // opens the menu for the keyboard
	Leave()    // one step out of whatever is open
	Close()
}

// All are the commands, in the order of the menus.
func All(p Parts) Table {
	var t Table
	for _, menu := range [][]Command{p.file(), p.edit(), p.steps(), p.modes(), p.narrow(), p.lanes(), p.present(), p.look(), p.panes(), p.view(), p.help(), p.keys()} {
		t = append(t, menu...)
	}
	return t
}

// opened reports whether a story is open.
func (p Parts) opened() bool { return len(p.Session.State().Story.Articles) > 0 }

func (p Parts) file() []Command {
	f, o := p.Files, p.Projects
	out := []Command{
		{ID: "new", Menu: "File", Name: "New story", Key: ctrl(fyne.KeyN), Do: o.New},
		{ID: "open", Menu: "File", Name: "Open articles…", Key: ctrl(fyne.KeyO), Do: f.Open},
		{ID: "recent", Menu: "File", Name: "Open recent…", Do: o.Recent, Possible: o.HasRecent},
		{ID: "paste", Menu: "File", Name: "Paste text", Key: ctrl(fyne.KeyV), Text: &fyne.ShortcutPaste{}, Do: f.Paste},
		{ID: "address", Menu: "File", Name: "Open an address…", Key: ctrl(fyne.KeyL), Do: f.Address},
		{ID: "sample.kursk", Menu: "File>Sample story", Name: "Kursk, March 2025", Do: func() { f.Sample("kursk-2025") }},
		{ID: "sample.arda", Menu: "File>Sample story", Name: "A flood on the Arda, November 2024 (invented)", Do: func() { f.Sample("arda-2024") }},
		{ID: "save", Menu: "File", Name: "Save", Line: true, Key: ctrl(fyne.KeyS), Do: o.Save, Possible: p.opened},
		{ID: "save.as", Menu: "File", Name: "Save as…", Key: Key{Name: fyne.KeyS, Ctrl: true, Shift: true}, Do: o.SaveAs, Possible: p.opened},
		{ID: "save.lesson", Menu: "File", Name: "Save the lesson…", Do: o.SaveLesson, Possible: o.CanLesson},
		{ID: "versions", Menu: "File", Name: "Versions…", Do: o.Versions, Possible: o.HasVersions},
		{ID: "export", Menu: "File", Name: "Export…", Line: true, Key: ctrl(fyne.KeyE), Do: f.Export, Possible: p.opened},
		{ID: "picture", Menu: "File", Name: "Save map picture…", Key: Key{Name: fyne.KeyE, Ctrl: true, Shift: true}, Do: f.SavePicture, Possible: p.opened},
	}
	if p.System != nil {
		out = append(out, Command{ID: "opens", Menu: "File", Name: "Open .dateline files with Dateline", Line: true, Do: p.System.ToggleOpens, Checked: p.System.Opens})
	}
	return append(out, Command{ID: "quit", Menu: "File", Name: "Quit", Line: true, Key: ctrl(fyne.KeyQ), Quit: true, Do: p.Window.Close})
}

func (p Parts) edit() []Command {
	s, c := p.Session, p.Correct
	return []Command{
		{ID: "undo", Menu: "Edit", Name: "Undo", Words: c.Undoes, Key: ctrl(fyne.KeyZ), Text: &fyne.ShortcutUndo{}, Do: func() { s.Undo() },
			Possible: func() bool { st := s.State(); return st.CanUndo() }},
		{ID: "redo", Menu: "Edit", Name: "Redo", Words: c.Redoes, Key: Key{Name: fyne.KeyZ, Ctrl: true, Shift: true}, Also: []Key{ctrl(fyne.KeyY)},
			Text: &fyne.ShortcutRedo{}, Do: func() { s.Redo() }, Possible: func() bool { return len(s.State().Redo) > 0 }},
		{ID: "copy", Menu: "Edit", Name: "Copy the row with its source", Line: true, Key: ctrl(fyne.KeyC), Text: &fyne.ShortcutCopy{}, Do: p.Copying.Copy,
			Possible: p.opened},
		{ID: "copy.table", Menu: "Edit", Name: "Copy this list as a table", Key: Key{Name: fyne.KeyC, Ctrl: true, Shift: true}, Do: p.Copying.CopyTable,
			Possible: p.opened},
		{ID: "correct", Menu: "Edit", Name: "Correct…", Line: true, Key: typed('C'), Do: c.Correct, Possible: p.opened},
		{ID: "remove", Menu: "Edit", Name: "Delete what is wrong", Key: bare(fyne.KeyDelete), Do: c.Remove, Possible: p.opened},
		{ID: "correct.menu", Key: bare(desktop.KeyMenu), Do: c.Menu, Possible: p.opened},
		{ID: "check.next", Menu: "Edit", Name: "Next to check", Key: typed('N'), Do: c.NextCheck, Possible: p.opened},
		{ID: "articles", Menu: "Edit", Name: "Articles of the story…", Line: true, Do: p.Projects.Articles, Possible: p.opened},
		{ID: "whole", Menu: "Edit", Name: "One article after all", Words: func() string { return p.Projects.WholeWords(p.Window.Article()) },
			Do: func() { p.Projects.Whole(p.Window.Article()) }, Possible: func() bool { return p.Projects.CanWhole(p.Window.Article()) }},
		{ID: "readas", Menu: "Edit", Name: "Read its letters as…", Do: func() { p.Projects.ReadAs(p.Window.Article()) },
			Possible: func() bool { return p.Projects.CanReadAs(p.Window.Article()) }},
		{ID: "again", Menu: "Edit", Name: "Read again", Do: p.Projects.ReadAgain, Possible: p.opened},
		{ID: "places.own", Menu: "Edit", Name: "My places…", Do: p.Places.Places, Possible: p.Places.HasPlaces},
		{ID: "log", Menu: "Edit", Name: "What was changed…", Do: p.Projects.Log, Possible: func() bool { return s.State().Log.Len() > 0 }},
	}
}

func (p Parts) steps() []Command {
	s := p.Session
	return []Command{
		{ID: "play", Menu: "Time", Name: "Play or pause", Key: bare(fyne.KeySpace), Do: s.Play},
		{ID: "next", Menu: "Time", Name: "Next event", Key: bare(fyne.KeyRight), Do: func() { s.Next() }},
		{ID: "previous", Menu: "Time", Name: "Previous event", Key: bare(fyne.KeyLeft), Do: func() { s.Previous() }},
		{ID: "first", Menu: "Time", Name: "First event", Key: bare(fyne.KeyHome), Do: s.First},
		{ID: "last", Menu: "Time", Name: "Last event", Key: bare(fyne.KeyEnd), Do: s.Last},
		{ID: "all", Menu: "Time", Name: "All dates", Line: true, Key: typed('A'), Do: s.ShowAll},
		{ID: "date", Menu: "Time", Name: "Publication day of this article…", Line: true, Key: ctrl(fyne.KeyD), Do: p.Sheets.Date, Possible: p.opened},
	}
}

// modes are how steps and playing go.
func (p Parts) modes() []Command {
	s := p.Session
	var out []Command
	for i, m := range session.Modes {
		out = append(out, Command{ID: ID("mode." + m.String()), Menu: "Time>Steps", Name: bind.ModeNames[m], Line: i == 0, Key: typed(rune('1' + i)),
			Do: func() { s.SetMode(m) }, Checked: func() bool { return s.State().Mode == m }})
	}
	for _, v := range session.Speeds {
		out = append(out, Command{ID: ID("speed." + bind.SpeedNames[v]), Menu: "Time>Speed", Name: bind.SpeedNames[v],
			Do: func() { s.SetSpeed(v) }, Checked: func() bool { return s.State().Speed == v }})
	}
	for _, l := range session.Loops {
		out = append(out, Command{ID: ID("loop." + bind.LoopNames[l]), Menu: "Time>After the last event", Name: bind.LoopNames[l],
			Do: func() { s.SetLoop(l) }, Checked: func() bool { return s.State().Loop == l }})
	}
	return out
}

// narrow is search and filter.
func (p Parts) narrow() []Command {
	filter := func() story.Filter { return p.Session.State().Filter }
	out := []Command{
		{ID: "find", Menu: "Show", Name: "Find people, places, words", Key: ctrl(fyne.KeyF), Do: p.Window.Find},
		{ID: "find.next", Menu: "Show", Name: "Next found", Key: bare(fyne.KeyF3), Do: func() { p.Window.FindNext(1) }},
		{ID: "find.previous", Menu: "Show", Name: "Previous found", Key: shift(fyne.KeyF3), Do: func() { p.Window.FindNext(-1) }},
		{ID: "reset", Menu: "Show", Name: "Reset", Key: ctrl(fyne.KeyR), Do: p.Session.Reset},
		{ID: "only.article", Menu: "Show", Name: "Only this article", Line: true, Do: p.onlyArticle},
		{ID: "only.speaker", Menu: "Show", Name: "Only this speaker", Do: p.onlySpeaker},
		{ID: "only.place", Menu: "Show", Name: "Only this place and what lies in it", Do: p.onlyPlace},
	}
	for _, least := range bind.SureSteps {
		out = append(out, Command{ID: ID("sure." + bind.Sure(least)), Menu: "Show>How likely", Name: bind.Sure(least),
			Do:      func() { Narrow(p.Session, func(f *story.Filter) { f.MinP = least }) },
			Checked: func() bool { return bind.Sure(filter().MinP) == bind.Sure(least) }})
	}
	for _, n := range bind.MainSteps {
		out = append(out, Command{ID: ID("main." + bind.Main(n)), Menu: "Show>Main events", Name: bind.Main(n),
			Do:      func() { Narrow(p.Session, func(f *story.Filter) { f.Main = n }) },
			Checked: func() bool { return filter().Main == n }})
	}
	return append(out,
		Command{ID: "happened", Menu: "Show", Name: "Only what happened", Line: true, Checked: func() bool { return filter().HideUnreal },
			Do: func() { Narrow(p.Session, func(f *story.Filter) { f.HideUnreal = !f.HideUnreal }) }},
		Command{ID: "hide.events", Menu: "Show", Name: "Leave events out", Checked: func() bool { return filter().HideEvents },
			Do: func() { Narrow(p.Session, func(f *story.Filter) { f.HideEvents = !f.HideEvents }) }},
		Command{ID: "hide.quotes", Menu: "Show", Name: "Leave quotes out", Checked: func() bool { return filter().HideQuotes },
			Do: func() { Narrow(p.Session, func(f *story.Filter) { f.HideQuotes = !f.HideQuotes }) }})
}

// Narrow changes a copy of the filter and sets it.
func Narrow(s *session.Session, change func(*story.Filter)) {
	f := s.State().Filter
	change(&f)
	s.SetFilter(f)
}

func (p Parts) onlyArticle() {
	if id := p.Window.Article(); id != "" {
		Narrow(p.Session, func(f *story.Filter) { f.Articles = []string{id} })
	}
}

func (p Parts) onlySpeaker() {
	if id, ok := bind.SelectedSpeaker(p.Session.State()); ok {
		Narrow(p.Session, func(f *story.Filter) { f.Speakers = []story.SpeakerID{id} })
		return
	}
	p.Session.Notify(session.Note{Text: p.Word(selectQuote)})
}

func (p Parts) onlyPlace() {
	if id, ok := bind.SelectedPlace(p.Session.State()); ok {
		Narrow(p.Session, func(f *story.Filter) { f.Places = []geo.PlaceID{id} })
		return
	}
	p.Session.Notify(session.Note{Text: p.Word(selectPlace)})
}

// What is said where nothing is selected to narrow the story to.
const (
	selectQuote = "Select a quote first: then the story can be narrowed to who speaks there."
	selectPlace = "Select a place first, on the map or in the list of places."
)

// lanes are the rows of the timeline.
func (p Parts) lanes() []Command {
	s := p.Session
	kinds := [...]session.Lanes{session.LanesArticle, session.LanesSpeaker, session.LanesPlace, session.LanesPublisher, session.LanesGroup}
	var out []Command
	for i, l := range kinds {
		out = append(out, Command{ID: ID("lanes." + l.String()), Menu: "Show>Rows of the timeline", Name: bind.LaneNames[l], Line: i == 0,
			Do: func() { s.SetLanes(l) }, Checked: func() bool { return s.State().Lanes == l }})
	}
	return append(out, Command{ID: "lanes.next", Menu: "Show>Rows of the timeline", Name: "Next kind of rows", Key: typed('L'),
		Do: func() { s.SetLanes((s.State().Lanes + 1) % session.Lanes(len(kinds))) }})
}

func (p Parts) present() []Command {
	return []Command{
		{ID: "present", Menu: "Present", Name: "Present from the beginning", Key: bare(fyne.KeyF5), Do: p.Show.FromStart},
		{ID: "present.here", Menu: "Present", Name: "Present from the selected event", Key: shift(fyne.KeyF5), Do: p.Show.FromSelected},
		{ID: "pen", Menu: "Present", Name: "Present with the pen", Do: p.Show.WithPen},
		{ID: "slides", Menu: "Present", Name: "Slides of the lesson", Line: true, Key: typed('S'), Do: p.Slides.Toggle, Possible: p.opened, Checked: p.Slides.On},
		{ID: "screens", Menu: "Present", Name: "Two screens", Line: true, Key: typed('D'), Do: p.Screens.ToggleTwo, Checked: p.Screens.Two},
		{ID: "screens.swap", Menu: "Present", Name: "Swap screens", Key: typed('X'), Do: p.Screens.Swap, Possible: p.Screens.CanSwap},
		{ID: "ask", Menu: "Present", Name: "Ask questions", Line: true, Key: typed('Q'), Do: p.Show.Ask},
	}
}

// look is what the map shows, and which list.
func (p Parts) look() []Command {
	return []Command{
		{ID: "zoom.in", Menu: "View", Name: "Zoom in", Key: typed('+'), Also: []Key{typed('=')}, Do: p.Map.ZoomIn},
		{ID: "zoom.out", Menu: "View", Name: "Zoom out", Key: typed('−'), Also: []Key{typed('-')}, Do: p.Map.ZoomOut},
		{ID: "fit", Menu: "View", Name: "Fit everything", Key: typed('0'), Do: p.Map.FitAll},
		{ID: "actors", Menu: "View", Name: "Show or hide who speaks", Key: typed('R'),
			Do: func() { Narrow(p.Session, func(f *story.Filter) { f.HideActors = !f.HideActors }) }},
		{ID: "quotes", Menu: "View", Name: "Quotes", Line: true, Key: ctrl(fyne.Key1), Do: func() { p.Lists.Choose(bind.ListQuotes) }},
		{ID: "places", Menu: "View", Name: "Places", Key: ctrl(fyne.Key2), Do: func() { p.Lists.Choose(bind.ListPlaces) }},
		{ID: "events", Menu: "View", Name: "Events", Key: ctrl(fyne.Key3), Do: func() { p.Lists.Choose(bind.ListEvents) }},
		{ID: "compare", Menu: "View", Name: "Compare articles", Key: typed('M'), Do: p.Compare.Toggle, Possible: p.opened, Checked: p.Compare.On},
		{ID: "clocks", Menu: "View", Name: "Two clocks", Key: typed('K'), Do: p.Clocks.ToggleClocks, Possible: p.opened, Checked: p.Clocks.ClocksOn},
		{ID: "checks", Menu: "View", Name: "Check", Key: ctrl(fyne.Key4), Do: func() { p.Lists.Choose(bind.ListChecks) }},
		{ID: "articles.list", Menu: "View", Name: "List of articles", Key: ctrl(fyne.Key5), Do: func() { p.Lists.Choose(bind.ListArticles) }},
	}
}

func (p Parts) panes() []Command {
	arrange := func(id ID, name, arrangement string) Command {
		return Command{ID: id, Menu: "View", Name: name, Do: func() { p.Frame.Arrange(arrangement) },
			Checked: func() bool { return p.Frame.Arrangement() == arrangement }}
	}
	out := []Command{
		arrange("panes.all", "All panes", AllPanes),
		arrange("panes.map", "Map and timeline", MapTimeline),
		arrange("panes.article", "Map and article", MapArticle),
		{ID: "panes.swap", Menu: "View", Name: "Article on the left", Do: p.Frame.Swap, Checked: p.Frame.Swapped},
		{ID: "pane.next", Menu: "View", Name: "Next pane", Key: bare(fyne.KeyF6), Do: func() { p.Frame.NextPane(1) }},
		{ID: "pane.previous", Key: shift(fyne.KeyF6), Do: func() { p.Frame.NextPane(-1) }},
	}
	out[0].Line = true
	return out
}

func (p Parts) view() []Command {
	larger := []Key{{Name: fyne.KeyEqual, Ctrl: true}, {Name: fyne.KeyEqual, Ctrl: true, Shift: true}, {Name: fyne.KeyPlus, Ctrl: true, Shift: true}} // a plus is typed in other ways too
	return []Command{
		{ID: "text.larger", Menu: "View", Name: "Larger text", Line: true, Key: ctrl(fyne.KeyPlus), Also: larger, Do: func() { p.Looks.Text(1) }},
		{ID: "text.smaller", Menu: "View", Name: "Smaller text", Key: ctrl(fyne.KeyMinus), Do: func() { p.Looks.Text(-1) }},
		{ID: "text.normal", Menu: "View", Name: "Normal text", Key: ctrl(fyne.Key0), Do: func() { p.Looks.Text(0) }},
		{ID: "motion", Menu: "View", Name: "Reduced motion", Do: p.Looks.ToggleMotion, Checked: p.Looks.Reduced},
		{ID: "path", Menu: "View", Name: "Line through the events", Line: true, Do: p.Map.TogglePath, Checked: p.Map.PathOn},
		{ID: "heat", Menu: "View", Name: "Density on the map", Key: typed('H'), Do: p.Map.ToggleHeat, Checked: p.Map.HeatOn},
		{ID: "counts", Menu: "View", Name: "Count of events on the timeline", Key: typed('T'), Do: p.Time.ToggleCounts, Checked: p.Time.CountsOn},
		{ID: "background", Menu: "View", Name: "Map background…", Do: p.Map.Background},
		{ID: "full", Menu: "View", Name: "Full screen", Key: bare(fyne.KeyF11), Do: p.Window.FullScreen},
		{ID: "theme.light", Menu: "View", Name: "Light theme", Do: func() { p.Looks.Theme("light") }},
		{ID: "theme.dark", Menu: "View", Name: "Dark theme", Do: func() { p.Looks.Theme("dark") }},
		{ID: "theme.projector", Menu: "View", Name: "Projector theme", Do: func() { p.Looks.Theme("projector") }},
	}
}

func (p Parts) help() []Command {
	return []Command{
		{ID: "guide", Menu: "Help", Name: "Guide", Key: bare(fyne.KeyF1), Do: p.Sheets.Guide},
		{ID: "keys", Menu: "Help", Name: "Keys", Key: typed('?'), Do: p.Sheets.Keys},
		{ID: "about", Menu: "Help", Name: "About Dateline", Do: p.Sheets.About},
	}
}

// keys have no place in a menu.
func (p Parts) keys() []Command {
	return []Command{
		{ID: "arrows", Name: "Move the map, once Tab has brought the focus to it", Pane: "Arrows"},
		{ID: "tab", Name: "Go to the next pane or button", Pane: "Tab"},
		{ID: "slides.keys", Name: "In the list of slides: move, take out, shorten, merge, split, keep the map view, reveal step by step", Pane: "Shift+↑ ↓, Delete, H, J, I, K, R"},
		{ID: "menu", Name: "Open the menu", Key: bare(fyne.KeyF10), Do: p.Window.OpenMenu},
		{ID: "leave", Name: "Leave full screen; select nothing", Key: bare(fyne.KeyEscape), Do: p.Window.Leave},
	}
}

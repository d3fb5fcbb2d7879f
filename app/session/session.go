// Package session is the one mutable thing of the program: what is open, selected, in the period and in view. Commands
// are methods, called on the UI goroutine; each makes a new State and notifies the observers at once. Work that takes
// time runs as a job and comes back through Config.Dispatch. It knows no widget and draws nothing.
package session

import (
	"context"
	"io/fs"
	"time"

	"dateline/app/progress"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/viewport"
)

// Change says what differs between two States, as bits.
type Change uint

// The changes.
const (
	Opened     Change = 1 << iota // Story and Documents
	Viewed                        // View: what is visible
	Selected                      // Selection
	Perioded                      // Period or Width
	Moved                         // Viewport
	Filtered                      // Filter
	Jobbed                        // Job
	Noted                         // Notes
	Playing                       // State.Playing
	Moded                         // Mode, Speed, Loop, Lanes, Heat or Counts
	Corrected                     // Log or Redo
	Saved                         // File or Dirty
	Read                          // Seen
	Ran                           // Run: which slides are presented
	Everything = ^Change(0)
)

var changeNames = [...]string{"opened", "viewed", "selected", "perioded", "moved", "filtered", "jobbed", "noted", "playing", "moded", "corrected", "saved", "read", "ran"}

// Names lists the bits that are set, for the trace.
func (c Change) Names() []string {
	out := []string{}
	for i, n := range changeNames {
		if c&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// Note is one sentence for the person, about one file where File is not empty.
type Note struct {
	File string
	Text string
	Err  error // the fault behind it, nil for mere news; app/ui words the known ones

	Count  int     // how many things Text is about; 0 where they are not counted
	Again  *Source // what could not be read and can be tried again; nil if that helps nothing
	Locked bool    // a password opens it

	About string // a switch or the like: a later note about the same takes this one's place; "" for none

	Foreign []Tongue // articles that are not in English, in place of Text; the language of most of them first
}

// What reading files tells besides faults. N in it is Note.Count.
const (
	NoteLeftOut = "{{.N}} files were left out, since they are no articles."
	NoteMore    = "{{.N}} files more than are opened at once: open them after these."
	NoteStopped = "{{.N}} files were not opened, since you stopped. What was read until then is open."
	NoteRest    = "The rest of the file was not read, since you stopped."
	NoteFolder  = "The folder could not be read."
	NoteNothing = "The folder holds no articles."
	NoteHave    = "This article is open already."
	NoteCopies  = "{{.N}} files hold articles that are open already."
	NoteUnread  = "The file could not be read."
)

// Tongue is how many articles are in a language.
type Tongue struct {
	Language string // as story.Article has it
	Articles int
}

// Job is the work that is going on; the zero Job is none.
type Job struct {
	Number      int // counts up; a result with an old number is dropped
	Stage       string
	Done, Total int
}

// Running reports whether work is going on.
func (j Job) Running() bool { return j.Number != 0 }

// State is a value; an observer may keep it.
type State struct {
	Story     *story.Story
	Documents []story.Document // what Story was read from
	Sample    bool             // Story is the sample story
	Log       story.Log        // what the person said; Story shows it as soon as it is told again
	Run       slides.Run       // which slides are presented, and how
	Lesson    bool             // the project is one that is presented as soon as it is opened
	Redo      []Undone         // what was undone, the next to put back last
	Places    []geo.Own        // places that do not ship and came with the project
	File      string           // path of the project file; "" where what is open was never saved
	Dirty     bool             // closing what is open would lose something
	View      story.View
	Selected  Selection
	Period    story.Period
	Width     int // days on each side of the day that the slider selects, >= 0
	Viewport  viewport.Viewport
	Filter    story.Filter
	Job       Job
	Notes     []Note
	Playing   bool
	Mode      Mode   // how the Period goes along with steps and the slider
	Speed     Speed  // how long an event is shown while playing
	Loop      Loop   // what playing does at the end
	Lanes     Lanes  // what the rows of the timeline stand for
	Seen      Seen   // articles that were in view
	Heat      bool   // the map shows how close together events lie
	Counts    Counts // whether the timeline shows how many things lie on which days

	at     places        // of Selected in Story
	passed *story.Passed // of Story and Filter
	was    []wasRun      // what the run was before each change of it, and deeds, for Undo
}

// Passed is what the filter lets through, whatever its time.
func (st *State) Passed() *story.Passed {
	if st.passed == nil { // it was put together by hand
		return story.Through(st.Story, st.Filter)
	}
	return st.passed
}

// Narrowed reports whether anything of the story is out of view.
func (st *State) Narrowed() bool { return st.Period.On || st.Filter.On() }

// Source is something that can be opened: a file, or pasted text. Read gives its bytes and is called off the UI
// goroutine.
type Source struct {
	Name      string // to show: "talks.html", "pasted text"
	Path      string // to open it again; "" for pasted text
	Read      func() ([]byte, error)
	File      func() (fs.File, error) // opens a file in place of Read: a large one is not read into memory; nil for all else
	Password  string                  // opens what is protected by one; it is never kept
	Pages     string                  // of a file that has pages, those that are read: "3-7"; "" is all of them
	URL       string                  // where it was got from; "" for a file and for pasted text
	Retrieved string                  // the moment it was, as story.Document has it
	// Project gives a project in place of Read: what was left after a bad end. Nil for all else.
	Project func() ([]story.Document, *Kept, error)
}

// Wish is what is to be open: documents that are, new sources beside them, and what the person said of them.
type Wish struct {
	Open   []story.Document
	Add    []Source
	Log    story.Log
	Enough <-chan struct{} // closed when the person wants no more: what has been read is told
}

// Result is what a reading job brings back. Where a project is among what was read, Kept is what came with it: it then
// takes the place of what was open.
type Result struct {
	Kept      *Kept
	Log       *story.Log // what the person said, for texts that have changed; nil where none has
	Changed   []Changed  // those texts
	Story     *story.Story
	Documents []story.Document
	Notes     []Note
}

// Changed is an article whose text has changed.
type Changed struct{ From, To story.Document }

// Config joins a Session to the world. Dispatch and Read are needed; the rest may be zero.
type Config struct {
	// Dispatch runs f later on the UI goroutine: fyne.Do in the app, a queue in tests.
	Dispatch func(f func())
	// Faulted is told of a panic in work, on the work's goroutine, before the person is: for the crash report.
	Faulted func(fault any)
	// Read turns documents already open and new sources into a story. It runs off the UI goroutine, must heed ctx and
	// must not fail as a whole for one bad source: that is a Note.
	Read func(ctx context.Context, w Wish, report progress.Report) (Result, error)
	// Tell makes the story of the open documents anew with what a person said, without reading them again. It runs off
	// the UI goroutine. Without it, nothing can be corrected.
	Tell func(ctx context.Context, docs []story.Document, log story.Log, report progress.Report) (*story.Story, error)
	// Remake gives the open documents with some made otherwise, and the log with what was said of those put where its words
	// now stand. It runs off the UI goroutine. Without it nothing can be made otherwise.
	Remake func(ctx context.Context, docs []story.Document, log story.Log, how Remake) (Result, error)
	// Save writes what is open to a project file. It runs off the UI goroutine. Without it nothing can be saved.
	Save func(ctx context.Context, st State, path string) error
	// After runs f on the UI goroutine once d has passed, unless stop is called first.
	After func(d time.Duration, f func()) (stop func())
	// Now is the clock that Applied is measured with.
	Now func() time.Time
	// Applied is told of every notification, after all observers: for the trace.
	Applied func(State, Change, time.Duration)
	// PlayEvery is the time an event is shown while playing. 2.5 s: peers.md 5.2 has 1.5 to 4 s.
	PlayEvery time.Duration
}

func (c *Config) applyDefaults() {
	if c.Dispatch == nil {
		c.Dispatch = func(f func()) { f() }
	}
	if c.After == nil {
		c.After = func(time.Duration, func()) func() { return func() {} }
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.PlayEvery <= 0 {
		c.PlayEvery = 2500 * time.Millisecond
	}
}

// DefaultWidth is one day on each side, as the slider starts with.
const DefaultWidth = 1

// Session holds the State. All methods are called on the UI goroutine.
type Session struct {
	cfg       Config
	state     State
	observers []*observer
	notifying bool
	jobs      int       // counts work that was started
	running   []*run    // work that goes on, in the order it was started
	told      story.Log // what State.Story was told with
	saved     saved
	stopPlay  func()
	playDir   int // +1 on, -1 back
}

type observer struct {
	f func(State, Change)
}

// New makes an empty Session.
func New(c Config) *Session {
	c.applyDefaults()
	return &Session{cfg: c, state: State{Story: &story.Story{}, Selected: nothing, Width: DefaultWidth}}
}

// State gives the present state.
func (s *Session) State() State { return s.state }

// Observe calls f at once with the whole state and Everything, then after each change. The returned function ends it.
// f must not call a command: that panics.
func (s *Session) Observe(f func(State, Change)) (stop func()) {
	o := &observer{f}
	s.observers = append(s.observers, o)
	s.notifying = true
	f(s.state, Everything)
	s.notifying = false
	return func() {
		for i, have := range s.observers {
			if have == o {
				s.observers = append(s.observers[:i:i], s.observers[i+1:]...)
				return
			}
		}
	}
}

// change runs a command: edit changes a copy of the state and says what differs.
func (s *Session) change(edit func(*State) Change) {
	if s.notifying {
		panic("session: a command was called from an observer; a widget's SetX must not fire its OnX")
	}
	begin := s.cfg.Now()
	next := s.state
	c := edit(&next)
	if c == 0 {
		return
	}
	if c&(Opened|Selected) != 0 {
		next.at = next.find()
	}
	if d := s.dirty(&next); d != next.Dirty && c&(Opened|Corrected|Saved|Ran) != 0 {
		next.Dirty = d
		c |= Saved
	}
	if c&(Opened|Filtered) != 0 {
		next.passed = story.Through(next.Story, next.Filter)
	}
	if c&(Opened|Perioded|Filtered) != 0 {
		next.View = next.Passed().In(next.Period)
		c |= Viewed
	}
	s.state = next
	s.notifying = true
	for _, o := range s.observers {
		o.f(next, c)
	}
	s.notifying = false
	if s.cfg.Applied != nil {
		s.cfg.Applied(next, c, s.cfg.Now().Sub(begin))
	}
}

// Package export gets a story out: it says what a format is and what it is handed, and writes whole files.
//
//	f, ok := formats.All.ForFile("story.geojson")
//	err := export.WriteFile(ctx, "story.geojson", f, export.Content{Story: s, View: v})
//
// Each format is a package beside this one with a value of type Format; package formats lists them. What several formats
// need is here, in rows (events and quotes as neutral rows) and in scene (the picture of what is visible). Every format
// carries the credits of the data that the places come from, and shows the same story.View as the screen. Nothing here
// reads or resolves, and nothing is fetched.
package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"dateline/app/safefile"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/outline"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Format is one kind of file that a story is written to.
type Format struct {
	Name  string   // what the command line takes: "geojson"; unique among the formats
	Label string   // what people read, in English: "GeoJSON"
	Exts  []string // the endings of its files in small letters, with their dot, the usual one first
	Needs Needs    // what it asks for beyond a story and its view
	For   Audience // under which it is offered
	Asks  Asks     // which of Options it heeds, for a dialog to ask

	// Write writes c to w. It gives the error of a context that ends meanwhile; what stands in w then is no whole file.
	// Call it through Write, which completes c.
	Write func(ctx context.Context, w io.Writer, c Content) error
}

// Audience is what a file is for. The zero value is ForTools.
type Audience uint8

// The audiences.
const (
	ForTools   Audience = iota // other programs read it
	ForPeople                  // it is looked at, handed out, shown
	ForWriting                 // citations and drafts
)

// Asks is a set of Options that a format heeds.
type Asks uint8

// The options that are asked.
const (
	AsksSize   Asks = 1 << iota // Frame: how large the picture is
	AsksPaper                   // Paper
	AsksCloze                   // Cloze
	AsksSlides                  // whether it is made of the slides that a person chose (Content.Run) or of all that is visible
)

// Needs is a set of things that a format cannot do without.
type Needs uint8

// The things a format can need.
const (
	NeedsMap   Needs = 1 << iota // Content.Map: it draws
	NeedsFaces                   // Content.Faces: it sets type
)

// Content is what is written. Story and View are enough for a format that needs nothing more.
type Content struct {
	Story *story.Story
	View  story.View // its Period says from when to when
	Log   story.Log  // what a person said of the story: which rows were checked and corrected
	Map   Map
	Faces Faces
	Run   *slides.Run // the slides that it is made of, by a format that asks for them; nil: all that is visible
	Options

	shown []slides.Shown // of Run
}

// Slides are those that the file is made of, without what is gone; nil where there is no Run.
func (c *Content) Slides() []slides.Shown { return c.shown }

// follow finds the slides of the run, and narrows the view to what they tell of.
func (c *Content) follow(f Format) {
	if f.Asks&AsksSlides == 0 {
		c.Run = nil
	}
	if c.Run == nil {
		return
	}
	filter := c.View.Filter
	list := c.Run.In(c.Story, slides.Of(c.Story, story.Passing(c.Story, filter), story.PassingQuotes(c.Story, filter)))
	c.shown = slices.DeleteFunc(slides.Resolve(c.Story, list), func(x slides.Shown) bool { return x.Gone })
	if c.Run.Made == slides.MadeOwn { // what was chosen by hand is shown, whatever the filter
		filter = story.Filter{}
	}
	c.View = slides.Narrow(c.Story, story.Visible(c.Story, story.Period{}, filter), c.shown)
}

// Options are what the person chooses. The zero value works. A choice that only one format knows is a field here too.
type Options struct {
	Words // the language of what people read

	Title       string // of the whole; "" takes the story's own
	Subtitle    string // under the title of a picture; "" is the period
	Generator   string // the program and its version; "" is "Dateline"
	Attribution string // "" is Attribution

	Paper Paper // of what is printed
	Cloze Cloze // what a cloze leaves out

	BOM bool // tables begin with a mark that spreadsheets know UTF-8 by

	Frame viewport.Viewport // of a picture: W and H are its size; with Zoom and Center zero it fits the marks
	Scale float64           // pixels of a picture for each of Frame's; 0 is 1
	Style *tile.Style       // colours of a picture; nil is the light one
	Heat  bool              // a picture shows how close together events lie
}

// Paper is a size of paper.
type Paper uint8

// The sizes.
const (
	A4 Paper = iota
	Letter
)

// Cloze is what is left out for pupils to fill in.
type Cloze uint8

// The kinds of cloze.
const (
	ClozeDays  Cloze = iota
	ClozeNames       // of places and of who speaks
)

// Faces are the letters of what is set in type, as TrueType files. Regular and Bold are needed.
type Faces struct {
	Regular, Bold []byte
	More          [][]byte // for letters that those lack, tried in turn
}

// Map is what pictures are drawn from. Tiles is needed; the rest may be nil.
type Map struct {
	Tiles    tile.Source
	Outlines *outline.Outlines                    // shapes of regions; nil draws none
	Fonts    *mark.Fonts                          // nil is the Go fonts
	Cities   func(b orb.Bound, n int) []geo.Place // the n largest towns in a bound, for names; nil names none
}

// Attribution is the credit that the data asks for. It goes into every file.
const Attribution = "Places: GeoNames (geonames.org), CC BY 4.0, modified. Map: Natural Earth, public domain."

// ErrNoFaces says that a format sets type and was given no letters.
var ErrNoFaces = errors.New("this format sets type, and no letters were handed over")

// ErrNoMap says that a format draws and was given no map.
var ErrNoMap = errors.New("this format draws a map, and none was handed over")

// Write writes c to w as f does it. The error names the format.
func Write(ctx context.Context, w io.Writer, f Format, c Content) error {
	if c.Story == nil {
		c.Story = &story.Story{}
	}
	if f.For == ForTools {
		c.Words = English
	}
	c.applyDefaults()
	c.follow(f)
	err := ctx.Err()
	switch {
	case err != nil:
	case f.Needs&NeedsMap != 0 && c.Map.Tiles == nil:
		err = ErrNoMap
	case f.Needs&NeedsFaces != 0 && (c.Faces.Regular == nil || c.Faces.Bold == nil):
		err = ErrNoFaces
	default:
		if err = f.Write(ctx, w, c); err == nil {
			err = ctx.Err() // the last of it may have been written after the person gave up
		}
	}
	if err != nil {
		return fmt.Errorf("export: %s: %w", f.Name, err)
	}
	return nil
}

func (c *Content) applyDefaults() {
	if c.Title == "" {
		c.Title = c.Story.Title
	}
	if c.Generator == "" {
		c.Generator = "Dateline"
	}
	if c.Attribution == "" {
		c.Attribution = c.Say(Attribution)
	}
}

// WriteFile writes c to a file as f does it. After a failure the file is what it was before: there is never half of one.
func WriteFile(ctx context.Context, path string, f Format, c Content) error {
	return safefile.Write(path, safefile.Shared, func(w io.Writer) error { return Write(ctx, w, f, c) })
}

// Formats is a list of formats. Where two have the same ending, the first is meant by it.
type Formats []Format

// Named finds a format by its Name, in any case.
func (fs Formats) Named(name string) (Format, bool) {
	for _, f := range fs {
		if strings.EqualFold(f.Name, name) {
			return f, true
		}
	}
	return Format{}, false
}

// ForFile finds the format that the ending of a file's name asks for, in any case.
func (fs Formats) ForFile(path string) (Format, bool) {
	ext := filepath.Ext(path)
	for _, f := range fs {
		for _, e := range f.Exts {
			if strings.EqualFold(e, ext) {
				return f, true
			}
		}
	}
	return Format{}, false
}

// Names lists the names of the formats in order.
func (fs Formats) Names() []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.Name
	}
	return out
}

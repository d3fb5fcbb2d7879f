// Package project is the .dateline file: the articles, what a person said of them (the Log), and how the window stood.
// It has codecs and atomic files, and no state of its own.
//
//	err := project.Save(path, project.File{Documents: docs, Log: log})
//	f, err := project.Open(path)
//
// The file is a zip that any zip program opens: `mimetype`, story.json, log.jsonl and the articles' texts. schema.json in
// this folder describes the JSON. Offsets in it are Unicode code points of the article's text, half-open.
package project

import (
	"encoding/json"
	"errors"

	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Ext is how project files end.
const Ext = ".dateline"

// MIME is the type of project files; the first entry of the zip says it.
const MIME = "application/x-dateline"

// Version is the version of the format that is written. Older ones are read; of newer ones those that say that this one reads them.
const Version = 2

// leastVersion is the version from which on programs can read what is written. What they do not know they keep as it is.
const leastVersion = 2

// The bounds of what is read. A story of 10,000 articles is 60 MB of text.
const (
	maxFile    = 512 << 20 // bytes of the file
	maxAll     = 512 << 20 // bytes of all entries, unpacked
	maxEntry   = 128 << 20 // bytes of one entry, unpacked
	maxEntries = 25000
)

// The errors of Open and Decode, for errors.Is.
var (
	ErrNewerVersion = errors.New("project: the file is from a newer version of the program")
	ErrDamaged      = errors.New("project: the file is damaged")
	ErrTooLarge     = errors.New("project: the file is larger than the program opens")
)

// File is a project.
type File struct {
	Title     string // the name that a person gave the story; "" the one it gives itself
	Documents []story.Document
	Log       story.Log
	Run       slides.Run // which slides are presented
	Lesson    bool       // it is presented as soon as it is opened
	Places    []geo.Own  // the places of the story that do not ship: own ones, and those of layers
	View      View
	Sources   map[string][]byte // the bytes an article was read from, by Document.ID, where they are not its text

	// Left says what of the file could not be used, one sentence each. It is not written.
	Left []string

	// later are members of story.json that this version does not know; they are written as they were.
	later map[string]json.RawMessage
}

// View is how the window stood.
type View struct {
	Period     story.Period
	Width      int // days on each side of the slider's day
	Filter     story.Filter
	Article    string // that is shown, by Document.ID
	Event      story.EventID
	Quote      story.QuoteID
	Center     orb.Point // of the map, {lon, lat}
	Zoom       float64
	Mode, Rows string   // how the Period goes along, what the rows of the timeline stand for; "" as the program begins
	Heat       bool     // the map shows how close together events lie
	Counts     string   // whether the timeline counts events by day: "many", "on", "off"; "" as the program begins
	Seen       []string // articles that were in view, by Document.ID
}

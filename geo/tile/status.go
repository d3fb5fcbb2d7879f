package tile

import (
	"errors"
	"strconv"
	"strings"
)

// ErrAbsent is returned by a source that has no picture of a tile that exists: the file or the server does not cover
// it. Nothing is wrong; what lies underneath is shown.
var ErrAbsent = errors.New("tile: no picture here")

// The codes of a Status. The window passes them through its translations; Sentence gives them in English.
const (
	StatusGood        = ""                  // nothing to say
	StatusOff         = "tiles.off"         // {0} the provider: the person has not agreed to ask it
	StatusBlocked     = "tiles.blocked"     // {0} the provider: it refuses this program (403, or a picture that says so)
	StatusBusy        = "tiles.busy"        // {0} the provider: it asked for fewer requests (429)
	StatusServer      = "tiles.server"      // {0} the provider, {1} the HTTP status
	StatusSlow        = "tiles.slow"        // {0} the provider: no answer in time
	StatusOffline     = "tiles.offline"     // {0} the provider: cannot be reached
	StatusCertificate = "tiles.certificate" // {0} the provider: its certificate is expired or not its own
	StatusRedirect    = "tiles.redirect"    // {0} the provider: it sends the request elsewhere or in a circle
	StatusWrong       = "tiles.wrong"       // {0} the provider: the answer is no map picture
	StatusNothing     = "tiles.nothing"     // {0} the provider: it has none of the tiles asked for
	StatusFolder      = "tiles.folder"      // {0} the provider: its cache folder cannot be written
	StatusFile        = "tiles.file"        // {0} the file: a tile in it is damaged
)

var sentences = map[string]string{
	StatusOff:         "The map from {0} is off until you agree to load it from the internet; the built-in map is shown.",
	StatusBlocked:     "{0} blocks map pictures for this program, so the built-in map is shown; another map can be chosen in the settings.",
	StatusBusy:        "{0} asked for fewer requests; the built-in map is shown for a while.",
	StatusServer:      "{0} has a fault of its own (status {1}); the built-in map is shown meanwhile.",
	StatusSlow:        "{0} does not answer; the built-in map is shown meanwhile.",
	StatusOffline:     "{0} cannot be reached; the built-in map is shown meanwhile.",
	StatusCertificate: "The certificate of {0} is not valid, so nothing is loaded from there; the built-in map is shown.",
	StatusRedirect:    "{0} sends the program elsewhere, which it does not follow; the built-in map is shown.",
	StatusWrong:       "What {0} sends is not a map picture (perhaps a sign-in page of this network); the built-in map is shown.",
	StatusNothing:     "{0} has no map pictures at this address; check it in the settings.",
	StatusFolder:      "Map pictures from {0} cannot be kept on this disk and are loaded again next time.",
	StatusFile:        "Some pictures in {0} are damaged; the built-in map is shown there.",
}

// Status says in one quiet sentence what is wrong with a source. The zero Status says that all is well.
type Status struct {
	Code string
	Args []string
}

// Good reports whether there is nothing to say.
func (s Status) Good() bool { return s.Code == StatusGood }

// Sentence is s in English; a code that is not of this package is given as it is.
func (s Status) Sentence() string {
	text, ok := sentences[s.Code]
	if !ok {
		return s.Code
	}
	for i, a := range s.Args {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i)+"}", a)
	}
	return text
}

// Same reports whether a and b say the same.
func (s Status) Same(b Status) bool {
	return s.Code == b.Code && strings.Join(s.Args, "\x00") == strings.Join(b.Args, "\x00")
}

// Fault is the error of a source that the person can be told of.
type Fault struct {
	Status Status
	Err    error // what was found, for the log; may be nil
}

// Error is the sentence and what was found.
func (f *Fault) Error() string {
	if f.Err == nil {
		return "tile: " + f.Status.Sentence()
	}
	return "tile: " + f.Status.Sentence() + " [" + f.Err.Error() + "]"
}

// Unwrap gives what was found.
func (f *Fault) Unwrap() error { return f.Err }

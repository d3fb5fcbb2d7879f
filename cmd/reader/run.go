package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"dateline/app/document"
	informats "dateline/app/document/formats"
	"dateline/app/engine"
	"dateline/app/export"
	outformats "dateline/app/export/formats"
	"dateline/app/story"
	"dateline/assets"
)

// The exit states.
const (
	statusRead  = 0 // all inputs were read
	statusSome  = 1 // some inputs could not be read
	statusUsage = 2 // unusable arguments
)

// usage says how the program is called, with the formats that there are.
func (t *tool) usage() string {
	names := strings.Join(t.writes.Names(), "|")
	return `usage:
  reader read [-date YYYY-MM-DD] [-format ` + names + `] FILE...
  reader read -corpus CORPUS.jsonl [-story] [-by-source] [-toponyms given] [-resume OUT] [-progress]
  reader export -o PATH [-format ` + names + `] [-at DATE] [-size WxH] [-paper a4|letter] [-cloze days|names] [-heat] FILE...
  reader place [P.dateline] NAME...
  reader project -o P.dateline FILE...
  reader correct [-o OUT.dateline] P.dateline CORRECTIONS.jsonl
  reader check FILE...
  reader compare FILE...
  reader quiz [-n 8] [-seed 1] FILE...
  reader version
  reader formats
read, export, check, project, correct and place take -places FILE, a layer of places (a GeoNames table, also zipped, a CSV with
name, lat and lon, or a GeoJSON), and -own FILE, places that come before all others of their names; both may be repeated.
FILE is ` + strings.Join(t.reads.Labels(), ", ") + `. A project (.dateline) is taken too. FILE.pdf#pages=3-7 reads some pages of a PDF. A "-" reads standard input.
`
}

// tool is one run of the program.
type tool struct {
	ctx    context.Context
	in     io.Reader
	out    io.Writer
	err    io.Writer
	reads  document.Formats // what is read
	writes export.Formats   // what is written
	failed atomic.Bool      // some input could not be read
	added  added            // places beside those that ship
	lost   *error           // why the output could not be written; nil while it could
}

// watched remembers that something could not be written.
type watched struct {
	w   io.Writer
	err error
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.w.Write(p)
	if err != nil && w.err == nil {
		w.err = err
	}
	return n, err
}

// errUsage marks what the caller got wrong.
var errUsage = errors.New("usage")

// run does what args say and gives the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer) int {
	w := &watched{w: out}
	t := &tool{ctx: ctx, in: interruptible{ctx, in}, out: w, err: errw, lost: &w.err, reads: informats.All, writes: outformats.All}
	return t.run(args)
}

func (t *tool) run(args []string) int {
	if len(args) == 0 {
		fmt.Fprint(t.err, t.usage())
		return statusUsage
	}
	commands := map[string]func([]string) error{"read": t.read, "export": t.export, "place": t.place, "version": t.version, "formats": t.formats,
		"project": t.project, "correct": t.correct, "check": t.check, "compare": t.compare, "quiz": t.quiz}
	f, ok := commands[args[0]]
	if !ok {
		if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
			fmt.Fprint(t.out, t.usage())
			return statusRead
		}
		fmt.Fprintf(t.err, "reader: unknown command %q\n%s", args[0], t.usage())
		return statusUsage
	}
	switch err := f(args[1:]); {
	case errors.Is(err, flag.ErrHelp):
		return statusRead
	case errors.Is(err, errUsage):
		fmt.Fprintf(t.err, "reader: %s\n%s", strings.TrimPrefix(err.Error(), errUsage.Error()+": "), t.usage())
		return statusUsage
	case err != nil:
		fmt.Fprintf(t.err, "reader: %v\n", err)
		return statusSome
	case t.lost != nil && *t.lost != nil:
		fmt.Fprintf(t.err, "reader: the output could not be written: %v\n", *t.lost)
		return statusSome
	case t.failed.Load():
		return statusSome
	}
	return statusRead
}

// misuse is an error that ends with status 2.
func misuse(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errUsage, fmt.Sprintf(format, args...))
}

// flags makes a flag set whose faults are misuse.
func (t *tool) flags(name string) *flag.FlagSet {
	fs := flag.NewFlagSet("reader "+name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return fs
}

func parse(fs *flag.FlagSet, args []string) error {
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return misuse("%s", fs.Name())
		}
		return misuse("%v", err)
	}
	return nil
}

// fail names an input that could not be read and lets the run go on.
func (t *tool) fail(err error) {
	t.failed.Store(true)
	fmt.Fprintf(t.err, "reader: %v\n", err)
}

// openEngine loads the gazetteer once in a process. Articles are opened today: none was published later.
var openEngine = sync.OnceValues(func() (*engine.Engine, error) {
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		return nil, err
	}
	y, m, d := time.Now().Date()
	return e.At(story.NewDay(y, int(m), d)), nil
})

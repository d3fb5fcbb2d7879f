package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"dateline/app/engine"
	"dateline/app/story"
	"dateline/assets"
)

// The exit states.
const (
	statusRead  = 0 // all inputs were read
	statusSome  = 1 // some inputs could not be read
	statusUsage = 2 // unusable arguments
)

const usage = `usage:
  reader read [-date YYYY-MM-DD] [-format jsonl|csv|geojson] FILE...
  reader read -corpus CORPUS.jsonl [-story] [-by-source] [-toponyms given]
  reader export -o PATH [-at DATE] [-size WxH] FILE...
  reader place NAME...
  reader version
A "-" reads standard input.
`

// tool is one run of the program.
type tool struct {
	ctx    context.Context
	in     io.Reader
	out    io.Writer
	err    io.Writer
	failed bool // some input could not be read
}

// errUsage marks what the caller got wrong.
var errUsage = errors.New("usage")

// run does what args say and gives the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer) int {
	t := &tool{ctx: ctx, in: in, out: out, err: errw}
	if len(args) == 0 {
		fmt.Fprint(errw, usage)
		return statusUsage
	}
	commands := map[string]func([]string) error{"read": t.read, "export": t.export, "place": t.place, "version": t.version}
	f, ok := commands[args[0]]
	if !ok {
		if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
			fmt.Fprint(out, usage)
			return statusRead
		}
		fmt.Fprintf(errw, "reader: unknown command %q\n%s", args[0], usage)
		return statusUsage
	}
	switch err := f(args[1:]); {
	case errors.Is(err, flag.ErrHelp):
		return statusRead
	case errors.Is(err, errUsage):
		fmt.Fprintf(errw, "reader: %s\n%s", strings.TrimPrefix(err.Error(), errUsage.Error()+": "), usage)
		return statusUsage
	case err != nil:
		fmt.Fprintf(errw, "reader: %v\n", err)
		return statusSome
	case t.failed:
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
	t.failed = true
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

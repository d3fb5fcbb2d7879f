// Beam is the reading of "reader read -corpus" as a pipeline of Apache Beam, for who has a runner already: Dataflow, Flink or
// Spark.
//
//	go run . -in articles.jsonl -out found.jsonl    # the runner of this machine, for a few thousand articles
//
// A line is one article, as the reader's corpus has it, and becomes the line that the reader answers; a line that cannot be
// read becomes {"line":…,"why":…} in -bad, which is not made where every line could be read. Beam promises no order.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sync"
	"time"

	"dateline/app/corpus"
	"dateline/app/engine"
	"dateline/app/story"
	"dateline/assets"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func init() {
	register.DoFn4x0[context.Context, string, func(string), func(string)](&readFn{})
	register.Emitter1[string]()
}

func main() {
	in, out, bad := flag.String("in", "articles.jsonl", "articles, a line each"), flag.String("out", "found.jsonl", "what was found"), flag.String("bad", "bad.jsonl", "lines that cannot be read")
	today := flag.String("today", "", "the day of the run, YYYY-MM-DD: no article was published later; empty is the day of the machine")
	flag.Parse()
	beam.Init()
	p, s := beam.NewPipelineWithRoot()
	build(s, *in, *out, *bad, *today)
	if err := beamx.Run(context.Background(), p); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
}

// build makes the pipeline: lines in, answers and what cannot be read out.
func build(s beam.Scope, in, out, bad, today string) {
	answers, wrong := beam.ParDo2(s, &readFn{Today: today}, textio.Read(s, in))
	textio.Write(s, out, answers)
	textio.Write(s, bad, wrong)
}

// readFn answers a line. Beam copies its fields to the workers.
type readFn struct {
	Today string // YYYY-MM-DD; "" is the day of the machine

	e *engine.Engine
}

// Setup is called once for a worker.
func (f *readFn) Setup() error {
	e, err := open()
	if err != nil {
		return err
	}
	day, ok := story.ParseDay(f.Today)
	if !ok {
		y, m, d := time.Now().Date()
		day = story.NewDay(y, int(m), d)
	}
	f.e = e.At(day)
	return nil
}

// ProcessElement is called for each line.
func (f *readFn) ProcessElement(ctx context.Context, line string, answer, wrong func(string)) {
	out, err := corpus.Answer(ctx, f.e, []byte(line))
	switch {
	case err != nil:
		why, _ := json.Marshal(map[string]string{"line": line, "why": err.Error()}) // words can always be written
		wrong(string(why))
	case len(out) > 0:
		answer(string(out[:len(out)-1])) // whoever writes lines puts the break
	}
}

// open loads the gazetteer once in a process.
var open = sync.OnceValues(func() (*engine.Engine, error) {
	return engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
})

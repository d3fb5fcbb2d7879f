// Benthos is the reading of "reader read -corpus" as a processor of Benthos (github.com/redpanda-data/benthos): an archive of
// articles comes from files, HTTP, Kafka or whatever else a configuration names, and goes where it says.
//
//	go run . -c files.yaml        # articles.jsonl -> found.jsonl
//
// The processor is called dateline. A message is one article, a JSON object with "id" and "text" as the reader's corpus has
// it, and becomes the line that the reader answers. A message that cannot be read fails with a reason, as Benthos counts it:
// see files.yaml for what becomes of those.
package main

import (
	"context"
	"sync"
	"time"

	"dateline/app/corpus"
	"dateline/app/engine"
	"dateline/app/story"
	"dateline/assets"

	_ "github.com/redpanda-data/benthos/v4/public/components/io"
	_ "github.com/redpanda-data/benthos/v4/public/components/pure"
	"github.com/redpanda-data/benthos/v4/public/service"
)

func main() {
	if err := register(); err != nil {
		panic(err) // the name is taken: a mistake of whoever changes this file
	}
	service.RunCLI(context.Background())
}

// register makes the processor known.
func register() error {
	spec := service.NewConfigSpec().Summary("Finds places, times, quotes and events in news articles.").
		Field(service.NewStringField("today").Description("The day of the run, YYYY-MM-DD: no article was published later. Empty is the day of the machine.").Default(""))
	return service.RegisterProcessor("dateline", spec, func(c *service.ParsedConfig, _ *service.Resources) (service.Processor, error) {
		today, err := c.FieldString("today")
		if err != nil {
			return nil, err
		}
		e, err := open()
		if err != nil {
			return nil, err
		}
		day, ok := story.ParseDay(today)
		if !ok {
			y, m, d := time.Now().Date()
			day = story.NewDay(y, int(m), d)
		}
		return processor{e.At(day)}, nil
	})
}

// open loads the gazetteer once, for all threads.
var open = sync.OnceValues(func() (*engine.Engine, error) {
	return engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
})

type processor struct{ e *engine.Engine }

// Process is called by Benthos, from several goroutines.
func (p processor) Process(ctx context.Context, m *service.Message) (service.MessageBatch, error) {
	line, err := m.AsBytes()
	if err != nil {
		return nil, err
	}
	out, err := corpus.Answer(ctx, p.e, line)
	if err != nil || len(out) == 0 {
		return nil, err
	}
	m.SetBytes(out[:len(out)-1]) // whoever writes lines puts the break
	return service.MessageBatch{m}, nil
}

// Close is called by Benthos.
func (processor) Close(context.Context) error { return nil }

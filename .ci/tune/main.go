// Command tune varies the weights of the reading, one at a time, and prints what each does to the measuring sets.
//
//	go run ./.ci/tune -bench DIR [-only geocode.Cue]      or: make tune BENCH=DIR [ONLY=geocode.Cue]
//
// DIR holds score.py and the *.jsonl sets. Every number is tried at four fifths and at five quarters of its value, on the
// sets that its package is measured on. A line is printed for each that changes a figure, with the change in points; the
// others are counted at the end. Nothing is written and no weight is set: what to make of it is for a person to judge.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"strings"

	"dateline/app/engine"
	"dateline/assets"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("tune: ")
	bench := flag.String("bench", "", "folder of the measuring sets and score.py")
	only := flag.String("only", "", "try only weights whose names begin so: geocode, geocode.Cue …")
	flag.Parse()
	if _, err := os.Stat(*bench + "/score.py"); *bench == "" || err != nil {
		fmt.Println("No figures: the folder with the measuring sets is not there; name it with make tune BENCH=DIR.")
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		log.Fatal(err)
	}
	t := &tuner{ctx: ctx, bench: *bench, engine: e, base: map[string]outcome{}}
	if err := t.run(*only); err != nil {
		log.Fatal(err)
	}
}

// tuner holds what all trials share.
type tuner struct {
	ctx    context.Context
	bench  string
	engine *engine.Engine
	base   map[string]outcome // by set: with the weights that ship
	silent []string           // weights that changed no figure
}

// run tries every weight whose name begins with only.
func (t *tuner) run(only string) error {
	tried := 0
	for _, k := range knobs(new(engine.Weights)) {
		if !strings.HasPrefix(k.name, only) {
			continue
		}
		tried++
		if err := t.try(k); err != nil {
			return fmt.Errorf("%s: %w", k.name, err)
		}
	}
	if tried == 0 {
		return fmt.Errorf("no weight begins with %q; the packages are geocode, toponym, timex, quotation, pubdate, event and assemble", only)
	}
	fmt.Printf("%d weights tried; %d changed no figure: %s\n", tried, len(t.silent), strings.Join(t.silent, " "))
	return nil
}

// try prints what one weight does, a fifth lower and a quarter higher.
func (t *tuner) try(k knob) error {
	quiet := true
	for _, factor := range [...]float64{0.8, 1.25} {
		w := engine.DefaultWeights()
		was, now := find(&w, k.name).scale(factor)
		if was == now {
			continue
		}
		var changes []string
		for _, s := range sets[k.family()] {
			base, err := t.baseOf(s)
			if err != nil {
				return err
			}
			got, err := s.measure(t, &w, base)
			if err != nil {
				return err
			}
			changes = append(changes, s.differences(base, got)...)
		}
		if len(changes) > 0 {
			quiet = false
			fmt.Printf("%-32s %8.4g -> %-8.4g %s\n", k.name, was, now, strings.Join(changes, "; "))
		}
	}
	if quiet {
		t.silent = append(t.silent, k.name)
	}
	return nil
}

// baseOf measures a set with the weights that ship, once, and prints the figures.
func (t *tuner) baseOf(s set) (outcome, error) {
	if o, ok := t.base[s.key()]; ok {
		return o, nil
	}
	w := engine.DefaultWeights()
	o, err := s.measure(t, &w, outcome{})
	if err != nil {
		return o, err
	}
	t.base[s.key()] = o
	fmt.Printf("# %s:", s.key())
	for i, m := range s.figures {
		fmt.Printf(" %s %.2f", m.label, o.figures[i])
	}
	fmt.Println()
	return o, nil
}

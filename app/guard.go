package app

import (
	"fmt"
	"sync"
	"time"
)

// guard keeps a panic away from the UI goroutine from ending the program: it is written into a crash report, and only
// the work it happened in is lost. Its methods may be called from several goroutines.
type guard struct {
	folder string // of the reports
	now    func() time.Time

	mu   sync.Mutex
	told map[string]bool // by what was reported
}

// mostReports bounds the reports of one run of the program: a mistake that meets every tile is told once, and many
// different ones are one story.
const mostReports = 8

func newGuard(folder string, now func() time.Time) *guard {
	return &guard{folder: folder, now: now, told: map[string]bool{}}
}

// run does f on the goroutine it is called on.
func (g *guard) run(f func()) {
	defer func() {
		if fault := recover(); fault != nil {
			g.tell(fault)
		}
	}()
	f()
}

// tell writes a report of what recover gave. Called in the deferred function itself, so that the report shows where
// the panic happened.
func (g *guard) tell(fault any) {
	g.mu.Lock()
	defer g.mu.Unlock()
	what := fmt.Sprint(fault)
	if g.told[what] || len(g.told) >= mostReports {
		return
	}
	g.told[what] = true
	if path := report(g.folder, Version, fault, g.now()); path != "" {
		logf("app: a part of the program failed and the rest goes on; a report is in %s: %v", path, fault)
	}
}

// Package progress is how long work tells how far it is: one small type, and None, which tells nobody.
//
//	report.At("reading", 3, 40)
package progress

// Report is told the stage of the work and how much of it is done. It may be called from several goroutines, though
// never at the same time. The nil Report may be used: it tells nobody.
type Report func(stage string, done, total int)

// None tells nobody.
var None Report

// At tells that done of total of a stage is finished.
func (r Report) At(stage string, done, total int) {
	if r != nil {
		r(stage, done, total)
	}
}

// Stage is the report of one stage of a known size.
func (r Report) Stage(stage string, total int) func(done int) {
	return func(done int) { r.At(stage, done, total) }
}

package progress

import "testing"

func TestReport(t *testing.T) {
	None.At("reading", 1, 2) // tells nobody and does not fall over
	None.Stage("reading", 2)(1)
	var stage string
	var done, total int
	r := Report(func(s string, d, n int) { stage, done, total = s, d, n })
	r.Stage("locating", 9)(4)
	if stage != "locating" || done != 4 || total != 9 {
		t.Errorf("%s %d of %d", stage, done, total)
	}
}

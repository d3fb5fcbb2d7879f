package event

import "dateline/app/reading/token"

// Tables of matches and prices are lines of figures, one after the other. A row tells of one event at most.
const (
	leastRows    = 4  // lines that make a table
	leastFigures = 2  // in a row
	maxRow       = 40 // tokens of a row
)

// thinTables keeps the likeliest event of each row of a table.
func (a *article) thinTables() {
	row := a.tableRows()
	if row == nil {
		return
	}
	best := map[int32]int{} // row -> event
	for i := range a.events {
		r := row[a.rowToken(&a.events[i])]
		if r == 0 {
			continue
		}
		if b, ok := best[r]; !ok || a.events[i].P > a.events[b].P {
			best[r] = i
		}
	}
	kept := a.events[:0]
	for i := range a.events {
		if r := row[a.rowToken(&a.events[i])]; r == 0 || best[r] == i {
			kept = append(kept, a.events[i])
		}
	}
	clear(a.events[len(kept):])
	a.events = kept
}

// rowToken is the token that says in which line an event stands.
func (a *article) rowToken(e *Found) int {
	at := e.Trigger.Start
	if e.Trigger.Empty() {
		at = e.Span.Start
	}
	return min(a.text.At(at), len(a.text.Tokens)-1)
}

// tableRows numbers the rows of tables from 1, for each token: 0 for what stands in none. Nil where there is no table.
func (a *article) tableRows() []int32 {
	ts := a.text.Tokens
	var row []int32
	run, n := []token.Range(nil), int32(0)
	flush := func() {
		if len(run) >= leastRows {
			if row == nil {
				row = make([]int32, len(ts))
			}
			for _, r := range run {
				n++
				for i := r.First; i < r.Last; i++ {
					row[i] = n
				}
			}
		}
		run = run[:0]
	}
	for i := 0; i < len(ts); {
		end, figures := i+1, 0
		for ; end < len(ts) && ts[end].Flags&token.LineStart == 0; end++ {
		}
		for k := i; k < end; k++ {
			if ts[k].Kind == token.Number {
				figures++
			}
		}
		if figures >= leastFigures && end-i <= maxRow {
			run = append(run, token.Range{First: i, Last: end})
		} else {
			flush()
		}
		i = end
	}
	flush()
	return row
}

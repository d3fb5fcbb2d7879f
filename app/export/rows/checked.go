package rows

import (
	"strings"

	"dateline/app/story"
)

// Checked is what a person did about rows, made ready to be looked up.
type Checked struct{ said []story.Correction }

// NewChecked makes a log ready.
func NewChecked(log story.Log) Checked { return Checked{log.InForce()} }

// Of says whether a person has looked at a row: "verified", "corrected", "cannot" where it cannot be told, "" where nobody
// has; and what the program had read before it was corrected.
func (c Checked) Of(r *Row) (status, from string) {
	var was []string
	for i := range c.said {
		x := &c.said[i]
		if !r.isAbout(x) {
			continue
		}
		switch {
		case x.Kind == story.CorrectNote:
			continue
		case x.Verdict == story.VerdictCannot:
			status = "cannot"
		case x.Verdict == story.VerdictRight:
			status = "verified"
		default:
			status = "corrected"
			if x.Was != "" {
				was = append(was, x.Was)
			}
		}
	}
	return status, strings.Join(was, "; ")
}

// Notes are what a person noted on a row, the first one first.
func (c Checked) Notes(r *Row) []string {
	var out []string
	for i := range c.said {
		if x := &c.said[i]; x.Kind == story.CorrectNote && x.Text != "" && r.isAbout(x) {
			out = append(out, x.Text)
		}
	}
	return out
}

func (r *Row) isAbout(c *story.Correction) bool {
	for _, t := range r.About {
		if c.About == t || c.Scope != story.ScopeOne && c.About.Words == t.Words && t.Words != "" {
			return true
		}
	}
	return false
}

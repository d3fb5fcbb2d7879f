package cite

import (
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
)

// TestWrite_TheSample holds the file of the sample story against the one that was read by eye.
func TestWrite_TheSample(t *testing.T) {
	s := sample.Story()
	s.Articles[0].Byline = "By Ann Roe, Lisbon"
	c := sample.Content(s)
	for _, f := range []struct {
		name   string
		format export.Format
	}{{"sample.bib", BibTeX}, {"sample.ris", RIS}, {"sample.csl.json", CSL}, {"sample.txt", Plain}} {
		sample.Golden(t, "testdata/"+f.name, sample.Written(t, f.format, c))
	}
}

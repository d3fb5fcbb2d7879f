package timelinejs

import (
	"testing"

	"dateline/app/export/internal/sample"
)

// TestWrite_TheSample holds the file of the sample story against the one that was read by eye.
func TestWrite_TheSample(t *testing.T) {
	sample.Golden(t, "testdata/sample.json", sample.Written(t, Format, sample.Content(sample.Story())))
	sample.Golden(t, "testdata/sample.csv", sample.Written(t, Table, sample.Content(sample.Story())))
}

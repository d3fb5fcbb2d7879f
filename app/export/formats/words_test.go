package formats

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
)

var (
	notShown = regexp.MustCompile(`(?s)<style>.*?</style>|<script.*?</script>`)
	shown    = regexp.MustCompile(`(?:aria-label|placeholder|title|alt|descr)="([^"]*)"|>([^<]+)<`)
)

// visible is what a page, or the parts of a document, show and say aloud.
func visible(xml string) string {
	var out []string
	for _, m := range shown.FindAllStringSubmatch(notShown.ReplaceAllString(xml, ""), -1) {
		out = append(out, m[1]+m[2])
	}
	return strings.Join(out, "\n")
}

var spoken = regexp.MustCompile(`^(word/(document|footer)|ppt/(slides|notesSlides)/).*\.xml$`)

// parts are the texts of an Office file: of its document, its slides and their notes.
func parts(t *testing.T, file string) string {
	t.Helper()
	var out strings.Builder
	all := partsOf(t, file)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if spoken.MatchString(name) {
			out.WriteString(all[name])
		}
	}
	return strings.NewReplacer(" PAGE ", "").Replace(out.String())
}

// TestNothingForPeopleStaysEnglish: what no article says comes from export.Words.
func TestNothingForPeopleStaysEnglish(t *testing.T) {
	s, run := sample.Asked()
	for _, name := range []string{"md", "html", "svg", "docx", "questions-docx", "pptx"} {
		for _, slides := range []bool{false, true} {
			f, ok := All.Named(name)
			if !ok {
				t.Fatalf("no format %s", name)
			}
			c := sample.Content(s)
			c.Words, c.Map = sample.Marked, export.Map{Tiles: ground{}}
			if slides {
				c.Run = &run
			}
			file := sample.Written(t, f, c)
			switch name {
			case "md":
			case "docx", "questions-docx", "pptx":
				file = visible(parts(t, file))
			default:
				file = visible(file)
			}
			sample.AllMarked(t, s, name, file)
		}
	}
}

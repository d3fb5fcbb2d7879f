package sqlite

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"github.com/google/go-cmp/cmp"
)

// open writes a story and opens what was written.
func open(t *testing.T, file string) *sql.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.sqlite")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// ask gives the rows of a query, the columns joined by |.
func ask(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	r, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer r.Close()
	names, err := r.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for r.Next() {
		cells, to := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			to[i] = &cells[i]
		}
		if err := r.Scan(to...); err != nil {
			t.Fatal(err)
		}
		var row []string
		for _, c := range cells {
			row = append(row, fmt.Sprint(c))
		}
		out = append(out, strings.Join(row, "|"))
	}
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWhatIsAskedIsAnswered(t *testing.T) {
	s := sample.Story()
	c := sample.Content(s)
	c.Log = story.NewLog(story.Correction{Kind: story.CorrectPlace, About: story.Target{Article: "d1", Span: s.Articles[0].Toponyms[0].Span, Words: "Lisbon"}, Place: 2267057, Was: "Lisbon, Ohio"})
	db := open(t, sample.Written(t, Format, c))
	for _, x := range []struct {
		name, query string
		want        []string
	}{
		{"it is whole", "PRAGMA integrity_check", []string{"ok"}},
		{"references hold", "PRAGMA foreign_key_check", nil},
		{"events with their places", "SELECT from_day, to_day, edtf, what, place, country, place_known, article, checked FROM events ORDER BY id",
			[]string{"2024-05-13|2024-05-13|2024-05-13|arrest|Lisbon|PT|named in the text|Arrests|corrected", "<nil>|<nil>|<nil>|=vote|<nil>|<nil>|<nil>|Arrests|<nil>"}},
		{"quotes with their speakers", "SELECT speaker, role, words, from_day, to_day, day_known FROM quotes", []string{"Rui Gomes|mayor|“It is over,”|2024-05-13|2024-05-14|no day is told: counted from the day of publication"}},
		{"which quotes speak of which events", "SELECT * FROM event_quote", []string{"1|1"}},
		{"characters are counted, not bytes", "SELECT substr(d.text, m.begin + 1, m.\"end\" - m.begin) FROM mention m JOIN document d ON d.id = m.document_id ORDER BY m.id", []string{"Lisbon", "Monday"}},
		{"words are found", "SELECT s.text FROM search JOIN sentence s ON s.id = search.rowid WHERE search MATCH 'arrested AND lisbon'", []string{"Żółw: police arrested two men in Lisbon on Monday."}},
		{"in order of time", "SELECT from_day, type FROM timeline", []string{"2024-05-13|event", "2024-05-13|quote"}},
		{"what a person said", "SELECT kind, words, said, was FROM log", []string{"place|Lisbon|2267057|Lisbon, Ohio"}},
		{"what the file is", "SELECT value FROM about WHERE name IN ('title', 'days') ORDER BY name", []string{"all dates", "Sample"}},
		{"days are text", "SELECT DISTINCT typeof(from_day) FROM event WHERE from_day IS NOT NULL", []string{"text"}},
	} {
		if diff := cmp.Diff(x.want, ask(t, db, x.query)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", x.name, diff)
		}
	}
}

func TestNothingVisibleIsSaid(t *testing.T) {
	c := sample.Content(sample.Story())
	c.View = story.Visible(c.Story, story.Between(1, 2), story.Filter{})
	db := open(t, sample.Written(t, Format, c))
	if got := ask(t, db, "SELECT value FROM about WHERE name = 'note'"); len(got) != 1 || !strings.Contains(got[0], "Nothing is visible") {
		t.Errorf("got %q", got)
	}
	if got := ask(t, db, "SELECT count(*) FROM event"); got[0] != "0" {
		t.Errorf("%s events", got[0])
	}
}

package app

import (
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/ui/bind"
)

const wireStory = `Ferry sinks off Porto

A ferry sank off Porto on 14 May 2024 with some forty people on board, the harbour police said. All of them were taken ashore by fishing boats within an hour.

The ship had left Lisbon in the morning and met a storm that nobody had foretold, its captain told reporters. He asked the company to have the engine looked at twice this year.`

// TestCopies_CountOnce: a wire story in two papers and a text in two formats are found, said, and count as one telling.
func TestCopies_CountOnce(t *testing.T) {
	page := "<!doctype html><html><head><meta property=\"og:site_name\" content=\"Valley Post\"></head><body><article><h1>Ferry sinks off Porto</h1>"
	for _, p := range strings.Split(wireStory, "\n\n")[1:] {
		page += "<p>" + p + "</p>"
	}
	own := "Boats saved forty\n\nFishing boats saved the passengers of a ferry that sank off Porto on 14 May 2024. The mayor thanked the fishermen at a dinner in the old town hall."
	d := newDesk(t)
	var all []session.Source
	for name, text := range map[string]string{"a.txt": wireStory + "\n\nAdditional reporting by our staff.", "b.html": page, "c.txt": own} {
		all = append(all, pasted(name, text)...)
	}
	d.Open(all)
	d.rest(t)
	st := d.State()
	if len(st.Story.Copies) != 1 || len(st.Story.Copies[0].Articles) != 2 {
		t.Fatalf("copies %v", st.Story.Copies)
	}
	of := map[string]int{}
	for i, a := range st.Story.Articles {
		of[a.File] = i
	}
	if got := st.Story.CopiesOf(of["a.txt"]); len(got) != 1 || got[0] != of["b.html"] || st.Story.CopiesOf(of["c.txt"]) != nil {
		t.Errorf("copies of a.txt: %v", got)
	}
	seen := false
	for i := range st.Story.Events {
		if e := &st.Story.Events[i]; e.What == "sink" && e.Doc == of["c.txt"] {
			seen = true
			if e.Weight != 2 {
				t.Errorf("%q is told by %d", e.Span.In(st.Story.Articles[e.Doc].Text), e.Weight)
			}
		}
	}
	if !seen {
		t.Error("the ferry's sinking is not found")
	}
	for _, r := range (bind.Words{}).Articles(st) {
		if says := strings.Contains(r.Detail, "the same text as in"); says == (r.ID == st.Story.Articles[of["c.txt"]].ID) {
			t.Errorf("%s: %q", r.Title, r.Detail)
		}
	}
}

package bind

import (
	"dateline/app/session"
	"dateline/app/story"
)

// Tongue words files that people read as the window words what it shows (see export.Tongue).
type Tongue struct{ Words }

// Language is the tag of the language: "de".
func (t Tongue) Language() string { return t.X("[language]", "en") }

// RightToLeft reports whether the language is written so.
func (t Tongue) RightToLeft() bool { return t.X("[direction]", "from the left") == "from the right" }

// Day is "12 March 2025".
func (t Tongue) Day(d story.Day) string { return t.fullDay(d) }

// Country is what a country is called; "" where that is not known.
func (t Tongue) Country(iso string) string { return t.countryName(iso) }

// Reason words a reason.
func (t Tongue) Reason(r story.Reason) string { return t.reason(r) }

// FileTitle is what a file of the story is called.
func (w Words) FileTitle(st session.State) string {
	if title := w.StoryTitle(st); title != "" || st.Story.Title == "" {
		return title
	}
	return w.Count(len(st.Story.Articles), "article", "articles")
}

package html

import (
	"strconv"
	"strings"

	"dateline/app/export/internal/draw"
)

// t is English words in the language of the page, as they stand in it.
func (p *page) t(english string) string { return draw.Text(p.Say(english)) }

// direction is an attribute that says which way the page runs; "" for the usual one.
func (p *page) direction() string {
	if p.RightToLeft() {
		return ` dir="rtl"`
	}
	return ""
}

// tongue is an attribute that says which language words of an article are in; "" where it is that of the page, or not known.
func (p *page) tongue(tag string) string {
	if tag == "" || tag == p.Language() {
		return ""
	}
	return ` lang="` + draw.Text(tag) + `"`
}

// spoken are the words of the script.
type spoken struct {
	Language string                 `json:"language"`
	Say      map[string]string      `json:"say"`    // by their English words
	Counts   map[string][]countForm `json:"counts"` // by their English noun for one
}

// countForm is a number with the words for it, in which {n} stands for the number: an example of one form of the plural.
type countForm struct {
	N     int    `json:"n"`
	Words string `json:"w"`
}

// examples have all the forms of the plural that any language of the window has.
var examples = [...]int{0, 1, 2, 3, 5, 11, 100}

// scriptWords is all that page.js says, scriptOne and scriptMany all that it counts.
var (
	scriptWords = [...]string{"All days", "Up to {{.Day}}", "No quotes on these days.", "Nothing is told of these days.", "Untitled", "Show on the map", "Nothing on these days.",
		"{{.Likely}} likely, {{.Events}} possible", "{{.What}} found", "something happened here", "planned, denied or only claimed", "somebody speaks or acts from here",
		"only the country is known", "several places", "only named: nothing is told to happen here", "published {{.Day}}", "Play", "Pause", "Light", "Dark", "{{.Year}} BCE", "{{.Year}} CE",
		"[weekday] [day] [month] [year]", "[day] [mon] [year]", "[from]–[day] [mon] [year]", "[day] [mon]", "[mon] [year]",
		"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"January (of a day)", "February (of a day)", "March (of a day)", "April (of a day)", "May (of a day)", "June (of a day)",
		"July (of a day)", "August (of a day)", "September (of a day)", "October (of a day)", "November (of a day)", "December (of a day)",
		"Jan", "Feb", "Mar", "Apr", "May (short)", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "May (short, of a day)"}
	scriptOne  = [...]string{"event", "quote", "place"}
	scriptMany = [...]string{"events", "quotes", "places"}
)

func (p *page) spoken() spoken {
	out := spoken{Language: p.Language(), Say: map[string]string{}, Counts: map[string][]countForm{}}
	for i := range scriptWords {
		if said := p.unfilled(scriptWords[i]); said != scriptWords[i] {
			out.Say[scriptWords[i]] = said
		}
	}
	for i, one := range scriptOne {
		for _, n := range examples {
			words := strings.Replace(p.Count(n, one, scriptMany[i]), strconv.Itoa(n), "{n}", 1)
			out.Counts[one] = append(out.Counts[one], countForm{n, words})
		}
	}
	return out
}

// unfilled is English words in the language of the page, their places still open for the script.
func (p *page) unfilled(english string) string {
	var places []any
	for rest := english; ; {
		_, after, ok := strings.Cut(rest, "{{.")
		name, end, closed := strings.Cut(after, "}}")
		if !ok || !closed {
			return p.Say(english, places...)
		}
		places, rest = append(places, name, "{{."+name+"}}"), end
	}
}

package rows

import (
	"fmt"
	"strings"

	"dateline/app/compare"
	"dateline/app/export"
	"dateline/app/story"
)

// Named is somebody or some place under all names, with how much of what is visible is theirs or is there.
type Named struct {
	Kind    string // "person", "role", "organisation", "place" of who speaks; what sort of place it is
	ID      string // the speaker's; of a place its address at GeoNames, "" where it has none
	Name    string
	Names   []string // the spellings in the texts
	Role    string   // of somebody: "mayor"
	Country string   // ISO code; "" where it is not known
	Docs    int
	Events  int
	Quotes  int // in quotation marks
	From    string
	To      string
	By      []compare.Part // how much in each article
}

// People are all who act or are quoted in a view, those of most articles first.
func People(s *story.Story, v story.View) (out []Named) {
	list := compare.PeopleIn(s, v)
	for i := range list {
		e := &list[i]
		p := &s.Speakers[e.Speaker]
		r := named(e)
		r.Kind, r.ID, r.Name, r.Role, r.Country = p.Kind.String(), string(p.ID), p.Name, p.Role, p.Country
		out = append(out, r)
	}
	return out
}

// Places are all places where something happens or is said in a view, those of most articles first.
func Places(s *story.Story, v story.View) (out []Named) {
	list := compare.PlacesIn(s, v)
	for i := range list {
		e := &list[i]
		r := named(e)
		r.Kind, r.Name, r.Country = e.Place.Kind.String(), e.Place.Name, e.Place.Country
		if id := export.GeonameID(e.Place.ID); id != nil {
			r.ID = fmt.Sprintf("https://www.geonames.org/%d", *id)
		}
		out = append(out, r)
	}
	return out
}

func named(e *compare.Entry) Named {
	r := Named{Names: e.Names, Docs: e.Docs, Events: e.Events, Quotes: e.Quotes, By: e.By}
	if e.Dated {
		r.From, r.To = export.Day(e.First), export.Day(e.Last)
	}
	return r
}

// ByArticle words how much is in each article: "Flood: 3; Arrests: 1".
func (r *Named) ByArticle(s *story.Story) string {
	var out []string
	for _, p := range r.By {
		out = append(out, fmt.Sprintf("%s: %d", s.Articles[p.Doc].Title, p.N))
	}
	return strings.Join(out, "; ")
}

// Docs are the articles of a view: those that its filter names, else all.
func Docs(s *story.Story, v story.View) (out []int) {
	for _, id := range v.Filter.Articles {
		if d := s.ArticleAt(id); d >= 0 {
			out = append(out, d)
		}
	}
	if len(v.Filter.Articles) == 0 {
		for d := range s.Articles {
			out = append(out, d)
		}
	}
	return out
}

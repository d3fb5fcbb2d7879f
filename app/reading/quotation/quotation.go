// Package quotation finds quoted and reported words and says whose they are.
package quotation

import (
	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Place is a place name in the text, for the speakers that are one: "Kyiv", "the Kremlin".
type Place struct {
	Span     story.Span
	Name     string // the place's plain name
	Actorish bool   // it stands for people here: "Moscow demands"
}

// Find finds the quotes of t, sorted by Span, and their speakers. Quote.Speaker indexes the speakers returned.
func Find(t *token.Text, zones []story.Zone, names *name.Names, places []Place) ([]story.Quote, []story.Speaker) {
	return nil, nil
}

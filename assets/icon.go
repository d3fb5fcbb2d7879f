package assets

import _ "embed"

//go:embed icon.png
var icon []byte

// Icon is the icon of the program, a PNG of 512 by 512 pixels. Shared, not to be changed.
func Icon() []byte { return icon }

package assets

import _ "embed"

//go:embed fonts/NotoSerif-Regular.ttf
var serif []byte

//go:embed fonts/NotoSerif-Bold.ttf
var serifBold []byte

// Serif is the face of articles and quotes: Noto Serif Regular. Shared, not to be changed.
func Serif() []byte { return serif }

// SerifBold is Noto Serif Bold. Shared, not to be changed.
func SerifBold() []byte { return serifBold }

//go:embed fonts/NotoSansHebrew-Regular.ttf
var hebrew []byte

//go:embed fonts/NotoNaskhArabic-Regular.ttf
var arabic []byte

// MoreFaces are faces for letters that Noto Serif lacks: Noto Sans Hebrew and Noto Naskh Arabic. Shared, not to be changed.
func MoreFaces() [][]byte { return [][]byte{hebrew, arabic} }

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

//go:embed fonts/NotoSansWindow-Regular.ttf
var window []byte

//go:embed fonts/NotoSansWindow-Bold.ttf
var windowBold []byte

// Window is the face of the window: Noto Sans with the letters of Noto Sans Arabic UI. Shared, not to be changed.
func Window() []byte { return window }

// WindowBold is its bold. Shared, not to be changed.
func WindowBold() []byte { return windowBold }

// MoreFaces are faces for letters that Noto Serif lacks: Noto Sans Hebrew and Noto Naskh Arabic. Shared, not to be changed.
func MoreFaces() [][]byte { return [][]byte{hebrew, arabic} }

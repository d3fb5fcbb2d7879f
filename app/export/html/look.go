package html

import (
	"crypto/sha256"
	_ "embed" // the page's own style and script
	"encoding/base64"
	"fmt"
	"image/color"
	"strings"

	"dateline/geo/tile"
)

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// startScript tells the style, before anything is seen, that the script works.
const startScript = `document.documentElement.classList.add("js")`

// theme is the colours of a page around its map. They are those of the window.
type theme struct {
	page string
	map_ *tile.Style
}

var (
	light = theme{`--bar:#fff;--pane:#fcfbf9;--text:#1b2033;--muted:#635c52;--button:#f1ede6;--hover:#e6e0d5;--line:#e3ddd1;--border:#9a9183;` +
		`--primary:#b0241c;--on-primary:#fff;--select:#f0b42966;--filled:#b0241c;--filled-soft:#b0241c1f;--ring:#0067a8;--date:#35691a;--date-soft:#35691a1c;`, tile.Light}
	dark = theme{`--bar:#1d2027;--pane:#22252d;--text:#f1efea;--muted:#b9b3a8;--button:#343843;--hover:#434854;--line:#3b404c;--border:#858b99;` +
		`--primary:#ff8a7a;--on-primary:#1d2027;--select:#f0b42955;--filled:#ff8a7a;--filled-soft:#e5554a2e;--ring:#6fb7f0;--date:#9ad483;--date-soft:#9ad48322;`, tile.Dark}
)

// variables are the colours as a style names them.
func (t *theme) variables() string {
	s := t.map_
	var b strings.Builder
	b.WriteString(t.page)
	for _, v := range []struct {
		name string
		ink  color.NRGBA
	}{
		{"water", s.Water}, {"land", s.Land}, {"river", s.River.Color}, {"coast", s.Coast.Color}, {"country", s.Country.Color}, {"region", s.Admin1.Color},
		{"country-text", s.CountryText}, {"sea-text", s.SeaText}, {"region-text", s.RegionText}, {"town-text", s.TownText}, {"halo", s.Halo},
		{"card", s.CardFill}, {"card-text", s.CardText}, {"card-edge", s.CardEdge}, {"mark", s.MarkFill}, {"mark-text", s.MarkText}, {"mark-edge", s.MarkEdge},
		{"mark-glow", s.MarkGlow}, {"speak", s.RingLine}, {"speak-fill", s.RingFill}, {"area", s.AreaFill}, {"area-line", s.AreaLine}, {"place-text", s.PlaceText},
	} {
		fmt.Fprintf(&b, "--%s:#%02x%02x%02x%02x;", v.name, v.ink.R, v.ink.G, v.ink.B, v.ink.A)
	}
	return b.String()
}

// lanes give each article its colour, as on the timeline of the window.
func (t *theme) lanes(before string) string {
	var b strings.Builder
	for i, c := range t.map_.Lanes {
		fmt.Fprintf(&b, "%s.a%d{--lane:#%02x%02x%02x}", before, i, c.R, c.G, c.B)
	}
	return b.String()
}

// style is the whole style of the page. Without the script, and on paper, it is light.
func style() string {
	return ":root{color-scheme:light;" + light.variables() + "}" + light.lanes("") +
		"@media screen{html.dark{color-scheme:dark;" + dark.variables() + "}" + dark.lanes(".dark ") + "}\n" + pageStyle
}

// policy is what the page allows a browser: its own style and script, by their sums, and nothing else. It cannot fetch or
// send anything, and no other script runs in it.
func policy(style string) string {
	sum := func(s string) string {
		h := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"
	}
	return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + sum(style) + "; script-src " + sum(startScript) + " " + sum(pageScript)
}

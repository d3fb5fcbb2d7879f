// Package png draws the map of a view: areas, marks, names and the credits, as the window shows them.
package png

import (
	"context"
	"fmt"
	"image/png"
	"io"

	"dateline/app/export"
	"dateline/app/export/scene"
	"dateline/geo/staticmap"
)

// Format is the picture. Options.Frame is its size and where it looks.
var Format = export.Format{Name: "png", Label: "Map picture (PNG)", Exts: []string{".png"}, Needs: export.NeedsMap, For: export.ForPeople, Asks: export.AsksSize, Write: write}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	s := scene.Still(c)
	img, err := staticmap.Render(ctx, c.Map.Tiles, staticmap.Picture{View: s.Frame, Marks: s.Marks, Areas: s.Areas, Labels: s.Labels, Heat: s.Heat},
		staticmap.Options{Style: c.Style, Fonts: c.Map.Fonts, Scale: c.Scale, Title: s.Title, Subtitle: s.Subtitle, Legend: true, Say: c.Say, Attribution: s.Attribution})
	if err != nil {
		return fmt.Errorf("map picture: %w", err)
	}
	return png.Encode(w, img)
}

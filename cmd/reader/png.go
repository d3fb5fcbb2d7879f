package main

import (
	"io"

	"dateline/app/export"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/mark"
	"dateline/geo/outline"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

func init() { exporters["png"] = pngFile }

// pngFile draws the map. A day on which nothing can be seen still shows where the story happens.
func pngFile(t *tool, w io.Writer, s *story.Story, p story.Period, width, height int) error {
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		return err
	}
	fonts, err := mark.NewFonts(nil, nil)
	if err != nil {
		return err
	}
	e, err := openEngine()
	if err != nil {
		return err
	}
	v := story.Visible(s, p, story.Filter{})
	frame := v
	if len(frame.Marks) == 0 {
		frame = story.Visible(s, story.Period{}, story.Filter{})
	}
	return export.PNG(t.ctx, w, s, v, export.Picture{Options: exportOptions(), Tiles: base, Outlines: outline.New(base.Archive()), Fonts: fonts, Cities: e.Gazetteer().In,
		View: export.Fit(frame, float64(width), float64(height), viewport.Pad{Left: 90, Top: 100, Right: 90, Bottom: 70})})
}

// Package staticmap makes one still picture of a view: tiles, areas, labels, marks, attribution, through go-staticmaps.
//
//	picture, err := staticmap.Render(ctx, base, staticmap.Picture{View: view, Marks: marks}, staticmap.Options{})
//
// Its tiles come from a tile.Source in this process; it opens no connection and no file. A tile that fails makes the
// whole picture fail. What is drawn is drawn by geo/tile and geo/mark, as in the window; marks that stand too close
// together are one sign, as there.
package staticmap

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"slices"

	sm "github.com/flopp/go-staticmaps"
	"github.com/golang/geo/s2"
	"github.com/paulmach/orb"

	"dateline/geo/heat"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// MaxPixels is the largest picture Render makes.
const MaxPixels = 33 << 20

// ErrSize is returned for a view without size or one that gives more than MaxPixels.
var ErrSize = errors.New("staticmap: the picture's size cannot be drawn")

// Picture is what is on a still.
type Picture struct {
	View      viewport.Viewport
	Marks     []mark.Mark // by Point; X and Y are filled in
	Areas     []mark.Area
	Heat      heat.Layer   // how close together events lie; empty for nothing
	Labels    []tile.Label // of towns and the like, beside those of the ground
	Obstacles []mark.Box   // parts of the view that words keep clear of

	// Keys gives each sign a number by which a list beside the picture names it (see mark.Mark.Key; 0 for none). It is
	// handed the Marks that each sign stands for, by position. nil leaves the counts of events in the signs.
	Keys func(members [][]int) []int
}

// Options say how the still is drawn. The zero value gives the light look at one pixel per viewport px.
type Options struct {
	Style         *tile.Style
	Fonts         *mark.Fonts
	Scale         float64 // 2 gives twice the pixels of the view's size; over 0 to 8, 0 counts as 1
	Title         string  // burnt in at the upper left; "" for none
	Subtitle      string
	Legend        bool // says what the signs mean, where there is room that no sign needs
	NoScaleBar    bool
	Say           func(english string, pairs ...any) string // words the legend in another language; nil leaves it English
	NoGroundNames bool                                      // leaves out the names of countries, seas and regions
	Attribution   string                                    // "" takes the source's own
}

// Render draws the still. A view at a fractional zoom is drawn at the nearest zoom whose tiles have whole pixels, which
// differs by less than half a percent. It may be called from several goroutines.
func Render(ctx context.Context, tiles tile.Source, p Picture, o Options) (image.Image, error) {
	if o.Scale == 0 {
		o.Scale = 1
	}
	w, h := math.Round(p.View.W*o.Scale), math.Round(p.View.H*o.Scale)
	if !(w >= 1 && h >= 1 && w*h <= MaxPixels && o.Scale > 0 && o.Scale <= 8) {
		return nil, fmt.Errorf("%w: %v x %v at scale %v", ErrSize, p.View.W, p.View.H, o.Scale)
	}
	if o.Style == nil {
		o.Style = tile.Light
	}
	if o.Attribution == "" {
		o.Attribution = tiles.Attribution()
	}
	s := &still{ctx: ctx, tiles: tiles, Picture: p, Options: o, w: int(w), h: int(h),
		pen: mark.Pen{Style: o.Style, Fonts: o.Fonts, Scale: o.Scale, Say: o.Say}}
	s.fitTiles()

	// A context for each picture: go-staticmaps' own may not be shared. Its provider has no address and its cache is
	// off, so that it neither fetches nor keeps anything.
	c := sm.NewContext()
	c.SetTileProvider(sm.NewTileProviderNone())
	c.SetCache(nil)
	c.SetOnline(false)
	c.OverrideAttribution("") // drawn by mark, in our own lettering
	c.SetSize(s.w, s.h)
	c.SetZoom(s.zoom)
	s.center = s2.LatLngFromDegrees(s.View.Center[1], s.View.Center[0])
	c.SetCenter(s.center)
	for _, draw := range []func(*image.RGBA) error{s.ground, s.heat, s.areas, s.words, s.signs, s.cards} {
		c.AddObject(&object{still: s, draw: draw})
	}
	img, err := c.Render()
	if err == nil {
		err = s.err
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("staticmap: %w", err)
	}
	return img, nil
}

// still is one picture in the making.
type still struct {
	Picture
	Options
	ctx    context.Context
	tiles  tile.Source
	pen    mark.Pen
	w, h   int         // px of the picture
	zoom   int         // of the tiles
	edge   int         // px of a tile
	marks  []mark.Mark // the signs: Picture.Marks grouped
	center s2.LatLng
	err    error // the first of any object
}

// fitTiles chooses the zoom and size of the tiles and moves the view's zoom to fit them.
func (s *still) fitTiles() {
	s.zoom = s.View.TileZoom()
	size := func() float64 { return s.View.WorldSize() * s.Scale / math.Exp2(float64(s.zoom)) }
	for size() > tile.MaxSize && s.zoom < tile.MaxZ {
		s.zoom++
	}
	s.edge = max(tile.MinSize, min(tile.MaxSize, int(math.Round(size()))))
	s.View.Zoom = float64(s.zoom) + math.Log2(float64(s.edge)/(viewport.TileSize*s.Scale))
	signs, members := mark.GroupMembers(s.View, s.Marks, s.Style.TextScale)
	if s.Keys != nil {
		for i, key := range s.Keys(members) {
			signs[i].Key = key
		}
	}
	s.marks = mark.At(s.View, signs)
}

func (s *still) heat(img *image.RGBA) error {
	s.Heat.Paint(img, s.View, s.Style, s.Scale)
	return nil
}

func (s *still) areas(img *image.RGBA) error {
	for _, a := range s.Areas {
		s.pen.Area(img, s.View, a)
	}
	return nil
}

func (s *still) words(img *image.RGBA) error {
	labels := s.Labels
	if source, ok := s.tiles.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok && !s.NoGroundNames {
		labels = append(source.Labels(s.View.Bound(), s.View.Zoom), labels...)
	}
	blocked := append(s.pen.Boxes(s.marks), s.Obstacles...)
	if kinds, at := s.legend(); len(kinds) > 0 {
		blocked = append(blocked, s.pen.LegendBox(kinds, at.Left, at.Bottom))
	}
	blocked = append(blocked, s.pen.AttributionBox(s.Attribution, s.View.W, s.View.H), s.pen.TitleBox(s.Title, s.Subtitle, cardLeft, cardTop))
	s.pen.Labels(img, s.pen.Place(mark.Texts(s.View, labels, s.marks), blocked, s.View.W, s.View.H))
	return nil
}

func (s *still) signs(img *image.RGBA) error {
	s.pen.Marks(img, s.marks)
	return nil
}

// Where the title and the scale bar stand, in px of the view.
const (
	cardLeft = 16
	cardTop  = 16
)

func (s *still) cards(img *image.RGBA) error {
	s.pen.Title(img, s.Title, s.Subtitle, cardLeft, cardTop)
	if !s.NoScaleBar {
		s.pen.ScaleBar(img, s.View, cardLeft, s.View.H-10)
	}
	if kinds, at := s.legend(); len(kinds) > 0 {
		s.pen.Legend(img, kinds, at.Left, at.Bottom)
	}
	s.pen.Attribution(img, s.Attribution)
	return nil
}

// legend is what the signs say, and where that stands: in the first corner in which it covers no sign. Nothing where it is not
// asked for, where no corner is free, and where the picture is so small that it would take much of it.
func (s *still) legend() ([]mark.Kind, mark.Box) {
	const much = 0.12 // of the picture
	if !s.Legend {
		return nil, mark.Box{}
	}
	kinds := append(s.pen.Kinds(s.marks), s.pen.HeatKind(&s.Heat)...)
	b := s.pen.LegendBox(kinds, 0, 0)
	w, h := b.Right-b.Left, b.Bottom-b.Top
	if len(kinds) == 0 || w*h > much*s.View.W*s.View.H {
		return nil, mark.Box{}
	}
	k := s.Style.TextScale
	left, right, top, bottom := float64(cardLeft), s.View.W-cardLeft-w, cardTop+h, s.View.H-scaleRoom*k
	taken := append(s.pen.Boxes(s.marks), s.Obstacles...)
	taken = append(taken, s.pen.TitleBox(s.Title, s.Subtitle, cardLeft, cardTop), s.pen.AttributionBox(s.Attribution, s.View.W, s.View.H))
	for _, at := range [...][2]float64{{left, bottom}, {right, bottom}, {right, top}, {left, s.View.H/2 + h/2}, {right, s.View.H/2 + h/2}} {
		b = s.pen.LegendBox(kinds, at[0], at[1])
		if !slices.ContainsFunc(taken, b.Overlaps) {
			return kinds, b
		}
	}
	return nil, mark.Box{}
}

// scaleRoom is what scale bar and credits take at the foot, in px at text scale 1.
const scaleRoom = 34

// Package viewport is the arithmetic of the map view: a centre, a zoom and a size, in web Mercator with tiles of 256 px.
//
//	v := viewport.Fit(points, 1280, 800, viewport.Pad{Left: 40, Top: 90, Right: 40, Bottom: 40}, viewport.MaxFitZoom)
//	x, y := v.Project(orb.Point{36.19, 51.74})
//
// It draws nothing, keeps no state and needs no tiles; a Viewport is a value and every method returns a new one.
package viewport

import (
	"math"

	"github.com/paulmach/orb"
)

const (
	// TileSize is the edge of a tile in px at its own zoom: the whole world at zoom 0.
	TileSize = 256
	// MaxLat is the latitude where web Mercator ends; points beyond are drawn at the edge.
	MaxLat = 85.05112877980659
	// MaxZoom is the deepest zoom a Viewport takes.
	MaxZoom = 18.0
	// MaxFitZoom is how far Fit zooms in on a single point: a town and the region around it.
	MaxFitZoom = 8.0
)

// Viewport is what of the world is on a picture of W x H px. North is up. The zero value shows one pixel of the world.
type Viewport struct {
	Center orb.Point // {lon, lat} in degrees
	Zoom   float64   // fractional; each step doubles the scale
	W, H   float64   // size in px, independent of the pixel density of a screen
}

// Pad is the room at each side of a picture that cards cover; Fit keeps clear of it.
type Pad struct{ Left, Top, Right, Bottom float64 }

// World gives p in the unit square of web Mercator, x to the east and y to the south. Latitudes beyond MaxLat are
// clamped, longitudes are not: 190 degrees gives an x over 1. A coordinate that is not a number counts as 0.
func World(p orb.Point) (x, y float64) {
	lon, lat := finite(p[0]), math.Max(-MaxLat, math.Min(MaxLat, finite(p[1])))
	s := math.Sin(lat * math.Pi / 180)
	return lon/360 + 0.5, 0.5 - math.Log((1+s)/(1-s))/(4*math.Pi)
}

// FromWorld is the inverse of World, with the longitude brought into -180 to 180.
func FromWorld(x, y float64) orb.Point {
	lat := math.Atan(math.Sinh(math.Pi*(1-2*finite(y)))) * 180 / math.Pi
	return orb.Point{wrapLon((finite(x) - 0.5) * 360), math.Max(-MaxLat, math.Min(MaxLat, lat))}
}

// WorldSize is the width of the whole world in px at this zoom.
func (v Viewport) WorldSize() float64 { return TileSize * math.Exp2(finite(v.Zoom)) }

// Project gives the pixel of p, counted from the upper left corner; outside the picture it lies outside 0..W, 0..H.
// Of the copies of p, one world apart, it takes the one nearest to the centre, so places on both sides of the 180th
// meridian stand beside each other.
func (v Viewport) Project(p orb.Point) (x, y float64) {
	size := v.WorldSize()
	cx, cy := World(v.Center)
	px, py := World(p)
	dx := px - cx
	dx -= math.Round(dx)
	return v.W/2 + dx*size, v.H/2 + (py-cy)*size
}

// Unproject gives the point under a pixel, the longitude within -180 to 180; beyond the poles it gives the edge.
func (v Viewport) Unproject(x, y float64) orb.Point {
	size := v.WorldSize()
	cx, cy := World(v.Center)
	return FromWorld(cx+(x-v.W/2)/size, cy+(y-v.H/2)/size)
}

// Pan moves the picture of the world by dx, dy px, as a hand drags it: a positive dx brings the west into view.
func (v Viewport) Pan(dx, dy float64) Viewport {
	size := v.WorldSize()
	cx, cy := World(v.Center)
	v.Center = FromWorld(cx-finite(dx)/size, cy-finite(dy)/size)
	return v.clamp()
}

// ZoomAt changes the zoom by dz and keeps the point under the pixel x, y where it is, as far as the zoom and the
// poles allow.
func (v Viewport) ZoomAt(x, y, dz float64) Viewport {
	at := v.Unproject(x, y)
	v.Zoom = clampZoom(v.Zoom+finite(dz), v.W, v.H)
	ax, ay := World(at)
	size := v.WorldSize()
	v.Center = FromWorld(ax-(x-v.W/2)/size, ay-(y-v.H/2)/size)
	return v.clamp()
}

// Resize gives the same centre and zoom in another size; a window that grows past the world zooms in to fill it.
func (v Viewport) Resize(w, h float64) Viewport {
	v.W, v.H = math.Max(1, finite(w)), math.Max(1, finite(h))
	return v.clamp()
}

// Bound is the part of the world in view. If the view spans the 180th meridian, Max[0] is over 180.
func (v Viewport) Bound() orb.Bound {
	size := v.WorldSize()
	cx, cy := World(v.Center)
	west, north := cx-v.W/2/size, cy-v.H/2/size
	east, south := cx+v.W/2/size, cy+v.H/2/size
	nw, se := FromWorld(0.5, north), FromWorld(0.5, south)
	return orb.Bound{Min: orb.Point{(west - 0.5) * 360, se[1]}, Max: orb.Point{(east - 0.5) * 360, nw[1]}}
}

// Contains reports whether p is on the picture.
func (v Viewport) Contains(p orb.Point) bool {
	x, y := v.Project(p)
	return x >= 0 && y >= 0 && x <= v.W && y <= v.H
}

// MetersPerPixel is the scale on the ground at the centre.
func (v Viewport) MetersPerPixel() float64 {
	const equator = 40075016.686
	return equator * math.Cos(v.Center[1]*math.Pi/180) / v.WorldSize()
}

// MinZoom is the zoom at which the world just fills a picture of w x h px: further out there would be no map.
func MinZoom(w, h float64) float64 {
	return math.Max(0, math.Log2(math.Max(w, h)/TileSize))
}

// clamp keeps the zoom in its range and the picture between the poles.
func (v Viewport) clamp() Viewport {
	v.Zoom = clampZoom(v.Zoom, v.W, v.H)
	half := v.H / 2 / v.WorldSize()
	cx, cy := World(v.Center)
	if half >= 0.5 {
		cy = 0.5
	} else {
		cy = math.Max(half, math.Min(1-half, cy))
	}
	v.Center = FromWorld(cx, cy)
	return v
}

func clampZoom(z, w, h float64) float64 {
	return math.Max(math.Min(MaxZoom, MinZoom(w, h)), math.Min(MaxZoom, finite(z)))
}

func finite(f float64) float64 {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	return f
}

// wrapLon brings a longitude into -180 to 180; 180 itself stays.
func wrapLon(lon float64) float64 {
	if lon >= -180 && lon <= 180 {
		return lon
	}
	lon = math.Mod(lon+180, 360)
	if lon < 0 {
		lon += 360
	}
	return lon - 180
}

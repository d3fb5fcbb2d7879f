package ui

import (
	"context"
	"fmt"
	"image"
	"image/draw"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/ui/bind"
	"dateline/app/ui/runlist"
	"dateline/geo/mark"
	"dateline/geo/staticmap"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// slidePictures are the small maps of the list of slides, drawn off the UI goroutine when a row is first seen.
type slidePictures struct {
	*desk
	tiles tile.Source
	done  func() // told when pictures have come

	have   map[string]image.Image // by what they show
	wanted map[string]staticmap.Picture
	asked  bool // the work is about to begin, or goes on
}

const kindSlidePictures session.Kind = "slide pictures"

// mostPictures bounds how many are kept.
const mostPictures = 600

func newSlidePictures(d *desk, tiles tile.Source, done func()) *slidePictures {
	p := &slidePictures{desk: d, tiles: tiles, done: done}
	p.forget()
	return p
}

// forget drops all: they are to be drawn in other colours.
func (p *slidePictures) forget() {
	p.have, p.wanted = map[string]image.Image{}, map[string]staticmap.Picture{}
}

// foot is what is cut off below: the credits, which stand on the map beside the list.
const foot = 26

// pictureZoom is the closest that a small map goes.
const pictureZoom = 5.0

// of is the picture of a row; nil while it is not drawn yet, or where there is nothing to mark.
func (p *slidePictures) of(r *bind.RunRow) image.Image {
	if len(r.At) == 0 && r.Frame == nil {
		return nil
	}
	key := fmt.Sprint(r.At, r.Ring)
	if r.Frame != nil {
		key += fmt.Sprint(*r.Frame)
	}
	if img, ok := p.have[key]; ok {
		return img
	}
	v := viewport.Viewport{W: runlist.PictureW, H: runlist.PictureH + foot}
	room := viewport.Pad{Left: 12, Top: 12, Right: 12, Bottom: 12 + foot}
	if r.Frame != nil {
		v = v.Fit(*r.Frame, viewport.Pad{Bottom: foot}, bind.MaxHeld)
	} else {
		v = viewport.Fit(r.At, v.W, v.H, room, pictureZoom)
	}
	x := staticmap.Picture{View: v}
	for _, at := range r.At {
		x.Marks = append(x.Marks, mark.Mark{Point: at, Filled: !r.Ring, Ring: r.Ring})
	}
	p.wanted[key] = x
	if !p.asked {
		p.asked = true
		p.dispatch(p.draw) // work is started by a command, and none may be called while something is shown
	}
	return nil
}

// draw draws what is wanted.
func (p *slidePictures) draw() {
	todo, style := p.wanted, tile.StyleNamed(p.pal.Name)
	p.wanted = map[string]staticmap.Picture{}
	p.session.Start(session.Work{Kind: kindSlidePictures, Fault: text("The small maps of the slides could not be drawn."),
		Do: func(ctx context.Context, _ progress.Report) (func(), error) {
			made := map[string]image.Image{}
			for key, x := range todo {
				img, err := staticmap.Render(ctx, p.tiles, x, staticmap.Options{Style: style, Scale: 2, NoScaleBar: true, NoGroundNames: true})
				if err != nil {
					if ctx.Err() != nil {
						return nil, err
					}
					img = image.NewNRGBA(image.Rectangle{}) // it is not asked for again
				}
				made[key] = cropped(img)
			}
			return func() {
				p.asked = false
				if len(p.have) > mostPictures {
					p.have = map[string]image.Image{}
				}
				for key, img := range made {
					p.have[key] = img
				}
				p.done()
			}, nil
		}})
}

// cropped is a picture without its foot.
func cropped(img image.Image) image.Image {
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, max(b.Dx(), 1), max(b.Dy()-2*foot, 1)))
	draw.Draw(out, out.Bounds(), img, b.Min, draw.Src)
	return out
}

// picture is the picture of a row of the list.
func (l *lesson) picture(id string) image.Image {
	if i := l.index(id); i >= 0 {
		return l.pics.of(&l.rows[i])
	}
	return nil
}

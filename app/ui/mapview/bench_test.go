package mapview

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"dateline/assets"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// drain runs what came in, as the UI goroutine does between frames.
func (s *stage) drain() {
	for {
		select {
		case f := <-s.calls:
			f()
		default:
			return
		}
	}
}

// BenchmarkPanFrame is one frame of a drag, with all marks in view: the map's own work.
func BenchmarkPanFrame(b *testing.B) {
	for _, n := range []int{100, 1000, 2000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := open(b, Config{Tiles: chess{}}, 1400, 900)
			s.m.SetMarks(manyMarks(n))
			s.m.Fit([]orb.Point{{6, 51}, {24, 59}}, 8, false)
			s.wait(b)
			b.ResetTimer()
			for i := range b.N {
				d := float32(3)
				if i/200%2 == 1 {
					d = -3
				}
				s.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(d, d)})
				s.drain()
			}
			b.ReportMetric(float64(len(s.m.marks.shown)), "signs")
		})
	}
}

// BenchmarkPeriod is a step of the Period: other marks and counts, of which all are in view.
func BenchmarkPeriod(b *testing.B) {
	for _, n := range []int{100, 1000, 2000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := open(b, Config{Tiles: chess{}}, 1400, 900)
			all := manyMarks(n + n/10 + 50)
			s.m.SetMarks(all)
			s.m.Fit([]orb.Point{{6, 51}, {24, 59}}, 8, false)
			s.wait(b)
			b.ResetTimer()
			for i := range b.N {
				from := i * 7 % (n/10 + 50)
				s.m.SetMarks(all[from : from+n])
				s.drain()
			}
		})
	}
}

// BenchmarkElsewhere is a frame of a drag where few of many marks are in view.
func BenchmarkElsewhere(b *testing.B) {
	for _, n := range []int{100, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := open(b, Config{Tiles: chess{}}, 1400, 900)
			s.m.SetMarks(manyMarks(n))
			s.m.SetViewport(viewport.Viewport{Center: orb.Point{12.3, 55.1}, Zoom: 11})
			s.wait(b)
			b.ResetTimer()
			for i := range b.N {
				d := float32(3)
				if i/200%2 == 1 {
					d = -3
				}
				s.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(d, d)})
				s.drain()
			}
			b.ReportMetric(float64(len(s.m.marks.shown)), "signs")
		})
	}
}

// BenchmarkGroup is the grouping of a view alone.
func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{100, 1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := open(b, Config{}, 1400, 900)
			s.m.SetMarks(manyMarks(n))
			s.m.Fit([]orb.Point{{6, 51}, {24, 59}}, 8, false)
			b.ResetTimer()
			for range b.N {
				s.m.marks.fresh = false
				s.m.marks.regroup(s.m)
			}
		})
	}
}

// BenchmarkPanCold is a pan of 1000 px across Europe at zoom 6 over ground that was never drawn, to the last tile; first
// is the time to the first new tile.
func BenchmarkPanCold(b *testing.B) {
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		b.Fatal(err)
	}
	var first, last time.Duration
	for range b.N {
		b.StopTimer()
		s := open(b, Config{Tiles: base}, 1400, 900)
		s.m.SetViewport(viewport.Viewport{Center: orb.Point{2, 50}, Zoom: 6})
		s.wait(b)
		had := len(s.m.tiles.pics)
		b.StartTimer()
		from := time.Now()
		news := time.Duration(0)
		for range 20 {
			s.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-50, 0)})
			s.drain()
			if news == 0 && len(s.m.tiles.pics) > had {
				news = time.Since(from)
			}
		}
		s.m.pointer.throw = nil
		s.m.DragEnd()
		for !s.m.tiles.complete(s.m) {
			(<-s.calls)()
			if news == 0 && len(s.m.tiles.pics) > had {
				news = time.Since(from)
			}
		}
		last += time.Since(from)
		first += news
	}
	b.ReportMetric(float64(first.Milliseconds())/float64(b.N), "ms-first")
	b.ReportMetric(float64(last.Milliseconds())/float64(b.N), "ms-last")
}

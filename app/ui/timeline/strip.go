package timeline

import (
	"strconv"

	"dateline/app/story"
	"dateline/app/ui/kit/brush"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// strip is the bars above the lanes that count the items by day, week, month or more: events above a line, publications below
// it. Which of these it is hangs on how near time is looked at.
type strip struct {
	on    bool
	fresh bool // bins are those of the items
	unit  binUnit
	bins  []Bin
	most  float32 // the highest bar of events, in events
	least float32 // the highest bar of articles, in articles
}

// SetCounts shows how many things lie on which days, or leaves that out. It fires no callback.
func (t *Timeline) SetCounts(on bool) {
	if t.strip.on != on {
		t.strip.on = on
		t.relayout()
	}
}

// Counts reports whether that is shown, and the bars.
func (t *Timeline) Counts() ([]Bin, bool) { return t.strip.bins, t.strip.on }

// stripHeight is what the bars take: three lines of text.
func stripHeight(k look) float32 { return 3.4 * textHeight(k.axisSize) }

// stripRoom is what the bars ask for.
func (t *Timeline) stripRoom(k look) float32 {
	if !t.strip.on {
		return 0
	}
	return stripHeight(k)
}

// count makes the bars for the part of time in view; those that are right are kept.
func (t *Timeline) count() {
	s := &t.strip
	if !s.on || t.scale.Empty() || t.geo.stripB == 0 {
		return
	}
	u := unitFor(t.scale.Rate() / (t.u1 - t.u0) * float64(t.geo.plotR-t.geo.plotL))
	if s.fresh && u == s.unit {
		return
	}
	s.fresh, s.unit, s.bins, s.most, s.least = true, u, binsOf(t.items, u), 1, 1
	for i := range s.bins {
		b := &s.bins[i]
		s.most, s.least = max(s.most, b.solid+b.pale), max(s.least, b.out+b.maybe)
	}
}

// stripWords are what the bars count, by unit.
var stripWords = [...]string{byDay: "events a day", byWeek: "events a week", byMonth: "events a month", byYear: "events a year",
	byDecade: "events in ten years", byCentury: "events in a hundred years"}

// placeStrip writes what the bars count and how many the highest one is.
func (d *drawing) placeStrip() {
	t, g, k := d.t, d.t.geo, d.t.look
	if !g.strip() {
		return
	}
	h := textHeight(k.axisSize)
	line := func(words string, most, y float32) {
		words += lang.L(", up to {{.N}}", map[string]any{"N": strconv.Itoa(int(most + 0.5))})
		d.text(d.short(words, k.axisSize, g.titleW-18), margin+16, y, k.axisSize, k.muted, false)
	}
	line(lang.L(stripWords[t.strip.unit]), t.strip.most, g.base-h-1)
	line(lang.L("published"), t.strip.least, g.base)
}

// paintStrip puts the bars into the picture. Most of what is drawn anew is other events that are strong, and the same bars: they
// are kept.
func (d *drawing) paintStrip(b *brush.Brush) {
	g := d.t.geo
	if !g.strip() {
		return
	}
	row := func(y float32) int { return max(0, min(int(y*b.Scale), d.pixels.Rect.Dy())) * d.pixels.Stride }
	rows := d.pixels.Pix[row(g.stripT-3):row(g.stripB+3)]
	if len(d.bars) == len(rows) {
		copy(rows, d.bars)
		return
	}
	d.paintBars(b)
	d.bars = append(d.bars[:0], rows...)
}

// paintBars draws the bars: what is known of these days strong, what may be of them pale above it.
func (d *drawing) paintBars(b *brush.Brush) {
	t, g, k := d.t, d.t.geo, d.t.look
	up, down := g.base-g.stripT-1, g.stripB-g.base-2
	strong, pale := mixed(k.text, k.background, 0.62), brush.Faded(k.text, 0.24)
	b.Flat(margin+1, g.base-0.8*textHeight(k.axisSize), margin+9, g.base-3, strong)
	b.Flat(margin+1, g.base+3, margin+9, g.base+0.6*textHeight(k.axisSize), pale)
	b.Flat(margin+1, g.base+0.6*textHeight(k.axisSize)-1, margin+9, g.base+0.6*textHeight(k.axisSize), strong)
	for i := range t.strip.bins {
		n := &t.strip.bins[i]
		l, r := t.barEnds(n)
		if r < g.plotL || l > g.plotR {
			continue
		}
		l, r = max(l, g.plotL), min(r, g.plotR)
		solid, all := n.solid/t.strip.most*up, (n.solid+n.pale)/t.strip.most*up
		if n.solid > 0 {
			solid, all = max(solid, 2), max(all, 2) // one among hundreds is still seen
		}
		b.Flat(l, g.base-all, r, g.base-solid, pale)
		b.Flat(l, g.base-solid, r, g.base, strong)
		if out := (n.out + n.maybe) / t.strip.least * down; out > 0 {
			out = max(out, 2.5)
			b.Flat(l, g.base+1, r, g.base+1+out, pale)
			b.Flat(l, g.base+out, r, g.base+1+out, strong)
		}
	}
	b.Flat(g.plotL, g.base-0.5, g.plotR, g.base+0.5, brush.Faded(k.line, 0.8))
}

// strip reports whether the bars have room.
func (g geometry) strip() bool { return g.stripB > 0 }

// barEnds is where the bar of a bin stands.
func (t *Timeline) barEnds(n *Bin) (l, r float32) {
	l, r = t.x(float64(n.From)), t.x(float64(n.To)+1)
	if gap := min((r-l)*0.15, 1.2); r-l > 2 {
		return l + gap/2, r - gap/2
	}
	return (l+r)/2 - 1, (l+r)/2 + 1 // in a fold
}

// binAt is the bar under a point, -1 for none. Above a low bar is at it too.
func (t *Timeline) binAt(p fyne.Position) int {
	g := t.geo
	if !g.strip() || p.Y < g.stripT || p.Y > g.stripB || p.X < g.plotL || p.X > g.plotR {
		return -1
	}
	best := -1
	for i := range t.strip.bins {
		if l, r := t.barEnds(&t.strip.bins[i]); p.X >= l-1 && p.X <= r+1 {
			best = i
		}
	}
	return best
}

// choose tells of the days of a bar.
func (t *Timeline) choose(bin int) {
	n := &t.strip.bins[bin]
	if p := story.Between(n.From, n.To); t.OnBin != nil && p != t.period {
		t.OnBin(p)
	}
}

// stepBin goes to the next bar after the period in which something happens, or by -1 to the one before; to the first or the
// last where all is selected. It reports whether there are bars.
func (t *Timeline) stepBin(by int) bool {
	if !t.geo.strip() {
		return false
	}
	p := t.period
	for k := range t.strip.bins {
		i := k
		if by < 0 {
			i = len(t.strip.bins) - 1 - k
		}
		n := &t.strip.bins[i]
		if n.Events+n.Open+n.Ranged > 0 && (!p.On || by > 0 && n.From > p.To || by < 0 && n.To < p.From) {
			t.choose(i)
			break
		}
	}
	return true
}

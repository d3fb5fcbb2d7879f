package timeline

import (
	"slices"

	"fyne.io/fyne/v2/canvas"
)

// SetWeights says how strong each item is drawn, in the order of SetData: 1 as it is, less for what is quieter. nil draws
// all of them as they are. It fires no callback; new data takes the weights away.
func (t *Timeline) SetWeights(w []float32) {
	if len(w) != len(t.items) {
		w = nil
	}
	if slices.Equal(w, t.weights) {
		return
	}
	t.weights = append(t.weights[:0], w...)
	if t.twin != nil {
		t.twin.SetWeights(w)
	}
	d := t.draw
	if d == nil || t.geo.w <= 0 {
		return
	}
	d.used = d.numbers
	d.placeNumbers()
	d.gather()
	canvas.Refresh(d.picture)
}

// weight is how strong a mark is drawn: as its strongest item.
func (t *Timeline) weight(m *mark) float64 {
	if len(t.weights) == 0 {
		return 1
	}
	w := float32(0)
	for _, i := range m.items {
		w = max(w, t.weights[i])
	}
	return float64(w)
}

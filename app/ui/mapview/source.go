package mapview

import "dateline/geo/tile"

// SetTiles draws the map from another source, with its attribution. What is in view is loaded anew.
func (m *Map) SetTiles(s tile.Source, attribution string) {
	m.leads(func(t *Map) { t.SetTiles(s, attribution) })
	m.config.Tiles, m.config.Attribution = s, attribution
	m.tiles.reopen(m)
	m.ready, m.overlay.wanted = false, true
	m.Refresh()
	m.settle()
}

package online

import (
	"crypto/sha256"
	"errors"
	"image"
	"sync"
	"time"

	"dateline/geo/tile"
)

const (
	longestWait = 30 * time.Minute // after faults in a row, unless the provider or the first wait asks for more
	absentLife  = time.Hour        // a tile that the provider does not have is not asked for again
	tileWait    = 30 * time.Second // a tile that failed is not asked for again; doubled each time
	mostTiles   = 4096             // of which that is remembered
	mostAbsent  = 8                // without a single picture: the address is wrong
	mostAlike   = 3                // tiles in a row with one and the same picture, not plain: a notice
	mapZoom     = 12               // up to here no two parts of the world look alike
)

// errLately is given for a tile whose fault was told when it was found; it is no Fault, so as not to be told again.
var errLately = errors.New("online: this tile failed a while ago")

// manner remembers how a provider wants to be treated.
type manner struct {
	mu      sync.Mutex
	until   time.Time // not asked before
	fault   *tile.Fault
	strikes int
	tiles   map[coord]ill
	absents int
	pleased bool // a picture came

	alike     [sha256.Size]byte // the last picture that was not plain
	alikeWith []coord
}

// ill is a tile that failed.
type ill struct {
	until   time.Time
	err     error
	strikes int
}

func (m *manner) init() { m.tiles = map[coord]ill{} }

// may gives the reason for not asking for a tile now, nil if there is none.
func (m *manner) may(at coord, now time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fault != nil && before(now, m.until) {
		return m.fault
	}
	if t, ok := m.tiles[at]; ok && before(now, t.until) {
		return t.err
	}
	return nil
}

// before is false too if until is so far off that the clock must have been set back.
func before(now, until time.Time) bool {
	left := until.Sub(now)
	return left > 0 && left <= 25*time.Hour
}

// wait is how long the provider is not asked.
func (m *manner) wait(now time.Time) time.Duration {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fault == nil || !before(now, m.until) {
		return 0
	}
	return m.until.Sub(now)
}

// well notes an answer that was right.
func (m *manner) well(at coord) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.strikes, m.fault, m.pleased = 0, nil, true
	delete(m.tiles, at)
}

// absent notes a tile that the provider does not have, and reports whether it seems to have none.
func (m *manner) absent(at coord, now time.Time) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.room()
	m.tiles[at] = ill{until: now.Add(absentLife), err: tile.ErrAbsent}
	m.strikes, m.fault = 0, nil
	m.absents++
	return !m.pleased && m.absents >= mostAbsent
}

// fail notes a fault.
func (m *manner) fail(at coord, fault *tile.Fault, wait, asked time.Duration, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.room()
	if fault.Status.Code == tile.StatusWrong || fault.Status.Code == tile.StatusServer { // else the tile is not at fault
		t := m.tiles[at]
		t.err = errLately
		t.until = now.Add(min(longestWait, tileWait<<min(t.strikes, 10)))
		t.strikes++
		m.tiles[at] = t
	}
	if m.fault != nil && before(now, m.until) { // one of several requests that were under way
		if asked > 0 && now.Add(asked).After(m.until) {
			m.until, m.fault = now.Add(asked), fault
		}
		return
	}
	m.until = now.Add(max(asked, min(max(longestWait, wait), wait<<min(m.strikes, 10))))
	m.fault = fault
	m.strikes++
}

// room keeps the number of tiles bounded. m.mu is held.
func (m *manner) room() {
	if len(m.tiles) >= mostTiles {
		clear(m.tiles)
	}
}

// forgive forgets all faults.
func (m *manner) forgive() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fault, m.strikes, m.absents = nil, 0, 0
	clear(m.tiles)
	m.alikeWith = nil
}

// notice gives the tiles that came with one and the same picture if that is no map but a notice ("access blocked"),
// which some servers send with status 200 for every tile. Plain ones do not count: most of the world is sea.
func (m *manner) notice(at coord, body []byte, pic *image.RGBA) []coord {
	sum := sha256.Sum256(body)
	m.mu.Lock()
	defer m.mu.Unlock()
	if plain(pic) {
		return nil
	}
	if sum != m.alike || len(m.alikeWith) == 0 {
		m.alike, m.alikeWith = sum, []coord{at}
		return nil
	}
	zooms := map[int]bool{at.z: true}
	low := at.z <= mapZoom
	for _, c := range m.alikeWith {
		if c == at {
			return nil
		}
		zooms[c.z] = true
		low = low || c.z <= mapZoom
	}
	m.alikeWith = append(m.alikeWith, at)
	if len(m.alikeWith) < mostAlike || !low && len(zooms) < 2 { // a wood can fill neighbours with one pattern
		if len(m.alikeWith) > 64 {
			m.alikeWith = m.alikeWith[1:]
		}
		return nil
	}
	same := m.alikeWith
	m.alikeWith = nil
	return same
}

// plain reports whether a picture has so few colours that nothing can be written on it.
func plain(pic *image.RGBA) bool {
	seen := map[[4]uint8]bool{}
	for i := 0; i+4 <= len(pic.Pix); i += 4 {
		c := [4]uint8(pic.Pix[i : i+4])
		if i > 0 && c == [4]uint8(pic.Pix[i-4:i]) {
			continue
		}
		if seen[c] = true; len(seen) > 8 {
			return false
		}
	}
	return true
}

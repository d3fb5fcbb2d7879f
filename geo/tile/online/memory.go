package online

import (
	"container/list"
	"sync"
)

// memory keeps answers up to a number of bytes and drops those unused for longest.
type memory struct {
	mu    sync.Mutex
	max   int
	bytes int
	order *list.List // front: used last
	at    map[coord]*list.Element
}

type remembered struct {
	at coord
	r  *record
}

func newMemory(most int) *memory {
	return &memory{max: most, order: list.New(), at: map[coord]*list.Element{}}
}

func (m *memory) get(c coord) *record {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.at[c]
	if e == nil {
		return nil
	}
	m.order.MoveToFront(e)
	return e.Value.(remembered).r
}

func (m *memory) put(c coord, r *record) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.remove(c)
	m.at[c] = m.order.PushFront(remembered{c, r})
	m.bytes += len(r.body) + 256
	for m.bytes > m.max {
		m.remove(m.order.Back().Value.(remembered).at)
	}
}

func (m *memory) drop(c coord) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.remove(c)
}

func (m *memory) remove(c coord) {
	if e := m.at[c]; e != nil {
		m.bytes -= len(m.order.Remove(e).(remembered).r.body) + 256
		delete(m.at, c)
	}
}

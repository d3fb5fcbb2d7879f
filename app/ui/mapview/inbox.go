package mapview

import "sync"

// inbox collects what other goroutines have drawn and brings it to the UI goroutine in one go: however many tiles
// come in, one call is on its way at a time.
type inbox struct {
	mu     sync.Mutex
	items  []func()
	posted bool
}

// send may be called from several goroutines; do runs on the UI goroutine.
func (m *Map) send(do func()) {
	q := &m.queue
	q.mu.Lock()
	q.items = append(q.items, do)
	post := !q.posted
	q.posted = true
	q.mu.Unlock()
	if post {
		m.config.Dispatch(m.drain)
	}
}

// goGuarded starts a goroutine whose panic does not end the program, if Config.Guard sees to it.
func (m *Map) goGuarded(f func()) {
	if m.config.Guard == nil {
		go f()
		return
	}
	go m.config.Guard(f)
}

func (m *Map) drain() {
	q := &m.queue
	q.mu.Lock()
	items := q.items
	q.items, q.posted = nil, false
	q.mu.Unlock()
	for _, do := range items {
		do()
	}
	m.place()
	m.startDrawing()
	m.checkReady()
}

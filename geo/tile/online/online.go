// Package online gives map tiles from an XYZ server on the internet, as politely as the strictest of them asks.
//
//	p := online.Providers()[0]
//	p.Consent = true // the person said yes
//	s, err := online.New(online.Config{Provider: p, UserAgent: online.UserAgent("1.0", "https://…", "mail"), Folder: dir})
//	both := tile.NewStack(tile.StackConfig{Top: s, Under: base})
//
// Nothing is requested before the person has consented to the provider. Requests go to the exact address, under the
// program's own name, two at a time; what a server says of the life of an answer is kept to (seven days if it says
// nothing), expired pictures are asked for conditionally, 429 and 5xx are backed off from, 403 stops the requests. There
// is no prefetch and no way to save an area: a tile is requested only when Tile is called for it, which a Loader does
// for the view and the ring around it. Exports must draw from the embedded map instead.
package online

import (
	"context"
	"crypto/tls"
	"fmt"
	"image"
	"net"
	"net/http"
	"sync"
	"time"

	"dateline/geo/tile"
)

// Config says whom to ask and how. Provider and UserAgent must be given.
type Config struct {
	Provider  Provider
	UserAgent string // see UserAgent
	Folder    string // of the cache on disk; "" keeps pictures in memory only
	MaxBytes  int64  // of the cache on disk; DefaultCacheBytes if 0

	Transport http.RoundTripper // nil: one with time limits, two connections a host, HTTP/2 and the system's proxy
	Now       func() time.Time  // nil: time.Now
	Timeout   time.Duration     // of one request with its answer; 20 s if 0, which slow mobile networks need
}

// DefaultCacheBytes is room for some ten thousand pictures.
const DefaultCacheBytes = 200 << 20

const (
	perHost   = 2        // requests at a time
	keepBytes = 16 << 20 // answers in memory
)

// Source asks one provider. It may be used from several goroutines and has none of its own.
type Source struct {
	c      Config
	client *http.Client
	own    *http.Transport // nil if handed in
	gate   chan struct{}   // a place for each request
	disk   *disk
	memory *memory
	above  *tile.Cache // pictures that several tiles are cut from
	manner manner

	mu      sync.Mutex
	consent bool
	asking  map[coord]chan struct{} // closed when the answer is there
	end     context.Context         // done when consent is taken back or the source closed
	stop    context.CancelFunc
	closed  bool
}

// New checks the provider and the name the program gives itself; it asks nobody.
func New(c Config) (*Source, error) {
	if err := c.Provider.Check(); err != nil {
		return nil, err
	}
	if err := checkAgent(c.UserAgent); err != nil {
		return nil, err
	}
	if c.MaxBytes <= 0 {
		c.MaxBytes = DefaultCacheBytes
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Timeout <= 0 {
		c.Timeout = 20 * time.Second
	}
	s := &Source{c: c, gate: make(chan struct{}, perHost), disk: newDisk(c.Folder, c.Provider.URL, c.MaxBytes),
		memory: newMemory(keepBytes), above: tile.NewCache(4 << 20), consent: c.Provider.Consent, asking: map[coord]chan struct{}{}}
	s.manner.init()
	s.end, s.stop = context.WithCancel(context.Background())
	if c.Transport == nil {
		s.own = &http.Transport{
			Proxy:                  http.ProxyFromEnvironment,
			DialContext:            (&net.Dialer{Timeout: 10 * time.Second}).DialContext,
			TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  15 * time.Second,
			IdleConnTimeout:        30 * time.Second,
			MaxConnsPerHost:        perHost,
			MaxResponseHeaderBytes: 64 << 10,
			DisableCompression:     true, // pictures are packed already
			ForceAttemptHTTP2:      true,
		}
		c.Transport = s.own
	}
	s.client = &http.Client{Transport: c.Transport, CheckRedirect: follow}
	return s, nil
}

// Provider is whom the source asks, with the consent as it is now.
func (s *Source) Provider() Provider {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.c.Provider
	p.Consent = s.consent
	return p
}

// Attribution is what a map with these tiles must show.
func (s *Source) Attribution() string { return s.c.Provider.Attribution }

// SetConsent says that the person agreed to ask the provider, or does so no longer: then requests in work are ended.
func (s *Source) SetConsent(yes bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || yes == s.consent {
		return
	}
	s.consent = yes
	s.stop()
	s.end, s.stop = context.WithCancel(context.Background())
	s.manner.forgive()
}

// Retry forgets what faults there were, so that the provider is asked again at once. For a person's click, not a timer.
func (s *Source) Retry() { s.manner.forgive() }

// RetryIn is how long the provider will not be asked after faults.
func (s *Source) RetryIn() time.Duration { return s.manner.wait(s.c.Now()) }

// Status tells of a cache that cannot be written; other faults are told by Tile.
func (s *Source) Status() tile.Status {
	if err := s.disk.fault(); err != nil {
		return s.c.Provider.fault(tile.StatusFolder, err).Status
	}
	return tile.Status{}
}

// Close ends the requests in work and the idle connections. Kept goes on.
func (s *Source) Close() {
	s.mu.Lock()
	s.closed, s.consent = true, false
	s.stop()
	s.mu.Unlock()
	if s.own != nil {
		s.own.CloseIdleConnections()
	}
}

// place gives the tile to ask for, to show k: k itself or, beyond the deepest zoom, the one above.
func (s *Source) place(k tile.Key) (coord, error) {
	if !k.Valid() {
		return coord{}, fmt.Errorf("%w: %d/%d/%d at %d px", tile.ErrNoTile, k.Z, k.X, k.Y, k.Size)
	}
	z := min(k.Z, s.c.Provider.maxZoom())
	if k.Z < s.c.Provider.MinZoom || k.Z-z > tile.MaxOverzoom {
		return coord{}, tile.ErrAbsent
	}
	return coord{z, k.X >> (k.Z - z), k.Y >> (k.Z - z)}, nil
}

// Kept gives the picture of k from memory or disk, nil if it is not there, and whether it need not be asked for. Without
// consent there is none.
func (s *Source) Kept(ctx context.Context, k tile.Key) (*image.RGBA, bool) {
	at, err := s.place(k)
	if err != nil || ctx.Err() != nil || !s.Provider().Consent {
		return nil, false
	}
	now := s.c.Now()
	r := s.kept(at)
	if r == nil || now.After(r.stale) && !r.good(now) {
		return nil, false
	}
	img, err := s.show(at, k, r)
	if err != nil {
		return nil, false
	}
	return img, r.good(now)
}

// good reports whether r may be shown without asking.
func (r *record) good(now time.Time) bool {
	since := now.Sub(r.got)
	return now.Before(r.until) || since >= 0 && since < graceLife
}

// kept gives the answer in memory or on disk, or nil.
func (s *Source) kept(at coord) *record {
	if r := s.memory.get(at); r != nil {
		if r.store || r.good(s.c.Now()) {
			return r
		}
		s.memory.drop(at) // the server does not want it kept
	}
	r := s.disk.get(at, s.c.Now())
	if r != nil {
		s.memory.put(at, r)
	}
	return r
}

// show decodes an answer for k.
func (s *Source) show(at coord, k tile.Key, r *record) (*image.RGBA, error) {
	name := tile.Key{Z: at.z, X: at.x, Y: at.y, Size: int(r.got.Unix())} // an answer that changes has another name
	if pic := s.above.Get(name); pic != nil {
		return tile.Cut(pic, k, at.z), nil
	}
	pic, err := tile.Decode(r.body)
	if err != nil {
		s.memory.drop(at)
		s.disk.drop(at)
		return nil, err
	}
	if at.z < k.Z {
		s.above.Put(name, pic)
	}
	return tile.Cut(pic, k, at.z), nil
}

// Tile gives the picture of k, asking the provider if what is kept is missing or has expired. A fault is a *tile.Fault;
// Kept may then still have an expired picture. A tile that the provider does not have gives tile.ErrAbsent.
func (s *Source) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	at, err := s.place(k)
	if err != nil {
		return nil, err
	}
	for {
		s.mu.Lock()
		consent, end := s.consent, s.end
		first, busy := s.asking[at]
		if consent && !busy {
			first = make(chan struct{})
			s.asking[at] = first
		}
		s.mu.Unlock()
		if !consent {
			return nil, s.c.Provider.fault(tile.StatusOff, nil)
		}
		if busy { // another goroutine asks for the same
			select {
			case <-first:
				continue
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
		r, err := s.answer(ctx, end, at)
		s.mu.Lock()
		delete(s.asking, at)
		s.mu.Unlock()
		close(first)
		if err != nil {
			return nil, err
		}
		return s.show(at, k, r)
	}
}

// answer gives the answer for a tile: a kept one that is good, or a new one.
func (s *Source) answer(ctx, end context.Context, at coord) (*record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	old := s.kept(at)
	if old != nil && old.good(s.c.Now()) {
		return old, nil
	}
	err := s.manner.may(at, s.c.Now())
	if err == nil {
		select {
		case s.gate <- struct{}{}:
			defer func() { <-s.gate }()
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-end.Done():
			return nil, s.c.Provider.fault(tile.StatusOff, nil)
		}
		err = s.manner.may(at, s.c.Now()) // while it waited, others may have failed
	}
	var r *record
	if err == nil {
		r, err = s.request(ctx, end, at, old)
	}
	if err == nil {
		s.memory.put(at, r)
		s.disk.put(at, r, s.c.Now())
		return r, nil
	}
	return nil, err
}

package online

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"runtime"
	"sync"
	"testing"
	"time"

	"dateline/geo/tile"
)

const agent = "Dateline/0.1 (+https://dateline.example; contact: maps@dateline.example)"

// painted gives a PNG that is different for every seed and not plain.
func painted(seed int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for i := range 256 * 256 {
		img.SetRGBA(i%256, i/256, color.RGBA{uint8(seed), uint8(seed >> 8), uint8(i / 256 / 8 * 8), 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// server is a tile server on loopback that notes what it is asked and can be made to misbehave.
type server struct {
	*httptest.Server
	mu     sync.Mutex
	asked  []*http.Request
	answer http.HandlerFunc
	busy   int // requests under way
	most   int
}

func good(w http.ResponseWriter, r *http.Request) {
	var z, x, y int
	fmt.Sscanf(r.URL.Path, "/%d/%d/%d.png", &z, &x, &y)
	w.Header().Set("Content-Type", "image/png")
	w.Write(painted(z<<12 | x<<6 | y))
}

func serve(t testing.TB, answer http.HandlerFunc) *server {
	s := &server{answer: answer}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r)
	s.busy++
	s.most = max(s.most, s.busy)
	answer := s.answer
	s.mu.Unlock()
	answer(w, r)
	s.mu.Lock()
	s.busy--
	s.mu.Unlock()
}

func (s *server) set(answer http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = answer
}

func (s *server) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.asked)
}

func (s *server) last() *http.Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[len(s.asked)-1]
}

// clock stands until it is put forward.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

var start = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

// open gives a source for the server, with a clock, and changes of its Config.
func open(t testing.TB, s *server, change ...func(*Config)) (*Source, *clock) {
	t.Helper()
	at := &clock{t: start}
	c := Config{
		Provider:  Provider{Name: "Testmap", URL: s.URL + "/{z}/{x}/{y}.png", Attribution: "© Test", MaxZoom: 17, Consent: true},
		UserAgent: agent, Now: at.now, Timeout: 5 * time.Second,
	}
	for _, f := range change {
		f(&c)
	}
	src, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(src.Close)
	return src, at
}

func key(z, x, y int) tile.Key { return tile.Key{Z: z, X: x, Y: y, Size: 256} }

// noLeak checks at the end that no goroutine is left. It must be called first.
func noLeak(t *testing.T) {
	before := runtime.NumGoroutine()
	t.Cleanup(func() {
		for range 2000 {
			if runtime.NumGoroutine() <= before {
				return
			}
			time.Sleep(time.Millisecond) // connections that are being closed
		}
		buf := make([]byte, 1<<16)
		t.Errorf("%d goroutines, before %d:\n%s", runtime.NumGoroutine(), before, buf[:runtime.Stack(buf, true)])
	})
}

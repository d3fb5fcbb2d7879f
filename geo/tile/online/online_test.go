package online

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/geo/tile"
)

func code(err error) string {
	var f *tile.Fault
	if errors.As(err, &f) {
		return f.Status.Code
	}
	return fmt.Sprint("no fault: ", err)
}

func TestRequest(t *testing.T) {
	noLeak(t)
	s := serve(t, good)
	src, _ := open(t, s)
	img, err := src.Tile(context.Background(), key(6, 37, 21))
	if err != nil || img.RGBAAt(0, 0).R != uint8((6<<12|37<<6|21)&255) || img.Rect.Dx() != 256 {
		t.Fatal("the picture of the tile", err)
	}
	r := s.last()
	for claim, ok := range map[string]bool{
		"the exact address":            r.URL.String() == "/6/37/21.png",
		"under its own name":           r.UserAgent() == agent,
		"no Referer":                   r.Referer() == "",
		"no cookies":                   len(r.Cookies()) == 0,
		"never past a cache":           r.Header.Get("Cache-Control") == "" && r.Header.Get("Pragma") == "",
		"pictures only":                strings.HasPrefix(r.Header.Get("Accept"), "image/"),
		"nothing about what it is for": r.Header.Get("Origin") == "" && r.Method == "GET" && r.ContentLength == 0,
	} {
		if !ok {
			t.Errorf("not so: %s: %v %v", claim, r.URL, r.Header)
		}
	}
	for _, k := range []tile.Key{key(6, 37, 21), {Z: 6, X: 37, Y: 21, Size: 300}} {
		if _, err := src.Tile(context.Background(), k); err != nil {
			t.Error(err)
		}
	}
	if n := s.count(); n != 1 {
		t.Errorf("seen again, it is not asked for again: %d requests", n)
	}
}

func TestNothingWithoutConsent(t *testing.T) {
	noLeak(t)
	s := serve(t, good)
	src, _ := open(t, s, func(c *Config) { c.Provider.Consent = false })
	if _, err := src.Tile(context.Background(), key(1, 0, 0)); code(err) != tile.StatusOff || s.count() != 0 {
		t.Errorf("not consented to: %v, %d requests", err, s.count())
	}
	src.SetConsent(true)
	if _, err := src.Tile(context.Background(), key(1, 0, 0)); err != nil || s.count() != 1 {
		t.Errorf("consented to: %v, %d requests", err, s.count())
	}
	src.SetConsent(false)
	if _, err := src.Tile(context.Background(), key(1, 0, 0)); code(err) != tile.StatusOff || s.count() != 1 {
		t.Errorf("consent taken back: %v, %d requests", err, s.count())
	}
	if img, _ := src.Kept(context.Background(), key(1, 0, 0)); img != nil {
		t.Error("nor are its pictures shown")
	}
}

func TestConsentTakenBackEndsRequests(t *testing.T) {
	noLeak(t)
	began, end := make(chan bool), make(chan bool)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { began <- true; <-r.Context().Done(); close(end) })
	src, _ := open(t, s)
	result := make(chan error)
	go func() {
		_, err := src.Tile(context.Background(), key(1, 0, 0))
		result <- err
	}()
	<-began
	src.SetConsent(false)
	if err := <-result; code(err) != tile.StatusOff {
		t.Error(err)
	}
	<-end
}

func TestBadServers(t *testing.T) {
	picture := painted(1)
	for _, c := range []struct {
		claim  string
		answer http.HandlerFunc
		want   string
		wait   time.Duration // at least, until it is asked again
	}{
		{"hangs before the answer", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, tile.StatusSlow, 10 * time.Second},
		{"hangs in the middle of it", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			w.Write(picture[:100])
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, tile.StatusSlow, 10 * time.Second},
		{"sends half a PNG of the length it named", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			w.Header().Set("Content-Length", fmt.Sprint(len(picture)))
			w.Write(picture[:len(picture)/2])
		}, tile.StatusWrong, 5 * time.Second},
		{"sends half a PNG as if it were whole", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			w.Write(picture[:len(picture)/2])
		}, tile.StatusWrong, 5 * time.Second},
		{"announces 1 GB", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			w.Header().Set("Content-Length", "1073741824")
			w.Write(picture)
		}, tile.StatusWrong, time.Minute},
		{"sends without end", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			w.Write(picture)
			for chunk := make([]byte, 1<<16); ; {
				if _, err := w.Write(chunk); err != nil {
					return
				}
			}
		}, tile.StatusWrong, 5 * time.Second},
		{"sends HTML with 200", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			io.WriteString(w, "<html>sign in</html>")
		}, tile.StatusWrong, 30 * time.Second},
		{"sends HTML as image/png", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			io.WriteString(w, "<html>sign in</html>")
		}, tile.StatusWrong, 5 * time.Second},
		{"sends a PNG as text", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/plain")
			w.Write(picture)
		}, tile.StatusWrong, 30 * time.Second},
		{"sends no type", func(w http.ResponseWriter, r *http.Request) {
			w.Header()["Content-Type"] = nil
			w.Write(picture)
		}, tile.StatusWrong, 30 * time.Second},
		{"sends nothing", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Type", "image/png") }, tile.StatusWrong, 5 * time.Second},
		{"redirects in a circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, tile.StatusRedirect, 10 * time.Minute},
		{"redirects to another server", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://elsewhere.example/1.png", http.StatusFound)
		}, tile.StatusRedirect, 10 * time.Minute},
		{"says 429", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(429) }, tile.StatusBusy, 30 * time.Second},
		{"says 429 and when", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(429)
		}, tile.StatusBusy, time.Hour},
		{"says 429 and the day", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", start.Add(2*time.Hour).Format(http.TimeFormat))
			w.WriteHeader(429)
		}, tile.StatusBusy, 2 * time.Hour},
		{"says 503 and when", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Retry-After", "120"); w.WriteHeader(503) }, tile.StatusServer, 2 * time.Minute},
		{"says 500", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) }, tile.StatusServer, 5 * time.Second},
		{"says 400", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(400) }, tile.StatusServer, time.Minute},
		{"says 403", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(403) }, tile.StatusBlocked, time.Hour},
		{"says 403 with a picture", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			w.WriteHeader(403)
			w.Write(picture)
		}, tile.StatusBlocked, time.Hour},
		{"says 418", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(418) }, tile.StatusBlocked, time.Hour},
		{"breaks off", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) }, tile.StatusOffline, 5 * time.Second},
		{"sends endless headers", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("X-Long", strings.Repeat("x", 1<<20))
			w.WriteHeader(200)
		}, tile.StatusOffline, 5 * time.Second},
	} {
		t.Run(c.claim, func(t *testing.T) {
			noLeak(t)
			s := serve(t, c.answer)
			patience := time.Minute // a busy machine is no slow server
			if c.want == tile.StatusSlow {
				patience = 300 * time.Millisecond
			}
			src, at := open(t, s, func(c *Config) { c.Folder = t.TempDir(); c.Timeout = patience })
			_, err := src.Tile(context.Background(), key(3, 4, 2))
			if code(err) != c.want {
				t.Fatalf("%v, want %s", err, c.want)
			}
			if strings.Contains(err.Error(), s.URL) {
				t.Errorf("an address, which may hold a key, in %q", err)
			}
			n := s.count()
			at.pass(c.wait - time.Second)
			if _, err := src.Tile(context.Background(), key(3, 5, 2)); code(err) != c.want || s.count() != n {
				t.Errorf("asked again too soon: %v, %d requests", err, s.count()-n)
			}
			if src.RetryIn() != time.Second {
				t.Errorf("asked again in %v", src.RetryIn())
			}
			at.pass(time.Second)
			s.set(good)
			src.c.Timeout = time.Minute
			if _, err := src.Tile(context.Background(), key(3, 5, 2)); err != nil {
				t.Errorf("when all is well again: %v", err)
			}
			if src.RetryIn() != 0 {
				t.Error("then nothing is held against it")
			}
			s.CloseClientConnections()
		})
	}
}

func TestWaitsDouble(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503) })
	src, at := open(t, s)
	for i, want := range []time.Duration{5, 10, 20, 40, 80, 160, 320, 640, 1280, 1800, 1800} {
		src.Tile(context.Background(), key(9, i, 0))
		if got := src.RetryIn(); got != want*time.Second {
			t.Fatalf("after %d faults: %v", i+1, got)
		}
		at.pass(want * time.Second)
	}
	at.pass(-48 * time.Hour)
	if src.RetryIn() != 0 {
		t.Error("a clock that was set back does not hold it for days")
	}
}

func TestNotice(t *testing.T) {
	blocked := painted(7)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		w.Write(blocked)
	})
	src, _ := open(t, s, func(c *Config) { c.Folder = t.TempDir() })
	var last error
	for x := range 3 {
		_, last = src.Tile(context.Background(), key(5, x, 9))
	}
	if code(last) != tile.StatusBlocked {
		t.Fatalf("one picture for all tiles is a notice: %v", last)
	}
	for x := range 3 {
		if img, _ := src.Kept(context.Background(), key(5, x, 9)); img != nil {
			t.Error("a notice is not kept")
		}
	}
	var f *tile.Fault
	if errors.As(last, &f); !strings.Contains(f.Status.Sentence(), "Testmap blocks") {
		t.Errorf("explained as %q", f.Status.Sentence())
	}
	wood, _ := open(t, s)
	for x := range 20 {
		if _, err := wood.Tile(context.Background(), key(16, 30000+x, 20000)); err != nil {
			t.Fatalf("close up, neighbours may look alike: %v", err)
		}
	}
}

func TestNoTilesThere(t *testing.T) {
	s := serve(t, http.NotFound)
	src, _ := open(t, s)
	var err error
	for x := range mostAbsent {
		if x == 1 && !errors.Is(err, tile.ErrAbsent) {
			t.Errorf("a tile that is missing is no fault: %v", err)
		}
		_, err = src.Tile(context.Background(), key(5, x, 1))
	}
	if code(err) != tile.StatusNothing {
		t.Errorf("if all are missing, the address is wrong: %v", err)
	}
	s.set(good)
	src.Retry()
	if _, err := src.Tile(context.Background(), key(5, 1, 1)); err != nil {
		t.Error(err)
	}
	s.set(http.NotFound)
	src.Tile(context.Background(), key(5, 2, 1))
	n := s.count()
	if _, err := src.Tile(context.Background(), key(5, 2, 1)); !errors.Is(err, tile.ErrAbsent) || s.count() != n {
		t.Errorf("what is missing is not asked for again soon: %v", err)
	}
	if _, err := src.Tile(context.Background(), tile.Key{Z: 18, X: 1, Y: 1, Size: 256}); !errors.Is(err, tile.ErrAbsent) || s.last().URL.Path != "/17/0/0.png" {
		t.Errorf("beyond its deepest zoom the tile above is asked for, not %s: %v", s.last().URL, err)
	}
}

func TestTwoAtATime(t *testing.T) {
	noLeak(t)
	began, open2 := make(chan bool, 100), make(chan bool)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { began <- true; <-open2; good(w, r) })
	src, _ := open(t, s)
	var wg sync.WaitGroup
	for x := range 12 {
		wg.Go(func() {
			if _, err := src.Tile(context.Background(), key(6, x/2, 3)); err != nil { // each twice
				t.Error(err)
			}
		})
	}
	<-began
	<-began
	close(open2)
	wg.Wait()
	if s.most > 2 || s.count() != 6 {
		t.Errorf("%d at a time, %d requests for 6 tiles", s.most, s.count())
	}
}

func TestCancelledWaitsForNobody(t *testing.T) {
	noLeak(t)
	began := make(chan bool, 9)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { began <- true; <-r.Context().Done() })
	src, _ := open(t, s)
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for x := range 6 {
		wg.Go(func() {
			if _, err := src.Tile(ctx, key(6, x/2, 3)); !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		})
	}
	<-began
	<-began
	cancel()
	wg.Wait()
	if src.RetryIn() != 0 {
		t.Error("giving up is no fault of the server")
	}
}

func TestOffline(t *testing.T) {
	s := serve(t, good)
	src, _ := open(t, s)
	s.Server.Close()
	if _, err := src.Tile(context.Background(), key(1, 0, 0)); code(err) != tile.StatusOffline {
		t.Error(err)
	}
}

func TestExpiredCertificate(t *testing.T) {
	priv, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	cert := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "old"}, NotBefore: time.Now().Add(-48 * time.Hour), NotAfter: time.Now().Add(-24 * time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature}
	der, err := x509.CreateCertificate(rand.Reader, cert, cert, &priv.PublicKey, priv)
	if err != nil {
		t.Fatal(err)
	}
	noLeak(t)
	h := httptest.NewUnstartedServer(http.HandlerFunc(good))
	h.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: priv}}}
	h.Config.ErrorLog = quiet
	h.StartTLS()
	defer h.Close()
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	for claim, config := range map[string]*tls.Config{"of a known maker, but expired": {RootCAs: pool}, "of an unknown maker": {}} {
		transport := &http.Transport{TLSClientConfig: config}
		src, at := open(t, &server{Server: h}, func(c *Config) { c.Transport = transport })
		for range 2 {
			if _, err := src.Tile(context.Background(), key(1, 0, 0)); code(err) != tile.StatusCertificate {
				t.Errorf("%s: %v", claim, err)
			}
			at.pass(time.Hour)
		}
		transport.CloseIdleConnections()
	}
}

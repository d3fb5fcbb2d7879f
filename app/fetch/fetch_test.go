package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestAddress(t *testing.T) {
	for _, c := range []struct{ name, typed, want string }{
		{"without a scheme it is a secure one", "example.com/news/1", "https://example.com/news/1"},
		{"spaces and brackets around it", "  <https://example.com/a?b=1#part> ", "https://example.com/a?b=1"},
		{"letters of any script", "https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"},
		{"an open one stays open", "http://example.com", "http://example.com"},
		{"a number named by hand", "127.0.0.1:8080/x", "https://127.0.0.1:8080/x"},
		{"a sentence is none", "see example.com for more", ""},
		{"a word is none", "example", ""},
		{"a file is none", "file:///etc/passwd", ""},
		{"a script is none", "javascript:alert(1)", ""},
		{"one with a password is none", "https://me:secret@example.com/", ""},
		{"nothing is none", "", ""},
	} {
		u, err := Address(c.typed)
		got := ""
		if err == nil {
			got = u.String()
		}
		if got != c.want || (err != nil) != (c.want == "") || err != nil && !errors.Is(err, ErrAddress) {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestSite(t *testing.T) {
	for in, want := range map[string]string{"https://www.Example.com/a": "example.com", "http://news.example.com:8080/": "news.example.com:8080"} {
		u, err := url.Parse(in)
		if err != nil || Site(u) != want {
			t.Errorf("%s: %q, want %q", in, Site(u), want)
		}
	}
}

// site is a server on the own machine and a Fetcher that trusts it.
func site(t *testing.T, c Config, h http.HandlerFunc) (*httptest.Server, *Fetcher) {
	t.Helper()
	s := httptest.NewTLSServer(h)
	t.Cleanup(s.Close)
	pool := x509.NewCertPool()
	pool.AddCert(s.Certificate())
	c.root = &tls.Config{RootCAs: pool}
	c.Now = func() time.Time { return time.Date(2025, 3, 12, 9, 30, 0, 0, time.FixedZone("", 7200)) }
	return s, New(c)
}

func TestGet_IsOnePoliteRequest(t *testing.T) {
	var asked []*http.Request
	s, f := site(t, Config{UserAgent: "Dateline/1"}, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Clone(context.Background()))
		http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"})
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<p>A ferry sank.</p>")
	})
	page, err := f.Get(t.Context(), s.URL+"/old")
	if err != nil || string(page.Body) != "<p>A ferry sank.</p>" || page.URL != s.URL+"/new" || page.Type != "text/html" || page.Plain ||
		page.At.Format(time.RFC3339) != "2025-03-12T07:30:00Z" || len(page.Moves) != 1 || page.Moves[0] != s.URL+"/new" {
		t.Fatalf("%+v, %v", page, err)
	}
	if page.Name() != "new.html" {
		t.Errorf("called %q", page.Name())
	}
	if len(asked) != 2 {
		t.Errorf("%d requests", len(asked))
	}
	for _, r := range asked {
		if r.Header.Get("User-Agent") != "Dateline/1" || r.Header.Get("Cookie") != "" || r.Header.Get("Referer") != "" {
			t.Errorf("headers: %v", r.Header)
		}
	}
}

func TestGet_Faults(t *testing.T) {
	for _, c := range []struct {
		name string
		h    http.HandlerFunc
		want error
	}{
		{"no such page", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(404) }, ErrNoPage},
		{"not for programs", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(403) }, ErrRefused},
		{"too many", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(429) }, ErrBusy},
		{"its own fault", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }, ErrSite},
		{"too large", func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, 5000)) }, ErrLarge},
		{"empty", func(http.ResponseWriter, *http.Request) {}, ErrEmpty},
		{"moves without end", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) }, ErrMoves},
		{"moves to a file", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		}, ErrAddress},
		{"moves to an open connection", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1/", http.StatusFound)
		}, ErrSecure},
		{"a byte a minute", func(w http.ResponseWriter, r *http.Request) {
			w.Write([]byte("a"))
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, ErrSlow},
		{"no answer", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, ErrSlow},
	} {
		s, f := site(t, Config{MaxBytes: 4000, MaxTime: 300 * time.Millisecond}, c.h)
		if _, err := f.Get(t.Context(), s.URL+"/a"); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// TestGet_TheOwnNetworkIsRefused: a name or a page elsewhere cannot lead into the own network.
func TestGet_TheOwnNetworkIsRefused(t *testing.T) {
	inner := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the own machine was asked") }))
	defer inner.Close()
	s, f := site(t, Config{}, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, inner.URL, http.StatusFound)
	})
	if _, err := f.Get(t.Context(), s.URL); !errors.Is(err, ErrOwn) {
		t.Errorf("a page that leads to another machine of the own network: %v", err)
	}
	for address, want := range map[string]bool{"127.0.0.1:80": true, "10.1.2.3:443": true, "192.168.1.1:443": true, "169.254.169.254:80": true, "[::1]:443": true, "[fe80::1]:443": true,
		"[fd00::1]:443": true, "100.64.0.1:443": true, "0.0.0.0:443": true, "[::ffff:127.0.0.1]:443": true, "93.184.215.14:443": false, "[2606:2800:21f::1]:443": false, "nonsense": true} {
		if own(address) != want {
			t.Errorf("%s: own %v, want %v", address, !want, want)
		}
	}
}

func TestGet_AnotherSiteIsAskedForFirst(t *testing.T) {
	other, _ := site(t, Config{}, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "here") })
	agreed := map[string]bool{}
	s, f := site(t, Config{Agreed: func(site string) bool { return agreed[site] }, own: true}, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, other.URL+"/there", http.StatusFound)
	})
	f.c.root.RootCAs.AddCert(other.Certificate())
	_, err := f.Get(t.Context(), s.URL)
	var elsewhere *Elsewhere
	if !errors.As(err, &elsewhere) || !strings.HasSuffix(elsewhere.URL, "/there") {
		t.Fatalf("%v", err)
	}
	agreed[elsewhere.Site] = true
	if page, err := f.Get(t.Context(), s.URL); err != nil || string(page.Body) != "here" {
		t.Errorf("after consent: %q, %v", page.Body, err)
	}
}

func TestGet_ASiteWithoutASecureConnection(t *testing.T) {
	open := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "plain") }))
	defer open.Close()
	f := New(Config{})
	host := strings.TrimPrefix(open.URL, "http://")
	if _, err := f.Get(t.Context(), "https://"+host); !errors.Is(err, ErrSecure) {
		t.Errorf("asked for in secret: %v", err)
	}
	page, err := f.Get(t.Context(), open.URL)
	if err != nil || !page.Plain || string(page.Body) != "plain" {
		t.Errorf("asked for openly: %+v, %v", page, err)
	}
	distrusted := httptest.NewTLSServer(http.NotFoundHandler())
	defer distrusted.Close()
	if _, err := f.Get(t.Context(), distrusted.URL); !errors.Is(err, ErrSecure) {
		t.Errorf("a certificate that nobody knows: %v", err)
	}
	open.Close()
	if _, err := f.Get(t.Context(), open.URL); !errors.Is(err, ErrReach) {
		t.Errorf("nobody is there: %v", err)
	}
}

func TestGet_CanBeCancelled(t *testing.T) {
	s, f := site(t, Config{}, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := f.Get(ctx, s.URL); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{"example.com", "http://[::1]:80/", "https://a@b.c", "//x", "https://%zz", "ht!tp://x.y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		u, err := Address(typed)
		if err != nil {
			return
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
			t.Errorf("%q became %v", typed, u)
		}
		if Site(u) == "" {
			t.Errorf("%q has no site", typed)
		}
	})
}

func ExampleAddress() {
	u, err := Address("www.example.com/news/1")
	fmt.Println(u, Site(u), err)
	// Output: https://www.example.com/news/1 example.com <nil>
}

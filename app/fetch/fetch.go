// Package fetch gets the page at an address that a person gave: one polite request, and nothing else, ever.
//
//	f := fetch.New(fetch.Config{UserAgent: "Dateline/1.0"})
//	page, err := f.Get(ctx, "www.example.com/news/1")
//
// With package geo/tile/online it is the only door to the network. It asks for nothing that a person has not named: no
// cookie, no referrer, no second request but where the site says that the page has moved. The caller asks for consent,
// once for each site: Site says which one that is, and a page that moved to another site is an *Elsewhere until that site
// was agreed to as well. Addresses on the own machine and in the own network are refused, unless named by hand.
package fetch

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/idna"
)

// Bounds of a request.
const (
	MaxBytes = 20 << 20
	MaxTime  = 20 * time.Second
	maxMoves = 6
)

// Config says how to ask. The zero value works.
type Config struct {
	UserAgent string                 // who asks; "" is "Dateline"
	MaxBytes  int64                  // 0 is MaxBytes
	MaxTime   time.Duration          // of a request, all its moves included; 0 is MaxTime
	Now       func() time.Time       // nil is time.Now
	Agreed    func(site string) bool // whether the person agreed to ask a site; nil: to any

	root *tls.Config // for tests: whom to trust
	own  bool        // for tests: a redirect may lead to the own machine
}

// Page is what came.
type Page struct {
	Asked string   // the address that was asked for
	URL   string   // where the page was in the end
	Moves []string // the addresses on the way from one to the other
	Type  string   // what the site says that it is: "text/html; charset=utf-8"
	Body  []byte
	At    time.Time // when it came, in UTC
	Plain bool      // it came over a connection that anybody on the way can read
}

// Name is what to call the page: the last part of its path, else its site; with an ending by which its kind is known.
func (p *Page) Name() string {
	u, err := url.Parse(p.URL)
	if err != nil {
		return "page.html"
	}
	name := path.Base(u.Path)
	if name == "." || name == "/" {
		name = Site(u)
	}
	if kind, _, _ := strings.Cut(p.Type, ";"); strings.Contains(kind, "html") && !strings.HasSuffix(strings.ToLower(name), ".html") && !strings.HasSuffix(strings.ToLower(name), ".htm") {
		name += ".html"
	}
	return name
}

// What is wrong with an address, or came of asking. Compare with errors.Is.
var (
	ErrAddress = errors.New("this is no address of a page: it looks like www.example.com/news")
	ErrOwn     = errors.New("the address is in your own network; name it by its number if you mean it")
	ErrRefused = errors.New("the site does not give this page to programs; open it in a browser, save the page and open that file")
	ErrNoPage  = errors.New("there is no such page; look at the address again")
	ErrBusy    = errors.New("the site asks to be left alone for a while; try again later")
	ErrSite    = errors.New("the site has a fault of its own; try again later")
	ErrLarge   = errors.New("the page is larger than the 20 MB that are opened")
	ErrSlow    = errors.New("the site did not answer in 20 seconds; try again, or save the page in a browser and open that file")
	ErrReach   = errors.New("the site cannot be reached; look at the address and at the connection to the internet")
	ErrSecure  = errors.New("the site has no secure connection that can be trusted; begin the address with http:// to ask over an open one")
	ErrMoves   = errors.New("the site sends from page to page without end; open it in a browser and save the page")
	ErrEmpty   = errors.New("the page is empty")
)

// Elsewhere says that the page has moved to a site that the person has not agreed to.
type Elsewhere struct {
	Site string // which
	URL  string // where it went
}

// Error names the other site.
func (e *Elsewhere) Error() string { return "the page has moved to " + e.Site }

// Fetcher asks for pages. It may be used from several goroutines.
type Fetcher struct {
	c Config
}

// New gives a Fetcher.
func New(c Config) *Fetcher {
	if c.UserAgent == "" {
		c.UserAgent = "Dateline"
	}
	if c.MaxBytes == 0 {
		c.MaxBytes = MaxBytes
	}
	if c.MaxTime == 0 {
		c.MaxTime = MaxTime
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return &Fetcher{c: c}
}

// Address makes a URL of what a person typed: "example.com/a" is https://example.com/a. It is an error if it is no address
// of a page.
func Address(typed string) (*url.URL, error) {
	typed = strings.Trim(strings.TrimSpace(typed), "<>\"“”'")
	if typed == "" || strings.ContainsAny(typed, " \t\r\n") || len(typed) > 4096 {
		return nil, ErrAddress
	}
	if !strings.Contains(typed, "://") {
		typed = "https://" + typed
	}
	u, err := url.Parse(typed)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return nil, ErrAddress
	}
	if _, err := netip.ParseAddr(u.Hostname()); err != nil {
		host, err := idna.Lookup.ToASCII(u.Hostname())
		if err != nil || !strings.Contains(host, ".") && host != "localhost" {
			return nil, ErrAddress
		}
		if port := u.Port(); port != "" {
			host = net.JoinHostPort(host, port)
		}
		u.Host = host
	}
	u.Fragment = ""
	return u, nil
}

// Site names the site of an address, as consent is asked for: "example.com" for www.example.com, with its port if it has
// one.
func Site(u *url.URL) string { return strings.TrimPrefix(strings.ToLower(u.Host), "www.") }

// Get asks for the page at an address, over a secure connection where the site has one. Of an address that begins with
// http:// the secure connection is tried first. The error is one of those above, or *Elsewhere.
func (f *Fetcher) Get(ctx context.Context, typed string) (Page, error) {
	u, err := Address(typed)
	if err != nil {
		return Page{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, f.c.MaxTime)
	defer cancel()
	if u.Scheme == "http" && u.Port() == "" {
		secure := *u
		secure.Scheme = "https"
		page, err := f.get(ctx, &secure)
		if err == nil || !errors.Is(err, ErrReach) && !errors.Is(err, ErrSecure) {
			return page, err
		}
	}
	return f.get(ctx, u)
}

func (f *Fetcher) get(ctx context.Context, u *url.URL) (Page, error) {
	page := Page{Asked: u.String(), Plain: u.Scheme == "http"}
	client := f.client(u, &page)
	defer client.CloseIdleConnections()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return page, ErrAddress
	}
	req.Header.Set("User-Agent", f.c.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	res, err := client.Do(req)
	if err != nil {
		return page, f.fault(ctx, err)
	}
	defer res.Body.Close()
	if err := statusFault(res.StatusCode); err != nil {
		return page, err
	}
	page.URL, page.Type, page.At = res.Request.URL.String(), res.Header.Get("Content-Type"), f.c.Now().UTC()
	page.Body, err = io.ReadAll(io.LimitReader(res.Body, f.c.MaxBytes+1))
	switch {
	case err != nil || ctx.Err() != nil: // what came before the time was up is no whole page
		return page, f.fault(ctx, cmp.Or(err, ctx.Err()))
	case int64(len(page.Body)) > f.c.MaxBytes:
		return page, ErrLarge
	case len(page.Body) == 0:
		return page, ErrEmpty
	}
	return page, nil
}

// client asks for one page: no cookies, no connection kept, moves watched.
func (f *Fetcher) client(u *url.URL, page *Page) *http.Client {
	named := named(u)
	dial := &net.Dialer{Timeout: 10 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		if !named && own(address) {
			return ErrOwn
		}
		return nil
	}}
	transport := &http.Transport{DialContext: dial.DialContext, TLSHandshakeTimeout: 10 * time.Second, DisableKeepAlives: true, TLSClientConfig: f.c.root,
		MaxResponseHeaderBytes: 1 << 20, ForceAttemptHTTP2: true}
	agreed := map[string]bool{Site(u): true}
	return &http.Client{Transport: transport, CheckRedirect: func(req *http.Request, via []*http.Request) error {
		to := req.URL
		switch {
		case len(via) > maxMoves:
			return ErrMoves
		case to.Scheme != "http" && to.Scheme != "https" || to.User != nil:
			return ErrAddress
		case u.Scheme == "https" && to.Scheme == "http":
			return ErrSecure // a page that was asked for in secret is not shown to everybody on the way
		}
		if site := Site(to); !agreed[site] {
			if f.c.Agreed != nil && !f.c.Agreed(site) {
				return &Elsewhere{Site: site, URL: to.String()}
			}
			agreed[site] = true
		}
		if site := Site(to); site != Site(u) {
			named = f.c.own
		}
		req.Header.Del("Referer")
		page.Moves = append(page.Moves, to.String())
		page.Plain = page.Plain || to.Scheme == "http"
		return nil
	}}
}

// named reports whether an address names a machine of the own network by hand.
func named(u *url.URL) bool {
	host := u.Hostname()
	_, err := netip.ParseAddr(host)
	return err == nil || host == "localhost"
}

// own reports whether the address of a connection is on the own machine or in the own network.
func own(address string) bool {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return true
	}
	ip := at.Addr().Unmap()
	shared := netip.MustParsePrefix("100.64.0.0/10") // between a provider and its customers (RFC 6598)
	return !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() || shared.Contains(ip)
}

func statusFault(status int) error {
	switch {
	case status >= 200 && status < 300:
		return nil
	case status == http.StatusNotFound || status == http.StatusGone:
		return ErrNoPage
	case status == http.StatusTooManyRequests:
		return ErrBusy
	case status >= 500:
		return ErrSite
	}
	return ErrRefused
}

// fault says in the terms of this package why nothing came.
func (f *Fetcher) fault(ctx context.Context, err error) error {
	var elsewhere *Elsewhere
	if errors.As(err, &elsewhere) {
		return elsewhere
	}
	for _, known := range []error{ErrOwn, ErrMoves, ErrAddress, ErrSecure} {
		if errors.Is(err, known) {
			return known
		}
	}
	var timeout net.Error
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case ctx.Err() != nil || errors.As(err, &timeout) && timeout.Timeout():
		return ErrSlow
	}
	var record tls.RecordHeaderError
	var cert *tls.CertificateVerificationError
	if errors.As(err, &record) || errors.As(err, &cert) || strings.Contains(err.Error(), "tls:") || strings.Contains(err.Error(), "HTTP response to HTTPS client") {
		return fmt.Errorf("%w (%w)", ErrSecure, err)
	}
	return fmt.Errorf("%w (%w)", ErrReach, err)
}

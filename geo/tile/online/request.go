package online

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"dateline/geo/tile"
)

const maxRedirects = 3

var errElsewhere = errors.New("sent elsewhere")

// follow lets a server send a request on within itself, a few times: the person consented to this server only.
func follow(req *http.Request, via []*http.Request) error {
	first := via[0].URL
	switch {
	case len(via) > maxRedirects:
		return fmt.Errorf("%w more than %d times", errElsewhere, maxRedirects)
	case req.URL.Host != first.Host || req.URL.Scheme != first.Scheme || req.URL.User != nil:
		return fmt.Errorf("%w: to %s://%s", errElsewhere, req.URL.Scheme, req.URL.Host)
	}
	req.Header.Del("Referer") // it would tell the key in an address
	return nil
}

// request asks for one tile; old is an expired answer that is asked about, or nil. What comes of it decides when the
// provider is asked again.
func (s *Source) request(ctx, end context.Context, at coord, old *record) (*record, error) {
	timed, cancel := context.WithTimeout(ctx, s.c.Timeout)
	defer cancel()
	defer context.AfterFunc(end, cancel)()
	req, err := http.NewRequestWithContext(timed, http.MethodGet, s.c.Provider.address(at.z, at.x, at.y), nil)
	if err != nil {
		return nil, s.fail(at, tile.StatusWrong, err, time.Hour, 0)
	}
	req.Header.Set("User-Agent", s.c.UserAgent)
	req.Header.Set("Accept", "image/png,image/jpeg,image/webp")
	if old != nil && old.etag != "" {
		req.Header.Set("If-None-Match", old.etag)
	}
	if old != nil && old.edited != "" {
		req.Header.Set("If-Modified-Since", old.edited)
	}
	resp, err := s.client.Do(req)
	if err == nil {
		defer resp.Body.Close()
		var r *record
		if r, err = s.read(resp, at, old); err == nil {
			return r, nil
		}
	}
	var fault *tile.Fault
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case end.Err() != nil:
		return nil, s.c.Provider.fault(tile.StatusOff, nil)
	case errors.Is(err, tile.ErrAbsent), errors.As(err, &fault):
		return nil, err
	}
	return nil, s.lost(at, err)
}

// lost says why there was no answer, or not the whole.
func (s *Source) lost(at coord, err error) error {
	if u := (*url.Error)(nil); errors.As(err, &u) {
		err = u.Err // without the address, which may hold a key
	}
	var (
		timeout net.Error
		cert    *tls.CertificateVerificationError
		invalid x509.CertificateInvalidError
		host    x509.HostnameError
		unknown x509.UnknownAuthorityError
	)
	switch {
	case errors.Is(err, errElsewhere):
		return s.fail(at, tile.StatusRedirect, err, 10*time.Minute, 0)
	case errors.As(err, &cert), errors.As(err, &invalid), errors.As(err, &host), errors.As(err, &unknown):
		return s.fail(at, tile.StatusCertificate, err, 10*time.Minute, 0)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return s.fail(at, tile.StatusSlow, err, 10*time.Second, 0)
	}
	return s.fail(at, tile.StatusOffline, err, 5*time.Second, 0)
}

// read judges an answer.
func (s *Source) read(resp *http.Response, at coord, old *record) (*record, error) {
	now := s.c.Now()
	code := resp.StatusCode
	said := fmt.Errorf("status %d", code)
	switch {
	case code == http.StatusOK:
		return s.picture(resp, at)
	case code == http.StatusNotModified && old != nil:
		r := &record{fresh: life(resp.Header, now), got: now, body: old.body}
		if r.etag == "" {
			r.etag = old.etag
		}
		if r.edited == "" {
			r.edited = old.edited
		}
		s.manner.well(at)
		return r, nil
	case code == http.StatusNoContent, code == http.StatusNotFound, code == http.StatusGone:
		if resp.ContentLength >= 0 && resp.ContentLength < 16<<10 {
			_, _ = io.Copy(io.Discard, resp.Body) // so that the connection can be used again
		}
		s.disk.drop(at)
		s.memory.drop(at)
		if s.manner.absent(at, now) {
			return nil, s.fail(at, tile.StatusNothing, said, 10*time.Minute, 0)
		}
		return nil, tile.ErrAbsent
	case code == http.StatusUnauthorized, code == http.StatusPaymentRequired, code == http.StatusForbidden,
		code == http.StatusTeapot, code == http.StatusUnavailableForLegalReasons:
		return nil, s.fail(at, tile.StatusBlocked, said, time.Hour, 0)
	case code == http.StatusTooManyRequests:
		return nil, s.fail(at, tile.StatusBusy, said, 30*time.Second, retryAfter(resp.Header, now))
	case code >= 300 && code < 400:
		return nil, s.fail(at, tile.StatusRedirect, said, 10*time.Minute, 0)
	case code >= 500, code == http.StatusRequestTimeout:
		return nil, s.fail(at, tile.StatusServer, said, 5*time.Second, retryAfter(resp.Header, now), strconv.Itoa(code))
	}
	return nil, s.fail(at, tile.StatusServer, said, time.Minute, retryAfter(resp.Header, now), strconv.Itoa(code))
}

// picture reads a picture and refuses what is none, is not whole, is too large or says that access is blocked.
func (s *Source) picture(resp *http.Response, at coord) (*record, error) {
	now := s.c.Now()
	wrong := func(err error, wait time.Duration) error { return s.fail(at, tile.StatusWrong, err, wait, 0) }
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	switch kind {
	case "image/png", "image/jpeg", "image/jpg", "image/webp":
	default:
		return nil, wrong(fmt.Errorf("content type %.40q", kind), 30*time.Second)
	}
	if resp.ContentLength > tile.MaxPictureBytes {
		return nil, wrong(fmt.Errorf("%d bytes", resp.ContentLength), time.Minute)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, tile.MaxPictureBytes+1))
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, wrong(errors.New("half a picture"), 5*time.Second)
	}
	if err != nil {
		return nil, err
	}
	pic, err := tile.Decode(body)
	if err != nil {
		return nil, wrong(err, 5*time.Second)
	}
	if same := s.manner.notice(at, body, pic); same != nil {
		for _, c := range same {
			s.memory.drop(c)
			s.disk.drop(c)
		}
		return nil, s.fail(at, tile.StatusBlocked, errors.New("the same picture for every tile"), time.Hour, 0)
	}
	s.manner.well(at)
	return &record{fresh: life(resp.Header, now), got: now, body: body}, nil
}

// fail backs off: from the provider for wait, doubled each time in a row, or longer if it says so, and from this tile.
func (s *Source) fail(at coord, code string, err error, wait, asked time.Duration, args ...string) error {
	fault := s.c.Provider.fault(code, err, args...)
	s.manner.fail(at, fault, wait, asked, s.c.Now())
	return fault
}

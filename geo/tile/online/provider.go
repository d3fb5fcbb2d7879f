package online

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"dateline/geo/tile"
)

// Provider is an XYZ tile server and what it asks for in return.
type Provider struct {
	Name        string // as the person reads it
	URL         string // with {z}, {x} and {y}; asked for exactly so
	Attribution string // shown on the map
	Link        string // where the attribution leads
	FixLink     string // where a fault of the map can be told; may be empty
	MinZoom     int
	MaxZoom     int  // beyond it pictures are shown larger; 0 counts as 19
	Consent     bool // the person agreed to ask this server; without, nothing is ever requested
}

// openStreetMap is the standard map of openstreetmap.org, under its tile usage policy
// (https://operations.osmfoundation.org/policies/tiles/): no saving for offline use, no prefetch.
var openStreetMap = Provider{
	Name:        "OpenStreetMap",
	URL:         "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
	Attribution: "© OpenStreetMap contributors",
	Link:        "https://www.openstreetmap.org/copyright",
	FixLink:     "https://www.openstreetmap.org/fixthemap",
	MaxZoom:     19,
}

// Providers lists the servers that the program knows of itself, none of them consented to. The caller may change the
// list; a person adds others by name, URL and attribution.
func Providers() []Provider { return []Provider{openStreetMap} }

// ErrProvider is returned for a provider that cannot be used.
var ErrProvider = errors.New("online: unusable map server")

// Check says in one clause why p cannot be used: the URL must have {z}, {x} and {y} once each and be https, except on
// this machine. OpenStreetMap's servers are asked at their one address only.
func (p Provider) Check() error {
	bad := func(why string) error { return fmt.Errorf("%w: %s", ErrProvider, why) }
	if strings.TrimSpace(p.Name) == "" {
		return bad("it has no name")
	}
	if strings.TrimSpace(p.Attribution) == "" {
		return bad("its makers are not named, as its licence will ask for")
	}
	if p.MinZoom < 0 || p.MaxZoom > 30 || p.MaxZoom != 0 && p.MaxZoom < p.MinZoom {
		return bad("its zooms make no sense")
	}
	for _, part := range []string{"{z}", "{x}", "{y}"} {
		if strings.Count(p.URL, part) != 1 {
			return bad("its address must contain " + part + " once")
		}
	}
	if strings.ContainsFunc(p.URL, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return bad("its address contains a space")
	}
	plain := p.address(1, 0, 0)
	if strings.ContainsAny(plain, "{}") {
		return bad("its address contains {…} other than {z}, {x} and {y}")
	}
	u, err := url.Parse(plain)
	if err != nil || u.Host == "" || u.Opaque != "" {
		return bad("its address cannot be read")
	}
	host := strings.ToLower(u.Hostname())
	switch {
	case u.User != nil:
		return bad("its address contains a password")
	case u.Fragment != "":
		return bad("its address contains #")
	case u.Scheme != "https" && !(u.Scheme == "http" && loopback(host)):
		return bad("its address must begin with https://")
	case placed(p.URL):
		return bad("{z}, {x} and {y} must stand after the name of the server")
	case (host == "openstreetmap.org" || strings.HasSuffix(host, ".openstreetmap.org")) && p.URL != openStreetMap.URL:
		return bad("OpenStreetMap is asked at " + openStreetMap.URL + " only")
	}
	return nil
}

// placed reports whether a part to be replaced stands in the scheme or the name of the server.
func placed(template string) bool {
	_, rest, _ := strings.Cut(template, "://")
	host, _, _ := strings.Cut(rest, "/")
	return strings.Contains(host, "{")
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// address is the URL of one tile.
func (p Provider) address(z, x, y int) string {
	return strings.NewReplacer("{z}", strconv.Itoa(z), "{x}", strconv.Itoa(x), "{y}", strconv.Itoa(y)).Replace(p.URL)
}

func (p Provider) maxZoom() int {
	if p.MaxZoom <= 0 {
		return 19
	}
	return p.MaxZoom
}

func (p Provider) fault(code string, err error, args ...string) *tile.Fault {
	return &tile.Fault{Status: tile.Status{Code: code, Args: append([]string{p.Name}, args...)}, Err: err}
}

// UserAgent is the name the program gives itself to servers: "Dateline/1.4 (+https://site; contact: mail)". The name
// never changes, the version may.
func UserAgent(version, site, contact string) string {
	s := "Dateline/" + version + " (+" + site
	if contact != "" {
		s += "; contact: " + contact
	}
	return s + ")"
}

// checkAgent refuses what tile servers refuse: no name, a library's or a browser's name, no contact.
func checkAgent(s string) error {
	low := strings.ToLower(s)
	name, rest, _ := strings.Cut(s, " ")
	if product, version, ok := strings.Cut(name, "/"); !ok || product == "" || version == "" ||
		strings.HasPrefix(low, "go-http-client") || strings.Contains(low, "mozilla") {
		return errors.New("online: the User-Agent must name this program and its version")
	}
	if !strings.Contains(rest, "://") && !strings.Contains(rest, "@") {
		return errors.New("online: the User-Agent must name a site or an address to write to")
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) {
		return errors.New("online: the User-Agent must be plain ASCII")
	}
	return nil
}

package online

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	silentLife = 7 * 24 * time.Hour   // of a picture whose server says nothing, as the policy of OpenStreetMap asks
	longestAge = 365 * 24 * time.Hour // more than a year is a year
	staleLife  = 30 * 24 * time.Hour  // how long an expired picture is kept to ask whether it changed
	graceLife  = time.Minute          // a picture that was just got or confirmed is not asked for again
)

// fresh is what a server says of the life of an answer.
type fresh struct {
	until  time.Time // good without asking
	stale  time.Time // may be shown until then, while or although it cannot be confirmed
	store  bool      // may be kept on disk
	etag   string
	edited string // Last-Modified
}

// life reads Cache-Control, Expires, Date, Age, ETag and Last-Modified (RFC 9111, as a private cache).
func life(h http.Header, now time.Time) fresh {
	f := fresh{store: true, etag: short(h.Get("ETag")), edited: short(h.Get("Last-Modified"))}
	age := max(0, seconds(h.Get("Age"), 0))
	span, said := silentLife, false
	date, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		date = now
	}
	if e := h.Values("Expires"); len(e) > 0 {
		said = true
		if t, err := http.ParseTime(e[0]); err == nil {
			span = t.Sub(date)
		} else {
			span = 0 // "0" and the like: expired already
		}
	}
	stale := staleLife
	rules := strings.Join(h.Values("Cache-Control"), ",")
	strict, never := false, false
	for rule := range strings.SplitSeq(rules, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(rule), "=")
		value = strings.Trim(value, `"`)
		switch strings.ToLower(name) {
		case "no-store":
			f.store = false
		case "no-cache":
			never = true
		case "must-revalidate":
			strict = true
		case "max-age":
			span, said = seconds(value, 0), true
		}
	}
	if rules == "" && strings.Contains(strings.ToLower(h.Get("Pragma")), "no-cache") {
		never = true
	}
	if said {
		span -= age
	}
	if never {
		span = 0
	}
	if never || strict {
		stale = 0
	}
	f.until = now.Add(max(0, min(span, longestAge)))
	f.stale = f.until.Add(stale)
	return f
}

// seconds reads a number of seconds; what is none gives fallback.
func seconds(s string, fallback time.Duration) time.Duration {
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil || n < 0 {
		return fallback
	}
	return time.Duration(min(n, int64(longestAge/time.Second)*2)) * time.Second
}

// short drops a header that is too long to be kept.
func short(s string) string {
	if len(s) > 512 {
		return ""
	}
	return s
}

// retryAfter reads a Retry-After header: seconds or a date; 0 if there is none.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := h.Get("Retry-After")
	if t, err := http.ParseTime(v); err == nil {
		return max(0, min(t.Sub(now), 24*time.Hour))
	}
	return min(seconds(v, 0), 24*time.Hour)
}

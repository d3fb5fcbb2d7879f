package event

import (
	"slices"
	"sync"

	"dateline/app/reading/name/grammar"
	"dateline/app/story"
)

// room is what finding the events of one article needs and none of them keeps: it is used again for the next article.
type room struct {
	events  []Found
	reasons []story.Reason // of events, until pack copies them
	args    []string       // of the reasons, until then
	can     []grammar.Class
	sign    []sign
	taken   []bool
	marks   []bool // room for article.used
	clauses []clause
	deeds   []trigger
	rules   []rule

	places []placed // literal places, in order of the text
	states []state  // places that stand for people, and their adjectives, in order
	times  []timed  // dated expressions, in order
	quoted []quoted // stretches that somebody says, sorted by start

	// the tokens (of quoted the bytes) where the elements of these lists begin, for the search
	placeAt, stateAt, timeAt, quotedAt, blockAt []int
}

var spare = sync.Pool{New: func() any { return &room{} }}

// mostSpare is how many events a room may have held that is kept.
const mostSpare = 4000

// leave gives the room back. Nothing in it holds on to the article.
func (r *room) leave() {
	if cap(r.events) > mostSpare {
		return
	}
	empty(&r.events, 0)
	empty(&r.reasons, mostReasons) // those of an event that was not added
	empty(&r.args, 0)
	empty(&r.clauses, cap(r.clauses)) // these three are begun anew in every sentence
	empty(&r.deeds, cap(r.deeds))
	empty(&r.rules, cap(r.rules))
	empty(&r.places, 0)
	empty(&r.states, 0)
	empty(&r.times, 0)
	r.quoted = r.quoted[:0]
	spare.Put(r)
}

// empty clears a list and so many elements behind it that may have been used.
func empty[T any](s *[]T, behind int) {
	clear((*s)[:min(cap(*s), len(*s)+behind)])
	*s = (*s)[:0]
}

// sized gives n zero values, in s where there is room.
func sized[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// begins lists where each element of a list begins, in at.
func begins[T any](list []T, at []int, first func(*T) int) []int {
	at = at[:0]
	for i := range list {
		at = append(at, first(&list[i]))
	}
	return at
}

// window gives the part of a list that lies in tokens [first, last); at tells where its elements begin, in order.
func window(at []int, first, last int) (int, int) {
	if len(at) == 0 || at[0] >= last {
		return 0, 0
	}
	lo := search(at, 0, first)
	if lo == len(at) || at[lo] >= last {
		return lo, lo
	}
	return lo, search(at, lo+1, last)
}

// search is the first element from lo on that begins at x or later.
func search(at []int, lo, x int) int {
	hi := len(at)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if at[mid] < x {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// mostAtOnce is for how many reasons, or arguments of reasons, room is asked for at a time.
const mostAtOnce = 8192

// why builds a Reason for an event: its arguments lie in the room until pack copies them.
func (r *room) why(code string, args ...string) story.Reason {
	n := len(r.args)
	if cap(r.args)-n < len(args) {
		r.args, n = make([]string, 0, min(max(256, 2*cap(r.args)), mostAtOnce)), 0 // the reasons so far keep the old one
	}
	r.args = append(r.args, args...)
	return story.Reason{Code: code, Args: r.args[n:len(r.args):len(r.args)]}
}

// mostReasons is how many reasons of one event lie in the room; an event with more has them elsewhere.
const mostReasons = 12

// reasonsOfOne gives room for the reasons of one event.
func (r *room) reasonsOfOne() []story.Reason {
	n := len(r.reasons)
	if cap(r.reasons)-n < mostReasons {
		r.reasons, n = make([]story.Reason, 0, min(max(256, 2*cap(r.reasons)), mostAtOnce)), 0 // the events so far keep the old one
	}
	return r.reasons[n : n : n+mostReasons]
}

// keepReasons takes up the room that an event's reasons fill.
func (r *room) keepReasons(why []story.Reason) {
	if n := len(r.reasons); len(why) > 0 && len(why) <= mostReasons && &why[0] == &r.reasons[:n+1][n] {
		r.reasons = r.reasons[:n+len(why)]
	}
}

// eventBytes is about one event for so many bytes of a text, for the room of a long one to be asked for at once.
const eventBytes = 56

// longText asks for the room of the events of a long text, of which it is too much to be moved about while it grows.
func (r *room) longText(bytes int) {
	if n := bytes / eventBytes; n > mostSpare && n > cap(r.events) {
		r.events = make([]Found, 0, n)
	}
}

// pack gives the events without the room that was left for more, in them and in their lists, each with lists of its own. Those
// of a long text, whose room is not used again, are not copied.
func (r *room) pack() []Found {
	reasons, args, numbers := 0, 0, 0
	for i := range r.events {
		reasons += len(r.events[i].Reasons)
		numbers += len(r.events[i].Who) + len(r.events[i].Quotes)
		for _, w := range r.events[i].Reasons {
			args += len(w.Args)
		}
	}
	out, why, words, ints := r.events, make([]story.Reason, 0, reasons), make([]string, 0, args), make([]int, 0, numbers)
	if cap(out) <= mostSpare {
		out = slices.Clone(out)
	}
	for i := range r.events {
		from := len(why)
		for _, w := range r.events[i].Reasons {
			if n := len(words); len(w.Args) > 0 {
				words = append(words, w.Args...)
				w.Args = words[n:len(words):len(words)]
			}
			why = append(why, w)
		}
		out[i].Reasons = why[from:len(why):len(why)]
		out[i].Who, ints = own(out[i].Who, ints)
		out[i].Quotes, ints = own(out[i].Quotes, ints)
	}
	return out
}

// own moves a list behind those in room.
func own(list, room []int) (moved, more []int) {
	if len(list) == 0 {
		return list, room
	}
	n := len(room)
	room = append(room, list...)
	return room[n:len(room):len(room)], room
}

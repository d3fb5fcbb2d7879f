package toponym_test

import (
	"strings"
	"testing"
)

// TestUse: what each name does in its sentence. The name looked at stands in brackets.
func TestUse(t *testing.T) {
	x := index(t)
	for _, c := range []struct{ text, want string }{
		// the place itself
		{"The war in [Ukraine] goes on.", "literal"},
		{"Envoys will travel to [Russia] next week.", "literal"},
		{"They were en route to [Russia] to talk.", "literal"},
		{"Children were relocated from [Ukraine] to Russia.", "literal"},
		{"Children were relocated from Ukraine to [Russia].", "literal"},
		{"Negotiators head to [Moscow] for talks.", "literal"},
		{"He met the leader in [Moscow] on Friday.", "literal"},
		{"States bordering [Russia] are worried.", "literal"},
		{"Troops left the Kharkov region of [Ukraine].", "literal"},
		{"Troops left the [Kyiv] and Kharkov regions.", "literal"},
		{"Talks were held in Paris, [London] and Rome.", "literal"},
		{"Fighting spread across southern [Lebanon].", "literal"},
		{"The talks are to be held in [Saudi Arabia].", "literal"},
		{"[Kyiv] was hit by drones at night.", "literal"},
		{"[Sudzha] is encircled.", "literal"},
		{"A bomb fell within [Kursk]’s borders.", "literal"},
		{"The battle for [Mariupol] lasted weeks.", "literal"},
		{"They visited [China] in spring.", "literal"},
		{"Tourists stood outside the [White House] in the rain.", "literal"},
		{"The streets of [Beijing] were empty.", "literal"},
		// those who act for it
		{"[Moscow] demands guarantees.", "actor"},
		{"[Russia]’s intentions are not clear.", "actor"},
		{"The [Kremlin] has yet to answer.", "actor"},
		{"The plan needs the consent of [Washington] and Kyiv.", "actor"},
		{"An ultimatum was sent to [Russia].", "actor"},
		{"The proposal was supported by [Ukraine].", "actor"},
		{"Tensions between [Russia] and Ukraine rose.", "actor"},
		{"Tensions between Russia and [Ukraine] rose.", "actor"},
		{"[U.S.]-Russia talks were put off.", "actor"},
		{"A [U.S.]-led coalition formed.", "actor"},
		{"He paid a visit to [Moscow]’s troops in the field.", "actor"},
		{"Sanctions against [Iran] remain.", "actor"},
		{"Actors such as North Korea and [Saudi Arabia] joined.", "actor"},
		{"The resolution rests with [Russia].", "actor"},
		{"The step risks alienating an ally in [Kyiv].", "actor"},
		{"[Germany] beat France in the final.", "actor"},
		{"Concessions on the part of the [Kremlin] are unlikely.", "actor"},
		{"[Ukraine], the most important voice, was not at the table.", "actor"},
		// the rest
		{"Talks on [Ukraine] were put off.", "topic"},
		{"[Ukrainian] troops moved north.", "adjective"},
		{"Two [Canadians] were hurt.", "adjective"},
		{"The [Columbus] Police Department said so, and Columbus residents agreed.", "in-name"},
	} {
		open, end := strings.Index(c.text, "["), strings.Index(c.text, "]")
		text := c.text[:open] + c.text[open+1:end] + c.text[end+1:]
		got := "nothing"
		for _, p := range read(x, text) {
			if p.Span.Holds(open) {
				got = p.Use.String()
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

// Package locale is imported for what it does before the window toolkit starts: where the system's language is the C
// library's own ("C.UTF-8", as in containers), it says that this means English. Fyne takes the "C" for a language, cannot
// read it, and says so on standard error at each start.
//
// It works because Go initialises packages in the order of their paths as far as their imports allow, and this one
// imports nothing that Fyne waits for; app's tests hold it to that. In the same way it says how long Fyne keeps pictures. It
// decides nothing else: see app.Config.Language.
package locale

import (
	"os"
	"strings"
)

// cached is how long Fyne keeps pictures of texts and of the map that are no longer drawn; by itself it keeps them for a minute,
// hundreds of megabytes of a lesson on a screen of high density. What is kept for ten seconds or less has Fyne walk through all
// of the window sixty times a second while nothing happens, to say that it is still there; with twelve it does so every two seconds.
const cached = "12s"

func init() {
	if os.Getenv("FYNE_CACHE") == "" {
		os.Setenv("FYNE_CACHE", cached)
	}
	if l := Missing(os.Getenv); l != "" {
		os.Setenv("LANGUAGE", l) // only translations go by it; the C library's locale stays as it is
	}
}

// Missing is the language to name where the environment names none; "" where it names one, or says nothing at all, which
// Fyne understands.
func Missing(getenv func(string) string) string {
	for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if l := getenv(v); l != "" {
			name, _, more := strings.Cut(l, ".")
			if more && (name == "C" || name == "POSIX") && getenv("LANGUAGE") == "" {
				return "en"
			}
			return ""
		}
	}
	return ""
}

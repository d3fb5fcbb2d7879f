package markdown

import "bytes"

// graveBytes is how far from its opening mark a quotation in grave accents is closed.
const graveBytes = 2000

// graves takes the sense of code from the accents that wires write for quotation marks: “I came,” she said. “I saw.”
// Two accents that are closed by two apostrophes before two more come are such marks; they stand in the text as they are.
func graves(src []byte) []byte {
	var out []byte
	for {
		i := bytes.Index(src, []byte("``"))
		if i < 0 {
			return append(out, src...)
		}
		rest := src[i+2:]
		rest = rest[:min(len(rest), graveBytes)]
		if end := bytes.Index(rest, []byte("\n\n")); end >= 0 {
			rest = rest[:end]
		}
		closed, more := bytes.Index(rest, []byte("''")), bytes.Index(rest, []byte("``"))
		out = append(out, src[:i]...)
		if closed > 0 && (more < 0 || closed < more) && rest[0] != '`' && (i == 0 || src[i-1] != '`' && src[i-1] != '\\') {
			out = append(out, "\\`\\`"...)
		} else {
			out = append(out, "``"...)
		}
		src = src[i+2:]
	}
}

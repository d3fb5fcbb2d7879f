package markdown

import (
	"bytes"
	"strings"
)

const (
	// deepest is how many quotation marks, bullets and numbers of items may stand one in the other at the start of a
	// line: goldmark calls itself for each of them, and the stack is bounded. No article nests so deep.
	deepest = 32

	// densest is how many marks between two empty lines are read as marks: goldmark's work grows with their number times
	// the length of the paragraph. A hundred links in one paragraph have 100.
	densest = 300
)

// marks begin what goldmark looks for inside a paragraph.
const marks = "[*_`<~"

// tame makes text of marks that would make a hostile file exhaust the stack or take minutes. No word is changed.
func tame(src []byte) (out []byte, tamed bool) {
	out = make([]byte, 0, len(src)+len(src)/8)
	seen := 0 // marks since the last empty line
	for len(src) > 0 {
		end := bytes.IndexByte(src, '\n') + 1
		if end == 0 {
			end = len(src)
		}
		line := src[:end]
		src = src[end:]
		if cut := beyond(line); cut > 0 {
			out, line, tamed = append(append(out, line[:cut]...), '\\'), line[cut:], true
		}
		if len(bytes.TrimSpace(line)) == 0 {
			seen = 0
		}
		start := len(out)
		if out, seen = thin(out, line, seen); len(out)-start > len(line) {
			tamed = true
		}
	}
	return out, tamed
}

// thin adds a line to out, and a backslash before each mark beyond densest. A fence at the start of a line stays one.
func thin(out, line []byte, seen int) ([]byte, int) {
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case c == '\\' && i+1 < len(line):
			out = append(out, c)
			i++
		case strings.IndexByte(marks, c) < 0:
		case seen >= densest && !isFence(line):
			out = append(out, '\\')
		default:
			seen++
		}
		out = append(out, line[i])
	}
	return out, seen
}

func isFence(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}

// beyond is where the first mark that is too deep stands in a line, behind the digits of its number; 0 if there is none.
func beyond(line []byte) int {
	marks := 0
	for i := 0; i < len(line); marks++ {
		for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
			i++
		}
		number := digits(line[i:])
		i += number
		switch {
		case i >= len(line):
			return 0
		case number == 0 && line[i] == '>':
		case number == 0 && strings.IndexByte("-+*", line[i]) < 0, number > 0 && line[i] != '.' && line[i] != ')':
			return 0
		case i+1 < len(line) && line[i+1] != ' ' && line[i+1] != '\t':
			return 0
		}
		if marks == deepest {
			return i
		}
		i++
	}
	return 0
}

// digits is how many digits b begins with.
func digits(b []byte) int {
	n := 0
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	return n
}

package timex

// figures is a token of digits taken apart: "15/03/2025" is three groups, "8:30pm" two and a tail.
type figures struct {
	n      int // groups, at most 3
	value  [3]int
	digits [3]int
	sep    byte // '/', '.', ':' or ',' between all groups; 0 if one group or mixed
	mixed  bool
	tail   string // the letters at the end: "th", "s", "pm"
	quote  bool   // an apostrophe stands before: "’24"
}

// takeFigures reads a Number token. Groups of more than 9 digits have value -1.
func takeFigures(s string) (f figures) {
	if len(s) > 0 && s[0] == '\'' {
		f.quote, s = true, s[1:]
	} else if len(s) > 2 && s[0] >= 0x80 { // ’ and ʼ
		for i := 1; i < 4 && i < len(s); i++ {
			if s[i] < 0x80 {
				f.quote, s = true, s[i:]
				break
			}
		}
	}
	i := 0
	for i < len(s) {
		start, v := i, 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			if i-start < 9 {
				v = v*10 + int(s[i]-'0')
			} else {
				v = -1
			}
			if v < 0 {
				v = -1
			}
			i++
		}
		if i-start > 9 {
			v = -1
		}
		if i == start {
			break
		}
		if f.n == 3 {
			f.mixed = true
			return f
		}
		f.value[f.n], f.digits[f.n] = v, i-start
		f.n++
		if i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' && (s[i] == '/' || s[i] == '.' || s[i] == ':' || s[i] == ',') {
			if f.sep != 0 && f.sep != s[i] {
				f.mixed = true
			}
			f.sep = s[i]
			i++
			continue
		}
		break
	}
	f.tail = s[i:]
	return f
}

// plain reports whether f is one group of digits and nothing else.
func (f figures) plain() bool { return f.n == 1 && f.tail == "" && !f.quote && !f.mixed }

// ordinal reports whether f is "12th" and the like.
func (f figures) ordinal() bool {
	return f.n == 1 && !f.quote && (f.tail == "th" || f.tail == "st" || f.tail == "nd" || f.tail == "rd")
}

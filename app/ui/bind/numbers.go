package bind

import (
	"strconv"
	"strings"
)

// Number words a whole number with its thousands set apart as the language does it, from ten thousand on: "950", "2500",
// "12 000". The translation says how by an example.
func (w Words) Number(n int) string {
	s := strconv.Itoa(n)
	if n < 10_000 {
		return s
	}
	apart := strings.Trim(w.L("12\u00a0000"), "012")
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + apart + s[i:]
	}
	return s
}

// decimal words a number with at most so many digits after the point, which the translation gives by an example: "1.5", "2".
func (w Words) decimal(x float64, digits int) string {
	s := strconv.FormatFloat(x, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return strings.Replace(s, ".", strings.Trim(w.L("1.5"), "15"), 1)
}

// percent is "80 %".
func (w Words) percent(n int) string {
	return w.L("{{.N}}\u00a0%", map[string]any{"N": n})
}

// upper gives capitals: of i the one that the language has, for Turkish has a point on it.
func (w Words) upper(s string) string {
	return strings.ToUpper(strings.ReplaceAll(s, "i", w.X("I (of i)", "I")))
}

// hundredths is "51.20": two digits after the point always.
func (w Words) hundredths(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', 2, 64), ".", strings.Trim(w.L("1.5"), "15"), 1)
}

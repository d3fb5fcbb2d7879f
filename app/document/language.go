package document

import "strings"

// LanguageTag evens a tag of a language out: "en_gb" is "en-GB", "zh-hans" is "zh-Hans". What is no tag, such as the name
// of a language, is "".
func LanguageTag(s string) string {
	s, _, _ = strings.Cut(s, ",") // the first of several
	parts := strings.FieldsFunc(strings.ToLower(strings.TrimSpace(s)), func(r rune) bool { return r == '-' || r == '_' })
	for i, p := range parts {
		for _, c := range []byte(p) {
			if !(c >= 'a' && c <= 'z' || i > 0 && c >= '0' && c <= '9') {
				return ""
			}
		}
		switch n := len(p); {
		case i == 0 && (n < 2 || n > 3), n > 8:
			return ""
		case i > 0 && n == 2:
			parts[i] = strings.ToUpper(p)
		case i > 0 && n == 4:
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "-")
}

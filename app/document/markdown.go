package document

import (
	"html"
	"strings"

	"dateline/app/story"
)

func isMarkdown(_, name string) bool {
	switch extension(name) {
	case "md", "markdown", "mdown", "mkd":
		return true
	}
	return false
}

// readMarkdown renders Markdown to the text that a person would see: marks of emphasis, links and headings are gone,
// lines of one paragraph are joined, and headings, items and captions are noted as zones.
func readMarkdown(src string) story.Document {
	src = plain(src)
	var d story.Document
	rest := frontMatter(src, &d)
	var w writer
	for _, b := range markdownBlocks(rest) {
		if b.level == 1 && (d.Title == "" || b.text == d.Title) && !hasHeadlineZone(w.zones) {
			d.Title, b.kind = b.text, story.ZoneHeadline
		}
		if len(w.zones) == 0 && w.out.Len() == 0 && b.kind != story.ZoneHeadline && d.Title != "" {
			w.block(block{text: d.Title, kind: story.ZoneHeadline})
		}
		w.block(b)
	}
	d.Text, d.Zones = w.out.String(), w.zones
	return d
}

func hasHeadlineZone(zs []story.Zone) bool { return len(zs) > 0 && zs[0].Kind == story.ZoneHeadline }

// frontMatter reads "key: value" lines (YAML) or "key = value" lines (TOML) before the text; only flat values.
func frontMatter(src string, d *story.Document) (rest string) {
	fence := ""
	for _, f := range []string{"---\n", "+++\n"} {
		if strings.HasPrefix(src, f) {
			fence = f[:3]
		}
	}
	if fence == "" {
		return src
	}
	body := src[4:]
	end := strings.Index(body, "\n"+fence)
	if strings.HasPrefix(body, fence) {
		end = 0
	}
	if end < 0 || end > 16<<10 {
		return src
	}
	head := body[:end]
	if i := strings.IndexByte(body[end+1:], '\n'); i >= 0 {
		rest = body[end+1+i+1:]
	}
	for _, line := range strings.Split(head, "\n") {
		i := strings.IndexAny(line, ":=")
		if i <= 0 || line[0] == ' ' || line[0] == '-' || line[0] == '#' {
			continue
		}
		key := strings.ToLower(strings.TrimSpace(line[:i]))
		val := strings.Trim(strings.TrimSpace(line[i+1:]), `"'`)
		switch key {
		case "title", "headline":
			d.Title = first(d.Title, val)
		case "author", "byline", "by", "authors":
			d.Byline = first(d.Byline, strings.Trim(val, "[]"))
		case "url", "link", "source", "canonical", "canonical_url":
			if strings.HasPrefix(val, "http://") || strings.HasPrefix(val, "https://") {
				d.URL = first(d.URL, val)
			}
		case "date", "published", "pubdate", "publishdate", "date_published":
			if day, clock, ok := isoDay(val); ok {
				d.Dates = append(d.Dates, story.DateClue{Day: day, Clock: clock, Source: story.SourceMeta, Words: key + ": " + val})
			}
		case "updated", "lastmod", "modified":
			if day, clock, ok := isoDay(val); ok {
				d.Dates = append(d.Dates, story.DateClue{Day: day, Clock: clock, Source: story.SourceUpdated, Words: key + ": " + val})
			}
		}
	}
	return rest
}

// markdownBlocks cuts the text into paragraphs, headings, items and code.
func markdownBlocks(src string) []block {
	var out []block
	var para []string
	kind := story.ZoneBody
	flush := func() {
		if s := joinLines(para); s != "" {
			out = append(out, block{text: s, kind: kind})
		}
		para, kind = para[:0], story.ZoneBody
	}
	fence := ""
	for _, line := range strings.Split(stripComments(src), "\n") {
		trim := strings.TrimSpace(line)
		if fence != "" {
			if strings.HasPrefix(trim, fence) {
				fence = ""
				if len(para) > 0 {
					out = append(out, block{text: strings.Join(para, "\n")})
					para = para[:0]
				}
			} else {
				para = append(para, line)
			}
			continue
		}
		for strings.HasPrefix(trim, ">") {
			trim = strings.TrimSpace(trim[1:])
		}
		switch {
		case strings.HasPrefix(trim, "```") || strings.HasPrefix(trim, "~~~"):
			flush()
			fence = trim[:3]
		case trim == "":
			flush()
		case headingLevel(trim) > 0:
			flush()
			n := headingLevel(trim)
			if s := inline(strings.TrimSpace(strings.TrimRight(trim[n:], "# "))); s != "" {
				out = append(out, block{text: s, kind: story.ZoneSubhead, level: n})
			}
		case isRule(trim):
			if len(para) == 1 && kind == story.ZoneBody && trim[0] != '*' && trim[0] != '_' && !strings.Contains(trim, " ") {
				n := 2
				if trim[0] == '=' {
					n = 1
				}
				out = append(out, block{text: joinLines(para), kind: story.ZoneSubhead, level: n})
				para = para[:0]
			}
			flush()
		case itemText(trim) != "":
			flush()
			para, kind = append(para, itemText(trim)), story.ZoneList
		case len(para) == 0 && strings.HasPrefix(trim, "![") && inline(trim) != "" && strings.HasSuffix(trim, ")") && strings.Count(trim, "](") == 1:
			out = append(out, block{text: inline(trim), kind: story.ZoneCaption})
		case strings.HasPrefix(trim, "|") && strings.Count(trim, "|") > 2:
			flush()
			if strings.Trim(trim, "|-: ") != "" {
				cells := strings.Split(strings.Trim(trim, "| "), "|")
				for i := range cells {
					cells[i] = inline(strings.TrimSpace(cells[i]))
				}
				out = append(out, block{text: strings.Join(cells, " · "), kind: story.ZoneList})
			}
		case strings.HasPrefix(trim, "[") && strings.Contains(trim, "]: ") && len(para) == 0:
			// a link's address, defined apart
		default:
			if strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`) {
				trim = strings.TrimRight(trim, `\ `) + "\n"
			}
			para = append(para, trim)
		}
	}
	if fence != "" {
		out = append(out, block{text: strings.Join(para, "\n")})
		return dropEmpty(out)
	}
	flush()
	return dropEmpty(out)
}

func dropEmpty(bs []block) []block {
	kept := bs[:0]
	for _, b := range bs {
		b.text = strings.TrimSpace(b.text)
		if b.text != "" {
			kept = append(kept, b)
		}
	}
	return kept
}

func joinLines(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	s := strings.Join(lines, " ")
	if strings.Contains(s, "\n ") {
		s = strings.ReplaceAll(s, "\n ", "\n")
	}
	return strings.TrimSpace(inline(s))
}

func headingLevel(s string) int {
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || (n < len(s) && s[n] != ' ' && s[n] != '\t') {
		return 0
	}
	return n
}

// isRule sees "---", "***", "===" and the like: a line across, or the underline of a heading.
func isRule(s string) bool {
	c := s[0]
	if c != '-' && c != '*' && c != '_' && c != '=' {
		return false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case c:
			n++
		case ' ':
		default:
			return false
		}
	}
	return n >= 3 || (c == '=' && n >= 2)
}

// itemText is the text of a list item without its bullet or number; "" if the line is none.
func itemText(s string) string {
	if len(s) > 2 && (s[0] == '-' || s[0] == '*' || s[0] == '+') && s[1] == ' ' {
		return strings.TrimSpace(s[2:])
	}
	if n := digits(s); n > 0 && n < 4 && len(s) > n+2 && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' {
		return strings.TrimSpace(s[n+2:])
	}
	return ""
}

func stripComments(s string) string {
	if !strings.Contains(s, "<!--") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "<!--")
		if i < 0 {
			break
		}
		j := strings.Index(s[i:], "-->")
		if j < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i+j+3:]
	}
	b.WriteString(s)
	return b.String()
}

// inline takes links, images, code marks, tags and emphasis out of one paragraph, in one pass.
func inline(s string) string {
	if !strings.ContainsAny(s, "\\`*_[<&~!") {
		return s
	}
	var out []byte
	type mark struct {
		at  int // in out
		run string
	}
	var open []mark
	var cut [][2]int // stretches of out to take away
	brackets := bracketEnds(s)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!<>|~\"'", s[i+1]) >= 0:
			i++
			out = append(out, s[i])
		case c == '`':
			n := runLength(s[i:], '`')
			if j := strings.Index(s[i+n:min(len(s), i+n+1000)], s[i:i+n]); j >= 0 {
				out = append(out, s[i+n:i+n+j]...)
				i += 2*n + j - 1
			} else {
				out = append(out, s[i:i+n]...)
				i += n - 1
			}
		case c == '!' && i+1 < len(s) && s[i+1] == '[' && linkEnd(s, brackets[i+1]) > 0:
		case c == '[' && linkEnd(s, brackets[i]) > 0:
		case c == ']' && brackets[i] == -2 && linkEnd(s, i) > 0:
			i = linkEnd(s, i) - 1
		case c == '<' && tagEnd(s[i:]) > 0:
			n := tagEnd(s[i:])
			if in := s[i+1 : i+n-1]; strings.HasPrefix(in, "http") {
				out = append(out, in...)
			}
			i += n - 1
		case c == '*' || c == '_' || c == '~' && strings.HasPrefix(s[i:], "~~"):
			n := runLength(s[i:], c)
			run := s[i : i+n]
			before, after := byte(' '), byte(' ')
			if i > 0 {
				before = s[i-1]
			}
			if i+n < len(s) {
				after = s[i+n]
			}
			closes := !isSpace(before) && (c == '*' || c == '~' || !isWordByte(after))
			opens := !isSpace(after) && (c == '*' || c == '~' || !isWordByte(before))
			if k := len(open) - 1; closes && k >= 0 && open[k].run == run {
				cut = append(cut, [2]int{open[k].at, n}, [2]int{len(out), n})
				open = open[:k]
			} else if opens && n <= 3 && len(open) < 8 {
				open = append(open, mark{len(out), run})
			}
			out = append(out, run...)
			i += n - 1
		default:
			out = append(out, c)
		}
	}
	res := string(out)
	if len(cut) > 0 {
		drop := make([]bool, len(out))
		for _, x := range cut {
			for k := x[0]; k < x[0]+x[1] && k < len(drop); k++ {
				drop[k] = true
			}
		}
		kept := out[:0]
		for k, c := range out {
			if !drop[k] {
				kept = append(kept, c)
			}
		}
		res = string(kept)
	}
	if strings.Contains(res, "&") {
		res = html.UnescapeString(res)
	}
	return res
}

// bracketEnds gives for each "[" the place of its "]", -1 if it has none, and -2 for a "]" that closes one.
func bracketEnds(s string) map[int]int {
	m := map[int]int{}
	var stack []int
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			m[i] = -1
			if len(stack) < 64 {
				stack = append(stack, i)
			}
		case ']':
			if k := len(stack) - 1; k >= 0 {
				m[stack[k]], m[i] = i, -2
				stack = stack[:k]
			}
		}
	}
	return m
}

// linkEnd gives the end of "](address)" or "][name]" whose "]" stands at i; 0 if there is none.
func linkEnd(s string, i int) int {
	if i <= 0 || i+1 >= len(s) || s[i] != ']' {
		return 0
	}
	closing := byte(0)
	switch s[i+1] {
	case '(':
		closing = ')'
	case '[':
		closing = ']'
	default:
		return 0
	}
	depth := 0
	for j := i + 1; j < len(s) && j < i+2000; j++ {
		switch s[j] {
		case s[i+1]:
			depth++
		case closing:
			if depth--; depth == 0 {
				return j + 1
			}
		case '\n':
			return 0
		}
	}
	return 0
}

func tagEnd(s string) int {
	if len(s) < 3 || !(isWordByte(s[1]) || s[1] == '/') {
		return 0
	}
	for j := 1; j < len(s) && j < 1000; j++ {
		switch s[j] {
		case '>':
			return j + 1
		case '<':
			return 0
		}
	}
	return 0
}

func runLength(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

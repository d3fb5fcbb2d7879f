// Package cite writes the sources of a story as citations: BibTeX, RIS, CSL-JSON, and plain text in the manner of Chicago
// and APA. A day of publication that was inferred is written as a year with a question mark, never as a day.
package cite

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"dateline/app/export"
	"dateline/app/story"
	"dateline/geo/gazetteer"
)

// The formats.
var (
	BibTeX = export.Format{Name: "bib", Label: "Citations (BibTeX)", Exts: []string{".bib"}, For: export.ForWriting, Write: each(bibtex)}
	RIS    = export.Format{Name: "ris", Label: "Citations (RIS)", Exts: []string{".ris"}, For: export.ForWriting, Write: each(ris)}
	CSL    = export.Format{Name: "csl", Label: "Citations (CSL-JSON)", Exts: []string{".json"}, For: export.ForWriting, Write: csl}
	Plain  = export.Format{Name: "cite", Label: "Citations (text)", Exts: []string{".txt"}, For: export.ForWriting, Write: each(plain)}
)

// entry is a source with a key of its own.
type entry struct {
	export.Source
	key    string
	sure   bool // the day is stated or given
	dated  bool // a year is known
	author string
	person bool // author is surely a person's name
}

func entries(s *story.Story) []entry {
	seen := map[string]int{}
	var out []entry
	for _, src := range export.English.Sources(s) {
		e := entryOf(src)
		e.key = key(&e)
		if n := seen[e.key]; n > 0 {
			seen[e.key]++
			e.key += fmt.Sprint("-", n+1)
		} else {
			seen[e.key] = 1
		}
		out = append(out, e)
	}
	return out
}

// entryOf is a source without its key.
func entryOf(src export.Source) entry {
	e, k := entry{Source: src}, src.Published.Kind
	e.sure, e.dated = k == story.DateExplicit || k == story.DateGiven, k != story.DateUnknown && src.Published.Best.Bounded()
	e.author, e.person = authorOf(src.Author)
	return e
}

// authorOf takes the name out of a byline; person is true where it is surely the name of one.
func authorOf(byline string) (name string, person bool) {
	s := strings.TrimSpace(export.Clean(byline))
	if t, ok := strings.CutPrefix(s, "By "); ok {
		s = strings.TrimSpace(t)
	}
	if i := strings.IndexAny(s, ",;|•·"); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	words := strings.Fields(s)
	person = len(words) == 2 || len(words) == 3
	for _, w := range words {
		r := []rune(w)
		if !unicode.IsUpper(r[0]) || strings.EqualFold(w, "staff") || strings.EqualFold(w, "desk") || strings.EqualFold(w, "news") {
			person = false
		}
	}
	return s, person
}

// key is publisher, year and the first long word of the title: "guardian2025talks".
func key(e *entry) string {
	part := func(s string) string {
		var b strings.Builder
		for _, r := range gazetteer.Fold(s) {
			if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				b.WriteRune(r)
			}
		}
		return b.String()
	}
	host, _, _ := strings.Cut(e.Publisher, ".")
	year := ""
	if e.dated {
		y, _, _ := e.Published.Best.Date()
		year = fmt.Sprint(y)
	}
	word := ""
	for _, w := range strings.Fields(e.Title) {
		if p := part(w); len(p) > 3 {
			word = p
			break
		}
	}
	if k := part(host) + year + word; k != "" {
		return k
	}
	return "article"
}

// each makes a writer of one that writes a single entry.
func each(one func(w *bufio.Writer, e *entry)) func(context.Context, io.Writer, export.Content) error {
	return func(ctx context.Context, w io.Writer, c export.Content) error {
		b := bufio.NewWriter(w)
		for _, e := range entries(c.Story) {
			if err := ctx.Err(); err != nil {
				return err
			}
			one(b, &e)
		}
		return b.Flush()
	}
}

func bibtex(w *bufio.Writer, e *entry) {
	fmt.Fprintf(w, "@article{%s,\n", e.key)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %s = {%s},\n", name, value)
		}
	}
	author := braced(e.author)
	if !e.person && author != "" {
		author = "{" + author + "}" // an institution is one name
	}
	field("author", author)
	field("title", capitals(e.Title))
	field("journal", braced(e.Publisher))
	if e.dated {
		y, m, d := e.Published.Best.Date()
		field("year", fmt.Sprint(y))
		if e.sure {
			field("month", fmt.Sprint(m))
			field("day", fmt.Sprint(d))
		}
	}
	field("language", braced(e.Language))
	if e.Retrieved != 0 {
		field("urldate", export.Day(e.Retrieved))
	}
	field("url", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(export.Clean(e.URL)))
	if !e.sure {
		field("note", braced(e.Day()))
	}
	w.WriteString("}\n\n")
}

// braced escapes what BibTeX and LaTeX would read as commands.
func braced(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "_", `\_`, "$", `\$`, "~", `\textasciitilde{}`,
		"^", `\textasciicircum{}`).Replace(export.Clean(s))
}

// capitals keeps the capitals of a title from being lowered, word by word.
func capitals(s string) string {
	words := strings.Fields(export.Clean(s))
	for i, w := range words {
		b := braced(w)
		if strings.IndexFunc(w, unicode.IsUpper) >= 0 {
			b = "{" + b + "}"
		}
		words[i] = b
	}
	return strings.Join(words, " ")
}

func ris(w *bufio.Writer, e *entry) {
	line := func(tag, value string) {
		if value = export.Clean(value); value != "" {
			fmt.Fprintf(w, "%s  - %s\r\n", tag, value)
		}
	}
	line("TY", "NEWS")
	author := e.author
	if e.person {
		author = turned(author)
	}
	line("AU", author)
	line("TI", e.Title)
	line("T2", e.Publisher)
	if e.dated {
		y, _, _ := e.Published.Best.Date()
		line("PY", fmt.Sprint(y))
		if e.sure {
			line("DA", slashed(e.Published.Best))
		} else {
			line("N1", e.Day())
		}
	}
	line("SE", e.Section)
	line("LA", e.Language)
	if e.Retrieved != 0 {
		line("Y2", slashed(e.Retrieved))
	}
	line("UR", e.URL)
	w.WriteString("ER  - \r\n\r\n")
}

func slashed(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%04d/%02d/%02d/", y, m, n)
}

// turned is a name with the family name first: "Roe, Ann".
func turned(name string) string {
	if i := strings.LastIndexByte(name, ' '); i > 0 {
		return name[i+1:] + ", " + name[:i]
	}
	return name
}

type cslItem struct {
	ID        string      `json:"id"`
	Type      string      `json:"type"`
	Title     string      `json:"title,omitempty"`
	Author    []cslAuthor `json:"author,omitempty"`
	Container string      `json:"container-title,omitempty"`
	Section   string      `json:"section,omitempty"`
	Language  string      `json:"language,omitempty"`
	Issued    *cslDate    `json:"issued,omitempty"`
	Accessed  *cslDate    `json:"accessed,omitempty"`
	URL       string      `json:"URL,omitempty"`
	Note      string      `json:"note,omitempty"`
}

type cslAuthor struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
	Circa bool    `json:"circa,omitempty"`
}

func csl(ctx context.Context, w io.Writer, c export.Content) error {
	items := []cslItem{}
	for _, e := range entries(c.Story) {
		if err := ctx.Err(); err != nil {
			return err
		}
		it := cslItem{ID: e.key, Type: "article-newspaper", Title: export.Clean(e.Title), Container: export.Clean(e.Publisher), URL: export.Clean(e.URL),
			Section: export.Clean(e.Section), Language: e.Language}
		if y, m, d := e.Retrieved.Date(); e.Retrieved != 0 {
			it.Accessed = &cslDate{Parts: [][]int{{y, m, d}}}
		}
		if e.author != "" {
			a := cslAuthor{Literal: e.author}
			if i := strings.LastIndexByte(e.author, ' '); e.person && i > 0 {
				a = cslAuthor{Family: e.author[i+1:], Given: e.author[:i]}
			}
			it.Author = []cslAuthor{a}
		}
		if e.dated {
			y, m, d := e.Published.Best.Date()
			it.Issued = &cslDate{[][]int{{y, m, d}}, false}
			if !e.sure {
				it.Issued, it.Note = &cslDate{[][]int{{y}}, true}, e.Day()
			}
		}
		items = append(items, it)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(items)
}

// Note is the source of one article as plain text on a line, in the manner of a Chicago note: what is put beneath words that
// are quoted from it.
func Note(s *story.Story, article int) string {
	e := entryOf(export.SourceOf(s.Articles[article]))
	return note(&e)
}

// plain writes a source in the manner of Chicago (notes) and of APA.
func plain(w *bufio.Writer, e *entry) {
	author := e.author
	if e.person {
		author = turned(author)
	}
	_, year := e.days()
	fmt.Fprintf(w, "%s\n", note(e))
	fmt.Fprintf(w, "%s\n\n", joined(". ", author, "("+year+")", e.Title, e.Publisher, e.URL))
}

func note(e *entry) string {
	day, _ := e.days()
	out := joined(", ", e.author, "“"+export.Clean(e.Title)+",” "+export.Clean(e.Publisher), day, e.URL)
	return strings.TrimSuffix(out, ".") + "."
}

// days are the day of publication and its year as citations have them.
func (e *entry) days() (day, year string) {
	switch {
	case !e.dated:
		return "n.d.", "n.d."
	case e.sure:
		y, _, _ := e.Published.Best.Date()
		return export.English.DayInWords(e.Published.Best), fmt.Sprint(y)
	}
	y, _, _ := e.Published.Best.Date()
	return fmt.Sprintf("%d?", y), fmt.Sprintf("%d?", y)
}

// joined puts what is there of a list behind one another.
func joined(sep string, list ...string) string {
	var out []string
	for _, s := range list {
		if s = strings.TrimSpace(export.Clean(s)); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}

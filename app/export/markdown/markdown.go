// Package markdown writes a report of a story in Markdown (CommonMark, with tables of GFM): what happened when and where, who
// said what, and the sources, to go on writing from.
package markdown

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"dateline/app/export"
	"dateline/app/export/rows"
	"dateline/app/story"
)

// Format is the report.
var Format = export.Format{Name: "md", Label: "Report (Markdown)", Exts: []string{".md"}, For: export.ForWriting, Write: write}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s\n\n%s", plain(export.First(c.Title, c.Say("Story"))), plain(c.Span(c.View)))
	if f := c.FilterInWords(c.Story, c.View.Filter); f != "" {
		fmt.Fprintf(b, "; %s", plain(f))
	}
	fmt.Fprintf(b, "\n\n## %s\n\n", c.Say("What happened"))
	var quotes []rows.Row
	n, left := 0, 0
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.Kind == rows.Quote {
			if r.Says() {
				quotes = append(quotes, r)
			} else {
				left++
			}
			continue
		}
		if n++; n == 1 {
			fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n|---|---|---|---|---|\n", c.Say("when"), c.Say("where"), c.Say("what"), c.Say("source"), c.Say("how the day is known"))
		}
		where := r.Place()
		if r.Where != nil && r.Unknown == "" {
			where = c.PlaceName(&r.Where.Place)
		}
		if where == "" {
			where = "–"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", cell(c.When(r.When)), cell(where), cell(r.Sentence), cell(r.Article), cell(c.HowKnown(r.When)))
	}
	if n == 0 {
		b.WriteString(c.Say("Nothing is visible in these days.") + "\n")
	}
	if len(quotes) > 0 {
		fmt.Fprintf(b, "\n## %s\n\n", c.Say("Who said what"))
	}
	for _, r := range quotes {
		reported := ""
		if r.Status != story.QuoteDirect.String() {
			reported = ", " + c.Say("in the article’s words")
		}
		fmt.Fprintf(b, "> %s\n>\n> %s, %s%s (%s)\n\n", plain(r.Quote), plain(export.First(r.Speaker, c.Say("nobody is named"))), plain(c.When(r.When)), reported, plain(r.Article))
	}
	if left > 0 {
		fmt.Fprintf(b, "%s\n\n", c.Say("Left to its sentence, since it says little by itself: {{.What}}.", "What", c.Count(left, "reported remark", "reported remarks")))
	}
	fmt.Fprintf(b, "\n## %s\n\n", c.Say("Sources"))
	for i, s := range c.Sources(c.Story) {
		fmt.Fprintf(b, "%d. %s, %s, %s", i+1, plain(export.First(s.Title, c.Say("Untitled"))), plain(s.Publisher), plain(s.Day()))
		if strings.HasPrefix(s.URL, "http://") || strings.HasPrefix(s.URL, "https://") {
			fmt.Fprintf(b, ", <%s>", strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(export.Clean(s.URL)))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "\n%s %s.\n", plain(c.Attribution), plain(c.MadeWith(c.Generator)))
	return b.Flush()
}

// plain is a text that no mark of Markdown in it changes.
func plain(s string) string {
	s = export.Clean(s)
	var out strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_{}[]<>#|~", r) || i == 0 && strings.ContainsRune("+-=", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

func cell(s string) string { return plain(s) }

// Package ics writes the events of a story as a calendar (RFC 5545): all-day events, which no time zone moves. What has no
// day is left out and counted in the calendar's description.
package ics

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/app/export"
	"dateline/app/export/rows"
	"dateline/app/story"
)

// Format is the calendar.
var Format = export.Format{Name: "ics", Label: "Calendar", Exts: []string{".ics"}, Write: write}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	out := calendar{w: bufio.NewWriter(w)}
	undated := 0
	stamp := stampOf(c.Story)
	out.line("BEGIN:VCALENDAR")
	out.line("VERSION:2.0")
	out.line("PRODID:-//Dateline//" + escape(c.Generator) + "//EN")
	out.line("CALSCALE:GREGORIAN")
	out.line("X-WR-CALNAME:" + escape(c.Title))
	var dated []rows.Row
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.Kind != rows.Event {
			continue
		}
		if !r.When.Dated() {
			undated++
			continue
		}
		dated = append(dated, r)
	}
	about := []string{"Days: " + export.English.Span(c.View) + ".", c.Attribution, "Made with " + c.Generator + "."}
	if undated > 0 {
		about = append(about, "Left out, without a day: "+export.English.Count(undated, "event", "events")+".")
	}
	if len(dated) == 0 {
		about = append(about, "No event with a day is visible.")
	}
	out.line("X-WR-CALDESC:" + escape(strings.Join(about, " ")))
	for i := range dated {
		out.event(&dated[i], i+1, stamp)
	}
	out.line("END:VCALENDAR")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// stampOf is when the calendar was made, as the format asks for: the last day that the story knows, so that the same story
// gives the same bytes.
func stampOf(s *story.Story) string { return basic(export.LastDay(s)) + "T000000Z" }

func basic(d story.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

type calendar struct {
	w   *bufio.Writer
	err error
}

// line writes one content line, folded at 75 octets without cutting a letter.
func (c *calendar) line(s string) {
	for room := 75; len(s) > room; room = 74 {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.put(s[:cut] + "\r\n ")
		s = s[cut:]
	}
	c.put(s + "\r\n")
}

func (c *calendar) put(s string) {
	if c.err == nil {
		_, c.err = c.w.WriteString(s)
	}
}

func (c *calendar) event(r *rows.Row, n int, stamp string) {
	from, to := r.When.Earliest, r.When.Latest
	if !from.Bounded() {
		from = to
	}
	if !to.Bounded() {
		to = from
	}
	c.line("BEGIN:VEVENT")
	c.line(fmt.Sprintf("UID:%s-%d@dateline", escape(export.First(r.ID, "event")), n))
	c.line("DTSTAMP:" + stamp)
	c.line("DTSTART;VALUE=DATE:" + basic(from))
	c.line("DTEND;VALUE=DATE:" + basic(to+1)) // the day after the last one
	what := r.What
	if r.Where != nil {
		c.line(fmt.Sprintf("GEO:%v;%v", r.At[1], r.At[0]))
	}
	if p := r.Place(); p != "" {
		what += ", " + p
		c.line("LOCATION:" + escape(p))
	}
	c.line("SUMMARY:" + escape(what))
	text := []string{r.Sentence, export.English.When(r.When) + " (" + export.English.HowKnown(r.When) + ")"}
	if r.Quote != "" {
		text = append(text, r.Quote+" "+r.Speaker)
	}
	c.line("DESCRIPTION:" + escape(strings.Join(append(text, strings.TrimSpace(r.Article+" "+r.Publisher+" "+r.Published)), "\n")))
	if strings.HasPrefix(r.URL, "http://") || strings.HasPrefix(r.URL, "https://") {
		c.line("URL:" + export.Clean(r.URL))
	}
	status := "CONFIRMED"
	if r.When.Earliest != r.When.Latest || r.Status != story.ModalAsserted.String() {
		status = "TENTATIVE"
	}
	c.line("STATUS:" + status)
	c.line("TRANSP:TRANSPARENT")
	c.line("END:VEVENT")
}

// escape is a text as the format has it; line ends are written as \n.
func escape(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`).Replace(export.Clean(lines[i]))
	}
	return strings.Join(lines, `\n`)
}

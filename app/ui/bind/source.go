package bind

import (
	"time"

	"dateline/app/story"
)

// Publisher is who an article is from; its file where nobody is named.
func Publisher(d *story.Document) string {
	if by := d.PublishedBy(); by != "" {
		return by
	}
	return d.File
}

// known is what is known of an article beside its title: publisher, section, author, the days of its publication and of
// its last change.
func (w Words) known(a *story.Article) string {
	out := join(Publisher(&a.Document), a.Section)
	if by := a.Author(); by != "" {
		out = join(out, w.L("by {{.Name}}", map[string]any{"Name": clip(by, 80)}))
	}
	out = join(out, w.PublishedHead(a.Published))
	if c, ok := a.Updated(); ok && (a.Published.Kind == story.DateUnknown || c.Day != a.Published.Best) {
		out = join(out, w.L("updated")+" "+w.shortDay(c.Day))
	}
	return out
}

// origin says where an article was got: its place in a file of several, the day it was fetched; "" for a file of
// its own.
func (w Words) origin(d *story.Document) string {
	out := ""
	if d.Part > 0 {
		out = w.L("part {{.N}} of {{.File}}", map[string]any{"N": d.Part, "File": d.Container})
	}
	if t, err := time.Parse(time.RFC3339, d.Retrieved); err == nil {
		out = join(out, w.L("fetched")+" "+w.Stamp(t.Local()))
	}
	return out
}

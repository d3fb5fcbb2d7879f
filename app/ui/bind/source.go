package bind

import (
	"strings"
	"time"

	"dateline/app/session"
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
	if e := d.Encoding; d.Guessed {
		out = join(out, w.L("letters read as {{.Name}}, a guess", map[string]any{"Name": e}))
	} else if e != "" && e != "UTF-8" {
		out = join(out, w.L("letters read as {{.Name}}", map[string]any{"Name": e}))
	}
	if t, err := time.Parse(time.RFC3339, d.Retrieved); err == nil {
		out = join(out, w.L("fetched")+" "+w.Stamp(t.Local()))
	}
	return out
}

// PartsOpen is how many articles of the file that d is a part of are open; 0 for a file of its own.
func PartsOpen(st session.State, d *story.Document) int {
	n := 0
	for i := range st.Documents {
		if o := &st.Documents[i]; d.Part > 0 && o.Part > 0 && o.Path == d.Path && o.Container == d.Container {
			n++
		}
	}
	return n
}

// Whole names the command that makes one article of the parts of a file, or parts of one.
func (w Words) Whole(st session.State, d *story.Document) string {
	if d.Joined > 0 {
		return w.N("Take apart into {{.N}} articles", d.Joined, nil)
	}
	if n := PartsOpen(st, d); n > 1 {
		return w.N("One article after all, of the {{.N}} in {{.File}}", n, map[string]any{"File": clip(d.Container, 40)})
	}
	return w.L("One article after all")
}

// scripts are what the encodings are for, in English.
var scripts = map[string]string{"windows-1252": "Western", "iso-8859-15": "Western", "macintosh": "Western", "windows-1250": "Central European", "iso-8859-2": "Central European",
	"windows-1251": "Cyrillic", "koi8-r": "Cyrillic", "koi8-u": "Cyrillic", "ibm866": "Cyrillic", "iso-8859-5": "Cyrillic", "windows-1253": "Greek letters", "windows-1254": "Turkish",
	"windows-1255": "Hebrew", "windows-1256": "Arabic", "gb18030": "Chinese", "big5": "Chinese", "shift_jis": "Japanese", "euc-jp": "Japanese", "euc-kr": "Korean"}

// Letters names a way of writing letters: "windows-1251 · Cyrillic".
func (w Words) Letters(encoding string) string {
	if scripts[encoding] == "" {
		return encoding
	}
	return encoding + " · " + w.L(scripts[encoding])
}

// LettersNow says of one of the ways whether the article is read so, and whether that is a guess; "" for the others.
func (w Words) LettersNow(d *story.Document, encoding string) string {
	if !strings.EqualFold(d.Encoding, encoding) {
		return ""
	}
	if d.Guessed {
		return w.L("so it is read now: a guess, the file does not say")
	}
	return w.L("so it is read now")
}

// copies says which other articles give the text of article doc; "" where none does.
func (w Words) copies(s *story.Story, doc int) string {
	const most = 3
	var names []string
	others := s.CopiesOf(doc)
	for _, i := range others {
		if len(names) == most {
			names = append(names, "…")
			break
		}
		names = append(names, clip(Publisher(&s.Articles[i].Document), 40))
	}
	if len(names) == 0 {
		return ""
	}
	return w.L("the same text as in {{.Others}}; counted once", map[string]any{"Others": strings.Join(names, ", ")})
}

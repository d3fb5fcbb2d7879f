// Package sqlite writes a story as one SQLite file, for those who ask with SQL: tables of articles, sentences, places, speakers,
// mentions, events, quotes and corrections, views that join them, and a full-text index of the sentences. schema.sql says what
// is in it. It is the only format that links SQLite.
package sqlite

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // registers itself with database/sql

	"dateline/app/export"
	"dateline/app/export/internal/runes"
	"dateline/app/export/rows"
	"dateline/app/story"
	"dateline/geo"
)

// Format is the file.
var Format = export.Format{Name: "sqlite", Label: "SQLite", Exts: []string{".sqlite", ".db"}, Write: write}

//go:embed schema.sql
var schema string

func write(ctx context.Context, w io.Writer, c export.Content) error {
	dir, err := os.MkdirTemp("", "dateline-sqlite-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "story.sqlite")
	if err := fill(ctx, path, &c); err != nil {
		return errors.Join(ctx.Err(), err)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// fill makes the file.
func fill(ctx context.Context, path string, c *export.Content) (err error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	// The file is new and goes away if this fails: nothing has to be kept for a crash.
	if _, err := db.ExecContext(ctx, "PRAGMA journal_mode = off; PRAGMA synchronous = off;"); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	t := &tables{ctx: ctx, tx: tx, c: c, checks: rows.NewChecked(c.Log), places: map[geo.PlaceID]bool{}, ready: map[string]*sql.Stmt{}}
	t.about()
	t.documents()
	t.speakers()
	t.events()
	t.quotes()
	t.log()
	t.do("INSERT INTO search(search) VALUES ('rebuild')")
	if t.err != nil {
		return errors.Join(t.err, tx.Rollback())
	}
	return tx.Commit()
}

// tables fills the tables; after a fault it does nothing more.
type tables struct {
	ctx    context.Context
	tx     *sql.Tx
	c      *export.Content
	checks rows.Checked
	places map[geo.PlaceID]bool // that are in the table
	ready  map[string]*sql.Stmt
	err    error
}

func (t *tables) do(statement string, args ...any) {
	if t.err != nil {
		return
	}
	s := t.ready[statement]
	if s == nil {
		if s, t.err = t.tx.PrepareContext(t.ctx, statement); t.err != nil {
			return
		}
		t.ready[statement] = s
	}
	_, t.err = s.ExecContext(t.ctx, args...)
}

// insert adds a row to a table.
func (t *tables) insert(table string, values ...any) {
	t.do("INSERT INTO "+table+" VALUES (?"+strings.Repeat(", ?", len(values)-1)+")", values...)
}

func (t *tables) about() {
	for _, x := range [][2]string{{"title", t.c.Title}, {"days", export.English.Span(t.c.View)}, {"shown", export.English.FilterInWords(t.c.Story, t.c.View.Filter)},
		{"made with", t.c.Generator}, {"data", t.c.Attribution},
		{"p", "how sure the program is, from 0 to 1; what a person checked is in the columns checked and read_before"}} {
		if x[1] != "" {
			t.insert("about", x[0], export.Clean(x[1]))
		}
	}
	if len(t.c.View.Events)+len(t.c.View.Quotes) == 0 {
		t.insert("about", "note", "Nothing is visible in these days.")
	}
}

// text is a text for a column: NULL for none. What steers a terminal, and the zero at which SQLite's own functions stop, is
// written as U+FFFD: counts of letters stay as they are.
func text(s string) any {
	if s == "" {
		return nil
	}
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func day(d story.Day) any { return text(export.Day(d)) }

func (t *tables) documents() {
	sentences := 0
	for i, a := range t.c.Story.Articles {
		p := a.Published
		var best, from, to any
		if p.Kind != story.DateUnknown {
			best, from, to = day(p.Best), day(p.From), day(p.To)
		}
		t.insert("document", i+1, text(a.ID), text(a.Title), text(a.Byline), text(export.Publisher(a)), text(a.URL), text(a.File), best, from, to, p.Kind.String(), text(a.Text))
		at := runes.Of(a.Text)
		for _, s := range a.Sentences {
			sentences++
			t.insert("sentence", sentences, i+1, at.At(s.Start), at.At(s.End), text(export.OneLine(a.Text, s)))
		}
		t.mentions(i, a, at)
	}
}

func (t *tables) mentions(doc int, a *story.Article, at *runes.Text) {
	for i := range a.Toponyms {
		m := &a.Toponyms[i]
		var place any
		if m.Placed {
			place = t.place(&m.Place)
		}
		t.insert("mention", nil, doc+1, "place", at.At(m.Span.Start), at.At(m.Span.End), text(m.Span.In(a.Text)), m.Use.String(), place, nil, nil, nil, export.Round3(m.P))
	}
	for i := range a.Timexes {
		m := &a.Timexes[i]
		var from, to any
		if m.Moment.Dated() {
			from, to = day(m.Moment.Earliest), day(m.Moment.Latest)
		}
		t.insert("mention", nil, doc+1, "time", at.At(m.Span.Start), at.At(m.Span.End), text(m.Span.In(a.Text)), nil, nil, text(m.Value), from, to, export.Round3(m.P))
	}
}

// place adds a place when it is first met, and gives its id.
func (t *tables) place(p *geo.Place) any {
	if !t.places[p.ID] {
		t.places[p.ID] = true
		at := export.Anchor(*p)
		var id any
		if n := export.GeonameID(p.ID); n != nil {
			id = *n
		}
		t.insert("place", int64(p.ID), text(p.Name), p.Kind.String(), text(p.Country), text(p.Admin1Name), export.Round5(p.Point[1]), export.Round5(p.Point[0]), text(p.AnchorName), at[1], at[0], id)
	}
	return int64(p.ID)
}

func (t *tables) speakers() {
	for i := range t.c.Story.Speakers {
		s := &t.c.Story.Speakers[i]
		t.insert("speaker", i+1, text(s.Name), text(s.Role), s.Kind.String(), text(s.Country))
	}
}

// known is what both events and quotes have: place, use, how it is known.
func (t *tables) where(w *story.Spot) (place, use, known any) {
	if w == nil {
		return nil, nil, nil
	}
	use = "literal"
	if w.Actor {
		use = "actor"
	}
	return t.place(&w.Place), use, export.English.HowPlaced(w)
}

func (t *tables) when(m story.Moment) (from, to, edtf any) {
	if !m.Dated() {
		return nil, nil, nil
	}
	return day(m.Earliest), day(m.Latest), text(m.EDTF())
}

func (t *tables) events() {
	s := t.c.Story
	seen := map[int]bool{}
	for _, i := range t.c.View.Quotes {
		seen[i] = true
	}
	counts := map[int]*runes.Text{}
	for _, i := range t.c.View.Events {
		e := &s.Events[i]
		r := rows.OfEvent(s, i)
		at := t.counted(counts, e.Doc)
		place, use, known := t.where(e.Where)
		from, to, edtf := t.when(e.When)
		status, was := t.checks.Of(&r)
		t.insert("event", i+1, text(e.Same), e.Doc+1, at.At(e.Span.Start), at.At(e.Span.End), text(e.What), r.Status, place, use, known, from, to, edtf,
			e.When.Precision.String(), e.When.Basis.String(), export.English.HowKnown(e.When), export.Round3(e.P), e.Weight, text(r.Sentence), text(strings.Join(r.Why, "; ")), text(status), text(was))
		for _, q := range e.Quotes {
			if seen[q] {
				t.do("INSERT OR IGNORE INTO event_quote VALUES (?, ?)", i+1, q+1)
			}
		}
	}
}

// counted are the characters of an article, counted once.
func (t *tables) counted(known map[int]*runes.Text, doc int) *runes.Text {
	at, ok := known[doc]
	if !ok {
		clear(known) // events and quotes come by article for the most part
		at = runes.Of(t.c.Story.Articles[doc].Text)
		known[doc] = at
	}
	return at
}

func (t *tables) quotes() {
	s := t.c.Story
	counts := map[int]*runes.Text{}
	for _, i := range t.c.View.Quotes {
		q := &s.Quotes[i]
		r := rows.OfQuote(s, i)
		at := t.counted(counts, q.Doc)
		place, use, _ := t.where(q.Where)
		from, to, edtf := t.when(q.When)
		var speaker any
		if q.Speaker >= 0 && q.Speaker < len(s.Speakers) {
			speaker = q.Speaker + 1
		}
		status, was := t.checks.Of(&r)
		t.insert("quote", i+1, q.Doc+1, at.At(q.Span.Start), at.At(q.Span.End), text(r.Quote), r.Status, speaker, place, use, from, to, edtf, q.When.Basis.String(), export.English.HowKnown(q.When),
			export.Round3(q.P), text(r.Sentence), text(strings.Join(r.Why, "; ")), text(status), text(was))
	}
}

// log adds what a person said.
func (t *tables) log() {
	for n, c := range t.c.Log.InForce() {
		t.insert("log", n+1, c.Kind.String(), text(c.About.Article), text(c.About.Words), c.Scope.String(), text(c.Verdict.String()), text(said(&c)), text(c.Was), text(c.Why), text(c.At))
	}
}

// said is what a correction says, as far as one word does.
func said(c *story.Correction) string {
	switch c.Kind {
	case story.CorrectPublished, story.CorrectWhen:
		return export.Day(c.From) + "/" + export.Day(c.To)
	case story.CorrectPlace:
		if c.Pinned {
			return strconv.FormatFloat(c.Pin[1], 'f', -1, 64) + ", " + strconv.FormatFloat(c.Pin[0], 'f', -1, 64)
		}
		return strconv.Itoa(int(c.Place))
	case story.CorrectUse:
		return c.Use.String()
	case story.CorrectModality:
		return c.Modality.String()
	case story.CorrectSpeaker, story.CorrectPerson:
		return c.Speaker
	}
	return c.Text
}

package app

import (
	"context"
	"errors"
	"os"
	"slices"

	"dateline/app/document"
	informats "dateline/app/document/formats"
	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
)

// read turns sources into a story: the work of every Open, off the UI goroutine.
func (a *program) read(ctx context.Context, w session.Wish, report progress.Report) (session.Result, error) {
	in := intake{program: a, wish: w, report: report}
	in.start(w.Open)
	for _, s := range w.Add {
		sources, notes := expand(ctx, s)
		in.all = append(in.all, sources...)
		in.res.Notes = append(in.res.Notes, notes...)
	}
	err := in.sources(ctx)
	in.copies()
	if err != nil {
		return in.res, err
	}
	if len(in.docs) == len(in.wish.Open) && !in.again {
		return in.res, nil
	}
	var of []geo.Own
	switch {
	case in.res.Kept != nil:
		of = in.res.Kept.Places
	case len(in.wish.Open) > 0:
		of = a.stack.projectPlaces()
	}
	st, err := a.tellWith(ctx, in.docs, in.wish.Log, of, report)
	if err != nil {
		return in.res, err
	}
	in.res.Story, in.res.Documents = st, in.docs
	in.res.Notes = append(in.res.Notes, foreign(st, in.wish.Open)...)
	in.res.Notes = append(in.res.Notes, leftOut(st, in.wish.Open)...)
	return in.res, nil
}

// intake is articles on their way in.
type intake struct {
	*program
	wish   session.Wish
	report progress.Report
	all    []session.Source
	res    session.Result
	docs   []story.Document
	again  bool           // an article has another text than before
	have   []session.Note // files with articles that are open already

	byID  map[string]bool
	byKey map[string]int // by file and by address: an article that is read again takes the place of what it was
}

// start begins with articles that are open.
func (in *intake) start(open []story.Document) {
	in.docs, in.byID, in.byKey = slices.Clone(open), map[string]bool{}, map[string]int{}
	for i := range in.docs {
		in.know(i)
	}
}

// know notes where an article is from. The first of several counts.
func (in *intake) know(i int) {
	d := &in.docs[i]
	in.byID[d.ID] = true
	for _, key := range keysOf(d) {
		if _, ok := in.byKey[key]; !ok {
			in.byKey[key] = i
		}
	}
}

// keysOf are what an article is known again by when its text has changed: the same file or the same part of it, the same
// address.
func keysOf(d *story.Document) []string {
	var out []string
	if d.Path != "" {
		out = append(out, d.Path+"\x00"+d.Container+"\x00"+d.File)
	}
	if d.URL != "" {
		out = append(out, d.URL)
	}
	return out
}

// sources reads the sources and takes in what they hold, one after the other. A person who has had enough keeps what was read
// until then.
func (in *intake) sources(ctx context.Context) error {
	reading, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan struct{})
	defer close(ended)
	if in.wish.Enough != nil {
		go func() {
			select {
			case <-in.wish.Enough:
				stop()
			case <-ended:
			}
		}()
	}
	in.report.At("open", 0, len(in.all))
	for i, read := range document.Ahead(len(in.all), func(i int) *contents { return in.ahead(reading, in.all[i]) }) {
		had, s := len(in.docs), in.all[i]
		switch {
		case isProject(s):
			in.project(reading, s)
		case read == nil:
			in.articles(s, in.readIn(reading, s))
		default:
			in.articles(s, read)
		}
		left := len(in.all) - i - 1
		if reading.Err() != nil || in.enough() {
			if len(in.docs) == had { // it was being read when the person had enough
				left++
			}
			if left > 0 {
				in.left(left)
			}
			break
		}
		if left > 0 {
			in.report.At("open", i+1, len(in.all))
		}
	}
	return ctx.Err()
}

// contents are what was read of a source.
type contents struct {
	docs []story.Document
	err  error
}

// aheadBytes is the size up to which files are read before their turn, several at once: of larger ones one is enough for memory.
const aheadBytes = 2 << 20

// ahead reads a file before its turn; nil for what is only read in its turn: a project, a page of the network, a large file.
func (in *intake) ahead(ctx context.Context, s session.Source) *contents {
	if isProject(s) || s.URL != "" {
		return nil
	}
	if s.Path != "" {
		if info, err := os.Stat(s.Path); err != nil || info.Size() > aheadBytes {
			return nil
		}
	}
	return in.readIn(ctx, s)
}

// readIn reads a source, and tells how far it is where it is the only one.
func (in *intake) readIn(ctx context.Context, s session.Source) *contents {
	var within func(done, total int)
	if len(in.all) == 1 { // of a single file the articles in it are counted
		within = func(done, total int) { in.report.At("open", done, total) }
	}
	docs, err := in.readOne(ctx, s, within)
	return &contents{docs, err}
}

// enough reports that the person wants no more.
func (in *intake) enough() bool {
	select {
	case <-in.wish.Enough:
		return true
	default:
		return false
	}
}

// left tells how many sources were not read, since the person had enough.
func (in *intake) left(n int) {
	in.res.Notes = append(in.res.Notes, session.Note{Count: n, Text: session.NoteStopped})
}

// project opens a project in place of what was open.
func (in *intake) project(ctx context.Context, s session.Source) {
	had, kept, notes, err := in.readProject(ctx, s)
	in.res.Notes = append(in.res.Notes, notes...)
	if err != nil {
		in.res.Notes = append(in.res.Notes, session.Note{File: s.Name, Text: "The project could not be opened.", Err: err})
		return
	}
	in.res.Kept, in.wish.Log, in.wish.Open = kept, kept.Log, nil
	in.start(had)
}

// articles adds what was read of a file.
func (in *intake) articles(s session.Source, r *contents) {
	for _, fault := range document.Faults(r.err) {
		if errors.Is(fault, context.Canceled) {
			if len(in.all) == 1 {
				in.res.Notes = append(in.res.Notes, session.Note{File: s.Name, Text: session.NoteRest})
			}
			continue
		}
		n := session.Note{File: s.Name, Text: session.NoteUnread, Err: fault, Locked: errors.Is(fault, document.ErrPassword)}
		if s.Path != "" {
			n.Again = &s
		}
		in.res.Notes = append(in.res.Notes, n)
	}
	for _, doc := range joined(in.docs, r.docs) {
		in.add(s, doc)
	}
}

// add takes an article in, unless it is open already.
func (in *intake) add(s session.Source, doc story.Document) {
	if in.byID[doc.ID] {
		if len(in.wish.Open) > 0 || len(in.all) > 1 {
			in.have = append(in.have, session.Note{File: s.Name, Text: session.NoteHave})
		}
		return
	}
	for _, key := range keysOf(&doc) {
		if k, ok := in.byKey[key]; ok {
			in.res.Notes = append(in.res.Notes, refit(&in.wish.Log, &in.docs[k], &doc)...)
			in.res.Changed = append(in.res.Changed, session.Changed{From: in.docs[k], To: doc})
			in.byID[doc.ID] = true
			in.docs[k], in.res.Log, in.again = doc, &in.wish.Log, true
			return
		}
	}
	in.docs = append(in.docs, doc)
	in.know(len(in.docs) - 1)
}

// copies tells which files hold what is open already; of many only how many there are.
func (in *intake) copies() {
	const named = 3
	if n := len(in.have); n > named {
		in.have = []session.Note{{Text: session.NoteCopies, Count: n}}
	}
	in.res.Notes = append(in.res.Notes, in.have...)
}

// readOne gives the articles of a source, and what of it could not be read. A file is read where it lies. within is told how
// many of its articles have been read; it may be nil.
func (a *program) readOne(ctx context.Context, s session.Source, within func(done, total int)) ([]story.Document, error) {
	o := document.Options{Path: s.Path, URL: s.URL, Password: s.Password, Pages: s.Pages, Report: within}
	docs, err := a.readSource(ctx, s, o)
	for i := range docs {
		if s.Retrieved != "" {
			docs[i].Retrieved = s.Retrieved
		}
	}
	return docs, err
}

func (a *program) readSource(ctx context.Context, s session.Source, o document.Options) ([]story.Document, error) {
	if s.File == nil {
		data, err := s.Read()
		if err != nil {
			return nil, err
		}
		return informats.All.Bytes(ctx, data, s.Name, o)
	}
	f, err := s.File()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return informats.All.Read(ctx, f, s.Name, o)
}

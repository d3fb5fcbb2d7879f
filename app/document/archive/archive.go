// Package archive reads what people pack files in: ZIP and tar archives and compressed files. Each file in one is read by
// its own format and is an article of its own, or several.
//
//	all.zip -> "storm.html", "talks.docx", and the mails of "letters.mbox"
//
// Nothing is written to disk, and the folders that a name in an archive gives are not followed. What is unpacked is counted:
// an archive that unpacks to more than any collection of articles is read up to there, and that is said.
package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

const (
	maxFiles = 20_000   // files of one archive that are read
	maxBytes = 1 << 30  // bytes that are unpacked of one archive
	maxFile  = 64 << 20 // bytes of one file in it
	maxRatio = 200      // times that a file may be smaller packed,
	plainEnd = 16 << 20 // bytes from which on that is looked at
)

// member is a file in an archive.
type member struct {
	name string
	open func() (io.Reader, error)
}

// unpacker reads the files of one archive, one after the other.
type unpacker struct {
	ctx    context.Context
	in     *document.Input
	docs   []story.Document
	faults []error
	names  map[string]int // how often a name was met
	others map[string]int // files that are no articles, by their ending
	left   int64          // bytes that may still be unpacked
	files  int
}

func newUnpacker(ctx context.Context, in *document.Input) *unpacker {
	return &unpacker{ctx: ctx, in: in, names: map[string]int{}, others: map[string]int{}, left: maxBytes}
}

// add reads a file of the archive. It reports whether the next one may be read.
func (u *unpacker) add(m member) bool {
	if u.ctx.Err() != nil {
		return false
	}
	name := tidy(m.name)
	switch {
	case name == "":
		return true
	case !u.in.Known(name):
		u.others[document.Ext(name)]++
		return true
	}
	if u.files++; u.files > maxFiles {
		u.fail("", fmt.Errorf("%w (it holds more than %d files)", document.ErrTooLarge, maxFiles))
		return false
	}
	name = u.unique(name)
	data, err := u.read(m)
	if err == nil {
		var docs []story.Document
		docs, err = u.in.Part(u.ctx, document.Part{Name: name, Data: data})
		u.docs = append(u.docs, docs...)
	}
	for _, e := range document.Faults(err) {
		u.fail(name, e)
	}
	return u.left > 0
}

func (u *unpacker) fail(name string, err error) {
	if name != "" {
		err = fmt.Errorf("%s: %w", name, err)
	}
	u.faults = append(u.faults, err)
}

// read unpacks a file within bounds.
func (u *unpacker) read(m member) ([]byte, error) {
	r, err := m.open()
	if err != nil {
		return nil, err
	}
	limit := min(maxFile, u.left)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	u.left -= int64(len(data))
	switch {
	case u.left <= 0:
		return nil, fmt.Errorf("%w (the archive unpacks to more than %d MB)", document.ErrTooLarge, maxBytes>>20)
	case int64(len(data)) > limit:
		return nil, fmt.Errorf("%w (limit %d MB)", document.ErrTooLarge, limit>>20)
	case err != nil:
		return nil, fault(err)
	}
	return data, nil
}

// fault is what a reader of archives says, in words that document knows.
func fault(err error) error {
	for _, known := range []error{document.ErrTooLarge, document.ErrLocked, context.Canceled} {
		if errors.Is(err, known) {
			return err
		}
	}
	return document.ErrDamaged
}

// unique gives files of one name in several folders names of their own: they are other articles.
func (u *unpacker) unique(name string) string {
	n := u.names[name] + 1
	u.names[name] = n
	if n == 1 {
		return name
	}
	ext := path.Ext(name)
	return fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
}

// result gives what was read. What was passed over is said.
func (u *unpacker) result() ([]story.Document, error) {
	if len(u.others) > 0 {
		n := 0
		var kinds []string
		for kind, many := range u.others {
			n += many
			if kind == "" {
				kind = "without an ending"
			}
			kinds = append(kinds, kind)
		}
		slices.Sort(kinds)
		const most = 8
		if len(kinds) > most {
			kinds = append(kinds[:most], "…")
		}
		left := fmt.Sprintf("%d files of the archive were left out, since they are no articles (%s)", n, strings.Join(kinds, ", "))
		if len(u.docs) == 0 && len(u.faults) == 0 {
			return nil, fmt.Errorf("%s: %w", left, document.ErrNoText)
		}
		u.in.Note(left)
	}
	if len(u.docs) == 0 && len(u.faults) == 0 && u.ctx.Err() == nil {
		return nil, document.ErrEmpty
	}
	if len(u.docs) == 1 {
		u.docs[0].File = "" // the article is the archive
	}
	return u.docs, errors.Join(append(u.faults, u.ctx.Err())...)
}

// tidy is the name of a file in an archive without its folders; "" for what systems put beside the files of a person. The
// parts of a saved page lie in a folder of their own and are no articles.
func tidy(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	if strings.HasSuffix(name, "/") {
		return ""
	}
	folders := strings.Split(name, "/")
	base := folders[len(folders)-1]
	for _, f := range folders[:len(folders)-1] {
		if f == "__MACOSX" || strings.HasSuffix(f, "_files") || strings.HasSuffix(f, ".fld") || strings.HasPrefix(f, ".") && f != "." && f != ".." {
			return ""
		}
	}
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || base == "Thumbs.db" || base == "desktop.ini" {
		return ""
	}
	return base
}

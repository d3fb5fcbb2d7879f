package document

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/app/story"
)

// Input is one file on its way in. It belongs to one reading and is used by one goroutine.
type Input struct {
	Name string // as the caller has it: a path, or "-" for standard input
	Options

	file  io.ReaderAt
	size  int64
	start []byte // its first bytes, at most headBytes
	whole []byte // all of it, once somebody asked

	tried   bool // to decode it
	decoded decoded
	textErr error

	notes   []string
	formats Formats
	depth   int // how many files it is packed in
}

const (
	headBytes = 4096 // what Head gives: enough for every signature and for the start of a page
	maxDepth  = 4    // files in files: an archive of mails with a saved page in them is 3 deep
)

// newInput is an input of size bytes. Whoever has them in memory already gives them as whole.
func newInput(file io.ReaderAt, size int64, whole []byte, name string, o Options) (*Input, error) {
	in := &Input{Name: name, Options: o, file: file, size: size, whole: whole}
	in.start = make([]byte, min(size, headBytes))
	n, err := file.ReadAt(in.start, 0)
	if err != nil && err != io.EOF {
		return nil, err
	}
	in.start = in.start[:n]
	return in, nil
}

// Head is the first 4096 bytes of the file, or all where it has less. Do not change them.
func (in *Input) Head() []byte { return in.start }

// Reader reads the file as it came, whatever its size: for formats that need no more than parts of it in memory.
func (in *Input) Reader() *io.SectionReader { return io.NewSectionReader(in.file, 0, in.size) }

// Bytes is the whole file; ErrTooLarge if it is longer than Options allow. Do not change them.
func (in *Input) Bytes() ([]byte, error) {
	if limit := in.limit(); in.size > limit {
		return nil, fmt.Errorf("%w (limit %s)", ErrTooLarge, size(limit))
	}
	if in.whole == nil {
		b := make([]byte, in.size)
		n, err := in.file.ReadAt(b, 0)
		if err != nil && err != io.EOF {
			return nil, err
		}
		in.whole = b[:n]
	}
	return in.whole, nil
}

func (in *Input) limit() int64 {
	if in.MaxBytes > 0 {
		return in.MaxBytes
	}
	return MaxBytes
}

// Text is the whole file in UTF-8, without a byte order mark. It fails for what is no text, and notes letters that were
// lost.
func (in *Input) Text() (string, error) {
	if !in.tried {
		in.tried = true
		b, err := in.Bytes()
		if err != nil {
			in.textErr = err
			return "", err
		}
		in.decoded, in.textErr = decode(b, in.Encoding)
		if in.textErr == nil && strings.TrimSpace(in.decoded.text) == "" {
			in.textErr = ErrEmpty
		}
		if in.decoded.note != "" {
			in.Note(in.decoded.note)
		}
	}
	return in.decoded.text, in.textErr
}

// Letters says in d how the letters of Text were read: for formats that are text.
func (in *Input) Letters(d *story.Document) {
	d.Encoding, d.Guessed = in.decoded.encoding, in.decoded.guessed
}

// Ext is the ending of the file's name in small letters, with its dot; "" if it has none.
func (in *Input) Ext() string { return Ext(in.Name) }

// Note adds a sentence to the notes of every article of this input: what went wrong or was left out.
func (in *Input) Note(sentence string) { in.notes = append(in.notes, sentence) }

// Known reports that files of that name have one of the formats as a rule.
func (in *Input) Known(name string) bool {
	_, ok := in.formats.ForFile(name)
	return ok
}

// Progress tells how many of the articles in the file have been read; total is 0 where that is not known.
func (in *Input) Progress(done, total int) {
	if in.Report != nil {
		in.Report(done, total)
	}
}

// within names what an article is packed in: the file, and inner, what that is packed in inside of it.
func within(file, inner string) string {
	if inner == "" {
		return base(file)
	}
	return base(file) + "/" + inner
}

// hash is the SHA-256 of the file in hex, where an article was read from it; "" if it cannot be read again.
func (in *Input) hash(docs []story.Document) string {
	if !slices.ContainsFunc(docs, func(d story.Document) bool { return d.Hash == "" }) {
		return ""
	}
	h := sha256.New()
	if _, err := io.Copy(h, in.Reader()); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Part is something that a format unpacks from a file: a page of a saved page, a mail of a mailbox.
type Part struct {
	Name string // with its ending, which helps to find the format
	URL  string // where it was published, when the file says so
	Data []byte
}

// Part reads what was unpacked, by any format. The articles bear the part's name as their File.
func (in *Input) Part(ctx context.Context, p Part) ([]story.Document, error) {
	if in.depth >= maxDepth {
		return nil, ErrNested
	}
	o := in.Options
	o.Report = nil // what is packed deeper is part of one step
	if p.URL != "" && in.URL == "" {
		o.URL = p.URL
	}
	sub, err := newInput(bytes.NewReader(p.Data), int64(len(p.Data)), p.Data, p.Name, o)
	if err != nil {
		return nil, err
	}
	sub.formats, sub.depth = in.formats, in.depth+1
	docs, err := in.formats.read(ctx, sub)
	for i := range docs {
		if docs[i].File == "" {
			docs[i].File = base(p.Name)
		} else {
			docs[i].Container = within(p.Name, docs[i].Container)
		}
		if o.URL != "" {
			docs[i].URL = o.URL
		}
	}
	return docs, err
}

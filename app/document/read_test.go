package document

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"dateline/app/story"
)

func ExamplePlain() {
	d := Plain("It rained in Lima.", "line 1", Options{})
	fmt.Println(d.File, len(d.ID), d.Text)
	// Output: line 1 12 It rained in Lima.
}

// fake is a format that takes files which begin with its name.
func fake(name string, m Match, read func(context.Context, *Input) ([]story.Document, error)) Format {
	return Format{Name: name, Label: name, Exts: []string{"." + name}, Read: read, Sniff: func(in *Input) Match {
		if strings.HasPrefix(string(in.Head()), name) {
			return m
		}
		return NoMatch
	}}
}

// whole reads the file as one article with the format's name as its title.
func whole(name string) func(context.Context, *Input) ([]story.Document, error) {
	return func(_ context.Context, in *Input) ([]story.Document, error) {
		text, err := in.Text()
		return []story.Document{{Title: name, Text: text}}, err
	}
}

func readAll(fs Formats, in string) ([]story.Document, error) {
	return fs.Bytes(context.Background(), []byte(in), "dir/a.x", Options{})
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		fs             Formats
	}{
		{"the best match wins", "ab", "ab", Formats{fake("a", Likely, whole("a")), fake("ab", Named, whole("ab"))}},
		{"of equal ones the first", "ab", "a", Formats{fake("a", Named, whole("a")), fake("ab", Named, whole("ab"))}},
		{"what is certain goes before what nobody reads", "ID3abc", "ID3", Formats{fake("ID3", Certain, whole("ID3"))}},
		{"what is not certain does not", "ID3abc", "", Formats{fake("ID3", Named, whole("ID3"))}},
		{"nothing matches", "xyz", "", Formats{fake("a", Certain, whole("a"))}},
	} {
		docs, err := readAll(c.fs, c.in)
		switch {
		case c.want == "" && !errors.Is(err, ErrFormat):
			t.Errorf("%s: %v, %v", c.name, docs, err)
		case c.want != "" && (err != nil || len(docs) != 1 || docs[0].Title != c.want):
			t.Errorf("%s: %v, %v", c.name, docs, err)
		}
	}
}

func TestAFaultCostsOneFile(t *testing.T) {
	docs, err := readAll(Formats{fake("a", Certain, func(context.Context, *Input) ([]story.Document, error) { panic("index out of range") })}, "abc")
	if !errors.Is(err, ErrFault) || len(docs) != 0 || !strings.HasPrefix(err.Error(), "document: dir/a.x: it could not be read") {
		t.Errorf("%v, %v", docs, err)
	}
}

func TestArticlesAndFaultsTogether(t *testing.T) {
	bad := errors.New("it is damaged")
	docs, err := readAll(Formats{fake("a", Certain, func(_ context.Context, in *Input) ([]story.Document, error) {
		in.Note("a note")
		return []story.Document{{Text: "One."}, {Title: "Blank", Text: " "}, {Text: "Two.", File: "two.txt", Notes: []string{"own"}}}, bad
	})}, "abc")
	if len(docs) != 2 || docs[0].File != "a.x" || docs[1].File != "two.txt" || docs[0].ID != ID("One.") || fmt.Sprint(docs[0].Notes, docs[1].Notes) != "[a note] [own a note]" {
		t.Errorf("articles %+v", docs)
	}
	faults := Faults(err)
	if len(faults) != 2 || !errors.Is(faults[0], bad) || !errors.Is(faults[1], ErrNoText) || faults[1].Error() != "document: dir/a.x: Blank: "+ErrNoText.Error() {
		t.Errorf("faults %q", faults)
	}
	if Faults(nil) != nil {
		t.Error("no fault")
	}
}

func TestPartsAreReadByAnyFormat(t *testing.T) {
	box := fake("box:", Certain, func(ctx context.Context, in *Input) ([]story.Document, error) {
		text, err := in.Text()
		if err != nil {
			return nil, err
		}
		return in.Part(ctx, Part{Name: "in/part.txt", URL: "https://a.example/2024/05/17/x", Data: []byte(strings.TrimPrefix(text, "box:"))})
	})
	fs := Formats{box, fake("text", Likely, whole("text"))}
	docs, err := readAll(fs, "box:box:text")
	if err != nil || len(docs) != 1 || docs[0].Text != "text" || docs[0].File != "part.txt" || docs[0].URL != "https://a.example/2024/05/17/x" || len(docs[0].Dates) != 1 {
		t.Errorf("%+v, %v", docs, err)
	}
	if _, err := readAll(fs, strings.Repeat("box:", maxDepth+1)+"text"); !errors.Is(err, ErrNested) {
		t.Errorf("too deep: %v", err)
	}
	if _, err := readAll(fs, "box:box:%PDF-"); !errors.Is(err, ErrFormat) {
		t.Errorf("a part that nobody reads: %v", err)
	}
}

func TestLargeFilesAreReadInParts(t *testing.T) {
	const tail = "the end"
	big := fake("big", Certain, func(_ context.Context, in *Input) ([]story.Document, error) {
		if _, err := in.Bytes(); !errors.Is(err, ErrTooLarge) {
			return nil, fmt.Errorf("over the limit: %v", err)
		}
		r := in.Reader()
		if _, err := r.Seek(-int64(len(tail)), io.SeekEnd); err != nil {
			return nil, err
		}
		b, err := io.ReadAll(r)
		return []story.Document{{Text: string(b)}}, err
	})
	docs, err := Formats{big}.Bytes(context.Background(), []byte("big"+strings.Repeat(" ", 9000)+tail), "a", Options{MaxBytes: 100})
	if err != nil || len(docs) != 1 || docs[0].Text != tail {
		t.Errorf("%v, %v", docs, err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestABrokenReader(t *testing.T) {
	_, err := Formats{fake("a", Certain, whole("a"))}.Read(context.Background(), broken{}, "-", Options{})
	if !errors.Is(err, io.ErrUnexpectedEOF) || !strings.HasPrefix(err.Error(), "document: standard input: ") {
		t.Errorf("got %v", err)
	}
}

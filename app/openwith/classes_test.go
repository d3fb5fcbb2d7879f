package openwith

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/document/formats"
	"github.com/google/go-cmp/cmp"
)

// kept is a registry in memory: the values of each key.
type kept map[string]map[string]string

func (r kept) get(key, name string) (string, bool, error) {
	text, ok := r[key][name]
	return text, ok, nil
}

func (r kept) set(v value) error {
	for key := v.key; ; key = key[:strings.LastIndexByte(key, '\\')] {
		if r[key] == nil {
			r[key] = map[string]string{}
		}
		if !strings.Contains(key, `\`) {
			break
		}
	}
	r[v.key][v.name] = v.text
	return nil
}

func (r kept) drop(key, name string) error {
	delete(r[key], name)
	return nil
}

func (r kept) prune(key string) (bool, error) {
	for k := range r {
		if strings.HasPrefix(k, key+`\`) {
			return false, nil
		}
	}
	if len(r[key]) > 0 {
		return false, nil
	}
	delete(r, key)
	return true, nil
}

// others is a registry in which other programs have written.
func others() kept {
	r := kept{}
	for _, v := range []value{
		{".txt", "", "txtfile"}, {".txt" + openWith, "Notes.Text", ""}, {".pdf", "", "Reader.Document"}, {".docx", "Content Type", "application/docx"},
		{`Reader.Document\shell\open\command`, "", `"C:\Reader\reader.exe" "%1"`},
	} {
		_ = r.set(v)
	}
	return r
}

func TestClasses_AreTakenBackWhole(t *testing.T) {
	p := Program{Path: `C:\Users\Олена Ш\Dateline\Dateline.exe`, Project: "Dateline story", Article: "Article"}
	for _, c := range []struct {
		claim  string
		before kept
	}{{"where nobody has written", kept{}}, {"where others have written", others()}} {
		want, got := kept{}, c.before
		for k, values := range c.before {
			want[k] = map[string]string{}
			for name, text := range values {
				want[k][name] = text
			}
		}
		for range 2 { // what is there is written over
			if err := p.registerIn(got); err != nil {
				t.Fatalf("%s: %v", c.claim, err)
			}
		}
		if cmp.Equal(want, got) {
			t.Errorf("%s: nothing is written", c.claim)
		}
		if err := p.unregisterIn(got); err != nil {
			t.Fatalf("%s: %v", c.claim, err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: something is left or lost:\n%s", c.claim, d)
		}
		if err := p.unregisterIn(got); err != nil {
			t.Errorf("%s: a second time: %v", c.claim, err)
		}
	}
}

func TestClasses_OpenProjectsAndOnlyOfferToOpenArticles(t *testing.T) {
	p := Program{Path: `D:\Dateline 1\Dateline.exe`, Project: "Dateline-Geschichte", Article: "Artikel"}
	r := others()
	if err := p.registerIn(r); err != nil {
		t.Fatal(err)
	}
	class := r[".dateline"][""]
	if got, want := r[class+`\shell\open\command`][""], `"D:\Dateline 1\Dateline.exe" "%1"`; got != want {
		t.Errorf("a project is opened by %q, want %q", got, want)
	}
	if got := r[class+`\DefaultIcon`][""]; got != `"D:\Dateline 1\Dateline.exe",0` {
		t.Errorf("its icon is %q", got)
	}
	if got := r[class][""]; got != p.Project {
		t.Errorf("it is called %q", got)
	}
	for _, ext := range articleExts {
		for name := range r[ext+openWith] {
			if name != "Notes.Text" && r[name+`\shell\open\command`][""] == "" {
				t.Errorf("%s: %s opens nothing", ext, name)
			}
		}
		if _, ok := r[ext+openWith][classArticle]; !ok {
			t.Errorf("%s: it is not offered", ext)
		}
		if got, was := r[ext][""], others()[ext][""]; got != was {
			t.Errorf("%s: opened by %q, before by %q", ext, got, was)
		}
		if _, ok := formats.All.ForFile("a" + ext); !ok {
			t.Errorf("%s: there is no such format", ext)
		}
	}
	if standing, err := standingIn(r); err != nil || standing != p.Path {
		t.Errorf("standing: %q, %v", standing, err)
	}
}

func TestClasses_OfAnotherCopy(t *testing.T) {
	other := filepath.Join(t.TempDir(), "Dateline.exe")
	if err := os.WriteFile(other, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	p, q := Program{Path: filepath.Join(t.TempDir(), "Dateline.exe")}, Program{Path: other}
	r := kept{}
	if err := q.registerIn(r); err != nil {
		t.Fatal(err)
	}
	var theirs *ErrOther
	if err := p.unregisterIn(r); !errors.As(err, &theirs) || theirs.Path != other {
		t.Errorf("what another copy wrote is taken back: %v", err)
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	if err := p.unregisterIn(r); err != nil || len(r) != 0 {
		t.Errorf("what is left of a copy that is gone stays: %v, %d keys", err, len(r))
	}
	if err := q.registerIn(r); err != nil {
		t.Fatal(err)
	}
	if err := p.registerIn(r); err != nil {
		t.Fatal(err)
	}
	if standing, _ := standingIn(r); standing != p.Path {
		t.Errorf("the copy that asked last does not open them: %q", standing)
	}
	_ = r.set(value{projectExt, "", "Other.Program"})
	if standing, err := standingIn(r); standing != "" || err != nil {
		t.Errorf("a program of another name: %q, %v", standing, err)
	}
	if err := p.unregisterIn(r); err != nil || r[projectExt][""] != "Other.Program" {
		t.Errorf("another program that took over is taken away: %v, %v", err, r)
	}
}

func TestClasses_FaultsAreTold(t *testing.T) {
	if err := (&Program{Path: "C:\\a\"b.exe"}).registerIn(kept{}); !errors.Is(err, ErrPath) {
		t.Errorf("a quote in the path: %v", err)
	}
	full := errors.New("no room")
	p := Program{Path: `C:\Dateline.exe`}
	if err := p.registerIn(refusing{kept{}, full}); !errors.Is(err, full) {
		t.Errorf("a value that cannot be written: %v", err)
	}
	r := kept{}
	if err := p.registerIn(r); err != nil {
		t.Fatal(err)
	}
	if err := p.unregisterIn(refusing{r, full}); !errors.Is(err, full) {
		t.Errorf("a value that cannot be taken away: %v", err)
	}
}

// refusing is a registry that may not be written.
type refusing struct {
	kept
	err error
}

func (r refusing) set(value) error           { return r.err }
func (r refusing) drop(string, string) error { return r.err }

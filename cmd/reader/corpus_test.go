package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/document"
)

// lines are n made-up articles of a corpus, the odd ones with a number as id.
func lines(n int) string {
	var b strings.Builder
	for i := range n {
		id := fmt.Sprintf("%q", fmt.Sprint(i))
		if i%2 == 1 {
			id = fmt.Sprint(i)
		}
		fmt.Fprintf(&b, `{"id":%s,"text":"A ferry sank off Bari on %d May 2024."}`+"\n", id, 1+i%28)
	}
	return b.String()
}

func TestCorpus_GoesOnWhereItWasCutShort(t *testing.T) {
	in := lines(40)
	_, want, _ := called(t, in, "read", "-corpus", "-")
	all := strings.SplitAfter(want, "\n")
	for name, x := range map[string]struct {
		had, between string
		n            int    // articles that are answered in had
		says         string // on standard error
	}{
		"nothing was written":        {"", "", 0, ""},
		"ten lines":                  {strings.Join(all[:10], ""), "", 10, ""},
		"ten lines and half a line":  {strings.Join(all[:10], "") + all[10][:30], "\n", 10, "out.jsonl:11: "},
		"a line without its end":     {strings.Join(all[:10], "") + strings.TrimSuffix(all[10], "\n"), "\n", 11, ""},
		"every line":                 {want, "", 40, ""},
		"a line that is none before": {"nonsense\n" + all[0], "", 1, "out.jsonl:1: "},
		"half a line from before, which a second run went on after": {all[0] + all[1][:30] + "\n" + all[1], "", 2, "out.jsonl:2: "},
	} {
		path := filepath.Join(t.TempDir(), "out.jsonl")
		if err := os.WriteFile(path, []byte(x.had), 0o600); err != nil {
			t.Fatal(err)
		}
		status, out, errs := called(t, in, "read", "-corpus", "-", "-resume", path)
		if status != 0 || (errs == "") != (x.says == "") || !strings.Contains(errs, x.says) || out != x.between+strings.Join(all[x.n:], "") {
			t.Errorf("%s: %d %q, %d lines more", name, status, errs, strings.Count(out, "\n"))
		}
	}
	if status, out, _ := called(t, in, "read", "-corpus", "-", "-resume", filepath.Join(t.TempDir(), "none")); status != 0 || out != want {
		t.Errorf("a file that is not there: %d", status)
	}
}

// TestCorpus_AnIdThatRepeats is answered each time, and left out as often as it was.
func TestCorpus_AnIdThatRepeats(t *testing.T) {
	in := lines(3) + lines(3) + lines(1)
	_, want, _ := called(t, in, "read", "-corpus", "-")
	all := strings.SplitAfter(want, "\n")
	if len(all) != 8 || all[0] != all[3] || all[0] != all[6] {
		t.Fatalf("%d lines", len(all)-1)
	}
	for n := range all {
		path := write(t, "out.jsonl", strings.Join(all[:n], ""))
		if status, out, errs := called(t, in, "read", "-corpus", "-", "-resume", path); status != 0 || errs != "" || out != strings.Join(all[n:], "") {
			t.Errorf("after %d lines: %d %q, %d lines more", n, status, errs, strings.Count(out, "\n"))
		}
	}
}

func TestCorpus_OfNothing(t *testing.T) {
	for _, in := range []string{"", "\n\r\n  \n", "\xef\xbb\xbf"} {
		for _, args := range [][]string{nil, {"-story"}, {"-by-source"}, {"-resume", filepath.Join(t.TempDir(), "none")}} {
			if status, out, errs := called(t, in, append([]string{"read", "-corpus", "-"}, args...)...); status != 0 || out != "" || errs != "" {
				t.Errorf("%q %v: %d %q %q", in, args, status, out, errs)
			}
		}
	}
}

// TestCorpus_ALongLine is left out with its number where it is longer than an article may be; those about it are read.
func TestCorpus_ALongLine(t *testing.T) {
	one := lines(1)
	in := one + `{"id":"long","text":"` + strings.Repeat("Rain fell. ", document.MaxBytes/11+1) + `"}` + "\n" + one
	status, out, errs := called(t, in, "read", "-corpus", "-")
	if status != 1 || strings.Count(out, "\n") != 2 || !strings.HasPrefix(errs, "reader: -:2: its text is longer than 20 MB") {
		t.Errorf("%d, %d lines, %q", status, strings.Count(out, "\n"), errs)
	}
	in = one + strings.Repeat("x", maxLine+1) + "\n" + one
	status, out, errs = called(t, in, "read", "-corpus", "-")
	if status != 1 || strings.Count(out, "\n") != 2 || !strings.HasPrefix(errs, "reader: -:2: the line is longer than") {
		t.Errorf("%d, %d lines, %q", status, strings.Count(out, "\n"), errs)
	}
}

func TestCorpus_OneBadLineStopsNothing(t *testing.T) {
	in := lines(3) + "nonsense\n{\"id\":\"no text\"}\n{\"id\":1,\"text\":\"Again.\"}\n\n" + lines(2)
	status, out, errs := called(t, in, "read", "-corpus", "-")
	if status != 1 || strings.Count(out, "\n") != 6 || strings.Count(errs, "\n") != 2 || !strings.Contains(errs, "-:4: ") || !strings.Contains(errs, "-:5: ") {
		t.Errorf("%d, %d lines\n%s", status, strings.Count(out, "\n"), errs)
	}
}

// TestCorpus_AnAnswerDoesNotWaitForTheNextLine: who hands a line in gets its answer before the next is there.
func TestCorpus_AnAnswerDoesNotWaitForTheNextLine(t *testing.T) {
	in, feed, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, back, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan int)
	go func() { done <- run(t.Context(), []string{"read", "-corpus", "-"}, in, back, back) }()
	answer := make([]byte, 1<<16)
	for i := range 3 {
		if _, err := feed.WriteString(lines(i + 1)[len(lines(i)):]); err != nil {
			t.Fatal(err)
		}
		n, err := out.Read(answer)
		if err != nil || !strings.HasPrefix(string(answer[:n]), `{"id":`) {
			t.Fatalf("%q, %v", answer[:n], err)
		}
	}
	feed.Close()
	if status := <-done; status != 0 {
		t.Errorf("status %d", status)
	}
}

func TestCorpus_ResumeIsForArticlesAlone(t *testing.T) {
	for _, args := range [][]string{{"-story"}, {"-by-source"}} {
		if status, _, errs := called(t, "", append([]string{"read", "-corpus", "-", "-resume", "x"}, args...)...); status != 2 || !strings.Contains(errs, "-resume") {
			t.Errorf("%v: %d %q", args, status, errs)
		}
	}
	if status, _, errs := called(t, "", "read", "-resume", "x", "y"); status != 2 || !strings.Contains(errs, "-corpus") {
		t.Errorf("without a corpus: %d %q", status, errs)
	}
}

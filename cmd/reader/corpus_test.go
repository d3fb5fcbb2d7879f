package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
	for name, x := range map[string]struct{ had, between string }{
		"nothing was written":        {"", ""},
		"ten lines":                  {strings.Join(all[:10], ""), ""},
		"ten lines and half a line":  {strings.Join(all[:10], "") + all[10][:30], "\n"},
		"every line":                 {want, ""},
		"a line that is none before": {"nonsense\n" + all[0], ""},
	} {
		path := filepath.Join(t.TempDir(), "out.jsonl")
		if err := os.WriteFile(path, []byte(x.had), 0o600); err != nil {
			t.Fatal(err)
		}
		n := strings.Count(strings.ReplaceAll(x.had, "nonsense\n", ""), "}\n") // whole lines
		status, out, errs := called(t, in, "read", "-corpus", "-", "-resume", path)
		if status != 0 || errs != "" || out != x.between+strings.Join(all[n:], "") {
			t.Errorf("%s: %d %q, %d lines more", name, status, errs, strings.Count(out, "\n"))
		}
	}
	if status, out, _ := called(t, in, "read", "-corpus", "-", "-resume", filepath.Join(t.TempDir(), "none")); status != 0 || out != want {
		t.Errorf("a file that is not there: %d", status)
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

package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestInterrupt_EndsAReadThatWaits(t *testing.T) {
	r, w := io.Pipe() // an idle pipe
	defer w.Close()
	for _, args := range [][]string{{"read", "-"}, {"read", "-corpus", "-"}} {
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan int)
		go func() {
			var out, errs bytes.Buffer
			done <- run(ctx, args, r, &out, &errs)
		}()
		cancel()
		if status := <-done; status != statusSome {
			t.Errorf("%v: status %d", args, status)
		}
	}
}

func TestInterruptible_GivesWhatIsThere(t *testing.T) {
	got, err := io.ReadAll(interruptible{context.Background(), strings.NewReader("ships left")})
	if err != nil || string(got) != "ships left" {
		t.Errorf("%q %v", got, err)
	}
}

// full takes nothing, as a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutput_ThatIsLostIsAFault(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"formats"}, {"read", "-"}} {
		var errs bytes.Buffer
		if status := run(context.Background(), args, strings.NewReader(article), full{}, &errs); status != statusSome || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("%v: status %d, %q", args, status, errs.String())
		}
	}
}

func TestNames_CannotSteerATerminal(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a\x1b[31m\nb.txt")
	_, _, errs := called(t, "", "read", name)
	if strings.ContainsAny(errs, "\x1b") || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "there is no such file; check its name") {
		t.Errorf("%q", errs)
	}
	if err := os.WriteFile(name, []byte("\x00\x01\x02\xff\xfe\x00"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"read", name}, {"read", "-corpus", name}, {"check", name}} {
		if _, _, errs := called(t, "", args...); strings.ContainsAny(errs, "\x1b") || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: %q", args, errs)
		}
	}
}

func TestRead_WhatIsNoFileSaysSo(t *testing.T) {
	for _, name := range []string{t.TempDir(), os.DevNull} {
		status, _, errs := called(t, "", "read", name)
		if status != statusSome || !strings.Contains(errs, "is a folder") && !strings.Contains(errs, "is no file") {
			t.Errorf("%s: %d %q", name, status, errs)
		}
	}
}

func TestCorpus_IdsAndTitlesOfOtherTypes(t *testing.T) {
	in := `{"id":7,"text":"Rain in Lima.","title":5}` + "\n" + `{"id":"b","text":"Rain in Oslo.","title":"T"}` + "\n" + `{"id":null,"text":"x"}` + "\n"
	status, out, errs := called(t, in, "read", "-corpus", "-")
	if status != 0 || !strings.Contains(out, `"id":7,`) || !strings.Contains(out, `"id":"b",`) || strings.Count(out, "\n") != 3 {
		t.Errorf("%d %q\n%s", status, errs, out)
	}
}

func TestRead_SaysWhatWasLeftOut(t *testing.T) {
	status, _, errs := called(t, strings.Repeat("Monday ", 40_000), "read", "-")
	if status != 0 || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "only the first 30000 were read") {
		t.Errorf("%d %q", status, errs)
	}
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/corpus"
	"dateline/app/story"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// TestTheSameLinesAsOneProcessor runs the pipeline on the local runner with 1,000 made-up articles.
func TestTheSameLinesAsOneProcessor(t *testing.T) {
	const n = 1000
	dir := t.TempDir()
	in, out, bad := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl"), filepath.Join(dir, "bad.jsonl")
	e, err := open()
	if err != nil {
		t.Fatal(err)
	}
	day, _ := story.ParseDay("2026-01-01")
	at := e.At(day)
	var lines, want []string
	for i := range n {
		line := fmt.Sprintf(`{"id":%d,"text":"A ferry sank off Bari on %d May 2024. “We lost friend %d,” said Anna Rossi."}`, i, 1+i%28, i)
		answer, err := corpus.Answer(t.Context(), at, []byte(line))
		if err != nil {
			t.Fatal(err)
		}
		lines, want = append(lines, line), append(want, strings.TrimSuffix(string(answer), "\n"))
	}
	if err := os.WriteFile(in, []byte(strings.Join(lines, "\n")+"\n\nnonsense\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, in, out, bad, "2026-01-01")
	ptest.RunAndValidate(t, p)
	got := linesOf(t, out)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%d lines, want %d, or others", len(got), len(want))
	}
	if wrong := linesOf(t, bad); len(wrong) != 1 || !strings.Contains(wrong[0], "not a JSON object") {
		t.Errorf("the bad line: %q", wrong)
	}
}

func linesOf(t *testing.T, path string) []string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/corpus"
	"dateline/app/story"

	"github.com/redpanda-data/benthos/v4/public/service"
)

func TestMain(m *testing.M) {
	if err := register(); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// TestTheSameLinesAsOneProcessor runs the configuration that stands beside this file on 10,000 made-up articles.
func TestTheSameLinesAsOneProcessor(t *testing.T) {
	const n = 10000
	dir := t.TempDir()
	in, out, bad := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl"), filepath.Join(dir, "bad.jsonl")
	var lines, want bytes.Buffer
	e, err := open()
	if err != nil {
		t.Fatal(err)
	}
	day, _ := story.ParseDay("2026-01-01")
	at := e.At(day)
	for i := range n {
		line := fmt.Sprintf(`{"id":%d,"text":"A ferry sank off Bari on %d May 2024. “We lost friend %d,” said Anna Rossi."}`, i, 1+i%28, i)
		lines.WriteString(line + "\n")
		answer, err := corpus.Answer(t.Context(), at, []byte(line))
		if err != nil {
			t.Fatal(err)
		}
		want.Write(answer)
	}
	lines.WriteString("nonsense\n")
	if err := os.WriteFile(in, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for k, v := range map[string]string{"IN": in, "OUT": out, "BAD": bad, "TODAY": "2026-01-01", "THREADS": "1"} {
		t.Setenv(k, v)
	}
	config, err := os.ReadFile("files.yaml")
	if err != nil {
		t.Fatal(err)
	}
	b := service.NewStreamBuilder()
	if err := b.SetYAML(string(config)); err != nil {
		t.Fatal(err)
	}
	if err := b.SetLoggerYAML("level: none"); err != nil {
		t.Fatal(err)
	}
	stream, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%d bytes, want %d, %v", len(got), want.Len(), err)
	}
	if why, err := os.ReadFile(bad); err != nil || !strings.Contains(string(why), "not a JSON object") {
		t.Errorf("the bad line: %s, %v", why, err)
	}
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestQuiz(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ferry.txt")
	text := "Ferry sinks\n\nA ferry sank off Bari on 12 March 2024. “We lost friends that night,” said Anna Rossi. “Nobody came to help us,” said Luca Verdi. “The sea was calm and clear,” said Marta Neri."
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	status, out, errs := called(t, "", "quiz", path)
	if status != 0 || errs != "" {
		t.Fatalf("%d %q", status, errs)
	}
	kinds := map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		var l struct {
			quizLine
			Answer quizAnswer `json:"answer"`
		}
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		kinds[l.Kind]++
		if l.Kind == "where" && (l.Answer.Place != "Bari" || !strings.Contains(l.Texts[0].Text, "off "+gap)) {
			t.Errorf("where: %s", line)
		}
		if l.Kind == "who" && (len(l.Choose) != 3 || l.Choose[*l.Answer.Index] != l.Answer.Text) {
			t.Errorf("who: %s", line)
		}
	}
	if kinds["who"] == 0 || kinds["where"]+kinds["when"] == 0 {
		t.Errorf("asked: %v", kinds)
	}
	if status, _, errs := called(t, "", "quiz"); status != 2 || errs == "" {
		t.Errorf("without a file: %d %q", status, errs)
	}
}

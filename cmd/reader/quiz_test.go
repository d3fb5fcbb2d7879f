package main

import (
	"archive/zip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
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
	page := filepath.Join(t.TempDir(), "questions.docx")
	if status, _, errs := called(t, "", "export", "-format", "questions-docx", "-o", page, path); status != 0 {
		t.Fatalf("%d %q", status, errs)
	}
	if asks, answers, apart := strings.Cut(worded(t, page), "Answers"); !apart || strings.Contains(asks, "Where was this?") && strings.Contains(asks, "off Bari") ||
		!strings.Contains(asks, "Who said this?") || !strings.Contains(asks, "☐ A ") || !strings.Contains(answers, "Who said this?") {
		t.Errorf("questions:\n%s\nanswers:\n%s", asks, answers)
	}
	if status, _, errs := called(t, "", "quiz"); status != 2 || errs == "" {
		t.Errorf("without a file: %d %q", status, errs)
	}
}

// worded is the text of a DOCX, marks left out.
func worded(t *testing.T, path string) string {
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile("<[^>]*>").ReplaceAllString(strings.ReplaceAll(string(b), "</w:p>", "\n"), "")
}

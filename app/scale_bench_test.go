package app

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"dateline/app/project"
	"dateline/app/session"
	"dateline/app/story"
)

// archive is n made-up articles of some 300 words each, of n/20 stories.
func archive(n int) []story.Document {
	towns := []string{"Lisbon", "Porto", "Oslo", "Bergen", "Lima", "Cusco", "Lahore", "Karachi", "Hamburg", "Bremen"}
	var out []story.Document
	for i := range n {
		k := i / 20
		a, b := towns[k%10], towns[(k*3+1)%10]
		text := fmt.Sprintf("Ferry %d sinks off %s\n\n", k, a)
		for j := range 9 {
			text += fmt.Sprintf("A ferry sank off %s on %d May 2024, and divers of company %d searched the harbour of %s for %d hours. “We lost all in night %d,” said Ann Roe%d, the mayor of %s, on Tuesday. ",
				a, j+3, k, b, i%50+2, i, k, a)
		}
		out = append(out, story.Document{ID: fmt.Sprintf("d%05d", i), File: fmt.Sprintf("a%d.txt", i), Text: text})
	}
	return out
}

// BenchmarkCorrection is a correction in a story of so many articles: from the command to the story that shows it.
func BenchmarkCorrection(b *testing.B) {
	for _, n := range []int{5, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := newProgram(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
			docs := archive(n)
			if _, err := p.tell(context.Background(), docs, story.Log{}, nil); err != nil {
				b.Fatal(err)
			}
			day := 0
			for b.Loop() {
				day++
				if _, err := p.tell(context.Background(), docs, story.NewLog(story.Published(docs[0].ID, story.NewDay(2024, 5, 1+day%28))), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkProject is saving and opening a project of 1,000 articles; opening ends with the story told.
func BenchmarkProject(b *testing.B) {
	docs := archive(1000)
	log := story.Log{}
	for i := range 200 {
		log = log.With(story.Published(docs[i].ID, story.Day(i)))
	}
	st := session.State{Documents: docs, Log: log}
	f := fileOf(&st)
	var data bytes.Buffer
	if err := project.Encode(&data, f); err != nil {
		b.Fatal(err)
	}
	b.Run("save", func(b *testing.B) {
		path := b.TempDir() + "/a.dateline"
		for i := 0; b.Loop(); i++ {
			f.Title = fmt.Sprint(i)
			if _, err := project.Save(path, f); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			g, err := project.Decode(bytes.NewReader(data.Bytes()), int64(data.Len()))
			if err != nil {
				b.Fatal(err)
			}
			p := newProgram(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
			if _, err := p.tell(context.Background(), g.Documents, g.Log, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

package formats

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/slides"
	"dateline/app/story"
)

// TestWrite_TheSlidesOfALesson writes each format that asks for slides, and reads from those that can be read in which order they tell.
func TestWrite_TheSlidesOfALesson(t *testing.T) {
	s := sample.Story()
	story.Identify(s)
	all := slides.Of(s, story.Passing(s, story.Filter{}), story.PassingQuotes(s, story.Filter{}))
	r := slides.Run{}.Own(s, all).Move(1, -1).Put(0, slides.Slide{ID: "t", Kind: slides.Title, Head: "The harbour lesson"}).Put(9, slides.Slide{ID: "x", Kind: slides.Text, Head: "Your turn", Body: "Who knew?\nWho did not?"})
	order := []string{"The harbour lesson", "It is over", "police arrested", "Your turn", "Who did not?"}
	n := 0
	for _, f := range All {
		if f.Asks&export.AsksSlides == 0 {
			continue
		}
		n++
		c := whole(s)
		c.Run = &r
		var b bytes.Buffer
		if err := export.Write(context.Background(), &b, f, c); err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		text := ""
		switch f.Name {
		case "pptx":
			text = slidesOf(t, b.String())
		case "html":
			text = b.String()
		default:
			continue
		}
		at := 0
		for _, want := range order {
			i := strings.Index(text[at:], want)
			if i < 0 {
				t.Errorf("%s: %q does not come in its turn", f.Name, want)
				break
			}
			at += i
		}
	}
	if n < 4 {
		t.Errorf("%d formats ask for slides", n)
	}
}

// A question is a slide, then its answer is one; on a page it is folded away.
func TestWrite_AQuestionAmongTheSlides(t *testing.T) {
	s, r := sample.Asked()
	for name, order := range map[string][]string{
		"pptx": {"police arrested two men in Lisbon", "Where was this?", "______ on Monday", "Answer: Lisbon", "arrested two men in Lisbon", "It is over"},
		"html": {"police arrested two men in Lisbon", "<li><h3>Where was this?</h3>", "______ on Monday", "<details><summary>Answer</summary>", "Lisbon", "It is over"},
	} {
		f, _ := All.Named(name)
		c := whole(s)
		c.Run = &r
		var b bytes.Buffer
		if err := export.Write(context.Background(), &b, f, c); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		if name == "pptx" {
			text = slidesOf(t, text)
		} else {
			_, text, _ = strings.Cut(text, "id=\"h-lesson\"")
		}
		at := 0
		for _, want := range order {
			i := strings.Index(text[at:], want)
			if i < 0 {
				t.Errorf("%s: %q does not come in its turn", name, want)
				break
			}
			at += i
		}
	}
}

// slidesOf is the text of all slides of a file, in order.
func slidesOf(t *testing.T, file string) string {
	parts := partsOf(t, file)
	out := ""
	for k := 1; parts[fmt.Sprintf("ppt/slides/slide%d.xml", k)] != ""; k++ {
		out += parts[fmt.Sprintf("ppt/slides/slide%d.xml", k)]
	}
	return out
}

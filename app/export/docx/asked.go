package docx

import (
	"context"
	"fmt"
	"io"

	"dateline/app/export"
	"dateline/app/export/asked"
	"dateline/app/export/internal/ooxml"
)

// Questions is a page of questions about the story, with the answers on a page of their own.
var Questions = export.Format{Name: "questions-docx", Label: "Questions, answers apart (DOCX)", Exts: []string{".docx"}, For: export.ForPeople,
	Asks: export.AsksPaper, Write: writeQuestions}

// toWriteOn is a line that an answer is written on.
const toWriteOn = "________________________________________"

func writeQuestions(ctx context.Context, w io.Writer, c export.Content) error {
	r := &report{p: ooxml.New(), c: c}
	set := asked.Of(c, asked.Most)
	r.paragraph("Title", plain(c.Say("Questions")))
	r.paragraph("Subtitle", plain(export.First(c.Title, c.Say("Story"))+" · "+c.Say("Name")+" ____________________ "+c.Say("Class")+" ________"))
	if len(set) == 0 {
		r.paragraph("", plain(c.Say("No question can be made of what is visible: nothing in it is sure enough, or it is too short.")))
	}
	for i := range set {
		q := &set[i]
		r.paragraph("Heading1", plain(fmt.Sprintf("%d. %s", i+1, q.Title)))
		if q.Text != "" {
			r.paragraph("", plain(q.Text))
		}
		for k, words := range q.Choices {
			r.paragraph("", plain("☐ ")+bold(asked.Letter(k)+" ")+plain(words))
		}
		if len(q.Choices) == 0 {
			r.paragraph("", plain(toWriteOn))
		}
	}
	if len(set) > 0 {
		r.body.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		r.paragraph("Title", plain(c.Say("Answers")))
		r.paragraph("Subtitle", plain(export.First(c.Title, c.Say("Story"))+" · "+c.Say("for the teacher")))
	}
	for i := range set {
		q := &set[i]
		words := plain(fmt.Sprintf("%d. %s ", i+1, q.Title)) + bold(q.Answer)
		if q.Source != "" {
			words += plain(" · " + q.Source)
		}
		r.paragraph("", words)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return r.end(ctx, w)
}

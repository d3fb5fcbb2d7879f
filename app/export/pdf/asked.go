package pdf

import (
	"context"
	"fmt"
	"io"
	"strings"

	"dateline/app/export"
	"dateline/app/export/asked"
)

// Questions is a page of questions about the story, with the answers on a page of their own.
var Questions = export.Format{Name: "questions", Label: "Questions, answers apart (PDF)", Exts: []string{".pdf"}, Needs: export.NeedsFaces,
	For: export.ForPeople, Asks: export.AsksPaper | export.AsksSlides, Write: writeQuestions}

func writeQuestions(ctx context.Context, w io.Writer, c export.Content) error {
	sheet, err := newSheet(&c)
	if err != nil {
		return err
	}
	h := &handout{sheet: sheet, c: c}
	set := asked.Of(c, asked.Most)
	h.title(c.Say("Questions"), toFill{c.Say("Name"), 42}, toFill{c.Say("Class"), 16}, toFill{c.Say("Right answers"), 10})
	if len(set) == 0 {
		h.paragraph([]run{{text: c.Say("No question can be made of what is visible: nothing in it is sure enough, or it is too short."), ink: bodyInk}}, 0)
	}
	for i := range set {
		if err := ctx.Err(); err != nil {
			return err
		}
		h.ask(i+1, &set[i])
	}
	h.right(set)
	h.feet(export.Clean(c.Title) + " · " + c.Attribution)
	return h.end(w)
}

// chosen writes the questions that a person chose as slides.
func (h *handout) chosen(set []asked.Question) {
	if len(set) == 0 {
		return
	}
	h.need(24)
	h.rule()
	h.y += 2
	h.paragraph([]run{{text: h.c.Say("Questions"), ink: ink{size: 11, bold: true, grey: 20}}}, 1)
	for i := range set {
		h.ask(i+1, &set[i])
	}
}

// right writes the answers, on a page of their own.
func (h *handout) right(set []asked.Question) {
	if len(set) == 0 {
		return
	}
	h.page()
	h.title(h.c.Say("Answers"), toFill{words: h.c.Say("for the teacher")})
	for i := range set {
		h.answer(i+1, &set[i])
	}
}

// toFill are words, each with a line of so many mm to write on.
type toFill struct {
	words string
	mm    float64
}

// title writes what a page is, of which story, and what is to be filled in.
func (h *handout) title(what string, fill ...toFill) {
	h.paragraph([]run{{text: what, ink: titleInk}}, 0.6)
	runs := []run{{text: export.Clean(h.c.Title) + " ·", ink: greyInk}}
	for _, x := range fill {
		runs = append(runs, run{text: " " + x.words, ink: greyInk, ltr: true})
		if x.mm > 0 {
			runs = append(runs, run{text: " ", ink: greyInk}, run{ink: greyInk, gap: x.mm})
		}
	}
	h.paragraph(runs, 4)
}

// askedInk is what is asked, choiceIndent how far choices stand in, boxSide the box to tick, in mm.
var askedInk = ink{size: 11, grey: 20}

const (
	choiceIndent = 8.0
	boxSide      = 3.2
)

// ask writes a question, whole on one page.
func (h *handout) ask(n int, q *asked.Question) {
	bold := askedInk
	bold.bold = true
	wide := h.w - 2*side
	head := h.lines([]run{{text: fmt.Sprintf("%d\u00a0 %s", n, q.Title), ink: bold}}, wide)
	var text []line
	if q.Text != "" {
		text = h.lines(h.gapped(q.Text), wide)
	}
	choices, columns := h.choices(q, wide)
	high := lineStep
	for _, lines := range choices {
		high += tall(lines) + 1.5
	}
	h.need(high + tall(head) + tall(text))
	h.writeLines(head, side)
	h.writeLines(text, side)
	h.y += 1
	for i, lines := range choices {
		x := side + float64(i%columns)*wide/2
		from := h.y
		h.box(x+1, h.y+lines[0].high*0.72)
		h.writeLines(lines, x+choiceIndent)
		if h.y += 1.5; columns == 2 && i%2 == 0 && i < len(choices)-1 {
			h.y = from
		}
	}
	if len(q.Choices) == 0 {
		h.y += lineStep - 1
		h.blank(side, h.y, wide*0.6)
	}
	h.y += 4.5
}

// choices are the lines of what can be chosen, and in how many columns they stand: short ones in two.
func (h *handout) choices(q *asked.Question, wide float64) (out [][]line, columns int) {
	letter := askedInk
	letter.bold = true
	for columns = 2; columns > 0; columns-- {
		out = out[:0]
		short := !q.Order
		for i, words := range q.Choices {
			lines := h.lines(append([]run{{text: asked.Letter(i) + "\u00a0 ", ink: letter}}, h.gapped(words)...), wide/float64(columns)-choiceIndent)
			short = short && len(lines) == 1
			out = append(out, lines)
		}
		if short || columns == 1 {
			break
		}
	}
	return out, max(columns, 1)
}

// gapped is a text with lines in place of what is hidden.
func (h *handout) gapped(text string) (out []run) {
	parts := strings.Split(text, asked.Gap)
	for i, p := range parts {
		if p != "" {
			out = append(out, run{text: p, ink: askedInk})
		}
		if i < len(parts)-1 {
			out = append(out, run{ink: askedInk, gap: 18})
		}
	}
	return out
}

// box draws a box to tick or to write a number into, the baseline of its line at y.
func (h *handout) box(x, y float64) {
	h.pdf.SetDrawColor(90, 90, 90)
	h.pdf.SetLineWidth(0.25)
	h.pdf.Rect(x, y-boxSide, boxSide+0.6, boxSide+0.6, "D")
}

// writeLines writes lines below each other.
func (h *handout) writeLines(lines []line, x float64) {
	for _, l := range lines {
		h.y += l.high
		h.draw(l, x, h.y-l.high*0.28)
	}
}

func tall(lines []line) (mm float64) {
	for _, l := range lines {
		mm += l.high
	}
	return mm
}

// answer writes the answer to a question.
func (h *handout) answer(n int, q *asked.Question) {
	runs := []run{{text: fmt.Sprintf("%d\u00a0 ", n), ink: boldInk}, {text: q.Title + " ", ink: greyInk}, {text: q.Answer, ink: boldInk}}
	if q.Source != "" {
		runs = append(runs, run{text: " · " + q.Source, ink: smallInk})
	}
	h.need(12)
	h.paragraph(runs, 2)
}

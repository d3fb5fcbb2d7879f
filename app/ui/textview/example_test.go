package textview_test

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/app/story"
	"dateline/app/ui/textview"
)

func ExampleText_SetSelected() {
	test.NewApp()
	text := strings.Repeat("Nothing happened here.\n\n", 200) + "The ferry left at noon."
	t := textview.New()
	w := test.NewWindow(t)
	w.Resize(fyne.NewSize(300, 200))
	t.SetArticle(textview.Article{ID: "ferry", Text: text})
	sentence := story.Span{Start: len(text) - 23, End: len(text)}
	t.SetSelected(sentence)
	fmt.Println(sentence.In(text), t.VisibleSpan().Contains(sentence))
	// Output: The ferry left at noon. true
}

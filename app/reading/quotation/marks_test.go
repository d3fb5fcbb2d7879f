package quotation

import "testing"

func TestFind_Marks(t *testing.T) {
	check(t, []row{
		{"curly marks", `“We will stay,” Anna Berg said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"straight marks", `"We will stay," Anna Berg said.`, []string{`direct ["We will stay,"] Anna Berg`}},
		{"mixed: curly open, straight close", `“We will stay," Anna Berg said.`, []string{`direct [“We will stay,"] Anna Berg`}},
		{"mixed: straight open, curly close", `"We will stay,” Anna Berg said.`, []string{`direct ["We will stay,”] Anna Berg`}},
		{"guillemets", `«We will stay», Anna Berg said.`, []string{`direct [«We will stay»] Anna Berg`}},
		{"reversed guillemets", `»We will stay«, Anna Berg said.`, []string{`direct [»We will stay«] Anna Berg`}},
		{"low-9 and high-6", `„We will stay,“ Anna Berg said.`, []string{`direct [„We will stay,“] Anna Berg`}},
		{"low-9 and curly close", `„We will stay,” Anna Berg said.`, []string{`direct [„We will stay,”] Anna Berg`}},
		{"corner brackets", `「We will stay」 Anna Berg said.`, []string{`direct [「We will stay」] Anna Berg`}},
		{"grave accents open", "``We will stay,'' Anna Berg said, and left.", []string{"direct [``We will stay,''] Anna Berg"}},
		{"two closing marks in the Swedish manner", `”We will stay,” Anna Berg said.`, []string{`direct [”We will stay,”] Anna Berg`}},
		{"single curly marks where the text has no others", `‘We will stay here,’ Anna Berg said.`, []string{`direct [‘We will stay here,’] Anna Berg`}},
		{"single straight marks where the text has no others", `'We will stay here,' Anna Berg said.`, []string{`direct ['We will stay here,'] Anna Berg`}},
		{"single marks beside an apostrophe", `‘We don’t know what’s next,’ Anna Berg said.`, []string{`direct [‘We don’t know what’s next,’] Anna Berg`}},
		{"nested single marks are not a quote of their own", `“He said ‘never’ to us,” Anna Berg said.`, []string{`direct [“He said ‘never’ to us,”] Anna Berg`}},
		{"nested curly in straight", `"He called it “the end” and left," Anna Berg said.`, []string{`direct ["He called it “the end” and left,"] Anna Berg`}},
		{"apostrophes are no marks", `The ministers' plan wasn't Berg's. It's the '90s again, rock 'n' roll.`, nil},
		{"a plural's apostrophe does not close", `‘The soldiers’ lives matter to us,’ Anna Berg said.`, []string{`direct [‘The soldiers’ lives matter to us,’] Anna Berg`}},
		{"inches are no marks", `The guard is 6'3" tall and weighs 100 kilos.`, nil},
		{"feet and inches twice", `One is 5'10" and the other is 6'2" tall.`, nil},
		{"inches beside a quote", `"He is 6'3" tall," Anna Berg said.`, []string{`direct ["He is 6'3" tall,"] Anna Berg`}},
		{"a mark left open ends with the paragraph", "Anna Berg said: “We will stay in the city.\n\nThe army left at noon.", []string{`direct [“We will stay in the city.] Anna Berg`}},
		{"a mark left open and reopened goes on", `“We will stay in the city, Anna Berg said. “We have no choice.”`, []string{`direct [“We will stay in the city,] Anna Berg`, `direct [“We have no choice.”] Anna Berg`}},
		{"reopened over a paragraph break: one entry a paragraph, one speaker", "“We will stay in the city,” Anna Berg said. “We have no choice.\n\n“Nobody will come for us.”", []string{`direct [“We will stay in the city,”] Anna Berg`, `direct [“We have no choice.] Anna Berg`, `direct [“Nobody will come for us.”] Anna Berg`}},
		{"left open over three paragraphs", "“First we wait,” Anna Berg said. “Then we go.\n\n“It will take long.\n\n“But we are ready.”", []string{`direct [“First we wait,”] Anna Berg`, `direct [“Then we go.] Anna Berg`, `direct [“It will take long.] Anna Berg`, `direct [“But we are ready.”] Anna Berg`}},
		{"an orphan closing mark is nothing", `The army left at noon.” Nobody saw it go.`, nil},
		{"marks of markup are no quote", `<a href="page" title="a title">link</a> The army left.`, nil},
		{"empty marks are nothing", `The field "" was left blank.`, nil},
		{"a quote between brackets", `The mayor (“I am tired,” she said) went home.`, []string{`direct partial [“I am tired,”] mayor`}},
		{"a dash right before the mark", `The mayor had one wish—“to go home,” she said.`, []string{`direct partial [“to go home,”] mayor`}},
		{"a mark without a space after a comma", `Anna Berg said,"We will stay."`, []string{`direct ["We will stay."] Anna Berg`}},
		{"question inside", `“Will we stay?” Anna Berg asked.`, []string{`direct [“Will we stay?”] Anna Berg`}},
		{"exclamation inside", `“Never!” Anna Berg shouted.`, []string{`direct [“Never!”] Anna Berg`}},
		{"ellipsis inside", `“We will…” Anna Berg said.`, []string{`direct [“We will…”] Anna Berg`}},
		{"quote at the very start and end of the text", `“We will stay.”`, []string{`direct [“We will stay.”] -`}},
		{"marks around one word, said", `“Yes,” Anna Berg said.`, []string{`direct [“Yes,”] Anna Berg`}},
	})
}

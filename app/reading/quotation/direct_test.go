package quotation

import "testing"

func TestFind_Beside(t *testing.T) {
	check(t, []row{
		{"name then verb before", `Anna Berg said, “We will stay.”`, []string{`direct [“We will stay.”] Anna Berg`}},
		{"colon before", `Anna Berg said: “We will stay.”`, []string{`direct [“We will stay.”] Anna Berg`}},
		{"verb then name after", `“We will stay,” said Anna Berg.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"verb then title and name", `“We will stay,” said Mayor Anna Berg.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"verb then role", `“We will stay,” said the mayor.`, []string{`direct [“We will stay,”] mayor`}},
		{"name, apposition, verb", `“We will stay,” Anna Berg, the mayor of Oldport, said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"name, age, verb", `“We will stay,” Anna Berg, 45, said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"verb, name, apposition", `“We will stay,” said Anna Berg, who leads the council.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"verb and time", `“We will stay,” Anna Berg said on Monday.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"verb and place", `“We will stay,” Anna Berg said at a rally in Oldport.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"verb and addressee", `“We will stay,” Anna Berg told reporters.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"told the paper before", `Anna Berg told the Oldport Times: “We will stay.”`, []string{`direct [“We will stay.”] Anna Berg`}},
		{"told somebody in an interview before", `Anna Berg told a reporter in an interview on Monday, “We will stay.”`, []string{`direct [“We will stay.”] Anna Berg`}},
		{"sentence that begins with the verb", `Said Berg: “We will stay.”`, []string{`direct [“We will stay.”] Berg`}},
		{"adverb between", `“We will stay,” Anna Berg later said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"perfect", `“We will stay,” Anna Berg has said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"split: the frame in the gap", `“We will stay,” Anna Berg said, “and we will win.”`, []string{`direct [“We will stay,”] Anna Berg`, `direct [“and we will win.”] Anna Berg`}},
		{"split over two sentences", `“We will stay,” Anna Berg said. “We will win.”`, []string{`direct [“We will stay,”] Anna Berg`, `direct [“We will win.”] Anna Berg`}},
		{"split with a long frame", `“We will stay,” said Anna Berg, the mayor, who was tired. “We will win.”`, []string{`direct [“We will stay,”] Anna Berg`, `direct [“We will win.”] Anna Berg`}},
		{"two speakers in one sentence", `“We will stay,” Anna Berg said, and “we will go,” Karl Lund replied.`, []string{`direct [“We will stay,”] Anna Berg`, `direct partial [“we will go,”] Karl Lund`}},
		{"two speakers in two sentences", `“We will stay,” Anna Berg said. “We will go,” Karl Lund replied.`, []string{`direct [“We will stay,”] Anna Berg`, `direct [“We will go,”] Karl Lund`}},
		{"each speaker before", `Anna Berg said, “We will stay.” Karl Lund said, “We will go.”`, []string{`direct [“We will stay.”] Anna Berg`, `direct [“We will go.”] Karl Lund`}},
		{"pronoun after", `Anna Berg arrived. “We will stay,” she said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"verb that is no known cue", `“We will stay,” Anna Berg offered.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"said without a subject after and", `Anna Berg shook her head and said: “We will stay.”`, []string{`direct [“We will stay.”] Anna Berg`}},
		{"quote after a wh-word", `Asked why, Anna Berg said, “We will stay.”`, []string{`direct [“We will stay.”] Anna Berg`}},
		{"noun that reports", `Anna Berg's warning that “nobody is safe” was heard.`, []string{`mixed [that “nobody is safe”] Anna Berg`, `direct partial [“nobody is safe”] Anna Berg`}},
		{"noun and of", `Lund repeated Berg's promise of “a new start.”`, []string{`mixed [Berg's promise of “a new start.”] Lund`, `direct partial [“a new start.”] Berg`}},
		{"in somebody's words", `In Anna Berg's words, “nobody is safe.”`, []string{`direct partial [“nobody is safe.”] Anna Berg`}},
		{"according to after", `The city is “not safe,” according to Anna Berg.`, []string{`mixed [The city is “not safe,”] Anna Berg`, `direct partial [“not safe,”] Anna Berg`}},
		{"according to before", `According to Anna Berg, the city is “not safe.”`, []string{`mixed [the city is “not safe.”] Anna Berg`, `direct partial [“not safe.”] Anna Berg`}},
		{"as somebody put it", `The city is “not safe,” as Anna Berg put it.`, []string{`direct partial [“not safe,”] Anna Berg`}},
		{"colon after a name only", `Anna Berg: “We will stay.”`, []string{`direct [“We will stay.”] Anna Berg`}},
		{"signature after a dash", `“We will stay.” — Anna Berg`, []string{`direct [“We will stay.”] Anna Berg`}},
		{"label inside the marks", `“BERG: We will stay.”`, []string{`direct [“BERG: We will stay.”] BERG`}},
	})
}

func TestFind_Floating(t *testing.T) {
	check(t, []row{
		{"the speaker stands in the next paragraph", "“We will stay in the city,”\n\nBerg stated, adding that help was near.", []string{`direct [“We will stay in the city,”] Berg`, `indirect [that help was near] Berg`}},
		{"the speaker stands in the next paragraph, with a name before", "Mayor Anna Berg met the army.\n\n“We will stay in the city,”\n\nBerg stated.", []string{`direct [“We will stay in the city,”] Anna Berg`}},
		{"floating sentence goes on", `“We will stay,” Anna Berg said. “It is our home. We love it.”`, []string{`direct [“We will stay,”] Anna Berg`, `direct [“It is our home. We love it.”] Anna Berg`}},
		{"floating after a reported sentence", `Anna Berg was angry, she said. “Nobody asked us.”`, []string{`indirect [Anna Berg was angry] Anna Berg`, `direct [“Nobody asked us.”] Anna Berg`}},
		{"two floating sentences", `“We will stay,” Anna Berg said. “It is our home.” “We love it.”`, []string{`direct [“We will stay,”] Anna Berg`, `direct [“It is our home.”] Anna Berg`, `direct [“We love it.”] Anna Berg`}},
		{"a colon ends the paragraph before", "Anna Berg wrote to the council:\n\n“We will stay in the city.”", []string{`direct [“We will stay in the city.”] Anna Berg`}},
		{"floating paragraph after a speaker's", "“We will stay,” Anna Berg said.\n\n“It is our home.”", []string{`direct [“We will stay,”] Anna Berg`, `direct [“It is our home.”] Anna Berg`}},
		{"the sentence after tells", `“Stop now.” “Or else we go,” Anna Berg said.`, []string{`direct [“Stop now.”] Anna Berg`, `direct [“Or else we go,”] Anna Berg`}},
		{"fragment with a participle", `Anna Berg said it was late. Adding: “We are tired.”`, []string{`indirect [it was late] Anna Berg`, `direct [“We are tired.”] Anna Berg`}},
		{"but before a floating quote", `“We will stay,” Anna Berg said. But “we may go one day.”`, []string{`direct [“We will stay,”] Anna Berg`, `direct [“we may go one day.”] Anna Berg`}},
	})
}

package event_test

import (
	"strings"
	"testing"
)

// TestPolarity has a row for each way to say that something did not happen, may happen, or is only asked about.
func TestPolarity(t *testing.T) {
	const day = "2024-05-15" // a Wednesday
	for _, c := range []struct{ name, text, word, want string }{
		// what nobody did, and what was done to nothing
		{"no gate", "No gate of the dam in Bari was opened on Monday.", "opened", "denied"},
		{"none of them", "None of the villages near Bari was hit on Monday.", "hit", "denied"},
		{"none of them, in a quote", "\"None of us saw the log,\" said Ann Smith.", "saw", "denied"},
		{"nobody", "Nobody was killed in Bari on Monday.", "killed", "denied"},
		{"no one", "No one died when the ferry sank off Bari on Monday.", "died", "denied"},
		{"no one died, but the ferry sank", "No one died when the ferry sank off Bari on Monday.", "sank", "asserted"},
		{"nobody was hurt, behind what happened", "A roof fell in Bari on Monday, but nobody was hurt.", "hurt", "denied"},
		{"what happened before nobody was hurt", "A roof fell in Bari on Monday, but nobody was hurt.", "fell", "asserted"},
		{"nobody from somewhere", "Nobody from the leisure trust attended.", "attended", "denied"},
		{"not one", "Not one letter of support reached the mayor of Bari.", "reached", "denied"},
		{"not a single", "Not a single shop in Bari opened on Monday.", "opened", "denied"},
		{"not all is no denial", "Not all shops in Bari opened on Monday.", "opened", "asserted"},
		{"neither of two", "Neither of the two camps named a candidate in Bari on Monday.", "named", "denied"},
		{"neither, nor", "Neither Ann Smith nor the mayor backed the plan in Bari.", "backed", "denied"},
		{"nothing", "Nothing was stolen from the museum in Bari on Monday.", "stolen", "denied"},
		{"the second of two joined verbs", "Nobody was hurt or killed in Bari on Monday.", "killed", "denied"},
		{"no object", "The firm closed none of its shops in Bari on Monday.", "closed", "denied"},
		{"nobody as the object", "The shots killed nobody in Bari on Monday.", "killed", "denied"},
		{"no arrests", "Police made no arrests in Bari on Monday.", "arrests", "denied"},
		{"no further attacks", "There were no further attacks in Bari on Monday.", "attacks", "denied"},
		{"no more than is a number", "No more than five people died in Bari on Monday.", "died", "asserted"},
		{"no fewer than is a number", "No fewer than ten shops burned in Bari on Monday.", "burned", "asserted"},
		{"no doubt", "No doubt the fire spread to Bari on Monday.", "spread", "asserted"},
		{"no longer than", "The fire burned no longer than an hour in Bari on Monday.", "burned", "asserted"},
		{"in no time", "In no time the fire spread to Bari.", "spread", "asserted"},
		{"at no point", "At no point was the dam in Bari opened.", "opened", "denied"},
		{"who says that nobody was hurt, says it", "The mayor announced on Monday that nobody had been hurt in Bari.", "announced", "asserted"},
		{"said no one was hurt", "The mayor said no one was hurt in Bari.", "hurt", "denied"},
		{"nobody but somebody", "Nobody but the mayor backed the plan in Bari on Monday.", "backed", "asserted"},
		{"who lacks something, acts", "Doctors without vaccine turned away families in Bari on Monday.", "turned", "asserted"},
		{"without doing it", "The ferry left Bari on Monday without picking up the nurses.", "picking", "denied"},
		{"no ship is to be hit", "No new keeper would be hired in Bari.", "hired", "denied"},
		// what was tried and failed, prevented or left undone
		{"failed to", "A helicopter failed to reach Bari on Monday.", "reach", "denied"},
		{"unable to", "Crews were unable to reach Bari on Monday.", "reach", "denied"},
		{"failed in a bid to", "The rebels failed in their bid to seize Bari on Monday.", "seize", "denied"},
		{"an attempt at the head of the text", "Attempt to rob a bank in Bari ended in a chase on Monday.", "rob", "conditional"},
		{"declined to", "The bank declined to close its branch in Bari on Monday.", "close", "denied"},
		{"kept from", "Floods prevented crews from reaching Bari on Monday.", "reaching", "denied"},
		{"stopped short of", "The council stopped short of closing the school in Bari on Monday.", "closing", "denied"},
		{"instead of", "The pilot flew on to Trani on Monday instead of landing in Bari.", "landing", "denied"},
		{"ruled out", "The mayor ruled out closing the school in Bari.", "closing", "denied"},
		{"tried to", "Two men tried to rob a bank in Bari on Monday.", "rob", "conditional"},
		{"denied that", "The firm denied that its lorries had dumped oil near Bari in 2021.", "dumped", "denied"},
		{"denied it was", "The firm denied it had dumped oil near Bari in 2021.", "dumped", "denied"},
		{"denied plans to", "The party denied plans to close the port of Bari.", "close", "denied"},
		// questions
		{"a question", "Was the dam in Bari opened on Monday?", "opened", "conditional"},
		{"a question with who", "Who opened the dam in Bari on Monday?", "opened", "conditional"},
		{"a question in marks", "\"Was the plane hit in Bari?\" he asked.", "hit", "conditional"},
		{"a question with who in marks", "\"Who opened the dam in Bari on Monday? We do not know,\" she said.", "opened", "conditional"},
		{"a question of two halves", "Was the plane hit in Bari, or was a wing broken?", "broken", "conditional"},
		{"what is known in a question", "Was the mayor warned before the dam in Bari burst on Monday?", "burst", "asserted"},
		{"whether", "The judge asked whether the dam in Bari had been opened on Monday.", "opened", "conditional"},
		{"who is unclear", "It is unclear who opened the dam in Bari on Monday.", "opened", "conditional"},
		{"who is investigated", "Police are investigating who fired the shots in Bari on Monday.", "fired", "conditional"},
		{"who is not known", "Who opened the dam in Bari on Monday is not known.", "opened", "conditional"},
		{"who, somebody asked", "Who invited them to Bari, a deputy asked in parliament.", "invited", "conditional"},
		{"who did it", "The man who opened the dam in Bari on Monday was arrested.", "opened", "asserted"},
		{"what happened before a question", "The dam in Bari burst on Monday. Was it checked?", "burst", "asserted"},
		// conditions
		{"if", "If the dam in Bari breaks, the town floods.", "breaks", "conditional"},
		{"had it", "Had the gates in Bari not held, the village would be lost.", "lost", "conditional"},
		{"had it come", "Had the help come to Bari in March, lives would have been saved.", "come", "conditional"},
		{"suppose", "Suppose the dam in Bari was opened on Monday.", "opened", "conditional"},
		{"imagine that", "Imagine that troops attacked Bari on Monday.", "attack", "conditional"},
		{"somebody who supposes", "They suppose the dam in Bari. Troops attacked Trani on Monday.", "attack", "asserted"},
		{"should it", "Should the dam in Bari be opened, the town floods.", "opened", "conditional"},
		{"as if", "It looked as if a bomb had exploded in Bari.", "exploded", "conditional"},
		{"in case", "Sandbags were laid out in Bari in case the river flooded the market.", "flooded", "conditional"},
		{"unless", "Schools in Bari reopen on Monday unless the number of cases rises.", "rises", "conditional"},
		// plans
		{"due to", "The line to Bari is due to open next week.", "open", "planned"},
		{"is to", "Sandy Flett is to move to Bari with his sister.", "move", "planned"},
		{"are to be", "Her ashes are to be scattered at Bari.", "scattered", "planned"},
		{"was to be", "The dyke at Bari was to be raised by a metre.", "raised", "planned"},
		{"supposed to", "The plane was supposed to land in Bari on Monday.", "land", "planned"},
		{"plans to", "The firm plans to close its shop in Bari.", "close", "planned"},
		{"said it would", "The firm said it would raise fares in Bari from January.", "raise", "planned"},
		{"would if", "The firm said it would raise fares in Bari if fuel rose.", "raise", "conditional"},
		{"hoped to", "The team had hoped to drill in Bari in March.", "drill", "conditional"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, a := find(day, c.text)
			at := strings.Index(c.text, c.word)
			got := "no event"
			for i := range a.Events {
				if e := &a.Events[i]; e.Trigger.Start <= at && at < e.Trigger.End && !e.Mention {
					got = e.Modality.String()
					break
				}
			}
			if got == "background" || got == "reported" {
				got = "asserted" // it happened
			}
			if got != c.want {
				t.Errorf("%s: %q is %s, want %s", c.text, c.word, got, c.want)
			}
		})
	}
}

package event_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/app/story"
)

// realness is a sentence with a word of happening in it, and whether what it tells of is real: "happened", "planned",
// "conditional", "denied", "claimed", "opinion", or "topic" for what a headline or a sentence only speaks of.
type realness struct{ kind, what, text string }

// realSentences were made up before any rule was written for them.
var realSentences = []realness{
	{"happened", "sink", "The trawler sank off Bari on Monday."},
	{"happened", "close", "Italy closed the port of Trani on Sunday."},
	{"happened", "strike", "A shell struck the market in Aleppo on Tuesday, killing nine people."},
	{"happened", "sign", "The two ministers signed the treaty in Vienna last week."},
	{"happened", "flood", "The river flooded Trier on Saturday."},
	{"happened", "arrest", "Police arrested four men in Marseille on Friday."},
	{"happened", "resign", "The mayor of Lyon resigned on Thursday after the report."},
	{"happened", "march", "Thousands marched through Belgrade on Saturday."},
	{"happened", "collapse", "A bridge collapsed in Genoa, the fire brigade said on Monday."},
	{"happened", "hearing", "The court opened its hearing in The Hague on Monday."},
	{"happened", "leave", "The last convoy left Sarajevo on Sunday, the army said."},
	{"happened", "meet", "Envoys of both sides met in Geneva on Tuesday for three hours."},
	{"happened", "vote", "Parliament in Sofia voted on Wednesday to keep the tax."},
	{"happened", "derail", "A goods train derailed near Verona on Monday."},
	{"planned", "visit", "The chancellor will visit Ankara on Friday."},
	{"planned", "meet", "Leaders are expected to meet in Paris next week."},
	{"planned", "open", "The museum in Bilbao is due to open in June."},
	{"planned", "send", "Norway plans to send two ships to Tromsø in autumn."},
	{"planned", "talks", "Talks are scheduled for Monday in Doha."},
	{"planned", "close", "The mine at Kiruna is to close in 2030."},
	{"planned", "withdraw", "Chad has agreed to withdraw its troops from Niamey by July."},
	{"planned", "travel", "The envoy is about to travel to Cairo."},
	{"planned", "build", "The firm intends to build a plant in Gdansk."},
	{"conditional", "burst", "The dam could burst in Bari if the rain goes on."},
	{"conditional", "leave", "The council could demand that the troops leave the Kharkiv region."},
	{"conditional", "attack", "If the rebels attack Goma, the airport would close."},
	{"conditional", "trade", "One idea is to trade Trani for Bari."},
	{"conditional", "invade", "Officials fear that the army might invade Lviv."},
	{"conditional", "cut", "The strike may cut Oslo off from its port."},
	{"conditional", "withdrawal", "Ankara has proposed a withdrawal from Idlib."},
	{"conditional", "ceasefire", "The minister urged a ceasefire in Khartoum."},
	{"conditional", "surrender", "The general demanded that the garrison of Homs surrender."},
	{"conditional", "swap", "A swap of prisoners in Minsk would need the consent of both."},
	{"denied", "sink", "The trawler did not sink off Bari on Monday."},
	{"denied", "encirclement", "The army dismissed claims of an encirclement in Kursk."},
	{"denied", "attack", "Iran denied that it had attacked the ship off Muscat."},
	{"denied", "meet", "The two presidents never met in Vienna."},
	{"denied", "talks", "No talks were held in Doha on Sunday."},
	{"denied", "shell", "Serbia rejected reports that it had shelled a school in Bari."},
	{"denied", "strike", "The ministry called reports of a strike on Aleppo false."},
	{"denied", "arrest", "Police have not arrested anybody in Marseille."},
	{"claimed", "shell", "Hungary accused Serbia of shelling a school in Bari on Monday."},
	{"claimed", "poison", "The opposition alleged that agents poisoned the well in Trani."},
	{"claimed", "steal", "Ruritania blamed Lyon for stealing the bell."},
	{"claimed", "capture", "The rebels claimed that they had captured Goma."},
	{"claimed", "bribe", "The firm allegedly bribed two inspectors in Naples."},
	{"claimed", "kill", "Rebels claimed to have killed forty soldiers near Mopti."},
	{"opinion", "lose", "Kyiv is losing the war in Kursk, the analyst believes."},
	{"opinion", "reveal", "The power struggle in Tbilisi reveals how weak the state is."},
	{"opinion", "fail", "In my view, the talks in Doha have failed."},
	{"opinion", "change", "Nothing will ever change in Naples, the columnist wrote."},
	{"opinion", "show", "The vote in Sofia shows that voters are tired, she thinks."},
	{"opinion", "win", "Bari deserves to win the cup."},
	{"topic", "push", "Push to spare lives in Kursk"},
	{"topic", "war", "The war in Sudan: five questions"},
	{"topic", "reform", "What the reform means for Lyon"},
	{"topic", "flood", "How Trier can prepare for a flood"},
	{"topic", "sanctions", "The debate about sanctions on Iran"},
	{"topic", "peace", "A path to peace in Aleppo"},
	{"conditional", "bomb", "Unless the rebels bomb Goma, the airport will stay open."},
	{"conditional", "leave", "The mayor insisted that every ship leave Trani."},
	{"conditional", "shut", "The firm may shut its plant in Gdansk."},
	{"opinion", "end", "The quarrel in Bari will never end, she thinks."},
	{"planned", "end", "The fair in Bari will end on Friday."},
	{"happened", "sail", "Ships sailed from Bari on Monday, the harbour master said."},
	{"topic", "strike", "All you need to know about the strike in Oslo"},
	{"denied", "shell", "The army of Serbia denied that it had shelled Bari."},
	{"denied", "shell", "Serbia denied on Monday that its guns had shelled the port of Bari."},
	{"denied", "shell", "Serbia denied shelling Bari on Monday."},
	{"denied", "shell", "Serbia denied having shelled Bari."},
	{"denied", "hit", "The ministry rejected reports that Bari had been hit on Monday."},
	{"denied", "hit", "The ministry has dismissed claims that two rockets hit the port of Bari."},
	{"denied", "fall", "The mayor dismissed rumours that Goma had fallen."},
	{"denied", "flee", "It was not true that the crew had fled Trani, the captain said."},
	{"denied", "flee", "The captain said it was not true that the crew had fled Trani."},
	{"denied", "bomb", "There was no evidence that the rebels bombed the market in Goma."},
	{"denied", "bomb", "The inquiry found no evidence that the rebels had bombed Goma."},
	{"denied", "capture", "There is no truth in reports that the rebels captured Goma."},
	{"denied", "capture", "Reports that the rebels had captured Goma were false, the army said."},
	{"denied", "capture", "Reports that the rebels had captured Goma were denied by the army."},
	{"denied", "shell", "The army of Serbia has never shelled Bari, it said."},
	{"denied", "poison", "The firm called it untrue that its workers had poisoned the well in Trani."},
	{"denied", "bribe", "The firm disputed that it had bribed two inspectors in Naples."},
	{"denied", "raid", "Neither army raided Goma, the observers found."},
	{"happened", "bombing", "The rebels denied any role in the bombing of the market in Goma on Monday."},
	{"denied", "attack", "The general denied the attack on Muscat."},
	{"denied", "resign", "The mayor of Lyon denied she had resigned."},
	{"denied", "kidnap", "The rebels denied kidnapping two nurses in Goma and burning the clinic."},
	{"denied", "storm", "The guards denied storming the ward in Lyon or beating anybody there."},
	{"denied", "leave", "There was no sign that the garrison had left Homs."},
	{"denied", "burn", "Claims that the crew burned the ferry off Bari were unfounded, the inquiry said."},
	{"happened", "kill", "The army denied the charge; two people were killed in Goma on Monday."},
	{"happened", "deny", "The court in Bari denied the firm a licence on Monday."},
	{"happened", "reject", "Parliament in Sofia rejected the budget on Wednesday."},
	{"happened", "kill", "The blast that killed nine in Aleppo on Tuesday was an accident, the army said, rejecting reports of a bomb."},
	{"happened", "flee", "Thousands fled to Oslo on Monday."},
	{"happened", "flee", "The family fled to Oslo."},
	{"happened", "flee", "The crew fled to Trani on Sunday."},
	{"happened", "move", "Her parents moved to Oslo in 2019."},
	{"happened", "return", "The children returned to Trani on Friday."},
	{"happened", "open", "The school opened its doors in Trani on Monday."},
	{"happened", "session", "The tribunal opened its session in Lyon on Monday."},
	{"conditional", "return", "The court insisted that the ship return to Bari."},
	{"conditional", "close", "The council demanded that the firm close its plant in Gdansk."},
}

// toldAs are the kinds that an event is shown as: how it is spoken of, and what is only hidden is no more than a topic or
// an opinion.
func toldAs(m story.Modality, p float64) (out []string) {
	hidden := p < story.Likely && p > 0
	if hidden {
		out = []string{"topic", "opinion"}
	}
	switch m {
	case story.ModalPlanned:
		return append(out, "planned")
	case story.ModalConditional:
		return append(out, "conditional", "opinion", "topic")
	case story.ModalDenied:
		return append(out, "denied")
	case story.ModalClaimed:
		return append(out, "claimed")
	case story.ModalOpinion:
		return append(out, "opinion", "topic")
	}
	if !hidden {
		out = append(out, "happened")
	}
	return out
}

// isReal reads a made-up sentence and reports what its word of happening is shown as; nothing where it makes no event.
func isReal(c realness) []string {
	_, a := find("2024-05-15", c.text)
	best, out := -1.0, []string{"topic", "opinion"}
	for i := range a.Events {
		e := &a.Events[i]
		if word := strings.ToLower(e.What); word != c.what && !strings.HasPrefix(strings.ToLower(e.Trigger.In(c.text)), c.what[:min(len(c.what), 4)]) {
			continue
		}
		if e.P > best {
			best, out = e.P, toldAs(e.Modality, e.P)
		}
	}
	return out
}

// leastReal is how many of the sentences have to be read right: the rate that is reached now.
const leastReal = 0.99

func TestReal_WhatIsNotSoIsToldApart(t *testing.T) {
	right, all := map[string]int{}, map[string]int{}
	sum := 0
	for _, c := range realSentences {
		all[c.kind]++
		if got := isReal(c); slices.Contains(got, c.kind) {
			right[c.kind]++
			sum++
		} else {
			t.Logf("%s is %v: %s (%s)", c.kind, got, c.text, c.what)
		}
	}
	t.Logf("%d of %d: %v of %v", sum, len(realSentences), right, all)
	if rate := float64(sum) / float64(len(realSentences)); rate < leastReal {
		t.Errorf("%.0f %% are told apart, want %.0f %%", 100*rate, 100*leastReal)
	}
}

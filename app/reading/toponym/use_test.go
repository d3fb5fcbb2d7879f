package toponym_test

import (
	"strings"
	"testing"
)

// TestUse: what each name does in its sentence. The name looked at stands in brackets.
func TestUse(t *testing.T) {
	x := index(t)
	for _, c := range []struct{ text, want string }{
		// the place itself
		{"The war in [Ukraine] goes on.", "literal"},
		{"Envoys will travel to [Russia] next week.", "literal"},
		{"They were en route to [Russia] to talk.", "literal"},
		{"Children were relocated from [Ukraine] to Russia.", "literal"},
		{"Children were relocated from Ukraine to [Russia].", "literal"},
		{"Negotiators head to [Moscow] for talks.", "literal"},
		{"He met the leader in [Moscow] on Friday.", "literal"},
		{"States bordering [Russia] are worried.", "literal"},
		{"Troops left the Kharkov region of [Ukraine].", "literal"},
		{"Troops left the [Kyiv] and Kharkov regions.", "literal"},
		{"Talks were held in Paris, [London] and Rome.", "literal"},
		{"Fighting spread across southern [Lebanon].", "literal"},
		{"The talks are to be held in [Saudi Arabia].", "literal"},
		{"[Kyiv] was hit by drones at night.", "literal"},
		{"[Sudzha] is encircled.", "literal"},
		{"A bomb fell within [Kursk]’s borders.", "literal"},
		{"The battle for [Mariupol] lasted weeks.", "literal"},
		{"They visited [China] in spring.", "literal"},
		{"Tourists stood outside the [White House] in the rain.", "literal"},
		{"The streets of [Beijing] were empty.", "literal"},
		{"He left [Sarajevo] on Sunday.", "literal"},
		{"She had left [Haiti] years ago.", "literal"},
		{"He will travel to [Cairo] next week.", "literal"},
		{"Soldiers patrolled the border with [Togo].", "literal"},
		{"The tanker left Jeddah for [Egypt].", "literal"},
		{"The ship was sailing from Batumi to [Mozambique].", "literal"},
		{"Two experts from [Ottawa] will join the search.", "literal"},
		{"They read a statement from [Australia], where she lives.", "literal"},
		{"It is the largest mill on the soil of [Finland].", "literal"},
		{"[Africa]'s largest lake is drying out.", "literal"},
		{"The works in Linz, [Austria], will close.", "literal"},
		{"The [London] club said on Thursday that it had no comment.", "literal"},
		{"[Texas] was hit by a storm.", "literal"},
		{"[Liverpool] is a port in the north-west.", "literal"},
		{"Snow fell in Perth and [Hobart] on Friday.", "literal"},
		{"A family from [Halifax] died in the crash.", "literal"},
		{"The port of [Beirut] has been closed.", "literal"},
		{"The [Pentagon] was evacuated after a fire alarm.", "literal"},
		{"Crowds filled [Downing Street] at noon.", "literal"},
		{"Diplomats were expelled from [France].", "literal"},
		{"Israel struck targets in [Syria].", "literal"},
		{"Rockets were fired at Haifa from [Lebanon].", "literal"},
		{"Imports from [China] fell.", "literal"},
		{"The minister flew home to [Kenya].", "literal"},
		{"Voters in [Kenya] go to the polls.", "literal"},
		{"The capital of [Kenya] was calm.", "literal"},
		{"He was born in [Kenya] and raised in Leeds.", "literal"},
		{"She studied in Oxford, [England].", "literal"},
		{"[Japan] lies on the Ring of Fire.", "literal"},
		{"A storm moved across [Japan].", "literal"},
		{"A storm is heading for [Japan].", "literal"},
		{"[Japan] was rocked by a strong earthquake.", "literal"},
		{"Life in [Tokyo] is dear.", "literal"},
		{"The grain leaves [Ukraine] through the Danube ports.", "literal"},
		{"The prisoners were flown back to [Ukraine].", "literal"},
		{"Flights to [Iran] were cancelled.", "literal"},
		{"A flight from [Iran] landed safely.", "literal"},
		{"The road from Aleppo to [Damascus] is closed.", "literal"},
		{"Protesters marched through [Paris].", "literal"},
		{"Protests broke out from Lagos to [Abuja].", "literal"},
		{"[Brazil]'s Amazonas state is flooded.", "literal"},
		{"The team trains in [Spain].", "literal"},
		{"He moved to [Spain] in 2001.", "literal"},
		{"An earthquake hit [Turkey] at dawn.", "literal"},
		{"Troops withdrew from [Afghanistan].", "literal"},
		{"Northern [Ireland] was quiet.", "literal"},
		{"A court in [Moscow] jailed him.", "literal"},
		{"Officials in [Lebanon] said six people died.", "literal"},
		{"Reporters waited at the [White House].", "literal"},
		{"[Gaza] has been under siege for months.", "literal"},
		{"Aid trucks rolled into [Gaza].", "literal"},
		{"The population of [Egypt] is growing.", "literal"},
		// those who act for it
		{"[Moscow] demands guarantees.", "actor"},
		{"[Russia]’s intentions are not clear.", "actor"},
		{"The [Kremlin] has yet to answer.", "actor"},
		{"The plan needs the consent of [Washington] and Kyiv.", "actor"},
		{"An ultimatum was sent to [Russia].", "actor"},
		{"The proposal was supported by [Ukraine].", "actor"},
		{"Tensions between [Russia] and Ukraine rose.", "actor"},
		{"Tensions between Russia and [Ukraine] rose.", "actor"},
		{"[U.S.]-Russia talks were put off.", "actor"},
		{"A [U.S.]-led coalition formed.", "actor"},
		{"He paid a visit to [Moscow]’s troops in the field.", "actor"},
		{"Sanctions against [Iran] remain.", "actor"},
		{"Actors such as North Korea and [Saudi Arabia] joined.", "actor"},
		{"The resolution rests with [Russia].", "actor"},
		{"The step risks alienating an ally in [Kyiv].", "actor"},
		{"[Germany] beat France in the final.", "actor"},
		{"Concessions on the part of the [Kremlin] are unlikely.", "actor"},
		{"[Ukraine], the most important voice, was not at the table.", "actor"},
		{"The sanctions left [Russia] isolated.", "actor"},
		{"The vote left [Russia] with few friends.", "actor"},
		{"Pressure from [Ottawa] is growing.", "actor"},
		{"[Russia]'s president spoke by phone.", "actor"},
		{"[Texas] sent 400 troopers.", "actor"},
		{"[Delhi] did not comment.", "actor"},
		{"[Liverpool] have signed a goalkeeper.", "actor"},
		{"[Poland] and the Baltic states want to move fast.", "actor"},
		{"A spokesman for the [Pentagon] declined to say.", "actor"},
		{"[Downing Street] said the plan was dead.", "actor"},
		{"The embassy of [France] in Nairobi was closed.", "actor"},
		{"[Israel] struck targets in Syria.", "actor"},
		{"Trade between [China] and India fell.", "actor"},
		{"[Kenya] goes to the polls on Tuesday.", "actor"},
		{"The president of [Kenya] resigned.", "actor"},
		{"[Tokyo] shares rose.", "actor"},
		{"Aid for [Ukraine] was approved.", "actor"},
		{"Talks with [Iran] have stalled.", "actor"},
		{"He is the ambassador to [Brazil].", "actor"},
		{"Germany urged [Greece] to act.", "actor"},
		{"The war between [Eritrea] and Ethiopia ended.", "actor"},
		{"The [White House] rejected the claim.", "actor"},
		// the rest
		{"Talks on [Ukraine] were put off.", "topic"},
		{"[Ukrainian] troops moved north.", "adjective"},
		{"Two [Canadians] were hurt.", "adjective"},
		{"The [Columbus] Police Department said so, and Columbus residents agreed.", "in-name"},
	} {
		open, end := strings.Index(c.text, "["), strings.Index(c.text, "]")
		text := c.text[:open] + c.text[open+1:end] + c.text[end+1:]
		got := "nothing"
		for _, p := range toponymsOf(x, text) {
			if p.Span.Holds(open) {
				got = p.Use.String()
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

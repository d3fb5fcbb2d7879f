package timex

import (
	"strings"

	"dateline/app/reading/token"
)

// Tense marks of single words: what a clause with this word tells of, as far as weekdays and months care.
const (
	verbPast    = 1
	verbPresent = 2
	verbFuture  = 3
	verbHave    = 4 // "has", "have": past with a participle
	verbBe      = 5 // "is", "are": future with "to"
	verbModal   = 6 // "could", "would": future, past with "have"
)

func addVerbs(l *lexiconTable) {
	verb := func(tense int8, words string) {
		l.add(words, cVerb, 0, 0, 0)
		for _, w := range strings.Fields(words) {
			l.entries[l.find(token.HashOf(w))].tense = tense
		}
	}
	verb(verbPast, `was were did had been said told went came took made gave got found became began left held met won lost
		sold bought brought thought felt fell rose led sent spent stood struck shot spoke wrote drove broke chose grew
		knew saw ran sat swore threw withdrew fought caught taught sought built cut hit put paid kept slept meant
		understood forgot arose woke wore tore bore drew flew blew froze hid hung lay lent lit rode sang sank shook
		shrank slid spun stole stuck swam swept swung undertook underwent overcame overthrew forbade foresaw burst cost
		quit killed beat fled dug dealt drank ate bled clung crept fed flung heard knelt laid
		leapt overtook rang shone sped sprang stung strode swung wept hurt shut spread withstood withheld overran misled mistook rebuilt resold retook rewrote undid
		opened closed died signed launched ended started arrested died announced reported`)
	verb(verbPresent, "says does do tells thinks believes remains means wants shows continues want need hope plan")
	verb(verbFuture, `will shall 'll won't gonna i'll you'll he'll she'll it'll we'll they'll that'll there'll who'll`)
	verb(verbModal, "would could might may should must can cannot can't couldn't wouldn't")
	verb(verbHave, "has have having haven't hasn't")
	verb(verbBe, "is are am be isn't aren't")
	l.add(`meet begin choose reopen open start vote elect gather return resume play face hold launch visit travel arrive
		leave close decide go host sign debate discuss celebrate kick head hear publish appear march strike`, cMeets, 0, 0, 0)
	l.add(`rules votes meets decides travels plays faces hosts visits elects chooses sails departs convenes resumes flies launches celebrates reaches reports
		debates moves publishes unveils leaves arrives opens returns`, cMeetsOne, 0, 0, 0)
	l.add("club team side band squad trio quartet choir crew duo pair orchestra visitors hosts champions holders", cManyInOne, 0, 0, 0)
	l.add("opens begins starts closes ends expires resumes returns runs sits kicks arrives reopens takes comes leaves", cTimetable, 0, 0, 0)
	l.add(`expected scheduled due plans planned planning set slated expects expect hopes hope intends intend going
		upcoming aims ready vowed promised threatened likely supposed poised prepares preparing about decided agreed
		agree agrees seeks ordered wants urged asked called proposed pledged bound ahead hopes hoping plan forecast
		forecasts predicts predict projected anticipated tentatively`, cPlan, 0, 0, 0)
}

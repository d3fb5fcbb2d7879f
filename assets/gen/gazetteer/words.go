package main

import (
	"strings"

	"dateline/geo/gazetteer"
)

// words holds the folded names that are also ordinary English words or phrases in lower case.
type words map[string]bool

func (w words) has(folded string) bool { return w[folded] }

var wordFiles = []string{"dict/data.noun", "dict/data.verb", "dict/data.adj", "dict/data.adv"}

// closed lists what WordNet leaves out: the small words, and months and days whose names are places somewhere.
const closed = `a an the this that these those i me my mine we us our ours you your yours he him his she her hers it its they them
their theirs who whom whose which what when where why how and or but nor so yet if then than as at by for from in into of off on onto
out over to up with within without under until till upon about above across after against along among around before behind below
beneath beside between beyond despite down during except inside like near outside past per since through throughout toward towards
via versus is am are was were be been being do does did done has have had having will would shall should can could may might must
not no yes all any both each every few many more most much neither none other others same several some such only own too very just
also even still again ever never now here there once one two three four five six seven eight nine ten first second third last next
mr mrs ms dr sir st al el la le de du des da di do dos das van von der den ten san los las les mo ho ha oh ok
january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today tomorrow yesterday
said says say told adds added asked made make makes went came come take took given gave got get going gone
his hers ours pm am ad bc ce id tv pc uk us eu un`

func readWords(files map[string][]byte) words {
	w := words{}
	for _, f := range strings.Fields(closed) {
		w[f] = true
	}
	for _, raw := range files {
		for _, line := range strings.Split(string(raw), "\n") {
			if line == "" || line[0] == ' ' {
				continue
			}
			f := strings.Fields(line)
			if len(f) < 6 {
				continue
			}
			n := 0
			for _, c := range f[3] {
				n = n*16 + strings.IndexRune("0123456789abcdef", c)
			}
			for i := 0; i < n && 4+2*i < len(f); i++ {
				word := f[4+2*i]
				if p := strings.IndexByte(word, '('); p > 0 {
					word = word[:p]
				}
				if word != strings.ToLower(word) {
					continue
				}
				word = gazetteer.Fold(strings.ReplaceAll(word, "_", " "))
				w[word] = true
				if f[2] == "n" && !strings.HasSuffix(word, "s") && !strings.Contains(word, " ") {
					w[word+"s"] = true
				}
			}
		}
	}
	return w
}

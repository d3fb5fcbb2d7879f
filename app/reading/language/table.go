package language

import (
	"strings"
	"unicode"
)

// entry is a language that shares its script with others: its most frequent small words, as grammars list them, and the
// letters that it has and most others of its script have not.
type entry struct{ tag, letters, words string }

// languages is how many there are in the table.
const languages = 26

var table = [languages]entry{
	{"en", "", `the of and to in a is that for it was on with as by at from this have has had not are were be been but his her their they he she
		which who will would said says after before about into over more than its an or when there could should`},
	{"de", "äöüß", `der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei
		einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom`},
	{"fr", "çèêëîïôùûœ", `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux d l s n qu c ses mais
		comme ou si leur y dont elle deux ces cette été ont fait aussi après entre sans être selon ainsi contre`},
	{"es", "ñ¿¡", `de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando
		todo esta ser son dos también fue había era muy años hasta desde está según tras contra`},
	{"it", "", `di e il la che in a per un è del con non una i le da si al dei nel della alla sono gli ha lo più come ma anche dal o delle se su dalla
		nella ai ed era questo tra stato dopo essere hanno suo fra degli contro loro`},
	{"pt", "ãõç", `de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou quando muito nos já também só pelo
		pela até isso ela entre depois sem mesmo aos são foi ser tem está segundo contra`},
	{"nl", "", `de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door worden naar heeft hij ze wordt tot je
		zich die werd over was hun na meer al deze haar kan dit zou tegen onder`},
	{"pl", "ąęłńśźż", `w i na z do nie się że o to jest po za od przez jak co dla a ale oraz tym są był jego ich które który przed być może już tylko
		przy tego ma jej lub było będzie czy także która został podczas wobec`},
	{"tr", "ğış", `ve bir bu da de için ile olarak daha çok en olan gibi kadar sonra ne ama var mi o ya ki her göre olduğunu dedi ise şu iki
		tarafından ancak karşı yeni oldu değil üzerine nin önce`},
	{"cs", "ěřůčšž", `a v se na je že s z do o i to k ve pro za by ale jako po jsou od které který jeho při byl jak tak už nebo ze bude podle před byla
		také jsem až mezi proti není`},
	{"sk", "ľĺŕôčšž", `a v sa na je že s z do o aj to k vo pre za by ale ako po sú od ktoré ktorý jeho pri bol keď tak už alebo zo bude podľa pred bola
		tiež nie medzi proti`},
	{"sv", "åäö", `och i att det som en på är av för med den till har de inte om ett han men var jag sig från vi så kan när nu också efter ska
		under eller mot ut hon över sedan mellan enligt`},
	{"da", "æøå", `og i at det er en til af på for med den de har som ikke der et han men var om sig fra så kan vil nu også efter skal under eller
		mod ud hun over blev mellem ifølge være havde`},
	{"nb", "æøå", `og i å det er en til av på for med den de har som ikke et han men var om seg fra så kan vil nå også etter skal under eller mot ut
		hun over ble mellom ifølge være hadde`},
	{"fi", "äö", `ja on ei että se oli hän mutta myös kun ovat joka sen tai kuin jo mukaan ole mitä nyt vain niin ollut kanssa olisi jälkeen
		vuonna sekä koska hänen tämä`},
	{"hu", "őűáéíóöúü", `a az és hogy nem egy is azt de ez meg volt van már csak még mint szerint után el ki majd lesz ha vagy között pedig ezt
		ami aki akik lehet miatt ellen`},
	{"ro", "ăâîșțşţ", `de și în a la cu pe din o că nu un care pentru este mai ce au fost al se sau ale după prin sunt dar lui fi acest
		între când până spre fără ca`},
	{"id", "", `yang di dan dengan untuk pada ini dari tidak itu dalam akan ke ada juga oleh mereka saya kata bisa sebagai karena telah atau
		lebih bahwa kami para setelah hari tahun`},
	{"ru", "ыэъё", `и в не на что с он по это из к а как но за от его у для о же все было до бы так со только мы они или если был уже время при
		после также когда была более этого которые который сообщил россии которая во об их быть`},
	{"uk", "іїєґ", `і в не на що з та у до за про як від це по його для але а й є чи так уже був було щоб коли після також який які під зі яка
		цього вони він або більше при через повідомив має бути`},
	{"bg", "", `и на в да за се от не с е че по са това като до при или но из през ще със след той още има както които беше бе само тази той
		който във към между`},
	{"sr", "ђјљњћџ", `и је у да се на за су од са не који што о до као али из ће би или након које која није био биће има по током према`},
	{"ar", "", `في من على إلى أن التي الذي عن مع هذا هذه ما كان بعد قال بين لا أو كما قبل وقال خلال كانت حول لم قد وقد بن عند إن أي ذلك منذ غير عام
		حتى كل هو هي ثم يوم إنه`},
	{"fa", "پچژگک", `در به از که این را با است برای آن یک شده و خود تا کرد بر هم نیز گفت می وی شد بود ها کرده اما یا هر بین باید دو سال`},
	{"ur", "ٹڈڑےں", `کے میں کی ہے اور سے کا کو اس نے پر کہ ہیں ایک یہ بھی کر تھا نہیں گیا ان جو لیے ہو کہا تک تو کیا بعد`},
	{"sl", "čšž", `in je v na se za da so ki z pa s bi ne po tudi kot iz od bo do pri še ni ali ter bil ob med o kar več bila proti`},
}

// scripts are those that one language alone is written in, as far as newspapers go.
var scripts = []struct {
	tag string
	of  *unicode.RangeTable
}{
	{"zh", unicode.Han}, {"ko", unicode.Hangul}, {"el", unicode.Greek}, {"he", unicode.Hebrew}, {"th", unicode.Thai}, {"hi", unicode.Devanagari},
	{"bn", unicode.Bengali}, {"ta", unicode.Tamil}, {"ka", unicode.Georgian}, {"hy", unicode.Armenian}, {"am", unicode.Ethiopic},
}

// small gives the languages, as bits, that have a word among their frequent ones; rare those that have a letter.
var small, rare = func() (map[string]uint32, map[rune]uint32) {
	words, letters := map[string]uint32{}, map[rune]uint32{}
	for i, e := range table {
		for _, w := range strings.Fields(e.words) {
			words[w] |= 1 << i
		}
		for _, r := range e.letters {
			letters[r] |= 1 << i
		}
	}
	return words, letters
}()

// maxSmall bounds the small words that are of ASCII letters.
const maxSmall = 15

// smallEnds tells for a first and a last letter which lengths the small words of ASCII letters have, as bits: most words are
// none.
var smallEnds = func() (ends [128][128]uint16) {
	for w := range small {
		if isASCII(w) && len(w) <= maxSmall {
			ends[w[0]][w[len(w)-1]] |= 1 << len(w)
		}
	}
	return ends
}()

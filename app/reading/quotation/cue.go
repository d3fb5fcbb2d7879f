package quotation

import (
	"strings"
	"sync"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// frame is what may follow a cue verb.
type frame uint16

const (
	says   frame = 1 << iota // that-clause, clause without that, quotation: "said it rained"
	thinks                   // that-clause or clause, seldom a quotation: "believes it rained"
	tells                    // somebody first: "told reporters that"
	asks                     // wh-clause, "if": "asked whether"
	wants                    // to-infinitive: "vowed to stay"
	object                   // what is spoken of, as an object: "rejected the plan"
	names                    // something, "as" or not, then a quotation: "called it “a farce”"
	about                    // a preposition, then what is spoken of: "warned of delays"
	shows                    // said of reports and polls as well: "the poll shows"
	quiet                    // a cue only before that, or beside a quotation: "note", "find"
	urges                    // somebody, then to-infinitive: "urged him to stay"
	stance                   // an object alone is a stance, no words: "backed the plan"
)

// verb is one cue verb.
type verb struct {
	base   string
	frames frame
	preps  []string // for about: which prepositions
	fixed  []string // for about: prepositions that belong to the cue itself: "called for"
}

// form is one form of a cue verb.
type form struct {
	*verb
	class grammar.Class // VerbBase, VerbS, VerbPast, VerbPart, VerbIng: all it can be
}

// verbLines lists the cue verbs: base, frames, and the prepositions of about ("+for": the preposition is part of the cue).
// s says, k thinks, n tells, w asks, t wants, o object, c names, p about, r shows, i quiet, u urges,
// z stance.
const verbLines = `
say s| tell snu| add s| acknowledge so| admit sop to| affirm so| allege so| announce so| argue sp for against +for +against| assert so
assure nk| aver s| believe kp +in| boast sp about of| caution snp against about| claim so| clarify sw| comment sp on about| complain sp about of
concede s| conclude s| confess sp to| confide s| confirm so| contend s| counter s| cry s| declare soz| decree s| deny so| disclose so
emphasize so| emphasise so| estimate k| exclaim s| explain sowz| fear k| feel k| forecast ko| foresee ko| gloat s| guess k| hint sp at +at| imply ko
indicate skor| inform nk| insist sp on +on| interject s| joke sp about| lament sop| maintain s| mention sok| mutter s| note so| object sp to| observe si| opine s
post sir| pledge stok| predict ko| proclaim so| promise stok| protest sop| quip s| reaffirm soz| realize k| realise k| recall soz| reckon k| recommend kok| reflect sipz on| reiterate so| remark sp on| remind n| repeat sio| reply s| report so
respond sp +to| reveal skor| rule siz| scoff sp at| shout s| signal koz| speculate kp about| state soz| stress so| suggest skor
swear st| testify sp to about| theorize k| think kpz about of +about| threaten st| tweet so| underline so| underscore so| vow st
warn snpu of about against| whisper s| wonder kw| write sp about of| yell s| whine s| groan s| laugh s| smile s| sigh s| stammer s| mumble s| murmur s| muse s
rant sp about| rail p +against| gush sp about| crow s| chuckle s| chide s| grumble sp about| bemoan o| decry o| fret kp about over| worry kp about
read siz| chant s| sing siz| intone s| declaim s| pronounce s| assess k| surmise k| conjecture k| postulate k| presume k| suspect k| assume k| expect kt
hope ktp for +for| know kwz| understand kwz| learn k| hear k| see iz| find irzo| show irzo| discover k| decide ktw| determine kw| agree stkp to with on +with +to +on| concur s
doubt kw| disagree sp with +with| question ow| ask swnuop about +about for +for| inquire sw| demand soz| request o| urge uso| implore us| beg us| plead sup for| exhort us| encourage uo| advise uns| instruct un| order u| persuade un| convince un| notify n
want tz| plan tz| intend t| refuse t| decline t| offer tz| propose sto| seek toz| aim t| agree st| wish ti| prefer tz| mean i| try i| attempt i| consider oz
call cp +for +on| describe co| label c| brand c| dub c| term c| characterize co| characterise co| dismiss co| depict c| portray c| deem c| hail c| denounce co| condemn co
blast oc| slam oc| criticize oc| criticise oc| attack oz| praise o| laud o| applaud o| commend o| welcome oz| reject o| accuse o| blame o| defend oz
support oiz| oppose oz| endorse oz| back oiz| favor oz| favour oz| advocate opz +for| champion oz| promote oiz| cite o| quote o| discuss oz| address iz| outline o| detail o| dispute o| challenge oiz
refute o| rebut o| rebuke o| debunk o| highlight o| tout o| celebrate i| mock o| ridicule o| deride o| lambaste o| chastise o| rip o| hammer iz| bash oz| disparage o| belittle o| vilify o| assail o| lambast o
express o| voice o| convey o| share iz| raise iz| issue iz| deliver iz| urge o| recount o| relate iz| narrate s| chronicle o| document o| unveil o| present iz
point sip +out| refer ip +to| allude p +to| speak p +about +of +out| talk p +about +of| lash p +out| push p +back| speculate p on| elaborate p +on| apologize p +for| apologise p +for| testify p +about| weigh p +in
balk p +at| bristle p +at| sneer sp +at| hit iz| take iz| express o| echo o| invoke o| trumpet o| herald o| downplay o| exaggerate o| overstate o| understate o| stipulate s| mandate i
analyze o| analyse o| examine iz| acknowledge o| appreciate oz| approve pz +of| disapprove p +of| regret ko| resent o| admire o| envision ko| envisage ko| anticipate koz| contemplate o| ponder ow| debate owz| study iz| review iz
vote i| put i| answer s| charge s| thank i| imagine k| liken c| compare c| rate c| list i| specify s| identify o| reference o| classify c| caution s| certify s| verify k| recite s| dictate s| relay so| reassure n| taunt sn| scold sn| lecture n| admonish sn| brief n| text sn| email sn| phone n| snap s| retort s| rejoin s| shoot i| blurt s| bark s| growl s| snarl s| hiss s
gripe sp about| rejoice s| marvel sp at| enthuse s| exult s| volunteer s| venture s| posit s| attest sp to| profess s| preach s| pray s| sum i| summarize si| summarise si| continue siz| begin si| start si| conclude s| finish si| go i| open i| end i
`

var cueTable = sync.OnceValue(func() *token.Words[form] {
	irregular := map[string]grammar.Forms{}
	for _, f := range grammar.Verbs() {
		irregular[f.Base] = f
	}
	m := map[uint32]form{}
	byBase := map[string]*verb{}
	for _, l := range strings.FieldsFunc(verbLines, func(r rune) bool { return r == '|' || r == '\n' }) {
		w := strings.Fields(l)
		if len(w) < 2 {
			continue
		}
		v := byBase[w[0]]
		if v == nil {
			v = &verb{base: w[0]}
			byBase[w[0]] = v
		}
		for _, c := range w[1] {
			v.frames |= map[rune]frame{'s': says, 'k': thinks, 'n': tells, 'w': asks, 't': wants, 'o': object, 'c': names, 'p': about, 'r': shows, 'i': quiet, 'u': urges, 'z': stance}[c]
		}
		for _, p := range w[2:] {
			if fix, ok := strings.CutPrefix(p, "+"); ok {
				v.fixed = append(v.fixed, fix)
			} else {
				v.preps = append(v.preps, p)
			}
		}
		f, ok := irregular[w[0]]
		if !ok {
			f = grammar.Inflect(w[0])
		}
		for _, x := range []struct {
			w string
			c grammar.Class
		}{{f.Base, grammar.VerbBase}, {f.S, grammar.VerbS}, {f.Past, grammar.VerbPast}, {f.Part, grammar.VerbPart}, {f.Ing, grammar.VerbIng}} {
			h := token.HashOf(x.w)
			have := m[h]
			m[h] = form{v, have.class | x.c}
		}
	}
	w := token.Index(m)
	return &w
})

// hashes makes a set of words.
func hashes(words string) token.Set { return token.SetOf(strings.Fields(words)...) }

var (
	hashThat      = token.HashOf("that")
	hashTo        = token.HashOf("to")
	hashFor       = token.HashOf("for")
	hashIn        = token.HashOf("in")
	hashOf        = token.HashOf("of")
	hashBy        = token.HashOf("by")
	hashAs        = token.HashOf("as")
	hashAt        = token.HashOf("at")
	hashAnd       = token.HashOf("and")
	hashBut       = token.HashOf("but")
	hashWho       = token.HashOf("who")
	hashAccording = token.HashOf("according")

	// speechNouns carry reported words: "his claim that", "a statement saying".
	speechNouns = hashes(`claim claims statement statements comment comments remark remarks assertion assertions accusation accusations allegation
		allegations argument belief view views opinion warning warnings promise pledge vow suggestion call calls demand demands insistence
		announcement admission acknowledgment acknowledgement concern concerns fear fears worry worries hope hopes report reports rumor rumors rumour
		rumours denial contention conclusion prediction question questions message criticism estimate finding findings decision plan plans proposal
		threat threats idea notion fact conviction assumption assurance assurances confirmation complaint complaints request words telling account estimation judgment judgement`)

	// namings lead to a name in quotation marks: "who goes by the name “Shorty”". Data.
	namings = hashes("name names nickname nicknames alias moniker nicknamed named handle pseudonym")

	// works are things that have a title: "the film “X”".
	works = hashes(`book film movie song show series documentary album novel play article program programme podcast poem essay magazine newspaper
		column blog paper report opera musical exhibition painting video game single track comedy drama sitcom episode memoir biography
		ad spot commercial campaign slogan website initiative`)
)

package event

import (
	"strings"
	"sync"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// Class is what sort of happening a word tells of.
type Class uint8

const (
	classNone Class = iota
	classAttack
	classBattle
	classSeize
	Withdraw
	Encircle
	classDeploy
	classTravel
	classMeet
	classAgree
	classArrest
	classDeath
	classDisaster
	classDamage
	classProtest
	classVote
	classOpen
	classBusiness
	classSport
	classAid
	classLife
	classCourt
	classDemand
	classSpeak
	classOther
	classState // tells how things are: "know", "belong", "include"
)

// traits of a class.
type trait uint8

const (
	physical trait = 1 << iota // happens at a spot, and so inherits one from the sentence before
	moves                      // "to X" is where it happens, "from X" is not
	leaves                     // "from X" is where it happens, "to X" is not
	talk                       // happens where the text says so, and nowhere else
	utters                     // a quote, not an event
)

var traits = [...]trait{
	classAttack: physical, classBattle: physical, classSeize: physical, Withdraw: physical | leaves, Encircle: physical,
	classDeploy: physical | moves, classTravel: moves, classMeet: talk, classAgree: talk, classArrest: physical, classDeath: physical,
	classDisaster: physical, classDamage: physical, classProtest: physical, classVote: talk, classOpen: talk, classBusiness: talk,
	classSport: talk, classAid: moves, classLife: talk, classCourt: talk, classDemand: talk, classSpeak: talk | utters, classOther: talk, classState: talk,
}

// Sorted reports a class of which two happenings at one place on one day may be one.
func Sorted(c Class) bool {
	return c != classNone && c != classOther && c != classState && c != classSpeak
}

func (c Class) is(t trait) bool { return int(c) < len(traits) && traits[c]&t != 0 }

// lexicon lists verbs (in their base form, "+" where the last letter is doubled, or all forms with slashes) and nouns.
// "~" marks words that tell of something only where the clause names a place itself: "war", "face".
// "^" marks verbs that tell of it only when done to a place, or in the passive: "took the town", "villages were taken".
// "!" marks verbs that tell of it only without an object: "demonstrate".
var lexicon = []struct {
	class Class
	verbs string
	nouns string
}{
	{classAttack, `attack strike/strikes/struck/struck/striking shell bomb bombard shoot/shoots/shot/shot/shooting raid ambush fire target
		stab+ hit+/hits/hit/hit/hitting pound storm ram+ assassinate torpedo intercept strafe`,
		`attack attacks strike strikes airstrike airstrikes shelling bombing bombings bombardment raid raids ambush shooting
		shootings ~missile ~missiles ~drone ~drones barrage assault assaults stabbing assassination gunfire ~rocket ~rockets onslaught stabbings assassinations bombardments barrages ambushes hijacking hijackings sabotage poisoning poisonings cyberattack cyberattacks ~hack`},
	{classBattle, `fight/fights/fought/fought/fighting clash battle invade ~confront repel+ skirmish counterattack ~divert ~face`,
		`fighting clash clashes battle battles offensive offensives counteroffensive counter-offensive incursion incursions
		invasion skirmish skirmishes ~combat ~war ~confrontation operation ~operations ~hostilities siege advance counterattack ~standoff ~conflict ~crisis counteroffensives invasions sieges counterattacks gunfight gunfights shootout shootouts firefight brawl`},
	{classSeize, `seize capture retake/retakes/retook/retaken/retaking recapture reclaim liberate occupy overrun/overruns/overran/overrun/overrunning
		conquer annex regain lose/loses/lost/lost/losing ~cede ~hold/holds/held/held/holding ~control wrest ^take/takes/took/taken/taking`,
		`capture seizure occupation recapture annexation takeover liberation seizures captures heist heists robbery robberies burglary burglaries ~theft ~thefts looting break-in`},
	{Withdraw, `withdraw/withdraws/withdrew/withdrawn/withdrawing retreat evacuate flee/flees/fled/fled/fleeing
		surrender reposition ~leave/leaves/left/left/leaving exit vacate abandon`,
		`withdrawal withdrawals retreat retreats evacuation evacuations pullout surrender exodus pullback stampede`},
	{Encircle, `encircle surround besiege trap+ blockade`, `encirclement blockade entrapment`},
	{classDeploy, `deploy station mobilise mobilize dispatch amass redeploy relocate deport ~transfer+ ~move transport`,
		`deployment mobilisation mobilization buildup deportation deployments deportations`},
	{classTravel, `travel arrive fly/flies/flew/flown/flying head visit return land come/comes/came/come/coming go/goes/went/gone/going
		tour depart enter drive/drives/drove/driven/driving sail march cross migrate`,
		`visit visits trip trips arrival journey tour voyage departure arrivals departures tours journeys voyages`},
	{classMeet, `meet/meets/met/met/meeting negotiate convene gather confer+ ~discuss ~talk speak/speaks/spoke/spoken/speaking`,
		`meeting meetings talks summit summits conference negotiations negotiation gathering session dialogue discussions conferences gatherings sessions`},
	{classAgree, `agree sign ratify accept approve declare ~announce ~launch ~propose ~issue ~present ~submit`,
		`agreement deal treaty accord pact ~ceasefire ~truce statement declaration announcement ~ultimatum ~proposal deals agreements treaties accords pacts`},
	{classArrest, `arrest detain jail imprison apprehend kidnap+ abduct free release rescue`,
		`arrest arrests detention kidnapping abduction raid manhunt release rescue hostage hostages detentions kidnappings abductions raids releases rescues crackdown chase`},
	{classDeath, `kill die/dies/died/died/dying murder injure wound drown massacre execute behead slay/slays/slew/slain/slaying perish`,
		`death deaths killing killings murder murders massacre funeral injuries ~casualties massacres funerals manslaughter drownings execution executions ~fatalities suicide`},
	{classDisaster, `crash collide explode erupt sink/sinks/sank/sunk/sinking derail collapse flood burn quake evacuate overturn capsize !spread/spreads/spread/spread/spreading`,
		`crash collision explosion explosions blast blasts fire fires wildfire wildfires flood floods flooding earthquake quake storm storms
		hurricane tornado typhoon cyclone landslide avalanche eruption accident disaster outbreak epidemic derailment collapse drought leak spill crashes collisions derailments eruptions landslides landslip mudslide mudslides avalanches hurricanes tornadoes cyclones typhoons earthquakes quakes tremor tremors aftershock aftershocks tsunami accidents disasters outbreaks epidemics leaks spills blaze blazes inferno arson heatwave blizzard shipwreck ~outage ~outages blackout blackouts ~downtime rampage`},
	{classDamage, `destroy damage ruin demolish wreck devastate vandalise vandalize`, `destruction ~damage`},
	{classProtest, `protest !demonstrate !rally riot boycott`, `protest protests demonstration demonstrations rally rallies riot riots unrest uprising coup revolt revolution coups revolts revolutions uprisings rioting walkout walkouts sit-in vigil vigils boycotts marches`},
	{classVote, `vote elect inaugurate campaign resign appoint nominate`, `election elections vote referendum poll polls inauguration resignation primary campaign`},
	{classOpen, `open !close build/builds/built/built/building reopen construct inaugurate unveil establish host`,
		`opening closure construction ceremony festival exhibition launch parade concert event inauguration concerts festivals exhibitions ceremonies parades openings closures ~shutdown ~lockdown`},
	{classBusiness, `buy/buys/bought/bought/buying sell/sells/sold/sold/selling acquire invest merge hire expand export import manufacture`,
		`acquisition merger investment bankruptcy layoffs acquisitions mergers auction auctions recall recalls`},
	{classSport, `play win+/wins/won/won/winning defeat beat/beats/beat/beaten/beating score compete race`,
		`match game tournament championship final race victory defeat season olympics matches games tournaments championships finals victories defeats ~races`},
	{classAid, `deliver supply donate exchange swap+ send/sends/sent/sent/sending ship+ give/gives/gave/given/giving provide`,
		`delivery shipment aid exchange swap repatriation convoy deliveries shipments swaps`},
	{classLife, `bear/bears/bore/born/bearing marry bury live work study retire grow/grows/grew/grown/growing settle teach/teaches/taught/taught/teaching`,
		`birth wedding marriage burial weddings births burials baptism christening`},
	{classCourt, `charge convict sentence sue indict acquit+ testify prosecute extradite plead investigate`,
		`trial hearing verdict lawsuit sentencing conviction indictment investigation inquiry probe trials hearings verdicts lawsuits convictions indictments inquest inquests ~ruling ~rulings`},
	{classDemand, `demand urge ask caution pledge promise vow refuse appeal sanction ban+ halt suspend impose warn threaten reject condemn order block`,
		`sanctions demand demands ban tariffs embargo`},
	{classSpeak, `say/says/said/said/saying tell/tells/told/told/telling state post write/writes/wrote/written/writing
		report claim add explain note argue stress insist describe recall mention remark reply quote cite conclude acknowledge
		admit+ concede assert allege confirm reiterate emphasise emphasize quip+ tweet allude observe predict`, `speech interview address remarks`},
	{classState, `know/knows/knew/known/knowing think/thinks/thought/thought/thinking believe want hope expect seem appear need like love own include contain belong
		remain consist exist cost/costs/cost/cost/costing mean/means/meant/meant/meaning depend represent involve feel/feels/felt/felt/feeling lie/lies/lay/lain/lying
		prove/proves/proved/proven/proving resemble deserve matter concern suspect understand/understands/understood/understood/understanding care fear consider regard tend face mark refer+
		relate cover date keep/keeps/kept/kept/keeping prefer+ hate intend aim seek/seeks/sought/sought/seeking try make/makes/made/made/making
		let/lets/let/let/letting get/gets/got/got/getting help use become/becomes/became/become/becoming`, ``},
}

// phrases are verbs whose meaning hangs on a second word, which stands within three words.
var phrases = []struct {
	class  Class
	first  string
	second string
	lemma  string
}{
	{Withdraw, "pull", "out", "pull out"}, {Withdraw, "pull", "back", "pull back"}, {Withdraw, "fall", "back", "fall back"},
	{classSeize, "take", "control", "take control"}, {classSeize, "take", "over", "take over"}, {Withdraw, "lay", "arms", "lay down arms"},
	{classMeet, "sit", "down", "sit down"}, {classDisaster, "blow", "up", "blow up"}, {classDisaster, "break", "out", "break out"},
	{classTravel, "en", "route", "on the way"}, {classTravel, "way", "to", "on the way"}, {Withdraw, "draw", "back", "draw back"}, {classSeize, "come", "under", "come under"}, {classAttack, "open", "fire", "open fire"},
	{classOther, "take", "place", "take place"}, {classTravel, "set", "off", "set off"}, {Withdraw, "set", "out", "set out"}, {Withdraw, "lift", "off", "lift off"}, {Withdraw, "take", "off", "take off"}, {classBattle, "push", "into", "push into"},
}

// form is how a word can be read.
type form uint8

const (
	formVerb   form = 1 << iota
	formNoun        // a noun of happening
	formPlural      // of these, a plural
)

// entry is one word of the lexicon. A word may be a verb of one class and a noun of another.
type entry struct {
	verb, noun   Class
	form         form
	verbs        grammar.Class // which forms of a verb it is
	weak, faint  bool          // "~" as a verb, as a noun: see lexicon
	alone        bool          // "!"
	place        bool          // "^"
	lemma, plain string        // of the verb, and the noun as it stands
	roots        [2]uint32     // of lemma and plain: see rootOf
}

// entryOf is what the lexicon has of the word with hash h; &noEntry if it has nothing. It is not changed.
func (t *table) entryOf(h uint32) *entry {
	if e := t.words.Find(h); e != nil {
		return e
	}
	return &noEntry
}

var noEntry entry

// base is the base form of a verb.
type base struct {
	word string
	root uint32
}

type phrase struct {
	class  Class
	second uint32
	lemma  string
}

type table struct {
	words   token.Words[entry]
	phrases token.Words[[]phrase]
	bases   token.Words[base] // a form of a verb that the table of verbs has -> its base
}

var tables = sync.OnceValue(buildTables)

func buildTables() *table {
	words, phrased := map[uint32]entry{}, map[uint32][]phrase{}
	add := func(w, lemma string, c Class, f form, v grammar.Class, sign byte) {
		h := token.HashOf(w)
		e := words[h]
		e.weak = e.weak || sign == '~' && f&formNoun == 0
		e.faint = e.faint || sign == '~' && f&formNoun != 0
		e.alone = e.alone || sign == '!'
		e.place = e.place || sign == '^'
		e.form |= f
		e.verbs |= v
		if f&formNoun != 0 {
			if e.noun == classNone {
				e.noun, e.plain = c, w
			}
		} else if e.verb == classNone {
			e.verb, e.lemma = c, lemma
		}
		words[h] = e
	}
	forms := map[string]grammar.Forms{}
	for _, v := range grammar.Verbs() {
		forms[v.Base] = v
	}
	for _, l := range lexicon {
		for _, w := range strings.Fields(l.verbs) {
			sign, w := signOf(w)
			f := formsOf(w, forms)
			add(f.Base, f.Base, l.class, formVerb, grammar.VerbBase, sign)
			add(f.S, f.Base, l.class, formVerb, grammar.VerbS, sign)
			add(f.Past, f.Base, l.class, formVerb, grammar.VerbPast, sign)
			add(f.Part, f.Base, l.class, formVerb, grammar.VerbPart, sign)
			add(f.Ing, f.Base, l.class, formVerb, grammar.VerbIng, sign)
		}
		for _, w := range strings.Fields(l.nouns) {
			sign, w := signOf(w)
			f := formNoun
			if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
				f |= formPlural
			}
			add(w, w, l.class, f, 0, sign)
		}
	}
	addPhrases(phrased, forms)
	bases := map[uint32]base{}
	for _, v := range grammar.Verbs() {
		for _, w := range []string{v.Ing, v.Part, v.Past, v.S, v.Base} {
			bases[token.HashOf(w)] = base{word: v.Base}
		}
	}
	t := &table{token.Index(words), token.Index(phrased), token.Index(bases)}
	for h, e := range words {
		e.roots = [2]uint32{t.rootOf(e.lemma), t.rootOf(e.plain)}
		words[h] = e
	}
	for h, b := range bases {
		b.root = t.rootOf(b.word)
		bases[h] = b
	}
	t.words, t.bases = token.Index(words), token.Index(bases)
	return t
}

func addPhrases(phrased map[uint32][]phrase, forms map[string]grammar.Forms) {
	for _, p := range phrases {
		f, ok := forms[p.first]
		if !ok {
			f = grammar.Inflect(p.first)
		}
		second := phrase{p.class, token.HashOf(p.second), p.lemma}
		for _, w := range []string{f.Base, f.S, f.Past, f.Part, f.Ing} {
			h := token.HashOf(w)
			if have := phrased[h]; len(have) == 0 || have[len(have)-1] != second {
				phrased[h] = append(have, second)
			}
		}
	}
}

func signOf(w string) (byte, string) {
	if w[0] == '~' || w[0] == '!' || w[0] == '^' {
		return w[0], w[1:]
	}
	return 0, w
}

// formsOf reads "base", "base+" or all five forms with slashes between.
func formsOf(w string, known map[string]grammar.Forms) grammar.Forms {
	if p := strings.Split(w, "/"); len(p) == 5 {
		return grammar.Forms{Base: strings.TrimSuffix(p[0], "+"), S: p[1], Past: p[2], Part: p[3], Ing: p[4]}
	}
	if f, ok := known[strings.TrimSuffix(w, "+")]; ok {
		return f
	}
	return grammar.Inflect(w)
}

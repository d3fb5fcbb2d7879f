package grammar

import "strings"

// Forms are the five forms of a verb.
type Forms struct{ Base, S, Past, Part, Ing string }

// Inflect gives the forms of a regular verb. A base that doubles its last letter is written "stop+".
func Inflect(base string) Forms {
	double := strings.HasSuffix(base, "+")
	base = strings.TrimSuffix(base, "+")
	f := Forms{Base: base}
	n := len(base)
	last := base[n-1]
	stem := base
	if double {
		stem = base + string(last)
	}
	vowelBefore := n > 1 && strings.IndexByte("aeiou", base[n-2]) >= 0
	switch {
	case last == 'y' && !vowelBefore:
		f.S = base[:n-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "x"), strings.HasSuffix(base, "z"),
		strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"), last == 'o':
		f.S = base + "es"
	default:
		f.S = base + "s"
	}
	switch {
	case last == 'e':
		f.Past = base + "d"
	case last == 'y' && !vowelBefore:
		f.Past = base[:n-1] + "ied"
	default:
		f.Past = stem + "ed"
	}
	f.Part = f.Past
	switch {
	case strings.HasSuffix(base, "ie"):
		f.Ing = base[:n-2] + "ying"
	case last == 'e' && !strings.HasSuffix(base, "ee") && !strings.HasSuffix(base, "ye") && !strings.HasSuffix(base, "oe"):
		f.Ing = base[:n-1] + "ing"
	default:
		f.Ing = stem + "ing"
	}
	return f
}

// irregulars are "base past part"; the other two forms are regular unless the base ends in "+" (doubling).
var irregulars = `say said said|tell told told|be was been|have had had|do did done|go went gone|make made made|get+ got got
|give gave given|take took taken|come came come|see saw seen|know knew known|think thought thought|find found found
|leave left left|feel felt felt|bring brought brought|begin+ began begun|keep kept kept|hold held held|write wrote written
|stand stood stood|hear heard heard|let+ let let|mean meant meant|set+ set set|meet met met|run+ ran run|pay paid paid
|sit+ sat sat|speak spoke spoken|lie lay lain|lead led led|read read read|grow grew grown|lose lost lost|fall fell fallen
|send sent sent|build built built|understand understood understood|draw drew drawn|break broke broken|spend spent spent
|cut+ cut cut|rise rose risen|drive drove driven|buy bought bought|wear wore worn|choose chose chosen|seek sought sought
|deal dealt dealt|fight fought fought|throw threw thrown|catch caught caught|win+ won won|forget+ forgot forgotten
|lay laid laid|sell sold sold|shoot shot shot|strike struck struck|hit+ hit hit|hurt hurt hurt|put+ put put|quit+ quit quit
|shut+ shut shut|sing sang sung|sink sank sunk|sleep slept slept|steal stole stolen|swear swore sworn|sweep swept swept
|swing swung swung|teach taught taught|tear tore torn|withdraw withdrew withdrawn|withhold withheld withheld
|uphold upheld upheld|undergo underwent undergone|undertake undertook undertaken|overcome overcame overcome
|become became become|bear bore borne|beat beat beaten|bend bent bent|bind bound bound|bite bit bitten|blow blew blown
|cast cast cast|cost cost cost|creep crept crept|dig+ dug dug|eat ate eaten|feed fed fed|flee fled fled|fly flew flown
|forbid+ forbade forbidden|foresee foresaw foreseen|forgive forgave forgiven|freeze froze frozen|hang hung hung
|hide hid hidden|light lit lit|lend lent lent|mistake mistook mistaken|oversee oversaw overseen|rebuild rebuilt rebuilt
|retell retold retold|rethink rethought rethought|ride rode ridden|ring rang rung|seek sought sought|shake shook shaken
|shed+ shed shed|shine shone shone|show showed shown|slide slid slid|spin+ spun spun|split+ split split|spread spread spread
|spring sprang sprung|stick stuck stuck|swim+ swam swum|wake woke woken|weep wept wept|wind wound wound|bet+ bet bet
|burst burst burst|arise arose arisen|awake awoke awoken|overthrow overthrew overthrown|outline outlined outlined
|mislead misled misled|misread misread misread|foretell foretold foretold|rewrite rewrote rewritten|redo redid redone
|broadcast broadcast broadcast|forecast forecast forecast|underlie underlay underlain|offset+ offset offset|prove proved proven`

// regulars are verbs that news uses, beside the irregular ones.
var regulars = `abandon abolish absorb abuse accelerate accept accompany accomplish account accuse achieve acknowledge acquire act
activate adapt add address adjust admire admit+ adopt advance advertise advise advocate affect affirm agree aid aim air alarm
alert align allege alleviate allow alter amass amend amount analyze analyse announce answer anticipate apologize apologise
appeal appear applaud apply appoint appreciate approach approve argue arm arrange arrest arrive ask assault assemble assert
assess assign assist assume assure attach attack attempt attend attract attribute author authorize avoid await award back
badger balance balk ban+ bar+ base battle beg+ behave believe belong bemoan benefit+ berate betray blame blast bless block
blockade boast bolster bomb boo boost borrow bother brag+ brand breach brief bristle brush buck bump burn bury bypass cackle
calculate call campaign cancel capture care carry categorize cause caution cease cede celebrate challenge champion change chant
characterize characterise charge chase chastise chat+ cheer chide chronicle circulate cite claim clarify clash classify clean
clear climb close coax coin collapse collect combat combine comfort command commend comment commit+ compare compel+ compete
compile complain complete comply compose compromise concede conceive concentrate concern conclude concur+ condemn conduct confess
confide confine confirm confront confuse congratulate connect consent consider consist constitute construct consult consume
contact contain contend continue contradict contrast contribute control+ converge convert convey convict convince cooperate
coordinate cope correct correspond counter cover crack crash crave create credit criticize criticise cross crush cry cultivate
curb curse damage dare dash date deadlock debate debunk deceive decide declare decline decrease decry dedicate deem deepen defeat
defend defer+ defy degrade delay delegate delete deliver demand demonize demonstrate denounce deny depart depend depict deploy
deplore deport depose deprive deride derive descend describe deserve design designate desire destroy destabilize detail detain
detect deter+ deteriorate determine detonate devastate develop deviate devote diagnose dictate die differ dig diminish direct
disagree disappear disappoint disavow disclose discourage discover discredit discuss dismiss dispatch display dispute disrupt
dissolve distance distinguish distort distribute ditch divert divide divorce divulge document dodge dominate donate double doubt
downplay draft drag+ dream dress drift drill drop+ dub+ dump earn ease echo elaborate elect elevate eliminate elicit embarrass
embody embolden embrace emerge emphasize emphasise employ empower enable enact encircle encounter encourage end endanger endorse
endure enforce engage enhance enjoy enlist enrage enrich ensure enter entertain entitle envision envisage equate erase erupt escape
escalate escort establish estimate evacuate evade evaluate evolve exaggerate examine exceed exchange excite exclaim exclude excuse
execute exempt exercise exhaust exhibit exhort exist expand expect expel+ experience explain explode exploit explore export expose
express extend extort face facilitate fail fake falsify fare favor favour fear feature file fill film finance finish fire fix flag+
flash flatter flip+ float flock flood flow focus follow force foresee forge form formulate fortify foster found frame fret+ fuel
fulfill function fund fume gain gamble gather gauge generate gesture giggle glean gloat govern grab+ grant gripe groan guarantee
guard guess guide gush halt hammer hand handle happen harass harbor harden harm harvest hasten hate head heal help herald hesitate
highlight hint hire hope host hug+ hurl hurry identify ignite ignore illustrate imagine impeach implement implicate implore imply
import impose impress improve include incite incorporate increase incriminate incur+ indicate indict induce inflict influence inform
inhabit inherit initiate injure inquire insert insist inspect inspire install institute instruct insult insure integrate intend
intensify interact intercept interfere interject interpret interrogate interrupt intervene interview intimidate introduce invade
invent invest investigate invite invoke involve issue jail jeopardize joke join judge jump justify kick kidnap+ kill kiss knock label
lack lambaste lament land lash last laud laugh launch lean learn leave lecture lift like liken limit link list listen live load lobby
locate lock log+ long look loom lower maintain manage mandate maneuver manipulate march mark market marry marvel mask match matter
measure mediate mention merge mimic minimize miss mitigate mix mob+ mobilize mock moderate modify monitor mount mourn move mull mumble
murder murmur mutter muse name narrate need neglect negotiate nod+ nominate note notice notify number obey object oblige observe
obstruct obtain occupy occur+ offend offer open operate opine oppose opt+ order organize organise oust outlaw outline outlast overlook
overrule overrun oversimplify overstate overstep owe own pack paint pander paraphrase pardon park parody part participate partner pass
patrol+ pause pen+ penalize perceive perform permit+ persist persuade pick pin+ pitch place plan+ plant play plead pledge plot+ plug+
plunge point poke police poll ponder portray pose position possess post postpone pound pour practice praise pray preach precede predict
prefer+ prepare present preserve press pressure presume pretend prevail prevent probe proceed process proclaim procure produce profess
profile profit program+ prohibit project prolong promise promote prompt pronounce propose prosecute protect protest provide provoke
publicize publish pull punish purchase pursue push qualify quarrel query question queue quip+ quote race rail raise rally range rank
rant rap+ rate ratify rattle reach react reaffirm realize realise reason reassure rebuff rebuke recall recapture receive recite reckon
reclaim recognize recognise recommend reconcile reconsider record recount recover recruit recuse redefine redirect reduce reelect refer+
reflect reform refrain refuse refute regain regard register regret+ regroup regulate rehabilitate reinforce reiterate reject rejoin
relate relay release relent relinquish relocate rely remain remark remember remind remove renew renounce repair repeal repeat replace
reply report represent repudiate request require rescue resemble resent reserve resign resist resolve resonate resort respect respond
rest restore restrain restrict result resume retain retaliate retire retort retract retreat retrieve return reveal reverse review revise
revive revoke reward ridicule rip+ risk rob+ roll rule rush sabotage sack sacrifice sanction satisfy savage save scale scare schedule scoff
scold score scrap+ scream screen scrutinize search secure seem seize select sense separate serve settle shape share shell shift
shock shop+ shout shove shrug+ sigh sign signal silence skewer skip+ slam+ slash slip+ slow smash smear smell smile smuggle snap+ snore
solicit solve sort sound spark speculate spell spike spoil sponsor spot+ spur+ spy squander squeeze stage stall stammer start starve
state stay stem+ step+ stipulate stir+ stop+ store storm strengthen stress stretch stroll struggle study stumble stun+ submit+ subpoena
succeed suffer suggest sue suit sum+ summarize summon supply support suppose suppress surge surpass surprise surrender surround
survey survive suspect suspend sustain swap+ switch symbolize sympathize tackle tailor talk tap+ target task taunt tax tease televise
tempt tend tender term terminate terrify test testify text thank theorize threaten thrive tie tighten toe top+ topple torture toss
total touch tour tout trace track trade train transfer+ transform translate transport travel treat tremble trend trigger trim+ triple
trouble trump trust try turn tweet twist type unburden underline undermine underscore understate unfold unify unite unleash unveil update
upgrade urge use usher utter vacate validate value vanish veer venture verify veto view vindicate violate visit visualize voice volunteer
vote vow wage wait walk wander want warm warn warrant wash waste watch water weaken weigh welcome whip+ whisper widen wield wipe wish
witness wonder work worry worsen wound wrap+ wreck yell yield
admonish allude assail attest aver bark bash belittle blurt certify chuckle conjecture contemplate crow declaim decree disapprove disparage
email enthuse exult growl grumble hail hiss intone lambast phone posit postulate rebut reference rejoice snarl sneer specify
summarise surmise trumpet vilify whine counsel accrue adjourn`

// Verbs gives the forms of every verb that is known.
func Verbs() []Forms {
	out := make([]Forms, 0, 1400)
	for _, l := range strings.Split(irregulars, "|") {
		w := strings.Fields(l)
		if len(w) < 3 {
			continue
		}
		f := Inflect(w[0])
		f.Past, f.Part = w[1], w[2]
		out = append(out, f)
	}
	for _, w := range strings.Fields(regulars) {
		out = append(out, Inflect(w))
	}
	return out
}

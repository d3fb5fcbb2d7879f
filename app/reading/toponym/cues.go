package toponym

import (
	"strings"

	"dateline/app/reading/token"
	"dateline/geo"
)

// cue is what a word says about a name beside it.
type cue uint32

const (
	cueIn       cue = 1 << iota // in, near, outside: the name after it is where something is
	cueTo                       // to, from, into, via: a way or a receiver
	cueSkip                     // words between a preposition and the name: the, northern, downtown
	cueArea                     // region, oblast, province: after a name or before "of"
	cueTown                     // city, town, village, capital
	cueOrg                      // University, Police, Council: a capital one after a name makes it part of a name
	cueTitle                    // President, Mr.: before a person
	cueSay                      // said, told: after whoever speaks
	cueMotion                   // go, travel, arrive, visit
	cueMonth                    // a month or day name: "March" is no town
	cuePlace                    // things that are of a place: borders, outskirts, coast, streets
	cueActor                    // things that are of a government: government, officials, troops, talks
	cueHappen                   // happenings that are somewhere: war, crisis, situation, attack
	cueWish                     // verbs of governments: demands, agrees, accuses
	cueDirect                   // north, south, east, west
	cueThing                    // nouns that make a name before them part of a thing: submarine, syndrome, disaster
	cueVisit                    // visit, leave, enter: their object is a place
	cueHit                      // hit, struck, shelled, flooded: their object is a place
	cueStatus                   // based, led, backed: the part after a hyphen
	cueOfPlace                  // mayor, people, streets … of a place
	cueNever                    // words that are no place whatever their capitals
	cueWest                     // what the West has: allies, weapons
	cueRoad                     // Highway, Route, I: begins the name of a numbered road
	cueOddThing                 // submarine, syndrome: makes a name before it part of a thing, also with a small letter
	cueTreaty                   // treaty, statute: before "of"
	cueTeam                     // Real, Inter: before the name of a town
	cueLanguage                 // French, Arabic: a people or its language
	cueTongue                   // speak, fluent: before a language
	cueGiven                    // given names that are towns too
	cueAgainst                  // against, with, between, for: the name after it is one that acts or is acted upon
	cueLocal                    // man, residents, police: after a name, people of that place
	cueDeed                     // signs, vows, sends: what only people do, so that a town or a state that does it is its people
)

// classWord is a capital word that belongs to a place name, and the kind it makes.
type classWord struct {
	kind   geo.Kind
	before bool // stands before the name: Lake Erie
	after  bool // stands after it: Dry Fork River
}

// cues and classes are the tables by the words' hashes.
var (
	cues    = cueTable()
	classes = classTable()
)

func cueTable() token.Words[cue] {
	m := map[uint32]cue{}
	for _, l := range cueWords {
		for _, w := range strings.Fields(l.words) {
			m[token.HashOf(w)] |= l.cue
		}
	}
	return token.Index(m)
}

func classTable() token.Words[classWord] {
	m := map[uint32]classWord{}
	for _, l := range classWords {
		for _, w := range strings.Fields(l.words) {
			c := m[token.HashOf(w)]
			c.kind = l.kind
			c.before = c.before || l.before
			c.after = c.after || !l.before
			m[token.HashOf(w)] = c
		}
	}
	return token.Index(m)
}

var cueWords = []struct {
	cue   cue
	words string
}{
	{cueIn, `in near inside outside across throughout around within beyond at amidst above beneath below along beside off surrounding over
		nearby`},
	{cueTo, `to from into toward towards via through onto`},
	{cueAgainst, `against with between for on by about behind without upon over among like than versus vs regarding under`},
	{cueSkip, `the northern southern eastern western central northeastern northwestern southeastern southwestern north-eastern north-western south-eastern
		south-western north south east west northeast northwest southeast southwest downtown central upstate uptown midtown rural mainland
		nearby neighbouring neighboring greater inner outer coastal even occupied war-torn besieged embattled much most parts part all both modern
		present-day mostly entire whole far upper lower historic remote suburban metropolitan post-war`},
	{cueArea, `region regions oblast oblasts province provinces state states county counties prefecture prefectures governorate governorates district districts
		territory territories raion raions krai department voivodeship canton cantons emirate republic parish area areas zone division peninsula border
		borders sector direction front`},
	{cueTown, `city cities town towns village villages suburb suburbs municipality borough settlement settlements hamlet capital port township community
		neighborhood neighbourhood outskirts enclave exclave resort stronghold seaport hub`},
	{cueOrg, `university college school schools academy institute institution hospital clinic police department sheriff sheriff's council board commission committee
		court district fire public county city state national international community church cathedral museum library club fc united rovers
		wanderers athletic town association society foundation center centre company inc inc. corp corp. ltd ltd. llc plc group bank times post herald
		tribune gazette journal news star press daily sun observer chronicle dispatch democrat republican telegraph examiner sentinel courier mail
		globe independent guardian republic enquirer register record leader citizen echo argus evening sunday television radio tv army navy
		force forces ministry parliament senate congress assembly house office bureau agency authority service services administration government
		party union federation league conference chamber festival fair marathon open cup bowl series championship championships orchestra symphony ballet opera
		philharmonic theatre theater zoo airport arena stadium hotel inn mall market brewery tech regional medical high elementary middle
		junior senior superior circuit supreme municipal metro metropolitan metro water power light electric gas energy transit transportation
		railroad railway airlines airways chamber commerce mayor governor gov. sen. rep. coroner attorney district jail prison detention
		correctional civic convention expo review law historical heritage arts art film music science republicans democrats democratic
		highway patrol troopers parks recreation health human education environmental natural division regiment brigade battalion militia cartel courthouse accords
		tigers lions bears eagles hawks wildcats bulldogs panthers warriors cowboys raiders giants rangers knicks lakers yankees mets sox reds`},
	{cueTitle, `mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lord lady dame president minister premier chancellor secretary senator sen. rep. gov.
		governor mayor gen. general col. colonel lt. lieutenant capt. captain maj. major sgt. sergeant judge justice attorney king queen prince princess
		pope bishop archbishop cardinal rev. reverend father sister brother rabbi imam sheikh ayatollah chief director chairman chairwoman chair
		spokesman spokeswoman spokesperson coach detective officer deputy sheriff councilman councilwoman congressman congresswoman commissioner
		actor actress singer author writer novelist professor superintendent constable inspector ambassador envoy adm. admiral cmdr. commander
		saint st. uncle aunt named`},
	{cueSay, `said says say told tells added adds asked asks replied wrote tweeted explained recalled noted laughed smiled thanked joked testified
		pleaded argued thinks thought believes hopes remembers graduated married died retired resigned was's who whose he she`},
	{cueMotion, `go goes going went gone travel travels travelled traveled travelling traveling trip trips arrive arrives arrived arriving return returns returned
		returning head heads headed heading fly flies flew flying flown flight flights drive drove driving driven move moves moved moving relocate
		relocated relocating flee fled fleeing come comes came coming journey journeys send sends sent deploy deployed deploying
		visit visits visited visiting en route tour tours bring brought bus train trains road roads escape escaped deported deport extradited
		evacuated transferred transported shipped ship ships exported export exports imported imports smuggled crossed crossing cross
		withdraw withdrew withdrawn withdrawal retreat retreated pull pulled advance advanced migrate migrated emigrated walk walked march marched
		ran rowed rowing cycled cycling swam hitchhiked hiked paddled rode riding trekked climbed crawled limped ferried bused airlifted fired launched fire launch crossing poured spilled spread rush rushed sail sails sailed sailing carry carries carried carrying took taken taking takes deliver delivered delegation way expelled commute commutes commuting`},
	{cueWest, `allies partners leaders countries officials governments sanctions powers nations aid weapons support arms intelligence diplomats capitals
		states military tanks missiles backers alliance democracies bloc media world civilization values society culture unity counterparts ally partner`},
	{cueRoad, `highway interstate route hwy hwy. state county u.s. i us m ky sr`},
	{cueOddThing, `submarine syndrome pig pigs disaster flu virus`},
	{cueTreaty, `treaty peace statute charter convention edict merchant council`},
	{cueTeam, `real inter atletico ac fc dynamo dinamo spartak lokomotiv bayern borussia olympique as rc`},
	{cueLanguage, `english french spanish german italian portuguese russian arabic chinese japanese greek latin polish turkish hebrew dutch`},
	{cueTongue, `speak speaks spoke spoken speaking learn learned learning fluent into study studied studying taught teach teaches teaching translated
		translate only language languages subtitles`},
	{cueGiven, `james john robert michael william david richard charles joseph thomas christopher daniel paul mark donald george kenneth steven stephen edward
		brian ronald anthony kevin jason matthew gary timothy jose larry jeffrey frank scott eric andrew raymond gregory joshua jerry dennis walter
		patrick peter harold douglas henry carl arthur ryan roger joe juan jack albert jonathan justin terry gerald keith samuel willie ralph
		lawrence nicholas roy benjamin bruce brandon adam harry fred wayne billy steve louis jeremy aaron randy howard eugene carlos russell
		bobby victor martin ernest phillip todd jesse craig alan shawn clarence sean philip chris johnny earl jimmy antonio danny bryan tony
		luis mike stanley leonard nathan dale manuel rodney curtis norman allen marvin vincent glenn jeffery travis jeff chad jacob lee melvin
		alfred kyle francis bradley jesus herbert frederick ray joel edwin don eddie ricky troy randall barry alexander bernard mario leroy
		francisco marcus micheal theodore clifford miguel oscar jay jim tom calvin alex jon ronnie bill lloyd tommy leon derek warren darrell
		jerome floyd leo alvin tim wesley gordon dean greg jorge dustin pedro derrick dan lewis zachary corey herman maurice vernon roberto
		clyde glen hector shane ricardo sam rick lester brent ramon charlie tyler gilbert gene marc reginald ruben brett angel nathaniel
		rafael leslie edgar milton raul ben chester cecil duane franklin andre elmer brad gabriel ron mitchell roland arnold harvey jared
		adrian karl cory claude erik darryl jamie neil jessie christian javier fernando clinton ted mathew tyrone darren lonnie lance cody
		mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty helen sandra donna carol ruth
		sharon michelle laura sarah kimberly deborah jessica shirley cynthia angela melissa brenda amy anna rebecca virginia kathleen pamela
		martha debra amanda stephanie carolyn christine marie janet catherine frances ann joyce diane alice julie heather teresa doris gloria
		evelyn jean cheryl mildred katherine joan ashley judith rose janice kelly nicole judy christina kathy theresa beverly denise tammy
		irene jane lori rachel marilyn andrea kathryn louise sara anne jacqueline wanda bonnie julia ruby lois tina phyllis norma paula diana
		annie lillian emily robin peggy crystal gladys rita dawn connie florence tracy edna tiffany carmen rosa cindy grace wendy victoria
		edith kim sherry sylvia josephine thelma shannon sheila ethel ellen elaine marjorie carrie charlotte monica esther pauline emma
		juanita anita rhonda hazel amber eva debbie april leslie clara lucille jamie joanne eleanor valerie danielle megan alicia suzanne
		michele gail bertha darlene veronica jill erin geraldine lauren cathy joann lorraine lynn sally regina erica beatrice dolores bernice
		audrey yvonne annette samantha marion dana stacy ana renee ida vivian roberta holly brittany melanie loretta yolanda jeanette laurie
		katie kristen vanessa alma sue elsie beth jeanne vicki carla tara rosemary eileen terri gertrude lucy tonya ella stacey wilma gina
		kristin jessie natalie agnes vera charlene bessie delores melinda pearl arlene maureen colleen allison tamara joy georgia constance
		lillie claudia jackie marcia tanya nellie minnie marlene heidi glenda lydia viola courtney marian stella caroline dora jo vickie
		mattie hailey madison savannah brooklyn sydney chelsea paris london austin dallas dillon connor logan mason hunter aubrey avery
		riley peyton carter camden jordan`},
	{cueLocal, `man men woman women native natives resident residents police firefighters firefighter teen teens teenager officer officers school schools
		area couple student students family families boy girl mother father business businesses councillor councillors council library hospital teacher
		teachers driver motorist pensioner mum dad home homes house street suburb neighborhood neighbourhood apartment church lawyer attorney
		judge jury court mayor voters taxpayers shoppers commuters farmer farmers company firm factory plant store shop restaurant hotel mall
		park beach airport club clubs museum gallery theatre cafe market bureau county shelter parents graduate team district office offices market headquarters based`},
	{cueDeed, `sign signs signed want wants wanted promise promises promised refuse refuses refused reject rejects rejected offer offers offered announce
		announces announced vow vows vowed demand demands demanded accuse accuses accused urge urges urged ask asks asked send sends sent sending pledge
		pledges pledged approve approves approved vote votes voted beat sue sues sued suing ban bans banned buy buys bought sell sells sold hire hires hired
		declare declares declared warn warns warned insist insists insisted plan plans planned planning back backs backed seek seeks sought seeking
		condemn condemns condemned impose imposes imposed propose proposes proposed order orders ordered comment commented prepare prepares preparing
		decline declines declined deny denies denied agree agrees agreed consider considers considering hope hopes hoping decide decides decided
		argue argues argued spend spends spent pay pays paid lose lost loses win won wins defeat defeats defeated draw drew chase respond responded
		responds oppose opposes opposed support supports supported appoint appointed appoints sack sacked admit admits admitted say says said tell told
		call calls called`},
	{cueMonth, `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
		sunday jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. easter christmas`},
	{cuePlace, `border borders outskirts coast coastline shore shores population streets street downtown suburbs suburb skies sky territory soil mountains
		countryside center centre airport port harbor harbour waters beaches beach residents capital city cities town towns villages village province
		provinces region regions north south east west countryside roads airspace east-west coastline islands island forests forest climate
		landscape interior southwest northwest southeast northeast museum museums square district districts neighborhoods neighbourhoods frontier
		hotels hotel hospitals hospital schools school stadium parks park weather rivers river valley valleys`},
	{cueActor, `government governments officials official president leader leaders leadership minister ministers troops forces army military navy soldiers
		side administration delegation negotiators envoy envoys ambassador talks demands demand position stance role efforts effort agreement deal
		policy policies plan plans proposal decision intentions intention willingness allies ally partners sanctions aid parliament lawmakers
		security council authorities spokesman spokeswoman spokesperson diplomats diplomat diplomacy relations summit treaty interests interest
		commitment support response refusal offer economy sovereignty participation involvement blessing approval consent control claims claim
		team side's coach captain goal keeper striker win victory defeat budget bid central foreign defense defence national prime
		army's ambitions terms conditions intent call strategy campaign attack invasion war's leadership's goals objectives negotiating
		dialogue cooperation ties alliance alliances supreme ruling opposition`},
	{cueHappen, `war wars crisis conflict situation fighting events battle battles attack attacks earthquake quake flood floods protest protests riots
		unrest violence elections election operation operations offensive incursion invasion ceasefire coup genocide famine drought outbreak
		developments life peace positions strikes strike raids raid clashes explosion fire fires storm shooting meeting summit talks conference
		deaths casualties massacre bombing blast blasts hostilities`},
	{cueWish, `demand demands demanded agree agrees agreed accuse accuses accused reject rejects rejected accept accepts accepted insist insists
		insisted want wants wanted seek seeks sought refuse refuses refused announce announces announced warn warns warned deny denies denied
		claim claims claimed vow vows vowed threaten threatens threatened support supports supported oppose opposes opposed say says said
		declare declares declared impose imposes imposed urge urges urged condemn condemns condemned plan plans planned propose proposes proposed
		offer offers offered pledge pledges pledged sign signs signed consider considers hope hopes believe believes fear fears
		push pushes pushed back backs backed launch launches launched invade invades invaded attack attacks attacked beat beats lose loses
		lost win wins won withdraw withdraws call calls called ask asks asked tell tells told respond responds responded signal signals
		dismiss dismisses dismissed explain explains explained intend intends confirm confirms confirmed face faces is's could would should
		will must might can may has have had did does refrain remain remains promise promises promised invite invites hand hands handed
		present presents presented maintain maintains maintained pursue pursues hold holds send sends sent gives give gave view views stop stops
		stopped continue continues continued risk risks deploy deploys deployed test tests tested fire fires fired draw draws drew play plays played
		need needs needed entertain abandon abandoning know knows cede ceding commit commits committed recognise recognize recognises
		recognizes protest protests protested ban bans banned approve approves approved`},
	{cueDirect, `north south east west northeast northwest southeast southwest northwards southwards`},
	{cueThing, `cartel cartels railway railways airlines airways motors dinner day days award awards prize prizes supper race parade ball cup-winner submarine syndrome disaster accident affair scandal virus flu convention conventions agreement accord accords treaty protocol declaration
		summit's pig pigs principle memorandum pact effect fever process format conference philharmonic marathon open express`},
	{cueVisit, `filled packed thronged crowded visit visits visited visiting leave leaves left leaving enter enters entered entering reach reaches reached reaching cross crossed crossing
		toured touring tour flee fled fleeing departed approached approaching overlooking bordering borders bordered via surrounding surround
		exit exited exiting explored exploring`},
	{cueHit, `hit hits hitting struck strike strikes striking shelled shelling bombed bombing pounded flooded occupied occupy captured capture capturing
		seized seize seizing retook recaptured liberated liberating entered besieged surrounded encircled targeting target targeted evacuated
		destroyed ravaged devastated battered rocked swept annexed reclaim reclaiming recapture retake retaking invaded invading
		captures seizes occupies besieges bombs shells pounds batters rocks sweeps floods patrol patrols patrolled patrolling storm storms stormed storming raid raids raided raiding
		looted overran overrun blockaded blockading bombard bombarded bombarding surrounds encircles encircled
		control holding held governing ruled rule defended defending attacking attack attacked attacks abandon battling`},
	{cueStatus, `based born area bound wide owned controlled occupied held educated raised`},
	{cueOfPlace, `third thirds half quarter fifth mayor people residents streets outskirts suburb suburbs part parts north south east west northwest southwest northeast southeast
		city town village province region state county district island port capital center centre heart coast shores coastline border
		borders side middle control capture siege battle liberation university diocese archbishop bishop gates governor area areas
		territory territories regions cities towns villages interior edge vicinity skies soil waters airspace shore frontier frontiers hills mountains invasion annexation occupation miles
		kilometers kilometres km liberation population corner streets neighbourhood neighborhood community bay republic kingdom native citizen citizens
		inhabitants size`},
	{cueNever, `i a an the this that these those he she it we they you and or but if in on at of for to is was are were be by as so no not yes mr mrs ms dr
		what when where who why how there here his her its our their my your then than with from all any some one two three four
		five six seven eight nine ten police man men woman women news god lord sir union republic federation democracy march may august april june
		july victory hope independence liberty freedom justice peace war police army navy parliament congress senate government internet
		christmas easter sunday monday tuesday wednesday thursday friday saturday january february september october november december
		most many best also just now new old good great high low big more less first second third last next early late young out up down off
		over under again still only even ever never always today tomorrow yesterday tonight well will would can could should might must
		do does did done have has had having being been am me him them us hamas cnn bbc nato un eu ria tass church bishop pope king queen
		prince princess duke judge mayor governor senator president minister secretary general major captain colonel sergeant officer
		law act bill court jury case state county city town village school college university hospital bank post times herald union labor labour
		conservative liberal republican democrat democrats republicans catholic christian muslim islam islamic jewish hindu buddhist protestant
		northeast northwest southeast southwest north south east west central northern southern eastern western federal est pst cst mst edt pdt gmt bst utc operation i'll i'd i've i'm i’ll street road avenue drive lane highway park square bridge river lake sea ocean bay island mountain valley hill beach
		airport station port tower center centre hall house home office room building club team league cup open final semi quarter media
		facebook google twitter youtube apple amazon microsoft wikipedia photo video image source credit file`},
}

var classWords = []struct {
	kind   geo.Kind
	before bool
	words  string
}{
	{geo.KindAdmin2, false, `county parish township shire raion borough`},
	{geo.KindAdmin1, false, `oblast province prefecture governorate krai voivodeship`},
	{geo.KindRiver, false, `river creek brook stream bayou fork`},
	{geo.KindLake, false, `lake reservoir lagoon lakes pond`},
	{geo.KindSea, false, `sea ocean gulf bay sound cove harbor harbour inlet`},
	{geo.KindStrait, false, `strait straits channel canal passage`},
	{geo.KindIsland, false, `island islands isle isles archipelago atoll`},
	{geo.KindMountain, false, `mountain mountains mount peak hills ridge range glacier volcano butte mesa`},
	{geo.KindRegion, false, `valley peninsula desert basin plateau coast plains delta highlands lowlands territory forest wilderness prairie canyon gorge swamp
		marsh steppe heights`},
	{geo.KindLandmark, false, `street st. avenue ave ave. road rd. boulevard blvd. drive lane parkway pkwy. bypass turnpike expressway freeway trail bridge
		airport dam stadium square park tunnel plaza terrace speedway pike cemetery campground airfield beach oval`},
	{geo.KindLake, true, `lake lough loch`},
	{geo.KindMountain, true, `mount mt mt.`},
	{geo.KindRiver, true, `river rio`},
	{geo.KindLandmark, true, `camp fort cape point port`},
	{geo.KindLandmark, true, `rue boulevard`},
}

func (f *finder) cue(i int) cue {
	if i < 0 || i >= len(f.t.Tokens) {
		return 0
	}
	return cues.Of(f.t.Tokens[i].Hash)
}

func (f *finder) has(i int, c cue) bool { return f.cue(i)&c != 0 }

// Hashes of the words asked for most.
var (
	hashAnd         = token.HashOf("and")
	hashBetween     = token.HashOf("between")
	hashGov         = token.HashOf("gov.")
	hashGovernor    = token.HashOf("governor")
	hashIn          = token.HashOf("in")
	hashLegislature = token.HashOf("legislature")
	hashOf          = token.HashOf("of")
	hashOr          = token.HashOf("or")
	hashThe         = token.HashOf("the")
	hashUpstate     = token.HashOf("upstate")
)

func (f *finder) is(i int, hash uint32) bool {
	return i >= 0 && i < len(f.t.Tokens) && f.t.Tokens[i].Hash == hash
}

func (d *decider) is(i int, hash uint32) bool {
	return i >= 0 && i < len(d.t.Tokens) && d.t.Tokens[i].Hash == hash
}

package name

import (
	"strings"

	"dateline/app/reading/token"
)

// kindOf are the things that a word can do in or beside a name.
type kindOf uint32

const (
	isTitle      kindOf = 1 << iota // stands before a person's name with a capital: President, Gen.
	isHonorific                     // Mr, Dr, Sir: no role
	isMale                          // Mr, king, spokesman
	isFemale                        // Mrs, queen, spokeswoman
	isRole                          // what a person is: minister, envoy, analyst
	isRoles                         // plural: ministers, officials
	isBody                          // what a group is: ministry, agency, campaign
	isOrgWord                       // makes a run of capitals an organisation: Ministry, University, Inc
	isOrgName                       // is one by itself: NATO, Reuters
	isGround                        // makes a run of capitals a place: River, Street
	isNobility                      // de, van, bin: joins the parts of a person's name
	isPlaceName                     // given names that are better known as places: Paris, Jordan
	isWordName                      // given names that are words: Will, Mark, Grace
	isSuffix                        // Jr, III
	isDepartment                    // Secretary of State, Minister of Defence
	isState                         // countries and great capitals: no person unless a title is with them
	isCompass                       // "San", "West", "Lake": begins the name of a place
	isNever                         // capitals that name no person: Christmas, God, Internet
)

var lexicon = buildLexicon()

func buildLexicon() token.Words[kindOf] {
	m := map[uint32]kindOf{}
	for _, l := range lexiconWords {
		for _, w := range strings.Fields(l.words) {
			m[token.HashOf(w)] |= l.kind
		}
	}
	for _, w := range strings.Fields(roleWords) {
		m[token.HashOf(w)] |= isRole
		m[token.HashOf(plural(w))] |= isRoles
	}
	for _, w := range strings.Fields(bodyWords) {
		m[token.HashOf(w)] |= isBody
		m[token.HashOf(plural(w))] |= isBody | isRoles
	}
	return token.Index(m)
}

// plural gives the plural of a role: "spokesman" "spokesmen", "secretary" "secretaries".
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-3] + "men"
	case strings.HasSuffix(w, "person"):
		return w[:len(w)-6] + "people"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

var lexiconWords = []struct {
	kind  kindOf
	words string
}{
	{isHonorific | isTitle | isMale, `mr mr. sir lord messrs messrs. baron brother father imam ayatollah rabbi monsignor pope`},
	{isHonorific | isTitle | isFemale, `mrs mrs. ms ms. miss dame lady madam madame mme mme. mlle baroness sister mother`},
	{isHonorific | isTitle, `dr dr. prof prof. professor rev rev. reverend hon hon. honourable honorable rt`},
	{isTitle | isMale, `king prince emperor sheikh duke chairman congressman assemblyman councilman alderman sheriff`},
	{isTitle | isFemale, `queen princess empress duchess chairwoman congresswoman assemblywoman councilwoman first-lady`},
	{isTitle, `mp mep mlc mla td president vice premier prime minister chancellor secretary senator sen sen. rep rep. representative congressperson
		gov gov. governor mayor gen gen. general col col. colonel lt lt. lieutenant capt capt. captain maj maj. major sgt sgt.
		sergeant cmdr cmdr. commander adm adm. admiral brig brig. brigadier marshal judge justice attorney speaker leader
		chief director ambassador envoy deputy commissioner chair chairperson head spokesman spokeswoman spokesperson
		officer detective inspector constable superintendent cardinal archbishop bishop pastor coach manager
		treasurer candidate nominee del del. delegate councillor councilor assemblyman whip undersecretary
		sec sec. pres pres. cpl cpl. pvt pvt. det det. supt supt. insp insp. sgt.-maj. vice-president ceo cfo coo cto
		editor reporter correspondent economist strategist adviser advisor aide analyst activist author actor actress singer
		democrat republican comptroller surgeon solicitor prosecutor defender chief-of-staff emir crown minister-president
		taoiseach tanaiste chancellor-designate president-elect emeritus founder co-founder owner host anchor pollster`},
	{isSuffix, `jr jr. sr sr. ii iii iv esq esq. md m.d. ph.d. phd mp mep qc kc cbe obe mbe`},
	{isDepartment, `women equalities housing pensions children families sport sports science business energy levelling digital climate industry state defense defence justice health education energy labor labour commerce transportation transport agriculture war interior
		finance treasury homeland security foreign affairs trade economy culture environment information digital
		transformation intelligence communities council elections operations staff police`},
	{isNobility, `de van von der den del della di da dos das du la le al el bin ibn ben abu ter ten af av zu bint y e`},
	{isOrgWord, `ministry department university college institute institution school academy committee commission council bank
		court party union association federation confederation league club fc united corp corp. corporation inc inc. ltd ltd.
		llc plc gmbh co co. company companies group holdings partners agency authority bureau office organization organisation
		foundation trust fund society center centre laboratory laboratories army navy forces force corps guard guards brigade
		battalion regiment division police constabulary parliament senate congress assembly duma house knesset
		bundestag sejm rada politburo cabinet government administration board alliance coalition movement front network
		news times post journal herald tribune gazette telegraph guardian observer independent mail express star sun
		magazine press daily weekly review today television tv radio broadcasting media airlines airways motors industries
		pharmaceuticals electric energy petroleum oil gas hospital clinic church synagogue museum orchestra theatre theater
		initiative project program programme service services system systems technologies software studios records
		entertainment pictures productions staff directorate headquarters command tribunal secretariat registry
		campaign pac caucus conference chamber consortium syndicate cooperative brothers sons bros associates
		capital securities insurance reserve exchange democrats conservatives liberals labour republicans greens
		gop observatory watch international amnesty report reports monitor chronicle dispatch examiner globe inquirer`},
	{isOrgName, `nato eu un u.n. e.u. fbi cia nsa dea atf irs epa fda cdc fcc fec sec doj dhs hhs hud ice fema usda usaid nasa noaa imf wto
		opec oecd osce iaea unicef unesco unhcr who ecb fed nypd lapd aclu nra naacp afl-cio gop dnc rnc dccc nrcc afp ap bbc
		cnn nbc abc cbs msnbc cnbc pbs npr hbo espn fox reuters bloomberg tass interfax ukrinform unian xinhua nhk kyodo yonhap
		dpa ansa efe rt rferl axios politico vox breitbart buzzfeed wikileaks google apple microsoft amazon facebook meta
		twitter x.com netflix tesla boeing airbus gazprom rosneft lukoil siemens volkswagen toyota samsung huawei sony ibm intel nvidia
		openai hamas hezbollah taliban isis isil isw idf gru fsb svr kgb mi5 mi6 mossad gchq pentagon-led politifact
		asean brics g7 g8 g20 cis csto apec mercosur efta nafta ukip dup snp sdp cdu csu spd fdp afd psoe vox pis
		greenpeace oxfam unrwa icc icj fifa uefa ioc nfl nba mlb nhl`},
	{isGround, `wall drive boulevard township twp twp. wilderness zoo library highway parkway trail freeway interstate creek falls springs
		river rivers street avenue road square island islands lake sea ocean bay gulf strait mountain mountains mount hill hills
		valley peninsula desert bridge airport station port harbor harbour canal beach park forest county district province region oblast
		city town village borough state states republic kingdom emirates territory coast cape point heights gate tower hall
		stadium arena plaza palace castle cathedral`},
	{isPlaceName, `paris london kiev china india georgia jordan america washington israel austin sydney charlotte florence virginia
		carolina dakota montana houston dallas jackson lincoln madison kingston chelsea brooklyn ireland kenya cuba victoria
		asia chad cairo milan vienna geneva venice odessa memphis savannah phoenix denver salem cleveland iran
		trinity holland britain france germany russia berlin rome lima malta persia adelaide melbourne alexandria
		lourdes santiago san santa st los las el north south east west new great`},
	{isWordName, `will mark may april june august grace hope faith joy rose bill chase art guy rich gene drew sue pat frank grant jack ray
		rob dean duke king major general prince justice union summer autumn christian royal early young white black green brown
		said an so my in do to can see say long an the so she he man bush page rock sky star stone sunny dawn eve crystal amber
		ruby pearl jade ivy lily iris heather holly hazel daisy violet olive ginger honey sage basil angel destiny heaven nevada
		legend messiah champion pride noble earnest ernest love charity mercy patience prudence temple church price cash
		mike rusty sandy stormy buddy sonny junior senior lane cliff glen dale forest heath ford wade brook stormy chance
		carol melody harmony cherry candy penny dollar miles mason hunter archer cooper tyler baker taylor porter parker
		gentle sincere many most more less first last another every asia day friday tuesday wednesday thursday monday saturday
		sunday january february march july september october november december winter spring`},
	{isCompass, `san santa west east north south new lake river fort mount mt. port cape saint st st. los las el upper lower greater coral glen`},
	{isState, `us u.s. usa uk u.k. uae afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium
		bolivia bosnia brazil britain bulgaria burma cambodia cameroon canada chile china colombia congo croatia cuba cyprus denmark ecuador
		egypt england eritrea estonia ethiopia finland france gambia georgia germany ghana greece guatemala haiti honduras hungary iceland
		india indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia
		libya lithuania luxembourg macedonia malaysia mali malta mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal
		netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania
		russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
		tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
		moscow kyiv kiev beijing tokyo berlin paris london washington brussels ankara tehran cairo baghdad damascus riyadh delhi warsaw
		vienna madrid rome athens seoul pyongyang minsk vilnius riga tallinn budapest prague bucharest sofia belgrade geneva kremlin
		europe asia africa america crimea donbas gaza`},
	{isNever, `god christmas easter ramadan hanukkah thanksgiving internet congress senate parliament constitution bible quran koran
		election day war covid covid-19 republicans democrats republican democrat democratic gop english spanish french german
		russian ukrainian american british chinese american americans russians ukrainians chinese british
		islam muslim muslims christians christian jewish jews catholic catholics european europeans african latino
		latinos hispanic hispanics black white asian western eastern northern southern central north south east west
		street avenue act amendment article bill treaty accord agreement law deal plan award awards prize cup olympics paralympics
		marathon triathlon decathlon regatta derby championship championships tournament festival biennale carnival expo summit conference
		massacre uprising rebellion revolution famine earthquake hurricane typhoon treatise gazette`},
}

// roleWords are what a person is or does, in the singular.
const roleWords = `official spokesman spokeswoman spokesperson minister president chancellor leader analyst expert insider source diplomat
	negotiator lawmaker senator governor mayor envoy commander general soldier prosecutor lawyer attorney judge critic supporter
	observer researcher scientist economist officer adviser advisor aide secretary ambassador director chairman chairwoman chair
	chief head editor reporter journalist correspondent witness resident activist protester campaigner voter worker professor
	teacher student doctor nurse physician historian author writer columnist commentator pundit pollster strategist consultant
	operative candidate nominee congressman congresswoman representative councillor councilman councilwoman king queen prince
	princess premier counterpart ally opponent rival neighbor neighbour colleague friend mother father brother sister son
	daughter wife husband uncle aunt cousin parent farmer driver pilot captain colonel lieutenant sergeant major admiral marshal
	detective investigator inspector agent sheriff deputy commissioner superintendent trooper firefighter paramedic
	executive manager owner founder co-founder entrepreneur businessman businesswoman investor trader banker broker developer
	engineer designer programmer architect artist actor actress singer musician director-general filmmaker producer
	host anchor presenter coach player athlete captain referee champion pope bishop archbishop cardinal priest pastor rabbi
	imam cleric monk scholar academic lecturer fellow dean principal treasurer trustee member delegate organizer organiser
	volunteer veteran refugee migrant immigrant victim survivor suspect defendant plaintiff petitioner juror regulator
	mediator monitor auditor whistleblower bureaucrat politician legislator statesman parliamentarian mp whip dissident rebel
	fighter militant separatist villager neighbour passenger customer client patient user owner tenant landlord
	envoy attache consul emissary intermediary interlocutor policymaker decision-maker mogul billionaire tycoon magnate star
	celebrity man woman boy girl teenager person dictator tsar oligarch emperor tyrant incumbent successor predecessor
	partner staffer surrogate vice-president co-chair moderator interviewer questioner opponent`

// bodyWords are groups that speak, in the singular and without a capital.
const bodyWords = `ministry department agency administration government company firm campaign committee commission council court union
	party army military navy police staff bank university group organization organisation association
	coalition alliance team panel board bureau office authority parliament senate congress assembly cabinet regime
	newspaper magazine network broadcaster outlet station website paper channel tribunal jury delegation embassy mission
	institute institution foundation charity think-tank bloc opposition legislature presidency leadership command church
	congregation federation league club regulator watchdog airline manufacturer retailer publisher developer operator`

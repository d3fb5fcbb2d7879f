package grammar

// closed holds the words of the classes that take no new members, and adverbs of the kind that stand beside verbs.
var closed = []struct {
	class Class
	words string
}{
	{Det, `the a an this that these those every each some any no another either neither both all many most several few
		such much various certain other fewer more`},
	{Prep, `of in on at to for from with by about against between among amid during under over after before since until
		through throughout across into onto off near behind beyond within without upon toward towards around above below
		beneath beside besides despite except following including like unlike outside inside per regarding concerning
		versus via as than along alongside ahead amidst amongst plus minus given aboard`},
	{Subject, `i he she it we they you who everyone everybody someone somebody anyone nobody one others`},
	{Object, `me him her us them whom himself herself itself themselves myself ourselves yourself you it`},
	{Poss, `my his her its our their your whose`},
	{Be, `is are was were be been being am 're 'm isn't aren't wasn't weren't isn’t`},
	{Have, `has have had having hasn't haven't hadn't`},
	{Do, `do does did doesn't don't didn't`},
	{Modal, `will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't
		mightn't needn't ought`},
	{Not, `not never`},
	{Adverb, `also again already always almost often once only just still even ever now then soon later earlier recently
		repeatedly reportedly previously first currently initially eventually finally frequently generally further
		here there instead maybe merely nearly perhaps quickly quite rather rarely really seldom simply sometimes
		somewhat thus today together too twice usually very well yet openly publicly privately quietly bluntly
		explicitly reluctantly angrily sarcastically jokingly flatly firmly strongly sharply openly falsely rightly wrongly
		originally ultimately apparently allegedly supposedly clearly basically essentially specifically separately
		similarly simultaneously subsequently nevertheless nonetheless otherwise meanwhile however moreover furthermore
		additionally therefore consistently constantly continually routinely regularly long famously immediately
		formally officially personally directly indirectly emphatically forcefully vehemently vigorously categorically
		definitely certainly probably likely obviously surely truly particularly especially mostly largely partly
		increasingly widely broadly merely hardly barely effectively actually literally seriously correctly
		incorrectly boldly proudly calmly briefly cautiously carefully casually confidently curtly candidly defiantly
		erroneously gleefully gravely happily honestly ironically loudly memorably mistakenly optimistically passionately
		pointedly politely poignantly promptly readily sadly softly solemnly sternly tacitly tartly tersely unequivocally
		unambiguously warmly wryly dismissively diplomatically controversially accordingly absolutely basically`},
	{And, `and or but nor yet &`},
	{Sub, `that because while whereas although though if unless when whenever where wherever once since until till after
		before as so whether lest whilst`},
	{Wh, `who what how whether why when where which whom whose whatever whoever`},
	{Relative, `who which that whom whose`},
	{TimeWord, `monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mon. tue. wed. thu. fri.
		january february march april may june july august september october november december jan. feb. mar. apr. jun.
		jul. aug. sept. sep. oct. nov. dec. jan feb aug sept oct nov dec today tonight yesterday tomorrow morning afternoon
		evening night noon midnight week weekend month year day hour minute decade century spring summer autumn winter
		weeks months years days hours minutes decades spring`},
	{Number, `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
		dozen dozens hundreds thousands millions billions half`},
	{Opener, `however meanwhile moreover furthermore additionally nevertheless nonetheless still then therefore thus yet also
		but and or so if when while although though because since as after before until once whether there here what why how
		who where which whose it he she they we i you this that these those his her its their our my your the a an in on at by
		for from with to of about against between among amid during under over through throughout across into near behind
		beyond within without upon toward towards around above below despite except following including like unlike no not
		yes well now today yesterday tomorrow tonight later earlier recently previously finally first second third last next
		another other others some many most several few all both each every any none one two three four five six seven
		eight nine ten instead perhaps maybe indeed again even just only more much less such same similarly likewise
		overall historically notably considering given regardless according asked speaking writing calling citing noting
		adding let do does did is are was were be been has have had will would can could may might shall should must
		read see watch click follow sign subscribe share photo image video advertisement related updated breaking exclusive
		analysis opinion commentary editorial live latest news home menu search world politics business sport sports
		unfortunately fortunately surprisingly interestingly importantly clearly obviously apparently reportedly allegedly
		initially originally eventually ultimately currently nearly almost about roughly approximately beyond`},
	{Subject | Be, `i'm you're we're they're he's she's it's who's that's there's what's who're`},
	{Subject | Modal, `i'll you'll we'll they'll he'll she'll it'll who'll that'll there'll i'd you'd we'd they'd he'd she'd it'd who'd`},
	{Subject | Have, `i've you've we've they've who've`},
}

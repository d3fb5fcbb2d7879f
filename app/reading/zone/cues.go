package zone

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/reading/token"
)

// fold lower-cases the first 200 bytes of a line, for comparing with fixed words.
func (l *line) fold() string {
	if l.low == "" {
		s := l.text
		if len(s) > 200 {
			s = s[:border(s, 200)]
		}
		l.low = token.Lower(strings.ReplaceAll(s, "\u00a0", " "))
	}
	return l.low
}

// navigation reports words of a site about itself.
func (l *line) navigation() bool {
	s := l.fold()
	bare := strings.TrimRight(strings.TrimSpace(s), ".:!…»> ")
	if len(bare) <= longestLine && wholeLines[bare] {
		return true
	}
	if l.words <= 40 {
		if openings.of(s) {
			return true
		}
		if strings.HasPrefix(s, "follow ") && (strings.Contains(s, "facebook") || strings.Contains(s, "instagram") || strings.Contains(s, "twitter")) {
			return true // "Follow the Daily on Facebook and Instagram."
		}
	}
	if l.words <= 60 && phrases.in(s) {
		return true
	}
	// "Home > World > Europe", "Home » News", "News | Europe | War"
	if l.words <= 12 && !l.closed {
		n := strings.Count(s, " > ") + strings.Count(s, " » ") + strings.Count(s, " | ") + strings.Count(s, " / ") + strings.Count(s, " › ") + strings.Count(s, "›") - strings.Count(s, " › ") + strings.Count(s, " → ")
		if n >= 2 || (n >= 1 && strings.HasPrefix(s, "home")) {
			return true
		}
	}
	return l.words == 0 || l.menu() || l.contact() || l.offer()
}

// contact reports how a paper is reached, on one line: "Telephone: 555 0100, Fax: 555 0101, E-mail: …".
func (l *line) contact() bool {
	if l.words > 120 || l.digits == 0 {
		return false
	}
	s := l.text[:border(l.text, maxLook)]
	if !anyWay.inAnyCase(s) {
		return false
	}
	s = strings.ToLower(s)
	found := 0
	for _, w := range waysToReach {
		if strings.Contains(s, w) {
			found++
		}
	}
	return found >= 3
}

var waysToReach = []string{"telephone", "tel:", "tel.:", "phone:", "fax", "e-mail", "email:", "extension", "p.o. box", "mobile:", "whatsapp:"}

var anyWay = insideOf(waysToReach...)

// offer reports an offer of the paper itself: "Get a year's subscription for as little as 9.99. Use the code …".
func (l *line) offer() bool {
	if l.words > 90 {
		return false
	}
	s := l.text[:border(l.text, maxLook)]
	if !subscriptions.inAnyCase(s) {
		return false
	}
	s = strings.ToLower(s)
	for _, p := range []string{"for as little as", "use the code", "free trial", "per cent off", "% off", "cancel anytime", "cancel at any time"} {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

var subscriptions = insideOf("subscri")

// menu reports a row of section names: "World Europe Asia Sport", "Share Tweet Email Print", "Sign in | Subscribe | Newsletters".
func (l *line) menu() bool {
	if l.closed || l.words < 2 || l.words > 30 {
		return false
	}
	known, words, shares := 0, 0, 0
	for at := 0; at < len(l.text); {
		w, n := nextWord(l.text[at:])
		at += n
		if w == "" {
			continue
		}
		words++
		w = strings.ToLower(w)
		switch {
		case shareWords[w]:
			shares++
		case sectionWords[w]:
			known++
		case functionWords[w]:
			words--
		}
	}
	return shares >= 3 && (shares+known)*4 >= words*3 || words >= 3 && shares+known == words || words >= 4 && (known+shares)*5 >= words*4
}

var sectionWords = set(`world europe asia africa americas home news sport sports business politics opinion opinions culture tech technology science health life
	lifestyle weather video videos podcasts podcast newsletters newsletter search menu markets money travel food style arts entertainment local national
	international environment climate features analysis magazine editorial comment education crime obituaries jobs classifieds games puzzles
	more sections account login subscribe subscriptions register donate contact archive archives live tv radio football cricket economy
	middle east uk us australia regions national latest popular trending top stories sitemap advertise careers help faq rss`)

var shareWords = set(`share tweet email e-mail print facebook twitter whatsapp telegram linkedin reddit pinterest copy link save pin messenger instagram youtube x sms
	flipboard bluesky threads mastodon pocket bookmark listen follow sign log in out`)

// ends reports whether the article is over where this line stands.
func (l *line) ends() bool {
	s := l.fold()
	return endings.of(s) || strings.Contains(s, "cookies")
}

var endings = aheadOf("related", "leave a reply", "leave a comment", "your email address", "comments", "post a comment",
	"more from", "you may also like", "you might also like", "read next", "most read", "most popular", "recommended", "share this",
	"subscribe", "sign up", "all rights reserved", "copyright", "©", "tags:", "recent posts", "previous post", "next post", "add a comment")

var wholeLines = lineSet(`advert|advertisement|advertisements|ad|ads|sponsored|sponsored content|news|home|menu|search|login|log in|sign in|register|subscribe
|related posts|related articles|related stories|related news|related content|related topics|related|read more|read also|see also|also read|more news|latest news|breaking news|top stories
|leave a reply|leave a comment|comments|comment|no comments|post a comment|add a comment|cancel reply|share|share this|share this article|share this story
|print|email|e-mail|print this article|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|follow us|newsletter|information and settings|cookie settings|accept all|accept|reject all
|privacy policy|terms of use|terms and conditions|contact us|about us|back to top|skip to content|skip to main content|loading|tags|most read|most popular|you may also like
|you might also like|recommended|recommended for you|more from|trending|trending now|video|videos|photos|gallery|listen|listen to this article|world|opinion|editorial|sport|sports|business
|politics|culture|science|technology|health|lifestyle|weather|podcast|live|live updates|story continues below advertisement|continue reading|previous|next|previous article|next article|previous post|next post`)

var longestLine = longestOf(wholeLines)

func lineSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Split(strings.ReplaceAll(s, "\n", ""), "|") {
		m[strings.TrimSpace(w)] = true
	}
	return m
}

var openings = aheadOf("share on ", "watch: ", "read: ", "listen: ", "have a tip", "follow @", "share this ", "follow us on", "click here", "read more:", "read also:", "see also:", "also read:", "related:", "related posts",
	"sign up for", "subscribe to", "subscribe now", "get the latest", "download our app", "join our", "join us on", "leave a reply", "leave a comment", "your email address",
	"required fields are marked", "save my name", "advertisement", "copyright ©", "copyright (c)", "© ", "(c) ", "tags:", "tagged:", "filed under", "posted in",
	"categories:", "category:", "more from ", "this website uses", "this site uses", "we use cookies", "by continuing to", "please enable javascript",
	"support our journalism", "skip to ", "most read", "continue reading", "you have been successfully", "already a subscriber", "home > ", "home » ", "min read",
	"additional reporting by", "reporting by ", "writing by ", "editing by ", "(reporting by", "(additional reporting", "(editing by", "(writing by", "edited by ",
	"with reporting by", "with files from", "the associated press contributed", "estimated reading time", "reading time", "view all posts", "notify me of", "this site is protected by")

var phrases = insideOf("contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting", "contributed from ",
	"use cookies", "cookie policy", "privacy policy", "terms of service", "all rights reserved", "consent to their use", "leave a reply",
	"your email address will not be published", "required fields are marked", "may not be published, broadcast, rewritten", "sign up for our newsletter", "subscribe to our",
	"unsubscribe at any time", "enable javascript", "requires javascript", "affiliate commission", "affiliate partnerships", "affiliate links", "may earn a commission", "may earn commission", "share of the sale", "if you buy something through", "like this story?", "meet your inbox", "chat with us ", "can be contacted with any questions", "click here for more information", "letters to the editor. we", "your browser does", "your browser is", "by your browser", "update your browser", "upgrade your browser", "your browser settings", "in your browser settings", "follow her on twitter", "follow him on twitter", "follow me on twitter", "follow us on ", "may be reached at ", "can be reached at ", "delivered to your inbox", "straight to your inbox", "to your inbox every", "in your inbox", "this article was originally published on", "first appeared on")

// credit reports a photo credit or a caption that says so.
func (l *line) credit() bool {
	if l.words > 60 {
		return false
	}
	s := l.fold()
	if credits.of(s) || creditsWithin.in(s) {
		return true
	}
	return l.words <= 40 && l.words >= 2 && !l.closed && (strings.HasSuffix(s, "/afp") || strings.HasSuffix(s, "/reuters") || strings.HasSuffix(s, "/ap"))
}

var credits = aheadOf("photo:", "photos:", "photo by", "photograph:", "photo credit", "image:", "images:", "image credit", "picture:", "credit:", "file photo", "illustration:",
	"photo courtesy", "image source", "featured image", "(photo", "screenshot:", "screengrab", "video:", "[photo", "[image", "map:", "graphic:", "photo/", "foto:")

var creditsWithin = insideOf("getty images", "(ap photo", "ap photo/", "via reuters", "/afp)", "afp via", "/reuters)", "[file: ", "file photo", "handout via", "(photo by", "(file photo", "[photo:",
	"/getty", "shutterstock", "(image: ", "(photo: ", "(credit: ", "/epa", "[reuters]", "/reuters]", "[afp]")

// byline reports "by editor", "By Jane Doe and John Roe", "Written by …", "Jane Doe, Staff Writer".
func (l *line) byline() bool {
	s := l.fold()
	if l.words <= 14 && strings.HasPrefix(s, "by ") && desk(s) {
		return true
	}
	if l.words > 14 || l.closed && l.words > 6 {
		return false
	}
	for _, p := range []string{"by ", "written by ", "posted by ", "published by ", "reported by ", "author:", "words by ", "story by ", "from our ", "by: "} {
		if rest, ok := strings.CutPrefix(s, p); ok {
			at := len(l.text) - len(s) + len(p)
			if len(s) != len(l.text) || at <= 0 || rest == "" {
				return ok && rest != ""
			}
			r, _ := utf8.DecodeRuneInString(l.text[at:])
			return p != "by " || unicode.IsUpper(r) || rest == "editor" || rest == "admin" || rest == "staff" || strings.HasPrefix(rest, "staff ") ||
				strings.HasPrefix(rest, "our ") || strings.HasPrefix(rest, "news desk") || strings.HasPrefix(rest, "web desk")
		}
	}
	for _, p := range []string{"staff writer", "staff reporter", "correspondent", "editor", "contributing writer", "associated press writer", "associated press", "special to the"} {
		if l.words <= 8 && l.capital >= 2 && !l.closed && strings.Contains(s, ", "+p) {
			return true
		}
	}
	return false
}

// desk reports a byline of several hands: "By the news desk. Written for the school paper."
func desk(s string) bool {
	head, _, _ := strings.Cut(s[len("by "):], ".")
	f := strings.Fields(head)
	if len(f) == 0 || len(f) > 5 {
		return false
	}
	switch f[len(f)-1] {
	case "desk", "staff", "newsroom", "team", "reporter", "reporters", "correspondent", "correspondents", "editors", "bureau", "agencies", "writer", "writers":
		return true
	}
	return false
}

// dateLine reports a line that holds little but a date: "Eurasia 15/03/2025 08:00", "Published: March 12, 2025 at 5 p.m.".
func (l *line) dateLine() bool {
	if l.words+l.digits > 14 || l.digits == 0 {
		return false
	}
	other, months, figures := 0, 0, 0
	for at := 0; at < len(l.text); {
		w, n := nextWord(l.text[at:])
		at += n
		if w == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		low := strings.ToLower(w)
		switch {
		case unicode.IsDigit(r):
			if strings.Count(w, "/") == 2 {
				months++
			}
			figures++
		case monthWords[low]:
			months++
		case dateWords[low]:
		default:
			other++
		}
	}
	if months == 0 {
		return isoDate(l.text) && other <= 3
	}
	return figures >= 1 && other <= 2 && (!l.closed || other == 0)
}

// isoDate reports a YYYY-MM-DD or DD.MM.YYYY in the line.
func isoDate(s string) bool {
	digits := 0
	shape := make([]byte, 0, 32)
	for i := 0; i < len(s) && len(shape) < 32; i++ {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
			continue
		}
		if digits > 0 {
			shape = append(shape, byte('0'+min(digits, 9)))
			digits = 0
		}
		if s[i] == '-' || s[i] == '.' {
			shape = append(shape, s[i])
		} else {
			shape = append(shape, ' ')
		}
	}
	if digits > 0 {
		shape = append(shape, byte('0'+min(digits, 9)))
	}
	k := string(shape)
	return strings.Contains(k, "4-2-2") || strings.Contains(k, "2.2.4") || strings.Contains(k, "1.2.4") || strings.Contains(k, "2-2-4")
}

var monthWords = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
`)

var dateWords = set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun published posted updated last modified date on at
am pm a.m p.m a m p gmt utc est edt cet cest pst pdt bst et pt st nd rd th of the first created time ist msk and by modified`)

// datelineEnd gives the length of a dateline at the start of a paragraph: "KYIV, Ukraine (AP) — ", "PARIS, March 13 (Reuters) - ",
// "MOSCOW, March 13. /TASS/. ", "ATLANTA -- "; 0 if there is none. The dash is part of it.
func datelineEnd(s string) int {
	limit := min(len(s), 120)
	head := s[:border(s, limit)]
	end := -1
	for _, mark := range []string{" — ", " – ", " - ", " -- ", "— ", "– ", " —", "-- ", " –", "/. ", "/ "} {
		if i := strings.Index(head, mark); i > 0 && (end < 0 || i+len(mark) < end) {
			end = i + len(mark)
		}
	}
	if i := strings.Index(head, ": "); i > 0 && (end < 0 || i+2 < end) && shouted(head[:i]) {
		end = i + 2
	}
	if i := strings.Index(head, "): "); i > 0 && (end < 0 || i+3 < end) {
		end = i + 3
	}
	if i := strings.Index(head, ") "); i > 0 && (end < 0 || i+2 < end) && agency(head[:i+1]) {
		end = i + 2
	}
	if end < 0 {
		return 0
	}
	part := head[:end]
	paren := agency(part)
	upper, lower, words := 0, 0, 0
	for at := 0; at < len(part); {
		w, n := nextWord(part[at:])
		at += n
		r, _ := utf8.DecodeRuneInString(w)
		if w == "" || unicode.IsDigit(r) {
			continue
		}
		words++
		low := strings.ToLower(w)
		switch {
		case words == 1 && utf8.RuneCountInString(w) >= 3 && w == strings.ToUpper(w):
			upper += 4
		case unicode.IsUpper(r) || monthWords[low] || low == "and" || low == "al" || low == "el" || low == "de" || low == "on" || low == "of":
			upper++
		default:
			lower++
		}
	}
	if lower > 0 || words == 0 || words > 10 {
		return 0
	}
	if paren || upper >= 4+words-1 {
		return end
	}
	// "Valencia, Spain - Two people drowned": small letters too, if a sentence begins after the dash
	next, _ := utf8.DecodeRuneInString(s[end:])
	if words <= 4 && strings.ContainsAny(part, "—–-") && part[len(part)-1] == ' ' && (unicode.IsUpper(next) || next == '"' || next == '“') && len(s) > end+60 {
		return end
	}
	return 0
}

// shouted reports that all letters are capitals and that there are some: "NEW DELHI".
func shouted(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 4
}

// agency reports "(AP)", "(Reuters)", "/TASS/" and the like in the head of a paragraph.
func agency(s string) bool {
	open := strings.IndexAny(s, "(/")
	if open < 0 {
		return false
	}
	return agencies.in(strings.ToLower(s[open:]))
}

var agencies = insideOf("(ap)", "(reuters)", "(afp)", "(upi)", "(dpa)", "(bloomberg)", "(cnn)", "(xinhua)", "(interfax)", "(ria", "/tass/", "(tass)", "(cp)", "(efe)", "(ani)", "(pti)", "(ians)", "(kyodo)",
	"(yonhap)", "(anadolu)", "(aa)", "/prnewswire/", "(business wire)", "(bbc)", "(ips)", "(irin)", "(itar-tass)", "(ap/", "(kuna)", "(wam)", "(spa)", "(jta)", "(cns)", "/prnewswire", "(associated press)",
	"(globe newswire)", "(mcclatchy", "(staff", "(un news)", "(voa)", "(rferl)", "(rfe/rl)", "(ptinews)", "(sana)", "(mena)", "(al jazeera)", "(ukrinform)")

package bind

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/review"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Answer is one thing that a person can say of a subject: the correction that says it, worded.
type Answer struct {
	ID    string
	Name  string
	Rest  string
	Why   string
	Share float64 // how probable it is; below 0 not known
	Says  story.Correction
	One   bool // it is meant for this mention, whatever is said of those alike
}

// Scoped is how far a correction reaches, in words.
type Scoped struct {
	Scope story.Scope
	Name  string
}

// Ask is what the card of a subject shows and what can be answered.
type Ask struct {
	Subject              review.Subject
	Kind, Title          string
	Before, Words, After string
	Source, Question     string
	Answers              []Answer // the one that the story shows first
	Others               []Answer // less likely ones, for a menu
	OthersName           string   // what the menu is called
	Shown                string   // id of the answer that the story shows; "" none of them
	Field                string   // what can be typed; "" nothing
	Typed                Typed
	Map                  bool // it can be put on the map
	Scopes               []Scoped
	Scope                int       // the one to begin with
	Anchor               story.Day // the day that typed days are counted from
}

// Typed is what words that are typed say.
type Typed uint8

// What can be typed.
const (
	TypedNothing Typed = iota
	TypedPlace
	TypedDays
	TypedDay // of publication
	TypedSpeaker
)

// asker makes an Ask of a story.
type asker struct {
	w     Words
	s     *story.Story
	a     *story.Article
	atlas Atlas
	ask   Ask
}

// Ask is what can be said of a subject of the story; false for none.
func (w Words) Ask(s *story.Story, x review.Subject, atlas Atlas) (Ask, bool) {
	if x.Kind == review.SubjectNone || x.Doc >= len(s.Articles) {
		return Ask{}, false
	}
	k := asker{w: w, s: s, a: s.Articles[x.Doc], atlas: atlas, ask: Ask{Subject: x, Anchor: story.DayMin}}
	if p := k.a.Published; p.Kind != story.DateUnknown {
		k.ask.Anchor = p.Best
	}
	k.sentence()
	switch x.Kind {
	case review.SubjectPlace:
		k.place()
	case review.SubjectTime:
		k.time()
	case review.SubjectQuote:
		k.quote()
	case review.SubjectEvent:
		k.event()
	case review.SubjectPublished:
		k.published()
	case review.SubjectStretch:
		k.stretch()
	}
	return k.ask, true
}

// says is a correction of the subject.
func (k *asker) says(c story.Correction) story.Correction {
	c.About = k.ask.Subject.About
	return c
}

// sentence is the words in the sentence that they stand in.
func (k *asker) sentence() {
	at := k.ask.Subject.About.Span
	k.ask.Title = clip(k.ask.Subject.About.Words, 60)
	k.ask.Source = clip(Title(k.a), 60)
	if at.Empty() {
		return
	}
	in := k.a.SentenceAt(at.Start)
	if in.Empty() || in.End < at.End {
		in = story.Span{Start: min(at.Start, max(in.Start, 0)), End: max(at.End, in.End)}
		if in.Start == 0 && at.Start > 0 {
			in.Start = at.Start
		}
	}
	k.ask.Before = lastRunes(strings.Join(strings.FieldsFunc(k.a.Text[in.Start:at.Start], unicode.IsSpace), " "), 110)
	if gap := k.a.Text[in.Start:at.Start]; gap != "" && unicode.IsSpace(rune(gap[len(gap)-1])) {
		k.ask.Before += " "
	}
	k.ask.Words = clip(k.ask.Subject.About.Words, 240)
	k.ask.After = clip(k.a.Text[at.End:in.End], 110)
	if rest := k.a.Text[at.End:in.End]; rest != "" && unicode.IsSpace(rune(rest[0])) {
		k.ask.After = " " + k.ask.After
	}
	for i, s := range k.a.Sentences {
		if s.Holds(at.Start) {
			k.ask.Source += " · " + k.w.L("sentence {{.N}}", map[string]any{"N": i + 1})
			break
		}
	}
}

// lastRunes is the end of a text, at a word.
func lastRunes(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	s = string(r[len(r)-n:])
	if _, rest, ok := strings.Cut(s, " "); ok {
		s = rest
	}
	return "… " + s
}

// alike words how many there are of the subject, after what it is.
func (k *asker) alike(kind string) {
	k.ask.Kind = k.w.upper(kind)
	if n := k.ask.Subject.InStory; n > 1 {
		k.ask.Kind += " · " + k.w.upper(k.w.N("{{.N}} mentions alike", n, nil))
	}
}

// scopes are how far a correction can reach; all says that all are meant where nothing else is said.
func (k *asker) scopes(all bool) {
	x := &k.ask.Subject
	add := func(s story.Scope, name string) { k.ask.Scopes = append(k.ask.Scopes, Scoped{s, name}) }
	if x.InStory < 2 {
		return
	}
	add(story.ScopeStory, k.w.N("all {{.N}} mentions in the story", x.InStory, nil))
	if x.InArticle > 1 && x.InArticle < x.InStory {
		add(story.ScopeArticle, k.w.N("the {{.N}} in this article", x.InArticle, nil))
	}
	add(story.ScopeOne, k.w.L("only this one"))
	if !all {
		k.ask.Scope = len(k.ask.Scopes) - 1
	}
}

func placeAnswer(p geo.Place) string { return fmt.Sprint("place ", p.ID) }

// PlaceAnswer is the answer that a name means a place of the gazetteer.
func (w Words) PlaceAnswer(x review.Subject, p geo.Place, a Atlas) Answer {
	return Answer{ID: placeAnswer(p), Name: w.shortName(p), Rest: w.PlaceRest(p, a), Share: -1,
		Says: story.Correction{Kind: story.CorrectPlace, About: x.About, Place: p.ID}}
}

func (k *asker) place() {
	t := &k.a.Toponyms[k.ask.Subject.At]
	k.alike(k.w.L("Place"))
	k.ask.Question = k.w.L("What is meant")
	k.ask.Field, k.ask.Typed, k.ask.Map = k.w.L("Search the gazetteer"), TypedPlace, true
	k.scopes(true)
	if t.Placed {
		out := k.w.PlaceAnswer(k.ask.Subject, t.Place, k.atlas)
		out.Share, out.Why = t.P, k.w.because(t.Reasons, 3)
		k.ask.Answers, k.ask.Shown = append(k.ask.Answers, out), out.ID
	}
	for i, r := range t.Rivals {
		if i == 4 || t.Placed && r.Place.ID == t.Place.ID {
			continue
		}
		out := k.w.PlaceAnswer(k.ask.Subject, r.Place, k.atlas)
		out.Share = r.P
		k.ask.Answers = append(k.ask.Answers, out)
	}
	k.uses(t)
}

// uses are what the name can do in its sentence.
func (k *asker) uses(t *story.Toponym) {
	k.ask.OthersName = k.w.capital(k.w.use(t.Use))
	for _, u := range []story.Use{story.UseLiteral, story.UseActor, story.UseTopic} {
		if u == t.Use {
			continue
		}
		name := k.w.L("It is the place")
		switch u {
		case story.UseActor:
			name = k.w.L("It only speaks")
		case story.UseTopic:
			name = k.w.L("It is only spoken of")
		}
		k.other(Answer{ID: "use " + u.String(), Name: name, Says: k.says(story.Correction{Kind: story.CorrectUse, Use: u}), One: true})
	}
	k.other(Answer{ID: "place none", Name: k.w.L("A place that is not known"), Says: k.says(story.Correction{Kind: story.CorrectPlace})})
	k.other(Answer{ID: "remove", Name: k.w.L("Not a place"), Says: k.says(story.Correction{Kind: story.CorrectRemove, Mention: story.MentionPlace}), One: true})
}

func (k *asker) other(a Answer) {
	a.Share = -1
	k.ask.Others = append(k.ask.Others, a)
}

// DaysAnswer is the answer that something was on some days; both DayMin are none.
func (w Words) DaysAnswer(x review.Subject, from, to story.Day) Answer {
	c := story.Correction{Kind: story.CorrectWhen, About: x.About, From: from, To: to}
	if x.Kind == review.SubjectPublished {
		c = story.Published(x.About.Article, from)
	}
	return Answer{ID: fmt.Sprintf("days %d %d", from, to), Name: w.Interval(from, to), Share: -1, Says: c}
}

// days are the answers to when: the moment that is shown, other readings, and that it is not known.
func (k *asker) days(m story.Moment, p float64, why []story.Reason) {
	k.ask.Question = k.w.L("When it was")
	k.ask.Field, k.ask.Typed = k.w.L("Another day: early March 2025, 10–14 March"), TypedDays
	if m.Dated() {
		out := k.w.DaysAnswer(k.ask.Subject, m.Earliest, m.Latest)
		out.Share, out.Why = p, k.w.because(why, 3)
		k.ask.Answers, k.ask.Shown = append(k.ask.Answers, out), out.ID
	}
}

// notKnown is the answer that no day is known.
func (k *asker) notKnown(shown bool) {
	out := k.w.DaysAnswer(k.ask.Subject, story.DayMin, story.DayMin)
	out.Name = k.w.L("not known")
	k.ask.Answers = append(k.ask.Answers, out)
	if shown {
		k.ask.Shown = out.ID
	}
}

func (k *asker) time() {
	t := &k.a.Timexes[k.ask.Subject.At]
	k.alike(k.w.L("Time"))
	k.days(t.Moment, t.P, t.Reasons)
	k.scopes(false)
	for i := range t.Rivals {
		if m := t.Rivals[i].Moment; m.Dated() {
			out := k.w.DaysAnswer(k.ask.Subject, m.Earliest, m.Latest)
			out.Share = t.Rivals[i].P
			k.ask.Answers = append(k.ask.Answers, out)
		}
	}
	k.notKnown(!t.Moment.Dated())
	k.ask.OthersName = k.w.L("Not a time")
	k.other(Answer{ID: "remove", Name: k.w.L("Not a time"), Says: k.says(story.Correction{Kind: story.CorrectRemove, Mention: story.MentionTime}), One: true})
}

// SpeakerAnswer is the answer that somebody says a quote.
func (w Words) SpeakerAnswer(x review.Subject, name, role string) Answer {
	shown := name
	if name == "" {
		shown = w.L("nobody who is named")
	}
	return Answer{ID: "speaker " + name, Name: shown, Rest: role, Share: -1, Says: story.Correction{Kind: story.CorrectSpeaker, About: x.About, Speaker: name}}
}

func (k *asker) quote() {
	q := &k.s.Quotes[k.ask.Subject.At]
	k.alike(k.w.L("Quote"))
	name, _ := k.w.speaker(k.s, q)
	k.ask.Title = name
	k.ask.Question = k.w.L("Who says this")
	k.ask.Field, k.ask.Typed = k.w.L("Another speaker: type a name"), TypedSpeaker
	k.scopes(false)
	if q.Speaker >= 0 {
		v := &k.s.Speakers[q.Speaker]
		out := k.w.SpeakerAnswer(k.ask.Subject, v.Name, v.Beside())
		out.Share, out.Why = q.P, k.w.because(q.Reasons, 2)
		k.ask.Answers, k.ask.Shown = append(k.ask.Answers, out), out.ID
	}
	for _, i := range nearSpeakers(k.s, q, 4) {
		v := &k.s.Speakers[i]
		k.ask.Answers = append(k.ask.Answers, k.w.SpeakerAnswer(k.ask.Subject, v.Name, v.Beside()))
	}
	nobody := k.w.SpeakerAnswer(k.ask.Subject, "", "")
	k.ask.Answers = append(k.ask.Answers, nobody)
	if q.Speaker < 0 {
		k.ask.Shown = nobody.ID
	}
	k.people(q)
}

// nearSpeakers are others who are quoted in the article of a quote, the nearest first; at most n.
func nearSpeakers(s *story.Story, q *story.Quote, n int) []int {
	type near struct{ who, far int }
	var all []near
	for i := range s.Quotes {
		o := &s.Quotes[i]
		if o.Doc != q.Doc || o.Speaker < 0 || o.Speaker == q.Speaker || slices.ContainsFunc(all, func(x near) bool { return x.who == o.Speaker }) {
			continue
		}
		all = append(all, near{o.Speaker, max(o.Span.Start-q.Span.Start, q.Span.Start-o.Span.Start)})
	}
	slices.SortStableFunc(all, func(a, b near) int { return a.far - b.far })
	var out []int
	for _, x := range all[:min(n, len(all))] {
		out = append(out, x.who)
	}
	return out
}

// people are what can be said of who speaks: the same as another one, somebody else than the words mean elsewhere.
func (k *asker) people(q *story.Quote) {
	k.ask.OthersName = k.w.L("The speaker is …")
	if q.Speaker >= 0 {
		v := &k.s.Speakers[q.Speaker]
		for _, i := range likeSpeakers(k.s, q.Speaker, 8) {
			k.other(Answer{ID: "same " + k.s.Speakers[i].Name, Name: k.w.L("{{.A}} is the same as {{.B}}", map[string]any{"A": v.Name, "B": k.s.Speakers[i].Name}),
				Says: story.Correction{Kind: story.CorrectPerson, About: story.Target{Article: k.a.ID, Words: v.Name}, Speaker: k.s.Speakers[i].Name, Scope: story.ScopeStory}})
		}
		if by := q.By.In(k.a.Text); by != "" && by != v.Name {
			split := Answer{ID: "split", Name: k.w.L("“{{.A}}” here is somebody else than {{.B}}", map[string]any{"A": by, "B": v.Name}),
				Says: story.Correction{Kind: story.CorrectPerson, About: story.Target{Article: k.a.ID, Words: by}, Scope: story.ScopeStory}}
			if !beginsUpper(by) || pronoun(by) { // "he" is somebody else elsewhere: it is said of this quote alone
				split.One, split.Says = true, k.says(story.Correction{Kind: story.CorrectSpeaker})
			}
			k.other(split)
		}
	}
	k.other(Answer{ID: "remove", Name: k.w.L("Not a quote"), Says: k.says(story.Correction{Kind: story.CorrectRemove, Mention: story.MentionQuote}), One: true})
}

// pronoun reports a word that stands for a person in its sentence only.
func pronoun(s string) bool {
	switch strings.ToLower(s) {
	case "he", "she", "they", "it", "him", "her", "them", "i", "we":
		return true
	}
	return false
}

func beginsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// likeSpeakers are others of the story, those that share a word with a speaker's name first; at most n.
func likeSpeakers(s *story.Story, who, n int) []int {
	words := strings.Fields(strings.ToLower(s.Speakers[who].Name))
	var like, rest []int
	for i := range s.Speakers {
		switch {
		case i == who:
		case slices.ContainsFunc(strings.Fields(strings.ToLower(s.Speakers[i].Name)), func(x string) bool { return slices.Contains(words, x) }):
			like = append(like, i)
		case s.Speakers[i].Kind == story.SpeakerPerson:
			rest = append(rest, i)
		}
	}
	like = append(like, rest...)
	return like[:min(n, len(like))]
}

func (k *asker) event() {
	e := &k.s.Events[k.ask.Subject.At]
	k.alike(k.w.L("Event"))
	k.ask.Title = clip(e.Span.In(k.a.Text), 60)
	if at := e.Span; !at.Empty() {
		x := k.ask.Subject
		k.ask.Subject.About.Span, k.ask.Subject.About.Words = e.Trigger, e.Trigger.In(k.a.Text)
		k.sentence()
		k.ask.Subject = x
		k.ask.Title = clip(at.In(k.a.Text), 60)
	}
	k.ask.Question = join(k.w.moment(e.When), k.w.eventPlace(e))
	for _, m := range []story.Modality{story.ModalAsserted, story.ModalPlanned, story.ModalReported, story.ModalDenied, story.ModalConditional, story.ModalBackground} {
		out := Answer{ID: "modality " + m.String(), Name: k.w.capital(k.w.modality(m)), Share: -1, Says: k.says(story.Correction{Kind: story.CorrectModality, Modality: m})}
		if m == e.Modality {
			out.Share, out.Why, k.ask.Shown = e.P, k.w.because(e.Reasons, 2), out.ID
		}
		k.ask.Answers = append(k.ask.Answers, out)
	}
	k.ask.Field, k.ask.Typed = k.w.L("Another day: early March 2025, 10–14 March"), TypedDays
	k.ask.Map = true
	k.ask.OthersName = k.w.L("Not an event")
	k.other(Answer{ID: "remove", Name: k.w.L("Not an event"), Says: k.says(story.Correction{Kind: story.CorrectRemove, Mention: story.MentionEvent}), One: true})
}

func (w Words) eventPlace(e *story.Event) string {
	if e.Where == nil {
		return ""
	}
	return w.PlaceName(e.Where.Place)
}

func (k *asker) published() {
	p := k.a.Published
	k.ask.Kind, k.ask.Title, k.ask.Source = k.w.upper(k.w.L("Published")), clip(Title(k.a), 80), k.w.PublishedHead(p)
	k.ask.Question = k.w.L("When was this article published?")
	k.ask.Field, k.ask.Typed = k.w.L("A day: 12 March 2025"), TypedDay
	if p.Kind != story.DateUnknown {
		out := k.w.DaysAnswer(k.ask.Subject, p.Best, p.Best)
		out.Share, out.Why = p.P, k.w.because(p.Reasons, 3)
		k.ask.Answers, k.ask.Shown = append(k.ask.Answers, out), out.ID
	}
	if p.Kind == story.DateGiven {
		c := story.Published(k.a.ID, 0)
		c.AsRead = true
		k.ask.OthersName = k.w.L("Forget the given day")
		k.other(Answer{ID: "forget", Name: k.w.L("Forget the given day"), Says: c})
	}
}

func (k *asker) stretch() {
	k.ask.Kind, k.ask.Question = k.w.upper(k.w.L("Marked words")), k.w.L("What these words are")
	for _, m := range []story.MentionKind{story.MentionPlace, story.MentionTime, story.MentionQuote, story.MentionEvent} {
		k.ask.Answers = append(k.ask.Answers, Answer{ID: "add " + m.String(), Name: k.w.capital(k.w.mention(m)), Share: -1,
			Says: k.says(story.Correction{Kind: story.CorrectAdd, Mention: m})})
	}
}

// Right is the correction that what is shown of the subject was looked at and is right, or cannot be told.
func (k *Ask) Right(v story.Verdict) story.Correction {
	c := story.Correction{Kind: story.CorrectChecked, About: k.Subject.About, Mention: k.Subject.Mention(), Verdict: v}
	if k.Subject.Kind == review.SubjectPlace && k.Subject.InStory > 1 {
		c.Scope = story.ScopeStory
	}
	return c
}

// Answer finds an answer by its id.
func (k *Ask) Answer(id string) (Answer, bool) {
	for _, all := range [][]Answer{k.Answers, k.Others} {
		for _, a := range all {
			if a.ID == id {
				return a, true
			}
		}
	}
	return Answer{}, false
}

// Scoped gives a correction the scope that stands at position i of Scopes.
func (k *Ask) Scoped(c story.Correction, i int) story.Correction {
	if i >= 0 && i < len(k.Scopes) && c.Kind != story.CorrectPerson && c.Kind != story.CorrectPublished {
		c.Scope = k.Scopes[i].Scope
	}
	return c
}

// Reach is how many mentions a correction of the subject reaches.
func (k *Ask) Reach(c story.Correction) int {
	switch c.Scope {
	case story.ScopeStory:
		return k.Subject.InStory
	case story.ScopeArticle:
		return k.Subject.InArticle
	}
	return 1
}

// Pin words a place that a person put on the map, with km around it.
func (w Words) Pin(at orb.Point, km float64) string {
	if km == 0 {
		return w.L("The point {{.Point}}", map[string]any{"Point": w.spot(at)})
	}
	return w.L("{{.Km}} km around it", map[string]any{"Km": w.decimal(km, 2)})
}

// spot words a point: "51.20° N, 35.50° E".
func (w Words) spot(at orb.Point) string {
	ns, ew, lat, lon := w.X("N (compass)", "N"), w.X("E (compass)", "E"), at[1], at[0]
	if lat < 0 {
		ns, lat = w.X("S (compass)", "S"), -lat
	}
	if lon < 0 {
		ew, lon = w.X("W (compass)", "W"), -lon
	}
	return w.hundredths(lat) + "° " + ns + ", " + w.hundredths(lon) + "° " + ew
}

// Speakers are the answers to a name that was typed: speakers of the story that have its letters, then the name itself;
// at most n.
func (w Words) Speakers(s *story.Story, x review.Subject, typed string, n int) []Answer {
	if typed == "" {
		return nil
	}
	var out []Answer
	exact := false
	low := strings.ToLower(typed)
	for i := range s.Speakers {
		v := &s.Speakers[i]
		if strings.Contains(strings.ToLower(v.Name), low) && len(out) < n-1 {
			out = append(out, w.SpeakerAnswer(x, v.Name, v.Beside()))
			exact = exact || strings.EqualFold(v.Name, typed)
		}
	}
	if !exact {
		out = append(out, w.SpeakerAnswer(x, typed, w.L("new")))
	}
	return out
}

// WordAt is the word that holds a byte of a text; empty between words.
func WordAt(text string, at int) story.Span {
	if at < 0 || at >= len(text) {
		return story.Span{}
	}
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	if r, _ := utf8.DecodeRuneInString(text[at:]); !story.InWord(r) {
		return story.Span{}
	}
	return story.WordAround(text, at)
}

package bind

import (
	"fmt"
	"strings"

	"dateline/app/review"
	"dateline/app/story"
	"dateline/geo"
)

// Atlas finds places for the words about corrections. The zero Atlas knows none.
type Atlas struct {
	Place   func(geo.PlaceID) (geo.Place, bool)
	Country func(iso string) string // the name of a country by its code
	Article func(id string) string  // what an article is called that is not in the story; "" where nobody knows
}

func (a Atlas) place(id geo.PlaceID) (geo.Place, bool) {
	if a.Place == nil {
		return geo.Place{}, false
	}
	return a.Place(id)
}

func (a Atlas) country(iso string) string {
	if a.Country == nil || iso == "" {
		return iso
	}
	return a.Country(iso)
}

// Kind is what sort of place it is: "city".
func (w Words) Kind(k geo.Kind) string {
	switch k {
	case geo.KindContinent:
		return w.L("continent")
	case geo.KindCountry:
		return w.L("country")
	case geo.KindAdmin1, geo.KindRegion:
		return w.L("region")
	case geo.KindAdmin2:
		return w.L("county")
	case geo.KindCity:
		return w.L("city")
	case geo.KindDistrict:
		return w.L("district")
	case geo.KindSea:
		return w.L("sea")
	case geo.KindRiver:
		return w.L("river")
	case geo.KindLake:
		return w.L("lake")
	case geo.KindStrait:
		return w.L("strait")
	case geo.KindMountain:
		return w.L("mountain")
	case geo.KindIsland:
		return w.L("island")
	case geo.KindLandmark:
		return w.L("landmark")
	case geo.KindSeat:
		return w.L("seat of power")
	}
	return w.L("place")
}

// countryOf is the country that a place lies in; "" for a country itself.
func (w Words) countryOf(p geo.Place, a Atlas) string {
	if p.Kind == geo.KindCountry {
		return ""
	}
	if name := w.countryName(p.Country); name != "" {
		return name
	}
	return a.country(p.Country)
}

// PlaceRest is what stands beside the name of a place: "city, Ukraine · 1.4 million".
func (w Words) PlaceRest(p geo.Place, a Atlas) string {
	out := w.Kind(p.Kind)
	if p.Admin1Name != "" && p.Admin1Name != p.Name && p.Kind != geo.KindCountry && p.Kind != geo.KindAdmin1 {
		out += ", " + p.Admin1Name
	}
	if c := w.countryOf(p, a); c != "" && c != p.Name {
		out += ", " + c
	}
	return join(out, w.people(p.Population))
}

func (w Words) people(n int64) string {
	switch {
	case n >= 1_000_000:
		return w.L("{{.N}} million", map[string]any{"N": w.decimal(float64(n)/1e6, 1)})
	case n >= 10_000:
		return w.Number(int(n / 1000 * 1000))
	case n > 0:
		return fmt.Sprint(n)
	}
	return ""
}

// use is what a name does in its sentence.
func (w Words) use(u story.Use) string {
	switch u {
	case story.UseLiteral:
		return w.L("the place")
	case story.UseActor:
		return w.L("only speaks")
	case story.UseTopic:
		return w.L("only spoken of")
	case story.UseAdjective:
		return w.L("an adjective")
	}
	return w.L("part of a name")
}

// modality is how an event is spoken of.
func (w Words) modality(m story.Modality) string {
	switch m {
	case story.ModalReported:
		return w.L("claimed")
	case story.ModalDenied:
		return w.L("denied")
	case story.ModalPlanned:
		return w.L("planned")
	case story.ModalConditional:
		return w.L("possible")
	case story.ModalBackground:
		return w.L("earlier history")
	}
	return w.L("happened")
}

func (w Words) mention(k story.MentionKind) string {
	switch k {
	case story.MentionTime:
		return w.L("a time")
	case story.MentionQuote:
		return w.L("a quote")
	case story.MentionEvent:
		return w.L("an event")
	}
	return w.L("a place")
}

// Said words a correction: "Kharkiv is the city". s is the story that it is about.
func (w Words) Said(s *story.Story, c *story.Correction, a Atlas) string {
	if c.AsRead {
		return w.L("As it was read: {{.What}}", map[string]any{"What": w.about(s, c, a)})
	}
	data := map[string]any{"Words": clip(c.About.Words, 40), "Article": w.about(s, c, a)}
	switch c.Kind {
	case story.CorrectPublished:
		data["Days"] = w.shortDay(c.From)
		return w.L("“{{.Article}}” is of {{.Days}}", data)
	case story.CorrectPlace:
		return w.saidPlace(c, a, data)
	case story.CorrectUse:
		data["Use"] = w.use(c.Use)
		return w.L("{{.Words}}: {{.Use}}", data)
	case story.CorrectWhen:
		if !c.From.Bounded() && !c.To.Bounded() {
			return w.L("“{{.Words}}”: the day is not known", data)
		}
		data["Days"] = w.Interval(c.From, c.To)
		return w.L("“{{.Words}}” is {{.Days}}", data)
	case story.CorrectSpeaker:
		if data["Name"] = c.Speaker; c.Speaker == "" {
			return w.L("Nobody is named for “{{.Words}}”", data)
		}
		return w.L("{{.Name}} says “{{.Words}}”", data)
	case story.CorrectModality:
		data["How"] = w.modality(c.Modality)
		return w.L("“{{.Words}}”: {{.How}}", data)
	case story.CorrectPerson:
		if data["Name"] = c.Speaker; c.Speaker == "" {
			return w.L("{{.Words}} is somebody else", data)
		}
		return w.L("{{.Words}} is {{.Name}}", data)
	}
	return w.saidOfStory(c, data)
}

func (w Words) saidPlace(c *story.Correction, a Atlas, data map[string]any) string {
	if c.Pinned {
		return w.L("{{.Words}} is put on the map", data)
	}
	p, ok := a.place(c.Place)
	if !ok {
		return w.L("{{.Words}} is no known place", data)
	}
	data["Kind"], data["Place"] = w.Kind(p.Kind), p.Name
	if strings.EqualFold(p.Name, c.About.Words) {
		return w.L("{{.Words}} is the {{.Kind}}", data)
	}
	return w.L("{{.Words}} is {{.Place}}, {{.Kind}}", data)
}

// saidOfStory words what is said of stretches, articles and the story.
func (w Words) saidOfStory(c *story.Correction, data map[string]any) string {
	data["Thing"] = w.mention(c.Mention)
	switch c.Kind {
	case story.CorrectAdd:
		return w.L("“{{.Words}}” is {{.Thing}}", data)
	case story.CorrectRemove:
		return w.L("“{{.Words}}” is not {{.Thing}}", data)
	case story.CorrectChecked:
		if c.Verdict == story.VerdictCannot {
			return w.L("“{{.Article}}”: it cannot be told", data)
		}
		return w.L("“{{.Article}}”: it is right", data)
	case story.CorrectTitle:
		data["Title"] = c.Text
		return w.L("The story is called “{{.Title}}”", data)
	case story.CorrectOut:
		return w.L("“{{.Article}}” is taken out", data)
	case story.CorrectOrder:
		return w.L("“{{.Article}}” has another place in the list", data)
	}
	return w.L("A note on “{{.Article}}”", data)
}

// about is the words that a correction is about, else the name of its article.
func (w Words) about(s *story.Story, c *story.Correction, atlas Atlas) string {
	if c.About.Words != "" {
		return clip(c.About.Words, 40)
	}
	if i := s.ArticleAt(c.About.Article); i >= 0 {
		return clip(Title(s.Articles[i]), 40)
	}
	if atlas.Article != nil {
		if name := atlas.Article(c.About.Article); name != "" {
			return clip(name, 40)
		}
	}
	return s.Title
}

// Was is what the story shows of the thing that a correction is about, for the log: what the program had read.
func (w Words) Was(s *story.Story, c *story.Correction) string {
	doc := s.ArticleAt(c.About.Article)
	switch c.Kind {
	case story.CorrectTitle:
		return s.Title
	case story.CorrectOrder:
		return fmt.Sprint(doc + 1)
	}
	if doc < 0 {
		return ""
	}
	a := s.Articles[doc]
	switch c.Kind {
	case story.CorrectPublished:
		return w.PublishedHead(a.Published)
	case story.CorrectOut, story.CorrectNote, story.CorrectAdd, story.CorrectChecked:
		return ""
	}
	if was := w.wasWords(a, c); was != "" {
		return was
	}
	return w.wasFound(s, doc, c)
}

// wasWords is what was read of a name or an expression of time.
func (w Words) wasWords(a *story.Article, c *story.Correction) string {
	for i := range a.Toponyms {
		t := &a.Toponyms[i]
		switch {
		case t.Span != c.About.Span || c.Kind != story.CorrectPlace && c.Kind != story.CorrectUse && c.Kind != story.CorrectRemove:
		case c.Kind == story.CorrectUse:
			return w.use(t.Use)
		case !t.Placed:
			return w.L("not placed")
		default:
			return w.PlaceName(t.Place) + ", " + w.Kind(t.Place.Kind)
		}
	}
	for i := range a.Timexes {
		if t := &a.Timexes[i]; t.Span == c.About.Span && (c.Kind == story.CorrectWhen || c.Kind == story.CorrectRemove) {
			return w.moment(t.Moment)
		}
	}
	return ""
}

// wasFound is what was read of a quote, a speaker or an event.
func (w Words) wasFound(s *story.Story, doc int, c *story.Correction) string {
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.Doc == doc && q.Span == c.About.Span && (c.Kind == story.CorrectSpeaker || c.Kind == story.CorrectRemove) {
			name, _ := w.speaker(s, q)
			return name
		}
	}
	if c.Kind == story.CorrectPerson {
		return c.About.Words
	}
	for i := range s.Events {
		e := &s.Events[i]
		if e.Doc != doc || e.Trigger != c.About.Span && e.Span != c.About.Span {
			continue
		}
		switch {
		case c.Kind == story.CorrectWhen:
			return w.moment(e.When)
		case c.Kind == story.CorrectPlace && e.Where != nil:
			return w.PlaceName(e.Where.Place)
		case c.Kind == story.CorrectPlace:
			return w.L("not placed")
		}
		return w.modality(e.Modality)
	}
	return ""
}

// Effect says what a correction would change: "Moves 2 events and 1 area; no quote."
func (w Words) Effect(e review.Effect) string {
	if e.None() {
		return w.L("Changes nothing on map and timeline.")
	}
	var out []string
	add := func(words string) { out = append(out, words) }
	count := func(n int) map[string]any { return map[string]any{"What": w.Count(n, "event", "events")} }
	switch {
	case e.Moved > 0 && e.Areas > 0:
		add(w.L("Moves {{.Events}} and {{.Areas}}", map[string]any{"Events": w.Count(e.Moved, "event", "events"), "Areas": w.Count(e.Areas, "area", "areas")}))
	case e.Moved > 0:
		add(w.L("Moves {{.What}}", count(e.Moved)))
	case e.Names > 0:
		add(w.L("Changes {{.What}}", map[string]any{"What": w.Count(e.Names, "mention", "mentions")}))
	}
	if e.Redated > 0 {
		add(w.L("gives {{.What}} other days", count(e.Redated)))
	}
	if e.Appeared > 0 {
		add(w.L("adds {{.What}}", count(e.Appeared)))
	}
	if e.Gone > 0 {
		add(w.L("takes {{.What}} away", count(e.Gone)))
	}
	if e.Quotes > 0 {
		add(w.L("changes {{.What}}", map[string]any{"What": w.Count(e.Quotes, "quote", "quotes")}))
	} else {
		add(w.L("no quote"))
	}
	return w.capital(strings.Join(out, "; ")) + "."
}

// capital begins a sentence.
func (w Words) capital(s string) string {
	for i, r := range s {
		return w.upper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// Everywhere says of a correction that it holds in n places.
func (w Words) Everywhere(said string, n int) string {
	return w.N("{{.What}} in {{.N}} places", n, map[string]any{"What": said})
}

// OneDay says that days were understood where one is needed.
func (w Words) OneDay(from, to story.Day) string {
	return w.L("That is {{.Days}}: one day is needed.", map[string]any{"Days": w.Interval(from, to)})
}

package bind

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/story"
	"dateline/geo"
)

// Published says when an article was published and how that is known.
func (w Words) Published(p story.Publication) string {
	s := w.PublishedHead(p)
	if p.Kind == story.DateUnknown {
		return s
	}
	if why := w.because(p.Reasons, 2); why != "" {
		s += "\n" + why
	}
	return s
}

// modalities are what is said of an event that is not told as something that happened, in English.
var modalities = map[story.Modality]string{story.ModalDenied: "denied", story.ModalPlanned: "planned", story.ModalConditional: "only possible",
	story.ModalClaimed: "claimed", story.ModalOpinion: "opinion"}

// Modality says how an event is spoken of; "" for what is told as something that happened.
func (w Words) Modality(m story.Modality) string {
	if m.Real() {
		return ""
	}
	return w.L(modalities[m])
}

func (w Words) eventTip(s *story.Story, e *story.Event) string {
	a := s.Articles[e.Doc]
	out := join(w.moment(e.When), w.Modality(e.Modality))
	if e.Where != nil {
		out += " · " + w.PlaceName(e.Where.Place)
	}
	out += "\n" + clip(e.Sentence.In(a.Text), 160)
	if why := w.because(e.When.Reasons, 1); why != "" {
		out += "\n" + why
	}
	return out
}

func (w Words) quoteTip(s *story.Story, q *story.Quote) string {
	name, role := w.speaker(s, q)
	if role != "" {
		name += ", " + role
	}
	if q.When.Dated() {
		name += "\n" + w.moment(q.When)
	}
	if why := w.because(q.Reasons, 2); why != "" {
		name += "\n" + why
	}
	return name
}

func (w Words) placeTip(t *story.Toponym) string {
	s := w.PlaceName(t.Place)
	switch t.Use {
	case story.UseActor:
		s += " · " + w.L("named as an actor, not as a place")
	case story.UseTopic:
		s += " · " + w.L("spoken of, not the scene")
	}
	if why := w.because(t.Reasons, 3); why != "" {
		s += "\n" + why
	}
	if len(t.Rivals) > 0 {
		names := []string{}
		for _, r := range t.Rivals {
			names = append(names, w.PlaceName(r.Place)+" "+r.Place.Country)
		}
		s += "\n" + w.L("could also be") + ": " + strings.Join(names, "; ")
	}
	return s
}

func (w Words) timeTip(t *story.Timex) string {
	s := ""
	if t.Moment.Dated() {
		s = w.moment(t.Moment)
	} else {
		s = w.L("not placed on the timeline") + " (" + t.Value + ")"
	}
	if why := w.because(t.Reasons, 3); why != "" {
		s += "\n" + why
	}
	return s
}

// PlaceName names a place with what it lies in: "Sudzha, Kursk Oblast".
func (w Words) PlaceName(p geo.Place) string {
	if p.Admin1Name != "" && p.Admin1Name != p.Name && p.Kind != geo.KindCountry {
		return p.Name + ", " + p.Admin1Name
	}
	return w.shortName(p)
}

// shortName names a place alone: a country in the person's language, any other place as the gazetteer does.
func (w Words) shortName(p geo.Place) string {
	if p.Kind == geo.KindCountry {
		if name := w.countryName(p.Country); name != "" {
			return name
		}
	}
	return p.Name
}

// countryName is what a country is called in the person's language; "" where that is not known.
func (w Words) countryName(iso string) string {
	if w.country == nil || iso == "" {
		return ""
	}
	return w.country(iso)
}

// clip shortens to at most n characters, at a word, in one line.
func clip(s string, n int) string {
	s = oneLine(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := 0
	for i := range s {
		if n--; n < 0 {
			break
		}
		cut = i
	}
	if at := strings.LastIndexByte(s[:cut], ' '); at > cut/2 {
		cut = at
	}
	return strings.TrimRight(s[:cut], " ,;:–-") + "…"
}

// oneLine is a text with one space wherever it has space between words.
func oneLine(s string) string {
	space := true
	for _, r := range s {
		if r != ' ' && unicode.IsSpace(r) || r == ' ' && space {
			return strings.Join(strings.Fields(s), " ")
		}
		space = r == ' '
	}
	if space {
		return strings.TrimSpace(s)
	}
	return s // as most texts are
}

// curly shows straight outer marks as typographic ones.
func curly(s string) string {
	s = oneLine(s)
	if t, ok := strings.CutPrefix(s, `"`); ok {
		s = "“" + t
		if t, ok := strings.CutSuffix(s, `"`); ok {
			s = t + "”"
		}
	}
	return s
}

// speaker gives the name and the role of a quote's speaker; "No speaker named" where there is none.
func (w Words) speaker(s *story.Story, q *story.Quote) (name, role string) {
	if q.Speaker < 0 || q.Speaker >= len(s.Speakers) {
		return w.L("No speaker named"), ""
	}
	sp := &s.Speakers[q.Speaker]
	return sp.Name, sp.Beside()
}

// Title is what to call an article: its headline, else its file, cut at a word.
func Title(a *story.Article) string {
	if a.Title != "" {
		return a.Title
	}
	return a.File
}

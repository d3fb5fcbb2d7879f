package compare

import (
	"slices"

	"dateline/app/story"
)

// Source is who is heard in an article, in counts and names. It is no score.
type Source struct {
	Doc          int
	Published    story.Publication
	Named        []int   // persons who are quoted by name: indices into Story.Speakers, first heard first
	Institutions []int   // ministries, armies, agencies, states
	Unnamed      []int   // "officials", "diplomats", "reports"
	Quotes       int     // quotes and reported speech with a voice
	Sentences    int     // sentences of its body
	Unsourced    int     // of these, how many give nobody's words
	Voices       []Voice // everybody who is heard, who is heard most first
	Words        int     // the words of all of them
	Dateline     string  // the words of its dateline: "KYIV"; "" if it has none
}

// Voice is how much one speaker is quoted.
type Voice struct {
	Speaker int // index into Story.Speakers
	Quotes  int
	Words   int // words that are quoted or reported of it; a phrase inside a longer report counts once
}

// Sources tells for each article who is heard in it. Docs are indices into Story.Articles; nil is all.
func Sources(s *story.Story, docs []int) []Source {
	b := newBench(s, docs)
	quotes := make([][]int, len(s.Articles))
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if b.in[q.Doc] && !q.Scare && q.Speaker >= 0 {
			quotes[q.Doc] = append(quotes[q.Doc], i)
		}
	}
	out := make([]Source, 0, len(b.docs))
	for _, d := range b.docs {
		out = append(out, b.source(d, quotes[d]))
	}
	return out
}

func (b *bench) source(doc int, quotes []int) Source {
	a := b.s.Articles[doc]
	src := Source{Doc: doc, Published: a.Published, Quotes: len(quotes)}
	for _, z := range a.Zones {
		if z.Kind == story.ZoneDateline && src.Dateline == "" {
			src.Dateline = z.Span.In(a.Text)
		}
	}
	for _, i := range quotes {
		q := &b.s.Quotes[i]
		words := 0
		if !inside(b.s, quotes, i) {
			words = len(tokens(a.Text, q.Span))
		}
		src.hear(b.s, q.Speaker, words)
		for _, also := range q.Also {
			src.hear(b.s, also, 0)
		}
	}
	slices.SortStableFunc(src.Voices, func(x, y Voice) int { return y.Words - x.Words })
	for _, at := range a.Sentences {
		if !Told(a.ZoneAt(at.Start)) {
			continue
		}
		src.Sentences++
		if !slices.ContainsFunc(quotes, func(i int) bool { return b.s.Quotes[i].Span.Overlaps(at) }) {
			src.Unsourced++
		}
	}
	return src
}

// Told reports whether the sentences of a zone are those of which it is counted how many give nobody's words.
func Told(k story.ZoneKind) bool { return k == story.ZoneBody || k == story.ZoneList }

// inside reports whether a quote is a phrase inside another one of the same voice, whose words count already.
func inside(s *story.Story, quotes []int, i int) bool {
	q := &s.Quotes[i]
	return slices.ContainsFunc(quotes, func(k int) bool {
		o := &s.Quotes[k]
		return k != i && o.Speaker == q.Speaker && o.Span != q.Span && o.Span.Contains(q.Span)
	})
}

func (src *Source) hear(s *story.Story, who, words int) {
	i := slices.IndexFunc(src.Voices, func(v Voice) bool { return v.Speaker == who })
	if i < 0 {
		i = len(src.Voices)
		src.Voices = append(src.Voices, Voice{Speaker: who})
		switch s.Speakers[who].Kind {
		case story.SpeakerPerson:
			src.Named = append(src.Named, who)
		case story.SpeakerRole:
			src.Unnamed = append(src.Unnamed, who)
		default:
			src.Institutions = append(src.Institutions, who)
		}
	}
	src.Voices[i].Quotes++
	src.Voices[i].Words += words
	src.Words += words
}

// Heard adds the voices of several articles up, who is heard most first.
func Heard(sources []Source) (out []Voice) {
	at := map[int]int{}
	for i := range sources {
		for _, v := range sources[i].Voices {
			k, ok := at[v.Speaker]
			if !ok {
				k = len(out)
				at[v.Speaker] = k
				out = append(out, Voice{Speaker: v.Speaker})
			}
			out[k].Quotes += v.Quotes
			out[k].Words += v.Words
		}
	}
	slices.SortStableFunc(out, func(x, y Voice) int { return y.Words - x.Words })
	return out
}

// Whole is the sources of several articles as one: Doc is -1, Published is not set, and nobody is named twice.
func Whole(sources []Source) Source {
	out := Source{Doc: -1, Voices: Heard(sources)}
	add := func(list *[]int, more []int) {
		for _, who := range more {
			if !slices.Contains(*list, who) {
				*list = append(*list, who)
			}
		}
	}
	for i := range sources {
		src := &sources[i]
		add(&out.Named, src.Named)
		add(&out.Institutions, src.Institutions)
		add(&out.Unnamed, src.Unnamed)
		out.Quotes, out.Sentences, out.Unsourced, out.Words = out.Quotes+src.Quotes, out.Sentences+src.Sentences, out.Unsourced+src.Unsourced, out.Words+src.Words
	}
	return out
}

// Side is how much those are quoted who speak for one state or belong to it.
type Side struct {
	Country string // its ISO code; "" of those whose state is not known
	Voices  int
	Quotes  int
	Words   int
}

// Sides adds voices up by their states, those that are heard most first, and last those whose state is not known.
func Sides(s *story.Story, voices []Voice) (out []Side) {
	for _, v := range voices {
		c := s.Speakers[v.Speaker].Country
		i := slices.IndexFunc(out, func(x Side) bool { return x.Country == c })
		if i < 0 {
			i = len(out)
			out = append(out, Side{Country: c})
		}
		out[i].Voices++
		out[i].Quotes += v.Quotes
		out[i].Words += v.Words
	}
	slices.SortStableFunc(out, func(x, y Side) int {
		if d := one(x.Country == "") - one(y.Country == ""); d != 0 {
			return d
		}
		return y.Words - x.Words
	})
	return out
}

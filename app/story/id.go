package story

import "strconv"

// EventID names one telling of an event, QuoteID one quote, SpeakerID one voice of a story. They are made of the article
// and the words, never of a position in a list, so they stay when the story is told again with other places or days.
// The zero value of each is none.
type (
	EventID   string
	QuoteID   string
	SpeakerID string
)

// Identify gives ids to the events, quotes and speakers of s that have none yet, and makes looking them up quick. It is called once, by what makes the
// story, before s is shared.
func Identify(s *Story) {
	n := namer{story: s, seen: make(map[string]int, len(s.Events)+len(s.Quotes))}
	for i := range s.Events {
		if e := &s.Events[i]; e.ID == "" {
			at := e.Span
			if !e.Trigger.Empty() {
				at = e.Trigger
			}
			n.mention(e.Doc, 'e', at)
		}
	}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.ID == "" {
			n.mention(q.Doc, 'q', q.Span)
		}
	}
	n.all = string(n.text)
	for i := range s.Events {
		if e := &s.Events[i]; e.ID == "" {
			e.ID = EventID(n.next())
		}
	}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.ID == "" {
			q.ID = QuoteID(n.next())
		}
	}
	for i := range s.Speakers {
		if v := &s.Speakers[i]; v.ID == "" {
			v.ID = SpeakerID(n.numbered("s/" + v.Name))
		}
	}
	s.index = newIndex(s)
}

// namer makes ids, which are parts of one string.
type namer struct {
	story *Story
	text  []byte
	ends  []int32 // of each id in text
	taken int     // how many ids next gave
	all   string  // text, when it is whole
	seen  map[string]int
}

// mention writes an id: the article, a letter for the kind of thing, and the words it stands at: "9f3c/e120-128".
func (n *namer) mention(doc int, kind byte, at Span) {
	b := n.text
	if s := n.story; doc >= 0 && doc < len(s.Articles) && s.Articles[doc].ID != "" {
		b = append(b, s.Articles[doc].ID...)
	} else {
		b = strconv.AppendInt(append(b, '#'), int64(doc), 10)
	}
	b = append(b, '/', kind)
	b = strconv.AppendInt(b, int64(at.Start), 10)
	n.text = strconv.AppendInt(append(b, '-'), int64(at.End), 10)
	n.ends = append(n.ends, int32(len(n.text)))
}

// next gives the ids in the order in which they were written.
func (n *namer) next() string {
	from := int32(0)
	if n.taken > 0 {
		from = n.ends[n.taken-1]
	}
	n.taken++
	return n.numbered(n.all[from:n.ends[n.taken-1]])
}

// numbered sets a second thing of the same words apart from the first: two events of one verb, in two places.
func (n *namer) numbered(id string) string {
	k := n.seen[id]
	n.seen[id] = k + 1
	if k > 0 {
		id += "." + strconv.Itoa(k)
	}
	return id
}

// index is where things stand by their ids. It is made with them, before the story is shared, and never changed.
type index struct {
	events   table[EventID]
	quotes   table[QuoteID]
	speakers table[SpeakerID]
	articles table[string]
}

func newIndex(s *Story) *index {
	return &index{newTable(len(s.Events), s.eventID), newTable(len(s.Quotes), s.quoteID),
		newTable(len(s.Speakers), s.speakerID), newTable(len(s.Articles), s.articleID)}
}

// table is where the things of a list stand by their ids.
type table[ID ~string] struct {
	made int // of how many things
	at   map[ID]int32
}

// newTable makes the table of n things. Of several things with one id the first counts.
func newTable[ID ~string](n int, idOf func(i int) ID) table[ID] {
	t := table[ID]{n, make(map[ID]int32, n)}
	for i := n - 1; i >= 0; i-- {
		t.at[idOf(i)] = int32(i)
	}
	return t
}

// find looks an id up among n things: in the table, or one after the other where the story has none (one put together by
// hand) or is another than it was made of. -1 is not there.
func (t table[ID]) find(id ID, n int, idOf func(i int) ID) int {
	if id == "" {
		return -1
	}
	if t.at != nil && t.made == n {
		i, ok := t.at[id]
		switch {
		case !ok:
			return -1
		case int(i) < n && idOf(int(i)) == id:
			return int(i)
		}
	}
	for i := range n {
		if idOf(i) == id {
			return i
		}
	}
	return -1
}

func (s *Story) eventID(i int) EventID     { return s.Events[i].ID }
func (s *Story) quoteID(i int) QuoteID     { return s.Quotes[i].ID }
func (s *Story) speakerID(i int) SpeakerID { return s.Speakers[i].ID }
func (s *Story) articleID(i int) string    { return s.Articles[i].ID }

// places is the index, an empty one where there is none.
func (s *Story) places() *index {
	if s.index == nil {
		return &index{}
	}
	return s.index
}

// EventAt is the position of an event in s.Events; -1 if it is not there.
func (s *Story) EventAt(id EventID) int {
	return s.places().events.find(id, len(s.Events), s.eventID)
}

// QuoteAt is the position of a quote in s.Quotes; -1 if it is not there.
func (s *Story) QuoteAt(id QuoteID) int {
	return s.places().quotes.find(id, len(s.Quotes), s.quoteID)
}

// SpeakerAt is the position of a speaker in s.Speakers; -1 if it is not there.
func (s *Story) SpeakerAt(id SpeakerID) int {
	return s.places().speakers.find(id, len(s.Speakers), s.speakerID)
}

// ArticleAt is the position of the article with a Document.ID in s.Articles; -1 if it is not there.
func (s *Story) ArticleAt(id string) int {
	return s.places().articles.find(id, len(s.Articles), s.articleID)
}

package bind

import (
	"fmt"
	"image/color"
	"math"

	"dateline/app/review"
	"dateline/app/story"
)

// CheckItem is a question of the list of what to check.
type CheckItem struct {
	ID     string
	Ask    string
	Words  string
	Chip   string
	Shape  CheckShape
	Rest   string
	Count  string
	Status review.Status
	Colour color.NRGBA
}

// CheckShape is how what was chosen stands out.
type CheckShape uint8

// The shapes.
const (
	CheckPlain CheckShape = iota
	CheckDate
	CheckPlace
	CheckRing
)

// CheckID names an item: it stays when the story is told again.
func CheckID(i *review.Item) string {
	return fmt.Sprintf("%s %s %d-%d", i.Kind, i.About.Article, i.About.Span.Start, i.About.Span.End)
}

// CheckHead is the heading of the list in two parts: "LEAST SURE FIRST · " and "31 OF 40 LOOKED AT".
func (w Words) CheckHead(items []review.Item) (order, looked string) {
	if len(items) == 0 {
		return "", ""
	}
	return w.upper(w.L("Least sure first")) + " · ",
		w.upper(w.L("{{.N}} of {{.All}} looked at", map[string]any{"N": len(items) - review.Open(items), "All": len(items)}))
}

// CheckItems words the items of a list.
func (w Words) CheckItems(s *story.Story, items []review.Item, atlas Atlas) []CheckItem {
	out := make([]CheckItem, 0, len(items))
	events := make(map[story.EventID]int, len(s.Events)) // looked up once, for there may be thousands of both
	for k := range s.Events {
		events[s.Events[k].ID] = k
	}
	for n := range items {
		i := &items[n]
		it := CheckItem{ID: CheckID(i), Words: "“" + clip(i.About.Words, 90) + "”", Status: i.Status, Colour: LaneColour(i.Doc),
			Count: fmt.Sprintf("%d %s %d", n+1, w.L("of"), len(items)), Rest: w.percent(int(math.Round(100 * (1 - i.Doubt))))}
		w.checkItem(s, i, &it, atlas, events)
		out = append(out, it)
	}
	return out
}

func (w Words) checkItem(s *story.Story, i *review.Item, it *CheckItem, atlas Atlas, events map[story.EventID]int) {
	switch i.Kind {
	case review.KindPublished:
		a := s.Articles[i.Doc]
		it.Ask, it.Words, it.Shape = w.L("When was it published?"), clip(Title(a), 90), CheckDate
		if i.When.Dated() {
			it.Chip, it.Rest = w.Interval(i.When.Earliest, i.When.Latest), join(w.L("inferred"), it.Rest)
		} else {
			it.Rest = w.L("publication day unknown")
		}
	case review.KindPlace:
		it.Ask, it.Shape, it.Chip = w.L("Where?"), CheckPlace, w.shortName(i.Place)
		for _, r := range i.Rivals {
			if r.Place.ID != i.Place.ID {
				it.Rest = join(w.shortName(r.Place)+", "+w.Kind(r.Place.Kind), it.Rest)
				break
			}
		}
	case review.KindUnplaced:
		it.Ask, it.Rest = w.L("Not placed"), join(w.L("no such name in the gazetteer"), w.L("put it on the map"))
	case review.KindUse:
		it.Ask, it.Chip, it.Shape = w.L("Is it the place?"), w.shortName(i.Place), CheckRing
		if i.Use == story.UseLiteral {
			it.Shape = CheckPlace
		}
		it.Rest = join(w.use(i.Use), it.Rest)
	case review.KindTime:
		it.Ask, it.Chip, it.Shape = w.L("When?"), w.moment(i.When), CheckDate
		if len(i.Times) > 0 && i.Times[0].Moment.Dated() {
			it.Rest = join(w.moment(i.Times[0].Moment), it.Rest)
		}
	case review.KindSpeaker:
		it.Ask, it.Chip, it.Shape = w.L("Who says this?"), w.L("No speaker named"), CheckRing
		it.Words = curly(clip(i.About.Words, 90))
		if i.Speaker >= 0 {
			it.Chip = s.Speakers[i.Speaker].Name
		}
	case review.KindEvent:
		it.Ask = w.L("Did it happen?")
		if e, ok := events[i.Event]; ok {
			ev := &s.Events[e]
			it.Words = "“" + clip(ev.Span.In(s.Articles[ev.Doc].Text), 90) + "”"
			it.Rest = join(w.modality(ev.Modality), it.Rest)
		}
	}
}

// Status is what a person has done about something, by a sign and a word; "" for nothing.
func (w Words) Status(s review.Status) string {
	switch s {
	case review.StatusVerified:
		return "✓ " + w.upper(w.L("checked"))
	case review.StatusChanged:
		return "✓ " + w.upper(w.L("corrected"))
	case review.StatusCannot:
		return "∅ " + w.upper(w.L("cannot be told"))
	}
	return ""
}

// sign is Status in the detail of a row, in small letters. What was not looked at is said to be so once anything was.
func (w Words) sign(c review.Checked, s review.Status) string {
	switch {
	case !c.Any():
		return ""
	case s == review.StatusVerified:
		return "✓ " + w.L("checked")
	case s == review.StatusChanged:
		return "✓ " + w.L("corrected")
	case s == review.StatusCannot:
		return "∅ " + w.L("cannot be told")
	}
	return "? " + w.L("not yet")
}

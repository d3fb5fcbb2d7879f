package assemble

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"dateline/app/story"
	"dateline/geo"
)

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// title is what a person would call the story: the headline of its only article; else the place where most of it
// happens and the month or months of its densest days ("Kursk, March 2025"); without a place, who speaks most, or the
// first headline, shortened.
func (w *Weights) title(s *story.Story) string {
	if len(s.Articles) == 0 {
		return ""
	}
	first := s.Articles[0].Title
	if len(s.Articles) == 1 {
		return first
	}
	name := chiefPlace(s)
	if name == "" {
		name = chiefSpeaker(s)
	}
	if name == "" {
		return shortened(first, 60)
	}
	if when := w.chiefMonths(s); when != "" {
		return name + ", " + when
	}
	return name
}

// chiefPlace is the plain name of the place with the most events, countries and wider left out. An event that several
// articles tell counts once for each: they agree on what matters.
func chiefPlace(s *story.Story) string {
	score := map[geo.PlaceID]float64{}
	places := map[geo.PlaceID]*geo.Place{}
	for i := range s.Events {
		e := &s.Events[i]
		if e.Where == nil || e.Where.Actor {
			continue
		}
		p := &e.Where.Place
		switch p.Kind {
		case geo.KindCountry, geo.KindContinent, geo.KindSea, geo.KindUnknown:
			continue
		}
		score[p.ID] += e.P * e.Where.P
		places[p.ID] = p
	}
	var best *geo.Place
	for id, p := range places {
		if best == nil || score[id] > score[best.ID] || score[id] == score[best.ID] && id < best.ID {
			best = p
		}
	}
	if best == nil {
		return ""
	}
	return plainPlace(best)
}

// plainPlace is the name without the word for what it is: "Kursk" for "Kursk Oblast".
func plainPlace(p *geo.Place) string {
	if p.Kind == geo.KindAdmin1 || p.Kind == geo.KindAdmin2 {
		for _, w := range []string{" Oblast", " Region", " Province", " Governorate", " Krai", " Prefecture", " District", " County", " Voivodeship"} {
			if n, ok := strings.CutSuffix(p.Name, w); ok && n != "" {
				return n
			}
		}
	}
	return p.Name
}

// chiefSpeaker is the person who is quoted most; "" if nobody is quoted twice.
func chiefSpeaker(s *story.Story) string {
	count := make([]int, len(s.Speakers))
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.Speaker >= 0 && s.Speakers[q.Speaker].Kind == story.SpeakerPerson {
			count[q.Speaker]++
		}
	}
	best := -1
	for i, n := range count {
		if n >= 2 && (best < 0 || n > count[best]) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return s.Speakers[best].Name
}

// chiefMonths says in which months most of it happens: one, or two side by side where each has its share. What is told
// as background weighs nothing, and the days of publication stand in where no event is dated.
func (w *Weights) chiefMonths(s *story.Story) string {
	weight := map[int]float64{} // by months since year 0
	for i := range s.Events {
		e := &s.Events[i]
		if e.Modality == story.ModalBackground || !e.When.Earliest.Bounded() || !e.When.Latest.Bounded() || e.When.Precision < story.PrecisionWeek {
			continue
		}
		add(weight, e.When.Earliest, e.When.Latest, e.P)
	}
	if len(weight) == 0 {
		for _, a := range s.Articles {
			if a.Published.Kind != story.DateUnknown {
				add(weight, a.Published.Best, a.Published.Best, 1)
			}
		}
	}
	if len(weight) == 0 {
		return ""
	}
	var keys []int
	for m := range weight {
		keys = append(keys, m)
	}
	sort.Slice(keys, func(i, j int) bool {
		if weight[keys[i]] != weight[keys[j]] {
			return weight[keys[i]] > weight[keys[j]]
		}
		return keys[i] < keys[j]
	})
	from := keys[0]
	to := from
	for _, m := range keys[1:] {
		if (m == from-1 || m == to+1) && weight[m] >= weight[keys[0]]/w.TitleMonth && to-from < 2 {
			from, to = min(from, m), max(to, m)
		}
	}
	y1, y2 := from/12, to/12
	switch {
	case from == to:
		return fmt.Sprintf("%s %d", months[from%12], y1)
	case y1 == y2:
		return fmt.Sprintf("%s–%s %d", months[from%12], months[to%12], y1)
	}
	return fmt.Sprintf("%s %d–%s %d", months[from%12], y1, months[to%12], y2)
}

// add spreads a weight over the months of some days.
func add(weight map[int]float64, from, to story.Day, w float64) {
	y1, m1, _ := from.Date()
	y2, m2, _ := to.Date()
	a, b := y1*12+m1-1, y2*12+m2-1
	if y1 < 1 || b-a > 2 || b < a {
		return
	}
	days := float64(to-from) + 1
	for m := a; m <= b; m++ {
		first, last := story.NewDay(m/12, m%12+1, 1), story.NewDay(m/12, m%12+2, 1)-1
		weight[m] += w * float64(min(last, to)-max(first, from)+1) / days
	}
}

// shortened cuts a headline at a word, after at most n letters.
func shortened(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut, k := 0, 0
	for i, r := range s {
		if k++; k > n {
			break
		}
		if r == ' ' {
			cut = i
		}
	}
	if cut == 0 {
		cut = len(s)
		k = 0
		for i := range s {
			if k++; k > n {
				cut = i
				break
			}
		}
	}
	return strings.TrimRight(s[:cut], " ,;:–—-") + "…"
}

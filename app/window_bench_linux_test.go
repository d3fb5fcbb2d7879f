package app

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui"
	"dateline/assets"
	"dateline/geo/outline"
	"dateline/geo/tile"
	"fyne.io/fyne/v2/test"
)

// newsroom is n made-up articles of n/20 stories, each of some twenty events over two weeks, in twelve papers.
func newsroom(n int) []story.Document {
	towns := []string{"Lisbon", "Porto", "Oslo", "Bergen", "Lima", "Cusco", "Lahore", "Karachi", "Hamburg", "Bremen", "Naples", "Turin", "Ghent", "Bruges",
		"Leeds", "Cardiff", "Osaka", "Nagoya", "Accra", "Kumasi", "Quito", "Riga", "Vilnius", "Sofia", "Varna", "Tunis", "Algiers", "Durban", "Pune", "Madurai"}
	things := []string{"ferry", "tanker", "bridge", "mill", "warehouse", "tram", "dam", "stadium", "school", "depot"}
	acts := []string{"caught fire near", "was closed by the police in", "was searched by divers off", "was inspected by engineers in", "was blocked by strikers in",
		"collapsed in", "reopened in", "was flooded in", "was sold in", "was evacuated in"}
	r := rand.New(rand.NewPCG(1, 2))
	var out []story.Document
	for i := range n {
		k := i / 20
		a, b, thing := towns[k%30], towns[(k*7+3)%30], things[k%10]
		month := story.NewDay(2024, 1+k*24/max(n/20, 1), 1)
		text := fmt.Sprintf("The %s of %s, part %d\n\n", thing, a, i)
		for range 9 {
			y, m, d := (month + story.Day(r.IntN(14))).Date()
			text += fmt.Sprintf("The %s %s %s on %d %s %d, and %d people were taken to hospitals in %s. ", thing, acts[r.IntN(10)], []string{a, b}[r.IntN(2)],
				d, time.Month(m), y, 2+r.IntN(80), a)
			if r.IntN(2) == 0 {
				text += fmt.Sprintf("“We lost all in night %d,” said Ann Roe%c, the mayor of %s, on Tuesday.\n\n", r.IntN(90), 'a'+rune(k%26), a)
			}
		}
		out = append(out, story.Document{ID: fmt.Sprintf("d%05d", i), File: fmt.Sprintf("a%d.txt", i), Text: text, Publisher: fmt.Sprintf("Paper %d", i%12),
			Dates: []story.DateClue{{Day: month + 14, Source: story.SourceURL}}})
	}
	return out
}

// manyWindow is the whole window, on the test driver, with a story of n made-up articles in it, and the ms that bringing the story in took.
func manyWindow(b *testing.B, n int) (*session.Session, float64) {
	b.Helper()
	p := newProgram(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	docs := newsroom(n)
	told, err := p.tell(context.Background(), docs, story.Log{}, nil)
	if err != nil {
		b.Fatal(err)
	}
	if p.base, err = tile.Open(assets.Basemap()); err != nil {
		b.Fatal(err)
	}
	p.shapes = outline.New(p.base.Archive())
	p.app, p.folder = test.NewTempApp(b), b.TempDir()
	p.watch = newGuard(p.folder, time.Now)
	queue := make(chan func(), 100000)
	dispatch := func(f func()) { queue <- f }
	s := session.New(session.Config{Dispatch: dispatch, Read: func(context.Context, session.Wish, progress.Report) (session.Result, error) {
		return session.Result{Story: told, Documents: docs}, nil
	}})
	c := p.window(Config{})
	c.Session, c.Dispatch = s, dispatch
	w := ui.New(c)
	b.Cleanup(w.Fyne().Close)
	s.Open(nil)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	opening := 0.0
	for len(s.State().Story.Events) == 0 {
		f := <-queue
		begin := worked()
		f()
		opening = worked() - begin
	}
	return s, opening
}

// worked is the processor time of this thread in ms: what is measured by it holds on a busy machine, too.
func worked() float64 {
	const thread = 1 // RUSAGE_THREAD
	var r syscall.Rusage
	if err := syscall.Getrusage(thread, &r); err != nil {
		panic(err)
	}
	return float64(r.Utime.Nano()+r.Stime.Nano()) / 1e6
}

// BenchmarkMany is what a person waits for in a window with many articles, in processor time: the story that comes in (logged by -v),
// a step of the slider, a filter taken away, one set, a search.
func BenchmarkMany(b *testing.B) {
	for _, n := range []int{300, 1000, 10000} {
		s, opening := manyWindow(b, n)
		st := s.State()
		from, to, _ := st.Story.Extent()
		b.Logf("%d articles, %d events, %d quotes, open %.0f ms", n, len(st.Story.Events), len(st.Story.Quotes), opening)
		s.SetFilter(story.Filter{})
		run := func(name string, do func(i int)) {
			b.Run(fmt.Sprintf("%s-%d", name, n), func(b *testing.B) {
				var took []float64
				runtime.LockOSThread()
				defer runtime.UnlockOSThread()
				for i := 0; b.Loop(); i++ {
					begin := worked()
					do(i)
					took = append(took, worked()-begin)
				}
				slices.Sort(took)
				b.ReportMetric(took[len(took)/2], "median-ms")
				b.ReportMetric(took[len(took)*95/100], "p95-ms")
			})
		}
		run("step", func(i int) {
			at := from + story.Day(i)%(to-from+1)
			s.Drag(story.Between(at-1, at+1))
		})
		s.SetPeriod(story.Period{})
		var ids []string
		for _, d := range st.Documents[:20] {
			ids = append(ids, d.ID)
		}
		run("filter", func(i int) {
			if i%2 == 0 {
				s.SetFilter(story.Filter{Articles: ids})
			} else {
				s.SetFilter(story.Filter{})
			}
		})
		run("search", func(i int) {
			story.Search(context.Background(), st.Story, []string{"harbour", "ann", "osl", "company 3"}[i%4], 40)
		})
	}
}

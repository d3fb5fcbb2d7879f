package engine

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"dateline/app/story"
)

// newsOf makes up article number i: about n bytes of sentences as the news has them, no two articles alike.
func newsOf(i, n int) string {
	pick := func(k int, s ...string) string { return s[(i*7+k*13+k*k)%len(s)] }
	var b strings.Builder
	fmt.Fprintf(&b, "%s after night in %s\n\n", pick(0, "Calm", "Anger", "Doubts", "Hope", "Silence"), pick(1, "Lisbon", "Genoa", "Odesa", "Riga", "Lima"))
	for k := 0; b.Len() < n; k++ {
		first, last := pick(k, "Anna", "Ben", "Carla", "Dmytro", "Eva", "Farid"), pick(k+3, "Berg", "Holm", "Costa", "Melnyk", "Silva", "Haddad", "Novak")
		town, land := pick(k+5, "Lisbon", "Genoa", "Odesa", "Riga", "Lima", "Tartu", "Quito"), pick(k+2, "Portugal", "Italy", "Ukraine", "Latvia", "Peru")
		switch (k + i) % 6 {
		case 0:
			fmt.Fprintf(&b, "Police arrested %d people in %s on %s after a protest over the price of bread, officials said. ", k+2, town, pick(k, "Monday", "Tuesday", "Friday"))
		case 1:
			fmt.Fprintf(&b, "“We will not leave before the work is done,” said %s %s, the mayor of %s. “That takes until %s at least.”\n\n", first, last, town, pick(k, "June", "the spring", "next year"))
		case 2:
			fmt.Fprintf(&b, "The prime minister of %s told reporters that talks with %s would go on in %s next week, although nobody expects an agreement. ", land, pick(k+1, "Brussels", "the union", "the opposition"), town)
		case 3:
			fmt.Fprintf(&b, "%s denied reports that two bridges had collapsed there, and %s called the claims “false from the first word to the last.”\n\n", town, last)
		case 4:
			fmt.Fprintf(&b, "According to a report by the University of %s, some %d,000 people have moved to the coast since 2019, most of them from villages that the river flooded in August last year. ", town, k+3)
		default:
			fmt.Fprintf(&b, "He added that the ministry was aware of the risks, which it had described in detail in its plan for the harbour, and that no money was missing.\n\n")
		}
	}
	return b.String()
}

func newsDocs(n, size int) (docs []story.Document, bytes int64) {
	for i := range n {
		text := newsOf(i, size)
		docs = append(docs, doc(text, "2024-05-15", ""))
		bytes += int64(len(text))
	}
	return docs, bytes
}

// One core, articles by themselves, as an archive is read: bytes a second of the whole reading.
func BenchmarkOneCore(b *testing.B) {
	e := open(b)
	docs, bytes := newsDocs(200, 5000)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	in := make([]Input, len(docs))
	for i := range docs {
		in[i].Document = docs[i]
	}
	b.SetBytes(bytes)
	for b.Loop() {
		for i := range in {
			if _, err := e.One(context.Background(), in[i]); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// repeated fills n bytes with lines made of a pattern: %[1]s and %[2]s become towns, %[3]s a surname, %[4]d a number.
func repeated(pattern string, n int) string {
	towns := []string{"Lisbon", "Genoa", "Odesa", "Riga", "Lima", "Tartu", "Quito"}
	names := []string{"Berg", "Holm", "Costa", "Melnyk", "Silva"}
	var b strings.Builder
	for k := 0; b.Len() < n; k++ {
		fmt.Fprintf(&b, pattern, towns[k%7], towns[(k*5+k/7)%7], names[k%5], k%28+1)
	}
	return b.String()
}

// One long article of every make: the time per byte is about the same for 1 and for 6 MB.
func BenchmarkLong(b *testing.B) {
	e := open(b)
	for _, kind := range []struct {
		name string
		text func(n int) string
	}{
		{"news", func(n int) string { return newsOf(1, n) }},
		{"capitals", func(n int) string { return strings.ToUpper(newsOf(1, n)) }},
		{"quotes", func(n int) string {
			return repeated("“%[1]s is not ready,” said %[3]s of %[2]s. “We wait.”\n\n", n)
		}},
		{"list", func(n int) string { return repeated("- %[1]s, %[4]d May 2024: %[4]d people hurt\n", n) }},
		{"table", func(n int) string { return repeated("%[1]s\t%[4]d\t%[3]s\t2024-05-%02[4]d\t%[2]s\n", n) }},
		{"arrests", func(n int) string { return repeated("Police in %[1]s held %[3]s on %[4]d May near %[2]s. ", n) }},
	} {
		for _, mb := range []int{1, 6} {
			b.Run(fmt.Sprintf("%s/%dMB", kind.name, mb), func(b *testing.B) {
				docs := []story.Document{doc(kind.text(mb<<20), "2024-05-15", "")}
				b.SetBytes(int64(len(docs[0].Text)))
				for b.Loop() {
					if _, err := e.Read(context.Background(), docs, nil); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// A thousand articles of 5 kB as one story on the cores there are, with what the story holds per byte of text.
func BenchmarkThousand(b *testing.B) {
	e := open(b)
	docs, bytes := newsDocs(1000, 5000)
	b.SetBytes(bytes)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var s *story.Story
	for b.Loop() {
		var err error
		if s, err = e.Read(context.Background(), docs, func(string, int, int) {}); err != nil {
			b.Fatal(err)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(bytes), "heap/text")
	runtime.KeepAlive(s)
	runtime.KeepAlive(docs)
}

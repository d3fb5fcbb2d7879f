package timex

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// newsSentences are in the manner of news agencies: one expression of time in some 25 words.
var newsSentences = []string{
	"The finance ministry said on Tuesday that the deficit had widened to 4.2 percent of output, more than most analysts had forecast, as tax receipts fell and spending on pensions rose.",
	"Rescue workers pulled eleven people from the rubble of a six-storey block in the old quarter, where neighbours had heard cracks since early morning, the mayor's office said.",
	"“We are not asking for charity, we are asking for what was promised,” said the head of the union, which represents about 12,000 dockers along the coast.",
	"Shares in the company closed 3.1 percent lower at $47.20, their weakest since August 2019, after it cut its outlook for the year and announced the departure of its chief financial officer.",
	"The court ruled that the arrest had been unlawful, but it let the verdict stand because the defence had not raised the point in time during the first trial.",
	"Officials from both countries are to meet in the capital next week to discuss the treatment of prisoners, the reopening of two crossings and the return of farm land.",
	"The storm, which has killed at least 40 people over the past three days, was expected to weaken as it moves inland over the mountains, the weather service said.",
	"Under the agreement, signed in 1998 and renewed twice, fishing boats from the islands may work within 30 miles of the reef from March to October.",
	"Police fired tear gas at several hundred protesters who had gathered outside parliament for the fourth night in a row, a witness said.",
	"The opposition leader, who spent nine years in exile, told supporters at the airport that she would stand for president and that nobody could frighten her any more.",
	"The museum has been closed for repairs since a fire in its roof, and the director said it would not open before the autumn of 2026 at the earliest.",
	"A spokesman for the regional governor denied the report, saying that no troops had crossed the river and that the bridge had been shut to traffic for maintenance.",
}

// newsText is at least n bytes of articles of eight paragraphs.
func newsText(n int) string {
	var b strings.Builder
	for k := 0; b.Len() < n; k++ {
		fmt.Fprintf(&b, "Council %d votes to mend the bridge\n%d March 2025\n\n", k, 1+k%28)
		for p := range 8 {
			for s := range 2 {
				b.WriteString(newsSentences[(k*7+p*2+s)%len(newsSentences)])
				b.WriteByte(' ')
			}
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func BenchmarkFind(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"10kB", 10_000}, {"100kB", 100_000}, {"1MB", 1_000_000}, {"10MB", 10_000_000}} {
		b.Run(size.name, func(b *testing.B) {
			t := token.Split(newsText(size.n))
			b.SetBytes(int64(len(t.Source)))
			b.ResetTimer()
			for b.Loop() {
				Find(t)
			}
		})
	}
}

// BenchmarkFindDense is text of nothing but expressions of time.
func BenchmarkFindDense(b *testing.B) {
	var s strings.Builder
	for s.Len() < 1<<20 {
		for _, c := range cases {
			s.WriteString(c.text)
			s.WriteByte('\n')
		}
	}
	t := token.Split(s.String())
	b.SetBytes(int64(len(t.Source)))
	for b.Loop() {
		Find(t)
	}
}

func BenchmarkResolve(b *testing.B) {
	t := token.Split(newsText(1 << 20))
	f := Find(t)
	d := story.NewDay(2025, 3, 12)
	b.SetBytes(int64(len(t.Source)))
	for b.Loop() {
		Resolve(f, t, d, nil)
	}
}

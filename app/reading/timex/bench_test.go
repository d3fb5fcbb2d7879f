package timex

import (
	"strings"
	"testing"

	"dateline/app/reading/token"
	"dateline/app/story"
)

func longText(n int) string {
	var b strings.Builder
	for b.Len() < n {
		for _, c := range cases {
			b.WriteString(c.text)
			b.WriteString(" The minister told the assembled members that the bridge over the river would have to be repaired at the cost of the town, and the council agreed without a vote. Nobody in the room spoke against it, and the mayor thanked them for their patience.\n")
		}
	}
	return b.String()
}

func BenchmarkFind(b *testing.B) {
	t := token.Split(longText(1 << 20))
	b.SetBytes(int64(len(t.Source)))
	for b.Loop() {
		Find(t)
	}
}

func BenchmarkResolve(b *testing.B) {
	t := token.Split(longText(1 << 20))
	f := Find(t)
	d := story.NewDay(2025, 3, 12)
	b.SetBytes(int64(len(t.Source)))
	for b.Loop() {
		Resolve(f, t, d)
	}
}

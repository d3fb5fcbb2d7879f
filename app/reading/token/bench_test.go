package token

import (
	"strings"
	"testing"
)

func BenchmarkSplit(b *testing.B) {
	s := strings.Repeat("The minister’s envoy, Ann O'Neill, left the U.S. on Jan. 5 for a 30-day trip. “We hope,” she said.\n\n", 2000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Split(s)
	}
}

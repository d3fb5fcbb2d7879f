package quotation

import (
	"strings"
	"testing"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
)

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Mayor Anna Berg met the army on Monday in the northern city of Oldport, where the road had been closed for weeks. "+
		"“We will stay in the city,” she said. Officials said the army had left, according to the ministry.\n\n", 400)
	t := token.Split(text)
	names := name.Find(t, nil)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(t, nil, names, nil, nil)
	}
}

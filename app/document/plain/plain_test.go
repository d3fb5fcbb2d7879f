package plain

import (
	"context"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
)

func TestEveryLetterStays(t *testing.T) {
	const in = "<Ann> It rained,\r\n  2025. [Reporter]: yes?\r\r# *No*\ufeff\u200b & co.\n"
	docs, err := document.Formats{Format}.Bytes(context.Background(), []byte(in), "a", document.Options{})
	if err != nil || len(docs) != 1 || docs[0].Text != "<Ann> It rained,\n  2025. [Reporter]: yes?\n\n# *No* & co.\n" {
		t.Errorf("%+v, %v", docs, err)
	}
}

func FuzzRead(f *testing.F) {
	golden.Fuzz(f, Format, "", "plain text", "a\r\nb\rc\f\v", "\xff\xfea\x00b\x00", "caf\xe9", "\xef\xbb\xbfx", "\xd2\xe5\xea\xf1\xf2")
}

package reading

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"
)

// ordinary.gz: words of English that are written in small letters. From SCOWL 2020.12.07 (wordlist.aspell.net), copyright
// 2000-2018 by Kevin Atkinson and others; its notice is in NOTICE. Written by assets/gen/ordinary.
//
//go:embed ordinary.gz
var ordinaryFile []byte

// ordinaryWords are unpacked when the first text in capitals is read.
var ordinaryWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	z, err := gzip.NewReader(bytes.NewReader(ordinaryFile))
	if err != nil {
		panic("reading: ordinary.gz is damaged: " + err.Error())
	}
	b, err := io.ReadAll(z)
	if err != nil {
		panic("reading: ordinary.gz is damaged: " + err.Error())
	}
	for _, w := range strings.Fields(string(b)) {
		words[w] = true
	}
	return words
})

// ordinary reports a word in small letters that English uses and does not write with a capital: "bridge", "walking".
func ordinary(w string) bool {
	words := ordinaryWords()
	if words[w] {
		return true
	}
	for _, base := range basesOf(w) {
		if words[base] {
			return true
		}
	}
	return false
}

// basesOf are the words that w may be a regular form of; the same stands in assets/gen/ordinary, which leaves such forms out.
func basesOf(w string) (out []string) {
	for _, f := range [][2]string{{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ly", ""}} {
		if base, ok := strings.CutSuffix(w, f[0]); ok && len(base) > 2 {
			out = append(out, base+f[1])
		}
	}
	return out
}

// Command ordinary writes app/reading/ordinary.gz, the words of English that are no names, for texts that are typed in
// capitals: the words that SCOWL writes in small letters, as Debian's package wamerican carries them.
//
//	go run ./ordinary > ../../app/reading/ordinary.gz        takes /usr/share/dict/american-english
//	go run ./ordinary -words FILE > …/ordinary.gz            takes it from a file
//
// Regular forms (walks, walked, walking, boldly) are left out where the word they are made of is in: see basesOf in
// app/reading/ordinary.go, which looks words up.
package main

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"log"
	"os"
	"sort"
	"strings"
)

// sum is of wamerican 2020.12.07-2.
const sum = "9f513f1ceadb6a01c5485b7dbdfd5118dc66cd70b59cae2851292112d4066a32"

func main() {
	log.SetFlags(0)
	path := flag.String("words", "/usr/share/dict/american-english", "the list of words")
	flag.Parse()
	b, err := os.ReadFile(*path)
	if err != nil {
		log.Fatal("ordinary: ", err)
	}
	if got := sha256.Sum256(b); hex.EncodeToString(got[:]) != sum {
		log.Fatalf("ordinary: the sha256 of %s is %x, want %s", *path, got, sum)
	}
	words := map[string]bool{}
	for _, w := range strings.Fields(string(b)) {
		if len(w) > 2 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
			words[w] = true
		}
	}
	var out []string
	for w := range words {
		made := false
		for _, base := range basesOf(w) {
			made = made || words[base]
		}
		if !made {
			out = append(out, w)
		}
	}
	sort.Strings(out)
	z, err := gzip.NewWriterLevel(os.Stdout, gzip.BestCompression)
	if err != nil {
		log.Fatal("ordinary: ", err)
	}
	if _, err = z.Write([]byte(strings.Join(out, "\n") + "\n")); err == nil {
		err = z.Close()
	}
	if err != nil {
		log.Fatal("ordinary: ", err)
	}
	log.Printf("%d of %d words", len(out), len(words))
}

// basesOf are the words that w may be a regular form of; the same stands in app/reading/ordinary.go.
func basesOf(w string) (out []string) {
	for _, f := range [][2]string{{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ly", ""}} {
		if base, ok := strings.CutSuffix(w, f[0]); ok && len(base) > 2 {
			out = append(out, base+f[1])
		}
	}
	return out
}

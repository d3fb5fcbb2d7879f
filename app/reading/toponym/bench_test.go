package toponym_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/app/reading/toponym"
	"dateline/app/reading/zone"
	"dateline/app/story"
	"dateline/geo/geocode"
)

// texts gives the articles of BENCH/lgl-dev.jsonl (go test -bench . with BENCH set to the folder), else the sentences of
// the table of howlers.
func texts(b *testing.B) []string {
	b.Helper()
	var out []string
	if dir := os.Getenv("BENCH"); dir != "" {
		f, err := os.Open(filepath.Join(dir, "lgl-dev.jsonl"))
		if err != nil {
			b.Skip(err)
		}
		defer f.Close()
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<24)
		for sc.Scan() {
			var d struct{ Text string }
			if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
				b.Fatal(err)
			}
			out = append(out, d.Text)
		}
		return out
	}
	data, err := os.ReadFile("testdata/howlers.tsv")
	if err != nil {
		b.Fatal(err)
	}
	var s strings.Builder
	for _, line := range strings.Split(string(data), "\n") {
		if c := strings.Split(line, "\t"); len(c) == 5 {
			s.WriteString(strings.ReplaceAll(c[1], `\n`, "\n") + " ")
		}
	}
	return []string{s.String()}
}

type prepared struct {
	t     *token.Text
	zones []story.Zone
	names *name.Names
}

func prepare(ts []string) (out []prepared, bytes int64) {
	for _, s := range ts {
		p := prepared{t: token.Split(s)}
		p.zones = zone.Find(&story.Document{Text: s}, p.t)
		p.names = name.Find(p.t, p.zones)
		out = append(out, p)
		bytes += int64(len(s))
	}
	return out, bytes
}

// BenchmarkPlaces is recognition, resolution and use; tokens, zones and names of people are found before.
func BenchmarkPlaces(b *testing.B) {
	x := index(b)
	ps, n := prepare(texts(b))
	b.SetBytes(n)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range ps {
			f := toponym.Find(p.t, p.zones, p.names, x, nil)
			toponym.Decide(p.t, p.zones, f, geocoder(x).Resolve(toponym.Mentions(f), geocode.Prior{}), nil)
		}
	}
}

// BenchmarkLength shows that the cost per byte does not grow with the length of one text.
func BenchmarkLength(b *testing.B) {
	x := index(b)
	all := strings.Join(texts(b), "\n\n")
	for _, kb := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprintf("%dkB", kb), func(b *testing.B) {
			s := strings.Repeat(all+"\n\n", kb*1000/len(all)+1)[:kb*1000]
			ps, n := prepare([]string{strings.ToValidUTF8(s, "")})
			b.SetBytes(n)
			for b.Loop() {
				p := ps[0]
				f := toponym.Find(p.t, p.zones, p.names, x, nil)
				toponym.Decide(p.t, p.zones, f, geocoder(x).Resolve(toponym.Mentions(f), geocode.Prior{}), nil)
			}
		})
	}
}

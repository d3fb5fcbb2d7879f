package gazetteer

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/assets"

	"github.com/paulmach/orb"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(assets.Gazetteer()); err != nil {
			b.Fatal(err)
		}
	}
}

// windows gives the windows of 1 to 5 words that begin with a capital letter, as pieces of text.
func windows(text string) []string {
	var starts, ends []int
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		j := i
		for j < len(text) {
			r, n := utf8.DecodeRuneInString(text[j:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-' {
				break
			}
			j += n
		}
		starts, ends = append(starts, i), append(ends, j)
		i = j
	}
	var out []string
	for i, s := range starts {
		if r, _ := utf8.DecodeRuneInString(text[s:]); !unicode.IsUpper(r) {
			continue
		}
		for k := i; k < min(i+5, len(ends)); k++ {
			out = append(out, text[s:ends[k]])
		}
	}
	return out
}

const newsLike = "Officials in Kyiv said on Tuesday that Russian forces had shelled the town of Sudzha in the Kursk region. " +
	"President Maria Example of Exampleland told reporters in Riyadh, Saudi Arabia, that Foreign Minister John Doe would travel to " +
	"Washington, D.C., and New York next week. The White House and the Kremlin did not comment. Rostov-on-Don and São Paulo were quiet. "

// corpus gives the texts of lgl-dev.jsonl in the folder that DATELINE_BENCH names, else a text of our own.
func corpus() []string {
	f, err := os.Open(filepath.Join(os.Getenv("DATELINE_BENCH"), "lgl-dev.jsonl"))
	if err != nil {
		return []string{newsLike}
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var d struct{ Text string }
		if json.Unmarshal(sc.Bytes(), &d) == nil {
			out = append(out, d.Text)
		}
	}
	return out
}

func allWindows() []string {
	var all []string
	for _, t := range corpus() {
		all = append(all, windows(t)...)
	}
	return all
}

// BenchmarkLookup folds and looks up every window; lookups/s is the figure that counts.
func BenchmarkLookup(b *testing.B) {
	x, all := shipped(), allWindows()
	dst := make([]Hit, 0, 256)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		dst = x.Lookup(all[n%len(all)], dst[:0])
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "lookups/s")
}

// BenchmarkGatedLookup asks the gate first, as a reader of text does.
func BenchmarkGatedLookup(b *testing.B) {
	x, all := shipped(), allWindows()
	dst := make([]Hit, 0, 256)
	n := 0
	for b.Loop() {
		w := all[n%len(all)]
		if r := x.Reach(w); r > strings.Count(w, " ") {
			dst = x.Lookup(w, dst[:0])
		}
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "lookups/s")
}

func BenchmarkPlace(b *testing.B) {
	x := shipped()
	n := 0
	for b.Loop() {
		x.Place(Row(n * 7919 % x.Len()))
		n++
	}
}

func BenchmarkNear(b *testing.B) {
	x := shipped()
	for b.Loop() {
		x.NearRows(orb.Point{36.19, 51.74}, 50, 10, nil)
	}
}

func BenchmarkInWorld(b *testing.B) {
	x := shipped()
	for b.Loop() {
		x.InRows(orb.Bound{Min: orb.Point{-180, -85}, Max: orb.Point{180, 85}}, 100)
	}
}

package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
)

// deflated is a stream, packed twice where twice.
func deflated(b []byte, twice bool) string {
	filter := "/FlateDecode"
	pack := func(b []byte) []byte {
		var out bytes.Buffer
		w := zlib.NewWriter(&out)
		_, _ = w.Write(b) // a buffer takes everything
		_ = w.Close()
		return out.Bytes()
	}
	b = pack(b)
	if twice {
		b, filter = pack(b), "[/FlateDecode/FlateDecode]"
	}
	return fmt.Sprintf("<</Filter%s/Length %d>>stream\n%s\nendstream", filter, len(b), b)
}

// hostile is a file whose page has these contents, with more objects from 10 on.
func hostile(contents string, more ...string) string {
	out := "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 999999999/Kids[3 0 R 2 0 R 3 0 R]/Parent 2 0 R>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 10 0 R/Y 11 0 R>>>>>>endobj\n4 0 obj" + contents + "\nendobj\n" +
		"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
	for i, m := range more {
		out += fmt.Sprintf("%d 0 obj%s endobj\n", 10+i, m)
	}
	return out + "trailer<</Root 1 0 R/Prev 0>>\n"
}

func stream(s string) string { return fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(s), s) }

const shows = " BT /F 12 Tf 50 700 Td (It rained in Lima.) Tj ET "

// Each of these takes bounded memory and ends: by giving the text, or by a sentence.
func TestHostileFiles(t *testing.T) {
	zeros := make([]byte, 80<<20)
	form := func(calls string) string {
		return "<</Subtype/Form/Resources<</XObject<</X 10 0 R/Y 11 0 R>>>>/Length " + fmt.Sprint(len(calls)) + ">>stream\n" + calls + "\nendstream"
	}
	for claim, in := range map[string]string{
		"a table of 2,000,000,000 objects":     hostile(stream(shows)) + "xref\n1999999999 2000000000\n0000000000 65535 f\ntrailer<</Size 2000000000/Root 1 0 R/Prev 9>>startxref\n9\n",
		"an object that is itself":             hostile("4 0 R", "10 0 R"),
		"a length that is the stream itself":   hostile("<</Length 4 0 R>>stream\n" + shows + "\nendstream"),
		"zeros that unpack to 80 MB":           hostile(deflated(zeros, false)),
		"zeros that unpack twice":              hostile(deflated(zeros, true)),
		"rows of 2,000,000,000 columns":        hostile("<</Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000/Colors 2000000000>>" + deflated([]byte(shows), false)[2:]),
		"2,000,000 arrays in one another":      hostile(stream(shows+strings.Repeat("[", 2_000_000)), strings.Repeat("[", 2_000_000)),
		"2,000,000 dictionaries in one":        hostile(stream(strings.Repeat("<</A", 2_000_000))),
		"forms that call one another":          hostile(stream(shows+"/X Do /Y Do"), form("/Y Do /Y Do /X Do"), form("/X Do /X Do /Y Do")),
		"300,000 states that are kept":         hostile(stream(strings.Repeat("q ", 300_000) + shows)),
		"300,000 marks":                        hostile(stream(strings.Repeat("/P<</ActualText(x)>>BDC ", 300_000) + shows)),
		"a picture without an end":             hostile(stream("BI /W 1 ID " + strings.Repeat("EI", 1_000_000))),
		"a million letters on one spot":        hostile(stream("BT /F 12 Tf 50 700 Td (" + strings.Repeat("ab", 500_000) + ") Tj ET")),
		"300,000 rows":                         hostile(stream("BT /F 1 Tf 0.001 TL 50 700 Td " + strings.Repeat("(a)' ", 300_000) + " ET")),
		"letters of the size of the world":     hostile(stream(" BT /F 1e30 Tf 1e30 0 0 1e30 1e30 1e30 Tm (a) Tj ET " + shows)),
		"a stream of objects in a ring":        hostile(stream(shows), "<</Type/ObjStm/N 1/First 5/Length 9>>stream\n10 0 \n<<>>\nendstream"),
		"streams without an end":               hostile(stream(shows)) + strings.Repeat("9 0 obj<</Length 5>>stream\n", 100_000),
		"endings without a beginning":          hostile(stream(shows)) + strings.Repeat("endstream endobj ", 100_000),
		"a table of letters of 4,000,000,000":  hostile(stream(shows), "<</Length 80>>stream\n1 begincodespacerange<00><ff>endcodespacerange 1 beginbfrange <00000000><ffffffff><0041> endbfrange\nendstream"),
		"a password's dictionary in the ring":  strings.Replace(hostile(stream(shows)), "/Root 1 0 R", "/Root 1 0 R/Encrypt 6 0 R/ID[<00><00>]", 1) + "6 0 obj 6 0 R endobj",
		"numbers without an end":               hostile(stream(strings.Repeat("9", 5_000_000) + shows)),
		"a string without an end":              hostile(stream(shows + "(" + strings.Repeat("(", 3_000_000))),
		"a page that is a page that is a page": strings.Replace(hostile(stream(shows)), "[3 0 R 2 0 R 3 0 R]", "["+strings.Repeat("3 0 R ", 200_000)+"]", 1),
	} {
		t.Run(claim, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			docs, err := document.Formats{Format}.Bytes(context.Background(), []byte(in), "a.pdf", document.Options{})
			runtime.ReadMemStats(&after)
			if errors.Is(err, document.ErrFault) {
				t.Fatal(err)
			}
			if err == nil && !strings.Contains(docs[0].Text, "It rained in Lima.") && !strings.Contains(claim, "million") && !strings.Contains(claim, "300,000") {
				t.Errorf("text %.80q", docs[0].Text)
			}
			if made := (after.TotalAlloc - before.TotalAlloc) >> 20; made > 2000 {
				t.Errorf("%d MB were asked for", made)
			}
		})
	}
}

// Damage of every kind: bytes changed, blocks moved, files cut. Nothing panics, and much is read all the same.
func TestDamagedFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	read, tried := 0, 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for range 12 {
			docs, err := document.Formats{Format}.Bytes(context.Background(), damaged(r, b), "a.pdf", document.Options{})
			if errors.Is(err, document.ErrFault) {
				t.Fatal(f, err)
			}
			tried++
			if len(docs) > 0 {
				golden.Sound(t, docs[0])
				read++
			}
		}
	}
	if read*2 < tried {
		t.Errorf("%d of %d damaged files give text", read, tried)
	}
}

func damaged(r *rand.Rand, b []byte) []byte {
	b = bytes.Clone(b)
	switch r.IntN(4) {
	case 0:
		for range 20 {
			b[r.IntN(len(b))] = byte(r.IntN(256))
		}
	case 1:
		for range 200 { // numbers changed
			if i := r.IntN(len(b)); b[i] >= '0' && b[i] <= '9' {
				b[i] = '0' + byte(r.IntN(10))
			}
		}
	case 2:
		b = append(b[:len(b)*3/4], "trailer<</Root 1 0 R>>"...)
	default:
		from, to, n := r.IntN(len(b)), r.IntN(len(b)), 1000
		copy(b[to:], bytes.Clone(b[from:min(len(b), from+n)]))
	}
	return b
}

func FuzzPDF(f *testing.F) {
	seeds := []string{golden.PDF("# Rain", "It rained in Lima."), hostile(stream(shows))}
	for _, name := range []string{"packed", "aes128", "hebrew", "nameless", "news-three"} {
		b, err := os.ReadFile("testdata/" + name + ".pdf")
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, string(b))
	}
	golden.Fuzz(f, Format, seeds...)
}

// BenchmarkPages reads 300 pages of 3,000 letters.
func BenchmarkPages(b *testing.B) {
	var all []string
	for range 300 {
		for range 6 {
			all = append(all, strings.Repeat("Rain fell in Lima. ", 26))
		}
		all = append(all, "\f")
	}
	in := []byte(golden.PDF(all...))
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (document.Formats{Format}).Bytes(context.Background(), in, "a.pdf", document.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

package formats

import (
	"archive/zip"
	"context"
	"database/sql"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"dateline/app/document"
	informats "dateline/app/document/formats"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
)

// partsOf are the parts of a package of Office Open XML. Each is well-formed, has a content type, and refers to nothing that
// is not there.
func partsOf(t *testing.T, file string) map[string]string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := out[f.Name]; ok {
			t.Errorf("%s is there twice", f.Name)
		}
		out[f.Name] = string(b)
	}
	for name, body := range out {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		d := xml.NewDecoder(strings.NewReader(body))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if strings.HasSuffix(name, ".xml") && name != "[Content_Types].xml" && !strings.Contains(out["[Content_Types].xml"], `PartName="/`+name+`"`) {
			t.Errorf("%s has no content type", name)
		}
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		for _, m := range targets.FindAllStringSubmatch(body, -1) {
			if to := path.Join(path.Dir(path.Dir(name)), m[1]); out[to] == "" && m[2] == "" {
				t.Errorf("%s refers to %s, which is not there", name, to)
			}
		}
	}
	return out
}

var targets = regexp.MustCompile(`Target="([^"]*)"( TargetMode="External")?`)

func written(t *testing.T, name string, s *story.Story) string {
	t.Helper()
	f, ok := All.Named(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	return sample.Written(t, f, whole(s))
}

func TestReportIsReadBack(t *testing.T) {
	got := written(t, "docx", sample.Story())
	partsOf(t, got)
	docs, err := informats.All.Bytes(context.Background(), []byte(got), "sample.docx", document.Options{})
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	for _, want := range []string{"Sample", "What happened", "Żółw: police arrested two men in Lisbon on Monday.", "13 May 2024", "“It is over,”", "Rui Gomes", "Sources", "Arrests", "a.example", "GeoNames"} {
		if !strings.Contains(docs[0].Text, want) {
			t.Errorf("%q is not read back:\n%s", want, docs[0].Text)
		}
	}
}

func TestHandoutIsReadBack(t *testing.T) {
	docs, err := informats.All.Bytes(context.Background(), []byte(written(t, "pdf", sample.Story())), "sample.pdf", document.Options{})
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	text := strings.Join(strings.Fields(docs[0].Text), " ")
	for _, want := range []string{"Sample", "Żółw: police arrested two men in Lisbon on Monday.", "13 May 2024", "“It is over,” — Rui Gomes", "Your turn", "Arrests. a.example, published 14 May 2024", "Places: GeoNames"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not read back:\n%s", want, text)
		}
	}
}

// readSQL reads the days of the events back from a SQLite file.
func readSQL(file string) (out [][2]string, err error) {
	f, err := os.CreateTemp("", "dateline-test-*.sqlite")
	if err != nil {
		return nil, err
	}
	defer os.Remove(f.Name())
	if _, err := f.WriteString(file); err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", f.Name())
	if err != nil {
		return nil, err
	}
	defer db.Close()
	r, err := db.Query("SELECT coalesce(from_day, ''), coalesce(to_day, '') FROM event ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer r.Close()
	for r.Next() {
		var days [2]string
		if err := r.Scan(&days[0], &days[1]); err != nil {
			return nil, err
		}
		out = append(out, days)
	}
	return out, r.Err()
}

func TestSlidesAreText(t *testing.T) {
	parts := partsOf(t, written(t, "pptx", sample.Story()))
	for name, want := range map[string][]string{
		"ppt/slides/slide1.xml":           {"Sample", `descr="Map of all places of the story"`},
		"ppt/slides/slide2.xml":           {"13 May 2024", "police arrested two men in Lisbon", "Source: Arrests", `descr="Map with Lisbon marked"`, `type="title"`},
		"ppt/notesSlides/notesSlide2.xml": {"Day: 13 May 2024 (the day that is told with it)", "Place: Lisbon (named in the text)", "https://www.a.example/1", "not checked"},
		"ppt/slides/slide3.xml":           {"“It is over,”", "— Rui Gomes, mayor"},
		"ppt/slides/slide4.xml":           {"Sources", "GeoNames"},
	} {
		for _, w := range want {
			if !strings.Contains(parts[name], w) {
				t.Errorf("%s: no %q in\n%s", name, w, parts[name])
			}
		}
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(`<p:(?:sldId|sldMasterId|sldLayoutId) id="(\d+)"`).FindAllStringSubmatch(parts["ppt/presentation.xml"]+parts["ppt/slideMasters/slideMaster1.xml"], -1) {
		if n, err := strconv.Atoi(m[1]); err != nil || n < 256 || ids[m[1]] {
			t.Errorf("the id %s is too small or there twice", m[1])
		}
		ids[m[1]] = true
	}
}

func TestWorkbook(t *testing.T) {
	parts := partsOf(t, written(t, "xlsx", sample.Story()))
	for name, want := range map[string][]string{
		"xl/workbook.xml":          {`name="Events"`, `name="Quotes"`, `name="Places"`, `name="People"`, `name="Who is heard"`, `name="Sources"`, `name="About"`},
		"xl/worksheets/sheet1.xml": {`<c r="A2" s="2"><v>45425</v></c>`, `state="frozen"`, ">=vote</t>", ">-9.13333</v>", "read by a program, not checked"},
		"xl/worksheets/sheet2.xml": {"“It is over,”", "Rui Gomes"},
		"xl/worksheets/sheet3.xml": {">2267057</t>"},
		"xl/worksheets/sheet4.xml": {"Rui Gomes; the mayor", "<v>1</v>"},
		"xl/worksheets/sheet7.xml": {"GeoNames", "all dates"},
	} {
		for _, w := range want {
			if !strings.Contains(parts[name], w) {
				t.Errorf("%s: no %q in\n%s", name, w, parts[name])
			}
		}
		if strings.Contains(parts[name], "<f>") {
			t.Errorf("%s has a formula", name)
		}
	}
}

// TestTables_HaveWhatTheWindowShows: who and where, under all names, with counts by article and the days, as a table and as sheets.
func TestTables_HaveWhatTheWindowShows(t *testing.T) {
	s := sample.Story()
	second := *s.Articles[0]
	second.ID, second.Title = "d2", "Later"
	s.Articles = append(s.Articles, &second)
	again := s.Events[0]
	again.Doc = 1
	s.Events = append(s.Events, again)
	got := written(t, "tables", s)
	for _, want := range []string{
		"people,Rui Gomes,Rui Gomes; the mayor,person,mayor,PT,2,2,1,2024-05-13,2024-05-14,Arrests: 2; Later: 1,",
		"places,Lisbon,Lisbon,city,,PT,2,2,0,2024-05-13,2024-05-13,Arrests: 1; Later: 1,https://www.geonames.org/2267057,",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	parts := partsOf(t, written(t, "tables-xlsx", s))
	for name, want := range map[string][]string{
		"xl/workbook.xml":          {`name="People"`, `name="Places"`, `name="Days"`, `name="Who is heard"`, `name="About"`},
		"xl/worksheets/sheet1.xml": {">Arrests</t>", ">Later</t>", "Rui Gomes; the mayor", `<c r="J2" s="2"><v>45426</v></c><c r="K2" s="4"><v>2</v></c><c r="L2" s="4"><v>1</v></c>`},
		"xl/worksheets/sheet2.xml": {">Lisbon</t>"},
		"xl/worksheets/sheet3.xml": {`<c r="A2" s="2"><v>45425</v></c><c r="B2" s="4"><v>2</v></c>`},
		"xl/worksheets/sheet4.xml": {">Rui Gomes</t>", "published 14 May 2024"},
	} {
		for _, w := range want {
			if !strings.Contains(parts[name], w) {
				t.Errorf("%s: no %q in\n%s", name, w, parts[name])
			}
		}
	}
}

var cells = regexp.MustCompile(`<c r="([AB])\d+" s="\d"(?: t="inlineStr"><is><t xml:space="preserve">([^<]*)</t></is>|><v>(\d+)</v>)</c>`)

// readBook reads the days of the events back from a workbook, as such programs do.
func readBook(file string) (out [][2]string, err error) {
	z, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	r, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	for _, row := range strings.Split(string(b), "<row ")[2:] {
		var days [2]string
		for _, m := range cells.FindAllStringSubmatch(row, -1) {
			text := m[2]
			if m[3] != "" {
				n, err := strconv.Atoi(m[3])
				if err != nil {
					return nil, err
				}
				text = (story.NewDay(1899, 12, 30) + story.Day(n)).String()
			}
			days[m[1][0]-'A'] = text
		}
		out = append(out, days)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no rows")
	}
	return out, nil
}

// TestPlacesThatAreOnlyNamedAreExplained: where a story tells of no event, each file with a map says what its grey rings are.
func TestPlacesThatAreOnlyNamedAreExplained(t *testing.T) {
	s := sample.Story()
	s.Quotes, s.Actors = nil, nil
	for i := range s.Events {
		e := &s.Events[i]
		e.Mention, e.Modality, e.Quotes = true, story.ModalAsserted, nil
		if e.Where != nil {
			e.Where.Actor, e.Where.P = false, 0.9
		}
	}
	v := whole(s).View
	if len(v.Marks) == 0 || !v.Marks[0].OnlyNamed() {
		t.Fatalf("marks %+v", v.Marks)
	}
	for name, want := range map[string]string{"svg": "only named: nothing is told to happen here", "html": `"named":[{"a":0,`, "docx": "Thin grey ring: the place is only named."} {
		got := written(t, name, s)
		if name == "docx" {
			got = partsOf(t, got)["word/document.xml"]
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
}

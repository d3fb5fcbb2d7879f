package project

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/app/quiz"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/paulmach/orb"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var same = cmp.Options{cmp.AllowUnexported(File{}), cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b story.Log) bool { return a.Equal(b) })}

// harbour is a project with one of everything.
func harbour() File {
	d := story.NewDay(2024, 5, 15)
	text := "Häfen öffnen\n\n“Ships left Kąty,” said Ann Roe on Tuesday. Nobody came."
	at := func(words string) story.Target {
		i := strings.Index(text, words)
		return story.Target{Article: "a1", Span: story.Span{Start: i, End: i + len(words)}, Words: words}
	}
	first := story.Document{ID: "a1", File: "harbour.html", Path: "harbour.html", Title: "Häfen öffnen", Byline: "By Ann Dale", URL: "https://news.example/1",
		Subtitle: "Schiffe fahren wieder", Publisher: "Example Times", Section: "World", Declared: "de-DE", Container: "all.zip/papers.zip", Part: 3, Joined: 2, Encoding: "windows-1252", Guessed: true,
		Hash: strings.Repeat("0f", 32), Retrieved: "2024-05-18T07:30:00Z",
		Text: text, Zones: []story.Zone{{Span: story.Span{End: 14}, Kind: story.ZoneHeadline}}, Opened: d + 3, Notes: []string{"pictures are left out"},
		Given: []story.Given{{Span: at("Ships left").Span, What: "departure", Place: "Kąty", At: orb.Point{21.5, 50.25}, HasAt: true, Status: story.ModalPlanned,
			When: story.Moment{Earliest: d, Latest: d + 2, Precision: story.PrecisionWeek, P: 1, Clock: "08:00"}},
			{Span: at("Nobody came").Span, When: story.Moment{Earliest: story.DayMin, Latest: d, Precision: story.PrecisionDay, P: 1}}, {Span: at("Nobody came").Span, What: "x"}},
		Dates: []story.DateClue{{Day: d, Clock: "08:00", Source: story.SourceMeta, Words: "2024-05-15"}, {Day: d + 1, Source: story.SourceDateLine, Words: "Tuesday", Span: at("Tuesday").Span}}}
	second := story.Document{ID: "b2", File: "pasted text", Text: "The bridge is shut."}
	say := func(k story.CorrectionKind, a story.Target, edit func(*story.Correction)) story.Correction {
		c := story.Correction{Kind: k, About: a, At: "2026-11-28T10:00:00Z"}
		if edit != nil {
			edit(&c)
		}
		return c
	}
	a1, b2 := story.Target{Article: "a1"}, story.Target{Article: "b2"}
	back := story.Published("a1", 0)
	back.AsRead = true
	return File{Title: "Harbour", Documents: []story.Document{first, second}, Sources: map[string][]byte{"a1": []byte("<p>Häfen")},
		Log: story.NewLog(story.Published("a1", d), back,
			say(story.CorrectPlace, at("Kąty"), func(c *story.Correction) {
				c.Place, c.Scope, c.Was, c.Why = 7, story.ScopeStory, "Katy, Texas", "a village"
			}),
			say(story.CorrectPlace, at("Kąty"), func(c *story.Correction) { c.Pin, c.Pinned, c.Radius = orb.Point{21.5, 50.25}, true, 12 }),
			say(story.CorrectPlace, at("Kąty"), nil),
			say(story.CorrectUse, at("Kąty"), func(c *story.Correction) { c.Use = story.UseActor }),
			say(story.CorrectWhen, at("Tuesday"), func(c *story.Correction) { c.From, c.To = d, d+2 }),
			say(story.CorrectWhen, at("Tuesday"), func(c *story.Correction) { c.From, c.To = story.DayMin, story.DayMin }),
			say(story.CorrectWhen, at("Tuesday"), func(c *story.Correction) { c.From, c.To = d, story.DayMax }),
			say(story.CorrectSpeaker, at("“Ships left Kąty,”"), func(c *story.Correction) { c.Speaker = "Ann Roe" }),
			say(story.CorrectModality, at("Ships left"), func(c *story.Correction) { c.Modality = story.ModalDenied }),
			say(story.CorrectAdd, at("Nobody came"), func(c *story.Correction) { c.Mention = story.MentionEvent }),
			say(story.CorrectRemove, at("Häfen"), func(c *story.Correction) { c.Mention, c.Scope = story.MentionPlace, story.ScopeArticle }),
			say(story.CorrectPerson, story.Target{Words: "Roe"}, func(c *story.Correction) { c.Speaker, c.Scope = "Ann Roe", story.ScopeStory }),
			say(story.CorrectChecked, at("Tuesday"), func(c *story.Correction) { c.Mention, c.Verdict = story.MentionTime, story.VerdictCannot }),
			say(story.CorrectTitle, story.Target{}, func(c *story.Correction) { c.Text = "Ships & <bridges>" }),
			say(story.CorrectOut, b2, nil),
			say(story.CorrectOrder, a1, func(c *story.Correction) { c.Position = 1 }),
			say(story.CorrectNote, at("Nobody came"), func(c *story.Correction) { c.Text = "ask them" })),
		Lesson: true, Run: slides.Run{Made: slides.MadeOwn, Slides: []slides.Slide{
			{ID: "t", Kind: slides.Title, Head: "Häfen & <Brücken>", Body: "5b", Note: "say hello"},
			{ID: "a1/e3-7", Parts: []slides.Part{{Article: "a1", Span: at("“Ships left Kąty,” said Ann Roe on Tuesday.").Span, Words: "“Ships left Kąty,” said Ann Roe on Tuesday.", Event: "a1/e3-7", Quote: "a1/q3-7",
				Keep: []story.Span{at("“Ships left Kąty,”").Span, at("on Tuesday.").Span}}, {Article: "b2", Span: story.Span{End: 19}, Words: "The bridge is shut."}},
				Area: orb.Bound{Min: orb.Point{-10, 40.5}, Max: orb.Point{20, 60}}, Held: true, Hide: true},
			{ID: "ask/first", Kind: slides.Asked, Ask: quiz.First, Note: "let them talk", Parts: []slides.Part{{Article: "a1", Span: at("Nobody came.").Span, Words: "Nobody came.", Event: "a1/e9-1"},
				{Article: "b2", Span: story.Span{End: 19}, Words: "The bridge is shut.", Event: "b2/e1"}}},
			{ID: "ask/where", Kind: slides.Asked, Parts: []slides.Part{{Article: "b2", Span: story.Span{End: 19}, Words: "The bridge is shut.", Event: "b2/e1"}}},
			{ID: "x", Kind: slides.Text, Body: "one\ntwo"}}},
		Places: []geo.Own{{ID: geo.MaxAdded, Name: "Mill Lane", Names: []string{"the lane"}, Kind: geo.KindCity, Point: orb.Point{1.5, 50}, Km: 2}},
		View: View{Period: story.Between(d, d+3), Width: 2, Article: "a1", Event: "a1/e3-7", Quote: "a1/q3-7", Center: orb.Point{20, 50}, Zoom: 5.5, Mode: "so far", Rows: "place", Seen: []string{"a1", "b2"},
			Filter: story.Filter{HideActors: true, Articles: []string{"a1"}, Speakers: []story.SpeakerID{"s/Ann Roe"}, Places: []geo.PlaceID{7}, MinP: 0.5, Main: 20, Words: "ships"}}}
}

func encoded(t testing.TB, f File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decode(b []byte) (File, error) { return Decode(bytes.NewReader(b), int64(len(b))) }

func TestEncode_ReadsBack(t *testing.T) {
	for _, c := range []struct {
		name string
		f    File
	}{{"one of everything", harbour()}, {"an empty story", File{}}, {"density and counts are shown", File{View: View{Heat: true, Counts: "on"}}}} {
		first := encoded(t, c.f)
		got, err := decode(first)
		if d := cmp.Diff(c.f, got, same); err != nil || d != "" {
			t.Errorf("%s: %v (-want +got)\n%s", c.name, err, d)
			for i := range min(c.f.Log.Len(), got.Log.Len()) {
				if d := cmp.Diff(c.f.Log.Entry(i), got.Log.Entry(i)); d != "" {
					t.Errorf("correction %d %s", i, d)
				}
			}
		}
		if again := encoded(t, got); !bytes.Equal(first, again) {
			t.Errorf("%s: written again it has other bytes", c.name)
		}
		if i := bytes.Index(first, []byte("mimetype"+MIME)); i != 30 {
			t.Errorf("%s: the type stands at %d", c.name, i)
		}
	}
}

func TestEncode_FollowsTheSchema(t *testing.T) {
	data, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	check := func(what, ref string, b []byte) {
		s, err := c.Compile("schema.json" + ref)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err == nil {
			err = s.Validate(v)
		}
		if err != nil {
			t.Errorf("%s: %v\n%s", what, err, b)
		}
	}
	f := harbour()
	main, err := storyOf(&f)
	if err != nil {
		t.Fatal(err)
	}
	check("story.json", "", main)
	log, err := logOf(&f)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range bytes.Split(bytes.TrimSpace(log), []byte("\n")) {
		check("a correction", "#/$defs/correction", line)
	}
}

// TestDecode_EveryOldVersion: a file that any version wrote opens for ever.
func TestDecode_EveryOldVersion(t *testing.T) {
	f, _, err := Open("testdata/version1.json")
	want := File{Documents: []story.Document{{File: "harbour.txt", Path: "harbour.txt"}, {File: "pasted text", Text: "Ships left."}}}
	if d := cmp.Diff(want, f, same); err != nil || d != "" {
		t.Errorf("version 1: %v %s", err, d)
	}
	f, _, err = Open("testdata/version2.dateline")
	was := harbour() // without what only later programs keep of an article, and without its slides
	was.Run, was.Lesson = slides.Run{}, false
	d := &was.Documents[0]
	d.Container, d.Part, d.Joined, d.Encoding, d.Guessed, d.Given, d.Hash, d.Retrieved = "", 0, 0, "", false, nil, "", ""
	d.Subtitle, d.Publisher, d.Section, d.Declared = "", "", "", ""
	was.View.Seen, was.View.Filter.Main = nil, 0
	if d := cmp.Diff(was, f, same); err != nil || d != "" {
		t.Errorf("version 2: %v %s", err, d)
	}
}

// zipped is a zip with the entries, in order: name, content, name, content …
func zipped(entries ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		w, _ := z.Create(entries[i])
		w.Write([]byte(entries[i+1]))
	}
	z.Close()
	return b.Bytes()
}

func TestDecode_Refuses(t *testing.T) {
	whole := encoded(t, harbour())
	for _, c := range []struct {
		name string
		in   []byte
		want error
	}{
		{"nothing", nil, ErrDamaged},
		{"half a file", whole[:len(whole)/2], ErrDamaged},
		{"another kind of file", []byte("[1,2]"), ErrDamaged},
		{"a zip of something else", zipped("hello.txt", "hello"), ErrDamaged},
		{"a newer version", zipped("story.json", `{"format":"dateline","version":99,"articles":5}`), ErrNewerVersion},
		{"a newer version of the old form", []byte(`{"version":99}`), ErrNewerVersion},
		{"no version", []byte(`{}`), ErrDamaged},
		{"wrong types", zipped("story.json", `{"format":"dateline","version":2,"articles":{"a":1}}`), ErrDamaged},
		{"another format", zipped("story.json", `{"format":"other","version":2}`), ErrDamaged},
	} {
		if _, err := decode(c.in); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if _, err := Decode(bytes.NewReader(nil), maxFile+1); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a huge file: %v", err)
	}
	if _, _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if _, _, err := Open(t.TempDir()); !errors.Is(err, ErrDamaged) {
		t.Errorf("a folder: %v", err)
	}
}

func TestDecode_ABombIsRefused(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("story.json")
	zeros := make([]byte, 1<<20)
	for range maxEntry>>20 + 2 {
		w.Write(zeros)
	}
	z.Close()
	if _, err := decode(b.Bytes()); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%d bytes that unpack to more: %v", b.Len(), err)
	}
}

func TestDecode_OpensInPartAndSaysWhatIsLeftOut(t *testing.T) {
	head := `{"format":"dateline","version":2,"articles":[{"id":"a","file":"a.txt","text":"text/1"},{"id":"a","file":"b.txt","text":"text/1"},` +
		`{"id":"c","file":"c.txt","text":"text/none"},{"id":"d","file":"d.txt","text":"text/2"}],` +
		`"places":[{"id":-5,"name":"X","kind":"city","at":[0,0]},{"id":-1073741825,"name":"Y","kind":"city","at":[0,95]}],"view":{"width":-3,"zoom":1e9,"center":[999,0],"from":"x"}}`
	log := `{"article":"a","start":0,"end":5,"text":"Ships","set":{"use":"actor"}}` + "\n" + `{"article":"gone","set":{"published":"2024-05-15"}}` + "\n" +
		`{"article":"a","start":0,"end":5,"text":"Boats","set":{"use":"actor"}}` + "\n" + `nonsense` + "\n"
	f, err := decode(zipped("story.json", head, "log.jsonl", log, "text/1", "Ships left.", "text/2", "\xff\xfe", "../evil", "x", "text/1", "again"))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Documents) != 1 || f.Log.Len() != 1 || len(f.Places) != 0 || f.View.Width != 0 || f.View.Zoom != 0 {
		t.Errorf("kept: %d articles, %d corrections, %d places, %+v", len(f.Documents), f.Log.Len(), len(f.Places), f.View)
	}
	for _, want := range []string{"leads out", "second part", "id of another", "c.txt", "d.txt", "no UTF-8", `place "X"`, `place "Y"`, `called "gone"`, `"Boats"`, "correction 4"} {
		if !strings.Contains(strings.Join(f.Left, "\n"), want) {
			t.Errorf("nothing is said of %q in %q", want, f.Left)
		}
	}
}

// TestDecode_KeepsWhatALaterProgramWrote: an old program does not lose what it does not know.
func TestDecode_KeepsWhatALaterProgramWrote(t *testing.T) {
	f, err := decode(zipped("story.json", `{"format":"dateline","version":2,"articles":[],"lesson":{"slides":[1,2]},"a":true}`, "log.jsonl", ""))
	if err != nil {
		t.Fatal(err)
	}
	main, err := storyOf(&f)
	var back map[string]json.RawMessage
	if err != nil || json.Unmarshal(main, &back) != nil {
		t.Fatal(err, string(main))
	}
	var lesson bytes.Buffer
	json.Compact(&lesson, back["lesson"])
	if lesson.String() != `{"slides":[1,2]}` || string(back["a"]) != "true" {
		t.Errorf("%s", main)
	}
}

// A lesson that a newer program made is shown as far as this one knows it, and nothing of it is lost.
func TestDecode_ALessonOfANewerProgram(t *testing.T) {
	slide := `{"id":"a","kind":"text","head":"Who?","music":{"loud":1}}`
	dance := `{"id":"b","kind":"dance","steps":[1,2]}`
	why := `{"id":"c","kind":"question","ask":"why","parts":[]}`
	f, err := decode(zipped("story.json", `{"format":"dateline","version":3,"reads":2,"articles":[],"lesson":true,"run":{"made":"by a robot","slides":[`+slide+`,`+dance+`,`+why+`]}}`, "log.jsonl", ""))
	if err != nil || !f.Lesson || len(f.Run.Slides) != 3 || f.Run.Slides[0].Head != "Who?" || f.Run.Slides[1].Kind != slides.Later || f.Run.Slides[2].Kind != slides.Later {
		t.Fatalf("%v %+v", err, f.Run)
	}
	main, err := storyOf(&f)
	var back struct {
		Run struct{ Slides []json.RawMessage }
	}
	if err != nil || json.Unmarshal(main, &back) != nil || len(back.Run.Slides) != 3 {
		t.Fatal(err, string(main))
	}
	for i, want := range []string{slide, dance, why} {
		var flat bytes.Buffer
		json.Compact(&flat, back.Run.Slides[i])
		if flat.String() != want {
			t.Errorf("written as %s, was %s", &flat, want)
		}
	}
	for name, run := range map[string]string{"no run": `[1,2]`, "no slides": `{"made":"own","slides":[7,{"id":"a","kind":"told","parts":[{"article":"a","start":5,"end":1,"text":"x"}]}]}`} {
		f, err := decode(zipped("story.json", `{"format":"dateline","version":2,"articles":[],"run":`+run+`}`, "log.jsonl", ""))
		if err != nil || len(f.Left) == 0 {
			t.Errorf("%s: %v, told %q", name, err, f.Left)
		}
	}
	if _, err := decode(zipped("story.json", `{"format":"dateline","version":3,"reads":3,"articles":[]}`, "log.jsonl", "")); !errors.Is(err, ErrNewerVersion) {
		t.Errorf("one that only newer programs read: %v", err)
	}
}

func TestSave(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "new", "harbour.dateline")
	stamp, err := Save(path, harbour())
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(path, 0o640)
	before, _ := os.Stat(path)
	if _, err := Save(path, harbour()); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.Stat(path); !os.SameFile(before, after) {
		t.Error("a file that holds the same already is written again")
	}
	changed := harbour()
	changed.Title = "Another"
	link := filepath.Join(dir, "link.dateline")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	second, err := Save(link, changed)
	if err != nil || second == stamp {
		t.Errorf("%v %v", second, err)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is replaced by a file")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v", info.Mode())
	}
	got, read, err := Open(path)
	if err != nil || got.Title != "Another" || read != second {
		t.Errorf("%q %v %v", got.Title, read, err)
	}
	left, _ := os.ReadDir(filepath.Dir(path))
	if len(left) != 1 {
		t.Errorf("%d files are left", len(left))
	}
	if _, err := Save(filepath.Join(path, "below.dateline"), changed); err == nil {
		t.Error("a file below a file is written")
	}
}

func TestShelf_OffersWhatADeadWindowLeft(t *testing.T) {
	dir := t.TempDir()
	dead, err := NewShelf(dir, "dead")
	if err != nil {
		t.Fatal(err)
	}
	if err := dead.Keep(harbour(), "harbour.dateline"); err != nil {
		t.Fatal(err)
	}
	more := harbour() // one correction more and another slide of the lesson: the articles are not written again
	more.Log = more.Log.With(story.Published("b2", 100))
	more.View.Width = 9
	before, _ := os.Stat(dead.path(Ext))
	if err := dead.Keep(more, "harbour.dateline"); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.Stat(dead.path(Ext)); !os.SameFile(before, after) {
		t.Error("the articles are written for a correction")
	}
	dead.Abandon()
	living, err := NewShelf(dir, "living")
	if err != nil {
		t.Fatal(err)
	}
	if err := living.Keep(harbour(), ""); err != nil {
		t.Fatal(err)
	}
	mine, err := NewShelf(dir, "mine")
	if err != nil {
		t.Fatal(err)
	}
	if err := mine.Keep(File{}, ""); err != nil {
		t.Fatal(err)
	}
	left := mine.Left()
	if len(left) != 1 || left[0].Project != "harbour.dateline" {
		t.Fatalf("left: %+v", left)
	}
	f, err := Recover(left[0])
	if d := cmp.Diff(more, f, same); err != nil || d != "" {
		t.Errorf("%v %s", err, d)
	}
	if again := mine.Left(); len(again) != 1 {
		t.Error("looking takes it away")
	}
	Forget(left[0])
	living.Drop()
	living.Close()
	mine.Drop()
	mine.Close()
	rest, _ := os.ReadDir(dir)
	if len(rest) != 0 {
		t.Errorf("%d files are left, %v", len(rest), rest)
	}
	if _, err := NewShelf(dir, "one"); err != nil {
		t.Fatal(err)
	}
	if _, err := NewShelf(dir, "one"); err == nil {
		t.Error("two windows have one place")
	}
}

func TestTake_ASecondWindowIsTold(t *testing.T) {
	dir, now := t.TempDir(), time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	one, _, err := Take(dir, "a.dateline", now)
	if err != nil {
		t.Fatal(err)
	}
	_, who, err := Take(dir, "a.dateline", now)
	if !errors.Is(err, ErrInUse) || who.Process != os.Getpid() || !who.Since.Equal(now) {
		t.Errorf("%v %+v", err, who)
	}
	if other, _, err := Take(dir, "b.dateline", now); err != nil {
		t.Error(err)
	} else {
		other.Release()
	}
	one.Release()
	if again, _, err := Take(dir, "a.dateline", now); err != nil {
		t.Error(err)
	} else {
		again.Release()
	}
	(*Lock)(nil).Release()
}

func TestVersions_KeepTheLastTwenty(t *testing.T) {
	dir := t.TempDir()
	v := Versions{filepath.Join(dir, "versions")}
	path := filepath.Join(dir, "a.dateline")
	if err := v.Add(path, time.Time{}); err != nil {
		t.Errorf("a project that was never saved: %v", err)
	}
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 25 {
		f := harbour()
		f.Title = strings.Repeat("x", i)
		if _, err := Save(path, f); err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second time it is there already
			if err := v.Add(path, at.Add(time.Duration(i)*time.Minute)); err != nil {
				t.Fatal(err)
			}
		}
	}
	all := v.Of(path)
	if len(all) != 20 || !all[0].At.Equal(at.Add(24*time.Minute)) || !all[19].At.Equal(at.Add(5*time.Minute)) {
		t.Fatalf("%d states from %v", len(all), all[0].At)
	}
	if f, _, err := Open(all[19].File); err != nil || len(f.Title) != 5 {
		t.Errorf("%q %v", f.Title, err)
	}
	if len(v.Of(filepath.Join(dir, "b.dateline"))) != 0 {
		t.Error("another project has states")
	}
}

func TestSetAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.dateline")
	for _, want := range []string{"a.dateline.damaged-1", "a.dateline.damaged-2"} {
		os.WriteFile(path, []byte("x"), 0o600)
		to, err := SetAside(path)
		if err != nil || filepath.Base(to) != want {
			t.Errorf("%s %v", to, err)
		}
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the file is still there")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, harbour()))
	f.Add([]byte(`{"version":1,"documents":[{"name":"a"}]}`))
	f.Add(zipped("story.json", `{"format":"dateline","version":2,"articles":[{"id":"a","text":"t","zones":[{"start":0,"end":9,"zone":"body"}]}]}`, "t", "é"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := decode(b)
		if err != nil {
			return
		}
		for i := range got.Documents {
			for _, z := range got.Documents[i].Zones {
				if z.Span.Start < 0 || z.Span.End > len(got.Documents[i].Text) || z.Span.Start > z.Span.End {
					t.Fatalf("zone %v of %d bytes", z, len(got.Documents[i].Text))
				}
			}
		}
		var out bytes.Buffer
		if err := Encode(&out, got); err != nil {
			t.Fatal(err)
		}
	})
}

// TestPlacesOfAStory: places of the person's own and of layers go with a project, those that ship do not.
func TestPlacesOfAStory(t *testing.T) {
	want := []geo.Own{
		{ID: geo.AddedID("mill lane", orb.Point{1.5, 50}), Name: "Mill Lane", Kind: geo.KindRegion, Point: orb.Point{1.5, 50}, Km: 0.3, Country: "FR", Admin1: "32"},
		{ID: 20_000_001, Name: "A village of GeoNames", Kind: geo.KindCity, Point: orb.Point{-1.5, -50}},
	}
	var b bytes.Buffer
	if err := Encode(&b, File{Places: want}); err != nil {
		t.Fatal(err)
	}
	f, err := decode(b.Bytes())
	if d := cmp.Diff(want, f.Places); d != "" || err != nil || len(f.Left) > 0 {
		t.Error(err, f.Left, d)
	}
}

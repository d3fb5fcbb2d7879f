package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/app/project"
	"dateline/app/session"
	"dateline/app/story"
)

// window is a desk with a keeper, as Run joins them: one window of the program in a folder.
type window struct {
	*desk
	k    *keeper
	over bool
}

func openWindow(t *testing.T, folder string) *window {
	t.Helper()
	d := newDesk(t)
	k := newKeeper(folder, newGuard(folder, time.Now), func(_ time.Duration, f func()) func() { f(); return func() {} })
	d.Observe(k.follow)
	w := &window{desk: d, k: k}
	t.Cleanup(w.kill)
	return w
}

// end ends the window well.
func (w *window) end() {
	w.over = true
	w.k.end()
}

// kill ends the window as a kill does: what is on the way to the disk arrives, nothing is tidied.
func (w *window) kill() {
	if w.over {
		return
	}
	w.over = true
	close(w.k.work)
	<-w.k.done
	w.k.shelf.Abandon()
}

// recovered opens what is offered of the window before; false where nothing is.
func (w *window) recovered(t *testing.T) bool {
	t.Helper()
	left, ok := w.k.left()
	if ok {
		w.k.answered(true)
		w.Open([]session.Source{left})
		w.rest(t)
	}
	return ok
}

func (w *window) given(t *testing.T) string {
	t.Helper()
	st := w.State()
	if len(st.Story.Articles) == 0 {
		return "nothing is open"
	}
	d, ok := st.Log.Published(st.Story.Articles[0].ID)
	if !ok {
		return "no day"
	}
	return d.String()
}

// pastedAndDated is a window with pasted words and a given day.
func pastedAndDated(t *testing.T, folder string) *window {
	w := openWindow(t, folder)
	w.Open(pasted("pasted text", ferry))
	w.rest(t)
	w.GiveDate(w.State().Story.Articles[0].ID, story.NewDay(2024, 5, 15))
	w.rest(t)
	return w
}

func TestRecovery_BringsPastedWordsAndGivenDays(t *testing.T) {
	dir := t.TempDir()
	pastedAndDated(t, dir).kill()
	w := openWindow(t, dir)
	if !w.recovered(t) || w.given(t) != "2024-05-15" {
		t.Fatalf("recovered: %s", w.given(t))
	}
	if st := w.State(); !st.Dirty || st.Documents[0].Text != ferry || st.Story.Articles[0].Published.Kind != story.DateGiven {
		t.Errorf("dirty %v, published %+v", st.Dirty, st.Story.Articles[0].Published)
	}
	w.end()
	if _, ok := openWindow(t, dir).k.left(); ok {
		t.Error("a window that ended well leaves something")
	}
}

// TestRecovery_KilledWhileItAsks: the answer was not given yet, the sample story is open, and the window is killed again.
func TestRecovery_KilledWhileItAsks(t *testing.T) {
	dir := t.TempDir()
	pastedAndDated(t, dir).kill()
	asking := openWindow(t, dir)
	asking.OpenSample(sample(firstSample))
	asking.rest(t)
	if _, ok := asking.k.left(); !ok {
		t.Fatal("nothing is offered")
	}
	asking.kill()
	w := openWindow(t, dir)
	if !w.recovered(t) || w.given(t) != "2024-05-15" {
		t.Errorf("after the second kill: %s", w.given(t))
	}
	w.kill() // it was opened and written here, so it is offered once more, and once only
	again := openWindow(t, dir)
	if !again.recovered(t) || again.given(t) != "2024-05-15" {
		t.Errorf("after the third kill: %s", again.given(t))
	}
	again.end()
	if _, ok := openWindow(t, dir).k.left(); ok {
		t.Error("an old copy is offered")
	}
}

func TestRecovery_ASecondWindowIsNoBadEnd(t *testing.T) {
	dir := t.TempDir()
	first := pastedAndDated(t, dir)
	second := openWindow(t, dir)
	if _, ok := second.k.left(); ok {
		t.Error("a window that lives is offered as one that ended badly")
	}
	second.Open(pasted("other", "Bridge shut\n\nA bridge in Oslo was closed on Monday."))
	second.rest(t)
	second.end()
	first.kill()
	w := openWindow(t, dir)
	if !w.recovered(t) || w.given(t) != "2024-05-15" {
		t.Errorf("the first window's story after the second has ended: %s", w.given(t))
	}
}

func TestRecovery_NotWantedIsGone(t *testing.T) {
	dir := t.TempDir()
	pastedAndDated(t, dir).kill()
	w := openWindow(t, dir)
	if _, ok := w.k.left(); !ok {
		t.Fatal("nothing is offered")
	}
	w.k.answered(false)
	w.end()
	if _, ok := openWindow(t, dir).k.left(); ok {
		t.Error("it is offered again")
	}
}

func TestRecovery_ADamagedFileIsSetAside(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "sessions")
	os.MkdirAll(place, 0o700)
	bad := filepath.Join(place, "session-x"+project.Ext)
	if err := os.WriteFile(bad, []byte("half a fi"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, dir)
	if _, ok := w.k.left(); ok {
		t.Error("it is offered")
	}
	if data, err := os.ReadFile(bad + ".damaged-1"); err != nil || string(data) != "half a fi" {
		t.Errorf("it is not kept: %v", err)
	}
	w.end()
}

func TestRecovery_WhatAnOlderVersionKept(t *testing.T) {
	dir := t.TempDir()
	for name, words := range map[string]string{
		"open.json":     `{"version":1,"documents":[{"name":"pasted text","text":"A ferry sank off Porto on 3 May 2024."},{"name":"gone.txt","path":"` + filepath.ToSlash(filepath.Join(dir, "gone.txt")) + `"}]}`,
		"open.json.123": "half",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w := openWindow(t, dir)
	if !w.recovered(t) || len(w.State().Documents) != 1 || len(w.State().Notes) != 1 {
		t.Errorf("%d articles, notes %v", len(w.State().Documents), w.State().Notes)
	}
	w.end()
	old, _ := filepath.Glob(filepath.Join(dir, "open.json*"))
	if len(old) != 0 {
		t.Errorf("%v is left", old)
	}
}

func TestProject_SavedAndOpenedIsTheSame(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ferry.dateline")
	a := pastedAndDated(t, dir)
	a.SetPeriod(story.Between(story.NewDay(2024, 5, 1), story.NewDay(2024, 5, 20)))
	a.Save(path, nil)
	a.rest(t)
	if st := a.State(); st.Dirty || st.File != path || len(st.Notes) != 0 {
		t.Fatalf("dirty %v, file %q, notes %v", st.Dirty, st.File, st.Notes)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a.projects.release()

	b := openWindow(t, dir)
	b.Open([]session.Source{fileSource(path)})
	b.rest(t)
	st := b.State()
	if b.given(t) != "2024-05-15" || st.Period != a.State().Period || st.Dirty || st.File != path {
		t.Errorf("given %s, period %v, dirty %v, file %q, notes %v", b.given(t), st.Period, st.Dirty, st.File, st.Notes)
	}
	b.Save(path, nil)
	b.rest(t)
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("saved again without a change it has other bytes")
	}
	b.Undo()
	b.rest(t)
	b.Save(path, nil)
	b.rest(t)
	if len(b.projects.versions.Of(path)) == 0 {
		t.Error("the state before the save is not kept")
	}
	// Somebody else writes the file: it is not written over.
	if err := os.WriteFile(path, before, 0o600); err != nil {
		t.Fatal(err)
	}
	b.GiveDate(st.Story.Articles[0].ID, story.NewDay(2024, 1, 1))
	b.rest(t)
	b.Save(path, nil)
	b.rest(t)
	if notes := b.State().Notes; len(notes) != 1 || !b.State().Dirty {
		t.Errorf("notes %v, dirty %v", notes, b.State().Dirty)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the other's file is written over")
	}
}

func TestProject_BadOnesAreNotes(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "bad.dateline")
	os.WriteFile(path, []byte("hello"), 0o600)
	w := openWindow(t, dir)
	w.Open(append(pasted("ferry", ferry), fileSource(path), fileSource(filepath.Join(dir, "none.dateline"))))
	w.rest(t)
	st := w.State()
	if len(st.Documents) != 1 || len(st.Notes) != 2 || !strings.Contains(st.Notes[0].Err.Error(), "damaged") {
		t.Errorf("%d articles, notes %v", len(st.Documents), st.Notes)
	}
}

func TestProject_ASecondWindowIsTold(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ferry.dateline")
	a := pastedAndDated(t, dir)
	a.Save(path, nil)
	a.rest(t)
	b := openWindow(t, dir)
	b.projects = newProjects(filepath.Dir(a.projects.locks), time.Now)
	b.Open([]session.Source{fileSource(path)})
	b.rest(t)
	if st := b.State(); len(st.Documents) != 1 || len(st.Notes) != 1 || !strings.Contains(st.Notes[0].Text, "Another window") {
		t.Errorf("notes %v", st.Notes)
	}
}

func TestOpen_AChangedArticleKeepsItsCorrections(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ferry.txt")
	write := func(words string) {
		if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(ferry)
	d := newDesk(t)
	d.Open([]session.Source{fileSource(path)})
	d.rest(t)
	a := d.State().Story.Articles[0]
	d.GiveDate(a.ID, story.NewDay(2024, 5, 15))
	d.rest(t)
	for _, words := range []string{"Porto", "Divers"} {
		i := strings.Index(a.Text, words)
		d.Correct(story.Correction{Kind: story.CorrectRemove, About: story.Target{Article: a.ID, Span: story.Span{Start: i, End: i + len(words)}, Words: words}})
		d.rest(t)
	}
	write("Ferry sinks in the night\n\nA second ship is looked for.\n\n" + strings.ReplaceAll(ferry[len("Ferry sinks\n\n"):], "Divers", "Boats"))
	d.Open([]session.Source{fileSource(path)})
	d.rest(t)
	st := d.State()
	if len(st.Documents) != 1 || st.Story.Articles[0].ID == a.ID || st.Story.Articles[0].Published.Kind != story.DateGiven {
		t.Fatalf("%d articles, published %+v", len(st.Documents), st.Story.Articles[0].Published)
	}
	for i := range st.Story.Articles[0].Toponyms {
		if st.Story.Articles[0].Toponyms[i].Name == "Porto" {
			t.Error("Porto is a place again")
		}
	}
	if n := st.Notes; len(n) != 2 || !strings.Contains(n[1].Text, "Divers") {
		t.Errorf("notes %v", n)
	}
}

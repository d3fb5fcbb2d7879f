package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"dateline/app/progress"
	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/dialog"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// projectExt is how project files end.
const projectExt = ".dateline"

// isProject reports whether a file of that name is a project.
func isProject(name string) bool { return strings.EqualFold(filepath.Ext(name), projectExt) }

// mostRecent is how many projects can be opened again from the menu.
const mostRecent = 10

// Version is an earlier state of a project.
type Version struct {
	At     time.Time
	Source session.Source
}

// projects is what is kept in project files, and the articles of the story.
type projects struct {
	*desk
	files    *files
	correct  *corrector
	versions func(path string) []Version
	home     string
	lesson   func(ctx context.Context, st session.State, path string) error
	list     *dialog.Articles // while it is open
}

func newProjects(d *desk, c *Config, f *files, k *corrector) *projects {
	p := &projects{desk: d, files: f, correct: k, versions: c.Versions, home: c.Home, lesson: c.Lesson}
	f.guard = p.guard
	return p
}

// guard does what would lose something only when the person has said what becomes of it.
func (p *projects) guard(then func()) {
	if !p.session.State().Dirty {
		then()
		return
	}
	dialog.Unsaved(p.dialogs(), func() { p.saveThen(then) }, then)
}

// New closes what is open.
func (p *projects) New() { p.guard(p.session.Clear) }

// Save writes the project to its file; one that has none is asked for.
func (p *projects) Save() { p.saveThen(nil) }

func (p *projects) saveThen(then func()) {
	if path := p.session.State().File; path != "" {
		p.write(path, then)
		return
	}
	p.saveAs(then)
}

// SaveAs asks where to write the project.
func (p *projects) SaveAs() { p.saveAs(nil) }

func (p *projects) saveAs(then func()) {
	st := p.session.State()
	folder, name := p.home, fileWords(p.words.FileTitle(st))
	if st.File != "" {
		folder, name = filepath.Dir(st.File), filepath.Base(st.File)
	} else if f := p.files.folder(); f != nil {
		folder = f.Path()
	}
	dialog.SaveFile(p.dialogs(), dialog.Keep{Title: text("Save the story"), Folder: folder, Name: name, Ext: projectExt,
		Over: text("A file of that name is there already. What is in it can be gone back to with Versions."),
		Save: func(path string) { p.write(path, then) }})
}

// fileWords makes a name for a file of the title of a story.
func fileWords(title string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, title)
	name = strings.Trim(name, " .")
	if r := []rune(name); len(r) > 60 {
		name = string(r[:60])
	}
	if name == "" {
		return "story"
	}
	return name
}

func (p *projects) write(path string, then func()) {
	p.session.Save(path, func() {
		p.remember(path)
		if then != nil {
			then()
		}
	})
}

// CanLesson reports whether what is open can be handed on as a lesson.
func (p *projects) CanLesson() bool {
	return p.lesson != nil && len(p.session.State().Story.Articles) > 0
}

// SaveLesson asks where to write what is open as a lesson: a file that is presented as soon as it is opened.
func (p *projects) SaveLesson() {
	st := p.session.State()
	folder := p.home
	if st.File != "" {
		folder = filepath.Dir(st.File)
	} else if f := p.files.folder(); f != nil {
		folder = f.Path()
	}
	dialog.SaveFile(p.dialogs(), dialog.Keep{Title: text("Save the lesson"), Folder: folder, Name: fileWords(p.words.FileTitle(st)) + " " + text("lesson"), Ext: projectExt,
		Over: text("A file of that name is there already. What is in it can be gone back to with Versions."),
		Save: func(path string) {
			p.session.Start(session.Work{Kind: session.KindSave, Stage: "save", Fault: text("The lesson could not be saved. Choose another place."),
				Do: func(ctx context.Context, _ progress.Report) (func(), error) {
					err := p.lesson(ctx, st, path)
					return func() {
						p.session.Notify(session.Note{File: filepath.Base(path), Text: text("The lesson is saved. Opened by a double click, it is presented from its first slide.")})
					}, err
				}})
		}})
}

// remember keeps a project among those that can be opened again.
func (p *projects) remember(path string) {
	all := slices.DeleteFunc(p.recent(), func(s string) bool { return s == path })
	p.kept.p.SetStringList("recent", append([]string{path}, all...)[:min(mostRecent, len(all)+1)])
}

func (p *projects) recent() []string {
	return p.kept.recent()
}

// HasRecent reports whether a project was saved or opened before.
func (p *projects) HasRecent() bool { return len(p.recent()) > 0 }

// Recent lists the projects that were saved or opened last.
func (p *projects) Recent() {
	all := p.recent()
	rows := each(all, func(path *string) dialog.Picked {
		return dialog.Picked{Name: strings.TrimSuffix(filepath.Base(*path), projectExt), Detail: filepath.Dir(*path)}
	})
	dialog.Pick(p.dialogs(), text("Open recent"), "", rows, func(i int) { p.openPath(all[i]) })
}

func (p *projects) openPath(path string) { p.files.open([]fyne.URI{storage.NewFileURI(path)}) }

// HasVersions reports whether the project has a file.
func (p *projects) HasVersions() bool { return p.versions != nil && p.session.State().File != "" }

// Versions lists the earlier states of the project, to go back to one.
func (p *projects) Versions() {
	all := p.versions(p.session.State().File)
	rows := each(all, func(v *Version) dialog.Picked {
		return dialog.Picked{Name: p.words.Stamp(v.At.Local())}
	})
	dialog.Pick(p.dialogs(), text("Versions"), text("There is no earlier state yet: each time the project is saved, the one before is kept."), rows, func(i int) {
		p.guard(func() { p.session.Open([]session.Source{all[i].Source}) })
	})
}

// ReadAgain reads the files of the articles again. What was said of them stays where their words still stand.
func (p *projects) ReadAgain() {
	var again []fyne.URI
	for _, d := range p.session.State().Documents {
		if d.Path != "" {
			again = append(again, storage.NewFileURI(d.Path))
		}
	}
	if len(again) == 0 {
		p.session.Notify(session.Note{Text: text("None of these articles was opened from a file of this computer.")})
		return
	}
	p.files.open(again)
}

// Log lists what was changed.
func (p *projects) Log() {
	st := p.session.State()
	var rows []dialog.Logged
	for i := st.Log.Len() - 1; i >= 0; i-- {
		c := st.Log.Entry(i)
		r := dialog.Logged{Said: p.words.Said(st.Story, &c, p.correct.atlas), Was: c.Was, Why: c.Why}
		if at, err := time.Parse(time.RFC3339, c.At); err == nil {
			r.When = p.words.Stamp(at.Local())
		}
		rows = append(rows, r)
	}
	dialog.Log(p.dialogs(), rows)
}

// Articles lists the articles of the story.
func (p *projects) Articles() {
	p.list = dialog.ShowArticles(p.dialogs(), p.articles(p.session.State()))
}

// articles is what the list of articles shows and calls.
func (p *projects) articles(st session.State) dialog.ArticlesAsk {
	return dialog.ArticlesAsk{Title: st.Story.Title, Rows: each(p.words.Articles(st), func(a *bind.ArticleRow) dialog.ArticleRow {
		return dialog.ArticleRow{ID: a.ID, Title: a.Title, Detail: a.Detail, Out: a.Out}
	}),
		Open: func(id string) { p.session.SelectArticle(id) },
		Out:  p.takeOut,
		Move: func(id string, to int) {
			p.correct.hold(story.Correction{Kind: story.CorrectOrder, About: story.Target{Article: id}, Position: to}, 1)
		},
		Note: p.note,
		Rename: func() {
			dialog.Line(p.dialogs(), text("Name of the story"), st.Story.Title, "", func(s string) {
				if s != "" {
					p.correct.hold(story.Correction{Kind: story.CorrectTitle, Text: s}, 1)
				}
			})
		}}
}

// takeOut takes an article out of the story, or in again.
func (p *projects) takeOut(id string, out bool) {
	p.correct.hold(story.Correction{Kind: story.CorrectOut, About: story.Target{Article: id}, AsRead: !out}, 1)
}

// askNote asks for a note on something.
func (d *desk) askNote(about story.Target, use func(story.Correction)) {
	dialog.Line(d.dialogs(), text("Note"), review.Note(d.session.State().Log, about), text("What you want to remember of it"), func(s string) {
		use(story.Correction{Kind: story.CorrectNote, About: about, Text: s})
	})
}

// note asks for a note on an article.
func (p *projects) note(article string) {
	p.askNote(story.Target{Article: article}, func(c story.Correction) { p.correct.hold(c, 1) })
}

// note asks for a note on what the card is about.
func (k *corrector) note() {
	about := k.ask.Subject.About
	k.close()
	k.askNote(about, func(c story.Correction) { k.hold(c, 1) })
}

func (p *projects) show(st session.State, c session.Change) {
	if c&session.Opened != 0 && !p.list.Closed() {
		p.list.Set(p.articles(st))
	}
	if c&session.Opened != 0 && st.File != "" && (len(p.recent()) == 0 || p.recent()[0] != st.File) {
		p.remember(st.File)
	}
}

func (p *projects) setPalette(*kit.Palette) {}

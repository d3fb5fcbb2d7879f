package ui

import (
	"context"
	"errors"
	"io/fs"
	"log"

	"dateline/app/openwith"
	"dateline/app/progress"
	"dateline/app/safefile"
	"dateline/app/session"
	"dateline/app/ui/command"
)

// FileKind is whether the system opens project files by this program. Its methods may take seconds and are called off the UI
// goroutine, but for Registered, which looks.
type FileKind interface {
	Registered() bool
	Register() error
	Unregister() error
}

// FileNames are what a project file and an article are called to the person.
func FileNames() (project, article string) { return text("Dateline story"), text("Article") }

// fileKind lets the person choose it.
type fileKind struct {
	*desk
	kind   FileKind
	looked bool
	on     bool
}

// system is what the system can be told; nil where there is nothing to choose.
func (w *Window) system(kind FileKind) command.System {
	if kind == nil {
		return nil
	}
	return &fileKind{desk: w.desk, kind: kind}
}

// Opens reports whether project files are opened by this program.
func (f *fileKind) Opens() bool {
	if !f.looked {
		f.on, f.looked = f.kind.Registered(), true
	}
	return f.on
}

// kindFileKind is the telling of the system.
const kindFileKind session.Kind = "filekind"

// ToggleOpens tells the system that this program opens project files, or no longer.
func (f *fileKind) ToggleOpens() {
	do, words := f.kind.Register, text("Files that end in .dateline are now opened by Dateline.")
	if f.Opens() {
		do, words = f.kind.Unregister, text("Files that end in .dateline are no longer opened by Dateline.")
	}
	f.session.Start(session.Work{Kind: kindFileKind, Fault: untold(nil),
		Do: func(context.Context, progress.Report) (func(), error) {
			if err := do(); err != nil {
				log.Print(err)
				words = untold(err)
			}
			return func() {
				f.looked = false
				f.session.Notify(session.Note{About: string(kindFileKind), Text: words})
			}, nil
		}})
}

// untold says why the system could not be told. What bind knows of files that cannot be written asks for another name or folder,
// which nobody can choose here.
func untold(err error) string {
	var path *fs.PathError
	var file *safefile.Error
	switch {
	case errors.Is(err, openwith.ErrPath):
		return text("The name of the folder that Dateline lies in holds a sign that the system cannot be told. Rename the folder and try again.")
	case errors.As(err, &path), errors.As(err, &file):
		return text("The system could not be told how files that end in .dateline are opened: nothing can be written into your own folder.")
	}
	return text("The system could not be told how files that end in .dateline are opened.")
}

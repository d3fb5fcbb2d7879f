package ui

import (
	"dateline/app/document"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/dialog"
)

// document is the open document with that id; false where none has it.
func (p *projects) document(id string) (story.Document, bool) {
	st := p.session.State()
	for i := range st.Documents {
		if st.Documents[i].ID == id {
			return st.Documents[i], true
		}
	}
	return story.Document{}, false
}

// CanWhole reports that the article is one of several of a file, or was made of several.
func (p *projects) CanWhole(id string) bool {
	d, ok := p.document(id)
	return ok && (d.Joined > 0 || bind.PartsOpen(p.session.State(), &d) > 1)
}

// WholeWords are the name of the command for the article.
func (p *projects) WholeWords(id string) string {
	d, _ := p.document(id)
	return p.words.Whole(p.session.State(), &d)
}

// Whole makes one article of the parts of the file of the article, or parts of one that was made so.
func (p *projects) Whole(id string) {
	if d, ok := p.document(id); ok && p.CanWhole(id) {
		p.session.Remake(session.Remake{Article: d.ID, Join: d.Joined == 0, Apart: d.Joined > 0})
	}
}

// CanReadAs reports that the article is of a text file, which can be read again.
func (p *projects) CanReadAs(id string) bool {
	d, ok := p.document(id)
	return ok && d.Encoding != "" && d.Path != ""
}

// ReadAs asks how the letters of the article's file are to be read.
func (p *projects) ReadAs(id string) {
	d, ok := p.document(id)
	if !ok {
		return
	}
	var rows []dialog.Picked
	for _, name := range document.Encodings {
		rows = append(rows, dialog.Picked{Name: p.words.Letters(name), Detail: p.words.LettersNow(&d, name)})
	}
	dialog.Pick(p.dialogs(), text("Read its letters as…"), "", rows, func(i int) {
		p.session.Remake(session.Remake{Article: d.ID, Encoding: document.Encodings[i]})
	})
}

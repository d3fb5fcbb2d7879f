package docx

import (
	"strings"

	"dateline/app/document/internal/flow"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// body collects the text of a part: of the document, or of its notes.
type body struct {
	styles styles
	text   flow.Text
	skip   int  // elements open inside one that is passed over
	reads  int  // open elements whose characters are text
	run    bool // in a run: what is set there is the run's, elsewhere the paragraph's
	hidden bool // the run is hidden
	struck bool // words were struck out
	unseen bool // words were hidden
}

// passed are elements whose text is not seen in the running text: what was struck out, what was set before, the code of
// way to show what has been shown (old programs' version of a text box).
var passed = map[string]bool{"del": true, "moveFrom": true, "pPrChange": true, "rPrChange": true, "instrText": true, "delInstrText": true, "Fallback": true}

func (b *body) Start(name string, a xmlwalk.Attrs) {
	if b.skip > 0 || passed[name] {
		b.skip++
		b.struck = b.struck || name == "delText"
		return
	}
	switch name {
	case "p":
		b.text.Begin()
		b.run = false
	case "tr":
		b.text.OpenRow()
	case "tc":
		b.text.OpenCell()
	case "r":
		b.run, b.hidden = true, false
	case "vanish":
		b.hidden = b.hidden || b.run && on(a)
	case "t":
		b.reads++
	case "tab", "ptab":
		b.sign(" ", b.run)
	case "br", "cr":
		b.sign("\n", true)
	case "noBreakHyphen":
		b.sign("-", true)
	case "footnote", "endnote":
		if kind := a.Get("type"); kind != "" && kind != "normal" {
			b.skip++ // the line between text and notes
		}
	default:
		b.paragraph(name, a)
	}
}

// sign writes a character that stands as an element.
func (b *body) sign(s string, really bool) {
	if really && !b.hidden && b.text.Head() != nil {
		b.text.Write(s)
	}
}

// paragraph notes what a paragraph says of itself.
func (b *body) paragraph(name string, a xmlwalk.Attrs) {
	head := b.text.Head()
	if head == nil {
		return
	}
	switch name {
	case "pStyle":
		if s := b.styles[a.Get("val")]; s.level != 0 || s.kind != story.ZoneBody {
			head.Level, head.Kind = s.level, s.kind
		}
	case "outlineLvl":
		if l := level(a.Get("val")); l > 0 {
			head.Level = l
		}
	case "numPr":
		if head.Level == 0 && head.Kind == story.ZoneBody {
			head.Kind = story.ZoneList
		}
	}
}

func (b *body) End(name string) {
	if b.skip > 0 {
		b.skip--
		return
	}
	switch name {
	case "p":
		b.text.End()
	case "tr":
		b.text.CloseRow()
	case "tc":
		b.text.CloseCell()
	case "r":
		b.run, b.hidden = false, false
	case "t":
		b.reads--
	}
}

func (b *body) Text(s []byte) {
	switch {
	case b.skip > 0 || b.reads == 0:
	case b.hidden:
		b.unseen = b.unseen || strings.TrimSpace(string(s)) != ""
	default:
		b.text.Write(strings.ReplaceAll(string(s), "\n", " "))
	}
}

// on reads a property that is a switch.
func on(a xmlwalk.Attrs) bool {
	switch a.Get("val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// level is the level of a heading of an outline level: "0" is 1; 0 for body text.
func level(s string) int {
	if len(s) == 1 && s[0] >= '0' && s[0] <= '5' {
		return int(s[0]-'0') + 1
	}
	return 0
}

package docx

import (
	"path"
	"strings"

	"dateline/app/document/internal/packed"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// styles are the paragraph styles by their ids. Ids are in the language of whoever wrote the file ("berschrift1"); names
// are always English.
type styles map[string]style

type style struct {
	level int
	kind  story.ZoneKind
	based string
}

const maxStyles = 10_000 // styles that are looked at: no template has more

func stylesOf(f *packed.Files, folder string) styles {
	s := stylesReader{styles: styles{}}
	if r := f.Part(path.Join(folder, "styles.xml")); r != nil {
		_ = xmlwalk.Walk(r, xmlwalk.Office, &s) // without styles headings are paragraphs
	}
	for id, st := range s.styles {
		s.styles[id] = s.inherit(st)
	}
	return s.styles
}

// inherit gives a style that says nothing of its own what the one it is based on says.
func (s *stylesReader) inherit(st style) style {
	for range 16 { // styles based on one another in a circle end here
		if st.level != 0 || st.kind != story.ZoneBody || st.based == "" {
			return st
		}
		st = s.styles[st.based]
	}
	return st
}

type stylesReader struct {
	styles styles
	id     string
	cur    style
	named  bool
}

func (s *stylesReader) Start(name string, a xmlwalk.Attrs) {
	switch name {
	case "style":
		s.id, s.cur, s.named = a.Get("styleId"), style{}, false
	case "name":
		if !s.named {
			s.named = true
			s.cur = meaning(strings.ToLower(a.Get("val")), s.cur)
		}
	case "basedOn":
		s.cur.based = a.Get("val")
	case "outlineLvl":
		if s.cur.level == 0 {
			s.cur.level = level(a.Get("val"))
		}
	}
}

// meaning is what the name of a style makes of its paragraphs.
func meaning(name string, s style) style {
	switch {
	case name == "title":
		s.level = 1
	case strings.HasPrefix(name, "heading ") && len(name) == len("heading 1") && name[8] >= '1' && name[8] <= '6':
		s.level = int(name[8] - '0')
	case strings.HasPrefix(name, "heading "):
		s.level = 6
	case name == "subtitle":
		s.kind = story.ZoneTeaser
	case name == "author":
		s.kind = story.ZoneByline
	case name == "date":
		s.kind = story.ZoneDate
	case name == "caption", name == "image caption", name == "table caption":
		s.kind = story.ZoneCaption
	case strings.HasPrefix(name, "list"):
		s.kind = story.ZoneList
	}
	return s
}

func (s *stylesReader) End(name string) {
	if name == "style" && s.id != "" && len(s.styles) < maxStyles {
		s.styles[s.id] = s.cur
	}
}

func (s *stylesReader) Text([]byte) {}

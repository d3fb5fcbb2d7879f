package openwith

import (
	"errors"
	"strings"
)

// What Windows is told stands below one key of the person's own registry, HKEY_CURRENT_USER\Software\Classes.
const (
	classProject = "Dateline.Story"
	classArticle = "Dateline.Article"
	projectExt   = ".dateline"
	openCommand  = `\shell\open\command`
	openWith     = `\OpenWithProgids`
)

// articleExts are the files for which the program stands under "Open with": those that mostly are articles.
var articleExts = []string{".txt", ".md", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".pdf", ".docx", ".odt", ".rtf", ".eml", ".mbox", ".epub", ".rss", ".atom", ".warc", ".wacz"}

// value is one value of the registry. The name "" is a key's own value.
type value struct{ key, name, text string }

// ours reports whether nobody else writes into its key.
func (v *value) ours() bool {
	return strings.HasPrefix(v.key, classProject) || strings.HasPrefix(v.key, classArticle)
}

// classes is the part of the registry in which it stands which program opens what. A key that is not there has no values.
type classes interface {
	get(key, name string) (text string, ok bool, err error)
	set(v value) error              // makes the key where it is missing
	drop(key, name string) error    // takes a value away
	prune(key string) (bool, error) // takes a key away that holds nothing; reports whether it is not there now
}

// values are all that is written.
func (p *Program) values() []value {
	start := `"` + p.Path + `" "%1"`
	out := []value{
		{classProject, "", p.Project},
		{classProject + `\DefaultIcon`, "", `"` + p.Path + `",0`},
		{classProject + openCommand, "", start},
		{projectExt, "", classProject},
		{projectExt, "Content Type", "application/x-dateline"},
		{projectExt + openWith, classProject, ""},
		{classArticle, "", p.Article},
		{classArticle + `\DefaultIcon`, "", `"` + p.Path + `",0`},
		{classArticle + openCommand, "", start},
	}
	for _, ext := range articleExts {
		out = append(out, value{ext + openWith, classArticle, ""})
	}
	return out
}

// registerIn writes everything.
func (p *Program) registerIn(c classes) error {
	if strings.ContainsAny(p.Path, "\"\x00\r\n") {
		return ErrPath
	}
	for _, v := range p.values() {
		if err := c.set(v); err != nil {
			return err
		}
	}
	return nil
}

// standingIn is the program that opens project files; "" where none does, or one of another name.
func standingIn(c classes) (string, error) {
	class, _, err := c.get(projectExt, "")
	if err != nil {
		return "", err
	}
	command, _, err := c.get(classProject+openCommand, "")
	if err != nil || class != classProject {
		return "", err
	}
	path, _, ok := strings.Cut(strings.TrimPrefix(command, `"`), `"`)
	if !ok {
		return "", nil
	}
	return path, nil
}

// unregisterIn takes away what registerIn wrote, whatever others wrote beside it, and keys in which nothing is left.
func (p *Program) unregisterIn(c classes) error {
	standing, err := standingIn(c)
	if err == nil {
		err = p.mine(standing)
	}
	if err != nil {
		return err
	}
	var faults []error
	all := p.values()
	for i := range all {
		v := &all[len(all)-1-i]
		text, ok, err := c.get(v.key, v.name)
		if err == nil && ok && (v.ours() || text == v.text) {
			err = c.drop(v.key, v.name)
		}
		faults = append(faults, err, pruneUp(c, v.key))
	}
	return errors.Join(faults...)
}

// pruneUp takes a key away, and those it stands in, as far as they hold nothing.
func pruneUp(c classes, key string) error {
	for {
		gone, err := c.prune(key)
		up := strings.LastIndexByte(key, '\\')
		if !gone || err != nil || up < 0 {
			return err
		}
		key = key[:up]
	}
}

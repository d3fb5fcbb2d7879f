// Package bundle takes files apart that hold many articles: what news databases (Nexis, Factiva, ProQuest) give out, and
// texts in which articles stand one under the other with a line between them.
//
//	plain.Format → bundle.In(plain.Format)   // reads the same, and gives each article by itself
//
// It works on the text that the file's own format has read, so that a bundle may be plain text, Word, RTF or anything
// else. Each article keeps its lines; title, author, publisher, section, language and day are taken from them, and what a
// database has written around the article is marked as no part of it. Two signs of a provider must be there, else the
// file is one article. Join makes one article of the parts again, and Split parts that.
//
// It was made after public descriptions of these files and has not seen every form of them.
package bundle

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// In is f, with its bundles taken apart.
func In(f document.Format) document.Format {
	read := f.Read
	f.Read = func(ctx context.Context, in *document.Input) ([]story.Document, error) {
		docs, err := read(ctx, in)
		if len(docs) != 1 || in.Whole {
			return docs, err
		}
		parts := Split(&docs[0])
		if len(parts) == 0 {
			return docs, err
		}
		name := path.Base(strings.ReplaceAll(in.Name, `\`, "/"))
		for i := range parts {
			if parts[i].File = fmt.Sprintf("%s #%d", name, i+1); len(parts) == 1 {
				parts[i].File = "" // the article is the file
			}
		}
		return parts, err
	}
	return f
}

// most bounds the articles of one bundle.
const most = 20_000

// Split gives the articles of a bundle, in their order, with what is said of each; none if d is no bundle. Files and
// hashes are left to the caller.
func Split(d *story.Document) []story.Document {
	all := linesOf(d.Text)
	for _, p := range slices.Concat(providers, bars(all), []provider{titled}) {
		parts := p.cut(all)
		if len(parts) == 0 || len(parts) > most {
			continue
		}
		docs := make([]story.Document, len(parts))
		for i := range parts {
			docs[i] = parts[i].document(d)
		}
		if strings.TrimSpace(d.Text[:parts[0].from]) != "" {
			docs[0].Notes = append(docs[0].Notes, "what stands before the first article of the file (a list of them, or what was asked for) was left out")
		}
		return docs
	}
	return nil
}

// Join makes one article of the parts of a file: their texts one under the other.
func Join(parts []story.Document) story.Document {
	first := parts[0]
	d := story.Document{File: first.Container, Path: first.Path, Encoding: first.Encoding, Guessed: first.Guessed, Hash: first.Hash, Opened: first.Opened, Joined: len(parts)}
	var text strings.Builder
	for i := range parts {
		if i > 0 {
			text.WriteString("\n\n")
		}
		at := text.Len()
		text.WriteString(parts[i].Text)
		for _, z := range parts[i].Zones {
			z.Span = story.Span{Start: z.Span.Start + at, End: z.Span.End + at}
			d.Zones = append(d.Zones, z)
		}
	}
	d.Text = text.String()
	d.ID = document.ID(d.Text)
	return d
}

// Part takes a joined article apart again: the parts are as they were, but for what only their file could say.
func Part(d *story.Document) []story.Document {
	parts := Split(d)
	for i := range parts {
		p := &parts[i]
		p.File, p.Container, p.Part = fmt.Sprintf("%s #%d", d.File, i+1), d.File, i+1
		p.Path, p.Hash, p.Opened = d.Path, d.Hash, d.Opened
		p.ID = document.ID(p.Text)
	}
	return parts
}

package app

import (
	"context"
	"errors"
	"slices"

	"dateline/app/document"
	"dateline/app/document/bundle"
	informats "dateline/app/document/formats"
	"dateline/app/session"
	"dateline/app/story"
)

// errMoved is an article whose file has to be read again and is not there.
var errMoved = errors.New("app: the file of this article is not where it was opened; open it again")

// remake makes an open article otherwise: one of the parts of its file, parts of one, or read with other letters.
func (a *program) remake(ctx context.Context, docs []story.Document, log story.Log, how session.Remake) (session.Result, error) {
	i := slices.IndexFunc(docs, func(d story.Document) bool { return d.ID == how.Article })
	if i < 0 {
		return session.Result{}, errNoArticles
	}
	old := []story.Document{docs[i]}
	if docs[i].Part > 0 && (how.Join || how.Encoding != "") {
		old = partsOf(docs, &docs[i])
	}
	fresh, err := a.fresh(ctx, old, how)
	if err != nil {
		return session.Result{}, err
	}
	res := session.Result{Log: &log}
	for k := range old {
		for j := range fresh {
			if len(old) != len(fresh) || k == j { // what has no place in one of several is looked for in the next
				log, _ = log.Refit(&old[k], &fresh[j])
				res.Changed = append(res.Changed, session.Changed{From: old[k], To: fresh[j]})
			}
		}
	}
	at := slices.IndexFunc(docs, func(d story.Document) bool { return d.ID == old[0].ID })
	for k, d := range docs {
		if k == at {
			res.Documents = append(res.Documents, fresh...)
		}
		if !slices.ContainsFunc(old, func(o story.Document) bool { return o.ID == d.ID }) {
			res.Documents = append(res.Documents, d)
		}
	}
	res.Documents = once(res.Documents)
	return res, nil
}

// fresh are the documents in place of old.
func (a *program) fresh(ctx context.Context, old []story.Document, how session.Remake) ([]story.Document, error) {
	first := &old[0]
	switch {
	case how.Join:
		return []story.Document{bundle.Join(old)}, nil
	case how.Apart:
		if parts := bundle.Part(first); len(parts) == first.Joined {
			return parts, nil
		}
	}
	if first.Path == "" {
		return nil, errMoved
	}
	data, err := readFile(first.Path)
	if err != nil {
		return nil, errors.Join(errMoved, err)
	}
	encoding := how.Encoding
	if encoding == "" && !first.Guessed {
		encoding = first.Encoding
	}
	name := first.File
	if first.Container != "" {
		name = first.Container
	}
	docs, err := informats.All.Bytes(ctx, data, name, document.Options{Path: first.Path, Encoding: encoding})
	if len(docs) == 0 {
		return nil, err
	}
	if first.Joined > 0 && !how.Apart {
		docs = []story.Document{bundle.Join(docs)}
	}
	return docs, nil
}

// partsOf are the open articles of the file that d is a part of, in their order there.
func partsOf(docs []story.Document, d *story.Document) []story.Document {
	var out []story.Document
	for _, o := range docs {
		if o.Part > 0 && o.Path == d.Path && o.Container == d.Container {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b story.Document) int { return a.Part - b.Part })
	return out
}

// once leaves the first of documents with the same text.
func once(docs []story.Document) []story.Document {
	seen := map[string]bool{}
	return slices.DeleteFunc(docs, func(d story.Document) bool {
		was := seen[d.ID]
		seen[d.ID] = true
		return was
	})
}

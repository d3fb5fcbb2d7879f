// Package webarchive reads the web pages that Safari saves as one file: a property list in Apple's binary form, with the page
// and what belongs to it. The page is read; pictures, styles and frames are not.
package webarchive

import (
	"bytes"
	"context"

	"dateline/app/document"
	"dateline/app/story"
)

// Format is Safari's web archive.
var Format = document.Format{Name: "webarchive", Label: "Web archive (Safari)", Exts: []string{".webarchive"}, Sniff: sniff, Read: read}

const magic = "bplist00"

func sniff(in *document.Input) document.Match {
	if !bytes.HasPrefix(in.Head(), []byte(magic)) {
		return document.NoMatch
	}
	if in.Ext() == ".webarchive" {
		return document.Certain
	}
	if b, err := in.Bytes(); err == nil && bytes.Contains(b, []byte("WebMainResource")) {
		return document.Certain
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	b, err := in.Bytes()
	if err != nil {
		return nil, err
	}
	list, err := openList(b)
	if err != nil {
		return nil, document.ErrDamaged
	}
	main := list.get(list.root, "WebMainResource")
	data, ok := list.bytes(list.get(main, "WebResourceData"))
	if !ok {
		return nil, document.ErrNoText
	}
	name := "page.html"
	if media, _ := list.text(list.get(main, "WebResourceMIMEType")); media == "text/plain" {
		name = "page.txt"
	}
	url, _ := list.text(list.get(main, "WebResourceURL"))
	docs, err := in.Part(ctx, document.Part{Name: name, URL: url, Data: data})
	for i := range docs {
		docs[i].File = "" // the page is the file
	}
	return docs, err
}

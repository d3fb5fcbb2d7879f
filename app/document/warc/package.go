package warc

import (
	"archive/zip"
	"bufio"
	"context"
	"encoding/json"
	"io"
	"path"
	"strings"

	"dateline/app/document"
	"dateline/app/document/internal/packed"
	"dateline/app/story"
)

// isPackage reports a WACZ: a ZIP archive with WARC files in a folder of their own.
func isPackage(in *document.Input) bool {
	if !packed.Is(in.Head()) || packed.Kind(in.Head()) != "" {
		return false
	}
	if in.Ext() == ".wacz" {
		return true
	}
	list, err := packed.List(in)
	return err == nil && len(archives(list)) > 0 && find(list, "datapackage.json") != nil
}

func archives(list []*zip.File) []*zip.File {
	var out []*zip.File
	for _, f := range list {
		if base := path.Base(f.Name); strings.HasPrefix(f.Name, "archive/") && (strings.HasSuffix(base, ".warc.gz") || strings.HasSuffix(base, ".warc")) {
			out = append(out, f)
		}
	}
	return out
}

func find(list []*zip.File, name string) *zip.File {
	for _, f := range list {
		if f.Name == name {
			return f
		}
	}
	return nil
}

func readPackage(ctx context.Context, in *document.Input) ([]story.Document, error) {
	list, err := packed.List(in)
	if err != nil {
		return nil, err
	}
	c := collector{ctx: ctx, in: in, listed: pagesOf(list)}
	for _, f := range archives(list) {
		r, err := f.Open()
		if err != nil {
			c.faults = append(c.faults, document.ErrDamaged)
			continue
		}
		c.archive(r)
		_ = r.Close() // nothing was written
	}
	return c.result()
}

const (
	maxLine  = 1 << 20 // bytes of a line of the list of pages; it may hold the text of the page
	maxLines = 100_000
)

// pagesOf are the addresses that a package lists as pages; nil if it lists none.
func pagesOf(list []*zip.File) map[string]bool {
	f := find(list, "pages/pages.jsonl")
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return nil
	}
	defer r.Close()
	var out map[string]bool
	lines := bufio.NewScanner(io.LimitReader(r, maxRecord))
	lines.Buffer(nil, maxLine)
	for lines.Scan() && len(out) < maxLines {
		var page struct {
			URL string `json:"url"`
		}
		if json.Unmarshal(lines.Bytes(), &page) == nil && page.URL != "" {
			if out == nil {
				out = map[string]bool{}
			}
			out[page.URL] = true
		}
	}
	return out
}

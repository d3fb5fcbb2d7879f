package ooxml

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/story"
)

func TestPackage(t *testing.T) {
	p := New()
	p.Rel("", OfficeDocument, "ppt/presentation.xml")
	p.Rel("ppt/slides/slide1.xml", Image, "ppt/media/a.png")
	p.Rel("ppt/presentation.xml", Slide, "ppt/slides/slide1.xml")
	if id := p.Link("ppt/slides/slide1.xml", "https://a.example/?x=1&y=2"); id != "rId2" {
		t.Errorf("the second is %s", id)
	}
	p.Add("ppt/presentation.xml", "application/x", []byte(Header+"<a/>"))
	p.Add("ppt/media/a.png", "", []byte("png"))
	p.About(&export.Content{Story: &story.Story{}, Options: export.Options{Title: "A & B\x00", Generator: "Dateline"}})
	var b bytes.Buffer
	if err := p.Write(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(body)
		if strings.HasSuffix(f.Name, ".png") {
			continue
		}
		if err := xml.Unmarshal(body, new(struct{})); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	for name, want := range map[string]string{
		"_rels/.rels":                      `Target="ppt/presentation.xml"`,
		"ppt/_rels/presentation.xml.rels":  `Target="slides/slide1.xml"`,
		"ppt/slides/_rels/slide1.xml.rels": `Target="../media/a.png"/><Relationship Id="rId2" Type="` + Hyperlink + `" Target="https://a.example/?x=1&amp;y=2" TargetMode="External"`,
		"[Content_Types].xml":              `PartName="/ppt/presentation.xml" ContentType="application/x"`,
		"docProps/core.xml":                "<dc:title>A &amp; B</dc:title>",
	} {
		if !strings.Contains(all[name], want) {
			t.Errorf("%s: no %s in\n%s", name, want, all[name])
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		in, want string
		cut      bool
	}{{"abc", "abc", false}, {"abcd", "abcd", false}, {"abcde", "abc…", true}, {"ab🕊", "ab🕊", false}, {"abc🕊", "abc…", true}, {"", "", false}} {
		if got, cut := Cut(c.in, 4); got != c.want || cut != c.cut {
			t.Errorf("%q: %q, %v", c.in, got, cut)
		}
	}
}

package story

import "testing"

func TestAuthor(t *testing.T) {
	text := "Bridge shut\nBy Ann Roe\nIt rained."
	zones := []Zone{{Span{Start: 12, End: 23}, ZoneByline}}
	for _, c := range []struct {
		name string
		a    Article
		want string
	}{
		{"what the page says", Article{Document: Document{Byline: "Tom Hart", Text: text}, Zones: zones}, "Tom Hart"},
		{"else the line of the text, without its word", Article{Document: Document{Text: text}, Zones: zones}, "Ann Roe"},
		{"else nobody", Article{Document: Document{Text: text}}, ""},
	} {
		if got := c.a.Author(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPublishedBy(t *testing.T) {
	for _, c := range []struct {
		name string
		d    Document
		want string
	}{
		{"the name that the file gives", Document{Publisher: "Example Times", URL: "https://www.times.example/a"}, "Example Times"},
		{"else the host of the address", Document{URL: "https://www.times.example:8080/a"}, "times.example"},
		{"an address that is none gives nobody", Document{URL: "://"}, ""},
		{"else nobody", Document{File: "a.txt"}, ""},
	} {
		if got := c.d.PublishedBy(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestUpdated(t *testing.T) {
	d := Document{Dates: []DateClue{{Day: 9, Source: SourceMeta}, {Day: 3, Source: SourceUpdated}, {Day: 5, Source: SourceUpdated}, {Day: 4, Source: SourceUpdated}}}
	if c, ok := d.Updated(); !ok || c.Day != 5 {
		t.Errorf("the last of several: %v %v", c, ok)
	}
	if c, ok := (&Document{Dates: d.Dates[:1]}).Updated(); ok {
		t.Errorf("a day of publication is none: %v", c)
	}
}

func TestTag(t *testing.T) {
	for _, c := range []struct{ name, found, declared, want string }{
		{"found and said alike: the exact one", "en", "en-GB", "en-GB"},
		{"the text counts, not what the file says", "de", "en-US", "de"},
		{"found alone", "fr", "", "fr"},
		{"said alone", "", "pt-BR", "pt-BR"},
		{"neither", "", "", ""},
	} {
		a := Article{Document: Document{Declared: c.declared}, Language: c.found}
		if got := a.Tag(); got != c.want {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
}

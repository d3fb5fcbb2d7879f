package xmlwalk

import (
	"errors"
	"strings"
	"testing"

	"dateline/app/document"
	"golang.org/x/text/encoding/unicode"
)

// teller writes down what it is told.
type teller struct{ strings.Builder }

func (t *teller) Start(name string, a Attrs) { t.WriteString("<" + name + a.Get("id") + ">") }
func (t *teller) End(name string)            { t.WriteString("</" + name + ">") }
func (t *teller) Text(s []byte)              { t.Write(s) }

func TestWalk(t *testing.T) {
	long := strings.Repeat("x", 2*maxTag)
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(`<?xml version="1.0" encoding="utf-16"?><a>ж</a>`)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, in string
		rules    Rules
		want     string
		err      error
	}{
		{"names lose their name space", `<w:a xmlns:w="w" w:id="1">b</w:a>`, Office, "<a1>b</a>", nil},
		{"but for media's in feeds", `<a xmlns:m="http://search.yahoo.com/mrss/"><m:title>b</m:title></a>`, Loose, "<a><media:title>b</media:title></a>", nil},
		{"long text is no long tag", "<a>" + long + "</a>", Office, "<a>" + long + "</a>", nil},
		{"nor is long CDATA with signs of tags", "<a><![CDATA[<b '>" + long + "]]></a>", Office, "<a><b '>" + long + "</a>", nil},
		{"nor a long comment", "<a><!-- <b \" > " + long + "--></a>", Office, "<a></a>", nil},
		{"a quotation hides no long tag", `<a id=">" x="` + long + `"/>`, Office, "", document.ErrDamaged},
		{"UTF-16 with a mark", utf16, Office, "<a>ж</a>", nil},
		{"another encoding by its name", "<?xml version='1.0' encoding='windows-1251'?><a>\xe6</a>", Office, "<a>ж</a>", nil},
		{"HTML's entities in what sites write", "<a>&eacute;</a>", Loose, "<a>é</a>", nil},
		{"and nowhere else", "<a>&eacute;</a>", Office, "<a>", document.ErrDamaged},
		{"XML that breaks off", "<a>b", Office, "<a>b", document.ErrDamaged},
		{"as deep as may be", strings.Repeat("<a>", maxDepth) + strings.Repeat("</a>", maxDepth), Office, strings.Repeat("<a>", maxDepth) + strings.Repeat("</a>", maxDepth), nil},
		{"deeper", strings.Repeat("<a>", maxDepth+1), Office, strings.Repeat("<a>", maxDepth), ErrDeep},
	} {
		t.Run(c.name, func(t *testing.T) {
			var told teller
			err := Walk(strings.NewReader(c.in), c.rules, &told)
			if told.String() != c.want || !errors.Is(err, c.err) {
				t.Errorf("%.200q, %v", told.String(), err)
			}
		})
	}
}

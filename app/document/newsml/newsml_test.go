package newsml

import (
	"context"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/story"
)

const (
	nitf = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "nitf-3-3.dtd"><nitf><head><title>slug</title><docdata><date.issue norm="20250312T080000Z"/></docdata><pubdata name="Example Agency" position.section="World"/></head>
<body><body.head><hedline><hl1>Bridge of Porto reopens</hl1></hedline><byline>By Ann Roe</byline><dateline><location>PORTO</location>, <story.date>March 12</story.date></dateline></body.head>
<body.content><p>The bridge opened <em>again</em> on Monday.</p><media media-type="image"><media-caption>The bridge</media-caption></media><hl2>What it cost</hl2><block><p>Nine million.</p></block></body.content></body></nitf>`
	g2 = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="2" xml:lang="en-GB"><itemMeta><versionCreated>2025-03-13T01:30:00+14:00</versionCreated><firstCreated>2025-03-12T23:00:00-08:00</firstCreated><provider literal="Example Agency"/></itemMeta>
<contentMeta><headline>Ferry of Lisbon sinks</headline><by>Bo Larsen</by><dateline>LISBON, March 12</dateline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Ferry of Lisbon sinks</h1><p>A ferry sank.</p><p>Nobody was hurt.</p></body></html></inlineXML></contentSet></newsItem>`
	one = `<NewsML><NewsItem><NewsManagement><FirstCreated>20250312T080000Z</FirstCreated><ThisRevisionCreated>20250314T080000Z</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Mill burns</HeadLine><ByLine>Carla Dias</ByLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Example Agency"/></Provider></AdministrativeMetadata><ContentItem><DataContent><p>The mill burned.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`
)

func read1(in, name string) ([]story.Document, error) {
	return document.Formats{Format}.Bytes(context.Background(), []byte(in), name, document.Options{})
}

func TestItems(t *testing.T) {
	type said struct{ title, byline, publisher, section, language, text, days, zones string }
	message := `<newsMessage><header/><itemSet>` + strings.Repeat(g2, 2) + `<packageItem><itemMeta/></packageItem></itemSet></newsMessage>`
	ferry := said{"Ferry of Lisbon sinks", "Bo Larsen", "Example Agency", "", "en-GB", "Ferry of Lisbon sinks\n\nA ferry sank.\n\nNobody was hurt.", "2025-03-12 2025-03-13", "headline:Ferry of Lisbon sinks"}
	for _, c := range []struct {
		name, in string
		want     []said
		notes    int
	}{
		{"NITF", nitf, []said{{"Bridge of Porto reopens", "Ann Roe", "Example Agency", "World", "", "Bridge of Porto reopens\n\nBy Ann Roe\n\nPORTO, March 12\n\nThe bridge opened again on Monday.\n\nThe bridge\n\nWhat it cost\n\nNine million.", "2025-03-12",
			"headline:Bridge of Porto reopens byline:By Ann Roe dateline:PORTO, March 12 caption:The bridge subhead:What it cost"}}, 0},
		{"NewsML-G2, with days as they are written", g2, []said{ferry}, 0},
		{"a message of several items, and a list", message, []said{ferry, ferry}, 1},
		{"NewsML 1", one, []said{{"Mill burns", "Carla Dias", "Example Agency", "", "", "Mill burns\n\nThe mill burned.", "2025-03-12 2025-03-14", "headline:Mill burns"}}, 0},
		{"with the prefix of a name space", strings.NewReplacer("<newsItem xmlns=", "<nar:newsItem xmlns:nar=", "</newsItem>", "</nar:newsItem>").Replace(g2), []said{ferry}, 0},
	} {
		docs, err := read1(c.in, "a.xml")
		if err != nil || len(docs) != len(c.want) {
			t.Errorf("%s: %d articles, %v", c.name, len(docs), err)
			continue
		}
		for i, d := range docs {
			golden.Sound(t, d)
			var days []string
			for _, x := range d.Dates {
				days = append(days, x.Day.String())
			}
			got := said{d.Title, d.Byline, d.Publisher, d.Section, d.Declared, d.Text, strings.Join(days, " "), golden.Zones(d)}
			if got != c.want[i] || len(d.Notes) != c.notes {
				t.Errorf("%s: got  %+v\nwant %+v, notes %q", c.name, got, c.want[i], d.Notes)
			}
		}
	}
}

func TestBadItems(t *testing.T) {
	for _, c := range []struct{ name, in, says string }{
		{"a picture alone", `<newsItem><contentMeta><headline>x</headline></contentMeta></newsItem>`, "no article text"},
		{"nothing in it", `<nitf></nitf>`, "no article text"},
		{"cut short at once", `<newsItem><contentMeta><headl`, "damaged"},
	} {
		if _, err := read1(c.in, "a.xml"); err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "a.xml") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	docs, err := read1(nitf[:strings.Index(nitf, "<hl2>")], "a.xml")
	if err != nil || len(docs) != 1 || len(docs[0].Notes) != 1 {
		t.Errorf("cut short: %d articles, %v", len(docs), err)
	}
	many := "<newsMessage>" + strings.Repeat(g2, 500) + "</newsMessage>"
	if docs, err := read1(many, "in/a.xml"); err != nil || len(docs) != 500 || docs[499].File != "a.xml #500" || docs[499].Part != 500 {
		t.Errorf("500 items: %d, %v", len(docs), err)
	}
}

func FuzzRead(f *testing.F) {
	golden.Fuzz(f, Format, nitf, g2, one, "<newsItem><p>a<p>b", "<nitf><body><body.content><p>x<br/>y")
}

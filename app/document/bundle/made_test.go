package bundle_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"dateline/app/story"
)

// made is an article as it went into a bundle.
type made struct {
	title, author, paper string
	day                  story.Day
	place                string
	paras                []string
}

func (m *made) text() string { return strings.Join(m.paras, " ") }

// made-up words for made-up articles.
var (
	things  = []string{"Bridge", "Harbour", "Library", "Market hall", "Tram line", "Old mill", "Swimming pool", "Museum", "Town square", "Ferry"}
	deeds   = []string{"reopens after storm", "to close for a year", "wins prize for its roof", "costs twice as much as planned", "is sold to a family from the valley", "gets a new name"}
	people  = []string{"Ann Roe", "Bo Larsen", "Carla Dias", "Ivo Nemec", "Maja Kowal", "Tom Hart"}
	papers  = []string{"The Example Times (London)", "Harbour Daily", "Evening Valley Post", "Die Beispielzeitung", "Le Quotidien d'Exemple"}
	places  = []string{"LISBON", "ODENSE", "BRNO", "PORTO", "LYON"}
	saids   = []string{"“We waited for this for years,” said %s.", "%s asked the council for more money.", "Nobody was hurt, said %s, who saw it.", "It will take until spring, %s thinks."}
	plain1  = []string{"The council met in the old hall on Tuesday and agreed to go on with the work.", "Some two hundred people came to look at it in the rain.", "The work began in 2019 and has cost some nine million.", "Shops nearby complain that fewer people come by."}
	oddness = []string{"Source: the council", "Document 2 of 3 was read out in the hall, and nobody had seen it before.", "* * *", "On 3 May 2024 the first plan was shown to the people of the town.",
		"Length: that is what the quarrel was about, and it was not solved that day.", "Title: none, said the painter, who has never given one to a picture of his."}
)

func article(r *rand.Rand) made {
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	m := made{title: pick(things) + " " + pick(deeds), author: pick(people), paper: pick(papers), place: pick(places), day: story.NewDay(2019+r.IntN(7), 1+r.IntN(12), 1+r.IntN(28))}
	for n := 3 + r.IntN(5); len(m.paras) < n; {
		p := pick(plain1) + " " + fmt.Sprintf(pick(saids), pick(people))
		if len(m.paras) > 0 && r.IntN(6) == 0 {
			p = pick(oddness)
		}
		m.paras = append(m.paras, p)
	}
	m.paras = append(m.paras, pick(plain1))
	return m
}

// bundled is a file and what went in.
type bundled struct {
	name     string
	file     []byte
	articles []made
	signed   bool // the file names authors
}

var (
	months   = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	monate   = []string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
	weekdays = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	tage     = []string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
)

func american(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%s %d, %d", months[m-1], n, y)
}

func british(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %d", n, months[m-1], y)
}

func german(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%d. %s %d", n, monate[m-1], y)
}

func weekday(d story.Day) string { return weekdays[d.Weekday()] }

// bundles are twenty files of four providers and of nobody, in three formats.
func bundles() []bundled {
	var out []bundled
	for i, k := range []struct {
		name  string
		write func(w *writer, all []made)
	}{
		{"nexis.docx", nexis(false)}, {"nexis.rtf", nexis(false)}, {"nexis.txt", nexis(false)}, {"nexis-de.docx", nexis(true)}, {"lexis.txt", lexis(0)}, {"lexis-headline.txt", lexis(1)},
		{"lexis-edition.txt", lexis(2)}, {"lexis-de.txt", lexis(3)}, {"factiva.rtf", factiva(false, false)}, {"factiva-coded.rtf", factiva(true, false)}, {"factiva-coded.txt", factiva(true, false)},
		{"factiva-de.docx", factiva(false, true)}, {"proquest.txt", proquest(0)}, {"proquest-labels.txt", proquest(1)}, {"proquest-citation.docx", proquest(2)}, {"proquest.rtf", proquest(0)},
		{"dump-bars.txt", dump(0)}, {"dump-labels.txt", dump(1)}, {"dump-stars.docx", dump(2)}, {"dump-de.txt", dump(3)},
	} {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		w := &writer{r: r}
		var all []made
		for n := 4 + r.IntN(30); len(all) < n; {
			all = append(all, article(r))
		}
		k.write(w, all)
		out = append(out, bundled{k.name, w.as(k.name), all, w.signed})
	}
	return out
}

// writer collects paragraphs; an empty one is an empty line of plain text.
type writer struct {
	r      *rand.Rand
	lines  []string
	signed bool
}

func (w *writer) p(s ...string) { w.lines = append(w.lines, s...) }

// paras writes paragraphs with an empty line after each.
func (w *writer) paras(s ...string) {
	for _, x := range s {
		w.p(x, "")
	}
}

// wrapped breaks a paragraph into lines as plain exports do.
func (w *writer) wrapped(s string) {
	line := ""
	for _, f := range strings.Fields(s) {
		if line != "" && utf8.RuneCountInString(line)+utf8.RuneCountInString(f) > 76 {
			w.p(line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + f)
	}
	w.p(line, "")
}

func centred(s string) string {
	return strings.Repeat(" ", max(0, (78-utf8.RuneCountInString(s))/2)) + s
}

func (w *writer) as(name string) []byte {
	switch {
	case strings.HasSuffix(name, ".docx"):
		return w.docx()
	case strings.HasSuffix(name, ".rtf"):
		return w.rtf()
	}
	return []byte(strings.Join(w.lines, "\n"))
}

func (w *writer) docx() []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	types, _ := z.Create("[Content_Types].xml")
	types.Write([]byte("<Types/>"))
	doc, _ := z.Create("word/document.xml")
	doc.Write([]byte("<w:document><w:body>"))
	for _, l := range w.lines {
		if l != "" {
			fmt.Fprintf(doc, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(l))
		}
	}
	doc.Write([]byte("</w:body></w:document>"))
	z.Close()
	return b.Bytes()
}

func (w *writer) rtf() []byte {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252 `)
	for _, l := range w.lines {
		for _, r := range l {
			switch {
			case r == '\\' || r == '{' || r == '}':
				b.WriteString(`\` + string(r))
			case r > 126:
				fmt.Fprintf(&b, `\u%d?`, r)
			default:
				b.WriteRune(r)
			}
		}
		b.WriteString("\\par\n")
	}
	b.WriteString("}")
	return []byte(b.String())
}

func nexis(de bool) func(*writer, []made) {
	return func(w *writer, all []made) {
		w.signed = true
		list, end, long := "Documents (%d)", "End of Document", "Length: %d words"
		if de {
			list, end, long = "Dokumente (%d)", "Ende des Dokuments", "Länge: %d Wörter"
		}
		w.paras("Date and Time: Thursday, March 13, 2025 9:15:00 AM EDT", "Job Number: 248123456", fmt.Sprintf(list, len(all)))
		for i, m := range all {
			w.paras(fmt.Sprintf("%d. %s", i+1, m.title), "Client/Matter: -None-", "Search Terms: bridge", "Narrowed by:", "Content Type Narrowed by", "News -None-")
		}
		w.paras("About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2025 LexisNexis")
		for _, m := range all {
			when := american(m.day) + " " + weekday(m.day)
			if w.r.IntN(3) == 0 {
				when = british(m.day) + " " + weekday(m.day) + " 08:30 AM GMT"
			}
			if de {
				when = german(m.day) + " " + tage[m.day.Weekday()]
			}
			w.paras(m.title, m.paper, when, "Copyright 2025 Example Newspapers Limited All Rights Reserved")
			w.p("Section: NEWS; Pg. 4", fmt.Sprintf(long, 100+w.r.IntN(900)), "Byline: "+m.author)
			if w.r.IntN(2) == 0 {
				w.p("Dateline: " + m.place)
			}
			if w.r.IntN(3) == 0 {
				w.p("Highlight: It took them years.")
			}
			w.p("")
			w.paras("Body")
			w.paras(m.paras...)
			w.paras("Classification", "Language: ENGLISH", "Publication-Type: Newspaper", "Subject: BRIDGES (90%); TOWNS (78%)", "Geographic: LISBON, PORTUGAL (79%)", "Load-Date: "+american(m.day+1), end)
		}
	}
}

func lexis(kind int) func(*writer, []made) {
	return func(w *writer, all []made) {
		w.signed = true
		w.p("", "", "Download Request: Selected Items: 1-"+fmt.Sprint(len(all)), "Time Of Request: Friday, March 20, 2025  16:51:31", "", "Terms: bridge", "", "")
		for i, m := range all {
			mark, by, sec, length := "%d of %d DOCUMENTS", "BYLINE: ", "SECTION: NEWS; Pg. 3", "LENGTH: 453 words"
			when := american(m.day) + " " + weekday(m.day)
			if kind == 3 {
				mark, by, sec, length = "Dokument %d von %d", "AUTOR: ", "RUBRIK: LOKALES; S. 3", "LÄNGE: 453 Wörter"
				when = german(m.day) + " " + tage[m.day.Weekday()]
			}
			w.p(centred(fmt.Sprintf(mark, i+1, len(all))), "", "", "", centred(m.paper), "", centred(when))
			if kind == 2 {
				w.p(centred("Edition 1;"), centred("Scotland"))
			}
			w.p("")
			if kind == 1 {
				w.paras(sec, length)
				w.wrapped("HEADLINE: " + m.title)
				w.paras(by + m.author)
				w.p("BODY:")
			} else {
				w.wrapped(m.title)
				w.paras(by+m.author, sec, length)
				if kind == 2 {
					w.wrapped("HIGHLIGHT: The work took far longer than anybody in the town had thought, and it cost more than twice what the council had planned.")
				}
			}
			for _, para := range m.paras {
				w.wrapped(para)
			}
			w.paras("LOAD-DATE: "+american(m.day+1), "LANGUAGE: ENGLISH", "GRAPHIC: The place on Tuesday", "PUBLICATION-TYPE: Newspaper")
			w.p("", centred("Copyright 2025 Example Newspapers Ltd"), centred("All Rights Reserved"), "")
		}
	}
}

func factiva(coded, de bool) func(*writer, []made) {
	return func(w *writer, all []made) {
		w.signed = true
		for i, m := range all {
			y, mo, n := m.day.Date()
			id := fmt.Sprintf("EXTIM000%04d%02d%02del3c%04d", y, mo, n, i)
			if coded {
				for _, f := range []string{"HD   " + m.title, "BY   By " + m.author, "WC   512 words", "PD   " + british(m.day), "ET   08:30", "SN   " + m.paper, "SC   EXTIM", "PG   4", "LA   English", "CY   © 2025 Example Newspapers Ltd."} {
					w.paras(f)
				}
				w.paras("LP   " + m.paras[0])
				w.paras("TD   " + m.paras[1])
				w.paras(m.paras[2:]...)
				w.paras("NS   gcat : Political/General News", "RE   port : Portugal", "PUB  Example Newspapers Ltd", "AN   Document "+id)
				continue
			}
			words, when, doc, tongue, by := "512 words", british(m.day), "Document ", "English", "By "
			if de {
				words, when, doc, tongue, by = "1.512 Wörter", german(m.day), "Dokument ", "Deutsch", "Von "
			}
			if w.r.IntN(3) == 0 {
				w.p("World News")
			}
			w.p(m.title)
			if w.r.IntN(3) > 0 {
				w.p(by + m.author)
			} else {
				w.p(m.author)
			}
			w.p(words, when)
			if w.r.IntN(2) == 0 {
				w.p("08:30")
			}
			w.p(m.paper, "EXTIM", "4", tongue, "© 2025 Example Newspapers Ltd. All rights reserved.", "")
			w.paras(m.paras...)
			w.paras("Example Newspapers Ltd", doc+id)
		}
		w.paras("Search Summary", "Text bridge", "Date In the last 3 months", "© 2025 Factiva, Inc. All rights reserved.")
	}
}

func proquest(kind int) func(*writer, []made) {
	bar := strings.Repeat("_", 60)
	return func(w *writer, all []made) {
		w.signed = true
		w.paras(bar, "Report Information from ProQuest", "March 13 2025 09:15", bar, "Table of contents")
		for i, m := range all {
			w.p(fmt.Sprintf("%d. %s", i+1, m.title))
		}
		w.p("")
		for i, m := range all {
			y, mo, n := m.day.Date()
			short := fmt.Sprintf("%s %d, %d", months[mo-1][:3], n, y)
			w.paras(bar)
			if kind == 0 {
				w.paras(fmt.Sprintf("Document %d of %d", i+1, len(all)))
			}
			family := strings.Fields(m.author)
			turned := family[1] + ", " + family[0]
			switch kind {
			case 0:
				w.paras(m.title, "Author: "+turned, fmt.Sprintf("Publication info: %s ; London (UK) [London (UK)]%d %s %d: 4.", m.paper, n, months[mo-1][:3], y), "https://proquest.example/docview/1",
					"Abstract: What was planned took longer.", "Links: Find it here")
			case 1:
				w.paras("Title: "+m.title, "Author: "+turned, "Publication title: "+m.paper, "Publication date: "+short)
			case 2:
				w.paras(m.title, fmt.Sprintf("%s. %s; London (UK) [London (UK)]. %d %s %d: 4.", turned, m.paper, n, months[mo-1][:3], y), "https://proquest.example/docview/1")
			}
			w.paras("Full text: " + m.paras[0])
			w.paras(m.paras[1:]...)
			w.paras("Subject: Bridges; Towns", "Location: Lisbon Portugal", "Title: "+m.title)
			if kind == 0 {
				w.paras("Publication title: " + m.paper)
			}
			w.paras("Pages: 4", fmt.Sprintf("Publication year: %d", y), "Publication date: "+short, "Section: News", "Publisher: Example Newspapers Ltd", "Country of publication: United Kingdom",
				"Language of publication: English", "ProQuest document ID: 3001", "Document URL: https://proquest.example/docview/1", "Copyright: Copyright Example 2025", "Last updated: 2025-03-13", "Database: ProQuest Central")
		}
		w.paras(bar, "Contact us at: https://proquest.example Database copyright © 2025 ProQuest LLC. All rights reserved.", "Terms and Conditions: https://proquest.example/terms")
	}
}

func dump(kind int) func(*writer, []made) {
	return func(w *writer, all []made) {
		w.signed = true
		for _, m := range all {
			switch kind {
			case 0:
				w.p(strings.Repeat("=", 40), m.title, "By "+m.author, m.paper, british(m.day), "")
			case 1:
				w.p("Title: "+m.title, "Author: "+m.author, "Source: "+m.paper, "Date: "+m.day.String(), "URL: https://example.example/a", "")
			case 2:
				w.paras("**********", m.title, weekday(m.day)+", "+american(m.day), m.paper, "By "+m.author)
			case 3:
				w.p(strings.Repeat("-", 30), "Titel: "+m.title, "Autor: "+m.author, "Quelle: "+m.paper, "Datum: "+fmt.Sprintf("%02d.%02d.%d", second(m.day), first(m.day), year(m.day)), "")
			}
			w.paras(m.paras...)
		}
	}
}

func year(d story.Day) int   { y, _, _ := d.Date(); return y }
func first(d story.Day) int  { _, m, _ := d.Date(); return m }
func second(d story.Day) int { _, _, n := d.Date(); return n }

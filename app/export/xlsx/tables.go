package xlsx

import (
	"context"
	"io"
	"strings"

	"dateline/app/compare"
	"dateline/app/export"
	"dateline/app/export/rows"
	"dateline/app/story"
)

// Tables is a workbook with who and what is told of, article by article: a sheet each of people, places, days and who is heard.
var Tables = export.Format{Name: "tables-xlsx", Label: "People and places (XLSX)", Exts: []string{".xlsx"}, Write: writeTables}

func writeTables(ctx context.Context, w io.Writer, c export.Content) error {
	b := &book{c: c, checks: rows.NewChecked(c.Log)}
	b.named("People", rows.People(c.Story, c.View))
	if err := ctx.Err(); err != nil {
		return err
	}
	b.named("Places", rows.Places(c.Story, c.View))
	b.days()
	b.heard()
	b.about()
	return b.write(ctx, w)
}

// mostArticles is how many articles have a column each; of more, the counts of all stand alone.
const mostArticles = 100

// columns are the articles that have a column each, and their heads.
func (b *book) columns(columns []any) (docs []int, heads []any) {
	docs = rows.Docs(b.c.Story, b.c.View)
	if len(docs) > mostArticles {
		docs = nil
	}
	for _, d := range docs {
		columns = append(columns, b.c.Story.Articles[d].Title, 14)
	}
	return docs, columns
}

// named writes a sheet of people or of places.
func (b *book) named(name string, list []rows.Named) {
	docs, columns := b.columns([]any{"Name", 28, "Spellings", 44, "Kind", 13, "Role", 24, "Country", 9, "Articles", 9, "Events", 9, "Quotes", 9, "First day", 12, "Last day", 12})
	s := b.sheet(name, columns...)
	for i := range list {
		r := &list[i]
		s.row(func() {
			s.text(r.Name)
			s.long(strings.Join(r.Names, "; "))
			s.text(r.Kind, r.Role, r.Country)
			for _, n := range []int{r.Docs, r.Events, r.Quotes} {
				s.number(float64(n))
			}
			s.iso(r.From)
			s.iso(r.To)
			at := 0
			for _, d := range docs { // both are in order of the articles
				for at < len(r.By) && r.By[at].Doc < d {
					at++
				}
				if at < len(r.By) && r.By[at].Doc == d {
					s.number(float64(r.By[at].N))
				} else {
					s.number(0)
				}
			}
		})
	}
}

// iso writes a day that is given as YYYY-MM-DD.
func (s *sheet) iso(day string) {
	if d, ok := story.ParseDay(day); ok {
		s.day(d)
	} else {
		s.col++
	}
}

// days writes the sheet of what each article covers day by day.
func (b *book) days() {
	docs, columns := b.columns([]any{"Day", 12, "Articles", 9, "Events", 9})
	s := b.sheet("Days", columns...)
	all := rows.Docs(b.c.Story, b.c.View)
	_, list := compare.Coverage(b.c.Story, all)
	for i := range list {
		c := &list[i]
		if !b.c.View.Period.Holds(story.On(c.Subject.Day, 1, story.BasisClause)) {
			continue
		}
		s.row(func() {
			s.day(c.Subject.Day)
			s.number(float64(c.Docs))
			s.number(float64(c.All))
			for i := range docs {
				s.number(float64(c.Counts[i]))
			}
		})
	}
}

// heard writes the sheet of who is heard in each article, and in all of them: counts and names, no score.
func (b *book) heard() {
	st := b.c.Story
	s := b.sheet("Who is heard", "Article", 34, "Published", 12, "How that is known", 30, "Publisher", 22, "Author", 24, "Dateline", 14, "Speaker", 28, "Kind", 13, "Country", 9, "Quotes", 9, "Words", 9,
		"Words of all in the article", 12, "Sentences", 10, "Without a source", 16)
	docs := rows.Docs(st, b.c.View)
	if len(docs) == 0 {
		return
	}
	for _, src := range compare.Sources(st, docs) {
		a := st.Articles[src.Doc]
		of := export.SourceOf(a)
		for _, v := range append(src.Voices, compare.Voice{Speaker: -1}) {
			if v.Speaker < 0 && len(src.Voices) > 0 {
				break
			}
			s.row(func() {
				s.text(a.Title)
				if a.Published.Kind == story.DateUnknown {
					s.col++
				} else {
					s.day(a.Published.Best)
				}
				s.text(of.Day(), of.Publisher, of.Author, src.Dateline)
				b.voice(s, v)
				for _, n := range []int{src.Words, src.Sentences, src.Unsourced} {
					s.number(float64(n))
				}
			})
		}
	}
}

// voice writes who it is and how much; four empty cells and zeros where nobody is heard.
func (b *book) voice(s *sheet, v compare.Voice) {
	if v.Speaker < 0 {
		s.col += 3
	} else {
		p := &b.c.Story.Speakers[v.Speaker]
		s.text(p.Name, p.Kind.String(), p.Country)
	}
	s.number(float64(v.Quotes))
	s.number(float64(v.Words))
}

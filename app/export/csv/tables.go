package csv

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"dateline/app/export"
	"dateline/app/export/rows"
)

// Tables is the table of people and of places: each under all names, with counts by article and the first and the last day.
var Tables = export.Format{Name: "tables", Label: "People and places (CSV)", Exts: []string{".csv"}, Write: writeTables}

var tablesHeader = []string{"table", "name", "spellings", "kind", "role", "country", "articles", "events", "quotes", "first", "last", "by_article", "id", "attribution", "view"}

func writeTables(ctx context.Context, w io.Writer, c export.Content) error {
	if c.BOM {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
	}
	table := csv.NewWriter(w)
	if err := table.Write(tablesHeader); err != nil {
		return err
	}
	view := inert(export.English.ViewInWords(c.Story, c.View))
	for _, t := range []struct {
		name string
		rows []rows.Named
	}{{"people", rows.People(c.Story, c.View)}, {"places", rows.Places(c.Story, c.View)}} {
		for i := range t.rows {
			if err := ctx.Err(); err != nil {
				return err
			}
			r := &t.rows[i]
			if err := table.Write([]string{t.name, inert(r.Name), inert(strings.Join(r.Names, "; ")), r.Kind, inert(r.Role), r.Country, strconv.Itoa(r.Docs), strconv.Itoa(r.Events),
				strconv.Itoa(r.Quotes), r.From, r.To, inert(r.ByArticle(c.Story)), r.ID, c.Attribution, view}); err != nil {
				return err
			}
		}
	}
	table.Flush()
	return table.Error()
}

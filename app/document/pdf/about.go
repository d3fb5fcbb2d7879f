package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/app/document"
	"dateline/app/document/internal/office"
	"dateline/app/document/pdf/content"
	"dateline/app/document/pdf/object"
	"dateline/app/story"
)

// about reads what the file says of itself.
func about(f *object.File, d *story.Document) {
	info := f.Info()
	say := func(key object.Name) string {
		s, _ := f.Resolve(info[key]).(object.String)
		return strings.TrimSpace(strings.ToValidUTF8(content.Text(s), ""))
	}
	title := say("Title")
	if low := strings.ToLower(title); strings.HasSuffix(low, ".doc") || strings.HasSuffix(low, ".docx") || strings.HasSuffix(low, ".indd") || strings.HasSuffix(low, ".pdf") {
		title = "" // the name of the file that it was made of
	}
	office.Named(d, title, say("Author"))
	made := say("CreationDate")
	if changed := say("ModDate"); changed > made {
		made = changed
	}
	if day, clock, ok := dayOf(made); ok {
		d.Dates = append(d.Dates, story.DateClue{Day: day, Clock: clock, Source: story.SourceUpdated, Words: "created: " + day.String()})
	}
}

// dayOf reads a date such as D:20250312174501+02'00'.
func dayOf(s string) (day story.Day, clock string, ok bool) {
	s = strings.TrimPrefix(s, "D:")
	if len(s) < 8 {
		return 0, "", false
	}
	iso := s[:4] + "-" + s[4:6] + "-" + s[6:8]
	if len(s) >= 12 {
		iso += "T" + s[8:10] + ":" + s[10:12]
	}
	return document.ISODay(iso)
}

// chosen gives the pages that a person asked for, such as "3-7" or "1,4-"; all where nothing was asked.
func chosen(all []object.Page, ask string) ([]object.Page, error) {
	if ask == "" {
		return all, nil
	}
	var out []object.Page
	for _, part := range strings.Split(ask, ",") {
		first, last, ranged := strings.Cut(strings.TrimSpace(part), "-")
		from, err := strconv.Atoi(first)
		to := from
		if ranged && err == nil {
			if to = len(all); last != "" {
				to, err = strconv.Atoi(last)
			}
		}
		if err != nil || from < 1 || to < from {
			return nil, fmt.Errorf("the pages %q are not understood; write them as 3-7 or 1,4: %w", ask, document.ErrFormat)
		}
		if from > len(all) {
			return nil, fmt.Errorf("it has %d pages, and page %d was asked for: %w", len(all), from, document.ErrNoText)
		}
		out = append(out, all[from-1:min(to, len(all))]...)
	}
	return out, nil
}

package ui

import (
	"errors"
	"io/fs"
	"strings"

	"dateline/app/document"
)

// errorWords says what happened and what to do, in one sentence; "" for a fault that has no words of its own. articles
// are the formats that can be opened.
func errorWords(err error, articles document.Formats) string {
	switch {
	case errors.Is(err, document.ErrEmpty):
		return text("The file is empty. Choose one that holds an article.")
	case errors.Is(err, document.ErrBinary):
		return text("This is not text. Save the article as plain text or as a web page (HTML) and open that.")
	case errors.Is(err, document.ErrFormat):
		return text("This kind of file is not read. Save the article as one of these and open that:") + " " + formatNames(articles)
	case errors.Is(err, document.ErrTooLarge):
		return text("The file is over 20 MB. Split it into single articles.")
	case errors.Is(err, document.ErrEncoding):
		return text("The letters are in an unknown encoding. Save the file as UTF-8 and open it again.")
	case errors.Is(err, document.ErrNoText):
		return text("No article text was found in the page. Save it again once it has loaded, or copy the text and paste it here.")
	case errors.Is(err, document.ErrNested):
		return text("Files are packed in files too many times over. Unpack it and open what is inside.")
	case errors.Is(err, document.ErrFault):
		return text("The file could not be read, by a fault of the program. Save the article as plain text and open that.")
	case errors.Is(err, fs.ErrNotExist):
		return text("The file is not there any more. It may have been moved or deleted; choose it again.")
	case errors.Is(err, fs.ErrPermission):
		return text("The file may not be read. Ask its owner for the right to read it, or open a copy.")
	}
	return ""
}

// errDay is what the date entry says of words that are no date.
var errDay = errors.New("write the day as year-month-day, such as 2025-03-12")

// formatNames lists what people call the formats, with the usual ending of each.
func formatNames(fs document.Formats) string {
	var out []string
	for _, f := range fs {
		out = append(out, text(f.Label)+" ("+f.Exts[0]+")")
	}
	return strings.Join(out, ", ")
}

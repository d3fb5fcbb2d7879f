package bind

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/fetch"
	"dateline/app/places"
	"dateline/app/safefile"
	"dateline/app/session"
)

// fault says what happened and what to do, in one sentence; "" for a fault that has no words of its own.
func (w Words) fault(err error) string {
	var file *safefile.Error
	switch {
	case errors.As(err, &file):
		return w.unwritten(file.Why())
	case errors.Is(err, document.ErrEmpty):
		return w.L("The file is empty. Choose one that holds an article.")
	case errors.Is(err, document.ErrBinary):
		return w.L("This is not text. Save the article as plain text or as a web page (HTML) and open that.")
	case errors.Is(err, document.ErrFormat):
		return w.L("This kind of file is not read. Save the article as a PDF, a web page (HTML) or plain text and open that.")
	case errors.Is(err, document.ErrTooLarge):
		return w.L("The file is too large. Split it into single articles.")
	case errors.Is(err, document.ErrEncoding):
		return w.L("The letters are in an unknown encoding. Save the file as UTF-8 and open it again.")
	case errors.Is(err, document.ErrScan):
		return w.L("The file has pictures of text and no text. Have the text recognised (OCR) and open that.")
	case errors.Is(err, document.ErrLetters):
		return w.L("The file does not say which letters it shows. Copy the text by hand, or have it recognised (OCR).")
	case errors.Is(err, document.ErrNoText):
		return w.L("No article text was found in the page. Save it again once it has loaded, or copy the text and paste it here.")
	case errors.Is(err, document.ErrNested):
		return w.L("Files are packed in files too many times over. Unpack it and open what is inside.")
	case errors.Is(err, document.ErrDamaged):
		return w.L("The file is damaged or cut short. Get it again, or save the article as plain text and open that.")
	case errors.Is(err, document.ErrPassword):
		return w.L("The file is protected by a password. Choose “Password…” and type it.")
	case errors.Is(err, document.ErrLocked):
		return w.L("The file is protected by a password. Save it without one and open that.")
	case errors.Is(err, document.ErrAddress):
		_, at, _ := strings.Cut(err.Error(), document.ErrAddress.Error()+": ")
		return w.L("It holds only the address of a page: {{.Address}}. Press Ctrl+L and give that address, or open the page in a browser and copy the article’s text.", map[string]any{"Address": at})
	case errors.Is(err, document.ErrFault):
		return w.L("The file could not be read, by a fault of the program. Save the article as plain text and open that.")
	}
	if said := w.unfetched(err); said != "" {
		return said
	}
	switch {
	case errors.Is(err, places.ErrMany):
		return w.L("It has more places than the list of your own takes. Add it as a layer.")
	case errors.Is(err, places.ErrZip):
		return w.L("The zip holds no table of places. Unpack it and choose the file that has them.")
	case errors.Is(err, places.ErrNoPlaces):
		return w.L("No places are found in it. It has to be a GeoNames table, a CSV whose first line names the columns name, lat and lon, or a GeoJSON.")
	case errors.Is(err, fs.ErrNotExist):
		return w.L("The file is not there any more. It may have been moved or deleted; choose it again.")
	case errors.Is(err, fs.ErrPermission):
		return w.L("The file may not be read. Ask its owner for the right to read it, or open a copy.")
	}
	return ""
}

// unfetched says why a page could not be got; "" for another fault.
func (w Words) unfetched(err error) string {
	switch {
	case errors.Is(err, fetch.ErrAddress):
		return w.L("This is no address of a page. It looks like www.example.com/news.")
	case errors.Is(err, fetch.ErrOwn):
		return w.L("The address leads into your own network. Name the machine by its number if you mean it.")
	case errors.Is(err, fetch.ErrRefused):
		return w.L("The site does not give this page to programs. Open it in a browser, save the page and open that file.")
	case errors.Is(err, fetch.ErrNoPage):
		return w.L("There is no such page. Look at the address again.")
	case errors.Is(err, fetch.ErrBusy):
		return w.L("The site asks to be left alone for a while. Try again later.")
	case errors.Is(err, fetch.ErrSite):
		return w.L("The site has a fault of its own. Try again later.")
	case errors.Is(err, fetch.ErrLarge):
		return w.L("The page is over 20 MB. Save the article alone and open that.")
	case errors.Is(err, fetch.ErrSlow):
		return w.L("The site did not answer in 20 seconds. Try again, or save the page in a browser and open that file.")
	case errors.Is(err, fetch.ErrSecure):
		return w.L("The site has no secure connection that can be trusted. Begin the address with http:// to ask over an open one.")
	case errors.Is(err, fetch.ErrReach):
		return w.L("The site cannot be reached. Look at the address, and at the connection to the internet.")
	case errors.Is(err, fetch.ErrMoves):
		return w.L("The site sends from page to page without end. Open it in a browser and save the page.")
	case errors.Is(err, fetch.ErrEmpty):
		return w.L("The page is empty. Open it in a browser, save it once it has loaded and open that file.")
	}
	return ""
}

// unwritten says why a file could not be written.
func (w Words) unwritten(f safefile.Fault) string {
	switch f {
	case safefile.ReadOnly:
		return w.L("The file may not be written. Choose another name or another folder; the old file is as it was.")
	case safefile.Full:
		return w.L("There is no room on the disk. Make room or choose another folder; the old file is as it was.")
	case safefile.InUse:
		return w.L("The file is open in another program. Close it there or choose another name; the old file is as it was.")
	case safefile.NoFolder:
		return w.L("The folder is not there any more. Choose another one.")
	case safefile.NotAFile:
		return w.L("A folder has that name. Choose another name.")
	}
	return w.L("The file could not be written. Choose another folder and try again.")
}

// FormatNames lists what people call the formats, with the usual ending of each. Where the language is written from the right,
// signs without width hold each ending and each name together: else a list of both is put into another order.
func (w Words) FormatNames(fs document.Formats) string {
	const leftMark, rightMark = "\u200e", "\u200f"
	rtl := Tongue{Words: w}.RightToLeft()
	var out []string
	for _, f := range fs {
		name, ext := w.L(f.Label), f.Exts[0]
		last, _ := utf8.DecodeLastRuneInString(name)
		switch {
		case rtl && unicode.In(last, unicode.Latin): // "Word (.docx)" runs from the left as a whole
			name += " (" + ext + ")" + leftMark + rightMark
		case rtl:
			name += " (" + leftMark + ext + leftMark + ")" + rightMark
		default:
			name += " (" + ext + ")"
		}
		out = append(out, name)
	}
	if rtl {
		return strings.Join(out, "، ")
	}
	return strings.Join(out, ", ")
}

// told words what reading files tells; any other note says it itself.
func (w Words) told(n session.Note) string {
	switch n.Text {
	case session.NoteLeftOut:
		return w.N("{{.N}} files were left out, since they are no articles.", n.Count, nil)
	case session.NoteMore:
		return w.N("{{.N}} files more than are opened at once: open them after these.", n.Count, nil)
	case session.NoteStopped:
		return w.N("{{.N}} files were not opened, since you stopped. What was read until then is open.", n.Count, nil)
	case session.NoteRest:
		return w.L("The rest of the file was not read, since you stopped.")
	case session.NoteFolder:
		return w.L("The folder could not be read.")
	case session.NoteNothing:
		return w.L("The folder holds no articles.")
	case session.NoteCopies:
		return w.N("{{.N}} files hold articles that are open already.", n.Count, nil)
	case session.NoteHave:
		return w.L("This article is open already.")
	case session.NoteUnread:
		return w.L("The file could not be read.")
	}
	return w.note(n.Text)
}

// TryAgain reports whether anything that could not be read can be tried again, and whether a password would open some.
func TryAgain(notes []session.Note) (again, locked bool) {
	for _, n := range notes {
		again = again || n.Again != nil && !n.Locked
		locked = locked || n.Again != nil && n.Locked
	}
	return again, locked
}

// mostNotes bounds the notes that are shown one by one: of ten thousand files, half may be faulty.
const mostNotes = 200

// Notes words notes, each naming its file.
func (w Words) Notes(notes []session.Note) []string {
	var out []string
	for i, n := range notes {
		if i == mostNotes {
			return append(out, w.N("and {{.N}} more of these", len(notes)-i, nil))
		}
		s := w.told(n)
		if len(n.Foreign) > 0 {
			s = w.foreign(n.Foreign)
		}
		if n.Err != nil {
			if known := w.fault(n.Err); known != "" {
				s = known
			}
		}
		if n.File != "" {
			s = n.File + ": " + s
		}
		out = append(out, s)
	}
	return out
}

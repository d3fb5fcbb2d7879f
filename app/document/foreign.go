package document

import "bytes"

// signatures are files that people do try to open and that no format here reads. A format that is Certain of a file
// goes before this table.
var signatures = []struct{ magic, kind string }{
	{"PK\x05\x06", "empty ZIP archive"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office file of the old kind"},
	{"\x89PNG\r\n", "picture (PNG)"},
	{"\xff\xd8\xff", "picture (JPEG)"},
	{"GIF87a", "picture (GIF)"},
	{"GIF89a", "picture (GIF)"},
	{"7z\xbc\xaf\x27\x1c", "7z archive"},
	{"Rar!\x1a\x07", "RAR archive"},
	{"bplist00", "list of settings of Apple's"},
	{"SQLite format 3\x00", "database"},
	{"ID3", "sound file"},
	{"\x7fELF", "program"},
}

// foreign says what kind of file it is, if it is one of those; "" if not.
func foreign(head []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return s.kind
		}
	}
	return ""
}

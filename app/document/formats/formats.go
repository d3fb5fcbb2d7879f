// Package formats lists the formats that articles are read in. It is the only such list: the window's dialogs, dropped
// files, folders, messages and the command line read it. A new format is a package beside app/document/plain and a line
// here.
package formats

import (
	"dateline/app/document"
	"dateline/app/document/archive"
	"dateline/app/document/bundle"
	"dateline/app/document/docx"
	"dateline/app/document/epub"
	"dateline/app/document/feed"
	"dateline/app/document/given"
	"dateline/app/document/mail"
	"dateline/app/document/markdown"
	"dateline/app/document/mhtml"
	"dateline/app/document/newsml"
	"dateline/app/document/odt"
	"dateline/app/document/pdf"
	"dateline/app/document/plain"
	"dateline/app/document/rtf"
	"dateline/app/document/warc"
	"dateline/app/document/web"
	"dateline/app/document/webarchive"
)

// All are the formats, in the order in which people read of them.
var All = document.Formats{
	bundle.In(plain.Format),
	markdown.Format,
	web.Format,
	mhtml.Format,
	webarchive.Format,
	warc.Format,
	bundle.In(pdf.Format),
	bundle.In(docx.Format),
	bundle.In(odt.Format),
	bundle.In(rtf.Format),
	mail.Format,
	epub.Format,
	feed.Format,
	newsml.Format,
	given.Table,
	given.JSON,
	given.KML,
	given.ICS,
	archive.Zip, // what is packed so inside stands before it
	archive.Tar,
}

// Package formats lists the formats that a story is written in. It is the only such list: the window's dialog, the
// command line and its usage read it. A new format is a package beside app/export/csv and a line here.
package formats

import (
	"dateline/app/export"
	"dateline/app/export/cite"
	"dateline/app/export/csv"
	"dateline/app/export/docx"
	"dateline/app/export/geojson"
	"dateline/app/export/gpx"
	"dateline/app/export/html"
	"dateline/app/export/ics"
	"dateline/app/export/jsonl"
	"dateline/app/export/kml"
	"dateline/app/export/markdown"
	"dateline/app/export/pdf"
	"dateline/app/export/png"
	"dateline/app/export/pptx"
	"dateline/app/export/storymapjs"
	"dateline/app/export/svg"
	"dateline/app/export/timelinejs"
	"dateline/app/export/webanno"
	"dateline/app/export/xlsx"
)

// All are the formats, in the order in which they are offered.
var All = export.Formats{
	png.Format,
	svg.Format,
	html.Format,
	pdf.Format,
	pdf.Cloze,
	pptx.Format,
	docx.Format,
	xlsx.Format,
	csv.Format,
	geojson.Format,
	jsonl.Format,
	markdown.Format,
	kml.Format,
	kml.Zipped,
	timelinejs.Format, // .json is TimelineJS where no format is named
	timelinejs.Table,
	storymapjs.Format,
	ics.Format,
	gpx.Format,
	webanno.Format,
	cite.BibTeX,
	cite.RIS,
	cite.CSL,
	cite.Plain,
}

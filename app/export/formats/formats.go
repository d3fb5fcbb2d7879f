// Package formats lists the formats that a story is written in. It is the only such list: the window's dialog, the
// command line and its usage read it. A new format is a package beside app/export/csv and a line here.
package formats

import (
	"slices"

	"dateline/app/export"
	"dateline/app/export/cite"
	"dateline/app/export/csv"
	"dateline/app/export/docx"
	"dateline/app/export/geojson"
	"dateline/app/export/gif"
	"dateline/app/export/gpx"
	"dateline/app/export/html"
	"dateline/app/export/ics"
	"dateline/app/export/jsonl"
	"dateline/app/export/kml"
	"dateline/app/export/lpf"
	"dateline/app/export/markdown"
	"dateline/app/export/mp4"
	"dateline/app/export/pdf"
	"dateline/app/export/png"
	"dateline/app/export/pptx"
	"dateline/app/export/sqlite"
	"dateline/app/export/storymapjs"
	"dateline/app/export/svg"
	"dateline/app/export/timelinejs"
	"dateline/app/export/webanno"
	"dateline/app/export/xlsx"
)

// All are the formats, in the order in which they are offered. A film as MP4 is offered where ffmpeg is found.
var All = slices.Concat(export.Formats{
	png.Format,
	svg.Format,
	gif.Format,
	html.Format,
	pdf.Format,
	pdf.Cloze,
	pdf.Questions,
	pptx.Format,
	docx.Format,
	docx.Questions,
	xlsx.Format,
	csv.Format,
	csv.Tables,
	xlsx.Tables,
	geojson.Format,
	jsonl.Format,
	markdown.Format,
	kml.Format,
	kml.Zipped,
	timelinejs.Format, // .json is TimelineJS where no format is named
	timelinejs.Table,
	storymapjs.Format,
	lpf.Format,
	sqlite.Format,
	ics.Format,
	gpx.Format,
	webanno.Format,
	cite.BibTeX,
	cite.RIS,
	cite.CSL,
	cite.Plain,
}, mp4.Found())

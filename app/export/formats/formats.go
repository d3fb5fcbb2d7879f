// Package formats lists the formats that a story is written in. It is the only such list: the window's dialog, the
// command line and its usage read it. A new format is a package beside app/export/csv and a line here.
package formats

import (
	"dateline/app/export"
	"dateline/app/export/csv"
	"dateline/app/export/geojson"
	"dateline/app/export/jsonl"
	"dateline/app/export/png"
)

// All are the formats, in the order in which they are offered.
var All = export.Formats{
	png.Format,
	csv.Format,
	geojson.Format,
	jsonl.Format,
}

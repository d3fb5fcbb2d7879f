package given

import (
	"context"
	"io"
	"strconv"
	"strings"

	"dateline/app/document"
	"dateline/app/document/internal/packed"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// KML is a map of Google Earth, also packed (KMZ).
var KML = document.Format{Name: "kml", Label: "Map with times (KML, KMZ)", Exts: []string{".kml", ".kmz"}, Sniff: sniffKML, Read: readKML}

func sniffKML(in *document.Input) document.Match {
	head := in.Head()
	switch {
	case packed.Is(head) && in.Ext() == ".kmz":
		return document.Certain
	case strings.Contains(strings.ToLower(string(head[:min(len(head), 1024)])), "<kml"):
		return document.Certain
	}
	return document.NoMatch
}

func readKML(ctx context.Context, in *document.Input) ([]story.Document, error) {
	var v places
	var err error
	if packed.Is(in.Head()) {
		var f *packed.Files
		if f, err = packed.Open(ctx, in); err != nil {
			return nil, err
		}
		err = document.ErrNoText
		for _, name := range f.Names() {
			if strings.HasSuffix(strings.ToLower(name), ".kml") {
				err = xmlwalk.Walk(io.LimitReader(f.Part(name), document.MaxBytes), xmlwalk.Loose, &v)
				break
			}
		}
	} else {
		var src string
		if src, err = in.Text(); err != nil {
			return nil, err
		}
		if rest := strings.TrimSpace(src); strings.HasPrefix(rest, "<?xml") {
			if _, after, ok := strings.Cut(rest, "?>"); ok {
				src = after // it has been decoded
			}
		}
		err = xmlwalk.Walk(strings.NewReader(src), xmlwalk.Loose, &v)
	}
	if err != nil {
		if len(v.set.rows) == 0 {
			return nil, err
		}
		in.Note("the file is damaged: it is shown as far as it could be read")
	}
	if v.linked {
		in.Note("the map leads to others on the network, which are not fetched")
	}
	return v.set.documents(in)
}

// places collects the placemarks of a KML.
type places struct {
	set    set
	path   []string // open elements
	times  []span   // of the open folders, the innermost last
	text   []byte
	cur    *mark
	data   string // name of the open <Data>
	linked bool
}

// span is a time as it is written.
type span struct{ when, begin, end string }

// mark is an open placemark.
type mark struct {
	name, about, coords string
	time                span
	data                map[string]string
}

const mostText = 1 << 20 // bytes of one value

// Start opens an element.
func (p *places) Start(name string, a xmlwalk.Attrs) {
	p.path = append(p.path, name)
	p.text = p.text[:0]
	switch name {
	case "Placemark":
		p.cur = &mark{data: map[string]string{}}
	case "Folder", "Document":
		outer := span{}
		if len(p.times) > 0 {
			outer = p.times[len(p.times)-1]
		}
		p.times = append(p.times, outer)
	case "NetworkLink":
		p.linked = true
	case "Data", "SimpleData":
		p.data = a.Get("name")
	}
}

// Text keeps what stands in an element.
func (p *places) Text(s []byte) {
	if len(p.text) < mostText {
		p.text = append(p.text, s...)
	}
}

// End closes an element.
func (p *places) End(name string) {
	s := strings.TrimSpace(string(p.text))
	p.text = p.text[:0]
	if n := len(p.path); n > 0 {
		p.path = p.path[:n-1]
	}
	parent := ""
	if n := len(p.path); n > 0 {
		parent = p.path[n-1]
	}
	switch name {
	case "Placemark":
		if p.cur != nil {
			if n := len(p.times); n > 0 && p.cur.time == (span{}) {
				p.cur.time = p.times[n-1]
			}
			p.set.placemark(p.cur)
		}
		p.cur = nil
	case "Folder", "Document":
		if n := len(p.times); n > 0 {
			p.times = p.times[:n-1]
		}
	case "when", "begin", "end":
		p.time(name, s)
	case "name":
		if p.cur != nil && parent == "Placemark" {
			p.cur.name = s
		} else if parent == "Document" && p.set.title == "" {
			p.set.title = line(s)
		}
	case "description":
		if p.cur != nil && parent == "Placemark" {
			p.cur.about = s
		}
	case "coordinates":
		if p.cur != nil && p.cur.coords == "" {
			p.cur.coords = s
		}
	case "value", "SimpleData":
		if p.cur != nil && len(p.cur.data) < 1000 {
			p.cur.data[p.data] = s
		}
	}
}

// time keeps a time of the open placemark, else of the open folder.
func (p *places) time(name, s string) {
	to := &span{}
	if p.cur != nil {
		to = &p.cur.time
	} else if n := len(p.times); n > 0 {
		to = &p.times[n-1]
	}
	switch name {
	case "when":
		if to.when == "" {
			to.when = s
		}
	case "begin":
		to.begin = s
	case "end":
		to.end = s
	}
}

// placemark reads a placemark; the fields that this program writes are used where they are.
func (s *set) placemark(m *mark) {
	d := m.data
	r := row{what: plain(m.name), text: first(d["sentence"], plain(m.about)), place: first(d["place"], d["location"]), status: d["status"], article: d["article"], publisher: d["publisher"],
		url: d["url"], published: d["published"], quote: d["type"] == "quote"}
	if d["sentence"] != "" {
		r.what = strings.TrimSuffix(r.what, ", "+r.place)
	} else {
		r.headed()
	}
	if r.place == "" && d["sentence"] == "" {
		r.place = r.what
	}
	t := m.time
	if t.when != "" {
		t.begin, t.end = t.when, ""
		r.span(broken(t.when), "")
	} else {
		r.span(broken(t.begin), broken(t.end))
		if t.begin == "" || t.end == "" {
			r.open(t.begin, t.end)
		}
	}
	r.precise(d["precision"])
	if c := strings.Fields(m.coords); len(c) > 0 {
		n := strings.Split(c[0], ",")
		if len(n) >= 2 {
			x, err1 := strconv.ParseFloat(n[0], 64)
			y, err2 := strconv.ParseFloat(n[1], 64)
			if err1 == nil && err2 == nil {
				r.point(x, y)
			}
		}
	}
	s.rows = append(s.rows, r)
}

// broken mends days that maps have in the wild: "2011-01-00" is the month.
func broken(s string) string {
	for strings.HasSuffix(s, "-00") {
		s = strings.TrimSuffix(s, "-00")
	}
	return s
}

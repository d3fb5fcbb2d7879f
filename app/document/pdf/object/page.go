package object

// Page is one page with what it inherits.
type Page struct {
	Dict      Dict
	Resources Dict
	Box       [4]float64 // left, bottom, right, top
	Turned    int        // by how many quarters the page is turned clockwise: 0 to 3
}

const (
	maxPages     = 20_000
	maxTreeDepth = 64
	maxBox       = 1e6 // points; what is larger is damage
)

// Pages are the pages in order. Where the list of pages is lost, they come in the order of their numbers.
func (f *File) Pages() []Page {
	t := tree{f: f, seen: map[int]bool{}}
	if root := f.Root(); root != nil {
		t.walk(root["Pages"], Page{}, 0)
	}
	if len(t.pages) > 0 {
		return t.pages
	}
	for _, n := range f.numbers() {
		if d, ok := f.object(n).(Dict); ok && d["Type"] == Name("Page") && len(t.pages) < maxPages {
			t.add(d, Page{})
		}
	}
	return t.pages
}

// tree is the list of pages on its way in: pages hang in branches.
type tree struct {
	f     *File
	seen  map[int]bool
	pages []Page
}

func (t *tree) walk(v any, has Page, depth int) {
	if ref, ok := v.(Ref); ok {
		if t.seen[ref.Num] {
			return
		}
		t.seen[ref.Num] = true
	}
	d := t.f.Dict(v)
	if d == nil || depth > maxTreeDepth || len(t.pages) >= maxPages {
		return
	}
	kids := t.f.Array(d["Kids"])
	if kids == nil {
		if d["Type"] != Name("Pages") {
			t.add(d, has)
		}
		return
	}
	has = t.inherit(d, has)
	for _, k := range kids {
		t.walk(k, has, depth+1)
	}
}

// inherit adds what a branch or a page says to what is above it.
func (t *tree) inherit(d Dict, has Page) Page {
	if r := t.f.Dict(d["Resources"]); r != nil {
		has.Resources = r
	}
	for _, key := range []Name{"MediaBox", "CropBox"} {
		if box, ok := t.f.box(d[key]); ok {
			has.Box = box
		}
	}
	if n, ok := Int(t.f.Resolve(d["Rotate"])); ok {
		has.Turned = ((n/90)%4 + 4) % 4
	}
	return has
}

func (t *tree) add(d Dict, has Page) {
	p := t.inherit(d, has)
	p.Dict = d
	if p.Box == ([4]float64{}) {
		p.Box = [4]float64{0, 0, 612, 792} // what readers take where a page does not say its size: US Letter
	}
	t.pages = append(t.pages, p)
}

// box reads a rectangle.
func (f *File) box(v any) (out [4]float64, ok bool) {
	a := f.Array(v)
	if len(a) != 4 {
		return out, false
	}
	for i, v := range a {
		n, ok := Number(f.Resolve(v))
		if !ok || n < -maxBox || n > maxBox {
			return out, false
		}
		out[i] = n
	}
	if out[0] > out[2] {
		out[0], out[2] = out[2], out[0]
	}
	if out[1] > out[3] {
		out[1], out[3] = out[3], out[1]
	}
	return out, out[2]-out[0] > 1 && out[3]-out[1] > 1
}

// Contents are the bytes that paint a page, unpacked. What is damaged is left out.
func (f *File) Contents(p Page) []byte {
	v := f.Resolve(p.Dict["Contents"])
	if s, ok := v.(*Stream); ok {
		b, _ := f.Decode(s) // what came before a fault is shown
		return b
	}
	var out []byte
	a, _ := v.(Array)
	for _, part := range a {
		if s, ok := f.Resolve(part).(*Stream); ok && len(out) < maxStream {
			b, _ := f.Decode(s)
			out = append(append(out, b...), '\n')
		}
	}
	return out
}

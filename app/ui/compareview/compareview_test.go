package compareview

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func made() *View {
	kinds := kit.NewSegments(func(int) {})
	kinds.Set("Differences", "Places", "Days", "Speakers")
	return New(kinds, widget.NewButton("Copy table", nil))
}

func cards(n int) []Card {
	out := []Card{{ID: "0", Head: "WHERE THE ARTICLES DIFFER · 3", Title: "“burst” · Lyngholm", Sub: "2 say so · 1 denies it"}}
	for i := 1; i < n; i++ {
		out = append(out, Card{ID: fmt.Sprint(i), Title: fmt.Sprintf("%d people / %d people", i, i+7), Sub: "Lyngholm"})
	}
	return out
}

func page(columns int) Page {
	p := Page{Summary: []string{fmt.Sprintf("%d articles", columns), "1 says so · 1 denies it"}, Note: "Spelling twins: Vik, Wik", Caption: "Who is heard",
		Heads: []string{"article", "published", "people by name", "institutions", "unnamed", "sentences without a source"}}
	words := "The dike burst in the night, and the harbour was flooded"
	for i := range columns {
		id := fmt.Sprint("a", i)
		c := Column{ID: id, Title: fmt.Sprintf("Flood in Lyngholm, article %d of many that tell of it", i), Colour: color.NRGBA{0, 0x67, 0xa8, 255}}
		if i%3 == 2 {
			c.Cells = []Cell{{ID: id, Stance: "silent", Quiet: true}}
		} else {
			c.Cells = []Cell{{ID: fmt.Sprint("e", i), Stance: "says", Strong: i%3 == 1, Rest: "14 May 2024", Words: words, Foot: "the article itself · sentence 3",
				Marks: []Mark{{4, 8, false}, {19, 27, true}}}}
		}
		p.Columns = append(p.Columns, c)
		p.Rows = append(p.Rows, Row{ID: id, Colour: c.Colour, Cells: []string{c.Title, "14 May 2024", "2  Astrid Vik", "0", "1  officials", "3 of 9"}})
	}
	return p
}

func TestPictures(t *testing.T) {
	v, win := kittest.Show(t, 1200, 560, made)
	v.Cards.SetItems(cards(6))
	v.Cards.SetSelected("0")
	v.SetHeading("“burst” · Lyngholm", "14 May 2024", "Lyngholm")
	v.SetPage(page(5))
	kittest.Keep(t, win, "compareview", "light")
	v.SetPalette(kit.Palettes[1], nil)
	kittest.Keep(t, win, "compareview", "dark")
	v.SetPalette(kit.Palettes[0].Scaled(200), nil)
	v.SetPage(page(14))
	kittest.Keep(t, win, "compareview", "large, many columns")
	v.Cards.SetItems(nil)
	v.SetHeading("", "", "")
	v.SetPage(Page{})
	kittest.Keep(t, win, "compareview", "empty")
}

func TestSheet_TapAndKeysLeadToWhatIsThere(t *testing.T) {
	v, win := kittest.Show(t, 1200, 700, made)
	v.SetPage(page(3))
	var went []string
	v.Sheet.OnCell = func(id string) { went = append(went, id) }
	for _, b := range v.Sheet.boxes {
		v.Sheet.Tapped(&fyne.PointEvent{Position: fyne.NewPos(b.x+b.w/2, b.y+b.h/2)})
	}
	if got := strings.Join(went, " "); got != "a0 e0 a1 e1 a2 a2 a0 a1 a2" {
		t.Errorf("tapped: %s", got)
	}
	went = nil
	win.Canvas().Focus(v.Sheet)
	for _, k := range []fyne.KeyName{fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyUp, fyne.KeyEnter} {
		v.Sheet.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if got := strings.Join(went, " "); got != "e0 a1" {
		t.Errorf("by keys: %s", got)
	}
	passed := ""
	v.Sheet.OnKey, v.Sheet.OnRune = func(e *fyne.KeyEvent) { passed += string(e.Name) }, func(r rune) { passed += string(r) }
	v.Sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	v.Sheet.TypedRune('m')
	if passed != "Escapem" {
		t.Errorf("handed on: %q", passed)
	}
}

// TestSheet_NothingIsCut: no words stand outside their column, however narrow the window and large the type.
func TestSheet_NothingIsCut(t *testing.T) {
	for _, w := range []float32{700, 1000, 1600} {
		for _, percent := range []int{100, 200} {
			v, _ := kittest.Show(t, w, 600, made)
			v.SetPalette(kit.Palettes[0].Scaled(percent), nil)
			p := page(4)
			p.Columns[0].Cells[0].Words = strings.Repeat("Donaudampfschifffahrtsgesellschaft", 6)
			v.SetPage(p)
			for _, o := range v.Sheet.objects {
				if x, ok := o.(*canvas.Text); ok && x.Position().X+x.MinSize().Width > v.Sheet.size.Width+1 {
					t.Errorf("%v wide, %d %%: %q ends at %v of %v", w, percent, x.Text, x.Position().X+x.MinSize().Width, v.Sheet.size.Width)
				}
			}
		}
	}
}

func TestWrapAt_KeepsEveryByte(t *testing.T) {
	test.NewTempApp(t)
	f := kit.Face{Size: 14}
	for _, words := range []string{"", "one", "two words  and more words that are wrapped", strings.Repeat("ä", 90), "до свидания и ещё слова"} {
		var got strings.Builder
		for _, l := range wrapAt(f, words, 80) {
			got.WriteString(words[l.from:l.to])
		}
		want := strings.ReplaceAll(words, " ", "")
		if strings.ReplaceAll(got.String(), " ", "") != want {
			t.Errorf("%q became %q", words, got.String())
		}
	}
}

func TestCards_TellWhatIsChosen(t *testing.T) {
	v, _ := kittest.Show(t, 1200, 700, made)
	v.Cards.SetItems(cards(40))
	got := ""
	v.Cards.OnTap = func(id string) { got = id }
	v.Cards.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	v.Cards.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if got != "1" {
		t.Errorf("the arrows came to %q", got)
	}
}

// TestColumnWidths_NoHeadIsBroken: the longest word of each head has room, taken from the columns that have most to spare.
func TestColumnWidths_NoHeadIsBroken(t *testing.T) {
	test.NewTempApp(t)
	f := kit.Face{Size: 16}
	heads := []string{"Artikel", "erschienen", "Institutionen", "Sätze ohne Quelle"}
	got := columnWidths(f, heads, []float32{0.7, 0.1, 0.1, 0.1}, 500)
	sum := float32(0)
	for i, h := range heads {
		for _, w := range strings.Fields(h) {
			if f.Measure(w).Width > got[i] {
				t.Errorf("%q has %v, and takes %v", w, got[i], f.Measure(w).Width)
			}
		}
		sum += got[i]
	}
	if sum < 499 || sum > 501 {
		t.Errorf("of 500 %v are given out: %v", sum, got)
	}
	for _, w := range columnWidths(f, heads, []float32{0.25, 0.25, 0.25, 0.25}, 40) { // no room for any of them
		if w < 0 {
			t.Errorf("a width of %v", w)
		}
	}
}

package main

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"dateline/app/story"
	"dateline/app/ui/clockview"
	"dateline/app/ui/compareview"
	"dateline/app/ui/correctcard"
	"dateline/app/ui/kit"
	"dateline/app/ui/mapview"
	"dateline/app/ui/placelist"
	"dateline/app/ui/present"
	"dateline/app/ui/presenter"
	"dateline/app/ui/quotelist"
	"dateline/app/ui/reviewlist"
	"dateline/app/ui/textview"
	"dateline/app/ui/timeline"
	"dateline/assets"
	"dateline/geo/tile"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"
)

// exhibit is a widget with made-up data.
type exhibit struct {
	name          string
	width, height float32
	make          func(*room) fyne.CanvasObject
}

// room is what an exhibit is made in.
type room struct {
	pal      *kit.Palette
	dispatch func(func()) // nil: what comes back waits in queue for pump
	queue    chan func()
	settled  func()      // called once the exhibit has its size
	ready    func() bool // nil: it is at once
}

// later brings something back to the UI goroutine.
func (r *room) later(f func()) {
	if r.dispatch != nil {
		r.dispatch(f)
		return
	}
	r.queue <- f
}

// pump does what comes back until the exhibit is ready; false where it is not within the time.
func (r *room) pump(most time.Duration) bool {
	late := time.After(most)
	for r.ready != nil && !r.ready() {
		select {
		case f := <-r.queue:
			f()
		case <-late:
			return false
		}
	}
	return true
}

// exhibits are all there are, in the order of the window from left to right, and then what stands over it.
var exhibits = []exhibit{
	{"controls", 620, 220, controls}, {"segments", 420, 120, segments},
	{"quotelist", 330, 560, quotes}, {"placelist", 330, 560, places}, {"reviewlist", 330, 620, checks},
	{"mapview", 760, 560, atlas}, {"textview", 400, 560, article}, {"timeline", 1000, 200, lines},
	{"correctcard", 410, 640, correction}, {"compareview", 1200, 620, comparison},
	{"clockview", 1200, 380, clocks(false)}, {"clockview-order", 1200, 420, clocks(true)},
	{"present", 1280, 720, slide}, {"present-question", 1280, 720, question}, {"presenter", 1280, 760, board},
}

// colours are those of three articles.
var colours = []color.NRGBA{{0x00, 0x67, 0xA8, 0xFF}, {0xC8, 0x55, 0x00, 0xFF}, {0x00, 0x85, 0x5E, 0xFF}}

func controls(r *room) fyne.CanvasObject {
	bright := kit.NewControl("Present", theme.MediaPlayIcon(), nil)
	bright.Importance = widget.HighImportance
	off := kit.NewControl("Export…", theme.DocumentSaveIcon(), nil)
	off.Disable()
	keyed := kit.NewKeyed(kit.NewControl("It is right", nil, nil), "Enter")
	keyed.SetPalette(r.pal)
	caption := kit.NewCaption()
	caption.Look(r.pal.Text, r.pal.TextSize, false)
	caption.Set("A caption that is longer than the room it has is cut at its end, with an ellipsis that says so")
	row := container.New(&kit.Flow{Gap: 8}, kit.NewControl("Open…", theme.FolderOpenIcon(), nil), kit.NewControl("", theme.NavigateNextIcon(), nil), bright, off, keyed)
	return container.New(kit.Indent{Left: 12, Top: 12, Right: 12, Bottom: 140}, container.New(kit.Below{}, container.New(kit.Indent{Bottom: 12}, row), caption))
}

func segments(r *room) fyne.CanvasObject {
	s := kit.NewSegments(nil)
	s.Set("Quotes", "Places", "Events", "Check 12", "Articles")
	s.SetPalette(r.pal)
	return container.NewVBox(container.New(kit.Indent{Left: 12, Top: 12, Right: 12}, s))
}

func quotes(*room) fyne.CanvasObject {
	l := quotelist.New()
	said := map[string]quotelist.Text{
		"1": {Words: "“The dike will hold until Thursday,”", Speaker: "Astrid Vik", Role: "harbour master", When: "14 May 2024", Where: "Lyngholm", Source: "Flood in Lyngholm"},
		"2": {Words: "“nobody was warned”", Speaker: "Olav Moe", Role: "fisherman", When: "12–14 May 2024", Where: "Aas", WhereRing: true, Source: "The night of the flood"},
		"3": {Words: "“We counted thirty boats, and then we stopped counting because there was nobody left to ask,”", Speaker: "a resident", When: "15 May 2024", Source: "After the water"},
	}
	l.Say(func(id string) quotelist.Text { return said[id] })
	l.SetItems([]quotelist.Item{{ID: "1", Colour: colours[0]}, {ID: "2", Colour: colours[1]}, {ID: "3", Colour: colours[2], Faded: true}})
	l.SetSelected("2")
	return l
}

func places(r *room) fyne.CanvasObject {
	l := placelist.New()
	l.SetItems([]placelist.Item{
		{ID: "1", Section: "SOMETHING HAPPENED HERE", Title: "Lyngholm", Detail: "city, Norway", Right: "12", Shape: placelist.Filled, Colour: r.pal.Filled},
		{ID: "2", Section: "SOMETHING HAPPENED HERE", Title: "North County", Detail: "region, known as an area", Right: "3", Shape: placelist.Area, Colour: r.pal.Filled},
		{ID: "3", Section: "SOMEBODY SPEAKS FROM HERE", Title: "Oslo", Detail: "capital of Norway", Right: "2", Shape: placelist.Ring, Colour: r.pal.Ring},
		{ID: "4", Section: "NOT PLACED", Title: "Malaya Aas", Detail: "no such name in the gazetteer", Shape: placelist.Diamond, Colour: r.pal.Muted, Faded: true},
	})
	l.SetSelected("1")
	return l
}

func checks(r *room) fyne.CanvasObject {
	l := reviewlist.New()
	l.SetPalette(r.pal, nil)
	l.SetItems([]reviewlist.Item{
		{ID: "1", Ask: "When was it published?", Words: "The night of the flood", Chip: "10–17 May 2024", Shape: reviewlist.Date, Rest: "inferred, 54 %", Count: "1 of 4", Colour: colours[1]},
		{ID: "2", Ask: "Where?", Words: "“the harbour in question”", Chip: "North County", Shape: reviewlist.Place, Rest: "Lyngholm, city · 61 %", Status: reviewlist.Right, Colour: colours[0]},
		{ID: "3", Ask: "Who says this?", Words: "“nobody was warned”", Chip: "Olav Moe", Shape: reviewlist.Ring, Rest: "or Astrid Vik · 66 %", Status: reviewlist.Cannot, Colour: colours[1]},
		{ID: "4", Ask: "Not placed", Words: "“Malaya Aas”", Rest: "no such name in the gazetteer", Status: reviewlist.Changed, Colour: colours[2]},
	})
	l.SetSelected("1")
	return l
}

// towns are where the made-up story has its marks.
var towns = []mapview.Mark{
	{ID: 0, At: orb.Point{10.75, 59.91}, Label: "Oslo", Ring: true, Count: 2},
	{ID: 1, At: orb.Point{5.32, 60.39}, Label: "Bergen", Filled: true, Count: 12},
	{ID: 2, At: orb.Point{10.40, 63.43}, Label: "Trondheim", Filled: true, Ring: true, Count: 4, Open: true},
	{ID: 3, At: orb.Point{18.07, 59.33}, Label: "Stockholm", Ring: true, Country: true},
	{ID: 4, At: orb.Point{7.99, 58.15}, Label: "Kristiansand", Filled: true, P: 0.4},
}

func atlas(r *room) fyne.CanvasObject {
	c := mapview.Config{Dispatch: r.later, ReducedMotion: true, Attribution: tile.Attribution}
	if base, err := tile.Open(assets.Basemap()); err == nil {
		c.Tiles = base
	}
	m := mapview.New(c)
	m.SetStyle(tile.StyleNamed(r.pal.Name))
	m.SetLook(mapview.Look{Filled: r.pal.Filled, Ring: r.pal.Ring, Card: kit.WithAlpha(r.pal.Bar, 0xF2), CardText: r.pal.Text, CardMuted: r.pal.Muted,
		Focus: r.pal.Ring, TextSize: r.pal.TextSize})
	m.SetMarks(towns)
	placed := false
	m.OnReady = func() { placed = true }
	r.settled = func() {
		var at []orb.Point
		for _, t := range towns {
			at = append(at, t.At)
		}
		placed = false
		m.Fit(at, 8, true)
		m.SetSelected(1)
	}
	r.ready = func() bool { return placed }
	return m
}

func article(r *room) fyne.CanvasObject {
	const body = "The dike at Bergen burst in the night\n\nBy the sample desk\n\nWater stood in the streets of Bergen on Tuesday morning. “The dike will hold until Thursday,” " +
		"Astrid Vik had said in Oslo the day before.\n\nThirty boats were torn from the quay, and nobody had been told to leave."
	span := func(words string) story.Span {
		at := strings.Index(body, words)
		return story.Span{Start: at, End: at + len(words)}
	}
	t := textview.New()
	t.SetLook(textview.Look{Font: fyne.NewStaticResource("serif.ttf", assets.Serif()), BoldFont: fyne.NewStaticResource("bold.ttf", assets.SerifBold()),
		TextSize: r.pal.ArticlePts, Text: r.pal.Text, Dimmed: r.pal.Muted, PlaceLine: r.pal.Filled, ActorLine: r.pal.Ring, TimeLine: r.pal.Date})
	t.SetArticle(textview.Article{ID: "a", Text: body, Marks: []textview.Mark{
		{Span: span("The dike at Bergen burst in the night"), Kind: textview.Headline}, {Span: span("By the sample desk"), Kind: textview.Dimmed},
		{Span: span("Bergen on"), Kind: textview.PlaceLiteral, ID: 1}, {Span: span("Tuesday morning"), Kind: textview.Time, ID: 2},
		{Span: span("“The dike will hold until Thursday,”"), Kind: textview.Quote, ID: 3}, {Span: span("Oslo"), Kind: textview.PlaceActor, ID: 4}}})
	t.SetSelected(span("Water stood in the streets of Bergen on Tuesday morning."))
	return t
}

func lines(*room) fyne.CanvasObject {
	t := timeline.New()
	d := story.NewDay(2024, 5, 10)
	t.SetData([]timeline.Lane{{Title: "Flood in Lyngholm", Colour: colours[0]}, {Title: "The night of the flood", Colour: colours[1]}, {Title: "After the water", Colour: colours[2], Letter: "B"}},
		[]timeline.Item{
			{ID: "1", Lane: 0, From: d, To: d, P: 0.9}, {ID: "2", Lane: 0, From: d + 2, To: d + 6, P: 0.6, Hatched: true}, {ID: "3", Lane: 0, From: d + 4, To: d + 4, Kind: timeline.KindPublication},
			{ID: "4", Lane: 1, From: d + 1, To: d + 1, P: 0.8}, {ID: "5", Lane: 1, From: d + 3, To: d + 3, P: 0.7, Open: true}, {ID: "6", Lane: 1, From: d + 3, To: d + 3, Kind: timeline.KindQuote},
			{ID: "7", Lane: 2, From: d - 8, To: d - 2, P: 0.4}, {ID: "8", Lane: 2, From: d + 9, To: d + 9, Kind: timeline.KindPublication}, {ID: "9", Lane: 2, Undated: true}})
	t.SetPeriod(story.Between(d+1, d+4))
	t.SetSelected("4")
	return t
}

func correction(r *room) fyne.CanvasObject {
	c := correctcard.New()
	c.SetPalette(r.pal, nil)
	c.SetData(correctcard.Data{Kind: "PLACE · 3 MENTIONS ALIKE", Title: "Lyngholm", Before: "… an order to leave the ", Words: "Lyngholm", After: " region, the harbour master said.",
		Source: "Flood in Lyngholm · sentence 2", Ask: "What is meant", Shown: "1", Field: "Search the gazetteer", Scopes: []string{"all 3 mentions in the story", "only this one"},
		Choices: []correctcard.Choice{{ID: "1", Name: "Lyngholm County", Rest: "region, Norway", Why: "“region” follows · named 3 more times", Share: 0.9},
			{ID: "2", Name: "Lyngholm", Rest: "city, Norway", Share: 0.08}, {ID: "3", Name: "Lyngholmen", Rest: "village", Share: 0.01}},
		Actions: []correctcard.Action{{ID: "map", Name: "Put it on the map"}, {ID: "actor", Name: "It only speaks"}}})
	c.SetEffect("Moves 2 events and one area; no quote.")
	return container.New(kit.Indent{Left: 12, Top: 12, Right: 12, Bottom: 12}, c)
}

// clocks are three articles of a flood, by their days or in the order of their telling.
func clocks(order bool) func(*room) fyne.CanvasObject {
	return func(r *room) fyne.CanvasObject {
		kinds := kit.NewSegments(nil)
		kinds.Set("Happened and told", "Order of telling")
		if order {
			kinds.Choose(1)
		}
		v := clockview.New(kinds, kit.NewControl("Close", theme.CancelIcon(), nil))
		d := story.NewDay(2024, 5, 12)
		dot := func(id string, from, to story.Day, at float32, low, high int, step clockview.Step) clockview.Dot {
			return clockview.Dot{ID: id, From: d + from, To: d + to, At: at, Low: low, High: high, Step: step}
		}
		planned := dot("a4", 9, 9, 1, 4, 4, clockview.StepOn)
		planned.Open = true
		v.SetData(clockview.Data{Order: order, Summary: "events before the day of publication: 8 · after it: 1 · not known: 1", Rows: []clockview.Row{
			{ID: "a", Title: "Flood in Lyngholm", Detail: "14 May 2024 · 4 events", Colour: colours[0], First: "4 May 2024", Last: "21 May 2024", Ranks: 5, Told: true, PubFrom: d + 2, PubTo: d + 2, PubBest: d + 2,
				Dots: []clockview.Dot{dot("a1", 1, 1, 0, 3, 3, clockview.StepFirst), dot("a2", -8, -8, 0.33, 0, 0, clockview.StepBack), dot("a3", -4, 0, 0.67, 1, 2, clockview.StepOn), planned}},
			{ID: "b", Title: "The night of the flood", Detail: "15–17 May 2024, inferred · 4 events", Colour: colours[1], First: "12 May 2024", Last: "15 May 2024", Ranks: 3, Told: true, Hatched: true,
				PubFrom: d + 3, PubTo: d + 5, PubBest: d + 3, Dots: []clockview.Dot{dot("b1", 0, 0, 0, 0, 0, clockview.StepFirst), dot("b2", 1, 1, 0.33, 1, 1, clockview.StepOn),
					dot("b3", 1, 1, 0.67, 1, 1, clockview.StepUnclear), dot("b4", 3, 3, 1, 2, 2, clockview.StepOn)}},
			{ID: "c", Title: "After the water", Detail: "publication day unknown · 2 events", Colour: colours[2], Letter: "B", First: "11 May 2024", Last: "22 May 2024", Ranks: 2,
				Dots: []clockview.Dot{dot("c1", 10, 10, 0, 1, 1, clockview.StepFirst), dot("c2", -1, -1, 1, 0, 0, clockview.StepBack)}}}})
		v.SetPalette(r.pal)
		v.Plot.SetSelected("b1")
		return v
	}
}

func comparison(r *room) fyne.CanvasObject {
	kinds := kit.NewSegments(nil)
	kinds.Set("Differences", "Places", "Days", "Speakers")
	v := compareview.New(kinds, kit.NewControl("Copy table", theme.ContentCopyIcon(), nil))
	v.Cards.SetItems([]compareview.Card{{ID: "1", Head: "WHERE THE ARTICLES DIFFER · 2", Title: "“burst” · Lyngholm", Sub: "2 say so · 1 denies it"}, {ID: "2", Title: "12 boats / 30 boats", Sub: "Lyngholm"}})
	v.Cards.SetSelected("1")
	v.SetHeading("“burst” · Lyngholm", "14 May 2024", "Lyngholm")
	page := compareview.Page{Summary: []string{"3 articles", "2 say so · 1 denies it"}, Note: "Spelling twins: Vik, Wik", Caption: "Who is heard",
		Heads: []string{"article", "published", "people by name", "institutions", "unnamed", "sentences without a source"}}
	for i, title := range []string{"Flood in Lyngholm", "The night of the flood", "After the water"} {
		id := fmt.Sprint(i)
		cell := compareview.Cell{ID: id, Stance: "says", Rest: "14 May 2024", Words: "The dike burst in the night, and the harbour was flooded", Foot: "the article itself · sentence 3",
			Marks: []compareview.Mark{{From: 4, To: 8}, {From: 19, To: 27, Only: true}}}
		if i == 1 {
			cell = compareview.Cell{ID: id, Stance: "denies", Strong: true, Rest: "15 May 2024", Words: "The dike did not burst", Foot: "Astrid Vik · sentence 7"}
		}
		page.Columns = append(page.Columns, compareview.Column{ID: id, Title: title, Colour: colours[i], Cells: []compareview.Cell{cell}})
		page.Rows = append(page.Rows, compareview.Row{ID: id, Colour: colours[i], Cells: []string{title, "14 May 2024", "2  Astrid Vik", "0", "1  officials", "3 of 9"}})
	}
	v.SetPage(page)
	v.SetPalette(r.pal, nil)
	return v
}

// stage is the presenter's screen over a map and a timeline.
func stage(r *room) *present.Screen {
	r.settled, r.ready = nil, nil
	m := atlas(r)
	s := present.New(m, lines(r))
	s.SetLook(present.Look{Card: kit.WithAlpha(r.pal.Bar, 0xF2), Strip: r.pal.Bar, Line: r.pal.Line, Text: r.pal.Text, Muted: r.pal.Muted})
	return s
}

func slide(r *room) fyne.CanvasObject {
	s := stage(r)
	s.SetSlide(present.Slide{Date: "14 May 2024", Under: "Tuesday · Flood in Lyngholm", Words: "“The dike will hold until Thursday,”", Speaker: "Astrid Vik", Role: "harbour master",
		Colour: colours[0], At: 3, Of: 12})
	return s
}

func question(r *room) fyne.CanvasObject {
	s := stage(r)
	r.settled, r.ready = nil, nil // the choices take the whole screen: no map is drawn
	s.SetQuestion(&present.Question{Pane: present.OnCards, Title: "Who said it?", Under: "Question 3 of 8 · type the number", Score: "2 right", Left: "6 left",
		Text: "“Nobody was warned.”", Foot: "Enter shows the answer", Colour: colours[1], Choices: []present.Choice{{Sign: "1", Words: "Astrid Vik", Under: "harbour master"},
			{Sign: "2", Words: "Olav Moe", Under: "fisherman", State: present.Picked}, {Sign: "3", Words: "Ida Lund"}, {Sign: "4", Words: "Per Dahl"}}})
	return s
}

func board(*room) fyne.CanvasObject {
	b := presenter.New(presenter.Config{NoteSize: 100})
	b.Set(presenter.Content{Date: "14 May 2024", Place: "Lyngholm", Words: "“The dike will hold until Thursday,”", Foot: "Astrid Vik · Flood in Lyngholm", NextHead: "15 May 2024 · Aas",
		NextWords: "Thirty boats were torn from the quay.", NextEdge: colours[1], Notes: "Ask first: who could have known?\nThen the map.", At: 3, Of: 12})
	b.SetClock("10:42", "12 min")
	return b.Root
}

package bind

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"dateline/app/compare"
	"dateline/app/story"
)

// CompareView is which list of things to compare is shown.
type CompareView int

// The lists.
const (
	CompareDiffer CompareView = iota
	CompareSources
	ComparePlaces
	CompareDays
	CompareSpeakers
	CompareTables
)

// CompareViews are the names of the lists, in their order.
func (w Words) CompareViews() []string {
	return []string{w.L("Differences"), w.L("Sources"), w.L("Places"), w.L("Days"), w.L("Speakers"), w.L("Tables")}
}

// CompareCard is something that articles are compared on.
type CompareCard struct {
	ID    string
	Head  string // the heading above it; "" where it stands below the one before
	Title string
	Sub   string
	About compare.Subject
	Table *CompareTable

	Heard   *int                // of who is heard: the article, -1 for the whole story
	Events  []string            // story.Event.Same of what it is about
	Figures *compare.Difference // the numbers that differ, of a card of these
	Wording *compare.Wording    // what is said in several wordings, of a card of that
}

// CompareDocs are the articles to compare: those that the filter leaves; nil is all.
func CompareDocs(s *story.Story, f story.Filter) []int {
	var out []int
	for _, id := range f.Articles {
		if d := s.ArticleAt(id); d >= 0 {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	return out
}

// CompareCards lists what the articles can be compared on.
func (w Words) CompareCards(s *story.Story, docs []int, view CompareView) []CompareCard {
	var out []CompareCard
	switch view {
	case ComparePlaces, CompareDays:
		places, days := compare.Coverage(s, docs)
		list, head := places, w.L("Places")
		if view == CompareDays {
			list, head = days, w.L("Days")
		}
		for i := range list {
			c := &list[i]
			title := w.PlaceName(c.Place)
			if view == CompareDays {
				title = w.longDay(c.Subject.Day)
			}
			out = append(out, CompareCard{Title: title, About: c.Subject,
				Sub: w.N("in {{.Docs}} of {{.N}} articles", len(c.Counts), map[string]any{"Docs": c.Docs}) + " · " + w.Count(c.All, "event", "events")})
		}
		return headed(out, w.head(head, len(out)))
	case CompareSources:
		return w.sourceCards(s, docs)
	case CompareTables:
		return w.tableCards(s, docs)
	case CompareSpeakers:
		for _, v := range compare.Heard(compare.Sources(s, docs)) {
			p := &s.Speakers[v.Speaker]
			out = append(out, CompareCard{Title: p.Name, About: compare.Subject{Kind: compare.SubjectSpeaker, Speaker: p.ID},
				Sub: join(w.Count(v.Quotes, "quote", "quotes"), w.Count(v.Words, "word", "words"))})
		}
		return headed(out, w.head(w.L("Who is heard"), len(out)))
	}
	for _, d := range compare.Differences(s, docs) {
		out = append(out, w.differenceCard(s, &d))
	}
	out = headed(out, w.head(w.L("Where the articles differ"), len(out)))
	return append(out, w.wordingCards(s, docs)...)
}

// headed gives the first card of a list its heading, and each card its id.
func headed(cards []CompareCard, head string) []CompareCard {
	for i := range cards {
		cards[i].ID = fmt.Sprintf("%s %d", head, i)
	}
	if len(cards) > 0 {
		cards[0].Head = head
	}
	return cards
}

func (w Words) head(words string, n int) string {
	return w.upper(words) + " · " + strconv.Itoa(n)
}

func (w Words) differenceCard(s *story.Story, d *compare.Difference) CompareCard {
	c := CompareCard{About: d.Subject, Title: w.happening(s, d.Subject.Event), Events: d.Events}
	where := ""
	if d.Where != nil {
		where = w.PlaceName(d.Where.Place)
	}
	switch d.Kind {
	case compare.Figures, compare.OnlyFigure:
		c.Figures = d
		c.Title, c.Sub = w.figuresTitle(s, d), join(where, w.N("in {{.N}} articles", len(d.Docs), nil))
		if d.Kind == compare.OnlyFigure {
			c.Sub = w.L("only in {{.Title}}", map[string]any{"Title": clip(Title(s.Articles[d.Docs[0]]), 40)})
		}
		return c
	}
	c.Sub = w.stances(d.Says, d.Other, d.Denies, d.Asks, d.Silent)
	if d.Kind == compare.Agreement {
		c.Sub = w.stances(0, 0, d.Denies, 0, d.Silent)
		if n := d.Says + d.Other; n > 0 {
			c.Sub = join(w.N("{{.N}} tell it alike", n, nil), c.Sub)
		}
	}
	return c
}

// fate is what became of people, as the head of a row of numbers.
func (w Words) fate(of string) string {
	switch of {
	case "dead":
		return w.L("Dead")
	case "injured":
		return w.L("Injured")
	case "missing":
		return w.L("Missing")
	case "held":
		return w.L("Detained")
	case "fled":
		return w.L("Displaced")
	case "rescued":
		return w.L("Rescued")
	}
	return ""
}

// figuresTitle is the numbers side by side: "Dead: 12 / 19 / 31", "400 hectares / 900 hectares". What several articles give stands
// once.
func (w Words) figuresTitle(s *story.Story, d *compare.Difference) string {
	head := w.fate(d.What)
	var out []string
	for i := range d.Figures {
		f := &d.Figures[i]
		if slices.ContainsFunc(d.Figures[:i], func(o compare.Figure) bool { return o.Value == f.Value }) {
			continue
		}
		words := f.Span.In(s.Articles[f.Doc].Text)
		if head != "" {
			words = strconv.FormatFloat(f.Value, 'f', -1, 64)
		}
		out = append(out, words)
	}
	if head != "" {
		head += ": "
	}
	return head + strings.Join(out, " / ")
}

// happening names an event by the word that the article has which is surest of it: "“encircled” · Sudzha".
func (w Words) happening(s *story.Story, same string) string {
	best := -1
	for i := range s.Events {
		if e := &s.Events[i]; e.Same == same && (best < 0 || e.P > s.Events[best].P) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	e := &s.Events[best]
	out := e.What
	if word := e.Trigger.In(s.Articles[e.Doc].Text); word != "" {
		out = "“" + clip(word, 40) + "”"
	}
	if e.Where != nil {
		out = join(out, w.shortName(e.Where.Place))
	}
	return out
}

// stances says how many articles take each stance; those that nobody takes are left out.
func (w Words) stances(says, other, denies, asks, silent int) string {
	some := func(n int, one, many string) string {
		if n == 0 {
			return ""
		}
		return w.Count(n, one, many)
	}
	return join(join(some(says, "says so", "say so"), some(denies, "denies it", "deny it")),
		join(join(some(other, "tells it otherwise", "tell it otherwise"), some(asks, "only asks", "only ask")), some(silent, "silent", "silent")))
}

// mentioned says how many articles tell of something that has no stances, and how many are silent.
func (w Words) mentioned(telling, silent int) string {
	if telling == 0 {
		return w.stances(0, 0, 0, 0, silent)
	}
	return join(w.Count(telling, "tells of it", "tell of it"), w.stances(0, 0, 0, 0, silent))
}

func (w Words) wordingCards(s *story.Story, docs []int) []CompareCard {
	var out []CompareCard
	for _, v := range compare.Wordings(s, docs) {
		if !v.Differ {
			continue
		}
		c := CompareCard{Sub: w.N("in {{.N}} articles", articlesOf(s, v.Quotes), nil), Wording: &v}
		var words []string
		for _, i := range v.Quotes {
			q := &s.Quotes[i]
			if len(words) < 2 {
				words = append(words, curly(clip(q.Span.In(s.Articles[q.Doc].Text), 60)))
			}
		}
		c.Title = strings.Join(words, " · ")
		if v.Speaker >= 0 {
			c.Sub = join(s.Speakers[v.Speaker].Name, c.Sub)
			c.About = compare.Subject{Kind: compare.SubjectSpeaker, Speaker: s.Speakers[v.Speaker].ID}
		}
		out = append(out, c)
	}
	return headed(out, w.head(w.L("Said in two wordings"), len(out)))
}

// articlesOf is how many articles some quotes stand in.
func articlesOf(s *story.Story, quotes []int) int {
	seen := map[int]bool{}
	for _, i := range quotes {
		seen[s.Quotes[i].Doc] = true
	}
	return len(seen)
}

// ComparePage is one thing as each article tells it, and who is heard in each article.
type ComparePage struct {
	Title   string
	When    string
	Where   string
	Summary []string // "5 articles", "2 say so", …
	Columns []CompareColumn
	Twins   string    // names in two spellings
	Heads   []string  // of the table: of sources, or of people or places
	HeadIDs []string  // what a head is known by where the table can be sorted by it; else nil
	Shares  []float32 // of the table's width, of each column; nil leaves them to the pane
	Sources []CompareSource
	Facts   []CompareFact // of a source, above its table
}

// CompareFact is something that is known of a source.
type CompareFact struct{ Name, Words string }

// CompareColumn is an article.
type CompareColumn struct {
	ID     string // Document.ID
	Title  string
	Colour color.NRGBA
	Cells  []CompareCell
}

// CompareCell is a sentence of an article.
type CompareCell struct {
	ID     string // what to go to
	Stance string
	Denies bool
	Quiet  bool // it only comes near
	Rest   string
	Words  string
	Marks  []CompareMark
	Foot   string
}

// CompareMark is a stretch of a cell's Words, in bytes.
type CompareMark struct {
	From, To int
	Only     bool // no other article has it; else others use it of the same too
}

// CompareSource is a row of the table of who is heard.
type CompareSource struct {
	ID     string // Document.ID
	Colour color.NRGBA
	Cells  []string
	Head   bool                // it heads those below it
	Share  float32             // part of all that the last cell tells, 0 to 1, to be drawn; 0 draws nothing
	Only   func(*story.Filter) // narrows a filter to what the row stands for; nil of an article
}

// The most columns that a page has: of articles that tell of the thing, and of silent ones.
const (
	mostTelling = 12
	mostSilent  = 4
	mostSources = 60
	mostCells   = 8
)

// ComparePage words what a card stands for.
func (w Words) ComparePage(s *story.Story, docs []int, card *CompareCard, atlas Atlas) ComparePage {
	switch {
	case card.Table != nil:
		return w.tablePage(s, docs, *card.Table)
	case card.Heard != nil:
		return w.sourcePage(s, docs, *card.Heard, atlas)
	}
	t := tableOf(s, docs, card)
	p := ComparePage{Title: card.Title, Twins: w.twins(s, docs)}
	if t.Where != nil {
		p.Where = w.shortName(t.Where.Place)
	}
	if t.When.Dated() {
		p.When = w.Interval(t.When.Earliest, t.When.Latest)
	}
	silent := t.Count(compare.Silent)
	says, other, denies, asks := t.Voices()
	p.Summary = []string{w.Count(len(t.Cells), "article", "articles"), w.stances(says, other, denies, asks, silent)}
	if card.About.Kind != compare.SubjectEvent || card.Figures != nil || card.Wording != nil {
		p.Summary[1] = w.mentioned(len(t.Cells)-silent, silent)
	}
	telling, quiet := 0, 0
	for _, c := range inOrder(t.Cells, card.About.Kind == compare.SubjectEvent) {
		if c.Stance == compare.Silent {
			quiet++
			if quiet > mostSilent {
				continue
			}
		} else if telling++; telling > mostTelling {
			continue
		}
		p.Columns = append(p.Columns, w.column(s, c))
	}
	if n := max(telling-mostTelling, 0) + max(quiet-mostSilent, 0); n > 0 {
		p.Summary = append(p.Summary, w.N("{{.N}} more are not shown", n, nil))
	}
	p.Heads, p.Sources = w.sources(s, docs)
	return p
}

// sideBySide is how many articles stand in their own order; of more, those that tell of a thing come first.
const sideBySide = 6

// inOrder are the cells in the order of their columns: that of the articles, for few of them and an event that half of them tell
// of; else those first that tell something, so that it is seen without scrolling.
func inOrder(cells []compare.Cell, event bool) []*compare.Cell {
	out := make([]*compare.Cell, len(cells))
	silent := 0
	for i := range cells {
		out[i] = &cells[i]
		silent += boolean(cells[i].Stance == compare.Silent)
	}
	if !event || len(cells) > sideBySide || 2*silent > len(cells) {
		slices.SortStableFunc(out, func(a, b *compare.Cell) int {
			return boolean(a.Stance == compare.Silent) - boolean(b.Stance == compare.Silent)
		})
	}
	return out
}

// tableOf is what a card holds against each other.
func tableOf(s *story.Story, docs []int, card *CompareCard) compare.Table {
	switch {
	case card.Figures != nil:
		return compare.OfFigures(s, card.Figures, docs)
	case card.Wording != nil:
		return compare.OfWording(s, card.Wording, docs)
	}
	return compare.Of(s, card.About, docs)
}

func (w Words) column(s *story.Story, c *compare.Cell) CompareColumn {
	a := s.Articles[c.Doc]
	out := CompareColumn{ID: a.ID, Title: Title(a), Colour: LaneColour(c.Doc)}
	for i := range c.Tellings[:min(len(c.Tellings), mostCells)] {
		out.Cells = append(out.Cells, w.cell(s, c.Doc, &c.Tellings[i]))
	}
	if n := len(c.Tellings) - mostCells; n > 0 {
		out.Cells = append(out.Cells, CompareCell{ID: a.ID, Quiet: true, Words: w.N("and {{.N}} more sentences", n, nil)})
	}
	if c.Stance == compare.Silent {
		cell := CompareCell{ID: a.ID, Stance: w.L("silent"), Quiet: true}
		if c.Instead != nil {
			cell = w.cell(s, c.Doc, c.Instead)
			cell.Stance, cell.Quiet = w.L("silent"), true
			cell.Rest = w.L("comes nearest:")
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}

var stanceWords = map[compare.Stance]string{compare.Says: "says", compare.Reports: "reports", compare.Otherwise: "otherwise", compare.Denies: "denies", compare.Asks: "asks"}

func (w Words) cell(s *story.Story, doc int, t *compare.Telling) CompareCell {
	a := s.Articles[doc]
	c := CompareCell{ID: TextID(a.ID, t.Span.Start), Denies: t.Stance == compare.Denies}
	switch {
	case t.Event >= 0:
		c.ID = string(s.Events[t.Event].ID)
	case t.Quote >= 0:
		c.ID = string(s.Quotes[t.Quote].ID)
	}
	if t.Stance != compare.Silent {
		c.Stance = w.L(stanceWords[t.Stance])
	}
	if said := w.Modality(t.Modality); t.Stance == compare.Otherwise && said != "" {
		c.Stance = said
	}
	if t.When.Dated() {
		c.Rest = w.Interval(t.When.Earliest, t.When.Latest)
	}
	c.Words, c.Marks = compareWords(a.Text, t)
	who := ""
	if t.Speaker >= 0 {
		who = s.Speakers[t.Speaker].Name
	} else if t.Stance == compare.Reports {
		who = w.L("nobody named")
	} else if t.Stance != compare.Silent {
		who = w.L("the article itself")
	}
	if t.Nth > 0 {
		who = join(who, w.L("sentence {{.N}}", map[string]any{"N": t.Nth}))
	}
	c.Foot = who
	return c
}

// TextID names a place in an article.
func TextID(article string, at int) string { return article + "@" + strconv.Itoa(at) }

// TextAt is the article and the place that a TextID names.
func TextAt(id string) (article string, at int, ok bool) {
	article, rest, ok := strings.Cut(id, "@")
	at, err := strconv.Atoi(rest)
	return article, at, ok && err == nil
}

// compareWords are the words of a telling in one line, with what is marked in them.
func compareWords(text string, t *compare.Telling) (string, []CompareMark) {
	span := t.Span
	if span.Len() > longestCell {
		span.End = span.Start + longestCell
		for span.End > span.Start && (text[span.End]&0xC0) == 0x80 {
			span.End--
		}
	}
	words := span.In(text)
	flat := []byte(words) // blanks become spaces, byte for byte, so that the marks stay where they are
	for i, b := range flat {
		if b == '\n' || b == '\r' || b == '\t' {
			flat[i] = ' '
		}
	}
	var marks []CompareMark
	add := func(spans []story.Span, only bool) {
		for _, m := range spans {
			if span.Contains(m) {
				marks = append(marks, CompareMark{m.Start - span.Start, m.End - span.Start, only})
			}
		}
	}
	add(t.Shared, false)
	add(t.Only, true)
	slices.SortFunc(marks, func(a, b CompareMark) int { return a.From - b.From })
	out := string(flat)
	if span != t.Span {
		out += "…"
	}
	return out, marks
}

const longestCell = 420

func (w Words) twins(s *story.Story, docs []int) string {
	var out []string
	for _, sp := range compare.Spellings(s, docs) {
		var forms []string
		for _, f := range sp.Forms {
			forms = append(forms, f.Text)
		}
		out = append(out, strings.Join(forms, ", "))
		if len(out) == 6 {
			break
		}
	}
	if len(out) == 0 {
		return ""
	}
	return w.L("Spelling twins:") + " " + strings.Join(out, " · ")
}

// Table is the page as a table to paste elsewhere: cells divided by tabs.
func (p *ComparePage) Table() string {
	b := tabbed{}
	b.line(p.Title, p.When, p.Where)
	for _, f := range p.Facts {
		b.line(f.Name, f.Words)
	}
	for _, c := range p.Columns {
		for _, x := range c.Cells {
			b.line(c.Title, join(x.Stance, x.Rest), x.Words, x.Foot)
		}
	}
	b.WriteString("\n")
	b.line(p.Heads...)
	for _, r := range p.Sources {
		b.line(r.Cells...)
	}
	return b.String()
}

package extract

// Weights are the numbers that decide what of a page is the article. They were set by hand on saved pages of news sites,
// weblogs and pages of the 1990s, until each gave its article whole and nothing else. Lengths are bytes of UTF-8; shares
// are per cent.
type Weights struct {
	// What counts as good text: text that reads like sentences.
	Paragraph int // so much text of its own, outside links, makes a block a paragraph
	Outer     int // the same for a block that holds paragraphs itself
	// What is the teaser of another article.
	TeaserLink int // this share of a heading in links makes what it heads a teaser
	Teaser     int // longer than this it is none
	// What is dropped as furniture of the page: navigation, advertising, readers' comments.
	Furniture int // with this share of the page's good text it stays, whatever the markup calls it
	Headline  int // with this share it stays if it holds the headline
	Hidden    int // with this share it stays though the markup hides it, or calls it comments
	// Which element holds the article.
	Named      int // the element that the markup calls the article must hold this share of the good text
	Narrow     int // else it is the smallest element that holds this share of its parent's
	NarrowHead int // or this share and the headline
	// Which blocks of it are kept.
	Lead        int // before the article's first block a plain one must be so long
	LookBack    int // so many blocks back the beginning of the article is looked for
	Linked      int // a block with this share in links is a list of links
	LinkedMax   int // unless it is so long
	LinkedLeast int // or so long and closed like a sentence
	Title       int // a block that repeats the page's title is so long at least, to be the headline
	Begun       int // after a paragraph so long no headline is looked for
	Notice      int // "Subscribe …", "We use cookies …": longer than this it is text of the article
	NoticeSure  int // shorter than this it is a notice by its first words alone
	// What an element is by its mark-up, if it is no longer than this.
	Caption, Byline, Cell, Standfirst, Date, Time int
	Item                                          int // a longer item of a list is a paragraph of its own
}

// Default are the weights that the program uses.
var Default = Weights{
	Paragraph: 60, Outer: 120,
	TeaserLink: 90, Teaser: 500,
	Furniture: 35, Headline: 25, Hidden: 50,
	Named: 40, Narrow: 85, NarrowHead: 60,
	Lead: 60, LookBack: 40, Linked: 60, LinkedMax: 200, LinkedLeast: 40, Title: 12, Begun: 200, Notice: 220, NoticeSure: 90,
	Caption: 600, Byline: 200, Cell: 100, Standfirst: 600, Date: 80, Time: 60, Item: 300,
}

// share reports that part is at least per cent of whole.
func share(part, whole, percent int) bool { return part*100 >= whole*percent }

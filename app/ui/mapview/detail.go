package mapview

// Detail is what the card at a tapped mark says: sentences and quotes, each of which may be tapped.
type Detail struct {
	Title string
	Note  string // below the title: "known to country level only"
	Items []Item
}

// Item is one sentence or quote of a Detail.
type Item struct {
	Head  string // above the words: "12 March · Example Post", "Jane Doe, 12 March"
	Text  string // the sentence, or the words in their quotation marks
	Quote bool   // set off with a bar
}

// ShowDetail opens a card with d at the mark of that id, in place of the one that is open. It goes when the person
// closes it, taps the map or another mark, or SetMarks leaves the mark out.
func (m *Map) ShowDetail(id int, d Detail) {}

// HideDetail closes the card.
func (m *Map) HideDetail() {}

// CloseOpen closes what stands open on the map: the card, else the list, else the fan. It reports whether there was
// any, so that Escape can do something else otherwise.
func (m *Map) CloseOpen() bool { return false }

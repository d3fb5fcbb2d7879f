package extract

import "dateline/app/story"

// Headed makes zones of the headings, and gives the headline: the first heading of the first level, if no title is known
// or it is the title. A title that no heading repeats stands first, as the headline.
func Headed(blocks []Block, title string) (headed []Block, headline string) {
	head := -1
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Level == 0:
		case b.Level == 1 && head < 0 && (title == "" || b.Text == title):
			head, title, b.Kind = i, b.Text, story.ZoneHeadline
		default:
			b.Kind = story.ZoneSubhead
		}
	}
	if head < 0 && title != "" && len(blocks) > 0 {
		return append([]Block{{Text: title, Kind: story.ZoneHeadline}}, blocks...), title
	}
	return blocks, title
}

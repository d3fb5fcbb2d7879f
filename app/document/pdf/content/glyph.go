// Package content finds the letters that a page of a PDF paints, and where: it runs the operators of the page and of the
// forms that it calls, and asks the fonts which letter each code means.
//
//	r := content.NewReader(file)
//	page := r.Page(ctx, file.Pages()[0])
//
// It does not put letters in order; see package layout. Pictures are only measured.
package content

// Glyph is what a font paints at once: mostly a letter. Places are in points from the left and the bottom of the page as a
// person sees it, along the line of writing.
type Glyph struct {
	Text string  // "" where the font does not say which letter it is
	X, Y float32 // where it begins, on its base line
	W    float32 // how far the next one stands
	Size float32 // of the font
	Turn int16   // the writing is turned by so many degrees counter-clockwise; X and Y are turned back
	Bold bool
	Side bool // the file says that it is no part of the text: a running head, a page number
}

// Page is what a page paints.
type Page struct {
	Glyphs   []Glyph
	Width    float32
	Height   float32
	Pictures float64 // the share of the page that pictures cover
	Nameless int     // glyphs of which the font does not say which letters they are
	Stopped  bool    // the page asks for more work than any page needs
}

package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dateline/app/story"
)

type pane struct{ look Look }

func (p *pane) init()                                {}
func (p *pane) setLook(l Look)                       { p.look = l }
func (p *pane) setArticle(Article)                   {}
func (p *pane) setHighlights([]story.Span)           {}
func (p *pane) setSelected(story.Span)               {}
func (p *pane) scrollTo(story.Span)                  {}
func (p *pane) lineAt(int) story.Span                { return story.Span{} }
func (p *pane) visibleSpan() story.Span              { return story.Span{} }
func (p *pane) positionOf(int) (fyne.Position, bool) { return fyne.Position{}, false }
func (p *pane) offsetAt(fyne.Position) (int, bool)   { return 0, false }
func (p *pane) selection() story.Span                { return story.Span{} }
func (p *pane) selectAll()                           {}
func (p *pane) copySelection()                       {}
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

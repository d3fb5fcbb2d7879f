package timeline

import "image/color"

// Look is the palette and the sizes. A nil colour or zero size follows the theme.
type Look struct {
	Background color.Color // behind everything
	Text       color.Color // lane titles
	Muted      color.Color // axis labels
	Line       color.Color // lane lines and the axis
	Accent     color.Color // the period's line and handle
	Band       color.Color // the period's shade
	Ring       color.Color // around what is selected
	Focus      color.Color // around the widget when it has the keyboard
	TextSize   float32     // lane titles; axis labels are a little smaller
	TitleWidth float32     // width of the column of titles
	RowHeight  float32     // height of a lane, when there is room
}

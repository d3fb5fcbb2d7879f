package ui

import (
	"context"
	"encoding/json"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/ui/dialog"
	"dateline/geo/tile"
)

// Background is what the map is drawn on.
type Background = dialog.Background

// BackgroundKind is what sort of map it is.
type BackgroundKind = dialog.BackgroundKind

// The kinds.
const (
	BackgroundOwn    = dialog.BackgroundOwn
	BackgroundFile   = dialog.BackgroundFile
	BackgroundServer = dialog.BackgroundServer
)

// Ground is a background that is open. Close is called when another takes its place.
type Ground struct {
	Tiles       tile.Source
	Attribution string
	Close       func()
}

// grounds opens what the map is drawn on.
type grounds struct {
	*desk
	open     func(b Background, changed func(tile.Status)) (Ground, error) // nil: there is only one
	draw     func(tiles tile.Source, attribution string)
	proposed Background // the server that the dialog proposes
	shut     func()     // closes the one that is drawn on
	said     string     // why a map does not come, as the person was told last
}

// ask asks for another background.
func (g *grounds) ask() {
	dialog.AskBackground(g.dialogs(), g.kept.background(), g.proposed, func(b Background) {
		g.said = ""
		g.use(b)
	})
}

// use opens a map off the UI goroutine and draws on it. Where it cannot be opened, what was there stays and a note says
// why. Of several that are asked for, the last one is drawn on.
func (g *grounds) use(b Background) {
	if g.open == nil {
		return
	}
	g.session.Start(session.Work{Kind: session.KindBackground, Fault: text("The map could not be opened; the map that ships is shown."),
		Do: func(ctx context.Context, _ progress.Report) (func(), error) {
			opened, err := g.open(b, func(s tile.Status) { g.dispatch(func() { g.tell(s) }) })
			if err != nil {
				return func() {
					g.session.Notify(session.Note{Text: text("The map could not be opened; the map that ships is shown.") + " " + err.Error()})
				}, nil
			}
			g.dispatch(func() {
				if ctx.Err() != nil { // another was asked for meanwhile
					opened.Close()
					return
				}
				g.opened(b, opened)
			})
			return nil, nil
		}})
}

func (g *grounds) opened(b Background, o Ground) {
	before := g.shut
	g.shut = o.Close
	g.draw(o.Tiles, o.Attribution)
	if before != nil {
		before()
	}
	if data, err := json.Marshal(b); err == nil {
		g.kept.p.SetString("background", string(data))
	}
}

// close closes what is drawn on.
func (g *grounds) close() {
	if g.shut != nil {
		g.shut()
		g.shut = nil
	}
}

// tell tells of a map that does not come, once for each reason.
func (g *grounds) tell(s tile.Status) {
	if s.Good() || s.Code == g.said {
		return
	}
	g.said = s.Code
	g.session.Notify(session.Note{Text: s.Sentence()})
}

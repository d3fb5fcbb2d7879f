package app

import (
	"errors"
	"os"

	"dateline/app/instance"
	"dateline/app/session"
)

// join makes this start the program that runs, or hands its files to the one that does. Programs meet where they have the same
// settings and the same display. A start that wants its window in a language, in colours or on a presenter's screen, or that is
// traced, opens its own.
func join(folder string, c *Config) (door *instance.Door, handed bool) {
	own := c.New || c.Language != "" || c.Theme != "" || c.Present || c.Trace != ""
	door, err := instance.Join(instance.Config{
		Folder: instance.Folder(folder),
		Name:   instance.Name(folder, os.Getenv("DISPLAY"), os.Getenv("WAYLAND_DISPLAY")),
		New:    own,
	}, c.Files)
	switch {
	case err == nil:
		return door, door == nil
	case !errors.Is(err, instance.ErrAlone) || !own:
		logf("app: this window stands alone: %v", err)
	}
	return nil, false
}

// serve opens in the window what later starts hand over. Called on the UI goroutine.
func (p *program) serve(dispatch func(func()), open func([]session.Source)) {
	if p.door == nil {
		return
	}
	p.door.Serve(func(files []string, taking func() bool) {
		dispatch(func() {
			if taking() {
				open(fileSources(files))
			}
		})
	})
}

package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"dateline/app/openwith"
	"dateline/app/ui"
	"dateline/assets"
)

// Register tells the system that files that end in .dateline are opened by this program, or takes that back; said is what has
// become of it. Nothing else is started.
func Register(language string, on bool) (said string, err error) {
	speak(language)
	if err := translate(assets.Translations(), "translations"); err != nil {
		logf("app: %v", err)
	}
	p, err := opener()
	if err != nil {
		return "", err
	}
	if on {
		return registered(p.Register(), "files that end in .dateline are now opened by "+p.Path)
	}
	return registered(p.Unregister(), "files that end in .dateline are no longer opened by Dateline")
}

// registered words what has become of telling the system.
func registered(err error, said string) (string, error) {
	var other *openwith.ErrOther
	switch {
	case errors.Is(err, openwith.ErrBySystem):
		return "", errors.New("this system knows Dateline by itself: move it to the applications and open it once")
	case errors.Is(err, openwith.ErrPath):
		return "", errors.New("the name of Dateline's folder holds a sign that the system cannot be told: rename the folder")
	case errors.As(err, &other):
		return "", fmt.Errorf("they are opened by another copy of Dateline, %s: use -unregister there", other.Path)
	case err != nil:
		return "", fmt.Errorf("the system could not be told: %w", err)
	}
	return said, nil
}

// opener is this program, as the system is told of it.
func opener() (openwith.Program, error) {
	path, err := os.Executable()
	if err != nil {
		return openwith.Program{}, fmt.Errorf("app: %w", err)
	}
	p := openwith.Program{Path: path, Icon: assets.Icon(), Data: os.Getenv("XDG_DATA_HOME")}
	p.Project, p.Article = ui.FileNames()
	if !filepath.IsAbs(p.Data) && runtime.GOOS != "windows" {
		home, err := os.UserHomeDir()
		if err != nil {
			return openwith.Program{}, fmt.Errorf("app: %w", err)
		}
		p.Data = filepath.Join(home, ".local", "share")
	}
	return p, nil
}

// fileKind is what the window offers to tell the system: on Windows, where nobody else tells it, and for a program on a stick. What
// a package has installed the system knows; so it does on macOS.
func fileKind(system string, portable bool) ui.FileKind {
	if system != "windows" && (!portable || system == "darwin") {
		return nil
	}
	p, err := opener()
	if err != nil {
		logf("app: %v", err)
		return nil
	}
	return p
}

package app

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// errNoScreen is that no window can be opened, and what to do. In English: there is no window to say it in.
var errNoScreen = errors.New("no graphical screen can be reached: start Dateline on a desktop, or use the program reader, which needs none")

// errNoGraphics is that there is a screen, and that it draws no windows of this kind.
var errNoGraphics = errors.New("the screen offers no OpenGL, which the window is drawn with: install or update the driver of the graphics card " +
	"(on Linux, Mesa can draw without a card: package libgl1-mesa-dri)")

// screenless says why no window can be opened on a system, before it is tried; nil where one may be. Fyne draws on Linux
// and the BSDs by X11.
func screenless(system string, env func(string) string) error {
	switch system {
	case "linux", "freebsd", "openbsd", "netbsd":
		if env("DISPLAY") == "" {
			return fmt.Errorf("DISPLAY is not set: %w", errNoScreen)
		}
	}
	return nil
}

// The scales at which a window can be drawn: at less its words cannot be read, at more none fits on a screen.
const leastScale, mostScale = 0.3, 5

// drawable reports whether a window can be drawn at a scale.
func drawable(scale float64) bool { return scale >= leastScale && scale <= mostScale }

// scaleFor is what Fyne is to be told of the scale: what the person's environment wishes for, "" where it wishes for nothing and what
// was chosen in Fyne's own settings holds, and "auto", the screen's own, where one of both is no scale. Chosen 0 is nothing.
func scaleFor(wish string, chosen float32) string {
	switch s, err := strconv.ParseFloat(wish, 64); {
	case wish == "" && (chosen <= 0 || drawable(float64(chosen))):
		return ""
	case wish != "" && err == nil && drawable(s):
		return wish
	}
	return "auto"
}

// setScale keeps Fyne from a scale that it would not survive.
func setScale(chosen float32) {
	const name = "FYNE_SCALE"
	wish := os.Getenv(name)
	scale := scaleFor(wish, chosen)
	if scale == wish {
		return
	}
	if wish == "" {
		wish = fmt.Sprint(chosen)
	}
	logf("app: %s is no scale from %g to %d: the screen's own is used", wish, leastScale, mostScale)
	os.Setenv(name, scale)
}

// unopened tells what a panic at the start of the window means, where it only means that there is none to be had; nil
// where something else is wrong. The words are GLFW's.
func unopened(fault any) error {
	switch words := fmt.Sprint(fault); {
	case strings.Contains(words, "NotInitialized"), strings.Contains(words, "PlatformError"):
		return errNoScreen
	case strings.Contains(words, "APIUnavailable"), strings.Contains(words, "VersionUnavailable"), strings.Contains(words, "FormatUnavailable"):
		return errNoGraphics
	}
	return nil
}

// drawn reports whether a window stands on the screen. Where that failed Fyne has logged why, and would wait for ever.
func drawn(w fyne.Window) bool {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return true
	}
	on := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			on = c.WindowHandle != 0
		case driver.WindowsWindowContext:
			on = c.HWND != 0
		case driver.MacWindowContext:
			on = c.NSWindow != 0
		}
	})
	return on
}

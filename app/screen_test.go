package app

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestScreenless_IsSaidBeforeAWindowIsTried(t *testing.T) {
	for _, c := range []struct {
		name, system, display string
		want                  bool
	}{
		{"Linux without a display", "linux", "", true},
		{"Linux with one", "linux", ":0", false},
		{"Windows has no such variable", "windows", "", false},
		{"macOS has none either", "darwin", "", false},
		{"FreeBSD without a display", "freebsd", "", true},
	} {
		err := screenless(c.system, func(name string) string { return map[string]string{"DISPLAY": c.display}[name] })
		if (err != nil) != c.want || c.want && !errors.Is(err, errNoScreen) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestUnopened_TellsAMissingScreenFromAMistake(t *testing.T) {
	for fault, want := range map[string]error{
		"NotInitialized: The GLFW library is not initialized": errNoScreen,
		"PlatformError: X11: Failed to open display :77":      errNoScreen,
		"APIUnavailable: GLX: GLX extension not found":        errNoGraphics,
		"VersionUnavailable: GLX: no such version":            errNoGraphics,
		"runtime error: index out of range [3]":               nil,
	} {
		if got := unopened(errors.New(fault)); got != want {
			t.Errorf("%s: %v", fault, got)
		}
	}
}

func TestDrawn_ATestWindowIsTakenForOne(t *testing.T) {
	w := test.NewTempWindow(t, nil)
	if !drawn(w) {
		t.Error("a window without a native one counts as not drawn")
	}
}

func TestScaleFor_TakesWhatAWindowCanBeDrawnAt(t *testing.T) {
	for _, c := range []struct {
		wish   string
		chosen float32
		want   string
	}{
		{"", 0, ""}, {"", 1.5, ""}, {"", -1, ""}, {"", 100, "auto"}, {"", 0.01, "auto"},
		{"auto", 0, "auto"}, {"auto", 100, "auto"}, {"1.5", 100, "1.5"}, {"0.3", 0, "0.3"}, {"5", 0, "5"},
		{"100", 1, "auto"}, {"5.1", 0, "auto"}, {"0.01", 0, "auto"}, {"0", 0, "auto"}, {"-1", 0, "auto"},
		{"abc", 0, "auto"}, {"NaN", 0, "auto"}, {"Inf", 0, "auto"}, {"1,5", 0, "auto"},
	} {
		if got := scaleFor(c.wish, c.chosen); got != c.want {
			t.Errorf("%q, chosen %v: %q, want %q", c.wish, c.chosen, got, c.want)
		}
	}
}

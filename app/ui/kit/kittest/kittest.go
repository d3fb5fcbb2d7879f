// Package kittest helps to test widgets: a window of a size on a test driver, and pictures of it to look at. It is for
// tests only.
package kittest

import (
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// Show puts a widget into a window of a size, in the light theme, with an app of its own for the test. The widget is made
// by make once that app is there.
func Show[W fyne.CanvasObject](t testing.TB, width, height float32, make func() W) (W, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(Theme(theme.VariantLight))
	o := make()
	win := test.NewTempWindow(t, container.NewStack(o))
	win.SetPadded(false)
	win.Resize(fyne.NewSize(width, height))
	return o, win
}

// Theme is Fyne's theme in one variant, whatever the system prefers.
func Theme(variant fyne.ThemeVariant) fyne.Theme { return fixed{theme.DefaultTheme(), variant} }

type fixed struct {
	fyne.Theme
	variant fyne.ThemeVariant
}

// Color is called by Fyne, with the system's variant.
func (f fixed) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return f.Theme.Color(name, f.variant)
}

// Keep writes a picture of the window to build/FOLDER/NAME.png where DATELINE_PICTURES is set: to be looked at. The test
// runs in a package two folders below the root's app folder.
func Keep(t testing.TB, win fyne.Window, folder, name string) {
	t.Helper()
	if os.Getenv("DATELINE_PICTURES") == "" {
		return
	}
	dir := filepath.Join("..", "..", "..", "build", folder)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

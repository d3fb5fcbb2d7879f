// Command gallery shows every widget of the window with made-up data, in every theme: to look at, and to try.
//
//	gallery [-theme light|dark|projector]    a window with a list of the widgets; it needs a build with graphics
//	gallery -o FOLDER                        a picture of each in each theme, as FOLDER/THEME-WIDGET.png, without a screen
//
// It knows no story and no session: a widget that cannot be shown here knows too much.
package main

import (
	"flag"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"time"

	"dateline/app/safefile"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func main() {
	folder := flag.String("o", "", "folder for pictures; without it a window opens")
	theme := flag.String("theme", "light", "light, dark or projector: what the window begins with")
	flag.Parse()
	if *folder == "" {
		window(*theme)
		return
	}
	if err := pictures(*folder, kit.Palettes, exhibits); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// pictures writes a picture of each exhibit in each palette.
func pictures(folder string, palettes []*kit.Palette, all []exhibit) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, p := range palettes {
		for _, x := range all {
			img, err := picture(p, x)
			if err != nil {
				return err
			}
			path := filepath.Join(folder, p.Name+"-"+x.name+".png")
			if err := safefile.Write(path, 0o644, func(w io.Writer) error { return png.Encode(w, img) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// picture shows an exhibit on a window without a screen.
func picture(p *kit.Palette, x exhibit) (image.Image, error) {
	a := test.NewApp()
	defer a.Quit()
	a.Settings().SetTheme(kit.Theme{Palette: p})
	r := &room{pal: p, queue: make(chan func(), 100)}
	o := x.make(r)
	w := test.NewWindow(container.NewStack(o))
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(x.width, x.height))
	if r.settled != nil {
		r.settled()
	}
	if !r.pump(20 * time.Second) {
		return nil, fmt.Errorf("%s did not get ready", x.name)
	}
	return w.Canvas().Capture(), nil
}

// window shows the exhibits one at a time.
func window(theme string) {
	a := app.NewWithID("org.dateline.gallery")
	w := a.NewWindow("Gallery")
	stage := container.NewStack()
	at := 0
	pal := kit.PaletteNamed(theme)
	show := func() {
		a.Settings().SetTheme(kit.Theme{Palette: pal})
		r := &room{pal: pal, dispatch: fyne.Do}
		o := exhibits[at].make(r)
		stage.Objects = []fyne.CanvasObject{o}
		stage.Refresh()
		if r.settled != nil {
			r.settled()
		}
	}
	names := widget.NewList(func() int { return len(exhibits) }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(exhibits[i].name) })
	names.OnSelected = func(i widget.ListItemID) { at = i; show() }
	var themes []string
	for _, p := range kit.Palettes {
		themes = append(themes, p.Name)
	}
	choice := widget.NewSelect(themes, func(name string) { pal = kit.PaletteNamed(name); show() })
	choice.SetSelected(pal.Name)
	side := container.NewHSplit(container.NewBorder(choice, nil, nil, nil, names), stage)
	side.Offset = 0.18
	w.SetContent(side)
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}

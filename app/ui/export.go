package ui

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"io"
	"math"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/app/export"
	"dateline/app/progress"
	"dateline/app/safefile"
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/dialog"
	"dateline/app/ui/kit"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// Export is what the person wants saved: a story and what is seen of it, in one format.
type Export struct {
	Format  export.Format
	Story   *story.Story
	View    story.View
	Log     story.Log
	Run     *slides.Run // what it is made of, by a format that asks; nil: all of View
	Options export.Options
}

// The kinds of work of the export sheet: of two previews the one asked for last is shown.
const kindExportPreview session.Kind = "export.preview"

// stageExport is how State.Job calls the writing of a file.
const stageExport = "export"

// audiences are what formats are for, in the order of the sheet; audienceTitles are the headings.
var (
	audiences      = [...]export.Audience{export.ForPeople, export.ForTools, export.ForWriting}
	audienceTitles = [...]string{"For people", "For other programs", "For writing"}
)

// sizes are the sizes of a picture that can be chosen. The first, without one, is that of the map in the window.
var (
	sizes     = [...]viewport.Viewport{{}, {W: 1280, H: 800}, {W: 1920, H: 1080}, {W: 3840, H: 2160}}
	sizeWords = [...]string{"as in the window", "1280 × 800", "1920 × 1080", "3840 × 2160"}
)

// exportOptions are what formats can ask, each with the key under which the answer is kept.
func exportOptions(asks export.Asks) (out []dialog.ExportOption) {
	if asks&export.AsksSize != 0 {
		o := dialog.ExportOption{ID: "export.size", Label: text("Size")}
		for i := range sizes {
			o.Values = append(o.Values, text(sizeWords[i]))
		}
		out = append(out, o)
	}
	if asks&export.AsksPaper != 0 {
		out = append(out, dialog.ExportOption{ID: "export.paper", Label: text("Paper"), Values: []string{"A4", text("Letter")}})
	}
	if asks&export.AsksCloze != 0 {
		out = append(out, dialog.ExportOption{ID: "export.cloze", Label: text("Left out"), Values: []string{text("days"), text("names")}})
	}
	if asks&export.AsksSlides != 0 {
		out = append(out, dialog.ExportOption{ID: keySlides, Label: text("Made of"), Values: []string{text("the slides of the lesson"), text("all that is shown")}})
	}
	return out
}

// keySlides is the option whether a file is made of the slides of the lesson. It is not kept: it is so where a person has chosen them.
const keySlides = "export.slides"

// allAsks are all options that there are.
const allAsks = export.AsksSize | export.AsksPaper | export.AsksCloze | export.AsksSlides

// Export opens the sheet with every format that the story can be saved in. What was chosen last is chosen.
func (f *files) Export() { f.exportAs(f.kept.p.String("export.format")) }

// SavePicture opens the sheet at the picture of the map.
func (f *files) SavePicture() { f.exportAs("png") }

func (f *files) exportAs(format string) {
	st := f.session.State()
	if f.write == nil || len(f.formats) == 0 || len(st.Story.Articles) == 0 {
		return
	}
	now := dialog.ExportChoice{Format: format, Everything: f.kept.p.Bool("export.everything"), Folder: f.exportFolder(), Values: map[string]int{}}
	for _, o := range exportOptions(allAsks) {
		now.Values[o.ID] = int(f.kept.number(o.ID, 0, 0, float64(len(o.Values)-1)))
	}
	if now.Values[keySlides] = 1; st.Run.Made != slides.MadeMain {
		now.Values[keySlides] = 0
	}
	f.stopPreview = func() {}
	f.sheet = dialog.ShowExport(f.dialogs(), dialog.ExportAsk{Groups: f.exportGroups(), Now: now,
		Name:    func(c dialog.ExportChoice) string { return f.exportName(c) },
		Changed: func(c dialog.ExportChoice) { f.dispatch(func() { f.preview(c) }) }, // the sheet is not there yet when it is opened
		Closed:  func() { f.stopPreview() },                                          // of the preview that is being made then
		Save:    f.saveExport})
}

// exportGroups are the formats of the list, each under what it is for.
func (f *files) exportGroups() (out []dialog.ExportGroup) {
	for i, a := range audiences {
		g := dialog.ExportGroup{Title: text(audienceTitles[i])}
		for _, f := range f.formats {
			if f.For == a {
				g.Formats = append(g.Formats, dialog.ExportFormat{Name: f.Name, Label: kit.Visual(text(f.Label)), Ext: f.Exts[0], Asks: exportOptions(f.Asks)})
			}
		}
		if len(g.Formats) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// exportFolder is where a file was last exported to, else where articles were opened.
func (f *files) exportFolder() string {
	if dir := f.kept.p.String("export.folder"); dir != "" && len(dir) < mostWords && filepath.IsAbs(dir) {
		return dir
	}
	if at := f.folder(); at != nil {
		return at.Path()
	}
	return f.home
}

// chosen is what a choice writes of the story as it stands.
func (f *files) chosen(c dialog.ExportChoice) Export {
	st := f.session.State()
	format, _ := f.formats.Named(c.Format)
	x := Export{Format: format, Story: st.Story, View: st.View, Log: st.Log}
	if c.Everything {
		x.View = story.Visible(st.Story, story.Period{}, story.Filter{})
	}
	if format.Asks&export.AsksSlides != 0 && c.Values[keySlides] == 0 {
		x.Run = &st.Run
	}
	x.Options = export.Options{Words: export.Words{In: bind.Tongue{Words: f.words}}, Title: f.words.FileTitle(st), Scale: 2, Style: tile.StyleNamed(f.pal.Name), Heat: st.Heat, Paper: export.Paper(c.Values["export.paper"]), Cloze: export.Cloze(c.Values["export.cloze"])}
	switch s := sizes[min(c.Values["export.size"], len(sizes)-1)]; {
	case s.W > 0:
		x.Options.Frame, x.Options.Scale = s, 1
	case !c.Everything:
		x.Options.Frame = st.Viewport
	default:
		x.Options.Frame = viewport.Viewport{W: st.Viewport.W, H: st.Viewport.H}
	}
	return x
}

// saveExport keeps the choice, and writes the file as work that can be cancelled: whole or not at all.
func (f *files) saveExport(c dialog.ExportChoice, path string) {
	p := f.kept.p
	p.SetString("export.format", c.Format)
	p.SetBool("export.everything", c.Everything)
	p.SetString("export.folder", c.Folder)
	for id, v := range c.Values {
		if id == keySlides {
			continue
		}
		p.SetFloat(id, float64(v))
	}
	x, name := f.chosen(c), filepath.Base(path)
	f.session.Start(session.Work{Stage: stageExport, Do: func(ctx context.Context, _ progress.Report) (func(), error) {
		err := f.save(ctx, x, path)
		if errors.Is(err, context.Canceled) {
			return nil, err
		}
		n := session.Note{File: name, Text: text("The file is saved."), Err: err}
		if err != nil {
			n.Text = text("The file could not be written. Choose another folder and try again.")
		}
		return func() { f.session.Notify(n) }, nil
	}})
}

// save makes the file, whole or not at all.
func (f *files) save(ctx context.Context, x Export, path string) error {
	return safefile.Write(path, safefile.Shared, func(w io.Writer) error { return f.write(ctx, x, w) })
}

// periodName is a period in the name of a file: the day that the slider stands at, with so many days on each side, else the first
// and the last day.
func periodName(p story.Period, width int) string {
	switch {
	case !p.From.Bounded():
		return p.To.String()
	case !p.To.Bounded():
		return p.From.String()
	case p.To-p.From <= story.Day(2*width):
		return (p.From + (p.To-p.From)/2).String()
	}
	return p.From.String() + " " + p.To.String()
}

// exportName proposes a name for the file: that of the story, with the days of the period, and with the name of the
// format where another one ends in the same letters: a handout and its questions lie beside each other.
func (f *files) exportName(c dialog.ExportChoice) string {
	st := f.session.State()
	name := fileWords(f.words.FileTitle(st))
	if st.Period.On && !c.Everything {
		name += " " + periodName(st.Period, st.Width)
	}
	taken := map[string]bool{} // endings that formats before it have
	for _, f := range f.formats {
		if f.Name == c.Format && taken[f.Exts[0]] {
			label, _, _ := strings.Cut(text(f.Label), " (")
			name += " - " + fileWords(label)
		}
		taken[f.Exts[0]] = true
	}
	return name
}

// preview shows on the sheet what a choice will contain.
func (f *files) preview(c dialog.ExportChoice) {
	if f.sheet.Closed() {
		return
	}
	x := f.chosen(c)
	contains := f.words.Contains(x.Story, x.View)
	if x.Run != nil {
		contains = f.words.ContainsSlides(f.session.State())
	}
	f.sheet.Drawing(contains, 0)
	f.stopPreview = f.session.Start(session.Work{Kind: kindExportPreview, Fault: text("There is no preview of this file."),
		Failed: func() { f.sheet.Set(contains, nil, text("There is no preview of this file.")) },
		Do: func(ctx context.Context, _ progress.Report) (func(), error) {
			done := make(chan struct{})
			defer close(done)
			go f.count(ctx, done, contains)
			picture, lines, err := f.peek(ctx, x)
			return func() {
				if !f.sheet.Closed() {
					f.sheet.Set(contains, picture, lines)
				}
			}, err
		}})
}

// count tells the sheet how long its preview takes, each second until it is done or given up.
func (f *files) count(ctx context.Context, done chan struct{}, contains string) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for n := 1; ; n++ {
		select {
		case <-done:
			return
		case <-ctx.Done():
			return
		case <-t.C:
			f.dispatch(func() {
				if ctx.Err() == nil && !f.sheet.Closed() {
					f.sheet.Drawing(contains, n)
				}
			})
		}
	}
}

// The size of a preview, in px and in lines.
const (
	previewW, previewH = 560, 350
	previewLines       = 24
	previewBytes       = 6000
)

// peek is what is to be seen of a file before it is written: the map where it has one, else its first lines, else those of a
// table of the same.
func (f *files) peek(ctx context.Context, x Export) (image.Image, string, error) {
	if format, ok := f.formats.Named("png"); ok && x.Format.Needs&export.NeedsMap != 0 {
		if v := x.Options.Frame; v.Zoom != 0 {
			v.Zoom -= math.Log2(max(v.W/previewW, 1e-3))
			x.Options.Frame = v
		}
		x.Options.Frame.W, x.Options.Frame.H, x.Options.Scale = previewW, previewH, 2
		x.Format = format
		var b bytes.Buffer
		if err := f.write(ctx, x, &b); err != nil {
			return nil, "", err
		}
		img, err := png.Decode(&b)
		return img, "", err
	}
	head, err := f.head(ctx, x)
	if x.Format.For == export.ForPeople && !readable(head) { // a table of events is no picture of a sheet of questions
		return nil, text("There is no preview of this file."), err
	}
	if table, ok := f.formats.Named("csv"); ok && err == nil && !readable(head) {
		x.Format = table
		head, err = f.head(ctx, x)
	}
	return nil, firstLines(head), err
}

// errEnough ends the writing of a file of which only the beginning is wanted.
var errEnough = errors.New("ui: enough for a preview")

// head is the beginning of a file.
func (f *files) head(ctx context.Context, x Export) (string, error) {
	var b bytes.Buffer
	err := f.write(ctx, x, limited{&b})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return b.String(), err
}

// limited takes no more than a preview shows.
type limited struct{ b *bytes.Buffer }

func (l limited) Write(p []byte) (int, error) {
	l.b.Write(p[:min(len(p), previewBytes-l.b.Len())])
	if l.b.Len() >= previewBytes {
		return 0, errEnough
	}
	return len(p), nil
}

// readable reports whether the beginning of a file is text.
func readable(s string) bool {
	cut := s[:len(s)-min(len(s), utf8.UTFMax)] // the last letter may be cut in two
	return !strings.ContainsRune(s, 0) && utf8.ValidString(cut)
}

// firstLines cuts text to what a preview shows, with nothing in it that changes how it is shown.
func firstLines(s string) string {
	var out []string
	for line := range strings.Lines(strings.TrimPrefix(s, "\uFEFF")) {
		r := []rune(export.Clean(strings.TrimRight(line, "\r\n")))
		if len(r) > 160 {
			r = append(r[:160], '…')
		}
		if out = append(out, string(r)); len(out) == previewLines {
			break
		}
	}
	return strings.Join(out, "\n")
}

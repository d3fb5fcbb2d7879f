//go:build window

// The window test: the real program on a virtual display, driven by keyboard and mouse, watched through its trace and
// through pictures of the screen. .ci/window.sh starts the display and names the program.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// limit is how long the test waits for something that the program does.
const limit = 30 * time.Second

// line is one line of the trace.
type line struct {
	Change   []string
	MS       float64
	Articles int
	Events   int
	Quotes   int
	Places   int
	Files    []string
	Selected struct {
		Doc, Event, Quote int
		Sentence          [2]int
		At                *orb.Point
	}
	Period  *[2]string
	Center  orb.Point
	Zoom    float64
	Size    [2]float64
	Playing bool
	Sample  bool
	Notes   int
	Undated int
	Text    [2]int // part of the article in view
	Map     []struct {
		Name                        string
		Lon, Lat                    float64
		Filled, Ring, Area, Country bool
		Events                      int
	}
	First float64               `json:"first-frame"`
	Panes map[string][4]float64 // x, y, width, height in px of the window
}

func (l line) changed(what string) bool { return slices.Contains(l.Change, what) }

// viewer is the running program.
type viewer struct {
	t      *testing.T
	cmd    *exec.Cmd
	lines  chan line
	last   line // state after the last line read
	panes  map[string][4]float64
	stderr bytes.Buffer
	window string
	shots  int
	name   string
	folder string    // of its pictures; "" is that of all tests
	work   []float64 // ms of own work of each change of the period
}

func need(t *testing.T, name string) string {
	v := os.Getenv(name)
	if v == "" {
		t.Fatalf("%s is not set: run this through `make test`", name)
	}
	return v
}

func start(t *testing.T, name string, env []string, args ...string) *viewer {
	t.Helper()
	program := need(t, "DATELINE_VIEWER")
	need(t, "DISPLAY")
	dir := t.TempDir() // no FyneApp.toml here: Fyne then reports calls from the wrong goroutine
	fifo := filepath.Join(dir, "trace")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	v := &viewer{t: t, name: name, lines: make(chan line, 10000)}
	v.cmd = exec.Command(program, args...)
	v.cmd.Dir = dir
	v.cmd.Env = append(os.Environ(), append(env, "DATELINE_TRACE="+fifo, "XDG_CONFIG_HOME="+dir, "HOME="+dir, "LANG=en_US.UTF-8")...)
	v.cmd.Stderr = &v.stderr
	if err := v.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(v.lines)
		f, err := os.Open(fifo)
		if err != nil {
			return
		}
		defer f.Close()
		in := bufio.NewScanner(f)
		in.Buffer(nil, 4<<20)
		for in.Scan() {
			var l line
			if json.Unmarshal(in.Bytes(), &l) == nil {
				v.lines <- l
			}
		}
	}()
	t.Cleanup(func() {
		v.cmd.Process.Signal(syscall.SIGTERM)
		v.cmd.Process.Kill()
		v.cmd.Wait()
	})
	return v
}

// await reads the trace until a line satisfies ok.
func (v *viewer) await(what string, ok func(line) bool) line {
	v.t.Helper()
	late := time.After(limit)
	for {
		select {
		case l, open := <-v.lines:
			if !open {
				v.t.Fatalf("%s: the program ended:\n%s", what, v.stderr.String())
			}
			v.note(l)
			if ok(l) {
				return l
			}
		case <-late:
			v.shot("late")
			v.t.Fatalf("%s: not within %v\n%s", what, limit, v.stderr.String())
		}
	}
}

// drain takes in what the trace holds by now.
func (v *viewer) drain() {
	for {
		select {
		case l, open := <-v.lines:
			if !open {
				return
			}
			v.note(l)
		default:
			return
		}
	}
}

// note keeps the state of a line.
func (v *viewer) note(l line) {
	if l.Panes != nil {
		v.panes = l.Panes
	}
	if l.Change == nil {
		return
	}
	if l.Map == nil {
		l.Map = v.last.Map
	}
	if l.Files == nil {
		l.Files = v.last.Files
	}
	if l.changed("perioded") {
		v.work = append(v.work, l.MS)
	}
	v.last = l
}

func (v *viewer) xdotool(args ...string) string {
	v.t.Helper()
	out, err := exec.Command("xdotool", args...).Output()
	if err != nil {
		v.t.Fatalf("xdotool %v: %v", args, err)
	}
	return strings.TrimSpace(string(out))
}

func num(f float64) string { return strconv.Itoa(int(math.Round(f))) }

func (v *viewer) move(x, y float64)  { v.xdotool("mousemove", "--sync", num(x), num(y)) }
func (v *viewer) click(x, y float64) { v.move(x, y); v.xdotool("click", "1") }
func (v *viewer) key(keys ...string) { v.xdotool(append([]string{"key"}, keys...)...) }

// shot takes a picture of the screen and keeps it under build/.
func (v *viewer) shot(name string) image.Image {
	v.t.Helper()
	out, err := exec.Command("import", "-window", "root", "-define", "png:compression-level=1", "png:-").Output()
	if err != nil {
		v.t.Fatalf("picture of the screen: %v", err)
	}
	v.shots++
	folder := v.folder
	if folder == "" {
		folder = need(v.t, "DATELINE_PICTURES")
	}
	os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s-%02d-%s.png", v.name, v.shots, name)), out, 0o644)
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		v.t.Fatal(err)
	}
	return img
}

// eventually takes pictures until ok holds: what a change of state shows comes with a later frame.
func (v *viewer) eventually(name string, ok func(image.Image) bool) image.Image {
	v.t.Helper()
	end := time.Now().Add(limit)
	for good := 0; ; {
		before := v.last
		img := v.shot(name)
		v.drain()
		still := before.Center == v.last.Center && before.Zoom == v.last.Zoom
		if still && ok(img) {
			if good++; good == 2 { // twice: a flight of the map may be between two pictures
				return img
			}
		} else {
			good = 0
		}
		if time.Now().After(end) {
			v.t.Fatalf("%s: not on the screen within %v", name, limit)
		}
	}
}

func (v *viewer) open() {
	v.t.Helper()
	first := v.await("first frame", func(l line) bool { return l.First > 0 })
	v.t.Logf("first frame after %.0f ms", first.First)
	v.window = strings.Fields(v.xdotool("search", "--onlyvisible", "--pid", strconv.Itoa(v.cmd.Process.Pid)))[0]
	v.xdotool("windowmove", "--sync", v.window, "0", "0")
	v.xdotool("windowfocus", "--sync", v.window)
}

// at gives where on the screen a point of the world is. The window's content begins in the corner of the screen: open
// moves it there, its title bar out of sight.
func (v *viewer) at(lon, lat float64) (x, y float64) {
	pane := v.panes["map"]
	x, y = viewport.Viewport{Center: v.last.Center, Zoom: v.last.Zoom, W: v.last.Size[0], H: v.last.Size[1]}.Project(orb.Point{lon, lat})
	return pane[0] + x, pane[1] + y
}

func (v *viewer) rect(pane string) image.Rectangle {
	p, ok := v.panes[pane]
	if !ok {
		v.t.Fatalf("no pane %q in the trace", pane)
	}
	return image.Rect(int(p[0]), int(p[1]), int(p[0]+p[2]), int(p[1]+p[3]))
}

func differs(a, b image.Image, in image.Rectangle) (n int) {
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

func colours(img image.Image, in image.Rectangle) int {
	seen := map[color.Color]bool{}
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			seen[img.At(x, y)] = true
		}
	}
	return len(seen)
}

// red reports whether the colour of filled marks stands within a few px of a point.
func red(img image.Image, x, y float64) bool {
	n := 0
	for dy := -9; dy <= 9; dy++ {
		for dx := -9; dx <= 9; dx++ {
			r, g, b, _ := img.At(int(x)+dx, int(y)+dy).RGBA()
			if r>>8 > 0x90 && g>>8 < 0x50 && b>>8 < 0x50 {
				n++
			}
		}
	}
	return n > 25
}

func TestWindow(t *testing.T) {
	v := start(t, "window", nil)
	v.open()
	if !v.last.Sample || v.last.Articles != 5 || v.last.Events == 0 {
		t.Fatalf("the sample story: %+v", v.last)
	}

	t.Run("the map is drawn and Sudzha has its mark", func(t *testing.T) {
		i := slices.IndexFunc(v.last.Map, func(m struct {
			Name                        string
			Lon, Lat                    float64
			Filled, Ring, Area, Country bool
			Events                      int
		}) bool {
			return m.Filled && math.Hypot(m.Lon-35.27, m.Lat-51.20) < 0.1
		})
		if i < 0 {
			t.Fatalf("no filled mark at Sudzha: %+v", v.last.Map)
		}
		m := v.last.Map[i]
		x, y := v.at(m.Lon, m.Lat)
		t.Logf("Sudzha at %.0f, %.0f; map %v, zoom %.2f", x, y, v.rect("map"), v.last.Zoom)
		v.eventually("start", func(img image.Image) bool {
			return red(img, x, y) && colours(img, v.rect("map")) > 40
		})
	})

	t.Run("dragging the slider end to end moves all panes", func(t *testing.T) {
		r := v.rect("timeline")
		y := float64(r.Max.Y) - 14
		left, right := float64(r.Min.X)+float64(r.Dx())*0.18, float64(r.Max.X)-float64(r.Dx())*0.12
		v.move(left, y)
		v.xdotool("mousedown", "1")
		before := v.shot("drag-begin")
		panes := []string{"quotes", "map", "article", "timeline"}
		moved := map[string]bool{}
		periods := map[string]bool{}
		for i := 1; i <= 24; i++ {
			v.move(left+(right-left)*float64(i)/24, y)
			if i%4 != 0 {
				continue
			}
			img := v.shot("drag")
			for _, p := range panes {
				if differs(before, img, v.rect(p)) > 60 {
					moved[p] = true
				}
			}
			before = img
		}
		v.xdotool("mouseup", "1")
		v.key("Escape")
		v.await("the drag in the trace", func(l line) bool {
			if l.Period != nil {
				periods[l.Period[0]] = true
			}
			return len(periods) >= 5
		})
		for _, p := range panes {
			if !moved[p] {
				t.Errorf("%s did not change while the slider moved", p)
			}
		}
		slices.Sort(v.work)
		t.Logf("own work of a step: p95 %.1f ms of %d", v.work[len(v.work)*95/100], len(v.work))
	})

	t.Run("A shows all again, 0 fits everything", func(t *testing.T) {
		v.key("a")
		v.await("all dates", func(l line) bool { return l.changed("perioded") && l.Period == nil })
		v.key("0")
		v.await("a fitted map", func(l line) bool { return l.changed("moved") })
	})

	t.Run("Home, Right and Left step through the events", func(t *testing.T) {
		v.key("Home")
		first := v.await("the first event", func(l line) bool { return l.changed("selected") && l.Selected.Event >= 0 })
		v.key("Right")
		second := v.await("the second event", func(l line) bool { return l.changed("selected") })
		if second.Selected.Event != first.Selected.Event+1 {
			t.Errorf("Right went from %d to %d", first.Selected.Event, second.Selected.Event)
		}
		v.key("Left")
		v.await("the first again", func(l line) bool { return l.changed("selected") && l.Selected.Event == first.Selected.Event })
	})

	t.Run("Space plays and pauses", func(t *testing.T) {
		v.key("space")
		v.await("playing", func(l line) bool { return l.Playing })
		v.key("space")
		v.await("paused", func(l line) bool { return l.changed("playing") && !l.Playing })
	})

	t.Run("clicking a marker selects it and shows its sentence", func(t *testing.T) {
		v.key("a")
		v.await("all dates", func(l line) bool { return l.changed("perioded") && l.Period == nil })
		for _, m := range v.last.Map {
			if !m.Filled || math.Hypot(m.Lon-35.27, m.Lat-51.20) > 0.1 {
				continue
			}
			marked := func(img image.Image) bool { x, y := v.at(m.Lon, m.Lat); return red(img, x, y) }
			v.eventually("before-click", marked)
			x, y := v.at(m.Lon, m.Lat)
			v.move(x, y) // closer, so that no other mark lies over it
			for i := 0; i < 40 && v.last.Zoom < 6; i++ {
				before := v.last.Zoom
				v.xdotool("click", "4")
				v.await("a closer map", func(l line) bool { return l.changed("moved") && l.Zoom > before+0.2 })
				v.shot("zooming") // a notch is a glide: let it come to rest
				v.drain()
			}
			v.eventually("closer", marked)
			x, y = v.at(m.Lon, m.Lat)
			v.click(x, y)
			l := v.await("the selection", func(l line) bool { return l.changed("selected") && l.Selected.Doc >= 0 })
			if l.Selected.At == nil || math.Hypot(l.Selected.At[0]-m.Lon, l.Selected.At[1]-m.Lat) > 0.01 {
				t.Errorf("selected %+v", l.Selected)
			}
			if s := l.Selected.Sentence; s[1] <= s[0] || s[0] < l.Text[0]-1 || s[0] > l.Text[1] {
				t.Errorf("sentence %v is not in view %v", s, l.Text)
			}
			v.shot("clicked")
			return
		}
		t.Error("no mark to click")
	})

	t.Run("a click gives the map no focus: arrows still step", func(t *testing.T) {
		r := v.rect("map")
		v.click(float64(r.Min.X+r.Max.X)/2, float64(r.Max.Y)-90)
		v.key("Home")
		v.await("the first event", func(l line) bool { return l.changed("selected") && l.Selected.Event >= 0 })
		v.key("Right")
		v.await("a step", func(l line) bool { return l.changed("selected") && l.Selected.Event >= 1 })
	})

	t.Run("the wheel zooms the map at the pointer", func(t *testing.T) {
		zoom := v.last.Zoom
		r := v.rect("map")
		v.move(float64(r.Min.X+r.Max.X)/2, float64(r.Min.Y+r.Max.Y)/2)
		v.xdotool("click", "--repeat", "3", "4")
		v.await("a closer map", func(l line) bool { return l.changed("moved") && l.Zoom > zoom })
	})

	t.Run("a dropped file takes the sample's place", func(t *testing.T) {
		tool := filepath.Join(t.TempDir(), "drop")
		if out, err := exec.Command("gcc", "-o", tool, "testdata/drop.c", "-lX11").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		file := filepath.Join(t.TempDir(), "залив и порт.txt")
		os.WriteFile(file, []byte("Ferries collide off Lisbon\n\nLISBON, 4 May 2021 — Two ferries collided in Lisbon on Monday. “Nobody was hurt,” said Maria Costa, the harbour master.\n"), 0o644)
		empty := filepath.Join(t.TempDir(), "empty.txt")
		os.WriteFile(empty, nil, 0o644)
		r := v.rect("map")
		out, err := exec.Command(tool, v.window, strconv.Itoa(r.Min.X+60), strconv.Itoa(r.Min.Y+200), "file://"+file, "file://"+empty).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		l := v.await("the dropped article", func(l line) bool { return l.changed("opened") && !l.Sample })
		if l.Articles != 1 || !slices.Contains(l.Files, filepath.Base(file)) || l.Notes != 1 {
			t.Errorf("articles %d, files %q, notes %d", l.Articles, l.Files, l.Notes)
		}
		if l.Places == 0 || l.Quotes == 0 {
			t.Errorf("places %d, quotes %d", l.Places, l.Quotes)
		}
		v.eventually("dropped", func(img image.Image) bool { return colours(img, v.rect("map")) > 40 })
	})

	if s := v.stderr.String(); strings.Contains(s, threadError) {
		t.Errorf("Fyne reports a call from the wrong goroutine:\n%s", s)
	}
}

// threadError is how Fyne begins its report of a call from the wrong goroutine.
const threadError = "Error in Fyne call thread"

// TestThreadReport makes one wrong call and must see Fyne report it: else TestWindow would prove nothing about threads.
func TestThreadReport(t *testing.T) {
	v := start(t, "thread", []string{"DATELINE_FAULT=thread"})
	v.open()
	v.key("Home")
	v.await("an answer", func(l line) bool { return l.changed("selected") })
	if s := v.stderr.String(); !strings.Contains(s, threadError) {
		t.Errorf("the wrong call was not reported:\n%s", s)
	}
}

// TestBadFiles opens files that cannot be read beside one that can, from the command line.
func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := write("good.txt", []byte("Bridge opens in Oslo\n\nOSLO, 3 June 2022 — A bridge was opened in Oslo on Friday.\n"))
	v := start(t, "bad", nil,
		write("empty.txt", nil), write("picture.txt", bytes.Repeat([]byte{0, 1, 2, 255}, 500)),
		filepath.Join(dir, "gone.txt"), good)
	v.open()
	if v.last.Articles != 1 || v.last.Notes != 3 {
		t.Errorf("articles %d, notes %d", v.last.Articles, v.last.Notes)
	}
	v.shot("notes")
}

// another takes pictures until one that rests differs from the one before, and keeps that.
func (v *viewer) another(name string, before image.Image) image.Image {
	v.t.Helper()
	last := before
	for end := time.Now().Add(limit); ; {
		img := v.shot(name)
		if !alike(before, img, 2000) && alike(last, img, 300) {
			return img
		}
		if time.Now().After(end) {
			v.t.Fatalf("%s: the screen does not change, or does not rest", name)
		}
		v.shots-- // the next picture takes its place
		last = img
	}
}

// alike reports whether at most so many px of two pictures differ.
func alike(a, b image.Image, most int) bool {
	x, ok := a.(*image.RGBA)
	y, also := b.(*image.RGBA)
	if !ok || !also || x.Rect != y.Rect || x.Stride != y.Stride {
		return a.Bounds() == b.Bounds() && differs(a, b, a.Bounds()) <= most
	}
	n := 0
	for row := 0; row < len(x.Pix); row += x.Stride {
		p, q := x.Pix[row:row+x.Stride], y.Pix[row:row+x.Stride]
		if bytes.Equal(p, q) {
			continue
		}
		for i := 0; i+4 <= len(p); i += 4 {
			if p[i] != q[i] || p[i+1] != q[i+1] || p[i+2] != q[i+2] {
				if n++; n > most {
					return false
				}
			}
		}
	}
	return true
}

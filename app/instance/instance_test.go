package instance_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/app/instance"
	"github.com/google/go-cmp/cmp"
)

// TestMain is also the other process of the test of a crash: it becomes the running program, says so, and waits to be killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("INSTANCE_TEST_HOLD"); dir != "" {
		d, err := instance.Join(instance.Config{Folder: dir, Name: "x"}, nil)
		fmt.Println("holds", d != nil, err)
		select {}
	}
	os.Exit(m.Run())
}

// config is where the starts of a test meet. A test waits long for what comes and short for what does not.
func config(t *testing.T) instance.Config {
	dir, err := os.MkdirTemp("", "i") // the path of a socket is short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return instance.Config{Folder: dir, Name: "x", Patience: 5 * time.Second}
}

// first is the running program, and what it was handed.
func first(t *testing.T, c instance.Config) (*instance.Door, <-chan []string) {
	t.Helper()
	d, err := instance.Join(c, nil)
	if err != nil || d == nil {
		t.Fatalf("the first start: %v, %v", d, err)
	}
	t.Cleanup(d.Close)
	got := make(chan []string, 100)
	return d, serve(d, got)
}

func serve(d *instance.Door, got chan []string) <-chan []string {
	d.Serve(func(files []string, taking func() bool) {
		if taking() {
			got <- files
		}
	})
	return got
}

func await[T any](t *testing.T, what string, c <-chan T) (v T) {
	t.Helper()
	select {
	case v = <-c:
	case <-time.After(20 * time.Second):
		t.Fatalf("%s: it does not come", what)
	}
	return v
}

func TestJoin_ASecondStartHandsItsFilesOver(t *testing.T) {
	c := config(t)
	_, got := first(t, c)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, files := range [][]string{{"a story.dateline", filepath.Join(c.Folder, "Київ.html")}, nil, {"paper.pdf#pages=3-7"}} {
		d, err := instance.Join(c, files)
		if d != nil || err != nil {
			t.Fatalf("%q: %v, %v", files, d, err)
		}
		want := []string{}
		for _, f := range files {
			if !filepath.IsAbs(f) {
				f = filepath.Join(here, f)
			}
			want = append(want, f)
		}
		if diff := cmp.Diff(want, await(t, "files", got)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestJoin_WaitsUntilTheWindowStands(t *testing.T) {
	c := config(t)
	d, err := instance.Join(c, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	joined := make(chan error, 1)
	go func() {
		second, err := instance.Join(c, []string{"/early.txt"})
		if second != nil {
			err = fmt.Errorf("two are running")
		}
		joined <- err
	}()
	got := serve(d, make(chan []string, 1))
	if err := await(t, "the second start", joined); err != nil {
		t.Fatal(err)
	}
	if files := await(t, "files", got); len(files) != 1 {
		t.Errorf("%q", files)
	}
}

func TestJoin_StandsAlone(t *testing.T) {
	t.Run("where it asks for a window of its own", func(t *testing.T) {
		c := config(t)
		_, got := first(t, c)
		c.New = true
		if d, err := instance.Join(c, []string{"a"}); d != nil || err != instance.ErrAlone {
			t.Errorf("%v, %v", d, err)
		}
		if len(got) != 0 {
			t.Error("its files are handed over")
		}
	})
	t.Run("where the running program hangs, which opens nothing later", func(t *testing.T) {
		c := config(t)
		c.Patience = 20 * time.Millisecond
		d, err := instance.Join(c, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		asked := make(chan func() bool, 1)
		d.Serve(func(_ []string, taking func() bool) { asked <- taking })
		if d, err := instance.Join(c, []string{"a"}); d != nil || err != instance.ErrAlone {
			t.Errorf("%v, %v", d, err)
		}
		if taking := await(t, "the request", asked); taking() {
			t.Error("both open the file")
		}
	})
	t.Run("where the window of the running program never stands", func(t *testing.T) {
		c := config(t)
		d, err := instance.Join(c, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		c.Taking = 30 * time.Millisecond
		if d, err := instance.Join(c, []string{"a"}); d != nil || err != instance.ErrAlone {
			t.Errorf("%v, %v", d, err)
		}
	})
	t.Run("where it asks for more files than can be told", func(t *testing.T) {
		c := config(t)
		first(t, c)
		if d, err := instance.Join(c, slices.Repeat([]string{strings.Repeat("long/", 40)}, 6000)); d != nil || err == nil {
			t.Errorf("%v, %v", d, err)
		}
	})
}

func TestJoin_IsTheRunningProgram(t *testing.T) {
	t.Run("where the first has ended", func(t *testing.T) {
		c := config(t)
		d, _ := first(t, c)
		d.Close()
		d.Close() // once more does no harm
		first(t, c)
	})
	t.Run("where the first ends before it has taken anything", func(t *testing.T) {
		c := config(t)
		d, err := instance.Join(c, nil)
		if err != nil {
			t.Fatal(err)
		}
		joined := make(chan *instance.Door, 1)
		go func() {
			d, _ := instance.Join(c, []string{"a"})
			joined <- d
		}()
		d.Close()
		second := await(t, "the second start", joined)
		if second == nil {
			t.Fatal("nobody is running")
		}
		second.Close()
	})
	t.Run("where it asks for a window of its own and nobody is running", func(t *testing.T) {
		c := config(t)
		c.New = true
		first(t, c)
	})
	t.Run("where the first was killed", func(t *testing.T) {
		c := config(t)
		other := exec.Command(os.Args[0])
		other.Env = append(os.Environ(), "INSTANCE_TEST_HOLD="+c.Folder)
		out, err := other.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := other.Start(); err != nil {
			t.Fatal(err)
		}
		line, err := bufio.NewReader(out).ReadString('\n')
		if strings.TrimSpace(line) != "holds true <nil>" {
			t.Fatalf("the other process: %q, %v", line, err)
		}
		c.Taking = 30 * time.Millisecond
		if d, err := instance.Join(c, nil); d != nil || err != instance.ErrAlone {
			t.Errorf("while it is there: %v, %v", d, err)
		}
		other.Process.Kill()
		other.Wait()
		first(t, c)
	})
}

func TestJoin_ManyAtOnce(t *testing.T) {
	c := config(t)
	c.Patience, c.Taking = 30*time.Second, 30*time.Second
	const n = 24
	var wg sync.WaitGroup
	doors := make(chan *instance.Door, n)
	got := make(chan []string, n)
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			file := []string{fmt.Sprintf("/file %02d", i)}
			d, err := instance.Join(c, file)
			switch {
			case err != nil:
				t.Error(err)
			case d != nil:
				doors <- d
				got <- file
				serve(d, got)
			}
		}()
	}
	wg.Wait()
	if len(doors) != 1 {
		t.Errorf("%d are running", len(doors))
	}
	var files []string
	for range n {
		files = append(files, await(t, "a file", got)...)
	}
	slices.Sort(files)
	if files = slices.Compact(files); len(files) != n {
		t.Errorf("%d of %d files were opened: %q", len(files), n, files)
	}
	for len(doors) > 0 {
		(<-doors).Close()
	}
}

func TestName_TellsDisplaysApart(t *testing.T) {
	a, b := instance.Name("/home/a", ":0"), instance.Name("/home/a", ":1")
	if a == b || a != instance.Name("/home/a", ":0") || instance.Name("/home/a:", "0") == b {
		t.Errorf("%s, %s", a, b)
	}
}

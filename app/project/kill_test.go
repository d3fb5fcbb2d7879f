package project

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"dateline/app/story"
)

// TestMain lets the test program play a window that corrects and saves until it is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("DATELINE_KILL_TEST"); dir != "" {
		correctUntilKilled(dir)
	}
	os.Exit(m.Run())
}

// correctUntilKilled makes one correction after the other, keeps each, saves every third, and prints its number when both
// are done.
func correctUntilKilled(dir string) {
	s, err := NewShelf(dir, strconv.Itoa(os.Getpid()))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	f := harbour()
	for n := 1; ; n++ {
		f.Log = f.Log.With(story.Published("a1", story.Day(n)))
		if err := s.Keep(f, "harbour.dateline"); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		if n%3 == 0 {
			if _, err := Save(dir+"/harbour.dateline", f); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
		}
		fmt.Println(n)
	}
}

// TestKill_AtAnyMomentLosesAtMostTheLastCorrection kills a window at 200 moments: what it had told of is there, and no
// file is unreadable.
func TestKill_AtAnyMomentLosesAtMostTheLastCorrection(t *testing.T) {
	base := harbour().Log.Len()
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 200 {
		dir := t.TempDir()
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), "DATELINE_KILL_TEST="+dir)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		last := 0
		read := func() bool {
			if !lines.Scan() {
				return false
			}
			n, err := strconv.Atoi(lines.Text())
			if err != nil {
				t.Fatalf("the window said %q", lines.Text())
			}
			last = n
			return true
		}
		read() // it has begun
		time.AfterFunc(time.Duration(random.IntN(20000))*time.Microsecond, func() { child.Process.Kill() })
		for read() {
		}
		child.Wait()

		me, err := NewShelf(dir, "next")
		if err != nil {
			t.Fatal(err)
		}
		left := me.Left()
		if len(left) != 1 {
			t.Fatalf("kill %d after correction %d: %d windows left something", i, last, len(left))
		}
		f, err := Recover(left[0])
		if err != nil || len(f.Left) > 0 {
			t.Fatalf("kill %d after correction %d: %v %v", i, last, err, f.Left)
		}
		if got := f.Log.Len() - base; got != last && got != last+1 {
			t.Fatalf("kill %d after correction %d: %d are there", i, last, got)
		}
		saved, _, err := Open(dir + "/harbour.dateline")
		if got := saved.Log.Len() - base; last >= 3 && (err != nil || got != last-last%3 && got != last-last%3+3) {
			t.Fatalf("kill %d after correction %d: the saved file has %d, %v", i, last, got, err)
		}
		me.Close()
	}
}

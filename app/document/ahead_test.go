package document

import (
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
)

func TestAhead_GivesAllInOrder(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	for _, n := range []int{0, 1, 3, 4, 5, 100} {
		at := 0
		for i, v := range Ahead(n, func(i int) int { return i * i }) {
			if i != at || v != i*i {
				t.Fatalf("of %d: %d gives %d at turn %d", n, i, v, at)
			}
			at++
		}
		if at != n {
			t.Errorf("%d turns of %d", at, n)
		}
	}
}

func TestAhead_ReadsSeveralAtOnceAndNoMore(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	var begun atomic.Int32
	meet := make(chan bool)
	for i := range Ahead(30, func(i int) bool {
		begun.Add(1)
		if i == 0 {
			return <-meet // it ends only when the next was begun
		}
		if i == 1 {
			meet <- true
		}
		return true
	}) {
		if got := int(begun.Load()); got > i+4 {
			t.Fatalf("at turn %d, %d were begun", i, got)
		}
	}
}

func TestAhead_BreaksOff(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	var begun atomic.Int32
	for i := range Ahead(1000, func(i int) bool { begun.Add(1); return true }) {
		if i == 4 {
			break
		}
	}
	if n := begun.Load(); n > 7 {
		t.Errorf("%d were begun", n)
	}
}

func TestAhead_APanicIsTheCallers(t *testing.T) {
	defer func() {
		if fault, _ := recover().(string); !strings.Contains(fault, "the third is odd") {
			t.Errorf("recovered %q", fault)
		}
	}()
	last := -1
	for i := range Ahead(9, func(i int) bool {
		if i == 3 {
			panic("the third is odd")
		}
		return true
	}) {
		last = i
	}
	t.Errorf("no panic, %d turns", last+1)
}

package tile

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/paulmach/orb"
)

// Remote is a Source that may have to ask somewhere else and so takes its time, like geo/tile/online.
type Remote interface {
	Source
	// Kept gives what is at hand without asking anyone, nil if nothing is; fresh is false if Tile should be asked
	// nevertheless.
	Kept(ctx context.Context, k Key) (img *image.RGBA, fresh bool)
	// RetryIn is how long nothing will be asked after faults; 0 if it may be at once.
	RetryIn() time.Duration
}

// StackConfig says what lies upon what.
type StackConfig struct {
	Top     Source       // a Raster, or a Remote
	Under   Source       // the embedded map
	Words   bool         // Top shows no names (aerial pictures): those of Under are given
	Changed func(Status) // called on any goroutine when Status changes; may be nil and must not block

	// Patience is how long Tile waits for a Remote when no Loader follows the Stack: 1 s if it is 0. A Loader gets the
	// picture of Under at once and the one of Top when it comes.
	Patience time.Duration

	Guard func(f func()) // see LoaderConfig
}

// Stack draws one source over another: where Top has no picture, yet or at all, Under is shown. It asks a Remote on two
// goroutines of its own, only for tiles that its followers want. It may be used from several goroutines; Close ends it.
type Stack struct {
	StackConfig
	remote Remote
	loader *Loader // of remote

	mu        sync.Mutex
	missing   map[Key]bool // given without Top, which may yet have it
	given     map[Key]bool // given with a remote Top
	followers map[int]*follower
	last      int // follower
	waiting   map[Key][]chan struct{}
	status    Status
	shown     bool // Top has given a picture
	again     *time.Timer
	closed    bool
}

type follower struct {
	better func(Key)
	wants  []Key
	told   bool // it says what it wants; else it wants all it asked for
}

// NewStack puts c.Top upon c.Under; both must be given.
func NewStack(c StackConfig) *Stack {
	if c.Patience <= 0 {
		c.Patience = time.Second
	}
	s := &Stack{StackConfig: c, missing: map[Key]bool{}, given: map[Key]bool{}, followers: map[int]*follower{}, waiting: map[Key][]chan struct{}{}}
	if remote, ok := c.Top.(Remote); ok {
		s.remote = remote
		s.loader = NewLoader(remote, LoaderConfig{MaxBytes: 16 << 20, Ready: s.came, Guard: c.Guard})
	}
	return s
}

// Attribution names the makers of both.
func (s *Stack) Attribution() string {
	var parts []string
	for _, a := range []string{s.Top.Attribution(), s.Under.Attribution()} {
		if a != "" && !slices.Contains(parts, a) {
			parts = append(parts, a)
		}
	}
	return strings.Join(parts, " · ")
}

// Status is what there is to say of Top now.
func (s *Stack) Status() Status {
	s.mu.Lock()
	status := s.status
	s.mu.Unlock()
	if own, ok := s.Top.(interface{ Status() Status }); ok && status.Good() {
		return own.Status()
	}
	return status
}

// Labels gives the names of Under where Top shows none of its own.
func (s *Stack) Labels(bound orb.Bound, zoom float64) []Label {
	named, ok := s.Under.(interface {
		Labels(orb.Bound, float64) []Label
	})
	s.mu.Lock()
	hides := s.shown && !s.Words && (s.remote == nil || s.status.Good())
	s.mu.Unlock()
	if !ok {
		return nil
	}
	if !hides {
		return named.Labels(bound, zoom)
	}
	part, ok := s.Top.(interface {
		Covers(orb.Point, float64) bool
	})
	if !ok {
		return nil
	}
	return slices.DeleteFunc(named.Labels(bound, zoom), func(l Label) bool { return part.Covers(l.Point, zoom) })
}

// Tile gives Top upon Under. A Top that fails is no error: Status says what is wrong.
func (s *Stack) Tile(ctx context.Context, k Key) (*image.RGBA, error) {
	if !k.Valid() {
		return nil, fmt.Errorf("%w: %d/%d/%d at %d px", ErrNoTile, k.Z, k.X, k.Y, k.Size)
	}
	var top *image.RGBA
	if s.remote != nil {
		top = s.ask(ctx, k)
	} else {
		img, err := s.Top.Tile(ctx, k)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		top = img
		s.note(err)
	}
	if top != nil && Opaque(top) {
		return own(top, s.remote != nil), nil
	}
	under, err := s.Under.Tile(ctx, k)
	if err != nil || top == nil {
		return under, err
	}
	draw.Draw(under, under.Rect, top, image.Point{}, draw.Over)
	return under, nil
}

// own gives a picture that the caller may change.
func own(img *image.RGBA, shared bool) *image.RGBA {
	if !shared {
		return img
	}
	return &image.RGBA{Pix: slices.Clone(img.Pix), Stride: img.Stride, Rect: img.Rect}
}

// ask gives what the remote source has at hand and sends for the rest.
func (s *Stack) ask(ctx context.Context, k Key) *image.RGBA {
	img := s.loader.Get(k)
	fresh := img != nil
	if !fresh {
		img, fresh = s.remote.Kept(ctx, k)
	}
	s.mu.Lock()
	if fresh || s.closed {
		if fresh {
			s.give(k)
		}
		delete(s.missing, k)
		s.mu.Unlock()
		return img
	}
	var came chan struct{}
	if len(s.followers) == 0 {
		if img != nil { // old, but better than to wait
			s.mu.Unlock()
			return img
		}
		came = make(chan struct{})
		s.waiting[k] = append(s.waiting[k], came)
	} else {
		if len(s.missing) >= 4096 {
			clear(s.missing)
		}
		s.missing[k] = true
	}
	s.mu.Unlock()
	got := s.loader.Request(k)
	if came == nil || got != nil {
		s.unwait(k, came)
		if got != nil {
			s.mu.Lock()
			s.give(k)
			delete(s.missing, k)
			s.mu.Unlock()
			return got
		}
		return img
	}
	patience := time.NewTimer(s.Patience)
	defer patience.Stop()
	select {
	case <-came:
	case <-patience.C:
	case <-ctx.Done():
	}
	s.unwait(k, came)
	return s.loader.Get(k)
}

// give notes that k was given with Top. s.mu is held.
func (s *Stack) give(k Key) {
	if len(s.given) >= 1024 {
		clear(s.given)
	}
	s.given[k], s.shown = true, true
}

func (s *Stack) unwait(k Key, c chan struct{}) {
	if c == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.Index(s.waiting[k], c); i >= 0 {
		s.waiting[k] = slices.Delete(s.waiting[k], i, i+1)
	}
	if len(s.waiting[k]) == 0 {
		delete(s.waiting, k)
	}
}

// came is called on a goroutine of the loader.
func (s *Stack) came(k Key, img *image.RGBA, err error) {
	s.note(err)
	s.mu.Lock()
	for _, c := range s.waiting[k] {
		close(c)
	}
	delete(s.waiting, k)
	var tell []func(Key)
	switch {
	case err == nil:
		for _, id := range s.ids() {
			tell = append(tell, s.followers[id].better)
		}
	case errors.Is(err, ErrAbsent):
		delete(s.missing, k)
	default:
		s.later()
	}
	s.mu.Unlock()
	for _, better := range tell {
		better(k)
	}
}

// later tries again what is wanted when the remote source may be asked again. s.mu is held.
func (s *Stack) later() {
	if s.again != nil || s.closed {
		return
	}
	s.again = time.AfterFunc(max(5*time.Second, s.remote.RetryIn()), func() {
		s.mu.Lock()
		s.again = nil
		s.mu.Unlock()
		s.loader.Guard(s.Retry)
	})
}

// Retry asks anew for what is wanted and missing.
func (s *Stack) Retry() {
	if s.loader == nil {
		return
	}
	s.mu.Lock()
	var keys []Key
	for _, id := range s.ids() {
		f := s.followers[id]
		for _, k := range f.wants {
			if s.missing[k] {
				keys = append(keys, k)
			}
		}
		if !f.told {
			for k := range s.missing {
				keys = append(keys, k)
			}
		}
	}
	waiting := len(s.waiting) > 0
	s.mu.Unlock()
	if len(keys) > 0 || !waiting {
		s.loader.Want(keys)
	}
}

// ids lists the followers in the order they came. s.mu is held.
func (s *Stack) ids() []int {
	var ids []int
	for id := range s.followers {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// note keeps what an answer of Top says about it.
func (s *Stack) note(err error) {
	var fault *Fault
	s.mu.Lock()
	status := s.status
	switch {
	case err == nil:
		s.shown = true
		if s.remote != nil { // a file that is damaged stays so
			status = Status{}
		}
	case errors.As(err, &fault):
		status = fault.Status
	}
	changed := !status.Same(s.status) && !s.closed
	s.status = status
	var doubtful []Key
	var tell []func(Key)
	if changed && status.Code == StatusBlocked { // what came before it was recognised may be notices, too
		for k := range s.given {
			doubtful = append(doubtful, k)
		}
		clear(s.given)
		for _, id := range s.ids() {
			tell = append(tell, s.followers[id].better)
		}
	}
	s.mu.Unlock()
	for _, k := range doubtful {
		s.loader.cache.Drop(k)
		for _, better := range tell {
			better(k)
		}
	}
	if changed && s.Changed != nil {
		s.Changed(s.Status())
	}
}

// Follow has better called when a picture of Top has come that was missing. See Live.
func (s *Stack) Follow(better func(Key)) (want func([]Key), stop func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	id, f := s.last, &follower{better: better}
	s.followers[id] = f
	want = func(keys []Key) {
		s.mu.Lock()
		f.wants, f.told = slices.Clone(keys), true
		s.mu.Unlock()
		s.Retry()
	}
	stop = func() {
		s.mu.Lock()
		delete(s.followers, id)
		s.mu.Unlock()
	}
	return want, stop
}

// Provisional reports whether k was given without Top, which may yet have it. See Live.
func (s *Stack) Provisional(k Key) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.missing[k]
}

// Close gives up what is asked for and waits until the goroutines have ended. Top and Under stay open; Tile then gives
// what is at hand.
func (s *Stack) Close() {
	s.mu.Lock()
	s.closed = true
	if s.again != nil {
		s.again.Stop()
	}
	s.mu.Unlock()
	if s.loader != nil {
		s.loader.Close()
	}
}

var _ Live = (*Stack)(nil)

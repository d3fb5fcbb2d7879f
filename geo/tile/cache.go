package tile

import (
	"container/list"
	"image"
	"sync"
)

// DefaultCacheBytes holds about four full screens of 256 px tiles at each of five zooms.
const DefaultCacheBytes = 64 << 20

// Cache keeps pictures up to a number of bytes and drops those unused for longest. It may be used from several
// goroutines; the pictures it hands out are shared and must not be drawn on.
type Cache struct {
	mu    sync.Mutex
	max   int64
	bytes int64
	order *list.List // front: used last
	byKey map[Key]*list.Element
}

type cached struct {
	key Key
	img *image.RGBA
}

// NewCache gives an empty cache for maxBytes of pixels; DefaultCacheBytes if maxBytes is not positive.
func NewCache(maxBytes int64) *Cache {
	if maxBytes <= 0 {
		maxBytes = DefaultCacheBytes
	}
	return &Cache{max: maxBytes, order: list.New(), byKey: map[Key]*list.Element{}}
}

// Get gives the picture of k, or nil.
func (c *Cache) Get(k Key) *image.RGBA {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.byKey[k]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*cached).img
}

// Put keeps img under k. A picture larger than the whole cache is not kept.
func (c *Cache) Put(k Key, img *image.RGBA) {
	if img == nil || int64(len(img.Pix)) > c.max {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.byKey[k]; e != nil {
		c.bytes += int64(len(img.Pix) - len(e.Value.(*cached).img.Pix))
		e.Value.(*cached).img = img
		c.order.MoveToFront(e)
	} else {
		c.byKey[k] = c.order.PushFront(&cached{k, img})
		c.bytes += int64(len(img.Pix))
	}
	for c.bytes > c.max {
		last := c.order.Back()
		old := c.order.Remove(last).(*cached)
		delete(c.byKey, old.key)
		c.bytes -= int64(len(old.img.Pix))
	}
}

// Drop forgets the picture of k.
func (c *Cache) Drop(k Key) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.byKey[k]; e != nil {
		c.bytes -= int64(len(c.order.Remove(e).(*cached).img.Pix))
		delete(c.byKey, k)
	}
}

// Bytes is the size of the pictures kept.
func (c *Cache) Bytes() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.bytes
}

package gazetteer

// Lookup adds to dst every place that name may mean, rows of our own tables first, then by match and population, and gives
// the longer slice. name may be a piece of the text itself: it is folded on the fly. Nothing is allocated on a miss, nor
// on a hit while dst has room. Whether capitals differ is the caller's concern: "us" finds what "US" finds.
func (x *Index) Lookup(name string, dst []Hit) []Hit {
	var buf [maxFold]byte
	n := fold(&buf, name, false)
	if n <= 0 {
		return dst
	}
	if x.over != nil {
		return x.lookupOver(buf[:n], dst)
	}
	v, ok := x.find(hashBytes(buf[:n], x.seed))
	if !ok {
		return dst
	}
	return x.expand(v, dst)
}

// Has reports whether any place has the name: Lookup without the list.
func (x *Index) Has(name string) bool {
	var buf [maxFold]byte
	n := fold(&buf, name, false)
	if n <= 0 {
		return false
	}
	if _, ok := x.find(hashBytes(buf[:n], x.seed)); ok || x.over == nil {
		return ok
	}
	return len(x.lookupOver(buf[:n], nil)) > 0
}

// Reach gives the number of words of the longest name that begins with the first word of s ("Rostov-on-Don" has three
// words, "D.C." one), 0 if no name begins so. It is a cheap gate: now and then it promises too much, never too little.
func (x *Index) Reach(s string) int {
	var buf [maxFold]byte
	n := fold(&buf, s, true)
	if n <= 0 {
		return 0
	}
	reach := 0
	if len(x.first) > 0 {
		if slot := int(hashBytes(buf[:n], x.seed) >> x.firstSh); slot>>1 < len(x.first) {
			reach = int(x.first[slot>>1] >> (4 * (slot & 1)) & 15)
		}
	}
	if x.over != nil {
		return x.reachOver(buf[:n], reach)
	}
	return reach
}

// MayStart reports whether some name may begin with the first word of s. False is certain.
func (x *Index) MayStart(s string) bool { return x.Reach(s) > 0 }

// find gives the value stored for a hash. Keys are told apart by 42 bits of it, so that about one unknown name in six
// million is taken for a known one.
func (x *Index) find(h uint64) (uint32, bool) {
	if x.keyCount == 0 {
		return 0, false
	}
	b := int(h >> x.bucketSh)
	i, j := le32(x.rel, b*2), b+1
	lo, hi := int(le32(x.base, b>>10*4)+i&0xFFFF), int(le32(x.base, j>>10*4)+i>>16)
	if lo > hi || hi > int(x.keyCount) {
		return 0, false
	}
	want := uint32(h) & (1<<(8*hashSize) - 1)
	for p := x.hashes[lo*hashSize : hi*hashSize]; len(p) >= hashSize; p = p[hashSize:] {
		if uint32(p[0])|uint32(p[1])<<8|uint32(p[2])<<16 == want {
			return halves(x.values, hi-len(p)/hashSize), true
		}
	}
	return 0, false
}

func (x *Index) expand(v uint32, dst []Hit) []Hit {
	word := v&valueWord != 0
	if v&valueMany == 0 {
		if v&valueRow < x.rowCount {
			dst = append(dst, Hit{Row(v & valueRow), Match(v >> valueShift & 15), word})
		}
		return dst
	}
	for i := int(v & valueRow); i < len(x.postings)/4; i++ {
		p := halves(x.postings, i)
		if p&valueRow < x.rowCount {
			dst = append(dst, Hit{Row(p & valueRow), Match(p >> valueShift & 15), word})
		}
		if p&valueLast != 0 {
			break
		}
	}
	return dst
}

// halves reads number i of a section that holds all low halves and then all high halves.
func halves(b []byte, i int) uint32 { return le16(b, 2*i) | le16(b, len(b)/2+2*i)<<16 }

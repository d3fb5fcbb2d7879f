package event

// StemOf is the same for the forms of most words: it is made of their first six letters without case.
func StemOf(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w) && i < 6; i++ {
		b := w[i]
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		h = (h ^ uint32(b)) * 16777619
	}
	return h
}

package golden

// Common is how many words two texts have in common in the same order.
func Common(a, b []string) int {
	row := make([]int32, len(b)+1)
	for _, w := range a {
		diagonal := int32(0)
		for k, v := range b {
			up := row[k+1]
			if w == v {
				row[k+1] = diagonal + 1
			} else if row[k] > up {
				row[k+1] = row[k]
			}
			diagonal = up
		}
	}
	return int(row[len(b)])
}

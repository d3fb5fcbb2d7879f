//go:build !linux || !cgo || ci

package app

// returnLargeBlocks has nothing to do: only the C library of GNU keeps them.
func returnLargeBlocks() {}

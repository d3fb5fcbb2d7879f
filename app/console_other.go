//go:build !windows

package app

// Console has nothing to do here: what is said is seen where the program was started.
func Console() {}

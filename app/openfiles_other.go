//go:build !darwin || ci

package app

// listenToSystem has nothing to do: files that are double-clicked are named on the command line.
func listenToSystem() {}

// openedBySystem has nothing to do either.
func openedBySystem(func(files []string)) {}

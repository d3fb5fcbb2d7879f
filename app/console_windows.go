package app

import (
	"os"

	"golang.org/x/sys/windows"
)

var attachConsole = windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")

// Console lets what is said be seen at the terminal that the program was started from: on Windows a program with a window has
// none by itself. What goes into a file or to another program stays so.
func Console() {
	lost := func(f *os.File) bool {
		kind, err := windows.GetFileType(windows.Handle(f.Fd()))
		return err != nil || kind == windows.FILE_TYPE_UNKNOWN
	}
	const parent = ^uintptr(0)
	if !lost(os.Stdout) && !lost(os.Stderr) || attachConsole.Find() != nil {
		return
	}
	if ok, _, _ := attachConsole.Call(parent); ok == 0 {
		return // it was started from no terminal
	}
	out, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return
	}
	if lost(os.Stdout) {
		os.Stdout = out
	}
	if lost(os.Stderr) {
		os.Stderr = out
	}
}

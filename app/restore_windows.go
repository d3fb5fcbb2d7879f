package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var (
	user32     = windows.NewLazySystemDLL("user32.dll")
	isIconic   = user32.NewProc("IsIconic")
	showWindow = user32.NewProc("ShowWindow")
)

// restore brings a window back that is minimised; asking for the keyboard does not do that on Windows.
func restore(w fyne.Window) {
	const asItWas = 9 // SW_RESTORE
	if n, ok := w.(driver.NativeWindow); ok {
		n.RunNative(func(context any) {
			c, ok := context.(driver.WindowsWindowContext)
			if !ok {
				return
			}
			if small, _, _ := isIconic.Call(c.HWND); small != 0 {
				showWindow.Call(c.HWND, asItWas)
			}
		})
	}
}

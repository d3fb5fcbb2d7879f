package instance

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Folder is where the lock lies: beside the settings, which lie in the person's own profile or on their stick.
func Folder(settings string) string { return filepath.Join(settings, "run") }

// Private makes the folder. Who may enter it is what the profile of the person says.
func Private(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("instance: %w", err)
	}
	return nil
}

// pipe is the name of the pipe: each person has one of their own.
func pipe(name string) (path, person string, err error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return "", "", fmt.Errorf("instance: %w", err)
	}
	person = user.User.Sid.String()
	return `\\.\pipe\` + name + "-" + person, person, nil
}

// pipeListener waits at one instance of the pipe after the other. A pipe has no backlog: a start that comes between two of them
// tries again.
type pipeListener struct {
	path   *uint16
	rights *windows.SecurityAttributes
	next   windows.Handle // that the next start will find
	closed atomic.Bool
}

// listen makes the pipe. Only the same person may open it, from this computer; where another process has one of that name
// there is none.
func listen(_, name string) (listener, error) {
	path, person, err := pipe(name)
	if err != nil {
		return nil, err
	}
	sd, err := windows.SecurityDescriptorFromString("D:P(A;;GA;;;" + person + ")")
	if err != nil {
		return nil, fmt.Errorf("instance: %w", err)
	}
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, fmt.Errorf("instance: %w", err)
	}
	l := &pipeListener{path: p, rights: &windows.SecurityAttributes{SecurityDescriptor: sd}}
	l.rights.Length = uint32(unsafe.Sizeof(*l.rights))
	if l.next, err = l.make(windows.FILE_FLAG_FIRST_PIPE_INSTANCE); err != nil {
		return nil, err
	}
	return l, nil
}

func (l *pipeListener) make(more uint32) (windows.Handle, error) {
	h, err := windows.CreateNamedPipe(l.path, windows.PIPE_ACCESS_DUPLEX|more,
		windows.PIPE_TYPE_BYTE|windows.PIPE_READMODE_BYTE|windows.PIPE_WAIT|windows.PIPE_REJECT_REMOTE_CLIENTS,
		windows.PIPE_UNLIMITED_INSTANCES, 1<<16, 1<<16, 0, l.rights)
	if err != nil {
		return 0, fmt.Errorf("instance: pipe: %w", err)
	}
	return h, nil
}

// Accept waits for a start.
func (l *pipeListener) Accept() (io.ReadWriteCloser, error) {
	if l.closed.Load() {
		return nil, os.ErrClosed
	}
	if l.next == 0 {
		h, err := l.make(0)
		if err != nil {
			return nil, err
		}
		l.next = h
	}
	h := l.next
	if err := windows.ConnectNamedPipe(h, nil); err != nil && !errors.Is(err, windows.ERROR_PIPE_CONNECTED) {
		l.next = 0
		windows.CloseHandle(h)
		return nil, fmt.Errorf("instance: pipe: %w", err)
	}
	l.next = 0
	if l.closed.Load() {
		windows.CloseHandle(h)
		return nil, os.ErrClosed
	}
	if next, err := l.make(0); err == nil { // before this one is answered, so that the next start finds one
		l.next = next
	}
	return pipeEnd{os.NewFile(uintptr(h), "pipe"), h}, nil
}

// Close ends the waiting: Accept is woken by a start of our own, which finds the door closed.
func (l *pipeListener) Close() error {
	l.closed.Store(true)
	h, err := windows.CreateFile(l.path, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_EXISTING, 0, 0)
	if err == nil {
		windows.CloseHandle(h)
	}
	return nil
}

// pipeEnd is the running program's end of a pipe. What it has said is read before it goes.
type pipeEnd struct {
	*os.File
	h windows.Handle
}

func (p pipeEnd) Close() error {
	windows.FlushFileBuffers(p.h)
	return p.File.Close()
}

// dial opens the pipe. Whoever has made it learns who we are and cannot act as we.
func dial(_, name string) (io.ReadWriteCloser, error) {
	path, _, err := pipe(name)
	if err != nil {
		return nil, err
	}
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := windows.CreateFile(p, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_EXISTING,
		windows.SECURITY_SQOS_PRESENT|windows.SECURITY_IDENTIFICATION, 0)
	if err != nil {
		return nil, fmt.Errorf("instance: pipe: %w", err)
	}
	return os.NewFile(uintptr(h), "pipe"), nil
}

var allowSetForegroundWindow = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")

// allowForeground lets the running program come to the front. Windows gives that right to a program that the person has just
// started, and lets it hand it on.
func allowForeground() {
	const anyProcess = ^uintptr(0)
	if allowSetForegroundWindow.Find() == nil {
		allowSetForegroundWindow.Call(anyProcess)
	}
}

//go:build unix

package instance

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// longest is how long the path of a socket may be everywhere.
const longest = 100

// Folder is where the starts of this person meet: the folder that the system makes for what runs, else one of their own among
// the temporary ones. It is not the folder of settings, which may lie on a stick or a network where no sockets are.
func Folder(string) string {
	if dir := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) && len(dir) < 60 && isPrivate(dir) == nil {
		return dir
	}
	return filepath.Join(os.TempDir(), "dateline-"+strconv.Itoa(os.Getuid()))
}

// Private makes a folder that only this person may enter.
func Private(dir string) error {
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("instance: %w", err)
	}
	return isPrivate(dir)
}

// isPrivate says why others may enter a folder; nil where they may not. Somebody else may have made one of that name.
func isPrivate(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return fmt.Errorf("instance: %w", err)
	}
	of, ok := info.Sys().(*syscall.Stat_t)
	if !info.IsDir() || info.Mode().Perm()&0o077 != 0 || !ok || int(of.Uid) != os.Getuid() {
		return fmt.Errorf("instance: %s is not private", dir)
	}
	return nil
}

func socket(folder, name string) string { return filepath.Join(folder, name+".sock") }

// listen opens the socket. The caller holds the lock: what lies there is left from a program that died.
func listen(folder, name string) (listener, error) {
	path := socket(folder, name)
	if len(path) > longest {
		return nil, fmt.Errorf("instance: %s is too long for a socket", path)
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("instance: %w", err)
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("instance: %w", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		l.Close()
		return nil, fmt.Errorf("instance: %w", err)
	}
	return unixListener{l}, nil
}

func dial(folder, name string) (io.ReadWriteCloser, error) {
	return net.Dial("unix", socket(folder, name))
}

type unixListener struct{ l net.Listener }

func (u unixListener) Accept() (io.ReadWriteCloser, error) { return u.l.Accept() }
func (u unixListener) Close() error                        { return u.l.Close() }

func allowForeground() {}

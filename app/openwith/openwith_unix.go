//go:build unix && !darwin

package openwith

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"dateline/app/safefile"
)

// Registered reports whether project files are opened by this program.
func (p Program) Registered() bool {
	return samePath(standing(p.Data), p.Path)
}

// Register writes an entry, the kind of file and the icon into the person's data.
func (p Program) Register() error {
	if strings.ContainsAny(p.Path, "\x00\r\n=%") { // the last two mean something there, and desktops do not read them otherwise
		return ErrPath
	}
	for name, text := range map[string]string{entryFile: entryOf(p.Path), kindFile: kind, iconFile: string(p.Icon)} {
		at := filepath.Join(p.Data, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return fmt.Errorf("openwith: %w", err)
		}
		write := func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
		if err := safefile.Write(at, safefile.Shared, write); err != nil {
			return fmt.Errorf("openwith: %w", err)
		}
	}
	update(p.Data)
	return nil
}

// Unregister takes the three files away. Where another copy of the program opens project files, they stay, and it is an *ErrOther.
func (p Program) Unregister() error {
	if err := p.mine(standing(p.Data)); err != nil {
		return err
	}
	var faults []error
	for _, name := range []string{entryFile, kindFile, iconFile} {
		if err := os.Remove(filepath.Join(p.Data, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			faults = append(faults, fmt.Errorf("openwith: %w", err))
		}
	}
	update(p.Data)
	return errors.Join(faults...)
}

// standing is the program that the person's own entry starts; "" for none.
func standing(data string) string {
	text, err := os.ReadFile(filepath.Join(data, filepath.FromSlash(entryFile)))
	if err != nil {
		return ""
	}
	return programIn(string(text))
}

// updating is how long the desktop's lists of what opens what may take to be made anew.
const updating = 30 * time.Second

// update has these lists made anew. Desktops that look at the folders themselves have no such programs, and need none.
func update(data string) {
	ctx, cancel := context.WithTimeout(context.Background(), updating)
	defer cancel()
	for program, folder := range map[string]string{"update-mime-database": "mime", "update-desktop-database": "applications"} {
		_ = exec.CommandContext(ctx, program, filepath.Join(data, folder)).Run() // its faults are for people at a terminal
	}
}

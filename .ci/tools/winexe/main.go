// Winexe checks a program for Windows without Windows: it opens no console, has an icon and a version that the Explorer shows,
// and needs no library but those of Windows itself.
//
//	winexe 0.1.0 Dateline.exe
package main

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf16"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: winexe VERSION NAME.exe")
		os.Exit(2)
	}
	if err := check(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "winexe:", err)
		os.Exit(1)
	}
}

// system are the libraries that every Windows since 10 has.
var system = []string{"kernel32.dll", "user32.dll", "gdi32.dll", "shell32.dll", "advapi32.dll", "opengl32.dll", "msvcrt.dll", "ole32.dll", "ws2_32.dll",
	"winmm.dll", "imm32.dll", "ntdll.dll", "bcryptprimitives.dll", "bcrypt.dll", "crypt32.dll", "shcore.dll", "dwmapi.dll"}

func check(version, path string) error {
	f, err := pe.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var faults []error
	if h, ok := f.OptionalHeader.(*pe.OptionalHeader64); !ok || f.Machine != pe.IMAGE_FILE_MACHINE_AMD64 {
		faults = append(faults, errors.New("it is not for 64 bits"))
	} else if h.Subsystem != pe.IMAGE_SUBSYSTEM_WINDOWS_GUI {
		faults = append(faults, errors.New("it opens a console"))
	}
	libraries, err := imports(f)
	if err != nil {
		return err
	}
	for _, l := range libraries {
		if !slices.Contains(system, strings.ToLower(l)) {
			faults = append(faults, fmt.Errorf("it needs %s, which is not a part of Windows", l))
		}
	}
	return errors.Join(append(faults, resources(f, version))...)
}

// imports are the libraries that the program is linked with.
func imports(f *pe.File) ([]string, error) {
	symbols, err := f.ImportedSymbols() // ImportedLibraries is not written yet
	if err != nil {
		return nil, err
	}
	var out []string
	for _, s := range symbols {
		_, library, _ := strings.Cut(s, ":")
		if !slices.Contains(out, library) {
			out = append(out, library)
		}
	}
	return out, nil
}

// The kinds of resources that the Explorer looks for.
const (
	iconGroup = 14
	info      = 16
	manifest  = 24
)

// resources says which of icon, version and manifest is missing.
func resources(f *pe.File, version string) error {
	s := f.Section(".rsrc")
	if s == nil {
		return errors.New("it has no icon and no version")
	}
	data, err := s.Data()
	if err != nil {
		return err
	}
	if len(data) < 16 {
		return errors.New("its resources are damaged")
	}
	// A directory begins with 16 bytes, the last four of which are how many named and how many numbered entries follow.
	n := int(binary.LittleEndian.Uint16(data[12:])) + int(binary.LittleEndian.Uint16(data[14:]))
	kinds := map[uint32]bool{}
	for i := range n {
		at := 16 + 8*i
		if at+8 > len(data) {
			return errors.New("its resources are damaged")
		}
		kinds[binary.LittleEndian.Uint32(data[at:])] = true
	}
	var faults []error
	for kind, name := range map[uint32]string{iconGroup: "icon", info: "version", manifest: "manifest"} {
		if !kinds[kind] {
			faults = append(faults, fmt.Errorf("it has no %s", name))
		}
	}
	var wide []byte
	for _, u := range utf16.Encode([]rune(version + ".")) { // the build number follows
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	if !bytes.Contains(data, wide) {
		faults = append(faults, fmt.Errorf("its version is not %s", version))
	}
	return errors.Join(faults...)
}

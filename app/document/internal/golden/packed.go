package golden

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"strings"
)

// Gzip is s compressed.
func Gzip(s string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write([]byte(s))
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return out.String()
}

// Tar packs parts, each a name and its content, in their order.
func Tar(parts ...string) string {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for i := 0; i+1 < len(parts); i += 2 {
		kind := byte(tar.TypeReg)
		if strings.HasSuffix(parts[i], "/") {
			kind = tar.TypeDir
		}
		err := w.WriteHeader(&tar.Header{Name: parts[i], Typeflag: kind, Size: int64(len(parts[i+1])), Mode: 0o644})
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.String()
}

// Record is a WARC record with a server's answer.
func Record(url, answer string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-02-01T08:30:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(answer), answer)
}

// Safari is a web archive of Safari with a page: a binary property list.
func Safari(url, page string) string {
	var out bytes.Buffer
	var at []int
	out.WriteString("bplist00")
	object := func(kind byte, many int, body []byte) {
		at = append(at, out.Len())
		out.WriteByte(kind<<4 | 15)
		out.WriteByte(0x13) // the number follows in eight bytes
		_ = binary.Write(&out, binary.BigEndian, uint64(many))
		out.Write(body)
	}
	text := func(s string) { object(5, len(s), []byte(s)) }
	object(0xd, 1, []byte{1, 2})       // 0: the archive
	text("WebMainResource")            // 1
	object(0xd, 2, []byte{3, 5, 4, 6}) // 2: its page
	text("WebResourceData")            // 3
	object(4, len(page), []byte(page)) // 4 is the data; keys and values are listed apart
	text("WebResourceURL")             // 5
	text(url)                          // 6
	start := out.Len()
	for _, n := range at {
		_ = binary.Write(&out, binary.BigEndian, uint32(n))
	}
	out.Write([]byte{0, 0, 0, 0, 0, 0, 4, 1})
	for _, n := range []uint64{uint64(len(at)), 0, uint64(start)} {
		_ = binary.Write(&out, binary.BigEndian, n)
	}
	return out.String()
}

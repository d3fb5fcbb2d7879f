package places

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decoded is b as UTF-8: without a byte order mark, and out of UTF-16 or, where it is neither, out of the Windows code page
// that its first letters speak for.
func decoded(b *bufio.Reader, head []byte, f *Faults) (*bufio.Reader, error) {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, err := b.Discard(3)
		return b, err
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		t := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		return bufio.NewReaderSize(transform.NewReader(b, t), 1<<16), nil
	case bytes.IndexByte(head, 0) >= 0:
		return nil, ErrNoPlaces
	}
	if n := len(head); n == 1<<16 { // the last letter may be cut
		for n > len(head)-utf8.UTFMax && !utf8.RuneStart(head[n-1]) {
			n--
		}
		head = head[:n-1]
	}
	if utf8.Valid(head) {
		return b, nil
	}
	page, name := codePage(head)
	f.note(codePageRead, "Words", name)
	return bufio.NewReaderSize(transform.NewReader(b, page.NewDecoder()), 1<<16), nil
}

// codePage guesses the code page of a text that is no UTF-8: Cyrillic where its words are made of letters beyond ASCII.
func codePage(head []byte) (*charmap.Charmap, string) {
	high, low := 0, 0
	for _, c := range head {
		switch {
		case c >= 0xC0:
			high++
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			low++
		}
	}
	if high > low {
		return charmap.Windows1251, "Windows-1251 (Cyrillic)"
	}
	return charmap.Windows1252, "Windows-1252 (Western European)"
}

// errLong is a line that is too long to be a row.
var errLong = errors.New("the line is too long")

// line gives the next line without its end. A line that is too long is skipped and gives errLong; the end is io.EOF.
func line(b *bufio.Reader, buf []byte) ([]byte, error) {
	buf = buf[:0]
	long := false
	for {
		part, err := b.ReadSlice('\n')
		if !long {
			buf = append(buf, part...)
			long = len(buf) > maxLine
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && (err != io.EOF || len(buf) == 0):
			return nil, err
		case long:
			return buf[:0], errLong
		}
		return bytes.TrimRight(buf, "\r\n"), nil
	}
}

// fields parts a row of a CSV. open reports a quotation mark that is not closed: the row goes on in the next line.
func fields(row string, comma byte, dst []string) (out []string, open bool) {
	out = dst[:0]
	for {
		row = strings.TrimLeft(row, " ")
		if !strings.HasPrefix(row, `"`) {
			i := strings.IndexByte(row, comma)
			if i < 0 {
				return append(out, strings.TrimSpace(row)), false
			}
			out, row = append(out, strings.TrimSpace(row[:i])), row[i+1:]
			continue
		}
		var b strings.Builder
		rest := row[1:]
		for {
			i := strings.IndexByte(rest, '"')
			if i < 0 {
				return append(out, b.String()+rest), true
			}
			b.WriteString(rest[:i])
			rest = rest[i+1:]
			if !strings.HasPrefix(rest, `"`) {
				break
			}
			b.WriteByte('"')
			rest = rest[1:]
		}
		i := strings.IndexByte(rest, comma)
		if i < 0 {
			return append(out, strings.TrimSpace(b.String()+rest)), false
		}
		out, row = append(out, strings.TrimSpace(b.String()+rest[:i])), rest[i+1:]
	}
}

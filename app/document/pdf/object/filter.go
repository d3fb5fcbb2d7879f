package object

import (
	"bytes"
	"compress/flate"
	stdlzw "compress/lzw"
	"encoding/ascii85"
	"errors"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// ErrTooLarge is a stream, or a file, that unpacks to more than any article needs.
var ErrTooLarge = errors.New("object: it unpacks to more than is read")

const (
	maxStream  = 64 << 20 // bytes of one stream
	maxFilters = 8        // filters of one stream
)

// Decode unpacks a stream. With an error it gives what could be unpacked.
func (f *File) Decode(s *Stream) ([]byte, error) {
	data := s.raw
	if f.cipher != nil && s.Dict["Type"] != Name("XRef") {
		data = f.cipher.open(f.cipher.stream, data, s.Ref)
	}
	names, params := f.filters(s.Dict)
	for i, name := range names {
		var parms Dict
		if i < len(params) {
			parms = f.Dict(params[i])
		}
		out, err := f.filter(name, data, parms)
		if err == nil || len(out) > 0 {
			out = f.predicted(out, parms)
		}
		data = out
		if err != nil {
			return data, err
		}
	}
	return data, nil
}

// filters are the names of what a stream is packed with, and what each needs to know.
func (f *File) filters(d Dict) (names []Name, params []any) {
	filter, parms := f.Resolve(first(d, "Filter", "F")), f.Resolve(first(d, "DecodeParms", "DP"))
	if n, ok := filter.(Name); ok {
		if a, ok := parms.(Array); ok {
			return []Name{n}, a
		}
		return []Name{n}, []any{parms}
	}
	list, _ := filter.(Array)
	for _, v := range list[:min(len(list), maxFilters)] {
		if n, ok := f.Resolve(v).(Name); ok {
			names = append(names, n)
		}
	}
	params, _ = parms.(Array)
	return names, params
}

func first(d Dict, keys ...Name) any {
	for _, k := range keys {
		if v := d[k]; v != nil {
			return v
		}
	}
	return nil
}

var errFilter = errors.New("object: it is packed in a way that is not known")

func (f *File) filter(name Name, data []byte, parms Dict) ([]byte, error) {
	switch name {
	case "FlateDecode", "Fl":
		return f.inflate(data)
	case "LZWDecode", "LZW":
		early, ok := Int(f.Resolve(parms["EarlyChange"]))
		if ok && early == 0 {
			return f.all(stdlzw.NewReader(bytes.NewReader(data), stdlzw.MSB, 8))
		}
		return f.all(lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8))
	case "ASCIIHexDecode", "AHx":
		p := Parser{Data: append([]byte("<"), data...)}
		return []byte(p.hex()), nil
	case "ASCII85Decode", "A85":
		data, _, _ = bytes.Cut(data, []byte("~"))
		data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<"))
		return f.all(ascii85.NewDecoder(bytes.NewReader(data)))
	case "RunLengthDecode", "RL":
		return f.all(&runs{data: data})
	case "Crypt":
		return data, nil
	}
	return nil, errFilter
}

// inflate unpacks what a zlib stream holds, without its check sum: what came before a fault is good.
func (f *File) inflate(data []byte) ([]byte, error) {
	data = bytes.TrimLeft(data, "\r\n")
	if len(data) < 2 {
		return nil, nil
	}
	return f.all(flate.NewReader(bytes.NewReader(data[2:])))
}

// all reads what a filter gives, within bounds.
func (f *File) all(r io.Reader) ([]byte, error) {
	limit := min(maxStream, f.left)
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	f.left -= int64(len(out))
	if int64(len(out)) > limit {
		return out[:limit], ErrTooLarge
	}
	return out, err
}

// runs unpacks bytes that are repeated.
type runs struct {
	data []byte
	open []byte // unpacked and not yet read
}

func (r *runs) Read(p []byte) (int, error) {
	for len(r.open) == 0 {
		if len(r.data) < 2 || r.data[0] == 128 {
			return 0, io.EOF
		}
		n := int(r.data[0])
		if n < 128 {
			n = min(n+1, len(r.data)-1)
			r.open, r.data = r.data[1:1+n], r.data[1+n:]
			continue
		}
		r.open, r.data = bytes.Repeat(r.data[1:2], 257-n), r.data[2:]
	}
	n := copy(p, r.open)
	r.open = r.open[n:]
	return n, nil
}

// predicted undoes what was done to the rows of a table before it was packed.
func (f *File) predicted(data []byte, parms Dict) []byte {
	number := func(key Name, other int) int {
		if n, ok := Int(f.Resolve(parms[key])); ok && n > 0 {
			return n
		}
		return other
	}
	kind := number("Predictor", 1)
	columns, colors, bits := number("Columns", 1), number("Colors", 1), number("BitsPerComponent", 8)
	if kind < 2 || columns > maxStream || colors > 64 || bits > 32 {
		return data
	}
	row, pixel := (columns*colors*bits+7)/8, max(1, colors*bits/8)
	if kind == 2 {
		if bits == 8 && row > 0 {
			for i := range data {
				if i%row >= pixel {
					data[i] += data[i-pixel]
				}
			}
		}
		return data
	}
	return pngRows(data, row, pixel)
}

// pngRows undoes the predictors of PNG: each row begins with the number of its own.
func pngRows(data []byte, row, pixel int) []byte {
	out := make([]byte, 0, len(data))
	var above []byte
	for len(data) > 1 {
		kind := data[0]
		line := data[1:min(len(data), 1+row)]
		data = data[1+len(line):]
		start := len(out)
		out = append(out, line...)
		line = out[start:]
		for i := range line {
			var left, up, corner byte
			if i >= pixel {
				left = line[i-pixel]
			}
			if i < len(above) {
				up = above[i]
				if i >= pixel {
					corner = above[i-pixel]
				}
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += up
			case 3:
				line[i] += byte((int(left) + int(up)) / 2)
			case 4:
				line[i] += paeth(int(left), int(up), int(corner))
			}
		}
		above = line
	}
	return out
}

func paeth(a, b, c int) byte {
	pa, pb, pc := max(b-c, c-b), max(a-c, c-a), max(a+b-2*c, 2*c-a-b)
	switch {
	case pa <= pb && pa <= pc:
		return byte(a)
	case pb <= pc:
		return byte(b)
	}
	return byte(c)
}

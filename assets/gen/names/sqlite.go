package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

var errShort = errors.New("sqlite: file is cut short")

// rows calls each with the values of every row of a table, in order of its keys. It reads what the format's
// documentation calls table b-trees, without overflow pages, which is all that short rows need. An INTEGER PRIMARY KEY
// is stored as the row's key and comes as nil.
func rows(db []byte, table string, each func([]any)) error {
	if len(db) < 100 {
		return errShort
	}
	size := int(binary.BigEndian.Uint16(db[16:]))
	if size == 1 {
		size = 65536
	}
	root := 0
	err := walk(db, size, 1, func(v []any) {
		if len(v) > 3 && v[0] == "table" && strings.EqualFold(fmt.Sprint(v[1]), table) {
			n, _ := v[3].(int64)
			root = int(n)
		}
	})
	if err != nil {
		return err
	}
	if root == 0 {
		return fmt.Errorf("sqlite: no table %s", table)
	}
	return walk(db, size, root, each)
}

func walk(db []byte, size, page int, each func([]any)) error {
	if page < 1 || page*size > len(db) {
		return errShort
	}
	p := db[(page-1)*size : page*size]
	head := 0
	if page == 1 {
		head = 100
	}
	cells := int(binary.BigEndian.Uint16(p[head+3:]))
	switch p[head] {
	case 0x0d: // leaf
		for i := range cells {
			at := int(binary.BigEndian.Uint16(p[head+8+2*i:]))
			_, n := varint(p[at:])
			_, m := varint(p[at+n:])
			each(record(p[at+n+m:]))
		}
	case 0x05: // interior
		for i := range cells {
			at := int(binary.BigEndian.Uint16(p[head+12+2*i:]))
			if err := walk(db, size, int(binary.BigEndian.Uint32(p[at:])), each); err != nil {
				return err
			}
		}
		return walk(db, size, int(binary.BigEndian.Uint32(p[head+8:])), each)
	default:
		return fmt.Errorf("sqlite: page %d is no table page", page)
	}
	return nil
}

func varint(b []byte) (v int64, n int) {
	for n < 8 {
		v = v<<7 | int64(b[n]&0x7f)
		n++
		if b[n-1] < 0x80 {
			return v, n
		}
	}
	return v<<8 | int64(b[8]), 9
}

func record(b []byte) []any {
	headLen, at := varint(b)
	body := int(headLen)
	var out []any
	for at < int(headLen) {
		t, n := varint(b[at:])
		at += n
		switch {
		case t == 0:
			out = append(out, nil)
		case t <= 6:
			w := []int{0, 1, 2, 3, 4, 6, 8}[t]
			v := int64(int8(b[body]))
			for _, x := range b[body+1 : body+w] {
				v = v<<8 | int64(x)
			}
			out = append(out, v)
			body += w
		case t == 8 || t == 9:
			out = append(out, t-8)
		case t >= 12:
			w := int(t-12) / 2
			out = append(out, string(b[body:body+w]))
			body += w
		default:
			out = append(out, nil)
			body += 8
		}
	}
	return out
}

// Package object reads the objects of a PDF: numbers, names, strings, arrays, dictionaries and streams, found by walking the
// file once from its beginning to its end. The table of where objects lie, which damaged files have wrong and hostile files
// use as a trap, is never asked.
//
//	f, err := object.Open(data, "")
//	pages := f.Pages()
//	text, err := f.Decode(f.Resolve(pages[0].Dict["Contents"]).(*object.Stream))
//
// Everything that a file can make large is counted: values, bytes that are unpacked, depth, pages. It does not know what a
// page shows; see package content.
package object

import "math"

// The values of a PDF are nil, bool, int, float64, Name, String, Array, Dict, *Stream and Ref.
type (
	// Name is a name, without its slash.
	Name string
	// String is the bytes of a string.
	String string
	// Array is a list of values.
	Array []any
	// Dict is values by their names.
	Dict map[Name]any
	// Keyword is a word that is no value: an operator of a page, or a mark such as endobj.
	Keyword string
)

// Ref names another object by its number.
type Ref struct{ Num, Gen int }

// Stream is a dictionary with bytes, packed as the dictionary says.
type Stream struct {
	Dict Dict
	Ref  Ref // the object that it is
	raw  []byte
}

// Number is v as a number; false if it is none.
func Number(v any) (float64, bool) {
	switch v := v.(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// Int is v as a whole number, where it is a number of a usual size.
func Int(v any) (int, bool) {
	switch v := v.(type) {
	case int:
		return v, true
	case float64:
		if math.Abs(v) < 1<<31 {
			return int(v), true
		}
	}
	return 0, false
}

package main

import (
	"fmt"
	"math"
	"reflect"
	"strings"

	"dateline/app/engine"
)

// knob is one number of the weights: "geocode.CueHit", "geocode.Kind[2]", "pubdate.PastDay.Half".
type knob struct {
	name string
	v    reflect.Value
}

// family is the package that reads with the number.
func (k knob) family() string { return k.name[:strings.IndexByte(k.name, '.')] }

// knobs lists the numbers of w in the order of their fields. It panics on a kind of field that it does not know, so that
// none is forgotten.
func knobs(w *engine.Weights) []knob {
	var out []knob
	var walk func(name string, v reflect.Value)
	walk = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				walk(name+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Array:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", name, i), v.Index(i))
			}
		case reflect.Float64, reflect.Int, reflect.Int32, reflect.Int64:
			out = append(out, knob{name, v})
		default:
			panic("tune: " + name + " is a " + v.Kind().String())
		}
	}
	all := reflect.ValueOf(w).Elem()
	for i := range all.NumField() {
		f, v := all.Type().Field(i), all.Field(i)
		if f.Name != "Reading" {
			walk(strings.ToLower(f.Name), v)
			continue
		}
		for j := range v.NumField() {
			walk(strings.ToLower(v.Type().Field(j).Name), v.Field(j))
		}
	}
	return out
}

// find gives the number of that name in w.
func find(w *engine.Weights, name string) knob {
	for _, k := range knobs(w) {
		if k.name == name {
			return k
		}
	}
	panic("tune: no weight " + name)
}

// scale multiplies the number; a whole one changes by one at least. A zero stays.
func (k knob) scale(factor float64) (was, now float64) {
	if k.v.Kind() == reflect.Float64 {
		was = k.v.Float()
		k.v.SetFloat(was * factor)
		return was, was * factor
	}
	n := k.v.Int()
	to := int64(math.Round(float64(n) * factor))
	if to == n && n != 0 {
		if to++; factor < 1 {
			to -= 2
		}
	}
	k.v.SetInt(to)
	return float64(n), float64(to)
}

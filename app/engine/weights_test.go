package engine

import (
	"context"
	"math"
	"reflect"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/assets"
)

const weighed = "Peace talks in Riga\n\nMarch 12, 2025\n\nPolice arrested nine people in Paris on Monday after a protest. “We will not leave,” said Anna Berg, the president of Latvia.\n"

func tellWith(t *testing.T, change func(*Weights)) *story.Story {
	t.Helper()
	w := DefaultWeights()
	change(&w)
	s, err := open(t).With(&w).Read(context.Background(), []story.Document{doc(weighed, "", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Each package reads with the weights that are handed to the engine.
func TestWeightsReachEveryPackage(t *testing.T) {
	plain := tellWith(t, func(*Weights) {})
	if a := plain.Articles[0]; len(a.Toponyms) < 2 || len(a.Timexes) < 2 || len(plain.Quotes) != 1 || len(plain.Events) == 0 {
		t.Fatalf("the text holds %d places, %d times, %d quotes, %d events", len(a.Toponyms), len(a.Timexes), len(plain.Quotes), len(plain.Events))
	}
	for _, c := range []struct {
		name   string
		change func(*Weights)
		look   func(*story.Story) float64
	}{
		{"geocode", func(w *Weights) { w.Geocode.None = 100 }, func(s *story.Story) float64 {
			if s.Articles[0].Toponyms[0].Placed {
				return 1
			}
			return 0
		}},
		{"toponym", func(w *Weights) { w.Reading.Toponym.KeepAt = 2 }, func(s *story.Story) float64 { return float64(len(s.Articles[0].Toponyms)) }},
		{"timex", func(w *Weights) { w.Reading.Timex.Weekday = 0.11 }, func(s *story.Story) float64 { return s.Articles[0].Timexes[1].P }},
		{"quotation", func(w *Weights) { w.Reading.Quotation.Beside = 0.11 }, func(s *story.Story) float64 { return s.Quotes[0].P }},
		{"pubdate", func(w *Weights) { w.Pubdate.Trust[story.SourceDateLine] = 0.11 }, func(s *story.Story) float64 { return s.Articles[0].Published.P }},
		{"event", func(w *Weights) { w.Event.Scale = 0.11 }, func(s *story.Story) float64 { return s.Events[0].P }},
		{"assemble", func(w *Weights) { w.Assemble.Seat = 0.11 }, func(s *story.Story) float64 {
			if w := s.Quotes[0].Where; w != nil {
				return w.P
			}
			return 0
		}},
	} {
		if was, now := c.look(plain), c.look(tellWith(t, c.change)); was == now {
			t.Errorf("%s: %v with both weights", c.name, was)
		}
	}
}

// The tuner can find every weight: fields are exported, and numbers or made of numbers.
func TestWeightsAreNumbers(t *testing.T) {
	n := 0
	var walk func(name string, v reflect.Value)
	walk = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); !f.IsExported() {
					t.Errorf("%s.%s cannot be tuned: it is not exported", name, f.Name)
				} else {
					walk(name+"."+f.Name, v.Field(i))
				}
			}
		case reflect.Array:
			for i := range v.Len() {
				walk(name, v.Index(i))
			}
		case reflect.Float64:
			n++
			if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
				t.Errorf("%s is %v", name, f)
			}
		case reflect.Int, reflect.Int32:
			n++
		default:
			t.Errorf("%s cannot be tuned: it is a %s", name, v.Kind())
		}
	}
	w := DefaultWeights()
	walk("Weights", reflect.ValueOf(w))
	if n < 400 {
		t.Errorf("%d numbers only", n)
	}
}

func TestNewNamesTheTableThatIsDamaged(t *testing.T) {
	for name, d := range map[string]Data{"world seats": {WorldSeats: []byte("Geneva\n")}, "leaders": {Leaders: []byte("Helmut Kohl\n")}} {
		d.Gazetteer = assets.Gazetteer()
		if _, err := New(d); err == nil || !strings.Contains(err.Error(), "line 1 of the "+name) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

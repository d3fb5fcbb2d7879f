package bindtest

import (
	"image/color"
	"math"
)

// Sight is how somebody sees colours: a matrix over linear RGB.
type Sight [9]float64

// Sights are seeing all colours and the three ways of not seeing one of the primaries, complete (Machado, Oliveira and Fernandes,
// A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1).
var Sights = map[string]Sight{
	"all colours":   {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"without red":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"without green": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"without blue":  {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// Apart is how far two colours are from each other in CIELAB as somebody sees them: 2 can just be seen.
func (m Sight) Apart(a, b color.Color) float64 {
	p, q := m.lab(a), m.lab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func (m Sight) lab(c color.Color) [3]float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	var l, s [3]float64
	for i, v := range [3]uint8{n.R, n.G, n.B} {
		if x := float64(v) / 255; x > 0.04045 {
			l[i] = math.Pow((x+0.055)/1.055, 2.4)
		} else {
			l[i] = x / 12.92
		}
	}
	for i := range s {
		s[i] = min(max(m[3*i]*l[0]+m[3*i+1]*l[1]+m[3*i+2]*l[2], 0), 1)
	}
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	x, y, z := f((0.4124*s[0]+0.3576*s[1]+0.1805*s[2])/0.9505), f(0.2126*s[0]+0.7152*s[1]+0.0722*s[2]), f((0.0193*s[0]+0.1192*s[1]+0.9505*s[2])/1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

package token

// abbreviationKind says whether a sentence may end at an abbreviation's full stop.
type abbreviationKind uint8

const (
	notAbbreviation abbreviationKind = iota
	neverEnds                        // a name or number follows: "Gov. Smith"
	mayEnd                           // "Jan.", "Inc.", "p.m."
)

var abbreviations = func() map[uint32]abbreviationKind {
	m := map[uint32]abbreviationKind{}
	for _, w := range words(`mr mrs ms messrs mx dr prof rev fr hon sen sens rep reps gov govs gen lt col maj capt cpl
		sgt pvt cmdr adm brig supt insp det pres sec amb atty treas supt rt vs v no nos vol pp fig figs art eq ch op
		sr st ste mt ft pt cf viz al approx est dept asst assoc univ`) {
		m[HashOf(w)] = neverEnds
	}
	for _, w := range words(`jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat
		sun inc corp co cos ltd llc plc bros etc jr esq ph.d m.d ave blvd rd bldg hwy
		ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa
		tenn tex va vt wash wis wyo w.va n.h n.j n.m n.y n.c n.d s.c s.d r.i d.c b.c ont que alta sask man nfld
		a.m p.m am pm a.d u.s u.k u.n e.u u.s.a u.s.s.r sq ft lb lbs oz hr hrs min yrs mph`) {
		if _, ok := m[HashOf(w)]; !ok {
			m[HashOf(w)] = mayEnd
		}
	}
	// words that are common without a stop and would swallow the end of a sentence
	for _, w := range words(`mar sun sat man miss ill ind mo pa la del wash am pm art no est al min ore fig ms sec det ark
		co mon wed fri dec oct ore sq ch op v ft pt conn est`) {
		delete(m, HashOf(w))
	}
	return m
}()

// capitalAbbreviations are abbreviations only when written with a capital: "Sat." against "sat.", "No. 5", "Pa.".
var capitalAbbreviations = func() map[uint32]abbreviationKind {
	m := map[uint32]abbreviationKind{}
	for _, w := range words(`ms sec det no est fig art ch op ft pt`) {
		m[HashOf(w)] = neverEnds
	}
	for _, w := range words(`mar sun sat miss ill ind mo pa la del wash ore ark co mon wed fri dec oct conn`) {
		m[HashOf(w)] = mayEnd
	}
	return m
}()

// abbreviation tells the kind of w, given without its last full stop.
func abbreviation(w string) abbreviationKind {
	if len(w) > 8 {
		return notAbbreviation
	}
	h := HashOf(w)
	if k, ok := abbreviations[h]; ok {
		return k
	}
	if w[0] >= 'A' && w[0] <= 'Z' && len(w) > 1 && w[1] >= 'a' {
		return capitalAbbreviations[h]
	}
	return notAbbreviation
}

// starters begin sentences and seldom anything else; after an abbreviation that may end a sentence they decide.
var starters = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range words(`the a an this that these those he she it they we you i his her its their our my there here
		in on at by for from with as if when while after before since until but and or so yet however meanwhile still
		although though because not no one some many most several both each all any what who where why how then now
		also according earlier later last about more other another such even only just among under over between during
		despite instead thus therefore moreover nevertheless mr mrs ms dr`) {
		m[HashOf(w)] = true
	}
	return m
}()

func words(s string) []string {
	var out []string
	start := -1
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] > ' ' {
			if start < 0 {
				start = i
			}
		} else if start >= 0 {
			out, start = append(out, s[start:i]), -1
		}
	}
	return out
}

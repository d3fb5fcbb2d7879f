package timex

import (
	"net/url"
	"slices"
	"strings"
)

// How dates in figures are written where an address belongs to, by the last label of its host. Source: the short date
// formats of Unicode CLDR 44 for the languages of each country. Canada writes both and is left out, as are the endings that
// belong to no country.
var (
	dayFirst = strings.Fields("ae al ar at au az ba bd be bg bo br by ch cl co cr cy cz de dk do dz ec ee eg es eu fi fr ge gh gr gt hk hn hr id ie il in iq is it jm jo " +
		"ke kw kz lb lk lu lv ly ma md me mk mt mx my ng ni nl no nz om pa pe pk pl pt py qa ro rs ru sa sg si sk sv th tn tr tz ua ug uk uy ve vn ye za zm zw")
	monthFirst = strings.Fields("us gov mil ph pr fm")
)

// OrderAt takes the order of day and month that is usual where address was published, for those dates of found that
// could be either and that nothing in their text decides. It changes found in place.
func OrderAt(found []Found, address string) {
	u, err := url.Parse(address)
	if err != nil {
		return
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	end := host[strings.LastIndexByte(host, '.')+1:]
	if end == host {
		return
	}
	order := int8(0)
	switch {
	case slices.Contains(dayFirst, end):
		order = 5
	case slices.Contains(monthFirst, end):
		order = 6
	default:
		return
	}
	for i := range found {
		f := &found[i]
		if !f.Swap || f.Order != 0 {
			continue
		}
		f.Order = order
		if order&1 == 1 {
			f.Day, f.Month = f.Month, f.Day
		}
	}
}

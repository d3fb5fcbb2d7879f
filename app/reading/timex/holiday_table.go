package timex

import (
	"strings"

	"dateline/app/story"
)

// fixedDays are days that fall on the same date every year: month and day, then the names, parted by |.
const fixedDays = `
01-01 new year 's day | new year day | new years day | new year 's
01-06 epiphany | three kings day | three kings ' day
01-07 orthodox christmas | orthodox christmas day
01-13 lohri | bhogi | bogi pandigai
01-14 pongal | thai pongal | makar sankranti | makara sankranthi | orthodox new year
01-15 maattu pongal | mattu pongal
01-26 australia day | republic day of india
01-27 holocaust memorial day | international holocaust remembrance day
02-02 groundhog day | candlemas
02-04 world cancer day
02-06 waitangi day
02-14 valentine 's day | valentines day | saint valentine 's day
03-08 international women 's day | women 's day
03-17 st. patrick 's day | st patrick 's day | saint patrick 's day | saint patricks day | st patricks day | saint patrick | saint paddy 's day | st. paddy 's day | paddy 's day
03-20 international day of happiness
03-21 world poetry day
03-22 world water day
04-01 april fools ' day | april fools day | april fool 's day
04-07 world health day
04-14 vaisakhi | baisakhi | puthandu
04-22 earth day
04-23 st. george 's day | st george 's day | world book day
04-25 anzac day | liberation day of italy
04-27 king 's day | koningsdag | freedom day of south africa
05-01 may day | international workers ' day | international workers day | labour day | workers ' day
05-03 world press freedom day
05-04 star wars day
05-05 cinco de mayo | liberation day of the netherlands
05-08 victory in europe day
05-09 victory day | europe day
05-12 international nurses day
05-17 constitution day of norway
05-31 world no tobacco day
06-02 festa della repubblica
06-05 world environment day
06-08 world oceans day
06-12 russia day
06-14 flag day | world blood donor day
06-19 juneteenth
06-20 world refugee day
06-24 midsummer day | st john 's day | saint john 's day
07-01 canada day
07-04 independence day | fourth of july
07-11 world population day
07-14 bastille day
07-18 mandela day | nelson mandela day
08-12 international youth day
08-15 assumption day | feast of the assumption | ferragosto
08-19 world humanitarian day
09-02 national day of vietnam
09-08 international literacy day
09-16 mexican independence day
09-21 international day of peace | world peace day
10-01 national day of china
10-02 gandhi jayanti
10-03 german unity day
10-05 world teachers ' day | world teachers day
10-10 world mental health day
10-12 hispanic day
10-16 world food day
10-24 united nations day
10-31 halloween | reformation day
11-01 all saints ' day | all saints day | all hallows day
11-02 all souls ' day | all souls day | day of the dead
11-05 guy fawkes night | guy fawkes day | bonfire night
11-09 schicksalstag
11-10 marine corps birthday
11-11 veterans day | veterans ' day | armistice day | remembrance day | singles ' day | singles day | st. martin 's day
11-14 world diabetes day
11-20 universal children 's day
11-30 st. andrew 's day | st andrew 's day
12-01 world aids day
12-06 st. nicholas day | saint nicholas day
12-07 pearl harbor day | pearl harbor remembrance day
12-10 human rights day
12-13 st. lucia 's day | saint lucy 's day
12-24 christmas eve | xmas eve
12-25 christmas day | christmas | xmas | xmas day
12-26 boxing day | st. stephen 's day | kwanzaa
12-31 new year 's eve | new years eve | new year eve | hogmanay
`

// reckoned are the days that move.
var reckoned = []struct {
	names string
	day   func(int) story.Day
	days  int // that it lasts, 1 if 0
	moon  bool
}{
	{"martin luther king day | martin luther king jr. day | martin luther king jr day | mlk day | mlk jr. day | civil rights day", nth(3, 1, 1), 0, false},
	{"presidents ' day | presidents day | president 's day | washington 's birthday", nth(3, 1, 2), 0, false},
	{"mother 's day | mothers ' day | mothers day", nth(2, 7, 5), 0, false},
	{"father 's day | fathers ' day | fathers day", nth(3, 7, 6), 0, false},
	{"memorial day | decoration day", nth(-1, 1, 5), 0, false},
	{"victoria day", func(y int) story.Day { d := story.NewDay(y, 5, 24); return d - story.Day(isoWeekday(d)-1) }, 0, false},
	{"labor day", nth(1, 1, 9), 0, false},
	{"grandparents day | grandparents ' day", func(y int) story.Day { return nth(1, 1, 9)(y) + 6 }, 0, false},
	{"columbus day | indigenous peoples ' day | indigenous peoples day", nth(2, 1, 10), 0, false},
	{"remembrance sunday", nth(2, 7, 11), 0, false},
	{"thanksgiving day | thanksgiving", nth(4, 4, 11), 0, false},
	{"black friday", func(y int) story.Day { return nth(4, 4, 11)(y) + 1 }, 0, false},
	{"small business saturday", func(y int) story.Day { return nth(4, 4, 11)(y) + 2 }, 0, false},
	{"cyber monday", func(y int) story.Day { return nth(4, 4, 11)(y) + 4 }, 0, false},
	{"giving tuesday", func(y int) story.Day { return nth(4, 4, 11)(y) + 5 }, 0, false},
	{"election day", func(y int) story.Day { return nth(1, 1, 11)(y) + 1 }, 0, false},
	{"super bowl sunday", nth(2, 7, 2), 0, false},
	{"inauguration day", fixed(1, 20), 0, false},
	{"boss 's day | bosses ' day", func(y int) story.Day {
		d := story.NewDay(y, 10, 16)
		switch isoWeekday(d) {
		case 6:
			return d - 1
		case 7:
			return d + 1
		}
		return d
	}, 0, false},

	{"shrove monday | rose monday", fromEaster(-48), 0, false},
	{"shrove tuesday | pancake tuesday | pancake day | mardi gras | fat tuesday", fromEaster(-47), 0, false},
	{"ash wednesday", fromEaster(-46), 0, false},
	{"lent", fromEaster(-46), 46, false},
	{"palm sunday | branch sunday", fromEaster(-7), 0, false},
	{"holy week", fromEaster(-7), 7, false},
	{"maundy thursday | holy thursday | covenant thursday | covenant thu", fromEaster(-3), 0, false},
	{"good friday", fromEaster(-2), 0, false},
	{"holy saturday | easter saturday", fromEaster(-1), 0, false},
	{"easter sunday | easter", easter, 0, false},
	{"easter monday | easter mon", fromEaster(1), 0, false},
	{"ascension day", fromEaster(39), 0, false},
	{"pentecost | whit sunday | whitsun", fromEaster(49), 0, false},
	{"whit monday | pentecost monday", fromEaster(50), 0, false},
	{"trinity sunday", fromEaster(56), 0, false},
	{"corpus christi", fromEaster(60), 0, false},
	{"orthodox easter | orthodox easter sunday", orthodoxEaster, 0, false},
	{"orthodox good friday", fromOrthodox(-2), 0, false},
	{"orthodox easter monday", fromOrthodox(1), 0, false},
	{"orthodox palm sunday", fromOrthodox(-7), 0, false},
	{"clean monday | orthodox shrove monday", fromOrthodox(-48), 0, false},
	{"great lent | great fast", fromOrthodox(-48), 40, false},
	{"lazarus saturday", fromOrthodox(-8), 0, false},

	// They begin at sundown of the day before.
	{"rosh hashanah | rosh hashana | jewish new year", fromTishri(-1), 3, false},
	{"yom kippur | day of atonement", fromTishri(8), 2, false},
	{"sukkot | sukkoth | feast of tabernacles", fromTishri(13), 8, false},
	{"shemini atzeret", fromTishri(20), 2, false},
	{"simchat torah | simhat torah", fromTishri(21), 2, false},
	{"hanukkah | chanukah | hanukah | hannukkah | hannukah | festival of lights", hanukkah, 9, false},
	{"tu bishvat", func(y int) story.Day {
		d := fromPassover(0)(y)
		if d-hebrewYear(y+3760) > 200 { // a leap year: one month more
			return d - 90
		}
		return d - 60
	}, 2, false},
	{"purim", fromPassover(-31), 2, false},
	{"passover | pesach", fromPassover(-1), 9, false},
	{"yom hashoah | yom hashoa", func(y int) story.Day {
		d := fromPassover(12)(y)
		switch isoWeekday(d) {
		case 5:
			d--
		case 7:
			d++
		}
		return d - 1
	}, 2, false},
	{"lag baomer | lag b'omer", fromPassover(32), 2, false},
	{"shavuot | shavuoth", fromPassover(49), 3, false},
	{"tisha b'av", func(y int) story.Day {
		d := fromPassover(112)(y)
		if isoWeekday(d) == 6 {
			d++
		}
		return d - 1
	}, 2, false},

	{"islamic new year | hijri new year | muharram", lunar(1, 1), 0, true},
	{"ashura | day of ashura", lunar(1, 10), 0, true},
	{"mawlid | mawlid al-nabawi | mawlid al - nabawi | milad un - nabi | prophet 's birthday", lunar(3, 12), 0, true},
	{"isra and mi'raj | night journey", lunar(7, 27), 0, true},
	{"ramadan | ramadhan | ramzan", lunar(9, 1), -1, true},
	{"laylat al - qadr | laylat al qadr | laylat al kadr | night of power", lunar(9, 27), 0, true},
	{"eid al - fitr | eid ul - fitr | eid al fitr | id ul - fitr", lunar(10, 1), 0, true},
	{"day of arafah | day of arafat | arafat day", lunar(12, 9), 0, true},
	{"eid al - adha | eid ul - adha | eid al adha | id ul - adha | feast of sacrifice | sacrifice feast | bakr id | bakrid", lunar(12, 10), 0, true},

	// By the moon over Beijing and, in the evening, over India.
	{"lunar new year | chinese new year | spring festival | tet", moonDay(1, 21, 0, -8, 0), 0, false},
	{"lantern festival", moonDay(1, 21, 0, -8, 14), 0, false},
	{"holi | dhulandi", moonDay(2, 28, .5, 12.5, 1), 0, false},
	{"chhoti holi | holika dahan", moonDay(2, 28, .5, 12.5, 0), 0, false},
	{"ugadi | yugadi | gudi padwa", moonDay(3, 15, 0, -5.5, 1), 0, false},
	{"rama navami | ram navami", moonDay(3, 15, 0, -5.5, 9), 0, false},
	{"mahavir jayanti", moonDay(3, 15, 0, -5.5, 13), 0, false},
	{"vesak | buddha purnima", moonDay(4, 28, .5, -5.5, 0), 0, false},
	{"raksha bandhan | rakhi", moonDay(8, 2, .5, -5.5, 0), 0, false},
	{"janmashtami | krishna janmashtami | gokulashtami", moonDay(8, 2, .5, -5.5, 8), 0, false},
	{"ganesh chaturthi", moonDay(8, 18, 0, -5.5, 4), 0, false},
	{"dussehra | dasara | vijayadashami", moonDay(10, 17, 0, 12.5, -20), 0, false},
	{"dhanteras | dhanatrayodashi", moonDay(10, 17, 0, 12.5, -2), 0, false},
	{"diwali | deepavali | lakshmi puja", moonDay(10, 17, 0, 12.5, 0), 0, false},
	{"bhai dooj", moonDay(10, 17, 0, 12.5, 2), 0, false},
	{"nowruz | norooz | newroz | persian new year", nowruz, 0, false},
}

// holidays are all of them, one for each name. The first is none.
var holidays = func() []holiday {
	out := []holiday{{}}
	add := func(names string, h holiday) {
		for _, n := range strings.Split(names, "|") {
			h.words = strings.Fields(n)
			out = append(out, h)
		}
	}
	for _, l := range strings.Split(strings.TrimSpace(fixedDays), "\n") {
		month, day := int(l[0]-'0')*10+int(l[1]-'0'), int(l[3]-'0')*10+int(l[4]-'0')
		add(l[5:], holiday{day: fixed(month, day)})
	}
	for _, r := range reckoned {
		add(r.names, holiday{day: r.day, days: r.days, moon: r.moon})
	}
	add("d - day", holiday{day: fixed(6, 6), once: 1944})
	add("v - e day | ve day", holiday{day: fixed(5, 8), once: 1945})
	add("v - j day | vj day", holiday{day: fixed(8, 15), once: 1945})
	return out
}()

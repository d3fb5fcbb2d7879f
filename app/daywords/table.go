package daywords

import "strings"

// monthTable has a language in each row and a month in each column; other forms of a name follow a slash.
const monthTable = `
en january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec
de januar/jänner/jän februar/feber märz/mrz/mär april mai juni juli august september oktober/okt november dezember/dez
fr janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct novembre décembre/déc
es enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic
it gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre
pt janeiro fevereiro/fev março abril maio/mai junho julho agosto setembro outubro/out novembro dezembro
nl januari februari maart/mrt april mei juni juli augustus september oktober november december
pl stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień/wrz października/październik/paź listopada/listopad grudnia/grudzień
ru января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен октября/октябрь/окт ноября/ноябрь/ноя декабря/декабрь/дек
uk січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень
tr ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
sv januari februari mars april maj juni juli augusti september oktober november december
da januar februar marts april maj juni juli august september oktober november december/des
cs ledna února března dubna května června července srpna září října listopadu prosince
ro ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
hu január február március április május június július augusztus szeptember október november december
el ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου/μαίου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
id januari februari maret april mei juni juli agustus september oktober november desember
fi tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
ca gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
ar يناير/كانون فبراير/شباط مارس/آذار أبريل/ابريل/نيسان مايو/أيار/ماي يونيو/حزيران/جوان يوليو/تموز/جويلية أغسطس/آب/غشت سبتمبر/أيلول أكتوبر/اكتوبر نوفمبر ديسمبر
he בינואר/ינואר בפברואר/פברואר במרץ/מרץ באפריל/אפריל במאי/מאי ביוני/יוני ביולי/יולי באוגוסט/אוגוסט בספטמבר/ספטמבר באוקטובר/אוקטובר בנובמבר/נובמבר בדצמבר/דצמבר
`

var months = func() map[string]int {
	out := map[string]int{}
	for _, l := range strings.Split(strings.TrimSpace(monthTable), "\n") {
		for i, names := range strings.Fields(l)[1:] {
			for _, n := range strings.Split(names, "/") {
				if _, taken := out[n]; !taken {
					out[n] = i + 1
				}
			}
		}
	}
	return out
}()

// publishedWords and updatedWords are what lines say of their day.
var (
	publishedWords = list(`publish|posted|publié|paru le|posté|mis en ligne|veröffentlicht|erschienen|publicado|publicada|publicación|pubblicato|pubblicazione|publicação|gepubliceerd|geplaatst|opublikowan|publikacja|data publikacji|опубликован|дата публикации|опублікован|yayınlan|yayın tarihi|publicerad|publisert|publiceret|udgivet|zveřejněn|publikov|publicat|julkaistu|diterbitkan|نشر|发布|發布|公開|입력|등록`)
	updatedWords   = list(`updated|modified|mis à jour|modifié|actualisé|aktualisiert|zuletzt geändert|actualizad|última actualización|aggiornat|ultima modifica|atualizad|bijgewerkt|laatste update|zaktualizowan|aktualizacja|обновлен|обновлён|изменен|оновлен|güncellen|güncelleme|uppdaterad|oppdatert|opdateret|aktualizov|actualizat|päivitetty|diperbarui|تحديث|更新|수정`)
)

func list(s string) []string { return strings.Split(s, "|") }

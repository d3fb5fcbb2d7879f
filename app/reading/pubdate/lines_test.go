package pubdate

import (
	"testing"

	"dateline/app/story"
)

// TestDateLinesOfManyLanguages: lines as papers of many languages set them under a headline, before a text of theirs.
func TestDateLinesOfManyLanguages(t *testing.T) {
	bodies := map[string]string{
		"fr": "Le conseil s'est réuni dans la vieille salle et a décidé de réparer le pont avant l'hiver. Le maire a remercié les élus de leur patience et promis de commencer bientôt.",
		"de": "Der Rat traf sich im alten Saal und beschloss, die Brücke vor dem Winter zu reparieren. Der Bürgermeister dankte den Mitgliedern für ihre Geduld.",
		"es": "El consejo se reunió en la vieja sala y acordó reparar el puente antes del invierno. El alcalde agradeció a los miembros su paciencia.",
		"it": "Il consiglio si è riunito nella vecchia sala e ha deciso di riparare il ponte prima dell'inverno. Il sindaco ha ringraziato i membri per la pazienza.",
		"pt": "O conselho reuniu-se na velha sala e decidiu reparar a ponte antes do inverno. O prefeito agradeceu aos membros pela paciência.",
		"nl": "De raad kwam bijeen in de oude zaal en besloot de brug voor de winter te herstellen. De burgemeester dankte de leden voor hun geduld.",
		"pl": "Rada zebrała się w starej sali i postanowiła naprawić most przed zimą. Burmistrz podziękował radnym za cierpliwość.",
		"ru": "Совет собрался в старом зале и решил починить мост до зимы. Мэр поблагодарил депутатов за терпение.",
		"uk": "Рада зібралася у старій залі й вирішила полагодити міст до зими. Мер подякував депутатам за терпіння.",
		"tr": "Meclis eski salonda toplandı ve köprünün kıştan önce onarılmasına karar verdi. Başkan üyelere sabırları için teşekkür etti.",
		"sv": "Rådet möttes i den gamla salen och beslöt att laga bron före vintern. Borgmästaren tackade ledamöterna för deras tålamod.",
		"da": "Rådet mødtes i den gamle sal og besluttede at reparere broen før vinteren. Borgmesteren takkede medlemmerne for deres tålmodighed.",
		"cs": "Rada se sešla ve starém sále a rozhodla se opravit most před zimou. Starosta poděkoval členům za trpělivost.",
		"ro": "Consiliul s-a întrunit în sala veche și a hotărât să repare podul înainte de iarnă. Primarul a mulțumit membrilor pentru răbdare.",
		"fi": "Neuvosto kokoontui vanhassa salissa ja päätti korjata sillan ennen talvea. Kaupunginjohtaja kiitti jäseniä kärsivällisyydestä.",
	}
	for _, c := range []struct{ lang, line, want string }{
		{"fr", "Publié le 12 mars 2019 à 10h14 - Mis à jour le 14 mars 2019 à 9h02", "2019-03-12"},
		{"fr", "Par Anne Rey, le 1er août 2020 à 18:40", "2020-08-01"},
		{"fr", "Posté le lundi 3 févr. 2020", "2020-02-03"},
		{"de", "Veröffentlicht am 12. März 2019, 08:15 Uhr", "2019-03-12"},
		{"de", "Von Anna Roth | 3. Jänner 2021", "2021-01-03"},
		{"de", "Mittwoch, 7. Okt. 2020", "2020-10-07"},
		{"es", "Publicado el martes 17 de marzo de 2020 a las 09:30", "2020-03-17"},
		{"es", "Ana Ruiz · 5 de septiembre de 2021", "2021-09-05"},
		{"es", "Actualizado: 9 de mayo de 2021 | Publicado: 8 de mayo de 2021", "2021-05-08"},
		{"it", "Pubblicato il 3 settembre 2021 alle 12:05", "2021-09-03"},
		{"it", "di Anna Rossi, 28 gennaio 2022", "2022-01-28"},
		{"pt", "Publicado em 15 de março de 2021 às 11h20", "2021-03-15"},
		{"pt", "Por Ana Reis, 2 de dezembro de 2020", "2020-12-02"},
		{"nl", "Gepubliceerd op 9 oktober 2020 om 11:12", "2020-10-09"},
		{"nl", "vrijdag 6 maart 2020", "2020-03-06"},
		{"pl", "Opublikowano: 4 października 2020, 14:30", "2020-10-04"},
		{"pl", "Anna Rej, 21 lipca 2019", "2019-07-21"},
		{"ru", "Опубликовано: 18 февраля 2020 г., 14:05", "2020-02-18"},
		{"ru", "3 мая 2021, 09:00", "2021-05-03"},
		{"uk", "Опубліковано 3 грудня 2020 року о 14:05", "2020-12-03"},
		{"uk", "11 липня 2022, 10:20", "2022-07-11"},
		{"tr", "Yayınlanma: 29 Ekim 2020 Perşembe 10:15", "2020-10-29"},
		{"tr", "5 Ağustos 2021, 08:30", "2021-08-05"},
		{"sv", "Publicerad 7 maj 2020 kl. 06.30", "2020-05-07"},
		{"sv", "Uppdaterad 9 oktober 2020. Publicerad 8 oktober 2020", "2020-10-08"},
		{"da", "Udgivet den 7. marts 2020 kl. 08.15", "2020-03-07"},
		{"da", "12. oktober 2021", "2021-10-12"},
		{"cs", "Zveřejněno 4. dubna 2020 v 10:00", "2020-04-04"},
		{"cs", "17. listopadu 2021", "2021-11-17"},
		{"ro", "Publicat la 5 iunie 2020, ora 12:30", "2020-06-05"},
		{"fi", "Julkaistu 6. joulukuuta 2020 klo 9.05", "2020-12-06"},
		{"fi", "14. kesäkuuta 2021", "2021-06-14"},
	} {
		doc := &story.Document{Text: "Most\n\n" + c.line + "\n\n" + bodies[c.lang] + "\n"}
		got := of(doc)
		if got.Kind != story.DateExplicit || got.Best.String() != c.want {
			t.Errorf("%s %q: got %v %v, want %s", c.lang, c.line, got.Kind, got.Best, c.want)
		}
	}
}

// TestDaysInSentencesOfManyLanguages: a day that a sentence tells of is no day of publication.
func TestDaysInSentencesOfManyLanguages(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"fr", "Le pont s'est effondré le 12 mars 2019 après de fortes pluies, et le conseil s'est réuni pour en parler toute la nuit."},
		{"de", "Die Brücke stürzte am 12. März 2019 nach starkem Regen ein, und der Rat beriet darüber bis tief in die Nacht."},
		{"es", "El puente se cayó el 12 de marzo de 2019 tras las fuertes lluvias y el consejo se reunió para hablar de ello."},
		{"ru", "Мост рухнул 12 марта 2019 года после сильных дождей, и совет обсуждал это до поздней ночи без перерыва."},
		{"pl", "Most zawalił się 12 marca 2019 roku po ulewnych deszczach, a rada debatowała o tym do późna w nocy."},
		{"tr", "Köprü 12 Mart 2019 tarihinde şiddetli yağmurdan sonra çöktü ve meclis bunu gece yarısına kadar görüştü."},
	} {
		if got := of(&story.Document{Text: "Most\n\n" + c.text + "\n"}); got.Kind == story.DateExplicit {
			t.Errorf("%s: got %v %v", c.lang, got.Kind, got.Best)
		}
	}
}

package assemble

import (
	"strings"
	"sync"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
)

// leaders are people who have long spoken for a state, for articles that name them without saying which: heads of
// state and government and foreign ministers since about 1980. A fact each, good for any year: the state, not the office.
const leaders = `
US Ronald Reagan, George Bush, Bill Clinton, George W. Bush, Barack Obama, Donald Trump, Joe Biden, Dick Cheney, Al Gore, Mike Pence, Kamala Harris, JD Vance,
  Madeleine Albright, Colin Powell, Condoleezza Rice, Hillary Clinton, John Kerry, Rex Tillerson, Mike Pompeo, Antony Blinken, Marco Rubio, James Baker, Warren Christopher, Lloyd Austin, Donald Rumsfeld
CA Brian Mulroney, Jean Chrétien, Stephen Harper, Justin Trudeau, Mark Carney
MX Vicente Fox, Felipe Calderón, Enrique Peña Nieto, Andrés Manuel López Obrador, Claudia Sheinbaum
CU Fidel Castro, Raúl Castro, Miguel Díaz-Canel
VE Hugo Chávez, Nicolás Maduro
BR Fernando Henrique Cardoso, Luiz Inácio Lula da Silva, Dilma Rousseff, Michel Temer, Jair Bolsonaro
AR Carlos Menem, Cristina Fernández de Kirchner, Mauricio Macri, Alberto Fernández, Javier Milei
CO Álvaro Uribe, Juan Manuel Santos, Iván Duque, Gustavo Petro
CL Augusto Pinochet, Michelle Bachelet, Sebastián Piñera, Gabriel Boric
PE Alberto Fujimori, Dina Boluarte
GB Margaret Thatcher, John Major, Tony Blair, Gordon Brown, David Cameron, Theresa May, Boris Johnson, Liz Truss, Rishi Sunak, Keir Starmer, David Lammy, Philip Hammond
IE Bertie Ahern, Enda Kenny, Leo Varadkar, Micheál Martin
FR François Mitterrand, Jacques Chirac, Nicolas Sarkozy, François Hollande, Emmanuel Macron, Laurent Fabius, Jean-Yves Le Drian
DE Helmut Kohl, Gerhard Schröder, Angela Merkel, Olaf Scholz, Friedrich Merz, Frank-Walter Steinmeier, Annalena Baerbock, Hans-Dietrich Genscher, Joschka Fischer
AT Sebastian Kurz, Karl Nehammer
CH Ignazio Cassis
IT Silvio Berlusconi, Romano Prodi, Matteo Renzi, Giuseppe Conte, Mario Draghi, Giorgia Meloni, Sergio Mattarella, Antonio Tajani
ES Felipe González, José María Aznar, José Luis Rodríguez Zapatero, Mariano Rajoy, Pedro Sánchez
PT António Costa, Luís Montenegro, Marcelo Rebelo de Sousa
NL Mark Rutte, Dick Schoof, Geert Wilders
BE Guy Verhofstadt, Alexander De Croo, Bart De Wever
PL Lech Wałęsa, Aleksander Kwaśniewski, Donald Tusk, Andrzej Duda, Mateusz Morawiecki, Radosław Sikorski, Karol Nawrocki
CZ Václav Havel, Miloš Zeman, Andrej Babiš, Petr Fiala, Petr Pavel
SK Robert Fico, Zuzana Čaputová, Peter Pellegrini
HU Viktor Orbán, Péter Szijjártó
RO Klaus Iohannis, Nicolae Ceaușescu
BG Boyko Borissov, Rumen Radev
RS Slobodan Milošević, Aleksandar Vučić
HR Franjo Tuđman, Andrej Plenković, Zoran Milanović
BA Alija Izetbegović, Milorad Dodik
XK Hashim Thaçi, Albin Kurti
AL Edi Rama
GR Alexis Tsipras, Kyriakos Mitsotakis
CY Nikos Christodoulides
TR Turgut Özal, Süleyman Demirel, Recep Tayyip Erdoğan, Abdullah Gül, Hakan Fidan, Mevlüt Çavuşoğlu
DK Mette Frederiksen, Anders Fogh Rasmussen
NO Jens Stoltenberg, Erna Solberg, Jonas Gahr Støre
SE Carl Bildt, Stefan Löfven, Magdalena Andersson, Ulf Kristersson
FI Sauli Niinistö, Sanna Marin, Petteri Orpo, Alexander Stubb
EE Kaja Kallas, Alar Karis
LV Edgars Rinkēvičs, Evika Siliņa
LT Dalia Grybauskaitė, Gitanas Nausėda, Ingrida Šimonytė
UA Leonid Kravchuk, Leonid Kuchma, Viktor Yushchenko, Viktor Yanukovych, Petro Poroshenko, Volodymyr Zelensky, Dmytro Kuleba, Andrii Sybiha, Andriy Yermak, Denys Shmyhal, Yulia Tymoshenko, Oleksandr Syrskyi, Valerii Zaluzhnyi
BY Alexander Lukashenko, Sviatlana Tsikhanouskaya
MD Maia Sandu
RU Mikhail Gorbachev, Boris Yeltsin, Vladimir Putin, Dmitry Medvedev, Sergei Lavrov, Dmitry Peskov, Maria Zakharova, Sergei Shoigu, Andrei Belousov, Valery Gerasimov, Yuri Ushakov, Mikhail Mishustin, Igor Ivanov, Yevgeny Primakov
GE Eduard Shevardnadze, Mikheil Saakashvili, Salome Zourabichvili, Irakli Kobakhidze
AM Nikol Pashinyan
AZ Ilham Aliyev, Heydar Aliyev
KZ Nursultan Nazarbayev, Kassym-Jomart Tokayev
UZ Shavkat Mirziyoyev, Islam Karimov
TM Gurbanguly Berdimuhamedow
TJ Emomali Rahmon
KG Sadyr Japarov
IL Menachem Begin, Yitzhak Shamir, Yitzhak Rabin, Shimon Peres, Benjamin Netanyahu, Ehud Barak, Ariel Sharon, Ehud Olmert, Naftali Bennett, Yair Lapid, Isaac Herzog, Yoav Gallant, Israel Katz
PS Yasser Arafat, Mahmoud Abbas
EG Anwar Sadat, Hosni Mubarak, Mohamed Morsi, Abdel Fattah el-Sisi, Sameh Shoukry
JO Ayman Safadi
SY Hafez al-Assad, Bashar al-Assad, Ahmed al-Sharaa
LB Rafik Hariri, Saad Hariri, Michel Aoun, Najib Mikati, Joseph Aoun
IQ Saddam Hussein, Tariq Aziz, Nouri al-Maliki, Haider al-Abadi, Mohammed Shia al-Sudani
IR Ruhollah Khomeini, Ali Khamenei, Akbar Hashemi Rafsanjani, Mohammad Khatami, Mahmoud Ahmadinejad, Hassan Rouhani, Ebrahim Raisi, Masoud Pezeshkian, Mohammad Javad Zarif, Abbas Araghchi
SA Mohammed bin Salman, Faisal bin Farhan
AE Mohamed bin Zayed
QA Tamim bin Hamad Al Thani
YE Ali Abdullah Saleh
AF Hamid Karzai, Ashraf Ghani
PK Benazir Bhutto, Nawaz Sharif, Pervez Musharraf, Imran Khan, Shehbaz Sharif
IN Rajiv Gandhi, Atal Bihari Vajpayee, Manmohan Singh, Narendra Modi, Subrahmanyam Jaishankar
BD Sheikh Hasina, Muhammad Yunus
LK Mahinda Rajapaksa, Ranil Wickremesinghe
MM Aung San Suu Kyi, Min Aung Hlaing
CN Deng Xiaoping, Jiang Zemin, Hu Jintao, Wen Jiabao, Xi Jinping, Li Keqiang, Li Qiang, Wang Yi, Qin Gang
TW Chen Shui-bian, Ma Ying-jeou, Tsai Ing-wen, Lai Ching-te
JP Junichiro Koizumi, Shinzo Abe, Yoshihide Suga, Fumio Kishida, Shigeru Ishiba
KR Kim Dae-jung, Park Geun-hye, Moon Jae-in, Yoon Suk Yeol, Lee Jae-myung
KP Kim Il Sung, Kim Jong Il, Kim Jong Un, Kim Yo Jong
VN To Lam, Nguyen Phu Trong
TH Thaksin Shinawatra, Prayut Chan-o-cha, Srettha Thavisin
MY Mahathir Mohamad, Anwar Ibrahim, Najib Razak
SG Lee Kuan Yew, Lee Hsien Loong, Lawrence Wong
ID Suharto, Susilo Bambang Yudhoyono, Joko Widodo, Prabowo Subianto
PH Ferdinand Marcos, Corazon Aquino, Joseph Estrada, Gloria Macapagal Arroyo, Benigno Aquino, Rodrigo Duterte
AU Bob Hawke, John Howard, Kevin Rudd, Julia Gillard, Tony Abbott, Malcolm Turnbull, Scott Morrison, Anthony Albanese, Penny Wong
NZ Helen Clark, John Key, Jacinda Ardern, Christopher Luxon
ZA F. W. de Klerk, Nelson Mandela, Thabo Mbeki, Jacob Zuma, Cyril Ramaphosa
NG Olusegun Obasanjo, Goodluck Jonathan, Muhammadu Buhari, Bola Tinubu
KE Daniel arap Moi, Mwai Kibaki, Uhuru Kenyatta, William Ruto
ET Meles Zenawi, Abiy Ahmed
SD Omar al-Bashir, Abdel Fattah al-Burhan
LY Muammar Gaddafi
TN Zine El Abidine Ben Ali, Kais Saied
DZ Abdelaziz Bouteflika, Abdelmadjid Tebboune
RW Paul Kagame
UG Yoweri Museveni
CD Mobutu Sese Seko, Joseph Kabila, Félix Tshisekedi
ZW Robert Mugabe, Emmerson Mnangagwa
GH Jerry Rawlings, Nana Akufo-Addo
`

// leaderTable gives, by how a last name begins, the leaders whose name begins so.
var leaderTable = sync.OnceValue(func() map[string][]leader {
	m := map[string][]leader{}
	country := ""
	for _, line := range strings.Split(leaders, "\n") {
		if line == "" {
			continue
		}
		if line[0] != ' ' {
			country, line = line[:2], line[2:]
		}
		for _, n := range strings.Split(line, ",") {
			if n = strings.TrimSpace(n); n != "" {
				k := familyKey(n)
				m[k] = append(m[k], leader{n, plainName(n), country})
			}
		}
	}
	return m
})

// bodies are words of the offices that speak for many states.
var bodies = token.SetOf("NATO", "UN", "U.N.", "EU", "E.U.", "European", "Commission", "Nations", "Union", "IMF", "OSCE", "OPEC", "WHO", "alliance", "bank", "secretary-general")

// leaderCountry is the state that a person of that full name is known to speak for; "" if there is none, for bare last
// names, which many people bear, and for who speaks for a body of many states.
func leaderCountry(full, role string) string {
	if !strings.Contains(full, " ") {
		return ""
	}
	if r := strings.ToLower(role); strings.Contains(r, "secretary general") || strings.Contains(r, "secretary-general") {
		return ""
	}
	for _, w := range strings.Fields(role) {
		if bodies.Has(token.HashOf(strings.Trim(w, ",.;"))) {
			return ""
		}
	}
	key, plain := familyKey(full), ""
	for _, l := range leaderTable()[key] {
		if plain == "" {
			plain = plainName(full)
		}
		if l.plain == plain || sameInitial(l.plain, plain) && name.Same(l.word, full) {
			return l.country
		}
	}
	return ""
}

// sameInitial compares plain names.
func sameInitial(a, b string) bool { return a != "" && b != "" && a[0] == b[0] }

// leader is a person of the list.
type leader struct{ word, plain, country string }

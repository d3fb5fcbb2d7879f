package bundle

import "strings"

// field is what a line says of its article.
type field uint8

const (
	none      field = iota
	other           // known, and nothing that an article keeps
	title           // the headline
	subtitle        // the line below it
	author          // who wrote it
	publisher       // the paper, agency or site
	owner           // whose the paper is: its publisher where no paper is named
	info            // publisher and day in one line
	date            // the day of publication
	section         // the part of the paper
	tongue          // its language
	address         // where it was published
	dateline        // the place that it was sent from
	body            // here the text begins
)

// labels are the words before a colon that databases and dumps write, in small letters.
var labels = map[string]field{}

func init() {
	for f, words := range map[field]string{
		title:     "title|headline|titel|titre|título|titular|schlagzeile|überschrift|titolo|заголовок",
		subtitle:  "highlight|subtitle|sub-headline|subheadline|untertitel|standfirst|abstract|zusammenfassung",
		author:    "byline|author|authors|author(s)|by|autor|autoren|auteur|auteurs|verfasser|autore|автор",
		publisher: "source|publication|publication title|newspaper|publication name|source name|quelle|zeitung|fuente|journal|outlet|medium|fonte|источник",
		owner:     "publisher|verlag|éditeur|editorial",
		info:      "publication info|publication information",
		date:      "date|publication date|published|date published|pub date|pubdate|datum|erscheinungsdatum|erschienen|date de publication|fecha|fecha de publicación|data|дата",
		section:   "section|rubrik|ressort|rubrique|sección|sezione",
		tongue:    "language|language of publication|sprache|langue|idioma|lingua",
		address:   "url|link|document url|web address|web|adresse",
		dateline:  "dateline",
		body:      "body|full text|text|volltext|texte intégral|texto completo|article|content|inhalt|текст",
		other: `length|load-date|load date|publication-type|publication type|journal code|journal-code|subject|subjects|geographic|industry|company|organization|person|ticker|
			document type|document-type|graphic|correction-date|correction|update|series|type|länge|longueur|longitud|grafik|update-datum|ladedatum|publikationstyp|fachgebiet|
			volume|issue|pages|page|start page|first page|publication year|place of publication|country of publication|publication subject|issn|source type|document feature|
			proquest document id|copyright|last updated|database|links|location|people|company / organization|company / organization:|narrow subject|broad subject|identifier / keyword|
			classification|supplement|number of pages|e-issn|document id|accession number|word count|words|edition|keywords|tags|id|category|categories|client/matter|search terms|search type|
			narrowed by|country|city|state|region|product|personen|firmen|schlagwörter|number|no|notes|credit|illustration|caption|contact|distribution`,
	} {
		for _, w := range strings.Split(words, "|") {
			labels[strings.TrimSpace(w)] = f
		}
	}
}

// label reads "Length: 512 words": the field, and where its value begins.
func label(s string) (f field, at int) {
	const longest = 40 // bytes before the colon
	i := strings.IndexByte(s, ':')
	if i <= 0 || i > longest {
		return none, 0
	}
	if f = labels[strings.ToLower(strings.TrimSpace(s[:i]))]; f == none {
		return none, 0
	}
	at = i + 1
	for at < len(s) && (s[at] == ' ' || s[at] == '\t') {
		at++
	}
	return f, at
}

// codes are the two letters that Factiva writes before a field.
var codes = map[string]field{"HD": title, "BY": author, "CR": other, "WC": other, "PD": date, "ET": other, "SN": publisher, "SC": other, "ED": other, "PG": other, "VOL": other,
	"LA": tongue, "CY": other, "LP": body, "TD": body, "ART": other, "CO": other, "IN": other, "NS": other, "RE": other, "PUB": owner, "IPC": other, "IPD": other, "AN": other,
	"SE": section, "CLM": other, "RF": other, "CT": other, "RST": other, "DLN": dateline}

// code reads "HD   Bridge reopens": the field, and where its value begins.
func code(s string) (f field, at int) {
	i := 0
	for i < len(s) && s[i] >= 'A' && s[i] <= 'Z' {
		i++
	}
	if f = codes[s[:i]]; f == none || i < len(s) && s[i] != ' ' && s[i] != '\t' {
		return none, 0
	}
	at = i
	for at < len(s) && (s[at] == ' ' || s[at] == '\t') {
		at++
	}
	return f, at
}

// languages are the names that databases give languages, with their tags.
var languages = map[string]string{"english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "german": "de", "deutsch": "de", "allemand": "de", "french": "fr", "français": "fr",
	"französisch": "fr", "spanish": "es", "español": "es", "spanisch": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "nederlands": "nl",
	"russian": "ru", "русский": "ru", "ukrainian": "uk", "polish": "pl", "polski": "pl", "turkish": "tr", "arabic": "ar", "chinese": "zh", "japanese": "ja", "swedish": "sv",
	"norwegian": "nb", "danish": "da", "finnish": "fi", "czech": "cs", "hungarian": "hu", "greek": "el", "romanian": "ro", "indonesian": "id", "korean": "ko"}

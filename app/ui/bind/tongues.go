package bind

import (
	"fmt"
	"strings"

	"dateline/app/session"
	"dateline/app/story"
)

// tongues are the languages that a text can be known to be in, by their tags, in English.
var tongues = map[string]string{"am": "Amharic", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German",
	"el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
	"hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nb": "Norwegian", "nl": "Dutch",
	"pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish",
	"ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese"}

// Tongue names a language by its tag: "German"; the tag itself where it has no name here.
func (w Words) Tongue(tag string) string {
	if tongues[tag] == "" {
		return tag
	}
	return w.L(tongues[tag])
}

// foreign says of articles once that they are not in English, and what that means.
func (w Words) foreign(all []session.Tongue) string {
	n, names := 0, []string{}
	for _, t := range all {
		n += t.Articles
		if name := w.Tongue(t.Language); len(all) > 1 {
			names = append(names, fmt.Sprintf("%s %d", name, t.Articles))
		} else {
			names = append(names, name)
		}
	}
	if n == 1 {
		return w.L("The article is not in English but in {{.Language}}. It is shown whole, but its days, events and speakers are not read.", map[string]any{"Language": names[0]})
	}
	return w.N("{{.N}} articles are not in English ({{.Languages}}). They are shown whole, but their days, events and speakers are not read.",
		n, map[string]any{"Languages": strings.Join(names, ", ")})
}

// notRead says that an article is shown and not read, where it is not English.
func (w Words) notRead(a *story.Article) string {
	if !story.Foreign(a.Language) {
		return ""
	}
	return w.L("In {{.Language}}: shown, not read", map[string]any{"Language": w.Tongue(a.Language)})
}

// UnderHead is the line below the heading of an article: who published it and when, without the reasons, after its
// language where that is not English.
func (w Words) UnderHead(a *story.Article) string {
	return join(w.notRead(a), join(a.PublishedBy(), w.PublishedHead(a.Published)))
}

package extract

import "strings"

// furnitureStarts begin short blocks that belong to the page and not to the article.
var furnitureStarts = []string{"we use cookies", "this website uses cookies", "this site uses cookies", "by continuing to",
	"leave a reply", "leave a comment", "your email address will not", "required fields are", "related posts",
	"related articles", "related stories", "related:", "read more", "read also", "read next", "also read", "see also:", "more on this", "more from",
	"sign up", "subscribe", "share this", "share on", "share article", "click to share", "click here to", "follow us", "follow @", "join our", "download our app",
	"all rights reserved", "©", "copyright ©", "advertisement", "advertising", "sponsored", "recommended for you",
	"you may also like", "you might also like", "most read", "most popular", "trending now", "continue reading", "skip to",
	"log in", "comments (", "post a comment", "add a comment", "view comments", "show comments", "back to top", "loading...", "listen to this article",
	"accept all", "privacy policy", "cookie policy", "terms of use", "print this", "report a typo", "support our journalism",
	"tags:", "filed under", "enable javascript", "please enable javascript", "story continues below"}

// isNotice reports a block that belongs to the page: "Subscribe …", "Read more", "Share".
func (w *Weights) isNotice(s string) bool {
	if len(s) > w.Notice {
		return false
	}
	low := strings.ToLower(s)
	for _, f := range furnitureStarts {
		if strings.HasPrefix(low, f) {
			return len(s) < w.NoticeSure || strings.Contains(low, "cookie") || strings.Contains(low, "email") || strings.Contains(low, "rights reserved") || strings.Contains(low, "newsletter")
		}
	}
	switch low {
	case "share", "print", "email", "save", "comments", "comment", "menu", "search", "home", "tags", "facebook", "twitter", "whatsapp", "telegram", "copy link", "link copied", "ad", "advert":
		return true
	}
	return false
}

// endsArticle reports a notice after which no text of the article comes.
func endsArticle(s string) bool {
	low := strings.ToLower(s)
	for _, f := range []string{"leave a reply", "leave a comment", "related posts", "related articles", "post a comment", "you may also like", "recommended for you"} {
		if strings.HasPrefix(low, f) {
			return true
		}
	}
	return false
}

// relatedStarts begin headings of links to other articles, in the languages of many papers.
var relatedStarts = []string{"related", "read also", "read more", "read next", "also read", "more from", "more on this", "you may also", "you might also", "you may like", "most read",
	"most popular", "recommended", "trending", "latest news", "más leíd", "te puede interesar", "también te puede", "lea también", "lee también", "noticias relacionadas", "você pode gostar",
	"você também pode", "veja também", "leia também", "leia mais", "mais lidas", "notícias relacionadas", "à lire aussi", "lire aussi", "a lire aussi", "les plus lus", "sur le même sujet",
	"lesen sie auch", "mehr zum thema", "meistgelesen", "das könnte sie auch", "auch interessant", "leggi anche", "potrebbe interessarti", "i più letti", "lees ook", "meest gelezen",
	"läs också", "läs även", "mest läst", "les også", "læs også", "mest lest", "lue myös", "czytaj także", "czytaj też", "zobacz także", "přečtěte si", "čtěte také", "ilgili haberler",
	"читайте также", "самые популярные", "похожие", "популярное", "читайте також", "関連記事", "相关", "相關", "관련 기사", "اقرأ أيضا", "baca juga", "đọc thêm", "tin liên quan"}

// relatedBytes is the most that such a heading is long.
const relatedBytes = 60

// isRelated reports the heading of a list of other articles.
func isRelated(s string) bool {
	if len(s) > relatedBytes || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") {
		return false
	}
	low := strings.ToLower(s)
	for _, f := range relatedStarts {
		if strings.HasPrefix(low, f) {
			return true
		}
	}
	return false
}

// isLabel reports a word over a row of links to subjects, sections or years.
func isLabel(s string) bool {
	switch strings.TrimRight(strings.ToLower(s), ": ") {
	case "tags", "topics", "categories", "categorias", "categorías", "category", "archive", "archives", "arquivos", "archivos", "schlagworte", "themen", "mots-clés", "keywords", "метки", "теги":
		return true
	}
	return false
}

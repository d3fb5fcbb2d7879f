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
	case "share", "print", "email", "save", "comments", "comment", "menu", "search", "home", "tags", "facebook", "twitter", "whatsapp", "telegram", "copy link", "link copied", "ad":
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

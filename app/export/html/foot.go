package html

import (
	"strconv"
	"strings"

	"dateline/app/export/internal/draw"
)

func itoa(n int) string { return strconv.Itoa(n) }

// foot is what the page draws on, how to read it, and its keys.
func (p *page) foot() error {
	p.Printf("<h2 id=\"sources\">%s</h2>\n<ol class=\"sources\">\n", p.t("Sources"))
	for _, s := range p.Sources(p.Story) {
		url := s.URL
		s.URL = ""
		p.Printf("<li dir=\"auto\">%s", draw.Text(s.String()))
		if strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://") {
			p.Printf(`, <a href="%s" rel="noopener noreferrer">%s</a>`, draw.Text(url), draw.Text(url))
		}
		p.WriteString("</li>\n")
	}
	p.Printf("</ol>\n<h2>%s</h2>\n", p.t("How to read this page"))
	p.Printf("<p>%s</p>\n", p.t("Everything here was read from the articles by a program: what each sentence tells, when, where and who said it. A person may have checked it; the table says where. A filled mark is where something happened, a ring is where somebody speaks or acts from, a hollow mark is planned, denied or only claimed. A thin ring around a mark: only the country is known. A bar on the timeline: the text gives a range of days. What may have happened on the days that are shown, and more likely did not, is pale."))
	p.Printf("<details class=\"needs-js\"><summary>%s</summary><p>%s</p></details>\n</div>\n</main>\n", p.t("Keys"),
		p.t("Left and Right: previous and next day. Space: play or pause. Home and End: first and last day. A: all days. Slash: search. Plus, minus, 0: enlarge, reduce, show the whole map; on the map the arrow keys move it. Escape: close, or end the search."))
	p.Printf("<footer>%s %s.</footer>\n<script>%s</script>\n</body>\n</html>\n", draw.Text(p.Attribution), draw.Text(p.MadeWith(p.Generator)), pageScript)
	return nil
}

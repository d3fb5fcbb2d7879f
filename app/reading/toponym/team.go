package toponym

import "dateline/app/reading/token"

// nicknames are what teams are called behind the name of their town, and little else is: "the Boston Celtics".
var nicknames = token.SetOf("lakers", "clippers", "yankees", "mets", "knicks", "celtics", "sox", "cubs", "dodgers", "padres", "phillies", "braves", "astros", "orioles",
	"marlins", "brewers", "mariners", "diamondbacks", "packers", "steelers", "dolphins", "redskins", "falcons", "buccaneers", "seahawks", "49ers", "broncos", "raiders",
	"bengals", "ravens", "jaguars", "canucks", "oilers", "canadiens", "blackhawks", "penguins", "bruins", "sabres", "grizzlies", "pelicans", "hornets", "pistons",
	"cavaliers", "pacers", "timberwolves", "76ers", "sixers", "mavericks", "bulls", "cowboys", "lions", "tigers", "bears", "eagles", "hawks", "panthers", "warriors",
	"wildcats", "bulldogs", "huskies", "gators", "longhorns", "hoosiers", "buckeyes", "spartans", "badgers", "wolverines", "cougars", "sharks", "broncos", "knights",
	"rovers", "wanderers", "hotspur", "albion", "rangers", "saints", "harlequins", "crusaders", "brumbies", "wallabies", "roosters", "rabbitohs")

// clubs are such words that mean other things too: they are teams where the text tells of games.
var clubs = token.SetOf("city", "united", "town", "county", "athletic", "forest", "wednesday", "villa", "palace", "argyle", "orient", "heat", "magic", "thunder", "storm",
	"jazz", "wild", "lightning", "avalanche", "stars", "blues", "kings", "royals", "twins", "angels", "nationals", "pirates", "cardinals", "reds", "giants", "jets",
	"bills", "patriots", "chiefs", "chargers", "rams", "vikings", "titans", "texans", "colts", "browns", "flames", "flyers", "islanders", "devils", "senators", "predators",
	"ducks", "suns", "nets", "bucks", "nuggets", "rockets", "spurs", "wizards", "indians", "capitals", "dynamo", "galaxy", "fire", "crew", "revolution", "sounders",
	"timbers", "rapids", "impact", "victory", "glory", "phoenix", "mariners", "roar")

// games are words of reports of games.
var games = token.SetOf("match", "matches", "goal", "goals", "league", "coach", "striker", "midfielder", "defender", "goalkeeper", "semi-final", "quarter-final",
	"semifinal", "quarterfinal", "fixture", "fixtures", "innings", "wicket", "wickets", "touchdown", "quarterback", "playoff", "playoffs", "season", "halftime",
	"half-time", "kick-off", "kickoff", "scored", "rebounds", "inning", "pitcher", "penalty", "offside", "nba", "nfl", "nhl", "mlb", "uefa", "bundesliga", "batsman",
	"premiership", "derby", "squad", "relegation", "promotion", "equaliser", "equalizer", "first-half", "second-half", "overtime", "beat", "drew", "thrashed")

// ofGames reports a text that tells of games: so many words of them, and one in fifty or so.
func (f *finder) ofGames() bool {
	if f.sport == 0 {
		f.sport = -1
		n, most := 0, min(len(f.t.Tokens), 3000)
		for i := range most {
			if t := &f.t.Tokens[i]; t.Kind == token.Word && games.Has(t.Hash) {
				n++
			}
		}
		if n >= 2 && n*50 >= most {
			f.sport = 1
		}
	}
	return f.sport > 0
}

// team reports that the name is the first part of that of a team: "Manchester City", "the Boston Celtics", "Bayern Munich".
func (f *finder) team(it *item) bool {
	t, n := f.t, it.last
	if k := n - 1; k > it.first && clubs.Has(t.Tokens[k].Hash) && t.Tokens[k].Has(token.Capital) && f.style[t.Sentence(k)] == styleNormal && f.ofGames() {
		return !f.has(it.first-1, cueIn) // "Derby County", and not "in Sherwood Forest"
	}
	if it.demonym || it.tier < tierTown || n >= len(t.Tokens) || t.Tokens[n].Kind != token.Word || !t.Tokens[n].Has(token.Capital) || t.Sentence(n) != t.Sentence(it.first) {
		return false
	}
	switch {
	case nicknames.Has(t.Tokens[n].Hash), t.Is(n, "red") && n+1 < len(t.Tokens) && t.Is(n+1, "sox"), t.Is(n, "maple") && n+1 < len(t.Tokens) && t.Is(n+1, "leafs"):
		return f.style[t.Sentence(n)] != styleUpper
	case f.has(it.first, cueTeam) && f.placeAt(n):
		return true
	}
	return clubs.Has(t.Tokens[n].Hash) && f.style[t.Sentence(n)] == styleNormal && f.ofGames()
}

package toponym_test

import "testing"

// TestKinds: kinds of names that readers of this sort get wrong, each by the row's claim. Columns as in howlers.tsv.
func TestKinds(t *testing.T) {
	x := index(t)
	for _, c := range []struct{ name, text, word, want, use string }{
		// spelling
		{"a curly apostrophe after an article", "Rain fell in Côte d’Ivoire on Monday.", "Côte d’Ivoire", "country CI", "literal"},
		{"a straight one", "Rain fell in Cote d'Ivoire on Monday.", "Cote d'Ivoire", "country CI", "literal"},
		{"an article inside the name of a town", "A fire burned in Coeur d’Alene, Idaho.", "Coeur d’Alene", "at 47.68,-116.78", "literal"},
		{"an article behind a hyphen", "A mine in Val-d’Or, Quebec, reopened.", "Val-d’Or", "at 48.10,-77.78", "literal"},
		{"no half of such a name is a place", "A mine in Val-d'Or reopened.", "Val-d'Or", "at 48.10,-77.78", "literal"},
		{"a strait by its other spelling", "Two tankers passed the Strait of Ormuz.", "Strait of Ormuz", "at 26.57,56.25", "literal"},
		{"a soft hyphen inside a name", "Rain fell in Alex\u00adandria, Egypt.", "Alex\u00adandria", "at 31.2,29.92", "literal"},
		// features by a class word
		{"a canyon is not the town of its first word", "Rocks fell in Glenwood Canyon, Colorado.", "Glenwood Canyon", "none-or at 39.55,-107.2 300", "literal"},
		{"a river is not the town of its first word", "The Pearl River rose on Monday.", "Pearl River", "none-or at 31.5,-89.9 400", "literal"},
		// a named state decides
		{"the state named after it", "A train stopped in Geneva, Illinois.", "Geneva", "at 40,-89 300", "literal"},
		{"a village that is not known is in its state", "A barn burned in Kiev, North Dakota.", "Kiev", "none-or at 47.5,-100.5 400", "literal"},
		{"never the foreign city", "A barn burned in Zurich, Kansas.", "Zurich", "none-or at 38.5,-98.4 400", "literal"},
		{"a state in full in the same sentence", "A plane crashed near Elmo on Friday in Montana.", "Elmo", "none-or at 47.8,-114.3 400", "literal"},
		{"a post code after a town", "A ship docked in Portland ME on Friday.", "Portland", "at 43.66,-70.26", "literal"},
		{"a borough, its city and its country", "A canal walk will open in LaSalle, Montréal, Canada, in June.", "LaSalle", "at 45.43,-73.63 60", "literal"},
		{"an abbreviated state alone", "Officials in La. said roads were shut.", "La.", "at 31,-92 300", "literal"},
		{"an abbreviated state after a town", "A mill in Slidell, La., was shut on Monday.", "La.", "at 31,-92 300", "literal"},
		{"an abbreviated state with a space inside", "A bridge in Aiken, S. C. was shut.", "Aiken", "at 33.56,-81.72", "literal"},
		{"an abbreviated state in capitals", "Offices stood at COPPERHILL, TENN., and at LE ROY, N.Y., in June.", "COPPERHILL", "at 35.75,-86.25 30", "literal"},
		// "the" and a word for a feature
		{"the Gulf by common usage", "Rates for ships in the Gulf doubled on Monday.", "Gulf", "at 26.5,52 600", "literal"},
		{"the Gulf at the head of a sentence", "The Gulf is our bread and butter, the captain said.", "Gulf", "at 26.5,52 600", "*"},
		{"the Gulf of the text", "A storm crossed the Gulf of Mexico. Two rigs in the Gulf were shut.", "Gulf", "at 25,-90 600", "literal"},
		{"the Gulf of the text at the head", "A storm crossed the Gulf of Mexico. The Gulf was rough.", "Gulf", "at 25,-90 600", "*"},
		{"the Gulf in a headline", "Ships Leave the Gulf After Attacks\n\nTwo ships turned back on Monday, their owner said.", "Gulf", "at 26.5,52 600", "*"},
		{"the Gulf before a noun", "Tankers in Gulf waters turned back on Monday.", "Gulf", "at 26.5,52 600", "adjective"},
		{"an airline of the Gulf", "The captain, of Gulf Air, spoke on Monday.", "Gulf", "none", "*"},
		{"the Channel before a noun", "Channel crossings rose on Monday.", "Channel", "at 50.2,-2 300", "adjective"},
		{"a channel with a number", "The man told Channel 4 that he had seen it.", "Channel", "none", "*"},
		{"the province in full stays", "A road in Gulf Province was cut.", "Gulf Province", "at -7.2,144.8 300", "literal"},
		{"the Channel by common usage", "A ferry sank in the Channel on Monday.", "Channel", "at 50.2,-2 300", "literal"},
		{"the Channel Islands are others", "A ferry left for the Channel Islands on Monday.", "Channel Islands", "at 49.4,-2.4 200", "literal"},
		{"the Strait of the text", "Oil is carried through the Strait of Hormuz. Mines were laid in the Strait on Monday.", "Strait", "at 26.57,56.25", "literal"},
		{"the Strait of nothing", "Mines were laid in the Strait on Monday.", "Strait", "none", "*"},
		{"the Strait before its full name", "Mines were laid in the Strait on Monday, and ships avoided the Strait of Hormuz.", "Strait of Hormuz", "at 26.57,56.25", "literal"},
		{"the Strip of the text", "Trucks waited outside the Gaza Strip. Two men were shot in the Strip.", "Strip", "at 31.4,34.4", "literal"},
		{"the Delta of the text", "Militants of the Niger Delta met in Lagos. A pipe in the Delta was cut.", "Delta", "at 5,6.2 300", "literal"},
		{"the Delta of nothing", "Wharves on the Delta stood empty on Monday.", "Delta", "none", "*"},
		{"the Capital is no region", "Shops in the Capital closed on Monday.", "Capital", "none", "*"},
		{"the Coast is no region of one country", "Homes on the Coast were lost on Monday.", "Coast", "none", "*"},
		{"the Bay is no region of one country", "Homes on the Bay were lost on Monday.", "Bay", "none", "*"},
		{"the Islands are no district", "Snow fell in the Islands on Monday.", "Islands", "none", "*"},
		{"the Bank is a bank", "Troops left the West Bank. Nobody at the Bank answered.", "Bank", "none", "*"},
		{"the Cape of the text", "Two ships rounded the Cape of Good Hope. A third was lost off the Cape.", "Cape", "at -34.36,18.47", "literal"},
		{"the Highlands stay", "In the Highlands it snowed on Monday.", "Highlands", "at 57.3,-4.9", "literal"},
		// degrees and titles
		{"a master of arts", "Dr. Ann Lee, M.A., spoke in Leeds.", "M.A.", "none", "*"},
		{"a master of science", "Tom Hart, M.S., wrote the report.", "M.S.", "none", "*"},
		{"a doctor of medicine", "Jane Roe, MD, said patients waited.", "MD", "none", "*"},
		{"a holder of a degree", "She has an M.A. in history.", "M.A.", "none", "*"},
		// teams
		{"a team that beats another", "Arsenal beat Liverpool 2-1 on Saturday.", "Liverpool", "*", "actor"},
		{"a team that is beaten", "Everton lost to Burnley on Sunday.", "Burnley", "none-or *", "actor"},
		{"the winner", "Burnley beat Everton 3-0.", "Burnley", "none-or *", "actor"},
		{"two teams and a score", "Georgetown beat Villanova 70-61 on Saturday.", "Villanova", "none-or *", "actor"},
		{"two teams in a headline", "Georgetown holds off Villanova\n\nThe game on Saturday was close until the end, the coach said.", "Villanova", "*", "actor"},
		{"a place where they play", "Arsenal beat Everton in Liverpool on Saturday.", "Liverpool", "*", "literal"},
		{"a club called City", "Manchester City beat Everton 2-0 in the league on Saturday, and their coach praised the striker.", "Manchester", "none-or *", "in-name"},
		{"a club called by its town's forest", "Nottingham Forest scored a late goal in the match at Leeds, the coach said.", "Nottingham Forest", "none-or *", "in-name"},
		{"a forest outside of games is a place", "A fire burned in Sherwood Forest on Saturday.", "Sherwood Forest", "*", "literal"},
		{"a fire in a town that plays too", "The match was called off. Bradford Fire Service said the goal was safe.", "Bradford", "none-or *", "in-name"},
		{"a town before its team's nickname", "The New York Yankees lost on Saturday.", "New York", "none-or *", "in-name"},
		{"a town before a nickname of two words", "He signed for the Boston Red Sox on Saturday.", "Boston", "none-or *", "in-name"},
		{"a club with its town behind", "Bayern Munich won on Saturday.", "Bayern", "none-or *", "in-name"},
		{"a town where a team plays", "The Lakers won in Phoenix on Saturday.", "Phoenix", "*", "literal"},
		{"an army is no team", "The army beat back rebels in Aleppo.", "Aleppo", "*", "literal"},
		{"a town with titles", "Bartlesville already has won three titles.", "Bartlesville", "at 36.75,-95.98", "*"},
		{"a town in a ranking", "Scranton ranked 47th of 100 cities.", "Scranton", "at 41.41,-75.66", "*"},
		// from … to …
		{"the start of a way", "The riders went from Paris, France, to Rome, Italy, in June.", "Paris", "at 48.85,2.35", "literal"},
		{"its country", "The riders went from Paris, France, to Rome, Italy, in June.", "France", "country FR", "literal"},
		{"its end", "The riders went from Paris, France, to Rome, Italy, in June.", "Rome", "at 41.9,12.48", "literal"},
		{"the country of its end", "The riders went from Paris, France, to Rome, Italy, in June.", "Italy", "country IT", "literal"},
		{"an affiliation", "The authors are at Berlin, Humboldt University, and at Leeds.", "Berlin", "at 52.52,13.4", "literal"},
		{"an address", "The authors are at Freie Universität Berlin, 14195 Berlin, Germany, and in Leeds.", "Germany", "country DE", "literal"},
		{"the town of an address", "The authors are at the Free University, 14195 Berlin, Germany.", "Berlin", "at 52.52,13.4", "literal"},
		{"the country of an address", "They work at Carnegie Mellon University, Pittsburgh, 15206 PA, USA.", "USA", "country US", "literal"},
		// people whose names hold places
		{"a writer named like a city", "Jack London wrote of dogs. London was young.", "London", "none", "*"},
		{"a writer named like a state", "Virginia Woolf wrote letters. Then Virginia walked home.", "Virginia", "none", "*"},
		{"a first name that is a city", "Paris Hilton sang on Friday. Paris smiled at the crowd.", "Paris", "none", "*"},
		{"a couple with one surname", "The study was made at the Paul and Mary Reed Center of the college.", "Paul", "none", "*"},
		{"an officer with a region's name", "Austin Reed was at work. Austin had won a prize, his wife said.", "Austin", "none", "*"},
		// parts
		{"a corner of a state", "Storms crossed Northwest Arkansas on Monday.", "Northwest Arkansas", "at 35.5,-93.5 350", "literal"},
		{"a shore of a state", "Floods hit Maryland's Eastern Shore on Monday.", "Maryland", "at 39,-76.7 200", "*"},
		{"a part of a country", "Heat killed ten people in North India.", "India", "country IN", "literal"},
		{"a part of a continent", "Fighting was reported in West Africa.", "West Africa", "*", "literal"},
		{"a name behind the sign of a topic", "Fire crews are in #Harrow tonight.", "Harrow", "at 51.58,-0.34", "literal"},
		{"the first of two provinces", "Clashes spread in Homs and Aleppo governorates.", "Homs", "at 34.5,37.5 200", "literal"},
		{"a hamlet that no index knows", "On Tuesday, rockets hit Ostrovanka, a hamlet near the border.", "Ostrovanka", "unplaced", "literal"},
		{"a mountain before its country", "Three climbers were rescued on Daedunsan, South Korea, on Sunday.", "Daedunsan", "unplaced", "literal"},
		{"a mountain that no index knows", "Two climbers fell on Daedunsan, a mountain in the south.", "Daedunsan", "unplaced", "literal"},
		// facilities with a town
		{"a park in a town", "Skiers met at Kincaid Park in Anchorage on Sunday, and most of them stayed for the race.", "Kincaid Park", "at 61.2,-149.9", "literal"},
		{"a road in a town and its state", "A wall fell on Sly Hill Road in Sturgis, South Dakota, on Friday, and nobody was hurt.", "Sly Hill Road", "at 44.4,-103.5", "literal"},
		{"a stadium in its town", "Thousands sang at Wembley Stadium in London.", "Wembley Stadium", "none-or at 51.5,-0.2", "*"},
	} {
		if why := howler(x, c.text, c.word, c.want, c.use); why != "" {
			t.Errorf("%s: %q: want %s %s, %s", c.name, c.text, c.want, c.use, why)
		}
	}
}

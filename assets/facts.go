package assets

import _ "embed"

//go:embed leaders.tsv
var leaders []byte

//go:embed worldseats.tsv
var worldSeats []byte

//go:embed countries.tsv
var countries []byte

// Countries gives the table of what countries are called in the languages of the window: its first row has their tags.
func Countries() []byte { return countries }

// Leaders gives the table of people who speak for a state, for assemble.LoadLeaders.
func Leaders() []byte { return leaders }

// WorldSeats gives the table of cities where bodies of the whole world sit, for geocode.LoadWorldSeats.
func WorldSeats() []byte { return worldSeats }

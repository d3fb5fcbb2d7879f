package assets

import _ "embed"

//go:embed leaders.tsv
var leaders []byte

//go:embed worldseats.tsv
var worldSeats []byte

// Leaders gives the table of people who speak for a state, for assemble.LoadLeaders.
func Leaders() []byte { return leaders }

// WorldSeats gives the table of cities where bodies of the whole world sit, for geocode.LoadWorldSeats.
func WorldSeats() []byte { return worldSeats }

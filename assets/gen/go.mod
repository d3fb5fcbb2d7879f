module dateline/assets/gen

go 1.26.0

require (
	dateline v0.0.0
	github.com/paulmach/orb v0.14.0
)

replace dateline => ../..

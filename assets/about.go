package assets

// About names the data and fonts that ship, with their licences: for the window's About and the readers of exports.
func About() string {
	return `Places: GeoNames (geonames.org), licensed CC BY 4.0 (creativecommons.org/licenses/by/4.0); modified: merged with tables of our own.
Map: made with Natural Earth (naturalearthdata.com), public domain; modified: simplified, Crimea and Sevastopol with Ukraine.
US counties: US Census Bureau, public domain.
Country names: Unicode CLDR, Unicode License v3.
Given names: US Social Security Administration, public domain. Words: SCOWL, (c) 2000-2018 Kevin Atkinson.
Typefaces of articles and prints: Noto Serif, Noto Sans Hebrew, Noto Naskh Arabic, SIL Open Font License 1.1. Typeface of the window: Noto Sans and Noto Sans Arabic UI, SIL Open Font License 1.1.
Program: MIT licence.`
}

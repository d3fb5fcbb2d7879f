#!/usr/bin/env bash
# Rebuilds every data file under assets/ from its pinned sources, with provenance beside it. Needs npm and a network the
# first time; the sources are kept in the user's cache folder and checked against sums.txt.
set -eu
cd "$(dirname "$0")"
go run ./gazetteer -v
go run ./basemap
go run ./names >names.tmp && mv names.tmp ../../app/reading/name/given.txt
go run ./ordinary >ordinary.tmp && mv ordinary.tmp ../../app/reading/ordinary.gz # needs the package wamerican
go run ./facts
go run ./countries
go run ./icon

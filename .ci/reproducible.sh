#!/usr/bin/env bash
# Builds the programs twice from one commit, in two folders and with nothing that could be fetched, and holds their bytes
# against each other: one change gives one program. What is not committed is not built.
#
#   reproducible.sh [reader] [viewer] [packages]     without words the reader; viewer and packages need a C compiler
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
export GOPROXY=off GOFLAGS="-mod=mod -buildvcs=false" # the modules are there: nothing may be asked for
build() { # PROGRAM TO
	case $1 in
	reader) CGO_ENABLED=0 go build -trimpath -ldflags '-s -w -buildid=' -o "$2" ./cmd/reader ;;
	packages) PACKAGE_LEVEL=0 bash .ci/package.sh linux deb reader >"$work/said" 2>&1 && mv build/packages "$2" || { cat "$work/said"; return 1; } ;;
	viewer) CGO_ENABLED=1 go build -trimpath -tags no_emoji,release,migrated_fynedo -ldflags '-s -w -buildid=' -o "$2" ./cmd/viewer ;;
	esac
}
[ $# -gt 0 ] || set -- reader
for program; do
	n=0
	for folder in one "two/farther away"; do
		n=$((n + 1))
		[ -d "$work/$folder" ] || { mkdir -p "$work/$folder" && git archive HEAD | tar -xC "$work/$folder"; }
		(cd "$work/$folder" && build "$program" "$work/$program-$n")
		git diff --no-index --quiet -- go.mod "$work/$folder/go.mod" || { echo "reproducible: building $program changes go.mod"; exit 1; }
	done
	if [ -d "$work/$program-1" ]; then
		diff <(cd "$work/$program-1" && sha256sum -- *) <(cd "$work/$program-2" && sha256sum -- *) || { echo "reproducible: two $program differ"; exit 1; }
		echo "reproducible: $(find "$work/$program-1" -type f | wc -l) files of packages, the same from two folders"
		continue
	fi
	cmp "$work/$program-1" "$work/$program-2" || { echo "reproducible: two builds of $program differ"; exit 1; }
	# A folder of the builder would be another one elsewhere.
	if grep -aq "$work" "$work/$program-1"; then echo "reproducible: $program names the folder it was built in"; exit 1; fi
	echo "reproducible: $program, $(stat -c %s "$work/$program-1") bytes, sha256 $(sha256sum <"$work/$program-1" | cut -c1-16)…, the same from two folders"
done

#!/usr/bin/env bash
# Says which faults are known of the versions that the programs are linked with, from the Go vulnerability database, which is a
# module like any other; ends with 1 where a newer version mends one. Where the database cannot be had it lists how old each
# version is.
set -euo pipefail
cd "$(dirname "$0")/.."
go -C .ci/tools build -o ../../build/tools/ ./inventory
if database=$(cd "$(mktemp -d)" && go mod download -json golang.org/x/vulndb@latest | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p') && [ -d "$database/data/osv" ]; then
	echo "advisories of $(basename "$database")"
	for system in linux/amd64 windows/amd64 darwin/arm64; do
		echo "$system:"
		CGO_ENABLED=1 GOOS=${system%/*} GOARCH=${system#*/} build/tools/inventory -advisories "$database/data/osv" ./cmd/viewer ./cmd/reader
	done
else
	echo "The database of advisories cannot be had. How old the versions are:"
	build/tools/inventory -ages ./cmd/viewer ./cmd/reader
fi

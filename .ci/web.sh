#!/usr/bin/env bash
# Shows exported files to the programs that they are for, in Chromium with the network off, as events of go test -json; its
# pictures are kept under build/web/. What it takes of npm is installed by exact version (.ci/web/package-lock.json).
set -eu
cd "$(dirname "$0")/.."
have=.ci/web/node_modules/.installed
if ! cmp -s "$have" .ci/web/package-lock.json; then
	npm ci --prefix .ci/web --no-audit --no-fund --loglevel=error >&2 || { echo "npm could not install what .ci/web/package-lock.json names: the web tests need it once." >&2; exit 1; }
	cp .ci/web/package-lock.json "$have"
fi
rm -rf build/web; mkdir -p build/web
CGO_ENABLED=0 go test -json -tags web -run TestWeb -count=1 -timeout 8m ./app/export/formats

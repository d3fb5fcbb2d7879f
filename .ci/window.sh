#!/usr/bin/env bash
# Runs the window test on a virtual display of its own, as events of go test -json; its pictures are kept under
# build/window/.
set -eu
cd "$(dirname "$0")/.."
. .ci/display.sh
trap display_end EXIT
display_start 1440x900
rm -rf build/window; mkdir -p build/window
export DATELINE_VIEWER=$PWD/build/viewer DATELINE_PICTURES=$PWD/build/window
go test -json -tags window -count=1 -timeout 8m ./cmd/viewer

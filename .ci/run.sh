#!/usr/bin/env bash
# Builds the program and opens it on the sample story. Without a display it opens the same window on a virtual one,
# saves a picture of it when it is complete, says where, and ends.
set -eu
cd "$(dirname "$0")/.."
[ -x build/viewer ] || echo "Building. The first build takes up to 10 minutes, later ones seconds."
go build -o build/viewer ./cmd/viewer
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then
	exec build/viewer
fi
. .ci/display.sh
work=$(mktemp -d) viewer=
trap all_end EXIT
display_start 1440x900
XDG_CONFIG_HOME=$work/settings DATELINE_TRACE=$work/trace build/viewer &
viewer=$!
program_wait "$work/trace"
sleep 1.5
import -window root "$work/picture.png"
mv "$work/picture.png" build/dateline.png
echo "There is no display here, so the window was opened on a virtual one: see build/dateline.png"

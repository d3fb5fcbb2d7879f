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
trap 'kill "${viewer:-}" 2>/dev/null || true; display_end' EXIT
display_start 1440x900
trace=$(mktemp) folder=$(mktemp -d)
export LANG=${LANG:-en_US.UTF-8}
XDG_CONFIG_HOME=$folder DATELINE_TRACE=$trace build/viewer &
viewer=$!
for _ in $(seq 150); do
	grep -q first-frame "$trace" 2>/dev/null && break
	kill -0 "$viewer" 2>/dev/null || { echo "The program ended before its first picture."; exit 1; }
	sleep 0.2
done
grep -q first-frame "$trace" || { echo "No complete picture came within 30 seconds."; exit 1; }
sleep 1.5
import -window root build/dateline.png
rm -rf "$trace" "$folder"
echo "There is no display here, so the window was opened on a virtual one: see build/dateline.png"

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
# The program may still be writing its settings: it is ended and waited for before its folder goes.
end() {
	if [ -n "$viewer" ]; then
		kill "$viewer" 2>/dev/null || true
		wait "$viewer" 2>/dev/null || true
	fi
	display_end
	rm -rf "$work"
}
trap end EXIT
display_start 1440x900
XDG_CONFIG_HOME=$work/settings DATELINE_TRACE=$work/trace build/viewer &
viewer=$!
for _ in $(seq 300); do
	grep -q first-frame "$work/trace" 2>/dev/null && break
	kill -0 "$viewer" 2>/dev/null || { echo "The program ended before its first picture."; exit 1; }
	sleep 0.2
done
grep -q first-frame "$work/trace" || { echo "No complete picture came within a minute."; exit 1; }
sleep 1.5
import -window root "$work/picture.png"
mv "$work/picture.png" build/dateline.png
echo "There is no display here, so the window was opened on a virtual one: see build/dateline.png"

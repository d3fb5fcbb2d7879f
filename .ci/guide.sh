#!/usr/bin/env bash
# Takes the pictures of the guide from the real program, on a virtual display of its own, and puts them into assets/guide/.
# Needs xvfb, openbox, xdotool and imagemagick, as the window test does.
set -eu
cd "$(dirname "$0")/.."
. .ci/display.sh
work=$(mktemp -d) viewer=
trap all_end EXIT
display_start 1280x800
export XDG_CONFIG_HOME=$work/settings HOME=$work DATELINE_TRACE=$work/trace
build/viewer -lang en -theme light assets/samples/arda-2024/[0-9]* &
viewer=$!
program_wait "$work/trace"
window=$(xdotool search --onlyvisible --pid "$viewer" | tail -1)
xdotool windowsize --sync "$window" 1280 800 windowmove "$window" 0 0 windowfocus "$window"
sleep 3
take() { # NAME
	sleep 1.5
	import -window root -resize 960x -strip -quality 82 "assets/guide/$1.jpg"
}
press() { xdotool key "$1"; sleep 0.4; }
take window
for _ in 1 2 3 4; do press Right; done
take event
press ctrl+4
take check
press ctrl+1
press m
take compare
press m
press F5
sleep 1
press Right
press Right
take present
ls -l assets/guide/*.jpg

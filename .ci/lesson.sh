#!/usr/bin/env bash
# Gives a lesson with the real program on a virtual display, in two windows, by the keys that a clicker has: F5, then Page Down to
# the last question. Keeps a picture of both windows for each step under build/lesson/, and tells how long steps took and how much
# memory was used. Needs xvfb, openbox, xdotool and imagemagick, as the window test does.
#   lesson.sh [WxH[@SCALE] …]        LESSON_ARTICLES: what is opened (the sample story); LESSON_STEPS: slides at most (15)
set -eu
cd "$(dirname "$0")/.."
. .ci/display.sh
work=$(mktemp -d) viewer=
trap all_end EXIT

window() { xdotool search --onlyvisible --pid "$viewer" --name "$1" | tail -1; }
# Both windows, one picture each: the one that is on top is the only one that can be taken.
take() {
	local n; n=$(printf %03d "$1")
	xdotool windowunmap --sync "$teacher" 2>/dev/null || true
	sleep 0.5
	import -window root -quality 85 "$out/$n-class.jpg"
	xdotool windowmap --sync "$teacher" windowactivate --sync "$teacher" 2>/dev/null || true
	sleep 0.7
	import -window root -quality 85 "$out/$n-teacher.jpg"
}
# Page Down; false where no slide came.
step() {
	local before; before=$(wc -l <"$out/trace")
	xdotool key Next
	for _ in $(seq 15); do
		sleep 0.2
		if grep -q '"selected"' <(tail -n +$((before + 1)) "$out/trace"); then
			sleep 0.6
			return 0
		fi
	done
	return 1
}
memory() { awk '/VmRSS/{print int($2/1024)}' "/proc/$viewer/status"; }

lesson() { # WxH SCALE
	out=build/lesson/$1@$2
	rm -rf "$out"; mkdir -p "$out"
	display_start "$1"
	rm -rf "${work:?}/home"; mkdir -p "$work/home"
	HOME=$work/home XDG_CONFIG_HOME=$work/home FYNE_SCALE=$2 DATELINE_TRACE=$out/trace build/viewer -lang en -theme light ${LESSON_ARTICLES:-} 2>"$out/log" &
	viewer=$!
	program_wait "$out/trace" "$out/log"
	sleep 2
	xdotool key d # two screens, before the lesson
	sleep 1
	xdotool key F5
	sleep 3
	teacher=$(window 'Your screen')
	local most=0 n=0 asked=0 now
	for n in $(seq "${LESSON_STEPS:-15}"); do
		take "$n"
		now=$(memory); [ "$now" -gt "$most" ] && most=$now
		step || break
	done
	while [ "$n" -lt 2000 ]; do # the rest of the slides without pictures; the last of them leads to the questions
		step || break
		n=$((n + 1))
	done
	local slides=$n
	n=$((n < ${LESSON_STEPS:-15} ? n : ${LESSON_STEPS:-15}))
	for asked in $(seq 16); do # eight questions, each with its answer
		take $((n + asked))
		now=$(memory); [ "$now" -gt "$most" ] && most=$now
		xdotool key Next
		sleep 1.2
	done
	take $((n + 17))
	tail -n +"$(grep -n first-frame "$out/trace" | cut -d: -f1)" "$out/trace" | grep '"selected"' | grep -o '"ms":[0-9.]*' | cut -d: -f2 | awk '$1 > 1' | sort -n | # below a millisecond nothing was shown anew
		awk -v s="$1 at scale $2" -v k="$slides" -v m="$most" '{v[NR]=$1} END{printf "%s: %d slides and the questions; a step %.0f ms in the middle, %.0f ms at most, of %d; memory %d MB at most\n", s, k, v[int((NR+1)/2)], v[NR], NR, m}'
	program_end
	display_end
}

for size in "${@:-1440x900}"; do
	case $size in *@*) lesson "${size%@*}" "${size#*@}" ;; *) lesson "$size" 1 ;; esac
done
ls build/lesson

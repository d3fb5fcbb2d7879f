#!/usr/bin/env bash
# Opens, looks at, presents and closes stories in the real program on a virtual display, one after the other, and tells after each
# tenth of the time how much memory is resident (all, and what is the program's own), and how many goroutines, threads and open
# files there are. Fails where the last three tell a tenth more memory than the four before, or more goroutines or files; the first
# three fill caches.
#   soak_window.sh [SECONDS]        600. Needs what .ci/lesson.sh needs.
set -eu
cd "$(dirname "$0")/.."
. .ci/display.sh
seconds=${1:-600}
work=$(mktemp -d) viewer=
trap all_end EXIT

# A made-up story of articles about places that lie apart.
story() { # NUMBER
	local places=(Graz Bari Turku Lagos Bergen Cuzco Dakar Hanoi Izmir Kazan Lima Perth) n=$1 i
	mkdir -p "$work/$n"
	for i in $(seq 2 $((2 + n % 5))); do
		local a=${places[$(((n + i) % 12))]} b=${places[$(((n * 5 + i * 7) % 12))]}
		printf 'Storm of edition %d hits %s\n\nA storm hit %s on %d March 2024. Two days later the mayor flew to %s and met officials there.\n\n"We lost %d houses in edition %d," the mayor said in %s on %d March 2024.\n' \
			"$n" "$a" "$a" "$i" "$b" $((n + i)) "$n" "$b" $((i + 9)) >"$work/$n/$i.txt"
	done
}
lines() { wc -l <"$work/trace"; }
# Waits until the trace has a line like that behind a line.
told() { # LINE PATTERN
	local i
	for i in $(seq 150); do
		tail -n +$(($1 + 1)) "$work/trace" | grep -q "$2" && return 0
		kill -0 "$viewer" 2>/dev/null || { echo "The program ended."; cat "$work/log"; exit 1; }
		sleep 0.1
	done
	echo "Nothing came of it in 15 seconds: $2"
	exit 1
}
keys() { local k; for k; do xdotool key "$k"; sleep 0.25; done; }

once() { # NUMBER
	local at; at=$(lines)
	if [ $(($1 % 5)) = 0 ]; then
		start assets/samples/kursk-2025
	else
		story "$1"
		start "$work/$1"
	fi
	told "$at" '"opened"'
	sleep 0.7
	keys Right Right Right plus minus 0 k k ctrl+3 ctrl+1
	keys F5; sleep 1
	keys Next Next Next Prior; sleep 0.5
	keys Escape Escape; sleep 0.5
	at=$(lines)
	keys ctrl+n
	told "$at" '"articles":0'
	rm -rf "${work:?}/$1"
}
start() { # FILE …: a later start hands over what it is asked to open; where the first has not answered in time it stays and is ended
	for _ in 1 2 3; do
		HOME=$work/home XDG_CONFIG_HOME=$work/home timeout 20 build/viewer "$@" 2>>"$work/log" && return
	done
	echo "The program does not take what later starts hand over."
	exit 1
}
field() { awk -v f="$1:" '$1 == f {print $2}' "/proc/$viewer/status"; }
row() { # STORIES
	local all own threads files routines
	all=$(($(field VmRSS) / 1024)) own=$(($(field RssAnon) / 1024)) threads=$(field Threads) files=$(ls "/proc/$viewer/fd" | wc -l)
	routines=$(tail -200 "$work/trace" | grep -o '"goroutines":[0-9]*' | tail -1 | cut -d: -f2)
	printf '%5d s  %4d stories  resident %4d MB  own %4d MB  goroutines %3d  threads %3d  files %3d\n' $((SECONDS - begin)) "$1" "$all" "$own" "$routines" "$threads" "$files"
	echo "$all $routines $files" >>"$work/rows"
}

display_start 1440x900
mkdir -p "$work/home"
export DATELINE_TRACE=
HOME=$work/home XDG_CONFIG_HOME=$work/home DATELINE_TRACE=$work/trace build/viewer -lang en -theme light 2>"$work/log" & viewer=$!
program_wait "$work/trace" "$work/log"
sleep 3
begin=$SECONDS next=1 n=0
while [ $next -le 10 ]; do
	n=$((n + 1))
	once $n
	if [ $(((SECONDS - begin) * 10)) -ge $((seconds * next)) ]; then
		sleep 2
		row $n
		next=$((next + 1))
	fi
done
awk 'NR > 3 && NR <= 7 {if ($1 > m) m = $1; if ($2 > g) g = $2; if ($3 > f) f = $3}
	NR > 7 && $1 > m * 1.1 {print "Memory grows: " $1 " MB after " m; bad = 1}
	NR > 7 && $2 > g + 3 {print "Goroutines grow: " $2 " after " g; bad = 1}
	NR > 7 && $3 > f + 3 {print "Open files grow: " $3 " after " f; bad = 1}
	END {exit bad}' "$work/rows"

#!/usr/bin/env bash
# Opens an article, gives a lesson, saves and exports where there is no network, and lets strace write down all that the program
# asks of the system: it must not ask for a connection or the address of a name, opens articles for reading only, and keeps
# what it keeps private. Needs build/viewer and
# build/tools/testsum, strace, what .ci/window.sh needs, and to be root or to be allowed a network of one's own.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" != inside ]; then
	for as in "" "--user --map-root-user"; do # for root, and for anybody where the system allows it
		if why=$(unshare $as --net true 2>&1); then
			exec unshare $as --net bash .ci/offline.sh inside
		fi
	done
	echo ".ci/offline.sh: a network of its own is not allowed here ($why)" >&2
	[ -z "${CI:-}" ] # on other machines that is no fault
	exit
fi
work=$(mktemp -d)
trap 'display_end; rm -rf "$work"' EXIT
. .ci/display.sh
display_start 1440x900
# The program keeps its own process number, so that its window is found by it. Every call that a network needs, and opening files.
cat >"$work/viewer" <<-S
	#!/bin/sh
	exec strace -D -f --seccomp-bpf -qq -s 300 -e trace=%network,openat -o "$work/calls" "$PWD/build/viewer" "\$@"
S
chmod +x "$work/viewer"
mkdir -p build/window
export DATELINE_VIEWER=$work/viewer DATELINE_CALLS=$work/calls DATELINE_PICTURES=$PWD/build/window
export GOPROXY=off
go test -json -tags window -count=1 -timeout 4m -run '^TestNothingLeaves$' ./cmd/viewer | build/tools/testsum -name offline -to build/tested.txt

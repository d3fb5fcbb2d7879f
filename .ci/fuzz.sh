#!/usr/bin/env bash
# Runs every fuzz target for a while, also those of the window's packages, and goes on after a failure.
#
#	.ci/fuzz.sh [TIME] [PATTERN]     TIME for each target (10s); PATTERN of "package.Target" to run only some
#
# At the end there is a table of what was run, and the list of failures; then it exits with 1. A failing input lies under
# testdata/fuzz of its package; "go test -run Target/name" there shows it again.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
export CGO_ENABLED=0 LANGUAGE=${LANGUAGE:-en}
time=${1:-10s} pattern=${2:-.}
least=50 # executions: a target with fewer has not been fuzzed
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=() rows=()

# one PACKAGE TARGET FLAGS...
one() {
	local package=$1 target=$2 span=$time status last runs found
	shift 2
	for _ in 1 2; do
		# Making an interesting input small has no end for a slow target; twenty tries are enough.
		go test "$@" -run xxx -fuzz "^$target\$" -fuzztime "$span" -fuzzminimizetime 20x "$package" >"$work/said" 2>&1
		status=$?
		last=$(grep -oE 'execs: [0-9]+.*' "$work/said" | tail -n 1)
		runs=$(sed -nE 's/^execs: ([0-9]+).*/\1/p' <<<"$last")
		found=$(sed -nE 's/.*new interesting: ([0-9]+).*/\1/p' <<<"$last")
		# Go itself can miss its own deadline: a failure that names neither an input nor a line of ours. And on a busy
		# machine what was found before can take all the time to be read in.
		if [ $status -ne 0 ]; then
			grep -q 'context deadline exceeded' "$work/said" && ! grep -qE 'Failing input|_test\.go' "$work/said" || break
		else
			[ "${runs:-0}" -lt "$least" ] || break
			span=1m
		fi
	done
	rows+=("$(printf '%9s %6s  %s' "${runs:-0}" "${found:-0}" "$package.$target")")
	echo "${rows[-1]}"
	if [ $status -ne 0 ]; then
		failures+=("$package.$target: failed")
		grep -vE '^fuzz: elapsed' "$work/said" | tail -n 40
	elif [ "${runs:-0}" -lt "$least" ]; then
		failures+=("$package.$target: only ${runs:-0} executions in $span")
	fi
}

# all FLAGS... -- PACKAGES...
all() {
	local flags=() package target
	while [ "$1" != -- ]; do flags+=("$1"); shift; done
	shift
	for package in "$@"; do
		grep -qs '^func Fuzz' "$(go list -tags ci -f '{{.Dir}}' "$package")"/*_test.go || continue
		for target in $(go test "${flags[@]}" -list '^Fuzz' "$package" | grep '^Fuzz'); do
			[[ $package.$target =~ $pattern ]] && one "$package" "$target" "${flags[@]}"
		done
	done
}

begin=$SECONDS
printf '%9s %6s  %s\n' runs new target
mapfile -t packages < <(go list -tags ci ./app/... ./geo/... ./assets/... ./cmd/... | sort)
[ ${#packages[@]} -gt 0 ] || exit 1
all -tags ci -- "${packages[@]}"
echo
echo "fuzz: ${#rows[@]} targets, ${#failures[@]} failed, $((SECONDS - begin)) s"
[ ${#rows[@]} -gt 0 ] || { echo "no target was run"; exit 1; }
if [ ${#failures[@]} -gt 0 ]; then
	printf '  %s\n' "${failures[@]}"
	exit 1
fi

#!/usr/bin/env bash
# Tests .ci/run.sh as a machine without a display runs it: it ends well, its picture is one, nothing is left of it, and
# nothing is said of locales.
set -eu
cd "$(dirname "$0")/.."
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
wrong() {
	echo "FAIL: .ci/run.sh, $1: $2"
	cat "$temp/said"
	exit 1
}
passed=0
# The lock by which a second start finds the first lies here, and stays.
mkdir -m 700 "$temp/run"
for lang in "" C.UTF-8 C; do
	name="LANG=${lang:-unset}"
	mkdir "$temp/tmp"
	rm -f build/dateline.png
	as=(-u LANG)
	[ -z "$lang" ] || as=("LANG=$lang")
	env -u DISPLAY -u WAYLAND_DISPLAY -u LC_ALL -u LANGUAGE "${as[@]}" TMPDIR="$temp/tmp" XDG_RUNTIME_DIR="$temp/run" \
		bash .ci/run.sh >"$temp/said" 2>&1 || wrong "$name" "it ended with status $?"
	grep -q build/dateline.png "$temp/said" || wrong "$name" "it does not say where the picture is"
	if grep -qi locale "$temp/said"; then wrong "$name" "it talks of locales"; fi
	left=$(find "$temp/tmp" -mindepth 1 | head -n 5)
	[ -z "$left" ] || wrong "$name" "it leaves $left"
	rmdir "$temp/tmp"
	size=$(identify -format '%wx%h %k' build/dateline.png)
	[ "${size% *}" = 1440x900 ] || wrong "$name" "the picture has $size"
	[ "${size#* }" -gt 500 ] || wrong "$name" "the picture has ${size#* } colours: the window is not on it"
	passed=$((passed + 1))
done
echo "ok  	.ci/run.sh	$passed runs"

#!/usr/bin/env bash
# Checks what the program needs and, on Debian or Ubuntu, installs what of .ci/apt.txt is missing.
#   setup.sh run     to build and open the window; without a display also what a virtual one needs
#   setup.sh test    to run the tests
#   setup.sh package to make packages
set -eu
here=$(cd "$(dirname "$0")" && pwd)

command -v go >/dev/null || { echo "Go is missing: install Go 1.26 or newer from go.dev/dl, then run this again."; exit 1; }
version=$(go env GOVERSION | sed 's/^go//; s/[^0-9.].*//')
major=${version%%.*} rest=${version#*.} minor=${rest%%.*}
if [ "$major" -lt 1 ] || { [ "$major" -eq 1 ] && [ "$minor" -lt 26 ]; }; then
	echo "Go $version is too old: install Go 1.26 or newer from go.dev/dl, then run this again."
	exit 1
fi

if [ "$(uname -s)" != Linux ]; then
	command -v cc >/dev/null || command -v gcc >/dev/null || { echo "A C compiler is missing: see \"Other systems\" in README.md."; exit 1; }
	exit 0
fi

want=build
if [ "${1:-run}" = test ]; then want='build|display|web'; elif [ "${1:-run}" = package ]; then want='build|package'; elif [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then want='build|display'; fi
missing=()
while IFS=$'\t' read -r for package check; do
	case $for in '' | '#'*) continue ;; esac
	[[ $for =~ ^($want)$ ]] || continue
	bash -c "$check" >/dev/null 2>&1 || missing+=("$package")
done <"$here/apt.txt"
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
	echo "These are missing: ${missing[*]} (Debian's names). Install them with your system's package manager, then run this again."
	exit 1
fi
line="apt-get update && apt-get install -y ${missing[*]}"
if [ "$(id -u)" = 0 ]; then
	as=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
	as=(sudo -n)
else
	echo "Some packages are missing. Run this once, then try again:"
	echo "  sudo sh -c '$line'"
	exit 1
fi
echo "Installing with apt-get what is missing: ${missing[*]}"
"${as[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null

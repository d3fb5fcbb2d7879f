#!/usr/bin/env bash
# Makes the Linux archive in build/ with Fyne's packaging tool, whose version .ci/tools/go.mod pins. The tool looks for
# FyneApp.toml in the folder of the main package, and builds the metadata in only when it builds the program itself.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
trap 'rm -f "$root/cmd/viewer/FyneApp.toml" "$root"/cmd/viewer/*.tar.xz' EXIT
mkdir -p build
go -C .ci/tools build -o "$root/build/fyne" fyne.io/tools/cmd/fyne
cp FyneApp.toml cmd/viewer/FyneApp.toml
rm -f build/dateline
(cd cmd/viewer && GOFLAGS="${GOFLAGS:-} -trimpath" "$root/build/fyne" package --target linux --release --source-dir "$root/cmd/viewer" \
	--icon "$root/assets/icon.png" --executable "$root/build/dateline")
found=$(find . -maxdepth 3 -name '*.tar.xz' -not -path './build/*' | head -n 1)
[ -n "$found" ] && mv "$found" build/Dateline.tar.xz
ls -l build/Dateline.tar.xz

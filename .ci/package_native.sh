#!/usr/bin/env bash
# Packs the program on Windows or on a Mac, with that system's own compiler: package_native.sh windows|darwin. Leaves a ZIP in
# build/packages. Needs Go, a C compiler (MSYS2's gcc; Xcode's command line tools) and zip or 7z.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD out=$PWD/build/packages target=${1:?windows or darwin}
version=$(sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)
details=$(cat cmd/viewer/FyneApp.toml) # the tool counts its builds in it
trap 'printf "%s\n" "$details" >"$root/cmd/viewer/FyneApp.toml"' EXIT
mkdir -p "$out" build/tools
end=
[ "$target" = windows ] && end=.exe
# The program runs on what Info.plist promises, not only on systems as new as this one.
[ "$target" = darwin ] && export MACOSX_DEPLOYMENT_TARGET=12.0
go -C .ci/tools build -o "$root/build/tools/" ./inventory ./bundle ./winexe fyne.io/tools/cmd/fyne
(cd cmd/viewer && "$root/build/tools/fyne$end" package --target "$target" --release --tags no_emoji)
at=build/Dateline-$version-$target
rm -rf "$at" && mkdir -p "$at"
cp LICENSE NOTICE README.md "$at/"
"$root/build/tools/inventory$end" -licences "$at/LICENCES.txt" -sbom "$at/sbom.cdx.json" -name viewer -version "$version" ./cmd/viewer
if [ "$target" = darwin ]; then
	mv cmd/viewer/*.app "$at/"
	build/tools/bundle finish "$at/Dateline.app"
	build/tools/bundle check "$at/Dateline.app"
	codesign --force --deep -s - "$at"/*.app
	(cd build && ditto -c -k --keepParent "$(basename "$at")" "$out/Dateline-$version-macos-$(uname -m).zip")
else
	mv cmd/viewer/*.exe "$at/Dateline.exe"
	build/tools/winexe "$version" "$at/Dateline.exe"
	printf 'Settings are kept in the folder "settings" beside this file.\r\n' >"$at/portable"
	(cd build && 7z a -tzip -mx=9 -bd "$out/Dateline-$version-windows-amd64-portable.zip" "$(basename "$at")" >/dev/null)
fi
ls -l "$out"

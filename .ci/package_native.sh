#!/usr/bin/env bash
# Packs the program on Windows or on a Mac, with that system's own compiler: package_native.sh windows|darwin. Leaves a ZIP in
# build/packages. Needs Go, a C compiler (MSYS2's gcc; Xcode's command line tools) and zip or 7z.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD out=$PWD/build/packages target=${1:?windows or darwin}
version=$(sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)
trap 'rm -f "$root/cmd/viewer/FyneApp.toml"' EXIT
mkdir -p "$out" build/tools
end=
[ "$target" = windows ] && end=.exe
go -C .ci/tools build -o "$root/build/tools/" ./inventory fyne.io/tools/cmd/fyne
cp FyneApp.toml cmd/viewer/FyneApp.toml
(cd cmd/viewer && GOFLAGS=-trimpath "$root/build/tools/fyne$end" package --target "$target" --release --source-dir "$root/cmd/viewer" --icon "$root/assets/icon.png")
at=build/Dateline-$version-$target
rm -rf "$at" && mkdir -p "$at"
cp LICENSE NOTICE README.md "$at/"
"$root/build/tools/inventory$end" -licences "$at/LICENCES.txt" -sbom "$at/sbom.cdx.json" -name viewer -version "$version" ./cmd/viewer
if [ "$target" = darwin ]; then
	mv cmd/viewer/*.app "$at/"
	# The tool has no field for kinds of files: a project opens by double-click through these.
	plist=$(find "$at" -name Info.plist -maxdepth 3 | head -n 1)
	/usr/libexec/PlistBuddy -c 'Add :CFBundleDocumentTypes array' -c 'Add :CFBundleDocumentTypes:0:CFBundleTypeName string Dateline story' \
		-c 'Add :CFBundleDocumentTypes:0:CFBundleTypeRole string Editor' -c 'Add :CFBundleDocumentTypes:0:CFBundleTypeExtensions array' \
		-c 'Add :CFBundleDocumentTypes:0:CFBundleTypeExtensions:0 string dateline' "$plist"
	codesign --force --deep -s - "$at"/*.app
	(cd build && ditto -c -k --keepParent "$(basename "$at")" "$out/Dateline-$version-macos-$(uname -m).zip")
else
	mv cmd/viewer/*.exe "$at/Dateline.exe"
	printf 'Settings are kept in the folder "settings" beside this file.\r\n' >"$at/portable"
	(cd build && 7z a -tzip -bd "$out/Dateline-$version-windows-amd64-portable.zip" "$(basename "$at")" >/dev/null)
fi
ls -l "$out"

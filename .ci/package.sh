#!/usr/bin/env bash
# Makes what people install, in build/packages: for Linux an archive, a .deb and a portable ZIP, for Windows a portable ZIP,
# the command line for three systems, and beside them the licences of all that is linked, a list of it, and checksums. What a
# Mac needs beside the program itself is made and checked too, in build/macos.
# What cannot be made on this machine is named at the end, with how to make it.
#
#   package.sh [linux] [deb] [windows] [macos] [reader]     only these; without words all
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD out=$PWD/build/packages work=$(mktemp -d)
cp cmd/viewer/FyneApp.toml "$work/details" # the tool counts its builds in it
trap 'cp "$work/details" "$root/cmd/viewer/FyneApp.toml"; rm -rf "$work" "$root"/cmd/viewer/*.tar.xz "$root"/cmd/viewer/*.exe "$root"/cmd/viewer/*.syso "$root"/cmd/viewer/*.app "$root"/cmd/viewer/fyne_metadata_init.go' EXIT
version=$(sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)
# What is packed has the time of the change that it is made of, so that the same change gives the same files.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
# How hard it is packed: 0 is for a quick try. At 9 what two programs in one package have in common is packed once.
level=${PACKAGE_LEVEL:-9}
export XZ_OPT=-$level
missing=()
wanted() { [ -z "$words" ] || [[ " $words " == *" $1 "* ]]; }
words="$*"
mkdir -p "$out"
go -C .ci/tools build -o "$root/build/tools/" ./inventory ./bundle ./winexe ./typecheck fyne.io/tools/cmd/fyne

# papers FOLDER PROGRAM: licence, notice, and what is linked
papers() {
	cp LICENSE NOTICE README.md "$1/"
	"$root/build/tools/inventory" -licences "$1/LICENCES.txt" -sbom "$1/sbom.cdx.json" -name "$(basename "$2")" -version "$version" "./$2"
}
# settle FOLDER: one time and plain rights for all that is packed
settle() {
	find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
	chmod -R u=rwX,go=rX "$1"
}
pack_zip() { # FOLDER NAME
	rm -f "$out/$2"
	(cd "$work" && find "$1" -type f | LC_ALL=C sort | TZ=UTC zip -X -q -"$level" "$out/$2" -@)
	# The same ZIP, a thirtieth smaller.
	[ "$level" != 0 ] || return 0
	command -v advzip >/dev/null && advzip -z -3 -q "$out/$2" || missing+=("$2 as small as it can be, which is below 30 MB: install advancecomp")
}

# TARGET: with icon, metadata and the flag that release builds have. Emoji are drawn by the system's own font: the toolkit's, a ninth
# of each package, is not used for articles and quotes.
fyne_package() {
	(cd cmd/viewer && "$root/build/tools/fyne" package --target "$1" --release --tags no_emoji "${@:2}")
	cp "$work/details" cmd/viewer/FyneApp.toml
}
# pack_tar FOLDER NAME: everything in the folder, the same bytes for the same files
pack_tar() { tar -C "$1" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cJf "$out/$2" .; }
# shared FOLDER: what the system is told of the program and of its files
shared() {
	mkdir -p "$1"/applications "$1"/mime/packages "$1"/metainfo "$1"/icons/hicolor/512x512/apps
	cp app/openwith/org.dateline.viewer.desktop "$1/applications/"
	cp app/openwith/dateline.xml "$1/mime/packages/dateline.xml"
	sed "s/@VERSION@/$version/; s/@DATE@/$date/" .ci/package/org.dateline.viewer.metainfo.xml >"$1/metainfo/org.dateline.viewer.metainfo.xml"
	cp assets/icon.png "$1/icons/hicolor/512x512/apps/org.dateline.viewer.png"
}

linux() {
	local tree=$work/linux
	made=yes; rm -f build/dateline
	XZ_OPT=-0 fyne_package linux --executable "$root/build/dateline"
	mkdir -p "$tree"
	tar -xJf cmd/viewer/Dateline.tar.xz -C "$tree"
	cp "$tree/usr/local/bin/dateline" build/dateline # the tool takes the program away again
	rm -rf "$tree"/usr/local/share "$tree/Makefile"  # of its files only the program can be told apart from others'
	shared "$tree/usr/local/share"
	cp .ci/package/Makefile "$tree/"
	papers "$tree" cmd/viewer
	settle "$tree"
	pack_tar "$tree" "Dateline-$version-linux-amd64.tar.xz"
	local at=$work/dateline-$version
	mkdir -p "$at" && cp build/dateline "$at/"
	# With this file beside it the program keeps its settings there: a stick goes from computer to computer.
	printf 'Settings are kept in the folder "settings" beside this file.\n' >"$at/portable"
	papers "$at" cmd/viewer
	settle "$at"
	command -v zip >/dev/null && pack_zip "dateline-$version" "dateline-$version-linux-amd64-portable.zip" || missing+=("portable ZIP for Linux: install zip")
}

deb() {
	command -v dpkg-deb >/dev/null || { missing+=(".deb: needs dpkg-deb, on Debian or Ubuntu"); return; }
	[ -n "${made:-}" ] || linux
	local at=$work/deb share=$work/deb/usr/share
	mkdir -p "$at/DEBIAN" "$at/usr/bin" "$share/doc/dateline"
	cp build/dateline "$at/usr/bin/dateline"
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w -buildid=' -o "$at/usr/bin/dateline-reader" ./cmd/reader
	shared "$share"
	papers "$share/doc/dateline" cmd/viewer
	mv "$share/doc/dateline/LICENSE" "$share/doc/dateline/copyright"
	cat >"$at/DEBIAN/control" <<-C
		Package: dateline
		Version: $version
		Architecture: $(dpkg --print-architecture)
		Maintainer: The Dateline developers <dateline@example.org>
		Installed-Size: $(du -sk "$at/usr" | cut -f1)
		Depends: libgl1, libx11-6, libxcursor1, libxrandr2, libxinerama1, libxi6, libxxf86vm1, libc6 (>= 2.34)
		Recommends: fonts-noto-color-emoji
		Section: education
		Priority: optional
		Description: map and timeline of news stories, offline
		 Drop news articles on the window and see the places on a map, the moments
		 on a timeline, and who said what, each leading to its exact sentence.
	C
	settle "$at"
	dpkg-deb --root-owner-group -Zxz -z"$level" --build "$at" "$out/dateline_${version}_$(dpkg --print-architecture).deb" >/dev/null
}

# for_windows command…: with a compiler for Windows. Where clang is there it takes half a minute for what gcc takes 25 for; the
# libraries are mingw-w64's either way, whose linker does not pack what debuggers read.
for_windows() (
	export CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc
	if command -v clang >/dev/null; then
		CGO_LDFLAGS="-O2 -g -L$(dirname "$($CC -print-libgcc-file-name)")"
		export CGO_LDFLAGS CC="clang --target=x86_64-w64-mingw32"
		cat >"$work/go" <<-'G' # the packing tool calls it in place of go, and has no other way to a flag of the linker
			#!/usr/bin/env bash
			args=() before=
			for a; do
				[ "$before" != -ldflags ] || a+=" -compressdwarf=false"
				args+=("$a") before=$a
			done
			exec go "${args[@]}"
		G
		chmod +x "$work/go"
		export GO=$work/go
	fi
	"$@"
)

windows() {
	if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
		missing+=("Windows: here, apt-get install clang gcc-mingw-w64-x86-64 zip; on Windows, with MSYS2's gcc, the lines in README.md")
		return
	fi
	for_windows fyne_package windows
	local at=$work/Dateline-$version-windows
	mkdir -p "$at"
	mv "$(find cmd/viewer -maxdepth 1 -name '*.exe' | head -n 1)" "$at/Dateline.exe"
	printf 'Settings are kept in the folder "settings" beside this file.\r\n' >"$at/portable"
	build/tools/winexe "$version" "$at/Dateline.exe"
	GOOS=windows CGO_ENABLED=1 papers "$at" cmd/viewer
	settle "$at"
	pack_zip "Dateline-$version-windows" "Dateline-$version-windows-amd64-portable.zip"
}

# All of a program for a Mac but the program: its folder, Info.plist, icon. The packing tool takes any file for the program.
macos() {
	[ "$(uname -s)" != Darwin ] || return 0
	mkdir -p "$work/stub" build/macos
	printf '#!/bin/sh\necho "The program was not built: see README.md, Packages."\n' >"$work/stub/viewer"
	chmod +x "$work/stub/viewer"
	fyne_package darwin --executable "$work/stub/viewer"
	build/tools/bundle finish cmd/viewer/Dateline.app
	build/tools/bundle check cmd/viewer/Dateline.app
	rm -rf build/macos/Dateline.app
	mv cmd/viewer/Dateline.app build/macos/
	GOOS=darwin GOARCH=arm64 build/tools/typecheck ./cmd/viewer
	missing+=("macOS: the program in build/macos/Dateline.app; on a Mac, .ci/package_native.sh darwin makes it whole (its window needs Apple's compiler and frameworks; here its types were checked)")
}

reader() {
	local system
	for system in linux/amd64 windows/amd64 darwin/arm64; do
		local name=dateline-reader-$version-${system/\//-} end=
		[ "${system%/*}" = windows ] && end=.exe
		mkdir -p "$work/$name"
		CGO_ENABLED=0 GOOS=${system%/*} GOARCH=${system#*/} go build -trimpath -ldflags '-s -w -buildid=' -o "$work/$name/dateline-reader$end" ./cmd/reader
		papers "$work/$name" cmd/reader
		settle "$work/$name"
		mkdir -p "$work/reader" && mv "$work/$name" "$work/reader/"
		pack_tar "$work/reader" "$name.tar.xz"
		rm -rf "$work/reader"
	done
}

wanted linux && linux
wanted deb && deb
wanted reader && reader
wanted windows && windows
wanted macos && macos
(cd "$out" && find . -maxdepth 1 -type f -not -name SHA256SUMS -printf '%f\n' | LC_ALL=C sort | xargs sha256sum >SHA256SUMS)
ls -l "$out"
for m in "${missing[@]}"; do echo "not made: $m"; done

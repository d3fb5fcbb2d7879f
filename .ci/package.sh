#!/usr/bin/env bash
# Makes what people install, in build/packages: for Linux an archive, a .deb and a portable ZIP, for Windows a portable ZIP,
# the command line for three systems, and beside them the licences of all that is linked, a list of it, and checksums.
# What cannot be made on this machine is named at the end, with how to make it.
#
#   package.sh [linux] [deb] [windows] [reader]     only these; without words all
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD out=$PWD/build/packages work=$(mktemp -d)
trap 'rm -rf "$work" "$root/cmd/viewer/FyneApp.toml" "$root"/cmd/viewer/*.tar.xz "$root"/cmd/viewer/*.exe "$root"/cmd/viewer/*.syso' EXIT
version=$(sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)
# What is packed has the time of the change that it is made of, so that the same change gives the same files.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
missing=()
wanted() { [ -z "$words" ] || [[ " $words " == *" $1 "* ]]; }
words="$*"
mkdir -p "$out"
go -C .ci/tools build -o "$root/build/tools/" ./inventory fyne.io/tools/cmd/fyne

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
pack_zip() { (cd "$work" && find "$1" -type f | LC_ALL=C sort | zip -X -q "$out/$2" -@); }

fyne_package() { # TARGET: with icon, metadata and the flag that release builds have
	cp FyneApp.toml cmd/viewer/FyneApp.toml
	(cd cmd/viewer && GOFLAGS="${GOFLAGS:-} -trimpath" "$root/build/tools/fyne" package --target "$1" --release --source-dir "$root/cmd/viewer" \
		--icon "$root/assets/icon.png" "${@:2}")
	rm -f cmd/viewer/FyneApp.toml
}

linux() {
	local archive=$out/Dateline-$version-linux-amd64.tar.xz
	fyne_package linux --executable "$root/build/dateline"
	mv "$(find . -maxdepth 3 -name '*.tar.xz' -not -path './build/*' | head -n 1)" "$archive"
	tar -xJf "$archive" -C build --strip-components=3 usr/local/bin/dateline # the tool takes the program away again
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
	[ -x build/dateline ] || linux
	local at=$work/deb share=$work/deb/usr/share
	mkdir -p "$at/DEBIAN" "$at/usr/bin" "$share/applications" "$share/mime/packages" "$share/metainfo" "$share/icons/hicolor/512x512/apps" "$share/doc/dateline"
	cp build/dateline "$at/usr/bin/dateline"
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w -buildid=' -o "$at/usr/bin/dateline-reader" ./cmd/reader
	cp .ci/package/org.dateline.viewer.desktop "$share/applications/"
	cp .ci/package/dateline.xml "$share/mime/packages/dateline.xml"
	sed "s/@VERSION@/$version/; s/@DATE@/$date/" .ci/package/org.dateline.viewer.metainfo.xml >"$share/metainfo/org.dateline.viewer.metainfo.xml"
	cp assets/icon.png "$share/icons/hicolor/512x512/apps/org.dateline.viewer.png"
	papers "$share/doc/dateline" cmd/viewer
	mv "$share/doc/dateline/LICENSE" "$share/doc/dateline/copyright"
	cat >"$at/DEBIAN/control" <<-C
		Package: dateline
		Version: $version
		Architecture: $(dpkg --print-architecture)
		Maintainer: The Dateline developers <dateline@example.org>
		Installed-Size: $(du -sk "$at/usr" | cut -f1)
		Depends: libgl1, libx11-6, libxcursor1, libxrandr2, libxinerama1, libxi6, libxxf86vm1, libc6 (>= 2.34)
		Section: education
		Priority: optional
		Description: map and timeline of news stories, offline
		 Drop news articles on the window and see the places on a map, the moments
		 on a timeline, and who said what, each leading to its exact sentence.
	C
	settle "$at"
	dpkg-deb --root-owner-group -Zxz --build "$at" "$out/dateline_${version}_$(dpkg --print-architecture).deb" >/dev/null
}

windows() {
	if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
		missing+=("Windows: here, apt-get install gcc-mingw-w64-x86-64 zip (the first build takes 25 minutes); on Windows, with MSYS2's gcc, the line in README.md")
		return
	fi
	CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc fyne_package windows
	local at=$work/Dateline-$version-windows
	mkdir -p "$at"
	mv "$(find cmd/viewer -maxdepth 1 -name '*.exe' | head -n 1)" "$at/Dateline.exe"
	printf 'Settings are kept in the folder "settings" beside this file.\r\n' >"$at/portable"
	GOOS=windows CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc papers "$at" cmd/viewer
	settle "$at"
	pack_zip "Dateline-$version-windows" "Dateline-$version-windows-amd64-portable.zip"
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
		(cd "$work" && tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cJf "$out/$name.tar.xz" "$name")
	done
}

wanted linux && linux
wanted deb && deb
wanted reader && reader
wanted windows && windows
[ "$(uname -s)" = Darwin ] || missing+=("macOS: on a Mac, go tool fyne package as README.md says; the window needs Apple's compiler and frameworks")
(cd "$out" && find . -maxdepth 1 -type f -not -name SHA256SUMS -printf '%f\n' | LC_ALL=C sort | xargs sha256sum >SHA256SUMS)
ls -l "$out"
for m in "${missing[@]}"; do echo "not made: $m"; done

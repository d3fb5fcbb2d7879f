#!/usr/bin/env bash
# Installs the .deb of build/packages on this machine, opens a project and an article of it by double-click as the desktop does,
# writes on a disk that is full, and takes it away again; installs the archive into a folder; and looks at the sizes. Needs
# Debian or Ubuntu, root, and a virtual display (.ci/apt.txt, group display). Nothing else may be called dateline.
set -euo pipefail
cd "$(dirname "$0")/.."
deb=$(find "$PWD/build/packages" -name '*.deb' | head -n 1)
archive=$(find "$PWD/build/packages" -name 'Dateline-*-linux-amd64.tar.xz' | head -n 1)
[ -n "$deb" ] && [ -n "$archive" ] || { echo "there is no .deb or no archive in build/packages: run make package first"; exit 1; }
work=$(mktemp -d) viewer=
fail() {
	echo "package: $*"
	cat "$work/out.txt" 2>/dev/null || true
	exit 1
}
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_RUNTIME_DIR=$work/run
mkdir -p "$HOME" "$work/full" && mkdir -m 700 "$XDG_RUNTIME_DIR"
. .ci/display.sh
end() {
	[ -z "$viewer" ] || kill "$viewer" 2>/dev/null || true
	dpkg -r dateline >/dev/null 2>&1 || true
	umount "$work/full" 2>/dev/null || true
	display_end
	rm -rf "$work"
}
trap end EXIT
until_there() { # WHAT command…: waits half a minute for it
	local what=$1
	shift
	for _ in $(seq 120); do "$@" && return; sleep 0.25; done
	fail "$what"
}

opens() { [[ "$(gio mime "$1" 2>/dev/null)" == *org.dateline* ]]; } # TYPE: the program is offered for it

for f in "$deb" "$archive" build/packages/*-portable.zip; do
	[ "$(stat -c %s "$f")" -le $((30 * 1000 * 1000)) ] || [ -n "${PACKAGE_LEVEL:-}" ] || fail "$(basename "$f") has more than 30 MB"
done
(cd build/packages && sha256sum --quiet -c SHA256SUMS) || fail "the checksums are wrong"

dpkg -i "$deb" >"$work/out.txt" 2>&1 || fail "it does not install"
for f in /usr/bin/dateline /usr/bin/dateline-reader /usr/share/applications/org.dateline.viewer.desktop /usr/share/doc/dateline/LICENCES.txt /usr/share/doc/dateline/sbom.cdx.json; do
	[ -s "$f" ] || fail "$f is not there"
done
! command -v desktop-file-validate >/dev/null || desktop-file-validate /usr/share/applications/org.dateline.viewer.desktop >"$work/out.txt" || fail "the desktop file is wrong"
! command -v appstreamcli >/dev/null || appstreamcli validate --no-net /usr/share/metainfo/org.dateline.viewer.metainfo.xml >"$work/out.txt" || fail "what software centres are told is wrong"
[[ $(dateline-reader version) == "Dateline "* ]] || fail "the command line does not start"
printf 'Ferry sinks\n\nA ferry sank off Bari on 12 March 2024.\n' >"$work/ferry.txt"
dateline-reader project -o "$work/Fähre 1.dateline" "$work/ferry.txt" || fail "no project is made"
update-mime-database /usr/share/mime
update-desktop-database /usr/share/applications
grep -q ':application/x-dateline:\*\.dateline$' /usr/share/mime/globs2 || fail "the system does not know a project by its name"
[[ "$(head -c 80 "$work/Fähre 1.dateline" | tr -d '\0')" == *mimetypeapplication/x-dateline* ]] || fail "a project does not begin as the system is told"

# A double-click: the desktop finds the kind of the file, its program, and starts that as the desktop file says.
display_start 1440x900
double_click() { XDG_CURRENT_DESKTOP=GNOME "${@:2}" gio open "$1" >>"$work/out.txt" 2>&1 || fail "nothing opens $1"; }
double_click "$work/Fähre 1.dateline" env DATELINE_TRACE="$work/trace"
until_there "the window does not open on a project" grep -qs first-frame "$work/trace"
grep -q '"articles":1,' "$work/trace" || fail "the project is not open"
viewer=$(pgrep -nx dateline) || fail "the program is not running"
printf 'Flood in Graz\n\nA flood hit Graz on 14 March 2024.\n' >"$work/flood.md"
opens text/markdown || fail "the program is not offered for articles"
gtk_open() { gio launch /usr/share/applications/org.dateline.viewer.desktop "$1" >>"$work/out.txt" 2>&1; } # Open with > Dateline
gtk_open "$work/flood.md"
until_there "an article does not open in the window that is there" grep -q '"articles":2,' "$work/trace"
[ "$(pgrep -cx dateline)" = 1 ] || until_there "the second start stays" eval '[ "$(pgrep -cx dateline)" = 1 ]'
kill "$viewer" && viewer=

# A full disk: what stands there stays as it was, and no half picture is left.
if mount -t tmpfs -o size=100k,mode=700 tmpfs "$work/full" 2>/dev/null; then
	echo "the old picture" >"$work/full/map.png"
	cp "$work/Fähre 1.dateline" "$work/full/old.dateline"
	before=$(sha256sum <"$work/full/old.dateline")
	head -c 200k /dev/zero >"$work/full/other" 2>/dev/null || true
	for file in map.png new.png; do
		! dateline-reader export -o "$work/full/$file" "$work/ferry.txt" 2>"$work/said" || fail "a picture fits on a full disk"
		[ "$(wc -l <"$work/said")" = 1 ] && grep -q "$file" "$work/said" || { cp "$work/said" "$work/out.txt"; fail "a full disk is not told in one sentence"; }
	done
	! dateline-reader project -o "$work/full/old.dateline" "$work/ferry.txt" "$work/flood.md" 2>/dev/null || fail "a project fits on a full disk"
	[ "$(cat "$work/full/map.png")" = "the old picture" ] && [ "$(sha256sum <"$work/full/old.dateline")" = "$before" ] || fail "what was there is lost on a full disk"
	[ "$(ls -A "$work/full" | tr '\n' ' ')" = "map.png old.dateline other " ] || fail "half a file is left on a full disk: $(ls -A "$work/full")"
	echo "package: a full disk leaves what was there, and nothing half"
else
	echo "package: a full disk was not tried: no file system may be mounted here"
fi

dpkg -r dateline >/dev/null || fail "it cannot be taken away"
for f in /usr/bin/dateline* /usr/share/applications/org.dateline* /usr/share/mime/packages/dateline.xml /usr/share/doc/dateline; do
	[ ! -e "$f" ] || fail "$f is left after it was taken away"
done

# The archive, for this person alone and for all.
mkdir "$work/unpacked" && tar -xJf "$archive" -C "$work/unpacked"
make -s -C "$work/unpacked" install DESTDIR="$work/root" PREFIX=/usr 2>/dev/null || fail "make install does not install the archive"
[ -x "$work/root/usr/bin/dateline" ] && [ -s "$work/root/usr/share/mime/packages/dateline.xml" ] || fail "make install leaves something out"
make -s -C "$work/unpacked" uninstall DESTDIR="$work/root" PREFIX=/usr 2>/dev/null
[ -z "$(find "$work/root" -type f)" ] || fail "make uninstall leaves something"
make -s -C "$work/unpacked" user-install >/dev/null 2>&1 || fail "make user-install does not install the archive"
grep -qx "Exec=$HOME/.local/bin/dateline %F" "$HOME/.local/share/applications/org.dateline.viewer.desktop" || fail "the menu does not find what was installed for one person"
[[ "$("$HOME/.local/bin/dateline" -help 2>&1)" == *-new* ]] || fail "what was installed for one person does not start"
make -s -C "$work/unpacked" user-uninstall >/dev/null 2>&1

# The portable one tells the desktop what opens a project when it is asked to, and takes that back.
zip=$(find "$PWD/build/packages" -name 'dateline-*-linux-amd64-portable.zip' | head -n 1)
if [ -n "$zip" ] && command -v unzip >/dev/null; then
	stick="$work/Мой стик \$1"
	mkdir "$stick" && unzip -q "$zip" -d "$stick"
	program=$(find "$stick" -type f -name dateline)
	! opens application/x-dateline || fail "a project has a program before anybody asked for it"
	"$program" -register >"$work/out.txt" 2>&1 || fail "the portable program cannot be told to the desktop"
	rm -f "$work/trace"
	double_click "$work/Fähre 1.dateline" env DATELINE_TRACE="$work/trace"
	until_there "the portable window does not open on a project" grep -qs first-frame "$work/trace"
	viewer=$(pgrep -nx dateline)
	[ -d "$(dirname "$program")/settings/fyne/org.dateline.viewer" ] || fail "the settings are not beside the portable program"
	! opens text/markdown || fail "the portable program would become what opens articles"
	kill "$viewer" && viewer=
	"$program" -unregister >"$work/out.txt" 2>&1 || fail "that cannot be taken back"
	! opens application/x-dateline || fail "a project still has a program"
	echo "package: a project opens with the portable program while it is registered: $(basename "$zip")"
fi
echo "package: installed, opened by double-click twice into one window, and taken away again: $(basename "$deb"), $(basename "$archive")"

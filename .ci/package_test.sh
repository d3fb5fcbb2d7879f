#!/usr/bin/env bash
# Installs the .deb of build/packages on this machine, starts what is in it, opens a file of its own kind, and takes it away
# again. Needs Debian or Ubuntu, root, and a virtual display (.ci/apt.txt, group display). Nothing else may be called dateline.
set -euo pipefail
cd "$(dirname "$0")/.."
deb=$(find "$PWD/build/packages" -name '*.deb' | head -n 1)
[ -n "$deb" ] || { echo "there is no .deb in build/packages: run make package first"; exit 1; }
work=$(mktemp -d)
fail() { echo "package: $*"; exit 1; }
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config
mkdir -p "$HOME"
trap 'dpkg -r dateline >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

if command -v desktop-file-validate >/dev/null; then desktop-file-validate .ci/package/org.dateline.viewer.desktop || fail "the desktop file is wrong"; fi
dpkg -i "$deb" >"$work/dpkg.txt" 2>&1 || { cat "$work/dpkg.txt"; fail "it does not install"; }
for f in /usr/bin/dateline /usr/bin/dateline-reader /usr/share/applications/org.dateline.viewer.desktop /usr/share/doc/dateline/LICENCES.txt /usr/share/doc/dateline/sbom.cdx.json; do
	[ -s "$f" ] || fail "$f is not there"
done
[[ $(dateline-reader version) == "Dateline "* ]] || fail "the command line does not start"
printf 'Ferry sinks\n\nA ferry sank off Bari on 12 March 2024.\n' >"$work/ferry.txt"
dateline-reader project -o "$work/ferry.dateline" "$work/ferry.txt" || fail "no project is made"
if command -v update-mime-database >/dev/null; then
	update-mime-database /usr/share/mime
	grep -q ':application/x-dateline:\*\.dateline$' /usr/share/mime/globs2 || fail "the system does not know a project by its name"
	[[ "$(head -c 80 "$work/ferry.dateline" | tr -d '\0')" == *mimetypeapplication/x-dateline* ]] || fail "a project does not begin as the system is told"
fi
grep -q 'MimeType=application/x-dateline;' /usr/share/applications/org.dateline.viewer.desktop || fail "nothing opens a project"

# The program as the menu starts it, on a file: the trace says when its first frame stands.
run=$(sed -n 's/^Exec=\(.*\) %F$/\1/p' /usr/share/applications/org.dateline.viewer.desktop)
DATELINE_TRACE=$work/trace xvfb-run -a -s '-screen 0 1280x800x24' timeout 40 $run "$work/ferry.dateline" >"$work/out.txt" 2>&1 &
for _ in $(seq 80); do
	grep -q first-frame "$work/trace" 2>/dev/null && break
	sleep 0.5
done
grep -q first-frame "$work/trace" || { cat "$work/out.txt"; fail "the window does not open on a project"; }
kill %1 2>/dev/null || true
wait 2>/dev/null || true
dpkg -r dateline >/dev/null || fail "it cannot be taken away"
[ ! -e /usr/bin/dateline ] || fail "something is left after it was taken away"
echo "package: installed, started on a project and taken away again: $(basename "$deb")"

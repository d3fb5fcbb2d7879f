#!/usr/bin/env bash
# Starts the portable program for Windows of build/packages under Wine, on a virtual display and in a folder of its own: its
# window must show the sample story, take over a file from a second start, keep its settings beside it and leave nothing else.
# Keeps a picture in build/window. Also runs there the tests of what only Windows has. Needs wine, unzip and mingw-w64.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
zip=$(find "$PWD/build/packages" -name '*windows-amd64-portable.zip' 2>/dev/null | head -n 1)
for tool in wine unzip x86_64-w64-mingw32-gcc Xvfb import; do
	command -v $tool >/dev/null || { echo "wine: not run, $tool is missing"; exit 0; }
done
work=$(mktemp -d)
fail() { echo "wine: $*"; exit 1; }
GOCACHE=$(go env GOCACHE) GOMODCACHE=$(go env GOMODCACHE)
export GOCACHE GOMODCACHE # the home folder is another one
export HOME=$work WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all
. .ci/display.sh
end() {
	wineserver -k 2>/dev/null || true
	wineserver -w 2>/dev/null || true
	display_end
	rm -rf "$work"
}
trap end EXIT
display_start 1440x900
wineboot -i >/dev/null 2>&1 || fail "it does not start"
# Programs made with Go ask this library for random numbers; Wine 8 does not have it.
cat >"$work/random.c" <<-C
	#include <windows.h>
	BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
	__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }
C
x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$work/random.c" -ladvapi32

CGO_ENABLED=0 GOOS=windows go test -c -o "$work/instance.test.exe" ./app/instance
(cd "$work" && timeout 120 wine instance.test.exe >"$work/instance.txt" 2>&1) || { cat "$work/instance.txt"; fail "starts of the program do not meet"; }
echo "wine: starts of the program meet through a named pipe"

[ -n "$zip" ] || { echo "wine: there is no program for Windows in build/packages: make package PACKAGES=windows makes it"; exit 0; }
unzip -q "$zip" -d "$WINEPREFIX/drive_c/"
folder=$(find "$WINEPREFIX/drive_c" -maxdepth 1 -name 'Dateline-*-windows')
printf 'Ferry sinks\r\n\r\nA ferry sank off Bari on 12 March 2024.\r\n' >"$folder/ferry.txt"
cd "$folder"
DATELINE_TRACE='C:\trace' wine Dateline.exe >"$work/out.txt" 2>&1 &
trace=$WINEPREFIX/drive_c/trace
for _ in $(seq 240); do grep -q first-frame "$trace" 2>/dev/null && break; sleep 0.5; done
grep -q first-frame "$trace" || { cat "$work/out.txt"; fail "no complete picture within two minutes"; }
grep -q '"sample":true' "$trace" || fail "the sample story is not open"
sleep 3
mkdir -p "$root/build/window"
import -window root "$root/build/window/wine.png"
[ "$(identify -format %k "$root/build/window/wine.png")" -gt 500 ] || fail "the window is not on the picture"
timeout 60 wine Dateline.exe ferry.txt >>"$work/out.txt" 2>&1 || fail "the second start does not end"
for _ in $(seq 60); do grep -q '"articles":1,' "$trace" && break; sleep 0.5; done
grep -q '"articles":1,' "$trace" || fail "the article is not opened in the window that is there"
sleep 3
import -window root "$root/build/window/wine-article.png"
[ -n "$(find settings -type d -path '*/fyne/org.dateline.viewer')" ] || fail "the settings are not beside the program"
left=$(find "$WINEPREFIX/drive_c/users" -iname '*fyne*' -o -iname '*dateline*' -o -name 'font_index*')
[ -z "$left" ] || fail "something is left in the profile of the computer: $left"

# What opens a project is told to the system when it is asked for, and taken back whole.
classes() { wine reg query 'HKCU\Software\Classes' /s 2>/dev/null | tr -d '\r' | grep 'Classes.\|REG_' || true; }
before=$(classes)
printf 'Flood in Graz\r\n\r\nA flood hit Graz on 14 March 2024.\r\n' >"$work/flood.txt"
printf 'Fire in Lyon\r\n\r\nA fire broke out in Lyon on 15 March 2024.\r\n' >"$work/fire.txt"
CGO_ENABLED=0 go run -C "$root" ./cmd/reader project -o "$WINEPREFIX/drive_c/Fähre 1.dateline" "$folder/ferry.txt" "$work/flood.txt" "$work/fire.txt"
wine cmd /c 'Dateline.exe -register >C:\said.txt 2>&1' || fail "it cannot be told to the system: $(cat "$WINEPREFIX/drive_c/said.txt")"
grep -q 'now opened by C:' "$WINEPREFIX/drive_c/said.txt" || fail "it does not say what it told the system"
[[ "$(classes)" == *'Dateline.exe" "%1"'* ]] || fail "nothing is in the registry"
wine reg copy 'HKCU\Software\Classes' 'HKLM\Software\Classes' /s /f >/dev/null # Windows looks at both as one, Wine only here
wine start 'C:\Fähre 1.dateline' >>"$work/out.txt" 2>&1 || fail "a project has no program"
for _ in $(seq 60); do grep -q '"articles":3,' "$trace" && break; sleep 0.5; done
grep -q '"articles":3,' "$trace" || fail "a project that is double-clicked is not opened in the window that is there"
[[ "$(wine reg query 'HKCU\Software\Classes\.txt\OpenWithProgids' 2>/dev/null)" == *Dateline.Article* ]] || fail "it is not offered for articles"
[[ "$(wine reg query 'HKCU\Software\Classes\.txt' /ve 2>/dev/null)" != *Dateline* ]] || fail "it takes articles from the program that opens them"
wine Dateline.exe -unregister >>"$work/out.txt" 2>&1 || fail "it cannot be taken back"
[ "$(classes)" = "$before" ] || { diff <(echo "$before") <(classes); fail "something is left in the registry"; }
echo "wine: a project that is double-clicked opens in the window; the registry is as it was after it was taken back"
echo "wine: $(basename "$zip") shows the sample and opens an article that is double-clicked; see build/window/wine.png"

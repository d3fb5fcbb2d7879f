# shellcheck shell=bash
# Sourced: a virtual display and the program on it.

# Starts a display of its own with a window manager and sets DISPLAY.
display_start() { # WxH
	local numbers; numbers=$(mktemp)
	Xvfb -displayfd 3 -screen 0 "${1:-1440x900}x24" 3>"$numbers" >/dev/null 2>&1 &
	display_x=$!
	for _ in $(seq 100); do [ -s "$numbers" ] && break; sleep 0.1; done
	[ -s "$numbers" ] || { rm -f "$numbers"; echo "The virtual display did not start."; return 1; }
	DISPLAY=:$(tr -d '\n' <"$numbers"); rm -f "$numbers"
	export DISPLAY LIBGL_ALWAYS_SOFTWARE=1
	unset WAYLAND_DISPLAY
	export DBUS_SESSION_BUS_ADDRESS=disabled: # else each program starts a bus of its own where it can, which outlives it
	openbox >/dev/null 2>&1 &
	display_o=$!
	sleep 0.5
}
# Ends both and waits until they have ended.
display_end() {
	local p
	for p in "${display_o:-}" "${display_x:-}"; do
		[ -n "$p" ] || continue
		kill "$p" 2>/dev/null || true
		wait "$p" 2>/dev/null || true
	done
	display_o='' display_x=''
}
# Waits for the first complete picture of the program whose process is $viewer and which traces to FILE; what it said stands in LOG.
program_wait() { # FILE [LOG]
	for _ in $(seq 300); do
		grep -q first-frame "$1" 2>/dev/null && return
		kill -0 "$viewer" 2>/dev/null || { echo "The program ended before its first picture."; [ -z "${2:-}" ] || cat "$2"; exit 1; }
		sleep 0.2
	done
	echo "No complete picture came within a minute."
	exit 1
}
# Ends the program whose process is $viewer and waits: it may still be writing its settings.
program_end() {
	[ -n "${viewer:-}" ] || return 0
	kill "$viewer" 2>/dev/null || true
	wait "$viewer" 2>/dev/null || true
	viewer=
}
# With trap: ends the program and the display and takes the folder $work away.
all_end() {
	program_end
	display_end
	rm -rf "${work:?}"
}

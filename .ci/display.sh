# shellcheck shell=bash
# Sourced: starts a virtual display of its own with a window manager, sets DISPLAY, and ends both on exit.
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

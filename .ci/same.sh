#!/usr/bin/env bash
# Compares what two builds of the reader find, byte for byte, and names each set and line that differs.
#
#	.ci/same.sh OLD NEW BENCH    OLD and NEW are readers; BENCH holds *.jsonl sets, and beside it may lie samples/*.txt
#
# Every set is read article by article; the place sets also with the names given, by source; some sets as one story, also with
# half of their dates taken out; the samples as one story.
# It ends with status 1 where anything differs.
set -euo pipefail
[ $# = 3 ] && [ -x "$1" ] && [ -x "$2" ] && [ -d "$3" ] || { echo "Usage: .ci/same.sh OLD NEW BENCH (two readers and the folder of the sets)"; exit 2; }
old=$1 new=$2 bench=$3 failed=0 compared=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# same WHAT arguments of the reader: runs both readers and prints the lines that differ
same() {
	local what=$1
	shift
	"$old" "$@" >"$work/old" 2>"$work/old.err" || echo "status $?" >>"$work/old.err"
	"$new" "$@" >"$work/new" 2>"$work/new.err" || echo "status $?" >>"$work/new.err"
	compared=$((compared + 1))
	if cmp -s "$work/old" "$work/new" && cmp -s "$work/old.err" "$work/new.err"; then
		echo "same    $what: $(wc -l <"$work/new") lines"
		return
	fi
	failed=1
	echo "DIFFERS $what"
	diff "$work/old.err" "$work/new.err" | head -n 5 || true
	awk -v old="$work/old" '
		{ if ((getline before < old) <= 0) { print "  line " NR ": only in the new one"; n++; next } }
		before != $0 {
			if (n++ == 5) { print "  and more"; exit }
			i = 1; while (substr(before, i, 1) == substr($0, i, 1)) i++
			from = i > 60 ? i - 60 : 1
			print "  line " NR " at byte " i
			print "    old …" substr(before, from, 200)
			print "    new …" substr($0, from, 200)
		}' "$work/new"
	[ "$(wc -l <"$work/old")" -le "$(wc -l <"$work/new")" ] || echo "  the new one has fewer lines: $(wc -l <"$work/new") of $(wc -l <"$work/old")"
}

for set in "$bench"/*.jsonl; do
	case $(basename "$set" .jsonl) in
	baseline | ner-*) continue ;; # no sets of the reader
	esac
	same "$(basename "$set")" read -corpus "$set"
done
for set in lgl-dev trnews-dev wiktor-dev; do
	[ -f "$bench/$set.jsonl" ] || continue
	same "$set.jsonl, names given, by source" read -corpus "$bench/$set.jsonl" -toponyms given -by-source
done
for set in samples-gold meantime-dev; do
	[ -f "$bench/$set.jsonl" ] || continue
	same "$set.jsonl as one story" read -corpus "$bench/$set.jsonl" -story
done
for set in samples-gold meantime-dev timebank-dev polnear-dev aquaint-dev; do
	[ -f "$bench/$set.jsonl" ] || continue
	sed -E '1~2s/"dct": *"[^"]*"/"dct": ""/' "$bench/$set.jsonl" >"$work/undated.jsonl"
	same "$set.jsonl as one story, every second date taken out" read -corpus "$work/undated.jsonl" -story
done
if compgen -G "$bench/../samples/*.txt" >/dev/null; then
	same "the samples as one story" read "$bench"/../samples/*.txt
fi
[ "$compared" -gt 0 ] || { echo "No sets: $bench holds no *.jsonl."; exit 2; }
exit $failed

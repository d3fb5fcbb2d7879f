#!/usr/bin/env bash
# Measures the reading on the development sets and prints a Markdown table for QUALITY.md.
#
#	.ci/quality.sh DIR     DIR holds score.py and the *.jsonl sets; suites/ and reports/ where they are there
#
# Each article is read alone, with its own publication date where the set gives one.
set -euo pipefail
cd "$(dirname "$0")/.."
bench=${1:-${BENCH:-}}
if [[ -z $bench || ! -f $bench/score.py ]]; then
	echo "No figures: the folder with the measuring sets is not there; name it with make quality BENCH=DIR."
	exit 0
fi
if ! command -v python3 >/dev/null; then
	echo "No figures: score.py needs python3, which is not installed."
	exit 0
fi
bench=$(cd "$bench" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -o "$work/reader" ./cmd/reader

echo "| set | how | measure | figure |"
echo "|---|---|---|---|"

# row SET HOW 'name=path.in.score' ... -- flags of the reader
row() {
	local set=$1 how=$2 measures=() gold
	shift 2
	while [[ $# -gt 0 && $1 != -- ]]; do
		measures+=("$1")
		shift
	done
	[[ $# -gt 0 ]] && shift
	gold=$bench/$set.jsonl
	[[ -f $gold ]] || return 0
	local begin=$EPOCHREALTIME
	"$work/reader" read -corpus "$gold" "$@" >"$work/out.jsonl" || echo "| $set | $how | some lines could not be read | |"
	local end=$EPOCHREALTIME
	python3 "$bench/score.py" "$gold" "$work/out.jsonl" --json >"$work/score.json"
	python3 - "$work/score.json" "$set" "$how" "$(awk "BEGIN{printf \"%.1f\", $end-$begin}")" "${measures[@]}" <<'PY'
import json, sys
score, name, how, seconds = json.load(open(sys.argv[1])), sys.argv[2], sys.argv[3], sys.argv[4]
for m in sys.argv[5:]:
    label, path = m.split("=")
    v = score
    for k in path.split("."):
        v = v.get(k) if isinstance(v, dict) else None
    if v is None:
        continue
    if isinstance(v, dict):
        text = "F1 %.1f (P %.1f, R %.1f; n=%d)" % (100 * v["f1"], 100 * v["p"], 100 * v["r"], v["gold"])
    elif path.endswith("_km"):
        text = "%.1f km" % v
    elif path.endswith("auc"):
        text = "%.3f" % v
    else:
        text = "%.1f" % (100 * v)
    print("| %s | %s | %s | %s |" % (name, how, label, text))
print("| %s | %s | seconds for the whole set | %s |" % (name, how, seconds))
PY
}

places=('map, right within 161 km=places.map_161km' 'names found, all=places.strict_all' 'names found, literal=places.overlap_literal'
	'literal or not, balanced=places.use.balanced_accuracy' 'resolved within 161 km=places.resolved_f1_161km'
	'accuracy at 161 km of found=places.resolution_on_recognised.acc161')
given=('accuracy at 161 km=places.resolution_end_to_end.acc161' 'area under the error curve=places.resolution_end_to_end.auc'
	'median=places.resolution_end_to_end.median_km')
times=('span, strict=timexes.strict' 'span, relaxed=timexes.relaxed' 'type=timexes.type' 'value=timexes.value')
quotes=('direct, exact=quotes.direct_exact_all' 'direct, speaker, end to end=quotes.speaker_direct.end_to_end'
	'indirect, exact=quotes.indirect_exact' 'indirect, overlap=quotes.indirect_overlap' 'indirect, by words=quotes.indirect_tokens'
	'indirect, speaker, end to end=quotes.speaker_indirect.end_to_end')

row samples-gold "each alone" "${places[@]}" "${times[@]}" "${quotes[@]}"
DATELINE_BENCH=$bench CGO_ENABLED=0 go test -count=1 -v -run 'TestEventsOfTheSample$' ./app/engine | grep '^|' || true
row samples-gold "one story" "${places[@]:0:1}" "${times[@]:3:1}" "${quotes[@]:0:2}" -- -story
for set in lgl-dev trnews-dev; do
	row $set "each alone" "${places[@]}"
	row $set "spans given" "${given[@]}" -- -toponyms given
	row $set "spans given, by source" "${given[@]}" -- -toponyms given -by-source
done
row wiktor-dev "spans given" "${given[@]}" -- -toponyms given
for set in timebank-dev aquaint-dev meantime-dev; do
	row $set "each alone" "${times[@]}"
done
row polnear-dev "each alone" "${quotes[@]}"
row litbank-dev "each alone" "${quotes[@]:0:2}"

# What others wrote to test programs like this one, and what people reported of them: how many of the cases are right.
DATELINE_BENCH=$bench CGO_ENABLED=0 go test -count=1 -v -run 'TestReportsOfTheBench$' ./cmd/reader | grep '^|' || true
if [[ -f $bench/suites/score_suites.py ]]; then
	python3 "$bench/suites/score_suites.py" "$work/reader" "$bench/suites" --json >"$work/suites.json"
	python3 - "$work/suites.json" <<'PY'
import json, sys
for name, measures in json.load(open(sys.argv[1])).items():
    for m, v in measures.items():
        if m != "n" and v is not None:
            print("| %s | suite, n=%s | %s | %.1f |" % (name, measures.get("n", ""), m, 100 * v))
PY
fi

# Events: the sets of bench/events, then the stories of this repository, what is shown unasked, and whether the
# probabilities of events are what they say.
events=$bench/events
[[ -f $events/run.sh ]] || exit 0
echo
echo '```'
bash "$events/run.sh" "$work/reader"
echo '```'
for part in dev blind; do
	gold=app/event/testdata/fresh/$part.jsonl
	"$work/reader" read -corpus "$gold" >"$work/fresh.jsonl"
	python3 - "$events" "$gold" "$work/fresh.jsonl" "$part" <<'PY'
import sys
sys.path.insert(0, sys.argv[1])
from score_events import has_place, has_time, headline, load, match, place_right, score, time_right
gold, pred, name = load(sys.argv[2]), {d["id"]: d for d in load(sys.argv[3])}, sys.argv[4]
bins = {}
for d in gold:
    r = pred[d["id"]]
    of = {j: i for i, j in match(d, r).items() if j is not None}
    for j, q in enumerate(r["events"]):
        if headline(q, r):
            continue
        ok = j in of
        if ok:
            e = d["events"][of[j]]
            ok = (place_right(e, q, r) > 0 if has_place(e) else not (e.get("noplace") and q.get("lat") is not None)) and (not has_time(e, r) or time_right(e, q, r) > 0)
        n = bins.setdefault(int(q["p"] * 10), [0, 0])
        n[0] += 1
        n[1] += ok
def figures(keep):
    p = {k: dict(v, events=[e for e in v["events"] if keep(e)]) for k, v in pred.items()}
    c, _ = score(gold, p)
    return 100 * c["both"] / c["nboth"], 100 * c["ex_ok"] / max(1, c["ex_pred"]), c["ex_pred"]
for what, keep in (("all that is found", lambda e: True), ("what is shown unasked", lambda e: e["shown"])):
    print("| own stories, %s | %s | gold events with both right; events right in all that they say | %.1f; %.1f of %d |" % ((name, what) + figures(keep)))
print("| own stories, %s | each alone | right, by the probability told | %s |" % (name, ", ".join("%.1f: %d %% of %d" % (k / 10, 100 * b / a, a) for k, (a, b) in sorted(bins.items()))))
PY
done

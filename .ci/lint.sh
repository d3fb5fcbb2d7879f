#!/usr/bin/env bash
# Looks for mistakes and for what nobody uses, in everything that is built, with the tools whose versions .ci/tools/go.mod
# pins: staticcheck (with its unused), deadcode, and go mod tidy for each module; actionlint looks at the workflows, and shellcheck,
# where it is there, at the scripts.
#
# Code that only tests call counts as unused: it goes, or stands in .ci/deadcode.txt with the reason why it stays.
set -euo pipefail
cd "$(dirname "$0")/.."
export CGO_ENABLED=0
tools=$PWD/build/tools
go -C .ci/tools build -o "$tools/" honnef.co/go/tools/cmd/staticcheck golang.org/x/tools/cmd/deadcode \
	github.com/rhysd/actionlint/cmd/actionlint
wrong=0

for module in . assets/gen .ci/tools; do
	go -C "$module" mod tidy -diff || { echo "go.mod in $module is not tidy: run go -C $module mod tidy"; wrong=1; }
done

# The window's packages are looked at as their tests build them; nothing in them depends on it.
"$tools/staticcheck" -tags ci ./app/... ./geo/... ./assets/... ./cmd/... ./.ci/tune || wrong=1
(cd assets/gen && "$tools/staticcheck" ./...) || wrong=1
(cd .ci/tools && "$tools/staticcheck" ./...) || wrong=1

"$tools/actionlint" .github/workflows/*.yml || wrong=1
if command -v shellcheck >/dev/null; then
	shellcheck -S warning .ci/run .ci/*.sh assets/gen/*.sh assets/gen/*/*.sh || wrong=1
fi

# unreached FOLDER PATTERNS FLAGS...: package and name of each function of ours that no main there reaches
unreached() {
	(cd "$1" && "$tools/deadcode" "${@:3}" -filter '^dateline/(app|geo|assets|cmd)' \
		-f '{{$p := .}}{{range .Funcs}}{{$p.Path}} {{.Name}} {{.Position.File}}:{{.Position.Line}}{{println}}{{end}}' $2) | sed '/^$/d' | sort
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unreached . './cmd/... ./.ci/tune' -tags ci >"$work/main"
unreached assets/gen ./... >"$work/gen"
(cd assets/gen && go list -deps ./... | grep '^dateline/') >"$work/linked"
sed 's/#.*//; /^[[:space:]]*$/d' .ci/deadcode.txt >"$work/allowed"
# Dead is what neither the programs nor assets/gen reach, and an allowance that nothing needs any more is wrong too.
awk -v wrongs="$work/wrongs" '
	FILENAME ~ /\/linked$/  { linked[$1]; next }
	FILENAME ~ /\/gen$/     { gen[$1 " " $2]; next }
	FILENAME ~ /\/allowed$/ { allowed[$1 " " $2] = 1; next }
	{
		f = $1 " " $2
		if (($1 in linked) && !(f in gen)) next
		if (f in allowed) { allowed[f] = 2; next }
		print $3 ": nobody but tests calls " $2 > wrongs
	}
	END {
		for (f in allowed) if (allowed[f] == 1) print ".ci/deadcode.txt: " f " is in use, or gone: take the line out" > wrongs
	}' "$work/linked" "$work/gen" "$work/allowed" "$work/main"
if [ -s "$work/wrongs" ]; then
	sort "$work/wrongs"
	wrong=1
fi
exit $wrong

# make run    builds the program and opens it on the sample story
# make test   everything that is checked before a change lands
# The rest: make bench, make quality BENCH=DIR, make fuzz, make package, make data, make clean-build

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.PHONY: run test vet unit race window bench quality fuzz package data viewer reader

# Packages with a window need cgo and graphics headers to build for real; their tests run without both.
WINDOW := ./app ./app/ui/... ./cmd/viewer
REST    = $(shell go list ./... | grep -vE '^dateline/(app|app/ui(/.*)?|cmd/viewer|build/.*)$$')

run:
	@bash .ci/setup.sh run
	bash .ci/run.sh

viewer:
	go build -o build/viewer ./cmd/viewer

reader:
	CGO_ENABLED=0 go build -o build/reader ./cmd/reader

test:
	@bash .ci/setup.sh test
	$(MAKE) --no-print-directory vet race unit window

vet:
	@echo "== gofmt, vet: Linux, and what has no window also for macOS and Windows"
	out=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$out" ] || { echo "gofmt would change:"; echo "$$out"; exit 1; }
	CGO_ENABLED=0 go vet $(REST)
	CGO_ENABLED=0 GOOS=darwin go vet $(REST)
	CGO_ENABLED=0 GOOS=windows go vet $(REST)
	CGO_ENABLED=0 go vet -tags ci $(WINDOW)
	CGO_ENABLED=0 go build -o build/reader ./cmd/reader
	go -C assets/gen vet ./...

race:
	@echo "== tests with the race detector: everything without a window"
	go test -race -timeout 20m $(REST)

unit:
	@echo "== tests of the window's packages, without a display"
	CGO_ENABLED=0 go test -tags ci -timeout 10m $(WINDOW)

window: viewer
	@echo "== the real window on a virtual display"
	bash .ci/window.sh

bench:
	CGO_ENABLED=0 go test -run xxx -bench . -benchmem $(REST)

quality: reader
	@bash .ci/quality.sh "$(BENCH)"

FUZZTIME ?= 10s
fuzz:
	for p in $(REST); do
		for f in $$(CGO_ENABLED=0 go test -list '^Fuzz' $$p | grep '^Fuzz' || true); do
			CGO_ENABLED=0 go test -run xxx -fuzz "^$$f$$" -fuzztime $(FUZZTIME) $$p
		done
	done

package:
	@bash .ci/setup.sh run
	bash .ci/package.sh

# Rebuilds the embedded data from its sources; needs npm and a network. The result is committed.
data:
	bash assets/gen/all.sh

# make run    builds the program and opens it on the sample story
# make test   everything that is checked before a change lands
# The rest: make bench, make quality BENCH=DIR, make tune BENCH=DIR, make fuzz, make lint, make guide, make lesson, make gallery, make soak, make soak-window, make package, make data

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.PHONY: advisories details guide lesson gallery soak soak-window run test vet lint unit race window web bench quality tune fuzz package package-test pipelines data viewer reader

# Packages with a window need cgo and graphics headers to build for real; their tests run without both.
WINDOW := ./app ./app/ui/... ./cmd/viewer ./cmd/gallery
REST    = $(shell go list ./... | grep -vE '^dateline/(app|app/ui(/.*)?|cmd/viewer|cmd/gallery|build/.*)$$') ./app/ui/bind

# Tests are told in a line for each package; what was run is added up here.
SUMS    := build/tested.txt
TESTSUM := go -C .ci/tools build -o ../../build/tools/ ./testsum

run:
	@bash .ci/setup.sh run
	bash .ci/run.sh

viewer:
	go build -o build/viewer ./cmd/viewer

reader:
	CGO_ENABLED=0 go build -o build/reader ./cmd/reader

test:
	@bash .ci/setup.sh test
	rm -f $(SUMS)
	$(MAKE) --no-print-directory vet race unit window web

vet:
	@echo "== gofmt, vet: Linux, and what has no window also for macOS and Windows"
	begin=$$SECONDS
	out=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$out" ] || { echo "gofmt would change:"; echo "$$out"; exit 1; }
	CGO_ENABLED=0 go vet $(REST) ./.ci/tune
	CGO_ENABLED=0 GOOS=darwin go vet $(REST)
	CGO_ENABLED=0 GOOS=windows go vet $(REST)
	CGO_ENABLED=0 go vet -tags ci $(WINDOW)
	CGO_ENABLED=0 go build -o build/reader ./cmd/reader
	go -C assets/gen vet ./...
	go -C .ci/tools vet ./...
	$(MAKE) --no-print-directory lint
	$(TESTSUM) && go -C .ci/tools test -json ./... | build/tools/testsum -name tools -to $(SUMS)
	printf 'vet\t%d\t0\t0\t0\t%d\n' $$(wc -w <<<"$(REST) $(WINDOW)") $$((SECONDS - begin)) >>$(SUMS)

# Part of vet.
lint:
	@echo "== staticcheck, deadcode, go mod tidy"
	bash .ci/lint.sh

race:
	@echo "== tests with the race detector: everything without a window"
	$(TESTSUM)
	go test -json -race -timeout 20m $(REST) | build/tools/testsum -name race -to $(SUMS)

unit:
	@echo "== tests of the window's packages, without a display"
	$(TESTSUM)
	CGO_ENABLED=0 go test -json -tags ci -timeout 10m $(WINDOW) | build/tools/testsum -name unit -to $(SUMS)

window: viewer
	@echo "== the real window on a virtual display"
	$(TESTSUM)
	bash .ci/window.sh | build/tools/testsum -name window -to $(SUMS)
	bash .ci/offline.sh
	bash .ci/run_test.sh

web:
	@echo "== exported files, shown to the programs that they are for"
	$(TESTSUM)
	bash .ci/web.sh | build/tools/testsum -name web -to $(SUMS)

# An hour of use in some ten minutes: memory and goroutines stay flat, no save is lost. STORIES=n: 500.
soak:
	CGO_ENABLED=0 DATELINE_SOAK=$(STORIES) go test -tags 'ci soak' -run TestSoak -v -count=1 -timeout 60m ./app

# The same in the real window on a virtual display, for some ten minutes: a table of memory, goroutines and open files.
soak-window: viewer
	@bash .ci/setup.sh run
	bash .ci/soak_window.sh

# A picture of every widget in every theme, under build/gallery.
gallery:
	CGO_ENABLED=0 LANG=en_US.UTF-8 go run -tags ci ./cmd/gallery -o build/gallery

bench:
	CGO_ENABLED=0 go test -run xxx -bench . -benchmem $(REST)

quality: reader
	@bash .ci/quality.sh "$(BENCH)"

# Varies the hand-set numbers of the reading one at a time; ONLY=geocode.Cue tries those whose names begin so.
tune:
	CGO_ENABLED=0 go run ./.ci/tune -bench "$(BENCH)" -only "$(ONLY)"

FUZZTIME ?= 10s
fuzz:
	@bash .ci/fuzz.sh $(FUZZTIME) $(FUZZ)

# Brings what FyneApp.toml says to where the packing tool looks. The result is committed.
details:
	sed 's|"assets/icon.png"|"../../assets/icon.png"|' FyneApp.toml >cmd/viewer/FyneApp.toml

# PACKAGES="linux deb windows macos reader" makes only some.
package:
	@bash .ci/setup.sh package
	bash .ci/package.sh $(PACKAGES)

# Installs the .deb that was made, starts it and takes it away again; starts the program for Windows under Wine; builds twice and
# compares; as root.
package-test:
	@bash .ci/setup.sh test
	bash .ci/package_test.sh
	bash .ci/wine.sh
	bash .ci/reproducible.sh reader viewer packages

# Which faults are known of the versions of the modules.
advisories:
	bash .ci/advisories.sh

# Takes the pictures of the guide anew from the real program. The result is committed.
guide: viewer
	@bash .ci/setup.sh run
	bash .ci/guide.sh

# Gives a lesson in two windows by the keys of a clicker, with a picture of each step under build/lesson/, its times and its memory.
lesson: viewer
	@bash .ci/setup.sh run
	bash .ci/lesson.sh 1440x900 1024x768 1920x1080 1920x1080@2

# Rebuilds the embedded data from its sources; needs npm and a network. The result is committed.
data:
	bash assets/gen/all.sh

# The archive's pipelines, each a module of its own: see cmd/reader/PIPELINES.md.
pipelines:
	for engine in benthos beam; do
		echo "== the archive on $$engine"
		go -C cmd/reader/$$engine vet ./...
		CGO_ENABLED=0 go -C cmd/reader/$$engine test ./...
	done

// Command reader is Dateline's reading without a window: articles in, findings out.
//
//	reader read article.txt page.html > findings.jsonl
//	reader export -o map.png -at 2025-03-12 -size 1280x800 *.txt
//
// Its arguments and its output are a contract with other programs; see ARCHITECTURE.md. Exit status: 0 when all inputs
// were read, 1 when some could not be, 2 for unusable arguments.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
)

// gcPercent keeps the peak of memory at large files near to what is in use.
const gcPercent = 50

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Command viewer is the desktop program.
//
//	viewer [-lang L] [-theme light|dark|projector] [-present] [-new] [FILE…]
//	viewer -register | -unregister
//
// The second form tells the system, for this person alone, that files that end in .dateline are opened by this program, or takes
// that back; it opens no window.
//
// Where the program runs already the files open there, and this start ends; -new, and each of the other flags, opens a
// window of its own.
//
// With DATELINE_TRACE=PATH it writes a line of JSON per change into PATH. It exits with 1 where the window could not be
// opened and with 2 for unusable arguments.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"time"

	"dateline/app"
)

func main() {
	begin := time.Now()
	app.Console()
	c := app.Config{Begin: begin, Trace: os.Getenv("DATELINE_TRACE"), Fault: os.Getenv("DATELINE_FAULT")}
	flags := flag.NewFlagSet("viewer", flag.ContinueOnError)
	flags.StringVar(&c.Language, "lang", "", "language of the window, such as en")
	flags.StringVar(&c.Theme, "theme", "", "light, dark or projector")
	flags.BoolVar(&c.Present, "present", false, "begin presenting, in full screen")
	flags.BoolVar(&c.New, "new", false, "open a window of its own, even where the program runs already")
	register := flags.Bool("register", false, "tell the system that files that end in .dateline are opened by this program, for you alone, and end")
	unregister := flags.Bool("unregister", false, "take that back, and end")
	if err := flags.Parse(os.Args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return
		}
		os.Exit(2)
	}
	if !slices.Contains([]string{"", "light", "dark", "projector"}, c.Theme) {
		fmt.Fprintf(os.Stderr, "viewer: there is no theme %q; choose light, dark or projector\n", c.Theme)
		os.Exit(2)
	}
	if *register || *unregister {
		tell(c.Language, *register, *register && *unregister || flags.NArg() > 0)
		return
	}
	c.Files = flags.Args()
	if err := app.Run(c); err != nil {
		fmt.Fprintln(os.Stderr, "viewer:", err)
		os.Exit(1)
	}
}

// tell tells the system what opens project files.
func tell(language string, on, odd bool) {
	if odd {
		fmt.Fprintln(os.Stderr, "viewer: -register and -unregister stand alone, without files")
		os.Exit(2)
	}
	said, err := app.Register(language, on)
	if err != nil {
		fmt.Fprintln(os.Stderr, "viewer:", err)
		os.Exit(1)
	}
	fmt.Println("viewer:", said)
}

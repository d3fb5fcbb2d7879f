package ui

import (
	"context"
	"errors"
	"slices"

	"dateline/app/fetch"
	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/ui/dialog"
)

// addresses gets articles from the internet: only those that a person names, from sites that the person agreed to ask.
type addresses struct {
	*desk
	get  func(ctx context.Context, typed string, agreed func(site string) bool) (session.Source, error)
	open func([]session.Source)
}

// kindFetch is asking a site for a page.
const kindFetch session.Kind = "fetch"

// mostSites bounds how many sites are remembered as agreed to: the oldest is forgotten first.
const mostSites = 500

// Ask asks for an address.
func (a *addresses) Ask() {
	typed := ""
	if held := a.app.Clipboard().Content(); isAddress(held) {
		typed = held
	}
	a.ask(typed)
}

func (a *addresses) ask(typed string) {
	sites := a.kept.p.StringList("sites")
	dialog.Address(a.dialogs(), dialog.AddressAsk{Typed: typed, Site: siteOf, Agreed: a.agreed, Sites: len(sites),
		Forget: func() { a.kept.p.SetStringList("sites", nil) },
		Get: func(typed, site string) {
			a.agree(site)
			a.fetch(typed)
		}})
}

// Open gets the page at an address; the person is asked first where its site was not agreed to.
func (a *addresses) Open(typed string) {
	if site, ok := siteOf(typed); ok && a.agreed(site) {
		a.fetch(typed)
		return
	}
	a.ask(typed)
}

func siteOf(typed string) (string, bool) {
	u, err := fetch.Address(typed)
	if err != nil {
		return "", false
	}
	return fetch.Site(u), true
}

func (a *addresses) agreed(site string) bool {
	return slices.Contains(a.kept.p.StringList("sites"), site)
}

func (a *addresses) agree(site string) {
	if a.agreed(site) {
		return
	}
	sites := append(a.kept.p.StringList("sites"), site)
	a.kept.p.SetStringList("sites", sites[max(0, len(sites)-mostSites):])
}

// fetch asks for a page and opens what comes.
func (a *addresses) fetch(typed string) {
	sites := a.kept.p.StringList("sites") // what the person agreed to, for the goroutine that asks
	a.session.Start(session.Work{Kind: kindFetch, Stage: "fetch", Total: 1, Fault: text("The page could not be got."),
		Do: func(ctx context.Context, _ progress.Report) (func(), error) {
			page, err := a.get(ctx, typed, func(site string) bool { return slices.Contains(sites, site) })
			var elsewhere *fetch.Elsewhere
			switch {
			case errors.As(err, &elsewhere):
				return func() {
					dialog.Moved(a.dialogs(), elsewhere.Site, func() { a.agree(elsewhere.Site); a.fetch(typed) })
				}, nil
			case err != nil:
				return func() {
					a.session.Notify(session.Note{File: typed, Text: text("The page could not be got."), Err: err})
				}, nil
			}
			return func() { a.open([]session.Source{page}) }, nil
		}})
}

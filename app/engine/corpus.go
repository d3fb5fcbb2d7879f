package engine

import (
	"context"
	"net/url"
	"strings"

	"dateline/app/assemble"
	"dateline/app/progress"
	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo/geocode"
)

// Input is one article of a corpus.
type Input struct {
	Document story.Document
	Given    bool         // place names are not sought
	Spans    []story.Span // the place names, when Given
}

// Alone reads every article as a story of its own and hands the stories out in order. bySource lets the articles of one
// host lend each other countries and regions, and nothing else, whatever their order. each is called from one goroutine;
// its error ends the run.
func (e *Engine) Alone(ctx context.Context, in []Input, bySource bool, each func(i int, s *story.Story) error) error {
	const batch = 64
	priors := make([]geocode.Prior, len(in))
	if bySource {
		var err error
		if priors, err = e.sourcePriors(ctx, in); err != nil {
			return err
		}
	}
	for from := 0; from < len(in); from += batch {
		to := min(from+batch, len(in))
		out := make([]*story.Story, to-from)
		if err := spread(ctx, to-from, nil, func(i int) {
			r := e.read(&in[from+i])
			c := e.geocoder.Resolve(r.Mentions(), priors[from+i])
			out[i] = e.assembler.Join([]*assemble.Part{e.part(0, true, placed{r, c, r.Publication(), nil})})
		}); err != nil {
			return err
		}
		for i, s := range out {
			if err := each(from+i, s); err != nil {
				return err
			}
		}
	}
	return nil
}

// Together reads the articles of a corpus as one story.
func (e *Engine) Together(ctx context.Context, in []Input, p progress.Report) (*story.Story, error) {
	rs := make([]*reading.Reading, len(in))
	if err := spread(ctx, len(in), p.Stage(StageRead, len(in)), func(i int) { rs[i] = e.read(&in[i]) }); err != nil {
		return nil, err
	}
	return e.join(ctx, rs, story.Log{}, p, true)
}

// sourcePriors reads every article once and gives each what the others of its host lend.
func (e *Engine) sourcePriors(ctx context.Context, in []Input) ([]geocode.Prior, error) {
	choices := make([][]geocode.Choice, len(in))
	groups := make([]string, len(in))
	err := spread(ctx, len(in), nil, func(i int) {
		groups[i] = host(in[i].Document.URL)
		choices[i] = e.geocoder.Resolve(e.read(&in[i]).Mentions(), geocode.Prior{})
	})
	if err != nil {
		return nil, err
	}
	return lend(choices, groups, nil, false), nil
}

// host is the site of an address, without "www."; "" if there is none.
func host(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

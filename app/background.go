package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/app/ui"
	"dateline/geo/tile"
	"dateline/geo/tile/mbtiles"
	"dateline/geo/tile/online"
	"dateline/geo/tile/pmtiles"
)

// site names the program to map servers; the person's contact goes beside it.
const site = "Dateline news map viewer"

var (
	errNoFile    = errors.New("choose a file that ends in .mbtiles or .pmtiles")
	errNoConsent = errors.New("nothing is asked of the server before you agree to it")
	errNoContact = errors.New("the server's keepers ask for a contact; give an e-mail or web address")
)

// background opens the map that the person chose, over the map that ships: over.Under. Called off the UI goroutine.
func background(over tile.StackConfig, folder string, b ui.Background) (ui.Ground, error) {
	switch b.Kind {
	case ui.BackgroundFile:
		store, err := openMapFile(b.Path)
		if err != nil {
			return ui.Ground{}, err
		}
		over.Top = tile.NewRaster(store)
		stack := tile.NewStack(over)
		return ui.Ground{Tiles: stack, Attribution: credit(stack), Close: func() { stack.Close(); store.Close() }}, nil
	case ui.BackgroundServer:
		switch {
		case !b.Consent:
			return ui.Ground{}, errNoConsent
		case b.Contact == "":
			return ui.Ground{}, errNoContact
		}
		source, err := online.New(online.Config{
			Provider:  online.Provider{Name: b.Name, URL: b.URL, Attribution: b.Attribution, Consent: true},
			UserAgent: online.UserAgent(Version, site, b.Contact),
			Folder:    filepath.Join(folder, "tiles"),
		})
		if err != nil {
			return ui.Ground{}, err
		}
		over.Top = source
		stack := tile.NewStack(over)
		return ui.Ground{Tiles: stack, Attribution: credit(stack), Close: func() { stack.Close(); source.Close() }}, nil
	}
	return ui.Ground{Tiles: over.Under, Attribution: tile.Attribution, Close: func() {}}, nil
}

// credit keeps the gazetteer's credit beside that of a map from elsewhere.
func credit(s tile.Source) string {
	c := s.Attribution()
	if !strings.Contains(c, "GeoNames") {
		c += " · GeoNames CC BY 4.0"
	}
	return c
}

type mapFile interface {
	tile.Store
	Close() error
}

func openMapFile(path string) (mapFile, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), errNoFile)
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pmtiles":
		return pmtiles.OpenFile(path)
	case ".mbtiles":
		return mbtiles.Open(path)
	}
	return nil, errNoFile
}

// defaultServer is what the dialog proposes.
func defaultServer() ui.Background {
	p := online.Providers()[0]
	return ui.Background{Kind: ui.BackgroundServer, Name: p.Name, URL: p.URL, Attribution: p.Attribution}
}

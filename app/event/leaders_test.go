package event

import (
	"strings"
	"testing"

	"dateline/assets"
)

func TestLeaders(t *testing.T) {
	l, err := LoadLeaders(assets.Leaders())
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{"Helmut Kohl": "DE", "Nelson Mandela": "ZA", "Kohl": "", "Hannelore Kohl": "", "Volodymyr Zelenskyy": "UA",
		"Recep Tayyip Erdogan": "TR", "Margaret Smith": "", "": ""} {
		if got := l.country(in, ""); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if got := l.country("Helmut Kohl", "NATO Secretary General"); got != "" {
		t.Errorf("who speaks for a body of many states speaks for %q", got)
	}
}

func TestLoadLeaders_BadRowIsNamed(t *testing.T) {
	for _, row := range []string{"Helmut Kohl", "DEU\tHelmut Kohl", "DE\t"} {
		if _, err := LoadLeaders([]byte("# state\tname\n" + row + "\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error %v does not name line 2", row, err)
		}
	}
	if got := (*Leaders)(nil).country("Helmut Kohl", ""); got != "" {
		t.Errorf("without a table somebody speaks for %q", got)
	}
}

package assemble

import "testing"

func TestLeaderCountry(t *testing.T) {
	for in, want := range map[string]string{"Helmut Kohl": "DE", "Nelson Mandela": "ZA", "Kohl": "", "Hannelore Kohl": "", "Volodymyr Zelenskyy": "UA",
		"Recep Tayyip Erdogan": "TR", "Margaret Smith": "", "": ""} {
		if got := leaderCountry(in, ""); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if got := leaderCountry("Helmut Kohl", "NATO Secretary General"); got != "" {
		t.Errorf("who speaks for a body of many states speaks for %q", got)
	}
}

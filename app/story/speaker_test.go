package story

import "testing"

func TestSpeaker_Beside(t *testing.T) {
	for _, c := range []struct{ claim, name, role, want string }{
		{"a role stands beside a name", "Ann Roe", "the judge", "the judge"},
		{"a role that is the name is not said twice", "Prosecutors", "prosecutors", ""},
		{"nobody's role is none", "Ann Roe", "", ""},
	} {
		if got := (&Speaker{Name: c.name, Role: c.role}).Beside(); got != c.want {
			t.Errorf("%s: %q", c.claim, got)
		}
	}
}

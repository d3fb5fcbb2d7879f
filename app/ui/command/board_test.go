package command

import "testing"

func TestOnKey(t *testing.T) {
	for i, board := range otherKeys {
		if n := len([]rune(board)); n != len(latinKeys) {
			t.Errorf("keyboard %d has %d keys, want %d", i, n, len(latinKeys))
		}
	}
	for _, c := range []struct {
		claim    string
		in, want rune
	}{
		{"a Latin letter is itself", 'c', 'c'}, {"so is a capital", 'M', 'M'}, {"so is a digit", '4', '4'},
		{"C of a Russian keyboard", 'с', 'c'}, {"a capital of it", 'С', 'c'}, {"S of a Ukrainian keyboard", 'і', 's'}, {"of a Russian one", 'ы', 's'},
		{"C of an Arabic keyboard", 'ؤ', 'c'}, {"G of it", 'ل', 'g'}, {"the dotless i of Turkish is a letter of its own", 'ı', 'ı'},
	} {
		if got := OnKey(c.in); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.claim, c.in, got, c.want)
		}
	}
}

package token_test

import (
	"fmt"

	"dateline/app/reading/token"
)

func ExampleSplit() {
	t := token.Split("The U.S. left on Jan. 5. Nobody came.")
	for _, s := range t.Sentences {
		for i := s.First; i < s.Last; i++ {
			fmt.Printf("[%s]", t.Word(i))
		}
		fmt.Println()
	}
	// Output:
	// [The][U.S.][left][on][Jan.][5][.]
	// [Nobody][came][.]
}

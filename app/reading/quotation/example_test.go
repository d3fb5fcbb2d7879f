package quotation_test

import (
	"fmt"

	"dateline/app/reading/name"
	"dateline/app/reading/quotation"
	"dateline/app/reading/token"
)

func ExampleFind() {
	text := "Mayor Anna Berg met the army.\n\n“We will stay in the city,”\n\nBerg stated, adding that help was “very near.”"
	t := token.Split(text)
	quotes, speakers := quotation.Find(t, nil, name.Find(t, nil), nil, nil)
	for _, q := range quotes {
		fmt.Printf("%s: %s %q\n", speakers[q.Speaker].Name, q.Kind, q.Span.In(text))
	}
	// Output:
	// Anna Berg: direct "“We will stay in the city,”"
	// Anna Berg: mixed "that help was “very near.”"
	// Anna Berg: direct "“very near.”"
}

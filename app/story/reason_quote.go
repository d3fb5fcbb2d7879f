package story

// quoteReasons words the reasons whose codes begin with "quote.".
var quoteReasons = map[string]string{}

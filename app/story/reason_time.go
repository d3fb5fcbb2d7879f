package story

// timeReasons words the reasons whose codes begin with "time.".
var timeReasons = map[string]string{}

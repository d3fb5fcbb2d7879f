package story

// eventReasons words the reasons whose codes begin with "event.".
var eventReasons = map[string]string{}

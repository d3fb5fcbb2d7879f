package story

// placeReasons words the reasons whose codes begin with "place.".
var placeReasons = map[string]string{}

package engine

import "runtime/debug"

// Build is the version, and in brackets the revision that the program is built of, where the build knows it.
func Build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && s.Value != "" {
			return Version + " (" + s.Value[:min(12, len(s.Value))] + ")"
		}
	}
	return Version
}

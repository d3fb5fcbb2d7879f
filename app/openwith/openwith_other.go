//go:build !windows && (!unix || darwin)

package openwith

// Registered reports whether project files are opened by this program: the system does not say.
func (p Program) Registered() bool { return false }

// Register has nothing to tell here.
func (p Program) Register() error { return ErrBySystem }

// Unregister has nothing to take back here.
func (p Program) Unregister() error { return ErrBySystem }

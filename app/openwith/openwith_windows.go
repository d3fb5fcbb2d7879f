package openwith

import (
	"errors"
	"fmt"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

const root = `Software\Classes\`

// Registered reports whether project files are opened by this program.
func (p Program) Registered() bool {
	standing, err := standingIn(person{})
	return err == nil && samePath(standing, p.Path)
}

// Register writes it into the person's own part of the registry, for which nobody is asked for rights.
func (p Program) Register() error {
	defer changed()
	return p.registerIn(person{})
}

// Unregister takes it back. Where another copy of the program opens project files, that stays, and it is an *ErrOther.
func (p Program) Unregister() error {
	defer changed()
	return p.unregisterIn(person{})
}

// person is the part of the registry that belongs to the person.
type person struct{}

func fault(key string, err error) error {
	if err == nil || errors.Is(err, registry.ErrNotExist) {
		return nil
	}
	return fmt.Errorf("openwith: registry, %s: %w", key, err)
}

func (person) get(key, name string) (string, bool, error) {
	k, err := registry.OpenKey(registry.CURRENT_USER, root+key, registry.QUERY_VALUE)
	if err != nil {
		return "", false, fault(key, err)
	}
	defer k.Close()
	text, _, err := k.GetStringValue(name)
	if errors.Is(err, registry.ErrUnexpectedType) {
		return "", false, nil // nothing that this program wrote
	}
	return text, err == nil, fault(key, err)
}

func (person) set(v value) error {
	k, _, err := registry.CreateKey(registry.CURRENT_USER, root+v.key, registry.SET_VALUE)
	if err != nil {
		return fault(v.key, err)
	}
	defer k.Close()
	return fault(v.key, k.SetStringValue(v.name, v.text))
}

func (person) drop(key, name string) error {
	k, err := registry.OpenKey(registry.CURRENT_USER, root+key, registry.SET_VALUE)
	if err != nil {
		return fault(key, err)
	}
	defer k.Close()
	return fault(key, k.DeleteValue(name))
}

func (person) prune(key string) (bool, error) {
	k, err := registry.OpenKey(registry.CURRENT_USER, root+key, registry.QUERY_VALUE)
	if err != nil {
		return errors.Is(err, registry.ErrNotExist), fault(key, err)
	}
	info, err := k.Stat()
	k.Close()
	if err != nil || info.SubKeyCount > 0 || info.ValueCount > 0 {
		return false, fault(key, err)
	}
	err = registry.DeleteKey(registry.CURRENT_USER, root+key)
	return err == nil, fault(key, err)
}

var changeNotify = windows.NewLazySystemDLL("shell32.dll").NewProc("SHChangeNotify")

// changed tells the Explorer to look again what opens what.
func changed() {
	const associations = 0x08000000 // SHCNE_ASSOCCHANGED
	if changeNotify.Find() == nil {
		changeNotify.Call(associations, 0, 0, 0)
	}
}

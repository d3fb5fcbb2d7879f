//go:build unix

package instance_test

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/app/instance"
	"github.com/gofrs/flock"
)

func TestJoin_ASocketThatWasLeftIsTakenAway(t *testing.T) {
	c := config(t)
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(c.Folder, "x.sock")})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	l.Close()
	first(t, c)
}

// TestJoin_OthersSpeak has somebody else hold the lock and the socket.
func TestJoin_OthersSpeak(t *testing.T) {
	for _, row := range []struct {
		name, says string
		stays      bool // it does not hang up
		want       error
	}{
		{"another version of the program", `{"version":2,"said":"hello"}` + "\n", false, instance.ErrAlone},
		{"a program that says nothing", "", true, instance.ErrAlone},
		{"one that hangs up each time", "", false, instance.ErrAlone},
		{"one that talks nonsense", "HTTP/1.1 200 OK\r\n", false, instance.ErrAlone},
		{"one that will not", `{"version":1,"said":"hello"}` + "\n" + `{"version":1,"said":"busy"}` + "\n", false, instance.ErrAlone},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := config(t)
			c.Greeting, c.Taking = 30*time.Millisecond, 60*time.Millisecond
			lock := flock.New(filepath.Join(c.Folder, "x.lock"))
			if ok, err := lock.TryLock(); !ok || err != nil {
				t.Fatal(ok, err)
			}
			defer lock.Unlock()
			l, err := net.Listen("unix", filepath.Join(c.Folder, "x.sock"))
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			go func() {
				for {
					conn, err := l.Accept()
					if err != nil {
						return
					}
					io.WriteString(conn, row.says)
					if row.stays {
						defer conn.Close()
						continue
					}
					if row.says != "" {
						conn.Read(make([]byte, 100))
					}
					conn.Close()
				}
			}()
			if d, err := instance.Join(c, []string{"a"}); d != nil || err != row.want {
				t.Errorf("%v, %v", d, err)
			}
		})
	}
}

func TestDoor_NonsenseOpensNothing(t *testing.T) {
	c := config(t)
	_, got := first(t, c)
	for _, says := range []string{"\n", "GET / HTTP/1.1\r\n\r\n", `{"version":1,"files":["../a"]}` + "\n", `{"version":9,"files":["/a"]}` + "\n", strings.Repeat("x", 2<<20)} {
		conn, err := net.Dial("unix", filepath.Join(c.Folder, "x.sock"))
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(conn, says)
		io.Copy(io.Discard, conn) // until it hangs up
		conn.Close()
	}
	if d, err := instance.Join(c, []string{"/good"}); d != nil || err != nil {
		t.Fatalf("afterwards: %v, %v", d, err)
	}
	if files := await(t, "files", got); len(files) != 1 || files[0] != "/good" {
		t.Errorf("%q were opened", files)
	}
}

func TestJoin_OnlyWhereNobodyElseMayEnter(t *testing.T) {
	c := config(t)
	first(t, c)
	for _, name := range []string{"x.sock", "x.lock"} {
		info, err := os.Stat(filepath.Join(c.Folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", name, info.Mode())
		}
	}
	open := config(t)
	if err := os.Chmod(open.Folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if d, err := instance.Join(open, nil); d != nil || err == nil || !strings.Contains(err.Error(), "not private") {
		t.Errorf("in a folder that all may enter: %v, %v", d, err)
	}
	link := config(t)
	link.Folder = filepath.Join(link.Folder, "link")
	if err := os.Symlink(c.Folder, link.Folder); err != nil {
		t.Fatal(err)
	}
	if d, err := instance.Join(link, nil); d != nil || err == nil {
		t.Errorf("through a link: %v, %v", d, err)
	}
	long := config(t)
	long.Name = strings.Repeat("n", 100)
	if d, err := instance.Join(long, nil); d != nil || err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("with a path too long for a socket: %v, %v", d, err)
	}
}

func TestFolder_IsTheRuntimeFolderWhereThatIsPrivate(t *testing.T) {
	temp, run := t.TempDir(), config(t).Folder
	t.Setenv("TMPDIR", temp)
	t.Setenv("XDG_RUNTIME_DIR", run)
	for _, row := range []struct {
		mode os.FileMode
		in   string
	}{{0o700, run}, {0o755, temp}} {
		if err := os.Chmod(run, row.mode); err != nil {
			t.Fatal(err)
		}
		if got := instance.Folder("/settings"); !strings.HasPrefix(got, row.in) {
			t.Errorf("%v: %s", row.mode, got)
		}
	}
	t.Setenv("XDG_RUNTIME_DIR", "not/absolute")
	if got := instance.Folder("/settings"); !strings.HasPrefix(got, temp) {
		t.Errorf("a relative runtime folder: %s", got)
	}
}

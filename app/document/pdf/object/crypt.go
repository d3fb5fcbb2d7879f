package object

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// method is how strings or streams are encrypted.
type method uint8

const (
	plainMethod method = iota
	rc4Method
	aesMethod    // a key of its own for each object
	aes256Method // one key for all
)

// cipherOf undoes the encryption of strings and streams.
type cipherOf struct {
	key             []byte
	strings, stream method
}

// handler is what the file says of its protection.
type handler struct {
	version, revision, bits int
	owner, user             []byte
	ownerKey, userKey       []byte // of AES-256: the key of the file, encrypted
	permissions             uint32
	id                      []byte
	metadata                bool
}

// padding fills passwords up to 32 bytes: every PDF program knows these bytes.
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

func padded(password string) []byte {
	return append([]byte(password), padding...)[:32]
}

// unlock makes the key, if the file is encrypted.
func (f *File) unlock(password string) error {
	d := f.Dict(f.trailer["Encrypt"])
	if d == nil {
		return nil
	}
	if name, ok := f.Resolve(d["Filter"]).(Name); ok && name != "Standard" {
		return ErrCipher
	}
	h := f.handler(d)
	c := &cipherOf{strings: rc4Method, stream: rc4Method}
	switch h.version {
	case 1, 2, 3:
	case 4, 5:
		c.strings, c.stream = f.method(d, "StrF"), f.method(d, "StmF")
	default:
		return ErrCipher
	}
	if h.version == 5 {
		c.key = h.key256([]byte(password[:min(len(password), 127)]))
	} else {
		c.key = h.key(password)
	}
	if c.key == nil {
		return ErrPassword
	}
	f.cipher = c
	return nil
}

func (f *File) handler(d Dict) handler {
	number := func(key Name, other int) int {
		if n, ok := Int(f.Resolve(d[key])); ok {
			return n
		}
		return other
	}
	text := func(key Name) []byte {
		s, _ := f.Resolve(d[key]).(String)
		return []byte(s)
	}
	h := handler{version: number("V", 0), revision: number("R", 2), bits: number("Length", 40), owner: text("O"), user: text("U"),
		ownerKey: text("OE"), userKey: text("UE"), metadata: f.Resolve(d["EncryptMetadata"]) != false}
	switch p := f.Resolve(d["P"]).(type) {
	case int:
		h.permissions = uint32(int32(p))
	case float64:
		h.permissions = uint32(int64(p))
	}
	if id := f.Array(f.trailer["ID"]); len(id) > 0 {
		s, _ := f.Resolve(id[0]).(String)
		h.id = []byte(s)
	}
	if h.version == 4 {
		h.bits = 128
	}
	if h.version == 1 || h.bits < 40 || h.bits > 128 {
		h.bits = 40
	}
	return h
}

// method is how the filter works that the dictionary names for strings or streams.
func (f *File) method(d Dict, which Name) method {
	name, _ := f.Resolve(d[which]).(Name)
	filter := f.Dict(f.Dict(d["CF"])[name])
	switch f.Resolve(filter["CFM"]) {
	case Name("V2"):
		return rc4Method
	case Name("AESV2"):
		return aesMethod
	case Name("AESV3"):
		return aes256Method
	}
	return plainMethod
}

// key is the key for a reader's or an owner's password, for RC4 and AES-128; nil if it is wrong.
func (h *handler) key(password string) []byte {
	if len(h.owner) < 32 || len(h.user) < 16 {
		return nil
	}
	if key := h.userKeyOf(padded(password)); key != nil {
		return key
	}
	n := h.bits / 8
	sum := md5.Sum(padded(password))
	key := sum[:]
	reader := append([]byte(nil), h.owner[:32]...)
	if h.revision < 3 {
		crypt4(key[:5], reader)
		return h.userKeyOf(reader)
	}
	for range 50 {
		sum = md5.Sum(key)
		key = sum[:]
	}
	for i := 19; i >= 0; i-- {
		crypt4(xored(key[:n], byte(i)), reader)
	}
	return h.userKeyOf(reader)
}

// userKeyOf is the key for a padded password of the reader; nil if it is wrong.
func (h *handler) userKeyOf(password []byte) []byte {
	m := md5.New()
	m.Write(password)
	m.Write(h.owner[:32])
	var p [4]byte
	binary.LittleEndian.PutUint32(p[:], h.permissions)
	m.Write(p[:])
	m.Write(h.id)
	if h.revision >= 4 && !h.metadata {
		m.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := m.Sum(nil)
	n := h.bits / 8
	if h.revision < 3 {
		key = key[:5]
		check := append([]byte(nil), padding...)
		crypt4(key, check)
		if !bytes.Equal(check, h.user[:min(32, len(h.user))]) {
			return nil
		}
		return key
	}
	for range 50 {
		sum := md5.Sum(key[:n])
		key = sum[:]
	}
	key = key[:n]
	sum := md5.Sum(append(append([]byte(nil), padding...), h.id...))
	check := sum[:]
	for i := range 20 {
		crypt4(xored(key, byte(i)), check)
	}
	if !bytes.Equal(check, h.user[:16]) {
		return nil
	}
	return key
}

func xored(key []byte, with byte) []byte {
	out := make([]byte, len(key))
	for i := range key {
		out[i] = key[i] ^ with
	}
	return out
}

// crypt4 encrypts or decrypts in place.
func crypt4(key, data []byte) {
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(data, data)
	}
}

// key256 is the key of a file with AES-256; nil if the password is wrong. A value of U or O is a hash, eight bytes that go
// into it, and eight that go into the hash that the key is encrypted with.
func (h *handler) key256(password []byte) []byte {
	if len(h.user) < 48 || len(h.owner) < 48 || len(h.userKey) < 32 || len(h.ownerKey) < 32 {
		return nil
	}
	user := h.user[:48]
	switch {
	case bytes.Equal(h.hash(password, h.user[32:40], nil), h.user[:32]):
		return openCBC(h.hash(password, h.user[40:48], nil), make([]byte, 16), h.userKey[:32])
	case bytes.Equal(h.hash(password, h.owner[32:40], user), h.owner[:32]):
		return openCBC(h.hash(password, h.owner[40:48], user), make([]byte, 16), h.ownerKey[:32])
	}
	return nil
}

// hash is the hash of revision 5, and the slow one of revision 6.
func (h *handler) hash(password, salt, user []byte) []byte {
	sum := sha256.Sum256(bytes.Join([][]byte{password, salt, user}, nil))
	k := sum[:]
	if h.revision < 6 {
		return k
	}
	for i := 0; ; i++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(bytes.Join([][]byte{password, k, user}, nil), 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, b := range e[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// openCBC decrypts whole blocks.
func openCBC(key, iv, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data)/aes.BlockSize*aes.BlockSize)
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, data[:len(out)])
	return out
}

// open decrypts a string or a stream of an object.
func (c *cipherOf) open(m method, data []byte, of Ref) []byte {
	key := c.key
	if m == rc4Method || m == aesMethod {
		mixed := append(append([]byte(nil), key...), byte(of.Num), byte(of.Num>>8), byte(of.Num>>16), byte(of.Gen), byte(of.Gen>>8))
		if m == aesMethod {
			mixed = append(mixed, "sAlT"...)
		}
		sum := md5.Sum(mixed)
		key = sum[:min(len(key)+5, 16)]
	}
	switch {
	case m == plainMethod:
		return data
	case m == rc4Method:
		out := append([]byte(nil), data...)
		crypt4(key, out)
		return out
	case len(data) < 2*aes.BlockSize:
		return nil
	}
	out := openCBC(key, data[:aes.BlockSize], data[aes.BlockSize:])
	if n := len(out); n > 0 && int(out[n-1]) <= aes.BlockSize && int(out[n-1]) > 0 {
		out = out[:n-int(out[n-1])]
	}
	return out
}

// stringsIn decrypts every string in a value.
func (c *cipherOf) stringsIn(v any, of Ref) any {
	switch v := v.(type) {
	case String:
		return String(c.open(c.strings, []byte(v), of))
	case Array:
		for i := range v {
			v[i] = c.stringsIn(v[i], of)
		}
	case Dict:
		for k := range v {
			v[k] = c.stringsIn(v[k], of)
		}
	}
	return v
}

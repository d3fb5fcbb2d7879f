//go:build linux && cgo && !ci

package app

/*
#include <malloc.h>

// Blocks of 64 kB and more are given back to the system when they are freed. By itself the C library of GNU keeps ever larger ones
// in its heap once one was freed, and between the pictures of words and maps that OpenGL in software holds there they are lost.
static void returnLarge(void) {
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 64 * 1024);
#endif
}
*/
import "C"

// returnLargeBlocks has the C library give back large blocks of memory as soon as they are free.
func returnLargeBlocks() { C.returnLarge() }

//go:build !ci

package app

/*
#include <objc/message.h>
#include <objc/runtime.h>

extern void datelineFile(char *path);
extern void datelineFiles(void);

// What a Mac calls when files are opened with the program: -[NSApplicationDelegate application:openFiles:].
static void openFiles(id self, SEL called, id application, id names) {
	unsigned long n = ((unsigned long (*)(id, SEL))objc_msgSend)(names, sel_registerName("count"));
	for (unsigned long i = 0; i < n; i++) {
		id name = ((id (*)(id, SEL, unsigned long))objc_msgSend)(names, sel_registerName("objectAtIndex:"), i);
		const char *path = ((const char *(*)(id, SEL))objc_msgSend)(name, sel_registerName("fileSystemRepresentation"));
		if (path) {
			datelineFile((char *)path);
		}
	}
	datelineFiles();
	((void (*)(id, SEL, unsigned long))objc_msgSend)(application, sel_registerName("replyToOpenOrPrint:"), 0); // success
}

// The delegate of the window library has no such method; it is given one.
static int listenForFiles(void) {
	Class delegate = (Class)objc_getClass("GLFWApplicationDelegate");
	return delegate && class_addMethod(delegate, sel_registerName("application:openFiles:"), (IMP)openFiles, "v@:@@");
}
*/
import "C"

// listenToSystem has the system tell of files that are opened with the program. Called before the window library starts.
func listenToSystem() {
	if C.listenForFiles() == 0 {
		logf("app: files that are double-clicked are not opened")
	}
}

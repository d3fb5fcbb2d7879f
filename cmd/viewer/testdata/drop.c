/* drop WINDOW X Y URI...: drops files on an X11 window as a file manager does (XDND protocol, version 5,
 * freedesktop.org/wiki/Specifications/XDND). Prints "dropped" when the window has taken them. Exit 1 when it has not
 * within five seconds. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Display *d;
static Window source, target;
static Atom atom(const char *name) { return XInternAtom(d, name, False); }

static void message(const char *type, long b, long c, long e, long f) {
	XEvent x = {0};
	x.xclient.type = ClientMessage;
	x.xclient.window = target;
	x.xclient.message_type = atom(type);
	x.xclient.format = 32;
	x.xclient.data.l[0] = source;
	x.xclient.data.l[1] = b;
	x.xclient.data.l[2] = c;
	x.xclient.data.l[3] = e;
	x.xclient.data.l[4] = f;
	XSendEvent(d, target, False, NoEventMask, &x);
	XFlush(d);
}

static void answer(XSelectionRequestEvent *r, const char *list) {
	XEvent x = {0};
	XChangeProperty(d, r->requestor, r->property, r->target, 8, PropModeReplace, (const unsigned char *)list, strlen(list));
	x.xselection.type = SelectionNotify;
	x.xselection.requestor = r->requestor;
	x.xselection.selection = r->selection;
	x.xselection.target = r->target;
	x.xselection.property = r->property;
	x.xselection.time = r->time;
	XSendEvent(d, r->requestor, False, NoEventMask, &x);
	XFlush(d);
}

int main(int argc, char **argv) {
	static char list[65536];
	long at;
	int i, wait;
	if (argc < 5 || !(d = XOpenDisplay(NULL))) {
		fprintf(stderr, "usage: drop WINDOW X Y URI...\n");
		return 2;
	}
	target = strtoul(argv[1], NULL, 0);
	at = atol(argv[2]) << 16 | atol(argv[3]);
	for (i = 4; i < argc; i++)
		if (strlen(list) + strlen(argv[i]) + 3 < sizeof list)
			strcat(strcat(list, argv[i]), "\r\n");
	source = XCreateSimpleWindow(d, DefaultRootWindow(d), 0, 0, 1, 1, 0, 0, 0);
	XSetSelectionOwner(d, atom("XdndSelection"), source, CurrentTime);
	message("XdndEnter", 5L << 24, atom("text/uri-list"), 0, 0);
	message("XdndPosition", 0, at, CurrentTime, atom("XdndActionCopy"));
	for (wait = 0; wait < 500; wait++) {
		while (XPending(d)) {
			XEvent x;
			XNextEvent(d, &x);
			if (x.type == SelectionRequest)
				answer(&x.xselectionrequest, list);
			if (x.type == ClientMessage && x.xclient.message_type == atom("XdndStatus"))
				message("XdndDrop", 0, CurrentTime, 0, 0);
			if (x.type == ClientMessage && x.xclient.message_type == atom("XdndFinished")) {
				printf("dropped\n");
				return 0;
			}
		}
		usleep(10000);
	}
	fprintf(stderr, "drop: the window did not take the files\n");
	return 1;
}

// Package event turns one article's reading, its places and its days into events: what happened, where and when.
package event

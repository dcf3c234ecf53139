/** Reads what people wrote: which of the sixteen criteria a message shows, and in which words. */
package dev.muster.rating;

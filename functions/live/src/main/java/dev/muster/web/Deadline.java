package dev.muster.web;

/**
 * Something that is to be done by a time, for a page that counts down to it.
 *
 * @param what what is to be done, in words
 * @param at the wall time, ISO 8601; while the clock stands still, when it would be if it ran on from now
 * @param left how long is left, or how late it is, in words as of the page's making
 */
public record Deadline(String what, String at, String left, boolean late) {}

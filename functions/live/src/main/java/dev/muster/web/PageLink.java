package dev.muster.web;

/** A link on a page; the address is relative to the page's. */
public record PageLink(String address, String words) {}

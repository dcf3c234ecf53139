/** The first five minutes: the page on which newcomers try Muster, and the recorded team that plays with them. */
package dev.muster.start;

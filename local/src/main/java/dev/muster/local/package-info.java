/** The local cloud: the same handlers wired to the same events on one machine. */
package dev.muster.local;

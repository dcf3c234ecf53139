/** The event log as JSON: one entry, one log, one drill with all that its score needs. */
package dev.muster.drill.io;

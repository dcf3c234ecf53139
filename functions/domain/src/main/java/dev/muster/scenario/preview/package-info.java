/** What a script promises before it is played: when things can come, what they exercise, how the time line reads. */
package dev.muster.scenario.preview;

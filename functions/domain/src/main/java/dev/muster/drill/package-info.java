/** A drill: its states, its clock, its event log, what falls due in it, and who takes part. Plain values, no effects. */
package dev.muster.drill;

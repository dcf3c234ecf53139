/** The score of a drill: a pure function of plan, scenario and event log. The formula and its reasons: docs/scoring.md. */
package dev.muster.scoring;

/** Scorecards as JSON. */
package dev.muster.scoring.io;

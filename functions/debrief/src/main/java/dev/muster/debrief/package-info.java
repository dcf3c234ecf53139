/** The handler behind the people: rates, scores, reports. */
package dev.muster.debrief;

/** The function behind the people: rates messages, scores drills, makes reports. */
package dev.muster.debrief;

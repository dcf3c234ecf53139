/** What a text for an exercise should not hold: ways out to real people, and distressing content without a warning. */
package dev.muster.scenario.content;

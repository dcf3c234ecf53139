/** What falls due: sends wake-ups; losing one costs punctuality, never an effect. */
package dev.muster.queue;

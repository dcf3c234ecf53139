/** The use cases of responders: what they do is written down once, under server time, without waiting for each other. */
package dev.muster.drill.respond;

/** What a drill needs from the world: a store, a queue that wakes, a way to notify, and signed links. */
package dev.muster.drill.port;

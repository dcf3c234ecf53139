/** What a drill needs from the world: a store, a queue that wakes, a way to notify, signed links, a place for reports. */
package dev.muster.drill.port;

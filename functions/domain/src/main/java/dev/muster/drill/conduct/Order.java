package dev.muster.drill.conduct;

/**
 * Who commands which drill.
 *
 * @param epoch the epoch that the sender saw
 * @param key the sender's key; the same command sent again carries the same key
 */
public record Order(String drill, long epoch, String by, String key) {}

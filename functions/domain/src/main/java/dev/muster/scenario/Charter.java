package dev.muster.scenario;

import java.time.Duration;

/**
 * The team's agreement on what Muster may do with what it sees.
 *
 * @param namesPeople whether reports may name people; by default they name roles only
 * @param retention how long a drill's log is kept after its end
 */
public record Charter(int version, String purpose, boolean namesPeople, Duration retention) {}

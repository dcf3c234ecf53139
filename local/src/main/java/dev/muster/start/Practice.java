package dev.muster.start;

import java.time.Duration;

/** A drill that the start page offers. All are played by the recorded team that has rehearsed. */
public enum Practice {
    /** Everything is played; three minutes. */
    WATCH("micro-first-answer", 5),

    /** One role is the newcomer's; five minutes, so that there is time to type. */
    ANSWER("micro-rumour", 3),

    /** What was watched, on the newcomer's own plan. */
    OWN_PLAN("micro-first-answer", 5);

    static final String TEAM = "crew";
    static final String RESPONSES = "good";

    /** Time to write the script's due items, so that the first inject comes on time. */
    static final Duration AHEAD = Duration.ofSeconds(2);

    private final String scenario;
    private final double speed;

    Practice(String scenario, double speed) {
        this.scenario = scenario;
        this.speed = speed;
    }

    String scenario() {
        return scenario;
    }

    /** Drill seconds a second. */
    double speed() {
        return speed;
    }
}

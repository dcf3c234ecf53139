package dev.muster.drill;

import java.time.Instant;

/** The ids of the entries that happen once for their cause. Whoever repeats a cause writes the same id. */
public final class Entries {

    public static final String SCHEDULED = "scheduled";
    public static final String STARTED = "started";
    public static final String ENDED = "ended";
    public static final String CANCELLED = "cancelled";
    public static final String SCORECARD_RELEASED = "scorecard-released";

    private Entries() {}

    /** The inject came or did not come; one of both, once. */
    public static String inject(String inject) {
        return "inject." + inject;
    }

    public static String triggered(String inject) {
        return "triggered." + inject;
    }

    public static String notified(String inject) {
        return "notified." + inject;
    }

    public static String reminded(String inject) {
        return "reminded." + inject;
    }

    public static String undecided(String inject) {
        return "undecided." + inject;
    }

    public static String announced(String entry) {
        return "announced." + entry;
    }

    public static String rated(String message) {
        return "rated." + message;
    }

    /** What became of a draft: approved or refused; one of both, once. */
    public static String ruling(String message) {
        return "ruling." + message;
    }

    /** A question is answered once. */
    public static String answer(String question) {
        return "answer." + question;
    }

    /** What an evaluator said, under the key by which it is repeated. */
    public static String evaluation(String by, String key) {
        return "evaluation." + by + "." + key;
    }

    /** A trainer's command, under the key by which its sender repeats it. */
    public static String command(String key) {
        return "command." + key;
    }

    /** What somebody on the roster did, under the key by which the sender repeats it. */
    public static String response(String member, String key) {
        return "response." + member + "." + key;
    }

    /** A call of a real emergency, never taken for a response that its caller sent under the same key. */
    public static String emergency(String by, String key) {
        return "emergency." + by + "." + key;
    }

    /** A member acknowledges an inject once. */
    public static String acknowledged(String inject, String member) {
        return "acknowledged." + inject + "." + member;
    }

    /** A member hands an inject over once. */
    public static String handedOver(String inject, String member) {
        return "handed-over." + inject + "." + member;
    }

    /** A member comes in by the join link; once, from however many devices. */
    public static String joined(String member) {
        return "joined." + member;
    }

    /** As {@link #entry}, and after this entry, which is its cause. */
    public static LogEntry after(LogEntry cause, String id, Drill drill, Instant now, DrillEvent event) {
        return entry(id, drill, now.isAfter(cause.at()) ? now : cause.at().plusNanos(1), event);
    }

    /** An entry of this moment, as the drill's clock reads it, but not before that clock was last set. */
    public static LogEntry entry(String id, Drill drill, Instant now, DrillEvent event) {
        var at = drill.notBefore(now);
        return new LogEntry(id, at, drill.drillTimeAt(at), event);
    }
}

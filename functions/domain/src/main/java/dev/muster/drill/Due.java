package dev.muster.drill;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What falls due in a drill. Its key is made from what it is, so that the same thing is due once. */
public sealed interface Due {

    /** Who carries it out. */
    enum Worker {
        INJECT,
        DEBRIEF
    }

    String key();

    Worker worker();

    /** Bound to the drill's clock: it stands still while the drill is suspended. */
    sealed interface ByTheClock extends Due {
        @Override
        default Worker worker() {
            return Worker.INJECT;
        }
    }

    /** Bound to wall time: it happens whether the drill is suspended or not. */
    sealed interface AtOnce extends Due {
        @Override
        default Worker worker() {
            return Worker.INJECT;
        }
    }

    /** Behind the people's backs: nobody waits for it. */
    sealed interface Behind extends Due {
        @Override
        default Worker worker() {
            return Worker.DEBRIEF;
        }
    }

    /** StartEx; woken ahead to write the script's due items, then due at the start. */
    record Start() implements ByTheClock {
        @Override
        public String key() {
            return "start";
        }
    }

    /** An inject's moment: release it, or log why not. */
    record Release(String inject) implements ByTheClock {
        @Override
        public String key() {
            return "inject#" + inject;
        }
    }

    /** A released inject that must still be handed to the notification service. */
    record Publish(String inject) implements AtOnce {
        @Override
        public String key() {
            return "publish#" + inject;
        }
    }

    /** Remind whoever has not acknowledged the inject. */
    record Remind(String inject) implements ByTheClock {
        @Override
        public String key() {
            return "remind#" + inject;
        }
    }

    /**
     * Look whether a deadline that has come made a condition true.
     *
     * @param entry the log entry that opened the step's clock
     * @param after the time from then until now
     */
    record Ask(String entry, Duration after) implements ByTheClock {
        @Override
        public String key() {
            return "ask#%s#%s".formatted(entry, after);
        }

        private static Ask parse(String of) {
            var hash = of.lastIndexOf('#');
            try {
                return hash < 0 ? null : new Ask(of.substring(0, hash), Duration.parse(of.substring(hash + 1)));
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /** Look whether the log entry {@code entry} made a condition true. */
    record React(String entry) implements AtOnce {
        @Override
        public String key() {
            return "react#" + entry;
        }
    }

    /** EndEx when the time is up. */
    record End() implements ByTheClock {
        @Override
        public String key() {
            return "end";
        }
    }

    /** The clock command {@code entry} changed the epoch: index anew what is pending, or close it if the drill is over. */
    record Refile(String entry) implements AtOnce {
        @Override
        public String key() {
            return "refile#" + entry;
        }
    }

    /** The real emergency that was called in {@code entry} ends the drill if nobody has decided. */
    record Undecided(String entry) implements AtOnce {
        @Override
        public String key() {
            return "undecided#" + entry;
        }
    }

    /** Tell the trainer, and for what concerns them the team, of the log entry {@code entry}. */
    record Tell(String entry) implements AtOnce {
        @Override
        public String key() {
            return "tell#" + entry;
        }
    }

    /** Read the message {@code message}. */
    record Rate(String message) implements Behind {
        @Override
        public String key() {
            return "rate#" + message;
        }
    }

    /** Score the drill as of the log entry {@code entry}. */
    record Score(String entry) implements Behind {
        @Override
        public String key() {
            return "score#" + entry;
        }
    }

    /** Reads a key that {@link #key()} wrote; empty if it is no such key. */
    static Optional<Due> parse(String key) {
        var hash = key.indexOf('#');
        var kind = hash < 0 ? key : key.substring(0, hash);
        var of = hash < 0 ? "" : key.substring(hash + 1);
        return Optional.ofNullable(
                switch (kind) {
                    case "start" -> new Start();
                    case "end" -> new End();
                    case "inject" -> new Release(of);
                    case "publish" -> new Publish(of);
                    case "remind" -> new Remind(of);
                    case "ask" -> Ask.parse(of);
                    case "react" -> new React(of);
                    case "refile" -> new Refile(of);
                    case "undecided" -> new Undecided(of);
                    case "tell" -> new Tell(of);
                    case "rate" -> new Rate(of);
                    case "score" -> new Score(of);
                    default -> null;
                });
    }
}

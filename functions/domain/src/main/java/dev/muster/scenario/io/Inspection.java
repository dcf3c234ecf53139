package dev.muster.scenario.io;

import java.util.List;

/**
 * Looks into an attachment whether it can be read and is marked as an exercise. Pictures and PDF take libraries that the
 * domain, and what people wait for, do without.
 */
public interface Inspection {

    /** No look inside. */
    Inspection NONE = (name, content) -> List.of();

    /**
     * @param name the file's name; its content is of the type that the name says
     * @return what is wrong; empty if nothing is
     */
    List<Flaw> inspect(String name, byte[] content);

    record Flaw(Problem.Severity severity, String message) {

        public static Flaw error(String message) {
            return new Flaw(Problem.Severity.ERROR, message);
        }

        public static Flaw warning(String message) {
            return new Flaw(Problem.Severity.WARNING, message);
        }
    }
}

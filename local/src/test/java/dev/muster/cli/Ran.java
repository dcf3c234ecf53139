package dev.muster.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** A command that ran in this process: how it ended and what it said. */
record Ran(int exit, String out, String err) {

    /** @param words anything that reads as an argument, such as a path */
    static Ran muster(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }
}

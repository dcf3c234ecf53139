package dev.muster.cli;

import java.util.List;

/** Something that the user should know, in lines for standard error; ends the command with 1. */
final class Finding extends RuntimeException {

    private final transient List<String> lines;

    Finding(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
        this.lines = List.copyOf(lines);
    }

    Finding(String line) {
        this(List.of(line));
    }

    List<String> lines() {
        return lines;
    }
}

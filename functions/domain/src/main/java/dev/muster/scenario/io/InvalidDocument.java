package dev.muster.scenario.io;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A file cannot be used. It carries everything that is wrong with it, sorted by place. */
public final class InvalidDocument extends RuntimeException {

    private final List<Problem> problems;

    InvalidDocument(Collection<Problem> problems) {
        super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().toList();
    }

    InvalidDocument(String file, Place place, String message) {
        this(List.of(Problem.at(file, place, message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}

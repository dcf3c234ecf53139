package dev.muster.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: 0 on success, 1 on a finding, 2 on wrong usage. */
@Command(name = "muster", description = "Rehearses customer crises.", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}

package dev.muster.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: 0 on success, 1 on a finding, 2 on wrong usage. */
@Command(
        name = "muster",
        description = "Rehearses customer crises: injects a scripted crisis, records the response, scores it.",
        mixinStandardHelpOptions = true,
        version = "Muster 1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ValidateCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            MarkCommand.class,
            RateCommand.class,
            CoverageCommand.class,
            ScoreCommand.class
        },
        footer = {
            "",
            "The launcher itself knows three more:",
            "  build     Builds everything without tests.",
            "  test      All tests (the same as mvn verify).",
            "  format    Formats the source code."
        })
public final class Main implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain);
    }

    /** Words instead of a stack trace; the trace is there for whoever asks with MUSTER_DEBUG. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        var err = command.getErr();
        if (failure instanceof Finding finding) {
            finding.lines().forEach(err::println);
            return CommandLine.ExitCode.SOFTWARE;
        }
        err.println("muster: " + words(failure));
        if (System.getenv("MUSTER_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String words(Exception failure) {
        return switch (failure) {
            // Of these the message is the path alone.
            case FileAlreadyExistsException e -> "'%s' is no folder.".formatted(e.getFile());
            case AccessDeniedException e -> "There is no access to '%s'.".formatted(e.getFile());
            case NoSuchFileException e -> "There is no file or folder '%s'.".formatted(missing(Path.of(e.getFile())));
            case FileSystemException e when e.getReason() == null -> "'%s' cannot be used.".formatted(e.getFile());
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    /** Its folder, if not even that is there. */
    private static Path missing(Path path) {
        var parent = path.toAbsolutePath().getParent();
        return parent == null || Files.exists(parent) ? path : parent;
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do.");
    }
}

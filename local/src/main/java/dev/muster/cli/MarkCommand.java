package dev.muster.cli;

import dev.muster.marking.Marking;
import dev.muster.marking.Unmarkable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "mark",
        description = {
            "Makes marked copies of files, EXERCISE-name, to be attached to injects.",
            "Texts and tables (.txt, .csv), pictures (.png, .jpg) and PDF. The files themselves stay as they are."
        },
        mixinStandardHelpOptions = true)
final class MarkCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to mark. The copy is put beside it.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    /** One that cannot be marked does not keep the others from it. */
    @Override
    public Integer call() {
        var refused = new ArrayList<String>();
        for (var file : files) {
            try {
                var copy = mark(file);
                spec.commandLine().getOut().println("%s -> %s".formatted(file, copy));
            } catch (Unmarkable e) {
                refused.add(file + ": " + e.getMessage());
            } catch (NoSuchFileException e) {
                refused.add(file + ": no such file");
            } catch (FileAlreadyExistsException e) {
                refused.add("%s: there is a file %s already; rename one of them".formatted(file, e.getFile()));
            } catch (IOException e) {
                refused.add(file + ": cannot be read or written: " + e.getMessage());
            }
        }
        spec.commandLine().getOut().flush();
        if (!refused.isEmpty()) {
            throw new Finding(refused);
        }
        return CommandLine.ExitCode.OK;
    }

    private static Path mark(Path file) throws IOException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(Marking.LARGEST + 1);
        }
        var marked = Marking.mark(file.getFileName().toString(), content);
        return Files.write(file.resolveSibling(marked.name()), marked.content(), StandardOpenOption.CREATE_NEW);
    }
}

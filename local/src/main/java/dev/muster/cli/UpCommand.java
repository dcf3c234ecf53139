package dev.muster.cli;

import dev.muster.local.LocalCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Runs Muster on this machine for people, until it is stopped with Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "P", description = "The port of pages and API (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("muster-data", "up");

    @Option(names = "--lan", description = "Serves phones in the same network, too.")
    private boolean lan;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "A port is between 0 (any free one) and 65535, found %d.".formatted(port));
        }
        LogFile.in(data);
        var options = LocalCloud.Options.of(Project.template()).keptIn(data).onPort(port);
        try (var cloud = LocalCloud.start(lan ? options.bindTo(LanAddress.find()) : options)) {
            var links = SignInLinks.of(cloud);
            var file = links.writeTo(data);
            tell(links, file);
            awaitCtrlC();
        }
        return CommandLine.ExitCode.OK;
    }

    private void tell(SignInLinks links, Path file) {
        var out = spec.commandLine().getOut();
        out.println("Muster is up. Everything in it is an EXERCISE; nothing leaves this machine.");
        out.println("  trainer  " + links.trainer());
        out.println("  leader   " + links.leader());
        out.println("  mailbox  " + links.mailbox());
        out.println("  api      " + links.api());
        out.println("The links are in " + file + ". Stop with Ctrl-C; the next start goes on where this one stood.");
        out.flush();
    }

    private static void awaitCtrlC() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        stopped.await();
    }
}

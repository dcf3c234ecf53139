package dev.muster.cli;

import dev.muster.local.LocalCloud;
import dev.muster.start.StartHere;
import java.io.IOException;
import java.io.PrintWriter;
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

    @Option(names = "--lan", description = "Serves phones in the same network, too, and prints a QR code for them.")
    private boolean lan;

    @Option(names = "--no-browser", description = "Does not open the start page.")
    private boolean noBrowser;

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
        try (var cloud = LocalCloud.start(lan ? options.alsoAt(LanAddress.find()) : options);
                var start = StartHere.open(cloud, Project.library(), data)) {
            var links = SignInLinks.of(cloud).with(start);
            var file = links.writeTo(data);
            tell(links, start, file);
            if (!noBrowser) {
                Browser.open(start.url());
            }
            awaitCtrlC();
        }
        return CommandLine.ExitCode.OK;
    }

    private void tell(SignInLinks links, StartHere start, Path file) {
        var out = spec.commandLine().getOut();
        out.println("Muster is up. Everything in it is an EXERCISE; nothing leaves this "
                + (lan ? "network." : "machine."));
        if (lan) {
            showToPhones(start.joinUrl(), out);
        }
        out.println("Open this to begin:");
        out.println("  start    " + start.url());
        out.println("  trainer  " + links.trainer());
        out.println("  leader   " + links.leader());
        out.println("  mailbox  " + links.mailbox());
        out.println("  api      " + links.api());
        out.println("The links are in " + file + ". Stop with Ctrl-C; the next start goes on where this one stood.");
        out.flush();
    }

    private static void showToPhones(String address, PrintWriter out) {
        var code = QrCode.of(address);
        out.println();
        (Terminal.present() ? code.coloured() : code.lines()).forEach(out::println);
        out.println();
        out.println("Phones in this network scan it to join the drill, or to wait for one:");
        out.println("  join     " + address);
        out.println("Start page and mailbox are served to this machine alone. No connection from a phone? Then the"
                + " firewall of this machine, or a guest network, keeps it away.");
    }

    private static void awaitCtrlC() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        stopped.await();
    }
}

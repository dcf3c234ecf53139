package dev.muster.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.local.LocalCloud;
import dev.muster.start.LocalSigner;
import dev.muster.start.StartHere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The links by which people sign in to the local cloud. Whoever reads them is the trainer. */
record SignInLinks(String trainer, String leader, String mailbox, String api, Optional<StartHere> start) {

    static SignInLinks of(LocalCloud cloud) {
        var signer = LocalSigner.of(cloud);
        return new SignInLinks(
                signer.trainer(StartHere.ACCOUNT),
                signer.leader("leader"),
                cloud.mailboxUrl(),
                cloud.baseUrl() + "/api/v1",
                Optional.empty());
    }

    SignInLinks with(StartHere page) {
        return new SignInLinks(trainer, leader, mailbox, api, Optional.of(page));
    }

    /** Writes {@code links.json}, readable by its owner only, and returns where it is. */
    Path writeTo(Path folder) throws IOException {
        var links = new LinkedHashMap<String, String>();
        links.put("trainer", trainer);
        links.put("leader", leader);
        links.put("mailbox", mailbox);
        links.put("api", api);
        start.ifPresent(page -> links.put("start", page.url()));
        start.ifPresent(page -> links.put("join", page.joinUrl()));
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(links);
        Files.createDirectories(folder);
        var half = Files.createTempFile(folder, "links", ".json");
        if (half.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(half, json + System.lineSeparator());
        return Files.move(half, folder.resolve("links.json"), StandardCopyOption.REPLACE_EXISTING);
    }
}

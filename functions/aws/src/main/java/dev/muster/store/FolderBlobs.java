package dev.muster.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** Files in a folder, as on one machine. Beside each file stands its content type. */
public final class FolderBlobs implements BlobStore {

    private static final String TYPE = ".type";

    private final Path folder;

    public FolderBlobs(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, Blob blob) {
        try {
            write(fileOf(key + TYPE), blob.contentType().getBytes(UTF_8));
            write(fileOf(key), blob.content());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + key, e);
        }
    }

    @Override
    public Optional<Blob> get(String key) {
        var file = fileOf(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Blob(Files.readAllBytes(file), Files.readString(fileOf(key + TYPE))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key, e);
        }
    }

    @Override
    public Optional<URI> link(String key, Duration validity) {
        return Optional.empty();
    }

    /** Whole or not at all, whenever the process is killed. */
    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(file.getParent(), ".draft", null);
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path fileOf(String key) {
        var file = folder.resolve(key).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("the key leads out of the folder: " + key);
        }
        return file;
    }
}

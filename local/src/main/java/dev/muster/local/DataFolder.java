package dev.muster.local;

import dev.muster.scenario.io.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where a local cloud keeps what it holds: a folder that one process at a time may use, or a passing one. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final boolean lasting;
    private final FileChannel channel;

    private DataFolder(Path path, boolean lasting, FileChannel channel) {
        this.path = path;
        this.lasting = lasting;
        this.channel = channel;
    }

    /** @throws IllegalStateException where another process uses the folder */
    static DataFolder open(Optional<Path> wanted) throws IOException {
        var path = wanted.isPresent()
                ? Files.createDirectories(wanted.get(), ownerOnly(wanted.get())).toRealPath()
                : Files.createTempDirectory("muster-");
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new IllegalStateException("The data folder " + path
                    + " is in use by another Muster on this machine: stop that one, or choose another folder");
        }
        return new DataFolder(path, wanted.isPresent(), channel);
    }

    Path path() {
        return path;
    }

    /** The folder, if what is in it is to be found again at the next start. */
    Optional<Path> lasting() {
        return lasting ? Optional.of(path) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!lasting) {
            FileTree.delete(path);
        }
    }

    /** Who reads the folder reads personal links. A folder that is there already keeps its permissions. */
    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}

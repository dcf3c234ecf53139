package dev.muster.scenario.io;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/** Folders that change as a whole or not at all. */
public final class FileTree {

    private FileTree() {}

    /** Writes into a folder. */
    @FunctionalInterface
    interface Writing {
        void into(Path folder) throws IOException;
    }

    /** Whether nothing is there, or an empty folder. */
    static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
            return !Files.exists(folder, NOFOLLOW_LINKS);
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Writes beside the folder first and then puts what was written in its place. What the folder held stays, but for the
     * files that were written anew.
     */
    static void replace(Path folder, Writing writing) throws IOException {
        var parent = Files.createDirectories(folder.getParent());
        var next = Files.createDirectory(parent.resolve(".%s-%s".formatted(folder.getFileName(), UUID.randomUUID())));
        try {
            writing.into(next);
            if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
                addTo(next, folder);
            }
            swap(folder, next);
        } finally {
            delete(next);
        }
    }

    private static void swap(Path folder, Path next) throws IOException {
        if (!Files.exists(folder, NOFOLLOW_LINKS)) {
            Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        var before = next.resolveSibling(next.getFileName() + "-before");
        Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        delete(before);
    }

    /** Copies what is not there; links as links, wherever they lead. */
    private static void addTo(Path to, Path from) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var copy = to.resolve(from.relativize(file));
                if (!Files.exists(copy, NOFOLLOW_LINKS)) {
                    Files.copy(file, copy, NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes the folder with all that is in it; of a link, the link. Nothing happens if it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

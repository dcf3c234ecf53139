package dev.muster.web;

import dev.muster.drill.port.Attachments;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Attachments in memory. */
final class ShelvedAttachments implements Attachments {

    private final Map<String, byte[]> files = new HashMap<>();

    @Override
    public void put(String drill, String name, byte[] content) {
        files.put(drill + "/" + name, content);
    }

    @Override
    public Optional<byte[]> get(String drill, String name) {
        return Optional.ofNullable(files.get(drill + "/" + name));
    }
}

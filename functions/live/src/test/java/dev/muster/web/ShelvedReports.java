package dev.muster.web;

import dev.muster.drill.port.Reports;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reports in memory. */
final class ShelvedReports implements Reports {

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

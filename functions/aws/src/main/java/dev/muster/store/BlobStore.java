package dev.muster.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where files are kept. Their keys are made by {@link Blob}. */
public interface BlobStore {

    /** Keeps the file, in the place of one with the same key. */
    void put(String key, Blob blob);

    Optional<Blob> get(String key);

    /** An address that gives whoever has it this file for so long; empty if the store has none and {@link #get} must do. */
    Optional<URI> link(String key, Duration validity);
}

package dev.muster.web;

import java.util.Optional;

/** The keys that sign links. */
public interface Keyring {

    /** A key and its name, which stands in each token that it signed. */
    record Key(String kid, byte[] secret) {

        /** HS256 needs a key as long as its hash: RFC 7518, section 3.2. */
        private static final int MIN_BYTES = 32;

        public Key {
            if (secret.length < MIN_BYTES) {
                throw new IllegalArgumentException(
                        "a signing key has at least %d bytes, %s has %d".formatted(MIN_BYTES, kid, secret.length));
            }
        }
    }

    /** The key that signs new links. */
    Key current();

    /** The key of that name, also if it came after the last look. */
    Optional<Key> byKid(String kid);
}

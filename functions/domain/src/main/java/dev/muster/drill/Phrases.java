package dev.muster.drill;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * What conditions and durations are said with, in one language: {@code phrases_en.properties} and {@code
 * phrases_de.properties}, as patterns of {@link MessageFormat}.
 */
final class Phrases {

    private static final Phrases ENGLISH = new Phrases(Locale.UK, "phrases_en.properties");
    private static final Phrases GERMAN = new Phrases(Locale.GERMANY, "phrases_de.properties");

    private final Locale locale;
    private final Properties patterns = new Properties();

    private Phrases(Locale locale, String file) {
        this.locale = locale;
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In English for whoever's language we do not speak. */
    static Phrases in(Locale language) {
        return language.getLanguage().equals(GERMAN.locale.getLanguage()) ? GERMAN : ENGLISH;
    }

    /**
     * @param facts what stands for {0}, {1} and so on
     * @throws MissingResourceException if nobody wrote this phrase
     */
    String say(String key, Object... facts) {
        var pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new MissingResourceException("no phrase '%s' in %s".formatted(key, locale), "phrases", key);
        }
        return new MessageFormat(pattern, locale).format(facts);
    }

    /** What can be said. */
    Set<String> keys() {
        return patterns.stringPropertyNames();
    }
}

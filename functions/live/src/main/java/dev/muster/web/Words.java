package dev.muster.web;

import dev.muster.drill.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;

/** What people read, in one language: patterns of {@link MessageFormat} in {@code words_<language>.properties}. */
public final class Words {

    /** The language of the API, and of whoever's language we do not speak. */
    public static final Words ENGLISH = new Words(Locale.UK, "words_en.properties");

    private static final Words GERMAN = new Words(Locale.GERMANY, "words_de.properties");

    private final Locale locale;
    private final Properties patterns = new Properties();

    private Words(Locale locale, String file) {
        this.locale = locale;
        try (var in = new StringReader(Pages.resource(file))) {
            patterns.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Words of(Locale locale) {
        return locale.getLanguage().equals(GERMAN.locale.getLanguage()) ? GERMAN : ENGLISH;
    }

    /** @param facts what stands for {0}, {1} and so on; numbers are written as the language writes them */
    public String say(String key, Object... facts) {
        var pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new MissingResourceException("no words '%s' in %s".formatted(key, locale), "words", key);
        }
        return new MessageFormat(pattern, locale).format(facts);
    }

    /** Why something is refused. */
    public String say(Refusal refusal) {
        return say("refusal." + refusal.code(), refusal.facts().toArray());
    }
}

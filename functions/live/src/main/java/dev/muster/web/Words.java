package dev.muster.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.drill.DurationWords;
import dev.muster.drill.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What pages say, in one language: all words stand in {@code words_en.properties} and {@code words_de.properties}, as
 * patterns of {@link MessageFormat}, beside the pages that say them. Times are said in a zone that the caller names, as the
 * language writes them.
 */
public final class Words {

    private static final Book OURS = Book.beside(Words.class);

    /** The language of the API, and of whoever's language we do not speak. */
    public static final Words ENGLISH = OURS.english();

    private static final String SCRIPTS = "js.";

    private final Locale locale;
    private final Map<String, String> patterns;

    private Words(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /** The same words in every language that we speak. */
    public record Book(Words english, Words german) {

        /** The words that lie beside a class. */
        public static Book beside(Class<?> owner) {
            return new Book(
                    new Words(Locale.UK, patterns(owner, "words_en.properties")),
                    new Words(Locale.GERMANY, patterns(owner, "words_de.properties")));
        }

        /** In the first language that we speak among those that a browser asks for, most wanted first. */
        public Words preferred(String acceptLanguage) {
            try {
                return Locale.LanguageRange.parse(acceptLanguage).stream()
                        .filter(range -> range.getWeight() > 0)
                        .flatMap(range -> in(range.getRange().split("-", 2)[0]).stream())
                        .findFirst()
                        .orElse(english);
            } catch (IllegalArgumentException e) {
                return english;
            }
        }

        private Optional<Words> in(String language) {
            return Stream.of(english, german)
                    .filter(words -> words.language().equals(language))
                    .findFirst();
        }
    }

    /** The words of the first language that we speak among those that a browser asks for, most wanted first. */
    static Words preferred(String acceptLanguage) {
        return OURS.preferred(acceptLanguage);
    }

    public static Words of(Locale locale) {
        return OURS.in(locale.getLanguage()).orElse(ENGLISH);
    }

    Locale locale() {
        return locale;
    }

    /** As people say it who count in days, too, and in seconds where that matters. */
    String exactDuration(Duration length) {
        return DurationWords.of(length, locale);
    }

    /** The language's tag, as a page names it. */
    public String language() {
        return locale.getLanguage();
    }

    /**
     * @param facts what stands for {0}, {1} and so on; numbers are written as the language writes them
     * @throws MissingResourceException if nobody wrote these words
     */
    public String say(String key, Object... facts) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            throw new MissingResourceException("no words '%s' in %s".formatted(key, locale), "words", key);
        }
        return new MessageFormat(pattern, locale).format(facts);
    }

    /** Why something is refused. */
    public String say(Refusal refusal) {
        return say("refusal." + refusal.code(), refusal.facts().toArray());
    }

    /** Hour and minute. */
    public String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** Day, hour and minute. */
    public String dateAndTime(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /** With one decimal. */
    public String number(double value) {
        return String.format(locale, "%.1f", value);
    }

    /** In whole minutes below two hours, in hours and minutes above; a part of a minute is left out. */
    public String duration(Duration length) {
        var minutes = length.abs().toMinutes();
        return minutes < 120 ? say("duration.minutes", minutes) : say("duration.hours", minutes / 60, minutes % 60);
    }

    /** What scripts say, as a JSON object; they put in the facts themselves, in the place of {0}. */
    String forScripts() {
        var said = JsonNodeFactory.instance.objectNode();
        patterns.keySet().stream()
                .filter(key -> key.startsWith(SCRIPTS))
                .sorted()
                .forEach(key -> said.put(key.substring(SCRIPTS.length()), say(key, "{0}")));
        return said.toString();
    }

    /** What can be said. */
    public Set<String> keys() {
        return patterns.keySet();
    }

    /** How it was written; null if nobody did. */
    public String pattern(String key) {
        return patterns.get(key);
    }

    private static Map<String, String> patterns(Class<?> owner, String file) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
    }
}

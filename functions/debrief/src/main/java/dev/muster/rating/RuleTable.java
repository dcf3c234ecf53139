package dev.muster.rating;

import dev.muster.scenario.Criterion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of all criteria, read from {@code criteria.rules}, whose head explains its format. */
final class RuleTable {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final String UP_TO_FIVE_WORDS = "(?:\\s+\\S+){0,5}?\\s+";

    private final Map<String, String> names = new HashMap<>();
    private final Map<Criterion, List<Rule>> rules = new EnumMap<>(Criterion.class);

    private RuleTable() {}

    static Map<Criterion, List<Rule>> load() {
        try (var in = RuleTable.class.getResourceAsStream("criteria.rules")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException with the line's number, if one cannot be read */
    static Map<Criterion, List<Rule>> parse(String text) {
        var table = new RuleTable();
        var lines = text.lines().toList();
        Criterion criterion = null;
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            try {
                criterion = table.read(line, criterion);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("criteria.rules:%d: %s".formatted(number, e.getMessage()), e);
            }
        }
        return table.rules;
    }

    private Criterion read(String line, Criterion criterion) {
        if (line.isEmpty() || line.startsWith("#")) {
            return criterion;
        }
        if (line.startsWith("[")) {
            return Criterion.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
        }
        if (line.startsWith("@")) {
            var parts = line.substring(1).split("=", 2);
            names.put(parts[0].strip(), expand(parts[1].strip()));
            return criterion;
        }
        rules.computeIfAbsent(criterion, one -> new ArrayList<>()).add(rule(line, criterion));
        return criterion;
    }

    private Rule rule(String line, Criterion criterion) {
        var kind = Rule.Kind.of(line.charAt(0));
        var rest = line.substring(1).strip();
        if (kind == Rule.Kind.SPOILS) {
            return new Rule(criterion, kind, 0, compile(rest));
        }
        var space = rest.indexOf(' ');
        return new Rule(criterion, kind, Double.parseDouble(rest.substring(0, space)), compile(rest.substring(space)));
    }

    private Pattern compile(String pattern) {
        return Pattern.compile("(?<!\\w)(?:" + expand(pattern.strip()) + ")(?!\\w)", Pattern.CASE_INSENSITIVE);
    }

    private String expand(String pattern) {
        return NAME.matcher(pattern.replace("~", UP_TO_FIVE_WORDS)).replaceAll(name -> {
            var meaning = names.get(name.group(1));
            if (meaning == null) {
                throw new IllegalArgumentException("no name {" + name.group(1) + "} was given a pattern before");
            }
            return Matcher.quoteReplacement(meaning);
        });
    }
}

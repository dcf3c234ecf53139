package dev.muster.rating;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.rating.Sentences.Sentence;
import dev.muster.scenario.Criterion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks, sentence by sentence, for the ways in which people word each criterion, and leaves alone what is negated, conditional
 * or quoted. It knows English only and no irony; its table is {@code criteria.rules}. It misses much and is seldom wrong, so
 * the trained rater takes its hits as one more sign. Its time grows with the length of the message.
 */
public final class LexicalRater {

    private static final int MOST_QUOTES = 3;

    /** How likely a criterion is all the same where nothing, or only something spoilt, was found. */
    private static final double NOTHING_FOUND = 0.1;

    private static final double ONLY_SPOILT = 0.3;

    /** Several hits make it surer, but words alone never make it sure. */
    private static final double MOST_SURE = 0.95;

    /** What a message says if it says anything: one without two of these is empty words. */
    private static final Set<Criterion> SUBSTANCE = EnumSet.of(
            Criterion.ACKNOWLEDGES,
            Criterion.ACTION,
            Criterion.CUSTOMER_IMPACT,
            Criterion.REMEDY,
            Criterion.NEXT_UPDATE,
            Criterion.SUPPORT_ROUTE);

    private static final String NOT =
            "(?:\\b(?:not|never|no|nobody|none|without|cannot|neither|nor|hardly|nothing|refuse to|unable to|instead of"
                    + "|dont|cant|wont|isnt|didnt|wasnt|arent)\\b|n't\\b)";

    private static final Pattern NEGATOR = Pattern.compile(NOT, Pattern.CASE_INSENSITIVE);

    private static final Pattern NEGATION = Pattern.compile(NOT + "(?:\\s+\\S+){0,3}\\s*$", Pattern.CASE_INSENSITIVE);

    /** How far before a hit a negation is looked for. */
    private static final int BEFORE = 40;

    private static final Pattern CLAUSE_BREAK = Pattern.compile("[,:;.!?()–—]|\\b(?:but|because|so|and)\\b");

    private static final Map<Criterion, List<Rule>> TABLE = RuleTable.load();

    /** What a text shows, each of the sixteen criteria present or absent; quotes are words of the text as it stands. */
    public Map<Criterion, CriterionMark> rate(String text) {
        var sentences = Sentences.of(text);
        var findings = new EnumMap<Criterion, Findings>(Criterion.class);
        for (var criterion : Criterion.values()) {
            findings.put(criterion, look(sentences, TABLE.get(criterion)));
        }
        var empty = SUBSTANCE.stream().filter(one -> findings.get(one).shown()).count() < 2;
        var marks = new EnumMap<Criterion, CriterionMark>(Criterion.class);
        findings.forEach((criterion, found) -> marks.put(criterion, found.mark(text, empty)));
        return marks;
    }

    private static Findings look(List<Sentence> sentences, List<Rule> rules) {
        var findings = new Findings();
        for (var sentence : sentences) {
            look(sentence, rules, findings);
        }
        return findings;
    }

    private static void look(Sentence sentence, List<Rule> rules, Findings findings) {
        var hits = new ArrayList<Hit>();
        for (var rule : rules) {
            var matcher = rule.pattern().matcher(sentence.words());
            if (rule.kind() != Rule.Kind.SPOILS && found(matcher, rule, sentence)) {
                hits.add(new Hit(rule, sentence, matcher.start(), matcher.end()));
            }
        }
        if (hits.isEmpty()) {
            return;
        }
        if (rules.stream().anyMatch(rule -> spoils(rule, sentence))) {
            findings.spoilt = true;
        } else {
            findings.hits.addAll(hits);
        }
    }

    private static boolean spoils(Rule rule, Sentence sentence) {
        return rule.kind() == Rule.Kind.SPOILS
                && rule.pattern().matcher(sentence.words()).find();
    }

    private static boolean found(Matcher matcher, Rule rule, Sentence sentence) {
        while (matcher.find()) {
            if (rule.kind() != Rule.Kind.SHOWS || !negated(rule, sentence.words(), matcher)) {
                return true;
            }
        }
        return false;
    }

    private static boolean negated(Rule rule, String words, Matcher hit) {
        return !rule.speaksOfNot() && NEGATOR.matcher(hit.group()).find()
                || NEGATION.matcher(clauseBefore(words, hit.start())).find();
    }

    private static String clauseBefore(String words, int at) {
        var before = words.substring(Math.max(0, at - BEFORE), at);
        var breaks = CLAUSE_BREAK.matcher(before);
        var clause = 0;
        while (breaks.find()) {
            clause = breaks.end();
        }
        return before.substring(clause);
    }

    private record Hit(Rule rule, Sentence sentence, int start, int end) {

        boolean counts(boolean empty) {
            return empty || rule.kind() != Rule.Kind.SHOWS_IF_EMPTY;
        }

        Hit surer(Hit other) {
            return other.rule().probability() > rule.probability() ? other : this;
        }

        String quote(String text) {
            return Quote.around(
                    text,
                    sentence.start(),
                    sentence.start() + sentence.words().length(),
                    sentence.start() + start,
                    sentence.start() + end);
        }
    }

    private static final class Findings {
        private final List<Hit> hits = new ArrayList<>();
        private boolean spoilt;

        boolean shown() {
            return hits.stream().anyMatch(hit -> hit.counts(false));
        }

        CriterionMark mark(String text, boolean empty) {
            var surest = surestOfEachSentence(empty);
            if (surest.isEmpty()) {
                return new CriterionMark(false, spoilt ? ONLY_SPOILT : NOTHING_FOUND, List.of());
            }
            var quotes = surest.stream().map(hit -> hit.quote(text)).distinct().toList();
            return new CriterionMark(true, probability(surest), quotes);
        }

        private List<Hit> surestOfEachSentence(boolean empty) {
            var surest = new TreeMap<Integer, Hit>();
            hits.stream()
                    .filter(hit -> hit.counts(empty))
                    .forEach(hit -> surest.merge(hit.sentence().start(), hit, Hit::surer));
            return surest.values().stream().limit(MOST_QUOTES).toList();
        }

        /** Hits in different sentences are taken as independent. */
        private static double probability(List<Hit> hits) {
            var none = hits.stream()
                    .mapToDouble(hit -> 1 - hit.rule().probability())
                    .reduce(1, (left, right) -> left * right);
            return Math.min(MOST_SURE, 1 - none);
        }
    }
}

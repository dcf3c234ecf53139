package dev.muster.scenario.sheet;

import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the roles of a plan behind the words of a sheet: their ids, their names, and what the field calls them. */
final class RoleWords {

    /**
     * Whom the words mean.
     *
     * @param roles ids, in the order of the words
     * @param assumed how words that are neither id nor name were understood
     * @param unknown words that mean nobody in the plan
     */
    record Recipients(Set<String> roles, List<String> assumed, List<String> unknown) {}

    private static final Pattern SEPARATORS = Pattern.compile("(?:[,;/|\\n\\r•+]|\\s–\\s)(?![^()]*\\))");
    private static final Pattern AND = Pattern.compile("(?i)(?:\\s+(?:and|und|y|et)\\s+|\\s*&\\s*)(?![^()]*\\))");

    /** {@code Comms (cc: Legal)}, {@code John Smith (Legal)}. */
    private static final Pattern WITH_BRACKETS =
            Pattern.compile("(?is)(?<outside>[^()]*)\\((?:\\s*(?:b?cc|copy|info|kopie)\\s*:)?(?<inside>[^()]*)\\)\\s*");

    /** Words that say only that it is a role. */
    private static final Pattern FILLER = Pattern.compile(
            "\\b(?:the|team|teams|lead|leads|leader|head of|director|manager|officer|leiter|leiterin|leitung|desk|department|dept|section|cell|unit|group|staff|rep|representative|player|players|abteilung|der|die|das)\\b");

    private static final List<String> EVERYBODY = List.of(
            "all",
            "all players",
            "all participants",
            "all teams",
            "all roles",
            "everyone",
            "everybody",
            "whole team",
            "crisis team",
            "alle",
            "alle teilnehmer",
            "krisenteam");

    private final List<Role> roles;

    RoleWords(Plan plan) {
        this.roles = plan.roles();
    }

    Recipients recipients(String text) {
        var found = new Recipients(new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
        take(RoleVocabulary.withoutGender(text), SEPARATORS, found);
        return found;
    }

    /** The whole first: names of roles have commas and an 'and' themselves. */
    private void take(String words, Pattern separators, Recipients found) {
        if (Words.isBlank(words)) {
            return;
        }
        var meant = meant(words);
        if (!meant.isEmpty()) {
            found.roles.addAll(meant);
            remark(words.strip(), meant, found);
            return;
        }
        var pieces = Words.split(words, separators);
        if (pieces.size() > 1) {
            pieces.forEach(piece -> take(piece, AND, found));
        } else if (separators == SEPARATORS) {
            take(words, AND, found);
        } else if (!takeWithBrackets(words.strip(), found)) {
            found.unknown.add(words.strip());
        }
    }

    /** A role outside of brackets or inside of them is enough: the rest may be a person's name. */
    private boolean takeWithBrackets(String words, Recipients found) {
        var brackets = WITH_BRACKETS.matcher(words);
        if (!brackets.matches()) {
            return false;
        }
        var meant = recipients(brackets.group("outside") + "\n" + brackets.group("inside"))
                .roles();
        found.roles.addAll(meant);
        if (!meant.isEmpty()) {
            found.assumed.add("%s is %s".formatted(Words.quoted(words), String.join(", ", meant)));
        }
        return !meant.isEmpty();
    }

    private void remark(String words, List<String> meant, Recipients found) {
        var literal = roles.stream()
                .filter(role -> meant.contains(role.id()))
                .allMatch(role ->
                        role.id().equals(words) || Words.plain(role.name()).equals(Words.plain(words)));
        if (!literal) {
            found.assumed.add("%s is %s".formatted(Words.quoted(words), String.join(", ", meant)));
        }
    }

    /** The ids of the roles that the words as a whole mean; none if they mean none. */
    private List<String> meant(String words) {
        var plain = Words.plain(words);
        var one = first(role -> role.id().equals(words.strip()))
                .or(() -> named(plain))
                .or(() -> EVERYBODY.contains(plain) ? Optional.empty() : named(withoutFiller(plain)));
        if (one.isEmpty() && EVERYBODY.contains(plain)) {
            return roles.stream().map(Role::id).toList();
        }
        return one.map(Role::id).stream().toList();
    }

    private Optional<Role> named(String plain) {
        return plain.isEmpty()
                ? Optional.empty()
                : first(role -> names(role).anyMatch(plain::equals)).or(() -> first(role -> isCalled(role, plain)));
    }

    private Optional<Role> first(Predicate<Role> which) {
        return roles.stream().filter(which).findFirst();
    }

    private static Stream<String> names(Role role) {
        return Stream.of(role.id(), RoleVocabulary.withoutGender(role.name()))
                .map(Words::plain)
                .flatMap(name -> Stream.of(name, withoutFiller(name)))
                .filter(name -> !name.isEmpty());
    }

    private static boolean isCalled(Role role, String plain) {
        return Stream.concat(Stream.of(role.id()), role.standsFor().stream())
                .anyMatch(id -> RoleVocabulary.isCalled(id, plain));
    }

    private static String withoutFiller(String plain) {
        return FILLER.matcher(plain).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }
}

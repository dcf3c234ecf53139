package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.sheet.RoleVocabulary;
import dev.muster.scenario.sheet.Words;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds the roles of a plan behind the words of a list of people. */
public final class RoleNames {

    private static final Pattern BETWEEN = Pattern.compile("[,;/|\\n+]|\\s(?:and|und)\\s|&");

    private final Plan plan;
    private final Likeness known;

    public RoleNames(Plan plan) {
        this.plan = plan;
        this.known = new Likeness(
                plan.roles().stream()
                        .map(role -> new Likeness.Known(role.id(), role.name()))
                        .toList(),
                phrases(plan));
    }

    /** What is said for a role of the default plan is said for the role that stands for it. */
    private static Map<String, List<String>> phrases(Plan plan) {
        var phrases = new HashMap<String, List<String>>();
        RoleVocabulary.phrases()
                .forEach((role, words) -> plan.roleFor(role).ifPresent(own -> phrases.put(own.id(), words)));
        return phrases;
    }

    /**
     * The ids of the roles that the words name. A role that the plan does not have is kept under an id of its own, since
     * another plan may have it.
     *
     * @param assume takes what was assumed
     */
    public Set<String> in(String words, Consumer<String> assume) {
        var roles = new LinkedHashSet<String>();
        exact(words).ifPresentOrElse(roles::add, () -> Words.split(RoleVocabulary.withoutGender(words), BETWEEN)
                .forEach(piece -> roles.add(exact(piece).orElseGet(() -> likely(piece, assume)))));
        return roles;
    }

    private Optional<String> exact(String words) {
        var plain = plain(words);
        return plan.roles().stream()
                .filter(role ->
                        plain(role.id()).equals(plain) || plain(role.name()).equals(plain))
                .map(Role::id)
                .findFirst();
    }

    private static String plain(String words) {
        return Words.plain(RoleVocabulary.withoutGender(words));
    }

    private String likely(String words, Consumer<String> assume) {
        if (Words.isId(words)) {
            assume.accept("the plan \"%s\" has no role \"%s\"; kept as it is".formatted(plan.id(), words));
            return words;
        }
        var guess = known.best(words);
        if (guess.isPresent()) {
            assume.accept("%s is taken for the role \"%s\": %s"
                    .formatted(
                            Words.quoted(words), guess.get().id(), guess.get().why()));
            return guess.get().id();
        }
        var id = Words.id(words).orElse("role");
        assume.accept("the plan \"%s\" has no role %s; kept as \"%s\"".formatted(plan.id(), Words.quoted(words), id));
        return id;
    }
}

package dev.muster.web;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.MessageTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the forms of the responder's page are filled with when it opens, and what can be chosen in them. A script fills them
 * without opening the page again; without one, a link to the page says what it wants.
 *
 * @param about what came in and is to be answered; null if nothing in particular
 * @param text of the template that somebody chose; empty if nobody did
 * @param steps ids of the steps that are ticked
 * @param step id of the step that is to be reported; empty if none is chosen
 * @param roles in which the responder may act
 * @param everyRole to whom work may be given
 */
public record Sheet(
        PromptCard about,
        String channel,
        String audience,
        String text,
        Set<String> steps,
        String step,
        List<Choice> roles,
        List<Choice> everyRole,
        List<Choice> channels,
        List<Choice> audiences) {

    /**
     * What can be chosen.
     *
     * @param note whether something must be known about it, such as that it needs approval
     */
    public record Choice(String id, String name, boolean note) {}

    /** Keeps a link to the same form about the same thing. */
    public String aboutQuery() {
        return about == null ? "" : "&inject=" + about.inject();
    }

    /** What a link to the page wants, each by its id. */
    record Wanted(Optional<String> inject, Optional<String> template, Optional<String> step) {

        static Wanted of(Request request) {
            return new Wanted(asked(request, "inject"), asked(request, "template"), asked(request, "step"));
        }

        private static Optional<String> asked(Request request, String name) {
            return Optional.ofNullable(request.query().get(name));
        }
    }

    static Sheet of(MyDrill mine, Wanted wanted, Showing showing) {
        var plan = mine.plan();
        var labels = showing.labels();
        var about = mine.items().stream()
                .filter(item ->
                        wanted.inject().filter(item.prompt().inject()::equals).isPresent())
                .findFirst()
                .map(item -> PromptCard.of(item, showing));
        var template = plan.templates().stream()
                .filter(one -> wanted.template().filter(one.id()::equals).isPresent())
                .findFirst();
        var member = mine.member();
        return new Sheet(
                about.orElse(null),
                about.map(PromptCard::answerChannel)
                        .or(() -> template.flatMap(MessageTemplate::channel).map(Channel::label))
                        .orElse(""),
                about.map(PromptCard::audience)
                        .or(() -> template.flatMap(MessageTemplate::audience).map(Audience::label))
                        .orElse(""),
                template.map(one -> one.text().strip()).orElse(""),
                Set.copyOf(template.map(MessageTemplate::steps).orElse(List.of())),
                wanted.step().filter(id -> plan.step(id).isPresent()).orElse(""),
                Stream.concat(member.roles().stream(), member.deputyFor().stream())
                        .distinct()
                        .map(role -> new Choice(role, labels.role(role), false))
                        .toList(),
                plan.roles().stream()
                        .map(role -> new Choice(role.id(), role.name(), false))
                        .toList(),
                Arrays.stream(Channel.values())
                        .map(one -> new Choice(one.label(), labels.channel(one), false))
                        .toList(),
                Arrays.stream(Audience.values())
                        .map(one -> new Choice(
                                one.label(),
                                labels.audience(one),
                                plan.approval().demandedFor(one)))
                        .toList());
    }
}

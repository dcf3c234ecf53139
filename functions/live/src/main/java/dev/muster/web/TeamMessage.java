package dev.muster.web;

import dev.muster.drill.DrillEvent.MessageRefused;
import dev.muster.drill.Message;
import dev.muster.drill.Occurrence;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody of the team wrote, as the page of the console shows it.
 *
 * @param time drill time at which it was sent, or drafted
 * @param state sent, waiting or refused
 * @param refusal why it was refused; empty if it was not
 * @param answers the inject that it answers; empty if it answers none
 * @param unrated whether marks are still to come
 */
public record TeamMessage(
        String id,
        String time,
        String state,
        String refusal,
        boolean approvalSkipped,
        String author,
        String role,
        String channel,
        String audience,
        String answers,
        String text,
        boolean unrated,
        List<Mark> marks) {

    /**
     * Whether it shows a criterion.
     *
     * @param good whether that speaks for the message
     * @param unsure whether an evaluator should confirm it
     * @param quotes the words that show it
     * @param ruling who overruled the rater and why; empty if nobody did
     */
    public record Mark(String criterion, boolean present, boolean good, boolean unsure, String quotes, String ruling) {}

    /** What is the same of everything that is written. */
    private record Written(
            String id,
            String member,
            String role,
            Channel channel,
            Audience audience,
            String text,
            Optional<String> answers) {

        TeamMessage as(String state, Duration at, Scene scene) {
            return new TeamMessage(
                    id,
                    scene.clock(at),
                    state,
                    "",
                    false,
                    scene.member(member),
                    scene.role(role),
                    channel.label(),
                    audience.label(),
                    answers.map(scene::inject).orElse(""),
                    text.strip(),
                    false,
                    List.of());
        }
    }

    private record Dated(Duration at, TeamMessage message) {}

    /** A name for its place in the page, which style and script can point to. */
    public String place() {
        return id.replace('.', '_');
    }

    /** Drafts that wait before all, then the latest first. */
    static List<TeamMessage> all(Scene scene) {
        var sent = scene.facts().messages().stream().map(one -> new Dated(one.at(), sent(one, scene)));
        var waiting = scene.facts().drafts().stream().map(one -> new Dated(one.at(), waiting(one, scene)));
        var refused = scene.progress().correspondence().refused().stream().flatMap(one -> refused(one, scene).stream());
        return Stream.of(sent, waiting, refused)
                .flatMap(one -> one)
                .sorted(Comparator.<Dated, Boolean>comparing(
                                one -> !one.message().state().equals("waiting"))
                        .thenComparing(Comparator.comparing(Dated::at).reversed()))
                .map(Dated::message)
                .toList();
    }

    private static TeamMessage sent(Console.Sent one, Scene scene) {
        var letter = new Written(
                one.message(), one.member(), one.role(), one.channel(), one.audience(), one.text(), one.answers());
        var plain = letter.as("sent", one.at(), scene);
        return new TeamMessage(
                plain.id(),
                plain.time(),
                plain.state(),
                "",
                one.approvalSkipped(),
                plain.author(),
                plain.role(),
                plain.channel(),
                plain.audience(),
                plain.answers(),
                plain.text(),
                one.audience().external() && one.marks().isEmpty(),
                one.marks().stream().map(TeamMessage::mark).toList());
    }

    private static Mark mark(Console.Mark one) {
        return new Mark(
                one.criterion().label(),
                one.present(),
                one.criterion().positive() == one.present(),
                one.unsure(),
                String.join(" … ", one.quotes()),
                one.ruledBy()
                        .map(by -> "%s: %s".formatted(by, one.reason().orElse("")))
                        .orElse(""));
    }

    private static TeamMessage waiting(Console.Draft one, Scene scene) {
        return new Written(
                        one.message(),
                        one.member(),
                        one.role(),
                        one.channel(),
                        one.audience(),
                        one.text(),
                        one.answers())
                .as("waiting", one.at(), scene);
    }

    private static Optional<Dated> refused(Occurrence<MessageRefused> one, Scene scene) {
        return scene.progress()
                .correspondence()
                .draft(one.event().message())
                .map(draft -> refused(draft.event().message(), one, scene));
    }

    private static Dated refused(Message draft, Occurrence<MessageRefused> one, Scene scene) {
        var plain = new Written(
                        draft.id(),
                        draft.member(),
                        draft.role(),
                        draft.channel(),
                        draft.audience(),
                        draft.text(),
                        draft.answers())
                .as("refused", one.at(), scene);
        return new Dated(
                one.at(),
                new TeamMessage(
                        plain.id(),
                        plain.time(),
                        plain.state(),
                        one.event().reason(),
                        false,
                        plain.author(),
                        plain.role(),
                        plain.channel(),
                        plain.audience(),
                        plain.answers(),
                        plain.text(),
                        false,
                        List.of()));
    }
}

package dev.muster.web;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.Message;
import dev.muster.scenario.Criterion;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody of the team wrote, as the console shows it.
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
     * What a rater found.
     *
     * @param good whether that speaks for the message
     * @param quotes the words that show it
     */
    public record Mark(String criterion, boolean present, boolean good, String quotes) {}

    private record Dated(Duration at, TeamMessage message) {}

    /** Latest first; drafts that wait before all. */
    static List<TeamMessage> all(Scene scene) {
        var letters = scene.progress().correspondence();
        var sent = letters.sent().stream()
                .map(one -> new Dated(
                        one.at(),
                        of(
                                one.message(),
                                scene.clock(one.at()),
                                "sent",
                                "",
                                one.approvalSkipped(),
                                one.external() && one.marks().isEmpty(),
                                one.marks(),
                                scene)));
        var waiting = letters.waiting().stream()
                .map(one -> new Dated(
                        one.at(),
                        of(
                                one.event().message(),
                                scene.clock(one.at()),
                                "waiting",
                                "",
                                false,
                                false,
                                Map.of(),
                                scene)));
        var refused = letters.refused().stream()
                .flatMap(one -> letters.draft(one.event().message()).stream()
                        .map(draft -> new Dated(
                                one.at(),
                                of(
                                        draft.event().message(),
                                        scene.clock(one.at()),
                                        "refused",
                                        one.event().reason(),
                                        false,
                                        false,
                                        Map.of(),
                                        scene))));
        return Stream.of(sent, waiting, refused)
                .flatMap(one -> one)
                .sorted(Comparator.<Dated, Boolean>comparing(
                                one -> !one.message().state().equals("waiting"))
                        .thenComparing(Comparator.comparing(Dated::at).reversed()))
                .map(Dated::message)
                .toList();
    }

    private static TeamMessage of(
            Message message,
            String time,
            String state,
            String refusal,
            boolean approvalSkipped,
            boolean unrated,
            Map<Criterion, CriterionMark> marks,
            Scene scene) {
        return new TeamMessage(
                message.id(),
                time,
                state,
                refusal,
                approvalSkipped,
                scene.member(message.member()),
                scene.role(message.role()),
                message.channel().label(),
                message.audience().label(),
                message.answers().map(scene::inject).orElse(""),
                message.text().strip(),
                unrated,
                marks.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> mark(one.getKey(), one.getValue()))
                        .toList());
    }

    private static Mark mark(Criterion criterion, CriterionMark found) {
        return new Mark(
                criterion.label(),
                found.present(),
                criterion.positive() == found.present(),
                String.join(" … ", found.quotes()));
    }
}

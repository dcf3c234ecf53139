package dev.muster.web;

import dev.muster.drill.Prompt;
import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that came in, as its receiver sees it.
 *
 * @param look the channel's label: each looks as on its channel
 * @param role the role in which the receiver answers; empty for the usual one
 * @param fresh whether the receiver has done nothing about it yet
 * @param open whether somebody still has to do something about it
 * @param subject of an e-mail, headline of a piece of news; empty for others, and if there is none
 * @param decided what was decided, in words; empty while nothing was
 * @param audience whom an answer addresses most likely; empty if nobody can say
 * @param handedBy who handed it over to the receiver; empty if nobody did
 */
public record PromptCard(
        String inject,
        String look,
        String heading,
        String from,
        String when,
        String to,
        String role,
        boolean customer,
        boolean fresh,
        boolean open,
        String subject,
        String text,
        List<File> files,
        List<Deadline> deadlines,
        List<Prompt.Choice> options,
        boolean toAcknowledge,
        boolean toDecide,
        boolean answered,
        boolean handedOver,
        String decided,
        String handedBy,
        List<String> others,
        String answerChannel,
        String audience) {

    /**
     * A file that came with it.
     *
     * @param address where it lies, relative to the page
     * @param alt what a picture shows
     * @param picture whether the page shows it, rather than a link
     */
    public record File(String name, String title, String alt, String address, boolean picture) {

        static File of(Prompt.File file, String token) {
            var picture = AttachmentType.byName(file.name())
                    .filter(AttachmentType::isPicture)
                    .isPresent();
            var alt = file.alt().isEmpty() ? file.title() : file.alt();
            return new File(file.name(), file.title(), alt, "%s/attachments/%s".formatted(token, file.name()), picture);
        }
    }

    /** Stands for a face. */
    public String initial() {
        var letters =
                from.codePoints().filter(Character::isLetterOrDigit).limit(1).toArray();
        return letters.length == 0 ? "?" : Character.toString(letters[0]).toUpperCase(Locale.ROOT);
    }

    /** What the button 'answer' puts into the form. */
    public String fill() {
        return Fill.of("answers", inject)
                .and("channel", answerChannel)
                .and("audience", audience)
                .and("role", role)
                .toString();
    }

    /** What the buttons that ask about it or pass it on put into their forms. */
    public String aboutFill() {
        return Fill.of("inject", inject).and("role", role).toString();
    }

    static PromptCard of(MyDrill.Item item, Showing showing) {
        var prompt = item.prompt();
        var letter = Letter.of(prompt);
        return new PromptCard(
                prompt.inject(),
                prompt.channel().label(),
                showing.labels().heading(prompt),
                prompt.from(),
                showing.moments().when(item.released()),
                showing.labels().roles(prompt.to()),
                item.as().orElse(""),
                prompt.customer().isPresent(),
                !showing.over() && item.waitsForAcknowledgement(),
                !showing.over() && isOpen(item),
                letter.subject(),
                letter.text(),
                prompt.attachments().stream()
                        .map(file -> File.of(file, showing.token()))
                        .toList(),
                showing.over() ? List.of() : deadlines(item, showing),
                prompt.options(),
                item.waitsForAcknowledgement(),
                item.waitsForDecision(),
                item.answered(),
                item.handedOver(),
                item.decision()
                        .map(made -> showing.say(
                                "prompt.decided",
                                option(prompt, made.option()),
                                showing.labels().role(made.role())))
                        .orElse(""),
                item.from().orElse(""),
                item.others().stream().map(other -> other(other, showing)).toList(),
                answerChannel(prompt.channel()).label(),
                audience(prompt).map(Audience::label).orElse(""));
    }

    /** Waits for me, or is to be answered by the plan and nobody has. */
    static boolean isOpen(MyDrill.Item item) {
        return item.waits() || waitsForAnswer(item);
    }

    private static boolean waitsForAnswer(MyDrill.Item item) {
        return item.answerBy().isPresent()
                && !item.answered()
                && !item.handedOver()
                && item.others().stream().noneMatch(MyDrill.Other::answered);
    }

    /** The next thing that is due; nothing is due is a long time away. */
    static Duration urgency(MyDrill.Item item) {
        return Stream.of(
                        item.acknowledgeBy().filter(by -> item.waitsForAcknowledgement()),
                        item.answerBy().filter(by -> waitsForAnswer(item)))
                .flatMap(Optional::stream)
                .min(Duration::compareTo)
                .orElse(Duration.ofDays(365));
    }

    private static List<Deadline> deadlines(MyDrill.Item item, Showing showing) {
        return Stream.of(
                        item.acknowledgeBy()
                                .filter(by -> item.waitsForAcknowledgement())
                                .map(by -> showing.moments().deadline(showing.say("prompt.acknowledge-by"), by)),
                        item.answerBy().filter(by -> waitsForAnswer(item)).map(by -> showing.moments()
                                .deadline(showing.say("prompt.answer-by"), by)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String other(MyDrill.Other other, Showing showing) {
        var has = other.handedOver()
                ? "handed-over"
                : other.answered() ? "answered" : other.acknowledged() ? "acknowledged" : "open";
        return showing.say("prompt.other." + has, other.name());
    }

    private static String option(Prompt prompt, String id) {
        return prompt.options().stream()
                .filter(one -> one.id().equals(id))
                .map(Prompt.Choice::text)
                .collect(Collectors.joining());
    }

    /** Nobody answers in the newspaper: what it says is answered on the own page. */
    private static Channel answerChannel(Channel came) {
        return came == Channel.NEWS ? Channel.WEB : came;
    }

    private static Optional<Audience> audience(Prompt prompt) {
        if (prompt.channel() == Channel.SOCIAL || prompt.channel() == Channel.NEWS) {
            return Optional.of(Audience.PUBLIC);
        }
        return prompt.customer().map(customer -> Audience.CUSTOMERS);
    }
}

package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.MessageTemplate;
import dev.muster.scenario.Step;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.ChannelWords;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the messages that a plan has prepared, and finds the steps that they are for. */
final class TemplateRows {

    private static final int MOST = 200;
    private static final int TITLE = 400;
    private static final int TEXT = 10_000;
    private static final int OPENING = 60;

    private static final Pattern BETWEEN_STEPS = Pattern.compile("[,;\\n|]");

    private final List<Step> steps;
    private final Map<String, String> numbers;
    private final Likeness own;
    private final Likeness ofDefault;
    private final List<Remark> remarks;
    private final List<MessageTemplate> templates = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** @param numbers the ids of the steps, by the numbers that the plan gives them */
    TemplateRows(List<Step> steps, Map<String, String> numbers, Likeness ofDefault, List<Remark> remarks) {
        this.steps = steps;
        this.numbers = numbers;
        this.own = new Likeness(
                steps.stream()
                        .map(step -> new Likeness.Known(step.id(), step.title()))
                        .toList(),
                Map.of());
        this.ofDefault = ofDefault;
        this.remarks = remarks;
    }

    List<MessageTemplate> templates() {
        return List.copyOf(templates);
    }

    void read(String file, Table<TemplateColumn> table) {
        for (var row : table.rows()) {
            var place = table.place(file, row);
            var text = table.shown(row, TemplateColumn.TEXT).strip();
            if (text.isEmpty()) {
                remarks.add(Remark.unused(place, "no text in this row"));
            } else if (templates.size() >= MOST) {
                remarks.add(Remark.unused(place, "more than %d templates; this one is left out".formatted(MOST)));
            } else {
                take(table, row, text, place);
            }
        }
    }

    private void take(Table<TemplateColumn> table, Row row, String text, CellPlace place) {
        var named = table.shown(row, TemplateColumn.TITLE).strip().replaceAll("\\s+", " ");
        var title = named.isEmpty() ? Words.cut(text.replaceAll("\\s+", " "), OPENING) : Words.cut(named, TITLE);
        var channelCell = table.shown(row, TemplateColumn.CHANNEL).strip();
        var channel = ChannelWords.find(channelCell);
        var audience = AudienceWords.in(table.shown(row, TemplateColumn.AUDIENCE)).stream()
                .findFirst();
        var id = Words.unique(Words.id(title).orElse("template-" + row.number()), ids);
        var template = new MessageTemplate(
                id,
                title,
                channel,
                audience,
                List.copyOf(steps(table.shown(row, TemplateColumn.STEPS), title, place)),
                Words.cut(text, TEXT));
        templates.add(template);
        remarks.add(Remark.understood(
                place,
                "template \"%s\"%s"
                        .formatted(
                                id, template.steps().isEmpty() ? "" : " for " + String.join(", ", template.steps()))));
        if (channel.isEmpty() && !channelCell.isEmpty()) {
            remarks.add(Remark.unused(place, "not a channel that Muster knows: " + Words.quoted(channelCell)));
        }
        table.unknown().forEach((column, heading) -> {
            if (!row.cell(column).isEmpty()) {
                remarks.add(Remark.unused(
                        place,
                        "%s: %s"
                                .formatted(
                                        heading, Words.quoted(row.cell(column).shown()))));
            }
        });
    }

    private Set<String> steps(String said, String title, CellPlace place) {
        var found = new LinkedHashSet<String>();
        for (var piece : Words.split(said, BETWEEN_STEPS)) {
            var step = step(piece);
            if (step.isEmpty()) {
                remarks.add(Remark.unused(place, "no step is called " + Words.quoted(piece)));
            }
            found.addAll(step);
        }
        if (found.isEmpty()) {
            ofDefault.best(title).ifPresent(guess -> {
                var standing = standingFor(guess.id());
                if (!standing.isEmpty()) {
                    remarks.add(Remark.assumed(
                            place, "it is for %s: %s".formatted(String.join(", ", standing), guess.why())));
                    found.addAll(standing);
                }
            });
        }
        return found;
    }

    private List<String> step(String words) {
        if (numbers.containsKey(Words.plain(words))) {
            return List.of(numbers.get(Words.plain(words)));
        }
        return own.best(words).map(guess -> List.of(guess.id())).orElseGet(() -> ofDefault
                .best(words)
                .map(guess -> standingFor(guess.id()))
                .orElse(List.of()));
    }

    private List<String> standingFor(String step) {
        return steps.stream()
                .filter(own -> own.id().equals(step) || own.standsFor().contains(step))
                .map(Step::id)
                .toList();
    }
}

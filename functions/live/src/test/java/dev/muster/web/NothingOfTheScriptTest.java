package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Member;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Responders never see the script before its time: not what is to come, not why something came, not what is expected. */
class NothingOfTheScriptTest {

    /** Words that only the script has, whatever the drill has come to. */
    private static final List<String> KEYS = List.of(
            "\"expects\"",
            "\"condition\"",
            "\"consequence\"",
            "\"fault\"",
            "\"pending\"",
            "\"due\"",
            "its time had come",
            "the trainer released it",
            "too fast",
            "A secret consequence",
            "A choice",
            "\"marks\"",
            "probability");

    @Property(tries = 40)
    void noAnswerToAResponderHoldsAWordOfWhatIsToCome(
            @ForAll @IntRange(max = 95) int minute, @ForAll("members") Member member) {
        var house = new House();
        house.drill();
        house.minutes(minute);
        trainerTypes(house);
        if (minute < 60) {
            assertThat(secrets(house)).hasSizeGreaterThan(20);
        }
        for (var answer : answers(house, member)) {
            assertThat(answer).doesNotContain(KEYS);
            assertThat(secrets(house).filter(answer::contains)).isEmpty();
        }
    }

    /** What a trainer typed stands in the log, with what it expects and what comes of its options. */
    private static void trainerTypes(House house) {
        house.trainer("POST", "/api/v1/drills/d-first/commands").body("""
                        {"command":"inject","epoch":0,"title":"A choice","channel":"phone","from":"Board","to":["legal"],
                         "text":"Which?","expects":["contain"],"reason":"They were too fast",
                         "options":[{"id":"a","text":"A","consequence":"A secret consequence"},{"id":"b","text":"B"}]}""").send();
        house.passes(Duration.ZERO);
    }

    @Provide
    Arbitrary<Member> members() {
        return Arbitraries.of(new House().library.team("crew").members());
    }

    /** Everything that a responder can be answered: views, receipts and refusals. */
    private static List<String> answers(House house, Member member) {
        var id = member.id();
        var bodies = Stream.concat(
                Stream.of(
                        "acknowledgements {\"inject\":\"soc-alert\"}",
                        "acknowledgements {\"inject\":\"no-such\"}",
                        "decisions {\"inject\":\"soc-alert\",\"option\":\"x\"}",
                        "messages {\"channel\":\"web\",\"audience\":\"customers\",\"text\":\"Hello\"}",
                        "messages {\"channel\":\"web\",\"audience\":\"public\",\"text\":\"Hello\"}",
                        "approvals {\"message\":\"none\",\"approve\":true}",
                        "actions {\"step\":\"contain\",\"evidence\":\"done\"}",
                        "assignments {\"what\":\"w\",\"to\":\"legal\"}",
                        "assignments {\"what\":\"w\",\"to\":\"legal\",\"inject\":\"soc-alert\"}",
                        "questions {\"text\":\"What now?\"}",
                        "questions {\"text\":\"What now?\",\"inject\":\"soc-alert\"}",
                        "handovers {\"inject\":\"soc-alert\"}",
                        "notes {\"text\":\"n\"}"),
                house.library.scenario("data-breach").injects().stream()
                        .flatMap(inject -> Stream.of("acknowledgements", "handovers")
                                .map(what -> "%s {\"inject\":\"%s\"}".formatted(what, inject.id()))));
        var receipts = bodies.map(line -> line.split(" ", 2))
                .map(line -> house.responder("d-first", id, "POST", "/api/v1/my/" + line[0])
                        .body(line[1])
                        .send()
                        .body())
                // A refusal may repeat the id that the responder sent, and nothing else.
                .map(answer -> answer.replaceAll("There is no inject '[^']*'", "There is no inject"));
        var views = Stream.of(
                house.responder("d-first", id, "GET", "/api/v1/my/drill").send().body(),
                house.ask("GET", "/r/" + house.responderToken("d-first", id))
                        .send()
                        .body());
        return Stream.concat(receipts, views).toList();
    }

    /** What nobody may read yet: everything of injects that are not out, and what the script thinks of those that are. */
    private static Stream<String> secrets(House house) {
        var released = house.store.log("d-first").stream()
                .filter(entry -> entry.event() instanceof InjectReleased)
                .map(entry -> ((InjectReleased) entry.event()).prompt().inject())
                .collect(Collectors.toSet());
        var shown = shown(house, released);
        var toCome = house.library.scenario("data-breach").injects().stream()
                .filter(inject -> !released.contains(inject.id()))
                .flatMap(inject -> Stream.concat(
                        Stream.of("\"" + inject.id() + "\"", inject.title()),
                        inject.text().lines().map(String::strip).filter(line -> line.length() > 12)));
        var consequences = house.library.scenario("data-breach").injects().stream()
                .flatMap(inject -> inject.options().stream())
                .map(option -> option.consequence());
        var titles = house.library.scenario("data-breach").injects().stream().map(Inject::title);
        return Stream.of(toCome, consequences, titles)
                .flatMap(them -> them)
                .filter(secret -> !secret.isBlank() && !shown.contains(secret));
    }

    /** What the plan and the released injects say may be read, even if the rest of the script says it again. */
    private static String shown(House house, Set<String> released) {
        var prompts = house.library.scenario("data-breach").injects().stream()
                .filter(inject -> released.contains(inject.id()))
                .map(Inject::text);
        var steps = house.library.defaultPlan().steps().stream()
                .flatMap(step -> Stream.of(step.title(), step.checklist(), "\"" + step.id() + "\""));
        return Stream.concat(prompts, steps).collect(Collectors.joining("\n"));
    }
}

package dev.muster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The template that is shipped, as the local cloud reads it. */
class MusterTemplateTest {

    private static final Template TEMPLATE =
            Template.read(Path.of(System.getProperty("muster.root", "..")).resolve("template.yaml"));
    private static final Stack STACK = Stack.of(
            TEMPLATE,
            new Resolver(
                    TEMPLATE,
                    new LocalResources(name -> "http://queues/" + name, "http://api"),
                    Map.of("BaseUrl", "http://here")));

    @Test
    void everyFunctionKnowsTheTableItsQueuesAndWherePeopleFindIt() {
        assertThat(STACK.functions()).hasSize(6).allSatisfy(function -> assertThat(function.environment())
                .containsEntry("MUSTER_TABLE", "muster-Table")
                .containsEntry("MUSTER_DRILL_QUEUE", "http://queues/muster-DrillQueue")
                .containsEntry("MUSTER_DEBRIEF_QUEUE", "http://queues/muster-DebriefQueue")
                .containsKeys("MUSTER_TOPIC", "MUSTER_SIGNING_KEYS", "MUSTER_BLOBS"));
        assertThat(STACK.functions())
                .filteredOn(function -> !function.logicalId().equals("TickFunction"))
                .allSatisfy(
                        function -> assertThat(function.environment()).containsEntry("MUSTER_BASE_URL", "http://here"));
    }

    @Test
    void aMessageStaysHiddenForSixTimesTheTimeoutOfItsFunction() {
        assertThat(STACK.functions()).allSatisfy(function -> triggers(function, Stack.Trigger.Messages.class)
                .forEach(messages -> {
                    var queue = STACK.queues().stream()
                            .filter(q -> q.arn().equals(messages.queueArn()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(messages.reportsFailures()).isTrue();
                    assertThat(Long.parseLong(queue.attributes().get("VisibilityTimeout")))
                            .isEqualTo(6 * function.timeout().toSeconds());
                }));
    }

    @Test
    void everyFunctionBehindTheApiAnswersBeforeTheApiGivesUp() {
        assertThat(STACK.functions())
                .filteredOn(function ->
                        !triggers(function, Stack.Trigger.Route.class).isEmpty())
                .hasSize(3)
                .allSatisfy(
                        function -> assertThat(function.timeout().toSeconds()).isLessThan(30));
    }

    @Test
    void noPolicyAllowsEverythingOfAServiceOrReachesEveryResource() {
        var roles = TEMPLATE.resources().values().stream()
                .filter(resource -> resource.type().equals("AWS::IAM::Role"))
                .toList();

        assertThat(roles).hasSize(6);
        assertThat(roles.stream().flatMap(role -> texts(role.properties())))
                .noneMatch(text -> text.equals("*") || text.endsWith(":*"));
    }

    @Test
    void theResponderReachesDrillsAndNeverAScript() {
        var role = TEMPLATE.resource("ResponderRole").orElseThrow();

        assertThat(texts(role.properties())).contains("DRILL#*").noneMatch(text -> text.startsWith("SCRIPT#"));
    }

    private static <T extends Stack.Trigger> List<T> triggers(Stack.Function function, Class<T> type) {
        return function.triggers().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Stream<String> texts(Value value) {
        return switch (value) {
            case Value.Text text -> Stream.of(text.text());
            case Value.Items items -> items.values().stream().flatMap(MusterTemplateTest::texts);
            case Value.Fields fields -> fields.values().values().stream().flatMap(MusterTemplateTest::texts);
            case Value.Call call -> texts(call.argument());
        };
    }
}

package dev.muster.local;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.store.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The template that is shipped, as the local cloud reads it. */
class MusterTemplateTest {

    private static final Path ROOT = Path.of(System.getProperty("muster.root", ".."));
    private static final Template TEMPLATE = Template.read(ROOT.resolve("template.yaml"));
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
    void theEnvironmentIsWhatTheCodeAsksForNoMoreAndNoLess() throws IOException {
        var given = STACK.functions().stream()
                .flatMap(function -> function.environment().keySet().stream())
                .filter(name -> name.startsWith("MUSTER_"));

        assertThat(given.collect(toSet())).isEqualTo(variablesInTheCode());
    }

    private static Set<String> variablesInTheCode() throws IOException {
        var name = Pattern.compile("\"(MUSTER_[A-Z_]+)\"");
        try (var files = Files.walk(ROOT.resolve("functions"))) {
            return files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .flatMap(file -> name.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachHandlerIsAClassThatLambdaAndTheLocalCloudCanMake() {
        assertThat(STACK.functions()).allSatisfy(function -> {
            var handler = Class.forName(function.handlerClass());
            assertThat(handler.getConstructor().getParameterCount()).isZero();
            assertThat(handler.getConstructor(Map.class).getParameterCount()).isOne();
            assertThat(handler.getMethods()).extracting(Method::getName).contains(function.handlerMethod());
            assertThat(handler.getSimpleName()).isEqualTo(function.logicalId());
        });
    }

    @Test
    void theTableHasTheKeysAndTheIndexesThatTheStoreReads() {
        var table = STACK.tables().getFirst().properties();

        assertThat(keys(table)).containsExactly(Keys.PK, Keys.SK);
        var indexes = maps(table.get("GlobalSecondaryIndexes")).stream()
                .collect(toMap(index -> String.valueOf(index.get("IndexName")), MusterTemplateTest::keys));
        assertThat(indexes)
                .isEqualTo(Map.of(
                        Keys.DUE_INDEX, List.of(Keys.DUE_SHARD, Keys.DUE_AT),
                        Keys.DRILLS_INDEX, List.of(Keys.LIST_SHARD, Keys.LIST_SORT)));
    }

    private static List<Object> keys(Map<?, ?> tableOrIndex) {
        return maps(tableOrIndex.get("KeySchema")).stream()
                .<Object>map(key -> key.get("AttributeName"))
                .toList();
    }

    private static List<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().<Map<?, ?>>map(Map.class::cast).toList();
    }

    @Test
    void eachQueueWakesTheFunctionThatCarriesOutWhatIsSentToIt() {
        assertThat(woken("DrillQueue")).isEqualTo("InjectFunction");
        assertThat(woken("DebriefQueue")).isEqualTo("DebriefFunction");
    }

    private static String woken(String queue) {
        var arn = STACK.queues().stream()
                .filter(it -> it.logicalId().equals(queue))
                .findFirst()
                .orElseThrow()
                .arn();
        return STACK.functions().stream()
                .filter(function -> triggers(function, Stack.Trigger.Messages.class).stream()
                        .anyMatch(messages -> messages.queueArn().equals(arn)))
                .findFirst()
                .orElseThrow()
                .logicalId();
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

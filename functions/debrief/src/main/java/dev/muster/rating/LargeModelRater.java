package dev.muster.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.Message;
import dev.muster.scenario.Criterion;
import dev.muster.scoring.MessageRater;
import dev.muster.scoring.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Asks a large model on Amazon Bedrock (its Converse API, with an API key). Off unless the environment names a model. It is told
 * the message and what the message answers, both of which the team has seen; nothing else of a script ever reaches it. What
 * it says counts only if it fits the schema and quotes words that are there; otherwise the trained rater is asked.
 */
final class LargeModelRater implements MessageRater {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOOL = "report_marks";

    private final String model;
    private final URI endpoint;
    private final String key;
    private final MessageRater otherwise;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String instructions = resource("large-model.txt");
    private final JsonNode schemaNode = tree(resource("large-model.schema.json"));
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaNode);

    /**
     * @param endpoint of Bedrock's runtime, without a path
     * @param otherwise is asked when the model cannot be, or says what cannot be used
     */
    LargeModelRater(String model, URI endpoint, String key, MessageRater otherwise) {
        this.model = model;
        this.endpoint = endpoint;
        this.key = key;
        this.otherwise = otherwise;
    }

    @Override
    public String version() {
        return "bedrock:" + model + ", else " + otherwise.version();
    }

    @Override
    public Reading rate(Message message, String context) {
        try {
            return Reading.of(marks(message.text(), input(ask(message.text(), context))));
        } catch (IOException | Unusable e) {
            return instead(message, context, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return instead(message, context, "interrupted");
        }
    }

    private Reading instead(Message message, String context, String why) {
        var reading = otherwise.rate(message, context);
        var remark = "read by %s, as the large model was of no use (%s)".formatted(otherwise.version(), why);
        return new Reading(
                reading.marks(),
                Optional.of(reading.remark().map(own -> own + "; " + remark).orElse(remark)));
    }

    private JsonNode ask(String text, String context) throws IOException, InterruptedException {
        var path = "/model/%s/converse".formatted(URLEncoder.encode(model, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question(text, context)))
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new Unusable("it answered with status " + response.statusCode());
        }
        return tree(response.body());
    }

    /** The message goes in as JSON, so that nothing in it can pass for an instruction's end. */
    private String question(String text, String context) {
        var message = JsonNodeFactory.instance
                .objectNode()
                .put("context", context)
                .put("text", text)
                .toString();
        var question = JsonNodeFactory.instance.objectNode();
        question.putArray("system").addObject().put("text", instructions);
        var turn = question.putArray("messages").addObject().put("role", "user");
        turn.putArray("content").addObject().put("text", message);
        question.putObject("inferenceConfig").put("temperature", 0).put("maxTokens", 4000);
        tools(question.putObject("toolConfig"));
        return question.toString();
    }

    private void tools(ObjectNode config) {
        var tool = config.putArray("tools").addObject().putObject("toolSpec");
        tool.put("name", TOOL).put("description", "Reports of each criterion whether the message shows it.");
        tool.putObject("inputSchema").set("json", schemaNode);
        config.putObject("toolChoice").putObject("tool").put("name", TOOL);
    }

    private JsonNode input(JsonNode answer) {
        var input = StreamSupport.stream(answer.at("/output/message/content").spliterator(), false)
                .map(content -> content.path("toolUse"))
                .filter(use -> use.path("name").asText().equals(TOOL))
                .map(use -> use.path("input"))
                .findFirst()
                .orElseThrow(() -> new Unusable("it reported nothing"));
        if (!schema.validate(input).isEmpty()) {
            throw new Unusable("its report does not fit the schema");
        }
        return input;
    }

    private static Map<Criterion, CriterionMark> marks(String text, JsonNode input) {
        var marks = new EnumMap<Criterion, CriterionMark>(Criterion.class);
        for (var criterion : Criterion.values()) {
            marks.put(criterion, mark(text, input.path(criterion.label())));
        }
        return marks;
    }

    private static CriterionMark mark(String text, JsonNode said) {
        var present = said.path("present").asBoolean();
        var probability = said.path("probability").asDouble();
        List<String> quotes = StreamSupport.stream(said.path("quotes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (present != probability >= 0.5
                || present == quotes.isEmpty()
                || !quotes.stream().allMatch(text::contains)) {
            throw new Unusable("its report contradicts itself or the message");
        }
        return new CriterionMark(present, probability, quotes);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Unusable("it answered no JSON");
        }
    }

    private static String resource(String name) {
        try (var in = LargeModelRater.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Unusable extends RuntimeException {
        Unusable(String why) {
            super(why);
        }
    }
}

package dev.muster.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** SNS, as far as {@code Publish} and {@code PublishBatch}: what is published is delivered at once. */
final class NotificationService implements LocalServices.Service {

    private static final int LARGEST = 1 << 20;

    /** SNS counts message and attributes together against this. */
    private static final int LARGEST_MESSAGE = 256 * 1024;

    private static final int LONGEST_SUBJECT = 100;

    private final Set<String> topics;
    private final Consumer<Mail> delivery;

    NotificationService(Set<String> topicArns, Consumer<Mail> delivery) {
        this.topics = Set.copyOf(topicArns);
        this.delivery = delivery;
    }

    /** SNS would answer with this error. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }
    }

    @Override
    public void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST);
        var form = parse(new String(body, UTF_8));
        try {
            var answer =
                    switch (form.getOrDefault("Action", "")) {
                        case "Publish" -> result("Publish", "<MessageId>" + publish(form, form, "") + "</MessageId>");
                        case "PublishBatch" -> result("PublishBatch", publishBatch(form));
                        default ->
                            throw new Refused(
                                    "InvalidAction",
                                    "The local SNS knows Publish and PublishBatch, not " + form.get("Action"));
                    };
            LocalServices.send(exchange, 200, "text/xml", answer);
        } catch (Refused e) {
            LocalServices.send(exchange, e.code.equals("NotFound") ? 404 : 400, "text/xml", error(e));
        }
    }

    /** @param prefix of the entry's fields; empty for a single message */
    private String publish(Map<String, String> form, Map<String, String> topicOf, String prefix) throws Refused {
        var topic = topicOf.getOrDefault("TopicArn", "");
        if (!topics.contains(topic)) {
            throw new Refused("NotFound", "Topic does not exist: " + topic);
        }
        var text = form.getOrDefault(prefix + "Message", "");
        var subject = form.getOrDefault(prefix + "Subject", "");
        check(text, subject);
        var id = UUID.randomUUID().toString();
        delivery.accept(new Mail(id, Instant.now(), subject, text, attributes(form, prefix)));
        return id;
    }

    private static void check(String text, String subject) throws Refused {
        if (text.isEmpty()) {
            throw new Refused("InvalidParameter", "Invalid parameter: Empty message");
        }
        if (text.getBytes(UTF_8).length > LARGEST_MESSAGE) {
            throw new Refused("InvalidParameter", "Invalid parameter: Message too long");
        }
        if (subject.length() > LONGEST_SUBJECT || subject.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new Refused(
                    "InvalidParameter", "Invalid parameter: Subject (at most 100 printable ASCII characters)");
        }
    }

    private String publishBatch(Map<String, String> form) throws Refused {
        var done = new StringBuilder("<Failed/><Successful>");
        for (var i = 1; form.containsKey("PublishBatchRequestEntries.member." + i + ".Id"); i++) {
            var prefix = "PublishBatchRequestEntries.member." + i + ".";
            var id = publish(form, form, prefix);
            done.append("<member><Id>")
                    .append(Escaped.xml(form.get(prefix + "Id")))
                    .append("</Id><MessageId>");
            done.append(id).append("</MessageId></member>");
        }
        return done.append("</Successful>").toString();
    }

    private static Map<String, String> attributes(Map<String, String> form, String prefix) {
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 1; form.containsKey(prefix + "MessageAttributes.entry." + i + ".Name"); i++) {
            var entry = prefix + "MessageAttributes.entry." + i + ".";
            attributes.put(form.get(entry + "Name"), form.getOrDefault(entry + "Value.StringValue", ""));
        }
        return attributes;
    }

    private static Map<String, String> parse(String form) {
        var values = new HashMap<String, String>();
        for (var pair : form.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return values;
    }

    private static String result(String action, String content) {
        return "<" + action + "Response xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><" + action + "Result>"
                + content + "</" + action + "Result><ResponseMetadata><RequestId>" + UUID.randomUUID()
                + "</RequestId></ResponseMetadata></" + action + "Response>";
    }

    private static String error(Refused refused) {
        return "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>"
                + refused.code + "</Code><Message>" + Escaped.xml(refused.getMessage())
                + "</Message></Error><RequestId>" + UUID.randomUUID() + "</RequestId></ErrorResponse>";
    }
}

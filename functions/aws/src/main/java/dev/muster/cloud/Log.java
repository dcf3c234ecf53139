package dev.muster.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The log of what the functions did: one JSON object a line, ids and numbers only. No texts, no names, no tokens; of an
 * error its kind and place, not its message, which may quote what somebody wrote.
 */
public final class Log {

    private static final Logger LOGGER = System.getLogger("dev.muster");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._#-]{0,127}");

    /** Read by the JDK when it writes its first line; without it each line comes with a second one before it. */
    private static final String LINE_FORMAT = "java.util.logging.SimpleFormatter.format";

    private Log() {}

    /** Lets each line of the log be what we wrote and nothing else, as a log service that reads JSON needs it. */
    public static void asBareLines() {
        System.setProperty(LINE_FORMAT, "%5$s%6$s%n");
    }

    public static void info(String event, Map<String, ?> fields) {
        LOGGER.log(Level.INFO, () -> line(event, fields).toString());
    }

    /** Something failed and will be tried again, or was answered with an apology. */
    public static void failure(String event, Map<String, ?> fields, Throwable cause) {
        LOGGER.log(Level.ERROR, () -> {
            var line = line(event, fields);
            line.put("error", cause.getClass().getName());
            var places = line.putArray("at");
            Arrays.stream(cause.getStackTrace()).limit(8).forEach(place -> places.add(place.toString()));
            if (cause.getCause() != null) {
                line.put("cause", cause.getCause().getClass().getName());
            }
            return line.toString();
        });
    }

    /** Whether a text that came from outside looks like an id and may stand in the log. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static ObjectNode line(String event, Map<String, ?> fields) {
        var line = JsonNodeFactory.instance.objectNode().put("event", event);
        fields.forEach((name, value) -> {
            if (value instanceof Number number) {
                line.put(name, number.longValue());
            } else {
                line.put(name, String.valueOf(value));
            }
        });
        return line;
    }
}

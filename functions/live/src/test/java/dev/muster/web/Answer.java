package dev.muster.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.io.RecordJson;
import java.util.Map;

/** What a door answered. */
record Answer(int status, Map<String, String> headers, String body) {

    JsonNode json() {
        return RecordJson.parse(body);
    }

    String header(String name) {
        return headers.get(name);
    }

    /** The last part of the problem's type. */
    String problem() {
        var type = json().path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }
}

package dev.muster.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a button puts into the fields of a form, as JSON that our script reads; what is empty is left alone. */
record Fill(ObjectNode fields) {

    static Fill of(String field, String value) {
        return new Fill(JsonNodeFactory.instance.objectNode()).and(field, value);
    }

    Fill and(String field, String value) {
        if (!value.isEmpty()) {
            fields.put(field, value);
        }
        return this;
    }

    Fill and(String field, List<String> values) {
        values.forEach(fields.withArray("/" + field)::add);
        return this;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}

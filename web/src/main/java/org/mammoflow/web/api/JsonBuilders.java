package org.mammoflow.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Map;

/** New JSON objects and arrays. {@link Json} itself looks for its provider in every archive, at each call. */
final class JsonBuilders {

    private static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());

    private JsonBuilders() {}

    static JsonObjectBuilder object() {
        return FACTORY.createObjectBuilder();
    }

    /** One that begins with these members. */
    static JsonObjectBuilder object(JsonObject members) {
        return FACTORY.createObjectBuilder(members);
    }

    static JsonArrayBuilder array() {
        return FACTORY.createArrayBuilder();
    }

    static JsonArrayBuilder array(Collection<?> items) {
        return FACTORY.createArrayBuilder(items);
    }
}

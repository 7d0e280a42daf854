package org.mammoflow.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query of an address, grown parameter by parameter; what is absent or blank is left out. */
final class QueryString {

    private final List<String> pairs = new ArrayList<>();

    QueryString with(String name, String value) {
        if (value != null && !value.isBlank()) {
            pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return this;
    }

    QueryString with(String name, Optional<?> value) {
        return with(name, value.map(Object::toString).orElse(""));
    }

    @Override
    public String toString() {
        return String.join("&", pairs);
    }
}

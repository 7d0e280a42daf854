package org.mammoflow.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The language of an answer's words: the first that the request asks for and we speak, else English. */
final class SpokenLanguage {

    private static final List<String> SPOKEN = List.of("en", "de", "fr");

    private SpokenLanguage() {}

    static Locale of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> SPOKEN.contains(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}

package org.mammoflow.web.api;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.mammoflow.finding.NoOpinionView;

/** Why the network has no opinion about an image, in the reader's language: on the picture as on its card. */
final class SilenceText {

    private static final String WORDS = "org.mammoflow.web.page.messages";
    private static final String KEY = "silence.reason.";

    private SilenceText() {}

    /** What is stored begins with a stable code; one that nobody foresaw is told by its kind. */
    static String of(NoOpinionView missing, Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(WORDS, locale);
        String code = missing.reason().split(":", 2)[0];
        return Stream.of(KEY + code, KEY + missing.kind().name())
                .filter(words::containsKey)
                .map(words::getString)
                .findFirst()
                .orElse("");
    }
}

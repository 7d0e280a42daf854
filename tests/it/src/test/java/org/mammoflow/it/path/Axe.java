package org.mammoflow.it.path;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** axe-core, asked about a page on show. */
final class Axe {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String SCRIPT = script();
    private static final String RUN = """
            async () => JSON.stringify((await axe.run(document, {
              resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              rules: { 'target-size': { enabled: true } },
            })).violations)""";

    private Axe() {}

    /** What is serious or critical, each as "rule: where: what". */
    static List<String> graveViolations(Page page) {
        page.evaluate(SCRIPT);
        String violations = (String) page.evaluate(RUN);
        return StreamSupport.stream(
                        JsonParser.parseString(violations).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(violation -> GRAVE.contains(violation.get("impact").getAsString()))
                .flatMap(violation -> StreamSupport.stream(
                                violation.getAsJsonArray("nodes").spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .map(node -> told(violation, node)))
                .toList();
    }

    private static String told(JsonObject violation, JsonObject node) {
        return violation.get("id").getAsString() + ": " + node.get("target") + ": "
                + node.get("failureSummary").getAsString().replace('\n', ' ');
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.mammoflow.audit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mammoflow.audit.AuditAction;
import org.openehealth.ipf.commons.audit.types.CodedValueType;

/** docs/conformance.md says which audit messages there are; its table is the one that this test makes from the code. */
class AuditConformanceTest {

    private static final Path STATEMENT = Path.of("../docs/conformance.md");

    @Test
    void the_statement_holds_the_messages_of_the_code() throws IOException {
        assertThat(Files.readString(STATEMENT)).contains(table());
    }

    static String table() {
        Map<String, String> actions = new LinkedHashMap<>();
        for (AuditAction action : AuditAction.values()) {
            actions.merge(message(FeedEvent.of(action)), action.name(), (one, other) -> one + ", " + other);
        }
        return actions.entrySet().stream()
                .map(line -> "| " + line.getKey() + " | " + line.getValue() + " |\n")
                .sorted()
                .collect(Collectors.joining(
                        "",
                        "| Event ID | Event type beside ours | Action | Outcome | Of our actions |\n"
                                + "|---|---|---|---|---|\n",
                        ""));
    }

    private static String message(FeedEvent told) {
        return "%s | %s | %s | %d"
                .formatted(
                        words(told.id()),
                        told.type().map(AuditConformanceTest::words).orElse("–"),
                        told.action().getValue(),
                        told.outcome().getValue());
    }

    private static String words(CodedValueType code) {
        return code.getOriginalText() + " (" + code.getCode() + ")";
    }
}

package org.mammoflow.chain;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mammoflow.chain.ExportVerification.Unreadable;

/** One line of an export: its kind and its texts. */
record ExportLine(String kind, Map<String, String> fields) {

    private static final int FIELDS_OF_A_ROW = 14;

    static ExportLine parse(String line) {
        try (JsonReader json = new JsonReader(new StringReader(line))) {
            json.beginObject();
            String kind = json.nextName();
            Map<String, String> fields = new LinkedHashMap<>();
            json.beginObject();
            while (json.hasNext()) {
                if (fields.put(json.nextName(), json.nextString()) != null) {
                    throw new Unreadable("a field stands twice in this line");
                }
            }
            json.endObject();
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new Unreadable("the line is damaged: something follows its end");
            }
            return new ExportLine(kind, fields);
        } catch (IOException | IllegalStateException e) {
            throw new Unreadable("the line is damaged: it is no JSON as it was written");
        }
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    boolean says(String wanted, String field, String value) {
        return is(wanted) && value.equals(fields.get(field));
    }

    String text(String field) {
        String text = fields.get(field);
        if (text == null) {
            throw new Unreadable("the line is damaged: " + field + " is missing");
        }
        return text;
    }

    SignedHead head() {
        require("head");
        return new SignedHead(
                number("seq"),
                text("hash"),
                time("signedAt"),
                text("occasion"),
                text("fingerprint"),
                text("signature"));
    }

    AuditEntry row() {
        require("row");
        if (fields.size() > FIELDS_OF_A_ROW) {
            throw new Unreadable("the line has a field that no row has");
        }
        return new AuditEntry(
                number("seq"),
                time("recordedAt"),
                text("actor"),
                text("actorRole"),
                text("action"),
                text("objectType"),
                text("objectId"),
                text("detail"),
                text("source"),
                text("requestId"),
                text("beforeDigest"),
                text("afterDigest"),
                text("previousHash"),
                text("hash"));
    }

    private void require(String wanted) {
        if (!is(wanted)) {
            throw new Unreadable("expected a " + wanted + ", found a line of the kind " + kind);
        }
    }

    private long number(String field) {
        try {
            return Long.parseLong(text(field));
        } catch (NumberFormatException e) {
            throw new Unreadable("the line is damaged: " + field + " is no number");
        }
    }

    private Instant time(String field) {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeException e) {
            throw new Unreadable("the line is damaged: " + field + " is no time");
        }
    }
}

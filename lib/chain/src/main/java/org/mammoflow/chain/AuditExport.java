package org.mammoflow.chain;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole chain as a file of JSON Lines (UTF-8): one line that says what the file is, one for each public key, one for
 * each signed head, one for each row. The last signed head covers the last row, so a file that ends early is noticed.
 */
public final class AuditExport {

    static final String FORMAT = "mammoflow-audit/1";

    private AuditExport() {}

    /** Writes and flushes; the stream stays open. */
    public static void write(
            OutputStream target,
            Instant exportedAt,
            TrustedKeys keys,
            List<SignedHead> heads,
            Iterator<AuditEntry> rows)
            throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        lines.write(line("export", Map.of("format", FORMAT, "exportedAt", exportedAt.toString())));
        for (VerifyingKey key : keys.byFingerprint().values()) {
            lines.write(line("key", Map.of("fingerprint", key.fingerprint(), "publicKey", key.base64())));
        }
        for (SignedHead head : heads) {
            lines.write(line("head", fields(head)));
        }
        while (rows.hasNext()) {
            lines.write(line("row", fields(rows.next())));
        }
        lines.flush();
    }

    private static Map<String, String> fields(SignedHead head) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seq", Long.toString(head.seq()));
        fields.put("hash", head.hash());
        fields.put("signedAt", head.signedAt().toString());
        fields.put("occasion", head.occasion());
        fields.put("fingerprint", head.fingerprint());
        fields.put("signature", head.signature());
        return fields;
    }

    private static Map<String, String> fields(AuditEntry row) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seq", Long.toString(row.seq()));
        fields.put("recordedAt", row.recordedAt().toString());
        fields.put("actor", row.actor());
        fields.put("actorRole", row.actorRole());
        fields.put("action", row.action());
        fields.put("objectType", row.objectType());
        fields.put("objectId", row.objectId());
        fields.put("detail", row.detail());
        fields.put("source", row.source());
        fields.put("requestId", row.requestId());
        fields.put("beforeDigest", row.beforeDigest());
        fields.put("afterDigest", row.afterDigest());
        fields.put("previousHash", row.previousHash());
        fields.put("hash", row.hash());
        return fields;
    }

    private static String line(String kind, Map<String, String> fields) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            json.beginObject().name(kind).beginObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.name(field.getKey()).value(field.getValue());
            }
            json.endObject().endObject();
        }
        return line + "\n";
    }
}

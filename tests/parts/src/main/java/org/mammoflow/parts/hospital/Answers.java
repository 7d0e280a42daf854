package org.mammoflow.parts.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.server.MammoflowServer;

/** What a server says about images, asked over REST. */
public final class Answers {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<String> ENDED = Set.of("CLASSIFIED", "UNSUITABLE", "FAILED");

    private final MammoflowServer server;

    public Answers(MammoflowServer server) {
        this.server = server;
    }

    /** What became of an image; nothing when the server does not know it. */
    public Optional<JsonObject> instance(String sopInstanceUid) {
        HttpResponse<String> answer = server.as("radiologist").get("/api/v1/instances/" + sopInstanceUid);
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        return Optional.of(json(answer));
    }

    /** Waits until every image has ended in one of its outcomes, and tells the last states. */
    public List<JsonObject> ended(Collection<Mammogram> mammograms) {
        await(
                "an outcome of " + mammograms.size() + " images",
                () -> states(mammograms).stream().allMatch(ENDED::contains));
        return mammograms.stream()
                .map(mammogram -> instance(mammogram.sopInstanceUid()).orElseThrow())
                .toList();
    }

    /** The finding of an image that has been classified. */
    public long findingOf(Mammogram mammogram) {
        JsonObject image = ended(List.of(mammogram)).get(0);
        assertThat(image.get("state").getAsString()).as(image.toString()).isEqualTo("CLASSIFIED");
        return image.getAsJsonObject("finding").get("id").getAsLong();
    }

    public List<String> states(Collection<Mammogram> mammograms) {
        return mammograms.stream()
                .map(mammogram -> instance(mammogram.sopInstanceUid())
                        .map(image -> image.get("state").getAsString())
                        .orElse("UNKNOWN"))
                .collect(Collectors.toList());
    }

    /** Audit rows of one action about one object. */
    public long auditRows(String action, String objectId) {
        return auditRows(action).filter(id -> id.equals(objectId)).count();
    }

    /** The objects that the audit rows of one action are about. */
    public Stream<String> auditRows(String action) {
        return newestAuditRows()
                .filter(row -> row.get("action").getAsString().equals(action))
                .map(row -> row.get("objectId").getAsString());
    }

    /** What befell one object, the newest first. */
    public List<String> actionsAbout(String objectId) {
        return newestAuditRows()
                .filter(row -> row.get("objectId").getAsString().equals(objectId))
                .map(row -> row.get("action").getAsString())
                .toList();
    }

    private Stream<JsonObject> newestAuditRows() {
        return StreamSupport.stream(
                        array(server.as("auditor").get("/api/v1/audit/rows")).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    public JsonObject auditVerdict() {
        return json(server.as("auditor").get("/api/v1/audit/verify"));
    }

    public static JsonObject json(HttpResponse<String> answer) {
        done(answer);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    public static JsonArray array(HttpResponse<String> answer) {
        done(answer);
        return JsonParser.parseString(answer.body()).getAsJsonArray();
    }

    /** What was asked for has been done. */
    public static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(answer.request().uri() + " " + answer.body())
                .isBetween(200, 299);
    }

    /** A refusal's problem details. */
    public static JsonObject problem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** Who was first wins; everybody else is told who that was. */
class ReviewOnceIT {

    private static final int READERS = 50;

    private final MammoflowServer server = MammoflowServer.shared();
    private final Answers answers = new Answers(server);

    @Test
    void of_fifty_concurrent_reviews_one_is_recorded_and_forty_nine_are_told() throws Exception {
        Mammogram mammogram = Mammograms.one();
        new Sender(server).storescu(List.of(mammogram));
        long finding = answers.findingOf(mammogram);

        List<HttpResponse<String>> responses = together(finding);

        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 201)
                .hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 409)
                .hasSize(READERS - 1)
                .allSatisfy(response -> assertThat(JsonParser.parseString(response.body())
                                .getAsJsonObject()
                                .getAsJsonObject("review")
                                .get("revision")
                                .getAsInt())
                        .isEqualTo(1));
        assertThat(answers.auditRows("FINDING_REVIEWED", Long.toString(finding)))
                .isEqualTo(1);
        assertThat(rowsInReport(mammogram)).isEqualTo(1);
    }

    @Test
    void a_change_is_a_new_signed_revision_and_needs_the_password() {
        Mammogram mammogram = Mammograms.one();
        new Sender(server).storescu(List.of(mammogram));
        long finding = answers.findingOf(mammogram);
        Caller reader = server.as("radiologist");
        String change = "/api/v1/findings/" + finding + "/review-changes";
        String rejected = "\"verdict\":\"REJECTED\",\"reason\":\"TECHNICAL_QUALITY\",\"comment\":\"\"";

        assertThat(reader.postJson(
                                change, "{" + rejected + ",\"password\":\"" + server.passwordOf("radiologist") + "\"}")
                        .statusCode())
                .as("nothing to change yet")
                .isEqualTo(409);
        assertThat(confirm(reader, finding).statusCode()).isEqualTo(201);
        assertThat(reader.postJson(change, "{" + rejected + ",\"password\":\"wrong\"}")
                        .statusCode())
                .isEqualTo(403);
        JsonObject second = Answers.json(reader.postJson(
                change, "{" + rejected + ",\"password\":\"" + server.passwordOf("radiologist") + "\"}"));
        assertThat(second.get("revision").getAsInt()).isEqualTo(2);
        assertThat(second.get("signed").getAsBoolean()).isTrue();
    }

    @Test
    void a_case_that_another_reader_claimed_is_not_reviewed() {
        Mammogram mammogram = Mammograms.one();
        new Sender(server).storescu(List.of(mammogram));
        long finding = answers.findingOf(mammogram);
        String claim = "/api/v1/studies/" + mammogram.studyInstanceUid() + "/claim";
        assertThat(server.as("radiologist2").putJson(claim, "{}").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = confirm(server.as("radiologist"), finding);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("radiologist2");
        assertThat(server.as("radiologist").putJson(claim, "{}").statusCode()).isEqualTo(409);

        assertThat(server.as("radiologist2").delete(claim).statusCode()).isEqualTo(204);
        assertThat(confirm(server.as("radiologist"), finding).statusCode()).isEqualTo(201);
    }

    @Test
    void a_rejection_without_a_reason_is_refused_with_the_rule() {
        HttpResponse<String> refused =
                server.as("radiologist").postJson("/api/v1/findings/1/reviews", "{\"verdict\":\"REJECTED\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("a rejection needs a reason");
    }

    private List<HttpResponse<String>> together(long finding) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Caller reader = server.as(i % 2 == 0 ? "radiologist" : "radiologist2");
            answers.add(readers.submit(() -> {
                start.await();
                return confirm(reader, finding);
            }));
        }
        start.countDown();
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            responses.add(answer.get());
        }
        readers.shutdown();
        return responses;
    }

    private static HttpResponse<String> confirm(Caller reader, long finding) {
        return reader.postJson(
                "/api/v1/findings/" + finding + "/reviews", "{\"verdict\":\"CONFIRMED\",\"comment\":\"seen\"}");
    }

    private long rowsInReport(Mammogram mammogram) {
        String csv = server.as("auditor")
                .get("/api/v1/reports/findings.csv?studyInstanceUid=" + mammogram.studyInstanceUid())
                .body();
        return csv.lines()
                .filter(line -> line.contains(mammogram.sopInstanceUid()))
                .count();
    }
}

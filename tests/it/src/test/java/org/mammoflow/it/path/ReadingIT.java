package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** How a site reads, held by the server whatever the page shows: undo, signature, reader first, double reading. */
class ReadingIT {

    private static final MammoflowServer SERVER = ReadingRoom.server();
    private static final Answers ANSWERS = new Answers(SERVER);

    private final Caller first = SERVER.as("radiologist");
    private final Caller second = SERVER.as("radiologist2");
    private final Caller arbiter = SERVER.as("arbiter");

    @AfterEach
    void read_plainly_again() {
        ReadingRoom.readsPlainly();
    }

    @Test
    void a_verdict_can_be_taken_back_until_the_reading_is_signed_and_every_step_stays_on_record() {
        Case read = new Case();
        assertThat(read.verdict(first, "UNCERTAIN", "").statusCode()).isEqualTo(201);
        assertThat(first.delete(read.reviews()).statusCode()).isEqualTo(200);
        assertThat(read.image(first).has("review")).isFalse();
        JsonObject again = Answers.json(read.verdict(first, "REJECTED", "NORMAL_TISSUE"));
        assertThat(again.get("revision").getAsInt()).isEqualTo(3);

        read.assess(first, "2");
        assertThat(read.sign(first).statusCode()).isEqualTo(201);
        assertThat(first.delete(read.reviews()).statusCode()).as("signed").isEqualTo(409);
        assertThat(read.takeBack(first).statusCode()).as("within the delay").isEqualTo(201);
        assertThat(first.delete(read.reviews()).statusCode()).as("open again").isEqualTo(200);
    }

    @Test
    void what_is_signed_at_once_takes_only_a_signed_addendum() {
        ReadingRoom.reads("{\"finalAfterSeconds\":0}");
        Case read = new Case();
        read.verdict(first, "CONFIRMED", "");
        read.assess(first, "1");
        assertThat(read.sign(first, "wrong").statusCode()).isEqualTo(403);
        JsonObject signature = Answers.json(read.sign(first));
        assertThat(signature.get("state").getAsString()).isEqualTo("FINAL");
        assertThat(signature.get("code").getAsString()).isEqualTo("READING");
        assertThat(signature.get("recordDigest").getAsString()).hasSize(64);

        assertThat(read.takeBack(first).statusCode()).isEqualTo(409);
        assertThat(read.assessed(first, "5").statusCode()).isEqualTo(409);
        assertThat(first.postJson(read.study("addenda"), "{\"text\":\"seen again\",\"password\":\"wrong\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(first.postJson(read.study("addenda"), "{\"text\":\"seen again\"," + password(first) + "}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(ANSWERS.auditRows("ADDENDUM_SIGNED", read.mammogram.studyInstanceUid()))
                .isEqualTo(1);
    }

    @Test
    void nothing_incomplete_is_signed() {
        Case read = new Case();
        JsonObject missing = Answers.problem(read.sign(first));
        assertThat(missing.get("openFindings").getAsInt()).isEqualTo(1);
        assertThat(missing.get("assessmentMissing").getAsBoolean()).isTrue();
    }

    @Test
    void marks_and_recalls_are_recorded_and_only_words_of_the_site_are_taken() {
        Case read = new Case();
        String sop = "\"sopInstanceUid\":\"" + read.mammogram.sopInstanceUid() + "\"";
        JsonObject mark = Answers.json(first.postJson(
                read.study("missed-findings"), "{" + sop + ",\"column\":12,\"row\":34,\"comment\":\"here\"}"));
        assertThat(mark.get("column").getAsInt()).isEqualTo(12);
        assertThat(first.postJson(read.study("technical-recalls"), "{" + sop + ",\"reason\":\"MOTION_BLUR\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(first.delete(read.study("statements/" + mark.get("id").getAsLong()))
                        .statusCode())
                .isEqualTo(201);
        assertThat(read.standing(first, "AI_MISSED")).isZero();
        assertThat(read.standing(first, "TECHNICAL_RECALL")).isEqualTo(1);
        assertThat(read.assessed(first, "nine").statusCode()).isEqualTo(400);
        assertThat(read.verdict(first, "REJECTED", "MADE_UP").statusCode()).isEqualTo(400);
        assertThat(first.postJson(
                                "/api/v1/studies/" + new Case().mammogram.studyInstanceUid() + "/technical-recalls",
                                "{" + sop + ",\"reason\":\"OTHER\"}")
                        .statusCode())
                .as("an image of another case")
                .isEqualTo(404);
    }

    @Test
    void reader_first_shows_nothing_of_the_network_before_the_own_opinion() {
        ReadingRoom.reads("{\"mode\":\"READER_FIRST\"}");
        Case read = new Case();
        String heatMap = "/api/v1/findings/" + read.finding + "/heatmap";

        assertThat(first.get(heatMap).statusCode()).isEqualTo(403);
        assertThat(first.get("/api/v1/findings").statusCode()).isEqualTo(403);
        for (String path : List.of(
                read.study("case"), "/api/v1/instances/" + read.mammogram.sopInstanceUid(), "/api/v1/worklist")) {
            assertThat(first.get(path).body())
                    .as(path)
                    .doesNotContain("malignancy", "\"HIGH\"", "\"MEDIUM\"", "\"LOW\"", "probabilities", "heatMapUrl");
        }
        String web = "/dicom-web/studies/" + read.mammogram.studyInstanceUid();
        assertThat(first.get(web + "/metadata").body()).doesNotContainIgnoringCase("malignancy", "resnet");
        assertThat(read.verdict(first, "CONFIRMED", "").statusCode()).isEqualTo(409);

        assertThat(read.assess(first, "3").get("aiShown").getAsBoolean()).isFalse();
        assertThat(first.get(heatMap).statusCode()).isEqualTo(200);
        assertThat(read.image(first).has("finding")).isTrue();
        assertThat(read.assess(first, "4").get("aiShown").getAsBoolean()).isTrue();
        assertThat(read.standing(first, "ASSESSMENT"))
                .as("both opinions, each with its time")
                .isEqualTo(2);
        assertThat(second.get(heatMap).statusCode())
                .as("another reader has no opinion yet")
                .isEqualTo(403);
    }

    @Test
    void the_second_reader_is_blind_and_a_disagreement_goes_to_a_third() {
        ReadingRoom.reads("{\"readings\":2,\"finalAfterSeconds\":0}");
        Case read = new Case();
        read.verdict(first, "CONFIRMED", "");
        read.assess(first, "1");
        assertThat(read.seenBy(second)).as("the second before the first signs").isZero();
        assertThat(read.verdict(second, "CONFIRMED", "").statusCode())
                .as("this reading has begun")
                .isEqualTo(409);
        assertThat(Answers.json(read.sign(first)).get("state").getAsString()).isEqualTo("OPEN");
        assertThat(read.inWorklistOf(first)).isFalse();
        assertThat(read.inWorklistOf(second)).isTrue();
        assertThat(read.seenBy(second)).isZero();
        assertThat(read.reported()).as("one reading of two is no result").isEqualTo("OPEN");
        assertThat(first.putJson(read.study("claim"), "{}").statusCode()).isEqualTo(409);

        assertThat(read.verdict(second, "REJECTED", "BENIGN_FINDING").statusCode())
                .isEqualTo(201);
        read.assess(second, "2");
        assertThat(Answers.json(read.sign(second)).get("state").getAsString()).isEqualTo("ARBITRATION");
        assertThat(read.seenBy(second)).as("compare after the own opinion").isEqualTo(2);
        assertThat(read.reported()).isEqualTo("OPEN");

        assertThat(read.verdict(first, "CONFIRMED", "").statusCode()).isEqualTo(409);
        assertThat(read.verdict(second, "CONFIRMED", "").statusCode()).isEqualTo(409);
        assertThat(read.verdict(arbiter, "REJECTED", "BENIGN_FINDING").statusCode())
                .isEqualTo(201);
        read.assess(arbiter, "2");
        assertThat(Answers.json(read.sign(arbiter)).get("state").getAsString()).isEqualTo("FINAL");
        assertThat(read.reported()).isEqualTo("REJECTED");
    }

    @Test
    void nobody_arbitrates_the_own_case_and_agreement_needs_no_arbiter() {
        ReadingRoom.reads("{\"readings\":2,\"finalAfterSeconds\":0}");
        Case disputed = new Case();
        disputed.readBy(arbiter, "1");
        disputed.readBy(second, "4");
        assertThat(disputed.verdict(arbiter, "CONFIRMED", "").statusCode()).isEqualTo(409);
        assertThat(arbiter.putJson(disputed.study("claim"), "{}").body()).contains("OWN_CASE");

        Case agreed = new Case();
        agreed.readBy(first, "1");
        assertThat(agreed.readBy(second, "1")).isEqualTo("FINAL");
        assertThat(agreed.reported()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_signature_cannot_be_taken_back_once_the_next_reader_has_begun() {
        ReadingRoom.reads("{\"readings\":2}");
        Case read = new Case();
        read.readBy(first, "1");
        read.verdict(second, "CONFIRMED", "");
        assertThat(read.takeBack(first).statusCode()).isEqualTo(409);
    }

    @Test
    void only_an_administrator_changes_how_the_site_reads() {
        for (Caller other : List.of(first, arbiter, SERVER.as("auditor"), SERVER.as("modality-admin"))) {
            assertThat(other.putJson("/api/v1/admin/reading/policy", "{\"readings\":2}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.putJson("/api/v1/admin/reading/reasons/MINE", "{}").statusCode())
                    .isEqualTo(403);
        }
        Caller admin = SERVER.as("admin");
        assertThat(admin.putJson("/api/v1/admin/reading/reasons/Scar", "{}").statusCode())
                .isEqualTo(204);
        assertThat(new Case().verdict(first, "REJECTED", "Scar").statusCode()).isEqualTo(201);
        assertThat(admin.delete("/api/v1/admin/reading/reasons/Scar").statusCode())
                .isEqualTo(204);
        assertThat(new Case().verdict(first, "REJECTED", "Scar").statusCode()).isEqualTo(400);
    }

    private String password(Caller caller) {
        String name = caller == first ? "radiologist" : caller == second ? "radiologist2" : "arbiter";
        return "\"password\":\"" + SERVER.passwordOf(name) + "\"";
    }

    /** One image of one patient, and what readers do with it. */
    private final class Case {

        final Mammogram mammogram = Mammograms.one();
        final long finding;

        Case() {
            new Sender(SERVER).storescu(List.of(mammogram));
            finding = server(mammogram);
        }

        private long server(Mammogram image) {
            // Asked as auditor, who sees findings whatever the readers may see.
            new Answers(SERVER).ended(List.of(image));
            return Answers.json(SERVER.as("auditor").get("/api/v1/instances/" + image.sopInstanceUid()))
                    .getAsJsonObject("finding")
                    .get("id")
                    .getAsLong();
        }

        String study(String what) {
            return "/api/v1/studies/" + mammogram.studyInstanceUid() + "/" + what;
        }

        String reviews() {
            return "/api/v1/findings/" + finding + "/reviews";
        }

        HttpResponse<String> verdict(Caller reader, String verdict, String reason) {
            return reader.postJson(reviews(), "{\"verdict\":\"" + verdict + "\",\"reason\":\"" + reason + "\"}");
        }

        HttpResponse<String> assessed(Caller reader, String category) {
            return reader.putJson(study("assessment"), "{\"category\":\"" + category + "\"}");
        }

        JsonObject assess(Caller reader, String category) {
            return Answers.json(assessed(reader, category));
        }

        HttpResponse<String> sign(Caller reader) {
            return reader.seeing(study("case")).postJson(study("signature"), "{" + password(reader) + "}");
        }

        HttpResponse<String> sign(Caller reader, String password) {
            return reader.seeing(study("case")).postJson(study("signature"), "{\"password\":\"" + password + "\"}");
        }

        HttpResponse<String> takeBack(Caller reader) {
            return reader.delete(study("signature"));
        }

        String readBy(Caller reader, String category) {
            verdict(reader, "CONFIRMED", "");
            assess(reader, category);
            return Answers.json(sign(reader)).get("state").getAsString();
        }

        JsonObject image(Caller reader) {
            return Answers.json(reader.get("/api/v1/instances/" + mammogram.sopInstanceUid()));
        }

        /** How many readings' verdicts on the one finding somebody sees. */
        int seenBy(Caller reader) {
            return image(reader).getAsJsonArray("readings").size();
        }

        long standing(Caller reader, String kind) {
            return stream(Answers.json(reader.get(study("case"))).getAsJsonArray("entries"))
                    .filter(entry -> entry.get("kind").getAsString().equals(kind)
                            && !entry.get("withdrawn").getAsBoolean())
                    .count();
        }

        boolean inWorklistOf(Caller reader) {
            JsonObject page = Answers.json(reader.get("/api/v1/worklist?state=OPEN"));
            return stream(page.getAsJsonArray("cases"))
                    .anyMatch(row -> row.get("studyInstanceUid").getAsString().equals(mammogram.studyInstanceUid()));
        }

        String reported() {
            JsonObject page = Answers.json(
                    SERVER.as("auditor").get("/api/v1/findings?studyInstanceUid=" + mammogram.studyInstanceUid()));
            return page.getAsJsonArray("findings")
                    .get(0)
                    .getAsJsonObject()
                    .get("verdict")
                    .getAsString();
        }
    }

    private static java.util.stream.Stream<JsonObject> stream(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }
}

package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.parts.hospital.Answers.done;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Program;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.Checkout;
import org.mammoflow.parts.server.MammoflowServer;

/** Whatever the trail has a word for is on it once it has happened: an action that nobody records would be a false promise. */
class EveryActionIsAuditedIT {

    private static final String QUEUE = "/subsystem=messaging-activemq/server=default/jms-queue=InferenceJobs";
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    private static final MammoflowServer SERVER = MammoflowServer.with()
            .name("audited")
            .property("mammoflow.inference.attempts", "1")
            .prepared();
    private static final Answers ANSWERS = new Answers(SERVER);

    private static List<Mammogram> mammograms;
    private static String study;

    @BeforeAll
    static void everything_happens_once() throws Exception {
        SERVER.start();
        knockAndBreakOff();
        mammograms = Mammograms.study();
        study = "/api/v1/studies/" + mammograms.get(0).studyInstanceUid();
        new Sender(SERVER).storescu(mammograms);
        ANSWERS.ended(mammograms);
        new Sender(SERVER).storescu(mammograms.get(0).retaken().file());
        sendWhatIsNoMammogram();
        failAndRetryOne();
        read();
        decide();
        sign();
        administer();
        signOutAfterARefusedPage();
        SERVER.stop();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** Recorded where another test provokes them and looks for their rows. */
    private static final Map<String, Class<?>> ELSEWHERE = Map.ofEntries(
            entry("ACCOUNT_DISABLED", AccountsIT.class),
            entry("ACCOUNT_ENABLED", AccountsIT.class),
            entry("CASE_RETURNED", AuditorsDeskIT.class),
            entry("COMMITMENT_GIVEN_UP", StorageCommitmentIT.class),
            entry("CONNECTION_REFUSED", DicomTlsIT.class),
            entry("COMMITMENT_REPORTED", StorageCommitmentIT.class),
            entry("COMMITMENT_REQUESTED", StorageCommitmentIT.class),
            entry("NETWORK_APPROVED", NetworksIT.class),
            entry("NETWORK_OFFLINE", NetworksIT.class),
            entry("NETWORK_PROPOSAL_WITHDRAWN", NetworksIT.class),
            entry("NETWORK_PROPOSED", NetworksIT.class),
            entry("NETWORK_REFUSED", NetworksIT.class),
            entry("NETWORK_ROLLED_BACK", NetworksIT.class),
            entry("OUTCOMES_IMPORTED", AuditorsDeskIT.class),
            entry("OUTCOMES_REFUSED", AuditorsDeskIT.class),
            entry("OUTCOME_RECORDED", AuditorsDeskIT.class),
            entry("REPORT_CANCELLED", AuditorsDeskIT.class),
            entry("REPORT_FAILED", AuditorsDeskIT.class),
            entry("REREAD_DRAWN", AuditorsDeskIT.class),
            entry("SHADOW_RECORDED", NetworksIT.class));

    @Test
    void every_action_that_the_trail_has_a_word_for_was_recorded() throws Exception {
        Set<String> accountedFor = recorded();
        accountedFor.addAll(ELSEWHERE.keySet());
        assertThat(accountedFor).isEqualTo(words());
    }

    @Test
    void the_other_tests_look_for_the_rows_that_are_left_to_them() throws IOException {
        for (Map.Entry<String, Class<?>> left : ELSEWHERE.entrySet()) {
            Path source = Checkout.root()
                    .resolve("tests/it/src/test/java/org/mammoflow/it/path/"
                            + left.getValue().getSimpleName() + ".java");
            assertThat(source).content().contains('"' + left.getKey() + '"');
        }
    }

    @Test
    void a_look_ahead_is_no_look_until_the_picture_is_on_show() throws SQLException {
        String ahead = mammograms.get(1).sopInstanceUid();
        assertThat(rows("IMAGE_PREFETCHED", ahead)).isEqualTo(1);
        assertThat(rows("IMAGE_VIEWED", ahead)).isZero();
        String shownLater = mammograms.get(2).sopInstanceUid();
        assertThat(rows("IMAGE_PREFETCHED", shownLater)).isEqualTo(1);
        assertThat(rows("IMAGE_VIEWED", shownLater)).isEqualTo(1);
    }

    @Test
    void a_refusal_names_who_and_where_and_cannot_be_used_to_fill_the_trail() throws SQLException {
        assertThat(
                        DatabaseRows.rows(
                                SERVER,
                                "select actor, actor_role, object_id from audit_row where action = 'ACCESS_DENIED' and actor = 'radiologist2'"))
                .contains(List.of("radiologist2", "radiologist", "/admin.xhtml"));
        // Thirty refusals within two minutes at the most, ten rows a minute.
        assertThat(rows("ACCESS_DENIED", "/api/v1/admin/modalities")).isBetween(1L, 20L);
    }

    private static void knockAndBreakOff() {
        String port = Integer.toString(SERVER.dicomPort());
        assertThat(Program.run(List.of("echoscu", "-aec", "NOBODY", SERVER.dicomHost(), port))
                        .exitStatus())
                .isNotZero();
        Program.run(List.of("echoscu", "--abort", "-aec", SERVER.aeTitle(), SERVER.dicomHost(), port));
    }

    private static void sendWhatIsNoMammogram() {
        Mammogram mammogram = Mammograms.one();
        mammogram.dataSet().set(Tag.SOPClassUID, SECONDARY_CAPTURE);
        new Sender(SERVER).storescu(List.of(Mammograms.save(mammogram.sopInstanceUid(), mammogram.dataSet())));
        ANSWERS.ended(List.of(mammogram));
    }

    private static void failAndRetryOne() throws IOException {
        SERVER.cli(QUEUE + ":pause");
        Mammogram lost = Mammograms.one();
        new Sender(SERVER).storescu(List.of(lost));
        String sha256 = ANSWERS.instance(lost.sopInstanceUid())
                .orElseThrow()
                .get("sha256")
                .getAsString();
        Files.delete(SERVER.home()
                .resolve(Path.of("instances", sha256.substring(0, 2), sha256.substring(2, 4), sha256 + ".dcm")));
        SERVER.cli(QUEUE + ":resume");
        ANSWERS.ended(List.of(lost));
        String failed = SERVER.as("admin").get("/api/v1/admin/failed-jobs").body();
        JsonObject job = JsonParser.parseString(failed).getAsJsonArray().get(0).getAsJsonObject();
        done(SERVER.as("admin")
                .postJson("/api/v1/admin/failed-jobs/" + job.get("id").getAsLong() + "/retry", "{}"));
    }

    private static void read() {
        Caller reader = SERVER.as("radiologist");
        done(reader.get("/dicom-web/studies"));
        done(reader.get(study + "/case"));
        done(reader.prefetch(study + "/case"));
        done(reader.get(picture(0)));
        done(reader.prefetch(picture(1)));
        done(reader.prefetch(picture(2)));
        done(reader.postJson("/api/v1/instances/" + mammograms.get(2).sopInstanceUid() + "/views", "{}"));
        done(reader.get("/api/v1/findings/" + finding(0) + "/heatmap"));
    }

    private static String picture(int image) {
        Mammogram mammogram = mammograms.get(image);
        return "/dicom-web/studies/%s/series/%s/instances/%s/rendered?viewport=64,64"
                .formatted(
                        mammogram.studyInstanceUid(),
                        mammogram.dataSet().string(Tag.SeriesInstanceUID).orElseThrow(),
                        mammogram.sopInstanceUid());
    }

    private static void decide() {
        Caller reader = SERVER.as("radiologist");
        done(SERVER.as("radiologist2").putJson(study + "/claim", "{}"));
        done(reader.putJson(study + "/claim", "{\"takeOverReason\":\"shift ends\"}"));
        done(reader.putJson(study + "/urgency", "{\"urgent\":true,\"reason\":\"palpable\"}"));
        String finding = "/api/v1/findings/" + finding(0);
        done(reader.postJson(finding + "/reviews", "{\"verdict\":\"CONFIRMED\"}"));
        done(reader.postJson(
                finding + "/review-changes",
                "{\"verdict\":\"REJECTED\",\"reason\":\"OTHER\",\"password\":\"%s\"}"
                        .formatted(SERVER.passwordOf("radiologist"))));
        done(reader.delete(study + "/claim"));
        done(reader.postJson("/api/v1/sessions", "{\"size\":1}"));
        JsonObject session = Answers.json(reader.get("/api/v1/sessions/current"));
        String one = "\"studyInstanceUid\":\"" + session.get("next").getAsString() + "\"";
        done(reader.postJson("/api/v1/sessions/current/skips", "{" + one + "}"));
        done(reader.postJson("/api/v1/sessions/current/deferrals", "{" + one + ",\"reason\":\"priors missing\"}"));
        done(reader.delete("/api/v1/sessions/current"));
    }

    private static void sign() {
        Caller reader = SERVER.as("radiologist");
        String password = "\"password\":\"" + SERVER.passwordOf("radiologist") + "\"";
        String finding = "/api/v1/findings/" + finding(1) + "/reviews";
        done(reader.postJson(finding, "{\"verdict\":\"CONFIRMED\"}"));
        done(reader.delete(finding));
        for (int image = 1; image < mammograms.size(); image++) {
            done(reader.postJson("/api/v1/findings/" + finding(image) + "/reviews", "{\"verdict\":\"CONFIRMED\"}"));
        }
        done(reader.putJson(study + "/assessment", "{\"category\":\"2\"}"));
        done(reader.seeing(study + "/case").postJson(study + "/signature", "{" + password + "}"));
        done(reader.delete(study + "/signature"));
        done(SERVER.as("admin").putJson("/api/v1/admin/reading/policy", "{\"finalAfterSeconds\":0}"));
        done(reader.seeing(study + "/case").postJson(study + "/signature", "{" + password + "}"));
        done(reader.postJson(study + "/addenda", "{\"text\":\"seen again\"," + password + "}"));
    }

    private static void administer() {
        Caller admin = SERVER.as("admin");
        done(admin.putJson("/api/v1/admin/modalities/IT-MODALITY", "{}"));
        done(admin.putJson("/api/v1/admin/modalities/ROOM1", "{}"));
        done(admin.putJson("/api/v1/admin/modalities/ROOM1", "{\"description\":\"first floor\"}"));
        done(admin.delete("/api/v1/admin/modalities/ROOM1"));
        done(admin.putJson("/api/v1/admin/reading/reasons/MOTION", "{}"));
        done(SERVER.as("auditor").get("/api/v1/findings"));
        done(SERVER.as("auditor").get("/api/v1/reports/findings.csv"));
        done(SERVER.as("auditor").get("/api/v1/audit/verify"));
        done(SERVER.as("auditor").get("/api/v1/audit/export"));
        done(SERVER.as("auditor").postJson("/api/v1/findings/" + finding(0) + "/replays", "{}"));
        String patient = mammograms.get(0).dataSet().string(Tag.PatientID).orElseThrow();
        done(SERVER.as("auditor").postJson("/api/v1/audit/accesses", "{\"patientId\":\"" + patient + "\"}"));
        keepAccounts(admin);
        Caller refused = SERVER.as("radiologist");
        for (int i = 0; i < 30; i++) {
            assertThat(refused.get("/api/v1/admin/modalities").statusCode()).isEqualTo(403);
        }
        assertThat(Caller.of(SERVER.url(), "radiologist", "wrong")
                        .get("/api/v1/worklist")
                        .statusCode())
                .isEqualTo(401);
    }

    private static void keepAccounts(Caller admin) {
        done(admin.postJson("/api/v1/accounts", "{\"username\":\"reader.three\",\"role\":\"radiologist\"}"));
        String given = Answers.json(admin.postJson("/api/v1/accounts/reader.three/password-reset", "{}"))
                .get("password")
                .getAsString();
        done(Caller.of(SERVER.url(), "reader.three", given)
                .putJson("/api/v1/accounts/own/password", Administrators.change(given, "a password of their own")));
    }

    private static void signOutAfterARefusedPage() {
        try (Browser browser = Browser.open(SERVER)) {
            Page page = browser.signIn("radiologist2");
            page.navigate(browser.url("admin.xhtml"));
            page.navigate(browser.url("worklist.xhtml"));
            page.locator("form[action='sign-out'] button").click();
            assertThat(page).hasURL(Pattern.compile("sign-in"));
        }
    }

    private static long finding(int image) {
        return ANSWERS.findingOf(mammograms.get(image));
    }

    private static long rows(String action, String objectId) throws SQLException {
        return DatabaseRows.count(
                SERVER,
                "select count(*) from audit_row where action = '%s' and object_id = '%s'".formatted(action, objectId));
    }

    private static Set<String> recorded() throws SQLException {
        return DatabaseRows.rows(SERVER, "select distinct action from audit_row").stream()
                .map(row -> row.get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The constants of the source: the application is not on this module's class path. */
    private static Set<String> words() throws IOException {
        String source =
                Files.readString(Checkout.root().resolve("ejb/src/main/java/org/mammoflow/audit/AuditAction.java"));
        return Pattern.compile("^ {4}([A-Z_]+),?$", Pattern.MULTILINE)
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .map(line -> line.strip().replace(",", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/** Which network speaks is decided by two; what a shadow says reaches auditors only; a network that errs is silent. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworksIT {

    /** Enough to be killed in the midst of them. */
    private static final int MANY = 20;

    private static final ModelsFolder MODELS = new ModelsFolder();
    private static final String ALARMIST = MODELS.alarmist("9.1.0");
    private static final String COVETED = MODELS.alarmist("9.3.0");
    private static final String DAMAGED = MODELS.alarmist("9.2.0");

    private static MammoflowServer server;
    private static Administrators administrators;

    @BeforeAll
    static void start() {
        MODELS.damageGolden(DAMAGED);
        server = MammoflowServer.with()
                .name("networks")
                .option("--models", MODELS.path().toString())
                .property("mammoflow.inference.late-seconds", "1")
                .start();
        administrators = new Administrators(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void who_proposes_does_not_approve_and_a_borrowed_password_does_not_count() {
        long proposal = administrators.propose("ACTIVE", ALARMIST);
        assertThat(Administrators.approve(administrators.first(), proposal).statusCode())
                .isEqualTo(403);
        assertThat(Administrators.approve(administrators.stooge(), proposal).statusCode())
                .isEqualTo(403);
        for (String user : List.of("radiologist", "auditor")) {
            assertThat(Administrators.approve(server.as(user), proposal).statusCode())
                    .isEqualTo(403);
        }
        assertThat(administrators.sitting("active")).isEqualTo(MODELS.release());
        assertThat(administrators
                        .another()
                        .delete("/api/v1/networks/proposals/" + proposal)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Administrators.approve(administrators.another(), proposal).statusCode())
                .as("withdrawn")
                .isEqualTo(404);
        assertThat(new Answers(server).auditRows("NETWORK_PROPOSAL_WITHDRAWN", ALARMIST))
                .isEqualTo(1);
    }

    @Test
    @Order(1)
    void of_many_approvals_of_one_proposal_at_once_one_counts_and_the_others_hear_that_it_is_not_open()
            throws Exception {
        long proposal = administrators.propose("SHADOW", COVETED);
        Callable<Integer> approval =
                () -> Administrators.approve(administrators.another(), proposal).statusCode();
        assertThat(atOnce(approval, approval)).containsExactlyInAnyOrder(200, 404, 404, 404);
        assertThat(administrators.rollBack("SHADOW").statusCode()).isEqualTo(200);
    }

    /** Both twice, all four at once. */
    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : callers.invokeAll(List.of(one, other, one, other))) {
            answers.add(answer.get());
        }
        callers.shutdown();
        return answers;
    }

    @Test
    @Order(1)
    void of_many_proposals_of_one_network_for_one_seat_one_stands_and_the_others_are_led_to_it() throws Exception {
        long before = new Answers(server).auditRows("NETWORK_PROPOSED", COVETED);
        List<Integer> answers = atOnce(
                () -> administrators.proposal("SHADOW", COVETED).statusCode(),
                () -> Administrators.proposal(administrators.another(), "SHADOW", COVETED)
                        .statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        JsonArray open = administrators.networks().getAsJsonArray("proposals");
        assertThat(open).hasSize(1);
        String number = open.get(0).getAsJsonObject().get("id").getAsString();
        assertThat(administrators.proposal("SHADOW", COVETED).body()).contains("withdraw proposal " + number);
        assertThat(administrators
                        .another()
                        .delete("/api/v1/networks/proposals/" + number)
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Answers(server).auditRows("NETWORK_PROPOSED", COVETED))
                .as("what was refused was not proposed")
                .isEqualTo(before + 1);
    }

    @Test
    @Order(2)
    void a_switch_binds_new_findings_to_the_new_network_and_one_step_leads_back() throws IOException {
        Answers answers = new Answers(server);
        Mammogram before = sent();
        answers.findingOf(before);
        administrators.seat("ACTIVE", ALARMIST);
        Mammogram after = sent();
        answers.findingOf(after);
        assertThat(networkOf(answers, before)).isEqualTo(MODELS.release());
        assertThat(networkOf(answers, after)).isEqualTo(ALARMIST);

        assertThat(administrators.rollBack("ACTIVE").statusCode()).isEqualTo(200);
        assertThat(administrators.sitting("active")).isEqualTo(MODELS.release());
        assertThat(administrators.rollBack("ACTIVE").statusCode())
                .as("the way back has been gone")
                .isEqualTo(409);
        assertThat(answers.auditRows("NETWORK_PROPOSED", ALARMIST)).isEqualTo(2);
        assertThat(answers.auditRows("NETWORK_APPROVED", ALARMIST)).isEqualTo(1);
        assertThat(answers.auditRows("NETWORK_ROLLED_BACK", MODELS.release())).isEqualTo(1);
        assertThat(Files.readString(server.log()))
                .containsPattern("network step=\\d+ kind=PROPOSED seat=ACTIVE network=" + ALARMIST)
                .containsPattern("network step=\\d+ kind=APPROVED seat=ACTIVE network=" + ALARMIST)
                .containsPattern("network step=\\d+ kind=ROLLED_BACK seat=ACTIVE network=" + MODELS.release());
    }

    @Test
    @Order(3)
    void a_network_that_does_not_come_out_as_it_must_is_not_taken_and_the_old_one_stays() {
        long proposal = administrators.propose("ACTIVE", DAMAGED);
        var answer = Administrators.approve(administrators.another(), proposal);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("GOLDEN_MISMATCH");
        assertThat(new Answers(server).auditRows("NETWORK_REFUSED", DAMAGED)).isEqualTo(1);
        assertThat(administrators.sitting("active")).isEqualTo(MODELS.release());
        assertThat(new Answers(server).findingOf(sent())).isPositive();
    }

    @Test
    @Order(4)
    void while_golden_vectors_do_not_hold_images_are_taken_in_and_judged_when_they_hold_again() throws IOException {
        Runnable repair = MODELS.damageGolden(MODELS.release());
        JsonObject active = administrators.test().getAsJsonObject("active");
        assertThat(active.get("fault").getAsString()).startsWith("GOLDEN_MISMATCH");
        var health = server.anonymously().get("/health/ready");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("GOLDEN_MISMATCH");
        assertThat(Files.readString(server.log()))
                .as("a line for each question, and no trace")
                .contains("not ready: network: offline")
                .doesNotContain("Readiness$NotReady");
        assertThat(new Answers(server).auditRows("NETWORK_OFFLINE", "ACTIVE")).isPositive();

        Mammogram mammogram = sent();
        Answers answers = new Answers(server);
        assertThat(answers.states(List.of(mammogram))).containsExactly("WAITING");
        Answers.await("the list of silence to say that it is late", () -> late().contains("The opinion is late"));
        assertThat(late()).contains("Waiting too long <span class=\"count\">1</span>", "Read without AI", "RCC");

        repair.run();
        assertThat(administrators.test().getAsJsonObject("active").get("fault").getAsString())
                .isEmpty();
        assertThat(answers.findingOf(mammogram)).isPositive();
        assertThat(late()).doesNotContain("The opinion is late");
        assertThat(server.anonymously().get("/health/ready").statusCode()).isEqualTo(200);
    }

    private static String late() {
        return server.as("radiologist").get("/no-opinion.xhtml?kind=LATE").body();
    }

    @Test
    @Order(5)
    void what_a_shadow_says_is_shown_to_auditors_and_to_nobody_else() {
        administrators.seat("SHADOW", ALARMIST);
        Mammogram mammogram = sent();
        long finding = new Answers(server).findingOf(mammogram);

        Answers.await(
                "the shadow's disagreement",
                () -> server.as("auditor")
                        .get("/api/v1/shadow/disagreements")
                        .body()
                        .contains(mammogram.sopInstanceUid()));
        assertThat(server.as("auditor").get("/shadow.xhtml").body()).contains(ALARMIST);
        for (String user : List.of("radiologist", "admin")) {
            for (String path : List.of("/api/v1/shadow/disagreements", "/api/v1/shadow/tallies", "/shadow.xhtml")) {
                assertThat(server.as(user).get(path).statusCode())
                        .as(user + " " + path)
                        .isEqualTo(403);
            }
        }
        assertThat(everythingAReaderSees(mammogram, finding))
                .allSatisfy(page -> assertThat(page).doesNotContain("9.1.0").doesNotContainIgnoringCase("shadow"));
    }

    @Test
    @Order(6)
    void the_pages_lead_two_administrators_through_a_switch_and_show_the_auditor_the_shadow() {
        try (Browser browser = Browser.open(server)) {
            Page first = browser.signIn("admin");
            first.navigate(browser.url("networks.xhtml"));
            first.locator("[id='propose:seat']").selectOption("SHADOW");
            first.locator("[id='propose:network']").selectOption(DAMAGED);
            first.locator("[id='propose:reason']").fill("=1+1 <b>to be refused</b>");
            first.locator("[id='propose:add']").click();
            PlaywrightAssertions.assertThat(first.locator("#status")).containsText("Another administrator");
            PlaywrightAssertions.assertThat(first.locator("[data-act=approve]")).hasCount(0);

            first.locator("[id='propose:seat']").selectOption("SHADOW");
            first.locator("[id='propose:network']").selectOption(DAMAGED);
            first.locator("[id='propose:add']").click();
            PlaywrightAssertions.assertThat(first.locator("#status"))
                    .containsText("is proposed for this place already");

            Page second = browser.signIn("second", Administrators.OWN);
            second.navigate(browser.url("networks.xhtml"));
            browser.picture(second, "networks");
            second.locator("tr:has-text('to be refused') [data-act=approve]").click();
            PlaywrightAssertions.assertThat(second.locator("#status")).containsText("GOLDEN_MISMATCH");
            second.navigate(browser.url("accounts.xhtml"));
            browser.picture(second, "accounts");

            Page auditor = browser.signIn("auditor");
            auditor.navigate(browser.url("shadow.xhtml"));
            PlaywrightAssertions.assertThat(auditor.locator("#tallies")).containsText(ALARMIST);
            browser.picture(auditor, "shadow");
            browser.assertNoErrors();
        }
    }

    @Test
    @Order(7)
    void a_shadow_sees_every_image_exactly_once_also_after_a_kill() throws Exception {
        List<Mammogram> mammograms = Mammograms.many(MANY);
        new Sender(server).storescu(mammograms);
        Answers answers = new Answers(server);
        Answers.await(
                "the first finding", () -> answers.states(mammograms).stream().anyMatch("CLASSIFIED"::equals));
        server.kill9();
        long before = DatabaseRows.count(server, "select count(*) from shadow_finding");
        assertThat(DatabaseRows.count(
                        server, "select count(*) from inference_job where state in ('WAITING', 'RUNNING')"))
                .as("killed while jobs were left")
                .isPositive();
        server.restart();
        assertThat(administrators.sitting("shadow"))
                .as("chosen before the kill")
                .isEqualTo(ALARMIST);
        assertThat(new Answers(server).ended(mammograms))
                .allSatisfy(
                        image -> assertThat(image.get("state").getAsString()).isEqualTo("CLASSIFIED"));
        server.stop();
        assertThat(DatabaseRows.count(server, "select count(*) from shadow_finding"))
                .isGreaterThan(before)
                .isEqualTo(1 + MANY);
        assertThat(DatabaseRows.rows(server, "select action from audit_row where object_type = 'shadow_finding'"))
                .hasSize(1 + MANY)
                .containsOnly(List.of("SHADOW_RECORDED"));
        assertThat(DatabaseRows.count(server, "select count(distinct instance_id) from shadow_finding"))
                .isEqualTo(1 + MANY);
        assertThat(DatabaseRows.count(
                        server,
                        "select count(*) from shadow_finding s join finding f on f.id = s.finding_id"
                                + " where s.outcome = 'CLASSIFIED' and f.instance_id = s.instance_id"))
                .isEqualTo(1 + MANY);
    }

    @Test
    @Order(8)
    void a_card_that_is_changed_after_two_have_approved_it_takes_its_network_offline() {
        Runnable repair = MODELS.changeCard(ALARMIST);
        server.restart();
        assertThat(shadowsFault()).startsWith("CARD_CHANGED").contains("restore the card from the release");
        assertThat(new Answers(server).auditRows("NETWORK_OFFLINE", "SHADOW")).isPositive();
        repair.run();
        assertThat(shadowsFault()).isEmpty();
        assertThat(administrators.sitting("shadow")).isEqualTo(ALARMIST);
    }

    private static String shadowsFault() {
        return administrators.test().getAsJsonObject("shadow").get("fault").getAsString();
    }

    private static Stream<String> everythingAReaderSees(Mammogram mammogram, long finding) {
        Caller reader = server.as("radiologist");
        return Stream.of(
                        "/api/v1/instances/" + mammogram.sopInstanceUid(),
                        "/api/v1/findings?studyInstanceUid=" + mammogram.studyInstanceUid(),
                        "/api/v1/findings/" + finding + "/heatmap",
                        "/api/v1/studies/" + mammogram.studyInstanceUid() + "/case",
                        "/api/v1/worklist",
                        "/worklist.xhtml",
                        "/no-opinion.xhtml",
                        "/case.xhtml?study=" + mammogram.studyInstanceUid())
                .map(reader::get)
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .map(java.net.http.HttpResponse::body);
    }

    private static Mammogram sent() {
        Mammogram mammogram = Mammograms.one();
        new Sender(server).storescu(List.of(mammogram));
        return mammogram;
    }

    private static String networkOf(Answers answers, Mammogram mammogram) {
        JsonObject finding =
                answers.instance(mammogram.sopInstanceUid()).orElseThrow().getAsJsonObject("finding");
        return finding.get("network").getAsString() + "/"
                + finding.get("networkVersion").getAsString();
    }
}

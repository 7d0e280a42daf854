package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** A canary's whole way: her name and numbers are on the pages for readers, and in no log, address, title or error. */
class NoPatientInLogsIT {

    private static final String NAME = "Kanarienvogel";
    private static final String ID = "CANARY-4711-ID";
    private static final String ACCESSION = "CANARYACC77";
    private static final Pattern CANARY = Pattern.compile("(?i)kanarienvogel|canary");

    private final MammoflowServer server = MammoflowServer.shared();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    @Test
    void a_whole_walk_leaves_her_in_no_log_address_title_or_error() throws IOException {
        Mammogram canary = Mammograms.saying(Map.of(
                Tag.PatientName, NAME + "^Gelb",
                Tag.PatientID, ID,
                Tag.AccessionNumber, ACCESSION));
        new Sender(server).storescu(List.of(canary));
        new Answers(server).ended(List.of(canary));
        new Sender(server).storescu(canary.retaken().file());
        walk(server, canary);
        fail(server);
        assertThat(logs(server)).isNotEmpty();
        assertThat(Files.readString(server.log()))
                .as("each file that was made is told")
                .containsPattern("exported=report format=CSV deidentified=false rows=1 sha256=[0-9a-f]{64} took=")
                .containsPattern("exported=accesses rows=[1-9]")
                .containsPattern("exported=trail rows=[1-9]")
                .containsPattern("exported=trail-rows rows=[1-9]");
        assertThat(seen(server)).isEmpty();
        assertThat(addresses).noneMatch(address -> CANARY.matcher(address).find());
        assertThat(titles).noneMatch(title -> CANARY.matcher(title).find());
    }

    private void walk(MammoflowServer server, Mammogram canary) {
        try (Browser browser = Browser.open(server)) {
            Page reader = browser.signIn("radiologist");
            note(reader);
            reader.locator("[id='identity:patientId']").fill(ID);
            reader.locator("[id='identity:accession']").fill(ACCESSION);
            reader.locator("[id='identity'] [type=submit]").click();
            assertThat(reader.locator("a.case-link")).hasCount(1);
            note(reader);
            reader.locator("[id='names:switch']").click();
            isMasked(reader.locator("#cases"));
            reader.locator("a.case-link").click();
            isMasked(reader.locator(".case-head"));
            reader.locator("[id='route:list']").click();
            reader.locator("[id='names:switch']").click();
            assertThat(reader.locator("a.case-link")).containsText(NAME);
            note(reader);
            reader.locator("a.case-link").click();
            assertThat(reader.locator("mammoflow-viewer")).hasAttribute("data-state", "ready");
            assertThat(reader.locator(".case-who h1")).containsText(NAME);
            note(reader);
            reader.locator("[data-act=confirm]").click();
            assertThat(reader.locator(".verdict-confirmed")).hasCount(1);
            reader.navigate(browser.url("nowhere.xhtml"));
            note(reader);

            Page auditor = browser.signIn("auditor");
            for (String page : List.of("report.xhtml", "ledger.xhtml", "audit.xhtml", "access.xhtml")) {
                auditor.navigate(browser.url(page));
                note(auditor);
            }
        }
        server.as("auditor").get("/api/v1/reports/findings.csv?studyInstanceUid=" + canary.studyInstanceUid());
        server.as("auditor").postJson("/api/v1/audit/accesses", "{\"patientId\":\"" + ID + "\"}");
        server.as("auditor")
                .post(
                        "/api/v1/audit/accesses.csv",
                        "application/x-www-form-urlencoded",
                        "patientId=" + ID + "&issuer=");
        server.as("auditor").get("/api/v1/audit/export");
        server.as("auditor").get("/api/v1/audit/rows.csv?object=" + canary.studyInstanceUid());
        server.as("radiologist").get("/dicom-web/studies?PatientID=" + ID + "&PatientName=" + NAME);
    }

    /** Where somebody looks on, neither the list nor the case says who she is. */
    private static void isMasked(Locator part) {
        assertThat(part).containsText("••••••");
        for (String secret : List.of(NAME, ID, ACCESSION)) {
            assertThat(part).not().containsText(secret);
        }
    }

    /** What goes wrong must not tell either. */
    private static void fail(MammoflowServer server) {
        server.as("radiologist").get("/api/v1/worklist?patientId=" + ID + "&from=" + NAME);
        server.as("radiologist").get("/dicom-web/studies?PatientID=" + ID + "&StudyDate=" + NAME);
        server.as("admin").get("/api/v1/worklist?patientId=" + ID);
        server.as("admin").get("/worklist.xhtml?site=" + NAME);
        server.anonymously().get("/worklist.xhtml?site=" + NAME);
    }

    private void note(Page page) {
        addresses.add(page.url());
        titles.add(page.title());
    }

    /** Lines of any log, with the file's name. */
    private static List<String> seen(MammoflowServer server) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path log : logs(server)) {
            try (Stream<String> text = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                text.filter(line -> CANARY.matcher(line).find())
                        .map(line -> log.getFileName() + ": " + line)
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static List<Path> logs(MammoflowServer server) throws IOException {
        Path console = server.home().resolveSibling(server.home().getFileName() + ".console");
        try (Stream<Path> files = Files.walk(server.log().getParent())) {
            return Stream.concat(files.filter(Files::isRegularFile), Stream.of(console))
                    .toList();
        }
    }
}

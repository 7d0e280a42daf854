package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The hospital's collector learns of everything that is on the trail, also of what happened while it was away. */
class AuditFeedIT {

    @Test
    void nothing_is_lost_while_the_collector_is_away_nobody_waits_and_the_rows_arrive_once() throws Exception {
        SyslogCollector first = SyslogCollector.start(0);
        int port = first.port();
        try (MammoflowServer server = MammoflowServer.with()
                .name("feed")
                .option("--audit-collector", "localhost:" + port)
                .option("--audit-collector-ca", SyslogCollector.certificate().toString())
                .option("--audit-keystore", SyslogCollector.senders().toString())
                .option(
                        "--audit-password-file",
                        SyslogCollector.sendersPassword().toString())
                .start()) {
            Answers answers = new Answers(server);
            Answers.await("the first messages", () -> !first.messages().isEmpty());
            first.close();

            List<Mammogram> study = Mammograms.study();
            new Sender(server).storescu(study);
            answers.ended(study);
            String uid = study.get(0).studyInstanceUid();
            assertThat(server.as("radiologist")
                            .get("/api/v1/studies/" + uid + "/case")
                            .statusCode())
                    .as("reading goes on")
                    .isEqualTo(200);
            assertThat(Caller.of(server.url(), "radiologist", "wrong")
                            .get("/api/v1/worklist")
                            .statusCode())
                    .isEqualTo(401);
            Answers.await("the backlog in health", () -> health(server).contains("takes none since"));
            server.restart();
            assertThat(health(server))
                    .as("ready although the collector is away")
                    .contains("audit messages wait");

            try (SyslogCollector back = SyslogCollector.start(port)) {
                Answers.await("an empty spool", () -> health(server).contains("\"0 audit messages wait\""));
                server.stop();
                long last = DatabaseRows.count(server, "select seq from audit_feed");
                assertThat(DatabaseRows.count(server, "select max(seq) from audit_row"))
                        .isGreaterThanOrEqualTo(last);
                assertSameAsTheTrail(server, first, back, last);
            }
        }
    }

    private static void assertSameAsTheTrail(
            MammoflowServer server, SyslogCollector first, SyslogCollector back, long last) throws Exception {
        List<String> told = DatabaseRows.rows(
                        server,
                        "select seq, action, case when object_id = '' then '-' else object_id end from audit_row"
                                + " where seq <= " + last + " order by seq")
                .stream()
                .map(row -> String.join(" ", row))
                .toList();
        Set<String> before = new TreeSet<>(first.messages());
        Set<String> after = new HashSet<>(back.messages());
        assertThat(back.messages()).as("none twice by one collector").hasSameSizeAs(after);
        assertThat(Stream.concat(before.stream(), after.stream())
                        .map(AuditFeedIT::row)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(told);
        assertThat(before).doesNotContainAnyElementsOf(after);
    }

    /** Number, action and object, as a message tells them. */
    private static String row(String message) {
        assertThat(message).startsWith("<85>1 ").contains(" mammoflow ", " DICOM+RFC3881 - \uFEFF<");
        try {
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            message.substring(message.indexOf('\uFEFF') + 1).getBytes(StandardCharsets.UTF_8)));
            Element object = (Element)
                    xml.getElementsByTagName("ParticipantObjectIdentification").item(0);
            NodeList types = xml.getElementsByTagName("EventTypeCode");
            Element ours = (Element) types.item(types.getLength() - 1);
            return detail(xml, "seq") + " " + ours.getAttribute("csd-code") + " "
                    + object.getAttribute("ParticipantObjectID");
        } catch (Exception e) {
            throw new AssertionError(message, e);
        }
    }

    private static String detail(Document xml, String type) {
        NodeList details = xml.getElementsByTagName("ParticipantObjectDetail");
        return IntStream.range(0, details.getLength())
                .mapToObj(i -> (Element) details.item(i))
                .filter(detail -> detail.getAttribute("type").equals(type))
                .map(detail ->
                        new String(Base64.getDecoder().decode(detail.getAttribute("value")), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static String health(MammoflowServer server) {
        var answer = server.anonymously().get("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}

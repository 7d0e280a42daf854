package org.mammoflow.audit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.chain.AuditEntry;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DicomAuditMessageTest {

    @ParameterizedTest
    @EnumSource
    void every_action_has_a_message_that_is_whole(AuditAction action) throws Exception {
        Document message = xml(DicomAuditMessage.of(entry(action, "study", "1.2.3", "10.0.0.7")));
        assertThat(message.getDocumentElement().getTagName()).isEqualTo("AuditMessage");
        Element event = one(message, "EventIdentification");
        assertThat(event.getAttribute("EventDateTime")).startsWith("2026-11-26T10:00:00");
        assertThat(event.getAttribute("EventActionCode")).matches("[CRUDE]");
        assertThat(event.getAttribute("EventOutcomeIndicator")).isIn("0", "4", "8");
        assertThat(one(message, "EventID").getAttribute("codeSystemName")).isEqualTo("DCM");
        assertThat(one(message, "EventID").getAttribute("csd-code")).matches("1101\\d\\d");
        assertThat(one(message, "ActiveParticipant").getAttribute("UserID")).isEqualTo("radiologist");
        assertThat(one(message, "AuditSourceIdentification").getAttribute("AuditSourceID"))
                .isEqualTo("mammoflow");
        Element object = one(message, "ParticipantObjectIdentification");
        assertThat(object.getAttribute("ParticipantObjectID")).isEqualTo("1.2.3");
        assertThat(one(message, "ParticipantObjectIDTypeCode").getAttribute("csd-code"))
                .isEqualTo("110180");
    }

    @Test
    void a_failed_sign_in_is_a_user_authentication_that_failed() throws Exception {
        Document message = xml(DicomAuditMessage.of(entry(AuditAction.SIGN_IN_FAILED, "account", "somebody", "host")));
        assertThat(one(message, "EventID").getAttribute("csd-code")).isEqualTo("110114");
        assertThat(one(message, "EventIdentification").getAttribute("EventOutcomeIndicator"))
                .isEqualTo("4");
        assertThat(one(message, "EventTypeCode").getAttribute("csd-code")).isEqualTo("110122");
        assertThat(one(message, "ActiveParticipant").getAttribute("NetworkAccessPointTypeCode"))
                .as("a name, no address")
                .isEqualTo("1");
    }

    @Test
    void what_somebody_wrote_stays_inert_and_comes_back_as_it_was() throws Exception {
        AuditEntry entry = entry(AuditAction.CLAIM_TAKEN_OVER, "study", "1.2.3", "::1");
        Document message = xml(DicomAuditMessage.of(entry));
        assertThat(detail(message, "detail")).isEqualTo(entry.detail());
        assertThat(detail(message, "seq")).isEqualTo("42");
        assertThat(detail(message, "hash")).isEqualTo(entry.hash());
    }

    @Test
    void a_syslog_frame_counts_its_bytes_and_says_what_it_carries() {
        byte[] frame = SyslogMessage.frame(entry(AuditAction.SIGNED_IN, "account", "r", "10.0.0.7"), "host name", 77);
        String text = new String(frame, StandardCharsets.UTF_8);
        String length = text.substring(0, text.indexOf(' '));
        assertThat(frame).hasSize(Integer.parseInt(length) + length.length() + 1);
        assertThat(text.substring(length.length() + 1))
                .startsWith("<85>1 2026-11-26T10:00:00.123456Z hostname mammoflow 77 DICOM+RFC3881 - \uFEFF<");
    }

    private static AuditEntry entry(AuditAction action, String type, String id, String source) {
        return new AuditEntry(
                42,
                Instant.parse("2026-11-26T10:00:00.123456Z"),
                "radiologist",
                "radiologist",
                action.name(),
                type,
                id,
                "from=x reason=<b>\"Müller\" & 左乳房</b>",
                source,
                "request",
                "",
                "a".repeat(64),
                AuditEntry.GENESIS,
                "f".repeat(64));
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element one(Document message, String name) {
        return (Element) message.getElementsByTagName(name).item(0);
    }

    private static String detail(Document message, String type) {
        var details = message.getElementsByTagName("ParticipantObjectDetail");
        return IntStream.range(0, details.getLength())
                .mapToObj(i -> (Element) details.item(i))
                .filter(detail -> detail.getAttribute("type").equals(type))
                .map(detail ->
                        new String(Base64.getDecoder().decode(detail.getAttribute("value")), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}

package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.dicom.net.upper.PduBytes.MAMMOGRAM;
import static org.mammoflow.dicom.net.upper.PduBytes.VERIFICATION;
import static org.mammoflow.dicom.net.upper.PduBytes.ascii;
import static org.mammoflow.dicom.net.upper.PduBytes.associateRq;
import static org.mammoflow.dicom.net.upper.PduBytes.echoCommand;
import static org.mammoflow.dicom.net.upper.PduBytes.join;
import static org.mammoflow.dicom.net.upper.PduBytes.pData;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.file.FileMeta;
import org.mammoflow.dicom.net.upper.PduBytes;
import org.mammoflow.dicom.net.upper.ScriptedPeer;

/** What callers may propose about themselves in an A-ASSOCIATE-RQ (PS3.7 D.3.3) and what they are answered, byte by byte. */
class NegotiationTest {

    private static final int MAXIMUM_LENGTH = 0x51;
    private static final int IMPLEMENTATION_CLASS_UID = 0x52;
    private static final int ASYNCHRONOUS_OPERATIONS = 0x53;
    private static final int ROLE_SELECTION = 0x54;
    private static final int IMPLEMENTATION_VERSION_NAME = 0x55;
    private static final int EXTENDED_NEGOTIATION = 0x56;
    private static final int USER_IDENTITY_RQ = 0x58;
    private static final int USER_IDENTITY_AC = 0x59;
    private static final String SECRET = "correct horse";

    private RunningScp scp;

    @BeforeEach
    void start() {
        scp = RunningScp.start();
    }

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void says_who_we_are_and_how_much_we_take_at_a_time() {
        Map<Integer, byte[]> answer = answerTo(associateRq());

        assertThat(ByteBuffer.wrap(answer.get(MAXIMUM_LENGTH)).getInt()).isEqualTo(256 * 1024);
        assertThat(text(answer.get(IMPLEMENTATION_CLASS_UID))).isEqualTo(FileMeta.IMPLEMENTATION_CLASS_UID);
        assertThat(text(answer.get(IMPLEMENTATION_VERSION_NAME))).isEqualTo(FileMeta.IMPLEMENTATION_VERSION_NAME);
        assertThat(answer).hasSize(3);
    }

    @Test
    void answers_any_asynchronous_operations_window_with_one_operation_at_a_time() {
        byte[] window = {0, 8, 0, 0};

        assertThat(answerTo(associateRq().userItem(ASYNCHRONOUS_OPERATIONS, window))
                        .get(ASYNCHRONOUS_OPERATIONS))
                .containsExactly(0, 1, 0, 1);
    }

    @Test
    void answers_requests_that_come_before_their_turn_one_after_the_other() {
        ScriptedPeer peer = ScriptedPeer.associate(scp.port())
                .send(pData(3, 3, echoCommand()), pData(3, 3, echoCommand()), pData(3, 3, echoCommand()));

        assertThat(List.of(peer.readStatus(), peer.readStatus(), peer.readStatus()))
                .containsOnly(0);
        peer.close();
    }

    @Test
    void accepts_a_user_identity_without_an_answer_and_keeps_no_secret() {
        byte[] identity = join(new byte[] {2, 1}, lengthAnd("radiographer"), lengthAnd(SECRET));

        Map<Integer, byte[]> answer = answerTo(associateRq().userItem(USER_IDENTITY_RQ, identity));

        assertThat(answer).doesNotContainKey(USER_IDENTITY_AC);
        assertThat(scp.nextEvent()).isEqualTo("opened").doesNotContain(SECRET);
    }

    @Test
    void aborts_a_user_identity_that_ends_before_it_has_begun() {
        ScriptedPeer.connect(scp.port())
                .send(associateRq().userItem(USER_IDENTITY_RQ, new byte[] {2}).bytes())
                .expectAbort(2, 6);

        assertThat(scp.nextEvent()).startsWith("failed: ");
    }

    @Test
    void lets_callers_be_scu_and_never_scp() {
        byte[] both = join(lengthAnd(MAMMOGRAM), new byte[] {1, 1});

        byte[] answer = answerTo(associateRq().userItem(ROLE_SELECTION, both)).get(ROLE_SELECTION);

        assertThat(answer).isEqualTo(join(lengthAnd(MAMMOGRAM), new byte[] {1, 0}));
    }

    @Test
    void says_nothing_about_roles_in_a_service_that_it_does_not_have() {
        byte[] unknown = join(lengthAnd("1.2.3.4"), new byte[] {1, 1});

        assertThat(answerTo(associateRq().userItem(ROLE_SELECTION, unknown))).doesNotContainKey(ROLE_SELECTION);
    }

    @Test
    void stores_at_level_2_with_every_bit_preserved_and_nothing_coerced() {
        byte[] proposal = join(lengthAnd(MAMMOGRAM), new byte[] {2, 0, 1, 0, 1, 0});

        assertThat(answerTo(associateRq().userItem(EXTENDED_NEGOTIATION, proposal))
                        .get(EXTENDED_NEGOTIATION))
                .isEqualTo(join(lengthAnd(MAMMOGRAM), new byte[] {2, 0, 3, 0, 0, 0}));
    }

    @Test
    void leaves_extended_negotiation_of_other_services_and_unknown_items_unanswered() {
        Map<Integer, byte[]> answer = answerTo(associateRq()
                .userItem(EXTENDED_NEGOTIATION, join(lengthAnd(VERIFICATION), new byte[] {1}))
                .userItem(0x7E, new byte[] {1, 2, 3}));

        assertThat(answer).doesNotContainKeys(EXTENDED_NEGOTIATION, 0x7E);
    }

    /** The sub-items of the user information in the A-ASSOCIATE-AC, by type. */
    private Map<Integer, byte[]> answerTo(PduBytes.AssociateRqBytes request) {
        try (ScriptedPeer peer = ScriptedPeer.connect(scp.port()).send(request.bytes())) {
            ScriptedPeer.Pdu accept = peer.read();
            assertThat(accept.type()).as("A-ASSOCIATE-AC").isEqualTo(2);
            ByteBuffer items = ByteBuffer.wrap(accept.variableField()).position(68);
            return items(ByteBuffer.wrap(items(items).get(0x50)));
        }
    }

    private static Map<Integer, byte[]> items(ByteBuffer in) {
        Map<Integer, byte[]> items = new TreeMap<>();
        while (in.hasRemaining()) {
            int type = in.getShort() >>> 8 & 0xFF;
            byte[] body = new byte[in.getShort() & 0xFFFF];
            in.get(body);
            items.put(type, body);
        }
        return items;
    }

    private static byte[] lengthAnd(String text) {
        return join(new byte[] {(byte) (text.length() >> 8), (byte) text.length()}, ascii(text));
    }

    private static String text(byte[] bytes) {
        assertThat(bytes).as(HexFormat.of().formatHex(bytes)).isNotEmpty();
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
